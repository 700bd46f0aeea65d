import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { LICENCES, type Licence } from './fields.ts';
import { foldedHeading } from './program.ts';
import { questionAnchor } from './questions.ts';
import { curved, setQuotationMarks } from './quotation-marks.ts';
import { directionOf } from './site.ts';
import type { Words } from './words/words.ts';

/** A component of the author's vocabulary, still as syntax in the tree of the prose. */
interface Component {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
  attributes: readonly { name?: string; value?: unknown }[];
  children: ProseNode[];
}

/** The tree of a post's prose: HTML as Markdown gives it, with components as syntax. */
export type ProseNode = RootContent | Component;
export interface ProseRoot {
  type: 'root';
  children: ProseNode[];
}

/** A picture as it is offered outside the site. */
export interface OutsidePicture {
  /** Whole address. */
  address: string;
  width: number;
  height: number;
}

/** Where the content of one post stands, and what it may point to. */
export interface ContentSetting {
  /** The whole address of the post's page, which ends with a slash. */
  address: string;
  /** The whole address of a root-relative address that stands in content. */
  local: (path: string) => string;
  /** The picture of the post's folder with that name. */
  picture: (file: string) => OutsidePicture | undefined;
  /** Headings of question lists, from `questionHeadings(program)`. */
  headings: ReadonlySet<string>;
  language: string;
  /** The words that the site adds, and their language. */
  words: Words;
  wordsLanguage: string;
  /** What was corrected, with its day in words. */
  correction?: { day: string; says: string } | undefined;
  /** Whether questions can still be answered. */
  open: boolean;
  cover?: FeedCover | undefined;
}

/** The picture at the top of a post, with the words under it. */
export interface FeedCover {
  file: string;
  alt: string;
  caption?: string | undefined;
  credit?: string | undefined;
  licence?: Licence | undefined;
  source?: string | undefined;
}

/**
 * A post as HTML that stands by itself in a feed reader or a mail: whole addresses, components
 * as plain elements, nothing that needs our style sheet or a script, language and direction kept.
 */
export function feedContent(tree: ProseRoot, setting: ContentSetting): string {
  return toHtml(feedTree(tree, setting), { closeSelfClosing: true });
}

/** The same as a tree; see {@link feedContent}. */
export function feedTree(tree: ProseRoot, setting: ContentSetting): Root {
  const prose = withQuestions(contents(tree.children, setting), setting);
  const cover = setting.cover ? figure({ ...setting.cover }, setting) : [];
  const { language } = setting;
  const content: Root = {
    type: 'root',
    children: [
      element('div', { lang: language, dir: directionOf(language) }, [
        ...cover,
        ...correction(setting),
        ...prose,
      ]),
      footer(setting),
    ],
  };
  setQuotationMarks(content, language);
  return content;
}

function correction({ correction, words }: ContentSetting): Element[] {
  if (!correction) return [];
  const title = element('strong', {}, [text(words.corrected(correction.day))]);
  return [element('p', {}, [title, text(` ${correction.says}`)])];
}

/** What stands in the place of a withdrawn post, in readers that had it as well. */
export function withdrawnContent(reason: string, setting: ContentSetting): string {
  const { words } = setting;
  const said = [words.withdrawn, reason].map((each) => element('p', {}, [text(each)]));
  return toHtml({ type: 'root', children: [...said, footer({ ...setting, open: false })] });
}

function footer(setting: ContentSetting): Element {
  const { readAndAnswer, readOnSite } = setting.words;
  const words = text(setting.open ? readAndAnswer : readOnSite);
  return element('p', ours(setting), [link(setting.address, [words])]);
}

/** The language of what the site itself says, where the prose is in another. */
function ours({ language, wordsLanguage }: ContentSetting): Record<string, string> {
  return language === wordsLanguage ? {} : { lang: wordsLanguage, dir: directionOf(wordsLanguage) };
}

function contents(nodes: readonly ProseNode[], setting: ContentSetting): ElementContent[] {
  return nodes.flatMap((node) => content(node, setting));
}

function content(node: ProseNode, setting: ContentSetting): ElementContent[] {
  if (node.type === 'text') return [text(node.value)];
  if (node.type === 'element') return ofMarkdown(node, setting);
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    return ofComponent(node, setting);
  }
  return [];
}

