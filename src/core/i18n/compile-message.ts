import compile from 'icu-minify/compile';
import type { CompiledMessage, CompiledPart } from './message.ts';

/** A part of a language as it is written: texts and lists of them, by name. */
export interface WrittenPart {
  readonly [name: string]: string | readonly string[] | WrittenPart;
}

/**
 * A text of a language, ready to be spoken: ICU MessageFormat with `{name}` and
 * `{count, plural, one {…} other {…}}`.
 *
 * @throws SyntaxError where the text can't be read
 */
export function compiled(text: string): CompiledMessage {
  return compile(text);
}

/** Each text of a part as something else. */
export function mappedPart<Result>(
  part: WrittenPart,
  as: (text: string, path: readonly string[]) => Result,
  path: readonly string[] = [],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(part).map(([name, one]) => {
      const here = [...path, name];
      if (typeof one === 'string') return [name, as(one, here)];
      if (isList(one)) return [name, one.map((text, at) => as(text, [...here, String(at)]))];
      return [name, mappedPart(one, as, here)];
    }),
  );
}

/** A part compiled ahead, for what runs in browsers. It may hold no lists. */
export function compiledPart(part: WrittenPart): CompiledPart {
  return mappedPart(part, compiled) as unknown as CompiledPart;
}

/** The names of the values that a message takes. */
export function placeholdersIn(message: CompiledMessage): ReadonlySet<string> {
  const names = new Set<string>();
  const look = (node: unknown): void => {
    if (!Array.isArray(node)) return;
    const [name, , branches] = node;
    names.add(name);
    // What a branch says is one text, one node, or a row of them.
    for (const branch of Object.values(branches ?? {})) for (const part of row(branch)) look(part);
  };
  for (const part of row(message)) look(part);
  return names;
}

function row(one: unknown): readonly unknown[] {
  return Array.isArray(one) ? one : [one];
}

function isList(one: readonly string[] | WrittenPart): one is readonly string[] {
  return Array.isArray(one);
}
