import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { judgeContent } from '../../../check/check.ts';
import { manualFields, manualInMarkdown, manualMessages } from '../../../check/reference-docs.ts';
import { RULES } from '../../../core/content-files/rules.ts';
import { parsePost } from '../../../core/markdown/micromark.ts';
import { COMPONENTS } from '../../../core/model/components.ts';
import { postSchema } from '../../../core/model/post.ts';

const { shape } = postSchema(() => z.string());

test("CONTRIBUTING's reference is what the schema and the rules say; `npm run manual` makes it so", () => {
  expect(readFileSync('CONTRIBUTING.md', 'utf8')).toContain(
    `<!-- reference -->\n\n${manualInMarkdown()}\n\n<!-- /reference -->`,
  );
});

test('every field is explained by the schema itself', () => {
  const fields = manualFields();
  expect(fields.map(({ name }) => name)).toEqual(Object.keys(shape));
  const all = [...fields, ...fields.flatMap(({ parts }) => parts)];
  expect(all.filter(({ says }) => says.length < 5)).toEqual([]);
  expect(all.filter(({ example }) => example.includes('undefined'))).toEqual([]);
});

test.each(manualFields())(
  'the example of $name is one that the schema takes',
  ({ name, example }) => {
    const value = parse(example)[name];
    expect(shape[name as keyof typeof shape].safeParse(value).error).toBeUndefined();
  },
);

test('every message of the check is explained, once', () => {
  const named = manualMessages().flatMap(({ messages }) => messages.map(({ name }) => name));
  expect(named).toEqual(Object.keys(RULES));
  expect(manualMessages().map(({ title }) => title)).toContain('Links');
  expect(JSON.stringify(manualMessages())).not.toContain('‹');
});

test.each(Object.entries(COMPONENTS))(
  'the example of %s can be copied into a post',
  (_, { example }) => {
    const { problems } = judgeContent(
      {
        name: 'content',
        texts: new Map([
          ['pages/about.mdx', `---\ntitle: About\nsummary: A page.\n---\n\n${example}\n`],
        ]),
        pictures: new Map(),
        links: [],
      } as Parameters<typeof judgeContent>[0],
      parsePost,
    );
    const own = problems.filter(
      ({ file, rule }) => file.includes('about.mdx') && /component|attribute|html|mdx/.test(rule),
    );
    expect(own).toEqual([]);
  },
);
