import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { runCheck } from '../../../check/node/run.ts';
import { builtPages } from '../../support/built-pages.ts';
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
  const lying = plainPicture(MADE.height, MADE.width).withMetadata({ orientation: 6 });
  all.set('lying.png', await lying.clone().png().toBuffer());
  all.set('lying.webp', await lying.clone().webp().toBuffer());
  all.set('lying.avif', await lying.clone().avif({ effort: 0 }).toBuffer());
  for (const [name, file] of OTHERWISE_NAMED) all.set(name, made.get(file) ?? Buffer.alloc(0));
  let count = 0;
  for (const [file, picture] of all) {
    const folder = join(content, 'posts', idOf(file));
    mkdirSync(folder);
    writeFileSync(join(folder, file), picture);
    writeFileSync(join(folder, 'index.mdx'), count++ % 2 ? post(file) : withFigure(file));
  }
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
    const [, w = MADE.width, h = MADE.height] = (/odd-(\d+)-(\d+)/.exec(page) ?? []).map(Number);
    const [across, down] = [width / w, height / h];
    const name = `${width} x ${height} of ${w} x ${h}: ${file} on ${page}`;
    expect(Math.max(across, down), name).toBeLessThanOrEqual(1);
    // Each side is a whole number of pixels.
    expect(Math.abs(across - down), name).toBeLessThanOrEqual(1 / w + 1 / h);
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
