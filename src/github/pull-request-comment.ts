import type { Urls } from '../core/site/urls.ts';
import { changedWords } from './changed-words.ts';
import { entryInComment } from './entry-in-comment.ts';
import { cut, markedWords, plainWords, some } from './plain-words.ts';
import { postInComment } from './post-in-comment.ts';
import {
  type FieldChange,
  type FurtherChanges,
  isPreviewDoubtful,
} from './pull-request-changes.ts';
import type { PullRequestReport } from './pull-request-report.ts';
import { BETWEEN_ENTRIES } from './yaml-leaves.ts';

/** By this line our one comment is found again. */
export const COMMENT_MARK = '<!-- what this change does to the blog -->';

/** GitHub takes 65,536 characters. */
const MOST_CHARACTERS = 60_000;
const MOST_SHOWN = 20;

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

/**
 * The comment on a pull request, as GitHub's Markdown: what is wrong, and what readers, subscribers
 * and people with old links will see. Nothing that the report says becomes markup, a link or a
 * mention. Where there is more than GitHub takes, it says so.
 */
export function pullRequestComment(report: PullRequestReport, context: CommentContext): string {
  const { changes } = context;
  const { posts, postCount, entries, entryCount } = report;
  const first = [
    COMMENT_MARK,
    ...beyondTexts(changes),
    verdict(report),
    isCodeChanged(changes)
      ? 'This pull request changes the code that wrote this report, so the report may be wrong or misleading.'
      : '',
    ...problemList(report),
  ];
  const sections = [
    ...posts.map((post) => postInComment(post, context)),
    ...entries.map((entry) => entryInComment(entry, context, changes?.fields ?? [])),
  ].filter(Boolean);
  const unnamed = postCount - posts.length + entryCount - entries.length;
  const words = sections.some((section) => /<(?:ins|del)>/.test(section));
  const heading = [
    sections.length > 0 ? `### What this changes${isBroken(report) ? ', as it stands' : ''}` : '',
    sections.length === 0 && !isCodeChanged(changes) ? 'No post, page or list changes.' : '',
    words ? '~~Struck out~~ is what goes, <ins>underlined</ins> what comes.' : '',
  ];
  const last = [
    strays(changes),
    preview(context),
    'This comment is updated with every change to the pull request.',
  ];
  return fitting([...first, ...heading].filter(Boolean), sections, last.filter(Boolean), unnamed);
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
  return fitting([COMMENT_MARK, ...beyondTexts(changes)], [], [why], 0);
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
  return `${place} ${valueChange(before, after)}. ${does}: is this intended?`;
}

function valueChange(before: string | undefined, after: string | undefined): string {
  const said = (value: string) => `"${plainWords(cut(value))}"`;
  if (after === undefined) return `is deleted; it was ${said(before ?? '')}`;
  if (before === undefined) return `is new, and will be ${said(after)}`;
  // Of a list that is long, what differs may stand where it would be cut off.
  if (!`${before}${after}`.includes(BETWEEN_ENTRIES))
    return `was ${said(before)}, and will be ${said(after)}`;
  const passages = changedWords(before, after).map(markedWords);
  return `changes: ${passages.join(' … ')}`;
}

/** Files of the content that do nothing. */
function strays(changes: FurtherChanges | undefined): string {
  return named(
    changes?.strays ?? [],
    (files) =>
      `**Belongs to nothing:** ${files}. No page shows this. Delete it here, unless it is a note for yourselves.`,
  );
}

function preview({ changes, run }: CommentContext): string {
  return isPreviewDoubtful(changes)
    ? 'There is also a preview. **Do not open it** before somebody has looked at the changes listed at the top: it was built with them.'
    : `The preview has pictures of the changed pages. Find it under "Artifacts" at the bottom of [the check's page](${run}), unpack it, and open \`index.html\`.`;
}

function isCodeChanged(changes: FurtherChanges | undefined): boolean {
  return !changes || changes.code.length > 0;
}

function isBroken({ problems }: PullRequestReport): boolean {
  return problems.some(({ severity }) => severity === 'error');
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
  if (lines.length === 0) return [];
  const more = problemCount - lines.length;
  return [lines.join('\n'), more > 0 ? `And ${some(more, 'more finding')}.` : ''];
}

/**
 * As many sections as GitHub takes, whole ones, so that nothing is cut inside a character.
 *
 * @param unnamed how many more the report left out
 */
function fitting(
  first: readonly string[],
  sections: readonly string[],
  last: readonly string[],
  unnamed: number,
): string {
  let left = MOST_CHARACTERS - last.join('\n\n').length;
  const parts: string[] = [];
  const add = (part: string) => {
    if (part.length + 2 > left) return false;
    left -= part.length + 2;
    parts.push(part);
    return true;
  };
  const whole = first.every(add);
  const isShown = sections.map((section) => whole && add(section));
  const missing = isShown.filter((shown) => !shown).length + unnamed;
  const isMore = missing > 0 || !whole;
  const what = missing > 0 ? `${some(missing, 'further change')} and perhaps more` : 'all of it';
  if (isMore)
    parts.push(
      `This comment would be too long: see "Files changed" and the check's page for ${what}.`,
    );
  return [...parts, ...last].join('\n\n');
}
