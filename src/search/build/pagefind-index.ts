import { close, createIndex } from 'pagefind';
import { prune, remember } from '../../core/cache/store.ts';
import { SEARCH_FILES } from '../index-files.ts';
import { type FoundHead, type SearchMap, type SearchTitles, TITLES_KNOWN } from '../index-map.ts';
import type { SearchRecords } from '../record.ts';
import { searchPage } from '../record.ts';
import { type IndexFiles, stableIndex, textOfPacked } from './stable-index.ts';

/**
 * The files of the search index (Pagefind) of a catalogue, with the map of it, by their paths in the
 * index's folder.
 *
 * All languages are in one index, so that one question finds them all: words are reduced to their
 * stems as in the site's language, and those of others are found as they are written.
 *
 * @param ask how Pagefind is asked: {@link askPagefind}, or {@link rememberedIndex} while building
 * @throws with Pagefind's own words where it fails
 */
export async function searchIndexFiles(
  catalogue: SearchRecords,
  ask: (input: IndexInput) => Promise<IndexFiles> = askPagefind,
): Promise<IndexFiles> {
  const { language, records } = catalogue;
  const made = await ask({
    language: stemLanguage(language),
    pages: records.map((record) => ({ url: `/${record.path}`, content: searchPage(record) })),
  });
  const { files, ...places } = stableIndex(made);
  const map: SearchMap = { ...places, tags: catalogue.tags, archive: catalogue.archive };
  const titles = titlesIn(files, newestOf(catalogue));
  files.set(SEARCH_FILES.titles, Buffer.from(JSON.stringify(titles)));
  files.set(SEARCH_FILES.map, Buffer.from(JSON.stringify(map)));
  return files;
}

/** All that Pagefind is told. */
interface IndexInput {
  language: string;
  pages: { url: string; content: string }[];
}

/** Asks Pagefind and keeps its answer between builds; asks again only when it would be told another thing. */
export async function rememberedIndex(input: IndexInput): Promise<IndexFiles> {
  const made = await remember('search-index', JSON.stringify(input), () => askPagefind(input));
  prune('search-index');
  return made;
}

/**
 * Asks Pagefind for an index, without the interfaces that it adds. It is asked for the files: where
 * it writes them itself, it says that it is done before they are.
 */
async function askPagefind({ language, pages }: IndexInput): Promise<IndexFiles> {
  const { index, errors } = await createIndex({ forceLanguage: language });
  if (!index) throw new Error(`The search index could not be made: ${errors.join(' ')}`);
  const problems: string[] = [];
  for (const page of pages) {
    const added = await index.addHTMLFile(page);
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

/** The paths of those pages whose titles can be shown before their texts. */
function newestOf({ records }: SearchRecords): Set<string> {
  const newest = records.toSorted((a, b) => (a.day > b.day ? -1 : Number(a.day < b.day)));
  return new Set(newest.slice(0, TITLES_KNOWN).map(({ path }) => path));
}

/** What pages of an index are called. */
function titlesIn(files: IndexFiles, paths: ReadonlySet<string>): SearchTitles {
  const fragments = [...files].flatMap(([path, content]) => {
    const [, id] = /^fragment\/(.+)\.pf_fragment$/.exec(path) ?? [];
    return id ? [[id, content] as const] : [];
  });
  const heads = fragments.map(([id, content]) => {
    const { url, meta }: FoundHead = JSON.parse(textOfPacked(content));
    return [id, { url: url.replace(/^\//, ''), meta }] as const;
  });
  const known = heads.filter(([, { url }]) => paths.has(url));
  return Object.fromEntries(known.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Languages without spaces are parted by us, so that they need no stems. */
function stemLanguage(language: string): string {
  const first = language.split('-')[0] ?? '';
  return ['zh', 'ja', 'th', 'lo', 'km', 'my'].includes(first) ? 'unknown' : first;
}
