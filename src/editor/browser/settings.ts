import type { EditorWords } from '../../core/i18n/editor-words.ts';
import type { CompiledPart } from '../../core/i18n/message.ts';
import type { NamesKinds } from '../../core/model/kinds.ts';

/** What the page tells its editor: words, and what the program is. */
export interface EditorSettings {
  words: EditorWords;
  /** Where the summary of the content stands. */
  contentSummary: string;
  repository?: string;
  branch: string;
  timeZone: string;
}

/** What the page tells the editor of posts besides. */
export interface PostEditorSettings extends EditorSettings {
  /** The folder in which the site lives. */
  base: string;
  /** The site's language. */
  language: string;
  /** The licence of what names no other, and the name under which a picture is the program's own. */
  licence: string;
  ours: string;
  /** The questions' headings per language, and the one over a new list. */
  headings: Record<string, string[]>;
  heading: string;
  /** The words of the preview, compiled, by language. */
  spoken: Record<string, CompiledPart>;
  /** The kinds of posts, if they are not ours. */
  kinds?: NamesKinds['kinds'];
  /** Who is likely to have written a post. */
  authors: string[];
}

/** The setting that an editor's element carries. */
export function editorSettings<Setting extends EditorSettings>(editor: HTMLElement): Setting {
  return JSON.parse(editor.dataset['settings'] ?? '{}') as Setting;
}
