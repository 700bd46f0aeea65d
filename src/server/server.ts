import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createGzip } from 'node:zlib';
import { type HeaderRule, headerRules, headersFor } from './headers-file.ts';
import { isText, mediaType } from './media-types.ts';

export interface SiteServerOptions {
  /** The built site. */
  folder: string;
  /** Where the site lives on its host, for example `/` or `/blog`. */
  base: string;
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** How many of the following ports to try while one is taken. */
  furtherPorts?: number;
  /** Answers only when it is asked by its own names, so that no other site can read it (DNS rebinding). */
  ownNameOnly?: boolean;
}

export interface SiteServer {
  /** The site's front page, with a slash at its end. */
  address: string;
  close(): Promise<void>;
}

/**
 * Serves a built site as a static host would: types with their charset, a redirect where a folder's
 * slash is missing, `404.html` for what isn't there, the headers of `_headers`, texts packed,
 * and `304` for what a reader already has (RFC 9110).
 *
 * Throws when there is no site in the folder, or no free port.
 */
export async function startSiteServer(options: SiteServerOptions): Promise<SiteServer> {
  const site: Site = {
    folder: options.folder,
    base: `/${options.base.split('/').filter(Boolean).join('/')}`.replace(/\/?$/, '/'),
    rules: headerRules(await readFile(join(options.folder, '_headers'), 'utf8').catch(() => '')),
  };
  if (!(await isFile(join(site.folder, 'index.html'))))
    throw new Error(`There is no built site in ${site.folder}. Run \`npm run build\` first.`);
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    if (options.ownNameOnly && !isOwnName(request.headers.host, options.host, port))
      plainText(response, 421, 'This server has another name.');
    else
      answer(site, request, response).catch(() => {
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
  });
  const port = await listen(server, options);
  return {
    address: `http://${options.host}:${port}${site.base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** All names of this machine for itself are as good as the one that it was given. */
function isOwnName(asked: string | undefined, host: string, port: number): boolean {
  const names = LOOPBACK.includes(host) ? LOOPBACK : [host];
  return names.some((name) => asked === `${name}:${port}`);
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

interface Site {
  folder: string;
  /** With a slash at both ends. */
  base: string;
  rules: HeaderRule[];
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return plainText(response, 405, 'This site can only be read.', { allow: 'GET, HEAD' });
  const [rawPath = '/', query] = (request.url ?? '/').split(/\?(.*)/s);
  const path = decodedPath(rawPath);
  if (path === undefined) return plainText(response, 400, 'This address cannot be read.');
  if (`${path}/` === site.base) return redirect(response, site.base, query);
  if (!path.startsWith(site.base))
    return plainText(response, 404, `This site begins at ${site.base}`);

  const inSite = `/${path.slice(site.base.length)}`;
  const file = join(site.folder, inSite.endsWith('/') ? `${inSite}index.html` : inSite);
  if (inSite !== '/_headers' && (await isFile(file)))
    return sendFile(site, inSite, file, 200, request, response);
  if (!inSite.endsWith('/') && (await isFile(join(file, 'index.html'))))
    return redirect(response, `${rawPath}/`, query);
  const notFound = join(site.folder, '404.html');
  if (await isFile(notFound)) return sendFile(site, inSite, notFound, 404, request, response);
  return plainText(response, 404, 'There is nothing at this address.');
}

/** The path with its percent signs resolved, or undefined where it is malformed or leads upwards. */
function decodedPath(rawPath: string): string | undefined {
  try {
    const path = decodeURIComponent(rawPath);
    const isClean = path.startsWith('/') && !/\0|\\|\/\//.test(path);
    return isClean && !path.split('/').includes('..') ? path : undefined;
  } catch {
    return undefined;
  }
}

async function sendFile(
  site: Site,
  inSite: string,
  file: string,
  status: number,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { size, mtimeMs } = await stat(file);
  const etag = `W/"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  response.setHeader('content-type', mediaType(file));
  response.setHeader('cache-control', 'no-cache');
  for (const [name, value] of headersFor(site.rules, inSite)) response.setHeader(name, value);
  if (status === 200) response.setHeader('etag', etag);
  if (status === 200 && isKnown(request, etag)) return response.writeHead(304).end();
  const isWords = isText(String(response.getHeader('content-type')));
  const isPacked = size >= WORTH_PACKING && isWords && takesGzip(request);
  if (isWords) response.setHeader('vary', 'accept-encoding');
  response.writeHead(
    status,
    isPacked ? { 'content-encoding': 'gzip' } : { 'content-length': size },
  );
  if (request.method === 'HEAD') return response.end();
  const bytes = createReadStream(file).on('error', () => response.destroy());
  return (isPacked ? bytes.pipe(createGzip()) : bytes).pipe(response);
}

/** Bytes: what is smaller fits in one packet as it is. */
const WORTH_PACKING = 1400;

/** The highest port that there is (RFC 9293). */
const LAST_PORT = 65_535;

function takesGzip(request: IncomingMessage): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(String(request.headers['accept-encoding']));
}

function isKnown(request: IncomingMessage, etag: string): boolean {
  const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim());
  return known.includes('*') || known.includes(etag) || known.includes(etag.replace('W/', ''));
}

function redirect(response: ServerResponse, path: string, query: string | undefined) {
  const location = query === undefined ? path : `${path}?${query}`;
  return plainText(response, 301, `This page is at ${location}`, { location });
}

function plainText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
  return response.end(`${text}\n`);
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

/**
 * Lets a server listen on a port, or on the first free one after it.
 *
 * @throws Error with a sentence when no port is free
 */
export async function listen(
  server: Server,
  options: Pick<SiteServerOptions, 'host' | 'port' | 'furtherPorts'>,
): Promise<number> {
  if (!Number.isInteger(options.port) || options.port < 0 || options.port > LAST_PORT)
    throw new Error(`PORT is not a number from 0 to ${LAST_PORT}. Write one, like PORT=4321.`);
  const last = Math.min(options.port + (options.furtherPorts ?? 0), LAST_PORT);
  for (let port = options.port; port <= last; port++) {
    const isFree = await new Promise<boolean>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
      );
      server.listen(port, options.host, () => resolve(true));
    });
    server.removeAllListeners('error');
    if (isFree) return (server.address() as AddressInfo).port;
  }
  throw new Error(`No free port between ${options.port} and ${last}. Set PORT to another one.`);
}
