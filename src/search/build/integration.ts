import { copyFile, mkdir, rm } from 'node:fs/promises';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cacheFolder } from '../../core/cache/store.ts';
import { SEARCH_FILES } from '../index-files.ts';
import { waitingRecords } from './finish.ts';
import { searchIndexFiles } from './pagefind-index.ts';
import type { IndexFiles } from './stable-index.ts';
import { searchWordsModule } from './words-module.ts';

/** What the site says of itself for the index; see `pages/search/records.json.ts`. */
const RECORDS = 'search/records.json';

/**
 * Makes the search index while somebody writes, of the content as it is at the moment, whenever
 * somebody begins to search. Of a built site only what the index is made of is put aside; see
 * `finish.ts`.
 *
 * @param language the site's, in which the search speaks
 */
export function searchIndex(language: string): AstroIntegration {
  let base = '/';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [searchWordsModule(language)] } });
      },
      'astro:config:done': ({ config }) => {
        base = `/${config.base}/`.replace(/\/+/g, '/');
      },
      'astro:server:setup': ({ server, logger }) => {
        const index = liveIndex(async () => {
          const { port } = (server.httpServer as Server).address() as AddressInfo;
          const answer = await fetch(`http://localhost:${port}${base}${RECORDS}`);
          return await answer.text();
        });
        server.middlewares.use((request, response, next) => {
          const name = (request.url ?? '').split('?')[0]?.replace(base, '/') ?? '';
          if (!name.startsWith('/pagefind/')) return next();
          index(name.slice('/pagefind/'.length)).then(
            (content) => {
              if (!content) return next();
              const type = name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
              response.setHeader(
                'Content-Type',
                name.endsWith('.json') ? 'application/json' : type,
              );
              response.end(content);
            },
            (error: Error) => {
              logger.error(error.message);
              next();
            },
          );
        });
      },
      'astro:build:done': async ({ dir }) => {
        const site = fileURLToPath(dir);
        await mkdir(cacheFolder(), { recursive: true });
        await copyFile(join(site, RECORDS), waitingRecords());
        await rm(join(site, RECORDS));
      },
    },
  };
}

/**
 * An index that is made anew when what it is made of has changed and somebody asks for its map. It is
 * held in memory: what lies in the cache, the next build uses.
 */
function liveIndex(records: () => Promise<string>) {
  let known = '';
  let files: IndexFiles = new Map();
  let making: Promise<void> = Promise.resolve();
  const refresh = async () => {
    const now = await records();
    if (now === known) return;
    files = await searchIndexFiles(JSON.parse(now));
    known = now;
  };
  return async (name: string): Promise<Uint8Array | undefined> => {
    if (name === SEARCH_FILES.map || !known) making = making.catch(() => {}).then(refresh);
    await making;
    return files.get(name);
  };
}
