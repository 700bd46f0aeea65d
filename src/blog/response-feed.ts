import { x } from 'xastscript';
import { tagUri } from './feed.ts';
import { emptyElement, textElement, xmlDocument } from './feed-xml.ts';
import type { Program } from './program.ts';
import { extractOf, type Response } from './response.ts';

/** A response with the post under which it stands. Addresses are whole, with host. */
export interface FeedResponse {
  response: Response;
  post: { permanentId: string; title: string; address: string; entryId: string; lang: string };
}

const TYPE = 'application/atom+xml';

/**
 * Responses as Atom (RFC 4287) with threading (RFC 4685): each names the entry that it answers.
 *
 * @param responses the newest first
 * @param feed.follows what the feed is about in its id: `responses`, or a post's permanent id
 */
export function responseFeed(
  responses: readonly FeedResponse[],
  feed: {
    title: string;
    follows: string;
    self: string;
    home: string;
    language: string;
    since: Date;
  },
  authority: Program['feedAuthority'],
): string {
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
      ...responses.map((one) => entry(one, authority)),
    ],
  );
  return xmlDocument(root);
}

function entry({ response, post }: FeedResponse, authority: Program['feedAuthority']) {
  const name = response.author?.name ?? '—';
  return x('entry', [
    textElement('id', tagUri(authority, `${post.permanentId}/${response.id}`)),
    textElement('title', `${name}: ${extractOf(response, 60)}`),
    textElement('published', response.moment.toISOString()),
    textElement('updated', lastChange(response).toISOString()),
    x('author', [
      textElement('name', name),
      ...(response.author?.url ? [textElement('uri', response.author.url)] : []),
    ]),
    emptyElement('link', {
      rel: 'alternate',
      type: 'text/html',
      href: `${post.address}#${response.anchor}`,
    }),
    emptyElement('thr:in-reply-to', { ref: post.entryId, href: post.address, type: 'text/html' }),
    textElement('content', response.html, { type: 'html' }),
  ]);
}

function lastChange(response: Response): Date {
  return response.edited ?? response.moment;
}
