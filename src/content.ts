import { type CollectionEntry, getCollection, render } from 'astro:content';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import programText from '@content/program.yaml?raw';
import type { ImageMetadata } from 'astro';
import { languagesFrom } from './core/content-files/language-files.ts';
import { tagWords } from './core/content-files/tag-words.ts';
import { readYaml } from './core/content-files/yaml.ts';
import { addedQuestionWords, addLanguages } from './core/i18n/languages.ts';
import { wordsFor } from './core/i18n/words.ts';
import type { AddressedNode } from './core/markdown/addressed-nodes.ts';
import type { ProseRoot } from './core/markdown/prose-tree.ts';
import { dayIn, momentOf } from './core/model/dates.ts';
import { permanentId } from './core/model/ids.ts';
import { asksQuestions, hasCallNumber } from './core/model/kinds.ts';
import type { StandingPage } from './core/model/page.ts';
import type { Person } from './core/model/person.ts';
import { type PostFields, postDates } from './core/model/post.ts';
import {
  callNumbers,
  minutesToRead,
  newestFirst,
  type PostSummary,
} from './core/model/post-summary.ts';
import { programSchema } from './core/model/program.ts';
import { isPublished } from './core/model/publication.ts';
import type { Question } from './core/model/questions.ts';
import type { Round } from './core/model/round.ts';
import type { Tag } from './core/model/tag.ts';
import { duplicateCodes, shortCode } from './core/site/short-url.ts';
import type { Site } from './core/site/site.ts';
import { siteUrls } from './core/site/urls.ts';
import { normalize } from './core/text/closest-match.ts';
import { typeset } from './core/text/quotation-marks.ts';
import { hasSocialCards, isPreview, responsesFolder, runMoment } from './environment.ts';
import { type Conversation, conversationOf, latest, type Response } from './responses/response.ts';
import { responsesAmong } from './responses/response-file.ts';
import { readSnapshot } from './responses/snapshot.ts';

/** A post that a visitor may see. */
export interface Post extends PostSummary {
  fields: PostFields<ImageMetadata>;
  /** The first of its former ids, or its id: the id of its feed entry and its responses. */
  permanentId: string;
  /** Whole address that never changes, whatever the post is called. */
  shortAddress: string;
  published: Date;
  /** Of its last real change. */
  modified: Date;
  questions: readonly Question[];
  /** The places in its text to which a link may lead: its headings and questions. */
  anchors: readonly string[];
  tags: readonly Tag[];
  minutes: number;
  /** All that was said about it. */
  conversation: Conversation;
  /** The ids of everything in its `responses.yaml`, published or not. */
  archivedIds: readonly string[];
  entry: CollectionEntry<'posts'>;
}

