import { Scalar, stringify } from 'yaml';
import { z } from 'zod';
import { postSchema } from './post.ts';

/** The fields of a post's front matter in the order in which people write them. */
export const POST_FIELDS = Object.keys(postSchema(() => z.string()).shape);

/**
 * The file of a post, `index.mdx`. Reading it gives the same fields and the same text again.
 *
 * @param fields front matter by name; what is undefined, empty or an empty list is left out
 * @param body the text in Markdown
 */
export function serializePost(fields: Readonly<Record<string, unknown>>, body: string): string {
  const rank = (name: string) => (POST_FIELDS.indexOf(name) + 1 || POST_FIELDS.length + 1) - 1;
  const names = Object.keys(fields).toSorted((a, b) => rank(a) - rank(b));
  const front = names.map((name) => writtenField(name, fields[name])).join('');
  const text = body.toWellFormed().replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd();
  return `---\n${front}---\n${text && `\n${text}\n`}`;
}

/** A line of front matter, or several where the value has parts of its own. */
function writtenField(name: string, value: unknown): string {
  const isNothing = value === undefined || value === '' || (Array.isArray(value) && !value.length);
  if (isNothing) return '';
  if (Array.isArray(value)) return `${name}: [${value.map(inList).join(', ')}]\n`;
  return stringify({ [name]: quoted(value) }, { lineWidth: 0 });
}

/** A value whose texts stand in quotation marks wherever their first character may mean something. */
function quoted(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).filter(([, part]) => part !== undefined && part !== '');
    return Object.fromEntries(parts.map(([name, part]) => [name, quoted(part)]));
  }
  if (typeof value !== 'string') return value;
  const text = new Scalar(value.toWellFormed().trim());
  if (/^[“”„«»\u200b]/.test(text.value)) text.type = 'QUOTE_DOUBLE';
  return text;
}

/** An entry of a list between brackets, in quotation marks unless it is an id. */
function inList(value: unknown): string {
  const isId = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(String(value));
  return isId ? stringify(value).trimEnd() : JSON.stringify(value);
}
