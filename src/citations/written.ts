import { readFile } from 'node:fs/promises';
import type { CslItem } from '../blog/citation.ts';
import { kept } from '../kept-files.ts';

/** A citation in one style or format. */
export interface WrittenCitation {
  name: string;
  text: string;
}

/** A post's citation in words and in the formats of reference managers. */
export interface Citation {
  styles: WrittenCitation[];
  files: (WrittenCitation & { ending: 'bib' | 'ris' })[];
}

/** What decides how a citation is written, beside the item. */
const WRITTEN_BY = ['src/citations/formats.ts', 'src/citations/modern-language-association.csl'];

/**
 * All forms of a citation. They are kept between builds, because the styles take long to read: a
 * build in which no title changed does not read them.
 */
export async function citation(item: CslItem): Promise<Citation> {
  stamp ??= Promise.all(WRITTEN_BY.map((file) => readFile(file, 'utf8')));
  const recipe = JSON.stringify([...(await stamp), item]);
  const written = await kept('citations', recipe, async () => {
    const { bibtex, citationText, ris } = await import('./formats.ts');
    const styles = (['apa', 'mla'] as const).map((style) => ({
      name: style.toUpperCase(),
      text: citationText(item, style),
    }));
    const files = [
      { name: 'BibTeX', ending: 'bib', text: bibtex(item) },
      { name: 'RIS', ending: 'ris', text: ris(item) },
    ];
    return Buffer.from(JSON.stringify({ styles, files }));
  });
  return JSON.parse(new TextDecoder().decode(written));
}

let stamp: Promise<string[]> | undefined;
