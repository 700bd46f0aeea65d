import { defaultKeymap, history, historyKeymap, isolateHistory } from '@codemirror/commands';
import { markdownKeymap, markdownLanguage } from '@codemirror/lang-markdown';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The field in which a text is written. */
export interface MarkdownEditor {
  text(): string;
  /** Another text in the place of the whole; what is the same in both stays untouched. */
  replace(text: string): void;
  /** Puts marks around what is chosen, or around `sample` where nothing is. */
  wrap(before: string, after: string, sample: string): void;
  /** Puts marks before each chosen line. */
  prefix(marks: string): void;
  /** Puts a paragraph of its own below the line in which the cursor stands. */
  insertBlock(block: string): void;
  /** Writes a line, from 1, anew. */
  setLine(line: number, text: string): void;
  /** Moves the cursor to a line, from 1, and looks there. */
  goTo(line: number, column?: number): void;
}

/**
 * Opens an editor in an element. It stands in a shadow root, where its styles are sheets of the
 * document's and not elements, as the site's policy wants it. The Tab key leaves it.
 *
 * @param host where it is to stand
 * @param label what the field is called
 * @param changed told after every change
 * @param markdownOf what is pasted with its form, as Markdown; undefined where it has none
 */
export function markdownEditor(
  host: HTMLElement,
  label: string,
  changed: () => void,
  markdownOf: (html: string) => Promise<string | undefined>,
): MarkdownEditor {
  const root = host.attachShadow({ mode: 'open' });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      extensions: [
        history(),
        markdownLanguage,
        keymap.of([...markdownKeymap, ...defaultKeymap, ...historyKeymap]),
        syntaxHighlighting(highlighting),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'true', dir: 'auto' }),
        EditorView.perLineTextDirection.of(true),
        EditorView.domEventHandlers({ paste: (event, view) => paste(event, view, markdownOf) }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed();
        }),
        look,
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    replace: (text) => view.dispatch({ changes: difference(view.state.doc.toString(), text) }),
    wrap: (before, after, sample) => {
      const { from, to } = view.state.selection.main;
      const chosen = view.state.sliceDoc(from, to) || sample;
      view.dispatch({
        changes: { from, to, insert: before + chosen + after },
        selection: { anchor: from + before.length, head: from + before.length + chosen.length },
      });
      view.focus();
    },
    prefix: (marks) => {
      const { from, to } = view.state.selection.main;
      const [first, last] = [view.state.doc.lineAt(from), view.state.doc.lineAt(to)];
      const changes = [];
      for (let number = first.number; number <= last.number; number++) {
        changes.push({ from: view.state.doc.line(number).from, insert: marks });
      }
      view.dispatch({ changes });
      view.focus();
    },
    insertBlock: (block) => {
      const { doc, selection } = view.state;
      const line = doc.lineAt(selection.main.head);
      const isFreeBelow = line.number < doc.lines && !doc.line(line.number + 1).text.trim();
      const insert = `${line.text.trim() ? '\n\n' : ''}${block}${isFreeBelow ? '' : '\n'}`;
      view.dispatch({
        changes: { from: line.to, insert },
        selection: { anchor: line.to + insert.length },
        scrollIntoView: true,
      });
    },
    setLine: (line, text) => {
      const { doc } = view.state;
      if (line < 1 || line > doc.lines) return;
      const { from, to } = doc.line(line);
      view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from } });
      view.focus();
    },
    goTo: (line, column = 1) => {
      const { doc } = view.state;
      const place = doc.line(Math.min(Math.max(line, 1), doc.lines));
      const anchor = Math.min(place.from + column - 1, place.to);
      view.focus();
      view.dispatch({
        selection: { anchor },
        effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      });
    },
  };
}

/**
 * Pastes the plain text at once, and puts Markdown in its place where it has a form: to undo that
 * leads back to the plain text.
 *
 * @returns whether there is more to it than the editor pastes by itself
 */
function paste(
  { clipboardData }: ClipboardEvent,
  view: EditorView,
  markdownOf: (html: string) => Promise<string | undefined>,
): boolean {
  const html = clipboardData?.getData('text/html');
  const plain = clipboardData?.getData('text/plain').replace(/\r\n?/g, '\n');
  if (!html || !plain) return false;
  const { from } = view.state.selection.main;
  const ofItsOwn = { annotations: isolateHistory.of('full'), scrollIntoView: true };
  view.dispatch(view.state.replaceSelection(plain), ofItsOwn);
  const to = view.state.selection.main.head;
  const put = (markdown: string | undefined) => {
    const { doc, selection } = view.state;
    if (!markdown || markdown === plain || doc.sliceString(from, to) !== plain) return;
    const insert = inItsPlace(markdown, doc.sliceString(0, from), doc.sliceString(to));
    view.dispatch({
      changes: { from, to, insert },
      ...(selection.main.head === to && { selection: { anchor: from + insert.length } }),
      ...ofItsOwn,
    });
  };
  // The plain text is there, whatever happens.
  markdownOf(html).then(put, () => {});
  return true;
}

/** Markdown between two texts; what is more than words of a line, with empty lines around it. */
function inItsPlace(markdown: string, before: string, after: string): string {
  if (!/\n|^(#|-|>|\||\d+\.) /.test(markdown)) return markdown;
  const isApart = (text: string, around: RegExp) => text.trim() === '' || around.test(text);
  return [
    isApart(before, /\n\s*\n$/) ? '' : before.endsWith('\n') ? '\n' : '\n\n',
    markdown,
    isApart(after, /^\n\s*\n/) ? '' : after.startsWith('\n') ? '\n' : '\n\n',
  ].join('');
}

/** The one change that makes one text of another. */
function difference(before: string, after: string) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return {
    from: start,
    to: before.length - end,
    insert: after.slice(start, after.length - end),
  };
}

const look = EditorView.theme({
  '&': { color: 'var(--text)', fontSize: '1rem', lineHeight: '1.6' },
  '&.cm-focused': { outline: 'none' },
  '.cm-content': {
    fontFamily: 'var(--serif)',
    minBlockSize: '18rem',
    padding: '0.9rem 0.2rem',
    caretColor: 'var(--accent)',
  },
  '.cm-line': { paddingInline: '0.8rem' },
});

const highlighting = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '600' },
  { tag: tags.strong, fontWeight: '600' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.processingInstruction, tags.url, tags.tagName], color: 'var(--text-soft)' },
  { tag: [tags.link, tags.contentSeparator], color: 'var(--accent)' },
]);
