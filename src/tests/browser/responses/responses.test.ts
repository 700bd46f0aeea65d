import { globSync, readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { stringify } from 'yaml';
import { withoutHidden } from '../../../core/content-files/hidden-characters.ts';
import { type FakeGithub, startFakeGithub } from '../../../practice/fake-github.ts';
import { type PracticeSite, preparePractice } from '../../../practice/site.ts';
import { type SiteServer, startSiteServer } from '../../../server/server.ts';
import { HOSTILE_HTML } from '../../fixtures/hostile-html.ts';
import { accessibilityProblems, visit } from '../visit.ts';

const folder = 'node_modules/.cache/fixture-sites/responses';
const corpus = `${folder}/content/posts/2013-05-water/responses.yaml`;

/** More than two pages hold; the 150th was withdrawn. */
const MANY = Array.from({ length: 250 }, (_, index) => {
  const words = index === 149 ? 'state: withdrawn' : `author: { name: Ana }\n  text: Yes.`;
  return `- id: comment-${index + 1}\n  source: former-blog\n  date: 2013-06-10\n  ${words}\n`;
}).join('');

let standIn: FakeGithub;
let practice: PracticeSite;
let server: SiteServer;
let browser: Browser;

beforeAll(async () => {
  standIn = await startFakeGithub();
  practice = await preparePractice({
    ...{ folder, content: 'src/tests/fixtures/site' },
    ...{ standIn: standIn.address, address: standIn.address },
  });
  const hostile = Object.values(HOSTILE_HTML).map((html, index) => ({
    id: `comment-${index + 1}`,
    source: 'former-blog',
    author: { name: '<img src=x onerror=window.hit=1>', role: '"><script>window.hit=1</script>' },
    date: '2013-05-07',
    // The check refuses hidden characters, however they are written.
    html: `<p>Number ${index}.</p>${withoutHidden(html.slice(0, 270_000))}`,
  }));
  // Written as escapes, so that the file stays plain ASCII.
  const quoted = stringify(hostile, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 });
  const escaped = quoted.replace(
    /[^\t\n\r -~]/gu,
    (character) => `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`,
  );
  await writeFile(corpus, escaped);
  await writeFile(`${folder}/content/posts/2013-06-today/responses.yaml`, MANY);
  // A blog may live anywhere: this one doesn't say where on GitHub it is.
  const program = `${folder}/content/program.yaml`;
  await writeFile(program, (await readFile(program, 'utf8')).replace(/^repository:.*\r?\n/m, ''));
  await practice.build();
  const local = { host: '127.0.0.1', port: 0, base: '/', ownNameOnly: true };
  server = await startSiteServer({ folder: practice.site, ...local });
  browser = await chromium.connect(inject('browser'));
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await standIn?.close();
});

const water = () => `${server.address}posts/2013-05-water/`;
const soil = () => `${server.address}posts/2013-03-soil/`;
const many = () => `${server.address}posts/2013-06-today/`;

async function opened(
  address: string,
  look: (page: Page, context: BrowserContext) => Promise<void>,
) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForFunction(() => customElements.get('reply-options'));
    await look(page, context);
  } finally {
    await context.close();
  }
}

test('nothing of the hostile corpus runs, frames, sends or loads', async () => {
  await visit(water(), {}, async (page) => {
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => (window as { hit?: number }).hit)).toBeUndefined();
    const inside = page.locator('#responses .e-content');
    expect(await inside.count()).toBe(Object.keys(HOSTILE_HTML).length);
    for (const name of [
      'script',
      'iframe',
      'form',
      'input',
      'img',
      'svg',
      'math',
      'style',
      'link',
      'meta',
      'video',
    ]) {
      expect(await inside.locator(name).count(), name).toBe(0);
    }
    const attributes = await inside.evaluateAll((all) => [
      ...new Set(
        all.flatMap((one) =>
          [...one.querySelectorAll('*')].flatMap((inner) => inner.getAttributeNames()),
        ),
      ),
    ]);
    expect(attributes.filter((name) => !['href', 'rel', 'dir', 'start'].includes(name))).toEqual(
      [],
    );
  });
});

