import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Element } from 'hast';
import { DEFERRED } from '../../core/site/deferred-scripts.ts';
import {
  attribute,
  type BuiltPage,
  builtPages,
  elements,
  textOf,
  whereIs,
} from '../support/built-pages.ts';

/** A built site and where it lives on its host. */
export interface BuiltSite {
  folder: string;
  base: string;
}

interface BrokenLink {
  /** File, with the line in a page. */
  where: string;
  /** The address as written, and what is wrong with it. */
  what: string;
}

/**
 * Every link of a built site that leads to the site itself and finds nothing there: a missing page
 * or file, a missing anchor, or an address outside the base. One line for each address, with the
 * first place where it stands.
 */
export function brokenLinks(site: BuiltSite): string[] {
  const pages = builtPages(site.folder, '**/*.html');
  const origin = originOf(pages);
  const anchors = new Map(pages.map((page) => [page.file, anchorsOf(page)]));
  const inPages = pages.flatMap((page) =>
    elements(page.tree).flatMap((element) =>
      addressesIn(element).flatMap((address): BrokenLink[] => {
        const from = new URL(posix.join('/', site.base, page.route), origin);
        const wrong = problemOf(address, from, site, anchors);
        return wrong ? [{ where: whereIs(page, element), what: `${address} ${wrong}` }] : [];
      }),
    ),
  );
  const found = Map.groupBy(
    [...inPages, ...brokenInTexts(site, origin, anchors)],
    (one) => one.what,
  );
  return [...found].map(([what, places]) => {
    const others = places.length > 1 ? ` (and ${places.length - 1} more)` : '';
    return `${places[0]?.where} → ${what}${others}`;
  });
}

/** The links of feeds, style sheets, maps and other texts: whole addresses of this site. */
function brokenInTexts(
  site: BuiltSite,
  origin: string,
  anchors: Map<string, Set<string>>,
): BrokenLink[] {
  return (
    globSync('**/*.{xml,json,opml,txt,ics,webmanifest,css,md}', { cwd: site.folder })
      // The search index is no text, and the editor's catalogue names the program's address as a fact.
      .filter((file) => !file.startsWith('pagefind') && file !== 'write/catalogue.json')
      .flatMap((file) => {
        const text = readFileSync(join(site.folder, file), 'utf8').replace(/\r\n[ \t]/g, '');
        const whole = text.match(new RegExp(`${escaped(origin)}[^\\s"'<>\\\\)\\]]*`, 'g')) ?? [];
        const inStyle = [...text.matchAll(/url\(["']?(?!data:)([^"')]+)/g)].map(
          (match) => match[1],
        );
        const from = new URL(posix.join('/', site.base, file), origin);
        const addresses = file.endsWith('.css') ? inStyle : whole;
        return addresses.flatMap((address = ''): BrokenLink[] => {
          const wrong = problemOf(address.replaceAll('&amp;', '&'), from, site, anchors);
          return wrong ? [{ where: file, what: `${address} ${wrong}` }] : [];
        });
      })
  );
}

function problemOf(
  address: string,
  from: URL,
  site: BuiltSite,
  anchors: Map<string, Set<string>>,
): string | undefined {
  const url = URL.parse(address, from);
  if (!url) return 'is no address';
  if (url.origin !== from.origin) return undefined;
  const base = posix.join('/', site.base, '/');
  const path = decodeURIComponent(url.pathname);
  if (!path.startsWith(base)) return `is outside ${base}`;
  const inSite = path.slice(base.length);
  const file = posix.join(inSite.endsWith('/') || inSite === '' ? `${inSite}index.html` : inSite);
  const onDisk = join(site.folder, file);
  if (!existsSync(onDisk) || statSync(onDisk).isDirectory()) return 'is not there';
  const anchor = decodeURIComponent(url.hash.slice(1));
  const isFound = anchor === '' || anchor === 'top' || anchor.startsWith(':~:');
  if (!isFound && anchors.get(file)?.has(anchor) === false) return 'has no such anchor';
  return undefined;
}

function addressesIn(element: Element): string[] {
  const named = ['href', 'src', 'action', 'formAction', 'poster', 'data', 'cite']
    .map((name) => attribute(element, name))
    .filter((address) => address !== '');
  const sources = attribute(element, 'srcSet')
    .split(',')
    .map((source) => source.trim().split(/\s+/)[0] ?? '')
    .filter((address) => address !== '');
  const isAddressMeta = /^(og:(url|image)|twitter:image)$/.test(
    attribute(element, 'property') || attribute(element, 'name'),
  );
  const late = attribute(element, 'type') === DEFERRED ? [textOf(element)] : [];
  const refresh = /url=(.+)$/i.exec(attribute(element, 'content'))?.[1];
  return [
    ...named,
    ...sources,
    ...late,
    ...(isAddressMeta ? [attribute(element, 'content')] : []),
    ...(refresh && 'httpEquiv' in element.properties ? [refresh] : []),
  ];
}

function anchorsOf(page: BuiltPage): Set<string> {
  return new Set(elements(page.tree).map((element) => attribute(element, 'id')));
}

/** The site's own origin, as the front page's canonical address says. */
function originOf(pages: BuiltPage[]): string {
  const front = pages.find((page) => page.route === '/');
  const canonical = front
    ? elements(front.tree, 'link').find((link) => attribute(link, 'rel') === 'canonical')
    : undefined;
  return new URL(canonical ? attribute(canonical, 'href') : 'http://site.invalid').origin;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
