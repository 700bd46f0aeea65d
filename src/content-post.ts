import { tagWords } from './core/content-files/tag-words.ts';
import { addedQuestionWords } from './core/i18n/languages.ts';
import { dayIn, momentOf } from './core/model/dates.ts';
import { permanentId } from './core/model/ids.ts';
import { hasCallNumber } from './core/model/kinds.ts';
import type { Person } from './core/model/person.ts';
import { type PostFields, postDates } from './core/model/post.ts';
import { callNumbers, minutesToRead, type PostSummary } from './core/model/post-summary.ts';
import { isPublished } from './core/model/publication.ts';
import type { Question } from './core/model/questions.ts';
import type { Round } from './core/model/round.ts';
import type { Tag } from './core/model/tag.ts';
import { duplicateCodes, shortCode } from './core/site/short-url.ts';
import type { Site } from './core/site/site.ts';
import { normalize } from './core/text/closest-match.ts';
import { typeset } from './core/text/quotation-marks.ts';
import { type Conversation, conversationOf } from './responses/response.ts';
import { responsesAmong } from './responses/response-file.ts';
import type { Snapshot } from './responses/snapshot.ts';

/** What is known of a post that a visitor may see, but for its text. `Picture` is what its pictures became. */
export interface ContentPost<Picture> extends PostSummary {
  fields: PostFields<Picture>;
  /** The first of its former ids, or its id: the id of its feed entry and its responses. */
  permanentId: string;
  /** Whole address that never changes, whatever the post is called. */
  shortAddress: string;
  published: Date;
  /** Of its last real change. */
  modified: Date;
  questions: readonly Question[];
  /** The places in its text to which a link may lead: its headings and questions. */
  anchors: readonly string[];
  tags: readonly Tag[];
  minutes: number;
  /** All that was said about it. */
  conversation: Conversation;
  /** The ids of everything in its `responses.yaml`, published or not. */
  archivedIds: readonly string[];
}

/** A post as it was loaded. */
export interface PostEntry {
  id: string;
  /** Its text below the fields, as written. */
  body?: string | undefined;
  data: {
    fields: PostFields<unknown>;
    questions: readonly Question[];
    anchors: readonly string[];
  };
}

/** What a post is made with, beside what stands in its own file. */
export interface PostContext<Picture> {
  site: Site;
  /** The build's moment. */
  moment: Date;
  snapshot: Snapshot | undefined;
  rounds: readonly Round[];
  tags: readonly Tag[];
  /** The words for each tag, in the order of their file. */
  listedTags: Parameters<typeof tagWords>[0];
  people: readonly Person<Picture>[];
  /** What stands in each post's `responses.yaml`, by the post's id. */
  archives: ReadonlyMap<string, Parameters<typeof responsesAmong>[0]>;
}

/**
 * Makes posts of what was loaded: names become tags, people and rounds, marks become those of print,
 * and all that was said about a post comes together.
 *
 * @param entries all that a visitor may see: call numbers count among them
 * @throws Error with a sentence where two posts have one short address; what it returns throws where a
 *   response cannot be read
 */
