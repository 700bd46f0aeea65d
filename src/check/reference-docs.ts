import { z } from 'zod';
import { RULES, type Rule, type RuleName } from '../core/content-files/rule-messages.ts';
import { COMPONENTS } from '../core/model/author-components.ts';
import {
  belongsToMonth,
  kindIds,
  kindsInWords,
  kindsOf,
  type NamesKinds,
} from '../core/model/kinds.ts';
import { type PostFields, postSchema } from '../core/model/post.ts';

/** A field of a post as the manual explains it. */
export interface FieldDoc {
  name: string;
  says: string;
  /** A line as it may stand in a post. */
  example: string;
  isRequired: boolean;
  /** The parts of a field that has some. */
  parts: readonly FieldDoc[];
}

/** A message of the check as the manual explains it. */
export interface MessageDoc extends Rule {
  name: RuleName;
}

/** An example of each field. A test holds them against the schema. */
export const FIELD_EXAMPLES: Readonly<Record<keyof PostFields, string>> = {
  title: 'Leadership without a title',
  kind: 'discussion',
  month: '2026-09',
  round: 'round-1',
  date: '2026-09-03',
  summary: 'Who leads in your library, and how did they learn it?',
  tags: '[professional-development, culture]',
  authors: '[coordinators]',
  cover: '{ image: ./cover.jpg, alt: Readers at long tables }',
  follows: '2026-08-reflection',
  formerly: '[2026-09-leaders]',
  updated: '2026-09-10',
  correction: 'The survey had 92 answers, not 29.',
  responses: 'closed',
  responsesClosed: '2027-03-27',
  lang: 'es',
  translationOf: '2026-09-leadership',
  guid: 'https://old.example.org/?p=123',
  doi: '10.59350/abcde-fgh12',
  licence: 'CC-BY-4.0',
  withdrawn: 'The guest author asked us to take it back.',
  draft: 'true',
};

/** An example of each part of `cover`. */
export const COVER_EXAMPLES: Readonly<Record<string, string>> = {
  image: './cover.jpg',
  alt: 'Readers at long tables under green lamps',
  caption: 'The reading room at noon.',
  credit: 'Ana Pereira',
  licence: 'CC-BY-4.0',
  source: 'https://example.org/reading-room',
};

const picture = () => z.string();

/** Whose manual it is: its kinds of posts, if they are not ours, and whether it runs in rounds. */
export interface ManualOf extends NamesKinds {
  hasRounds?: boolean;
}

/** Every field of a post, in the schema's order and with its sentences. */
export function fieldDocs(of: ManualOf = {}): FieldDoc[] {
  const { shape } = postSchema(picture);
  const examples: Readonly<Record<string, string>> = {
    ...FIELD_EXAMPLES,
    ...(of.kinds && { kind: kindIds(of)[0] ?? '' }),
  };
  const docs = Object.entries<z.ZodType>(shape).map(([name, field]) => ({
    ...fieldOf(name, field, examples),
    ...(name === 'kind' && of.kinds && { says: `One of these: ${kindsInWords(of)}.` }),
    ...(name === 'month' && of.kinds && { says: monthSays(of) }),
    parts: name === 'cover' ? partsOf(field) : [],
  }));
  const isMeant = ({ name }: FieldDoc) =>
    (name !== 'round' || of.hasRounds !== false) &&
    (name !== 'month' || Object.values(kindsOf(of)).some(({ hasMonth }) => hasMonth));
  return docs.filter(isMeant);
}

function monthSays(of: ManualOf): string {
  const ids = kindIds(of).filter((kind) => belongsToMonth(of, kind));
  return `For these kinds only: ${ids.join(', ')}. The month it belongs to, like 2013-08.`;
}

function partsOf(field: z.ZodType): FieldDoc[] {
  const shape = (unwrapped(field).def as { shape?: Record<string, z.ZodType> }).shape ?? {};
  return Object.entries(shape).map(([name, part]) => fieldOf(name, part, COVER_EXAMPLES));
}

