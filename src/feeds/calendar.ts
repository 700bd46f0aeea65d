import ical, { ICalEventTransparency } from 'ical-generator';
import { momentInZone, momentOf, nextMonth } from '../core/model/dates.ts';
import { permanentId } from '../core/model/ids.ts';
import type { Program } from '../core/model/program.ts';
import type { Round } from '../core/model/round.ts';
import type { Site } from '../core/site/site.ts';
import { xmlText } from '../core/text/xml.ts';
import { beforeAll } from './feed.ts';

/** What the calendar needs of a discussion. */
export interface CalendarDiscussion {
  id: string;
  formerly: readonly string[];
  title: string;
  summary: string;
  month?: string | undefined;
  date: string;
  updated?: string | undefined;
}

/** What the whole site knows and the calendar shows. */
export interface CalendarContext
  extends Pick<Site, 'urls' | 'words'>,
    Record<'program', Pick<Program, 'name' | 'description' | 'timeZone' | 'feedAuthority'>> {}

interface Entry {
  /** Names the entry for ever, so that calendars update it in place. */
  uid: string;
  title: string;
  description?: string | undefined;
  /** Whole address. */
  address: string;
  /** A first day and the day after the last (all day), or two moments. */
  span: { from: string; until: string } | { start: Date; end: Date };
  /** When it was last changed, where that is known, and how many days after it came out. */
  changed?: { at: Date; sequence: number } | undefined;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * The program's calendar (RFC 5545): the month of each discussion, the first and last day of
 * each round, matching days, and the days on which applications open and close.
 *
 * Days are all-day entries, the same day for everybody. The closing day is an entry from midnight
 * to midnight in the program's zone, in UTC, so that each calendar shows its own hour of closing.
 * Every entry is stamped with the newest change of all content, in place of the machine's clock, so
 * that a calendar that has an entry already takes what is newer.
 */
export function calendar(
  discussions: readonly CalendarDiscussion[],
  rounds: readonly Round[],
  setting: CalendarContext,
): string {
  const { program, urls } = setting;
  const { domain } = program.feedAuthority;
  const events = [
    ...discussions.flatMap((discussion) => monthOf(discussion, setting)),
    ...rounds.flatMap((round) => daysOf(round, setting)),
  ];
  const newest = newestChange(discussions, rounds, program);
  const whole = ical({
    name: escaped(program.name),
    description: escaped(program.description),
    prodId: `//${domain}//Calendar//EN`,
    url: urls.absolute(urls.calendar),
    ttl: DAY / 1000,
    events: events.map((entry) => ({
      id: `${entry.uid}@${domain}`,
      summary: calendarText(entry.title),
      ...(entry.description ? { description: calendarText(entry.description) } : {}),
      url: entry.address,
      stamp: newest,
      ...(entry.changed
        ? { lastModified: entry.changed.at, sequence: entry.changed.sequence }
        : {}),
      transparency: ICalEventTransparency.TRANSPARENT,
      ...('from' in entry.span
        ? { allDay: true, start: utcDay(entry.span.from), end: utcDay(entry.span.until) }
        : entry.span),
    })),
  });
  return `${whole.toString()}\r\n`;
}

/** A text as a calendar can hold it: like XML without control characters, with LF for line ends. */
function calendarText(text: string): string {
  return xmlText(text).replace(/\r\n?/g, '\n');
}

/** A value of the type TEXT (section 3.3.11); the generator escapes those of entries, not its own. */
function escaped(text: string): string {
  return calendarText(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

function monthOf(
  discussion: CalendarDiscussion,
  { program, urls: { absolute, post } }: CalendarContext,
): Entry[] {
  const { month, date } = discussion;
  if (!month) return [];
  const published = momentOf(date, program.timeZone);
  const at = changeOf(discussion, program.timeZone);
  return [
    {
      uid: `discussion-${permanentId(discussion)}`,
      title: discussion.title,
      description: discussion.summary,
      address: absolute(post(discussion.id)),
      span: { from: `${month}-01`, until: `${nextMonth(month)}-01` },
      changed: { at, sequence: Math.ceil((at.getTime() - published.getTime()) / DAY) },
    },
  ];
}

/** When a discussion last changed; never before it was published. */
function changeOf({ date, updated }: CalendarDiscussion, timeZone: string): Date {
  const published = momentOf(date, timeZone);
  const edited = updated ? momentOf(updated, timeZone) : published;
  return edited > published ? edited : published;
}

/** The newest moment that content of the calendar carries. */
function newestChange(
  discussions: readonly CalendarDiscussion[],
  rounds: readonly Round[],
  { timeZone, feedAuthority }: CalendarContext['program'],
): Date {
  const moments = [
    beforeAll(feedAuthority),
    ...discussions.map((discussion) => changeOf(discussion, timeZone)),
    ...rounds.flatMap(({ asOf }) => (asOf ? [utcDay(asOf)] : [])),
  ];
  return new Date(Math.max(...moments.map((moment) => moment.getTime())));
}

function daysOf(round: Round, setting: CalendarContext): Entry[] {
  const { urls, words } = setting;
  const { label } = round;
  const uid = `round-${permanentId(round)}`;
  const address = urls.absolute(urls.round(round.id));
  const allDay = (what: string, title: string, day: string | undefined): Entry[] =>
    day
      ? [
          {
            uid: `${uid}-${what}`,
            title,
            address,
            span: { from: day, until: dayAfter(day) },
          },
        ]
      : [];
  return [
    ...allDay(
      'applications-open',
      words.applicationsOpen({ round: label }),
      round.applicationsOpen,
    ),
    ...closing(round, uid, address, setting),
    ...allDay('matching', words.matching({ round: label }), round.matchingDay),
    ...allDay('starts', words.roundBegins({ round: label }), round.starts),
    ...allDay('ends', words.roundEnds({ round: label }), round.ends),
  ];
}

function closing(
  round: Round,
  uid: string,
  address: string,
  { program: { timeZone }, words }: CalendarContext,
): Entry[] {
  const day = round.applicationsClose;
  if (!day) return [];
  return [
    {
      uid: `${uid}-applications-close`,
      title: words.applicationsClose({ round: round.label }),
      description: words.closesIn({ timeZone }),
      address,
      span: {
        start: momentInZone(day, 0, timeZone),
        end: momentInZone(dayAfter(day), 0, timeZone),
      },
    },
  ];
}

function utcDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function dayAfter(day: string): string {
  return new Date(utcDay(day).getTime() + DAY).toISOString().slice(0, 10);
}
