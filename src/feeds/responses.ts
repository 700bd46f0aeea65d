import type { Element } from 'xast';
import { x } from 'xastscript';
import type { Program } from '../core/model/program.ts';
import { emptyElement, textElement, xmlDocument } from '../core/text/xml.ts';
import { nameInFull } from '../responses/account-name.ts';
import { extractOf, type Response } from '../responses/response.ts';
import { type BrowserView, browserView } from './browser-view.ts';
import { FEED_CONTENT_LIMIT, tagUri } from './feed.ts';

/** A response with the post under which it stands. Addresses are whole, with host. */
export interface FeedResponse {
  response: Response;
  post: { permanentId: string; title: string; address: string; entryId: string };
}

/** A feed of responses without its entries. Addresses are whole, with host. */
export interface ResponseFeed extends Omit<BrowserView, 'entries'> {
  /** What the feed is about in its id: a post's permanent id, or `all`. */
  follows: string;
  /** When an empty feed last changed. */
  since: Date;
  stylesheet: string;
  /** Who speaks where an account is gone. */
  nobody: string;
  /** Between a name and what was answered, where the feed is of several posts: "on". */
  on?: string | undefined;
}

const TYPE = 'application/atom+xml';

/**
 * Responses as Atom (RFC 4287) with threading (RFC 4685): each names the entry that it answers, a
 * response or else the post.
 *
 * @param newest the newest first; those that would make the file too long are left out
 */
export function responseFeed(
  newest: readonly FeedResponse[],
  feed: ResponseFeed,
  authority: Program['feedAuthority'],
): string {
  const responses = bounded(newest);
  const moments = responses.map(({ response }) => lastChange(response).getTime());
  const updated = new Date(Math.max(feed.since.getTime(), ...moments));
  const root = x(
    'feed',
    {
      xmlns: 'http://www.w3.org/2005/Atom',
      'xmlns:thr': 'http://purl.org/syndication/thread/1.0',
      'xml:lang': feed.language,
    },
    [
      textElement('id', tagUri(authority, `${feed.follows}/responses`)),
      textElement('title', feed.title),
      textElement('updated', updated.toISOString()),
      emptyElement('link', { rel: 'self', type: TYPE, href: feed.self }),
      emptyElement('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
      browserView({ ...feed, entries: responses.map((one) => shownEntry(one, feed)) }),
      ...responses.map((one) => entry(one, feed, authority)),
    ],
  );
  return xmlDocument(root, feed.stylesheet);
}

function bounded(newest: readonly FeedResponse[]): readonly FeedResponse[] {
  let characters = 0;
  const end = newest.findIndex(({ response }, index) => {
    characters += response.html.length;
    return index > 0 && characters > FEED_CONTENT_LIMIT;
  });
  return end < 0 ? newest : newest.slice(0, end);
}

function shownEntry({ response, post }: FeedResponse, { nobody, on }: ResponseFeed) {
  const name = response.author ? nameInFull(response.author) : nobody;
  return {
    title: on ? `${name} ${on} ${post.title}` : name,
    address: `${post.address}#${response.anchor}`,
    day: response.day,
    summary: extractOf(response, 300),
  };
}

function entry(
  { response, post }: FeedResponse,
  { nobody, on }: ResponseFeed,
  authority: Program['feedAuthority'],
): Element {
  const { author, answers } = response;
  const name = author ? nameInFull(author) : nobody;
  const idOf = (id: string) => tagUri(authority, `${post.permanentId}/${id}`);
  return x('entry', [
    textElement('id', idOf(response.id)),
    textElement(
      'title',
      on ? `${name} ${on} ${post.title}` : `${name}: ${extractOf(response, 60)}`,
    ),
    textElement('published', response.moment.toISOString()),
    textElement('updated', lastChange(response).toISOString()),
    x('author', [
      textElement('name', name),
      ...(author?.url ? [textElement('uri', author.url)] : []),
    ]),
    emptyElement('link', {
      rel: 'alternate',
      type: 'text/html',
      href: `${post.address}#${response.anchor}`,
    }),
    ...(answers
      ? [inReplyTo(idOf(answers.id), `${post.address}#${answers.anchor}`)]
      : [inReplyTo(post.entryId, post.address)]),
    textElement('content', response.html, { type: 'html' }),
  ]);
}

function inReplyTo(ref: string, href: string): Element {
  return emptyElement('thr:in-reply-to', { ref, href, type: 'text/html' });
}

function lastChange(response: Response): Date {
  return response.edited ?? response.moment;
}
