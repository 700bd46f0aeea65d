import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import { beforeAll, expect, inject, test } from 'vitest';
import { isPageId, type Room, takenAnchors } from '../../../core/model/heading-anchors.ts';
import {
  attribute,
  type BuiltPage,
  builtPages,
  elements,
  textOf,
} from '../../support/built-pages.ts';
import { buildFixtureSite } from '../../support/fixture-site.ts';
import { brokenLinks } from '../site-links.ts';

/** Texts whose headings are called as what stands around them, built through both paths. */
const CONTENT = 'node_modules/.cache/one-name-space/content';
const CACHE = 'node_modules/.cache/one-name-space/cache';

const HEADINGS = [
  ...['Responses', 'Responses heading', 'Answer', 'Contents', 'Text', 'Question 2', 'Comment 3'],
  ...[
    'Response mail-1',
    'Response mail-a',
    'Response rates',
    'Footnote label',
    'User content fn 1',
    'Ring 2013-05-names',
    'Search',
  ],
  ...['Main', '🎉', 'بداية', '问题', 'Foo', 'Foo', 'Foo 1', 'Live', 'Search list', '…'],
];
const LINKS = '[a](#responses) [b](#question-2) [c](#responses-1) [d](#text-1) [e](#search)';
const BODY = [
  `Words.[^1] ${LINKS}`,
  ...HEADINGS.map((words) => `## ${words}\n\nWords.`),
  '[^1]: A note.',
].join('\n\n');
const QUESTIONS = '## Questions\n\n- One?\n- Two?\n';
const RESPONSES = `- id: comment-3
  source: former-blog
  author: { name: Ana }
  date: 2013-05-20
  text: Said.
- id: mail-1
  source: email
  author: { name: Ben }
  date: 2013-05-21
  text: Said too.
- id: mail-a
  source: email
  author: { name: Cy }
  date: 2013-05-22
  text: Said before ids had numbers.
`;

const sites = new Map<string, BuiltPage[]>();
const broken: string[] = [];

beforeAll(async () => {
  writeContent();
  rmSync(CACHE, { recursive: true, force: true });
  for (const path of ['markdown', 'mdx']) {
    const folder = await buildFixtureSite({
      name: `names-${path}`,
      base: '/',
      content: CONTENT,
      hasStyleGuide: true,
      further: { CACHE_DIR: CACHE, POST_PATH: path, SHARE_PICTURES: 'off' },
    });
    sites.set(path, builtPages(folder));
    broken.push(...brokenLinks({ folder, base: '/' }));
  }
}, 300_000);

function writeContent() {
  rmSync(CONTENT, { recursive: true, force: true });
  cpSync('src/tests/fixtures/site', CONTENT, { recursive: true });
  const post = (id: string, fields: string, body: string) => {
    mkdirSync(join(CONTENT, 'posts', id), { recursive: true });
    const common = `round: pilot\ndate: ${id.slice(0, 7)}-08\nauthors: [gardeners]`;
    const title = `title: ${id}\nsummary: ${id}.`;
    writeFileSync(
      join(CONTENT, 'posts', id, 'index.mdx'),
      `---\n${title}\n${common}\n${fields}\n---\n\n${body}`,
    );
    writeFileSync(join(CONTENT, 'posts', id, 'responses.yaml'), RESPONSES);
  };
  post('2013-05-names', 'kind: story', BODY);
  post('2013-05-asked', 'kind: discussion\nmonth: 2013-05', `${BODY}\n\n${QUESTIONS}`);
  const note = '<Note title="Read this">\n\n## Responses\n\nWords.\n\n</Note>';
  post(
    '2013-04-component',
    'kind: discussion\nmonth: 2013-04',
    `${note}\n\n${BODY}\n\n${QUESTIONS}`,
  );
  writeFileSync(
    join(CONTENT, 'pages', 'names.mdx'),
    `---\ntitle: Names\nsummary: Names.\n---\n\n${BODY.replace(LINKS, '[a](#responses)')}\n`,
  );
}

const dist = () => builtPages(inject('dist').folder);

test.each(['markdown', 'mdx'])(
  'through %s, no page has an id twice, an empty one, or one with a space',
  (path) => {
    const found = [...(sites.get(path) ?? []), ...dist()].flatMap((page) => {
      const ids = idsIn(elements(page.tree));
      const wrong = ids.filter((id, index) => ids.indexOf(id) !== index || !/^\S+$/.test(id));
      return wrong.map((id) => `${page.file} "${id}"`);
    });
    expect(found).toEqual([]);
  },
);

