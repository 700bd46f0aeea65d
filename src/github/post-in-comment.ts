import { dayIn, dayInWords, momentOf, momentText } from '../core/model/dates.ts';
import { changedPassagesInComment } from './passages-in-comment.ts';
import { plainWords, some } from './plain-words.ts';
import type { CommentContext } from './pull-request-comment.ts';
import type { ChangedPost } from './pull-request-report.ts';

/** What of a post there is for readers. */
type State = 'absent' | 'draft' | 'undated' | 'scheduled' | 'out' | 'withdrawn';

/** The posts that a feed brings. */
const IN_FEEDS = 20;
/** The newest posts that are on the home page whatever the others are. */
const ON_HOME = 8;

/** What becomes of a post: for readers, for subscribers, and for people with old links. */
export function postInComment(post: ChangedPost, context: CommentContext): string {
  const { before } = post;
  const was = before ? stateOf(before, before.isWithdrawn, context) : 'absent';
  const is = post.isDeleted ? 'absent' : stateOf(post, post.withdrawn !== undefined, context);
  const lines = [
    ...linesFor(post, was, is, context),
    ...translation(post),
    ...(is === 'absent' ? [] : movedLists(post, is)),
    ...changedPassagesInComment(post.words),
  ];
  return [`#### ${headline(post, was, is)}: ${plainWords(post.title)}`, lines.join('\n')].join(
    '\n\n',
  );
}

function stateOf(
  { date, isDraft }: { date?: string | undefined; isDraft: boolean },
  isWithdrawn: boolean,
  { timeZone, now }: CommentContext,
): State {
  if (isDraft) return 'draft';
  if (date === undefined) return 'undated';
  if (momentOf(date, timeZone) > now) return 'scheduled';
  return isWithdrawn ? 'withdrawn' : 'out';
}

function isSeen(state: State): boolean {
  return state === 'out' || state === 'withdrawn';
}

function headline(post: ChangedPost, was: State, is: State): string {
  if (is === 'absent') return isSeen(was) ? 'Deleted' : 'Deleted before it came out';
  if (isSeen(was) && !isSeen(is)) return 'Taken off the site';
  if (is === 'withdrawn') return was === 'withdrawn' ? 'Still withdrawn' : 'Withdrawn';
  if (was === 'withdrawn') return 'Back on the site';
  if (was === 'out') return publishedHeadline(post);
  const kind = post.translates ? 'translation' : 'post';
  if (is === 'draft') return was === 'draft' ? 'Draft, changed' : 'New draft';
  if (is === 'scheduled')
    return was === 'scheduled' ? 'Scheduled, changed' : `New ${kind}, scheduled`;
  return was === 'draft' ? `New ${kind}, until now a draft` : `New ${kind}`;
}

function publishedHeadline(post: ChangedPost): string {
  if (isRenamed(post)) return 'Renamed';
  if (isCorrected(post)) return 'Corrected';
  if (post.isFileChanged) return 'Changed';
  return countOf(responseCounts(post)) > 0 ? 'Responses' : 'Pictures';
}

function linesFor(post: ChangedPost, was: State, is: State, context: CommentContext): string[] {
  if (is === 'absent') return deleted(post, was, context);
  if (isSeen(was) && !isSeen(is)) return takenOff(post, context);
  if (is === 'withdrawn') return withdrawn(post, context);
  if (was === 'out') return changed(post, context);
  return coming(post, was, is, context);
}