test('without scripts every response can be read, and the former anchors lead to theirs', async () => {
  await visit(`${water()}#comment-9`, { javaScript: false }, async (page) => {
    expect(await page.locator('#responses article').count()).toBe(Object.keys(HOSTILE_HTML).length);
    expect(await page.locator('#comment-9').count()).toBe(1);
    expect(await page.locator('reply-options .open-giscus').isVisible()).toBe(false);
    const doors = await page.locator('reply-options').innerText();
    expect(doors).toContain('answers@practice.invalid');
    expect(doors).not.toContain('Question');
  });
  await visit(soil(), { javaScript: false }, async (page) => {
    const doors = await page.locator('reply-options').innerText();
    expect(doors).toContain('Begin with “Question …:”');
  });
});

test.each([360, 1280])(
  'the address of a response on a further page leads there, %i px wide',
  async (width) => {
    for (const anchor of ['response-comment-150', 'comment-151']) {
      await visit(`${many()}#${anchor}`, { width, isIdle: true }, async (page) => {
        await page.waitForURL(
          `${many()}responses/page/2/#response-${anchor.replace('response-', '')}`,
        );
        await page.waitForLoadState('load');
        const top = () =>
          page.locator(':target').evaluate((one) => one.getBoundingClientRect().top);
        expect(Math.round(await top())).toBeLessThan(100);
        expect(Math.round(await top())).toBeGreaterThanOrEqual(0);
      });
    }
    await visit(`${many()}#response-comment-201`, { width, javaScript: false }, async (page) => {
      await page.locator(':target a').click();
      await page.waitForURL(`${many()}responses/page/3/#response-comment-201`);
    });
    await visit(`${many()}#%E0%A4%A`, { width }, async (page) => {
      const line = page.locator('further-responses li', { hasText: 'withdrawn' });
      expect(await line.getAttribute('id')).toBe('response-comment-150');
      expect(new URL(page.url()).pathname).toBe(new URL(many()).pathname);
    });
  },
);

test('further pages of responses, and the list of them, can be used by everybody', async () => {
  for (const path of ['', 'responses/page/2/', 'responses/page/3/'])
    for (const colorScheme of ['light', 'dark'] as const)
      await visit(`${many()}${path}`, { width: 390, colorScheme }, async (page) => {
        expect(await accessibilityProblems(page)).toEqual([]);
        expect((await page.locator('.pages').allInnerTexts()).join()).not.toContain('posts');
      });
});

test('nothing is asked of giscus before the click', async () => {
  await visit(soil(), {}, async (page) => {
    expect(await page.locator('giscus-widget').count()).toBe(0);
    expect(await page.locator('reply-options').innerText()).toContain('needs a GitHub account');
  });
});

test('while a post has no discussion on GitHub, no door leads there', async () => {
  await visit(soil(), {}, async (page) => {
    expect(await page.locator('reply-options a[href*="github.com"]').count()).toBe(0);
  });
});

test('a reader answers a question, the snapshot is made, and the answer is text on the page', async () => {
  await opened(soil(), async (page) => {
    await page.locator('[data-answer="1"]').click();
    expect(await page.locator('reply-options .prefix').innerText()).toContain('Question 1:');
    await page.locator('reply-options .open-giscus').click();
    const frame = page.frameLocator('giscus-widget iframe');
    await frame.locator('textarea').fill('Question 1: Clay, mostly.');
    await frame.getByText('Send the answer').click();
    await frame.getByText('Sent.').waitFor();
    await page.getByText('There is one newer response in the live discussion.').waitFor();
  });
  for (const one of standIn.discussions) one.hearts = 2;
  // A megabyte that has been looked at; without it the next build takes half the time.
  await rm(corpus);
  expect(await practice.saveResponses()).toContain('1 discussions, 1 responses: 1 new');
  await practice.build();
  await visit(soil(), { javaScript: false }, async (page) => {
    const said = page.locator('#responses article', { hasText: 'on GitHub' });
    expect(await said.innerText()).toContain('Clay, mostly.');
    expect(await said.innerText()).toContain('On question 1');
    expect(await page.locator('#responses-heading').innerText()).toBe('2 responses');
    expect(await page.locator('#responses .reactions').first().innerText()).toContain('2');
    expect(await page.locator('.post-head .byline').innerText()).toContain('2\u00a0reactions');
    const door = page.locator('reply-options a[href*="github.com"]');
    expect(await door.getAttribute('href')).toBe('https://github.com/o/r/discussions/1');
  });
  await visit(`${server.address}responses/`, {}, async (page) => {
    expect(await page.locator('main').innerText()).toContain('Clay, mostly.');
  });
  expect(await readFile(`${practice.site}/posts/2013-03-soil/responses.xml`, 'utf8')).toContain(
    'thr:in-reply-to',
  );
  expect(await readFile(`${practice.site}/responses/snapshot.json`, 'utf8')).toContain(
    'Clay, mostly.',
  );
}, 240_000);

