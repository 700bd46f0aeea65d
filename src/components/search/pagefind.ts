import { FACETS, type Facet, type Query } from '../../blog/search.ts';
import {
  type FoundHead,
  filterFiles,
  openingFiles,
  SEARCH_FILES,
  type SearchMap,
  type SearchTitles,
  titlesFile,
  wordFiles,
} from '../../blog/search-map.ts';
import type { FoundPage } from '../../blog/search-passages.ts';
import { searchTerm } from '../../blog/search-text.ts';

/** The site's root with the base path and a slash at its end. */
export const root = `/${import.meta.env.BASE_URL}/`.replace(/\/+/g, '/');

/** What was found for a query. */
export interface Answer {
  total: number;
  /** How many of each choice there would be, if it were chosen too. */
  counts: Partial<Record<Facet, Readonly<Record<string, number>>>>;
  /** What the first pages are called; it is there before their texts are. */
  heads(count: number): Promise<FoundHead[]>;
  /** The pages from one place in the list up to another. */
  pages(from: number, to: number): Promise<FoundPage[]>;
}

interface Pagefind {
  search(words: string | null, options: Options): Promise<Results>;
  filters(): Promise<unknown>;
}
interface Options {
  filters: Record<string, { any: readonly string[] }>;
  sort?: Record<string, 'desc'>;
}
interface Results {
  results: { id: string; data(): Promise<FoundPage> }[];
  filters: Record<string, Record<string, number>>;
}

/**
 * The search index. Opening it fetches all its files at once; Pagefind would ask for one after the
 * other, and each question takes half a second on a slow line.
 */
export class SearchIndex {
  static #opened: SearchIndex | undefined;
  readonly map: Promise<SearchMap>;
  readonly #pagefind: Promise<Pagefind>;
  #fetched = new Set<string>();
  #named: Promise<SearchTitles> | undefined;

  /**
   * The index, opened once for a page.
   *
   * @param asked the map, where it has been asked for already
   * @param isCounted whether choices will be counted
   */
  static open(asked?: Promise<Response>, isCounted = false): SearchIndex {
    SearchIndex.#opened ??= new SearchIndex(asked, isCounted);
    return SearchIndex.#opened;
  }

  constructor(asked: Promise<Response> | undefined, isCounted: boolean) {
    for (const file of [SEARCH_FILES.worker, SEARCH_FILES.wasm]) this.#fetch(file);
    this.map = readMap(asked ?? askForMap());
    this.#pagefind = this.#open();
    if (isCounted) this.#prepareFilters().catch(() => {});
    this.#pagefind.catch(() => {
      SearchIndex.#opened = undefined;
    });
  }

  /** Fetches what will be needed to look for the words, while somebody still writes them. */
  prepare(words: string) {
    const fetchWords = (map: SearchMap) => {
      for (const file of wordFiles(map, searchTerm(words))) this.#fetch(file);
    };
    this.map.then(fetchWords, () => {});
  }

  async #prepareFilters() {
    for (const file of filterFiles(await this.map)) this.#fetch(file);
  }

  /** Looks for words and choices. Without either everything is found, the newest first. */
  async ask(query: Query, isCounted: boolean): Promise<Answer> {
    const index = await this.#pagefind;
    if (isCounted) {
      await this.#prepareFilters();
      await index.filters();
    }
    const asked = query.words ? searchTerm(query.words) : null;
    const sort = query.isNewestFirst || !query.words ? { sort: { day: 'desc' as const } } : {};
    const look = (facets: readonly Facet[]) =>
      index.search(asked, { filters: filtersOf(query, facets), ...sort });
    const { results, filters } = await look(FACETS);
    const counts: Answer['counts'] = { ...filters };
    // Choices of one facet add to each other, so each is counted as if none of it were chosen.
    const open = isCounted ? FACETS.filter((facet) => query.chosen[facet]) : [];
    for (const facet of open) {
      const without = await look(FACETS.filter((other) => other !== facet));
      counts[facet] = without.filters[facet] ?? {};
    }
    const pages = (from: number, to: number) =>
      Promise.all(results.slice(from, to).map((result) => result.data()));
    const heads = async (count: number) => {
      const titles = await this.#titles();
      return results.slice(0, count).flatMap(({ id }) => titles[id] ?? []);
    };
    return { total: results.length, counts, heads, pages };
  }

  async #open(): Promise<Pagefind> {
    const script = import(/* @vite-ignore */ `${root}pagefind/${SEARCH_FILES.script}`);
    const map = await this.map;
    for (const file of openingFiles(map)) this.#fetch(file);
    const { createInstance } = await script;
    return createInstance({ metaCacheTag: map.index });
  }

  /** Fetches a file before Pagefind's worker asks for it, which then has it from the cache. */
  #fetch(file: string) {
    if (this.#fetched.has(file)) return;
    this.#fetched.add(file);
    fetch(`${root}pagefind/${file}`)
      .then((answer) => answer.arrayBuffer())
      .catch(() => {});
  }

  async #titles(): Promise<SearchTitles> {
    this.#named ??= fetch(`${root}pagefind/${titlesFile(await this.map)}`)
      .then((answer) => answer.json())
      .then((titles: SearchTitles) => {
        const whole = ([id, head]: [string, FoundHead]) => [id, { ...head, url: root + head.url }];
        return Object.fromEntries(Object.entries(titles).map(whole));
      });
    return this.#named;
  }
}

function filtersOf({ chosen }: Query, facets: readonly Facet[]): Options['filters'] {
  return Object.fromEntries(
    facets.flatMap((facet) => {
      const any = chosen[facet];
      return any ? [[facet, { any }]] : [];
    }),
  );
}

/** The map is always asked for anew; everything else is named after its content. */
function askForMap(): Promise<Response> {
  return fetch(`${root}pagefind/${SEARCH_FILES.map}`, { cache: 'no-cache' });
}

async function readMap(asked: Promise<Response>): Promise<SearchMap> {
  const response = await asked;
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return await response.json();
}
