import type { ContentFolder, ImageFile } from '../../core/content-files/folder.ts';

/** The id of the sample's post. */
export const postId = '2013-08-reflection';

/** A photograph as a camera makes it, made smaller for the web. */
export const jpeg: ImageFile = { type: 'jpeg', width: 1600, height: 1000, bytes: 90_000 };

const PROGRAM = `format: 1
name: Network
tagline: A line
description: A description
address: https://network.example/blog
language: en
timeZone: Australia/Sydney
menu: []
feedAuthority: { domain: network.example, year: 2013 }
questionHeadings: { en: [Questions], es: [Preguntas] }
licence: CC-BY-4.0
`;

const TAGS = `reflection:
  label: Reflection
  description: Looking back.
  synonyms: [review, looking back]
  formerly: [retrospect]
culture:
  label: Culture
  description: Habits and manners.
`;

const FIELDS = {
  title: 'title: A moment of reflection',
  kind: 'kind: discussion',
  month: 'month: 2013-08',
  round: 'round: pilot',
  date: 'date: 2013-08-03',
  summary: 'summary: What we learned.',
  tags: 'tags: [reflection]',
  authors: 'authors: [team]',
};

/** What stands in the sample's post below the prose. Its heading is line 14 of a one-line prose. */
export const QUESTIONS = '## Questions\n\n- What did you learn?\n- What did you never ask?\n';

/** Changes of the sample's fields: an empty line takes one away, further ones come last. */
export type FieldLines = Partial<Record<string, string>>;

/**
 * The text of a post: the sample's fields, one a line from line 2 (title, kind, month, round, date,
 * summary, tags, authors), and a body, from line 12.
 */
export function postText(body = `Prose.\n\n${QUESTIONS}`, fields: FieldLines = {}): string {
  const lines = Object.values({ ...FIELDS, ...fields }).filter((line) => line !== '');
  return `---\n${lines.join('\n')}\n---\n\n${body}`;
}

/** An update, which needs neither month nor questions. Its body begins on line 11. */
export function updateText(body: string, fields: FieldLines = {}): string {
  return postText(body, { kind: 'kind: update', month: '', ...fields });
}

/** A small content folder with nothing wrong in it, and with these texts and pictures in it too. */
export function sampleContent(
  texts: Readonly<Record<string, string>> = {},
  pictures: Readonly<Record<string, ImageFile>> = {},
): ContentFolder {
  const all = {
    'program.yaml': PROGRAM,
    'rounds.yaml':
      'pilot: { label: Pilot, starts: 2013-02-25 }\nround-1: { label: Round 1, starts: 2013-09-01, ends: 2014-02-28 }\n',
    'tags.yaml': TAGS,
    'people/team.yaml': 'name: Program coordinators\nformerly: [coordinators]\n',
    'pages/about.mdx':
      '---\ntitle: About\nformerly: [who-we-are]\nsummary: Us.\n---\n\n## The team\n\nUs.\n',
    'posts/2013-07-other/index.mdx': postText(undefined, {
      title: 'title: Another one',
      month: 'month: 2013-07',
      date: 'date: 2013-07-03',
      summary: 'summary: What the others learned.',
      formerly: 'formerly: [2013-07-the-other]',
    }),
    ...texts,
  };
  return {
    name: 'content',
    texts: new Map(Object.entries(all)),
    pictures: new Map(Object.entries(pictures)),
    links: [],
  };
}

/** The sample with this post in it, and pictures beside the post. */
export function contentWithPost(
  text: string,
  pictures: Readonly<Record<string, ImageFile>> = {},
): ContentFolder {
  const beside = Object.entries(pictures).map(([name, picture]) => [
    `posts/${postId}/${name}`,
    picture,
  ]);
  return sampleContent({ [`posts/${postId}/index.mdx`]: text }, Object.fromEntries(beside));
}
