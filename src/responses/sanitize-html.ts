import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { bareAddresses } from '../core/text/bare-addresses.ts';
import { element, text } from '../core/text/hast.ts';
import { plainText } from '../core/text/plain-text.ts';
import { sanitizeText, sanitizeUrl } from '../core/text/sanitize-text.ts';
import { lastingUrl } from './github-html.ts';

/** How long a response may be on a page, in characters of text. GitHub's own limit is 65,536. */
export const LONGEST_RESPONSE = 70_000;

/** How deep its elements may lie in each other; what is deeper is put on this level. */
const DEEPEST = 20;

/**
 * A stranger's HTML as it may stand on a page: our own short list of elements, links to http,
 * https and mailto alone, no id, class, style or script, pictures as links, headings as bold
 * paragraphs. What comes out goes through unchanged a second time.
 *
 * @param meant what of it is somebody's words, where whoever made the HTML added to them
 */
export function responseHtml(html: string, meant = (tree: Root) => tree): string {
  if (html.length > 4 * LONGEST_RESPONSE || !isManageable(html))
    return responseHtmlOfText(plain(html));
  const tree = sanitize(prepared(meant(fromHtml(html, { fragment: true }))), SCHEMA) as Root;
  return toHtml(finished(tree), { closeSelfClosing: false });
}

/** A response that came as text: blank lines part paragraphs, web addresses become links. */
export function responseHtmlOfText(text: string): string {
  const paragraphs = sanitizeText(text)
    .slice(0, LONGEST_RESPONSE)
    .split(/\n[^\S\n]*\n\s*/)
    .filter((paragraph) => paragraph.trim() !== '');
  const children = paragraphs.map((paragraph) => element('p', {}, linesOf(paragraph.trim())));
  return toHtml(finished(sanitize({ type: 'root', children }, SCHEMA) as Root));
}

/** What a response's HTML says in one line, for feeds' titles, extracts and structured data; see {@link plainText}. */
export function responseText(html: string): string {
  return plainText(fromHtml(html, { fragment: true }));
}

/**
 * The text of a response's HTML line by line, as its writer typed it: "5) Clay" is an ordered list
 * that begins at 5 by the time it is HTML.
 */
export function responseLines(html: string): string {
  return linesIn(fromHtml(html, { fragment: true }))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

const SCHEMA: Schema = {
  tagNames: [
    ...['p', 'br', 'em', 'strong', 'del', 'a', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre', 'hr'],
    ...['kbd', 'sup', 'sub', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'details', 'summary'],
  ],
  attributes: { a: ['href'], ol: [['start', /^\d{1,6}$/]] },
  ancestors: {
    li: ['ul', 'ol'],
    thead: ['table'],
    tbody: ['table'],
    tr: ['table'],
    th: ['table'],
    td: ['table'],
    summary: ['details'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: [
    ...[
      'script',
      'style',
      'template',
      'iframe',
      'object',
      'embed',
      'noscript',
      'noembed',
      'noframes',
    ],
    ...['svg', 'math', 'select', 'textarea', 'title', 'head', 'canvas', 'xmp', 'plaintext'],
  ],
  clobber: [],
  required: {},
  allowComments: false,
  allowDoctypes: false,
};

const RENAMED: Readonly<Record<string, string>> = {
  ...{ b: 'strong', i: 'em', s: 'del', strike: 'del', tt: 'code', samp: 'code' },
  ...{ dt: 'p', dd: 'p', center: 'p', figcaption: 'p' },
};

/** Elements with a direction of their own, since a conversation mixes languages. */
const DIRECTED = new Set(['p', 'li', 'blockquote', 'th', 'td', 'summary']);

/**
 * Whether HTML can be parsed in bounded time and memory. A few hundred tags always can; more of
 * them only if each is closed where it was opened, as serializers write it: unclosed formatting
 * elements multiply in an HTML parser.
 */
function isManageable(html: string): boolean {
  const tags = html.split('<').length - 1;
  if (tags <= 600) return true;
  return tags <= 20_000 && isWellNested(html);
}

function isWellNested(html: string): boolean {
  const piece = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z][a-z0-9:_-]*(?:="[^"]*")?)*)\s*\/?>|[^<]+/giy;
  const open: string[] = [];
  while (piece.lastIndex < html.length) {
    const match = piece.exec(html);
    if (!match) return false;
    const name = match[2]?.toLowerCase();
    if (!name || VOID.has(name)) continue;
    if (match[1]) {
      if (open.pop() !== name) return false;
    } else if (open.push(name) > 40) return false;
  }
  return open.length === 0;
}

const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr', 'source', 'col']);

/** Anything as plain text, without looking at its structure. */
function plain(html: string): string {
  return html
    .slice(0, 8 * LONGEST_RESPONSE)
    .replace(/<[^<>]*>?/g, ' ')
    .replace(/[^\S\n]{2,}/g, ' ');
}

/** What the sanitizer can't say: pictures become links, headings bold, checkboxes characters. */
function prepared(tree: Root): Root {
  return { type: 'root', children: preparedAll(tree.children, false) as RootContent[] };
}

function preparedAll(nodes: readonly RootContent[], inLink: boolean): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return node.type === 'text' ? [node] : [];
    const name = RENAMED[node.tagName] ?? node.tagName;
    if (MEDIA.has(name)) return asLink(node, inLink);
    if (name === 'input') return [text(node.properties['checked'] === undefined ? '☐ ' : '☑ ')];
    if (name === 'a') return linkWith(node);
    const children = preparedAll(node.children, inLink);
    if (/^h[1-6]$/.test(name)) return [element('p', {}, [element('strong', {}, children)])];
    if (name === 'div' || name === 'section' || name === 'article') {
      return isBlank(children) ? [] : [text('\n'), ...children, text('\n')];
    }
    return [{ ...node, tagName: name, children }];
  });
}

