import { dayIn, dayInWords, momentOf, momentText } from '../core/model/dates.ts';
import type { Urls } from '../core/site/urls.ts';
import { sanitizeText } from '../core/text/sanitize-text.ts';
import {
  type FieldChange,
  type FurtherChanges,
  isPreviewDoubtful,
} from './pull-request-changes.ts';
import type { PullRequestReport } from './pull-request-report.ts';

/** By this line our one comment is found again. */
export const COMMENT_MARK = '<!-- what this change does to the blog -->';

/** GitHub takes 65,536 characters. */
const MOST_CHARACTERS = 60_000;
const MOST_SHOWN = 20;
const MOST_IN_VALUE = 200;

/** What is known for certain, and not from the report. */
export interface CommentContext {
  urls: Urls;
  timeZone: string;
  now: Date;
  /** The page of the check's run, with the preview at its foot. */
  run: string;
  /** What is changed beside texts; undefined where that could not be found out. */
  changes: FurtherChanges | undefined;
}

type ChangedPost = PullRequestReport['posts'][number];

/**
 * The comment on a pull request, as GitHub's Markdown: what is wrong, what is fine, and what will
 * appear. Nothing that the report says becomes markup, a link or a mention.
 */
export function pullRequestComment(report: PullRequestReport, context: CommentContext): string {
  const { changes } = context;
  const parts = [
    COMMENT_MARK,
    ...beyondTexts(changes),
    verdict(report),
    isCodeChanged(changes)
      ? 'This pull request changes the code that wrote this report, so the report may be wrong or misleading.'
      : '',
    ...problemList(report),
    fine(report),
    ...report.posts.slice(0, MOST_SHOWN).map((post) => appearance(post, context)),
    left(report.posts.length, 'post'),
    preview(context),
    'This comment is updated with every change to the pull request.',
  ];
  return fitting(parts.filter(Boolean));
}

/**
 * What is said when there is no report that could be read.
 *
 * @param isWaiting whether the check has not begun yet, since somebody has to allow it first
 */
export function commentWithoutReport(
  { run, changes }: Pick<CommentContext, 'run' | 'changes'>,
  isWaiting: boolean,
): string {
  const why = isWaiting
    ? `**The check has not started yet.** As with everybody's first pull request, GitHub asks a maintainer of the site to approve it: below, or on [the check's page](${run}). This comment will then say what will appear.`
    : `**The check stopped before it could read the texts.** That is not your fault. A maintainer of the site will find the reason on [the check's page](${run}).`;
  return fitting([COMMENT_MARK, ...beyondTexts(changes), why]);
}

/** What is changed beside texts, first of all: nobody looks for it in a proposal of a post. */
function beyondTexts(changes: FurtherChanges | undefined): string[] {
  if (!changes) {
    return [
      '### We could not find out what this changes',
      'GitHub did not list the changed files. Look at "Files changed" before anything else: this may change more than texts.',
    ];
  }
  const { code, fields, unread } = changes;
  const parts = [
    named(
      code,
      (files) =>
        `**Code, or how the site is built:** ${files}. Somebody who knows the code must read this before it is merged, and before a check is approved.`,
    ),
    ...fields.slice(0, MOST_SHOWN).map(fieldChange),
    fields.length > MOST_SHOWN
      ? `And ${some(fields.length - MOST_SHOWN, 'more field', 'more fields')}.`
      : '',
    named(
      unread,
      (files) => `**Could not be compared:** ${files}. Read this under "Files changed".`,
    ),
  ].filter(Boolean);
  if (parts.length === 0) return [];
  return ['### This changes more than texts', parts.map((part) => `- ${part}`).join('\n')];
}

