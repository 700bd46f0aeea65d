import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { filesHolding } from '../../support/built-files.ts';
import { buildFixtureSite } from '../../support/fixture-site.ts';
import { children, SPACES, texts, type XmlElement, xmlTree } from '../../support/xml-tree.ts';

const COUNT = 45;
const site = resolve('node_modules/.cache/fixture-sites/many-posts');
const built: { before: string; after: string; more: string } = { before: '', after: '', more: '' };

beforeAll(async () => {
  await manyPosts(COUNT);
  built.before = await buildFixtureSite({ name: 'many-before', base: '/', content: site });
  await edit(7, (post) => post.replace('title: Post 7', 'title: Another title'));
  await edit(8, (post) => post.replace('draft: false', 'draft: false\nupdated: 2013-03-20'));
  await edit(9, (post) => post.replace('draft: false', `formerly: [${id(9)}]`));
  await rename(join(site, 'posts', id(9)), join(site, 'posts', '2013-01-renamed'));
  await cp(
    'src/tests/fixtures/site/posts/2013-05-water/barrel.png',
    join(site, 'posts', id(40), 'oasis.png'),
  );
  await edit(40, (post) =>
    post
      .replace('summary: One of many.', 'summary: About an oasis.\nwithdrawn: "They asked."')
      .replace('draft: false', 'draft: false\ncover: { image: ./oasis.png, alt: An oasis }')
      .replace('The text of post 40.', 'The <Note>oasis</Note>.\n\n![An oasis](./oasis.png)'),
  );
  built.after = await buildFixtureSite({ name: 'many-after', base: '/blog', content: site });
  await rename(join(site, 'posts', '2013-01-renamed'), join(site, 'posts', id(9)));
  await manyPosts(COUNT + 3);
  built.more = await buildFixtureSite({ name: 'many-more', base: '/', content: site });
}, 240_000);

test.each(['rss', 'atom'] as const)(
  'a reader that starts at %s.xml walks back to the first post',
  async (format) => {
    const ids = new Set((await walked(built.before, '', format)).map(({ id }) => id));
    const all = Array.from({ length: COUNT }, (_, n) => `tag:gardens.example,2013:${id(n + 1)}`);
    expect([...ids].sort()).toEqual(all.sort());
  },
);

test('no entry is new or dated anew after another title, an edit, a rename and a move', async () => {
  const before = await walked(built.before, '', 'atom');
  const after = await walked(built.after, '/blog', 'atom');
  const dated = (entries: Entry[]) =>
    [...new Map(entries.map(({ id, published }) => [id, published]))].sort();
  expect(dated(after)).toEqual(dated(before));
  const changed = after.filter(
    (entry) => before.find(({ id }) => id === entry.id)?.updated !== entry.updated,
  );
  expect(new Set(changed.map((entry) => entry.id))).toEqual(
    // One was edited, and one was withdrawn.
    new Set([id(8), id(40)].map((one) => `tag:gardens.example,2013:${one}`)),
  );
});

test('the complete feed has every post, and a harvester that goes by dates takes each once', async () => {
  const { items } = JSON.parse(await readFile(join(built.before, 'feed/complete.json'), 'utf8'));
  const more = JSON.parse(await readFile(join(built.more, 'feed/complete.json'), 'utf8'));
  expect(items).toHaveLength(COUNT);
  const seen = Math.max(...items.map((item: JsonItem) => Date.parse(item.date_modified)));
  const fresh = more.items.filter((item: JsonItem) => Date.parse(item.date_modified) > seen);
  expect(fresh.map((item: JsonItem) => item.title)).toEqual(
    [3, 2, 1].map((n) => `Post ${COUNT + n}`),
  );
});

test('who read a post long ago hears in the feed itself that it was changed', async () => {
  const said = JSON.parse(await readFile(join(built.after, 'feed.json'), 'utf8')).items;
  const ids = said.map((item: { id: string }) => item.id.split(':').at(-1));
  expect(ids).toEqual([...Array.from({ length: 20 }, (_, n) => id(COUNT - n)), id(8)]);
  expect(said.at(-1).date_modified).toBe('2013-03-19T22:00:00.000Z');
});

