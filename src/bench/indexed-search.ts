import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { IndexFiles } from '../search/build/stable-index.ts';
import type { Dictionary } from '../search/dictionary.ts';
import { type FoundPage, withWholePhrases } from '../search/excerpts.ts';
import { INDEX_NAME, SEARCH_FILES } from '../search/index-files.ts';
import { type SearchMap, type Spellings, spellingFile } from '../search/index-map.ts';
import { findPages, type Pagefind, RANKING } from '../search/lookup.ts';
import { searchTerms } from '../search/search-terms.ts';
import { meantWords } from '../search/suggestion.ts';

/** Looks for words in an index as the site does, without a browser. */
export interface IndexedSearch {
  /** The pages that are found, the closest match first. */
  find(words: string): Promise<FoundPage[]>;
  /** Their addresses alone, below the site's root. */
  addresses(words: string): Promise<string[]>;
  /** What somebody may have meant whose words are nowhere. */
  meant(words: string): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Opens an index of the site's own making, from memory. */
export async function indexedSearch(files: IndexFiles): Promise<IndexedSearch> {
  const { index, close } = await openPagefind<FoundPage>(files, {
    metaCacheTag: INDEX_NAME,
    ranking: RANKING,
  });
  const read = (file: string) => JSON.parse(Buffer.from(files.get(file) ?? '').toString());
  const map: SearchMap = read(SEARCH_FILES.map);
  const dictionary: Dictionary = {
    around: async (word): Promise<Spellings | undefined> => {
      const file = spellingFile(map, word);
      return file === undefined ? undefined : read(file);
    },
    all: async () => map.spellings.map(({ file }): Spellings => read(file)),
  };
  const found = (words: string) => findPages(index, searchTerms(words), dictionary);
  return {
    find: async (words) => {
      const pages = await Promise.all((await found(words)).map((page) => page.data()));
      return pages.map((page) => withWholePhrases(page, searchTerms(words)));
    },
    addresses: async (words) => {
      const pages = await Promise.all((await found(words)).map((page) => page.data()));
      return pages.map(({ url }) => url.slice(1));
    },
    meant: (words) => meantWords(index, words, dictionary),
    close,
  };
}

/** Opens an index of Pagefind's with its own script. */
export async function openPagefind<Page>(
  files: IndexFiles,
  options: object = {},
): Promise<{ index: Pagefind<Page>; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? '').replace(/^\/pagefind\/|\?.*$/g, ''));
    const content = files.get(name);
    response.writeHead(content ? 200 : 404).end(content);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  // Without a browser the script has to lie on the disk, and it is told where the rest is.
  const folder = await mkdtemp(join(tmpdir(), 'pagefind-'));
  const script = join(folder, 'pagefind.mjs');
  await writeFile(script, files.get(SEARCH_FILES.script) ?? '');
  const { createInstance } = await import(pathToFileURL(script).href);
  const basePath = `http://127.0.0.1:${port}/pagefind/`;
  const index = createInstance({ basePath, baseUrl: '/', ...options });
  return {
    index,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
      await rm(folder, { recursive: true });
    },
  };
}
