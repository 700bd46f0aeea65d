import type { Nodes, Parents, Root } from 'mdast';
import { bareAddresses } from '../text/bare-addresses.ts';
import type { TreeNode } from './mdast.ts';

/** A text that is to be read in place of a part of the source; it has no line ends. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A reading of a post: its tree, and the source out of which a parser makes that tree. */
interface Reading {
  /** Its places are those of the source as it was written. */
  tree: Root;
  /** What says to any parser of CommonMark and GFM what is meant. */
  source: string;
}

/**
 * Reads Markdown as its author meant it, in any script, with a parser that knows the punctuation of
 * English alone. CommonMark's rules on where bold begins and ends (§6.2) and GFM's on bare addresses
 * are said anew in what the parser is given: a letter beside a mark is written as its number, one
 * tilde gets a backslash, an address gets brackets. What stands in code, in links' addresses and in
 * components' attributes stays, since only the tree says what is prose.
 *
 * @param parse a parser that gives places, in UTF-16 code units
 */
export function readDialect(source: string, parse: (source: string) => Root): Reading {
  if (!MAY_DIFFER.test(source)) return { tree: parse(source), source };
  const first = withoutBareLinks(parse(source));
  const blocks = proseBlocks(first, source);
  const edits = blocks.flatMap((block) => certainEdits(block, source));
  const read = (all: readonly Edit[]): Reading => {
    if (all.length === 0) return { tree: first, source };
    const meant = withEdits(source, all);
    return { tree: withPlaces(withoutBareLinks(parse(meant)), all, source), source: meant };
  };
  const strict = read(edits);
  const open = leftMarks(strict.tree, blocks);
  const wider = blocks.flatMap((block, at) => (open[at] ? [{ at, edits: widerEdits(block) }] : []));
  if (wider.every((one) => one.edits.length === 0)) return strict;
  const wide = read(merged([...edits, ...wider.flatMap((one) => one.edits)]));
  const still = leftMarks(wide.tree, blocks);
  const better = wider.filter(({ at }) => (still[at] ?? 0) < (open[at] ?? 0));
  if (better.length === wider.length) return wide;
  return read(merged([...edits, ...better.flatMap((one) => one.edits)]));
}

/** The source alone of what {@link readDialect} reads; most texts need not be parsed for it. */
export function sourceAsMeant(source: string, parse: (source: string) => Root): string {
  return MAY_DIFFER.test(source) ? readDialect(source, parse).source : source;
}

/** What any difference begins with: a mark beside a character that is no letter of English, or an address. */
const MAY_DIFFER = /~|[*_](?=[^\w\s*_])|[^\w\s*_][*_]|@|:\/\/|www\./iu;

/** A run of text as one paragraph, heading or cell has it. */
interface ProseBlock {
  start: number;
  end: number;
  /** Where no mark can begin or end: code, addresses of links, tags. */
  closed: readonly Range[];
  /** Where no address can become a link: in links, and in the words of pictures. */
  linked: readonly Range[];
  runs: readonly Run[];
}

type Range = readonly [start: number, end: number];

/** Marks beside each other, `**`, with what stands before and behind them. */
interface Run {
  start: number;
  end: number;
  mark: string;
  before: string;
  after: string;
}

const PROSE: ReadonlySet<string> = new Set([
  ...['text', 'emphasis', 'strong', 'delete', 'link', 'linkReference', 'image', 'imageReference'],
  ...['inlineCode', 'break', 'footnoteReference', 'mdxJsxTextElement', 'mdxTextExpression'],
]);

