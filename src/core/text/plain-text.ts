import type { Element, Nodes } from 'hast';

/**
 * Where something was struck out. Texts of ours have none: a parser of HTML makes U+FFFD of U+0000,
 * and what is shown on a page is free of noncharacters.
 */
export const STRUCK = '\uffff';

/**
 * HTML as one line of text that says what the HTML says: what is struck out is left out, a quotation
 * stands in quotation marks, items and cells are kept apart, powers stay powers.
 */
export function plainText(tree: Nodes): string {
  return withoutStruck(textOf(tree).replace(/\s+/g, ' '));
}

/**
 * A line in which {@link STRUCK} stands for each thing that was struck out, without them and without
 * the space that one leaves before a mark. Where nothing else was said, a character says so.
 */
export function withoutStruck(line: string): string {
  const left = line
    .replace(/ ?\uffff(?: ?\uffff)* ?(?=[.,;:!?…)\]»”،؛؟。、，；：！？])/g, '')
    .replace(/( ?)\uffff(?: ?\uffff)*( ?)/g, (_, before: string, after: string) => before || after)
    .trim();
  return left === '' && line.includes(STRUCK) ? '[…]' : left;
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const inside = node.children.map(textOf).join('');
  if (node.type !== 'element') return inside;
  const { tagName } = node;
  if (STRUCK_OUT.has(tagName)) return inside.trim() === '' ? inside : STRUCK;
  if (tagName === 'ul' || tagName === 'ol') return ` ${listOf(node)} `;
  if (tagName === 'tr') return ` ${cellsOf(node)} `;
  if (tagName === 'table') return ` ${inside.trim().replace(/;$/, '')} `;
  if (tagName === 'blockquote' && isSaid(inside)) return ` “${inside.trim()}” `;
  if (tagName === 'sup' && /^\s*[-+\d]+\s*$/.test(inside)) return raised(inside.trim());
  return INLINE.has(tagName) ? inside : ` ${inside} `;
}

/** A list in one line, with the characters or numbers that its items have. */
function listOf({ tagName, properties, children }: Element): string {
  const first = Number(properties['start'] ?? 1);
  return children
    .filter((child) => child.type === 'element')
    .map((item, index) => {
      const said = textOf(item).trim();
      if (!isSaid(said)) return said;
      if (tagName === 'ol') return `${first + index}. ${said}`;
      return /^[☐☑]/.test(said) ? said : `• ${said}`;
    })
    .join(' ');
}

function cellsOf({ children }: Element): string {
  const cells = children
    .filter((child) => child.type === 'element')
    .map((cell) => textOf(cell).trim());
  const said = cells.filter(isSaid);
  return said.length > 0 ? `${said.join(', ')};` : cells.join(' ');
}

/** Whether a text has more in it than what was struck out. */
function isSaid(text: string): boolean {
  return text.replaceAll(STRUCK, '').trim() !== '';
}

/** "10³": as a plain digit, a power is another number. */
function raised(digits: string): string {
  return digits.replace(/[-+\d]/g, (character) => RAISED[character] ?? character);
}

const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-'].map((character, index) => [
    character,
    [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'][index] ?? character,
  ]),
);

const STRUCK_OUT = new Set(['del', 's', 'strike']);
const INLINE = new Set([
  ...['a', 'abbr', 'b', 'bdi', 'cite', 'code', 'em', 'i', 'ins', 'kbd', 'mark', 'q', 'small'],
  ...['span', 'strong', 'sub', 'sup', 'u', 'var'],
]);
