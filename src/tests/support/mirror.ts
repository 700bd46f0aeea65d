import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { elements, textOf } from './built-pages.ts';

/** A program that copies a site into a folder, as `wget --mirror --page-requisites` does. */
export type Archiver = (site: string, folder: string, isConverted: boolean) => Promise<void>;

/** wget itself, where it is installed; undefined elsewhere. */
export const wget: Archiver | undefined = isInstalled('wget')
  ? async (site, folder, isConverted) => {
      const options = [
        ...['--no-config', '--mirror', '--page-requisites', '--quiet', '--no-host-directories'],
      ];
      const child = spawn(
        'wget',
        [...options, ...(isConverted ? ['--convert-links'] : []), `-P${folder}`, site],
        { stdio: 'ignore' },
      );
      // It ends with 8 where the site answered for any address that there is nothing.
      const code = await new Promise((done) => child.on('close', done));
      if (code !== 0 && code !== 8) throw new Error(`wget ended with ${code}.`);
    }
  : undefined;

/**
 * Does what wget does to pages, their styles and pictures: follows the addresses in the attributes that
 * it knows (a `source` has none of them), keeps to the site's host and folder, and, if it converts,
 * makes addresses of what it has relative, in attributes and in styles, those in pages too.
 */
export const ownArchiver: Archiver = async (site, folder, isConverted) => {
  const kept = new Map<
    string,
    { text?: string; bytes: Uint8Array; kind: 'html' | 'css' | 'other' }
  >();
  const left = [site];
  const isInside = (url: URL) => url.href.startsWith(site);
  for (let next = left.pop(); next; next = left.pop()) {
    const url = new URL(next);
    if (kept.has(url.href)) continue;
    const response = await fetch(url);
    if (!response.ok || response.url !== url.href) continue;
    const bytes = new Uint8Array(await response.arrayBuffer());
    const type = response.headers.get('content-type') ?? '';
    const kind = type.startsWith('text/html')
      ? 'html'
      : type.startsWith('text/css')
        ? 'css'
        : 'other';
    const text = kind === 'other' ? undefined : new TextDecoder().decode(bytes);
    kept.set(url.href, { bytes, kind, ...(text !== undefined && { text }) });
    for (const { address } of addressesIn(text ?? '', kind)) {
      const found = URL.canParse(address, url) ? new URL(address, url) : undefined;
      if (!found) continue;
      found.hash = '';
      if (isInside(found) && !found.search) left.push(found.href);
    }
  }
  const fileOf = (url: URL) =>
    join(folder, decodeURIComponent(url.pathname).replace(/\/$/, '/index.html'));
  for (const [href, { bytes, text, kind }] of kept) {
    const file = fileOf(new URL(href));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, isConverted && text !== undefined ? converted(text, kind, href) : bytes);
  }

  function converted(text: string, kind: 'html' | 'css' | 'other', href: string): string {
    const places = addressesIn(text, kind).toSorted((a, b) => b.start - a.start);
    const here = fileOf(new URL(href));
    return places.reduce((changed, { start, address }) => {
      if (!URL.canParse(address, href)) return changed;
      const target = new URL(address, href);
      const { hash } = target;
      target.hash = '';
      if (address.startsWith('#') || !kept.has(target.href)) return changed;
      const path = relative(dirname(here), fileOf(target)).replaceAll('\\', '/');
      const written = path.split('/').map(encodeURIComponent).join('/') + hash;
      return changed.slice(0, start) + written + changed.slice(start + address.length);
    }, text);
  }
};

/** The attributes in which wget 1.21 finds addresses (`html-url.c`), `srcset` of an `img` aside: we have none. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  ...{ a: ['href'], area: ['href'], link: ['href'], img: ['src'], script: ['src'] },
  ...{
    iframe: ['src'],
    embed: ['src'],
    object: ['data'],
    source: ['src'],
    video: ['src', 'poster'],
  },
  ...{ audio: ['src'], input: ['src'], form: ['action'] },
};

interface FoundAddress {
  address: string;
  /** Where it begins in the text. */
  start: number;
}

function addressesIn(text: string, kind: 'html' | 'css' | 'other'): FoundAddress[] {
  if (kind === 'css') return addressesInStyle(text);
  if (kind === 'other') return [];
  // As wget sees it, scripts don't run: what stands in a `noscript` is a part of the page.
  const tree = fromHtml(text, { verbose: true });
  const found = elements(tree).flatMap((element) => [
    ...inAttributes(element, text),
    ...(element.tagName === 'style'
      ? addressesInStyle(textOf(element), element.children[0]?.position?.start.offset ?? 0)
      : []),
  ]);
  return found.filter(
    ({ address }) => address !== '' && !/^(data|mailto|javascript):/.test(address),
  );
}

function inAttributes(element: Element, text: string): FoundAddress[] {
  const properties = (element.data as { position?: PositionOfAttributes } | undefined)?.position;
  return (ATTRIBUTES[element.tagName] ?? []).flatMap((name) => {
    const place = properties?.properties?.[name];
    if (!place) return [];
    const written = text.slice(place.start.offset, place.end.offset);
    const [, before = '', address = ''] = /^([^=]*=\s*["']?)([^"']*)/.exec(written) ?? [];
    return [{ address, start: place.start.offset + before.length }];
  });
}

interface PositionOfAttributes {
  properties?: Record<string, { start: { offset: number }; end: { offset: number } } | undefined>;
}

function addressesInStyle(text: string, start = 0): FoundAddress[] {
  return [...text.matchAll(/(url\(\s*["']?)([^"')]+)/g)].map(
    ({ index, 1: before = '', 2: address = '' }) => ({
      ...{ address, start: start + index + before.length },
    }),
  );
}

function isInstalled(program: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.some((folder) => existsSync(join(folder, program)));
}
