import { compare } from '../text/compare.ts';
import { type Blanks, RULES, type Rule, type RuleName } from './rule-messages.ts';

/** Something in the content that keeps it from being published, or that could be better. */
export interface Problem {
  /** The rule's permanent name, as in `unknown-tag`. */
  rule: RuleName;
  /** An error stops the build; a warning advises. */
  severity: 'error' | 'warning';
  /** The file, relative to the project, with forward slashes. */
  file: string;
  /** 1-based line in the file, where one is known. */
  line?: number | undefined;
  column?: number | undefined;
  /** The field that it is about, where the file is held against a schema: `cover.alt`. */
  field?: string | undefined;
  /** One sentence on what is wrong with what stands there. */
  message: string;
  /** One sentence on what to do. */
  hint: string;
  /** The corrected line, where there is one. */
  fix?: string | undefined;
}

/** Where something stands. */
export type Place = Pick<Problem, 'file' | 'line' | 'column' | 'field'>;

/** What a rule's sentences may be followed by. */
interface Help {
  /** The known word that may be meant. */
  suggestion?: string | undefined;
  /** The corrected line. */
  fix?: string | undefined;
}

/**
 * The problem that a rule is broken in a place.
 *
 * @param rule the rule's name
 * @param place file and line, and the field
 * @param blanks what fills the blanks of its sentences
 * @param help the word that may be meant, the corrected line
 */
export function problem<Name extends RuleName>(
  rule: Name,
  place: Place,
  blanks: Readonly<Record<Blanks<Name>, string | number>>,
  help: Help = {},
): Problem {
  const { severity, message, hint }: Rule = RULES[rule];
  const filled = (sentence: string) =>
    sentence.replace(/‹(\w+)›/g, (_, name: Blanks<Name>) => shown(String(blanks[name])));
  const suggestion =
    help.suggestion === undefined ? '' : ` Did you mean "${shown(help.suggestion)}"?`;
  const { fix } = help;
  return {
    rule,
    severity,
    ...place,
    message: filled(message) + suggestion,
    hint: filled(hint),
    fix,
  };
}

/** Problems in the order in which a person goes through the files. */
export function sortedProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}

/** A problem as it is told. */
export interface ReportedProblem extends Problem {
  /** How many more of its kind there are in its file; only on the last of them that is told. */
  more?: number | undefined;
}

/** So many of one kind in one file make clear what to look for. */
const MOST_OF_A_KIND = 20;

/** The problems to tell: of each rule the first ones in each file, and how many more there are. */
export function reportedProblems(problems: readonly Problem[]): ReportedProblem[] {
  const kindOf = ({ file, rule }: Problem) => `${rule} ${file}`;
  const counts = new Map<string, number>();
  for (const problem of problems) {
    counts.set(kindOf(problem), (counts.get(kindOf(problem)) ?? 0) + 1);
  }
  const told = new Map<string, number>();
  return problems.flatMap((problem): ReportedProblem[] => {
    const kind = kindOf(problem);
    const count = (told.get(kind) ?? 0) + 1;
    told.set(kind, count);
    if (count > MOST_OF_A_KIND) return [];
    const more = count === MOST_OF_A_KIND ? (counts.get(kind) ?? 0) - count : 0;
    return [more > 0 ? { ...problem, more } : problem];
  });
}

/** What to do, and that there is more of the kind. */
export function hintSentence({ hint, more }: ReportedProblem): string {
  if (!more) return hint;
  return `${hint} There ${more === 1 ? 'is' : 'are'} ${more} more like this in the file.`;
}

/** A corrected line longer than this is read by nobody. */
const MOST_IN_LINE = 2000;

/** The corrected line as it is shown; nothing where there is none, or it is endless. */
export function shownFix({ fix }: Problem): string | undefined {
  return fix !== undefined && fix.length <= MOST_IN_LINE ? fix.trim() || undefined : undefined;
}

/** The first of each kind, in their order. */
export function firstOfEach<Item>(items: readonly Item[], kindOf: (item: Item) => unknown): Item[] {
  const seen = new Set<unknown>();
  return items.filter((item) => {
    const kind = kindOf(item);
    const isFirst = !seen.has(kind);
    seen.add(kind);
    return isFirst;
  });
}

/** What an author wrote, short and without characters that would disturb the sentence around it. */
function shown(text: string): string {
  const plain = text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  return plain.length > MOST_SHOWN ? `${plain.slice(0, MOST_SHOWN)}…` : plain;
}

const MOST_SHOWN = 400;
