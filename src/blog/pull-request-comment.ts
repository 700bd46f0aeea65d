import { cleanText } from './clean-text.ts';
import { dayIn, dayInWords, momentOf, momentText } from './dates.ts';
import type { PullRequestReport } from './pull-request-report.ts';
import type { AddressBook } from './urls.ts';

/** By this line our one comment is found again. */
export const COMMENT_MARK = '<!-- what this change does to the blog -->';

/** GitHub takes 65,536 characters. */
const MOST_CHARACTERS = 60_000;
const MOST_SHOWN = 20;

/** What is known for certain, and not from the report. */
export interface CommentContext {
  urls: AddressBook;
  timeZone: string;
  now: Date;
  /** The page of the check's run, with the preview at its foot. */
  run: string;
}

type ChangedPost = PullRequestReport['posts'][number];

/**
 * The comment on a pull request, as GitHub's Markdown: what is wrong, what is fine, and what will
 * appear. Nothing that the report says becomes markup, a link or a mention.
 */
export function pullRequestComment(report: PullRequestReport, context: CommentContext): string {
  const parts = [
    COMMENT_MARK,
    verdict(report),
    ...problemList(report),
    fine(report),
    ...report.posts.slice(0, MOST_SHOWN).map((post) => appearance(post, context)),
    left(report.posts.length, 'post'),
    `Pictures of the pages are in the preview, at the foot of [the check's page](${context.run}) under "Artifacts": unpack it, and open \`index.html\`. This comment is written anew whenever the change changes.`,
  ];
  return fitting(parts.filter(Boolean));
}

/** What is said when the check ended without a report that could be read. */
export function commentWithoutReport(context: Pick<CommentContext, 'run'>): string {
  return `${COMMENT_MARK}\n\n**The check ended before it could look at the texts.** That is not your fault; somebody who looks after the site will find the reason on [the check's page](${context.run}).`;
}

/**
 * Any text as plain words in GitHub's Markdown: no markup, no HTML, no links, no mentions and no
 * references to issues.
 */
export function plainWords(text: string): string {
  return cleanText(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, (sign) =>
      sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`,
    )
    .replace(/[@#]|GH\\-/gi, (sign) => `${sign}\u200b`);
}

function verdict({ problems, problemCount }: PullRequestReport): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0)
    return `### ${some(errors, 'thing has', 'things have')} to be mended before this can be published`;
  if (problemCount > 0) return '### This can be published. There is some advice';
  return '### This can be published';
}

function problemList({ problems, problemCount }: PullRequestReport): string[] {
  const lines = problems
    .slice(0, MOST_SHOWN)
    .map(({ severity, file, line, what, todo, better }) => {
      const place = line === undefined ? file : `${file}, line ${line}`;
      const corrected = better?.trim() ? ` Better: ${plainWords(better)}` : '';
      const advice = severity === 'warning' ? ' (advice)' : '';
      return `- **${plainWords(place)}**${advice}: ${plainWords(what)} ${plainWords(todo)}${corrected}`;
    });
  return lines.length === 0 ? [] : [lines.join('\n'), left(problemCount, 'finding')];
}

function fine({ posts, problems, pictures, otherFiles }: PullRequestReport): string {
  const wrong = problems.filter(({ severity }) => severity === 'error').map(({ file }) => file);
  const sound = posts.filter(
    ({ id, change }) => change !== 'gone' && !wrong.some((file) => file.includes(`/${id}/`)),
  );
  const facts = [
    ...sound.map(
      ({ title, questions }) =>
        `"${plainWords(title)}" can be read whole${questions.length > 0 ? `, with ${some(questions.length, 'question', 'questions')}` : ''}`,
    ),
    ...(pictures > 0 ? [`${some(pictures, 'picture came', 'pictures came')} along`] : []),
    ...(otherFiles > 0
      ? [
          `${some(
            otherFiles,
            'file that belongs to no post was',
            'files that belong to no post were',
          )} changed too`,
        ]
      : []),
  ];
  return facts.length > 0 ? `Fine: ${facts.slice(0, MOST_SHOWN).join('; ')}.` : '';
}

function appearance(post: ChangedPost, context: CommentContext): string {
  const { urls } = context;
  const title = `#### ${post.change === 'new' ? 'New' : 'Changed'}: ${plainWords(post.title)}`;
  if (post.change === 'gone') {
    return `#### Gone: ${plainWords(post.id)}\n\nThe folder is taken away. A published post keeps its address: it gets \`formerly\` or \`withdrawn\` instead.`;
  }
  const lines = [
    `- Its address: ${urls.absolute(urls.post(post.id))}`,
    `- Its picture where it is shared: ${urls.absolute(urls.sharePicture(urls.post(post.id)))}`,
    `- When: ${whenOut(post, context)}`,
    `- On the home page: ${post.isFirst ? 'at the top, as the open discussion' : 'as a card among the recent posts'}`,
    `- The card and the feed item: "${plainWords(post.title)}", ${plainWords(post.summary)}`,
    `- In these lists and their feeds: ${['all posts', post.kind, ...post.tags]
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
  if (isDraft) return 'not yet. It is a draft until the line "draft: true" is taken out';
  if (date === undefined) return 'not known, since its date cannot be read';
  const moment = momentOf(date, timeZone);
  const day = dayInWords(dayIn(moment, timeZone), 'en');
  if (moment <= now) return `as soon as this is merged${change === 'new' ? `, dated ${day}` : ''}`;
  const time = momentText(moment, timeZone).slice(11, 16);
  return `on ${day} at ${time}, by the clock of ${timeZone}, if it is merged by then`;
}

function left(all: number, what: string): string {
  return all > MOST_SHOWN ? `And ${some(all - MOST_SHOWN, `more ${what}`, `more ${what}s`)}.` : '';
}

function some(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** As many parts as GitHub takes, whole ones, so that nothing is cut inside a sign. */
function fitting(parts: readonly string[]): string {
  let comment = '';
  for (const part of parts) {
    const longer = comment ? `${comment}\n\n${part}` : part;
    if (longer.length > MOST_CHARACTERS)
      return `${comment}\n\nThere is more; the check's page has all of it.`;
    comment = longer;
  }
  return comment;
}
