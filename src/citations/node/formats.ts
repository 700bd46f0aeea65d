import { readFileSync } from 'node:fs';
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import type { CslItem } from '../csl.ts';

const { engine, styles } = plugins.config.get('@csl');
const MLA = 'src/citations/node/modern-language-association.csl';
styles.add('mla', bibliographyAlone(readFileSync(MLA, 'utf8')));
styles.add('apa', bibliographyAlone(styles.get('apa')));
Object.assign(plugins.config.get('@bibtex').format, { asciiOnly: false });

/** Whose words for months and "and" there are. */
const LOCALES: Readonly<Record<string, string>> = {
  de: 'de-DE',
  en: 'en-US',
  es: 'es-ES',
  fr: 'fr-FR',
  nl: 'nl-NL',
};

/**
 * A style (CSL 1.0) for one item at a time: without its rules for notes in a text and for the order
 * of a list, which the processor would work through for each item, and which change nothing.
 */
function bibliographyAlone(style: string): string {
  return style
    .replace(
      /<citation\b.*?<\/citation>/s,
      '<citation><layout><text variable="title"/></layout></citation>',
    )
    .replace(/<sort>.*?<\/sort>/gs, '');
}

/** The citation in words, in the language of the post where there is one, else in English. */
export function citationText(item: CslItem, style: 'apa' | 'mla'): string {
  const processor = engine([item], style, localeOf(item), 'text');
  processor.updateItems([item.id]);
  const [, [text = '']] = processor.makeBibliography();
  return text.trim();
}

function localeOf({ language }: CslItem): string {
  return LOCALES[language.split('-')[0] ?? ''] ?? 'en-US';
}

/**
 * The citation for BibTeX, which knows months and no days. Letters of all scripts stay, for BibTeX
 * reads UTF-8 today. Signs that mean something to TeX are escaped, and braces left out: one alone
 * would break the file.
 */
export function bibtex(item: CslItem): string {
  const [[year = 0, month = 1] = []] = item.issued['date-parts'];
  const issued = { 'date-parts': [[year, month]] };
  const plain = JSON.parse(
    JSON.stringify({ ...item, issued, note: item['container-title'] }, (_, value) =>
      typeof value === 'string' ? value.replace(/[{}\\]/g, '') : value,
    ),
  );
  const lines = new Cite(plain)
    .format('bibtex')
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('\thowpublished'));
  return `${lines.map(escaped).join('\n')}\n`;
}

function escaped(line: string): string {
  return /^\t(?!url)/.test(line) ? line.replace(/(?<!\\)[&%$#_]/g, '\\$&') : line;
}

/**
 * The citation in RIS, which reference managers import. Each field is one line: Citation.js breaks
 * long ones, also within words, and readers put a space where a line ends. It also cuts ids.
 */
export function ris(item: CslItem): string {
  const text = new Cite(item).format('ris').trim();
  const whole = text
    .replace(/\r?\n(?![A-Z][A-Z0-9] {2}-)/g, '')
    .replace(/^ID {2}- .*$/m, `ID  - ${item.id}`);
  const padded = whole.replace(
    /^DA {2}- (\d+)\/(\d+)\/(\d+)\/?$/m,
    (_, year, month, day) => `DA  - ${year}/${month.padStart(2, '0')}/${day.padStart(2, '0')}`,
  );
  return `${padded.replace(/\r?\n/g, '\r\n').replace(/ER {2}-$/, 'ER  - ')}\r\n`;
}
