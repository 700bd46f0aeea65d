/** Something in the content that keeps it from being published, or that could be better. */
export interface Problem {
  /** The rule's permanent name, as in `unknown-tag`. */
  rule: string;
  /** An error stops the build; a warning advises. */
  severity: 'error' | 'warning';
  /** The file, relative to the project, with forward slashes. */
  file: string;
  /** 1-based line in the file, where one is known. */
  line?: number | undefined;
  column?: number | undefined;
  /** One sentence on what is wrong with what stands there. */
  what: string;
  /** One sentence on what to do. */
  todo: string;
  /** The corrected line, where there is one. */
  better?: string | undefined;
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
