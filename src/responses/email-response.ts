import { stringify } from 'yaml';
import { sanitizeName, sanitizeText } from '../core/text/sanitize-text.ts';

/** An answer that came by email, as a coordinator files it. */
export interface EmailResponse {
  /** The name that the sender agreed to. */
  name: string;
  role?: string | undefined;
  /** The day it arrived. */
  date: string;
  /** The number of the question that it answers. */
  question?: number | undefined;
  /** The id of the response that it answers. */
  parent?: string | undefined;
  text: string;
}

/**
 * An entry for a post's `responses.yaml`. Mail addresses in name, role and text become
 * `[address]`: none is kept.
 *
 * @param id from {@link nextEmailId}
 */
export function emailResponse(answer: EmailResponse, id: string): string {
  const { parent, role, question, date } = answer;
  const entry = {
    id,
    source: 'email',
    ...(parent ? { parent } : {}),
    author: {
      name: withoutAddresses(sanitizeName(answer.name)),
      ...(role ? { role: withoutAddresses(sanitizeName(role)) } : {}),
    },
    date,
    ...(question ? { question } : {}),
    text: withoutAddresses(sanitizeText(answer.text).trim()),
  };
  return stringify([entry], { lineWidth: 0 });
}

/** The next free id for an answer by email, `mail-3`, among those of a file. */
export function nextEmailId(ids: readonly string[]): string {
  const numbers = ids.flatMap((id) => /^mail-(\d+)$/.exec(id)?.[1] ?? []).map(Number);
  return `mail-${Math.max(0, ...numbers) + 1}`;
}

/** Text with its mail addresses taken out. */
export function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, '[address]');
}

/** As long as its parts may be (RFC 5321): without a bound, a very long word takes seconds. */
const ADDRESS = /(mailto:)?[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(\.[\p{L}\p{N}-]+)+/giu;
