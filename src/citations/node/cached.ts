import { readFile } from 'node:fs/promises';
import { rememberAll } from '../../core/cache/store.ts';
import type { CslItem } from '../csl.ts';

/** A citation in one style or format. */
export interface FormattedCitation {
  name: string;
  text: string;
}

/** A post's citation in words and in the formats of reference managers. */
export interface Citation {
  styles: FormattedCitation[];
  files: (FormattedCitation & { ending: 'bib' | 'ris' })[];
}

/** What decides how a citation is written, beside the item. */
const WRITTEN_BY = [
  'src/citations/node/formats.ts',
  'src/citations/node/cached.ts',
  'src/citations/node/modern-language-association.csl',
];

/**
 * All forms of the citation of each item. They are kept between builds, because the styles take
 * long to read: a build in which no title changed does not read them.
 */
export async function citations(items: readonly CslItem[]): Promise<Citation[]> {
  const stamp = await Promise.all(WRITTEN_BY.map((file) => readFile(file, 'utf8')));
  const recipes = items.map((item) => JSON.stringify(item));
  return await rememberAll('citations', stamp.join(), recipes, async (place) => {
    const item = items[place];
    if (!item) throw new RangeError(`There is no item ${place}.`);
    return await citation(item);
  });
}

/** All forms of the citation of one item, made anew. */
export async function citation(item: CslItem): Promise<Citation> {
  const { bibtex, citationText, ris } = await import('./formats.ts');
  return {
    styles: (['apa', 'mla'] as const).map((style) => ({
      name: style.toUpperCase(),
      text: citationText(item, style),
    })),
    files: [
      { name: 'BibTeX', ending: 'bib', text: bibtex(item) },
      { name: 'RIS', ending: 'ris', text: ris(item) },
    ],
  };
}
