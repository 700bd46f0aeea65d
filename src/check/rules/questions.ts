import type { Root } from 'mdast';
import { type Problem, problem } from '../../core/content-files/problem.ts';
import { asksQuestions } from '../../core/model/kinds.ts';
import {
  foldedHeading,
  plainText,
  questionHeadings,
  questionHeadingsIn,
  questionList,
} from '../../core/model/questions.ts';
import { closestMatch, normalize } from '../../core/text/closest-match.ts';
import { type ContentIndex, isRead } from '../content-index.ts';
import { type Document, fieldPlace, textField } from '../document.ts';

/** What is wrong with the questions of a discussion: that there are none, or with their list. */
export function questionProblems(post: Document, catalogue: ContentIndex): Problem[] {
  // Under which headings questions stand, the program says.
  if (!asksQuestions(catalogue.program, post.given['kind']) || !isRead(catalogue, 'program'))
    return [];
  return [
    ...absentProblems(post, catalogue),
    ...(post.tree
      ? [...itemProblems(post), ...furtherListProblems(post, post.tree, catalogue)]
      : []),
  ];
}

function absentProblems(post: Document, catalogue: ContentIndex): Problem[] {
  if (post.given['withdrawn'] || !post.questions || post.questions.length > 0) return [];
  const { language, questionHeadings: words } = catalogue.program;
  const lang = textField(post, 'lang') ?? language;
  const heading = (words[lang] ?? Object.values(words)[0])?.[0] ?? 'Questions';
  const known = questionHeadings(catalogue.program);
  const [right] = post.tree ? questionHeadingsIn(post.tree, known) : [];
  const { file } = post;
  if (right) {
    return [problem('questions-not-listed', { file, line: right.position?.start.line }, {})];
  }
  const near = nearHeading(post, known);
  if (!near) return [problem('no-questions', fieldPlace(post, 'kind'), { heading })];
  return [problem('no-questions', { file, line: near }, { heading }, { fix: `## ${heading}` })];
}

/** Questions that are none, or that stand there twice. */
function itemProblems({ file, questions = [] }: Document): Problem[] {
  const texts = questions.map(({ text }) => normalize(text));
  return questions.flatMap(({ number, text, line }, index): Problem[] => {
    if (text === '') return [problem('question-empty', { file, line }, { number })];
    const first = texts.indexOf(texts[index] ?? '');
    if (first === index) return [];
    return [problem('question-twice', { file, line }, { number, other: first + 1 })];
  });
}

/** A second list below that of the questions, whose entries are none. */
function furtherListProblems({ file }: Document, tree: Root, { program }: ContentIndex): Problem[] {
  const list = questionList(tree, questionHeadings(program));
  const after = list ? tree.children.slice(tree.children.indexOf(list) + 1) : [];
  const end = after.findIndex(({ type }) => type === 'heading' || type === 'thematicBreak');
  const second = after.slice(0, end < 0 ? undefined : end).find(({ type }) => type === 'list');
  if (!second) return [];
  return [problem('questions-go-on', { file, line: second.position?.start.line }, {})];
}

/** The line of what was probably meant as the heading of the questions. */
function nearHeading({ tree }: Document, known: ReadonlySet<string>): number | undefined {
  const found = tree?.children.find((node) => {
    if (node.type !== 'heading' && node.type !== 'paragraph') return false;
    const said = foldedHeading(plainText(node).replace(/^#+/, ''));
    if (said.length >= 40) return false;
    const isNear = node.type === 'heading' && closestMatch(said, known) !== undefined;
    return isNear || [...known].some((words) => said.includes(words));
  });
  return found?.position?.start.line;
}
