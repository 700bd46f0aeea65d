import type { APIRoute } from 'astro';
import { contentSummary } from '../../editor/from-content.ts';

/** What the editor holds a text against. */
export const GET: APIRoute = async () => Response.json(await contentSummary());
