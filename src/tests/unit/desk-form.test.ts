import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { COVER_EXAMPLES, FIELD_EXAMPLES } from '../../blog/author-manual.ts';
import {
  DESK_CONTROLS,
  type DescribedPicture,
  deskFields,
  type FormValues,
  PICTURE_FIELDS,
  pictureMarkdown,
  postFieldsOf,
} from '../../blog/desk-form.ts';
import { postSchema } from '../../blog/post.ts';
import { readPostFile } from '../../blog/post-file.ts';
import { writtenPost } from '../../blog/written-post.ts';
import { parsePost } from '../../markdown/post-parse.ts';

const schema = postSchema(() => z.string());
const { image: _, ...coverParts } = COVER_EXAMPLES;

/** The desk's form with the manual's example in every field. */
const filled: FormValues = Object.fromEntries(
  Object.entries(FIELD_EXAMPLES).map(([name, example]) => {
    const value = parse(example);
    return [name, value === true ? ['yes'] : Array.isArray(value) ? value : [example]];
  }),
);
const picture = { ...coverParts, name: 'cover.jpg', isCover: true } as unknown as DescribedPicture;

test('the desk has a place for every field of a post and of a cover, and none besides', () => {
  expect(Object.keys(DESK_CONTROLS).toSorted()).toEqual(Object.keys(schema.shape).toSorted());
  const cover = (schema.shape.cover.unwrap() as z.ZodObject).shape;
  expect(['image', ...PICTURE_FIELDS].toSorted()).toEqual(Object.keys(cover).toSorted());
  const places = (['first', 'rarer', 'published'] as const).flatMap(deskFields);
  expect(places.toSorted()).toEqual(Object.keys(schema.shape).toSorted());
});

test('what is filled into every field stands in the file, as the schema reads it', () => {
  const fields = postFieldsOf(filled, [picture]);
  const source = writtenPost(fields, 'Text.\n\n## Questions\n\n- Why?\n');
  const headings = new Set(['questions']);
  const { given, problems } = readPostFile(source, {
    ...{ file: 'index.mdx', schema, parse: parsePost, headings },
  });
  expect(problems).toEqual([]);
  expect(Object.keys(given)).toEqual(Object.keys(schema.shape));
  for (const [name, example] of Object.entries(FIELD_EXAMPLES)) {
    expect(given[name], name).toEqual(name === 'cover' ? COVER_EXAMPLES : parse(example));
  }
});

test('an empty form says nothing, and an update has no month', () => {
  expect(writtenPost(postFieldsOf({}, []), '')).toBe('---\n---\n');
  expect(postFieldsOf({ kind: ['update'], month: ['2013-08'] }, [])).not.toHaveProperty('month');
});

const plain = { name: 'a.jpg', alt: 'A [room]', caption: 'Ours "now"', isCover: false };
const nobody = { credit: '', licence: '', source: '' };

test('a picture of our own is plain Markdown, that of somebody else a figure with their name', () => {
  expect(pictureMarkdown({ ...plain, ...nobody })).toBe(
    '![A \\[room\\]](./a.jpg "Ours \\"now\\"")',
  );
  const theirs = { credit: 'A & B', licence: 'CC-BY-4.0', source: 'https://example.org/a' };
  const figure = pictureMarkdown({ ...plain, ...theirs });
  expect(figure).toBe(
    '<Figure src="./a.jpg" alt="A [room]" caption="Ours &quot;now&quot;" credit="A & B" licence="CC-BY-4.0" source="https://example.org/a" />',
  );
  expect(parsePost(figure).children[0]).toMatchObject({
    attributes: expect.arrayContaining([expect.objectContaining({ value: 'Ours "now"' })]),
  });
});
