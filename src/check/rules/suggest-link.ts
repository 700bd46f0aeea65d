import { closestMatch } from '../../core/text/closest-match.ts';
import type { ContentIndex } from '../content-index.ts';
import { addressesOf } from './link-targets.ts';

/**
 * The address that somebody probably meant who wrote one without its beginning: on the web, of a mail
 * box, or of a page of this site.
 *
 * @returns without an anchor
 */
export function suggestAddress(written: string, catalogue: ContentIndex): string | undefined {
  return outsideMeant(written) ?? suggestPage(written, catalogue);
}

/** The page of this site that was probably meant by a path which leads to none. */
export function suggestPage(written: string, catalogue: ContentIndex): string | undefined {
  const [path = ''] = written.split('#', 1);
  const wanted = path.replace(/^(\.{0,2}\/)+|(\/index)?\.(mdx?|html?)$|\/+$/g, '');
  if (wanted === '' || wanted.endsWith('/')) return undefined;
  const known = addressesOf(catalogue);
  const exact = known.find((address) => lastPart(address) === lastPart(wanted));
  // The former blog had /2013/08/reflection/.
  const [, year, month, words] = /(?:^|\/)(\d{4})\/(\d\d)\/(?:\d\d\/)?([^/]+)$/.exec(wanted) ?? [];
  const dated = known.find((address) => words && lastPart(address) === `${year}-${month}-${words}`);
  return exact ?? dated ?? closestMatch(`/${withoutEnds(wanted)}/`, known);
}

/** What looks like the name of a host is one. */
function outsideMeant(address: string): string | undefined {
  const quoted = /^["'“”„«‘’](https?:\/\/.*?)["'“”»‘’]?$/.exec(address)?.[1];
  if (quoted) return quoted;
  if (/^[^\s@/:]+@[^\s@/:]+\.\p{L}{2,}$/u.test(address)) return `mailto:${address}`;
  const half = /^https?\/+(.+)$/i.exec(address)?.[1];
  if (half) return `https://${half}`;
  return /^(www\.[\w-]+\.|[\w-]+(\.[\w-]+)*\.(com|org|net|edu|gov|info|int)\b)/i.test(address)
    ? `https://${address.split('#', 1)[0]}`
    : undefined;
}

function lastPart(address: string): string {
  return withoutEnds(address).split('/').at(-1) ?? '';
}

function withoutEnds(address: string): string {
  return address.replace(/^\/+|\/+$/g, '');
}
