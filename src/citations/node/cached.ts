import { codeHash } from '../../core/cache/code-hash.ts';
import { prune, remember } from '../../core/cache/store.ts';
import type { CslItem } from '../csl.ts';
import type { Style } from './formats.ts';

/** A citation in one style or format. */
export interface FormattedCitation {
  name: string;
  text: string;
}

/** A post's citation in words and in the formats of reference managers. */
export interface Citation {
  /** APA and MLA, which most people ask for, stand first. */
  styles: FormattedCitation[];
  files: (FormattedCitation & { ending: 'bib' | 'ris' })[];
}

/** The code that decides how a citation is written. */
const CODE = ['src/citations/node'];

/**
 * All forms of the citation of each item. They are kept between builds, because the styles take
 * long to read: a build in which no title changed does not read them.
 */
export async function citations(items: readonly CslItem[]): Promise<Citation[]> {
  const code = codeHash(CODE);
  const made: Citation[] = [];
  for (const item of items) {
    const key = code + JSON.stringify(item);
    made.push(await remember('citations', key, () => citation(item)));
  }
  prune('citations');
  return made;
}

/** All forms of the citation of one item, made anew. */
export async function citation(item: CslItem): Promise<Citation> {
  const { bibtex, citationText, ris, STYLES } = await import('./formats.ts');
  return {
    styles: (Object.keys(STYLES) as Style[]).map((style) => ({
      name: STYLES[style],
      text: citationText(item, style),
    })),
    files: [
      { name: 'BibTeX', ending: 'bib', text: bibtex(item) },
      { name: 'RIS', ending: 'ris', text: ris(item) },
    ],
  };
}
