import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { Chance, heading, paragraph, sentence } from './words.ts';

export interface BenchBlog {
  posts: number;
  /** Whether one post in five has a picture. */
  pictures: boolean;
}

/** When the blog is built: all its posts are out, and stay so. */
export const benchMoment = '2020-01-15T10:00:00Z';

/** How many tags, rounds and people the blog has. */
const TAGS = 40;
const ROUNDS = 20;
const PEOPLE = 12;
/** Posts are spread over twenty years. */
const FIRST_YEAR = 2000;
const MONTHS = 240;

/**
 * Writes the content folder of an invented blog: posts of about 550 words with three tags of
 * forty, one in three with responses, one in ten with a component, one in five with a picture of
 * 1600 by 1000 pixels where pictures are wanted. The same to the byte each time.
 *
 * @param folder is emptied first
 */
export async function writeBenchBlog(folder: string, blog: BenchBlog): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await write(folder, 'program.yaml', PROGRAM);
  await write(folder, 'rounds.yaml', list(ROUNDS, round));
  await write(folder, 'tags.yaml', list(TAGS, tag));
  for (let index = 0; index < PEOPLE; index++)
    await write(folder, `people/person-${index + 1}.yaml`, person(index));
  await write(folder, 'pages/about.mdx', ABOUT);
  for (let index = 0; index < blog.posts; index++) {
    const post = benchPost(index, blog);
    for (const [name, text] of Object.entries(post.files))
      await write(folder, `posts/${post.id}/${name}`, text);
    if (post.hasPicture)
      await writeFile(join(folder, 'posts', post.id, 'picture.jpg'), await picture(index));
  }
}

/** A post of the blog by its place in time, from 0, the oldest. */
export function benchPost(index: number, blog: BenchBlog) {
  const chance = new Chance(index);
  const month = monthOf(index, blog.posts);
  const title = heading(chance, 3 + chance.below(4));
  const id = `${month}-${title.toLowerCase().split(' ').slice(0, 3).join('-')}-${index + 1}`;
  const isDiscussion = index % 5 === 0;
  const hasPicture = blog.pictures && Math.floor(index / 5) % 5 === index % 5;
  const files: Record<string, string> = {
    'index.mdx': `${frontMatter()}\n${prose(chance, isDiscussion, index % 10 === 3)}`,
  };
  if (index % 3 === 1) files['responses.yaml'] = responses(chance, month, isDiscussion);
  return { id, title, files, hasPicture };

  function frontMatter(): string {
    const kind = isDiscussion ? 'discussion' : index % 5 === 4 ? 'story' : 'update';
    const first = chance.below(TAGS);
    const tags = [first, first + 1 + chance.below(12), first + 20 + chance.below(15)];
    return lines([
      '---',
      `title: ${title}`,
      `kind: ${kind}`,
      isDiscussion && `month: ${month}`,
      `round: round-${Math.floor((index * ROUNDS) / blog.posts) + 1}`,
      `date: ${month}-${String(1 + (index % 28)).padStart(2, '0')}`,
      `summary: ${sentence(chance, 16)}`,
      `tags: [${tags.map((number) => `tag-${(number % TAGS) + 1}`).join(', ')}]`,
      `authors: [person-${1 + chance.below(PEOPLE)}]`,
      index % 5 === 2 && `follows: ${benchPost(index - 2, blog).id}`,
      hasPicture &&
        `cover:\n  image: ./picture.jpg\n  alt: ${sentence(chance, 8)}\n  credit: A generator\n  licence: CC0-1.0`,
      '---',
      '',
    ]);
  }
}

