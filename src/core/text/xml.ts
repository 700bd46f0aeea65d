import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { escapeHtml } from './escape-html.ts';

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
  return x(name, attributes, text);
}

/** An element with attributes and no content. */
export function emptyElement(
  name: string,
  attributes: Record<string, string | number | undefined>,
): Element {
  return x(name, attributes);
}

/** A text as it stands between two tags, without what XML 1.0 can't hold. */
export function escapeXml(text: string): string {
  return withoutSectionEnds(xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
}

/** Elements as a part of a document, well-formed whatever texts and attributes they hold. */
export function elementXml(...elements: Element[]): string {
  return withoutSectionEnds(xmlText(serialized(...elements)));
}

/** Elements with their texts and attributes as they are, but escaped. */
export function serialized(...elements: Element[]): string {
  return toXml(
    { type: 'root', children: elements },
    { closeEmptyElements: true, tightClose: true },
  );
}

/**
 * The document as XML 1.0, well-formed whatever texts and attributes it holds, with the style sheet
 * that makes it readable where a browser shows it.
 */
export function xmlDocument(root: Element, stylesheet?: string): string {
  const style = stylesheet
    ? `<?xml-stylesheet type="text/css" href="${escapeHtml(stylesheet)}"?>\n`
    : '';
  return `<?xml version="1.0" encoding="utf-8"?>\n${xmlText(style)}${elementXml(root)}\n`;
}

/**
 * Without `]]>` in texts, which production [14], CharData, forbids and toXml writes as it is. No tag
 * ends after two brackets, so that they stand in texts and attributes alone. They may come together
 * only when a character between them is left out.
 */
function withoutSectionEnds(xml: string): string {
  return xml.replaceAll(']]>', ']]&gt;');
}