function named(files: readonly string[], sentence: (files: string) => string): string {
  if (files.length === 0) return '';
  const shown = files.slice(0, MOST_SHOWN).map((file) => plainWords(cut(file)));
  const more = files.length - shown.length;
  return sentence([...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(', '));
}

function fieldChange({ file, field, before, after, does }: FieldChange): string {
  const place = `**${plainWords(cut(file))}, ${plainWords(cut(field))}**`;
  const said = (value: string) => `"${plainWords(cut(value))}"`;
  const change =
    after === undefined
      ? `is deleted; it was ${said(before ?? '')}`
      : `${before === undefined ? 'is new' : `was ${said(before)}`}, and will be ${said(after)}`;
  return `${place} ${change}.${does ? ` ${does}: is this intended?` : ''}`;
}

function preview({ changes, run }: CommentContext): string {
  return isPreviewDoubtful(changes)
    ? 'There is also a preview. **Do not open it** before somebody has looked at the changes listed at the top: it was built with them.'
    : `The preview has pictures of the pages. Find it under "Artifacts" at the bottom of [the check's page](${run}), unpack it, and open \`index.html\`.`;
}

function isCodeChanged(changes: FurtherChanges | undefined): boolean {
  return !changes || changes.code.length > 0;
}

/** A name or value from a stranger, as long as one reads it. */
function cut(text: string): string {
  const characters = [...text.slice(0, 400)];
  return characters.length > MOST_IN_VALUE
    ? `${characters.slice(0, MOST_IN_VALUE).join('')}…`
    : characters.join('');
}

/**
 * Any text as plain words in GitHub's Markdown: no markup, no HTML, no links, no mentions and no
 * references to issues.
 */
export function plainWords(text: string): string {
  return sanitizeText(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, (character) =>
      character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`,
    )
    .replace(/[@#]|GH\\-/gi, (character) => `${character}\u200b`);
}

function verdict({ problems, problemCount }: PullRequestReport): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0)
    return `### ${some(errors, 'problem', 'problems')} to fix before this can be published`;
  if (problemCount > 0) return '### This can be published, with some advice';
  return '### This can be published';
}

function problemList({ problems, problemCount }: PullRequestReport): string[] {
  const lines = problems
    .slice(0, MOST_SHOWN)
    .map(({ severity, file, line, message, hint, fix }) => {
      const place = line === undefined ? file : `${file}, line ${line}`;
      const corrected = fix?.trim() ? ` Better: ${plainWords(fix)}` : '';
      const advice = severity === 'warning' ? ' (advice)' : '';
      return `- **${plainWords(place)}**${advice}: ${plainWords(message)} ${plainWords(hint)}${corrected}`;
    });
  return lines.length === 0 ? [] : [lines.join('\n'), left(problemCount, 'finding')];
}

function fine({ posts, problems, pictures }: PullRequestReport): string {
  const wrong = problems.filter(({ severity }) => severity === 'error').map(({ file }) => file);
  const sound = posts.filter(
    ({ id, change }) => change !== 'gone' && !wrong.some((file) => file.includes(`/${id}/`)),
  );
  const facts = [
    ...sound.map(
      ({ title, questions }) =>
        `"${plainWords(title)}"${questions.length > 0 ? `, with ${some(questions.length, 'question', 'questions')}` : ''}`,
    ),
    ...(pictures > 0 ? [some(pictures, 'picture', 'pictures')] : []),
  ];
  return facts.length > 0 ? `Fine: ${facts.slice(0, MOST_SHOWN).join('; ')}.` : '';
}

function appearance(post: ChangedPost, context: CommentContext): string {
  const { urls } = context;
  const title = `#### ${post.change === 'new' ? 'New' : 'Changed'}: ${plainWords(post.title)}`;
  if (post.change === 'gone') {
    return `#### Deleted: ${plainWords(post.id)}\n\nThis deletes the folder. A published post must keep its address: use \`formerly\` or \`withdrawn\` instead.`;
  }
  const lines = [
    `- Its address: ${urls.absolute(urls.post(post.id))}`,
    `- Its picture for social media: ${urls.absolute(urls.socialCard(urls.post(post.id)))}`,
    `- When: ${whenOut(post, context)}`,
    `- On the home page: ${post.isFirst ? 'at the top, as the open discussion' : 'as a card among the recent posts'}`,
    `- In lists and feeds: "${plainWords(post.title)}", ${plainWords(post.summary)}`,
    `- Also in these lists and their feeds: ${['all posts', post.kind, ...post.tags]
      .filter((word) => word !== undefined)
      .map(plainWords)
      .join(', ')}`,
    ...post.questions.map((question, index) => `  ${index + 1}. ${plainWords(question)}`),
  ];
  const at = lines.length - post.questions.length;
  if (post.questions.length > 0) lines.splice(at, 0, '- Its questions:');
  return `${title}\n\n${lines.join('\n')}`;
}

function whenOut(
  { date, isDraft, change }: ChangedPost,
  { timeZone, now }: CommentContext,
): string {
  if (isDraft) return 'not yet. It is a draft until the line "draft: true" is deleted';
  if (date === undefined) return 'unknown, because its date cannot be read';
  const moment = momentOf(date, timeZone);
  const day = dayInWords(dayIn(moment, timeZone), 'en');
  if (moment <= now) return `as soon as this is merged${change === 'new' ? `, dated ${day}` : ''}`;
  const time = momentText(moment, timeZone).slice(11, 16);
  return `on ${day} at ${time} (${timeZone}), if it is merged by then`;
}

function left(all: number, message: string): string {
  return all > MOST_SHOWN
    ? `And ${some(all - MOST_SHOWN, `more ${message}`, `more ${message}s`)}.`
    : '';
}

function some(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** As many parts as GitHub takes, whole ones, so that nothing is cut inside a character. */
function fitting(parts: readonly string[]): string {
  let comment = '';
  for (const part of parts) {
    const longer = comment ? `${comment}\n\n${part}` : part;
    if (longer.length > MOST_CHARACTERS)
      return `${comment}\n\nThere is more: see the check's page for all of it.`;
    comment = longer;
  }
  return comment;
}
