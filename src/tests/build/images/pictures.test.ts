import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { runCheck } from '../../../check/node/run.ts';
import { attribute, builtPages, elements } from '../../support/built-pages.ts';
import { buildFixtureSite, fixtureMoment } from '../../support/fixture-site.ts';
import { MADE, MADE_FRAMES, madePictures, plainPicture } from '../../support/made-pictures.ts';

const content = resolve('node_modules/.cache/fixture-sites/pictures-content');
let site = '';

/** Odd proportions in pixels, the longer ones longer than a WebP can be, as they are or made smaller. */
const ODD = [
  [1, 1],
  [1, 16_000],
  [16_000, 1],
  [20_000, 100],
  [100, 20_000],
  [800, 17_000],
  [16_384, 3],
  [3, 16_384],
  [90_000, 2],
] as const;

/** A picture that says which way up it is, in pixels as it is looked at: wider than the smallest of a page's. */
const [WIDE, HIGH] = [600, 300];
const TURNED = 'says-which-way-up-';

const idOf = (file: string) => `2013-06-${file.replaceAll('.', '-').toLowerCase()}`;

/** Names under which files of another kind come. */
const OTHERWISE_NAMED = [
  ['a-png.jpg', 'plain.png'],
  ['a-jpeg.png', 'baseline.jpg'],
  ['a-webp.avif', 'lossy.webp'],
  ['a-jpeg.gif', 'baseline.jpg'],
  ['a-moving-gif.webp', 'moving-gif.gif'],
  ['CAPITALS.JPG', 'turned-6.jpg'],
] as const;

/** A post whose cover, text and figure show a picture, written on both of a post's paths. */
function post(file: string): string {
  return `---
title: The picture ${file}
kind: update
round: pilot
date: 2013-06-02
summary: A picture.
authors: [gardeners]
cover: { image: ./${file}, alt: A pattern }
---

![A pattern](./${file} "Photo: ours")
`;
}

const withFigure = (file: string) =>
  `${post(file)}\n<Figure src="./${file}" alt="A pattern" caption="A pattern." />\n`;

beforeAll(async () => {
  rmSync(content, { recursive: true, force: true });
  cpSync('src/tests/fixtures/site', content, { recursive: true });
  const made = await madePictures();
  const all = new Map<string, Buffer>(made);
  for (const [file, picture] of made)
    all.set(`more-${file}`, Buffer.concat([picture, Buffer.from('garbage'.repeat(50))]));
  for (const [width, height] of ODD)
    all.set(`odd-${width}-${height}.png`, await plainPicture(width, height).png().toBuffer());
  all.set('odd-800-17001.jpg', await plainPicture(800, 17_001).jpeg().toBuffer());
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const [width, height] = orientation < 5 ? [WIDE, HIGH] : [HIGH, WIDE];
    const turned = plainPicture(width, height).withMetadata({ orientation });
    const formats = [turned.clone().jpeg(), turned.clone().png(), turned.clone().webp()];
    for (const format of [...formats, turned.clone().avif({ effort: 0 })]) {
      const { data, info } = await format.toBuffer({ resolveWithObject: true });
      all.set(`${TURNED}${orientation}.${info.format === 'heif' ? 'avif' : info.format}`, data);
    }
  }
  for (const [name, file] of OTHERWISE_NAMED) all.set(name, made.get(file) ?? Buffer.alloc(0));
  let count = 0;
  for (const [file, picture] of all) {
    const folder = join(content, 'posts', idOf(file));
    mkdirSync(folder);
    writeFileSync(join(folder, file), picture);
    writeFileSync(join(folder, 'index.mdx'), count++ % 2 ? post(file) : withFigure(file));
  }
  const page =
    '---\ntitle: A page\nsummary: With pictures.\n---\n\n![A pattern](./still.png)\n\n![A pattern](./moves.gif)\n';
  writeFileSync(join(content, 'pages/pictures.mdx'), page);
  writeFileSync(join(content, 'pages/still.png'), made.get('plain.png') ?? '');
  writeFileSync(join(content, 'pages/moves.gif'), made.get('moving-gif.gif') ?? '');
  const { problems } = await runCheck({ folder: content, now: new Date(fixtureMoment) });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  site = await buildFixtureSite({ name: 'pictures', base: '/', content });
}, 300_000);

interface Shown {
  page: string;
  file: string;
}

