/** A language's name in a language: "Spanish" in English, "español" in its own. */
export function languageName(tag: string, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag) ?? tag;
}

/** The same as a heading: with a capital, where the script has them. */
export function languageHeading(tag: string, inLanguage: string): string {
  const name = languageName(tag, inLanguage);
  const [first = ''] = name;
  return first.toLocaleUpperCase(inLanguage) + name.slice(first.length);
}
