import type { Element, ElementContent, Nodes as HtmlNodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize } from 'hast-util-sanitize';
import { toMdast } from 'hast-util-to-mdast';
import type { Heading, List, Nodes, Parents, PhrasingContent, Text } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { mdxToMarkdown } from 'mdast-util-mdx';
import { toMarkdown } from 'mdast-util-to-markdown';

/** How much is looked at, in characters; word processors send pictures along, as text. */
const LONGEST = 5_000_000;

/**
 * What was copied from a word processor, a mail or a page, as the Markdown of a post: bold and italic
 * words, links, headings from `##`, lists, quotations, tables. Pictures are left out, and so is how it
 * looked. Undefined where nothing of it has a form, so that the plain text is as good.
 *
 * @param html as the clipboard has it: Word's and Google's own ways of saying things are understood
 */
export function markdownFromPaste(html: string): string | undefined {
  if (html.length > LONGEST) return undefined;
  const tree = fromHtml(html, { fragment: true });
  const plain = sanitize(withFormSaid(tree), {
    tagNames: [
      ...['p', 'br', 'em', 'strong', 'del', 'a', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre'],
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ],
    attributes: { a: ['href'], ol: ['start'] },
    protocols: { href: ['http', 'https', 'mailto'] },
    strip: ['script', 'style', 'title', 'template', 'svg', 'select', 'button'],
  }) as Root;
  const text = toMdast(plain) as Nodes;
  if (!hasForm(text)) return undefined;
  tidy(text, stepsOfHeadings(text));
  return toMarkdown(text, {
    extensions: [gfmTableToMarkdown(), gfmStrikethroughToMarkdown(), mdxToMarkdown()],
    ...{ bullet: '-', emphasis: '*', rule: '-', listItemIndent: 'one', resourceLink: true },
  }).trim();
}

/** The same with elements for what is said in styles, and without the characters of Word's lists. */
function withFormSaid(root: Root): Root {
  return { ...root, children: formed(root.children as ElementContent[]) };
}

function formed(nodes: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = [];
  for (const node of nodes) {
    const level = listLevel(node);
    if (level && node.type === 'element') addListed(made, node, level);
    else if (!isBetween(node, made)) made.push(...formOf(node));
  }
  return made;
}

/** Word breaks the line between the parts of its lists. */
function isBetween(node: ElementContent, made: readonly ElementContent[]): boolean {
  return isList(made.at(-1)) && node.type === 'text' && node.value.trim() === '';
}

function formOf(node: ElementContent): ElementContent[] {
  if (node.type === 'text') return [{ ...node, value: node.value.replaceAll('\u00a0', ' ') }];
  if (node.type !== 'element' || styleOf(node)['mso-list'] === 'Ignore') return [];
  const { 'font-weight': weight, 'font-style': slope } = styleOf(node);
  const isBold = weight === undefined ? undefined : weight === 'bold' || Number(weight) >= 600;
  const tagName = { b: 'strong', i: 'em', s: 'del', strike: 'del' }[node.tagName] ?? node.tagName;
  const children = isList(node) ? intoEntries(formed(node.children)) : formed(node.children);
  // Google puts all of a text into a <b> that is not bold.
  if (tagName === 'strong' && isBold === false) return children;
  if (tagName === 'em' && slope === 'normal') return children;
  if (tagName !== 'span') return [{ ...node, tagName, children }];
  const sloping = slope === 'italic' ? [element('em', children)] : children;
  return isBold ? [element('strong', sloping)] : sloping;
}

function isList(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol');
}

/** The entries of a list, with the lists between them in those above; Google has them beside. */
function intoEntries(nodes: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = [];
  for (const node of nodes) {
    const last = made.at(-1);
    if (isList(node) && last?.type === 'element') last.children = [...last.children, node];
    else if (node.type === 'element') made.push(node);
  }
  return made;
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

function styleOf({ properties }: Element): Readonly<Record<string, string>> {
  const rules = String(properties['style'] ?? '').split(';');
  return Object.fromEntries(
    rules.map((rule) => {
      const [name = '', ...value] = rule.split(':');
      return [name.trim().toLowerCase(), value.join(':').trim()];
    }),
  );
}

/** How deep a paragraph of Word's stands in a list, from 1; 0 where it is in none. */
function listLevel(node: ElementContent): number {
  if (node.type !== 'element' || node.tagName !== 'p') return 0;
  return Number(/\blevel([1-9])/.exec(styleOf(node)['mso-list'] ?? '')?.[1] ?? 0);
}

function addListed(made: ElementContent[], paragraph: Element, level: number): void {
  const kind = /^\s*(\d+|[a-z]|[ivx]+)[.)]/i.test(signOf(paragraph)) ? 'ol' : 'ul';
  let place = made;
  for (let depth = 1; ; depth++) {
    const list = listAtEnd(place, kind, depth === level);
    if (depth === level || list.children.length === 0) {
      list.children.push(element('li', formed(paragraph.children)));
      return;
    }
    place = (list.children.at(-1) as Element).children;
  }
}

/** The list with which nodes end, of the one kind if it has to be; a new one where they don't. */
function listAtEnd(nodes: ElementContent[], kind: 'ul' | 'ol', isOfKind: boolean): Element {
  const last = nodes.at(-1);
  if (last?.type === 'element' && isList(last) && (!isOfKind || last.tagName === kind)) return last;
  const list = element(kind, []);
  nodes.push(list);
  return list;
}

/** The character before an entry, which Word leaves to those who know no lists. */
function signOf(node: HtmlNodes): string {
  if (node.type === 'element' && styleOf(node)['mso-list'] === 'Ignore') return wordsOf(node);
  return 'children' in node ? node.children.map(signOf).join('') : '';
}

function wordsOf(node: HtmlNodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** Whether there is more than paragraphs of plain words in it. */
function hasForm(node: Nodes): boolean {
  if (!['root', 'paragraph', 'text', 'break'].includes(node.type)) return true;
  return 'children' in node && node.children.some(hasForm);
}

type Step = Heading['depth'];

/** Headings begin with `##`, since the title is above them, and leave no step out. */
function stepsOfHeadings(text: Nodes): ReadonlyMap<Step, Step> {
  const depths = new Set<Step>();
  const collect = (node: Nodes) => {
    if (node.type === 'heading') depths.add(node.depth);
    if ('children' in node) node.children.forEach(collect);
  };
  collect(text);
  const inOrder = [...depths].sort((a, b) => a - b);
  return new Map(inOrder.map((depth, step) => [depth, Math.min(step + 2, 4) as Step]));
}

function tidy(node: Nodes, steps: ReadonlyMap<Step, Step>): void {
  if (!('children' in node)) return;
  for (const child of node.children) tidy(child, steps);
  if (node.type === 'heading') node.depth = steps.get(node.depth) ?? node.depth;
  if (node.type === 'list') closeUp(node);
  if (node.type === 'table' && isBlank(node.children[0])) node.children.shift();
  if (INLINE.has(node.type)) node.children = inlineOf(node.children as PhrasingContent[], node);
  else if (node.type === 'root') node.children = node.children.filter((child) => !isBlank(child));
}

const INLINE = new Set([
  'paragraph',
  'heading',
  'link',
  'strong',
  'emphasis',
  'delete',
  'tableCell',
]);

/** A list without empty lines in it, where each entry is one paragraph. */
function closeUp(list: List): void {
  const isLong = list.children.some(
    ({ children }) => children.filter(({ type }) => type === 'paragraph').length > 1,
  );
  list.spread = isLong;
  for (const entry of list.children) entry.spread = isLong;
}

/** Whether there is nothing to read in it. */
function isBlank(node: Nodes | undefined): boolean {
  if (node?.type === 'text') return node.value.trim() === '';
  if (node?.type === 'break') return true;
  return node !== undefined && 'children' in node && node.children.every(isBlank);
}

/** Words without emphasis on the spaces around them, or on nothing, or on all of a heading. */
function inlineOf(nodes: readonly PhrasingContent[], parent: Parents): PhrasingContent[] {
  const made: PhrasingContent[] = [];
  for (const node of nodes.flatMap((one) => unspaced(one, parent))) {
    const last = made.at(-1);
    if (last?.type === 'text' && node.type === 'text') last.value += node.value;
    else if (isEmphasis(last) && isEmphasis(node) && last.type === node.type)
      last.children = inlineOf([...last.children, ...node.children], last);
    else made.push(node);
  }
  return made;
}

function unspaced(node: PhrasingContent, parent: Parents): PhrasingContent[] {
  if (node.type === 'text' && parent.type !== 'link') return withLinks(node.value);
  // Others lead to another place of where it was copied.
  if (node.type === 'link' && !/^(https?|mailto):/i.test(node.url)) return node.children;
  if (!isEmphasis(node)) return [node];
  const isSaid = parent.type === 'heading' && node.type === 'strong';
  if (isSaid || parent.type === node.type) return node.children;
  const [first, last] = [node.children[0], node.children.at(-1)];
  const before = first?.type === 'text' ? takenFrom(first, /^\s+/) : '';
  const after = last?.type === 'text' ? takenFrom(last, /\s+$/) : '';
  return [...space(before), ...(isBlank(node) ? [] : [node]), ...space(after)];
}

/** Words with links in the place of web addresses, in which characters would be taken for Markdown. */
function withLinks(words: string): PhrasingContent[] {
  const parts = words.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)'’”])/);
  return parts.flatMap((value, index): PhrasingContent[] => {
    if (value === '') return [];
    const text: Text = { type: 'text', value };
    return index % 2 === 1 ? [{ type: 'link', url: value, children: [text] }] : [text];
  });
}

function takenFrom(text: Text, pattern: RegExp): string {
  const [taken = ''] = pattern.exec(text.value) ?? [];
  text.value = text.value.replace(pattern, '');
  return taken;
}

function space(value: string): Text[] {
  return value ? [{ type: 'text', value: ' ' }] : [];
}

function isEmphasis(node: Nodes | undefined) {
  return node?.type === 'strong' || node?.type === 'emphasis' || node?.type === 'delete';
}