/** About 550 words. */
function prose(chance: Chance, isDiscussion: boolean, hasComponent: boolean): string {
  const parts = [
    paragraph(chance, 90),
    `${paragraph(chance, 60)} [${heading(chance, 3)}](https://example.org/${chance.below(1000)}) *${heading(chance, 2)}* ${paragraph(chance, 20)}`,
    `## ${heading(chance, 4)}`,
    paragraph(chance, 110),
    hasComponent
      ? `<Note title="${heading(chance, 3)}">\n\n${paragraph(chance, 40)}\n\n</Note>`
      : '',
    `> ${paragraph(chance, 30)}`,
    `## ${heading(chance, 3)}`,
    paragraph(chance, 100),
    Array.from({ length: 4 }, () => `- ${sentence(chance, 9)}`).join('\n'),
    paragraph(chance, hasComponent ? 30 : 70),
  ];
  if (isDiscussion) {
    const questions = Array.from({ length: 5 }, () => `- ${sentence(chance, 12)}`);
    parts.push('## Questions', questions.join('\n'));
  }
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function responses(chance: Chance, month: string, isDiscussion: boolean): string {
  return list(1 + chance.below(6), (index) =>
    lines([
      `- id: comment-${index + 1}`,
      `  source: ${chance.oneOf(['former-blog', 'email'])}`,
      index > 1 && chance.below(3) === 0 && '  parent: comment-1',
      `  author: { name: ${heading(chance, 2)} }`,
      `  date: ${month}-28`,
      isDiscussion && `  question: ${1 + chance.below(5)}`,
      `  text: ${paragraph(chance, 25 + chance.below(50))}`,
    ]),
  );
}

/** A picture with the detail and the noise of a photograph, so that it packs like one. */
function picture(index: number): Promise<Buffer> {
  const [width, height] = [1600, 1000];
  const chance = new Chance(index);
  const pixels = Buffer.alloc(width * height * 3);
  const waves = Array.from({ length: 6 }, () => 0.002 + chance.next() * 0.03);
  for (let at = 0; at < pixels.length; at++) {
    const [x, y, band] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width), at % 3];
    const light = Math.sin(x * (waves[band] ?? 0)) + Math.cos(y * (waves[band + 3] ?? 0));
    pixels[at] = 120 + 50 * light + 12 * ((Math.imul(at, 0x9e3779b1) >>> 24) / 255);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
}

function monthOf(index: number, posts: number): string {
  const months = Math.floor((index * MONTHS) / posts);
  const month = String(1 + (months % 12)).padStart(2, '0');
  return `${FIRST_YEAR + Math.floor(months / 12)}-${month}`;
}

function round(index: number): string {
  const year = FIRST_YEAR + index;
  return `round-${index + 1}: { label: Round ${index + 1}, starts: ${year}-01-01, ends: ${year}-12-31, participants: ${300 + 7 * index}, countries: ${40 + index}, asOf: ${year}-01-01 }\n`;
}

function tag(index: number): string {
  const chance = new Chance(10_000_000 + index);
  return `tag-${index + 1}: { label: ${heading(chance, 2)} ${index + 1}, description: ${sentence(chance, 9)} }\n`;
}

function person(index: number): string {
  const chance = new Chance(20_000_000 + index);
  return `name: ${heading(chance, 2)}\nrole: ${heading(chance, 3)}\ncountry: ${heading(chance, 1)}\n`;
}

const PROGRAM = `format: 1
name: The Measured Exchange
shortName: Measured
tagline: An invented program, to see how fast its blog is built
description: A blog of invented words, as long as one likes.
address: https://bench.example
language: en
timeZone: Australia/Sydney
hashtag: '#Measured'
menu:
  - { label: Discussions, to: /discussions/ }
  - { label: Stories, to: /stories/ }
  - { label: News, to: /updates/ }
  - { label: Rounds, to: /rounds/ }
feedAuthority: { domain: bench.example, year: 2000 }
questionHeadings:
  en: [Questions]
licence: CC-BY-4.0
repository: bench/blog
replyTo: replies@bench.example
`;

const ABOUT = `---
title: About
summary: What this invented blog is for.
---

It is built to be measured.
`;

function lines(parts: readonly (string | false)[]): string {
  return `${parts.filter((part) => part !== false).join('\n')}\n`;
}

function list(count: number, item: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => item(index)).join('');
}

async function write(folder: string, path: string, text: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, text);
}