/** Attributes that mean the same everywhere; those with addresses are seen to apart. */
const KEPT_ATTRIBUTES = ['alt', 'title', 'lang', 'dir', 'start', 'colSpan', 'rowSpan', 'scope'];
const NEVER = new Set(['script', 'style', 'iframe', 'object', 'embed', 'form', 'template']);

function ofMarkdown(node: Element, setting: ContentSetting): ElementContent[] {
  const { tagName, properties } = node;
  if (NEVER.has(tagName) || 'dataFootnoteBackref' in properties) return [];
  if (properties['id'] === 'footnote-label') return [element('hr')];
  if (tagName === 'input') return [text(properties['checked'] ? '☑' : '☐')];
  const children = contents(node.children as ProseNode[], setting);
  if (tagName === 'section') return [element('div', {}, children)];
  if (tagName === 'img') return picture(properties, setting);
  if (tagName === 'a') {
    const href = wholeAddress(String(properties['href'] ?? ''), setting);
    return href ? [link(href, children, properties['title'])] : children;
  }
  if (isLonePicture(tagName, children)) return children;
  return [element(tagName, kept(properties), children)];
}

/** A paragraph around a figure would end before it. */
function isLonePicture(tagName: string, children: readonly ElementContent[]): boolean {
  const [only] = children;
  return (
    tagName === 'p' &&
    children.length === 1 &&
    only?.type === 'element' &&
    only.tagName === 'figure'
  );
}

function kept(properties: Element['properties']): Element['properties'] {
  const alignment = /text-align:\s*(left|right|center)/.exec(String(properties['style'] ?? ''));
  const align = properties['align'] ?? alignment?.[1];
  return {
    ...Object.fromEntries(
      KEPT_ATTRIBUTES.flatMap((name) =>
        properties[name] === undefined ? [] : [[name, properties[name]]],
      ),
    ),
    ...(align ? { align } : {}),
  };
}

function picture(properties: Element['properties'], setting: ContentSetting): Element[] {
  const name = fileName(String(properties['src'] ?? ''));
  const { alt, title } = properties;
  return image(name, String(alt ?? ''), setting, typeof title === 'string' ? { title } : {});
}

function image(
  file: string,
  alt: string,
  setting: ContentSetting,
  more: Record<string, string> = {},
): Element[] {
  const found = setting.picture(file);
  if (!found) return [];
  const { address, width, height } = found;
  return [element('img', { src: address, alt, width, height, ...more })];
}

