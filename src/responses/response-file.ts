import { z } from 'zod';
import { hiddenInHtml } from '../core/content-files/hidden-values.ts';
import { type Problem, problem } from '../core/content-files/problem.ts';
import { readYaml } from '../core/content-files/yaml.ts';
import { dayIn, momentOf } from '../core/model/dates.ts';
import { date, lineOfText, webAddress } from '../core/model/fields.ts';
import { takenAnchors } from '../core/model/heading-anchors.ts';
import { idSchema } from '../core/model/ids.ts';
import { sanitizeName } from '../core/text/sanitize-text.ts';
import { withoutAddresses } from './email-response.ts';
import { responseHtml, responseHtmlOfText } from './sanitize-html.ts';

const author = z.strictObject({
  name: lineOfText(80)
    .refine((name) => sanitizeName(name) !== '', 'This name has no visible characters.')
    .describe('The name that the sender agreed to.'),
  role: lineOfText(80).optional().describe('What they do, or where, in a few words.'),
  url: webAddress.optional().describe('Their web page. Never an email address.'),
  person: idSchema
    .optional()
    .describe('The id of a person in content/people. Their page then shows this response.'),
  is: z.enum(['coordinator', 'participant']).optional().describe('coordinator or participant.'),
});

const id = z
  .string({ error: 'An id must be text.' })
  .max(80, 'An id may have 80 characters at most.')
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'An id may contain only small letters, digits and single hyphens.',
  )
  .refine((value) => !value.startsWith('github-'), 'Ids that begin with github- are reserved.');

const entry = z
  .strictObject({
    id: id.describe(
      'Its permanent id: comment-12 for one from the former blog, mail-1 and so on for email.',
    ),
    source: z
      .enum(['former-blog', 'email'], 'The source must be former-blog or email.')
      .describe('former-blog or email.'),
    parent: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,79}$/, 'This is the id of another response.')
      .optional()
      .describe('The id of the response that it replies to.'),
    author: author.optional().describe('Who wrote it: name, and, if known, role, url and is.'),
    date: date.describe('When it arrived: a day, or a day and time with the time zone.'),
    question: z.int().min(1).max(99).optional().describe('The number of the question it answers.'),
    text: z
      .string()
      .max(70_000)
      .optional()
      .describe('The words, with blank lines between paragraphs.'),
    html: z
      .string()
      .max(280_000)
      .optional()
      .describe('Instead of text: HTML from the former blog.'),
    state: z
      .enum(
        ['published', 'hidden', 'withdrawn'],
        'The state must be published, hidden or withdrawn.',
      )
      .default('published')
      .describe(
        'With withdrawn, the page says that it was withdrawn; with hidden, it shows nothing.',
      ),
  })
  .superRefine((response, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (response.state !== 'published') return;
    if (!response.author) refuse('author', 'A response needs an author. Write author: { name: … }');
    if ((response.text === undefined) === (response.html === undefined)) {
      refuse('text', 'A response must have either text or html.');
    } else if (responseBody(response) === '') {
      refuse('text', 'There is nothing to read in this response.');
    }
  });

/** The longest `responses.yaml`: two thousand answers of some eight hundred words. */
const MOST_CHARACTERS = 10_000_000;

/** A `responses.yaml` beside a post: what was said on the former blog or sent by email. */
export const responsesFileSchema = z.array(entry).max(5000);

export type ArchivedResponse = z.output<typeof entry>;

/** The response's words as HTML for a page. */
export function responseBody(response: { text?: string | undefined; html?: string | undefined }) {
  return response.html === undefined
    ? responseHtmlOfText(response.text ?? '')
    : responseHtml(response.html);
}

/** The entries of a `responses.yaml`, and the line on which each begins, from 1. */
export interface ResponseEntries {
  responses: readonly ArchivedResponse[];
  lines: readonly number[];
}

/**
 * Reads a `responses.yaml`, with every problem and its line.
 *
 * @param text the file
 * @param file its name for the report
 * @param questionCount how many questions the post has
 * @param people the ids of everybody of this blog, where they are known
 */
export function readResponsesFile(
  text: string,
  file: string,
  questionCount: number,
  people?: ReadonlySet<string>,
): { responses: readonly ArchivedResponse[]; problems: readonly Problem[] } {
  const { entries, problems } = responseEntries(text, file);
  if (!entries) return { responses: [], problems };
  const among = responsesAmong(entries, file, questionCount, people);
  const hidden = [...problems, ...hiddenReferences(entries, text, file)];
  return { ...among, problems: [...hidden, ...among.problems] };
}

/** Hidden characters that responses write as HTML does. */
function hiddenReferences(
  { responses, lines }: ResponseEntries,
  text: string,
  file: string,
): Problem[] {
  const all = text.split('\n');
  return responses.flatMap(({ html }, index) => {
    const line = lines[index];
    if (html === undefined || line === undefined) return [];
    return hiddenInHtml(all.slice(line - 1, (lines[index + 1] ?? all.length + 1) - 1), {
      file,
      line,
    });
  });
}

