import type { Element } from 'xast';
import { x } from 'xastscript';
import { emptyElement, textElement, xmlDocument } from './feed-xml.ts';

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

/**
 * Where a click on the name of a calendar program subscribes to a calendar. `webcal:` opens the one
 * that is installed (Apple's, Outlook, Thunderbird).
 *
 * @param calendar whole address
 */
export function oneClickCalendars(calendar: string): { name: string; address: string }[] {
  const webcal = calendar.replace(/^https?:/, 'webcal:');
  const encoded = encodeURIComponent(webcal);
  return [
    { name: 'Apple, Thunderbird', address: webcal },
    { name: 'Google', address: `https://calendar.google.com/calendar/r?cid=${encoded}` },
    {
      name: 'Outlook',
      address: `https://outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(calendar)}`,
    },
  ];
}

/**
 * Where a click on a reader's name subscribes to a feed.
 *
 * @param feed whole address
 */
export function oneClickReaders(feed: string): { name: string; address: string }[] {
  const encoded = encodeURIComponent(feed);
  return [
    { name: 'Feedly', address: `https://feedly.com/i/subscription/feed/${encoded}` },
    { name: 'Inoreader', address: `https://www.inoreader.com/?add_feed=${encoded}` },
    { name: 'NewsBlur', address: `https://www.newsblur.com/?url=${encoded}` },
    { name: 'The Old Reader', address: `https://theoldreader.com/feeds/subscribe?url=${encoded}` },
  ];
}
