import { escapeHtml } from '../core/text/escape-html.ts';

/** What giscus tells the page about a discussion. */
interface Totals {
  number: number;
  totalCommentCount: number;
  totalReplyCount: number;
}

/** An answer as the form shows it. */
export interface ShownAnswer {
  name: string;
  /** ISO 8601. */
  createdAt: string;
  html: string;
}

/** The most characters that GitHub takes in one answer. */
export const LONGEST_ANSWER = 65_536;

/** The most characters that GitHub takes in a name. */
export const LONGEST_NAME = 255;

/**
 * A page that speaks giscus's widget protocol: it takes giscus's URL parameters, tells the page
 * around it its height and the discussion's totals, and takes `setConfig` for the theme. What is
 * sent in its form is followed until it stands on the page.
 */
export function fakeGiscus(
  parameters: URLSearchParams,
  totals: Totals | undefined,
  answers: readonly ShownAnswer[],
  { error, needsSignIn = false }: { error?: string; needsSignIn?: boolean } = {},
): string {
  const around = new URL(parameters.get('origin') ?? 'http://127.0.0.1');
  const settings = {
    origin: around.origin,
    page: `${around.origin}${around.pathname}`,
    term: parameters.get('term') ?? '',
    number: Number(parameters.get('number')) || (totals?.number ?? 0),
    longest: LONGEST_ANSWER,
    totals,
    error,
  };
  const isSignedIn = !needsSignIn || parameters.get('session') !== '';
  const back = new URLSearchParams({ redirect_uri: parameters.get('origin') ?? '' });
  const form = isSignedIn
    ? FORM
    : `<p class="card"><a class="button" target="_top" href="/api/oauth/authorize?${back}">Sign in with GitHub</a></p>`;
  const said = `<ol id="said">${answers.map(answerCard).join('')}</ol>`;
  return `<!doctype html>
<html lang="en" data-theme="${parameters.get('theme') === 'dark' ? 'dark' : 'light'}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Practice answers</title>
<style>${STYLE}</style>
<body>
<p class="place"><b>Practice.</b> On the real blog, this form is giscus, and who answers signs in with GitHub. Here
nothing leaves this machine.</p>
${parameters.get('inputPosition') === 'top' ? form + said : said + form}
<script type="module">
const settings = ${JSON.stringify(settings).replaceAll('<', '\\u003c')};
${SCRIPT}
</script>
`;
}

/** An answer in the form's list, as HTML. */
export function answerCard({ name, createdAt, html }: ShownAnswer): string {
  const day = createdAt.slice(0, 10);
  return `<li class="card"><p class="who"><b dir="auto">${escapeHtml(name)}</b> <time datetime="${escapeHtml(createdAt)}">${escapeHtml(day)}</time></p><div class="text">${html}</div></li>`;
}

const FORM = `<form class="card" novalidate>
<p><label for="name">Your name <span>(you may leave it out)</span></label>
<input id="name" autocomplete="name" maxlength="${LONGEST_NAME}" aria-describedby="name-hint">
<small id="name-hint">As GitHub would show it beside your answer.</small></p>
<p><label for="text">Your answer</label>
<textarea id="text" rows="5" required aria-describedby="text-error"></textarea>
<strong class="error" id="text-error" hidden></strong></p>
<p><button class="button">Send the answer</button></p>
<p id="state" role="status"></p>
</form>
`;

const STYLE = `
:root { color-scheme: light; --text: #14202a; --soft: #3b4a55; --line: #6d7f8a; --feint: #b9cad3; --ground: #fcfdfc; --card: #fcfdfc; --field: #fff; --act: #14202a; --on-act: #fcfdfc; --error: #901616 }
:root[data-theme=dark] { color-scheme: dark; --text: #e4eaec; --soft: #aebcc4; --line: #8496a1; --feint: #36464f; --ground: #151c21; --card: #1b242a; --field: #0c1216; --act: #e4eaec; --on-act: #14202a; --error: #ff9888 }
* { box-sizing: border-box }
body { margin: 0; padding: 4px; font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--ground); overflow-wrap: anywhere }
p, ol { margin: 0; padding: 0; list-style: none }
.place { margin-block-end: .75rem; font-size: .875rem; color: var(--soft) }
.card { margin-block-end: .75rem; border: 1px solid var(--feint); border-radius: 6px; background: var(--card); padding: 1rem }
form.card { display: grid; gap: 1rem }
label { display: block; margin-block-end: .25rem; font-weight: 600 } label span { font-weight: 400; color: var(--soft) }
input, textarea { display: block; inline-size: 100%; border: 1px solid var(--line); border-radius: 6px; background: var(--field); color: inherit; font: inherit; padding: .55rem .7rem }
input { max-inline-size: 24rem } textarea { resize: vertical; min-block-size: 8rem }
[aria-invalid=true] { border-color: var(--error); border-width: 2px }
small { display: block; margin-block-start: .25rem; font-size: .875rem; color: var(--soft) }
.error { display: block; margin-block-start: .35rem; color: var(--error) } [hidden] { display: none }
.button { display: inline-block; min-block-size: 2.75rem; border: 0; border-radius: 6px; background: var(--act); color: var(--on-act); font: inherit; font-weight: 600; padding: .55rem 1.2rem; text-decoration: none; cursor: pointer }
.button[aria-disabled=true] { opacity: .6; cursor: default }
:focus-visible { outline: 3px solid var(--text); outline-offset: 2px }
a { color: inherit }
#state:empty { display: none }
.who { display: flex; flex-wrap: wrap; gap: 0 .6rem; margin-block-end: .4rem } .who time { color: var(--soft) }
.text p + p { margin-block-start: .6rem }
`;

