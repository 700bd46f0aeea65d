import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsFor } from '../../../core/i18n/words.ts';
import type { Feed, FeedItem } from '../../../feeds/feed.ts';
import { rss } from '../../../feeds/rss.ts';
import { inventedText } from '../../support/invented-text.ts';
import {
  children,
  libxmlTree,
  SPACES,
  texts,
  type XmlElement,
  xmlTree,
} from '../../support/xml-tree.ts';

const en = wordsFor('en');

/** What the library, its parser, or a replacement of ours might take for something else. */
const MISLEADING = [
  ...['007', '1e5', '12e3', '0x1F', '1.0', '-0', '.5', '1_000', 'Infinity', 'NaN', '9'.repeat(30)],
  ...['true', 'false', 'null', 'undefined', '', ' ', ' 1 ', '\n a \n', '\ta', 'a\u00a0', '\ufeff7'],
  ...['&#38;', '&#x26;', '&#38;#60;', '&amp;lt;', '&quot;', '&nosuch;', '&#xffff;', '&#0;'],
  ...[']]>', '<![CDATA[x]]>', '<!-- -->', '<?x y?>', '<a b="c">', '<item>x</item>', '</channel>'],
  ...['\uffff0\uffff', '\uffff1\uffff\uffff2\uffff', '\uffff', '0\uffff', '\uffff999\uffff'],
  ...['$&', '$1', '$$', "$'", '__proto__', 'constructor', '#text', '@_x', ':@', '\\uffff0\\uffff'],
];

const anyText = fc.oneof(
  fc.constantFrom(...MISLEADING),
  fc
    .tuple(fc.constantFrom(...MISLEADING), fc.constantFrom(...MISLEADING))
    .map((two) => two.join('')),
  inventedText,
);

/** What a reader of XML has of a text: what XML can't hold is left out, and lines end in LF. */
const readOf = (text: string) =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/\r\n?/g, '\n');
const inAttribute = (text: string) => readOf(text).replace(/[\n\t]/g, ' ');
const asHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const address = fc
  .webUrl({ withQueryParameters: true, withFragments: true })
  .map((url) => new URL(url).href);
const language = fc.constantFrom('en', 'ar', 'es-MX');
const moment = fc.date({
  min: new Date('1990-01-01'),
  max: new Date('2090-01-01'),
  noInvalidDate: true,
});

const anyItem: fc.Arbitrary<FeedItem> = fc.record({
  ...{
    id: anyText,
    title: anyText,
    summary: anyText,
    html: anyText,
    language,
    day: fc.constant('2013-08-03'),
  },
  ...{ address, published: moment, updated: moment },
  authors: fc.array(fc.record({ name: anyText, address: anyText }), { maxLength: 3 }),
  categories: fc.array(fc.record({ term: anyText, label: anyText, scheme: anyText }), {
    maxLength: 4,
  }),
  picture: fc.option(
    fc.record({
      address: anyText,
      type: anyText,
      alt: anyText,
      bytes: fc.nat(),
      width: fc.nat(),
      height: fc.nat(),
    }),
    { nil: undefined },
  ),
  licence: fc.option(
    fc.record({
      label: anyText,
      address: fc.option(
        anyText.map((text) => `l${text}`),
        { nil: undefined },
      ),
    }),
    { nil: undefined },
  ),
  responses: fc.option(fc.nat(), { nil: undefined }),
  responsesAddress: fc.option(address, { nil: undefined }),
  responsesFeed: fc.option(
    anyText.map((text) => `https://example.org/${text}`),
    { nil: undefined },
  ),
});

const anyFeed: fc.Arbitrary<Feed> = fc.record({
  ...{ id: anyText, title: anyText, description: anyText, language, self: anyText },
  ...{ subscribe: anyText, stylesheet: anyText, complete: anyText, home: address },
  earlier: fc.option(
    anyText.map((text) => `e${text}`),
    { nil: undefined },
  ),
  current: fc.option(
    anyText.map((text) => `c${text}`),
    { nil: undefined },
  ),
  items: fc.array(anyItem, { maxLength: 3 }),
  since: moment,
  words: fc.constant(en),
});

test('every field comes through RSS as it was written, to two strict parsers', async () => {
  await fc.assert(
    fc.asyncProperty(anyFeed, async (feed) => {
      const xml = await rss(feed);
      expect(fieldsOf(xmlTree(xml))).toEqual(told(feed));
      expect(withoutMarks(fieldsOf(libxmlTree(xml)))).toEqual(withoutMarks(told(feed)));
    }),
    { numRuns: 300 },
  );
}, 60_000);

