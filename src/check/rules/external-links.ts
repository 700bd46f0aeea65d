import { type Problem, problem } from '../../core/content-files/problem.ts';
import { schemeOf } from '../../core/site/url-scheme.ts';
import { type Document, fixedLine } from '../document.ts';
import type { LinkUse } from './links-in.ts';

/** What is wrong with an address that leads away from the site. */
export function externalLinkProblems(use: LinkUse, prose: Document): Problem[] {
  const { address, place, start } = use;
  const machine = OWN_MACHINE.exec(address)?.[1];
  if (machine) return [problem('link-own-machine', place, { host: machine })];
  const half = /^https?:(?!\/\/)[\\/]*(.*)$/i.exec(address)?.[1];
  if (half !== undefined) {
    const suggestion = `https://${half}`;
    const fix = fixedLine(prose, place, address, suggestion, start);
    return [problem('link-relative', place, { address }, { suggestion, ...fix })];
  }
  if (schemeOf(address) === 'mailto') return mailProblems(use);
  const wrong = hostProblem(use, prose) ?? detourProblem(use, prose) ?? plainProblem(use, prose);
  return wrong ? [wrong] : [];
}

/** A machine that only those in the same house or office reach. */
const OWN_MACHINE =
  /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|[\w-]+\.local)(?=[:/?#]|$)/i;

function mailProblems({ address, place }: LinkUse): Problem[] {
  return /^mailto:([^\s@?]+@[^\s@?]+|\?)/i.test(address)
    ? []
    : [problem('link-mail', place, { address })];
}

/** That there can be no host of that name. */
function hostProblem({ address, place, start }: LinkUse, prose: Document): Problem | undefined {
  if (!isWeb(address)) return undefined;
  const doubled = /^https?:\/\/(https?:?\/\/.*)$/i.exec(address)?.[1];
  const host = URL.parse(address)?.hostname ?? '';
  if (!doubled && isHost(host)) return undefined;
  const stripped = doubled?.replace(/^(https?):?\/\//i, '$1://') ?? address.replace(/\.$/, '');
  const isMeant = stripped !== address && isHost(URL.parse(stripped)?.hostname ?? '');
  const fix = isMeant ? fixedLine(prose, place, address, stripped, start) : {};
  return problem('link-host', place, { address }, fix);
}

function isHost(name: string): boolean {
  return /^[^.,[\]]+(\.[^.,[\]]+)+$/.test(name) || /^\[.*\]$/.test(name);
}

/** That the link goes round by somebody who sends readers on. */
function detourProblem({ address, place, start }: LinkUse, prose: Document): Problem | undefined {
  const url = isWeb(address) ? URL.parse(address) : null;
  if (!url || !DETOURS.test(url.hostname + url.pathname)) return undefined;
  const { searchParams: target, hostname: host } = url;
  const end = target.get('url') ?? target.get('q') ?? target.get('u');
  if (!end || !/^https?:\/\/[^\s()<>]+$/i.test(end)) return undefined;
  return problem('link-detour', place, { host }, fixedLine(prose, place, address, end, start));
}

/** Hosts through which mails and searches send those who follow a link. */
const DETOURS =
  /^([\w-]+\.)*safelinks\.protection\.outlook\.com\/|^(www\.)?google\.[a-z.]+\/url$|^l\.(facebook|instagram)\.com\/l\.php$/i;

/** That the address can be read and changed on its way. */
function plainProblem({ address, place, start }: LinkUse, prose: Document): Problem | undefined {
  if (schemeOf(address) !== 'http') return undefined;
  const rest = address.replace(/^http:\/\//i, '');
  const typed = fixedLine(prose, place, address, `https://${rest}`, start);
  if (typed.fix) return problem('link-http', place, { how: 'begins with http:' }, typed);
  // A bare www. is read as http:, too.
  const fix = fixedLine(prose, place, rest, `https://${rest}`, start);
  const how = fix.fix ? 'has no https:// before it' : 'begins with http:';
  return problem('link-http', place, { how }, fix);
}

function isWeb(address: string): boolean {
  return /^https?:\/\//i.test(address);
}
