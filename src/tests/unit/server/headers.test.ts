import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { headerRules, headersFor } from '../../../server/headers-file.ts';

const rules = headerRules(readFileSync('public/_headers', 'utf8'));
const header = (path: string, name: string) => headersFor(rules, path).get(name);

test.each([
  ['/rss.xml', 'application/xml; charset=utf-8'],
  ['/tags/reflection/rss.xml', 'application/xml; charset=utf-8'],
  ['/rss/1.xml', 'application/xml; charset=utf-8'],
  ['/atom.xml', 'application/xml; charset=utf-8'],
  ['/atom/12.xml', 'application/xml; charset=utf-8'],
  ['/posts/2013-08-reflection/responses.xml', 'application/xml; charset=utf-8'],
  ['/feed.json', 'application/feed+json; charset=utf-8'],
  ['/feed/complete.json', 'application/feed+json; charset=utf-8'],
  ['/calendar.ics', 'text/calendar; charset=utf-8'],
  ['/subscribe.opml', 'text/x-opml; charset=utf-8'],
])('%s is served as what it is', (path, type) => {
  expect(header(path, 'content-type')).toBe(type);
});

test('a page keeps the type of its ending, and may be framed by this site alone', () => {
  expect(header('/posts/2013-08-reflection/', 'content-type')).toBeUndefined();
  expect(header('/', 'content-security-policy')).toBe("frame-ancestors 'self'");
});

test('the mails of the coordinators are kept out of search engines', () => {
  for (const ending of ['html', 'txt']) {
    expect(header(`/posts/2013-08-reflection/mail.${ending}`, 'x-robots-tag')).toBe('noindex');
  }
});

test.each(['/_astro/list.B1x2.css', '/pagefind/fragment/en_1a2b.pf_fragment'])(
  '%s is named after what it holds, and is kept for a year',
  (path) => {
    expect(header(path, 'cache-control')).toBe('public, max-age=31536000, immutable');
  },
);

test.each(['/', '/posts/2013-08-reflection/', '/tags/books/', '/archive/2013/'])(
  '%s is asked for anew each time',
  (path) => {
    expect(header(path, 'cache-control')).toBe('public, max-age=0, must-revalidate');
  },
);

test('nothing that is fetched by a name that stays is kept without asking', () => {
  for (const path of ['/pagefind/pagefind-entry.json', '/pagefind/pagefind.js', '/rss.xml'])
    expect(header(path, 'cache-control') ?? '').not.toContain('immutable');
});
