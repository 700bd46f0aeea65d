import type { Heading, Nodes } from 'mdast';
import { type Problem, problem } from '../../core/content-files/problem.ts';
import { identifierOf, treeNodes } from '../../core/markdown/mdast.ts';
import { headingAnchors } from '../../core/model/heading-anchors.ts';
import { foldedHeading, plainText, questionAnchor } from '../../core/model/questions.ts';
import { type Document, fixedLine, linesOf, textField } from '../document.ts';

/** What is wrong with the headings of a text: their order, and what they say. */
export function headingProblems(prose: Document): Problem[] {
  const title = textField(prose, 'title');
  let before = 1;
  return headingsOf(prose).flatMap((heading) => {
    const place = { file: prose.file, line: heading.position?.start.line };
    const words = plainText(heading);
    const { depth } = heading;
    const from = hashes(before);
    const steps = depth - before;
    before = depth;
    const found: Problem[] = [];
    if (words === '') found.push(problem('heading-empty', place, {}));
    if (depth === 1) {
      const isSigned = /^[\s>]*#(?=\s)/.test(linesOf(prose)[(place.line ?? 0) - 1] ?? '');
      const fix = isSigned ? fixedLine(prose, place, '#', '##') : {};
      found.push(problem('heading-top', place, {}, fix));
    } else if (steps > 1) {
      found.push(problem('heading-skips', place, { from, to: hashes(depth) }));
    }
    if (title && words !== '' && foldedHeading(words) === foldedHeading(title)) {
      found.push(problem('heading-repeats-title', place, {}));
    }
    return found;
  });
}

/** Every place that a text makes on its page for links: its headings and questions. */
export function textAnchors(prose: Document): readonly string[] {
  const anchors = known.get(prose) ?? anchorsIn(prose);
  known.set(prose, anchors);
  return anchors;
}

/** Each link of a text asks for its places. */
const known = new WeakMap<Document, readonly string[]>();

function anchorsIn(prose: Document): string[] {
  const notes = footnotesOf(prose);
  const headings = headingsOf(prose).map((heading) => printedText(heading, notes));
  const questions = (prose.questions ?? []).map(({ number }) => questionAnchor(number));
  const footnotes = notes.length > 0 ? ['footnote-label'] : [];
  const taken = new Set([...questions, ...footnotes, ...(prose.takenAnchors ?? [])]);
  return [...headingAnchors(headings, prose.room, taken), ...questions];
}

function headingsOf(prose: Document): Heading[] {
  const nodes = prose.tree ? treeNodes(prose.tree) : [];
  return nodes.map(({ node }) => node).filter((node): node is Heading => node.type === 'heading');
}

/** The notes to which a text refers, in the order in which they are numbered. */
function footnotesOf(prose: Document): string[] {
  const nodes = (prose.tree ? treeNodes(prose.tree) : []).map(({ node }) => node);
  const references = nodes.filter(({ type }) => type === 'footnoteReference');
  return [...new Set(references.map(identifierOf))];
}

/** What readers see of a heading: the page makes its anchor of that, and not of what was typed. */
function printedText(node: Nodes, notes: readonly string[]): string {
  if (node.type === 'footnoteReference') return String(notes.indexOf(identifierOf(node)) + 1);
  // Two hyphens and more are printed as dashes, which no anchor has.
  if (node.type === 'text') return node.value.replace(/-{2,}/g, '');
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => printedText(child, notes)).join('') : '';
}

function hashes(depth: number): string {
  return '#'.repeat(depth);
}
