import { getRssString } from '@astrojs/rss';
import type { Element } from 'xast';
import { x } from 'xastscript';
import { emptyElement, textElement } from '../core/text/xml.ts';
import { browserView } from './browser-view.ts';
import { browserViewOf, type Feed, type FeedItem, lastChange } from './feed.ts';
import { Placeholders } from './placeholders.ts';

const NAMESPACES = {
  atom: 'http://www.w3.org/2005/Atom',
  creativeCommons: 'http://backend.userland.com/creativeCommonsRssModule',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  fh: 'http://purl.org/syndication/history/1.0',
  media: 'http://search.yahoo.com/mrss/',
  prism: 'http://prismstandard.org/namespaces/basic/2.0/',
  slash: 'http://purl.org/rss/1.0/modules/slash/',
  wfw: 'http://wellformedweb.org/CommentAPI/',
};

/** The feed as RSS 2.0, after the RSS Advisory Board's best-practices profile and RFC 5005. */
export async function rss(feed: Feed): Promise<string> {
  const held = new Placeholders();
  const xml = await getRssString({
    title: held.text(feed.title),
    description: held.text(feed.description),
    site: feed.home,
    stylesheet: held.attribute(feed.stylesheet),
    xmlns: NAMESPACES,
    // What browsers show mixes text and elements, which the library would sort by their names.
    customData: `${held.elements(channel(feed))}${held.xml(browserView(browserViewOf(feed)))}`,
    items: feed.items.map((entry) => ({
      title: held.text(entry.title),
      link: entry.address,
      pubDate: entry.published,
      description: held.text(asHtml(entry.summary)),
      content: held.text(entry.html),
      customData: held.elements(item(entry)),
      ...(entry.responsesAddress ? { commentsUrl: entry.responsesAddress } : {}),
    })),
  });
  return `${held.filledIn(xml)}\n`;
}

/** What the library has no field for, of the channel. */
function channel(feed: Feed): Element[] {
  return [
    textElement('link', feed.home),
    textElement('language', feed.language),
    ...(feed.issn ? [textElement('prism:issn', feed.issn)] : []),
    ...(feed.items.length > 0 ? [textElement('lastBuildDate', rssDate(lastChange(feed)))] : []),
    link('self', feed.self),
    ...(feed.current ? [emptyElement('fh:archive', {}), link('current', feed.current)] : []),
    ...(feed.earlier ? [link('prev-archive', feed.earlier)] : []),
  ];
}

function link(rel: string, href: string): Element {
  return emptyElement('atom:link', { rel, type: 'application/rss+xml', href });
}

/** What the library has no field for, of an item; its guid is its own address unless told. */
function item(entry: FeedItem): Element[] {
  const { picture, licence } = entry;
  return [
    textElement('guid', entry.id, { isPermaLink: 'false' }),
    ...(entry.updated > entry.published
      ? [textElement('atom:updated', entry.updated.toISOString())]
      : []),
    ...entry.authors.map(({ name }) => textElement('dc:creator', name)),
    textElement('dc:language', entry.language),
    ...(entry.doi
      ? [textElement('dc:identifier', `doi:${entry.doi}`), textElement('prism:doi', entry.doi)]
      : []),
    ...entry.categories.map(({ label, scheme }) =>
      textElement('category', label, { domain: scheme }),
    ),
    ...(licence ? [textElement('dc:rights', licence.label)] : []),
    ...(licence?.address ? [textElement('creativeCommons:license', licence.address)] : []),
    ...(picture
      ? [
          x('media:content', mediaAttributes(picture), [
            textElement('media:description', picture.alt, { type: 'plain' }),
          ]),
        ]
      : []),
    ...(entry.responsesFeed ? [textElement('wfw:commentRss', entry.responsesFeed)] : []),
    ...(entry.responses === undefined
      ? []
      : [textElement('slash:comments', String(entry.responses))]),
  ];
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
