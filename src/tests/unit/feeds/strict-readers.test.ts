import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { wordsFor } from '../../../core/i18n/words.ts';
import { siteUrls } from '../../../core/site/urls.ts';
import { atom } from '../../../feeds/atom.ts';
import { calendar } from '../../../feeds/calendar.ts';
import { type Feed, feedItem, feedOf } from '../../../feeds/feed.ts';
import { jsonFeed } from '../../../feeds/json-feed.ts';
import { opml } from '../../../feeds/opml.ts';
import { responseFeed } from '../../../feeds/responses.ts';
import { rss } from '../../../feeds/rss.ts';
import { sitemap, sitemapPage } from '../../../metadata/sitemap.ts';
import { conversationOf, latest } from '../../../responses/response.ts';
import { responseHtml } from '../../../responses/sanitize-html.ts';
import type { Snapshot } from '../../../responses/snapshot.ts';
import { cardSvg } from '../../../social-cards/node/card.ts';
import { calendarLines, calendarText } from '../../support/calendar-lines.ts';
import { feedPost } from '../../support/feed-post.ts';
import { inventedText } from '../../support/invented-text.ts';
import { children, SPACES, texts, type XmlElement, xmlTree } from '../../support/xml-tree.ts';

const en = wordsFor('en');

vi.setConfig({ testTimeout: 60_000 });

const authority = { domain: 'example.org', year: 2013 };
const urls = siteUrls('https://example.org', '/');
const day = '2013-08-03';

/** A feed in which every field that somebody may write holds a text of this kind. */
const feedOfTexts = (text: string): Feed => {
  const program = {
    name: text,
    description: text,
    language: 'en',
    timeZone: 'Australia/Sydney',
    feedAuthority: authority,
    licence: 'CC-BY-4.0' as const,
  };
  const setting = { program, urls, words: en, label: () => text };
  const post = {
    id: '2013-08-reflection',
    formerly: [],
    guid: text,
    title: text,
    kind: 'discussion',
    round: 'pilot',
    tags: ['one', 'two'],
    authors: ['somebody'],
    date: day,
    updated: '2013-08-10',
    lang: 'ar',
    summary: text,
  } as const;
  const picture = { type: text, bytes: 1, width: 1, height: 1, alt: text };
  const item = feedItem(
    feedPost(post, program.timeZone, () => text),
    { html: text, picture: { ...picture, address: text }, responses: 2 },
    setting,
  );
  return {
    ...feedOf({ by: 'tag', id: 'one' }, setting),
    items: [item],
    stylesheet: text,
    current: text,
    earlier: text,
  };
};

/** What a reader of XML has of a text: what XML can't hold is left out, and lines end in LF. */
const readOf = (text: string) =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/\r\n?/g, '\n');
const asAttribute = (text: string) => readOf(text).replace(/[\n\t]/g, ' ');

const only = (parent: XmlElement, name: string, space?: string): XmlElement => {
  const [child, ...more] = children(parent, name, space);
  if (!child || more.length > 0) throw new Error(`There is not one ${name}.`);
  return child;
};

test('RSS holds any text in any field, and strict parsers read it as it was', async () => {
  await fc.assert(
    fc.asyncProperty(inventedText, async (text) => {
      const item = only(only(xmlTree(await rss(feedOfTexts(text))), 'channel'), 'item');
      for (const name of ['title', 'guid']) expect(texts(item, name)).toEqual([readOf(text)]);
      expect(texts(item, 'encoded', SPACES.content)).toEqual([readOf(text)]);
      expect(texts(item, 'creator', SPACES.dc)).toEqual([readOf(text)]);
      expect(texts(item, 'category')).toContain(readOf(text));
      expect(only(item, 'content', SPACES.media).attributes['url']).toBe(asAttribute(text));
    }),
  );
});

test('Atom holds any text in any field, and strict parsers read it as it was', () => {
  fc.assert(
    fc.property(inventedText, (text) => {
      const feed = xmlTree(atom(feedOfTexts(text)));
      const entry = only(feed, 'entry');
      for (const name of ['id', 'title', 'summary', 'content']) {
        expect(texts(entry, name)).toEqual([readOf(text)]);
      }
      expect(texts(only(entry, 'author'), 'name')).toEqual([readOf(text)]);
      expect(children(entry, 'category').at(-1)?.attributes['label']).toBe(asAttribute(text));
    }),
  );
});

test('JSON Feed holds any text in any field', () => {
  fc.assert(
    fc.property(inventedText, (text) => {
      const written = jsonFeed(feedOfTexts(text));
      expect(written.isWellFormed()).toBe(true);
      const [item] = JSON.parse(written).items;
      for (const said of [item.id, item.title, item.summary, item.content_html]) {
        expect(said.replace(/\r\n?/g, '\n')).toBe(readOf(text));
      }
    }),
  );
});

test("a feed of responses holds whatever readers say by mail or on GitHub, and whatever they're called", () => {
  fc.assert(
    fc.property(inventedText, (text) => {
      const feed = xmlTree(feedOfResponses(text));
      expect(children(feed, 'entry')).toHaveLength(4);
      for (const entry of children(feed, 'entry')) expect(texts(entry, 'content')).toHaveLength(1);
      expect(texts(feed, 'title')).toEqual([readOf(text)]);
    }),
  );
});

