import type { Element, ElementContent, Root, RootContent } from 'hast';
import { decodeUrl } from '../core/site/decode-url.ts';
import { bareAddresses } from '../core/text/bare-addresses.ts';
import { element, text } from '../core/text/hast.ts';

/**
 * What somebody said on GitHub, out of the HTML that GitHub makes of it: without the mail that an
 * answer by mail quotes, without characters that only scripts give a meaning to, and read in any script as
 * posts are. Its classes say what each part is; it writes them nowhere down, so what isn't known stays.
 *
 * @param tree the parsed `bodyHTML`
 * @param body the Markdown of which GitHub made it, where it is known
 */
export function asSaid(tree: Root, body = ''): Root {
  return { type: 'root', children: withoutNotice(saidIn(tree.children, body)) as RootContent[] };
}

/**
 * The address that lasts of a picture that was uploaded to GitHub, or stands elsewhere and comes by
 * way of GitHub: those in its HTML end after five minutes, and differ each time.
 */
export function lastingUrl(address: string): string {
  const upload = UPLOAD.exec(address)?.[1];
  if (upload) return `https://github.com/user-attachments/assets/${upload.toLowerCase()}`;
  const hex = /^https:\/\/camo\.githubusercontent\.com\/[0-9a-f]{40,64}\/((?:[0-9a-f]{2})+)$/i.exec(
    address,
  )?.[1];
  if (!hex) return address;
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const decoded = new TextDecoder().decode(bytes);
  return /^https?:\/\//i.test(decoded) ? decoded : address;
}

const UPLOAD =
  /^https:\/\/(?:(?:private|secured)-user-images\.githubusercontent\.com|github-production-user-asset-[\w-]+\.s3\.amazonaws\.com)\/[^?#]*?([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?:[.?/#]|$)/i;

function saidIn(nodes: readonly RootContent[], body: string): ElementContent[] {
  return nodes.flatMap((node, index): ElementContent[] => {
    if (node.type === 'text') return withBold(node.value, body);
    if (node.type !== 'element') return [];
    const before = nodes[index - 1];
    const ahead = before?.type === 'text' ? before.value : '';
    return ofElement(node, body, ahead);
  });
}

function ofElement(node: Element, body: string, ahead: string): ElementContent[] {
  const isOne = (...names: string[]) => names.some((name) => classesOf(node).has(name));
  if (isOne(...LEFT_OUT) || 'dataFootnoteBackref' in node.properties) return [];
  if (isOne('email-hidden-reply')) return fragmentsIn(node, body);
  if (isOne('email-fragment')) return linesOf(node, body);
  if (isOne('email-quoted-reply')) return quoted(node, body);
  if (isOne('js-render-needs-enrichment')) return drawing(node);
  if (isOne('markdown-alert')) return [element('blockquote', {}, alert(node, body))];
  if (isOne('js-file-line-container')) return [codeLines(node)];
  switch (node.tagName) {
    case 'math-renderer':
      return [formula(node)];
    case 'img':
      return picture(node);
    case 'a':
      return link(node, body, ahead);
    case 'del':
      return struck(node, body);
    case 'details':
      return film(node) ?? [withChildren(node, body)];
    case 'code':
    case 'pre':
      return [node];
    default:
      return [withChildren(node, body)];
  }
}

/** What GitHub's scripts and eyes need, and no reader of a text. */
const LEFT_OUT = [
  ...['email-hidden-toggle', 'js-render-enrichment-loader', 'zeroclipboard-container', 'anchor'],
  ...['sr-only', 'blob-num', 'handle'],
];

function classesOf({ properties }: Element): ReadonlySet<string> {
  const { className } = properties;
  return new Set(Array.isArray(className) ? className.map(String) : []);
}

function withChildren(node: Element, body: string): Element {
  return { ...node, children: saidIn(node.children, body) };
}

/** What somebody wrote among the lines of a mail that are hidden as quoted. */
function fragmentsIn(node: Element, body: string): ElementContent[] {
  return node.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [];
    return classesOf(child).has('email-fragment') ? linesOf(child, body) : [];
  });
}

