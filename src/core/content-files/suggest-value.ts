import { LANGUAGE_TAGS } from '../i18n/language-tags.ts';
import { isDate, monthInWords } from '../model/dates.ts';
import { isLanguage } from '../model/fields.ts';
import { LICENCES } from '../model/licences.ts';
import { closestMatch, normalize } from '../text/closest-match.ts';

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
export function suggestDay(said: string): string | undefined {
  if (said.length > MOST_SAID) return undefined;
  const written = inOurFigures(said).replace(HYPHENS, '-').trim();
  const together = /^(\d{4})(\d\d)(\d\d)$/.exec(written);
  if (together) return iso(together[1], Number(together[2]), together[3]);
  const monthFirst = /^(\d{1,2})[-/. ](\d{4})$/.exec(written);
  if (monthFirst) return iso(monthFirst[2], Number(monthFirst[1]));
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
    .filter((word) => !/^(de|del|of|the)$/i.test(word) && !isWeekday(word));
  const year = words.find((word) => /^\d{4}$/.test(word));
  const day = words.find((word) => /^\d{1,2}(st|nd|rd|th|\.)?$/.test(word));
  const month = monthNamed(words.find((word) => /^\p{L}{3,}/u.test(word)) ?? '');
  return year && month && words.length === (day ? 3 : 2) ? iso(year, month, day) : undefined;
}

/**
 * The day, or the time with its offset, that somebody wrote in another form: `2013-08-03 9:00 +1000`.
 * A time without its offset may be any moment of two days.
 */
export function suggestDate(said: string): string | undefined {
  if (said.length > MOST_SAID) return undefined;
  const written = inOurFigures(said).replace(HYPHENS, '-').trim();
  const [, day, hour = '', minute, zone = ''] = TIMED.exec(written) ?? [];
  if (!day) return suggestDay(said);
  const [, sign = '', hours = '', minutes = '00'] = /^([+-])(\d\d?):?(\d\d)?$/.exec(zone) ?? [];
  const offset = sign ? `${sign}${hours.padStart(2, '0')}:${minutes}` : 'Z';
  const meant = `${day}T${hour.padStart(2, '0')}:${minute}${offset}`;
  return isDate(meant) ? meant : undefined;
}

const TIMED =
  /^(\d{4}-\d\d-\d\d)[T ]+(\d\d?):(\d\d)(?::\d\d(?:[.,]\d+)?)? *(Z|UTC|GMT|[+-]\d\d?(?::?\d\d)?)$/i;

/** What looks like a hyphen, and is a dash, a minus or one of the other hyphens. */
const HYPHENS = /[\u2010-\u2015\u2212]/g;

function isWeekday(word: string): boolean {
  const wanted = normalize(word).replace(/\.$/, '');
  return (
    wanted.length >= 2 && LANGUAGE_TAGS.some((language) => weekdaysIn(language).includes(wanted))
  );
}

/** The names of the days of the week in a language, whole and in short. */
function weekdaysIn(language: string): string[] {
  const days = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2013, 0, 6 + day)));
  return (['long', 'short'] as const).flatMap((weekday) => {
    const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
    return days.map((day) => normalize(format.format(day)));
  });
}

/** No day is written in more characters. */
const MOST_SAID = 80;

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
  const wanted = normalize(word).replace(/\.$/, '');
  for (let month = 1; month <= 12; month++) {
    for (const language of LANGUAGE_TAGS) {
      const name = normalize(monthInWords(`2013-${String(month).padStart(2, '0')}`, language));
      if (wanted.length >= 3 && name.startsWith(wanted)) return month;
    }
  }
  return undefined;
}

/** What other blogs and people call our fields. */
const FIELDS: Readonly<Record<string, string>> = {
  ...{ category: 'round', type: 'kind', keywords: 'tags', labels: 'tags' },
  ...{ headline: 'title', name: 'title', heading: 'title', subject: 'title' },
  ...{ excerpt: 'summary', description: 'summary', teaser: 'summary', intro: 'summary' },
  ...{ pubdate: 'date', publishdate: 'date', day: 'date' },
  ...{ by: 'authors', writer: 'authors', language: 'lang', locale: 'lang' },
  ...{ picture: 'cover', photo: 'cover', hero: 'cover', thumbnail: 'cover' },
  ...{ src: 'image', url: 'image', file: 'image', photographer: 'credit', license: 'licence' },
  ...{ lastmod: 'updated', modified: 'updated', comments: 'responses', aliases: 'formerly' },
};

