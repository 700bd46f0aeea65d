import type { Facet } from '../../core/model/facets.ts';
import type { Dictionary } from '../dictionary.ts';
import { type FoundPage, withWholePhrases } from '../excerpts.ts';
import { countChoices, matchingChoices } from '../facets.ts';
import { FACETS_FILE, INDEX_NAME, SEARCH_FILES } from '../index-files.ts';
import {
  type FoundHead,
  type SearchFacets,
  type SearchMap,
  type SearchTitles,
  type Spellings,
  spellingFile,
  wordFiles,
} from '../index-map.ts';
import { type Found, findPages, type Pagefind, RANKING } from '../lookup.ts';
import type { Query } from '../query.ts';
import { searchTerms } from '../search-terms.ts';

/** The site's root with the base path and a slash at its end. */
export const root = `/${import.meta.env.BASE_URL}/`.replace(/\/+/g, '/');

/** What was found for a query. */
export interface Answer {
  total: number;
  /** How many of each choice there would be, if it were chosen too. */
  counts: Partial<Record<Facet, Readonly<Record<string, number>>>>;
  /** What the first pages are called, as far as it is known before their texts are there. */
  heads(count: number): Promise<FoundHead[]>;
  /** The pages from one place in the list up to another. */
  pages(from: number, to: number): Promise<FoundPage[]>;
}

/** Files of the index that have been asked for, by name. */
export type AskedFiles = Record<string, Promise<Blob>>;

/**
 * The search index. Opening it fetches all that a search begins with at once; Pagefind's worker
 * would ask for one after the other, and each question takes half a second on a slow line. It has
 * them from the browser's cache then.
 */
export class SearchIndex {
  static #opened: SearchIndex | undefined;
  readonly map: Promise<SearchMap>;
  readonly #pagefind: Promise<Pagefind<FoundPage>>;
  readonly #dictionary: Dictionary;
  readonly #asked: AskedFiles;
  #asking: Promise<Answer | undefined> = Promise.resolve(undefined);
  #turn = 0;

  /**
   * The index, opened once for a page.
   *
   * @param asked what has been asked for already
   * @param isCounted whether choices will be counted
   */
  static open(asked?: AskedFiles, isCounted = false): SearchIndex {
    SearchIndex.#opened ??= new SearchIndex(asked, isCounted);
    return SearchIndex.#opened;
  }

  /** Lets the next search open the index anew: something went wrong with it. */
  static forget() {
    SearchIndex.#opened = undefined;
  }

  constructor(asked: AskedFiles = {}, isCounted = false) {
    this.#asked = asked;
    for (const file of Object.values(SEARCH_FILES)) {
      if (file !== SEARCH_FILES.titles || !isCounted) this.#fetch(file, 'no-cache');
    }
    this.map = this.#read(SEARCH_FILES.map);
    this.#pagefind = this.#open();
    this.#dictionary = this.#spellings();
    if (isCounted) this.#fetch(FACETS_FILE, 'no-cache');
    this.#pagefind.catch(() => {});
  }

  /** Fetches what will be needed to look for the words, while somebody still writes them. */
  prepare(words: string) {
    const fetchWords = (map: SearchMap) => {
      for (const file of wordFiles(map, words)) this.#fetch(file);
    };
    this.map.then(fetchWords, () => {});
  }

  /**
   * Looks for words and choices. Without either everything is found, the newest first.
   *
   * @returns nothing where another question was asked before this one was answered
   */
  async ask(query: Query, isCounted: boolean): Promise<Answer | undefined> {
    const turn = ++this.#turn;
    const index = await this.#pagefind;
    // One question at a time: a slow phone still answers the first letters when the last are there.
    await this.#asking.catch(() => {});
    if (turn !== this.#turn) return undefined;
    this.#asking = this.#answer(index, query, isCounted);
    const answer = await this.#asking;
    return turn === this.#turn ? answer : undefined;
  }

  async #answer(index: Pagefind<FoundPage>, query: Query, isCounted: boolean): Promise<Answer> {
    const terms = searchTerms(query.words);
    const sort = query.isNewestFirst || !query.words ? { sort: { day: 'desc' as const } } : {};
    const found = query.words
      ? await findPages(index, terms, this.#dictionary, sort)
      : (await index.search(null, sort)).results;
    const facets = isCounted ? await this.#read<SearchFacets>(FACETS_FILE) : undefined;
    const isChosen = facets ? matchingChoices(facets, query.chosen) : () => true;
    const results = found.filter(({ id }) => isChosen(id));
    const counts = facets
      ? countChoices(
          facets,
          query.chosen,
          found.map(({ id }) => id),
        )
      : {};
    const pages = async (from: number, to: number) => {
      const texts = await Promise.all(results.slice(from, to).map((result) => result.data()));
      return texts.map((page) => withWholePhrases(page, terms));
    };
    const heads = async (count: number) =>
      knownHeads(results.slice(0, count), await this.#read(SEARCH_FILES.titles));
    return { total: results.length, counts, heads, pages };
  }

  /** What somebody may have meant whose words were found nowhere, if that finds anything. */
  async meant(words: string): Promise<string | undefined> {
    const { meantWords } = await import('../suggestion.ts');
    return meantWords(await this.#pagefind, words, this.#dictionary);
  }

  #spellings(): Dictionary {
    const read = (file: string) => this.#read<Spellings>(file);
    return {
      around: async (word) => {
        const file = spellingFile(await this.map, word);
        return file === undefined ? undefined : read(file);
      },
      all: async () => Promise.all((await this.map).spellings.map(({ file }) => read(file))),
    };
  }

  async #open(): Promise<Pagefind<FoundPage>> {
    const { script, entry, meta } = SEARCH_FILES;
    const { createInstance } = await import(/* @vite-ignore */ addressOf(script));
    // Before these are there anew, the worker would take what the cache has of them.
    await Promise.all([entry, meta].map((file) => this.#fetch(file)));
    return createInstance({ metaCacheTag: INDEX_NAME, ranking: RANKING });
  }

  async #read<Content>(file: string): Promise<Content> {
    return JSON.parse(await (await this.#fetch(file)).text());
  }

  #fetch(file: string, cache: RequestCache = 'default'): Promise<Blob> {
    const asked = this.#asked[file];
    if (asked) return asked;
    const answer = ask(file, cache);
    answer.catch(() => {});
    this.#asked[file] = answer;
    return answer;
  }
}

function knownHeads(found: readonly Found<unknown>[], titles: SearchTitles): FoundHead[] {
  const heads = found.map(({ id }) => titles[id]);
  const unknown = heads.indexOf(undefined);
  return heads
    .slice(0, unknown < 0 ? undefined : unknown)
    .flatMap((head) => (head ? { ...head, url: root + head.url } : []));
}

async function ask(file: string, cache: RequestCache): Promise<Blob> {
  const answer = await fetch(addressOf(file), { cache });
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return await answer.blob();
}

function addressOf(file: string): string {
  return `${root}pagefind/${file}`;
}