/** A post that nobody has seen yet, or that is back. */
function coming(post: ChangedPost, was: State, is: State, context: CommentContext): string[] {
  const address = `at ${plainAddress(post.id, context)}`;
  const about = [
    `- **Shown in lists and feeds as:** "${plainWords(post.title)}", ${plainWords(post.summary)}`,
    ...(post.lists.length > 0
      ? [`- **Listed under:** all posts, ${post.lists.map(plainWords).join(', ')}`]
      : []),
    ...numbered(post.questions),
  ];
  if (is === 'draft') {
    return [
      `- **Readers and subscribers:** see nothing yet. It is a draft until the line \`draft: true\` is deleted; it will then be ${address}.`,
      ...(was === 'absent' ? about : []),
    ];
  }
  if (is === 'undated') return ['- **When:** unknown, because its date cannot be read.', ...about];
  const when = is === 'scheduled' ? scheduledFor(post, context) : 'as soon as this is merged';
  const dated = is === 'out' ? `, dated ${dayOf(post.date, context)}` : '';
  const subscribers =
    post.newer >= IN_FEEDS
      ? `- **Subscribers:** do not get it, since ${some(post.newer, 'post is', 'posts are')} newer; a feed brings the newest ${IN_FEEDS}.`
      : was === 'withdrawn'
        ? '- **Subscribers:** do not get it again. Feed readers show the text again instead of the notice.'
        : `- **Subscribers:** get it ${is === 'scheduled' ? 'then' : 'as soon as this is merged'}, once.`;
  return [
    `- **Readers:** find it ${when}, ${address}${dated}.${onHome(post, is)}`,
    subscribers,
    ...(was === 'withdrawn' ? [oldLinks(post, context)] : []),
    ...(was === 'scheduled' ? [] : about),
  ];
}

function onHome(post: ChangedPost, is: State): string {
  const then = is === 'scheduled' ? ' then' : '';
  if (post.isFirst) return ` On the home page it is${then} at the top, as the open discussion.`;
  return post.newer < ON_HOME ? ` The home page${then} shows it among the newest posts.` : '';
}

function scheduledFor({ date = '' }: ChangedPost, context: CommentContext): string {
  const { timeZone } = context;
  const time = momentText(momentOf(date, timeZone), timeZone).slice(11, 16);
  return `on ${dayOf(date, context)} at ${time} (${timeZone}), if this is merged by then`;
}

function dayOf(date: string | undefined, { timeZone }: CommentContext): string {
  return date === undefined ? '' : dayInWords(dayIn(momentOf(date, timeZone), timeZone), 'en');
}

function numbered(questions: readonly string[]): string[] {
  if (questions.length === 0) return [];
  return ['- **Questions:**', ...questions.map((one, at) => `  ${at + 1}. ${plainWords(one)}`)];
}

/** A published post with other words, another name, other pictures or responses. */
function changed(post: ChangedPost, context: CommentContext): string[] {
  const { pictures } = post;
  const where = isRenamed(post)
    ? `find it at its new address, ${plainAddress(post.id, context)},`
    : `see this at ${presentAddress(post.id, context)}`;
  const told = [
    ...(post.isFileChanged ? [toldOnPage(post, context)] : []),
    ...(countOf(pictures) > 0 ? [`Pictures: ${counts(pictures)}.`] : []),
    ...(countOf(responseCounts(post)) > 0 ? [saidBy(post)] : []),
  ].filter(Boolean);
  return [
    `- **Readers:** ${where} as soon as this is merged. ${told.join(' ')}`.trimEnd(),
    `- **Subscribers:** ${forSubscribers(post)}`,
    oldLinks(post, context),
  ];
}

function toldOnPage(post: ChangedPost, context: CommentContext): string {
  if (isCorrected(post)) {
    const day = dayOf(post.updated, context);
    return post.correction
      ? `The page says that it was corrected on ${day}: "${plainWords(post.correction)}"`
      : `The page says that it was changed on ${day}.`;
  }
  if (!post.isTextChanged) return isRenamed(post) ? '' : 'No word of its text changes.';
  return 'The page does not say that it was changed. If the change matters to readers, add `updated:` with the day, and `correction:` with a sentence.';
}

function forSubscribers(post: ChangedPost): string {
  const stays = isRenamed(post)
    ? 'do not get it again: its place in the feeds and its responses stay.'
    : 'do not get it again.';
  const text = !post.isTextChanged
    ? ''
    : isCorrected(post)
      ? ' Feed readers replace the old text.'
      : ' Many feed readers keep the old text, since the post has no new `updated:` day.';
  const said = post.responses.new.length > 0 ? ' Who follows the responses gets the new ones.' : '';
  return `${stays}${text}${said}`;
}

