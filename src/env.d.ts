/** What `search/build/words-module.ts` makes. */
declare module 'virtual:search-words' {
  export const language: string;
  export const messages: import('./core/i18n/message.ts').CompiledPart;
}
