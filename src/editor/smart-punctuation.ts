import type { Nodes, Root, Text } from 'mdast';

/** A character of a line of text, and what stands on both sides of it. */
interface Character {
  node: Text;
  at: number;
  before: string;
  after: string;
}

/**
 * Sets typed characters as the build prints them: curly quotation marks and apostrophes, dashes, the
 * ellipsis. Marks that an author has escaped are set too: the tree doesn't tell them from others.
 *
 * @param tree a text's mdast; its text nodes are changed
 */
export function smartPunctuation(tree: Root): void {
  for (const block of blocksOf(tree)) {
    const texts = textsOf(block);
    for (const text of texts) text.value = withDashes(text.value);
    setQuotes(charactersOf(texts));
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

/** Between two nodes stands a character of Markdown, which counts as a mark. */
const MARK = '*';

function charactersOf(texts: readonly Text[]): Character[] {
  return texts.flatMap((node, index) =>
    [...node.value.matchAll(/["']/g)].map(({ index: at }) => ({
      node,
      at,
      before: node.value[at - 1] ?? (index === 0 ? ' ' : MARK),
      after: node.value[at + 1] ?? (index === texts.length - 1 ? ' ' : MARK),
    })),
  );
}

const isSpace = (character: string) => /\s/.test(character);
const isMark = (character: string) => /[\p{P}\p{S}]/u.test(character);

/** Whether a mark belongs to the word behind it, and to the one before it, as in CommonMark. */
function opens({ before, after }: Character): boolean {
  return !isSpace(after) && (!isMark(after) || isSpace(before) || isMark(before));
}

function closes({ before, after }: Character): boolean {
  return !isSpace(before) && (!isMark(before) || isSpace(after) || isMark(after));
}

function setQuotes(characters: readonly Character[]): void {
  let isOpen = false;
  for (const [index, character] of characters.entries()) {
    const mark = character.node.value[character.at];
    if (mark === '"') {
      const isClosing: boolean = closes(character) && (isOpen || !opens(character));
      isOpen = !isClosing;
      set(character, isClosing ? '”' : '“');
    } else {
      const later = characters.slice(index + 1).filter(({ node, at }) => node.value[at] === "'");
      const isOpening =
        opens(character) && !closes(character) && later.some((one) => closes(one) && !opens(one));
      set(character, isOpening ? '‘' : '’');
    }
  }
}

function set({ node, at }: Character, mark: string): void {
  node.value = node.value.slice(0, at) + mark + node.value.slice(at + 1);
}
