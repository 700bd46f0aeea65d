import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { SEARCH_FILES } from '../blog/search-files.ts';
import type { SearchCatalogue } from '../blog/search-record.ts';
import { askOnce, searchIndexFiles } from './search-index-files.ts';
import { SiteFiles } from './site-files.ts';
import type { IndexFiles } from './steady-search-index.ts';

/** What the site says of itself for the index; see `pages/search/records.json.ts`. */
const RECORDS = 'search/records.json';

/**
 * Makes the search index: of a built site into its folder `pagefind/`; while writing, of the
 * content as it is at the moment, whenever somebody begins to search.
 */
export function searchIndex(out: SiteFiles): AstroIntegration {
  let base = '/';
  return {
    name: 'search-index',
    hooks: {
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
            (file) => {
              if (!file) return next();
              const type = file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
              response.setHeader(
                'Content-Type',
                file.endsWith('.json') ? 'application/json' : type,
              );
              createReadStream(file).pipe(response);
            },
            (error: Error) => {
              logger.error(error.message);
              next();
            },
          );
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const catalogue: SearchCatalogue = JSON.parse(await readFile(join(site, RECORDS), 'utf8'));
        await rm(join(site, RECORDS));
        const word = 'The search index of the last build was damaged, and is made anew.';
        const files = await searchIndexFiles(
          catalogue,
          askOnce(() => logger.warn(word)),
        );
        layOut(files, join(site, 'pagefind'), out);
        logger.info(`${catalogue.records.length} pages can be searched.`);
      },
    },
  };
}

function layOut(files: IndexFiles, folder: string, out: SiteFiles): void {
  for (const [path, content] of files) out.layOut(join(folder, path), content);
}

/** An index that is made anew when what it is made of has changed and somebody asks for its map. */
function liveIndex(records: () => Promise<string>) {
  const folder = mkdtempSync(join(tmpdir(), 'search-index-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  let known = '';
  let making: Promise<void> = Promise.resolve();
  const refresh = async () => {
    const now = await records();
    if (now === known) return;
    const out = new SiteFiles();
    layOut(await searchIndexFiles(JSON.parse(now)), folder, out);
    out.forgetOthers(folder);
    known = now;
  };
  return async (name: string): Promise<string | undefined> => {
    if (name === SEARCH_FILES.map || !known) making = making.catch(() => {}).then(refresh);
    await making;
    const file = resolve(folder, name);
    const isInside = file.startsWith(resolve(folder)) && existsSync(file);
    return isInside && statSync(file).isFile() ? file : undefined;
  };
}