/** A mail's words, whose lines GitHub shows as they are: blank ones part paragraphs. */
function linesOf(node: Element, body: string): ElementContent[] {
  const paragraphs: ElementContent[][] = [[]];
  for (const child of saidIn(node.children, body)) {
    if (child.type !== 'text') {
      paragraphs.at(-1)?.push(child);
      continue;
    }
    for (const [index, part] of child.value.split(/\n[^\S\n]*\n\s*/).entries()) {
      if (index > 0) paragraphs.push([]);
      const lines = part.split('\n');
      paragraphs
        .at(-1)
        ?.push(...lines.flatMap((line, at) => [...(at > 0 ? [element('br')] : []), text(line)]));
    }
  }
  return paragraphs
    .map(trimmed)
    .flatMap((inside) => (inside.length > 0 ? [element('p', {}, inside)] : []));
}

/** A paragraph without breaks and blanks at its beginning and end. */
function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  const isSeen = (node: ElementContent) =>
    node.type === 'text'
      ? node.value.trim() !== ''
      : node.type === 'element' && node.tagName !== 'br';
  const first = nodes.findIndex(isSeen);
  return first < 0 ? [] : nodes.slice(first, nodes.findLastIndex(isSeen) + 1);
}

/** Lines of the mail that is answered, between the words of the answer. */
function quoted(node: Element, body: string): ElementContent[] {
  if (NOTICE.test(wordsIn(node))) return [];
  const plain = { ...node, children: node.children.map(withoutQuoteCharacters) };
  const lines = linesOf(plain, body);
  return lines.length > 0 ? [element('blockquote', {}, lines)] : [];
}

function withoutQuoteCharacters(node: ElementContent): ElementContent {
  return node.type === 'text' ? text(node.value.replace(/^[ \t]*>[> ]*/gm, '')) : node;
}

/** What GitHub writes below every mail. */
const NOTICE =
  /Reply to this email directly,? (?:or )?view it on GitHub|You are receiving this because/i;

/** Without the mail that is quoted below an answer, where GitHub did not take it for one. */
function withoutNotice(nodes: readonly ElementContent[]): ElementContent[] {
  const isNotice = (node: ElementContent | undefined) =>
    node?.type === 'element' && NOTICE.test(wordsIn(node));
  const first = nodes.findIndex(isNotice);
  if (first < 0) return [...nodes];
  const found = nodes[first];
  if (found?.type !== 'element') return [...nodes];
  const rest = withoutNotice(nodes.slice(first + 1));
  const before = nodes.slice(0, first);
  // A whole mail stands as a quotation below "On Monday … wrote:".
  if (found.tagName === 'blockquote') return [...withoutHeadOfMail(before), ...rest];
  const at = found.children.findIndex((child) => NOTICE.test(wordsIn(child)));
  const dash = found.children.findLastIndex(
    (child, index) =>
      index <= at && child.type === 'text' && /(?:^|\n)\s*(?:—|--)\s*(?:\n|$)/.test(child.value),
  );
  const cut = found.children[dash >= 0 ? dash : at];
  const said =
    cut?.type === 'text'
      ? cut.value.split(/(?:^|\n)\s*(?:—|--)\s*(?:\n|$)|Reply to this email|You are receiving/i, 1)
      : [];
  const kept = trimmed([...found.children.slice(0, dash >= 0 ? dash : at), ...said.map(text)]);
  return [...before, ...(kept.length > 0 ? [{ ...found, children: kept }] : []), ...rest];
}

function withoutHeadOfMail(nodes: readonly ElementContent[]): ElementContent[] {
  const last = nodes.findLastIndex((node) => node.type === 'element');
  const head = nodes[last];
  return head && /[:：]\s*$/.test(wordsIn(head)) && /\*\*\*@\*\*\*|@|\d{4}/.test(wordsIn(head))
    ? nodes.slice(0, last)
    : [...nodes];
}

/** A diagram or a map, of which only a script makes a picture: what its author wrote. */
function drawing(node: Element): ElementContent[] {
  const target = elementsIn(node).find((one) => 'dataPlain' in one.properties);
  const source = target?.properties['dataPlain'] ?? wordsIn(elementsIn(node).find(isPre) ?? node);
  return [element('pre', {}, [element('code', {}, [text(String(source))])])];
}

function isPre({ tagName }: Element): boolean {
  return tagName === 'pre';
}

/** "Note" and the like, which GitHub sets above some quotations. */
function alert(node: Element, body: string): ElementContent[] {
  return saidIn(node.children, body).map((child) =>
    child.type === 'element' && classesOf(child).has('markdown-alert-title')
      ? element('p', {}, [element('strong', {}, child.children)])
      : child,
  );
}

