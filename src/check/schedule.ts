import { dayIn, dayInWords, momentOf, offsetInWords } from '../core/model/dates.ts';
import type { ContentIndex } from './content-index.ts';
import { type Document, textField } from './document.ts';

/** A post that is published later. */
export interface Scheduled {
  id: string;
  title: string;
  file: string;
  /** The moment, ISO 8601 in UTC. */
  from: string;
  /** The day and hour in the program's zone: `Tuesday 3 December 2013, 09:00 in Australia/Sydney (+11:00)`. */
  when: string;
}

/**
 * What is published after a moment, the next first; drafts never.
 *
 * @param now the check's moment
 */
export function scheduledPosts(
  posts: readonly Document[],
  catalogue: Pick<ContentIndex, 'posts' | 'program'>,
  now: Date,
): Scheduled[] {
  const { timeZone } = catalogue.program;
  const later = posts.flatMap((post): Scheduled[] => {
    const from = catalogue.posts[post.id]?.from;
    if (!from || new Date(from) <= now) return [];
    const title = textField(post, 'title') ?? post.id;
    const when = inWords(momentOf(textField(post, 'date') ?? from, timeZone), timeZone);
    return [{ id: post.id, title, file: post.file, from, when }];
  });
  return later.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from));
}

function inWords(moment: Date, timeZone: string): string {
  const weekday = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long' }).format(moment);
  const day = dayInWords(dayIn(moment, timeZone), 'en');
  const hour = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(moment);
  return `${weekday} ${day}, ${hour} in ${timeZone} (${offsetInWords(moment, timeZone)})`;
}
