import { dayIn, momentOf } from '../core/model/dates.ts';
import { responseAnchor } from '../core/model/heading-anchors.ts';
import type { Person } from '../core/model/person.ts';
import { compare } from '../core/text/compare.ts';
import { sanitizeName, sanitizeUrl } from '../core/text/sanitize-text.ts';
import { type AccountName, accountName, type OwnNames } from './account-name.ts';
import { questionNumberIn } from './question-prefix.ts';
import { type ArchivedResponse, responseBody } from './response-file.ts';
import { responseHtml, responseLines, responseText } from './sanitize-html.ts';
import type { Snapshot, SnapshotDiscussion, SnapshotReply } from './snapshot.ts';

export type ResponseSource = 'github' | 'former-blog' | 'email';

/** What somebody said about a post, as it stands on the page. */
export interface Response {
  /** Permanent, and unique within the post. */
  id: string;
  /** The anchor on the post's page, `response-…`. */
  anchor: string;
  /** `comment-12`, where the former blog had that anchor. */
  formerAnchor?: string | undefined;
  source: ResponseSource;
  /** Undefined when the account is gone, or the response not published. */
  author?: ResponseAuthor | undefined;
  moment: Date;
  /** The day in the program's zone. */
  day: string;
  /** Whether the hour is known, not just the day. */
  hasTime: boolean;
  edited?: Date | undefined;
  question?: number | undefined;
  /** The published response that it answers, where it answers one. */
  answers?: { id: string; anchor: string } | undefined;
  /** GitHub's ReactionContent → how many; none with zero. */
  reactions: Readonly<Record<string, number>>;
  /** Safe HTML; empty unless published. */
  html: string;
  /** Where it stands on GitHub. */
  url?: string | undefined;
  /** Not published ones are here only as the place above their replies. */
  state: 'published' | 'hidden' | 'withdrawn';
}

export interface ResponseAuthor extends AccountName {
  url?: string | undefined;
  role?: string | undefined;
  badge?: 'coordinator' | 'participant' | undefined;
  /** The id of the person of this blog, where it is one. */
  person?: string | undefined;
}

export interface Thread {
  response: Response;
  replies: readonly Response[];
}

/** All that was said about a post: one conversation from three sources, oldest first. */
export interface Conversation {
  threads: readonly Thread[];
  /** How many responses are published, replies included. */
  count: number;
  /** How many of them came through GitHub. */
  githubCount: number;
  /** To the post itself: GitHub's ReactionContent → how many; none with zero. */
  reactions: Readonly<Record<string, number>>;
  /** Question → how many responses answer it. */
  answers: ReadonlyMap<number, number>;
  discussion?: DiscussionLink | undefined;
  /** When the snapshot was made; undefined without one. */
  savedAt?: Date | undefined;
}

/** The discussion on GitHub in which a conversation goes on. */
export interface DiscussionLink {
  number: number;
  url: string;
  locked: boolean;
  closed: boolean;
  /** How many comments and replies it had when the snapshot was made. */
  total: number;
}

interface Setting extends Pick<OwnNames, 'program'> {
  timeZone: string;
  /** What "Question" is called in languages that the program has added. */
  questionWords?: readonly string[];
  people: readonly Pick<Person, 'id' | 'name' | 'role' | 'github' | 'coordinator'>[];
}

/**
 * The conversation under a post: archived and emailed responses, and those of every discussion
 * that belongs to it, merged by time and two levels deep.
 *
 * @param post its permanent id, and how many questions it has
 */
