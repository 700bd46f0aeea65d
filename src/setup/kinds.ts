import anyAscii from 'any-ascii';
import { wordsFor } from '../core/i18n/words.ts';
import { kindsSchema } from '../core/model/kind-fields.ts';
import { isOurs, type KindOfOurs, kindIds } from '../core/model/kinds.ts';
import { slugOf } from '../core/text/slug.ts';

/** A kind of posts with which a blog begins. */
export interface FirstKind {
  id: string;
  /** What one of its posts is called, and their list. */
  one: string;
  many: string;
  path: string;
  hasQuestions: boolean;
  hasMonth: boolean;
}

/** What is offered: the kinds of a program that names none. */
export const USUAL_KINDS = kindIds({}).join(', ');

/**
 * The kinds that somebody named, separated by commas: ours by their ids, others as
 * `Webinar/Webinars`, with `(questions)`, `(month)` or both behind them.
 *
 * @returns the kinds, or a sentence that says why these are none
 */
export function kindsNamed(written: string): { kinds: FirstKind[] } | { hint: string } {
  const parts = written
    .split(/,(?![^()]*\))/)
    .map((part) => part.trim())
    .filter(Boolean);
  const kinds = parts.map(kindNamedBy);
  const unclear = parts.find((_, index) => kinds[index] === undefined);
  if (unclear !== undefined)
    return {
      hint: `"${unclear}" is not a kind. Write discussion, update or story, or your own in one and in many: Webinar/Webinars.`,
    };
  const named = kinds.filter((kind) => kind !== undefined);
  const twice = named.find(({ id }, index) => named.findIndex((one) => one.id === id) < index);
  if (twice) return { hint: `"${twice.one}" is there twice.` };
  const { error } = kindsSchema.safeParse(asWritten(named, 'en'));
  return error ? { hint: error.issues[0]?.message ?? 'These are no kinds.' } : { kinds: named };
}

function kindNamedBy(part: string): FirstKind | undefined {
  const id = part.toLowerCase();
  if (isOurs(id)) return ours(id);
  const [, one, many, more = ''] = /^([^/()]+)\/([^/()]+?)(?:\(([^()]*)\))?$/.exec(part) ?? [];
  if (!one?.trim() || !many?.trim()) return undefined;
  return {
    ...{ id: slugOf(one, anyAscii), one: one.trim(), many: many.trim() },
    path: slugOf(many, anyAscii),
    hasQuestions: /question/i.test(more),
    hasMonth: /month/i.test(more),
  };
}

function ours(id: KindOfOurs): FirstKind {
  const { kind, kinds } = wordsFor('en');
  const own = { discussion: 'discussions', update: 'updates', story: 'stories' }[id];
  const asks = id === 'discussion';
  return { id, one: kind[id], many: kinds[id], path: own, hasQuestions: asks, hasMonth: asks };
}

/** Kinds as `program.yaml` has them. */
function asWritten(kinds: readonly FirstKind[], language: string) {
  return Object.fromEntries(
    kinds.map(({ id, one, many, path, hasQuestions, hasMonth }) => [
      id,
      isOurs(id)
        ? null
        : {
            path,
            ...(hasQuestions && { questions: true }),
            ...(hasMonth && { month: true }),
            labels: { [language]: { one, many } },
          },
    ]),
  );
}

/** The lines of `program.yaml` that name the kinds; none where they are the usual ones. */
export function kindLines(kinds: readonly FirstKind[], language: string): string {
  if (kinds.map(({ id }) => id).join(', ') === USUAL_KINDS) return '';
  const lines = Object.entries(asWritten(kinds, language)).flatMap(([id, kind]) =>
    kind === null
      ? [`  ${id}:`]
      : [
          `  ${id}:`,
          ...Object.entries(kind)
            .filter(([name]) => name !== 'labels')
            .map(([name, value]) => `    ${name}: ${value}`),
          '    labels:',
          ...Object.entries(kind.labels).map(
            ([tag, { one, many }]) =>
              `      ${JSON.stringify(tag)}: { one: ${JSON.stringify(one)}, many: ${JSON.stringify(many)} }`,
          ),
        ],
  );
  return `
# The kinds of posts, in this order. A path never changes once it is published.
# questions: true asks readers questions; month: true is for one post a month; look: day or postcard.
kinds:
${lines.join('\n')}
`;
}