export function postMaker<Picture>(
  entries: readonly PostEntry[],
  context: PostContext<Picture>,
): (entry: PostEntry) => ContentPost<Picture> {
  const { site, moment, snapshot } = context;
  const { program } = site;
  const { timeZone } = program;
  refuseSharedAddresses(entries);
  const numbers = numbersOf(entries, program);
  const discussions = Map.groupBy(snapshot?.discussions ?? [], ({ post }) => post);
  const [roundOf, personOf] = [byId(context.rounds), byId(context.people)];
  const tagOf = tagFinder(context);
  const questionWords = addedQuestionWords();
  const conversationSetting = { timeZone, people: context.people, program, questionWords };

  return (entry) => {
    const { id, data } = entry;
    const lang = data.fields.lang ?? program.language;
    const fields = printedFields(data.fields as PostFields<Picture>, lang);
    const { date } = fields;
    const permanentId = permanentIdOf(entry);
    const questionCount = data.questions.length;
    const archived = archivedResponses(id, questionCount, context.archives);
    const conversation = conversationOf(
      { permanentId, questionCount },
      archived,
      snapshot && { ...snapshot, discussions: discussions.get(permanentId) ?? [] },
      conversationSetting,
    );
    return {
      id,
      fields,
      permanentId,
      shortAddress: site.urls.absolute(site.urls.short(shortCode(permanentId))),
      ...postDates(fields, timeZone),
      conversation,
      archivedIds: archived.map((response) => response.id),
      responseCount: conversation.count,
      reactionCount: Object.values(conversation.reactions).reduce((sum, one) => sum + one, 0),
      kind: fields.kind,
      title: fields.title,
      summary: fields.summary,
      date: date.includes('T') ? dayIn(momentOf(date, timeZone), timeZone) : date,
      callNumber: numbers.get(permanentId),
      round:
        fields.round === undefined
          ? undefined
          : (roundOf.get(fields.round) ?? { id: fields.round, label: fields.round }),
      authors: fields.authors.map((author) => personOf.get(author) ?? { id: author, name: author }),
      tags: [...new Set(fields.tags.flatMap((tag) => tagOf(tag) ?? []))],
      questions: data.questions.map((question) => ({
        ...question,
        text: typeset(question.text, lang),
      })),
      questionCount,
      anchors: data.anchors,
      minutes: minutesToRead(entry.body ?? ''),
      lang,
      withdrawn: fields.withdrawn !== undefined,
      unseen: unseenAs(fields, moment, timeZone),
    };
  };
}

function refuseSharedAddresses(entries: readonly PostEntry[]): void {
  const [shared] = duplicateCodes(entries.map(permanentIdOf));
  if (!shared) return;
  throw new Error(
    `${shared.join(' and ')} would have the same short address. Rename the folder of the newer post.`,
  );
}

function permanentIdOf({ id, data }: PostEntry): string {
  return permanentId({ id, formerly: data.fields.formerly });
}

function numbersOf(
  entries: readonly PostEntry[],
  program: Site['program'],
): ReadonlyMap<string, string> {
  const permanentIds = new Map(entries.map((entry) => [entry.id, permanentIdOf(entry)]));
  return callNumbers(
    entries.map((entry) => {
      const { fields } = entry.data;
      const { published } = postDates(fields, program.timeZone);
      const month = hasCallNumber(program, fields.kind) ? fields.month : undefined;
      const { translationOf } = fields;
      const original = translationOf && (permanentIds.get(translationOf) ?? translationOf);
      return { permanentId: permanentIdOf(entry), month, published, original };
    }),
  );
}

/** Finds a tag by its id, or by a word that is in use for it. */
function tagFinder({ tags, listedTags }: PostContext<unknown>): (word: string) => Tag | undefined {
  const known = byId(tags);
  const meant = tagWords(listedTags);
  return (word) => known.get(word) ?? known.get(meant.get(normalize(word)) ?? '');
}

/** What stands in a post's `responses.yaml`. Nothing of it is left out silently. */
function archivedResponses(
  id: string,
  questionCount: number,
  archives: PostContext<unknown>['archives'],
) {
  const entries = archives.get(id) ?? { responses: [], lines: [] };
  const { responses, problems } = responsesAmong(entries, `${id}/responses.yaml`, questionCount);
  const [wrong] = problems;
  if (wrong) throw new Error(`${wrong.file}:${wrong.line ?? 1} ${wrong.message} ${wrong.hint}`);
  return responses;
}

/** What front matter says in sentences, with the quotation marks and apostrophes of print. */
function printedFields<Picture>(fields: PostFields<Picture>, lang: string): PostFields<Picture> {
  const { title, summary, cover, correction, withdrawn } = fields;
  return {
    ...fields,
    title: typeset(title, lang),
    // The summary of a withdrawn post went with it: the reason stands wherever one is shown.
    summary: typeset(withdrawn ?? summary, lang),
    ...(correction && { correction: typeset(correction, lang) }),
    ...(withdrawn && { withdrawn: typeset(withdrawn, lang) }),
    ...(cover?.caption && { cover: { ...cover, caption: typeset(cover.caption, lang) } }),
  };
}

function unseenAs(
  fields: PostFields<unknown>,
  moment: Date,
  timeZone: string,
): PostSummary['unseen'] {
  if (fields.draft) return 'draft';
  return isPublished(fields, moment, timeZone) ? undefined : 'scheduled';
}

function byId<Item extends { id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}
