import { close, createIndex } from 'pagefind';
import { prune, remember } from '../../core/cache/store.ts';
import { FACETS } from '../../core/model/facets.ts';
import { FACETS_FILE, SEARCH_FILES } from '../index-files.ts';
import {
  type SearchFacets,
  type SearchMap,
  type SearchTitles,
  TITLES_KNOWN,
} from '../index-map.ts';
import type { SearchPage, SearchRecord, SearchRecords } from '../record.ts';
import { searchPage } from '../record.ts';
import { spellingFiles } from './spelling-files.ts';
import { type IndexFiles, stableIndex } from './stable-index.ts';

/**
 * The files of the search index (Pagefind) of a catalogue, with the map of it, by their paths in the
 * index's folder.
 *
 * All languages are in one index, so that one question finds them all: words are reduced to their
 * stems as in the site's language, and those of others are found as they are written.
 *
 * @param ask how an index is made: by Pagefind alone, or by {@link rememberedIndex} while building
 * @throws with Pagefind's own words where it fails
 */
export async function searchIndexFiles(
  catalogue: SearchRecords,
  ask: (input: IndexInput) => Promise<MadeIndex> = madeIndex,
): Promise<IndexFiles> {
  const { language, records, tags, archive } = catalogue;
  const pages = records.map((record) =>
    searchPage(
      record,
      tags.filter(({ id }) => record.facets.tag.includes(id)),
    ),
  );
  const { files, words, ids } = await ask({
    language: stemLanguage(language),
    pages: pages.map(({ indexed, shown }) => ({ indexed, shown })),
  });
  const idOf = (record: SearchRecord) => ids.get(`/${record.path}`) ?? '';
  const spelling = spellingFiles(pages);
  const map: SearchMap = { words, spellings: spelling.spellings, tags, archive };
  const added = {
    ...Object.fromEntries(spelling.files),
    [FACETS_FILE]: JSON.stringify(facetsIn(records, idOf)),
    [SEARCH_FILES.titles]: JSON.stringify(titlesIn(records, idOf)),
    [SEARCH_FILES.map]: JSON.stringify(map),
  };
  for (const [path, text] of Object.entries(added)) files.set(path, Buffer.from(text));
  return files;
}

/** All that an index is made of. */
interface IndexInput {
  language: string;
  pages: Pick<SearchPage, 'indexed' | 'shown'>[];
}

type MadeIndex = ReturnType<typeof stableIndex>;

/** Makes an index and keeps it between builds; makes it again only of another input. */
export async function rememberedIndex(input: IndexInput): Promise<MadeIndex> {
  const made = await remember('search-index', JSON.stringify(input), () => madeIndex(input));
  prune('search-index');
  return made;
}

async function madeIndex(input: IndexInput): Promise<MadeIndex> {
  const shown = new Map(input.pages.map((page) => [page.shown.url, page.shown]));
  return stableIndex(await askPagefind(input), shown);
}

/**
 * Asks Pagefind for an index, without the interfaces that it adds. It is asked for the files: where
 * it writes them itself, it says that it is done before they are.
 */
async function askPagefind({ language, pages }: IndexInput): Promise<IndexFiles> {
  const { index, errors } = await createIndex({ forceLanguage: language });
  if (!index) throw new Error(`The search index could not be made: ${errors.join(' ')}`);
  const problems: string[] = [];
  for (const { indexed, shown } of pages) {
    const added = await index.addHTMLFile({ url: shown.url, content: indexed });
    problems.push(...added.errors);
  }
  const made = await index.getFiles();
  await close();
  problems.push(...made.errors);
  if (problems.length > 0) throw new Error(`The search index failed: ${problems.join(' ')}`);
  const needed: string[] = [SEARCH_FILES.script, SEARCH_FILES.worker];
  const files = made.files.map(({ path, content }) => [slashed(path), content] as const);
  return new Map(files.filter(([path]) => !/\.(js|css)$/.test(path) || needed.includes(path)));
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}

/** What the newest pages are called, which can be shown before their texts. */
function titlesIn(
  records: readonly SearchRecord[],
  idOf: (record: SearchRecord) => string,
): SearchTitles {
  const newest = records.toSorted((a, b) => (a.day > b.day ? -1 : Number(a.day < b.day)));
  const heads = newest.slice(0, TITLES_KNOWN).map((record) => {
    const { path, title, kind, month, lang } = record;
    return [idOf(record), { url: path, meta: { title, kind, month, lang } }] as const;
  });
  return Object.fromEntries(heads.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** What pages are filed under, choice by choice. */
function facetsIn(
  records: readonly SearchRecord[],
  idOf: (record: SearchRecord) => string,
): SearchFacets {
  const choices: Record<string, Record<string, number[]>> = {};
  for (const facet of FACETS) {
    const places: Record<string, number[]> = Object.create(null);
    for (const [at, { facets }] of records.entries()) {
      for (const id of facets[facet]) {
        places[id] ??= [];
        places[id].push(at);
      }
    }
    choices[facet] = places;
  }
  return { pages: records.map(idOf), choices };
}

/** Languages without spaces are parted by us, so that they need no stems. */
function stemLanguage(language: string): string {
  const first = language.split('-')[0] ?? '';
  return ['zh', 'ja', 'th', 'lo', 'km', 'my'].includes(first) ? 'unknown' : first;
}
