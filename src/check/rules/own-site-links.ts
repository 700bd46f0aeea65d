import { type Problem, problem } from '../../core/content-files/problem.ts';
import type { ContentIndex } from '../content-index.ts';
import { type Document, fixedLine } from '../document.ts';
import { linkTarget } from './link-targets.ts';
import type { LinkUse } from './links-in.ts';

/** The path on this site that a whole address names, with ? and #, if it names one. */
export function ownPath(
  address: string,
  prose: Document,
  catalogue: ContentIndex,
): string | undefined {
  const site = catalogue.program.address;
  return pathInside(address, site) ?? pathMeant(address, site, prose, catalogue);
}

/** That a link names our own host, where its path is enough. */
export function ownSiteLinkProblem(
  { address, isBare, place, start }: LinkUse,
  path: string,
  prose: Document,
): Problem {
  // A bare address is a link only with its host. One that took marks of Markdown along is left to its author.
  if (isBare && /[\][()]/.test(address)) return problem('link-own-address', place, {}, {});
  const fix = fixedLine(prose, place, address, isBare ? `[${address}](${path})` : path, start);
  return problem('link-own-address', place, {}, fix);
}

/** The host of a web address, without its `www.`. */
export function hostOf(address: string): string | undefined {
  const url = /^https?:/i.test(address) ? URL.parse(address) : null;
  return url?.hostname.replace(/^www\./, '');
}

function pathInside(address: string, site: string): string | undefined {
  const url = /^https?:/i.test(address) ? URL.parse(address) : null;
  const home = URL.parse(site);
  if (!url || !home || url.host !== home.host) return undefined;
  const base = home.pathname.replace(/\/$/, '');
  const isInside = url.pathname === base || url.pathname.startsWith(`${base}/`);
  return isInside ? `${url.pathname.slice(base.length) || '/'}${url.search}${url.hash}` : undefined;
}

/** The same where the folder of the site was left out, or its host has a `www.`, and there is such a page. */
function pathMeant(
  address: string,
  site: string,
  prose: Document,
  catalogue: ContentIndex,
): string | undefined {
  const [host, home] = [hostOf(address), hostOf(site)];
  if (host === undefined || host !== home) return undefined;
  const url = URL.parse(address);
  const base = URL.parse(site)?.pathname.replace(/\/$/, '') ?? '';
  const path = url?.pathname.replace(new RegExp(`^${base}(?=/|$)`), '') || '/';
  const isThere = path !== '/' && linkTarget(path, prose, catalogue) !== undefined;
  return isThere ? `${path}${url?.hash ?? ''}` : undefined;
}
