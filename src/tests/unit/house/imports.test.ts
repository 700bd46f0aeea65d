import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { expect, test } from 'vitest';
import { ROOMS } from './rooms.ts';
import { importsOf, type SourceImport, sourceFiles } from './source-imports.ts';

/** Places whose files may touch the disk, the network or Astro by their nature, and why. */
const IMPURE_PLACES: Readonly<Record<string, string>> = {
  'src/core/cache/': 'keeps files between builds',
  'src/core/terminal/': 'speaks to whoever runs a command',
  'src/build/': "Astro's and Vite's hooks",
  'src/server/': 'serves files',
  'src/practice/': 'runs a site',
  'src/bench/': 'measures builds',
  'src/commands/': 'are programs',
  'src/tests/': 'try all of it',
  'src/pages/': "Astro's endpoints",
  'src/content.ts': 'the door to the content that Astro loaded',
  'src/content.config.ts': 'what Astro loads',
  'src/middleware.ts': "Astro's hook",
  'src/environment.ts': 'reads the inputs of a build',
  'src/styles/page-styles.ts': 'hashes styles for the security policy, while Astro builds',
  'src/core/markdown/micromark.ts': 'the only place of the parser that browsers run',
  'src/core/markdown/satteri.ts': 'the only place of the parser that builds run',
};

/** Packages that touch neither Astro, the DOM, the disk, the clock nor the network. */
const PURE_PACKAGES: ReadonlySet<string> = new Set([
  '@astrojs/rss',
  'any-ascii',
  'decode-named-character-reference',
  'diff',
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
  'icu-minify',
  'image-size',
  'mdast',
  'mdast-util-gfm',
  'mdast-util-gfm-strikethrough',
  'mdast-util-gfm-table',
  'mdast-util-mdx',
  'mdast-util-to-hast',
  'mdast-util-to-markdown',
  'xast',
  'xast-util-to-xml',
  'xastscript',
  'yaml',
  'zod',
]);

/** Who may speak to what is outside. What is not in this table may be imported anywhere. */
const ONLY_IN: Readonly<Record<string, RegExp>> = {
  'astro:content': /^src\/content(\.config)?\.ts$/,
  giscus: /^src\/responses\/browser\/giscus-widget\.ts$/,
  harfbuzzjs: /^src\/social-cards\/node\//,
  'mdast-util-from-markdown': /^src\/core\/markdown\/micromark\.ts$/,
  pagefind: /^src\/(search\/build\/|bench\/(search|ranking)\.ts$)/,
  'playwright-core': /^src\/(server\/find-browser|github\/node\/screenshots|bench\/search)\.ts$/,
  satteri: /^src\/core\/markdown\/satteri\.ts$/,
  vitest: /^src\/tests\//,
};

const files = sourceFiles();
const imports = files.flatMap(importsOf);

test('every file of the source stands in one of the rooms', () => {
  expect(files.filter((file) => !roomOf(file) && file !== 'src/env.d.ts')).toEqual([]);
});

test('a room imports only the rooms that the table gives it', () => {
  const found = imports.filter(({ file, target }) => {
    const [own, other] = [roomOf(file), roomOf(target)];
    if (!own || !other || own === other) return false;
    return !(ROOMS[own] ?? []).some(
      (allowed) => allowed === '*' || other === allowed || other.startsWith(`${allowed}/`),
    );
  });
  expect(
    found.map((one) => {
      const own = roomOf(one.file) ?? '';
      return report(one, `${own} may import ${ROOMS[own]?.join(', ') || 'nothing'}.`);
    }),
  ).toEqual([]);
});

test('rooms do not import each other in circles', () => {
  const known = new Map<string, Set<string>>();
  for (const { file, target } of imports) {
    const [own, other] = [roomOf(file), roomOf(target)];
    if (!own || !other || own === other) continue;
    known.set(own, (known.get(own) ?? new Set()).add(other));
  }
  // Takes away room after room that imports none of those left.
  let left = [...known.keys()];
  for (;;) {
    const still = left.filter((room) => [...(known.get(room) ?? [])].some((x) => left.includes(x)));
    if (still.length === left.length) break;
    left = still;
  }
  expect(left).toEqual([]);
});

test('nothing imports tests, and commands only each other', () => {
  const found = imports.filter(
    ({ file, target }) =>
      /^src\/(tests|commands)\//.test(target) &&
      !/^src\/(tests|commands)\//.test(file) &&
      roomOf(file) !== roomOf(target),
  );
  expect(found.map((one) => report(one, 'They are where programs begin.'))).toEqual([]);
});

test('only pages and from-content.ts open the door to the content', () => {
  const found = imports.filter(
    ({ file, target }) =>
      (target === 'src/content.ts' || basename(target) === 'from-content.ts') &&
      !/^src\/(pages|tests)\//.test(file) &&
      basename(file) !== 'from-content.ts',
  );
  expect(found.map((one) => report(one, 'Let it be handed what it needs.'))).toEqual([]);
});

