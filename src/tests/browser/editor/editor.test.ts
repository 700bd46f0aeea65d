import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { imageSize } from 'image-size';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, inject, test } from 'vitest';
import { checkContent } from '../../../check/check.ts';
import { readContentFolder } from '../../../check/node/read-folder.ts';
import { parsePost } from '../../../core/markdown/micromark.ts';
import { dayIn } from '../../../core/model/dates.ts';
import { readResponsesFile } from '../../../responses/response-file.ts';
import { MADE_FRAMES, madePictures, plainPicture } from '../../support/made-pictures.ts';
import { accessibilityProblems, sidewaysOverflow, type Visitor, visit } from '../visit.ts';

const editor = new URL('write/', inject('siteBelow').address).href;
const text = (page: Page) => page.locator('.markdown-editor .cm-content');
/** Somebody who was in the editor before, whose code is large. Its smooth scrolling takes a second each time. */
const again: Visitor = { returns: true, reducedMotion: true };
const verdict = (page: Page) => page.locator('.check-status');
const isWell = (page: Page) => page.getByText('Everything is fine. You can submit it.').waitFor();

async function fillIn(page: Page) {
  await page.getByText('Still to do:').waitFor();
  await page.fill('[name="title"]', 'Rain barrels: “a beginning”');
  await page.fill('[name="summary"]', 'What do you do with rain?');
  await page.fill('[name="month"]', '2013-06');
  await page.fill('[name="date"]', '2013-06-20');
  await page.locator('[name="tags"]').first().check();
  await text(page).fill('It rained on four days.');
  // What is said and shown so far is of all that was filled in.
  await page.locator('.preview-body').getByText('It rained on four days.').waitFor();
}

/** The zip that the editor gives, by its name, with what is in it. */
async function downloaded(page: Page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-download]').click(),
  ]);
  const place = mkdtempSync(join(tmpdir(), 'editor-zip-'));
  await download.saveAs(join(place, 'post.zip'));
  const files = unzipSync(readFileSync(join(place, 'post.zip')));
  rmSync(place, { recursive: true });
  return { name: download.suggestedFilename(), files };
}

/** A photograph that says where it was taken. */
const photograph = () =>
  sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#284' } })
    .withExif({ IFD3: { GPSLatitude: '33/1 52/1 0/1', GPSLatitudeRef: 'S' } })
    .jpeg()
    .toBuffer();

test('a first post made in the editor passes the check as it comes out of the zip', async () => {
  const picture = await photograph();
  expect(picture.includes('Exif')).toBe(true);
  await visit(editor, again, async (page) => {
    await fillIn(page);
    await page.getByText('The discussion has no list of questions.').first().waitFor();
    await page.locator('.question-rows [data-add]').click();
    await page.keyboard.type('What do you do with rain?');
    await page.keyboard.press('Enter');
    await page.keyboard.type('And why?');
    await expect.poll(() => page.locator('.preview-body li').count()).toBe(2);
    // What hangs in the page's margin would be cut off here.
    const [list, frame] = await Promise.all([
      page.locator('.preview-body ol').boundingBox(),
      page.locator('.preview-page').boundingBox(),
    ]);
    expect(list?.x).toBeGreaterThan(frame?.x ?? Number.POSITIVE_INFINITY);
    await isWell(page);
    const file = { name: 'Mein Garten.JPG', mimeType: 'image/jpeg', buffer: picture };
    await page.setInputFiles('.image-cards input[type="file"]', [file]);
    await page.locator('[name="isCover"]').check();
    await page.getByText('Still to do: 1').waitFor();
    await page.fill('[name="alt"]', 'A "green" garden');
    await page.getByText('does not say who made it').waitFor();
    await page.fill('[name="credit"]', 'A gardener');
    await page.selectOption('.image-card [name="licence"]', 'CC-BY-4.0');
    // What is left to say is that the day of the fixture is long over.
    await expect.poll(() => page.locator('.advice li').count()).toBe(1);
    expect(await page.locator('.advice li').textContent()).toContain('has passed');
    await isWell(page);
    expect(await page.locator('[data-github]').isVisible()).toBe(false);
    const { name, files } = await downloaded(page);
    expect(name).toBe('2013-06-rain-barrels-a-beginning.zip');
    const content = mkdtempSync(join(tmpdir(), 'editor-'));
    const shown = files['2013-06-rain-barrels-a-beginning/mein-garten.jpg'] as Uint8Array;
    expect(imageSize(shown)).toMatchObject({ width: 1600, height: 800 });
    expect(Buffer.from(shown).includes('Exif')).toBe(false);
    cpSync('src/tests/fixtures/site', content, { recursive: true });
    for (const [path, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(content, 'posts', path)), { recursive: true });
      writeFileSync(join(content, 'posts', path), bytes);
    }
    const { problems, posts } = checkContent(await readContentFolder(content), parsePost);
    expect(problems.filter(({ file: where }) => where.includes('rain-barrels'))).toEqual([]);
    expect(posts.find(({ id }) => id.includes('rain-barrels'))?.given['title']).toBe(
      'Rain barrels: “a beginning”',
    );
  });
});

