import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { COVER_EXAMPLES, FIELD_EXAMPLES } from '../../../check/reference-docs.ts';
import { readPostFile } from '../../../core/content-files/post-file.ts';
import { parsePost } from '../../../core/markdown/micromark.ts';
import { postSchema } from '../../../core/model/post.ts';
import { serializePost } from '../../../core/model/serialize-post.ts';
import {
  type DescribedImage,
  FIELD_CONTROLS,
  type FormValues,
  formFields,
  formValuesOf,
  IMAGE_FIELDS,
  imageMarkdown,
  postFieldsOf,
} from '../../../editor/form-fields.ts';
import { describedIn, inOrderOf, publishedFile } from '../../../editor/published-source.ts';

const schema = postSchema(() => z.string());
const { image: _, ...coverParts } = COVER_EXAMPLES;

/** The editor's form with the manual's example in every field. */
const filled: FormValues = Object.fromEntries(
  Object.entries(FIELD_EXAMPLES).map(([name, example]) => {
    const value = parse(example);
    return [name, value === true ? ['yes'] : Array.isArray(value) ? value : [example]];
  }),
);
const picture = { ...coverParts, name: 'cover.jpg', isCover: true } as unknown as DescribedImage;

test('the editor has a place for every field of a post and of a cover, and none besides', () => {
  expect(Object.keys(FIELD_CONTROLS).toSorted()).toEqual(Object.keys(schema.shape).toSorted());
  const cover = (schema.shape.cover.unwrap() as z.ZodObject).shape;
  expect(['image', ...IMAGE_FIELDS].toSorted()).toEqual(Object.keys(cover).toSorted());
  const places = (['first', 'rarer', 'published'] as const).flatMap(formFields);
  expect(places.toSorted()).toEqual(Object.keys(schema.shape).toSorted());
});

test('what is filled into every field stands in the file, as the schema reads it', () => {
  const fields = postFieldsOf(filled, [picture], { timeZone: 'Australia/Sydney' });
  const source = serializePost(fields, 'Text.\n\n## Questions\n\n- Why?\n');
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

test('a form that was filled with a post says the same post again', () => {
  const fields = postFieldsOf(filled, [picture], { timeZone: 'Australia/Sydney' });
  const again = formValuesOf(fields, 'Australia/Sydney');
  expect(postFieldsOf(again, [picture], { timeZone: 'Australia/Sydney' })).toEqual(fields);
});

test.each([
  ['2013-08-03', '', '2013-08-03'],
  ['2013-08-03', '09:00', '2013-08-03'],
  ['2013-08-03', '18:30', '2013-08-03T18:30+10:00'],
  ['2013-12-03', '00:05', '2013-12-03T00:05+11:00'],
  ['2013-10-06', '02:30', '2013-10-06T03:30+11:00'],
  ['', '18:30', ''],
])('on %s at "%s" in Sydney is written %s, and read again', (day, time, date) => {
  const written = postFieldsOf({ date: [day], time: [time] }, [], { timeZone: 'Australia/Sydney' });
  expect(written['date']).toBe(date);
  const again = formValuesOf(written, 'Australia/Sydney');
  expect(postFieldsOf(again, [], { timeZone: 'Australia/Sydney' })['date']).toBe(date);
});

test('the pictures of a published post come with what is said of them', () => {
  const body =
    '![A room](./a.jpg "Ours.")\n\n<Figure src="./b%20c.png" alt="Shelves" credit="Ana" licence="CC0-1.0" />\n';
  const named = (name: string) => ({ name, width: 8, height: 6, bytes: 90, address: `/${name}` });
  const source = {
    ...{ id: '2013-08-reflection', body },
    fields: { cover: { image: './d.jpg', alt: 'A house' } },
    pictures: ['a.jpg', 'b c.png', 'd.jpg', 'e.jpg'].map(named),
  };
  expect(describedIn(source, parsePost(body))).toMatchObject([
    { name: 'a.jpg', isCover: false, alt: 'A room', caption: 'Ours.' },
    { name: 'b c.png', isCover: false, alt: 'Shelves', credit: 'Ana', licence: 'CC0-1.0' },
    { name: 'd.jpg', isCover: true, alt: 'A house' },
    { name: 'e.jpg', isCover: false, alt: '' },
  ]);
  expect(publishedFile(named('d.jpg')).type).toBe('jpeg');
});

test('a change keeps the order of authors and tags, which boxes to tick have not', () => {
  const fields = { title: 'T', authors: ['ana', 'bob', 'team'], tags: ['soil'] };
  expect(inOrderOf({ authors: ['team', 'cy', 'ana'], title: 'O' }, fields)).toEqual({
    ...fields,
    authors: ['team', 'ana', 'bob'],
  });
});

test('an empty form says nothing, and an update has no month', () => {
  expect(serializePost(postFieldsOf({}, [], { timeZone: 'UTC' }), '')).toBe('---\n---\n');
  expect(
    postFieldsOf({ kind: ['update'], month: ['2013-08'] }, [], { timeZone: 'UTC' }),
  ).not.toHaveProperty('month');
});

const plain = { name: 'a.jpg', alt: 'A [room]', caption: 'Ours "now"', isCover: false };
const nobody = { credit: '', licence: '', source: '' };

test('a picture of our own is plain Markdown, that of somebody else a figure with their name', () => {
  expect(imageMarkdown({ ...plain, ...nobody })).toBe('![A \\[room\\]](./a.jpg "Ours \\"now\\"")');
  const theirs = { credit: 'A & B', licence: 'CC-BY-4.0', source: 'https://example.org/a' };
  const figure = imageMarkdown({ ...plain, ...theirs });
  expect(figure).toBe(
    '<Figure src="./a.jpg" alt="A [room]" caption="Ours &quot;now&quot;" credit="A & B" licence="CC-BY-4.0" source="https://example.org/a" />',
  );
  expect(parsePost(figure).children[0]).toMatchObject({
    attributes: expect.arrayContaining([expect.objectContaining({ value: 'Ours "now"' })]),
  });
});
