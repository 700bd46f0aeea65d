import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { mediaType } from '../server/media-types.ts';

export interface SlowLine {
  bytesPerSecond: number;
  /** Milliseconds from a request to the first byte of its answer. */
  latency: number;
}

/**
 * Serves a site from memory as a static host does, texts packed with gzip, over a slow line that
 * all answers share. The line is slow here and not in the browser, whose own throttle does not
 * reach its workers.
 *
 * @returns the site's address, with a slash at its end
 */
export async function startSlowHost(folder: string, line: SlowLine) {
  let freeAt = 0;
  const send = async (response: ServerResponse, body: Buffer) => {
    await wait(line.latency);
    for (let at = 0; at < body.length; at += PACKET) {
      const packet = body.subarray(at, at + PACKET);
      freeAt = Math.max(freeAt, performance.now()) + (packet.length / line.bytesPerSecond) * 1000;
      await wait(freeAt - performance.now());
      response.write(packet);
    }
    response.end();
  };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const content = await readFile(file).catch(() => undefined);
    const type = mediaType(file);
    response.statusCode = content ? 200 : 404;
    response.setHeader('content-type', type);
    response.setHeader('cache-control', 'max-age=600');
    const isText = /text|javascript|json|xml|svg/.test(type);
    if (isText) response.setHeader('content-encoding', 'gzip');
    const body = content ?? Buffer.from('');
    await send(response, isText ? gzipSync(body) : body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** What goes over the line at once; answers take turns. */
const PACKET = 4096;
