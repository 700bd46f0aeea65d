import { isDay } from './dates.ts';

/** A moment as ISO 8601 writes it: a day, with or without a time, with or without an offset. */
const MOMENT =
  /^(\d{4}-\d{2}-\d{2})(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * The moment that counts as now: the one that somebody wrote into `BUILD_TIME`, else the clock's.
 *
 * @param written ISO 8601; nothing, or an empty text, for the clock's
 * @throws Error with a sentence when it is no moment
 */
export function momentFrom(written: string | undefined, clock: Date): Date {
  if (!written) return clock;
  const [, day = ''] = MOMENT.exec(written) ?? [];
  const moment = new Date(isDay(day) ? written : Number.NaN);
  if (!Number.isNaN(moment.getTime())) return moment;
  throw new Error(`BUILD_TIME is "${written}". Write a time like 2013-06-10T10:00:00Z.`);
}