/** The field that somebody called by another name, if it is one of those that belong here. */
export function suggestField(written: string, known: readonly string[]): string | undefined {
  const name = written.toLowerCase();
  const meant = FIELDS[name] ?? (name === 'image' ? 'cover' : undefined);
  return meant !== undefined && known.includes(meant) && !known.includes(name) ? meant : undefined;
}

/** What people call the kinds of posts. */
const KINDS: Readonly<Record<string, RegExp>> = {
  discussion: /topic|question|^discuss/i,
  update: /^(news|announcement|notice|updates)$/i,
  story: /guest|interview|^stor/i,
};

/**
 * The one of a few words that somebody meant.
 *
 * @param field the field in which it stands
 */
export function suggestOption(
  field: string,
  written: string,
  options: readonly string[],
): string | undefined {
  if (field === 'licence') return suggestLicence(written);
  const kind = Object.keys(KINDS).find((one) => field === 'kind' && KINDS[one]?.test(written));
  return closestMatch(written, options) ?? (kind && options.includes(kind) ? kind : undefined);
}

/** What other sites call our components. */
const ALIASES: Readonly<Record<string, RegExp>> = {
  Note: /^(tip|warning|info|callout|alert|aside|box|admonition|caution|important)$/i,
  Embed: /^(youtube|vimeo|video|iframe|audio|podcast|tweet|map|player)$/i,
  Figure: /^(image|img|picture|photo)$/i,
  Quote: /^(blockquote|pullquote|cite|quotation)$/i,
  InLanguage: /^(lang|language|arabic|translation)$/i,
};

/** The component of ours that somebody called as other sites do. */
export function suggestComponent(written: string): string | undefined {
  return Object.keys(ALIASES).find((name) => ALIASES[name]?.test(written));
}

/** What other sites call the attributes of our components. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  ...{ image: ['src'], file: ['src'], href: ['url', 'src'], link: ['url'], url: ['src', 'source'] },
  ...{ src: ['url'], author: ['source', 'credit'], by: ['source', 'credit'], cite: ['source'] },
  ...{ photographer: ['credit'], license: ['licence'], heading: ['title', 'caption'] },
  ...{ text: ['caption', 'title'], description: ['alt', 'title'], title: ['caption', 'source'] },
  ...{ label: ['title', 'caption'], name: ['title', 'source'], language: ['lang'] },
};

/** The attribute that somebody called by another name, if it is one of those that belong here. */
export function suggestAttribute(written: string, known: readonly string[]): string | undefined {
  const name = written.toLowerCase();
  const meant = Object.hasOwn(ATTRIBUTES, name) ? ATTRIBUTES[name] : undefined;
  return closestMatch(name, known) ?? meant?.find((one) => known.includes(one));
}

/** The licence that somebody called by its label or its address: `CC BY 4.0`. */
export function suggestLicence(written: string): string | undefined {
  const bare = (text: string) => text.toLowerCase().replace(/^https?:\/\/(www\.)?|[^a-z0-9]+/g, '');
  const said = bare(written.replace(/\/(deed|legalcode)\b.*$/, ''));
  const known = Object.entries(LICENCES);
  const exact = known.find(([id, { label, url }]) =>
    [id, label, url ?? id].some((name) => bare(name) === said),
  );
  const begun = known.find(([id]) => said.length >= 3 && bare(id).startsWith(said));
  return (exact ?? begun)?.[0];
}

/** Codes of countries that are no codes of languages, and whose language is meant. */
const COUNTRIES: Readonly<Record<string, string>> = {
  ...{ sp: 'es', jp: 'ja', gr: 'el', cz: 'cs', ua: 'uk', cn: 'zh', dk: 'da' },
};

/** The code of a language that somebody called by its name, in English or in itself. */
export function suggestLanguage(written: string): string | undefined {
  const country = written.toLowerCase();
  if (Object.hasOwn(COUNTRIES, country)) return COUNTRIES[country];
  const formed = canonical(written.replaceAll('_', '-'));
  if (formed && isLanguage(formed)) return formed;
  return WRITTEN.find((code) =>
    ['en', code].some((speaking) => {
      const name = new Intl.DisplayNames([speaking], { type: 'language' }).of(code);
      return normalize(name ?? '') === normalize(written);
    }),
  );
}

function canonical(tag: string): string | undefined {
  try {
    return /^[a-z]{2,3}(-|$)/i.test(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
}