test('a draft outlives the page with its pictures, and a deleted one is gone', async () => {
  await visit(editor, again, async (page) => {
    await fillIn(page);
    const file = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photograph() };
    await page.setInputFiles('.image-cards input[type="file"]', [file]);
    await page.fill('[name="alt"]', 'A garden');
    await page.locator('[name="isCover"]').check();
    await page.getByText('Saved in this browser.').waitFor();
    await text(page).press('Control+End');
    await page.keyboard.type(' Last words.');
    await page.reload();
    expect(await page.inputValue('[name="title"]')).toBe('Rain barrels: “a beginning”');
    expect(await text(page).innerText()).toContain('four days. Last words.');
    await page.locator('.preview-cover img[alt="A garden"]').waitFor();
    expect(await page.inputValue('[name="alt"]')).toBe('A garden');
    expect(await page.locator('.errors [data-rule="missing-picture"]').count()).toBe(0);
    const other = await page.context().newPage();
    await other.goto(editor);
    await other.fill('[name="summary"]', 'Written in another tab.');
    await other.getByText('Saved in this browser.').waitFor();
    await page.getByText('was changed in another tab').waitFor();
    await page.reload();
    expect(await page.inputValue('[name="summary"]')).toBe('Written in another tab.');
    await other.close();
    await page.locator('[data-new]').click();
    expect(await page.inputValue('[name="title"]')).toBe('');
    await page.selectOption('[name="opened"]', { label: 'Rain barrels: “a beginning”' });
    expect(await page.inputValue('[name="title"]')).toBe('Rain barrels: “a beginning”');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.locator('[data-delete]').click();
    await expect.poll(() => page.inputValue('[name="title"]')).toBe('');
    await page.reload();
    expect(await page.inputValue('[name="title"]')).toBe('');
  });
});

test('what is likely is offered, follows what is chosen, and gives way to what is written', async () => {
  await visit(editor, { ...again, timeZone: 'Pacific/Auckland' }, async (page) => {
    await page.getByText('Still to do:').waitFor();
    const value = (name: string) => page.inputValue(`[name="${name}"]`);
    const month = dayIn(new Date(), 'Australia/Sydney').slice(0, 7);
    expect(await value('month')).toBe(month);
    expect(await value('round')).toBe('pilot');
    await page.fill('[name="title"]', '图书馆的空间');
    await expect.poll(() => value('folder')).toBe(`${month}-tushuguandekongjian`);
    await page.fill('[name="month"]', '2031-02');
    expect([await value('date'), await value('folder')]).toEqual([
      '2031-02-01',
      '2031-02-tushuguandekongjian',
    ]);
    await page.fill('[name="date"]', '2031-02-05');
    await page.fill('[name="month"]', '2031-03');
    expect(await value('date')).toBe('2031-02-05');
    const shown = () => page.locator('.tag-choice:not([hidden])').allInnerTexts();
    const all = await shown();
    await page.getByLabel(all[0] ?? '', { exact: true }).check();
    await page.fill('.tag-filter', (all[1] ?? '').toUpperCase().slice(0, 5));
    expect(await shown()).toEqual([all[0], all[1]]);
    await page.fill('.tag-filter', 'zzz');
    await page.getByText('No tag matches.').waitFor();
    expect(await shown()).toEqual([all[0]]);
    const byline = page.locator('.preview .byline');
    await expect.poll(() => byline.innerText()).toContain('5 February 2031');
  });
});

