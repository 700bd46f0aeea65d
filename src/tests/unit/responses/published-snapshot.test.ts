import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { publishedSnapshot as read } from '../../../responses/node/published-snapshot.ts';

let close: (() => void) | undefined;
afterEach(() => close?.());

async function site(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  close = () => {
    server.close();
    server.closeAllConnections();
  };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/blog`;
}

const source = { repository: 'o/r', categoryId: 'DIC_1' };
const publishedSnapshot = (address: string) => read(address, source, new Date('2026-02-01'));

const good = {
  ...{ version: 1, repository: 'o/r', categoryId: 'DIC_1', savedAt: '2026-01-01T00:00:00Z' },
  discussions: [],
};

test('a site that has a snapshot gives it', async () => {
  const address = await site((request, response) =>
    response
      .writeHead(request.url === '/blog/responses/snapshot.json' ? 200 : 404)
      .end(JSON.stringify(good)),
  );
  expect(await publishedSnapshot(address)).toEqual({ snapshot: good });
});

test('a site that says it has none has none', async () => {
  const address = await site((_, response) => response.writeHead(404).end());
  expect(await publishedSnapshot(address)).toEqual({ none: true });
});

test.each([
  ['is in trouble', 503, '', 'HTTP 503'],
  ['was tampered with', 200, JSON.stringify({ ...good, savedAt: '<b>' }), 'savedAt'],
  ['answers with a page', 200, '<!doctype html>', 'not JSON'],
])('one that %s is not taken for one without responses', async (_, status, body, words) => {
  const address = await site((__, response) => response.writeHead(status).end(body));
  expect(await publishedSnapshot(address)).toEqual({ why: expect.stringContaining(words) });
});

test('one that cannot be reached is not taken for one without responses', async () => {
  const address = await site((request) => request.destroy());
  expect(await publishedSnapshot(address)).toEqual({
    why: expect.stringContaining('cannot be reached'),
  });
});

test('an answer without an end is not read to the end', async () => {
  const part = ' '.repeat(1024 * 1024);
  const address = await site((_, response) => {
    const more = () => {
      while (response.write(part));
      response.once('drain', more);
    };
    more();
  });
  expect(await publishedSnapshot(address)).toEqual({ why: expect.stringContaining('too large') });
});
