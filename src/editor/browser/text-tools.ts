import type { MarkdownEditor } from './markdown-editor.ts';

/** What each button above the text does with what is chosen, or with a sample. */
const TOOLS: Readonly<Record<string, (editor: MarkdownEditor, sample: string) => void>> = {
  bold: (editor, sample) => editor.wrap('**', '**', sample),
  italic: (editor, sample) => editor.wrap('*', '*', sample),
  link: (editor, sample) => editor.wrap('[', '](https://)', sample),
  heading: (editor) => editor.prefix('## '),
  list: (editor) => editor.prefix('- '),
  quote: (editor) => editor.prefix('> '),
  note: (editor, sample) => editor.wrap('<Note>\n\n', '\n\n</Note>\n', sample),
};

/** Gives the buttons above the text their work. */
export function connectTools(postEditor: HTMLElement, editor: MarkdownEditor): void {
  for (const button of postEditor.querySelectorAll<HTMLElement>('[data-tool]')) {
    button.addEventListener('click', () =>
      TOOLS[button.dataset['tool'] ?? '']?.(editor, button.textContent?.trim() ?? ''),
    );
  }
}
