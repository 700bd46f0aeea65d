import { z } from 'zod';
import { readYaml } from '../core/content-files/yaml.ts';

/** What joins the entries of a list that is told as one value. */
export const BETWEEN_ENTRIES = ' · ';

/**
 * Every value of a YAML text by the path that leads to it. Entries of a list have their id or place
 * in it; a list within something is one value, since an entry more would move all that follow.
 *
 * @returns nothing where the text can't be read
 */
export function yamlLeaves(text: string): ReadonlyMap<string, string> | undefined {
  const { value } = readYaml(text, z.unknown(), '');
  return value === undefined ? undefined : leavesOf(value);
}

/** Every value of something made of fields and lists, as {@link yamlLeaves} has them. */
export function leavesOf(value: unknown): ReadonlyMap<string, string> {
  const leaves = new Map<string, string>();
  const walk = (part: unknown, path: readonly string[]) => {
    if (typeof part !== 'object' || part === null) leaves.set(path.join('.'), String(part));
    else if (Array.isArray(part) && path.length > 0) {
      if (part.length > 0) leaves.set(path.join('.'), part.map(inWords).join(BETWEEN_ENTRIES));
    } else {
      for (const [key, inner] of Object.entries(part)) {
        const id: unknown = Array.isArray(part) ? inner?.id : undefined;
        const place = Array.isArray(part) ? String(Number(key) + 1) : key;
        walk(inner, [...path, typeof id === 'string' ? id : place]);
      }
    }
  };
  walk(value, []);
  return leaves;
}

/** An entry of a list: its first value, and in brackets what else there is. */
function inWords(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return String(entry);
  const [first = '', ...others] = [...leavesOf(Object.values(entry)).values()];
  return others.length > 0 ? `${first} (${others.join(', ')})` : first;
}
