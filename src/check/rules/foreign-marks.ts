import type { Link, Text } from 'mdast';
import { type Problem, problem } from '../../core/content-files/problem.ts';
import { isBareLink } from '../../core/markdown/dialect.ts';
import { type TreeNode, treeNodes } from '../../core/markdown/mdast.ts';
import { certainPart, UNSPACED } from '../../core/text/bare-addresses.ts';
import { type Document, linesOf, withoutCode } from '../document.ts';

/**
 * Marks that readers see as they stand, since they are typed as another script has them, or stand
 * where Markdown knows none; and bare addresses that letters without a space follow.
 */
export function foreignMarkProblems(prose: Document): Problem[] {
  if (!prose.tree) return [];
  const lines = linesOf(prose);
  const nodes = treeNodes(prose.tree).map(({ node }) => node);
  const isText = (node: TreeNode): node is Text => node.type === 'text';
  const seen = new Set<number>();
  const marks = nodes.filter(isText).flatMap((node) => {
    const { start, end } = node.position ?? {};
    if (!start || !end || !ANY.test(node.value)) return [];
    return lines.slice(start.line - 1, end.line).flatMap((line, index): Problem[] => {
      const number = start.line + index;
      if (seen.has(number)) return [];
      const place = { file: prose.file, line: number };
      const found = markIn(line, node.value, place);
      if (found) seen.add(number);
      return found ? [found] : [];
    });
  });
  return [
    ...marks,
    ...nodes.filter(isBareLink).flatMap((node) => endless(node as Link, prose, lines)),
  ];
}

function markIn(line: string, text: string, place: { file: string; line: number }) {
  const plain = withoutCode(line);
  const put = (pattern: RegExp, to: string) => {
    const match = pattern.exec(plain);
    if (!match) return undefined;
    const written = line.slice(match.index, match.index + match[0].length);
    const fix =
      line.slice(0, match.index) +
      written.replace(pattern, to) +
      line.slice(match.index + written.length);
    return { match: match[0], fix };
  };
  const wide = put(WIDE_BOLD, '**$1**') ?? put(WIDE_CODE, '`$1`') ?? put(WIDE_LINK, '[$1]($2)');
  if (wide) return problem('wide-marks', place, {}, { fix: wide.fix });
  const tilde = put(ONE_TILDE, '~~$1~~');
  if (tilde && text.includes(tilde.match))
    return problem('strike-one', place, {}, { fix: tilde.fix });
  const inWord = IN_WORD.exec(plain);
  if (!inWord || !text.includes(inWord[0])) return undefined;
  const { index } = inWord;
  const [whole, mark = '_', words = ''] = inWord;
  const isBeside =
    UNSPACED.test(plain.slice(0, index).slice(-1)) ||
    UNSPACED.test(plain.slice(index + whole.length)[0] ?? '');
  if (!isBeside || !UNSPACED.test(words)) return undefined;
  const stars = '*'.repeat(mark.length);
  const fix = line.slice(0, index) + stars + words + stars + line.slice(index + whole.length);
  return problem('underscore-in-word', place, {}, { fix });
}

const ANY = /[~_＊｀[］［（)）]/u;
const WIDE_BOLD = /＊＊([^\s＊](?:[^＊\n]*[^\s＊])?)＊＊/u;
const WIDE_CODE = /｀([^｀`\n]+)｀/u;
/** A link with a bracket of another script, or more. */
const WIDE_LINK =
  /(?=[^()]*[［］（）])[[［]([^\][［］\n]+)[\]］][(（]((?:https?:\/\/|mailto:|\/|\.\/)[^\s()（）]+)[)）]/u;
/** Words between two single tildes; `~5` is about five. */
const ONE_TILDE = /(?<![~\p{L}\p{N}])~(\p{L}(?:[^~\n]*[^\s~])?)~(?![~\p{L}\p{N}])/u;
const IN_WORD = /(?<!_)(__?)([^\s_](?:[^_\n]*[^\s_])?)\1(?!_)/u;

/** A bare address that goes on with letters which may be the sentence's. */
function endless(node: Link, { file }: Document, lines: readonly string[]): Problem[] {
  const { start } = node.position ?? {};
  const shown = (node.children[0] as Text).value;
  const certain = certainPart(shown);
  if (!start || !certain) return [];
  const line = lines[start.line - 1] ?? '';
  const from = start.column - 1;
  const isTyped = line.startsWith(shown, from);
  const at = from + certain.length;
  const fix = isTyped ? { fix: `${line.slice(0, at)} ${line.slice(at)}` } : {};
  const rest = shown.slice(certain.length);
  return [problem('address-goes-on', { file, line: start.line }, { address: certain, rest }, fix)];
}
