import type { ContentFolder } from '../../core/content-files/folder.ts';
import { type Place, type Problem, problem } from '../../core/content-files/problem.ts';
import { doi } from '../../core/model/identifiers.ts';
import { permanentId } from '../../core/model/ids.ts';
import { asksQuestions } from '../../core/model/kinds.ts';
import { shortCode } from '../../core/site/short-url.ts';
import { compare } from '../../core/text/compare.ts';
import type { ContentIndex, Known } from '../content-index.ts';
import { type Document, fieldPlace, listField, textField } from '../document.ts';

/** Something with an id, and the ids that it had. */
interface Named {
  id: string;
  formerly: readonly string[];
  /** Where a former id of it stands. */
  place: (former: string) => Place;
}

/** Every id of the folder that two things of one kind claim. */
export function duplicateIdProblems(
  folder: ContentFolder,
  prose: readonly Document[],
  catalogue: ContentIndex,
): Problem[] {
  const texts = (room: Document['room']) =>
    prose
      .filter((one) => one.room === room)
      .map((one) => ({
        id: one.id,
        formerly: listField(one, 'formerly'),
        place: (former: string) => fieldPlace(one, 'formerly', former),
      }));
  const things = (known: Readonly<Record<string, Known>>, path: (id: string) => string) =>
    Object.entries(known).map(([id, { formerly }]) => ({
      id,
      formerly,
      place: (former: string) => {
        const file = `${folder.name}/${path(id)}`;
        const lines = (folder.texts.get(path(id)) ?? '').split('\n');
        const from = (start: number, words: string) =>
          lines.findIndex((line, index) => index >= start && line.includes(words));
        // Where several stand in one file, each begins with its id.
        const entry = lines.findIndex((line) => line.startsWith(`${id}:`));
        const line = from(from(entry, 'formerly:'), former) + 1;
        return { file, line: line || undefined };
      },
    }));
  return [
    texts('posts'),
    texts('pages'),
    things(catalogue.tags, () => 'tags.yaml'),
    things(catalogue.rounds, () => 'rounds.yaml'),
    things(catalogue.people, (id) => `people/${id}.yaml`),
  ].flatMap(sharedIdProblems);
}

/** Two things of one kind may not claim one id, neither today's nor a former one. */
function sharedIdProblems(things: readonly Named[]): Problem[] {
  const owner = new Map(things.map((thing) => [thing.id, thing]));
  return things.flatMap((thing) =>
    thing.formerly.flatMap((id): Problem[] => {
      const other = owner.get(id);
      owner.set(id, other ?? thing);
      if (!other) return [];
      const whose = other === thing ? 'this one already' : other.place(other.id).file;
      return [problem('id-twice', thing.place(id), { id, other: whose })];
    }),
  );
}

/**
 * What a post that is being written claims of ids that others have: its own, unless it says on which
 * day that post is changed, and its former ones.
 *
 * @param known the posts that there are
 */
export function takenIdProblems(post: Document, known: Readonly<Record<string, Known>>): Problem[] {
  const { id, file } = post;
  const others = Object.entries(known).filter(([other]) => other !== id);
  const all = others.map(([other, { formerly }]) => ({
    ...{ id: other, formerly },
    place: () => ({ file: other }),
  }));
  const own = { id, formerly: listField(post, 'formerly') };
  const place = (former: string) => fieldPlace(post, 'formerly', former);
  const former = sharedIdProblems([...all, { ...own, place }]).filter((one) => one.file === file);
  const isOwner = others.find(([, { formerly }]) => formerly.includes(id));
  const isTaken = Object.hasOwn(known, id) ? !textField(post, 'updated') : isOwner !== undefined;
  return isTaken ? [problem('id-taken', { file }, { id }), ...former] : former;
}

/** Two posts may not have one feed id, one DOI, nor one short address: the later one of them is told. */
export function duplicateAddressProblems(posts: readonly Document[]): Problem[] {
  const inOrder = posts.toSorted(
    (a, b) =>
      compare(textField(a, 'date') ?? '', textField(b, 'date') ?? '') || compare(a.id, b.id),
  );
  const named = new Map(inOrder.map((post) => [permanentIdOf(post), post]));
  return [
    ...twice(inOrder, (post) => textField(post, 'guid')).map(([post, other]) =>
      problem('guid-twice', fieldPlace(post, 'guid'), { other }),
    ),
    ...twice(inOrder, (post) => doi.safeParse(post.given['doi']).data?.toLowerCase()).map(
      ([post, other]) => problem('doi-twice', fieldPlace(post, 'doi'), { other }),
    ),
    // Two posts with one permanent id are told as that.
    ...twice([...named.values()], (post) => shortCode(permanentIdOf(post))).map(([post, other]) =>
      problem('short-address-twice', { file: post.file }, { other }),
    ),
  ];
}

/** Posts whose summary is an earlier one's, or discussions whose title is one's of their round: fields that were copied and then forgotten. */
export function copiedFieldProblems(
  posts: readonly Document[],
  { program }: ContentIndex,
): Problem[] {
  const inOrder = posts
    .filter(({ given }) => !given['translationOf'] && !given['withdrawn'])
    .toSorted((a, b) => compare(a.id, b.id));
  const summaryOf = (post: Document) => textField(post, 'summary')?.trim().toLowerCase();
  const titleOf = (post: Document) => {
    const title = textField(post, 'title')?.trim().toLowerCase();
    const round = textField(post, 'round');
    return title && round && asksQuestions(program, post.given['kind'])
      ? `${round} ${title}`
      : undefined;
  };
  return [
    ...twice(inOrder, titleOf).map(([post, other]) =>
      problem('title-twice', fieldPlace(post, 'title'), { other }),
    ),
    ...twice(inOrder, summaryOf).map(([post, other]) =>
      problem('summary-twice', fieldPlace(post, 'summary'), { other }),
    ),
  ];
}

function permanentIdOf(post: Document): string {
  return permanentId({ id: post.id, formerly: listField(post, 'formerly') });
}

/** The posts that share something with an earlier one, and whose it is. */
function twice(
  posts: readonly Document[],
  message: (post: Document) => string | undefined,
): [post: Document, other: string][] {
  const owner = new Map<string, string>();
  return posts.flatMap((post): [Document, string][] => {
    const value = message(post);
    if (value === undefined) return [];
    const other = owner.get(value);
    owner.set(value, other ?? post.id);
    return other === undefined ? [] : [[post, other]];
  });
}
