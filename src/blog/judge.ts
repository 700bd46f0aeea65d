import type { Nodes, Root } from 'mdast';
import { z } from 'zod';
import type { ContentFolder } from './content-folder.ts';
import { idSchema, postIdSchema, RESERVED_IDS } from './ids.ts';
import { nearest } from './nearest.ts';
import { personSchema } from './person.ts';
import { type PostFields, postSchema } from './post.ts';
import { type ParseMdx, type PostFile, readPostFile } from './post-file.ts';
import { type Problem, sortedProblems } from './problem.ts';
import { programSchema, questionHeadings } from './program.ts';
import { readResponsesFile } from './response-file.ts';
import { roundsSchema } from './round.ts';
import { standingPageSchema } from './standing-page.ts';
import { tagsSchema } from './tag.ts';
import { readYaml } from './yaml-file.ts';

/** A post as it stands in the folder, once its file could be read. */
export interface ReadPost extends PostFile<PostFields> {
  id: string;
  /** The file's name for reports. */
  file: string;
  source: string;
}

/** What a content folder holds, and everything that is wrong with it. */
export interface Judgement {
  problems: Problem[];
  posts: ReadPost[];
}

/** What posts may name: the vocabulary as the folder has it. */
interface Vocabulary {
  tags: ReadonlyMap<string, readonly string[]>;
  rounds: ReadonlySet<string>;
  people: ReadonlySet<string>;
  posts: ReadonlySet<string>;
}

/** The largest picture that a build takes, in megapixels. */
const MOST_MEGAPIXELS = 40;
const PICTURE_TYPES: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'avif', 'gif']);

/**
 * Judges all content at once, without building and without the disk.
 *
 * @param folder the content as data
 * @param parse the MDX parser, which leaves JSX as syntax
 * @returns every problem, in the order of files and lines, and the posts that could be read
 */
export function judgeContent(folder: ContentFolder, parse: ParseMdx): Judgement {
  const problems: Problem[] = linkProblems(folder);
  const named = (path: string) => `${folder.name}/${path}`;
  const yaml = <Schema extends z.ZodType>(path: string, schema: Schema) => {
    const text = folder.texts.get(path);
    if (text === undefined) {
      problems.push(missingFile(named(path)));
      return undefined;
    }
    const reading = readYaml(text, schema, named(path));
    problems.push(...reading.problems);
    return reading.value;
  };

  const program = yaml('program.yaml', programSchema);
  const rounds = yaml('rounds.yaml', roundsSchema);
  const tags = yaml('tags.yaml', tagsSchema);
  const people = idsIn(folder, 'people', '.yaml');
  for (const id of people) yaml(`people/${id}.yaml`, person);
  const headings = program ? questionHeadings(program) : new Set<string>();
  const read = <Schema extends z.ZodType>(path: string, schema: Schema) => {
    const source = folder.texts.get(path) ?? '';
    const reading = readPostFile(source, { file: named(path), schema, parse, headings });
    problems.push(...reading.problems);
    return reading.post && { ...reading.post, source, file: named(path) };
  };
  for (const id of idsIn(folder, 'pages', '.mdx')) {
    read(`pages/${id}.mdx`, standingPageSchema);
    problems.push(...idProblems(id, idSchema, named(`pages/${id}.mdx`)));
  }
  const postIds = idsIn(folder, 'posts', '/index.mdx');
  const vocabulary = {
    tags: new Map(
      Object.entries(tags ?? {}).map(([id, tag]) => [id, [tag.label, ...tag.synonyms]]),
    ),
    rounds: new Set(Object.keys(rounds ?? {})),
    people: new Set(people),
    posts: new Set(postIds),
  };
  const posts: ReadPost[] = [];
  for (const id of postIds) {
    problems.push(...idProblems(id, postIdSchema, named(`posts/${id}/index.mdx`)));
    const post = read(`posts/${id}/index.mdx`, fields);
    if (post) posts.push({ ...post, fields: post.fields as PostFields, id });
  }
  for (const post of posts) {
    problems.push(...vocabularyProblems(post, vocabulary));
    problems.push(...discussionProblems(post));
    problems.push(...pictureProblems(post, folder));
    const responses = folder.texts.get(`posts/${post.id}/responses.yaml`);
    const file = named(`posts/${post.id}/responses.yaml`);
    problems.push(...readResponsesFile(responses ?? '', file, post.questions.length).problems);
  }
  problems.push(...sharedIdProblems(posts));
  return { problems: sortedProblems(problems), posts };
}