test("the rules speak as one types, in the check's sentences, and lead to the place", async () => {
  await visit(editor, again, async (page) => {
    await fillIn(page);
    await text(page).fill('Rain.\n\nA <Notte> here, and [a link](/nowhere/).');
    const said = page.locator('.errors');
    await said.getByText('Did you mean "Note"?').waitFor();
    await said.locator('[data-rule="unknown-component"] [data-go-to]').click();
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('editor');
    await text(page).fill('Rain. [A link](/nowhere/).');
    await said.getByText('There is no page "/nowhere/" on this site.').waitFor();
    await text(page).fill('Rain. [A link](/abuot/).');
    await said.getByText('→ Rain. [A link](/about/).').waitFor();
    await said.locator('[data-rule="broken-link"] [data-fix]').click();
    await expect.poll(() => said.locator('li').count()).toBe(1);
    expect(await text(page).innerText()).toContain('[A link](/about/)');
  });
});

test('an address that is taken is for a change of that post, which is pasted over it', async () => {
  await visit(editor, again, async (page) => {
    await fillIn(page);
    await page.locator('summary', { hasText: 'Address' }).click();
    await page.fill('[name="folder"]', '2013-05-water');
    await page.locator('.errors').getByText('There is already a post "2013-05-water".').waitFor();
    await page.locator('summary', { hasText: 'already published' }).click();
    await page.fill('[name="updated"]', '2013-06-21');
    await page.getByText('Still to do: 1').waitFor();
    const github = page.locator('[data-github]');
    expect(await github.getAttribute('href')).toBe(
      'https://github.com/gardens/blog/edit/main/content/posts/2013-05-water/index.mdx',
    );
    await page.getByText('The button copies your text, so that you can replace it.').waitFor();
    await page.getByText('Select all (Ctrl+A').waitFor();
    await page.evaluate(() => {
      document.addEventListener('click', (event) => event.preventDefault());
    });
    await github.click();
    await page.getByText('Copied.').waitFor();
    await page.fill('[name="folder"]', '');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => page.inputValue('[name="folder"]'))
      .toBe('2013-06-rain-barrels-a-beginning');
  });
});

test('a published post is opened with its pictures, and changed without sending them again', async () => {
  await visit(editor, again, async (page) => {
    await page.locator('[name="published"]:enabled').waitFor();
    await page.selectOption('[name="published"]', '2013-05-water');
    await isWell(page);
    await page.locator('.preview-cover img[alt="A rain barrel under a downpipe"]').waitFor();
    await page.getByText('Already in the folder of the post').waitFor();
    const github = page.locator('[data-github]');
    expect(await github.getAttribute('href')).toMatch(
      /\/edit\/main\/content\/posts\/2013-05-water\/index\.mdx$/,
    );
    await page.fill('[name="time"]', '18:30');
    await page.getByText('would move from 2013-05-06 to 2013-05-06T18:30+10:00').waitFor();
    await page.fill('[name="time"]', '');
    await page.fill('[name="formerly"]', '');
    await page.locator('.errors [data-rule="former-address-gone"]').waitFor();
    await page.fill('[name="formerly"]', '2013-05-drought');
    await isWell(page);
    const shown = page.locator('.preview-page');
    await page.fill('[name="updated"]', '2013-05-20');
    await page.fill('[name="correction"]', 'It was two barrels.');
    await expect.poll(() => shown.innerText()).toMatch(/20 May 2013[\s\S]*It was two barrels\./);
    await page.fill('[name="updated"]', '');
    await page.fill('[name="correction"]', '');
    await page.fill('[name="withdrawn"]', 'The author asked for it.');
    await expect.poll(() => shown.innerText()).toContain('The author asked for it.');
    expect(await page.locator('.preview-cover').isVisible()).toBe(false);
    expect(await page.locator('.preview-body').isVisible()).toBe(false);
    await page.fill('[name="withdrawn"]', '');
    await isWell(page);
    await page.reload();
    await page.locator('.preview-cover img[alt="A rain barrel under a downpipe"]').waitFor();
    await page.setInputFiles('.image-cards input[type="file"]', [
      { name: 'barrel.png', mimeType: 'image/jpeg', buffer: await photograph() },
    ]);
    await page.locator('.image-card:has(.in-folder[hidden]) [name="alt"]').fill('Leaves');
    await page.locator('.image-card:has(.in-folder[hidden]) [data-insert]').click();
    await page.getByText('the existing pictures stay').waitFor();
    const { files } = await downloaded(page);
    expect(Object.keys(files)).toEqual(['2013-05-water/index.mdx', '2013-05-water/barrel.jpg']);
    const index = Buffer.from(files['2013-05-water/index.mdx'] as Uint8Array).toString();
    const before = readFileSync('src/tests/fixtures/site/posts/2013-05-water/index.mdx', 'utf8');
    const lines = (source: string) => source.split('\n').filter(Boolean).toSorted();
    expect(lines(index)).toEqual(lines(`${before}![Leaves](./barrel.jpg)`));
  });
});

