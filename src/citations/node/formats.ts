import { readFileSync } from 'node:fs';
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import type { CslItem } from '../csl.ts';

const { engine, styles } = plugins.config.get('@csl');
const MLA = 'src/citations/node/modern-language-association.csl';
const CHICAGO = 'src/citations/node/chicago-author-date.csl';

/** The styles in which a post is cited, and the names by which people know them. */
export const STYLES = {
  apa: 'APA',
  mla: 'MLA',
  chicago: 'Chicago',
  harvard1: 'Harvard',
  vancouver: 'Vancouver',
} as const;

export type Style = keyof typeof STYLES;
styles.add('mla', bibliographyAlone(readFileSync(MLA, 'utf8')));
styles.add('chicago', bibliographyAlone(readFileSync(CHICAGO, 'utf8')));
for (const name of ['apa', 'harvard1', 'vancouver'])
  styles.add(name, bibliographyAlone(styles.get(name)));
Object.assign(plugins.config.get('@bibtex').format, {
  asciiOnly: false,
  // A post's permanent id as it is: checked, it would lose its hyphens, which tell ids apart.
  useIdAsLabel: true,
  checkLabel: false,
});

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
 * of a list, which the processor would work through for each item, and which change nothing. A note
 * is the same word for every item: the processor files items under their notes, and trips over one
 * that is called like something that every object has, `__proto__` or `constructor`.
 */
function bibliographyAlone(style: string): string {
  return (
    style
      .replace(
        /<citation\b.*?<\/citation>/s,
        '<citation><layout><text value="item"/></layout></citation>',
      )
      .replace(/<sort>.*?<\/sort>/gs, '')
      // What stands alone has no number.
      .replace(/<text [^>]*variable="citation-number"[^>]*\/>/g, '')
  );
}

/** The citation in words, in the language of the post where there is one, else in English. */
export function citationText(item: CslItem, style: Style): string {
  const processor = engine([withoutMarkup(item)], style, localeOf(item), 'text');
  processor.updateItems([item.id]);
  const [, [text = '']] = processor.makeBibliography();
  return text.replaceAll(NO_MARKUP, '').trim();
}

/** Between `<` and what follows, nothing that is seen: so `<i>` in a title is not taken for italics. */
const NO_MARKUP = '\u2060';

function withoutMarkup(item: CslItem): CslItem {
  return withTexts(item, (text) => text.replaceAll('<', `<${NO_MARKUP}`));
}

/** An item with each of its texts changed. */
function withTexts<Item extends CslItem>(item: Item, change: (text: string) => string): Item {
  return JSON.parse(
    JSON.stringify(item, (_, value) => (typeof value === 'string' ? change(value) : value)),
  );
}

function localeOf({ language }: CslItem): string {
  return LOCALES[language.split('-')[0] ?? ''] ?? 'en-US';
}

/**
 * The citation for BibTeX, which knows months and no days. Its key is the post's permanent id.
 * Letters of all scripts stay, for BibTeX reads UTF-8 today. Characters that mean something to TeX are
 * escaped, and braces left out: one alone would break the file. Those that stand in the file keep
 * styles from lowercasing names and acronyms, and from taking a name apart.
 */
export function bibtex(item: CslItem): string {
  const [[year = 0, month = 1] = []] = item.issued['date-parts'];
  const plain = withTexts(withoutMarkup(item), (text) => text.replace(/[{}\\]/g, ''));
  const lines = new Cite({
    ...plain,
    author: plain.author.map(inOnePiece),
    issued: { 'date-parts': [[year, month]] },
    note: plain['container-title'],
  })
    .format('bibtex')
    .replaceAll(NO_MARKUP, '')
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('\thowpublished'))
    .map((line) => line.replace(/(?<=^\ttitle = \{).*(?=\},$)/, withCapitals));
  return `${lines.map(escaped).join('\n')}\n`;
}

/** A name whose parts have no word or mark at which BibTeX would part them. */
function inOnePiece(name: CslItem['author'][number]): CslItem['author'][number] {
  if ('literal' in name) return name;
  const braced = (part: string) => (/,|\sand\s/i.test(part) ? `{${part}}` : part);
  return { ...name, family: braced(name.family), given: braced(name.given) };
}

/**
 * A title in which braces keep every word with a capital as it is, but for the first word's own first
 * letter, which every style keeps.
 */
function withCapitals(title: string): string {
  // Citation.js protects capitals too, but only those of ASCII.
  return title
    .replace(/[{}]/g, '')
    .replace(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}&'’./-]*[\p{L}\p{M}\p{N}])?/gu, (word, at: number) =>
      /[\p{Lu}\p{Lt}]/u.test(at === 0 ? word.replace(/^./u, '') : word) ? `{${word}}` : word,
    );
}

function escaped(line: string): string {
  if (!/^\t(?!url|doi)/.test(line)) return line;
  return line
    .replace(/(?<!\\)[&%$#_]/g, '\\$&')
    .replaceAll('~', '\\textasciitilde{}')
    .replaceAll('^', '\\textasciicircum{}');
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
  // Citation.js knows it of periodicals alone.
  const serial = item.ISSN ? `SN  - ${item.ISSN}\r\n` : '';
  const padded = whole.replace(
    /^DA {2}- (\d+)\/(\d+)\/(\d+)\/?$/m,
    (_, year, month, day) => `DA  - ${year}/${month.padStart(2, '0')}/${day.padStart(2, '0')}`,
  );
  return `${padded.replace(/\r?\n/g, '\r\n').replace(/ER {2}-$/, `${serial}ER  - `)}\r\n`;
}
