import { broken, type Place, type Problem } from '../../core/content-files/problem.ts';
import { dayIn } from '../../core/model/dates.ts';
import { isPageAnchor } from '../../core/model/heading-anchors.ts';
import { fileName } from '../../core/site/absolute-url.ts';
import { decoded } from '../../core/site/decode-url.ts';
import { nearest } from '../../core/text/closest-match.ts';
import type { Catalogue } from '../content-index.ts';
import { betterLine, linesOf, type Prose } from '../document.ts';
import { type Destination, destinationOf } from './link-targets.ts';
import type { LinkUse } from './links-in.ts';
import { addressMeant, pageMeant } from './suggest-link.ts';

/**
 * What is wrong with an address on this site: that it has no beginning, that nothing stands there, that
 * it was another one, that it is not out yet.
 *
 * @param use its address has no scheme and no host
 * @param moment when the text is published, if it is dated (ISO 8601)
 */
export function insideProblems(
  use: LinkUse,
  prose: Prose,
  catalogue: Catalogue,
  moment: string | undefined,
): Problem[] {
  const { address, place, start } = use;
  if (!/^[/#]/.test(address)) {
    return [fileProblem(use, prose) ?? beginningProblem(use, prose, catalogue)];
  }
  const [path = '', anchor] = address.replace(/\?[^#]*/, '').split('#', 2);
  const destination = destinationOf(path, prose, catalogue);
  if (!destination) {
    const guess = pageMeant(path, catalogue);
    const better = guess ? betterLine(prose, place, path, guess, start) : {};
    return [broken('broken-link', place, { address: path }, { guess, ...better })];
  }
  return [
    ...movedProblems(use, path, destination, prose),
    ...anchorProblems(anchor, path, destination, prose, use),
    ...stateProblems(path, destination, moment, place, catalogue.program.timeZone),
  ];
}

/** That the link leads to a file beside the text. */
function fileProblem({ address, place, start }: LinkUse, prose: Prose): Problem | undefined {
  const name = fileName(address);
  const file = prose.beside.get(name);
  if (!file) return undefined;
  if (!file.type) return broken('link-to-file', place, { name });
  const line = linesOf(prose)[(place.line ?? 0) - 1] ?? '';
  const [before, after] = [line.slice(0, start), line.slice(start)];
  const words = /(?:! )?(\[[^\][]*\]\()$/.exec(before);
  const isWhole = words && after.replace(/^</, '').startsWith(address);
  const better = isWhole ? { better: `${before.slice(0, words.index)}!${words[1]}${after}` } : {};
  return broken('link-to-picture', place, { name }, better);
}

/** That the address has neither a scheme nor a / at its beginning. */
function beginningProblem(
  { address, place, start }: LinkUse,
  prose: Prose,
  catalogue: Catalogue,
): Problem {
  const anchor = /#.*$/.exec(address)?.[0] ?? '';
  const found = addressMeant(address, catalogue);
  const guess = found && found + anchor;
  const better = guess ? betterLine(prose, place, address, guess, start) : {};
  return broken('link-relative', place, { address }, { guess, ...better });
}

function movedProblems(
  { place, start }: LinkUse,
  path: string,
  { now, slash }: Destination,
  prose: Prose,
): Problem[] {
  if (now) {
    const better = betterLine(prose, place, path, now, start);
    return [broken('link-former', place, { address: path, now }, better)];
  }
  if (!slash) return [];
  const better = betterLine(prose, place, path, `${path}/`, start);
  return [broken('link-no-slash', place, { address: path }, better)];
}

function anchorProblems(
  anchor: string | undefined,
  path: string,
  { anchors, room = 'posts' }: Destination,
  prose: Prose,
  { place, start }: LinkUse,
): Problem[] {
  if (!anchor || anchor.startsWith(':~:') || !anchors) return [];
  const wanted = decoded(anchor);
  if (anchors.includes(wanted) || isPageAnchor(wanted, room)) return [];
  const guess = nearest(wanted, anchors);
  const better = guess ? betterLine(prose, place, `#${anchor}`, `#${guess}`, start) : {};
  const page = path === '' ? 'this page' : path;
  const help = guess ? { guess: `#${guess}`, ...better } : {};
  const places = anchors.slice(0, MOST_PLACES).map((one) => `#${one}`);
  const blanks = { anchor: wanted, page, places: places.join(', ') || 'the page as a whole' };
  return [broken('broken-anchor', place, blanks, help)];
}

/** How many places of a page are named to somebody who missed one. */
const MOST_PLACES = 12;

function stateProblems(
  address: string,
  { from }: Destination,
  moment: string | undefined,
  place: Place,
  timeZone: string,
): Problem[] {
  if (from === undefined || moment === undefined) return [];
  if (from === 'draft')
    return [broken('link-to-unpublished', place, { address, state: 'a draft' })];
  if (from <= moment) return [];
  const state = `from ${dayIn(new Date(from), timeZone)}`;
  return [broken('link-to-unpublished', place, { address, state })];
}
