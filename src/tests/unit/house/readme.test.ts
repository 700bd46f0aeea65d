import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Slugger from 'github-slugger';
import { expect, test } from 'vitest';

/** A link or a picture of a document, without what leads to another host. */
const LINK = /\]\((?!https?:|mailto:)([^)\s]+)\)/g;

test('the README fits in 150 lines', () => {
  expect(readFileSync('README.md', 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});

test.each(['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md')])(
  '%s links to files and headings that exist',
  (document) => {
    // What the reference quotes is an example.
    const text = readFileSync(document, 'utf8').split('<!-- reference -->')[0] ?? '';
    const broken = [...text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '').matchAll(LINK)]
      .map(([, target = '']) => target)
      .filter((target) => {
        const [path = '', anchor] = target.split('#');
        const file = path === '' ? document : join(dirname(document), path);
        return !existsSync(file) || (anchor !== undefined && !headingIds(file).includes(anchor));
      });
    expect(broken).toEqual([]);
  },
);

test('every decision and document is linked from the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const unlinked = globSync('docs/**/*.md')
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !readme.includes(`(${file})`));
  expect(unlinked).toEqual([]);
});

test('every declared package has its reason in docs/dependencies.md', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const reasons = readFileSync('docs/dependencies.md', 'utf8');
  const named = [...reasons.matchAll(/^\| (.+?) \|/gm)]
    .flatMap(([, names = '']) => names.split(', '))
    .map((name) => name.trim());
  // `@codemirror/…` and `node-…` name all that begin so; `…-mdx` all that end so.
  const isNamed = (name: string) =>
    named.some((one) =>
      one.startsWith('…')
        ? name.endsWith(one.slice(1))
        : one.endsWith('…')
          ? name.startsWith(one.slice(0, -1))
          : one === name,
    );
  const unexplained = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !isNamed(name),
  );
  expect(unexplained).toEqual([]);
});

function headingIds(file: string): string[] {
  const slugger = new Slugger();
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    slugger.slug(heading.replaceAll('`', '')),
  );
}
