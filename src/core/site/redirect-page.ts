import { escapeHtml } from '../text/escape-html.ts';
import type { Site } from './site.ts';

/** What a page is called and where it stands now. */
export interface Destination {
  title: string;
  /** Root-relative. */
  href: string;
}

/** Seen where a line is slow or the browser does not lead on: no white sheet, and words to press. */
const STYLE =
  ':root{color-scheme:light dark;background:light-dark(#dfe7ea,#0c1216);color:light-dark(#14202a,#e4eaec);font:1.25rem/1.4 Georgia,serif}body{max-width:37rem;margin:15vh auto;padding:0 1.15rem}a{color:inherit}';

/** What names {@link STYLE} in the policy. */
const STYLE_HASH = 'sha256-sN52P3rKJMRxCzHNOyyFJGEQn9HAa9SLo9NKJVBx5y4=';

/**
 * The page at a former or a short address: it leads on to where its subject is now, in browsers
 * without scripts too, and asks not to be indexed.
 */
export function redirectPage({ title, href }: Destination, { program, urls }: Site): string {
  const [name, to] = [escapeHtml(title), escapeHtml(href)];
  return [
    `<!doctype html><html lang="${escapeHtml(program.language)}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${STYLE_HASH}'; img-src 'self'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<title>${name}</title><meta http-equiv="refresh" content="0; url=${to}">`,
    '<meta name="robots" content="noindex">',
    `<link rel="canonical" href="${escapeHtml(urls.absolute(href))}">`,
    `<link rel="icon" type="image/svg+xml" href="${escapeHtml(urls.local('/favicon.svg'))}">`,
    `<style>${STYLE}</style></head><body><p><a href="${to}">${name}</a></p></body></html>`,
  ].join('');
}
