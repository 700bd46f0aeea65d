/**
 * Days, months and moments, without the machine's clock or zone.
 *
 * A *day* is an ISO 8601 calendar day (`2013-08-03`), a *month* its first two parts (`2013-08`).
 * The hour at which a post dated with a day alone is published is {@link PUBLISHING_HOUR},
 * in the program's time zone (IANA name).
 */

/** 09:00 in the program's zone. */
export const PUBLISHING_HOUR = 9;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MOMENT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** Whether the text is a day that exists in the calendar: 2013-02-30 does not. */
export function isDay(text: string): boolean {
  const parts = DAY.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whether the text is a month, `2013-08`. */
export function isMonth(text: string): boolean {
  return isDay(`${text}-01`);
}

/** Whether the text is a day, or a day and time with its offset (`2013-08-03T18:00+10:00`). */
export function isDate(text: string): boolean {
  const moment = MOMENT.exec(text);
  return isDay(moment?.[1] ?? text);
}

/**
 * The moment that a date of the content stands for.
 *
 * @param date a day (09:00 in the zone is meant), or a time with offset
 * @param timeZone IANA name of the program's zone
 * @throws RangeError when the date is neither
 */
export function momentOf(date: string, timeZone: string): Date {
  if (!isDate(date)) throw new RangeError(`"${date}" is not a date.`);
  if (date.includes('T')) return new Date(date);
  return momentInZone(date, PUBLISHING_HOUR, timeZone);
}

/**
 * The moment when a day's hour strikes in a zone; where a clock change skips it, the next one.
 *
 * @param day ISO day
 * @param hour 0 to 23
 * @param timeZone IANA name
 */
export function momentInZone(day: string, hour: number, timeZone: string): Date {
  const asIfUtc = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  // No zone is further from UTC than a day, and none changes its clocks twice within two.
  const offsetsAround = [-DAY_LENGTH, DAY_LENGTH].map((away) => offsetAt(asIfUtc + away, timeZone));
  const moments = offsetsAround.map((offset) => asIfUtc - offset);
  const struck = moments.find((moment) => moment + offsetAt(moment, timeZone) === asIfUtc);
  // By the clocks of before the change it is the next hour after it.
  return new Date(struck ?? moments[0] ?? asIfUtc);
}

const DAY_LENGTH = 24 * 3_600_000;

/** The calendar day of a moment in a zone, as `2013-08-03`. */
export function dayIn(moment: Date, timeZone: string): string {
  return new Date(moment.getTime() + offsetAt(moment.getTime(), timeZone))
    .toISOString()
    .slice(0, 10);
}

/** By how much clocks in a zone are ahead of UTC at a moment, as in `+10:00`. */
export function offsetInWords(moment: Date, timeZone: string): string {
  const minutes = Math.round(offsetAt(moment.getTime(), timeZone) / 60_000);
  const two = (number: number) => String(number).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** A moment as clocks in a zone show it, with their offset: `2013-08-03T18:00+10:00`. */
export function momentText(moment: Date, timeZone: string): string {
  const shown = new Date(moment.getTime() + offsetAt(moment.getTime(), timeZone));
  return `${shown.toISOString().slice(0, 16)}${offsetInWords(moment, timeZone)}`;
}

/**
 * A day, and perhaps a time, as a date of the content. The usual hour is left out; a time that a
 * clock change skips becomes the next one.
 *
 * @param time as clocks in the zone show it, `18:00`, or empty
 */
export function dateAt(day: string, time: string, timeZone: string): string {
  const [hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)/.exec(time)?.slice(1).map(Number) ?? [];
  const isUsual = hours === PUBLISHING_HOUR && minutes === 0;
  if (hours === undefined || minutes === undefined || isUsual || !isDay(day)) return day;
  const hour = momentInZone(day, hours, timeZone);
  return momentText(new Date(hour.getTime() + minutes * 60_000), timeZone);
}

/** The day and the time of a date of the content, as clocks in a zone show them; a day alone has none. */
export function dayAndTime(date: string, timeZone: string): { day: string; time: string } {
  if (!date.includes('T') || !isDate(date)) return { day: date, time: '' };
  const [day = '', time = ''] = momentText(new Date(date), timeZone).split('T');
  return { day, time: time.slice(0, 5) };
}

/** The month after a month: `2013-12` gives `2014-01`. */
export function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A formatter, made once per setting: making one is slow. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, known);
  return known;
}

/** A day in words: "3 August 2013" for `en`, in the Gregorian calendar and that language. */
export function dayInWords(day: string, lang: string): string {
  return daysWords(day, lang, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** A day without its year, as short as the language has it: "3 Aug". */
export function shortDay(day: string, lang: string): string {
  return daysWords(day, lang, { day: 'numeric', month: 'short' }).replace(' de ', ' ');
}

function daysWords(day: string, lang: string, options: Intl.DateTimeFormatOptions): string {
  const words = inWords(`${day}T00:00:00Z`, lang, options);
  const first = FIRST.find(([ofLanguage]) => ofLanguage.test(lang))?.[1];
  return first && day.endsWith('-01') ? words.replace(/^1(?= )/, first) : words;
}

/** Where the first day of a month alone is an ordinal number, which `Intl` does not know. */
const FIRST: readonly (readonly [language: RegExp, first: string])[] = [
  [/^fr\b/i, '1er'],
  [/^pt(?!-(?!br\b))/i, '1º'],
];

/** A month in words: "August 2013". */
export function monthInWords(month: string, lang: string): string {
  return inWords(`${month}-01T00:00:00Z`, lang, { month: 'long', year: 'numeric' });
}

/** The hour of a moment on the clocks of a zone, of 24: "04:30". */
export function hourInWords(moment: Date, timeZone: string, lang: string): string {
  const settings = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  return formatter(lang === 'en' ? 'en-GB' : lang, settings).format(moment);
}

function inWords(instant: string, lang: string, options: Intl.DateTimeFormatOptions): string {
  const locale = lang === 'en' ? 'en-GB' : lang;
  const settings = { ...options, timeZone: 'UTC', calendar: 'gregory' } as const;
  return formatter(locale, settings).format(new Date(instant));
}

const offsets = new Map<string, number>();

/** Milliseconds by which a zone is ahead of UTC at a moment; asked of `Intl` once, which is slow. */
function offsetAt(moment: number, timeZone: string): number {
  const key = `${timeZone} ${moment}`;
  const known = offsets.get(key) ?? askedOffset(moment, timeZone);
  offsets.set(key, known);
  return known;
}

function askedOffset(moment: number, timeZone: string): number {
  const parts = formatter('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(moment / 1000) * 1000;
}
