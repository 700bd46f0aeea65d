/** What the reply form needs to know, as its place on the page says it. */
interface Setting {
  /** giscus's attributes, by name. */
  attributes: Record<string, string>;
  words: Record<string, string>;
  /** How many responses the page shows already. */
  known: number;
}

/**
 * Puts giscus's form into its place on the page and keeps what it says beside it: that it loads, how
 * many responses are newer than the page, or that it cannot be reached. Loaded when a reader asks.
 */
export class LiveReply {
  private widget: HTMLElement | undefined;
  private place: HTMLElement;
  private setting: Setting;

  constructor(place: HTMLElement, setting: Setting) {
    this.place = place;
    this.setting = setting;
  }

  async open() {
    if (this.widget) return;
    this.say(this.setting.words['loading'] ?? '');
    try {
      await import('giscus');
      // Made with `new`, so that an error in it (storage refused) can be caught.
      const Widget = customElements.get('giscus-widget');
      if (!Widget) throw new Error('giscus is not there');
      const widget = new Widget();
      for (const [name, value] of Object.entries(this.setting.attributes))
        widget.setAttribute(name, value);
      widget.setAttribute('theme', theme());
      this.widget = widget;
      this.listen(widget);
      this.place.append(widget);
    } catch {
      this.fail();
    }
  }

  private listen(widget: HTMLElement) {
    const timer = setTimeout(() => this.fail(), 10_000);
    const repaint = () => widget.setAttribute('theme', theme());
    document.addEventListener('themechange', repaint);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
    addEventListener('message', ({ origin, data }) => {
      if (origin !== this.setting.attributes['host'] || !data?.giscus) return;
      clearTimeout(timer);
      const { error, discussion } = data.giscus;
      if (error && !/not found|signed out|credentials|expired|state/i.test(error)) this.fail();
      else if (discussion) this.count(discussion.totalCommentCount + discussion.totalReplyCount);
      else if (this.widget) this.settle();
    });
  }

  private settle() {
    const status = this.place.querySelector<HTMLElement>('.live');
    if (status && status.textContent === this.setting.words['loading']) status.textContent = '';
  }

  private count(total: number) {
    const { words, known } = this.setting;
    const more = total - known;
    const sentence = more === 1 ? words['one'] : words['many']?.replace('0', String(more));
    this.say(more > 0 ? (sentence ?? '') : '');
  }

  private fail() {
    this.widget?.remove();
    this.widget = undefined;
    this.say(this.setting.words['failed'] ?? '');
  }

  private say(words: string) {
    const status = this.place.querySelector('.live');
    if (status) status.textContent = words;
  }
}

function theme(): string {
  const chosen = document.documentElement.dataset['theme'];
  return chosen ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}
