/** A line of a calendar, unfolded (RFC 5545, section 3.1). */
export interface CalendarLine {
  name: string;
  value: string;
}

const LINE = /^([A-Z-]+)((?:;[A-Z-]+=[^\p{Cc}":;,]+)*):((?:\P{Cc}|\t)*)$/u;

/**
 * Reads a calendar by the letter of the standard: lines of at most 75 bytes that end in CR LF, no
 * control character, every BEGIN with its END, and in each event what an event must have.
 *
 * @throws where it breaks a rule
 */
export function calendarLines(ics: string): CalendarLine[] {
  if (!ics.isWellFormed()) throw new Error('It is not UTF-8.');
  const written = ics.split('\r\n');
  if (written.pop() !== '') throw new Error('Its last line has no end.');
  const long = written.find((line) => Buffer.byteLength(line) > 75);
  if (long) throw new Error(`Longer than 75 bytes: ${long}`);
  const lines = written
    .join('\r\n')
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line) => {
      const [, name = '', , value = ''] = LINE.exec(line) ?? [];
      if (!name) throw new Error(`No line of a calendar: ${JSON.stringify(line)}`);
      return { name, value };
    });
  const open: { component: string; names: string[] }[] = [];
  for (const { name, value } of lines) {
    if (name === 'BEGIN') open.push({ component: value, names: [] });
    else if (name !== 'END') open.at(-1)?.names.push(name);
    else {
      const ended = open.pop();
      if (ended?.component !== value) throw new Error(`${value} ends, and was not open.`);
      const missing = (MUST[value] ?? []).filter(
        (one) => ended.names.filter((known) => known === one).length !== 1,
      );
      if (missing.length > 0) throw new Error(`${value} has not one ${missing.join(', ')}.`);
    }
  }
  if (open.length > 0 || lines[0]?.value !== 'VCALENDAR') throw new Error('It is no calendar.');
  return lines;
}

const MUST: Readonly<Record<string, string[]>> = {
  VCALENDAR: ['PRODID', 'VERSION'],
  VEVENT: ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY'],
};

/**
 * A value of the type TEXT as it was before it was escaped (section 3.3.11).
 *
 * @throws where a character stands bare that has to be escaped
 */
export function calendarText(value: string): string {
  if (!/^(?:[^\\;,]|\\[\\;,nN])*$/.test(value)) throw new Error(`Not escaped: ${value}`);
  return value.replace(/\\(.)/g, (_, character) => (/n/i.test(character) ? '\n' : character));
}
