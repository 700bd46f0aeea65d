import type { Choices } from '../core/model/facets.ts';
import { blocksIn } from './blocks.ts';
import { type Token, tokenize } from './tokenize.ts';

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

/** Where on a page something stands. */
export type Place = 'title' | 'page' | 'section' | 'question' | 'response';

/** A part of a page: from a place among its words up to that of the next part. */
export interface PagePart {
  place: Place;
  /** Leads to it; empty for the page as a whole. */
  anchor: string;
  start: number;
  /** Where its text begins: after the heading, the question, or who responded. */
  text: number;
}

/** What a result shows of a page. */
export interface ShownPage {
  /** Its address, below the site's root, behind a slash. */
  url: string;
  /** What its words show, each on a line of its own. */
  content: string;
  parts: readonly PagePart[];
  meta: Readonly<Record<string, string>>;
}

/** A page, as the index is given it and as it is shown. */
export interface SearchPage {
  /** The HTML that Pagefind is given: nothing but the words to be found, folded. */
  indexed: string;
  shown: ShownPage;
  /** Its words, as they are asked for and as they were written. */
  words: ReadonlyMap<string, string>;
}

/** How much a word in a response counts, where one in the post counts 1. */
const RESPONSE_WEIGHT = 0.5;

/**
 * The page that Pagefind is given in the place of the real one, and what will be shown of it. Its
 * words stand in the same order in both.
 *
 * @param tags the tags whose names, and other names, it is found by too
 */
export function searchPage(record: SearchRecord, tags: readonly TagRecord[] = []): SearchPage {
  const { title, summary, text, responses, kind, month, day, lang } = record;
  const page = new PageWords();
  page.begin('title', '');
  page.add('h1', title);
  page.begin('page', '');
  page.add('p', summary);
  page.begin('page', '');
  page.addHtml(text);
  const written = page.take();
  for (const { anchor, author, html } of responses) {
    page.begin('response', anchor);
    page.add('p', author);
    page.textBegins();
    page.addHtml(html);
  }
  const names = tags.flatMap(({ label, synonyms }) => [label, ...synonyms]);
  const about = Object.entries({ title, about: `${kind} ${month}`, tags: names.join(' ') });
  const indexed = [
    '<html><body>',
    written,
    `<div data-pagefind-weight="${RESPONSE_WEIGHT}">`,
    page.take(),
    '</div>',
    ...about.map(([name, value]) => mark('meta', name, page.wordsOnly(value))),
    mark('sort', 'day', day),
    '</body></html>',
  ].join('\n');
  return {
    indexed,
    shown: {
      url: `/${record.path}`,
      content: page.shown.join('\n'),
      parts: page.parts,
      meta: { title, kind, month, lang },
    },
    words: page.words,
  };
}

class PageWords {
  readonly shown: string[] = [];
  readonly parts: PagePart[] = [];
  readonly words = new Map<string, string>();
  #indexed: string[] = [];

  /** Begins a part of the page. */
  begin(place: Place, anchor: string) {
    const start = this.shown.length;
    this.parts.push({ place, anchor, start, text: start });
  }

  /** What was added to the part was its heading. */
  textBegins() {
    const part = this.parts.at(-1);
    if (part) part.text = this.shown.length;
  }

  add(element: string, text: string) {
    const tokens = tokenize(text);
    const last = tokens.length - 1;
    this.shown.push(...tokens.map(({ shown }, at) => (at < last ? shown : `${shown} `)));
    if (last >= 0) this.#indexed.push(`<${element}>${this.#noted(tokens)}</${element}>`);
  }

  addHtml(html: string) {
    for (const { element, id, text } of blocksIn(html)) {
      const isHeading = /^h[1-6]$/.test(element);
      const place = isHeading
        ? 'section'
        : /^question-\d+$/.test(id ?? '')
          ? 'question'
          : undefined;
      const isResponse = this.parts.at(-1)?.place === 'response';
      const isPart = id !== undefined && place !== undefined && !isResponse;
      if (isPart) this.begin(place, id);
      this.add(isHeading ? element : 'p', text);
      if (isPart) this.textBegins();
    }
  }

  /** What has been added since it was last asked. */
  take(): string {
    const taken = this.#indexed.join('\n');
    this.#indexed = [];
    return taken;
  }

  /** Words by which the page is found, and which are not shown. */
  wordsOnly(text: string): string {
    return this.#noted(tokenize(text));
  }

  #noted(tokens: readonly Token[]): string {
    for (const { shown, word, indexed, isUnspaced } of tokens) {
      if (isUnspaced) continue;
      const written = /^[\p{P}\p{S}\s]*(.*?)(?:['’]s)?[\p{P}\p{S}\s]*$/isu.exec(shown)?.[1] ?? word;
      const whole = indexed.replaceAll('-', '');
      for (const one of new Set([word, whole, ...indexed.split('-')])) {
        const isAsWritten = one === word && !indexed.startsWith(`${word}-`);
        const known = this.words.get(one);
        if (!known || known !== known.toLowerCase())
          this.words.set(one, isAsWritten ? written : one);
      }
    }
    return tokens.map(({ indexed }) => indexed).join(' ');
  }
}

/** A mark of Pagefind's; its value is words or a day, so that nothing in it needs escaping. */
function mark(what: 'meta' | 'sort', name: string, value: string): string {
  return `<i data-value="${value}" data-pagefind-${what}="${name}[data-value]"></i>`;
}