export function conversationOf(
  post: { permanentId: string; questionCount: number },
  archived: readonly ArchivedResponse[],
  snapshot: Snapshot | undefined,
  setting: Setting,
): Conversation {
  const discussions = (snapshot?.discussions ?? []).filter((one) => one.post === post.permanentId);
  const placed = [
    ...archived.map((one) => placedArchive(one, setting)),
    ...discussions.flatMap((one) => placedDiscussion(one, post.questionCount, setting)),
  ];
  const threads = threaded(placed);
  const published = threads
    .flatMap(({ response, replies }) => [response, ...replies])
    .filter(({ state }) => state === 'published');
  const main = discussions.toSorted((a, b) => b.comments.length - a.comments.length)[0];
  return {
    threads,
    count: published.length,
    githubCount: published.filter(({ source }) => source === 'github').length,
    reactions: sums(discussions.map(({ reactions }) => reactions ?? {})),
    answers: counts(published.flatMap(({ question }) => question ?? [])),
    discussion: main && {
      ...{
        number: main.number,
        url: main.url,
        locked: main.locked,
        closed: main.closed,
        total: main.total,
      },
    },
    savedAt: snapshot && new Date(snapshot.savedAt),
  };
}

/** The published responses of a conversation, in the order of the page. */
export function publishedIn(conversation: Pick<Conversation, 'threads'>): Response[] {
  return conversation.threads
    .flatMap(({ response, replies }) => [response, ...replies])
    .filter(({ state }) => state === 'published');
}

/** Published responses of many conversations with their posts, newest first. */
export function latest<Post extends { id: string }>(
  conversations: readonly { post: Post; conversation: Pick<Conversation, 'threads'> }[],
): { post: Post; response: Response }[] {
  return conversations
    .flatMap(({ post, conversation }) =>
      publishedIn(conversation).map((response) => ({ post, response })),
    )
    .toSorted(
      (a, b) =>
        b.response.moment.getTime() - a.response.moment.getTime() ||
        compare(b.post.id, a.post.id) ||
        byNumber(b.response.id, a.response.id),
    );
}

/** The response's words on one line, at most `most` letters, cut between words if it has spaces. */
export function extractOf(response: Pick<Response, 'html'>, most: number): string {
  const text = responseText(response.html);
  const letters = [...text];
  if (letters.length <= most) return text;
  const cut = letters.slice(0, most).join('');
  const space = cut.lastIndexOf(' ');
  const whole = space > cut.length / 2 ? cut.slice(0, space) : cut;
  return `${whole.replace(/[,;:–—-]+$/, '')}\u00a0…`;
}

interface Placed {
  response: Response;
  parent?: string | undefined;
}

function placedArchive(archive: ArchivedResponse, setting: Setting): Placed {
  const { timeZone } = setting;
  const { id, source, state, parent, question } = archive;
  const moment = momentOf(archive.date, timeZone);
  const isShown = state === 'published';
  const response: Response = {
    ...{ id, source, moment, state, question },
    anchor: responseAnchor(id),
    formerAnchor: source === 'former-blog' && /^comment-\d+$/.test(id) ? id : undefined,
    day: dayIn(moment, timeZone),
    hasTime: archive.date.includes('T'),
    reactions: {},
    html: isShown ? responseBody(archive) : '',
    author: isShown ? archiveAuthor(archive, setting) : undefined,
  };
  return { response, parent };
}

function archiveAuthor({ author }: ArchivedResponse, { people }: Setting) {
  if (!author) return undefined;
  const known = people.find(({ id }) => id === author.person);
  return {
    name: sanitizeName(author.name),
    url: author.url && sanitizeUrl(author.url),
    role: author.role ? sanitizeName(author.role) : known?.role,
    badge: author.is ?? (known?.coordinator ? 'coordinator' : undefined),
    person: known?.id,
  } satisfies ResponseAuthor;
}

function placedDiscussion(
  discussion: SnapshotDiscussion,
  questionCount: number,
  setting: Setting,
): Placed[] {
  return discussion.comments.flatMap((comment) => {
    const first = githubResponse(comment, questionCount, setting);
    const replies = comment.replies.map((reply) => githubResponse(reply, questionCount, setting));
    return [{ response: first }, ...replies.map((response) => ({ response, parent: first.id }))];
  });
}

