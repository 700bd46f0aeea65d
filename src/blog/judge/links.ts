import type { Link } from 'mdast';
import { schemeOf } from '../address-scheme.ts';
import { folded, nearest } from '../nearest.ts';
import { broken, type Place, type Problem } from '../problem.ts';
import { plainText } from '../questions.ts';
import {
  attributeText,
  identifierOf,
  isComponent,
  pictureDefinitions,
  type TreeNode,
  treeNodes,
} from '../tree-nodes.ts';
import { componentNamed } from '../vocabulary.ts';
import type { Catalogue } from './catalogue.ts';
import { addressesOf, type Destination, destinationOf } from './destinations.ts';
import { bare } from './pictures.ts';
import { betterLine, escaped, linesOf, type Prose } from './prose.ts';

/** An address in a text, and where. */
interface Use {
  address: string;
  place: Place;
}

/**
 * What is wrong with the links of a text: where they lead, what they say, and what was meant to be
 * one. Schemes are judged with the body.
 *
 * @param moment when the text is published, if it is dated (ISO 8601)
 */
export function linkProblems(
  prose: Prose,
  catalogue: Catalogue,
  moment: string | undefined,
): Problem[] {
  if (!prose.tree) return [];
  const nodes = treeNodes(prose.tree).map(({ node }) => node);
  const pictures = pictureDefinitions(prose.tree);
  const named = new Set(nodes.filter(({ type }) => type === 'linkReference').map(identifierOf));
  // What no link names leads nowhere, whatever its address is.
  const leading = nodes.filter(
    (node) =>
      node.type !== 'definition' ||
      (named.has(identifierOf(node)) && !pictures.has(identifierOf(node))),
  );
  return [
    ...leading
      .flatMap((node) => usesIn(node, prose.file))
      .flatMap((use) => addressProblems(use, prose, catalogue, moment)),
    ...nodes.flatMap((node) => (node.type === 'link' ? wordProblems(node as Link, prose) : [])),
    ...slips(nodes, prose),
  ];
}

function usesIn(node: TreeNode, file: string): Use[] {
  const place = { file, line: node.position?.start.line };
  if (node.type === 'link' || node.type === 'definition') {
    return [{ address: (node as { url: string }).url, place }];
  }
  if (!isComponent(node)) return [];
  const attributes = Object.entries(componentNamed(node.name ?? '')?.attributes ?? {});
  return attributes.flatMap(([label, { kind }]) => {
    const address = kind === 'address' ? attributeText(node, label) : undefined;
    return address ? [{ address, place }] : [];
  });
}

