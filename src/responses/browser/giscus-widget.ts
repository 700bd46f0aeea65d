import type { NewerResponses } from '../../core/i18n/response-words.ts';
import { type GiscusState, giscusState } from '../../core/model/giscus-state.ts';

/** What the reply form needs to know, as its place on the page says it. */
interface Setting {
  /** giscus's attributes, by name. */
  attributes: Record<string, string>;
  words: Record<string, string>;
  /** What says how many newer responses there are, as JSON. */
  newer: string;
  /** How many responses the page shows already. */
  known: number;
}

/** giscus's element, as far as we use it. */
interface Widget extends HTMLElement {
  iframeRef?: HTMLIFrameElement;
  updateComplete: Promise<unknown>;
}

/** Under which giscus's element keeps that a reader has signed in. */
const SESSION = 'giscus-session';

/**
 * Puts giscus's form into its place on the page and keeps what there is to say of it above it: that
 * it loads, how many responses are newer than the page, or what is wrong. Loaded when a reader asks.
 */
export class GiscusWidget {
  private widget: Widget | undefined;
  private listening = new AbortController();
  private place: HTMLElement;
  private setting: Setting;

  constructor(place: HTMLElement, setting: Setting) {
    this.place = place;
    this.setting = setting;
  }

  /**
   * Shows the form, takes the reader to it, and says a word.
   *
   * @param state what there is to say once it is there
   */
  async open(state?: GiscusState | 'notSignedIn') {
    if (this.widget) return this.show();
    this.say(state ? this.sentence(state) : (this.setting.words['loading'] ?? ''));
    try {
      await import('giscus');
      // Made with `new`, so that an error in it (storage refused) can be caught.
      const Made = customElements.get('giscus-widget');
      if (!Made) throw new Error('giscus is not there');
      const widget = new Made() as Widget;
      // Where giscus leads back to from signing in. No heading has an id with a colon.
      widget.id = 'answer:live';
      for (const [name, value] of Object.entries(this.setting.attributes))
        widget.setAttribute(name, value);
      widget.setAttribute('theme', theme());
      this.widget = widget;
      this.listen(widget);
      this.place.append(widget);
      await widget.updateComplete;
      this.show();
    } catch {
      this.close(keepsThings() ? 'failed' : 'storage');
    }
  }

  private listen(widget: Widget) {
    this.listening = new AbortController();
    const { signal } = this.listening;
    const timer = setTimeout(() => this.close('failed'), 10_000);
    signal.addEventListener('abort', () => clearTimeout(timer));
    const repaint = () => widget.setAttribute('theme', theme());
    document.addEventListener('themechange', repaint, { signal });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint, { signal });
    const hear = ({ origin, source, data }: MessageEvent) => {
      const isGiscus = source === widget.iframeRef?.contentWindow;
      if (!isGiscus || origin !== this.setting.attributes['host'] || !data?.giscus) return;
      clearTimeout(timer);
      this.hear(data.giscus);
    };
    addEventListener('message', hear, { signal });
    // Whoever leaves from inside the form goes to sign in, and may come back with the back button.
    const leave = () =>
      document.activeElement === widget && this.place.dispatchEvent(new Event('leave'));
    addEventListener('pagehide', leave, { signal });
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted && !hasSession()) this.say(this.sentence('notSignedIn'));
    };
    addEventListener('pageshow', comeBack, { signal });
  }

  private hear({ error, discussion }: { error?: unknown; discussion?: Totals }) {
    if (typeof error === 'string') return this.tell(error);
    if (discussion) this.count(discussion.totalCommentCount + discussion.totalReplyCount);
    else if (this.said() !== this.setting.words['loading']) return;
    else this.say('');
    // It had no height before it spoke, so that there may have been no room to come to it.
    if (document.activeElement === this.widget) this.show();
  }

  private tell(error: string) {
    const state = giscusState(error);
    if (/unable to retrieve token/i.test(error) && hasSession()) return this.signInAgain();
    if (state) this.say(this.sentence(state, error));
    else if (this.said() === this.setting.words['loading']) this.say('');
  }

  /** giscus's element forgets a credential that is refused, but not one for which giscus has no token. */
  private signInAgain() {
    try {
      localStorage.removeItem(SESSION);
    } catch {}
    this.listening.abort();
    this.widget?.remove();
    this.widget = undefined;
    void this.open('signedOut');
  }

  private count(total: number) {
    const { words, newer, known } = this.setting;
    const count = total - known;
    if (count > 0) {
      const { forms, language } = JSON.parse(newer) as NewerResponses;
      const form = forms[new Intl.PluralRules(language).select(count)] ?? forms['other'];
      return this.say(form?.replace('#', String(count)) ?? '');
    }
    // Who is not signed in is still told so while the form shows its button for it.
    const stays = ['signedOut', 'notSignedIn'].map((state) => words[state]);
    if (hasSession() || !stays.includes(this.said())) this.say('');
  }

  /** Brings the form, with what stands above it, before the reader's eyes, and the keyboard into it. */
  private show() {
    this.widget?.iframeRef?.focus({ preventScroll: true });
    const line = this.place.querySelector<HTMLElement>('.prefix:not([hidden])');
    (line ?? this.place.querySelector('.status'))?.scrollIntoView();
  }

  private close(state: GiscusState) {
    this.listening.abort();
    this.widget?.remove();
    this.widget = undefined;
    this.say(this.sentence(state));
  }

  private sentence(state: GiscusState | 'notSignedIn', error = ''): string {
    const { words } = this.setting;
    const sentence = words[state]?.replace('{}', error.slice(0, 200)) ?? '';
    const isHere = state === 'signedOut' || state === 'notSignedIn';
    return isHere || !this.place.querySelector('a.button')
      ? sentence
      : `${sentence} ${words['others'] ?? ''}`;
  }

  private said(): string {
    return this.place.querySelector('.status')?.textContent ?? '';
  }

  private say(words: string) {
    const status = this.place.querySelector('.status');
    if (status) status.textContent = words;
  }
}

/** What giscus tells of a discussion. */
interface Totals {
  totalCommentCount: number;
  totalReplyCount: number;
}

function theme(): string {
  const chosen = document.documentElement.dataset['theme'];
  return chosen ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}

function hasSession(): boolean {
  try {
    return localStorage.getItem(SESSION) !== null;
  } catch {
    return false;
  }
}

/** Whether this browser keeps anything for the page; giscus's element needs that to sign in. */
function keepsThings(): boolean {
  try {
    localStorage.setItem('giscus-try', '1');
    localStorage.removeItem('giscus-try');
    return true;
  } catch {
    return false;
  }
}
