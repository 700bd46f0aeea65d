import { z } from 'zod';
import { isDate, isDay, isMonth } from './dates.ts';

/** Text on one line, without control characters; `most` is its greatest length in characters. */
export function lineOfText(most: number) {
  return z
    .string({ error: 'This must be text.' })
    .trim()
    .min(1, 'This is empty.')
    .max(most, `This is longer than ${most} characters.`)
    .regex(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
      /^[^\u0000-\u001f\u007f-\u009f]*$/,
      'This contains a line break or a hidden character.',
    );
}

export const day = z.string({ error: 'This must be a day, like 2013-08-03.' }).refine(isDay, {
  error: (issue) =>
    impossible(issue.input) ?? `"${issue.input}" is not a date. Write it like 2013-08-03.`,
});

export const month = z.string({ error: 'This must be a month, like 2013-08.' }).refine(isMonth, {
  error: (issue) =>
    /^\d{4}-\d\d$/.test(String(issue.input))
      ? `There is no month ${issue.input}.`
      : `"${issue.input}" is not a month. Write it like 2013-08.`,
});

export const date = z
  .string({ error: 'This must be a day, like 2013-08-03.' })
  .refine(isDate, {
    error: (issue) =>
      impossible(issue.input) ??
      `"${issue.input}" is not a date. Write a day, like 2013-08-03, or a day and time with the time zone, like 2013-08-03T18:00+10:00.`,
  })
  .refine((written) => !isDate(written) || Number(written.slice(0, 4)) >= FIRST_YEAR, {
    error: (issue) =>
      `The year ${String(issue.input).slice(0, 4)} is before there were websites. Correct it.`,
  });

/** Nothing on the web is older. */
const FIRST_YEAR = 1990;

/** What to say of a day that is written as it should be, and does not exist. */
function impossible(written: unknown): string | undefined {
  const [, named = ''] = /^(\d{4}-\d\d-\d\d)(?:T|$)/.exec(String(written)) ?? [];
  return named && !isDay(named) ? `There is no day ${named}.` : undefined;
}

/** A well-formed BCP 47 language tag with a code of ISO 639: `en`, `zh-Hans`. */
export const language = z.string().refine(isLanguage, {
  error: (issue) =>
    `"${issue.input}" is not a language code. Write one like en, es, ar or zh-Hans.`,
});

/** Whether a text is a language code as {@link language} takes it. */
export function isLanguage(tag: string): boolean {
  try {
    // Words and styles are found by the code, so it has to be in the one form that it has.
    const [canonical = ''] = Intl.getCanonicalLocales(tag);
    const isFormed = /^[a-z]{2,3}(-|$)/.test(tag) && (canonical === tag || !isSame(canonical, tag));
    return isFormed && (!/^..(-|$)/.test(tag) || isNamed(tag));
  } catch {
    return false;
  }
}

/** Whether codes differ in capital letters at most; some are short for others, and may stay. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Every code of two letters has a name; of three, only the greater languages have one everywhere. */
function isNamed(tag: string): boolean {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return names.of(tag.slice(0, 2)) !== undefined;
}

/** An address on the web, http or https, without a password in it. */
export const webAddress = z.string().refine(isWebAddress, {
  error: (issue) =>
    `"${issue.input}" is not a web address. It must begin with https:// or http://.`,
});

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username === '' && url.password === '';
}

export const mailAddress = z.email({
  error: (issue) => `"${issue.input}" is not an email address.`,
});

/** `owner/name` on GitHub. */
export const repository = z
  .string()
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/[A-Za-z0-9._-]{1,100}$/,
    'Write a repository as owner/name, as in its address on GitHub.',
  );