test("the way to GitHub carries the whole text; where it can't, the page says what to paste", async () => {
  await visit(editor, again, async (page) => {
    await fillIn(page);
    await page.getByText('Still to do: 1').waitFor();
    const address = async () =>
      new URL((await page.locator('[data-github]').getAttribute('href')) ?? '');
    await expect
      .poll(async () => (await address()).searchParams.get('value'))
      .toContain('It rained on four days.\n');
    expect((await address()).searchParams.get('filename')).toBe(
      'content/posts/2013-06-rain-barrels-a-beginning/index.mdx',
    );
    await text(page).fill('Rain, and more rain. '.repeat(500));
    await expect.poll(async () => (await address()).searchParams.has('value')).toBe(false);
    await page.getByText('Click in the large empty box and paste').waitFor();
    await page.evaluate(() => {
      document.addEventListener('click', (event) => event.preventDefault());
    });
    await page.locator('[data-github]').click();
    await page.getByText('Copied.').waitFor();
  });
});

test('a hostile text that somebody pasted runs nothing and asks nobody', async () => {
  await visit(editor, again, async (page) => {
    await fillIn(page);
    const hostile =
      '<Embed url="javascript:window.hit=1" title="x" />\n\n[a](javascript:window.hit=1) ![b](https://elsewhere.example/x.png)\n\n';
    await text(page).fill(`${hostile}<img src="x" onerror="window.hit=1" />`);
    await page.locator('.preview-body .embed').waitFor();
    expect(await page.locator('.preview-body').locator('[href], [src], [onerror]').count()).toBe(0);
    // What cannot be read leaves the preview as it was, and is told all the same.
    await text(page).fill(`${hostile}<img src=x onerror="window.hit=1" />`);
    await page.locator('.errors').getByText('<img> is HTML code').waitFor();
    expect(await page.locator('.errors li').count()).toBeGreaterThan(3);
    expect(await page.evaluate(() => (window as { hit?: number }).hit)).toBeUndefined();
  });
});

test('what is pasted from a word processor keeps its form as Markdown, and undone it is plain', async () => {
  await visit(editor, again, async (page) => {
    await fillIn(page);
    await text(page).fill('Before. ');
    await text(page).press('End');
    const paste = (html: string, plain: string) =>
      text(page).evaluate(
        (content, [html = '', plain = '']) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/html', html);
          clipboardData.setData('text/plain', plain);
          const event = { clipboardData, bubbles: true, cancelable: true };
          content.dispatchEvent(new ClipboardEvent('paste', event));
        },
        [html, plain],
      );
    const lines = () => text(page).locator('.cm-line').allInnerTexts();
    const written = async () => (await lines()).map((line) => line.trim()).join('\n');
    await paste(
      '<p>We have <b>many</b> books.</p><img src="x" onerror="window.hit=1"><ul><li>one<li>two</ul>',
      'We have many books.\n\u2022 one\n\u2022 two',
    );
    await expect.poll(written).toBe('Before.\n\nWe have **many** books.\n\n- one\n- two');
    await text(page).press('Control+z');
    await expect.poll(written).toBe('Before. We have many books.\n\u2022 one\n\u2022 two');
    await text(page).press('Control+z');
    await expect.poll(written).toBe('Before.');
    await paste('<span style="font-weight:400">two words</span>', 'two words');
    await expect.poll(written).toBe('Before. two words');
    expect(await page.evaluate(() => (window as { hit?: number }).hit)).toBeUndefined();
  });
});

