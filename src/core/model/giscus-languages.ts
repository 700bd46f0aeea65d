/** The languages in which giscus speaks (its i18n.js, July 2025). It refuses every other one. */
export const GISCUS_LANGUAGES: readonly string[] = [
  ...['ar', 'be', 'bg', 'ca', 'cs', 'da', 'de', 'en', 'eo', 'es', 'eu', 'fa', 'fr', 'gr', 'gsw'],
  ...['hbs', 'he', 'hu', 'id', 'it', 'ja', 'kh', 'ko', 'nl', 'pl', 'pt', 'ro', 'ru', 'th', 'tr'],
  ...['vi', 'uk', 'uz', 'zh-CN', 'zh-Hans', 'zh-Hant', 'zh-TW', 'zh-HK'],
];
