import fc from 'fast-check';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { wordsFor } from '../../../core/i18n/words.ts';
import { siteUrls } from '../../../core/site/urls.ts';
import { atom } from '../../../feeds/atom.ts';
import {
  archivePages,
  COMPLETE_LENGTH,
  completeParts,
  currentItems,
  currentPosts,
  type Feed,
  type FeedContent,
  type FeedContext,
  feedItem,
  feedOf,
} from '../../../feeds/feed.ts';
import { jsonFeed } from '../../../feeds/json-feed.ts';
import { rss } from '../../../feeds/rss.ts';
import { feedPost, type WrittenPost } from '../../support/feed-post.ts';

const en = wordsFor('en');

const program = {
  name: 'A program',
  description: 'About it.',
  language: 'en',
  timeZone: 'Australia/Sydney',
  feedAuthority: { domain: 'example.org', year: 2013 },
  licence: 'CC-BY-4.0' as const,
};
const settingAt = (site: string, base: string): FeedContext => ({
  program,
  urls: siteUrls(site, base),
  words: en,
  label: (_of, id) => id,
});
const setting = settingAt('https://example.org', '/');

const post: WrittenPost = {
  id: '2013-08-reflection',
  formerly: [],
  title: 'A moment of reflection',
  kind: 'discussion',
  round: 'pilot',
  tags: ['reflection'],
  authors: ['coordinators'],
  date: '2013-08-03',
  summary: 'What we learned.',
};
const matter = { html: '<p>Hello</p>' };
const entry = (written: WrittenPost, content: FeedContent, context: FeedContext) =>
  feedItem(feedPost(written, program.timeZone), content, context);
const feed = (posts: WrittenPost[], html = '<p>Hello</p>'): Feed => ({
  ...feedOf({ by: 'all' }, setting),
  items: posts.map((each) => entry(each, { html, responses: 3 }, setting)),
});

test('every format names DOI, ISSN, ORCID iD and ROR where they are given, as harvesters read them', async () => {
  const known = feedPost({ ...post, doi: '10.1234/a' }, program.timeZone);
  const authors = [
    { id: 'ana', name: 'Ana', orcid: '0000-0002-1825-0097' },
    { id: 'us', name: 'Us', ror: '03yrm5c26' },
    { id: 'bo', name: 'Bo' },
  ];
  const context = { ...setting, program: { ...program, issn: '2049-3630' } };
  const whole: Feed = {
    ...feedOf({ by: 'all' }, context),
    items: [feedItem({ ...known, authors }, matter, context)],
  };
  const json = JSON.parse(jsonFeed(whole));
  expect(json._issn).toBe('2049-3630');
  expect(json.items[0]._doi).toBe('10.1234/a');
  expect(json.items[0].authors.map(({ url }: { url: string }) => url)).toEqual([
    'https://orcid.org/0000-0002-1825-0097',
    'https://ror.org/03yrm5c26',
    'https://example.org/people/bo/',
  ]);
  expect(json.items[0].url).toBe('https://example.org/posts/2013-08-reflection/');
  const { prism: channel, items: [item] = [] } = parseRssFeed(await rss(whole));
  expect(channel?.issn).toBe('2049-3630');
  expect(item?.prism?.doi).toBe('10.1234/a');
  expect(item?.dc?.identifiers).toEqual(['doi:10.1234/a']);
  const { authors: told, links } = parseAtomFeed(atom(whole)).entries?.[0] ?? {};
  expect(told?.map(({ uri }) => uri)[0]).toBe('https://orcid.org/0000-0002-1825-0097');
  expect(links).toContainEqual({
    rel: 'cite-as',
    type: 'text/html',
    href: 'https://doi.org/10.1234/a',
  });
  expect(atom(whole)).toContain('<prism:doi>10.1234/a</prism:doi>');
  expect(atom(whole)).toContain('<prism:issn>2049-3630</prism:issn>');
  const none = [jsonFeed(feed([post])), atom(feed([post])), await rss(feed([post]))].join();
  expect(none).not.toMatch(/doi|issn>|_issn|cite-as|dc:identifier/);
});

