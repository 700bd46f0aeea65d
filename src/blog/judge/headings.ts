import Slugger from 'github-slugger';
import type { Heading } from 'mdast';
import { broken, type Problem } from '../problem.ts';
import { foldedHeading } from '../program.ts';
import { plainText, questionAnchor } from '../questions.ts';
import { treeNodes } from '../tree-nodes.ts';
import { betterLine, type Prose, textField } from './prose.ts';

/** What is wrong with the headings of a text: their order, and what they say. */
export function headingProblems(prose: Prose): Problem[] {
  const title = textField(prose, 'title');
  let before = 1;
  return headingsOf(prose).flatMap((heading) => {
    const place = { file: prose.file, line: heading.position?.start.line };
    const words = plainText(heading);
    const { depth } = heading;
    const from = signs(before);
    const steps = depth - before;
    before = depth;
    const found: Problem[] = [];
    if (words === '') found.push(broken('heading-empty', place, {}));
    if (depth === 1) {
      found.push(broken('heading-top', place, {}, betterLine(prose, place, '#', '##')));
    } else if (steps > 1) {
      found.push(broken('heading-skips', place, { from, to: signs(depth) }));
    }
    if (title && words !== '' && foldedHeading(words) === foldedHeading(title)) {
      found.push(broken('heading-repeats-title', place, {}));
    }
    return found;
  });
}

/** Every place that a text makes on its page for links: its headings and questions. */
export function headingAnchors(prose: Prose): string[] {
  const slugger = new Slugger();
  const headings = headingsOf(prose).map((heading) => slugger.slug(asPrinted(plainText(heading))));
  const questions = (prose.questions ?? []).map(({ number }) => questionAnchor(number));
  return [...headings, ...questions];
}

function headingsOf(prose: Prose): Heading[] {
  const nodes = prose.tree ? treeNodes(prose.tree) : [];
  return nodes.map(({ node }) => node).filter((node): node is Heading => node.type === 'heading');
}

/** Text as it is printed, where the smart signs make other anchors than those typed. */
function asPrinted(text: string): string {
  return text.replace(/---/g, '—').replace(/--/g, '–');
}

function signs(depth: number): string {
  return '#'.repeat(depth);
}