const fields = postSchema(() => z.string());
const person = personSchema(() => z.string());

/** The ids of a kind of file: `posts/<id>/index.mdx`, `people/<id>.yaml`. */
function idsIn(folder: ContentFolder, room: string, ending: string): string[] {
  return [...folder.texts.keys()]
    .filter((path) => path.startsWith(`${room}/`) && path.endsWith(ending))
    .map((path) => path.slice(room.length + 1, -ending.length))
    .filter((id) => !id.includes('/'))
    .sort();
}

function linkProblems(folder: ContentFolder): Problem[] {
  return folder.links.map((path) => ({
    rule: 'symbolic-link',
    severity: 'error',
    file: `${folder.name}/${path}`,
    what: 'This is a link to another place and not a file.',
    todo: 'Put the file itself here.',
  }));
}

function missingFile(file: string): Problem {
  return {
    rule: 'missing-file',
    severity: 'error',
    file,
    what: 'The file is missing.',
    todo: 'Put it back, or copy it from the main branch.',
  };
}

function idProblems(id: string, schema: z.ZodType, file: string): Problem[] {
  const result = schema.safeParse(id);
  const isReserved = RESERVED_IDS.has(id);
  if (result.success && !isReserved) return [];
  return [
    {
      rule: 'id',
      severity: 'error',
      file,
      what: isReserved
        ? `"${id}" is the name of one of the site's own pages.`
        : `"${id}" cannot be an address. ${result.error?.issues[0]?.message ?? ''}`.trim(),
      todo: 'Give it another name, like 2013-08-reflection for a post.',
    },
  ];
}

function vocabularyProblems(post: ReadPost, known: Vocabulary): Problem[] {
  const { tags, round, authors, follows, translationOf } = post.fields;
  return [
    ...tags.flatMap((tag) => tagProblems(post, tag, known.tags)),
    ...unknown(post, 'round', [round], known.rounds, 'rounds', 'Choose from content/rounds.yaml.'),
    ...unknown(
      post,
      'authors',
      authors,
      known.people,
      'people',
      'Choose from content/people/, or add a file there.',
    ),
    ...unknown(
      post,
      'follows',
      follows ? [follows] : [],
      known.posts,
      'posts',
      'Write the folder name of a post.',
    ),
    ...unknown(
      post,
      'translationOf',
      translationOf ? [translationOf] : [],
      known.posts,
      'posts',
      'Write the folder name of a post.',
    ),
  ];
}

function tagProblems(post: ReadPost, tag: string, known: Vocabulary['tags']): Problem[] {
  if (known.has(tag)) return [];
  const meant = [...known].find(([, words]) => words.some((word) => folded(word) === folded(tag)));
  const guess = meant?.[0] ?? nearest(tag, known.keys());
  return [
    {
      rule: 'unknown-tag',
      severity: 'error',
      file: post.file,
      line: lineOf(post.source, 'tags', tag),
      what: `tags: "${tag}" is not one of our tags.${guess ? ` Did you mean "${guess}"?` : ''}`,
      todo: 'Choose from content/tags.yaml, or add it there with a label and a description.',
    },
  ];
}

function folded(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, '-');
}

function unknown(
  post: ReadPost,
  key: string,
  values: readonly string[],
  known: ReadonlySet<string>,
  what: string,
  todo: string,
): Problem[] {
  return values
    .filter((value) => !known.has(value))
    .map((value) => {
      const guess = nearest(value, known);
      return {
        rule: `unknown-${key}`,
        severity: 'error',
        file: post.file,
        line: lineOf(post.source, key, value),
        what: `${key}: "${value}" is not one of our ${what}.${guess ? ` Did you mean "${guess}"?` : ''}`,
        todo,
      };
    });
}

function discussionProblems(post: ReadPost): Problem[] {
  const found: Problem[] = [];
  const { kind, month, withdrawn } = post.fields;
  if (kind === 'discussion' && post.questions.length === 0 && !withdrawn) {
    found.push({
      rule: 'no-questions',
      severity: 'error',
      file: post.file,
      line: lineOf(post.source, 'kind'),
      what: 'The discussion has no list of questions.',
      todo: 'Write a heading "## Questions", and under it a list with one question in each line.',
    });
  }
  if (month && !post.id.startsWith(`${month}-`)) {
    found.push({
      rule: 'month-and-folder',
      severity: 'warning',
      file: post.file,
      line: lineOf(post.source, 'month', month),
      what: `The month is ${month}, but the folder's name begins with ${post.id.slice(0, 7)}.`,
      todo: 'Correct the month, or the name of the folder if the post is not published yet.',
    });
  }
  return found;
}

