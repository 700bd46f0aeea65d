import type { Element } from 'xast';
import { x } from 'xastscript';
import { directionOf } from '../core/i18n/direction.ts';
import type { Words } from '../core/i18n/words.ts';
import { dayInWords } from '../core/model/dates.ts';
import { emptyElement, textElement } from '../core/text/xml.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';

/** What a feed shows to those who open it in a browser. Addresses are whole, with host. */
export interface BrowserView {
  title: string;
  description?: string | undefined;
  language: string;
  /** The page that the feed follows, the feed itself, and where feeds are explained. */
  home: string;
  self: string;
  subscribe: string;
  words: Pick<Words, 'feedIs' | 'feedUse' | 'feedExplained' | 'toTheSite'>;
  entries: readonly BrowserViewEntry[];
}

export interface BrowserViewEntry {
  title: string;
  address: string;
  /** ISO day. */
  day: string;
  summary?: string | undefined;
  /** Of title and summary, where it is known. */
  language?: string | undefined;
}

/**
 * A page for those who open a feed in a browser: what it is, how to subscribe, and its entries with
 * links. It is XHTML in the namespace of its own, which feed readers pass over and browsers show as
 * they show a page, on a phone in the phone's width.
 */
export function browserView(feed: BrowserView): Element {
  const { words, language } = feed;
  return x(
    'div',
    { xmlns: XHTML, class: 'introduction', lang: language, dir: directionOf(language) },
    [
      emptyElement('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      textElement('h1', feed.title),
      ...(feed.description ? [textElement('p', feed.description, { class: 'soft' })] : []),
      x('div', { class: 'note' }, [
        x('p', [x('strong', words.feedIs), ` ${words.feedUse} `, textElement('code', feed.self)]),
        x('p', [
          anchor(feed.subscribe, words.feedExplained),
          ' · ',
          anchor(feed.home, words.toTheSite),
        ]),
      ]),
      ...(feed.entries.length > 0
        ? [
            x(
              'ol',
              feed.entries.map((entry) => shownEntry(entry, language)),
            ),
          ]
        : []),
    ],
  );
}

function shownEntry(
  { title, address, day, summary, language }: BrowserViewEntry,
  feedLanguage: string,
) {
  const spoken = language === feedLanguage ? {} : spokenIn(language);
  return x('li', [
    x('h2', spoken, anchor(address, title)),
    textElement('p', dayInWords(day, feedLanguage), { class: 'soft' }),
    ...(summary ? [textElement('p', summary, spoken)] : []),
  ]);
}

function spokenIn(language: string | undefined): Record<string, string> {
  return language === undefined ? { dir: 'auto' } : { lang: language, dir: directionOf(language) };
}

function anchor(address: string, label: string): Element {
  return textElement('a', label, { href: address });
}
