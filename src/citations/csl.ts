import { doiAddress, orcidAddress } from '../core/model/identifiers.ts';

/** What a citation needs to know of a post. */
export interface CitedPost {
  permanentId: string;
  title: string;
  summary: string;
  /** ISO day. */
  date: string;
  lang: string;
  authors: readonly CitedAuthor[];
  tags: readonly { label: string }[];
  doi?: string | undefined;
}

/** `family` is a part of the name, and the name that lists are sorted by. */
interface CitedAuthor {
  name: string;
  family?: string | undefined;
  orcid?: string | undefined;
}

/** What a citation needs to know of the blog. */
export interface CitedBlog {
  name: string;
  publisher?: string | undefined;
  issn?: string | undefined;
}

/** A name in one piece or in two; with its ORCID iD as Crossref adds it. */
type CslName = ({ literal: string } | { family: string; given: string }) & { ORCID?: string };

/** An item of CSL-JSON (citationstyles.org), the form that citation software shares. */
export interface CslItem {
  id: string;
  type: 'post-weblog';
  title: string;
  author: CslName[];
  issued: { 'date-parts': number[][] };
  'container-title': string;
  publisher?: string;
  ISSN?: string;
  DOI?: string;
  URL: string;
  abstract: string;
  keyword?: string;
  language: string;
}

/**
 * A post as bibliographies know it. Names stay as they are printed, unless it is said which part
 * of one is the family name: that cannot be guessed across languages.
 *
 * @param address the whole address that never changes, whatever the post is called
 */
export function cslItem(post: CitedPost, blog: CitedBlog, address: string): CslItem {
  const keywords = post.tags.map(({ label }) => label.replaceAll(',', ' '));
  return {
    id: post.permanentId,
    type: 'post-weblog',
    title: post.title,
    author: post.authors.map(cslName),
    issued: { 'date-parts': [post.date.split('-').map(Number)] },
    'container-title': blog.name,
    ...(blog.publisher && blog.publisher !== blog.name ? { publisher: blog.publisher } : {}),
    ...(blog.issn ? { ISSN: blog.issn } : {}),
    ...(post.doi ? { DOI: post.doi } : {}),
    URL: address,
    abstract: post.summary,
    ...(keywords.length > 0 ? { keyword: keywords.join(',') } : {}),
    language: post.lang,
  };
}

/** The whole address by which a post is cited for ever: that of its DOI, else its short one. */
export function citedAddress(post: {
  shortAddress: string;
  fields: { doi?: string | undefined };
}): string {
  const { doi } = post.fields;
  return doi ? doiAddress(doi) : post.shortAddress;
}

/**
 * A post of a list as reference managers find it there: a ContextObject of OpenURL (Z39.88-2004, "COinS")
 * in the terms of Dublin Core, as Zotero reads them.
 *
 * @param address the whole address by which it is cited
 */
export function contextObject(
  post: Pick<CitedPost, 'title' | 'date' | 'lang' | 'authors'>,
  blog: Pick<CitedBlog, 'name'>,
  address: string,
): string {
  return new URLSearchParams([
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.type', 'blogPost'],
    ['rft.title', post.title],
    ['rft.source', blog.name],
    ...post.authors.map((author) => ['rft.creator', indexedName(author)]),
    ['rft.date', post.date],
    ['rft.language', post.lang],
    ['rft.identifier', address],
  ]).toString();
}

/** A response as it is cited. */
export interface CitedResponse {
  /** The author, as the page names them. */
  name: string;
  /** ISO day. */
  date: string;
  /** The whole address at which it stands. */
  address: string;
}

/** What a response is cited with beside its author, day and address. */
export interface CitedConversation {
  /** What is said in the place of a title: what it responds to. */
  title: string;
  blog: string;
  /** What the responses are called together. */
  heading: string;
  responses: readonly CitedResponse[];
}

/**
 * The citation in all styles as plain text, each under its name, and below them a line for each
 * response: author, day, what it responds to, blog, address. Styles differ too much in what a comment is
 * for more than that.
 */
export function citationSheet(
  styles: readonly { name: string; text: string }[],
  { title, blog, heading, responses }: CitedConversation,
): string {
  const lines = responses.map(
    ({ name, date, address }) =>
      `${oneLine(name)}. ${date}. ${oneLine(title)}. ${blog}. ${address}`,
  );
  return [
    ...styles.map(({ name, text }) => `${name}\n${text}\n`),
    ...(lines.length > 0 ? [`${heading}\n${lines.join('\n\n')}\n`] : []),
  ].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * A name as `citation_author` tells it to reference managers: "Family, Given". Where it isn't known
 * which part is the family name, or there is none, a comma behind the name keeps it in one piece (as
 * in RIS); Zotero would take the last word of "A participant in the pilot" for a family name.
 */
export function indexedName(author: CitedAuthor): string {
  const name = authorName(author);
  if ('literal' in name) return `${name.literal},`;
  // Between spaces, Zotero would take the comma for one between two authors.
  return `${name.family}, ${name.given.replaceAll(' ', '\u00a0')}`;
}

function cslName(author: CitedAuthor): CslName {
  const { orcid } = author;
  return { ...authorName(author), ...(orcid ? { ORCID: orcidAddress(orcid) } : {}) };
}

function authorName({ name, family }: CitedAuthor): CslName {
  const given =
    family && name.includes(family) ? name.replace(family, '').replace(/\s+/g, ' ').trim() : '';
  return family && given ? { family, given } : { literal: name };
}