/** Lines of code that GitHub shows of a file, each in a row of a table. */
function codeLines(node: Element): ElementContent {
  const lines = elementsIn(node).filter((one) => classesOf(one).has('blob-code'));
  return element('pre', {}, [element('code', {}, [text(lines.map(wordsIn).join('\n'))])]);
}

/** A formula as it was written, since showing it takes a script. */
function formula(node: Element): ElementContent {
  const source = wordsIn(node)
    .trim()
    .replace(/^(\$\$?)`?([\s\S]*?)`?\1$/, '$2')
    .trim();
  const code = element('code', {}, [text(source)]);
  return classesOf(node).has('js-display-math') ? element('pre', {}, [code]) : code;
}

/** A picture with the address that lasts; GitHub's own of emoji are their names. */
function picture(node: Element): ElementContent[] {
  const { alt, src, dataCanonicalSrc } = node.properties;
  if (classesOf(node).has('emoji')) return [text(String(alt ?? ''))];
  if (/^https:\/\/github\.com\/notifications\/beacon\//.test(String(src))) return [];
  const address = dataCanonicalSrc ? String(dataCanonicalSrc) : lastingUrl(String(src ?? ''));
  return [{ ...node, properties: { ...node.properties, src: address } }];
}

/** A film or a recording, which GitHub puts into a frame that opens. */
function film(node: Element): ElementContent[] | undefined {
  const video = elementsIn(node).find(({ tagName }) => tagName === 'video');
  if (!video || !classesOf(node).has('details-reset')) return undefined;
  const summary = elementsIn(node).find(({ tagName }) => tagName === 'summary');
  const name = (summary && wordsIn(summary).trim()) || 'film';
  const src = lastingUrl(String(video.properties['src'] ?? ''));
  return [element('p', {}, [element('img', { src, alt: name })])];
}

function link(node: Element, body: string, ahead: string): ElementContent[] {
  const written = String(node.properties['href'] ?? '');
  // It lets whoever follows it end somebody's subscription.
  if (/\/notifications\/unsubscribe/.test(written)) return saidIn(node.children, body);
  const inner = elementsIn(node).find(({ tagName }) => tagName === 'img');
  const canonical = inner?.properties['dataCanonicalSrc'];
  const isCamo = written.startsWith('https://camo.githubusercontent.com/');
  const absolute =
    written.startsWith('/') && !written.startsWith('//') ? `https://github.com${written}` : written;
  const href = isCamo && canonical ? String(canonical) : lastingUrl(absolute);
  const words = wordsIn(node);
  const isBare = sameAddress(written, words);
  const [meant] = isBare ? bareAddresses(ahead.slice(-2) + words) : [];
  const from = Math.min(2, ahead.length);
  if (isBare && !inner) {
    if (meant?.start !== from) return [text(words)];
    const end = meant.end - from;
    if (end < words.length) {
      const shorter = element('a', { href: meant.url }, [text(words.slice(0, end))]);
      return [shorter, ...withBold(words.slice(end), body)];
    }
  }
  return [
    { ...node, properties: { ...node.properties, href }, children: saidIn(node.children, body) },
  ];
}

/** Whether a link is a bare address, of which GitHub made one. */
function sameAddress(href: string, words: string): boolean {
  const plain = decodeUrl(href);
  return [words, `http://${words}`, `mailto:${words}`].some((one) => one === plain || one === href);
}

/** One tilde on either side strikes out on GitHub, and so does away with ranges: `3~5`. */
function struck(node: Element, body: string): ElementContent[] {
  const inside = saidIn(node.children, body);
  const first = wordsIn(node).trim().slice(0, 8);
  const isMeant = body === '' || body.replace(/[*_`\\]/g, '').includes(`~~${first}`);
  return isMeant ? [{ ...node, children: inside }] : [text('~'), ...inside, text('~')];
}

/** Bold between the marks of another script, which GitHub leaves as stars. */
function withBold(value: string, body: string): ElementContent[] {
  if (!value.includes('**')) return [text(value)];
  return value
    .split(/\*\*(?=\S)([^*\n]*[^\s*])\*\*/)
    .map((part, index) =>
      index % 2 === 0
        ? text(part)
        : body.includes(`**${part}**`)
          ? element('strong', {}, [text(part)])
          : text(`**${part}**`),
    );
}

function elementsIn(node: Element): Element[] {
  return node.children.flatMap((child) =>
    child.type === 'element' ? [child, ...elementsIn(child)] : [],
  );
}

function wordsIn(node: RootContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  return node.tagName === 'br' ? '\n' : node.children.map(wordsIn).join('');
}
