import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readCharacters } from '../../../../core/content-files/characters.ts';
import { readPostFile } from '../../../../core/content-files/post-file.ts';
import { parsePost } from '../../../../core/markdown/micromark.ts';
import { postSchema } from '../../../../core/model/post.ts';
import { serializePost } from '../../../../core/model/serialize-post.ts';

const fields = {
  date: '2026-09-03',
  title: 'Leadership: a beginning',
  kind: 'discussion',
  tags: ['professional-development', 'advocacy'],
  month: '2026-09',
  round: 'round-1',
  authors: ['coordinators'],
  summary: 'Who leads in your library?',
  cover: { image: './desk.jpg', alt: 'A desk' },
};

test('a post is written as a person would write it', () => {
  expect(
    serializePost({ ...fields, follows: '', formerly: [] }, '\n\nText.\r\n\r\nMore. \n\n'),
  ).toBe(
    `---
title: "Leadership: a beginning"
kind: discussion
month: 2026-09
round: round-1
date: 2026-09-03
summary: Who leads in your library?
tags: [professional-development, advocacy]
authors: [coordinators]
cover:
  image: ./desk.jpg
  alt: A desk
---

Text.

More.
`,
  );
});

const schema = postSchema(() => z.string());

function readAgain(source: string) {
  const options = { file: 'index.mdx', schema, parse: parsePost, headings: new Set<string>() };
  return readPostFile(source, options);
}

const yamlCharacters = fc.constantFrom(
  ...[': ', '#', ' #', '- ', '? ', '&a', '*a', '!x', '|', '>', '%', '@', '`', '"', "'", '{', '}'],
  ...[
    '[',
    ']',
    ',',
    '---',
    '...',
    'true',
    'null',
    '~',
    '1e3',
    '0x1f',
    '2013-08-03',
    '<<',
    '\\',
    'é',
  ],
  ...['“', '”', '’', 'أ', '图', '𝒳', '\u00a0', '=', 'yes', '.5', '12:30:45'],
);
const hostile = fc
  .array(fc.oneof(yamlCharacters, fc.string({ maxLength: 6, unit: 'grapheme' })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''));
const valid = hostile
  .map((text) => text.trim())
  .filter((text) => schema.shape.title.safeParse(text).success)
  .filter((text) => readCharacters(text, 'x').problems.length === 0);

test('what the editor writes is read back equal, whatever characters are in it', () => {
  fc.assert(
    fc.property(valid, valid, valid, (title, summary, alt) => {
      const written = { ...fields, title, summary, cover: { image: './desk.jpg', alt } };
      const { given, problems } = readAgain(serializePost(written, 'Text.'));
      expect({ title: given['title'], summary: given['summary'], cover: given['cover'] }).toEqual({
        title,
        summary,
        cover: { image: './desk.jpg', alt },
      });
      expect(problems).toEqual([]);
    }),
    { numRuns: 200, seed: 5 },
  );
});

test('nothing in a field can end the fields or begin another', () => {
  const { given } = readAgain(
    serializePost({ ...fields, title: '---\ndraft: true\n---' }, 'Text.'),
  );
  expect(given['title']).toBe('---\ndraft: true\n---');
  expect(given['draft']).toBeUndefined();
});
