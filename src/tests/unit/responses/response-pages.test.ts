import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Response, Thread } from '../../../responses/response.ts';
import { responsePages, responsesOnPage } from '../../../responses/response-pages.ts';

const said = (id: number, length = 100) =>
  ({ id: `mail-${id}`, anchor: `response-mail-${id}`, html: 'x'.repeat(length) }) as Response;

let next = 0;
const response = fc
  .oneof(fc.nat(500), fc.constant(60_000), fc.constant(400_000))
  .map((length) => said(next++, length));
const thread = fc.record({ response, replies: fc.array(response, { maxLength: 250 }) });

test('each response stands once, in the order of the conversation, on pages of a fair size', () => {
  fc.assert(
    fc.property(fc.array(thread, { maxLength: 8 }), (threads: Thread[]) => {
      const pages = responsePages(threads);
      const all = threads.flatMap((one) => [one.response, ...one.replies]);
      expect(pages.flatMap(responsesOnPage)).toEqual(all);
      for (const page of pages.map(responsesOnPage)) {
        const length = page.reduce((sum, { html }) => sum + html.length, 0);
        expect(page.length).toBeLessThanOrEqual(100);
        expect(page.length === 1 || length <= 200_000).toBe(true);
      }
    }),
    { numRuns: 60, seed: 2013 },
  );
});

test('a new response at the end moves none', () => {
  const threads = Array.from({ length: 250 }, (_, id) => ({ response: said(id), replies: [] }));
  const before = responsePages(threads.slice(0, -1)).map(responsesOnPage);
  expect(before.map(({ length }) => length)).toEqual([100, 100, 49]);
  const after = responsePages(threads).map(responsesOnPage);
  expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
});

test('a thread that goes on says whose it is', () => {
  const replies = Array.from({ length: 150 }, (_, id) => said(id + 1));
  const [, second] = responsePages([{ response: said(0), replies }]);
  expect(second?.[0]?.continues?.id).toBe('mail-0');
  expect(second?.[0]?.response).toBeUndefined();
});
