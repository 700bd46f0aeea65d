import type { SearchWords } from '../../core/i18n/search-words.ts';
import { make } from './elements.ts';

/** Lets a reader turn off that a key alone opens the search (WCAG 2.2, 2.1.4). */
export function slashSwitch(words: SearchWords): HTMLElement {
  const box = make('input', { type: 'checkbox' });
  try {
    box.checked = !localStorage.getItem('no-slash');
  } catch {
    box.checked = true;
  }
  box.addEventListener('change', () => {
    try {
      if (box.checked) localStorage.removeItem('no-slash');
      else localStorage.setItem('no-slash', '1');
    } catch {
      // Where storage is refused, the key stays as it is.
    }
  });
  return make('label', {}, box, words.slash);
}