/** The name of a file beside a post by the address that stands in its text. */
export function fileName(path: string): string {
  const bare = path.replace(/^\.\//, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

/** The whole address of what stands in a link; nothing where there can be none. */
export function wholeAddress(
  href: string,
  { address, local }: Pick<ContentSetting, 'address' | 'local'>,
): string | undefined {
  if (/^\/(?!\/)/.test(href)) return local(href);
  return URL.canParse(href, address) ? new URL(href, address).href : undefined;
}

function ofComponent(node: Component, setting: ContentSetting): ElementContent[] {
  const given = new Map(
    node.attributes.flatMap(({ name, value }) =>
      name && typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
  const children = contents(node.children, setting);
  const make = node.name ? COMPONENT_FORMS[node.name] : undefined;
  return make ? make(given, children, setting) : children;
}

type ComponentForm = (
  given: ReadonlyMap<string, string>,
  children: ElementContent[],
  setting: ContentSetting,
) => ElementContent[];

/** What each component of the author's vocabulary is where only plain HTML is understood. */
const COMPONENT_FORMS: Readonly<Record<string, ComponentForm>> = {
  Figure: (given, _children, setting) =>
    figure(
      {
        file: fileName(given.get('src') ?? ''),
        alt: given.get('alt') ?? '',
        caption: wordsOf(given, 'caption'),
        credit: given.get('credit'),
        licence: given.get('licence') as Licence | undefined,
        source: given.get('source'),
      },
      setting,
    ),
  Gallery: (_given, children) => children,
  Note: (given, children) => [
    element('aside', {}, [...paragraph('strong', wordsOf(given, 'title')), ...children]),
  ],
  Quote: (given, children, setting) => {
    const url = address(given.get('url'), setting);
    const source = text(wordsOf(given, 'source') ?? '');
    const lang = given.get('lang');
    return [
      element('blockquote', url ? { cite: url } : {}, [
        ...(lang ? [element('div', { lang, dir: directionOf(lang) }, children)] : children),
        element('p', {}, [text('— '), element('cite', {}, [url ? link(url, [source]) : source])]),
      ]),
    ];
  },
  Figures: (given, children) => [
    element('figure', {}, [
      ...children,
      element('figcaption', {}, [
        text([wordsOf(given, 'caption'), wordsOf(given, 'source')].filter(Boolean).join(' ')),
      ]),
    ]),
  ],
  Embed: (given, _children, setting) => {
    const url = address(given.get('url'), setting);
    const title = text(wordsOf(given, 'title') ?? '');
    const note = wordsOf(given, 'note');
    return [
      element('p', {}, [url ? link(url, [title]) : title, ...(note ? [text(` (${note})`)] : [])]),
    ];
  },
  InLanguage: (given, children) => {
    const lang = given.get('lang') ?? 'und';
    return [element('div', { lang, dir: directionOf(lang) }, children)];
  },
};

/** What an author wrote as words, in an attribute, where no plugin sets its marks. */
function wordsOf(given: ReadonlyMap<string, string>, name: string): string | undefined {
  const words = given.get(name);
  return words && curved(words);
}

function address(given: string | undefined, setting: ContentSetting): string | undefined {
  return given ? wholeAddress(given, setting) : undefined;
}

function paragraph(emphasis: string, words: string | undefined): Element[] {
  return words ? [element('p', {}, [element(emphasis, {}, [text(words)])])] : [];
}

function figure(shown: FeedCover, setting: ContentSetting): Element[] {
  const img = image(shown.file, shown.alt, setting);
  const words = captionWords(shown, setting);
  if (img.length === 0) return [];
  const caption = words.length > 0 ? [element('figcaption', {}, words)] : [];
  return [element('figure', {}, [...img, ...caption])];
}

function captionWords(shown: FeedCover, setting: ContentSetting): ElementContent[] {
  const { caption, credit, licence, source } = shown;
  const words: ElementContent[] = caption ? [text(caption)] : [];
  if (!credit) return words;
  if (caption) words.push(text(' '));
  const origin = address(source, setting);
  words.push(origin ? link(origin, [text(credit)]) : text(credit));
  const named = licence ? LICENCES[licence] : undefined;
  if (named) {
    words.push(text(', '), named.url ? link(named.url, [text(named.label)]) : text(named.label));
  }
  return words;
}

/** Numbers the questions, and gives each a way to answer it. */
function withQuestions(nodes: ElementContent[], setting: ContentSetting): ElementContent[] {
  const start = nodes.findIndex(
    (node) =>
      node.type === 'element' &&
      /^h[1-6]$/.test(node.tagName) &&
      setting.headings.has(foldedHeading(plainText(node))),
  );
  if (start < 0) return nodes;
  for (const [offset, node] of nodes.slice(start + 1).entries()) {
    if (node.type !== 'element' || node.tagName === 'p') continue;
    if (node.tagName !== 'ul' && node.tagName !== 'ol') return nodes;
    return nodes.toSpliced(start + 1 + offset, 1, questions(node, setting));
  }
  return nodes;
}

function questions(list: Element, setting: ContentSetting): Element {
  const items = list.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'li',
  );
  return element(
    'ol',
    {},
    setting.open ? items.map((item, index) => question(item, index + 1, setting)) : items,
  );
}

function question(item: Element, number: number, setting: ContentSetting): Element {
  const answer = link(`${setting.address}#${questionAnchor(number)}`, [
    text(setting.words.answerQuestion(number)),
  ]);
  return element('li', item.properties, [
    ...item.children,
    element('div', ours(setting), [element('small', {}, [answer])]),
  ]);
}

/** The text of a piece of HTML, with white space folded. */
export function plainText(node: Nodes): string {
  const words = (each: Nodes): string =>
    each.type === 'text' ? each.value : 'children' in each ? each.children.map(words).join('') : '';
  return words(node).replace(/\s+/g, ' ').trim();
}

function element(
  tagName: string,
  properties: Element['properties'] = {},
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}

function link(href: string, children: ElementContent[], title?: unknown): Element {
  return element('a', { href, ...(typeof title === 'string' ? { title } : {}) }, children);
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
