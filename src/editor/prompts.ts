import anyAscii from 'any-ascii';
import type { z } from 'zod';
import { date, lineOfText, month } from '../core/model/fields.ts';
import { postIdSchema, RESERVED_IDS } from '../core/model/ids.ts';
import { belongsToMonth, kindIds, kindsInWords } from '../core/model/kinds.ts';
import {
  currentRound,
  defaultDate,
  defaultId,
  defaultMonth,
} from '../core/model/new-post-defaults.ts';
import type { PostDraft } from '../core/model/post-draft.ts';
import type { Program } from '../core/model/program.ts';
import type { Round } from '../core/model/round.ts';
import type { Tag } from '../core/model/tag.ts';
import { closestMatch } from '../core/text/closest-match.ts';
import { slugOf } from '../core/text/slug.ts';

/** What is known when somebody begins a post. */
export interface PromptContext {
  program: Program;
  /** In the order in which they took place. */
  rounds: readonly Round[];
  tags: readonly Tag[];
  /** Ids of everybody who may sign a post. */
  people: readonly string[];
  posts: readonly { id: string; formerly: readonly string[]; month?: string | undefined }[];
  /** Today in the program's zone, as an ISO day. */
  today: string;
}

/** An answer that was understood, or a sentence on what to write instead. */
export type Answer<Value> = { value: Value } | { hint: string };

/** One question of `npm run new`; its name is the flag's and the field's. */
export interface Prompt<Name extends keyof PostDraft = keyof PostDraft> {
  name: Name;
  asks: string;
  /** What an empty answer means; nothing where only the author can know. */
  offered: string | undefined;
  read: (written: string) => Answer<PostDraft[Name]>;
}

/**
 * The question that comes next, or nothing when all are answered. What is offered follows from
 * the answers before: a discussion's day from its month, the folder from month and title.
 */
export function nextPrompt(given: Partial<PostDraft>, context: PromptContext): Prompt | undefined {
  const isMeant = (name: keyof PostDraft) => {
    if (name === 'month') return belongsToMonth(context.program, given.kind);
    return name !== 'round' || context.rounds.length > 0;
  };
  const isOpen = (name: keyof PostDraft) => given[name] === undefined && isMeant(name);
  const name = ORDER.find(isOpen);
  return name && (QUESTIONS[name](given, context) as Prompt);
}

/** The order in which an author knows the answers. */
export const ORDER = [
  'kind',
  'title',
  'month',
  'round',
  'date',
  'tags',
  'authors',
  'summary',
  'id',
] as const satisfies readonly (keyof PostDraft)[];

type QuestionMaker<Name extends keyof PostDraft> = (
  given: Partial<PostDraft>,
  context: PromptContext,
) => Prompt<Name>;

const QUESTIONS: { [Name in keyof PostDraft]-?: QuestionMaker<Name> } = {
  kind: (_, { program }) => ({
    name: 'kind',
    asks: `What is it: ${kindsInWords(program)}?`,
    offered: kindIds(program)[0],
    read: (written) => oneOf(written, kindIds(program), 'kinds of post'),
  }),
  title: () => ({
    name: 'title',
    asks: 'The title:',
    offered: undefined,
    read: (written) => judged(lineOfText(300), written),
  }),
  month: (_, context) => ({
    name: 'month',
    asks: 'The month it belongs to:',
    offered: defaultMonth({
      months: context.posts.flatMap((post) => post.month ?? []),
      today: context.today,
    }),
    read: (written) => judged(month, written),
  }),
  round: (given, { rounds, today }) => ({
    name: 'round',
    asks: `The round (${rounds.map(({ id }) => id).join(', ')}):`,
    offered: currentRound(rounds, given.month ? `${given.month}-01` : today)?.id,
    read: (written) =>
      oneOf(
        written,
        rounds.map(({ id }) => id),
        'rounds',
      ),
  }),
  date: (given, { today }) => ({
    name: 'date',
    asks: 'The day when it is published:',
    offered: defaultDate(given.month, today),
    read: (written) => judged(date, written),
  }),
  tags: (_, { tags }) => ({
    name: 'tags',
    asks: 'Tags, separated by commas (three to five suit most posts):',
    offered: '',
    read: (written) => readTags(written, tags),
  }),
  authors: (_, { people, program }) => ({
    name: 'authors',
    asks: `Who wrote it (${people.join(', ')}):`,
    offered: program.defaultAuthors.join(', ') || (people.length === 1 ? people[0] : undefined),
    read: (written) => readAuthors(written, people),
  }),
  summary: (given) => ({
    name: 'summary',
    asks: 'What it is about, in a sentence or two:',
    offered: given.title,
    read: (written) => judged(lineOfText(300), written),
  }),
  id: (given, context) => ({
    name: 'id',
    asks: 'The name of its folder, which becomes part of its permanent address:',
    offered: offeredId(given, context),
    read: (written) => readId(written, context),
  }),
};

