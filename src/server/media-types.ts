import { extname } from 'node:path';
import { lookup } from 'mrmime';

/** What mrmime doesn't know, or knows by another name than static hosts. */
const OTHERS: Readonly<Record<string, string>> = {
  bib: 'application/x-bibtex',
  ico: 'image/x-icon',
  opml: 'text/x-opml',
  ris: 'application/x-research-info-systems',
  xml: 'application/xml',
};

/** Whether a media type is that of a text. */
export function isText(type: string): boolean {
  return /^text\/|[/+](javascript|json|xml)\b|x-bibtex|x-research-info-systems/.test(type);
}

/** The `Content-Type` for a file as a static host gives it, by the ending of its name. Texts are UTF-8. */
export function mediaType(fileName: string): string {
  const ending = extname(fileName).slice(1).toLowerCase();
  const type = OTHERS[ending] ?? lookup(ending) ?? 'application/octet-stream';
  return isText(type) ? `${type}; charset=utf-8` : type;
}