test('links to the page and to headings that gave way lead there', () => {
  // The style guide has samples of what is nowhere else.
  expect(broken.filter((link) => !link.startsWith('styleguide/'))).toEqual([]);
});

test('both paths give the same ids', () => {
  const [plain, mdx] = ['markdown', 'mdx'].map((path) =>
    (sites.get(path) ?? []).map(({ file, tree }) => [file, idsIn(elements(tree))]),
  );
  expect(mdx).toEqual(plain);
});

test('the page keeps its own anchors, and a heading is found under the one that its contents name', () => {
  for (const page of withTexts('posts', 'posts/2013-05-asked/', 'posts/2013-04-component/')) {
    const all = elements(page.tree);
    const named = (id: string) => all.find((one) => attribute(one, 'id') === id);
    expect(named('responses')?.tagName).toBe('section');
    expect(named('answer')?.tagName).toBe('reply-options');
    expect(named('question-2')?.tagName).toBe('li');
    expect(named('text')?.tagName).toBe('main');
    expect(named('response-mail-a')?.tagName).toBe('article');
    expect(named('section-response-mail-a')?.tagName).toBe('h2');
    expect(named('response-rates')?.tagName).toBe('h2');
    const contents = elements(page.tree, 'nav').find(
      (nav) => attribute(nav, 'ariaLabelledBy') === 'contents',
    );
    for (const link of contents ? elements(contents, 'a') : []) {
      const heading = named(decodeURIComponent(attribute(link, 'href').slice(1)));
      expect(heading && textOf(heading)).toBe(textOf(link));
    }
  }
});

test('a text that has no questions, and a page without responses, keep the anchors that clash with nothing', () => {
  const [story] = withTexts('posts', 'posts/2013-05-names/');
  const [page] = withTexts('pages', 'names/');
  expect(headings(story)).toContain('question-2');
  expect(headings(page)).toEqual(
    expect.arrayContaining([
      ...['responses', 'answer', 'question-2', 'comment-3', 'text-1', 'response-mail-a'],
    ]),
  );
});

test.each<Room>(['posts', 'pages'])(
  'every id around a text is one to which its headings give way, or has a colon: %s',
  (room) => {
    const around = new Set(
      [...[...sites.values()].flat(), ...dist()]
        .filter((page) => roomOf(page) === room)
        .flatMap((page) => {
          const inText = new Set(texts(page).flatMap((text) => elements(text)));
          return idsIn(elements(page.tree).filter((one) => !inText.has(one)));
        }),
    );
    // A response whose id has no number is a matter of its post, and not of every one.
    const taken = takenAnchors(['mail-a']);
    const isFree = (id: string) => !id.includes(':') && !isPageId(id, room) && !taken.includes(id);
    expect([...around].filter(isFree)).toEqual([]);
    // And none is kept free for nothing.
    expect([...around]).toEqual(
      expect.arrayContaining(
        room === 'posts'
          ? ['text', 'contents', 'responses', 'responses-heading', 'answer', 'response-mail-1']
          : ['text', 'contents'],
      ),
    );
  },
);

/** Pages of posts and standing pages alone have a text of an author. */
function roomOf({ route, tree, isRedirect }: BuiltPage): Room | undefined {
  if (isRedirect) return undefined;
  if (/^\/posts\/[^/]+\/$/.test(route)) return 'posts';
  const isText = elements(tree, 'article').some((one) => elements(one, 'h1').length > 0);
  return /^\/[^/]+\/$/.test(route) && isText ? 'pages' : undefined;
}

/** The author's own text on a page, which is no response. */
function texts(page: BuiltPage): Element[] {
  const isProse = (one: Element) => attribute(one, 'className').split(' ').includes('prose');
  const said = elements(page.tree, 'article').filter((one) =>
    attribute(one, 'className').split(' ').includes('response'),
  );
  const inResponses = new Set(said.flatMap((one) => elements(one)));
  return elements(page.tree, 'div').filter((one) => isProse(one) && !inResponses.has(one));
}

function withTexts(room: Room, ...routes: string[]): BuiltPage[] {
  const found = [...sites.values()]
    .flat()
    .filter((page) => roomOf(page) === room && routes.includes(page.route.slice(1)));
  expect(found).toHaveLength(routes.length * sites.size);
  return found;
}

function headings(page: BuiltPage | undefined): string[] {
  return idsIn(page ? texts(page).flatMap((text) => elements(text, 'h2')) : []);
}

function idsIn(all: readonly Element[]): string[] {
  return all.filter(({ properties }) => 'id' in properties).map((one) => attribute(one, 'id'));
}
