import type { List, ListItem, Root } from 'mdast';
import { questionHeadingsIn, questionList } from '../core/model/questions.ts';

/**
 * The questions of a text as they are written in it, one line each.
 *
 * @param source the text, front matter or not
 * @param tree its tree
 * @param headings from `questionHeadings(program)`
 */
export function questionLines(
  source: string,
  tree: Root,
  headings: ReadonlySet<string>,
): readonly string[] {
  return (questionList(tree, headings)?.children ?? []).map((item) => itemText(source, item));
}

/**
 * The text with these questions in the place of the ones it has. A text without a list gets one
 * under the heading at its end; what else stands in the text stays to the letter.
 *
 * @param heading the words over a new list
 */
export function withQuestionLines(
  source: string,
  tree: Root,
  questions: readonly string[],
  { headings, heading }: { headings: ReadonlySet<string>; heading: string },
): string {
  const lines = questions.map((question, index) => {
    const text = question.replace(/\s+/g, ' ').trim();
    return `${index + 1}. ${text}`;
  });
  const list = questionList(tree, headings);
  if (list) return placed(source, list, lines.join('\n'));
  const above = questionHeadingsIn(tree, headings)[0];
  if (above) {
    const end = above.position?.end.offset ?? source.length;
    return `${source.slice(0, end)}\n\n${lines.join('\n')}\n${source.slice(end)}`;
  }
  const before = source.trimEnd();
  return `${before}${before && '\n\n'}## ${heading}\n\n${lines.join('\n')}\n`;
}

function placed(source: string, { position }: List, lines: string): string {
  const { start, end } = position ?? {};
  return source.slice(0, start?.offset) + lines + source.slice(end?.offset);
}

function itemText(source: string, { children }: ListItem): string {
  const from = children[0]?.position?.start.offset;
  const to = children.at(-1)?.position?.end.offset;
  if (from === undefined || to === undefined) return '';
  return source.slice(from, to).replace(/\s+/g, ' ').trim();
}
