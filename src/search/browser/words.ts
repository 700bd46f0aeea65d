import { language, messages } from 'virtual:search-words';
import { spokenPart } from '../../core/i18n/message.ts';

/** The words of the search in the site's language, compiled when the site was built. */
export const WORDS = spokenPart<'search'>(messages, language);
