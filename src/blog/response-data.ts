import type { Conversation, Response } from './response.ts';
import { publishedIn } from './response.ts';
import { responseText } from './response-html.ts';

/**
 * A post's responses as schema.org has them: `commentCount`, and the newest as `Comment`s with
 * the same text that the page shows. `@id` ties them to the post's own description.
 *
 * @param address the post's whole address
 * @returns JSON for a script element, with every `<` escaped
 */
export function responseData(address: string, conversation: Conversation, most = 20): string {
  const newest = publishedIn(conversation)
    .toSorted((a, b) => b.moment.getTime() - a.moment.getTime())
    .slice(0, most);
  const data = {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    '@id': address,
    commentCount: conversation.count,
    comment: newest.map((response) => comment(address, response)),
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function comment(address: string, response: Response): object {
  const { author, moment, edited, anchor, html } = response;
  return {
    '@type': 'Comment',
    '@id': `${address}#${anchor}`,
    url: `${address}#${anchor}`,
    text: responseText(html),
    dateCreated: response.hasTime ? moment.toISOString() : response.day,
    ...(edited ? { dateModified: edited.toISOString() } : {}),
    ...(author
      ? {
          author: {
            '@type': 'Person',
            name: author.name,
            ...(author.url ? { url: author.url } : {}),
          },
        }
      : {}),
  };
}
