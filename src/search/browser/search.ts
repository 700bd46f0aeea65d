/**
 * The dialog and the page of the search. Both are asked for by this one name, so that they and what
 * they share come in one file: on a slow line each further one costs half a second.
 */
export { openSearch } from './dialog.ts';
export { SearchPage } from './search-page.ts';
