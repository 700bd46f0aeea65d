import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { checkedFolder } from '../../../check/node/run.ts';
import { parsePost } from '../../../core/markdown/micromark.ts';
import { siteUrls } from '../../../core/site/urls.ts';
import { changedFiles } from '../../../github/node/changed-files.ts';
import { branchChanges } from '../../../github/node/pull-request-files.ts';
import { pullRequestComment } from '../../../github/pull-request-comment.ts';
import { pullRequestReport, pullRequestReportSchema } from '../../../github/pull-request-report.ts';

vi.setConfig({ testTimeout: 30_000 });

const now = new Date('2020-06-10T10:00:00Z');
const home = process.cwd();
const published = mkdtempSync(join(tmpdir(), 'blog-comments-'));
let folder: string;

const texts: Record<string, string> = {
  'program.yaml': `format: 1
name: Exchange of Bakers
tagline: Two ovens, one conversation
description: A program that is invented for these tests. It pairs bakers.
address: https://bakers.example/blog
language: en
timeZone: Europe/Berlin
menu:
  - { label: Discussions, to: /discussions/ }
  - { label: About, to: /about/ }
notice: Applications open in May.
feedAuthority: { domain: bakers.example, year: 2019 }
questionHeadings: { en: [Questions] }
licence: CC-BY-4.0
replyTo: replies@bakers.example
`,
  'tags.yaml': `flour:
  label: Flour
  description: What we bake with.
ovens:
  label: Ovens
  description: What we bake in.
`,
  'rounds.yaml': `first:
  label: First round
  starts: 2020-01-01
  ends: 2020-12-31
`,
  'people/ana.yaml': 'name: Ana Lima\ncountry: Portugal\n',
  'pages/about.mdx': `---
title: About
summary: What this is.
---

We are bakers who write to each other once a month.
`,
  'posts/2020-03-rye/index.mdx': post({
    title: 'What do you bake with rye?',
    kind: 'discussion',
    month: '2020-03',
    date: '2020-03-02',
    summary: 'A grain of the north.',
    tags: '[flour]',
    text: `Rye grows where wheat gives up. It makes a heavy loaf that keeps for two weeks.

Our starter is forty years old.

## Questions

- Who taught you?
- What do you eat with it?
`,
  }),
  'posts/2020-04-ovens/index.mdx': post({
    title: 'An oven in the yard',
    kind: 'update',
    date: '2020-04-06',
    summary: 'We built one.',
    tags: '[ovens]',
    text: 'It took three weekends and four hundred bricks.\n',
  }),
  'posts/2020-04-ovens/responses.yaml': `- id: mail-1
  source: email
  author: { name: Jo }
  date: 2020-04-08
  text: How hot does it get?
`,
  'posts/2020-07-salt/index.mdx': post({
    title: 'Salt',
    kind: 'update',
    date: '2020-07-01',
    summary: 'How much of it?',
    text: 'Two per cent of the flour.\n',
  }),
  'posts/2020-06-crust/index.mdx': post({
    title: 'Crust',
    kind: 'update',
    date: '2020-06-08',
    summary: 'Why it cracks.',
    more: 'draft: true\n',
    text: 'Steam.\n',
  }),
};

function post(of: {
  title: string;
  kind: string;
  date: string;
  summary: string;
  text: string;
  month?: string;
  tags?: string;
  more?: string;
}): string {
  const month = of.month ? `month: ${of.month}\n` : '';
  return `---
title: "${of.title}"
kind: ${of.kind}
${month}round: first
date: ${of.date}
summary: ${of.summary}
tags: ${of.tags ?? '[]'}
authors: [ana]
${of.more ?? ''}---

${of.text}`;
}

const picture = (width: number) =>
  sharp({ create: { width, height: 900, channels: 3, background: 'tan' } })
    .png()
    .toBuffer();

const git = (...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...words], {
    cwd: process.cwd() === home ? published : process.cwd(),
  });

function write(path: string, text: string | Uint8Array) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Changes a text of the content: one passage of it for another. */
function edit(path: string, ...passages: [from: string, to: string][]) {
  let text = readFileSync(`content/${path}`, 'utf8');
  for (const [from, to] of passages) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  write(`content/${path}`, text);
}

beforeAll(async () => {
  for (const [path, text] of Object.entries(texts)) write(join(published, 'content', path), text);
  write(join(published, 'content/posts/2020-04-ovens/oven.png'), await picture(1600));
  git('init', '-q', '-b', 'main');
  git('config', 'core.autocrlf', 'false');
  git('add', '.');
  git('commit', '-qm', 'The blog');
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'blog-comment-'));
  cpSync(published, folder, { recursive: true });
  process.chdir(folder);
  git('checkout', '-qb', 'change');
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});
afterAll(() => rmSync(published, { recursive: true }));

/** The comment on what lies in the folder now, as the two workflows make it. */
async function comment(): Promise<string> {
  git('add', '-A');
  git('commit', '-qm', 'A change');
  const judged = await checkedFolder('content', now);
  const report = pullRequestReport(await changedFiles('main', 'content'), judged, parsePost);
  const handedOver = pullRequestReportSchema.parse(JSON.parse(JSON.stringify(report)));
  return pullRequestComment(handedOver, {
    ...{ urls: siteUrls('https://bakers.example', '/blog'), timeZone: 'Europe/Berlin', now },
    run: 'https://github.com/bakers/blog/actions/runs/7',
    changes: await branchChanges('main', 'content'),
  });
}

