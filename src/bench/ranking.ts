import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import { textContent } from '../core/text/hast.ts';
import type { IndexFiles } from '../search/build/stable-index.ts';
import { textOfPacked } from '../search/build/stable-index.ts';
import { FACETS_FILE, SEARCH_FILES } from '../search/index-files.ts';
import type { SearchFacets, SearchMap } from '../search/index-map.ts';
import type { ShownPage } from '../search/record.ts';
import { indexedSearch, openPagefind } from './indexed-search.ts';
import { Chance } from './words.ts';

/** What is looked for, and the pages that are a right answer. */
export interface Judgement {
  kind: 'links' | 'titles' | 'synonyms' | 'slips';
  words: string;
  /** Addresses below the site's root: any of them will do. */
  answers: ReadonlySet<string>;
  /** A page that is none of the results that count: the one on which the link stands. */
  aside?: string | undefined;
}

/** How good the answers of a search are, each from 0 to 1. */
export interface Rank {
  search: string;
  kind: Judgement['kind'] | 'all';
  queries: number;
  /** How often the first result is right, and one of the first three. */
  first: number;
  firstThree: number;
  /** Mean reciprocal rank of the first right one among ten (MRR@10). */
  reciprocal: number;
}

/** Finds addresses below the site's root, the closest match first. */
type Search = (words: string) => Promise<string[]>;

/**
 * Ranks our search beside Pagefind's as it is without further doing, over the pages of the site, and
 * MiniSearch as its documentation shows it, over the same texts as ours. Where a search asks whether
 * something else was meant, that is taken as said yes to.
 *
 * @param site a built site that lives at `/`
 */
export async function rankSearches(site: string): Promise<Rank[]> {
  const index = indexIn(site);
  const pages = pagesOf(index);
  const all = judgements(site, index, pages);
  const ours = await indexedSearch(index);
  const stock = await stockSearch(site, pages);
  const searches: Record<string, Search> = {
    ours: async (words) => {
      const found = await ours.addresses(words);
      const meant = found.length > 0 ? undefined : await ours.meant(words);
      return meant === undefined ? found : ours.addresses(meant);
    },
    Pagefind: stock.search,
    MiniSearch: miniSearch(pages),
  };
  const ranks: Rank[] = [];
  for (const [name, search] of Object.entries(searches)) {
    const places = await Promise.all(all.map((one) => placeOf(one, search)));
    const kinds = [...new Set(all.map(({ kind }) => kind)), 'all' as const];
    for (const kind of kinds) {
      const some = places.filter((_, at) => kind === 'all' || all[at]?.kind === kind);
      ranks.push({ search: name, kind, ...scoreOf(some) });
    }
  }
  await Promise.all([ours.close(), stock.close()]);
  return ranks;
}

/** The place of the first right answer from 1, or infinitely far away. */
async function placeOf({ words, answers, aside }: Judgement, search: Search): Promise<number> {
  const found = (await search(words)).filter((address) => address !== aside);
  const at = found.findIndex((address) => answers.has(address));
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

export function scoreOf(places: readonly number[]): Omit<Rank, 'search' | 'kind'> {
  const share = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, places.length);
  return {
    queries: places.length,
    first: share(places.map((place) => Number(place === 1))),
    firstThree: share(places.map((place) => Number(place <= 3))),
    reciprocal: share(places.map((place) => (place <= 10 ? 1 / place : 0))),
  };
}

function indexIn(site: string): IndexFiles {
  const folder = join(site, 'pagefind');
  const files = globSync('**/*.*', { cwd: folder });
  return new Map(
    files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file))]),
  );
}

function pagesOf(index: IndexFiles): ShownPage[] {
  return [...index]
    .filter(([path]) => path.startsWith('fragment/'))
    .map(([, content]): ShownPage => JSON.parse(textOfPacked(content)));
}

/** What the site itself says of what should be found. */
function judgements(site: string, index: IndexFiles, pages: readonly ShownPage[]): Judgement[] {
  const addressOf = ({ url }: ShownPage) => url.slice(1);
  const titles = pages.map((page) => ({ page, words: wordsOf(page.meta['title'] ?? '') }));
  const answersTo = (words: readonly string[]) =>
    new Set(
      titles
        .filter((title) => words.every((word) => title.words.includes(word)))
        .map(({ page }) => addressOf(page)),
    );
  const shortened = titles.flatMap(({ words }): Judgement[] => {
    const two = longest(words, 2);
    return two.length < 2
      ? []
      : [{ kind: 'titles', words: two.join(' '), answers: answersTo(two) }];
  });
  const slips = titles.flatMap(({ words }, at): Judgement[] => {
    const [word] = longest(words, 1);
    if (!word || word.length < 6 || !/^\p{ASCII}+$/u.test(word)) return [];
    return [{ kind: 'slips', words: slip(word, at), answers: answersTo([word]) }];
  });
  const links = pages.flatMap((page) => linksIn(site, page, new Set(pages.map(addressOf))));
  return [...links, ...shortened, ...synonymsIn(index, pages), ...slips];
}

