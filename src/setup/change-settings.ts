import { isMap, isNode, isScalar, parseDocument } from 'yaml';
import type { SetupAnswers } from './prompts.ts';

/** The answers that are a line of `program.yaml`. */
const LINES = [
  ...(['name', 'shortName', 'tagline', 'address', 'language', 'timeZone'] as const),
  ...(['repository', 'replyTo', 'contact'] as const),
];

/**
 * Changes single settings in the text of `program.yaml`, and leaves all else in it as it stands, notes too.
 *
 * @param text of the file
 * @param given the settings that change; an empty `replyTo` takes the line out
 * @returns the new text, and a line for each setting that is another one now
 */
export function changeSettings(
  text: string,
  given: Partial<SetupAnswers>,
): { text: string; changes: string[] } {
  const changes: string[] = [];
  const changed = LINES.reduce((before, name) => {
    const next = given[name];
    const former = parseDocument(before).get(name);
    if (next === undefined || next === former || (next === '' && former === undefined))
      return before;
    changes.push(`${name}: ${former ?? '(nothing)'} → ${next || '(nothing)'}`);
    return withLine(before, name, next);
  }, text);
  return { text: changed, changes };
}

/** A text of YAML with a field that says something else, or with none where that is empty. */
function withLine(text: string, name: string, value: string): string {
  const { contents } = parseDocument(text);
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === name)
    : undefined;
  const line = value === '' ? '' : `${name}: ${JSON.stringify(value)}`;
  const start = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
  if (start === undefined) return `${text.replace(/\n*$/, '\n')}\n${line}\n`;
  // What follows it in its line, as a note, stays with a value and goes with none.
  const range = isNode(pair?.value) ? pair.value.range : undefined;
  const [, end = start, next = end] = range ?? [];
  const close = line && text[end - 1] === '\n' ? '\n' : '';
  return `${text.slice(0, start)}${line}${close}${text.slice(line ? end : next)}`;
}

/**
 * Puts giscus's ids into the text of a fresh `program.yaml`, in the place of the note that asks for them.
 */
export function withGiscus(text: string, ids: Readonly<Record<string, string>>): string {
  const lines = Object.entries(ids).map(([name, id]) => `  ${name}: ${JSON.stringify(id)}`);
  return text.replace(/^# giscus:\n(# {3}.*\n)+/m, () => `giscus:\n${lines.join('\n')}\n`);
}