/** Without U+FEFF: libxml2's binding takes it for a byte order mark at the beginning of any text. */
function withoutMarks<Value>(value: Value): Value {
  return JSON.parse(
    JSON.stringify(value, (_, part) =>
      typeof part === 'string' ? part.replaceAll('\ufeff', '') : part,
    ),
  );
}

/** What a feed tells, in the order and under the names of RSS. */
function told(feed: Feed) {
  const last = Math.max(
    feed.since.getTime(),
    ...feed.items.map(({ updated }) => updated.getTime()),
  );
  return {
    title: [readOf(feed.title)],
    link: [feed.home],
    description: [readOf(feed.description)],
    language: [readOf(feed.language)],
    lastBuildDate: feed.items.length > 0 ? [new Date(last).toUTCString()] : [],
    links: [
      ['self', feed.self],
      ...(feed.current === undefined ? [] : [['current', feed.current]]),
      ...(feed.earlier === undefined ? [] : [['prev-archive', feed.earlier]]),
    ].map(([rel = '', href = '']) => ({
      rel,
      type: 'application/rss+xml',
      href: inAttribute(href),
    })),
    archive: feed.current === undefined ? 0 : 1,
    shown: [readOf(feed.title)],
    items: feed.items.map(toldOf),
  };
}

function toldOf(item: FeedItem) {
  const { picture } = item;
  return {
    title: [readOf(item.title)],
    link: [item.address],
    guid: [readOf(item.id)],
    isPermaLink: ['false'],
    pubDate: [item.published.toUTCString()],
    updated: item.updated > item.published ? [item.updated.toISOString()] : [],
    creators: item.authors.map(({ name }) => readOf(name)),
    language: [readOf(item.language)],
    categories: item.categories.map(({ label, scheme }) => [readOf(label), inAttribute(scheme)]),
    description: [readOf(asHtml(item.summary))],
    content: [readOf(item.html)],
    media: picture
      ? [
          {
            url: inAttribute(picture.address),
            medium: 'image',
            type: inAttribute(picture.type),
            fileSize: String(picture.bytes),
            width: String(picture.width),
            height: String(picture.height),
          },
        ]
      : [],
    rights: item.licence ? [readOf(item.licence.label)] : [],
    licence: item.licence?.address === undefined ? [] : [readOf(item.licence.address)],
    alternatives: picture ? [readOf(picture.alt)] : [],
    comments: item.responsesAddress === undefined ? [] : [item.responsesAddress],
    commentRss: item.responsesFeed === undefined ? [] : [readOf(item.responsesFeed)],
    count: item.responses === undefined ? [] : [String(item.responses)],
  };
}

/** What a reader finds in RSS, under the names of {@link told}. */
function fieldsOf(root: XmlElement) {
  const [channel, ...more] = children(root, 'channel');
  if (!channel || more.length > 0) throw new Error('There is not one channel.');
  const introduction = children(channel, 'div', SPACES.xhtml);
  return {
    ...fields(channel, ['title', 'link', 'description', 'language', 'lastBuildDate']),
    links: children(channel, 'link', SPACES.atom).map(({ attributes }) => attributes),
    archive: children(channel, 'archive', SPACES.fh).length,
    shown: introduction.flatMap((div) => texts(div, 'h1')),
    items: children(channel, 'item').map((item) => {
      const media = children(item, 'content', SPACES.media);
      return {
        ...fields(item, ['title', 'link', 'guid', 'pubDate', 'description', 'comments']),
        isPermaLink: children(item, 'guid').map(({ attributes }) => attributes['isPermaLink']),
        updated: texts(item, 'updated', SPACES.atom),
        creators: texts(item, 'creator', SPACES.dc),
        language: texts(item, 'language', SPACES.dc),
        categories: children(item, 'category').map(({ text, attributes }) => [
          text,
          attributes['domain'],
        ]),
        content: texts(item, 'encoded', SPACES.content),
        media: media.map(({ attributes }) => attributes),
        alternatives: media.flatMap((one) => texts(one, 'description')),
        rights: texts(item, 'rights', SPACES.dc),
        licence: texts(item, 'license', SPACES.creativeCommons),
        commentRss: texts(item, 'commentRss', SPACES.wfw),
        count: texts(item, 'comments', SPACES.slash),
      };
    }),
  };
}

function fields(element: XmlElement, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, texts(element, name)]));
}
