import { dayInWords } from '../model/dates.ts';
import type { Round } from '../model/round.ts';
import type { Words } from './words.ts';

/** When a round took place, in a reader's words: "1 September 2013 to 28 February 2014". */
export function datesOfRound(
  round: Pick<Round, 'starts' | 'ends'>,
  words: Words,
  lang: string,
): string {
  const first = round.starts && dayInWords(round.starts, lang);
  const last = round.ends && dayInWords(round.ends, lang);
  if (first && last) return words.fromTo({ first, last });
  if (first) return words.since({ first });
  if (last) return words.until({ last });
  return '';
}
