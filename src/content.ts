import { type CollectionEntry, getCollection, render } from 'astro:content';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import programText from '@content/program.yaml?raw';
import type { ImageMetadata } from 'astro';
import { type ContentPost, postMaker } from './content-post.ts';
import { languagesFrom } from './core/content-files/language-files.ts';
import { readYaml } from './core/content-files/yaml.ts';
import { languageName } from './core/i18n/language-name.ts';
import { addLanguages } from './core/i18n/languages.ts';
import { wordsFor } from './core/i18n/words.ts';
import type { AddressedNode } from './core/markdown/addressed-nodes.ts';
import type { ProseRoot } from './core/markdown/prose-tree.ts';
import { dayIn, momentOf } from './core/model/dates.ts';
import { asksQuestions } from './core/model/kinds.ts';
import type { StandingPage } from './core/model/page.ts';
import type { Person } from './core/model/person.ts';
import { newestFirst } from './core/model/post-summary.ts';
import { programSchema } from './core/model/program.ts';
import { isPublished } from './core/model/publication.ts';
import type { Round } from './core/model/round.ts';
import type { Tag } from './core/model/tag.ts';
import type { Site } from './core/site/site.ts';
import { siteUrls } from './core/site/urls.ts';
import {
  hasSocialCards,
  isPractice,
  isPreview,
  responsesFolder,
  runMoment,
} from './environment.ts';
import { latest, type Response } from './responses/response.ts';
import { readSnapshot } from './responses/snapshot.ts';

/** A post that a visitor may see. */
export interface Post extends ContentPost<ImageMetadata> {
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
  isPractice: isPractice(),
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

/**
 * The languages that posts are in, the site's own first, then by their names in the site's language. A
 * blog with one language has no list of them.
 */
export const postLanguages = once(async (): Promise<readonly string[]> => {
  const found = new Set((await posts()).map(({ lang }) => lang));
  const others = [...found].filter((lang) => lang !== program.language);
  if (others.length === 0) return [];
  const nameOf = (lang: string) => languageName(lang, program.language);
  const named = others.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), program.language));
  return found.has(program.language) ? [program.language, ...named] : named;
});

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
  const entries = (await getCollection('posts')).filter(
    ({ data }) => import.meta.env.DEV || isPublished(data.fields, buildMoment, program.timeZone),
  );
  const [allRounds, allTags, everybody, listedTags, archives] = await Promise.all([
    rounds(),
    tags(),
    people(),
    tagsAsListed(),
    getCollection('responses'),
  ]);
  const make = postMaker(entries, {
    ...{ site, snapshot, moment: buildMoment },
    ...{ rounds: allRounds, tags: allTags, people: everybody, listedTags },
    archives: new Map(archives.map(({ id, data }) => [id, data])),
  });
  return newestFirst(entries.map((entry) => ({ ...make(entry), entry })));
}

/** The moment of the last real change among posts, ISO 8601; undefined for none. */
export function lastModified(listed: readonly Post[]): string | undefined {
  const moments = listed.map(({ modified }) => modified.getTime());
  return moments.length > 0 ? new Date(Math.max(...moments)).toISOString() : undefined;
}

/** The program's day at the build's moment. */
export const today = dayIn(buildMoment, program.timeZone);

/** When the next topic comes out, where one is scheduled; nothing else of it is told. */
export const nextTopic = once(async (): Promise<Date | undefined> => {
  const { timeZone } = program;
  const moments = (await getCollection('posts'))
    .map(({ data }) => data.fields)
    .filter((fields) => asksQuestions(program, fields.kind) && !fields.draft && !fields.withdrawn)
    .filter((fields) => fields.translationOf === undefined)
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
