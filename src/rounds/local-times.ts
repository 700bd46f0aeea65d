import { dayIn, hourInWords, momentInZone, offsetInWords, shortDay } from '../core/model/dates.ts';

/** A place of the program's world. */
export interface Place {
  name: string;
  /** IANA name. */
  timeZone: string;
}

/** What a moment is called in a place. */
export interface LocalTime {
  name: string;
  /** The hour there: "04:30". */
  hour: string;
  /** The day there, where it is another than the one that is named already: "30 Jun". */
  day?: string;
  /** The moment as clocks there have it, with their offset (ISO 8601). */
  datetime: string;
}

/**
 * A moment in each place, from the west to the east, so that the day goes on along the list.
 *
 * @param day the ISO day that stands beside the hours and needs no naming
 */
export function localTimes(
  moment: Date,
  { day: named, places, lang }: { day: string; places: readonly Place[]; lang: string },
): LocalTime[] {
  return places
    .map(({ name, timeZone: zone }) => {
      const day = dayIn(moment, zone);
      const datetime = `${day}T${hourInWords(moment, zone, 'en')}${offsetInWords(moment, zone)}`;
      const hour = hourInWords(moment, zone, lang);
      return { name, hour, datetime, ...(day !== named && { day: shortDay(day, lang) }) };
    })
    .toSorted((a, b) => clock(a).localeCompare(clock(b)));
}

/** Date and time on the clock, without the offset: the further west, the earlier. */
const clock = ({ datetime }: LocalTime) => datetime.slice(0, '2013-08-03T09:00'.length);

/** The moment at which a day is over in a zone. */
export function endOf(day: string, timeZone: string): Date {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000);
  return momentInZone(next.toISOString().slice(0, 10), 0, timeZone);
}