const SCRIPT = `
const tell = (giscus) => parent.postMessage({ giscus }, settings.origin);
const meet = (totals) => tell(totals ? { discussion: totals, viewer: { login: 'practice' } } : { error: 'Discussion not found' });
new ResizeObserver(() => tell({ resizeHeight: document.documentElement.offsetHeight })).observe(document.body);
if (settings.error) tell({ error: settings.error });
else meet(settings.totals);
addEventListener('message', ({ origin, data }) => {
  const theme = data?.giscus?.setConfig?.theme;
  if (origin === settings.origin && theme) document.documentElement.dataset.theme = theme;
});

const [form, name, box, error, state] = ['form', '#name', '#text', '#text-error', '#state'].map((one) => document.querySelector(one));
const button = form?.querySelector('button');
const complain = (words) => {
  error.textContent = words;
  error.hidden = !words;
  box.setAttribute('aria-invalid', String(Boolean(words)));
  if (words) box.focus();
};
const wrong = (text) =>
  text.trim() === '' ? 'Write your answer here first.'
  : text.length > settings.longest ? 'Please shorten your answer: GitHub takes at most ' + settings.longest + ' characters, and these are ' + text.length + '.'
  : '';
box?.addEventListener('input', () => error.hidden || complain(wrong(box.value)));
form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (button.ariaDisabled === 'true') return;
  const text = box.value;
  complain(wrong(text));
  if (!error.hidden) return;
  button.ariaDisabled = 'true';
  state.textContent = 'Sending …';
  try {
    const sent = await fetch('/answer', { method: 'POST', body: JSON.stringify({ term: settings.term, number: settings.number, name: name.value, text }) });
    if (!sent.ok) throw new Error(await sent.text());
    const { answer, ...totals } = await sent.json();
    meet(totals);
    settings.number = totals.number;
    document.querySelector('#said').insertAdjacentHTML('beforeend', answer.card);
    box.value = '';
    state.textContent = 'Sent. The page is being built with your answer, which takes a few seconds …';
    follow(answer.id);
  } catch (reason) {
    const told = reason instanceof TypeError ? 'the practice has ended in the terminal. Start it again with npm start' : reason.message;
    state.textContent = 'Your answer was not sent: ' + told;
  }
  button.ariaDisabled = 'false';
});

async function follow(id) {
  const built = await fetch('/published').catch(() => undefined);
  if (built?.status === 404) return void (state.textContent = 'Sent.');
  if (!built?.ok) return void (state.textContent = 'The page could not be built with your answer. The terminal says why.');
  const link = document.createElement('a');
  // With a query, so that the browser asks for the page anew.
  link.href = settings.page + '?practice=' + id + '#' + id;
  link.target = '_top';
  link.textContent = 'See it there';
  state.replaceChildren('Your answer is on the page now, as text. ', link);
}
`;

/** A page that stands in for GitHub's, where a reader signs in or gives it up. */
export function signInPage(parameters: URLSearchParams): string {
  const back = new URL(parameters.get('redirect_uri') ?? '');
  if (!['127.0.0.1', 'localhost'].includes(back.hostname))
    throw new Error('Only back to this machine.');
  const signedIn = new URL(back);
  signedIn.searchParams.set('giscus', 'a-credential');
  const link = ({ href }: URL, words: string) =>
    `<p><a href="${escapeHtml(href)}">${words}</a></p>`;
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Stand-in for GitHub</title>
${link(signedIn, 'Authorize giscus')}
${link(back, 'Cancel')}
`;
}