test('of a withdrawn post its title and the reason are left, in feeds and everywhere', async () => {
  expect(filesHolding(built.after, 'oasis')).toEqual([]);
  const { items } = JSON.parse(await readFile(join(built.after, 'feed.json'), 'utf8'));
  const gone = items.find(({ title }: { title: string }) => title === 'Post 40');
  expect(gone).toMatchObject({
    summary: 'They asked.',
    content_html: expect.stringContaining('They asked.'),
  });
  expect(gone).not.toHaveProperty('image');
});

test('new posts leave a full page of the archive as it was, byte for byte', async () => {
  const pages = ['rss/1.xml', 'atom/1.xml', 'rss/2.xml', 'atom/2.xml'];
  for (const page of pages) {
    expect(await readFile(join(built.more, page), 'utf8')).toBe(
      await readFile(join(built.before, page), 'utf8'),
    );
  }
  for (const page of pages) {
    expect(await readFile(join(built.before, page), 'utf8')).toContain('<fh:archive/>');
  }
});

test('the feed of a list holds its newest 20 alone', async () => {
  const channel = children(
    xmlTree(await readFile(join(built.before, 'rounds/pilot/rss.xml'), 'utf8')),
    'channel',
  )[0];
  const titles = channel ? children(channel, 'item').flatMap((item) => texts(item, 'title')) : [];
  expect(titles).toHaveLength(20);
  expect(titles[0]).toBe(`Post ${COUNT}`);
});

interface JsonItem {
  title: string;
  date_modified: string;
}

interface Entry {
  id: string;
  published: string;
  updated: string;
}

/** All entries that a reader meets on its way from the feed to the end of its archive. */
async function walked(folder: string, base: string, format: 'rss' | 'atom'): Promise<Entry[]> {
  const found: Entry[] = [];
  let next: string | undefined = `/${format}.xml`;
  while (next) {
    const root = xmlTree(await readFile(join(folder, next), 'utf8'));
    const feed: XmlElement = children(root, 'channel')[0] ?? root;
    found.push(...children(feed, format === 'rss' ? 'item' : 'entry').map(entryOf));
    const earlier: string | undefined = children(feed, 'link', SPACES.atom).find(
      (link) => link.attributes['rel'] === 'prev-archive',
    )?.attributes['href'];
    next = earlier && new URL(earlier).pathname.slice(base.length);
  }
  return found;
}

function entryOf(element: XmlElement): Entry {
  const first = (...names: string[]) => names.flatMap((name) => texts(element, name))[0] ?? '';
  return {
    id: first('guid', 'id'),
    published: first('pubDate', 'published'),
    updated: first('updated'),
  };
}

function id(number: number): string {
  return `2013-01-post-${String(number).padStart(2, '0')}`;
}

async function edit(number: number, change: (post: string) => string) {
  const file = join(site, 'posts', id(number), 'index.mdx');
  await writeFile(file, change(await readFile(file, 'utf8')));
}

/** The fixture's site with so many posts instead of its own, one a day. */
async function manyPosts(count: number) {
  await rm(site, { recursive: true, force: true });
  await cp('src/tests/fixtures/site', site, {
    recursive: true,
    filter: (path) => !/[\\/]posts[\\/]/.test(path),
  });
  for (let number = 1; number <= count; number++) {
    const day = new Date(Date.UTC(2013, 0, number)).toISOString().slice(0, 10);
    const fields = [
      `title: Post ${number}`,
      'kind: update',
      'round: pilot',
      `date: ${day}`,
      'summary: One of many.',
      'authors: [gardeners]',
      'draft: false',
    ];
    await mkdir(join(site, 'posts', id(number)), { recursive: true });
    const post = `---\n${fields.join('\n')}\n---\n\nThe text of post ${number}.\n`;
    await writeFile(join(site, 'posts', id(number), 'index.mdx'), post);
  }
}
