import type { Element, ElementContent } from 'hast';
import { foldedHeading, questionAnchor } from '../core/model/questions.ts';
import { element, link, text, textContent } from '../core/text/hast.ts';
import { languageOfSite, type StandaloneContext } from './context.ts';

/** Numbers the questions of a discussion, and gives each a way to answer it while it is open. */
export function withQuestions(
  nodes: ElementContent[],
  setting: StandaloneContext,
): ElementContent[] {
  const start = nodes.findIndex(
    (node) =>
      node.type === 'element' &&
      /^h[1-6]$/.test(node.tagName) &&
      setting.headings.has(foldedHeading(textContent(node))),
  );
  if (start < 0) return nodes;
  for (const [offset, node] of nodes.slice(start + 1).entries()) {
    if (node.type !== 'element' || node.tagName === 'p') continue;
    if (node.tagName !== 'ul' && node.tagName !== 'ol') return nodes;
    return nodes.toSpliced(start + 1 + offset, 1, questions(node, setting));
  }
  return nodes;
}

function questions(list: Element, setting: StandaloneContext): Element {
  const items = list.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'li',
  );
  return element(
    'ol',
    {},
    setting.open ? items.map((item, index) => question(item, index + 1, setting)) : items,
  );
}

function question(item: Element, number: number, setting: StandaloneContext): Element {
  const answer = link(`${setting.address}#${questionAnchor(number)}`, [
    text(setting.words.answerQuestion({ number })),
  ]);
  return element('li', item.properties, [
    ...item.children,
    element('div', languageOfSite(setting), [element('small', {}, [answer])]),
  ]);
}
