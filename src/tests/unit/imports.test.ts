import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf, type SourceImport, sourceFiles } from './source-imports.ts';

/** The rooms of `src`, and which of the others each may know. Every room may know itself. */
const rooms: Record<string, { mayKnow: string[] }> = {
  'src/pages': {
    mayKnow: [
      'src/layouts',
      'src/components',
      'src/blog',
      'src/content.ts',
      'src/feeds.ts',
      'src/cited.ts',
      'src/data.ts',
      'src/outside-content.ts',
      'src/page-keys.ts',
      'src/post-files.ts',
      'src/share-cards.ts',
      'src/share-pictures',
      'src/pictures.ts',
      'src/search-records.ts',
      'src/styles',
      'src/catalogue.ts',
      'src/write',
    ],
  },
  'src/layouts': { mayKnow: ['src/components', 'src/blog', 'src/styles'] },
  'src/components': { mayKnow: ['src/blog', 'src/styles'] },
  'src/middleware.ts': { mayKnow: ['src/blog'] },
  'src/content.ts': { mayKnow: ['src/blog'] },
  'src/page-keys.ts': { mayKnow: ['src/content.ts', 'src/pictures.ts', 'src/blog'] },
  'src/picture-pixels.ts': { mayKnow: [] },
  'src/pictures.ts': { mayKnow: ['src/picture-pixels.ts', 'src/kept-files.ts', 'src/blog'] },
  'src/outside-content.ts': {
    mayKnow: ['src/content.ts', 'src/pictures.ts', 'src/blog', 'src/markdown'],
  },
  'src/feeds.ts': { mayKnow: ['src/content.ts', 'src/outside-content.ts', 'src/blog'] },
  'src/cited.ts': { mayKnow: ['src/content.ts', 'src/citations', 'src/blog'] },
  'src/post-files.ts': {
    mayKnow: [
      'src/content.ts',
      'src/outside-content.ts',
      'src/feeds.ts',
      'src/cited.ts',
      'src/blog',
    ],
  },
  'src/kept-files.ts': { mayKnow: [] },
  'src/citations': { mayKnow: ['src/blog', 'src/kept-files.ts'] },
  'src/share-pictures': { mayKnow: ['src/blog', 'src/kept-files.ts'] },
  'src/share-cards.ts': { mayKnow: ['src/content.ts', 'src/share-pictures', 'src/blog'] },
  'src/search-records.ts': { mayKnow: ['src/content.ts', 'src/blog', 'src/markdown'] },
  'src/data.ts': { mayKnow: ['src/content.ts', 'src/outside-content.ts', 'src/blog'] },
  'src/catalogue.ts': { mayKnow: ['src/content.ts', 'src/blog', 'src/markdown'] },
  // The author's desk reads, judges and shows a text in the browser as check and build do.
  'src/write': { mayKnow: ['src/blog', 'src/markdown'] },
  'src/content.config.ts': { mayKnow: ['src/integrations'] },
  // The check that stops a build reads the content from the disk as `npm run check` does.
  'src/integrations': {
    mayKnow: [
      'src/picture-pixels.ts',
      'src/blog',
      'src/markdown',
      'src/tools',
      'src/kept-files.ts',
    ],
  },
  'src/markdown': { mayKnow: ['src/blog'] },
  // The command that builds ends what Astro's own build began.
  'src/tools/build.ts': { mayKnow: ['src/integrations', 'src/tools', 'src/kept-files.ts'] },
  'src/tools': { mayKnow: ['src/picture-pixels.ts', 'src/blog', 'src/markdown'] },
  'src/blog': { mayKnow: [] },
  'src/styles': { mayKnow: [] },
  'src/tests': {
    mayKnow: [
      'src/blog',
      'src/markdown',
      'src/picture-pixels.ts',
      'src/tools',
      'src/integrations',
      'src/share-pictures',
      'src/citations',
      'src/kept-files.ts',
    ],
  },
};

/** Packages that touch neither Astro, the DOM, the disk, the clock nor the network. */
const purePackages = [
  'any-ascii',
  'fastest-levenshtein',
  'fflate',
  'github-slugger',
  'hast',
  'hast-util-from-html',
  'hast-util-sanitize',
  'hast-util-to-html',
  'hast-util-to-mdast',
  'html-to-text',
  'ical-generator',
  'image-size',
  'mdast',
  'mdast-util-gfm',
  'mdast-util-to-markdown',
  'xast',
  'xast-util-to-xml',
  'xastscript',
  'yaml',
  'zod',
];

