/** Where a visitor's choice of colours is kept. Nothing is kept while the device decides. */
export const THEME_KEY = 'theme';

/**
 * Sets the chosen colours before anything is drawn. The one inline script of the site: the
 * Content-Security-Policy carries the hash of exactly this string.
 */
export const THEME_SCRIPT = `try{let t=localStorage.getItem('${THEME_KEY}');if(t=='light'||t=='dark')document.documentElement.dataset.theme=t}catch{}`;
