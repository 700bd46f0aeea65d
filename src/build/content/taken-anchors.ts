import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takenAnchorsIn } from '../../responses/response-file.ts';

/** The anchors on a post's page that the responses beside its file have, and a heading could have too. */
export function anchorsBeside(post: URL): string[] {
  return anchorsIn(fileURLToPath(new URL('responses.yaml', post)));
}

/** All of those in a content folder, by post: from them stored posts follow beside their own files. */
export function anchorsBesidePosts(content: string): Record<string, string[]> {
  const posts = join(content, 'posts');
  const ids = existsSync(posts) ? readdirSync(posts).sort() : [];
  const all = ids.map((id) => [id, anchorsIn(join(posts, id, 'responses.yaml'))] as const);
  return Object.fromEntries(all.filter(([, anchors]) => anchors.length > 0));
}

function anchorsIn(responses: string): string[] {
  return existsSync(responses) ? takenAnchorsIn(readFileSync(responses, 'utf8')) : [];
}
