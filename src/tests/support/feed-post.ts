import { permanentId } from '../../core/model/ids.ts';
import { type PostFields, postDates } from '../../core/model/post.ts';
import type { FeedPost } from '../../feeds/feed.ts';

/** The fields of a post of which a feed knows, as its author writes them. */
export type WrittenPost = { id: string } & Pick<
  PostFields,
  'kind' | 'title' | 'round' | 'date' | 'summary'
> &
  Readonly<Record<'formerly' | 'tags' | 'authors', readonly string[]>> &
  Partial<Pick<PostFields, 'guid' | 'doi' | 'lang' | 'licence' | 'updated' | 'withdrawn'>>;

/**
 * A post as a feed is given it.
 *
 * @param name what its round, tags and authors are called, by their ids
 */
export function feedPost(
  written: WrittenPost,
  timeZone: string,
  name: (id: string) => string = (id) => id,
): FeedPost {
  const { id, round, tags, authors, lang = 'en', withdrawn } = written;
  return {
    ...written,
    ...postDates(written, timeZone),
    permanentId: permanentId(written),
    round: round === undefined ? undefined : { id: round, label: name(round) },
    tags: tags.map((tag) => ({ id: tag, label: name(tag) })),
    authors: authors.map((author) => ({ id: author, name: name(author) })),
    ...{ id, lang, withdrawn: withdrawn !== undefined, fields: written },
  };
}
