/** A post as far as it is known when it comes out. */
export interface DatedPost {
  id: string;
  /** As the field says it. */
  date: string;
  draft: boolean;
}

const FRONT_MATTER = /^\ufeff?---[^\S\n]*\r?\n([\s\S]*?)\r?\n---[^\S\n]*(?:\r?\n|$)/;

/**
 * What a post says of the day on which it comes out, read without any package. Only plain lines are
 * understood, as they are written in nearly every post.
 *
 * @param text the whole file
 * @returns nothing where the post has no such line, so that somebody has to look
 */
export function datedPost(id: string, text: string): DatedPost | undefined {
  const fields = FRONT_MATTER.exec(text)?.[1];
  const date = fields === undefined ? undefined : plainField(fields, 'date');
  if (fields === undefined || date === undefined) return undefined;
  return { id, date, draft: /^true$/i.test(plainField(fields, 'draft') ?? '') };
}

/** The value of a field that stands on a line by itself, without quotation marks and comment. */
export function plainField(yaml: string, name: string): string | undefined {
  const line = new RegExp(`^(["']?)${name}\\1[^\\S\\n]*:[^\\S\\n]+(.*)$`, 'm').exec(yaml)?.[2];
  const value = line?.replace(/(^|\s)#.*$/, '').trim();
  const inQuotes = /^(["'])(.*)\1$/.exec(value ?? '')?.[2] ?? value;
  return inQuotes === '' || /^[|>&*!{[]/.test(inQuotes ?? '') ? undefined : inQuotes;
}