/** Who may speak to what is outside. What is not in this table may be imported anywhere. */
const outside: Record<string, RegExp> = {
  'astro:content': /^src\/content(\.config)?\.ts$/,
  harfbuzzjs: /^src\/share-pictures\//,
  giscus: /^src\/components\/live-reply\.ts$/,
  pagefind: /^src\/(integrations\/|tools\/bench-search\.ts$)/,
  'mdast-util-from-markdown': /^src\/markdown\/post-parse\.ts$/,
  satteri: /^src\/markdown\/parse\.ts$/,
  vitest: /^src\/tests\//,
  'playwright-core': /^src\/tools\/(find-browser|page-pictures|bench-search)\.ts$/,
};

const imports = sourceFiles().flatMap(importsOf);
const roomOf = (path: string) =>
  Object.keys(rooms).find((room) => path === room || path.startsWith(`${room}/`));
const report = (found: SourceImport, sentence: string) =>
  `${found.file}:${found.line} imports ${found.specifier}. ${sentence}`;

test('every file of the source stands in one of the rooms', () => {
  expect(sourceFiles().filter((file) => !roomOf(file) && file !== 'src/env.d.ts')).toEqual([]);
});

test('a room knows only the rooms that the house plan gives it', () => {
  const trespasses = imports.flatMap((found) => {
    const room = roomOf(found.file) ?? '';
    const other = roomOf(found.target);
    const mayKnow = rooms[room]?.mayKnow ?? [];
    if (!found.target.startsWith('src/') || other === room) return [];
    if (other && mayKnow.includes(other)) return [];
    return report(found, `${room} may know only ${mayKnow.join(', ') || 'itself'}.`);
  });
  expect(trespasses).toEqual([]);
});

test('nothing outside the tests imports tests', () => {
  const found = imports.filter(
    ({ file, target }) => roomOf(target) === 'src/tests' && roomOf(file) !== 'src/tests',
  );
  expect(found.map((one) => report(one, 'Tests are for nobody.'))).toEqual([]);
});

test('the domain imports only its neighbours and pure packages', () => {
  const impure = imports
    .filter(({ file }) => roomOf(file) === 'src/blog')
    .filter(({ target }) => !target.startsWith('src/blog/') && !purePackages.includes(target));
  expect(impure.map((one) => report(one, 'It is not a pure package.'))).toEqual([]);
});

test('the domain reads no clock, no environment, no disk, no page and no network', () => {
  const impurity =
    /\bDate\.now\(|new Date\(\)|Math\.random|\bprocess\.|\bfetch\(|\bdocument\.(query|create|getElement|body)|\bwindow\.|import\.meta/;
  const found = sourceFiles()
    .filter((file) => roomOf(file) === 'src/blog')
    .flatMap((file) =>
      codeLines(file).flatMap((line, index) =>
        impurity.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [],
      ),
    );
  expect(found).toEqual([]);
});

test('tools run without Astro and without components', () => {
  const found = imports.filter(
    ({ file, target }) => roomOf(file) === 'src/tools' && /^(astro|@astrojs\/)/.test(target),
  );
  expect(found.map((one) => report(one, 'A tool must run without Astro.'))).toEqual([]);
});

test('check and desk read posts with the one parser that also runs in browsers', () => {
  const reading = (room: string) =>
    imports
      .filter(({ file, target }) => roomOf(file) === room && /^src\/markdown\/.*parse/.test(target))
      .map(({ target }) => target);
  for (const room of ['src/tools', 'src/write']) {
    expect(new Set(reading(room))).toEqual(new Set(['src/markdown/post-parse.ts']));
  }
});

test('each outside thing has its one place', () => {
  const found = imports.filter(({ file, target }) => {
    const isTest = roomOf(file) === 'src/tests';
    const place = outside[target];
    return place !== undefined && !place.test(file) && !isTest;
  });
  expect(found.map((one) => report(one, `Its place is ${outside[one.target]}.`))).toEqual([]);
});

test('our own files are imported by their path and ending', () => {
  const found = imports.filter(
    ({ specifier, target }) => specifier.startsWith('.') && extname(target) === '',
  );
  expect(found.map((one) => report(one, 'Write its ending.'))).toEqual([]);
});

test('no file is a drawer, or two files in one', () => {
  const drawers = ['utils', 'util', 'helpers', 'helper', 'lib', 'common', 'shared', 'constants'];
  const isDrawer = (name: string) => [...drawers, 'types', 'misc'].includes(name);
  const found = sourceFiles().filter(
    (file) =>
      file.split('/').some((part) => isDrawer(part.replace(/\..*$/, '').toLowerCase())) ||
      /(^|-)and-/.test(basename(file)),
  );
  expect(found).toEqual([]);
});

/** The lines of a file, those of comments empty. */
function codeLines(file: string): string[] {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .split('\n')
    .map((line) => line.replace(/^\s*\/\/.*$/, ''));
}