/** Every picture that a post's page names, with the page. */
function shownPictures(): Shown[] {
  return builtPages(site, 'posts/*/index.html').flatMap(({ file: page, html }) =>
    [...new Set(html.match(/\/_astro\/[^\s",]+\.(?:avif|webp|jpe?g|png|gif)/g) ?? [])].map(
      (file) => ({ page, file }),
    ),
  );
}

test('every picture that a page names is there, with the proportions of its own, whole and upright', async () => {
  const shown = shownPictures();
  expect(shown.length).toBeGreaterThan(200);
  for (const { page, file } of shown) {
    const made = sharp(join(site, file), { failOn: 'warning' });
    const { width, pageHeight, height: whole } = await made.metadata();
    const height = pageHeight ?? whole;
    await made.stats();
    if (page.includes('2013-05-water')) continue;
    const odd = (/odd-(\d+)-(\d+)/.exec(page) ?? []).map(Number);
    const [w, h] = page.includes(TURNED)
      ? [WIDE, HIGH]
      : [odd[1] ?? MADE.width, odd[2] ?? MADE.height];
    const [across, down] = [width / w, height / h];
    const name = `${width} x ${height} of ${w} x ${h}: ${file} on ${page}`;
    expect(Math.max(across, down), name).toBeLessThanOrEqual(1);
    // Each side is a whole number of pixels.
    expect(Math.abs(across - down), name).toBeLessThanOrEqual(1 / w + 1 / h);
  }
});

test('a page gives every picture the place and the widths that it has as it is looked at', async () => {
  const pages = builtPages(site, 'posts/*/index.html').filter(({ file }) => file.includes(TURNED));
  expect(pages).toHaveLength(8 * 4);
  for (const { file, html } of pages) {
    const offers = [...html.matchAll(/(\/_astro\/[^\s",]+) (\d+)w/g)];
    expect(offers.length, file).toBeGreaterThan(3);
    for (const [, picture = '', width] of offers)
      expect((await sharp(join(site, picture)).metadata()).width, picture).toBe(Number(width));
    const images = html.match(/<img [^>]*src="\/posts\/[^>]*>/g) ?? [];
    expect(images.length, file).toBeGreaterThan(1);
    for (const image of images) {
      const [width, height] = ['width', 'height'].map((name) =>
        Number(new RegExp(` ${name}="(\\d+)"`).exec(image)?.[1]),
      );
      expect([width, height], `${image} on ${file}`).toEqual([WIDE, HIGH]);
    }
  }
});

test('the address of every picture itself is a JPEG, as large as the picture or a feed, for copies of the site', async () => {
  let count = 0;
  for (const { file, tree } of builtPages(site)) {
    if (/^(write|styleguide)/.test(file)) continue;
    for (const image of elements(tree, 'img')) {
      const [src, width, height] = ['src', 'width', 'height'].map((name) => attribute(image, name));
      const { format, ...made } = await sharp(join(site, decodeURIComponent(src ?? ''))).metadata();
      expect(format, `${src} on ${file}`).toBe('jpeg');
      const longest = Math.min(Math.max(Number(width), Number(height)), 1200);
      expect(Math.max(made.width, made.height), `${src} on ${file}`).toBeGreaterThanOrEqual(
        longest,
      );
      count++;
    }
  }
  expect(count).toBeGreaterThan(100);
  const onPage = builtPages(site, 'pictures/index.html').flatMap(({ tree }) =>
    elements(tree, 'img'),
  );
  expect(onPage).toHaveLength(2);
});

test('feeds, mails and what machines read give the upright size of a picture', () => {
  const sizes = (text: string) =>
    [...text.matchAll(/(?<!\w)width[\\"':= ]+(\d+)\D{1,20}height[\\"':= ]+(\d+)/g)].map(
      ([, width, height]) => Number(width) / Number(height),
    );
  for (const { file, html } of builtPages(site, 'posts/*/index.html')) {
    if (!file.includes(TURNED)) continue;
    const told = sizes(
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '',
    );
    expect(told, file).toContain(WIDE / HIGH);
    expect(told, file).not.toContain(HIGH / WIDE);
  }
  for (const feed of ['rss.xml', 'atom.xml', 'feed.json']) {
    const told = sizes(readFileSync(join(site, feed), 'utf8'));
    expect(told.filter((ratio) => ratio === WIDE / HIGH).length, feed).toBeGreaterThan(1);
    expect(told, feed).not.toContain(HIGH / WIDE);
  }
});

test('of what moves only a GIF in a text does, and nothing is a strip of pictures', async () => {
  for (const { page, file } of shownPictures()) {
    const { pages = 1 } = await sharp(join(site, file)).metadata();
    const mayMove = page.includes('moving-gif') && file.endsWith('.webp');
    expect([1, mayMove ? MADE_FRAMES : 1], file).toContain(pages);
  }
  const { html } = builtPages(site, `posts/${idOf('moving-gif.gif')}/index.html`)[0] ?? {
    html: '',
  };
  const inText = /<article[\s\S]*/.exec(html)?.[0].match(/<a class="zoom[^>]*href="([^"]+\.webp)"/);
  const { pages } = await sharp(join(site, inText?.[1] ?? '')).metadata();
  expect(pages).toBe(MADE_FRAMES);
});

test('where something transparent is made as a JPEG, white is behind it', async () => {
  const jpegs = [
    ...shownPictures().filter(({ file }) => file.endsWith('.jpg')),
    ...builtPages(site, 'posts/*transparent*/index.html').map(({ route, html }) => ({
      page: route,
      file: `${route}${/transparent-\w+\.\w+/.exec(html)?.[0] ?? ''}`,
    })),
  ].filter(({ page }) => page.includes('transparent'));
  expect(jpegs.length).toBeGreaterThan(8);
  for (const { file } of jpegs.filter(({ file }) => file.startsWith('/_astro'))) {
    const corner = { left: 0, top: 0, width: 4, height: 4 };
    const pixels = await sharp(join(site, file)).extract(corner).raw().toBuffer();
    expect(Math.min(...pixels), file).toBeGreaterThan(245);
  }
});
