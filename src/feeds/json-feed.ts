import { xmlText } from '../core/text/xml.ts';
import type { Feed, FeedItem } from './feed.ts';

/**
 * The feed as JSON Feed 1.1. Extensions are an entry's `_license`, with a name and an
 * address, its `_doi`, and the feed's `_issn`.
 */
export function jsonFeed(feed: Feed): string {
  const whole = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    description: feed.description,
    user_comment: `${feed.words.completeFeed}: ${feed.complete}`,
    ...(feed.further ? { next_url: feed.further } : {}),
    language: feed.language,
    ...(feed.issn ? { _issn: feed.issn } : {}),
    items: feed.items.map(item),
  };
  const clean = (_key: string, value: unknown) =>
    typeof value === 'string' ? xmlText(value) : value;
  return `${JSON.stringify(whole, clean, 1)}\n`;
}

function item(entry: FeedItem) {
  const { picture, licence } = entry;
  return {
    id: entry.id,
    url: entry.address,
    title: entry.title,
    summary: entry.summary,
    content_html: entry.html,
    ...(picture ? { image: picture.address } : {}),
    date_published: entry.published.toISOString(),
    // Harvesters take for new what was modified last, and what has no such date for very old.
    date_modified: entry.updated.toISOString(),
    authors: entry.authors.map(({ name, address }) => ({ name, url: address })),
    tags: entry.categories.map(({ label }) => label),
    language: entry.language,
    ...(entry.doi ? { _doi: entry.doi } : {}),
    ...(licence ? { _license: { name: licence.label, url: licence.address } } : {}),
    ...(picture
      ? {
          attachments: [
            {
              url: picture.address,
              mime_type: picture.type,
              title: picture.alt,
              size_in_bytes: picture.bytes,
            },
          ],
        }
      : {}),
  };
}