test('a .ts file of a room is pure: no Astro, DOM, disk, clock or network', () => {
  const found = imports
    .filter(({ file }) => isPure(file))
    .filter(({ target }) =>
      target.startsWith('src/')
        ? /\/(browser|node|build)\//.test(target) && !isStyle(target)
        : !PURE_PACKAGES.has(target),
    );
  expect(found.map((one) => report(one, 'It is not pure.'))).toEqual([]);
  const impurity =
    /\bDate\.now\(|new Date\(\)|Math\.random|\bprocess\.|\bfetch\(|\bwindow\.|(?<!\.)\bdocument\.(query|create|getElement|body|head|documentElement)|import\.meta/;
  const lines = files
    .filter(isPure)
    .flatMap((file) =>
      codeLines(file).flatMap((line, index) =>
        impurity.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [],
      ),
    );
  expect(lines).toEqual([]);
});

test('browser/ imports nothing of Node, node/ nothing of Astro', () => {
  const found = imports.filter(({ file, target }) => {
    if (/\/browser\//.test(file) && !isTest(file)) return /^(node:|astro|@astrojs\/)/.test(target);
    if (/\/node\//.test(file) && !isTest(file)) return /^(astro|@astrojs\/)/.test(target);
    return false;
  });
  expect(found.map((one) => report(one, 'It does not run there.'))).toEqual([]);
});

test('commands run without Astro', () => {
  const found = imports.filter(
    ({ file, target }) => file.startsWith('src/commands/') && /^(astro:|@astrojs\/)/.test(target),
  );
  expect(found.map((one) => report(one, 'A command must run without Astro.'))).toEqual([]);
});

test('posts are parsed where they are loaded, and by nobody behind the door to the content', () => {
  const parsers = imports.filter(
    ({ file, target }) =>
      /^src\/core\/markdown\/(micromark|satteri)\.ts$/.test(target) &&
      !/^src\/(build\/content|check|commands|editor\/(browser|node)|github|tests)\//.test(file),
  );
  expect(parsers.map((one) => report(one, 'What it needs is stored with the post.'))).toEqual([]);
});

test('check and editor read posts with the one parser that also runs in browsers', () => {
  const parsers = imports
    .filter(({ file }) => /^src\/(check|editor|commands)\//.test(file))
    .filter(({ target }) => /^src\/core\/markdown\/(micromark|satteri)\.ts$/.test(target));
  expect(new Set(parsers.map(({ target }) => target))).toEqual(
    new Set(['src/core/markdown/micromark.ts']),
  );
});

test('each outside thing has its one place', () => {
  const found = imports.filter(
    ({ file, target }) => ONLY_IN[target] && !ONLY_IN[target].test(file) && !isTest(file),
  );
  expect(found.map((one) => report(one, `Its place is ${ONLY_IN[one.target]}.`))).toEqual([]);
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
  const found = files.filter(
    (file) =>
      file.split('/').some((part) => isDrawer(part.replace(/\..*$/, '').toLowerCase())) ||
      /(^|-)and-/.test(basename(file)),
  );
  expect(found).toEqual([]);
});

test('every room has a README that says what it is for', () => {
  const rooms = Object.keys(ROOMS).filter((room) => !room.endsWith('.ts') && room !== 'pages');
  const missing = rooms.filter((room) => !existsSync(`src/${room}/README.md`));
  expect(missing).toEqual([]);
  for (const room of rooms) {
    const may = ROOMS[room] ?? [];
    const list = may.includes('*') ? 'everything' : may.map((one) => `\`${one}\``).join(', ');
    const line = `Imports: ${list || 'nothing of ours'}.`;
    expect.soft(readFileSync(`src/${room}/README.md`, 'utf8').split('\n'), room).toContain(line);
  }
});

test('no room holds more than an eighth of the code, tests apart', () => {
  const sizes = new Map<string, number>();
  for (const file of files.filter((one) => !isTest(one))) {
    const lines = readFileSync(file, 'utf8').split('\n').length;
    sizes.set(roomOf(file) ?? '', (sizes.get(roomOf(file) ?? '') ?? 0) + lines);
  }
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  expect([...sizes].filter(([, size]) => size > all / 8)).toEqual([]);
});

test('a folder of more than twenty files says in its README why it is one', () => {
  const folders = [...new Set(files.map((file) => dirname(file)))];
  const large = folders.filter((folder) => {
    const own = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile());
    return own.filter(({ name }) => name !== 'README.md').length > 20;
  });
  const silent = large.filter((folder) => {
    const readme = `${folder}/README.md`;
    return !existsSync(readme) || !/more than twenty files/i.test(readFileSync(readme, 'utf8'));
  });
  expect(silent).toEqual([]);
});

/** The longest name of a room that a path begins with. */
function roomOf(path: string): string | undefined {
  return Object.keys(ROOMS).find(
    (room) => path === `src/${room}` || path.startsWith(`src/${room}/`),
  );
}

function isPure(file: string): boolean {
  if (!file.endsWith('.ts') || basename(file) === 'from-content.ts') return false;
  if (/\/(browser|node|build)\//.test(file)) return false;
  return !Object.keys(IMPURE_PLACES).some((place) => file.startsWith(place));
}

function isTest(file: string): boolean {
  return file.startsWith('src/tests/');
}

function isStyle(path: string): boolean {
  return path.endsWith('.css');
}

function report(found: SourceImport, sentence: string): string {
  return `${found.file}:${found.line} imports ${found.specifier}. ${sentence}`;
}

/** The lines of a file, those of comments empty. */
function codeLines(file: string): string[] {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .split('\n')
    .map((line) => line.replace(/^\s*\/\/.*$/, ''));
}
