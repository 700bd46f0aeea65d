import { type Place, type Problem, problem } from '../../core/content-files/problem.ts';
import { dayIn } from '../../core/model/dates.ts';
import { isPageAnchor } from '../../core/model/heading-anchors.ts';
import { fileName } from '../../core/site/absolute-url.ts';
import { decodeUrl } from '../../core/site/decode-url.ts';
import { closestMatch } from '../../core/text/closest-match.ts';
import type { ContentIndex } from '../content-index.ts';
import { type Document, fixedLine, linesOf } from '../document.ts';
import { type LinkTarget, linkTarget } from './link-targets.ts';
import type { LinkUse } from './links-in.ts';
import { suggestAddress, suggestPage } from './suggest-link.ts';

/**
 * What is wrong with an address on this site: that it has no beginning, that nothing stands there, that
 * it was another one, that it is not out yet.
 *
 * @param use its address has no scheme and no host
 * @param moment when the text is published, if it is dated (ISO 8601)
 */
export function internalLinkProblems(
  use: LinkUse,
  prose: Document,
  catalogue: ContentIndex,
  moment: string | undefined,
): Problem[] {
  const { address, place, start } = use;
  if (!/^[/#]/.test(address)) {
    return [fileProblem(use, prose) ?? beginningProblem(use, prose, catalogue)];
  }
  const [path = '', anchor] = address.replace(/\?[^#]*/, '').split('#', 2);
  const destination = linkTarget(path, prose, catalogue);
  if (!destination) {
    const suggestion = suggestPage(path, catalogue);
    const fix = suggestion ? fixedLine(prose, place, path, suggestion, start) : {};
    return [brokenLink(place, path, catalogue, { suggestion, ...fix })];
  }
  return [
    ...movedProblems(use, path, destination, prose),
    ...anchorProblems(anchor, path, destination, prose, use),
    ...stateProblems(path, destination, moment, place, catalogue.program.timeZone),
  ];
}

/** That there is no such page, and where the address of one is copied from. */
export function brokenLink(
  place: Place,
  address: string,
  { program }: ContentIndex,
  help: { suggestion: string | undefined; fix?: string },
): Problem {
  const site = program.address.replace(/\/$/, '');
  return problem('broken-link', place, { address, site }, help);
}

/** That the link leads to a file beside the text. */
function fileProblem({ address, place, start }: LinkUse, prose: Document): Problem | undefined {
  const name = fileName(address);
  const file = prose.beside.get(name);
  if (!file) return undefined;
  if (!file.type) return problem('link-to-file', place, { name });
  const line = linesOf(prose)[(place.line ?? 0) - 1] ?? '';
  const [before, after] = [line.slice(0, start), line.slice(start)];
  const words = /(?:! )?(\[[^\][]*\]\()$/.exec(before);
  const isWhole = words && after.replace(/^</, '').startsWith(address);
  const fix = isWhole ? { fix: `${before.slice(0, words.index)}!${words[1]}${after}` } : {};
  return problem('link-to-picture', place, { name }, fix);
}

/** That the address has neither a scheme nor a / at its beginning. */
function beginningProblem(
  { address, place, start }: LinkUse,
  prose: Document,
  catalogue: ContentIndex,
): Problem {
  const anchor = /#.*$/.exec(address)?.[0] ?? '';
  const found = suggestAddress(address, catalogue);
  const suggestion = found && found + anchor;
  const fix = suggestion ? fixedLine(prose, place, address, suggestion, start) : {};
  return problem('link-relative', place, { address }, { suggestion, ...fix });
}

function movedProblems(
  { place, start }: LinkUse,
  path: string,
  { now, slash }: LinkTarget,
  prose: Document,
): Problem[] {
  if (now) {
    const fix = fixedLine(prose, place, path, now, start);
    return [problem('link-former', place, { address: path, now }, fix)];
  }
  if (!slash) return [];
  const fix = fixedLine(prose, place, path, `${path}/`, start);
  return [problem('link-no-slash', place, { address: path }, fix)];
}

function anchorProblems(
  anchor: string | undefined,
  path: string,
  { anchors, room = 'posts' }: LinkTarget,
  prose: Document,
  { place, start }: LinkUse,
): Problem[] {
  if (!anchor || anchor.startsWith(':~:') || !anchors) return [];
  const wanted = decodeUrl(anchor);
  if (anchors.includes(wanted) || isPageAnchor(wanted, room)) return [];
  const suggestion = closestMatch(wanted, anchors);
  const fix = suggestion ? fixedLine(prose, place, `#${anchor}`, `#${suggestion}`, start) : {};
  const page = path === '' ? 'this page' : path;
  const help = suggestion ? { suggestion: `#${suggestion}`, ...fix } : {};
  const places = anchors.slice(0, MOST_PLACES).map((one) => `#${one}`);
  const blanks = { anchor: wanted, page, places: places.join(', ') || 'the page as a whole' };
  return [problem('broken-anchor', place, blanks, help)];
}

/** How many places of a page are named to somebody who missed one. */
const MOST_PLACES = 12;

function stateProblems(
  address: string,
  { from }: LinkTarget,
  moment: string | undefined,
  place: Place,
  timeZone: string,
): Problem[] {
  if (from === undefined || moment === undefined) return [];
  if (from === 'draft')
    return [problem('link-to-unpublished', place, { address, state: 'is a draft' })];
  if (from <= moment) return [];
  const state = `comes out on ${dayIn(new Date(from), timeZone)}`;
  return [problem('link-to-unpublished', place, { address, state })];
}