test('an entry is the same for readers after a new title, a rename, a move and another folder', () => {
  const ids = [
    entry(post, matter, setting),
    entry({ ...post, title: 'Another title' }, matter, setting),
    entry({ ...post, id: '2013-08-renamed', formerly: [post.id] }, matter, setting),
    entry(post, matter, settingAt('https://elsewhere.net', '/blog')),
  ].map((item) => item.id);
  expect(new Set(ids)).toEqual(new Set(['tag:example.org,2013:2013-08-reflection']));
});

test('a post that came from another blog keeps the id that it had there', () => {
  const guid = 'http://old.example.org/?p=12&x=1';
  expect(entry({ ...post, guid }, matter, setting).id).toBe(guid);
});

test('an edit moves `updated` and leaves the day of publication', () => {
  const before = entry(post, matter, setting);
  const after = entry({ ...post, updated: '2013-08-10' }, matter, setting);
  expect(after.published).toEqual(before.published);
  expect(before.published.toISOString()).toBe('2013-08-02T23:00:00.000Z');
  expect(after.updated.toISOString()).toBe('2013-08-09T23:00:00.000Z');
});

test('an entry updated on its first day is not updated before it was published', () => {
  const item = entry(
    { ...post, date: '2013-08-03T18:00+10:00', updated: '2013-08-03' },
    matter,
    setting,
  );
  expect(item.updated).toEqual(item.published);
});

test('a feed and its archives hold every entry, and a full page never changes', () => {
  fc.assert(
    fc.property(fc.nat(200), (count) => {
      const newest = Array.from({ length: count }, (_, index) => ({
        html: '',
        number: count - index,
      }));
      const current = newest.slice(0, 20);
      const pages = archivePages(newest, current.length);
      const held = new Set([...current, ...pages.flat()].map((item) => item.number));
      expect(held.size).toBe(count);
      for (const [index, page] of pages.entries()) {
        expect(page.map((item) => item.number)).toEqual(
          Array.from({ length: 20 }, (_, place) => (index + 1) * 20 - place),
        );
      }
    }),
  );
});

const dayOf = (number: number) => new Date(Date.UTC(2013, 0, number)).toISOString().slice(0, 10);
const daily = (count: number, updated: Readonly<Record<number, string>> = {}) =>
  Array.from({ length: count }, (_, index) => {
    const number = count - index;
    const written = { ...post, id: `post-${number}`, date: dayOf(number) };
    return feedPost({ ...written, updated: updated[number] }, 'UTC');
  });
const idsOf = (posts: readonly { id: string }[]) => posts.map(({ id }) => id);

test('a feed holds the newest twenty, and older ones that were changed since these came out', () => {
  const newest = daily(45);
  expect(idsOf(currentPosts(newest))).toEqual(idsOf(newest.slice(0, 20)));
  // Post 26 is the last of the twenty.
  const corrected = daily(45, { 3: dayOf(27), 8: dayOf(26), 9: dayOf(60), 40: dayOf(61) });
  expect(idsOf(currentPosts(corrected)).slice(20)).toEqual(['post-9', 'post-3']);
  expect(currentPosts([])).toEqual([]);
});

test('of very many changes a feed holds the newest, and its archive is as long as without them', () => {
  const all = Object.fromEntries(Array.from({ length: 70 }, (_, n) => [n + 1, dayOf(100 + n)]));
  const current = currentPosts(daily(90, all));
  expect(idsOf(current.slice(20))).toEqual(idsOf(daily(70).slice(0, 20)));
  expect(archivePages(daily(90), current.length)).toHaveLength(4);
});

test('a feed of very long posts stops short of what readers would refuse, and keeps the newest', () => {
  const long = Array.from({ length: 20 }, () => ({ html: 'x'.repeat(300_000) }));
  expect(currentItems(long)).toHaveLength(3);
  expect(currentItems([{ html: 'x'.repeat(2_000_000) }, ...long])).toHaveLength(1);
  expect(archivePages(long, 3).flat()).toHaveLength(20);
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(']]>', '<', '&', '"', '&amp;', '\u0001', '\ud800', 'أ', '∑', '😀'),
  }),
);
const expected = (text: string) =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
const folded = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

