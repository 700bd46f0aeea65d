import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { Feed } from './feed.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';

/**
 * A text as XML 1.0 can hold it: without control characters, halves of surrogate pairs and
 * noncharacters (production [2], Char). Everything else stays as it is.
 */
export function xmlText(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
  );
}

/** A child element that holds text alone. */
export function textElement(
  name: string,
  text: string,
  attributes: Record<string, string | number | undefined> = {},
): Element {
  return x(name, safe(attributes), xmlText(text));
}

/** An element with attributes and no content. */
export function emptyElement(
  name: string,
  attributes: Record<string, string | number | undefined>,
): Element {
  return x(name, safe(attributes));
}

function safe(attributes: Record<string, string | number | undefined>) {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, xmlText(String(value))]],
    ),
  );
}

/** The document, with the style sheet that makes it readable where a browser shows it. */
export function xmlDocument(root: Element, stylesheet?: string): string {
  const style = stylesheet
    ? `<?xml-stylesheet type="text/css" href="${stylesheet.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"?>\n`
    : '';
  const settings = { closeEmptyElements: true, tightClose: true };
  return `<?xml version="1.0" encoding="utf-8"?>\n${style}${toXml(root, settings)}\n`;
}

/**
 * A few words for those who open a feed in a browser. They are XHTML in a namespace of its own,
 * which feed readers pass over and browsers show, with links that work and no script.
 */
export function introduction(feed: Feed): Element {
  const { words } = feed;
  const link = (address: string, label: string) => x('h:a', { href: xmlText(address) }, label);
  return x('h:div', { 'xmlns:h': XHTML, class: 'introduction' }, [
    x('h:p', [x('h:strong', words.feedIs), ` ${words.feedUse} `, x('h:code', xmlText(feed.self))]),
    x('h:p', [link(feed.subscribe, words.feedExplained), ' · ', link(feed.home, words.toTheSite)]),
  ]);
}
