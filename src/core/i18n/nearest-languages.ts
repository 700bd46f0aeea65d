/**
 * The languages among those that are known which a reader of a language reads best: itself, itself
 * without its region, another form of it in the same script, and English.
 *
 * @param language a tag (BCP 47), in any case
 * @param known tags in their canonical form
 * @returns tags of `known`, the nearest first; the last is `en`
 */
export function nearestLanguages(language: string, known: readonly string[]): string[] {
  const wanted = locale(language);
  if (!wanted) return ['en'];
  const parts = wanted.baseName.split('-');
  const shorter = parts.map((_, cut) => parts.slice(0, parts.length - cut).join('-'));
  const kin = known.filter((tag) => areKin(tag, language));
  const kept = shorter.filter((tag) => kin.includes(tag));
  return [...new Set([...kept, ...kin, 'en'])];
}

/** Whether somebody who reads the one language reads the other: a form of it in the same script. */
export function areKin(one: string, other: string): boolean {
  const [here, there] = [locale(one)?.maximize(), locale(other)?.maximize()];
  if (!here || !there) return one === other;
  return here.language === there.language && here.script === there.script;
}

/** A language as `Intl` reads it; nothing where its tag is none. */
function locale(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}
