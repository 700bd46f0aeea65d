import type { Nodes, Root, Text } from 'mdast';

/** A sign of a line of text, and what stands on both sides of it. */
interface Sign {
  node: Text;
  at: number;
  before: string;
  after: string;
}

/**
 * Sets typed signs as the build prints them: curly quotation marks and apostrophes, dashes, the
 * ellipsis. Marks that an author has escaped are set too: the tree doesn't tell them from others.
 *
 * @param tree a text's mdast; its text nodes are changed
 */
export function smartPunctuation(tree: Root): void {
  for (const block of blocksOf(tree)) {
    const texts = textsOf(block);
    for (const text of texts) text.value = withDashes(text.value);
    setQuotes(signsOf(texts));
  }
}

/** Everything that holds a line of text: paragraphs, headings, cells. */
function blocksOf(node: Nodes): Nodes[] {
  const children: readonly Nodes[] = 'children' in node ? node.children : [];
  if (children.some(({ type }) => type === 'text')) return [node];
  return children.flatMap(blocksOf);
}

function textsOf(node: Nodes): Text[] {
  if (node.type === 'text') return [node];
  return 'children' in node ? (node.children as Nodes[]).flatMap(textsOf) : [];
}

function withDashes(text: string): string {
  return text.replace(/-{2,}/g, dashes).replace(/\.{3}/g, '…');
}

/** Three hyphens are a long dash, two a short one; a longer run is made of as few as may be. */
function dashes({ length }: string): string {
  const isEven = length % 2 === 0 && length % 3 !== 0;
  const short = isEven ? length / 2 : ([0, 2, 1][length % 3] ?? 0);
  return '—'.repeat((length - 2 * short) / 3) + '–'.repeat(short);
}

/** Between two nodes stands a sign of Markdown, which counts as a mark. */
const MARK = '*';

function signsOf(texts: readonly Text[]): Sign[] {
  return texts.flatMap((node, index) =>
    [...node.value.matchAll(/["']/g)].map(({ index: at }) => ({
      node,
      at,
      before: node.value[at - 1] ?? (index === 0 ? ' ' : MARK),
      after: node.value[at + 1] ?? (index === texts.length - 1 ? ' ' : MARK),
    })),
  );
}

const isSpace = (sign: string) => /\s/.test(sign);
const isMark = (sign: string) => /[\p{P}\p{S}]/u.test(sign);

/** Whether a mark belongs to the word behind it, and to the one before it, as in CommonMark. */
function opens({ before, after }: Sign): boolean {
  return !isSpace(after) && (!isMark(after) || isSpace(before) || isMark(before));
}

function closes({ before, after }: Sign): boolean {
  return !isSpace(before) && (!isMark(before) || isSpace(after) || isMark(after));
}

function setQuotes(signs: readonly Sign[]): void {
  let isOpen = false;
  for (const [index, sign] of signs.entries()) {
    const mark = sign.node.value[sign.at];
    if (mark === '"') {
      const isClosing: boolean = closes(sign) && (isOpen || !opens(sign));
      isOpen = !isClosing;
      set(sign, isClosing ? '”' : '“');
    } else {
      const later = signs.slice(index + 1).filter(({ node, at }) => node.value[at] === "'");
      const isOpening =
        opens(sign) && !closes(sign) && later.some((one) => closes(one) && !opens(one));
      set(sign, isOpening ? '‘' : '’');
    }
  }
}

function set({ node, at }: Sign, mark: string): void {
  node.value = node.value.slice(0, at) + mark + node.value.slice(at + 1);
}
