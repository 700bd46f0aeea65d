import { asksQuestions, type NamesKinds } from '../core/model/kinds.ts';
import type { PostSummary } from '../core/model/post-summary.ts';

/** The discussion that is open: the newest whose responses are, else the newest post. */
export function openDiscussion<
  Post extends PostSummary & { fields: { responses: 'open' | 'closed' } },
>(program: NamesKinds, posts: readonly Post[]): Post | undefined {
  const isOpen = (post: Post) =>
    asksQuestions(program, post.kind) && post.fields.responses === 'open' && !post.withdrawn;
  return posts.find(isOpen) ?? posts.find((post) => !post.withdrawn);
}