/** The words of each link in a text that leads to another post or page. */
function linksIn(site: string, page: ShownPage, known: ReadonlySet<string>): Judgement[] {
  const tree = fromHtml(readFileSync(join(site, page.url, 'index.html'), 'utf8'));
  const links = elementsIn(tree, ({ properties }) => isProse(properties)).flatMap((prose) =>
    elementsIn(prose, ({ tagName }) => tagName === 'a'),
  );
  const aside = page.url.slice(1);
  return links.flatMap((link): Judgement[] => {
    const address = String(link.properties['href'] ?? '').replace(/^\/|#.*$/g, '');
    const words = textContent(link).trim();
    const isOther = known.has(address) && address !== aside && /\p{L}{4}/u.test(words);
    return isOther ? [{ kind: 'links', words, answers: new Set([address]), aside }] : [];
  });
}

function isProse({ className }: Element['properties']): boolean {
  return [className ?? []].flat().includes('prose');
}

function elementsIn(node: Nodes, isWanted: (element: Element) => boolean): Element[] {
  if (node.type === 'element' && isWanted(node)) return [node];
  return 'children' in node ? node.children.flatMap((child) => elementsIn(child, isWanted)) : [];
}

/** Other names of tags; right is what is filed under the tag. */
function synonymsIn(index: IndexFiles, pages: readonly ShownPage[]): Judgement[] {
  const read = (file: string) => JSON.parse(Buffer.from(index.get(file) ?? '').toString());
  const { tags }: SearchMap = read(SEARCH_FILES.map);
  const facets: SearchFacets = read(FACETS_FILE);
  const addresses = new Map(
    [...index]
      .filter(([path]) => path.startsWith('fragment/'))
      .map(([path], at) => [
        path.replace(/^fragment\/|\.pf_fragment$/g, ''),
        pages[at]?.url.slice(1),
      ]),
  );
  return tags.flatMap(({ id, synonyms }) => {
    const places = facets.choices['tag']?.[id] ?? [];
    const answers = places.map((place) => addresses.get(facets.pages[place] ?? '') ?? '');
    return synonyms.map(
      (words): Judgement => ({ kind: 'synonyms', words, answers: new Set(answers) }),
    );
  });
}

function wordsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [])];
}

/** So many of the longest words, in their order. */
function longest(words: readonly string[], count: number): string[] {
  const most = words.toSorted((a, b) => b.length - a.length).slice(0, count);
  return words.filter((word) => most.includes(word));
}

/** A word with one slip behind its first letter: one left out, doubled, or two that changed places. */
function slip(word: string, seed: number): string {
  const chance = new Chance(seed);
  const at = 1 + chance.below(word.length - 2);
  const [before, here = '', next = '', after] = [
    ...[word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)],
  ];
  return before + chance.oneOf([next, here + here + next, next + here]) + after;
}

/** Pagefind as it comes: over the same pages as they are built, with nothing told but where to begin. */
async function stockSearch(
  site: string,
  pages: readonly ShownPage[],
): Promise<{ search: Search; close: () => Promise<void> }> {
  const { index: made } = await createIndex({ rootSelector: 'main', forceLanguage: 'en' });
  for (const { url } of pages) {
    const content = readFileSync(join(site, url, 'index.html'), 'utf8');
    await made?.addHTMLFile({ url, content });
  }
  const { files } = (await made?.getFiles()) ?? { files: [] };
  await close();
  const content = new Map(files.map((file) => [file.path.replaceAll('\\', '/'), file.content]));
  const { index, close: end } = await openPagefind<{ url: string }>(content);
  const search = async (words: string) => {
    const { results } = await index.search(words, {});
    const found = await Promise.all(results.slice(0, 20).map((result) => result.data()));
    return found.map(({ url }) => url.replace(/^\//, ''));
  };
  return { search, close: end };
}

/** MiniSearch, with titles that count more, beginnings of words and slips, as its documentation has it. */
function miniSearch(pages: readonly ShownPage[]): Search {
  const index = new MiniSearch({
    fields: ['title', 'text'],
    searchOptions: { boost: { title: 2 }, prefix: true, fuzzy: 0.2 },
  });
  index.addAll(
    pages.map(({ url, content, meta }) => ({
      id: url.slice(1),
      title: meta['title'],
      text: content.replaceAll('\n', ''),
    })),
  );
  return async (words) => index.search(words).map(({ id }) => String(id));
}
