import { type ContentFolder, idsIn } from '../../core/content-files/folder.ts';
import {
  canonicalTag,
  LANGUAGES_FOLDER,
  readLanguage,
} from '../../core/content-files/language-files.ts';
import { conflictProblems } from '../../core/content-files/merge-conflict.ts';
import { type Problem, problem } from '../../core/content-files/problem.ts';
import { untranslated } from '../../core/i18n/languages.ts';

/** How many of the texts that a language lacks are named. */
const NAMED = 4;

/** What is wrong with the program's own files of words, and which texts each still lacks. */
export function languageProblems(folder: ContentFolder): Problem[] {
  return idsIn(folder, LANGUAGES_FOLDER, '.yaml').flatMap((tag) => {
    const path = `${LANGUAGES_FOLDER}/${tag}.yaml`;
    const file = `${folder.name}/${path}`;
    const right = canonicalTag(tag);
    if (right !== tag) return [problem('language-name', { file }, { tag }, { suggestion: right })];
    const text = folder.texts.get(path) ?? '';
    const conflicts = conflictProblems(text, file);
    if (conflicts.length > 0) return conflicts;
    const { value, problems } = readLanguage(text, tag, file);
    if (!value) return [...problems];
    const missing = untranslated(tag, value);
    if (missing.length === 0) return [...problems];
    const named = missing.slice(0, NAMED).map(({ place }) => place);
    const blanks = {
      count: missing.length,
      names: named.join(', ') + (missing.length > NAMED ? ' …' : ''),
      language: nameOf(missing[0]?.shownIn ?? 'en'),
    };
    return [...problems, problem('untranslated', { file }, blanks)];
  });
}

function nameOf(tag: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
}
