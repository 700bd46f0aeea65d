import type { Heading, List, ListItem, Nodes, Root } from 'mdast';
import type { Program } from './program.ts';

/** A question of a discussion. Its number is its address, `#question-3`, and never changes. */
export interface Question {
  /** From 1. */
  number: number;
  /** The question in plain text. */
  text: string;
  /** 1-based line in the file, if the tree has positions. */
  line?: number | undefined;
}

/** The anchor of a question on its page. */
export function questionAnchor(number: number): string {
  return `question-${number}`;
}

/**
 * The list of questions of a post: the list that stands right below the first heading whose
 * words are one of `headings`, with short paragraphs allowed between.
 *
 * @param tree the post's mdast
 * @param headings from `questionHeadings(program)`
 */
export function questionList(tree: Root, headings: ReadonlySet<string>): List | undefined {
  const start = tree.children.findIndex((node) => isQuestionHeading(node, headings));
  if (start < 0) return undefined;
  for (const node of tree.children.slice(start + 1)) {
    if (node.type === 'list') return node;
    if (node.type !== 'paragraph') return undefined;
  }
  return undefined;
}

/** The question headings of a post; more than one is a mistake. */
export function questionHeadingsIn(tree: Root, headings: ReadonlySet<string>): Heading[] {
  return tree.children.filter((node): node is Heading => isQuestionHeading(node, headings));
}

/** The questions of a post, numbered from 1; none when it has no question list. */
export function questionsOf(tree: Root, headings: ReadonlySet<string>): Question[] {
  return (questionList(tree, headings)?.children ?? []).map(asQuestion);
}

function asQuestion(item: ListItem, index: number): Question {
  const line = item.position?.start.line;
  return { number: index + 1, text: saidIn(item), ...(line === undefined ? {} : { line }) };
}

/** What an item says to readers: what was struck out it no longer does. */
function saidIn(item: ListItem): string {
  const all = plainText(item);
  const left = plainText(withoutStruck(item));
  if (left === all) return all;
  return left.replace(/\s+(?=[.,;:!?…)])/g, '') || '[…]';
}

function withoutStruck<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return node;
  const children = (node.children as Nodes[]).filter(({ type }) => type !== 'delete');
  return { ...node, children: children.map(withoutStruck) };
}

function isQuestionHeading(node: Nodes, headings: ReadonlySet<string>): boolean {
  return node.type === 'heading' && headings.has(foldedHeading(plainText(node)));
}

/** The text of a node as a reader hears it, with white space folded. */
export function plainText(node: Nodes): string {
  return pieces(node).join('').replace(/\s+/g, ' ').trim();
}

function pieces(node: Nodes): string[] {
  if (node.type === 'break') return [' '];
  if (node.type === 'image') return [node.alt ?? ''];
  if ('value' in node) return node.type === 'html' ? [] : [node.value];
  if (!('children' in node)) return [];
  const isBlock = BLOCKS.has(node.type);
  return (node.children as Nodes[]).flatMap((child, index) => {
    if (node.type === 'list') return [signOf(node, index), ...pieces(child), ' '];
    return isBlock ? [...pieces(child), ' '] : pieces(child);
  });
}

const BLOCKS = new Set(['listItem', 'blockquote', 'table', 'tableRow']);

/** What keeps the items of a list within a text apart. */
function signOf({ ordered, start }: List, index: number): string {
  return ordered ? `${(start ?? 1) + index}. ` : '• ';
}

/** Every heading under which a list is the list of questions, folded for comparing. */
export function questionHeadings(program: Pick<Program, 'questionHeadings'>): ReadonlySet<string> {
  return new Set(
    Object.values(program.questionHeadings ?? {})
      .flat()
      .map(foldedHeading),
  );
}

/** A heading's words without case, marks at its end and surplus space; printed marks as typed ones. */
export function foldedHeading(words: string): string {
  return words
    .normalize('NFC')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/-{2,3}|[–—]/g, '-')
    .replaceAll('…', '...')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[:?.!]$/, '')
    .trim()
    .toLowerCase();
}
