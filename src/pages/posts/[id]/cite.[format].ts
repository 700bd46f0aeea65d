import type { APIRoute, GetStaticPaths } from 'astro';
import { cslItem } from '../../../blog/citation.ts';
import { citation } from '../../../citations/written.ts';
import { posts, site } from '../../../content.ts';

const TYPES = { bib: 'application/x-bibtex', ris: 'application/x-research-info-systems' } as const;

export const getStaticPaths = (async () => {
  const cited = (await posts()).filter((post) => !post.withdrawn);
  const files = cited.map(async (post) => {
    const address = site.urls.absolute(site.urls.post(post.id));
    const { files } = await citation(cslItem(post, site.program, address));
    return files.map(({ ending, text }) => ({
      params: { id: post.id, format: ending },
      props: { text, type: TYPES[ending] },
    }));
  });
  return (await Promise.all(files)).flat();
}) satisfies GetStaticPaths;

/** The citation of a post for reference managers. */
export const GET: APIRoute<{ text: string; type: string }> = ({ props: { text, type } }) =>
  new Response(text, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
