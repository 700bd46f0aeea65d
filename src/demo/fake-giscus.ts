/** What giscus tells the page about a discussion. */
interface Totals {
  number: number;
  totalCommentCount: number;
  totalReplyCount: number;
}

/**
 * A page that speaks giscus's widget protocol: it takes giscus's URL parameters, tells the page
 * around it its height and the discussion's totals, and takes `setConfig` for the theme.
 */
export function fakeGiscus(
  parameters: URLSearchParams,
  totals: Totals | undefined,
  comments: readonly string[],
  { error, needsSignIn = false }: { error?: string; needsSignIn?: boolean } = {},
): string {
  const settings = {
    origin: new URL(parameters.get('origin') ?? 'http://127.0.0.1').origin,
    term: parameters.get('term') ?? '',
    number: Number(parameters.get('number')) || (totals?.number ?? 0),
    totals,
    error,
  };
  const isSignedIn = !needsSignIn || parameters.get('session') !== '';
  const back = new URLSearchParams({ redirect_uri: parameters.get('origin') ?? '' });
  const form = isSignedIn
    ? '<form><label>Your answer <textarea rows="4" required></textarea></label><button>Comment</button></form>'
    : `<p><a target="_top" href="/api/oauth/authorize?${back}">Sign in with GitHub</a></p>`;
  const said = `<div id="said">${comments.map((html) => `<blockquote>${html}</blockquote>`).join('')}</div>`;
  return `<!doctype html>
<html lang="en" data-theme="${parameters.get('theme') === 'dark' ? 'dark' : 'light'}">
<meta charset="utf-8"><title>Stand-in for giscus</title>
<style>
  html { color-scheme: light; font: 1rem/1.5 sans-serif } html[data-theme=dark] { color-scheme: dark }
  textarea { display: block; box-sizing: border-box; width: 100%; font: inherit } button { font: inherit }
</style>
<body>
<p><strong>This is a demonstration.</strong> Nothing leaves this machine.</p>
${parameters.get('inputPosition') === 'top' ? form + said : said + form}
<p id="state" role="status"></p>
<script type="module">
  const settings = ${JSON.stringify(settings).replaceAll('<', '\\u003c')};
  const tell = (giscus) => parent.postMessage({ giscus }, settings.origin);
  const meet = (totals) => tell(totals ? { discussion: totals, viewer: { login: 'a-demonstration' } } : { error: 'Discussion not found' });
  new ResizeObserver(() => tell({ resizeHeight: document.documentElement.offsetHeight })).observe(document.body);
  if (settings.error) tell({ error: settings.error });
  else meet(settings.totals);
  addEventListener('message', ({ origin, data }) => {
    const theme = data?.giscus?.setConfig?.theme;
    if (origin === settings.origin && theme) document.documentElement.dataset.theme = theme;
  });
  document.querySelector('form')?.addEventListener('submit', async (event) => {
    event.preventDefault();
    const box = document.querySelector('textarea');
    const answer = await fetch('/answer', { method: 'POST', body: JSON.stringify({ term: settings.term, number: settings.number, text: box.value }) });
    meet(await answer.json());
    const said = document.createElement('blockquote');
    said.textContent = box.value;
    document.querySelector('#said').append(said);
    box.value = '';
    document.querySelector('#state').textContent = 'Saved in the stand-in.';
  });
</script>
`;
}

/** A page that stands in for GitHub's, where a reader signs in or gives it up. */
export function signInPage(parameters: URLSearchParams): string {
  const back = new URL(parameters.get('redirect_uri') ?? '');
  if (back.hostname !== '127.0.0.1') throw new Error('Only back to this machine.');
  const signedIn = new URL(back);
  signedIn.searchParams.set('giscus', 'a-credential');
  const link = ({ href }: URL, words: string) =>
    `<p><a href="${href.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">${words}</a></p>`;
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Stand-in for GitHub</title>
${link(signedIn, 'Authorize giscus')}
${link(back, 'Cancel')}
`;
}