test('any text that stands in an entry comes back from RSS as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, async (title, html) => {
      const written = await rss(feed([{ ...post, title: `T${title}` }], `<p>${html}`));
      const item = parseRssFeed(written).items?.[0];
      expect(folded(item?.guid?.value)).toBe('tag:example.org,2013:2013-08-reflection');
      expect(folded(item?.title)).toBe(folded(expected(`T${title}`)));
      expect(folded(item?.content?.encoded)).toBe(folded(expected(`<p>${html}`)));
    }),
  );
});

test('any text that stands in an entry comes back from Atom as it was', () => {
  fc.assert(
    fc.property(anyText, anyText, (title, html) => {
      const entry = parseAtomFeed(atom(feed([{ ...post, title: `T${title}` }], `<p>${html}`)))
        .entries?.[0];
      expect(folded(entry?.title?.value)).toBe(folded(expected(`T${title}`)));
      expect(folded(entry?.content?.value)).toBe(folded(expected(`<p>${html}`)));
    }),
  );
});

test('any text that stands in an entry comes back from JSON Feed as it was', () => {
  fc.assert(
    fc.property(anyText, (title) => {
      expect(JSON.parse(jsonFeed(feed([{ ...post, title }]))).items[0].title).toBe(expected(title));
    }),
  );
});

test('a reader that takes a description for HTML shows a summary as it was written', async () => {
  const summary = 'The tag <b> & "R&D": 1 < 2, &lt;i>';
  const [item] = parseRssFeed(await rss(feed([{ ...post, summary }]))).items ?? [];
  const shown = fromHtml(item?.description ?? '', { fragment: true });
  expect(shown.children).toEqual([expect.objectContaining({ type: 'text', value: summary })]);
  expect(item?.description).toContain('"R');
});

test('a withdrawn post leads to no responses', async () => {
  const gone = entry({ ...post, withdrawn: 'They asked.' }, matter, setting);
  expect(await rss({ ...feed([]), items: [gone] })).not.toMatch(/<comments>|responses/);
});

test('readers that go by dates put the reason in the place of a post that was withdrawn, under the same id', async () => {
  const dates = (given: Partial<WrittenPost>) => entry({ ...post, ...given }, matter, setting);
  for (const earlier of [{}, { updated: '2013-08-03' }, { updated: '2013-08-10' }]) {
    const [before, after] = [dates(earlier), dates({ ...earlier, withdrawn: 'They asked.' })];
    expect(after.id).toBe(before.id);
    expect(after.published).toEqual(before.published);
    expect(after.updated.getTime()).toBe(before.updated.getTime() + 1000);
    const written = { ...feed([]), items: [after] };
    const moment = after.updated.toISOString();
    expect(await rss(written)).toContain(`<atom:updated>${moment}</atom:updated>`);
    expect(atom(written)).toContain(`</published><updated>${moment}</updated>`);
    expect(JSON.parse(jsonFeed(written)).items[0].date_modified).toBe(moment);
  }
});

test('a post of long ago that is withdrawn is in the feed again, also where nobody says on which day', () => {
  const withdrawn = (given: Partial<WrittenPost>) =>
    daily(45).map((one) =>
      one.id === 'post-3'
        ? feedPost({ ...post, id: one.id, date: dayOf(3), withdrawn: 'Why.', ...given }, 'UTC')
        : one,
    );
  expect(idsOf(currentPosts(withdrawn({}))).slice(20)).toEqual(['post-3']);
  expect(idsOf(currentPosts(withdrawn({ updated: dayOf(40) }))).slice(20)).toEqual(['post-3']);
  // Everybody has heard of it by now.
  expect(idsOf(currentPosts(withdrawn({ updated: dayOf(20) }))).slice(20)).toEqual([]);
});

test('each item of a JSON feed says when it last changed: when it came out, if nothing changed', () => {
  const [item] = JSON.parse(jsonFeed(feed([post]))).items;
  expect(item.date_modified).toBe(item.date_published);
  const [changed] = JSON.parse(jsonFeed(feed([{ ...post, updated: '2013-08-10' }]))).items;
  expect(changed.date_modified).toBe('2013-08-09T23:00:00.000Z');
});

