import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import { attribute, builtPages, elements, textOf } from '../../support/built-pages.ts';
import { atomFaults, jsonFeedFaults, rssFaults } from '../../support/feed-rules.ts';
import { children, SPACES, texts, type XmlElement, xmlTree } from '../../support/xml-tree.ts';

const below = inject('below');
const sites = [
  { name: 'the site', ...inject('dist') },
  { name: 'the site in a folder of its host', ...below },
];

describe.each(sites)('on $name,', ({ folder, base }) => {
  const files = (pattern: string) =>
    globSync(pattern, { cwd: folder })
      .map((file) => file.replaceAll('\\', '/'))
      .sort();
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const rssFiles = [...files('**/rss.xml'), ...files('rss/*.xml')];
  const atomFiles = ['atom.xml', ...files('atom/*.xml'), ...files('**/responses.xml')];
  const json = JSON.parse(read('feed.json'));
  const items = rssFiles.flatMap((file) => {
    const [channel] = children(xmlTree(read(file)), 'channel');
    return channel ? children(channel, 'item').map((item) => ({ file, item })) : [];
  });
  /** The file that stands at a whole address of this site. */
  const fileAt = (address: string) => {
    const path = decodeURI(new URL(address).pathname);
    const inside = path.slice(base.replace(/\/$/, '').length);
    return join(folder, inside.endsWith('/') ? `${inside}index.html` : inside);
  };
  const origin = new URL(json.home_page_url).origin;
  const isOurs = (address: string) => address.startsWith(`${origin}/`);

  test('strict parsers read every XML file, whatever posts and answers hold', () => {
    const written = files('**/*.{xml,opml,svg}');
    for (const file of written) expect(() => xmlTree(read(file)), file).not.toThrow();
    expect(written).toEqual(expect.arrayContaining(['sitemap-index.xml', 'subscribe.opml']));
  });

  test('every RSS feed keeps the rules of RSS 2.0 and its best practices', () => {
    expect(rssFiles.length).toBeGreaterThan(3);
    expect(
      rssFiles.flatMap((file) => rssFaults(xmlTree(read(file))).map((f) => `${file}: ${f}`)),
    ).toEqual([]);
  });

  test('every Atom feed keeps the rules of RFC 4287', () => {
    expect(
      atomFiles.flatMap((file) => atomFaults(xmlTree(read(file))).map((f) => `${file}: ${f}`)),
    ).toEqual([]);
  });

  test('the JSON feed keeps the rules of JSON Feed 1.1', () => {
    expect(jsonFeedFaults(json)).toEqual([]);
  });

  test('the complete JSON feed has every post that is out, and the subscribe page leads to it', () => {
    const complete = JSON.parse(read('feed/complete.json'));
    expect(jsonFeedFaults(complete)).toEqual([]);
    expect(existsSync(fileAt(complete.feed_url))).toBe(true);
    expect(json.user_comment).toContain(complete.feed_url);
    expect(json.items).toEqual(
      complete.items.filter(({ id }: { id: string }) => idsIn(json).includes(id)),
    );
    const addresses = complete.items.map(({ url }: { url: string }) => url).sort();
    const pages = builtPages(folder).filter(
      ({ file, isRedirect }) => /^posts\/[^/]+\/index\.html$/.test(file) && !isRedirect,
    );
    expect(addresses).toEqual(
      pages
        .map(({ file }) => `${origin}${base.replace(/\/$/, '')}/${file.replace('index.html', '')}`)
        .sort(),
    );
    expect(read('subscribe/index.html')).toContain(`href="${new URL(complete.feed_url).pathname}"`);
  });

  test('the three formats hold the same posts, the newest 20 and what was changed since', () => {
    const rssIds = items
      .filter(({ file }) => file === 'rss.xml')
      .flatMap(({ item }) => texts(item, 'guid'));
    const atomIds = children(xmlTree(read('atom.xml')), 'entry').flatMap((entry) =>
      texts(entry, 'id'),
    );
    const posts = files('posts/*/index.html').length;
    expect(atomIds).toEqual(rssIds);
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual(rssIds);
    expect(rssIds.length).toBeGreaterThan(0);
    expect(rssIds.length).toBeLessThanOrEqual(Math.min(40, posts));
  });

  test('every feed says its own address and the page that it follows, which is there', () => {
    for (const file of rssFiles) {
      const [channel] = children(xmlTree(read(file)), 'channel');
      const [home = ''] = channel ? texts(channel, 'link') : [];
      const self = channel && children(channel, 'link', SPACES.atom)[0]?.attributes['href'];
      expect(existsSync(fileAt(self ?? '')), `${file}: ${self}`).toBe(true);
      expect(existsSync(fileAt(home)), `${file}: ${home}`).toBe(true);
    }
  });

  test('every feed of responses says its own address, and where each response stands', () => {
    const pages = new Map<string, string>();
    for (const file of files('**/responses.xml')) {
      const feed = xmlTree(read(file));
      const [self] = children(feed, 'link').filter(
        ({ attributes }) => attributes['rel'] === 'self',
      );
      // A feed at a former address names the one of today.
      expect(existsSync(fileAt(self?.attributes['href'] ?? '')), file).toBe(true);
      for (const link of children(feed, 'entry').flatMap((entry) => children(entry, 'link'))) {
        const [page = '', anchor] = (link.attributes['href'] ?? '').split('#');
        if (!pages.has(page)) pages.set(page, readFileSync(fileAt(page), 'utf8'));
        expect(pages.get(page), `${file}: ${page}`).toContain(`id="${anchor}"`);
      }
    }
  });

  test('every page of a list names its feed in its head', () => {
    const lists = files('**/rss.xml').map((file) => file.replace('rss.xml', 'index.html'));
    const pages = builtPages(folder).filter(
      ({ file, isRedirect }) => lists.includes(file) && !isRedirect,
    );
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) {
      const feeds = elements(page.tree, 'link')
        .filter((link) => attribute(link, 'type') === 'application/rss+xml')
        .map((link) => attribute(link, 'href'));
      expect(feeds, page.file).toContain(
        `${base.replace(/\/$/, '')}/${page.file.replace('index.html', 'rss.xml')}`,
      );
    }
  });

  test('no content needs what only our pages have', () => {
    const found = items.flatMap(({ file, item }) =>
      elements(fromHtml(contentOf(item), { fragment: true })).flatMap((element) =>
        faultsOfElement(element).map((fault) => `${file}: ${fault}`),
      ),
    );
    expect(found).toEqual([]);
  });

  test('every picture in a feed is there, as a JPEG of the size that is said', async () => {
    const pictures = new Map(
      items.flatMap(({ item }) =>
        elements(fromHtml(contentOf(item), { fragment: true }), 'img').map(
          (img) => [attribute(img, 'src'), img] as const,
        ),
      ),
    );
    for (const [address, img] of pictures) {
      const { format, width, height } = await sharp(fileAt(address)).metadata();
      expect({ address, format, width, height }).toEqual({
        address,
        format: 'jpeg',
        width: Number(attribute(img, 'width')),
        height: Number(attribute(img, 'height')),
      });
    }
  });

  test("a cover is said with its file's real size", () => {
    for (const media of items.flatMap(({ item }) => children(item, 'content', SPACES.media))) {
      const { url = '', fileSize } = media.attributes;
      expect(statSync(fileAt(url)).size).toBe(Number(fileSize));
    }
  });

  test('every long paragraph of a page is in its entry', () => {
    const entries = new Map(
      items.map(({ item }) => [texts(item, 'link')[0] ?? '', contentOf(item)]),
    );
    expect(entries.size).toBeGreaterThan(0);
    for (const [address, content] of entries) {
      const said = words(textOf(fromHtml(content, { fragment: true })));
      const page = fromHtml(readFileSync(fileAt(address), 'utf8'));
      const prose = elements(page, 'div').find((div) =>
        attribute(div, 'className').split(' ').includes('prose'),
      );
      expect(prose, `the prose of ${address}`).toBeDefined();
      const blocks = elements(prose ?? page, 'p', 'li', 'td').filter((one) =>
        one.children.every(
          (child) => child.type !== 'element' || !['div', 'p', 'ul', 'ol'].includes(child.tagName),
        ),
      );
      const missing = blocks
        .map((one) => words(textOf(one)))
        .filter((text) => text.length > 60 && !said.includes(text));
      expect(blocks.length, address).toBeGreaterThan(0);
      expect(missing, address).toEqual([]);
    }
  });

  test('a link to this site in an entry leads to something', () => {
    const addresses = items.flatMap(({ item }) => [
      ...elements(fromHtml(contentOf(item), { fragment: true }), 'a').map((link) =>
        attribute(link, 'href'),
      ),
      ...texts(item, 'link'),
    ]);
    const lost = new Set(
      addresses.filter(isOurs).filter((address) => !existsSync(fileAt(address))),
    );
    expect([...lost]).toEqual([]);
  });

  test('a reader finds every feed in the list of feeds', () => {
    const opml = xmlTree(read('subscribe.opml'));
    const outlines = children(opml, 'body').flatMap((body) => children(body, 'outline'));
    const feeds = outlines.flatMap((group) => children(group, 'outline'));
    expect(feeds.length).toBeGreaterThan(3);
    expect(
      feeds.filter(({ attributes }) => !existsSync(fileAt(attributes['xmlUrl'] ?? ''))),
    ).toEqual([]);
  });

  test('the subscribe page leads to every feed that the list has', () => {
    const page = fromHtml(read('subscribe/index.html'));
    const hrefs = elements(page, 'a').map((link) => new URL(attribute(link, 'href'), origin).href);
    const opml = xmlTree(read('subscribe.opml'));
    const feeds = children(opml, 'body')
      .flatMap((body) => children(body, 'outline'))
      .flatMap((group) => children(group, 'outline'))
      .map(({ attributes }) => attributes['xmlUrl'] ?? '');
    expect(feeds.filter((feed) => !hrefs.includes(feed))).toEqual([]);
  });

  test('the calendar has the month of every discussion, on lines that calendars read', () => {
    const ics = read('calendar.ics');
    expect(ics.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(
      ics.split('\r\n').filter((line) => Buffer.byteLength(line) > 75 || line.includes('\n')),
    ).toEqual([]);
    const uids = ics.match(/^UID:.*$/gm) ?? [];
    expect(uids.length).toBe(ics.match(/^BEGIN:VEVENT\r$/gm)?.length);
    expect(new Set(uids).size).toBe(uids.length);
  });

  test('each discussion has its mail, which no page links to and no search engine keeps', () => {
    const mails = files('posts/*/mail.html');
    expect(mails.length).toBeGreaterThan(0);
    for (const file of mails) {
      const html = read(file);
      expect(html).toContain('<meta name="robots" content="noindex, nofollow">');
      expect(html).not.toMatch(/<script|<style|<link/);
      expect(existsSync(join(folder, file.replace('.html', '.txt')))).toBe(true);
    }
    const linking = builtPages(folder).filter(({ html }) => /\/mail\.(html|txt)"/.test(html));
    expect(linking.map((page) => page.file)).toEqual([]);
  });
});

test('machines on both sides of the date line write the same feeds, calendar and mails', () => {
  const [east, west] = [inject('east'), inject('west')];
  const written = globSync(['**/*.{xml,json,ics,opml}', '**/mail.*', 'posts/*/*.jpg'], {
    cwd: east,
    exclude: ['pagefind/**'],
  });
  expect(written.length).toBeGreaterThan(10);
  const differing = written.filter(
    (file) => !readFileSync(join(east, file)).equals(readFileSync(join(west, file))),
  );
  expect(differing).toEqual([]);
});

test('drafts and posts of tomorrow are in no feed, calendar or mail', () => {
  const written = globSync(['**/*.{xml,json,ics,opml}', '**/mail.*'], { cwd: below.folder });
  const telling = written.filter((file) =>
    /2013-06-(unfinished|tomorrow)/.test(
      `${file} ${readFileSync(join(below.folder, file), 'utf8')}`,
    ),
  );
  expect(telling).toEqual([]);
});

test("a post of today is out when its hour has come in the program's zone", () => {
  expect(readFileSync(join(below.folder, 'rss.xml'), 'utf8')).toContain('2013-06-today');
});

test('a renamed post keeps its id, and its pictures stand at both addresses', () => {
  expect(readFileSync(join(below.folder, 'rss.xml'), 'utf8')).toContain(
    '>tag:gardens.example,2013:2013-05-drought</guid>',
  );
  for (const id of ['2013-05-water', '2013-05-drought']) {
    expect(existsSync(join(below.folder, `posts/${id}/barrel.png.jpg`))).toBe(true);
  }
});

function idsIn(feed: { items: { id: string }[] }): string[] {
  return feed.items.map(({ id }) => id);
}

function contentOf(item: XmlElement): string {
  return texts(item, 'encoded', SPACES.content)[0] ?? '';
}

const STRANGE = ['className', 'id', 'style', 'hidden', 'ariaHidden'];

function faultsOfElement(element: Element): string[] {
  const { tagName, properties } = element;
  const strange = Object.keys(properties).filter(
    (name) => STRANGE.includes(name) || /^(data|on)[A-Z]/.test(name),
  );
  const addresses = ['href', 'src', 'poster', 'cite'].map((name) => attribute(element, name));
  const partial = addresses.filter((address) => address && !/^(https?:\/\/|mailto:)/.test(address));
  const active = ['script', 'style', 'iframe', 'object', 'embed', 'form', 'input', 'link', 'svg'];
  return [
    ...strange.map((name) => `<${tagName}> has ${name}`),
    ...partial.map((address) => `<${tagName}> points to ${address}`),
    ...(active.includes(tagName) ? [`<${tagName}>`] : []),
  ];
}

function words(text: string): string {
  return text.replace(/↩\d*/g, '').replace(/\s+/g, '');
}
