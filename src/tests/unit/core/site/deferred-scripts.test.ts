import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { DEFERRED, withDeferredScripts } from '../../../../core/site/deferred-scripts.ts';
import { INLINE_SCRIPT } from '../../../../core/site/inline-script.ts';

test('only scripts of a file of their own come late', () => {
  const others =
    '<script>1</script><script type="module">2</script><script type="application/ld+json">{}</script><p>&lt;script type="module" src="/b.js">&lt;/script></p>';
  const page = `<script type="module" src="/blog/_astro/a.js"></script>${others}`;
  expect(withDeferredScripts(page)).toBe(
    `<script type="${DEFERRED}">/blog/_astro/a.js</script>${others}`,
  );
});

test.each([
  { kept: {}, shown: {} },
  {
    kept: { theme: 'dark', type: '{"faces":[["A","url(/a.woff2)",{}]]}' },
    shown: { theme: 'dark', type: '' },
  },
  { kept: { theme: 'dark', type: 'here' }, shown: { theme: 'dark' } },
  { kept: { theme: 'light' }, shown: { theme: 'light' } },
  { kept: { theme: '"><script>' }, shown: {} },
  { kept: undefined, shown: {} },
])('of $kept in the storage, the page is drawn with $shown', ({ kept, shown }) => {
  expect(pageWith(kept).dataset).toEqual(shown);
});

test('a page that nobody looks at, and so is never drawn, has its scripts nevertheless', () => {
  const page = pageWith({});
  page.window.onload?.();
  expect(page.asked()).toBe(0);
  page.wait(1000);
  expect(page.asked()).toBeGreaterThan(0);
});

/** As much of a page as the first script touches, in a tab that is not drawn. */
function pageWith(localStorage: object | undefined) {
  const dataset: Record<string, string> = {};
  const timers: { run: () => void; after: number }[] = [];
  let times = 0;
  const window: { onload?: () => void } & Record<string, unknown> = {
    document: {
      documentElement: { dataset },
      fonts: { add: () => {} },
      addEventListener: () => {},
      querySelectorAll: () => {
        times++;
        return [];
      },
    },
    FontFace: class {},
    PerformanceObserver: class {
      observe() {}
    },
    addEventListener: () => {},
    setTimeout: (run: () => void, after: number) => timers.push({ run, after }),
  };
  if (localStorage) window['localStorage'] = localStorage;
  else
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new Error('This browser keeps nothing.');
      },
    });
  runInNewContext(INLINE_SCRIPT, window);
  const wait = (time: number) => {
    for (const { run, after } of timers) if (after <= time) run();
  };
  return { dataset, window, wait, asked: () => times };
}