function feedOfResponses(text: string): string {
  const mailed = {
    source: 'email',
    author: { name: text },
    date: day,
    state: 'published',
  } as const;
  const archive = [
    { ...mailed, id: 'mail-1', text: `T${text}` },
    { ...mailed, id: 'mail-2', html: `<p>T<code>${text}</code></p>` },
  ];
  const said = (id: string) => ({
    id,
    url: `https://github.com/o/r/discussions/4#discussioncomment-${id}`,
    author: { name: text, login: 'ada', url: `https://example.org/?${text}#${text}` },
    association: 'NONE',
    createdAt: '2013-08-06T12:00:00Z',
    html: responseHtml(`<p>Question 1: ${text}</p><pre><code>${text}</code></pre>`),
    state: 'published' as const,
  });
  const snapshot: Snapshot = {
    ...{ version: 1, repository: 'o/r', categoryId: 'DIC_x', savedAt: '2014-01-01T00:00:00Z' },
    discussions: [
      {
        ...{ number: 4, url: 'https://github.com/o/r/discussions/4', title: text, total: 2 },
        ...{ locked: false, closed: false, updatedAt: '2013-09-01T00:00:00Z', post: 'a-post' },
        comments: [{ ...said('1'), replies: [said('2')] }],
      },
    ],
  };
  const about = { permanentId: 'a-post', questionCount: 1 };
  const people = [{ id: 'ada', name: text, github: 'ada', role: text, coordinator: true }];
  const conversation = conversationOf(about, archive, snapshot, { timeZone: 'UTC', people });
  const post = { ...about, title: text, address: `https://example.org/${text}`, entryId: text };
  return responseFeed(
    latest([{ post: { id: 'a' }, conversation }]).map((one) => ({ ...one, post })),
    {
      ...{ title: text, follows: 'all', self: text, home: text, subscribe: text, nobody: text },
      ...{ stylesheet: text, language: 'ar', words: en, on: text, since: new Date(0) },
    },
    authority,
  );
}

test('the list of feeds holds any name and any address', () => {
  fc.assert(
    fc.property(inventedText, (text) => {
      const feed = { title: text, label: text, address: text, home: text };
      const list = xmlTree(opml(text, [{ title: text, feeds: [feed] }]));
      expect(texts(only(list, 'head'), 'title')).toEqual([readOf(text)]);
      const outline = only(only(only(list, 'body'), 'outline'), 'outline');
      expect(outline.attributes).toMatchObject({
        text: asAttribute(text),
        xmlUrl: asAttribute(text),
      });
    }),
  );
});

test('the sitemap holds any address', () => {
  fc.assert(
    fc.property(inventedText, (text) => {
      const address = new URL(`https://example.org/${text}`).href;
      const escaped = address.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);
      const page = sitemapPage(`<head><link rel="canonical" href="${escaped}"></head><body>`);
      expect(page?.address).toBe(address);
      const { parts, index } = sitemap([{ address: text, modified: text }], () => text);
      for (const xml of [...parts, index]) {
        const [entry] = xmlTree(xml).children;
        expect(entry && texts(entry, 'loc')).toEqual([readOf(text)]);
      }
    }),
  );
});

test('a share picture is drawn of any text', async () => {
  await fc.assert(
    fc.asyncProperty(inventedText, fc.constantFrom('en', 'ar', 'ja'), async (text, lang) => {
      const mark = { over: text, under: text, isBoxed: true };
      const said = { title: text, label: text, byline: text, program: text, place: text };
      const { svg } = await cardSvg({ ...said, mark, lang, siteLang: lang });
      expect(xmlTree(svg).name).toBe('svg');
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }),
    { numRuns: 40 },
  );
});

test('every picture that is XML and comes with the project is read by strict parsers', () => {
  const files = globSync(['public/**/*.svg', '.github/**/*.svg']);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(xmlTree(readFileSync(file, 'utf8')).name).toBe('svg');
});

test('the calendar holds any text in any field, by the letter of RFC 5545', () => {
  fc.assert(
    fc.property(inventedText, (text) => {
      const program = { name: text, description: text, timeZone: 'UTC', feedAuthority: authority };
      const discussion = { title: text, summary: text, date: day, month: '2013-08', formerly: [] };
      const round = { label: text, starts: day, applicationsClose: day, formerly: [] };
      const lines = calendarLines(
        calendar([{ ...discussion, id: '2013-08-reflection' }], [{ ...round, id: 'pilot' }], {
          ...{ program, urls, words: en },
        }),
      );
      const valuesOf = (name: string) =>
        lines.filter((line) => line.name === name).map(({ value }) => calendarText(value));
      const said = readOf(text);
      expect(valuesOf('NAME')).toEqual(said === '' ? [] : [said]);
      expect(valuesOf('SUMMARY')).toContain(said);
      expect(valuesOf('BEGIN').filter((name) => name === 'VEVENT')).toHaveLength(3);
    }),
  );
});
