import { type Blanks, RULES, type Rule, type RuleName } from './rules.ts';

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
  what: string;
  /** One sentence on what to do. */
  todo: string;
  /** The corrected line, where there is one. */
  better?: string | undefined;
}

/** Where something stands. */
export type Place = Pick<Problem, 'file' | 'line' | 'column' | 'field'>;

/** What a rule's sentences may be followed by. */
interface Help {
  /** The known word that may be meant. */
  guess?: string | undefined;
  /** The corrected line. */
  better?: string | undefined;
}

/**
 * The problem that a rule is broken in a place.
 *
 * @param rule the rule's name
 * @param place file and line, and the field
 * @param blanks what fills the blanks of its sentences
 * @param help the word that may be meant, the corrected line
 */
export function broken<Name extends RuleName>(
  rule: Name,
  place: Place,
  blanks: Readonly<Record<Blanks<Name>, string | number>>,
  help: Help = {},
): Problem {
  const { severity, what, todo }: Rule = RULES[rule];
  const filled = (sentence: string) =>
    sentence.replace(/‹(\w+)›/g, (_, name: Blanks<Name>) => shown(String(blanks[name])));
  const guess = help.guess === undefined ? '' : ` Did you mean "${shown(help.guess)}"?`;
  const { better } = help;
  return { rule, severity, ...place, what: filled(what) + guess, todo: filled(todo), better };
}

/** Problems in the order in which a person goes through the files. */
export function sortedProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}

/** Text order that is the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What an author wrote, short and without signs that would disturb the sentence around it. */
function shown(text: string): string {
  const plain = text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  return plain.length > MOST_SHOWN ? `${plain.slice(0, MOST_SHOWN)}…` : plain;
}

const MOST_SHOWN = 400;
