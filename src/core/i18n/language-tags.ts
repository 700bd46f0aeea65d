/**
 * The languages of the interface (BCP 47). Each has its words in a file of its own beside this one; a table
 * in `translations.ts` that lacks one does not type-check.
 */
export const LANGUAGE_TAGS = ['en', 'es', 'ar', 'de', 'fr', 'pt', 'zh-Hans'] as const;
