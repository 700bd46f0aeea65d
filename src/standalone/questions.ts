import type { Element, ElementContent } from 'hast';
import { questionAnchor } from '../core/model/questions.ts';
import { element, link, text } from '../core/text/hast.ts';
import { languageOfSite, type StandaloneContext } from './context.ts';

/** Whether a list holds the questions of a discussion, by the mark that it got when it was read. */
export function isQuestionList({ tagName, properties }: Element): boolean {
  const { className } = properties;
  return tagName === 'ol' && Array.isArray(className) && className.includes('questions');
}

/** The list of questions, each with a way to answer it while the discussion is open. */
export function questionList(children: ElementContent[], setting: StandaloneContext): Element {
  const items = children.filter(
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