/** The program's own words as its files say them, by language. */
export const languageTexts: ReadonlyMap<string, string> = new Map(
  Object.entries(
    import.meta.glob<string>('@content/languages/*.yaml', {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  ).map(([file, text]) => [/([^/]*)\.yaml$/.exec(file)?.[1] ?? '', text]),
);
addLanguages(languagesFrom(languageTexts));

const program = readProgram();
const { origin, pathname } = new URL(program.address);

/** The blog as a whole: program, address book, words. */
export const site: Site = {
  program,
  urls: siteUrls(origin, import.meta.env.BASE_URL ?? pathname, program),
  words: wordsFor(program.language),
  isPreview: isPreview(),
  hasSocialCards: hasSocialCards(),
};

/** The build's moment: `BUILD_TIME` (ISO 8601), else now. */
export const buildMoment = runMoment();

/** What was said on GitHub, as `npm run responses` saved it. */
export const snapshot = readSavedSnapshot();

/** Every post that a visitor may see at the build's moment, in the order of {@link newestFirst}. */
export const posts = once(readPosts);

/** Rounds in the order in which they took place. */
export const rounds = once(async (): Promise<readonly Round[]> => {
  const all = (await getCollection('rounds')).toSorted((a, b) => a.data.order - b.data.order);
  return all.map(({ id, data }) => ({ ...data.fields, id }));
});

/** The tag vocabulary by label. */
export const tags = once(async (): Promise<readonly Tag[]> => {
  const all = (await getCollection('tags')).map(({ id, data }) => ({ ...data.fields, id }));
  return all.toSorted((a, b) => a.label.localeCompare(b.label, program.language));
});

/** The words for each tag, in the order of their file: the first tag that has a word is meant by it. */
async function tagsAsListed() {
  const all = (await getCollection('tags')).toSorted((a, b) => a.data.order - b.data.order);
  return all.map(({ id, data: { fields } }) => ({
    ...{ id, words: [fields.label, ...fields.synonyms], formerly: fields.formerly },
  }));
}

/** Everybody who writes, by name. */
export const people = once(async (): Promise<readonly Person<ImageMetadata>[]> => {
  const all = (await getCollection('people')).map((entry) => ({ ...entry.data, id: entry.id }));
  return all.toSorted((a, b) => a.name.localeCompare(b.name, program.language));
});

/** A page that is not a post. */
export interface Page extends StandingPage {
  /** The places in its text to which a link may lead. */
  anchors: readonly string[];
  entry: CollectionEntry<'pages'>;
}

/** The standing pages. */
export const standingPages = once(async (): Promise<readonly Page[]> => {
  const entries = await getCollection('pages');
  return entries.map((entry) => {
    const { fields, anchors } = entry.data;
    return { ...fields, id: entry.id, anchors, entry };
  });
});

function readProgram() {
  const reading = readYaml(programText, programSchema, 'content/program.yaml');
  if (!reading.value)
    throw new Error(reading.problems.map((p) => `${p.message} ${p.hint}`).join('\n'));
  return reading.value;
}

async function readPosts(): Promise<readonly Post[]> {
  const showAll = import.meta.env.DEV;
  const { timeZone, language } = program;
  const entries = (await getCollection('posts')).filter(
    ({ data }) => showAll || isPublished(data.fields, buildMoment, timeZone),
  );
  const numbers = callNumbers(
    entries.map((entry) => {
      const { fields } = entry.data;
      const { published } = postDates(fields, timeZone);
      const month = hasCallNumber(program, fields.kind) ? fields.month : undefined;
      return { permanentId: permanentIdOf(entry), month, published };
    }),
  );
  const [allRounds, allTags, everybody] = await Promise.all([rounds(), tags(), people()]);
  const roundOf = byId(allRounds);
  const tagOf = byId(allTags);
  const wordsOfTags = tagWords(await tagsAsListed());
  const tagMeant = (word: string) =>
    tagOf.get(word) ?? tagOf.get(wordsOfTags.get(normalize(word)) ?? '');
  const personOf = byId(everybody);
  const discussions = Map.groupBy(snapshot?.discussions ?? [], ({ post }) => post);
  const archives = await getCollection('responses');
  const said = new Map(archives.map(({ id, data }) => [id, data]));
  const made = entries.map((entry): Post => {
    const { id, data } = entry;
    const lang = data.fields.lang ?? language;
    const fields = printedFields(data.fields as PostFields<ImageMetadata>, lang);
    const { date } = fields;
    const permanentId = permanentIdOf(entry);
    const questionCount = data.questions.length;
    const entries = said.get(id) ?? { responses: [], lines: [] };
    const archive = responsesAmong(entries, `${id}/responses.yaml`, questionCount);
    // Nothing that was said is left out silently.
    const [wrong] = archive.problems;
    if (wrong) throw new Error(`${wrong.file}:${wrong.line ?? 1} ${wrong.message} ${wrong.hint}`);
    const conversation = conversationOf(
      { permanentId, questionCount },
      archive.responses,
      snapshot && { ...snapshot, discussions: discussions.get(permanentId) ?? [] },
      { timeZone, people: everybody, program, questionWords: addedQuestionWords() },
    );
    return {
      id,
      fields,
      entry,
      permanentId,
      shortAddress: site.urls.absolute(site.urls.short(shortCode(permanentId))),
      ...postDates(fields, timeZone),
      conversation,
      archivedIds: archive.responses.map((response) => response.id),
      responseCount: conversation.count,
      reactionCount: Object.values(conversation.reactions).reduce((sum, one) => sum + one, 0),
      kind: fields.kind,
      title: fields.title,
      summary: fields.summary,
      date: date.includes('T') ? dayIn(momentOf(date, timeZone), timeZone) : date,
      callNumber: numbers.get(permanentId),
      round:
        fields.round === undefined
          ? undefined
          : (roundOf.get(fields.round) ?? { id: fields.round, label: fields.round }),
      authors: fields.authors.map((author) => personOf.get(author) ?? { id: author, name: author }),
      tags: [...new Set(fields.tags.flatMap((tag) => tagMeant(tag) ?? []))],
      questions: data.questions.map((question: Question) => ({
        ...question,
        text: typeset(question.text, lang),
      })),
      questionCount,
      anchors: data.anchors,
      minutes: minutesToRead(entry.body ?? ''),
      lang,
      withdrawn: fields.withdrawn !== undefined,
      unseen: unseenAs(fields),
    };
  });
  const [shared] = duplicateCodes(made.map(({ permanentId }) => permanentId));
  if (shared) {
    throw new Error(
      `${shared.join(' and ')} would have the same short address. Rename the folder of the newer post.`,
    );
  }
  return newestFirst(made);
}

function permanentIdOf({ id, data }: CollectionEntry<'posts'>): string {
  return permanentId({ id, formerly: data.fields.formerly });
}

/** The moment of the last real change among posts, ISO 8601; undefined for none. */
export function lastModified(listed: readonly Post[]): string | undefined {
  const moments = listed.map(({ modified }) => modified.getTime());
  return moments.length > 0 ? new Date(Math.max(...moments)).toISOString() : undefined;
}

/** What front matter says in sentences, with the quotation marks and apostrophes of print. */
function printedFields(fields: PostFields<ImageMetadata>, lang: string): PostFields<ImageMetadata> {
  const { title, summary, cover, correction, withdrawn } = fields;
  return {
    ...fields,
    title: typeset(title, lang),
    // The summary of a withdrawn post went with it: the reason stands wherever one is shown.
    summary: typeset(withdrawn ?? summary, lang),
    ...(correction && { correction: typeset(correction, lang) }),
    ...(withdrawn && { withdrawn: typeset(withdrawn, lang) }),
    ...(cover?.caption && { cover: { ...cover, caption: typeset(cover.caption, lang) } }),
  };
}

function byId<Item extends { id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

/** The program's day at the build's moment. */
export const today = dayIn(buildMoment, program.timeZone);

/** When the next topic comes out, where one is scheduled; nothing else of it is told. */
export const nextTopic = once(async (): Promise<Date | undefined> => {
  const { timeZone } = program;
  const moments = (await getCollection('posts'))
    .map(({ data }) => data.fields)
    .filter((fields) => asksQuestions(program, fields.kind) && !fields.draft && !fields.withdrawn)
    .map((fields) => momentOf(fields.date, timeZone))
    .filter((moment) => moment > buildMoment)
    .toSorted((a, b) => a.getTime() - b.getTime());
  return moments[0];
});

/** Every published response to a post that a visitor may see, newest first. */
export const latestResponses = once(async (): Promise<{ post: Post; response: Response }[]> => {
  const shown = (await posts()).filter((post) => !post.withdrawn);
  return latest(shown.map((post) => ({ post, conversation: post.conversation })));
});

function readSavedSnapshot() {
  const file = join(responsesFolder(), 'discussions.json');
  return existsSync(file)
    ? readSnapshot(readFileSync(file, 'utf8'), file, program.giscus)
    : undefined;
}

function unseenAs(fields: PostFields<ImageMetadata>): Post['unseen'] {
  if (fields.draft) return 'draft';
  return isPublished(fields, buildMoment, program.timeZone) ? undefined : 'scheduled';
}

/** A post's or page's text as a component, with its headings. */
export function textOf({ entry }: Post | Page) {
  return render(entry);
}

/** A post's or page's text as a tree that depends on no page; see `proseTree`. */
export function proseOf({ entry }: Post | Page): ProseRoot {
  return JSON.parse(entry.data.prose);
}

/** The links and pictures in the text of a post without components; see `addressedNodes`. */
export function addressedIn({ entry }: Post): readonly AddressedNode[] {
  return JSON.parse(entry.data.addressed);
}

/** The standing pages as the footer names them. */
export const footerPages = once(
  async (): Promise<readonly { title: string; href: string }[]> =>
    (await standingPages()).map((page) => ({ title: page.title, href: site.urls.page(page.id) })),
);

/** Reads once what every page asks for; this module is made anew when content changes. */
function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let known: Promise<Value> | undefined;
  return () => {
    known ??= read();
    return known;
  };
}
