import type { Element } from 'xast';
import { x } from 'xastscript';
import { doiAddress } from '../core/model/identifiers.ts';
import { emptyElement, textElement, xmlDocument } from '../core/text/xml.ts';
import { browserView } from './browser-view.ts';
import { browserViewOf, type Feed, type FeedItem, lastChange } from './feed.ts';

const TYPE = 'application/atom+xml';

/**
 * The feed as Atom 1.0 (RFC 4287), with archives (RFC 5005), licences (RFC 4946), responses (RFC 4685),
 * DOI and ISSN (PRISM 2.0).
 */
export function atom(feed: Feed): string {
  const root = x(
    'feed',
    {
      xmlns: 'http://www.w3.org/2005/Atom',
      'xmlns:fh': 'http://purl.org/syndication/history/1.0',
      'xmlns:prism': 'http://prismstandard.org/namespaces/basic/2.0/',
      'xmlns:thr': 'http://purl.org/syndication/thread/1.0',
      'xml:lang': feed.language,
    },
    [
      textElement('id', feed.id),
      textElement('title', feed.title),
      textElement('subtitle', feed.description),
      textElement('updated', lastChange(feed).toISOString()),
      link('self', feed.self),
      link('alternate', feed.home, 'text/html'),
      ...(feed.current ? [emptyElement('fh:archive', {}), link('current', feed.current)] : []),
      ...(feed.earlier ? [link('prev-archive', feed.earlier)] : []),
      ...(feed.issn ? [textElement('prism:issn', feed.issn)] : []),
      browserView(browserViewOf(feed)),
      ...feed.items.map(entry),
    ],
  );
  return xmlDocument(root, feed.stylesheet);
}

function link(rel: string, href: string, type = TYPE): Element {
  return emptyElement('link', { rel, type, href });
}

function entry(item: FeedItem): Element {
  const { picture, licence } = item;
  return x('entry', { 'xml:lang': item.language }, [
    textElement('id', item.id),
    textElement('title', item.title),
    textElement('published', item.published.toISOString()),
    textElement('updated', item.updated.toISOString()),
    ...item.authors.map(({ name, address }) =>
      x('author', [textElement('name', name), textElement('uri', address)]),
    ),
    ...item.categories.map(({ term, label, scheme }) =>
      emptyElement('category', { term, scheme, label }),
    ),
    link('alternate', item.address, 'text/html'),
    ...(item.doi
      ? [
          emptyElement('link', { rel: 'cite-as', type: 'text/html', href: doiAddress(item.doi) }),
          textElement('prism:doi', item.doi),
        ]
      : []),
    ...(licence ? [textElement('rights', licence.label)] : []),
    ...(licence?.address ? [link('license', licence.address, 'text/html')] : []),
    ...(item.responsesFeed
      ? [
          emptyElement('link', {
            rel: 'replies',
            type: TYPE,
            href: item.responsesFeed,
            'thr:count': item.responses,
          }),
        ]
      : []),
    ...(picture
      ? [
          emptyElement('link', {
            rel: 'enclosure',
            type: picture.type,
            href: picture.address,
            length: picture.bytes,
            title: picture.alt,
          }),
        ]
      : []),
    // Some parsers hand over a text without an attribute as another kind of value, and it gets lost.
    textElement('summary', item.summary, { type: 'text' }),
    textElement('content', item.html, { type: 'html' }),
    ...(item.responses === undefined ? [] : [textElement('thr:total', String(item.responses))]),
  ]);
}