test('the form follows the colours of the page, also when they change', async () => {
  await opened(soil(), async (page) => {
    await page.locator('theme-toggle select').selectOption('dark');
    await page.locator('reply-options .open-giscus').click();
    const frame = page.frameLocator('giscus-widget iframe');
    await frame.locator('html[data-theme=dark]').waitFor();
    await page.locator('theme-toggle select').selectOption('light');
    await frame.locator('html[data-theme=light]').waitFor();
  });
});

test('coming back from signing in opens the form at once and leaves no credential in the address', async () => {
  await opened(`${soil()}?giscus=a-credential`, async (page) => {
    await page.frameLocator('giscus-widget iframe').locator('textarea').waitFor();
    expect(page.url()).not.toContain('credential');
  });
});

/** The form is on the screen, at least as much of it as giscus needs to say something (150 px). */
const formIsInView = (page: Page) =>
  expect
    .poll(() =>
      page.locator('giscus-widget iframe').evaluate((frame) => {
        const { top } = frame.getBoundingClientRect();
        return top >= 0 && top + 150 <= innerHeight;
      }),
    )
    .toBe(true);

const phone = { width: 390, height: 700 };

test.each([phone, { width: 1280, height: 720 }])(
  'pressed at the foot of a screen of $width px, the form comes before the eyes and takes the keyboard',
  async (viewport) => {
    await opened(soil(), async (page) => {
      await page.setViewportSize(viewport);
      const here = page.locator('reply-options .open-giscus');
      await here.evaluate((button) => button.scrollIntoView({ block: 'end' }));
      await here.click();
      const frame = page.frameLocator('giscus-widget iframe');
      await frame.locator('textarea').waitFor();
      await formIsInView(page);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('answer:live');
      const source = await page.locator('giscus-widget iframe').getAttribute('src');
      expect(source).toContain('inputPosition=top');
      await page.evaluate(() => scrollTo(0, 0));
      await here.click();
      await formIsInView(page);
    });
  },
);

/** A reader has taken a question, and stands before GitHub's question whether to sign in. */
async function signingIn(look: (page: Page) => Promise<void>) {
  standIn.widget.needsSignIn = true;
  try {
    await opened(soil(), async (page, context) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.setViewportSize(phone);
      await page.locator('[data-answer="1"]').click();
      await page.locator('reply-options .open-giscus').click();
      const frame = page.frameLocator('giscus-widget iframe');
      await frame.getByText('Sign in with GitHub').click();
      await page.getByText('Authorize giscus').waitFor();
      await look(page);
      await page.waitForFunction(() => customElements.get('reply-options'));
      await formIsInView(page);
      const line = page.locator('reply-options .prefix');
      expect(await line.innerText()).toContain('Begin with “Question 1:”');
      expect(await line.locator('q').innerText()).toMatch(/\?$/);
      await page.evaluate(() => navigator.clipboard.writeText('Something else'));
      await line.locator('button').click();
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toBe('Question 1: ');
      expect(new URL(page.url())).toMatchObject({ search: '', hash: '#answer' });
    });
  } finally {
    standIn.widget.needsSignIn = false;
  }
}

