/**
 * A text as it may be written to a terminal or a log, whatever people wrote into it: characters that
 * steer a terminal or turn the direction of what follows are shown by their number (`<U+001B>`), and
 * no line is a command of GitHub's runner, which takes `::error::` at a line's beginning and
 * `##[error]` anywhere for one.
 *
 * @param text lines; `\n` and tabs stay
 */
export function printable(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(STEERING, (character) =>
      character === '\n' || character === '\t' ? character : numbered(character),
    )
    .replace(/^(\s*)::/gm, '$1\\::')
    .replaceAll('##[', '##\\[');
}

/** A text as {@link printable} has it, on one line: a name or a title, which has no lines. */
export function onOneLine(text: string): string {
  return printable(text.replace(STEERING, numbered));
}

/** JSON that says the same, in which no character steers a terminal and nothing is a command. */
export function printableJson(json: string): string {
  return json
    .replace(STEERING, (character) => (character === '\n' ? character : escapedInJson(character)))
    .replaceAll('##[', `#${escapedInJson('#')}[`);
}

/** Control characters, ends of lines, and what turns the direction (UAX #9). */
const STEERING = /[\p{Cc}\p{Cs}\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;

function numbered(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}

function escapedInJson(character: string): string {
  return Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}
