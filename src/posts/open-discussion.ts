import { asksQuestions, type NamesKinds } from '../core/model/kinds.ts';
import type { PostSummary } from '../core/model/post-summary.ts';

/**
 * The discussion that is open: the newest whose responses are, else the newest post. A translation
 * leads only where there is nothing else.
 */
export function openDiscussion<
  Post extends PostSummary & {
    fields: { responses: 'open' | 'closed'; translationOf?: string | undefined };
  },
>(program: NamesKinds, posts: readonly Post[]): Post | undefined {
  const isOpen = (post: Post) =>
    asksQuestions(program, post.kind) && post.fields.responses === 'open';
  const shown = posts.filter((post) => !post.withdrawn);
  const originals = shown.filter((post) => post.fields.translationOf === undefined);
  return originals.find(isOpen) ?? originals[0] ?? shown[0];
}
