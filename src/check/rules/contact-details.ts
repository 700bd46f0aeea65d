import type { Text } from 'mdast';
import { type Problem, problem } from '../../core/content-files/problem.ts';
import { treeNodes } from '../../core/markdown/mdast.ts';
import { bareAddresses } from '../../core/text/bare-addresses.ts';
import type { ContentIndex } from '../content-index.ts';
import type { Document } from '../document.ts';

/**
 * Mail addresses and telephone numbers that readers see in a text, and that stay in git's history; each is
 * told once. Who makes a link of words to an address means it to be public.
 */
export function contactProblems(
  { file, source, tree }: Document,
  { program }: ContentIndex,
): Problem[] {
  if (!tree) return [];
  const written = source.toLowerCase();
  const seen = new Set([...addressesIn(JSON.stringify(program))]);
  return treeNodes(tree).flatMap(({ node }) => {
    const start = node.position?.start.line ?? 1;
    const isNew = (found: string) =>
      written.includes(found) && !seen.has(found) && Boolean(seen.add(found));
    const text = node.type === 'text' ? (node as Text).value : '';
    const lineOf = (found: string) => start + linesBefore(text, found);
    const addresses = addressesIn(text);
    return [
      ...addresses
        .filter(isNew)
        .map((address) => problem('mail-in-text', { file, line: lineOf(address) }, { address })),
      ...numbersIn(text)
        .filter(isNew)
        .map((number) => problem('phone-in-text', { file, line: lineOf(number) }, { number })),
    ];
  });
}

function addressesIn(text: string): string[] {
  return bareAddresses(text)
    .filter(({ kind }) => kind === 'mail')
    .map(({ shown }) => shown.replace(/^mailto:/i, '').toLowerCase());
}

function linesBefore(text: string, found: string): number {
  const at = text.toLowerCase().indexOf(found.toLowerCase());
  return at < 0 ? 0 : text.slice(0, at).split('\n').length - 1;
}

function numbersIn(text: string): string[] {
  const found = [...text.matchAll(INTERNATIONAL), ...text.matchAll(CALLED)];
  return found.flatMap(({ 0: whole, groups }) => {
    const number = (groups?.['number'] ?? whole).trim();
    const count = number.match(/\p{Nd}/gu)?.length ?? 0;
    return count >= 7 && count <= 15 ? [number] : [];
  });
}

const DIGITS = String.raw`\p{Nd}(?:[ \u00a0.\-‐‑()/]{0,2}\p{Nd}){5,14}`;

/** A number with its country, `+61 2 9876 5432`: between five and fifteen digits (ITU-T E.164). */
const INTERNATIONAL = new RegExp(
  String.raw`(?<![\p{L}\p{Nd}+])\+[ ]?\(?${DIGITS}(?![\p{Nd}])`,
  'gu',
);

/** A number that is called one: in the words for it of many languages. */
const CALLED = new RegExp(
  String.raw`(?:(?<!\p{L})(?:tel(?:ephone|[eé]fono|[eé]phone|efon)?|phone|mobile|cell|fax|whatsapp|m[oó]vil|handy|тел(?:ефон)?|τηλ)(?!\p{L})|☎|📞|📱|电话|電話|手机|전화|هاتف|טלפון|फ़?ोन|โทร)\.?\uFE0F?[:：]?[ \u00a0]{0,2}(?:no\.? ?)?(?<number>\(?${DIGITS})(?!\p{Nd})`,
  'giu',
);