function addressProblems(
  { address, place }: Use,
  prose: Prose,
  catalogue: Catalogue,
  moment: string | undefined,
): Problem[] {
  if (/^#?$/.test(address.trim())) return [broken('link-empty', place, { part: 'address' })];
  const scheme = schemeOf(address);
  const own =
    ownPath(address, catalogue.program.address) ??
    barePath(address, catalogue.program.address, (path) => destinationOf(path, prose, catalogue));
  if (own !== undefined) {
    // A bare address is a link only with its host.
    const line = linesOf(prose)[(place.line ?? 0) - 1] ?? '';
    const isBare = !new RegExp(`(?:\\]\\(<?|="|\\]: ?<?) ?${escaped(address)}`).test(line);
    const better = betterLine(prose, place, address, isBare ? `[${address}](${own})` : own);
    return [
      broken('link-own-address', place, {}, better),
      ...localProblems({ address: own, place }, prose, catalogue, moment),
    ];
  }
  const machine = OWN_MACHINE.exec(address)?.[1];
  if (machine) return [broken('link-own-machine', place, { host: machine })];
  const half = /^https?:(?!\/\/)[\\/]*(.*)$/i.exec(address)?.[1];
  if (half !== undefined) {
    const guess = `https://${half}`;
    const better = betterLine(prose, place, address, guess);
    return [broken('link-relative', place, { address }, { guess, ...better })];
  }
  if (scheme === 'mailto') {
    return /^mailto:([^\s@?]+@[^\s@?]+|\?)/i.test(address)
      ? []
      : [broken('link-mail', place, { address })];
  }
  const wrong = hostProblem({ address, place }, prose);
  if (wrong) return [wrong];
  if (scheme === 'http') {
    const rest = address.replace(/^http:\/\//i, '');
    const typed = betterLine(prose, place, address, `https://${rest}`);
    // A bare www. is read as http:, too.
    const better = typed.better ? typed : betterLine(prose, place, rest, `https://${rest}`);
    return [broken('link-http', place, {}, better)];
  }
  return scheme === undefined ? localProblems({ address, place }, prose, catalogue, moment) : [];
}

/** What is wrong with the host of an outside address: that there can be none such, or that it is a detour. */
function hostProblem({ address, place }: Use, prose: Prose): Problem | undefined {
  if (!/^https?:\/\//i.test(address)) return undefined;
  const doubled = /^https?:\/\/(https?:?\/\/.*)$/i.exec(address)?.[1];
  const host = URL.parse(address)?.hostname ?? '';
  const isHost = /^[^.,]+(\.[^.,]+)+$/.test(host) || /^\[.*\]$/.test(host);
  if (doubled || !isHost) {
    const stripped = doubled?.replace(/^(https?):?\/\//i, '$1://') ?? address.replace(/\.$/, '');
    const better = stripped === address ? {} : betterLine(prose, place, address, stripped);
    return broken('link-host', place, { address }, better);
  }
  const target = DETOURS.test(host + (URL.parse(address)?.pathname ?? ''))
    ? URL.parse(address)?.searchParams
    : undefined;
  const end = target?.get('url') ?? target?.get('q') ?? target?.get('u');
  if (!end || !/^https?:\/\/[^\s()<>]+$/i.test(end)) return undefined;
  return broken('link-detour', place, { host }, betterLine(prose, place, address, end));
}

/** Hosts through which mails and searches send those who follow a link. */
const DETOURS =
  /^([\w-]+\.)*safelinks\.protection\.outlook\.com\/|^(www\.)?google\.[a-z.]+\/url$|^l\.(facebook|instagram)\.com\/l\.php$/i;

/** A machine that only those in the same house or office reach. */
const OWN_MACHINE =
  /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|[\w-]+\.local)(?=[:/?#]|$)/i;

/** The path on this site that a whole address names, if it names one. */
function ownPath(address: string, site: string): string | undefined {
  const url = /^https?:/i.test(address) ? URL.parse(address) : null;
  const home = URL.parse(site);
  if (!url || !home || url.host !== home.host) return undefined;
  const base = home.pathname.replace(/\/$/, '');
  const isInside = url.pathname === base || url.pathname.startsWith(`${base}/`);
  return isInside ? `${url.pathname.slice(base.length) || '/'}${url.search}${url.hash}` : undefined;
}

/** The same where the folder of the site was left out, or its host has a `www.`, and there is such a page. */
function barePath(
  address: string,
  site: string,
  found: (path: string) => Destination | undefined,
): string | undefined {
  const [host, home] = [hostOf(address), hostOf(site)];
  if (host === undefined || host !== home) return undefined;
  const url = URL.parse(address);
  const base = URL.parse(site)?.pathname.replace(/\/$/, '') ?? '';
  const path = url?.pathname.replace(new RegExp(`^${base}(?=/|$)`), '') || '/';
  return path !== '/' && found(path) ? `${path}${url?.hash ?? ''}` : undefined;
}

function localProblems(
  { address, place }: Use,
  prose: Prose,
  catalogue: Catalogue,
  moment: string | undefined,
): Problem[] {
  if (!/^[/#]/.test(address)) {
    const picture = bare(address);
    if (prose.beside.has(picture) && !prose.beside.get(picture)?.type) {
      return [broken('link-to-file', place, { name: picture })];
    }
    if (prose.beside.has(picture)) {
      const line = linesOf(prose)[(place.line ?? 0) - 1] ?? '';
      const shown = line
        .replace(`](${address})`, '\n')
        .replace(/(?:! )?\[([^\][\n]*)\n/, `![$1](${address})`);
      const better = shown.includes('\n') || shown === line ? {} : { better: shown };
      return [broken('link-to-picture', place, { name: picture }, better)];
    }
    const anchor = /#.*$/.exec(address)?.[0] ?? '';
    const found = outsideGuess(address) ?? guessOf(address, catalogue);
    const guess = found && found + anchor;
    const better = guess ? betterLine(prose, place, address, guess) : {};
    return [broken('link-relative', place, { address }, { guess, ...better })];
  }
  const [path = '', anchor] = address.replace(/\?[^#]*/, '').split('#', 2);
  const destination = destinationOf(path, prose, catalogue);
  if (!destination) {
    const guess = guessOf(path, catalogue);
    const better = guess ? betterLine(prose, place, path, guess) : {};
    return [broken('broken-link', place, { address: path }, { guess, ...better })];
  }
  return [
    ...movedProblems({ address, place }, path, destination, prose),
    ...anchorProblems(anchor, path, destination, prose, place),
    ...stateProblems(path, destination, moment, place),
  ];
}

function movedProblems(
  { address, place }: Use,
  path: string,
  { now, slash }: Destination,
  prose: Prose,
): Problem[] {
  if (now) {
    const better = betterLine(prose, place, path, now);
    return [broken('link-former', place, { address: path, now }, better)];
  }
  if (!slash) return [];
  const better = betterLine(prose, place, address, address.replace(path, `${path}/`));
  return [broken('link-no-slash', place, { address: path }, better)];
}

function anchorProblems(
  anchor: string | undefined,
  path: string,
  { anchors }: Destination,
  prose: Prose,
  place: Place,
): Problem[] {
  if (!anchor || anchor.startsWith(':~:') || !anchors) return [];
  let wanted = anchor;
  try {
    wanted = decodeURIComponent(anchor);
  } catch {
    // A stray % is part of it.
  }
  const isOurs = /^(responses?|answer|user-content-|top$|mail-|comment-|github-)/.test(wanted);
  if (isOurs || anchors.includes(wanted)) return [];
  const guess = nearest(wanted, anchors);
  const better = guess ? betterLine(prose, place, `#${anchor}`, `#${guess}`) : {};
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
): Problem[] {
  if (from === undefined || moment === undefined) return [];
  if (from === 'draft')
    return [broken('link-to-unpublished', place, { address, state: 'a draft' })];
  if (from <= moment) return [];
  const state = `from ${from.slice(0, 10)}`;
  return [broken('link-to-unpublished', place, { address, state })];
}

/** Words that say nothing about where a link leads, in the languages of the interface and a few more. */
const VAGUE =
  /^(click here|click|here|this|this link|link|this page|read more|more|see here|learn more|find out more|this article|this post|this website|website|aquí|más información|saber más|en savoir plus|plus d’infos|mehr erfahren|haga clic aquí|clic aquí|pulse aquí|este enlace|enlace|más|leer más|ici|cliquez ici|hier|hier klicken|mehr|اضغط هنا|هنا)[.:!…]*$/iu;

function wordProblems(link: Link, prose: Prose): Problem[] {
  const place = { file: prose.file, line: link.position?.start.line };
  const words = plainText(link);
  if (words === '') return [broken('link-empty', place, { part: 'words' })];
  if (VAGUE.test(words)) return [broken('link-vague', place, { words })];
  const said = hostOf(/^https?:\/\//i.test(words) ? words : `https://${words}`);
  const host = NAMES_HOST.test(words) ? hostOf(link.url) : undefined;
  if (!said || !host || said === host || host.endsWith(`.${said}`)) return [];
  return [broken('link-says-other', place, { said, host })];
}

/** Words that are an address, or end as no other words do. */
const NAMES_HOST =
  /^(https?:\/\/\S+|www\.\S+|[\w-]+(\.[\w-]+)*\.(com|org|net|edu|gov|info|int)(\/\S*)?)$/i;

/** The host of a web address, without its `www.`. */
function hostOf(address: string): string | undefined {
  const url = /^https?:/i.test(address) ? URL.parse(address) : null;
  return url?.hostname.replace(/^www\./, '');
}

/** Nodes whose source is prose, where what was meant as a link may be text. */
const PROSE: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);

const GAP = /(\[[^\][]+\]) +\(((?:https?:\/\/|\/|#|\.\/)[^\s)]*)\)/;
const REVERSED = /\(([^()]+)\)\[((?:https?:\/\/|\/|\.\/)[^\]\s]*)\]/;

/** What was meant to be a link or a footnote, and is text. */
function slips(nodes: readonly TreeNode[], prose: Prose): Problem[] {
  const defined = new Set(
    nodes.flatMap((node) =>
      node.type === 'definition' || node.type === 'footnoteDefinition'
        ? [folded(identifierOf(node))]
        : [],
    ),
  );
  const lines = linesOf(prose);
  const numbers = nodes.flatMap((node) => {
    const { start, end } = node.position ?? {};
    if (!PROSE.has(node.type) || !start || !end) return [];
    return Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index);
  });
  return [...new Set(numbers)].flatMap((number): Problem[] => {
    const place = { file: prose.file, line: number };
    const line = lines[number - 1] ?? '';
    const plain = line.replace(/`[^`]*`|\\./g, (code) => ' '.repeat(code.length));
    if (GAP.test(plain))
      return [broken('link-gap', place, {}, { better: line.replace(GAP, '$1($2)') })];
    if (REVERSED.test(plain)) {
      return [broken('link-reversed', place, {}, { better: line.replace(REVERSED, '[$1]($2)') })];
    }
    const note = /\[\^([^\]\s]+)\](?!:)/.exec(plain)?.[1];
    if (note && !defined.has(folded(note))) {
      return [broken('footnote-undefined', place, { label: note })];
    }
    const label = /\[[^\][]+\]\[([^\][]+)\]/.exec(plain)?.[1];
    return label && !defined.has(folded(label)) ? [broken('link-undefined', place, { label })] : [];
  });
}

/** What looks like the name of a host is one. */
function outsideGuess(address: string): string | undefined {
  const quoted = /^["'“”„«‘’](https?:\/\/.*?)["'“”»‘’]?$/.exec(address)?.[1];
  if (quoted) return quoted;
  if (/^[^\s@/:]+@[^\s@/:]+\.\p{L}{2,}$/u.test(address)) return `mailto:${address}`;
  const half = /^https?\/+(.+)$/i.exec(address)?.[1];
  if (half) return `https://${half}`;
  return /^(www\.[\w-]+\.|[\w-]+(\.[\w-]+)*\.(com|org|net|edu|gov|info|int)\b)/i.test(address)
    ? `https://${address.split('#', 1)[0]}`
    : undefined;
}

function guessOf(address: string, catalogue: Catalogue): string | undefined {
  const [path = ''] = address.split('#', 1);
  const wanted = path.replace(/^(\.{0,2}\/)+|(\/index)?\.(mdx?|html?)$|\/+$/g, '');
  const word = wanted.split('/').at(-1) ?? '';
  if (word === '') return undefined;
  return nearestAddress(wanted, catalogue);
}

function nearestAddress(wanted: string, catalogue: Catalogue): string | undefined {
  const known = addressesOf(catalogue);
  const plain = (address: string) => address.replace(/^\/+|\/+$/g, '');
  const last = (address: string) => plain(address).split('/').at(-1) ?? '';
  const exact = known.find((address) => last(address) === last(wanted));
  // The former blog had /2013/08/reflection/.
  const [, year, month, words] = /(?:^|\/)(\d{4})\/(\d\d)\/(?:\d\d\/)?([^/]+)$/.exec(wanted) ?? [];
  const dated = known.find((address) => words && last(address) === `${year}-${month}-${words}`);
  return exact ?? dated ?? nearest(`/${plain(wanted)}/`, known);
}