const rye = 'posts/2020-03-rye/index.mdx';
const ovens = 'posts/2020-04-ovens/index.mdx';

const kinds: Record<string, () => void | Promise<void>> = {
  'new-post': () =>
    write(
      'content/posts/2020-06-butter/index.mdx',
      post({
        title: 'Which butter?',
        kind: 'discussion',
        month: '2020-06',
        date: '2020-06-09',
        summary: 'Salted, or not.',
        tags: '[flour]',
        text: 'We asked around.\n\n## Questions\n\n- Which one?\n',
      }),
    ),
  'corrected-post': () =>
    edit(
      rye,
      ['two weeks', 'three weeks'],
      [
        'authors: [ana]\n',
        'authors: [ana]\nupdated: 2020-06-10\ncorrection: It keeps for longer.\n',
      ],
    ),
  'changed-post-without-a-day': () =>
    edit(rye, ['A grain of the north.', 'A grain of the cold north.'], ['[flour]', '[ovens]']),
  'renamed-post': () => {
    renameSync('content/posts/2020-04-ovens', 'content/posts/2020-04-oven-in-the-yard');
    edit('posts/2020-04-oven-in-the-yard/index.mdx', [
      'authors: [ana]\n',
      'authors: [ana]\nformerly: [2020-04-ovens]\n',
    ]);
  },
  'withdrawn-post': () =>
    edit(rye, ['authors: [ana]\n', 'authors: [ana]\nwithdrawn: The recipe made people ill.\n']),
  'deleted-post': () => rmSync('content/posts/2020-03-rye', { recursive: true }),
  'deleted-draft': () => rmSync('content/posts/2020-06-crust', { recursive: true }),
  'scheduled-post': () => edit('posts/2020-07-salt/index.mdx', ['2020-07-01', '2020-07-15']),
  'new-draft': () =>
    write(
      'content/posts/2020-06-yeast/index.mdx',
      post({
        ...{ title: 'Yeast', kind: 'update', date: '2020-06-20', summary: 'Fresh or dry?' },
        ...{ more: 'draft: true\n', text: 'We use both.\n' },
      }),
    ),
  'published-draft': () => edit('posts/2020-06-crust/index.mdx', ['draft: true\n', '']),
  translation: () =>
    write(
      'content/posts/2020-06-horno/index.mdx',
      post({
        ...{ title: 'Un horno en el patio', kind: 'update', date: '2020-06-09' },
        ...{
          summary: 'Construimos uno.',
          tags: '[ovens]',
          text: 'Tardamos tres fines de semana.\n',
        },
        more: 'lang: es\ntranslationOf: 2020-04-ovens\n',
      }),
    ),
  picture: async () => write('content/posts/2020-04-ovens/oven.png', await picture(1200)),
  responses: () =>
    write(
      'content/posts/2020-04-ovens/responses.yaml',
      `${texts['posts/2020-04-ovens/responses.yaml']}- id: mail-2
  source: email
  author: { name: Kofi Mensah }
  date: 2020-06-09
  text: Ours gets to 400 degrees.
`,
    ),
  round: () => edit('rounds.yaml', ['2020-12-31', '2020-11-30']),
  'new-tag': () =>
    edit('tags.yaml', ['ovens:', 'yeast:\n  label: Yeast\n  description: What lifts it.\novens:']),
  'renamed-tag': () => {
    edit('tags.yaml', ['ovens:\n', 'hearths:\n'], ['Ovens', 'Hearths']);
    edit('tags.yaml', ['What we bake in.\n', 'What we bake in.\n  formerly: [ovens]\n']);
    edit(ovens, ['[ovens]', '[hearths]']);
  },
  synonyms: () => edit('tags.yaml', ['bake in.\n', 'bake in.\n  synonyms: [stoves, kilns]\n']),
  person: () => edit('people/ana.yaml', ['Portugal', 'Brazil']),
  'standing-page': () => edit('pages/about.mdx', ['once a month', 'every week']),
  menu: () =>
    edit('program.yaml', [
      '  - { label: About, to: /about/ }',
      '  - { label: News, to: /updates/ }\n  - { label: About, to: /about/ }',
    ]),
  notice: () => edit('program.yaml', ['in May', 'in September']),
  settings: () =>
    edit('program.yaml', ['Europe/Berlin', 'Europe/Lisbon'], ['replies@', 'answers@']),
  language: () => write('content/languages/en.yaml', 'pages:\n  subscribe: Follow us\n'),
  'files-of-nothing': () => {
    write('content/notes.txt', 'Ask Jo.');
    write('content/posts/2020-04-ovens/plan.docx', 'PK');
  },
  code: () => write('src/feeds/feed.ts', 'export {};'),
};

test.each(Object.keys(kinds))('the comment on %s', async (kind) => {
  await kinds[kind]?.();
  await expect(await comment()).toMatchFileSnapshot(
    resolve(home, `src/tests/unit/github/comments/${kind}.md`),
  );
});
