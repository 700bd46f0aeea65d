import { expect, test } from 'vitest';
import { checkCache } from '../../../build/content/check.ts';
import { checkContent } from '../../../check/check.ts';
import { closeStore } from '../../../core/cache/store.ts';
import type { ContentFolder, ImageFile } from '../../../core/content-files/folder.ts';
import { parseMdx } from '../../../core/markdown/satteri.ts';
import {
  contentWithPost,
  jpeg,
  postText,
  QUESTIONS,
  sampleContent,
} from '../../support/sample-content.ts';

const OTHER = 'posts/2013-07-other/index.mdx';
const OWN = 'posts/2013-08-reflection/';
const links = '[a](/posts/2013-07-other/#a-place) [b](/posts/2013-07-other/#question-2)';
const own = postText(
  `${links}\n\n![Us](./us.jpg)\n\nPhoto: Ana Pereira, CC BY 4.0\n\n${QUESTIONS}`,
  {
    follows: 'follows: 2013-07-other',
  },
);
const sound = contentWithPost(own, { 'us.jpg': jpeg }).texts;
const other = `${sound.get(OTHER)}\n## A place\n\nHere.\n`;
const answers =
  '- { id: mail-1, source: email, question: 2, author: { name: A, person: team }, date: 2013-08-05, text: A }\n';

/** The sound content with changes; a text of nothing is not there. */
function content(changes: Record<string, string | undefined> = {}): ContentFolder {
  const texts = new Map(Object.entries({ ...Object.fromEntries(sound), [OTHER]: other }));
  texts.set(`${OWN}responses.yaml`, answers);
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) texts.delete(path);
    else texts.set(path, text);
  }
  return { ...sampleContent(), texts, pictures: new Map([[`${OWN}us.jpg`, jpeg]]) };
}

function withPictures(pictures: Record<string, ImageFile>): ContentFolder {
  const beside = Object.entries(pictures).map(([name, picture]) => [OWN + name, picture] as const);
  return { ...content(), pictures: new Map(beside) };
}

/** Judges as a build does after that of the sound content, and counts the texts that were read anew. */
async function afterSound(changed: ContentFolder) {
  let read = 0;
  const parse = (source: string) => {
    read++;
    return parseMdx(source);
  };
  // Outside of a build the store is in memory, and forgets all.
  closeStore();
  for (const folder of [content(), changed]) {
    read = 0;
    const { problems } = checkContent(folder, parse, undefined, checkCache('a test'));
    if (folder === changed) return { read, rules: problems.map(({ rule }) => rule), problems };
    expect(problems).toEqual([]);
  }
  throw new Error('Nothing was judged.');
}

test('what was found sound is not read again', async () => {
  expect(await afterSound(content())).toMatchObject({ read: 0, rules: [] });
});

test('a text that changed is read again, and it alone', async () => {
  const changed = content({ 'pages/about.mdx': `${sound.get('pages/about.mdx')}\nMore.\n` });
  expect(await afterSound(changed)).toMatchObject({ read: 1, rules: [] });
});

test.each<[message: string, changed: ContentFolder, rules: string[]]>([
  [
    'its tag is gone',
    content({ 'tags.yaml': 'culture: { label: Culture, description: Habits. }\n' }),
    ['unknown-tag', 'unknown-tag'],
  ],
  ['its picture is gone', withPictures({}), ['missing-picture']],
  [
    'its picture is another',
    withPictures({ 'us.jpg': { ...jpeg, bytes: 90_000_000 } }),
    ['picture-heavy'],
  ],
  ['the place that it leads to is gone', content({ [OTHER]: sound.get(OTHER) }), ['broken-anchor']],
  [
    'the question that is answered is gone',
    content({ [`${OWN}index.mdx`]: own.replace('- What did you never ask?\n', '') }),
    ['response-question'],
  ],
  [
    'who answered is gone',
    content({
      'people/team.yaml': undefined,
      'people/others.yaml': 'name: Others\nformerly: [team, coordinators]\n',
    }),
    ['response-person'],
  ],
  [
    'what it follows follows it',
    content({ [OTHER]: other.replace('---\n', '---\nfollows: 2013-08-reflection\n') }),
    ['leads-in-a-circle', 'leads-in-a-circle'],
  ],
  [
    'its questions are called otherwise',
    content({
      'program.yaml': (sound.get('program.yaml') ?? '').replace('en: [Questions]', 'en: [Topics]'),
    }),
    ['no-questions'],
  ],
  ['its round is gone', content({ 'rounds.yaml': 'other: { label: O }\n' }), ['unknown-round']],
])('a text that did not change is judged anew where %s', async (_, changed, rules) => {
  const { problems, rules: found } = await afterSound(changed);
  expect(problems).toEqual(checkContent(changed, parseMdx).problems);
  expect(found).toEqual(expect.arrayContaining(rules));
});
