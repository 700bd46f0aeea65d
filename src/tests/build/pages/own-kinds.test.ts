import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { filesOf } from '../../support/built-files.ts';

const folder = inject('ownKinds');
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

/** What a page says, without its styles and scripts and the names by which they find things. */
function said(path: string): string {
  return read(path)
    .replace(/<(style|script)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/&quot;\w+&quot;:/g, ' ')
    .replace(/<[^>]*\shref="\/_astro[^>]*>/g, ' ');
}

test('each kind has its list, under its label, where the program says', () => {
  expect(read('webinars/index.html')).toContain('<h1 class="first">Webinars</h1>');
  expect(read('questions/index.html')).toContain('<h1 class="first">Questions of the month</h1>');
  expect(said('questions/index.html')).toContain('One question a month.');
  expect(read('webinars/rss.xml')).toContain('Scanners, large and small');
  expect(read('webinars/rss.xml')).not.toContain('against damp');
});

test('of the kinds that it does not have, there is nothing', () => {
  for (const path of ['discussions', 'updates', 'stories'])
    expect(existsSync(join(folder, path))).toBe(false);
  expect(read('subscribe.opml')).not.toMatch(/Stories|Updates/);
  expect(said('write/index.html')).not.toMatch(/value="(discussion|update|story)"/);
});

test('a post says of what kind it is, in its own language', () => {
  const post = read('posts/2013-05-papel/index.html');
  expect(post).toMatch(/<a [^>]*href="\/webinars\/"[^>]*>Seminario<\/a>/);
  expect(post).toContain('<meta property="article:section" content="Webinars">');
  expect(read('posts/2013-05-scanners/index.html')).toMatch(/href="\/webinars\/"[^>]*>Webinar</);
});

test('a kind with months has their numbers, and one with questions is open on the home page', () => {
  const post = read('posts/2013-04-damp/index.html');
  expect(post).toContain('Question of the month, April 2013');
  expect(post).toContain('id="question-2"');
  expect(said('index.html')).toContain('What do you do against damp?');
  expect(existsSync(join(folder, 'posts/2013-04-damp/mail.html'))).toBe(true);
  expect(existsSync(join(folder, 'posts/2013-05-scanners/mail.html'))).toBe(false);
});

test('feeds and the search file posts under its kinds', () => {
  expect(read('atom.xml')).toContain('<category term="webinar"');
  expect(read('atom.xml')).toContain('label="Webinars"');
  expect(said('search/index.html')).toContain('Questions of the month');
});

test('the editor offers its kinds, and knows which have a month', () => {
  const form = read('write/index.html');
  expect(form).toMatch(/name="kind" value="monthly-question">A question</);
  expect(form).toMatch(/name="kind" value="webinar">Webinar</);
  expect(form).not.toContain('name="round"');
  expect(said('write/help/index.html')).toContain('One of these: monthly-question or webinar.');
});

test('a program without rounds says no word of them', () => {
  expect(existsSync(join(folder, 'rounds'))).toBe(false);
  const texts = filesOf(folder).filter((file) => /\.(html|xml|txt|md|json|ics|opml)$/.test(file));
  // What scripts read has a name for each list, be it empty.
  const ofScripts = /^(write\/catalogue|pagefind\/.*|search\/records)\.json$/;
  const telling = texts.filter((file) => !ofScripts.test(file) && /\brounds?\b/i.test(said(file)));
  expect(texts.length).toBeGreaterThan(40);
  expect(telling).toEqual([]);
});
