import type { Element } from 'xast';
import { x } from 'xastscript';
import { emptyElement, textElement, xmlDocument } from '../core/text/xml.ts';

/** One feed that a reader may follow. */
export interface ListedFeed {
  /** Its name in a reader, with the program's. */
  title: string;
  /** Its name on the site. */
  label: string;
  /** Whole address. */
  address: string;
  /** The page that it follows; whole address. */
  home: string;
  /** The language of its label, if that may be another than the site's. */
  lang?: string;
}

/** Feeds of one sort under a heading: by kind, by round … */
export interface FeedGroup {
  title: string;
  feeds: ListedFeed[];
}

/** All feeds of the site in one file for feed readers (OPML 2.0). */
export function opml(title: string, groups: readonly FeedGroup[]): string {
  return xmlDocument(
    x('opml', { version: '2.0' }, [
      x('head', [textElement('title', title)]),
      x('body', groups.filter(({ feeds }) => feeds.length > 0).map(group)),
    ]),
  );
}

function group({ title, feeds }: FeedGroup): Element {
  return x('outline', emptyElement('outline', { text: title, title }).attributes ?? {}, [
    ...feeds.map(({ title: text, address, home }) =>
      emptyElement('outline', { type: 'rss', text, title: text, xmlUrl: address, htmlUrl: home }),
    ),
  ]);
}
