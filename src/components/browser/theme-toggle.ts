import { THEME_KEY } from '../../core/site/storage-keys.ts';

class ThemeToggle extends HTMLElement {
  connectedCallback() {
    const select = this.querySelector('select');
    if (!select) return;
    const { dataset } = document.documentElement;
    select.value = dataset['theme'] ?? 'system';
    select.addEventListener('change', () => {
      const isChosen = select.value !== 'system';
      if (isChosen) dataset['theme'] = select.value;
      else delete dataset['theme'];
      try {
        if (isChosen) localStorage.setItem(THEME_KEY, select.value);
        else localStorage.removeItem(THEME_KEY);
      } catch {
        // Where storage is refused, the choice holds for this page.
      }
      document.dispatchEvent(new CustomEvent('themechange'));
    });
    this.hidden = false;
  }
}

customElements.define('theme-toggle', ThemeToggle);
