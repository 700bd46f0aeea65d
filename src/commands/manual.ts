import { readFile, writeFile } from 'node:fs/promises';
import { referenceInMarkdown } from '../check/reference-docs.ts';
import { languageTemplate } from '../core/i18n/language-template.ts';

/**
 * `npm run manual` writes the reference part of CONTRIBUTING.md anew, from the schema and the rules, and
 * the template of a language from the English words.
 */
const file = 'CONTRIBUTING.md';
const [before, after] = (await readFile(file, 'utf8')).split(
  /(?<=<!-- reference -->\n)[\s\S]*(?=<!-- \/reference -->)/,
);
if (after === undefined) throw new Error(`${file} has lost the marks of its reference.`);
await writeFile(file, `${before}\n${referenceInMarkdown()}\n\n${after}`);
await writeFile('docs/language-template.yaml', languageTemplate());