/** Reads the entries of a `responses.yaml` each by itself; there are none where one is broken. */
export function responseEntries(
  text: string,
  file: string,
): { entries?: ResponseEntries; problems: readonly Problem[] } {
  const { value, problems } = readYaml(text, fileOrEmpty, file, 1, MOST_CHARACTERS);
  return value
    ? { entries: { responses: value, lines: entryLines(text) }, problems }
    : { problems };
}

/**
 * The anchors of a file's responses that a heading of their post could have too.
 *
 * @param text a `responses.yaml`; nothing comes of one that has errors
 */
export function takenAnchorsIn(text: string): string[] {
  // Nearly all files have none, and need not be read for that.
  if (!UNNUMBERED_ID.test(text)) return [];
  const { entries } = responseEntries(text, '');
  return takenAnchors((entries?.responses ?? []).map((response) => response.id));
}

/** The word "id" before anything but an id with a number at its end. */
const UNNUMBERED_ID = /\bid\b(?!["']?\s*:\s*["']?[a-z0-9-]*\d["']?\s*(?:[#,}]|$))/m;

/** Judges entries by one another and by their post; there are no responses where one is wrong. */
export function responsesAmong(
  { responses, lines }: ResponseEntries,
  file: string,
  questionCount: number,
  people?: ReadonlySet<string>,
): { responses: readonly ArchivedResponse[]; problems: readonly Problem[] } {
  const known = new Set<string>();
  const isParent = parentsOf(responses);
  const problems = responses.flatMap((response, index) => {
    const found: Problem[] = [];
    const { id, parent, question } = response;
    const place = { file, line: lines[index] };
    if (known.has(id)) found.push(problem('response-id', place, { id }));
    known.add(id);
    if (parent && !isParent(response)) {
      found.push(problem('response-parent', place, { id, parent }));
    }
    const person = response.author?.person;
    if (person && people && !people.has(person)) {
      found.push(problem('response-person', place, { id, person }));
    }
    if (question !== undefined && question > questionCount) {
      found.push(problem('response-question', place, { id, question, count: questionCount }));
    }
    return found;
  });
  return problems.length > 0 ? { responses: [], problems } : { responses, problems };
}

/**
 * The responses that are dated after today, which nobody can have written yet.
 *
 * @param text the file, as it was read
 * @param today ISO day in the program's zone
 */
export function aheadProblems(
  responses: readonly ArchivedResponse[],
  text: string,
  file: string,
  today: string,
  timeZone: string,
): Problem[] {
  const lines = entryLines(text);
  return responses.flatMap(({ id, date: written }, index) => {
    const place = { file, line: lines[index] };
    const isAhead = dayIn(momentOf(written, timeZone), timeZone) > today;
    return isAhead ? [problem('response-ahead', place, { id, date: written })] : [];
  });
}

/**
 * Responses dated before the post that they answer.
 *
 * @param day the post's; empty where it is not known
 */
export function earlyProblems(
  responses: readonly ArchivedResponse[],
  text: string,
  file: string,
  day: string,
): Problem[] {
  const lines = entryLines(text);
  return responses.flatMap(({ id, date: written }, index) => {
    const place = { file, line: lines[index] };
    return written.slice(0, 10) < day
      ? [problem('response-early', place, { id, date: written, day })]
      : [];
  });
}

/** Mail addresses in a file that keeps none. */
export function addressProblems(text: string, file: string): Problem[] {
  return text.split('\n').flatMap((line, index) => {
    const fix = withoutAddresses(line);
    // A name in the Fediverse, @ana@example.social, is public.
    const rest = line.replace(/@[\w.-]+@[\w.-]+/g, '');
    return withoutAddresses(rest) === rest
      ? []
      : [problem('response-address', { file, line: index + 1 }, {}, { fix })];
  });
}

const emptyAsList = (value: unknown) =>
  value && typeof value === 'object' && Object.keys(value).length === 0 ? [] : value;

const fileOrEmpty = z.preprocess(emptyAsList, responsesFileSchema);

/**
 * Whether the parent of a response is there (GitHub's come and go) and its line of parents comes to an
 * end. Each response is asked once, however many stand below it.
 */
function parentsOf(all: readonly ArchivedResponse[]): (response: ArchivedResponse) => boolean {
  const byId = new Map(all.toReversed().map((one) => [one.id, one]));
  const known = new Map<string, boolean>();
  return ({ id, parent: first }) => {
    const line = [id];
    const inLine = new Set(line);
    let parent = first;
    let isSound: boolean | undefined;
    while (isSound === undefined) {
      if (parent === undefined || /^github-\d+$/.test(parent)) isSound = true;
      else if (inLine.has(parent) || !byId.has(parent)) isSound = false;
      else {
        isSound = known.get(parent);
        line.push(parent);
        inLine.add(parent);
        parent = byId.get(parent)?.parent;
      }
    }
    for (const one of line) known.set(one, isSound);
    return isSound;
  };
}

/** The lines, from 1, on which the entries of a list begin. */
function entryLines(text: string): number[] {
  return text.split('\n').flatMap((line, index) => (/^- /.test(line) ? [index + 1] : []));
}