test('who has signed in finds the form, and the question with its line to copy', async () => {
  await signingIn(async (page) => {
    await page.getByText('Authorize giscus').click();
    await page.frameLocator('giscus-widget iframe').locator('textarea').waitFor();
    expect(await page.locator('reply-options .status').innerText()).toBe('');
  });
});

test.each([
  ['with a word', (page: Page) => page.getByText('Cancel').click()],
  ['by the back button', (page: Page) => page.goBack()],
])('who gives up signing in %s is back at the form, and told so', async (_, giveUp) => {
  await signingIn(async (page) => {
    await giveUp(page);
    await page.frameLocator('giscus-widget iframe').getByText('Sign in with GitHub').waitFor();
    await page.getByText('You have not signed in.').waitFor();
  });
});

test('an address that was copied on the way to sign in asks nothing of giscus', async () => {
  await opened(`${soil()}#answer:live`, async (page) => {
    await expect.poll(() => page.url()).toMatch(/#answer$/);
    expect(await page.locator('giscus-widget').count()).toBe(0);
    const doors = await page.locator('reply-options h3').boundingBox();
    expect(doors?.y).toBeLessThan(720);
  });
});

test.each([
  [
    'API rate limit exceeded for o/r. Sign in to increase the rate limit',
    'accepts no more requests',
  ],
  ['Could not resolve to a Discussion with the number of 1.', 'cannot be opened on GitHub'],
  ['giscus is not installed on this repository', 'cannot be opened on GitHub'],
  ['Unable to fetch discussion', 'cannot be reached now'],
  ['Bad credentials', 'Please sign in again below.'],
  ['Something <new>', 'reports a problem: “Something <new>”'],
])(
  'giscus that says "%s" stays where it is, and the page says what that means',
  async (error, sentence) => {
    standIn.widget.error = error;
    try {
      await opened(soil(), async (page) => {
        await page.locator('reply-options .open-giscus').click();
        await expect
          .poll(() => page.locator('reply-options .status').innerText())
          .toContain(sentence);
        expect(await page.locator('giscus-widget').count()).toBe(1);
      });
    } finally {
      delete standIn.widget.error;
    }
  },
);

test('a sign-in for which giscus has no token any more is forgotten, and asked for again', async () => {
  standIn.widget.error = 'Unable to retrieve token.';
  try {
    await opened(`${soil()}?giscus=an-old-credential`, async (page) => {
      await expect
        .poll(() => page.locator('reply-options .status').innerText())
        .toContain('Please sign in again below.');
      expect(await page.evaluate(() => localStorage.getItem('giscus-session'))).toBeNull();
      expect(await page.locator('giscus-widget').count()).toBe(1);
    });
  } finally {
    delete standIn.widget.error;
  }
});

test('a browser that keeps nothing is told why nobody can sign in, and keeps no credential in the address', async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('Access is denied', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { get: refuse });
  });
  const page = await context.newPage();
  await page.goto(`${soil()}?giscus=a-credential`);
  await page.getByText('Your browser does not let this page store anything').waitFor();
  await expect.poll(() => page.url()).not.toContain('credential');
  await context.close();
});

test('when giscus does not answer, a sentence and the plain links remain', async () => {
  await opened(soil(), async (page) => {
    await page.route(`${standIn.address}/**`, () => {});
    await page.clock.install();
    const asked = page.waitForRequest(`${standIn.address}/**`);
    await page.locator('reply-options .open-giscus').click();
    await asked;
    const sentence = page.getByText('The live discussion cannot be reached now.');
    await page.clock.runFor(9000);
    expect(await sentence.count()).toBe(0);
    await page.clock.runFor(1000);
    await sentence.waitFor();
    expect(await page.locator('giscus-widget').count()).toBe(0);
    expect(await page.locator('.options a').first().isVisible()).toBe(true);
  });
});

