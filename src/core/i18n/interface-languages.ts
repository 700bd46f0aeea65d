/**
 * The languages of the interface. Each has its words in a file of its own beside this one; a table in
 * `languages.ts` that lacks one does not type-check.
 */
export const INTERFACE_LANGUAGES = ['en', 'es', 'ar'] as const;

export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];
