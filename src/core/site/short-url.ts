/** Digits and consonants that nobody confuses, in which no word can appear. */
const CHARACTERS = '23456789bcdfghjkmnpqrstvwxz';
const LENGTH = 7;

/**
 * The code of a post's short address `/p/<code>/`. It follows from the permanent id alone (64-bit
 * FNV-1a, seven characters), so it never moves; no title, date, order or other post is in it.
 *
 * @param permanentId the first id that the post ever had
 */
export function shortCode(permanentId: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(permanentId)) {
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  let rest = hash ^ (hash >> 32n);
  let code = '';
  while (code.length < LENGTH) {
    code += CHARACTERS[Number(rest % BigInt(CHARACTERS.length))];
    rest /= BigInt(CHARACTERS.length);
  }
  return code;
}

/**
 * Ids that share their code with another, sorted. One in ten thousand million pairs does; the
 * newer post then needs another folder name before it is published.
 */
export function duplicateCodes(permanentIds: readonly string[]): string[][] {
  const byCode = Map.groupBy(new Set(permanentIds), shortCode);
  return [...byCode.values()].filter((ids) => ids.length > 1).map((ids) => ids.toSorted());
}