/** Two posts may not claim one id, neither today's nor a former one. */
function sharedIdProblems(posts: readonly ReadPost[]): Problem[] {
  const owner = new Map<string, ReadPost>();
  for (const post of posts) owner.set(post.id, post);
  return posts.flatMap((post) =>
    post.fields.formerly.flatMap((id): Problem[] => {
      const other = owner.get(id);
      owner.set(id, other ?? post);
      if (!other) return [];
      return [
        {
          rule: 'id-twice',
          severity: 'error',
          file: post.file,
          line: lineOf(post.source, 'formerly', id),
          what: `"${id}" is the id of ${other === post ? 'this post already' : other.file}.`,
          todo: 'No id is ever used twice. Take it out of formerly, or give the other post another.',
        },
      ];
    }),
  );
}

/** A picture that a post shows, and where. */
interface Use {
  path: string;
  line: number | undefined;
}

function pictureProblems(post: ReadPost, folder: ContentFolder): Problem[] {
  const { cover } = post.fields;
  const first = cover
    ? [{ path: cover.image, line: lineOf(post.source, 'image', cover.image) }]
    : [];
  const body = picturesIn(post.tree);
  const noAlt = body
    .filter((picture) => !picture.alt?.trim())
    .map(
      ({ path, line }): Problem => ({
        rule: 'no-alt',
        severity: 'error',
        file: post.file,
        line,
        what: `The picture "${path}" has no words for those who do not see it.`,
        todo: 'Write what it shows between the square brackets: ![Readers at long tables](./room.jpg)',
      }),
    );
  return [...noAlt, ...[...first, ...body].flatMap((use) => fileProblems(use, post, folder))];
}

function picturesIn(node: Root | Nodes): (Use & { alt: string | null | undefined })[] {
  if (node.type === 'image') {
    return [{ path: decodeURI(node.url), alt: node.alt, line: node.position?.start.line }];
  }
  const figure = node as unknown as {
    name?: string;
    attributes?: { name: string; value: string }[];
  };
  const own =
    figure.name === 'Figure'
      ? [
          {
            path: figure.attributes?.find(({ name }) => name === 'src')?.value ?? '',
            alt: figure.attributes?.find(({ name }) => name === 'alt')?.value,
            line: node.position?.start.line,
          },
        ]
      : [];
  return [...own, ...('children' in node ? node.children.flatMap(picturesIn) : [])];
}

function fileProblems(use: Use, post: ReadPost, folder: ContentFolder): Problem[] {
  const place = `posts/${post.id}/`;
  const name = use.path.replace(/^\.\//, '');
  const picture = folder.pictures.get(place + name);
  const refusal = (rule: string, what: string, todo: string): Problem[] => [
    { rule, severity: 'error', file: post.file, line: use.line, what, todo },
  ];
  if (!picture) {
    const beside = [...folder.pictures.keys()].filter((path) => path.startsWith(place));
    const guess = nearest(
      name,
      beside.map((path) => path.slice(place.length)),
    );
    return refusal(
      'missing-picture',
      `The picture "${name}" is not in the post's folder.${guess ? ` Did you mean "${guess}"?` : ''}`,
      'Put the picture beside index.mdx. Capital and small letters count.',
    );
  }
  if (!picture.type || !PICTURE_TYPES.has(picture.type)) {
    return refusal(
      'picture-type',
      `"${name}" is not a picture that every reader can show (${picture.type ?? 'not a picture'}).`,
      'Save it as JPEG, PNG, WebP, AVIF or GIF.',
    );
  }
  const megapixels = ((picture.width ?? 0) * (picture.height ?? 0)) / 1e6;
  if (megapixels > MOST_MEGAPIXELS || megapixels === 0) {
    return refusal(
      'picture-size',
      `"${name}" has ${Math.round(megapixels)} million pixels.`,
      `Make it smaller: ${MOST_MEGAPIXELS} million is the most, and 1600 pixels across are enough.`,
    );
  }
  return [];
}

/** The line of a field in the front matter; of a value in it, where that stands on a later line. */
function lineOf(source: string, key: string, value?: string): number {
  const lines = source.split('\n');
  const start = lines.findIndex((line) => line.trimStart().startsWith(`${key}:`));
  if (start < 0 || value === undefined) return Math.max(start, 0) + 1;
  const offset = lines.slice(start).findIndex((line) => line.includes(value));
  return start + Math.max(offset, 0) + 1;
}