test("an entry names its licence in every format: its own, or the program's", async () => {
  const of = async (given: Partial<WrittenPost>) => {
    const written = feed([{ ...post, ...given }]);
    const [entry] = parseAtomFeed(atom(written)).entries ?? [];
    const [item] = parseRssFeed(await rss(written)).items ?? [];
    return {
      atom: [entry?.rights?.value, entry?.links?.find(({ rel }) => rel === 'license')?.href],
      rss: [item?.dc?.rights?.[0], item?.creativeCommons?.licenses?.[0]],
      json: Object.values(JSON.parse(jsonFeed(written)).items[0]._license ?? {}),
    };
  };
  const by = ['CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'];
  const zero = ['CC0 1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'];
  expect(await of({})).toEqual({ atom: by, rss: by, json: by });
  expect(await of({ licence: 'CC0-1.0' })).toEqual({ atom: zero, rss: zero, json: zero });
  const label = 'Used with permission';
  expect(await of({ licence: 'permission' })).toEqual({
    ...{ atom: [label, undefined], rss: [label, undefined], json: [label] },
  });
  const none = [undefined, undefined];
  expect(await of({ withdrawn: 'They asked.' })).toEqual({ atom: none, rss: none, json: [] });
});

test('the feed of all posts ever is in parts that hosts take, and each leads on to the next', () => {
  const parts = completeParts(daily(2 * COMPLETE_LENGTH + 1));
  expect(parts.map(({ length }) => length)).toEqual([COMPLETE_LENGTH, COMPLETE_LENGTH, 1]);
  expect(parts.flat()).toEqual(daily(2 * COMPLETE_LENGTH + 1));
  expect(completeParts([])).toEqual([[]]);
  const further = 'https://example.org/feed/complete-2.json';
  expect(JSON.parse(jsonFeed({ ...feed([post]), further })).next_url).toBe(further);
  expect(JSON.parse(jsonFeed(feed([post])))).not.toHaveProperty('next_url');
});

test('an archive page says that it is one, where the feed is and what came before', async () => {
  const page = {
    ...feed([post]),
    current: 'https://example.org/rss.xml',
    earlier: 'https://example.org/rss/1.xml',
  };
  for (const xml of [await rss(page), atom(page)]) {
    expect(xml).toContain('<fh:archive/>');
    expect(xml).toMatch(
      /link rel="prev-archive" type="[^"]+" href="https:\/\/example.org\/rss\/1.xml"/,
    );
    expect(xml).toMatch(/link rel="current"/);
  }
});

test('an entry names the feed of its responses where they are known, and there alone', async () => {
  const known = feed([post]);
  const unknown = { ...known, items: [entry(post, matter, setting)] };
  const address = 'https://example.org/posts/2013-08-reflection/responses.xml';
  expect(await rss(known)).toContain(
    `<wfw:commentRss>${address}</wfw:commentRss><slash:comments>3</slash:comments>`,
  );
  expect(atom(known)).toContain(
    `<link rel="replies" type="application/atom+xml" href="${address}" thr:count="3"/>`,
  );
  for (const xml of [await rss(unknown), atom(unknown)]) expect(xml).not.toContain('responses.xml');
});

test('whoever opens a feed in a browser finds what it is, and each entry with its day and a link', async () => {
  for (const xml of [await rss(feed([post])), atom(feed([post]))]) {
    expect(xml).toContain('<div xmlns="http://www.w3.org/1999/xhtml" class="introduction"');
    expect(xml).toContain('<meta name="viewport" content="width=device-width, initial-scale=1"/>');
    expect(xml).toContain(
      '<h2><a href="https://example.org/posts/2013-08-reflection/">A moment of reflection</a></h2><p class="soft">3 August 2013</p><p>What we learned.</p>',
    );
  }
});

test('a title in another language keeps its direction there', async () => {
  expect(await rss(feed([{ ...post, lang: 'ar' }]))).toContain('<h2 lang="ar" dir="rtl">');
});

test('a feed that has no entry yet does not pretend to have changed in 1970', async () => {
  expect(await rss(feed([]))).not.toContain('lastBuildDate');
  expect(atom(feed([]))).toContain('<updated>2013-01-01T00:00:00.000Z</updated>');
});
