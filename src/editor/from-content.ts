import { contentIndex } from '../check/content-index.ts';
import { people, posts, rounds, site, standingPages, tags } from '../content.ts';
import { takenAnchors } from '../core/model/heading-anchors.ts';
import { nameInFull } from '../responses/account-name.ts';
import { nextEmailId } from '../responses/email-response.ts';
import { publishedIn } from '../responses/response.ts';
import type { ContentSummary } from './content-summary.ts';

/** What the editor may know of the content: what every visitor may see. */
export async function contentSummary(): Promise<ContentSummary> {
  const { program } = site;
  const [allPosts, allPages, allTags, allRounds, everybody] = await Promise.all([
    posts(),
    standingPages(),
    tags(),
    rounds(),
    people(),
  ]);
  const vocabulary = contentIndex({
    program,
    tags: byId(allTags),
    rounds: byId(allRounds),
    people: byId(everybody.map(({ id, name, formerly }) => ({ id, words: [name], formerly }))),
    prose: [],
  });
  const { address, language, timeZone, questionHeadings: headings, kinds } = program;
  return {
    catalogue: {
      ...vocabulary,
      program: { address, language, timeZone, questionHeadings: headings, kinds },
      posts: byId(
        allPosts.map(({ id, anchors, fields, published }) => ({
          id,
          formerly: fields.formerly,
          anchors,
          from: published.toISOString(),
          follows: fields.follows,
          pictures: [],
        })),
      ),
      pages: byId(allPages.map(({ id, formerly, anchors }) => ({ id, formerly, anchors }))),
    },
    posts: allPosts
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ id, permanentId, title, questions, conversation, archivedIds }) => ({
        id,
        permanentId,
        title,
        questions: questions.map(({ text }) => text),
        responses: publishedIn(conversation).flatMap((response) =>
          response.author ? { id: response.id, name: nameInFull(response.author) } : [],
        ),
        hasFile: archivedIds.length > 0,
        takenAnchors: takenAnchors(archivedIds),
        nextMailId: nextEmailId(archivedIds),
      })),
    months: [...new Set(allPosts.flatMap(({ fields }) => fields.month ?? []))].sort(),
    rounds: allRounds.map(({ id, starts, ends }) => ({ id, starts, ends })),
  };
}

function byId<Thing extends { id: string }>(things: readonly Thing[]): Record<string, Thing> {
  return Object.fromEntries(things.map((thing) => [thing.id, thing]));
}
