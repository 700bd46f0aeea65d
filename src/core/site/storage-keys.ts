/** Where a visitor's choice of colours is kept. Nothing is kept while the device decides. */
export const THEME_KEY = 'theme';

/** Where a browser notes that it has the site's typefaces. */
export const TYPE_KEY = 'type';
