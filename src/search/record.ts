import type { Choices } from '../core/model/facets.ts';
import { escapeHtml } from '../core/text/escape-html.ts';
import { indexedHtml, indexedText } from './tokenize.ts';

/** A page as the search knows it. */
export interface SearchRecord {
  /** Its address within the site, without the base path: `posts/2013-08-reflection/`. */
  path: string;
  title: string;
  summary: string;
  lang: string;
  /** Its text as HTML; headings and questions have their anchors. */
  text: string;
  responses: readonly ResponseRecord[];
  /** What it is found under. */
  facets: Choices;
  /** Its kind and its month, as results name them. */
  kind: string;
  month: string;
  /** ISO day. */
  day: string;
}

export interface ResponseRecord {
  anchor: string;
  author: string;
  html: string;
}

/** Everything that can be found. */
export interface SearchRecords {
  /** The site's language, by whose grammar words are found in all their forms. */
  language: string;
  /** The archive's address, below the site's root. */
  archive: string;
  /** The tags in use, by permanent ids. */
  tags: readonly TagRecord[];
  /** In the order of their paths, so that the index is always the same. */
  records: readonly SearchRecord[];
}

export interface TagRecord {
  id: string;
  label: string;
  synonyms: readonly string[];
  /** Its page's address, below the site's root. */
  path: string;
}

/** Where the parts of a page begin in the index. */
const TITLE_MARK = 'search-title';
export const SUMMARY_MARK = 'search-summary';
export const TEXT_MARK = 'search-text';

/** How much a word in a response counts, where one in the post counts 1. */
const RESPONSE_WEIGHT = 0.5;

/**
 * The page that Pagefind is given in the place of the real one: nothing but what is to be found,
 * marked with its attributes.
 */
export function searchPage(record: SearchRecord): string {
  const { title, summary, text, responses, facets, kind, month, day, lang } = record;
  return [
    `<html lang="${escapeHtml(lang)}"><body>`,
    `<h1 id="${TITLE_MARK}">${escapeHtml(indexedText(title))}</h1>`,
    `<p id="${SUMMARY_MARK}">${escapeHtml(indexedText(summary))}</p>`,
    `<hr id="${TEXT_MARK}">`,
    heardHtml(text),
    `<div data-pagefind-weight="${RESPONSE_WEIGHT}">`,
    ...responses.map(
      ({ anchor, author, html }) =>
        `<p id="${escapeHtml(anchor)}">${escapeHtml(indexedText(author))}</p>${heardHtml(html)}`,
    ),
    '</div>',
    ...Object.entries({ title, kind, month, lang }).map(([name, value]) =>
      mark('meta', name, value),
    ),
    ...Object.entries(facets).flatMap(([facet, ids]) => ids.map((id) => mark('filter', facet, id))),
    mark('sort', 'day', day),
    '</body></html>',
  ].join('\n');
}

/** HTML as it is indexed: what was struck out is no longer said, so it is neither found nor shown. */
function heardHtml(html: string): string {
  return indexedHtml(html).replaceAll('<del>', '<del data-pagefind-ignore>');
}

function mark(what: 'meta' | 'filter' | 'sort', name: string, value: string): string {
  return `<i data-value="${escapeHtml(value)}" data-pagefind-${what}="${name}[data-value]"></i>`;
}
