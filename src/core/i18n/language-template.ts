import { Document, isMap, type Pair, type Scalar } from 'yaml';
import { en } from './en.ts';

const HEAD = ` The words of the site in English, to begin a language with: see docs/languages.md.
 Copy this file to content/languages/, name it after the code of your language, like ms.yaml, and put
 your words in the place of the English ones. What stands before a colon, and in {braces}, stays.`;

/** What each part of the words is for. */
const PARTS: Readonly<Record<keyof typeof en, string>> = {
  pages: ' On the pages',
  responses: ' Around what readers say',
  search: ' In the search',
  editor: ' In the form for authors',
  help: ' On the help page for authors',
};

/** A file of words that a coordinator can begin a language with: all that there is, in English. */
export function languageTemplate(): string {
  const document = new Document(en);
  document.commentBefore = HEAD;
  if (isMap(document.contents)) {
    for (const { key } of document.contents.items as Pair<Scalar<keyof typeof en>>[]) {
      key.commentBefore = PARTS[key.value];
      key.spaceBefore = true;
    }
  }
  return document.toString({ lineWidth: 0 });
}