test('the keyboard alone goes through the whole editor, into the text and out of it', async () => {
  await visit(editor, again, async (page) => {
    await page.getByText('Still to do:').waitFor();
    await page.locator('[name="title"]').focus();
    const seen = new Set<string>();
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab');
      const { where, isLast } = await page.evaluate(() => {
        const { activeElement: one } = document;
        const where = one?.getAttribute('name') ?? one?.className ?? one?.id ?? '';
        return { where, isLast: one?.matches('[data-copy]') };
      });
      seen.add(where);
      // The stroke opens the search everywhere else.
      if (where === 'markdown-editor') await page.keyboard.type('Typed and/or read.');
      if (isLast) break;
    }
    expect([...seen]).toEqual(
      expect.arrayContaining(['summary', 'month', 'date', 'round', 'tags', 'markdown-editor']),
    );
    await expect.poll(() => page.locator('.preview-body').innerText()).toBe('Typed and/or read.');
    expect(
      await page.locator('[data-copy]').evaluate((one) => one === document.activeElement),
    ).toBe(true);
  });
});

test('odd pictures are taken in whole, in motion or with a word of what they lost', async () => {
  const made = await madePictures();
  const of = (name: string) => made.get(name) ?? Buffer.alloc(0);
  const drawn = (width: number, height: number) => plainPicture(width, height).png().toBuffer();
  const gif = of('moving-gif.gif');
  const [head, rest] = [gif.subarray(0, -1), gif.subarray(-1)];
  const home = Buffer.from('!\xfe\x0e12 Home Street\0', 'latin1');
  const files: Record<string, Buffer> = {
    'screen.png': await drawn(800, 15_000),
    'tower.png': await drawn(1000, 25_000),
    'wide.png': await drawn(12_000, 1500),
    'thread.png': await drawn(16_000, 1),
    'wheel.gif': Buffer.concat([head, home, rest]),
    'wheel.webp': of('moving-webp.webp'),
    'logo.webp': of('transparent-webp.webp'),
    'photo.webp': of('lossy.webp'),
    'cut.gif': gif.subarray(0, -20),
    'cut.jpg': of('baseline.jpg').subarray(0, -20),
    'cut.png': of('plain.png').subarray(0, -200),
  };
  await visit(editor, again, async (page) => {
    await fillIn(page);
    const input = '.image-cards input[type="file"]';
    const all = Object.entries(files).map(([name, buffer]) => ({ name, mimeType: '', buffer }));
    await page.setInputFiles(input, all);
    const told = page.locator('.image-cards [role="status"]');
    await told.getByText('"cut.png" is damaged').waitFor();
    const sentences = (await told.innerText()).split(/(?=Added: )/).map((one) => one.trim());
    const losses = [/animated, and only its first/, /very long and was made smaller/];
    expect(sentences.map((one) => losses.findIndex((loss) => loss.test(one)))).toEqual([
      ...[-1, 1, -1, -1, -1, 0, -1, -1],
    ]);
    expect(await told.innerText()).toMatch(/"cut.gif" is damaged.*"cut.jpg" is damaged/s);
    const packed = Object.entries((await downloaded(page)).files);
    const sizes = packed
      .filter(([name]) => !name.endsWith('.mdx'))
      .map(([name, bytes]) => [name.split('/').at(-1), imageSize(bytes)] as const);
    expect(
      Object.fromEntries(sizes.map(([name, { width, height }]) => [name, [width, height]])),
    ).toEqual({
      'screen.png': [800, 15_000],
      'tower.png': [640, 16_000],
      'wide.png': [6400, 800],
      'thread.png': [16_000, 1],
      'wheel.gif': [60, 40],
      'wheel.png': [60, 40],
      'logo.png': [60, 40],
      'photo.jpg': [60, 40],
    });
    const wheel = Buffer.from(packed.find(([name]) => name.endsWith('wheel.gif'))?.[1] ?? []);
    expect((await sharp(wheel).metadata()).pages).toBe(MADE_FRAMES);
    expect(wheel.includes('Home')).toBe(false);
  });
});

