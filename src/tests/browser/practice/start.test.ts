import { type ChildProcess, spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { wordsFor } from '../../../core/i18n/words.ts';
import { listen } from '../../../server/server.ts';
import { fixtureMoment } from '../../support/fixture-site.ts';
import { accessibilityProblems } from '../visit.ts';

const folder = 'node_modules/.cache/fixture-sites/practice';
const content = `${folder}-content`;

let browser: Browser;
let neighbour: Server;
let start: ChildProcess;
let ended: Promise<number | null>;
let address: string;
let standIn: string;
let said = '';

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
  // The ports that it would take are others' already.
  neighbour = createServer();
  await listen(neighbour, { host: '127.0.0.1', port: 4321, furtherPorts: 20 });
  await Promise.all([folder, content].map((old) => rm(old, { recursive: true, force: true })));
  await cp('src/tests/fixtures/site', content, { recursive: true });
  const { PORT: _, OUT_DIR: __, ...env } = process.env;
  start = spawn(process.execPath, ['src/commands/start.ts', `--folder=${folder}`], {
    env: {
      ...env,
      ...{ BASE: '/blog', HOST: '127.0.0.1', BUILD_TIME: fixtureMoment, CONTENT_DIR: content },
      ...{ SHARE_PICTURES: 'off', TZ: 'Pacific/Kiritimati' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  ended = new Promise((done) => start.on('close', done));
  await new Promise<void>((done, fail) => {
    const hear = (data: Buffer) => {
      said += data;
      if (said.includes('Press Ctrl+C')) done();
    };
    start.stdout?.on('data', hear);
    start.stderr?.on('data', hear);
    void ended.then(() => fail(new Error(said)));
  });
  address = /The blog is at (\S+)/.exec(said)?.[1] ?? '';
  const soil = readFileSync(`${folder}/site/posts/2013-03-soil/index.html`, 'utf8');
  standIn = /http:\/\/127\.0\.0\.1:\d+/.exec(soil)?.[0] ?? '';
}, 240_000);

afterAll(async () => {
  await browser?.close();
  start?.kill('SIGKILL');
  neighbour?.close();
});

const soil = () => `${address}posts/2013-03-soil/`;

/** Opens the post in a window of its own. giscus's own element says there what it thinks of an empty discussion. */
async function opened(
  width: number,
  colorScheme: 'light' | 'dark',
  look: (page: Page) => Promise<void>,
) {
  const viewport = { width, height: 800 };
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    await page.goto(soil());
    await page.waitForFunction(() => customElements.get('reply-options'));
    await look(page);
  } finally {
    await context.close();
  }
}

/** Opens the form for an answer to the first question. */
async function form(page: Page) {
  await page.locator('[data-answer="1"]').click();
  await page.locator('reply-options .open-giscus').click();
  const frame = page.frameLocator('giscus-widget iframe');
  await frame.getByLabel('Your answer').waitFor();
  return frame;
}

test('the blog is where a port is free, and says on every page that it is for practice', () => {
  const { port } = neighbour.address() as AddressInfo;
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/blog\/$/);
  expect(address).not.toContain(`:${port}/`);
  const pages = globSync(`${folder}/site/**/*.html`).map((file) => readFileSync(file, 'utf8'));
  const whole = pages.filter((html) => html.includes('<main'));
  expect(whole.length).toBeGreaterThan(20);
  const { practice } = wordsFor('en');
  expect(whole.filter((html) => !html.includes(practice))).toEqual([]);
});

test.each(['light', 'dark'] as const)('everybody can use its form, %s', async (colorScheme) => {
  await opened(320, colorScheme, async (page) => {
    const frame = await form(page);
    await frame.getByText('Send the answer').click();
    await frame.getByText('Write your answer here first.').waitFor();
    const box = frame.getByLabel('Your answer');
    expect(await box.evaluate((one) => document.activeElement === one)).toBe(true);
    expect(await box.getAttribute('aria-invalid')).toBe('true');
    const inside = page.frames().find((one) => one.url().startsWith(standIn));
    expect(inside && (await accessibilityProblems(inside))).toEqual([]);
    await box.fill('R');
    expect(await frame.getByText('Write your answer here first.').isVisible()).toBe(false);
  });
});

test('an answer stands on the page, in feed and counts, without anything done in the terminal', async () => {
  await opened(1280, 'light', async (page) => {
    const before = await page.locator('#responses article').count();
    const frame = await form(page);
    await frame.getByLabel('Your name').fill('Ana <Pereira>');
    await frame.getByLabel('Your answer').fill('Question 1: Clay & sand.\n\nAnd <b>stones</b>.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await frame.getByText('The page is being built').waitFor();
    await frame.getByText('See it there').click({ timeout: 120_000 });
    await page.waitForURL(/practice=.*#response-github-/);
    const said = page.locator(':target');
    expect(await said.innerText()).toContain('Clay & sand.');
    expect(await said.innerText()).toContain('And <b>stones</b>.');
    expect(await said.innerText()).toContain('Ana <Pereira>');
    expect(await page.locator('#responses article').count()).toBe(before + 1);
    const heading = wordsFor('en').responseCount({ count: before + 1 });
    expect(await page.locator('#responses-heading').innerText()).toBe(heading);
  });
  const feed = await (await fetch(`${soil()}responses.xml`)).text();
  expect(feed).toMatch(/Clay \S{1,20} sand\./);
  expect(await (await fetch(`${address}responses/`)).text()).toMatch(/Clay &\S{1,9} sand\./);
}, 240_000);

test('once it is told to stop, nothing of it runs', async () => {
  start.kill('SIGTERM');
  expect(await ended).toBe(0);
  for (const gone of [address, standIn]) await expect(fetch(gone)).rejects.toThrow();
});