function fieldOf(
  name: string,
  field: z.ZodType,
  examples: Readonly<Record<string, string>>,
): FieldDoc {
  return {
    name,
    says: field.description ?? '',
    example: `${name}: ${examples[name]}`,
    isRequired: !field.safeParse(undefined).success,
    parts: [],
  };
}

function unwrapped(field: z.ZodType): z.ZodType {
  const inner = (field.def as { innerType?: z.ZodType }).innerType;
  return inner ? unwrapped(inner) : field;
}

/** The first rule of each group of the table, and what the group is about. */
const GROUPS: readonly (readonly [RuleName, string])[] = [
  ['missing-file', 'Files'],
  ['encoding', 'Letters and hidden characters'],
  ['no-front-matter', 'Fields'],
  ['unknown-tag', 'Tags, kinds, people and other posts'],
  ['braces', 'Text'],
  ['unknown-component', 'Components'],
  ['heading-top', 'Headings'],
  ['no-alt', 'Pictures'],
  ['address-scheme', 'Links'],
  ['response-id', 'Responses'],
  ['address-gone', 'What is published'],
];

/** The rules that only what belongs to a round can break. */
const OF_ROUNDS: ReadonlySet<string> = new Set([
  ...['unknown-round', 'round-needless', 'month-and-round', 'round-over', 'title-twice'],
]);

/** Every message of the check, in groups, with its blanks as dots. */
export function messageDocs({
  hasRounds = true,
}: ManualOf = {}): { title: string; messages: MessageDoc[] }[] {
  const groups: { title: string; messages: MessageDoc[] }[] = [];
  for (const [name, rule] of Object.entries(RULES) as [RuleName, Rule][]) {
    if (!hasRounds && OF_ROUNDS.has(name)) continue;
    const title = GROUPS.find(([first]) => first === name)?.[1];
    if (title || groups.length === 0) groups.push({ title: title ?? 'Files', messages: [] });
    const dotted = (sentence: string) => sentence.replace(/‹\w+›/g, '…');
    groups
      .at(-1)
      ?.messages.push({ ...rule, name, message: dotted(rule.message), hint: dotted(rule.hint) });
  }
  return groups;
}

/** What the manual says before the components. */
export const COMPONENTS_INTRO =
  'A post needs none of them. Put each one on its own lines, with an empty line before and after.';

/** What the manual says before the messages. */
export const MESSAGES_INTRO =
  'The check names the rule, the file and the line. Dots (…) stand for words from your text. A post with advice can be published.';

/** The reference part of CONTRIBUTING.md, between its two marks. */
export function referenceInMarkdown(): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replace(/[<{]/g, '\\$&');
  const row = ({ name, says, example, isRequired }: FieldDoc, of = '') =>
    `| ${of}${name}${isRequired && !of ? ' (required)' : ''} | ${cell(says)} | \`${example}\` |`;
  const fields = fieldDocs().flatMap((field) => [
    row(field),
    ...field.parts.map((part) => row(part, `${field.name}: `)),
  ]);
  const components = Object.entries(COMPONENTS).flatMap(([name, { says, example, attributes }]) => [
    `**${name}.** ${says}`,
    '',
    '```mdx',
    example,
    '```',
    '',
    ...Object.entries(attributes).map(
      ([attribute, rule]) =>
        `- \`${attribute}\`${rule.required ? ' (required)' : ''}: ${rule.says}`,
    ),
    '',
  ]);
  const messages = messageDocs().flatMap(({ title, messages }) => [
    `**${title}**`,
    '',
    ...messages.map(
      ({ name, severity, message, hint }) =>
        `- \`${name}\`${severity === 'warning' ? ' (advice)' : ''}: ${cell(message)} ${cell(hint)}`,
    ),
    '',
  ]);
  return [
    '### Every field',
    '',
    '| field | what to write | example |',
    '| --- | --- | --- |',
    ...fields,
    '',
    '### Every component',
    '',
    COMPONENTS_INTRO,
    '',
    ...components,
    '### What each message of the check means',
    '',
    MESSAGES_INTRO,
    '',
    ...messages,
  ]
    .join('\n')
    .trimEnd();
}
