import { children, SPACES, texts, type XmlElement } from './xml-tree.ts';

/** What is wrong with a feed, one sentence each; empty when nothing is. */
export type Faults = string[];

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const WHOLE = /^https?:\/\/[^\s]+$/;
const IRI = /^[a-z][a-z0-9+.-]*:\S+$/i;

/** RFC 4287, as far as a document can be judged by itself. */
export function atomFaults(feed: XmlElement): Faults {
  const entries = children(feed, 'entry');
  const says = (ok: boolean, fault: string) => (ok ? [] : [fault]);
  return [
    ...says(feed.name === 'feed' && feed.space === SPACES.atom, 'It is no Atom feed.'),
    ...heads(feed, 'the feed'),
    ...says(
      children(feed, 'author').length > 0 ||
        entries.every((entry) => children(entry, 'author').length > 0),
      '4.1.1: neither the feed nor each entry has an author.',
    ),
    ...says(links(feed, 'self').length === 1, '4.1.1: it has no link to itself.'),
    ...repeated(entries.flatMap((entry) => texts(entry, 'id'))).map(
      (id) => `4.1.1: two entries have the id ${id}.`,
    ),
    ...entries.flatMap((entry) => entryFaults(entry)),
  ];
}

function entryFaults(entry: XmlElement): Faults {
  const [id = '?'] = texts(entry, 'id');
  const [content, ...more] = children(entry, 'content');
  const [published] = texts(entry, 'published');
  const [updated] = texts(entry, 'updated');
  const faults: Faults = heads(entry, id);
  if (!content?.text.trim() || more.length > 0) faults.push(`4.1.2: ${id} has not one content.`);
  for (const { attributes } of children(entry, 'in-reply-to', SPACES.thread)) {
    if (!IRI.test(attributes['ref'] ?? '') || !WHOLE.test(attributes['href'] ?? ''))
      faults.push(`RFC 4685: ${id} answers "${attributes['ref']}".`);
  }
  if (content && content.attributes['type'] !== 'html') faults.push(`4.1.3: ${id} is not html.`);
  if (links(entry, 'alternate').length !== 1) faults.push(`4.1.2: ${id} has no page, or several.`);
  if (published && !RFC_3339.test(published)) faults.push(`3.3: ${id} has a date ${published}.`);
  if (published && updated && updated < published)
    faults.push(`${id} is updated before it is out.`);
  for (const category of children(entry, 'category')) {
    if (!category.attributes['term']) faults.push(`4.2.2.1: ${id} has a category without term.`);
  }
  for (const author of children(entry, 'author')) {
    if (texts(author, 'name').length !== 1) faults.push(`3.2.1: ${id} has an author without name.`);
  }
  return faults;
}

/** What feeds and entries have in common. */
function heads(element: XmlElement, what: string): Faults {
  const faults = ['id', 'title', 'updated'].flatMap((name) =>
    texts(element, name).filter((text) => text.trim()).length === 1
      ? []
      : [`4.1: ${what} has not one ${name}.`],
  );
  const [id = ''] = texts(element, 'id');
  if (!IRI.test(id)) faults.push(`4.2.6: "${id}" is no IRI.`);
  const [updated = ''] = texts(element, 'updated');
  if (!RFC_3339.test(updated)) faults.push(`3.3: ${what} has a date ${updated}.`);
  faults.push(...implausible(updated, what));
  const pages = children(element, 'link').map(
    ({ attributes: { rel = 'alternate', type, hreflang } }) => `${rel} ${type} ${hreflang ?? ''}`,
  );
  faults.push(...repeated(pages).map((link) => `4.1.1: ${what} has two links ${link}.`));
  faults.push(...markup(texts(element, 'title'), what), ...prefixed(element, what));
  const wrong = children(element, 'link').filter(
    (link) => !WHOLE.test(link.attributes['href'] ?? '') || !link.attributes['type'],
  );
  return [...faults, ...wrong.map((link) => `${what} links to "${link.attributes['href']}".`)];
}

/** No post is older than the web, and none is dated decades ahead. */
function implausible(date: string, what: string): Faults {
  const year = new Date(date).getUTCFullYear();
  return year >= 1990 && year < 2100 ? [] : [`${what} has the implausible date ${date}.`];
}