function saidBy({ responses }: ChangedPost): string {
  const by = responses.new.slice(0, 10).map(plainWords);
  const more = responses.new.length - by.length;
  const parts = [
    ...(by.length > 0
      ? [
          `${some(responses.new.length, 'new response')}, by ${by.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
        ]
      : []),
    ...(responses.changed > 0 ? [`${some(responses.changed, 'response')} changed`] : []),
    ...(responses.gone > 0 ? [`${some(responses.gone, 'response')} no longer shown`] : []),
  ];
  return `Below it: ${parts.join('; ')}.`;
}

function withdrawn(post: ChangedPost, context: CommentContext): string[] {
  const where = isRenamed(post) || !post.before ? plainAddress : presentAddress;
  return [
    `- **Readers:** at ${where(post.id, context)} they find, instead of the text, that the post was withdrawn, and why: "${plainWords(post.withdrawn ?? '')}" Its questions and responses are not shown. Lists name it as withdrawn; the home page and the search leave it out.`,
    '- **Subscribers:** do not get it again. Feed readers show that notice instead of the text; an email that was sent stays as it was.',
    post.before && isRenamed(post)
      ? oldLinks(post, context)
      : '- **Old links:** lead to that notice.',
  ];
}

function takenOff(post: ChangedPost, context: CommentContext): string[] {
  return [
    `- **Readers and old links:** find no page at ${plainAddress(post.before?.id ?? post.id, context)} any more.`,
    '- **Subscribers:** keep what they have received.',
  ];
}

function deleted(post: ChangedPost, was: State, context: CommentContext): string[] {
  if (post.leadsTo !== undefined) {
    return [
      `- **Readers and old links:** are led on to ${plainAddress(post.leadsTo, context)}.`,
      '- **Subscribers:** keep what they have received.',
    ];
  }
  return isSeen(was)
    ? takenOff(post, context)
    : ['- **Readers and subscribers:** notice nothing, since it was never published.'];
}

function oldLinks(post: ChangedPost, context: CommentContext): string {
  return post.before && isRenamed(post)
    ? `- **Old links:** ${plainAddress(post.before.id, context)} leads on to the new address.`
    : '- **Old links:** lead there as before.';
}

function translation({ translates }: ChangedPost): string[] {
  if (!translates) return [];
  const { title, language } = translates;
  return [
    `- **Translation:** into ${plainWords(language)}, of "${plainWords(title)}". Each of the two pages leads to the other.`,
  ];
}

function movedLists({ joins, leaves, newer }: ChangedPost, is: State): string[] {
  if (joins.length + leaves.length === 0) return [];
  const names = (lists: readonly string[]) =>
    lists.map((list) => `"${plainWords(list)}"`).join(', ');
  const parts = [
    ...(joins.length > 0 ? [`joins ${names(joins)}`] : []),
    ...(leaves.length > 0 ? [`leaves ${names(leaves)}`] : []),
  ];
  const told =
    joins.length > 0 && newer < IN_FEEDS && is === 'out'
      ? ' Who follows only a list that it joins gets it as a new post.'
      : '';
  return [`- **Lists and their feeds:** it ${parts.join(', and ')}.${told}`];
}

function isRenamed({ id, before }: ChangedPost): boolean {
  return before !== undefined && before.id !== id;
}

function isCorrected({ updated, before }: ChangedPost): boolean {
  return updated !== undefined && updated !== before?.updated;
}

function countOf({ new: come, changed: other, gone }: ChangedPost['pictures']): number {
  return come + other + gone;
}

function responseCounts({ responses }: ChangedPost): ChangedPost['pictures'] {
  return { ...responses, new: responses.new.length };
}

function counts({ new: come, changed: other, gone }: ChangedPost['pictures']): string {
  return [
    ...(come > 0 ? [`${come} new`] : []),
    ...(other > 0 ? [`${other} changed`] : []),
    ...(gone > 0 ? [`${gone} deleted`] : []),
  ].join(', ');
}

/** The address of a page that is there: a link. */
function presentAddress(id: string, { urls }: CommentContext): string {
  return `<${urls.absolute(urls.post(id))}>`;
}

/** The address of a page that is not there now: words, since whoever followed a link would find nothing. */
function plainAddress(id: string, { urls }: CommentContext): string {
  return `\`${urls.absolute(urls.post(id))}\``;
}