function proseBlocks(tree: Root, source: string): ProseBlock[] {
  const found: ProseBlock[] = [];
  const waiting: Parents[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const children = node.children as Nodes[];
    if (children.some(({ type }) => PROSE.has(type))) {
      const block = proseBlock(children, source);
      if (block) found.push(block);
    } else {
      waiting.push(...(children.filter((child) => 'children' in child) as Parents[]));
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function proseBlock(children: readonly Nodes[], source: string): ProseBlock | undefined {
  const start = children[0]?.position?.start.offset;
  const end = children.at(-1)?.position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  const closed: Range[] = [];
  const linked: Range[] = [];
  const waiting: Nodes[] = [...children];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const [from, to] = rangeOf(node);
    switch (node.type) {
      case 'text':
      case 'break':
      case 'emphasis':
      case 'strong':
      case 'delete':
        break;
      case 'image':
      case 'imageReference':
        linked.push([from, to]);
        closed.push([endOfWords(source, from + 2, to), to]);
        break;
      default: {
        const inner = 'children' in node ? (node.children as Nodes[]) : [];
        const [first, last] = [inner[0], inner.at(-1)];
        if (first && last) {
          closed.push([from, rangeOf(first)[0]], [rangeOf(last)[1], to]);
        } else {
          closed.push([from, to]);
        }
        if (node.type === 'link' || node.type === 'linkReference') linked.push([from, to]);
      }
    }
    if ('children' in node) waiting.push(...(node.children as Nodes[]));
  }
  const bounds = { start, end, closed: sorted(closed), linked: sorted([...linked, ...closed]) };
  return { ...bounds, runs: runsIn(source, bounds) };
}

function rangeOf({ position }: Nodes): Range {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}

function sorted(ranges: readonly Range[]): Range[] {
  return ranges.toSorted((a, b) => a[0] - b[0]);
}

/** Where the words of a picture end, `![these words](./picture.jpg)`. */
function endOfWords(source: string, from: number, to: number): number {
  let depth = 1;
  for (let at = from; at < to; at++) {
    const character = source[at];
    if (character === '\\') at++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return at;
  }
  return to;
}

function runsIn(
  source: string,
  { start, end, closed }: Omit<ProseBlock, 'runs' | 'linked'>,
): Run[] {
  const prose = source.slice(start, end);
  const isOpen = outside(closed);
  return [...prose.matchAll(/\\.|\*+|_+|~+/gs)].flatMap(({ 0: mark, index }): Run[] => {
    if (mark.startsWith('\\') || !isOpen(start + index)) return [];
    const behind = index + mark.length;
    const before = /.$/su.exec(prose.slice(Math.max(0, index - 2), index))?.[0] ?? '';
    const after = /^./su.exec(prose.slice(behind, behind + 2))?.[0] ?? '';
    return [{ start: start + index, end: start + behind, mark, before, after }];
  });
}

/** Says of places in their order whether they lie outside of ranges in their order. */
function outside(ranges: readonly Range[]): (place: number) => boolean {
  let furthest = 0;
  let next = 0;
  return (place) => {
    for (let range = ranges[next]; range && range[0] <= place; range = ranges[++next]) {
      furthest = Math.max(furthest, range[1]);
    }
    return place >= furthest;
  };
}

/** What can mean one thing alone: bare addresses, single tildes, and bold beside the punctuation of CJK. */
function certainEdits(block: ProseBlock, source: string): Edit[] {
  const addresses = addressEdits(block, source);
  const isOutside = outside(addresses.map(({ start, end }) => [start, end]));
  const tildes = block.runs
    .filter(({ mark }) => mark === '~')
    .map(({ start, end }) => ({ start, end, text: '\\~' }));
  const marks = block.runs.flatMap((run) => (run.mark === '~' ? [] : besideCjk(run)));
  return merged([
    ...addresses,
    ...[...tildes, ...marks].toSorted(byStart).filter((edit) => isOutside(edit.start)),
  ]);
}

function addressEdits({ start, end, linked }: ProseBlock, source: string): Edit[] {
  const isOpen = outside(linked);
  return bareAddresses(source.slice(start, end)).flatMap((address): Edit[] => {
    const place = start + address.start;
    if (!isOpen(place) || (source[place - 1] === '\\' && !/[\\]{2}$/.test(source.slice(0, place))))
      return [];
    const words = address.shown.replace(/[!-/:-@[-`{-~]/g, '\\$&');
    const target = address.url.replace(/[\\&<>]/g, '\\$&');
    return [{ start: place, end: start + address.end, text: `[${words}](<${target}>)` }];
  });
}

/**
 * CommonMark lets `**` begin or end nothing between punctuation and a letter; between those of Chinese,
 * Japanese and Korean it may, since these have no spaces there (the amendment that is proposed to
 * CommonMark, and that markdown-cjk-friendly makes).
 */
function besideCjk(run: Run): Edit[] {
  const { before, after } = run;
  if (isPunctuation(after) && isLetter(before) && (CJK_PUNCTUATION.test(after) || CJK.test(before)))
    return [asNumber(run, 'before')];
  if (isPunctuation(before) && isLetter(after) && (CJK_PUNCTUATION.test(before) || CJK.test(after)))
    return [asNumber(run, 'after')];
  // One parser reads halves of what lies beyond the first plane of Unicode, the other the whole.
  return isPunctuation(before) && isPunctuation(after) && after.length > 1
    ? [asNumber(run, 'after')]
    : [];
}

/**
 * The same in every script, for stars and tildes that would else be left for readers to see. Between
 * letters `_` means nothing: names of files are written so.
 */
function widerEdits({ runs }: ProseBlock): Edit[] {
  return runs.flatMap((run) => {
    if (run.mark === '~' || run.mark.startsWith('_')) return [];
    if (isPunctuation(run.after) && isLetter(run.before)) return [asNumber(run, 'before')];
    return isPunctuation(run.before) && isLetter(run.after) ? [asNumber(run, 'after')] : [];
  });
}

/** A letter beside marks as its number, whose `&` and `;` are punctuation to every parser. */
function asNumber({ start, end, before, after }: Run, side: 'before' | 'after'): Edit {
  const character = side === 'before' ? before : after;
  const from = side === 'before' ? start - character.length : end;
  const number = (character.codePointAt(0) ?? 0).toString(16);
  return { start: from, end: from + character.length, text: `&#x${number};` };
}

function isPunctuation(character: string): boolean {
  return /^[\p{P}\p{S}]$/u.test(character);
}

function isLetter(character: string): boolean {
  return character !== '' && !/^[\s\p{Z}\p{P}\p{S}\p{Cc}\p{Cs}]$/u.test(character);
}

const CJK = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}ー]$/u;
const CJK_PUNCTUATION = /^[\u3000-\u303f\u30fb\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffef]$/u;

/** For each block how many of its marks, but single ones, are in the text that readers see. */
function leftMarks(tree: Root, blocks: readonly ProseBlock[]): number[] {
  const texts = sorted(textsIn(tree).map(rangeOf));
  const isOutside = outside(texts);
  return blocks.map(
    ({ runs }) =>
      runs
        .filter((run) => run.mark !== '~' && canMark(run))
        .filter((run) => !isOutside(run.start) || !isOutside(run.end - 1)).length,
  );
}

function canMark({ before, after }: Run): boolean {
  return /\S/.test(before) || /\S/.test(after);
}

function textsIn(tree: Root): Nodes[] {
  const found: Nodes[] = [];
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') found.push(node);
    if ('children' in node) waiting.push(...(node.children as Nodes[]));
  }
  return found;
}

/** A bare address that the parser made a link of has the place of its words. */
export function isBareLink(node: TreeNode): boolean {
  if (node.type !== 'link' || !('children' in node)) return false;
  const [only] = node.children as Nodes[];
  if (only?.type !== 'text' || !only.position) return false;
  return only.position.start.offset === node.position?.start.offset;
}

/** The tree with bare links as the text that they are made of: which are links, the edits say. */
function withoutBareLinks(tree: Root): Root {
  return unlinked(tree) as Root;
}

function unlinked<Node extends TreeNode>(node: Node): Node {
  if (!('children' in node)) return node;
  const children: Nodes[] = [];
  for (const child of node.children as Nodes[]) {
    const own = isBareLink(child) ? ((child as Parents).children[0] as Nodes) : unlinked(child);
    const last = children.at(-1);
    if (own.type === 'text' && last?.type === 'text') {
      children[children.length - 1] = joined(last, own);
    } else {
      children.push(own);
    }
  }
  return { ...node, children };
}

function joined<Node extends Nodes & { value: string }>(first: Node, second: Node): Node {
  const position =
    first.position && second.position
      ? { start: first.position.start, end: second.position.end }
      : undefined;
  return { ...first, value: first.value + second.value, ...(position ? { position } : {}) };
}

function merged(edits: readonly Edit[]): Edit[] {
  return edits
    .toSorted(byStart)
    .filter((edit, at, all) => at === 0 || edit.start >= (all[at - 1]?.end ?? 0));
}

function byStart(a: Edit, b: Edit): number {
  return a.start - b.start;
}

function withEdits(source: string, edits: readonly Edit[]): string {
  let made = '';
  let from = 0;
  for (const { start, end, text } of edits) {
    made += source.slice(from, start) + text;
    from = end;
  }
  return made + source.slice(from);
}

/** The tree of an edited source with the places of the source as it was. */
function withPlaces(tree: Root, edits: readonly Edit[], source: string): Root {
  const place = placesBefore(edits, source);
  const placed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(placed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) =>
        key === 'position' && one ? [key, place(one as Place)] : [key, placed(one)],
      ),
    );
  };
  return placed(tree) as Root;
}

type Place = NonNullable<Nodes['position']>;
type Point = Place['start'];

function placesBefore(edits: readonly Edit[], source: string): (place: Place) => Place {
  let added = 0;
  const starts = edits.map(({ start, end, text }) => {
    const at = start + added;
    added += text.length - (end - start);
    return at;
  });
  const before = ({ line, offset }: Point, side: 'start' | 'end'): Point => {
    const index = lastAtMost(starts, side === 'start' ? (offset ?? 0) : (offset ?? 0) - 1);
    const edit = edits[index];
    const into = (offset ?? 0) - (starts[index] ?? 0);
    const old = !edit
      ? (offset ?? 0)
      : into >= edit.text.length
        ? edit.end + into - edit.text.length
        : edit[side];
    return { line, column: old - source.lastIndexOf('\n', old - 1), offset: old };
  };
  return ({ start, end }) => ({ start: before(start, 'start'), end: before(end, 'end') });
}

/** The index of the last of some rising numbers that is not above another; -1 without one. */
function lastAtMost(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