/** Titles are plain text: what looks like markup in them was escaped twice. */
function markup(titles: readonly string[], what: string): Faults {
  return titles
    .filter((title) => /<\/?[a-z]|&(amp|lt|gt|quot|#x?[\da-f]+);/i.test(title))
    .map((title) => `${what} has markup in its title: ${title}`);
}

/** Readers that know no namespaces look for names; XHTML goes without a prefix (W3C's advice). */
function prefixed(element: XmlElement, what: string): Faults {
  return element.children
    .filter(({ space, prefix }) => space === SPACES.xhtml && prefix !== '')
    .map(({ name }) => `${what} has XHTML's ${name} under a prefix.`);
}

function links(element: XmlElement, rel: string): XmlElement[] {
  return children(element, 'link').filter((link) => link.attributes['rel'] === rel);
}

/** RSS 2.0 with the RSS Advisory Board's best-practices profile. */
export function rssFaults(rss: XmlElement): Faults {
  const [channel, ...more] = children(rss, 'channel');
  if (rss.name !== 'rss' || rss.attributes['version'] !== '2.0' || !channel || more.length > 0) {
    return ['It is no RSS 2.0 with one channel.'];
  }
  const items = children(channel, 'item');
  const dated = items.length > 0 ? ['lastBuildDate'] : [];
  const faults = ['title', 'link', 'description', 'language', ...dated].flatMap((name) =>
    texts(channel, name).filter((text) => text.trim()).length === 1
      ? []
      : [`The channel has not one ${name}.`],
  );
  const self = children(channel, 'link', SPACES.atom).filter(
    (link) => link.attributes['rel'] === 'self',
  );
  if (self.length !== 1) faults.push('Profile: the channel has no atom:link to itself.');
  for (const date of texts(channel, 'lastBuildDate')) {
    if (!isRssDate(date)) faults.push(date);
    faults.push(...implausible(date, 'The channel'));
  }
  faults.push(...prefixed(channel, 'The channel'), ...markup(texts(channel, 'title'), 'Channel'));
  faults.push(
    ...repeated(items.flatMap((item) => texts(item, 'guid'))).map((id) => `Twice: ${id}`),
  );
  return [...faults, ...items.flatMap(itemFaults)];
}

function itemFaults(item: XmlElement): Faults {
  const [guid = '?'] = texts(item, 'guid');
  const faults: Faults = [];
  for (const name of ['title', 'link', 'guid', 'pubDate', 'description']) {
    if (texts(item, name).filter((text) => text.trim()).length !== 1) {
      faults.push(`${guid} has not one ${name}.`);
    }
  }
  const [date = ''] = texts(item, 'pubDate');
  if (!isRssDate(date)) faults.push(`${guid} has a date ${date}.`);
  faults.push(...implausible(date, guid), ...markup(texts(item, 'title'), guid));
  const addresses = texts(item, 'commentRss', SPACES.wfw);
  if (addresses.some((address) => !WHOLE.test(address)) || addresses.length > 1)
    faults.push(`${guid} has no feed of responses at "${addresses.join(' ')}".`);
  if (texts(item, 'comments', SPACES.slash).some((count) => !/^\d+$/.test(count)))
    faults.push(`${guid} has no number of responses.`);
  for (const { attributes } of children(item, 'content', SPACES.media)) {
    const { url = '', type = '', fileSize = '', width = '', height = '' } = attributes;
    if (!WHOLE.test(url) || !/^image\//.test(type) || ![fileSize, width, height].every(Number))
      faults.push(`Media RSS: ${guid} has a picture without address, type or size.`);
  }
  for (const address of [...texts(item, 'link'), ...texts(item, 'comments')]) {
    if (!WHOLE.test(address)) faults.push(`${guid} leads to "${address}".`);
  }
  if (texts(item, 'author').length > 0) faults.push(`${guid}: author must be a mail address.`);
  if (texts(item, 'creator', SPACES.dc).length === 0) faults.push(`${guid} has no dc:creator.`);
  if (texts(item, 'encoded', SPACES.content).length !== 1) faults.push(`${guid} is not whole.`);
  if (children(item, 'guid')[0]?.attributes['isPermaLink'] !== 'false') {
    faults.push(`${guid} is said to be an address.`);
  }
  if (texts(item, 'category').some((text) => !text.trim())) faults.push(`${guid}: empty category.`);
  if (children(item, 'enclosure').length > 1) faults.push(`Profile: ${guid} has two enclosures.`);
  return faults;
}

/** RFC 822 with the weekday that the day has and a year of four digits, in GMT. */
function isRssDate(text: string): boolean {
  const moment = new Date(text);
  return !Number.isNaN(moment.getTime()) && moment.toUTCString() === text;
}

interface JsonItem {
  id?: unknown;
  url?: string;
  title?: string;
  content_html?: string;
  date_published?: string;
  date_modified?: string;
  authors?: { name?: string }[];
  tags?: unknown[];
  attachments?: { url?: string; mime_type?: string; size_in_bytes?: number }[];
}

/** JSON Feed 1.1. */
export function jsonFeedFaults(feed: {
  version?: string;
  title?: string;
  home_page_url?: string;
  feed_url?: string;
  items?: JsonItem[];
}): Faults {
  const faults: Faults = [];
  if (feed.version !== 'https://jsonfeed.org/version/1.1') faults.push('It has another version.');
  if (!feed.title) faults.push('It has no title.');
  for (const address of [feed.home_page_url, feed.feed_url]) {
    if (!WHOLE.test(address ?? '')) faults.push(`It leads to "${address}".`);
  }
  if (!Array.isArray(feed.items)) return [...faults, 'It has no items.'];
  faults.push(...repeated(feed.items.map(({ id }) => String(id))).map((id) => `Twice: ${id}`));
  return [...faults, ...feed.items.flatMap(jsonItemFaults)];
}

function jsonItemFaults(item: JsonItem): Faults {
  const faults: Faults = [];
  if (typeof item.id !== 'string' || item.id === '') faults.push('An item has no id.');
  if (!item.content_html) faults.push(`${item.id} has no content.`);
  if (!WHOLE.test(item.url ?? '')) faults.push(`${item.id} leads to "${item.url}".`);
  if ((item.date_modified ?? '') < (item.date_published ?? ''))
    faults.push(`${item.id} is modified before it is out.`);
  for (const date of [item.date_published, item.date_modified]) {
    if (!RFC_3339.test(date ?? '')) faults.push(`${item.id} has a date ${date}.`);
    faults.push(...implausible(date ?? '', String(item.id)));
  }
  if (!item.authors?.every(({ name }) => name)) faults.push(`${item.id} has no author.`);
  if (!item.tags?.every((tag) => typeof tag === 'string')) faults.push(`${item.id}: tags.`);
  for (const { url, mime_type: type, size_in_bytes: size } of item.attachments ?? []) {
    if (!WHOLE.test(url ?? '') || !type || !Number.isInteger(size))
      faults.push(`${item.id}: ${url}`);
  }
  return faults;
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
