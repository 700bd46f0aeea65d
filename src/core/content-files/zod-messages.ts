import type { z } from 'zod';

/**
 * What is wrong with a value: as the schema says it, unless what stands there is of another kind.
 *
 * @param isOptional whether the field may be left out
 */
export function zodMessage(issue: z.core.$ZodIssue, isOptional: boolean): string {
  const orNone = isOptional ? ' Write a value, or delete the line.' : ' Write a value.';
  if (issue.input === null) {
    const mark = typeof issue.path.at(-1) === 'number' ? 'hyphen' : 'colon';
    return `There is nothing after the ${mark}.${orNone}`;
  }
  if (issue.code === 'too_small' && issue.input === '') return `${issue.message}${orNone}`;
  const isOne = issue.code === 'invalid_value' || /string/.test(expectedValue(issue));
  if (isOne && Array.isArray(issue.input)) return 'Only one value belongs here, not a list.';
  if (isOne && typeof issue.input === 'object') {
    return 'Only a value belongs here, without another name and colon.';
  }
  if (expectedValue(issue) === 'object' && Array.isArray(issue.input)) {
    return 'Fields belong here, indented by two spaces, without hyphens before them.';
  }
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? 'This is not a valid name.';
  return issue.message;
}

/** What a value must be, where its schema has no sentence for that: for the library to ask. */
export function withoutMessage(issue: z.core.$ZodRawIssue): string {
  const other = 'This value does not belong here.';
  if (issue.code === 'invalid_type') return EXPECTED[issue.expected] ?? other;
  if (issue.code === 'too_big') return TOO_BIG[issue.origin]?.(issue.maximum) ?? other;
  if (issue.code === 'too_small') return TOO_SMALL[issue.origin]?.(issue.minimum) ?? other;
  return other;
}

type Sentences = Readonly<Record<string, (limit: number | bigint) => string>>;

const TOO_BIG: Sentences = {
  array: (most) => `There are more than ${most}. Remove some.`,
  int: (most) => `The number must be ${most} or less.`,
  number: (most) => `The number must be ${most} or less.`,
  string: (most) => `This is longer than ${most} characters.`,
};

const TOO_SMALL: Sentences = {
  int: (least) => `The number must be ${least} or more.`,
  number: (least) => `The number must be ${least} or more.`,
};

/** The kind of value that is expected where another stands: `string`, `array`; else nothing. */
export function expectedValue(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_type' ? issue.expected : '';
}

const EXPECTED: Readonly<Record<string, string>> = {
  array: 'This must be a list in square brackets: [one, two].',
  boolean: 'This must be true or false.',
  number: 'This must be a number.',
  int: 'This must be a whole number.',
  object: 'Fields belong here, each on its own line, indented by two spaces.',
  record: 'Fields belong here, each on its own line, indented by two spaces.',
  string: 'This must be text.',
};
