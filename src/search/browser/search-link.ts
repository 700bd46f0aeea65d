import style from '../../styles/parts/search-dialog.css?url';
import { SEARCH_FILES } from '../index-files.ts';

const load = () => import('./search.ts');

/** The link to the search page, which opens the search over the page one is on. */
class SearchLink extends HTMLElement {
  #dialog: HTMLDialogElement | undefined;
  #asked: Record<string, Promise<Blob>> | undefined;

  connectedCallback() {
    const link = this.querySelector('a');
    if (!link) return;
    link.addEventListener('pointerenter', load);
    link.addEventListener('click', (event) => {
      if (!(event.metaKey || event.ctrlKey || event.shiftKey)) this.#open(event, link);
    });
    document.addEventListener('keydown', (event) => {
      if (isShortcut(event)) this.#open(event, link);
    });
  }

  #open(event: Event, link: HTMLAnchorElement) {
    event.preventDefault();
    const onPage = document.querySelector<HTMLInputElement>('search-page [name="q"]');
    if (onPage) return onPage.focus();
    const code = load();
    this.#dialog ??= dialogFor(link);
    const dialog = this.#dialog;
    dialog.showModal();
    dialog.querySelector('input')?.select();
    this.#asked ??= begun(link.href);
    code.then(
      ({ openSearch }) => openSearch(dialog, this.#asked),
      // What is written leads to the search page then.
      () => {},
    );
  }
}

/** The box at once, so that nobody waits to write: phones show their keys only while a tap is answered. */
function dialogFor({ href, textContent }: HTMLAnchorElement): HTMLDialogElement {
  document.head.insertAdjacentHTML('beforeend', `<link rel="stylesheet" href="${style}">`);
  document.body.insertAdjacentHTML(
    'beforeend',
    `<dialog class="search-dialog"><form role="search" action="${href}"><input name="q" aria-label="${textContent}" autocomplete="off" autocapitalize="none" inputmode="search" enterkeyhint="search"></form></dialog>`,
  );
  return document.body.lastElementChild as HTMLDialogElement;
}

/** Asks for the files that every search begins with, while the code is on its way. */
function begun(address: string): Record<string, Promise<Blob>> {
  const asked: Record<string, Promise<Blob>> = {};
  for (const file of Object.values(SEARCH_FILES)) {
    const answer = fetch(new URL(`../pagefind/${file}`, address), { cache: 'no-cache' });
    asked[file] = answer.then((one) => (one.ok ? one.blob() : Promise.reject(one.status)));
    asked[file].catch(() => {});
  }
  return asked;
}

function isShortcut(event: KeyboardEvent): boolean {
  const { key, altKey, ctrlKey, metaKey } = event;
  const isKey = ctrlKey || metaKey ? key.toLowerCase() === 'k' : key === '/' && isSlashOn();
  if (!isKey || altKey) return false;
  // Of what stands in a shadow, as the editor's text does, the target says only where the shadow is.
  const [target] = event.composedPath();
  const fields = 'input, textarea, select, dialog, [contenteditable]';
  return !(target instanceof Element && target.closest(fields));
}

/** A key alone must be possible to turn off (WCAG 2.1.4); the dialog does. */
function isSlashOn(): boolean {
  try {
    return !localStorage.getItem('no-slash');
  } catch {
    return true;
  }
}

customElements.define('search-link', SearchLink);
if (document.querySelector('search-page'))
  load().then(({ SearchPage }) => customElements.define('search-page', SearchPage));
