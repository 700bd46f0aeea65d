import type { Element } from 'xast';
import { x } from 'xastscript';
import { emptyElement, textElement, xmlDocument } from '../core/text/xml.ts';
import { browserView } from './browser-view.ts';
import { browserViewOf, type Feed, type FeedItem, lastChange } from './feed.ts';

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:fh': 'http://purl.org/syndication/history/1.0',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
  'xmlns:slash': 'http://purl.org/rss/1.0/modules/slash/',
  'xmlns:wfw': 'http://wellformedweb.org/CommentAPI/',
};

/** The feed as RSS 2.0, after the RSS Advisory Board's best-practices profile and RFC 5005. */
export function rss(feed: Feed): string {
  const channel = x('channel', [
    textElement('title', feed.title),
    textElement('link', feed.home),
    textElement('description', feed.description),
    textElement('language', feed.language),
    ...(feed.items.length > 0 ? [textElement('lastBuildDate', rssDate(lastChange(feed)))] : []),
    link('self', feed.self),
    ...(feed.current ? [emptyElement('fh:archive', {}), link('current', feed.current)] : []),
    ...(feed.earlier ? [link('prev-archive', feed.earlier)] : []),
    browserView(browserViewOf(feed)),
    ...feed.items.map(item),
  ]);
  return xmlDocument(x('rss', { version: '2.0', ...NAMESPACES }, channel), feed.stylesheet);
}

function link(rel: string, href: string): Element {
  return emptyElement('atom:link', { rel, type: 'application/rss+xml', href });
}

function item(entry: FeedItem): Element {
  const { picture } = entry;
  return x('item', [
    textElement('title', entry.title),
    textElement('link', entry.address),
    textElement('guid', entry.id, { isPermaLink: 'false' }),
    textElement('pubDate', rssDate(entry.published)),
    ...(entry.updated > entry.published
      ? [textElement('atom:updated', entry.updated.toISOString())]
      : []),
    ...entry.authors.map(({ name }) => textElement('dc:creator', name)),
    textElement('dc:language', entry.language),
    ...entry.categories.map(({ label, scheme }) =>
      textElement('category', label, { domain: scheme }),
    ),
    textElement('description', asHtml(entry.summary)),
    textElement('content:encoded', entry.html),
    ...(picture
      ? [
          x('media:content', mediaAttributes(picture), [
            textElement('media:description', picture.alt, { type: 'plain' }),
          ]),
        ]
      : []),
    ...(entry.responsesAddress ? [textElement('comments', entry.responsesAddress)] : []),
    ...(entry.responsesFeed ? [textElement('wfw:commentRss', entry.responsesFeed)] : []),
    ...(entry.responses === undefined
      ? []
      : [textElement('slash:comments', String(entry.responses))]),
  ]);
}

function mediaAttributes(picture: NonNullable<FeedItem['picture']>) {
  const { address, type, bytes, width, height } = picture;
  return { url: address, medium: 'image', type, fileSize: bytes, width, height };
}

/** A text as RSS wants a description: as HTML. Quotation marks stay, for readers that take it for text. */
function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A moment as RSS writes it (RFC 822 with four digits of the year), in GMT. */
function rssDate(moment: Date): string {
  return moment.toUTCString();
}
