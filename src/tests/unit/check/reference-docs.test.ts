import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkContent } from '../../../check/check.ts';
import { fieldDocs, messageDocs, referenceInMarkdown } from '../../../check/reference-docs.ts';
import { RULES } from '../../../core/content-files/rule-messages.ts';
import { parsePost } from '../../../core/markdown/micromark.ts';
import { COMPONENTS } from '../../../core/model/author-components.ts';
import { postSchema } from '../../../core/model/post.ts';

const { shape } = postSchema(() => z.string());

test("CONTRIBUTING's reference is what the schema and the rules say; `npm run manual` makes it so", () => {
  expect(readFileSync('CONTRIBUTING.md', 'utf8').replaceAll('\r\n', '\n')).toContain(
    `<!-- reference -->\n\n${referenceInMarkdown()}\n\n<!-- /reference -->`,
  );
});

test('every field is explained by the schema itself', () => {
  const fields = fieldDocs();
  expect(fields.map(({ name }) => name)).toEqual(Object.keys(shape));
  const all = [...fields, ...fields.flatMap(({ parts }) => parts)];
  expect(all.filter(({ says }) => says.length < 5)).toEqual([]);
  expect(all.filter(({ example }) => example.includes('undefined'))).toEqual([]);
});

test.each(fieldDocs())('the example of $name is one that the schema takes', ({ name, example }) => {
  const value = parse(example)[name];
  expect(shape[name as keyof typeof shape].safeParse(value).error).toBeUndefined();
});

test('every message of the check is explained, once', () => {
  const named = messageDocs().flatMap(({ messages }) => messages.map(({ name }) => name));
  expect(named).toEqual(Object.keys(RULES));
  expect(messageDocs().map(({ title }) => title)).toContain('Links');
  expect(JSON.stringify(messageDocs())).not.toContain('‹');
});

test.each(Object.entries(COMPONENTS))(
  'the example of %s can be copied into a post',
  (_, { example }) => {
    const { problems } = checkContent(
      {
        name: 'content',
        texts: new Map([
          ['pages/about.mdx', `---\ntitle: About\nsummary: A page.\n---\n\n${example}\n`],
        ]),
        pictures: new Map(),
        links: [],
      } as Parameters<typeof checkContent>[0],
      parsePost,
    );
    const own = problems.filter(
      ({ file, rule }) => file.includes('about.mdx') && /component|attribute|html|mdx/.test(rule),
    );
    expect(own).toEqual([]);
  },
);