test.each([
  ['light', 1280],
  ['dark', 360],
] as const)('a filled editor holds WCAG 2.2 AA by %s at %i px', async (colorScheme, width) => {
  await visit(editor, { ...again, colorScheme, width }, async (page) => {
    await fillIn(page);
    await page.locator('.question-rows [data-add]').click();
    await page.setInputFiles('.image-cards input[type="file"]', [
      { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photograph() },
    ]);
    await page.getByText('Added: a.jpg').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toEqual([]);
  });
});

test('an answer that came by mail is filed without its address, when the sender agreed', async () => {
  await visit(new URL('reply/', editor).href, again, async (page) => {
    await page.selectOption('[name="post"]', '2013-03-soil');
    await page.fill('[name="name"]', 'A gardener');
    await page.fill('[name="date"]', '2013-05-07');
    await page.selectOption('[name="question"]', '1');
    await page.fill('[name="text"]', 'Clay: heavy # clay.\n\nWrite to me@gardens.example');
    expect(await page.inputValue('textarea.source')).toMatch(
      /^- id: mail-2\n.*\n {2}question: 1\n/s,
    );
    await page.selectOption('[name="post"]', '2013-05-water');
    await page.getByText('Ask the sender first').waitFor();
    expect(await page.locator('[data-github]').isVisible()).toBe(false);
    await page.check('[name="agreed"]');
    await expect
      .poll(() => verdict(page).innerText())
      .toBe('Everything is fine. You can submit it.');
    const url = new URL((await page.locator('[data-github]').getAttribute('href')) ?? '');
    expect(url.searchParams.get('filename')).toBe('content/posts/2013-05-water/responses.yaml');
    expect(url.searchParams.get('value')).toBe(
      '- id: mail-1\n  source: email\n  author:\n    name: A gardener\n  date: 2013-05-07\n  text: |-\n    Clay: heavy # clay.\n\n    Write to [address]\n',
    );
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

test('a second answer by mail is pasted below those that the post has already', async () => {
  const file = 'posts/2013-03-soil/responses.yaml';
  await visit(new URL('write/reply/', inject('siteBelow').address).href, again, async (page) => {
    await page.selectOption('[name="post"]', '2013-03-soil');
    await page.fill('[name="name"]', 'Ana');
    await page.fill('[name="date"]', '2131-01-07');
    await page.fill('[name="text"]', 'Much is shared.');
    await page.selectOption('[name="parent"]', 'mail-1');
    await page.check('[name="agreed"]');
    await page.getByText('which is in the future').waitFor();
    await page.fill('[name="date"]', '2013-06-07');
    await expect
      .poll(() => verdict(page).innerText())
      .toBe('Everything is fine. You can submit it.');
    const link = page.locator('[data-github]');
    expect(await link.innerText()).toBe('Copy and open on GitHub');
    expect(await link.getAttribute('href')).toMatch(new RegExp(`/edit/main/content/${file}$`));
    await page.getByText('Click below the last line and paste').waitFor();
    const entry = await page.inputValue('textarea.source');
    const whole = readFileSync(`src/tests/fixtures/site/${file}`, 'utf8') + entry;
    const read = readResponsesFile(whole, file, 3);
    expect(read.problems).toEqual([]);
    expect(read.responses.at(-1)).toMatchObject({ id: 'mail-2', parent: 'mail-1' });
  });
});

test('without scripts the editor says plainly how to write on GitHub', async () => {
  await visit(editor, { javaScript: false }, async (page) => {
    expect(await page.getByText('You can write on GitHub instead').isVisible()).toBe(true);
    const link = page.getByRole('link', { name: 'Open the page for a new file on GitHub' });
    expect(await link.getAttribute('href')).toContain('https://github.com/gardens/blog/new/main');
    expect(await page.locator('post-editor').isVisible()).toBe(false);
  });
});
