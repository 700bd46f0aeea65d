import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from './source-imports.ts';

const files = ['*', '.*.yml', '{src,public,content,docs,.github,.ci}/**/*']
  .flatMap((pattern) => globSync(pattern))
  .map((file) => `/${file.replaceAll('\\', '/')}`);
const isThere = (path: string) => files.some((file) => file.endsWith(`/${path}`));
/** Code in a document or a comment that names a file of ours. */
const MENTION = /`((?:[\w.[\]-]+\/)*[\w.[\]-]+\.(?:ts|astro|css|mjs|yml))`/g;
/** What a build or another program makes, and examples. */
const NOT_OURS = /^(dist|_astro|node_modules|\.responses|example)\b|^content\.ts$|ActionCommand/;

test.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...globSync('{docs,src}/**/*.md')])(
  '%s names files that there are',
  (document) => {
    const named = [...readFileSync(document, 'utf8').matchAll(MENTION)].map(
      ([, path = '']) => path,
    );
    expect(named.filter((path) => !NOT_OURS.test(path) && !isThere(path))).toEqual([]);
  },
);

test('comments name files and things that there are', () => {
  const found = sourceFiles()
    .filter((file) => !file.startsWith('src/tests/'))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      const paths = [...text.matchAll(MENTION)].map(([, path = '']) => path);
      const links = [...text.matchAll(/\{@link (\w+)\}/g)].map(([, name = '']) => name);
      return [
        ...paths.filter((path) => !NOT_OURS.test(path) && !isThere(path)),
        ...links.filter((name) => text.split(new RegExp(`\\b${name}\\b`)).length < 3),
      ].map((one) => `${file}: ${one}`);
    });
  expect(found).toEqual([]);
});
