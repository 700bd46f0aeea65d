import { contentIndex } from '../check/content-index.ts';
import { type Document, readDocument } from '../check/document.ts';
import { textAnchors } from '../check/rules/headings.ts';
import { people, posts, rounds, site, standingPages, tags } from '../content.ts';
import { parseMdx } from '../core/markdown/satteri.ts';
import { takenAnchors } from '../core/model/heading-anchors.ts';
import { questionHeadings } from '../core/model/questions.ts';
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
  const { address, language, timeZone, questionHeadings: headings } = program;
  return {
    catalogue: {
      ...vocabulary,
      program: { address, language, timeZone, questionHeadings: headings },
      posts: byId(
        allPosts.map(({ id, entry, fields, published, archivedIds }) => ({
          id,
          formerly: fields.formerly,
          anchors: anchorsOf('posts', id, entry.body, takenAnchors(archivedIds)),
          from: published.toISOString(),
          follows: fields.follows,
          pictures: [],
        })),
      ),
      pages: byId(
        allPages.map(({ id, entry, formerly }) => ({
          id,
          formerly,
          anchors: anchorsOf('pages', id, entry.body),
        })),
      ),
    },
    posts: allPosts
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ id, title, questions, conversation, archivedIds }) => ({
        id,
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

/** The places in a text to which a link may lead. */
function anchorsOf(
  room: Document['room'],
  id: string,
  body = '',
  taken: readonly string[] = [],
): readonly string[] {
  const text = `---\n---\n\n${body}`;
  const source = { room, id, file: id, source: text, beside: new Map(), takenAnchors: taken };
  return textAnchors(readDocument(source, parseMdx, questionHeadings(site.program)));
}

function byId<Thing extends { id: string }>(things: readonly Thing[]): Record<string, Thing> {
  return Object.fromEntries(things.map((thing) => [thing.id, thing]));
}
