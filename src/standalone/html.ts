import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { directionOf } from '../core/i18n/direction.ts';
import type { ProseRoot } from '../core/markdown/prose-tree.ts';
import { element, link, text } from '../core/text/hast.ts';
import { setQuotationMarks } from '../core/text/quotation-marks.ts';
import { languageOfSite, type StandaloneContext } from './context.ts';
import { figure } from './figure.ts';
import { standaloneProse } from './prose.ts';

/** A tree from {@link standaloneTree} as HTML. */
export function treeToHtml(tree: Root): string {
  return toHtml(tree, { closeSelfClosing: true });
}

/**
 * A post that stands by itself in a feed reader or a mail: whole addresses, components as plain
 * elements, nothing that needs our style sheet or a script, language and direction kept.
 *
 * @param tree from `proseTree`
 */
export function standaloneTree(tree: ProseRoot, setting: StandaloneContext): Root {
  const { cover } = setting;
  return standing(
    [
      ...(cover ? figure(cover, setting) : []),
      ...correction(setting),
      ...standaloneProse(tree.children, setting),
    ],
    setting,
  );
}

/** What stands in the place of a withdrawn post, in readers that had it as well. */
export function withdrawnContent(reason: string, setting: StandaloneContext): string {
  const said = [
    element('p', languageOfSite(setting), [text(setting.words.withdrawn)]),
    element('p', {}, [text(reason)]),
  ];
  return toHtml(standing(said, { ...setting, open: false }));
}

/** What a post says in its language and direction, and the way to its page. */
function standing(said: ElementContent[], setting: StandaloneContext): Root {
  const { language } = setting;
  const post = element('div', { lang: language, dir: directionOf(language) }, said);
  const content: Root = { type: 'root', children: [post, wayToPage(setting)] };
  setQuotationMarks(content, language);
  return content;
}

function correction(setting: StandaloneContext): Element[] {
  const { correction, words } = setting;
  if (!correction) return [];
  const title = element('strong', languageOfSite(setting), [
    text(words.corrected({ day: correction.day })),
  ]);
  return [element('p', {}, [title, text(` ${correction.says}`)])];
}

function wayToPage(setting: StandaloneContext): Element {
  const { readAndAnswer, readOnSite } = setting.words;
  const words = text(setting.open ? readAndAnswer : readOnSite);
  return element('p', languageOfSite(setting), [link(setting.address, [words])]);
}