function githubResponse(said: SnapshotReply, questionCount: number, setting: Setting): Response {
  const moment = new Date(said.createdAt);
  const isShown = said.state === 'published';
  const html = isShown ? responseHtml(said.html) : '';
  const question = questionNumberIn(responseLines(html), setting.questionWords);
  const id = `github-${said.id}`;
  return {
    ...{ id, source: 'github', moment, html, hasTime: true },
    anchor: responseAnchor(id),
    author: isShown ? githubAuthor(said, setting) : undefined,
    day: dayIn(moment, setting.timeZone),
    edited: said.editedAt && isShown ? new Date(said.editedAt) : undefined,
    question: question !== undefined && question <= questionCount ? question : undefined,
    reactions: isShown ? (said.reactions ?? {}) : {},
    url: sanitizeUrl(said.url),
    state: said.state === 'deleted' ? 'withdrawn' : said.state,
  };
}

function githubAuthor(said: SnapshotReply, setting: Setting): ResponseAuthor | undefined {
  if (!said.author) return undefined;
  const { login, name, url } = said.author;
  const known = setting.people.find(
    (one) => one.github && one.github.toLowerCase() === login?.toLowerCase(),
  );
  const isMember = ['OWNER', 'MEMBER'].includes(said.association);
  const runs = known?.coordinator || isMember;
  // Who may write in the repository may call themselves as they like.
  const own = isMember ? { people: [] } : setting;
  const named = accountName(sanitizeName(name), login, own);
  return {
    ...(known ? { name: known.name } : named),
    url: url && sanitizeUrl(url),
    role: known?.role,
    badge: runs ? 'coordinator' : known ? 'participant' : undefined,
    person: known?.id,
  };
}

/** Two levels: an answer to an answer stands below the first response of its thread. */
function threaded(placed: readonly Placed[]): Thread[] {
  const byId = new Map(placed.map((one) => [one.response.id, one]));
  const tops = new Map<Placed, Placed>();
  const top = (one: Placed): Placed => {
    const line = new Set<Placed>();
    let here = one;
    let found = tops.get(one);
    while (!found) {
      line.add(here);
      const above = here.parent === undefined ? undefined : byId.get(here.parent);
      // A line of parents that leads back to itself has no top; the check tells it.
      found = above && !line.has(above) ? tops.get(above) : here;
      here = above ?? here;
    }
    for (const each of line) tops.set(each, found);
    return found;
  };
  const repliesOf = Map.groupBy(
    placed.filter((one) => top(one) !== one && one.response.state === 'published'),
    (one) => top(one),
  );
  return placed
    .filter((one) => top(one) === one)
    .map((one) => ({
      response: one.response,
      replies: (repliesOf.get(one) ?? []).map((reply) => answering(reply, byId)).toSorted(byTime),
    }))
    .filter(({ response, replies }) => response.state !== 'hidden' || replies.length > 0)
    .filter(
      ({ response, replies }) =>
        response.source !== 'github' || response.state === 'published' || replies.length > 0,
    )
    .toSorted((a, b) => byTime(a.response, b.response));
}

function answering({ response, parent }: Placed, byId: ReadonlyMap<string, Placed>): Response {
  const answered = byId.get(parent ?? '')?.response;
  if (answered?.state !== 'published') return response;
  return { ...response, answers: { id: answered.id, anchor: answered.anchor } };
}

function byTime(a: Response, b: Response): number {
  return a.moment.getTime() - b.moment.getTime() || byNumber(a.id, b.id);
}

/** The order of ids as one counts: comment-9 comes before comment-10. */
function byNumber(a: string, b: string): number {
  const counted = (id: string) => id.replace(/\d+/g, (digits) => digits.padStart(20, '0'));
  return compare(counted(a), counted(b));
}

function sums(all: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, count] of all.flatMap((one) => Object.entries(one)))
    found[name] = (found[name] ?? 0) + count;
  return found;
}

function counts(numbers: readonly number[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const number of numbers) found.set(number, (found.get(number) ?? 0) + 1);
  return found;
}