function isBlank(nodes: readonly ElementContent[]): boolean {
  return nodes.every((node) => node.type === 'text' && node.value.trim() === '');
}

const MEDIA = new Set(['img', 'video', 'audio', 'picture', 'source']);

function linkWith(node: Element): ElementContent[] {
  const children = preparedAll(node.children, true);
  const href = linkAddress(node.properties['href']);
  return href ? [element('a', { href }, children)] : children;
}

function asLink(node: Element, inLink: boolean): ElementContent[] {
  const inner = node.children.find((child) => child.type === 'element' && child.tagName === 'img');
  const media = inner?.type === 'element' ? inner : node;
  const name = String(media.properties['alt'] ?? '').trim() || 'picture';
  const href = linkAddress(media.properties['src']);
  const words = text(`[${name}]`);
  return href && !inLink ? [element('a', { href }, [words])] : [words];
}

function linkAddress(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (/^mailto:[^\s@?]+@[^\s@?]+$/i.test(value.trim())) return value.trim();
  return sanitizeUrl(lastingUrl(value));
}

/** Bounds on depth and length, directions, and what every link of a stranger says. */
function finished(tree: Root): Root {
  const left = { characters: LONGEST_RESPONSE };
  return { type: 'root', children: finishedAll(tree.children as ElementContent[], 0, left) };
}

function finishedAll(
  nodes: readonly ElementContent[],
  depth: number,
  left: { characters: number },
): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (left.characters <= 0) return [];
    if (node.type === 'text') return [shortened(sanitizeText(node.value), left)];
    if (node.type !== 'element') return [];
    const children = finishedAll(node.children, depth + 1, left);
    if (depth >= DEEPEST) return children;
    if (node.tagName === 'a' && !node.properties['href']) return children;
    if (node.tagName === 'p' && children.length === 0) return [];
    return [element(node.tagName, { ...node.properties, ...added(node.tagName) }, children)];
  });
}

function added(name: string): Element['properties'] {
  if (name === 'a') return { rel: ['nofollow', 'ugc', 'noopener'] };
  return DIRECTED.has(name) ? { dir: 'auto' } : {};
}

function shortened(value: string, left: { characters: number }): ElementContent {
  // A half of a letter would be left where the cut goes through a surrogate pair.
  const kept = value.slice(0, left.characters).replace(/[\ud800-\udbff]$/, '');
  left.characters -= value.length;
  return text(left.characters < 0 ? `${kept} …` : kept);
}

function linesOf(paragraph: string): ElementContent[] {
  return paragraph
    .split('\n')
    .flatMap((line, index) => [...(index > 0 ? [element('br')] : []), ...withLinks(line.trim())]);
}

function withLinks(line: string): ElementContent[] {
  let from = 0;
  const found = bareAddresses(line).flatMap(({ kind, start, end, url }): ElementContent[] => {
    const href = kind === 'web' ? sanitizeUrl(url) : undefined;
    if (!href) return [];
    const before = text(line.slice(from, start));
    from = end;
    return [before, element('a', { href }, [text(line.slice(start, end))])];
  });
  return [...found, text(line.slice(from))];
}

function linesIn(node: Root | RootContent): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ');
  if (!('children' in node)) return '';
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  if (node.type === 'element' && node.tagName === 'ol') return itemsIn(node);
  const inside = node.children.map(linesIn).join('');
  return node.type === 'element' && INLINE.has(node.tagName) ? inside : `\n${inside}\n`;
}

function itemsIn({ children, properties }: Element): string {
  const first = Number(properties['start'] ?? 1);
  return children
    .filter((child) => child.type === 'element')
    .map((item, index) => `\n${first + index}) ${linesIn(item).trim()}\n`)
    .join('');
}

const INLINE = new Set(['a', 'em', 'strong', 'del', 'code', 'kbd', 'sup', 'sub']);
