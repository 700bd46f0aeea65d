import { monthInWords } from './dates.ts';
import { folded } from './nearest.ts';

/** The languages in which the interface speaks, and so in which people write months. */
const SPEAKING = ['en', 'es', 'ar'];

/** Languages that posts are likely to be in. */
const WRITTEN = [
  'ar',
  'bn',
  'de',
  'en',
  'es',
  'fr',
  'hi',
  'it',
  'ja',
  'ko',
  'nl',
  'pt',
  'ru',
  'sv',
  'tr',
  'uk',
  'zh',
];

/**
 * The day that somebody wrote in another form, if it can be no other: `3 August 2013`, `2013-8-3`,
 * `3.8.2013`, `٢٠١٣-٠٨-٠٣`, `August 2013` for its first day. Of 03/08/2013 nobody knows which is the month.
 */
export function dayMeant(said: string): string | undefined {
  const written = inOurFigures(said);
  const german = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(written);
  if (german) return iso(german[3], Number(german[2]), german[1]);
  const [, one = '', other = '', of] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(written) ?? [];
  if (Number(one) > 12) return iso(of, Number(other), one);
  if (Number(other) > 12) return iso(of, Number(one), other);
  const figures = /^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?$/.exec(written);
  if (figures) return iso(figures[1], Number(figures[2]), figures[3]);
  const words = written
    .replace(/,/g, ' ')
    .split(/\s+/)
    .filter((word) => !/^(de|del|of|the)$/i.test(word));
  const year = words.find((word) => /^\d{4}$/.test(word));
  const day = words.find((word) => /^\d{1,2}(st|nd|rd|th|\.)?$/.test(word));
  const month = monthNamed(words.find((word) => /^\p{L}{3,}/u.test(word)) ?? '');
  return year && month && words.length === (day ? 3 : 2) ? iso(year, month, day) : undefined;
}

/** The zeros of scripts that have figures of their own: each is followed by its nine others. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xe50, 0xff10];

function inOurFigures(text: string): string {
  return text.replace(/\p{Nd}/gu, (figure) => {
    const code = figure.codePointAt(0) ?? 0;
    const zero = ZEROS.find((one) => code >= one && code < one + 10);
    return zero === undefined ? figure : String(code - zero);
  });
}

function iso(year: string | undefined, month: number, day = '1'): string | undefined {
  const two = (number: number) => String(number).padStart(2, '0');
  const written = `${year}-${two(month)}-${two(Number.parseInt(day, 10))}`;
  const moment = new Date(`${written}T00:00:00Z`);
  const isDay = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(written);
  return isDay ? written : undefined;
}

function monthNamed(word: string): number | undefined {
  const wanted = folded(word).replace(/\.$/, '');
  for (let month = 1; month <= 12; month++) {
    for (const language of SPEAKING) {
      const name = folded(monthInWords(`2013-${String(month).padStart(2, '0')}`, language));
      if (wanted.length >= 3 && name.startsWith(wanted)) return month;
    }
  }
  return undefined;
}

/** The code of a language that somebody called by its name, in English or in itself. */
export function languageMeant(written: string): string | undefined {
  return WRITTEN.find((code) =>
    ['en', code].some((speaking) => {
      const name = new Intl.DisplayNames([speaking], { type: 'language' }).of(code);
      return folded(name ?? '') === folded(written);
    }),
  );
}