test('where nobody said where on GitHub the blog is, its editors hand out files and lead nowhere', async () => {
  const visitor = { reducedMotion: true, returns: true };
  await visit(`${server.address}write/`, visitor, async (page) => {
    await page.getByText('This blog does not say where it is on GitHub.').waitFor();
    await page.locator('.markdown-editor .cm-content').fill('Rain.');
    await page.getByText('Still to do:').waitFor();
    expect(await page.locator('main a[href*="github.com"]').count()).toBe(0);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-download]').click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.zip$/);
    expect(await page.locator('.upload').isVisible()).toBe(false);
  });
  await visit(`${server.address}write/reply/`, visitor, async (page) => {
    await page.selectOption('[name="post"]', '2013-05-water');
    await page.fill('[name="name"]', 'Ana');
    await page.fill('[name="text"]', 'Rain.');
    await page.check('[name="agreed"]');
    await page.getByText('Everything is fine.').waitFor();
    expect(await page.locator('main a[href*="github.com"]').count()).toBe(0);
    expect(await page.inputValue('textarea.source')).toContain('- id: mail-1\n');
  });
});

test('the mail that a page begins, filled in and pasted whole, fills the form', async () => {
  const visitor = { reducedMotion: true, returns: true };
  let mail = '';
  await opened(soil(), async (page) => {
    const begun = page.locator('reply-options a[href^="mailto:"]');
    const before = await begun.getAttribute('href');
    await page.locator('[data-answer="1"]').click();
    await expect.poll(() => begun.getAttribute('href')).not.toBe(before);
    const address = new URL((await begun.getAttribute('href')) ?? '');
    const body = address.searchParams.get('body') ?? '';
    expect(body).toMatch(/^Question 1: \S.*\r\n\r\n\r\n—\r\nName: \r\n/);
    const [, asked = ''] = /^(.*)\r\n/.exec(body) ?? [];
    mail = `Subject: Re: ${address.searchParams.get('subject')}\nFrom: Ana <ana@mail.example>\n\n${asked}\n\nWe dig. Write to ana@mail.example.\n\n—\nName: Ana Pereira\nLibrary and country: Porto\nMay we publish this under that name? (yes or no): YES\n\nSent from my phone`;
  });
  const form = `${server.address}write/reply/`;
  await visit(form, visitor, async (page) => {
    const said = page.locator('.email-read');
    const value = (name: string) => page.inputValue(`[name="${name}"]`);
    await page.waitForFunction(() => document.querySelectorAll('[name="question"] option').length);
    await page.fill('[name="email"]', mail);
    await page.locator('[data-read]').click();
    expect(await Promise.all(['post', 'name', 'role', 'question', 'text'].map(value))).toEqual([
      ...['2013-03-soil', 'Ana Pereira', 'Porto', '1', 'We dig. Write to [address].'],
    ]);
    await page.getByText('Everything is fine.').waitFor();
    expect(await page.locator('.left-out p').textContent()).toContain('Sent from my phone');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.fill('[name="email"]', mail.replace(': YES', ': only my first name'));
    await page.locator('[data-read]').click();
    await expect.poll(() => said.innerText()).toContain('does not plainly say yes');
    expect(await page.isChecked('[name="agreed"]')).toBe(false);
    expect(await page.locator('[data-copy]').isDisabled()).toBe(true);
  });
});

test('a server that goes by another name says nothing', async () => {
  const statusOf = (host: string) =>
    new Promise((done, fail) => {
      get(server.address, { headers: { host } }, ({ statusCode }) => done(statusCode)).on(
        'error',
        fail,
      );
    });
  const { port } = new URL(server.address);
  expect(await Promise.all([`localhost:${port}`, `rebound.example:${port}`].map(statusOf))).toEqual(
    [200, 421],
  );
});

test('nothing of the practice is in the site', () => {
  const { folder: real } = inject('site');
  const texts = globSync(`${real}/**/*.{html,js,xml,json}`).map((file) =>
    readFileSync(file, 'utf8'),
  );
  expect(texts.length).toBeGreaterThan(10);
  expect(
    texts.filter((text) =>
      /for practice: what you send|R_practice|practice\.invalid|\/\/127\.0\.0\.1/.test(text),
    ),
  ).toEqual([]);
});