function offeredId(given: Partial<PostDraft>, context: PromptContext): string | undefined {
  const { kind, month, date = context.today } = given;
  const id = defaultId({ kind, month, date }, slugOf(given.title ?? '', anyAscii));
  return 'value' in readId(id, context) ? id : undefined;
}

function readId(written: string, { posts }: PromptContext): Answer<string> {
  const answer = judged(postIdSchema, written);
  if ('hint' in answer) return answer;
  if (RESERVED_IDS.has(answer.value))
    return { hint: `"${written}" is one of the site's own addresses.` };
  const isTaken = posts.some(({ id, formerly }) => [id, ...formerly].includes(answer.value));
  if (!isTaken) return answer;
  return {
    hint: `There is already a post "${answer.value}", and a name is never used twice. Choose another, like ${answer.value}-again.`,
  };
}

function readTags(written: string, tags: readonly Tag[]): Answer<string[]> {
  const found = listed(written).map((word) => readTag(word, tags));
  const wrong = found.find((answer) => 'hint' in answer);
  if (wrong) return wrong;
  return {
    value: [...new Set(found.flatMap((answer) => ('value' in answer ? answer.value : [])))],
  };
}

function readTag(word: string, tags: readonly Tag[]): Answer<string> {
  const names = new Map(
    tags.flatMap(({ id, label, synonyms }) =>
      [id, label, ...synonyms].map((name) => [folded(name), id] as const),
    ),
  );
  const meant = names.get(folded(word));
  if (meant) return { value: meant };
  const suggestion = names.get(closestMatch(word, names.keys()) ?? '');
  const instead = suggestion
    ? `Did you mean "${suggestion}"?`
    : `They are ${tags.map(({ id }) => id).join(', ')}.`;
  return { hint: `"${word}" is not one of our tags. ${instead}` };
}

function readAuthors(written: string, people: readonly string[]): Answer<string[]> {
  const ids = listed(written);
  if (ids.length === 0) return { hint: 'Name at least one author, an id from people/.' };
  const found = ids.map((id) => oneOf(id, people, 'people'));
  return found.find((answer) => 'hint' in answer) ?? { value: [...new Set(ids)] };
}

function oneOf<Word extends string>(
  written: string,
  known: readonly Word[],
  message: string,
): Answer<Word> {
  const word = known.find((one) => one === written.trim().toLowerCase());
  if (word) return { value: word };
  const suggestion = closestMatch(written, known);
  return {
    hint: `"${written}" is not one of our ${message}. ${suggestion ? `Did you mean "${suggestion}"?` : `They are ${known.join(', ')}.`}`,
  };
}

function judged<Value>(schema: z.ZodType<Value>, written: string): Answer<Value> {
  const result = schema.safeParse(written.trim());
  if (result.success) return { value: result.data };
  return { hint: result.error.issues[0]?.message ?? 'Write something else.' };
}

function listed(written: string): string[] {
  return written
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter(Boolean);
}

function folded(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, '-');
}
