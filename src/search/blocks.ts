import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** A stretch of text that stands by itself: a paragraph, a heading, an item of a list. */
export interface Block {
  /** The element that it stands in. */
  element: string;
  /** The nearest id that was not of a block before it. */
  id: string | undefined;
  text: string;
}

/** Elements that are part of a line; all others begin and end one. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data dfn em font i img ins kbd mark q ruby rb s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Elements whose content is not text of the page, or is no longer said. */
const SKIPPED = new Set(
  'del footer form head iframe label math nav noscript rp script style svg template'.split(' '),
);

const PART = /<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|<!--[\s\S]*?-->|([^<]+)|</gi;

/** The text of an HTML fragment that we have written ourselves, block by block. */
export function blocksIn(html: string): Block[] {
  const blocks: Block[] = [];
  const open: string[] = [];
  let id: string | undefined;
  let text = '';
  let skipped: string | undefined;
  let depth = 0;
  const finish = () => {
    const block = { element: open.at(-1) ?? 'p', id, text: decoded(text) };
    if (block.text.trim() === '') return;
    blocks.push(block);
    text = '';
    id = undefined;
  };
  for (const [whole, end, tag, attributes, words] of html.matchAll(PART)) {
    const name = tag?.toLowerCase();
    if (skipped) {
      if (name === skipped) depth += end ? -1 : 1;
      if (depth === 0) skipped = undefined;
    } else if (!name) {
      if (words !== undefined || whole === '<') text += words ?? whole;
    } else if (SKIPPED.has(name)) {
      if (end || attributes?.endsWith('/')) continue;
      skipped = name;
      depth = 1;
    } else if (name === 'br') {
      text += ' ';
    } else if (!INLINE.has(name)) {
      finish();
      if (text.trim() === '') text = '';
      if (end) open.splice(Math.max(0, open.lastIndexOf(name)));
      else {
        if (!/^(?:hr|input)$/.test(name)) open.push(name);
        id =
          /\sid=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/
            .exec(attributes ?? '')
            ?.slice(1)
            .find(Boolean) ?? id;
      }
    }
  }
  finish();
  return blocks;
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z\d]+));/gi, (whole, number, hex, name) => {
    if (name) return decodeNamedCharacterReference(name) || whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(number);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
