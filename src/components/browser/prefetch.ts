import { networkInformation } from './network-information.ts';

const known = new Set([location.href]);
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Fetches the page behind a link that a reader points at or stops on, for a moment at least. */
function intend({ target }: Event) {
  clearTimeout(waiting);
  const link = (target as Element).closest('a');
  const [address = ''] = link?.href.split('#') ?? [];
  if (!address.endsWith('/') || link?.origin !== location.origin || known.has(address)) return;
  waiting = setTimeout(() => {
    known.add(address);
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'prefetch', href: address }),
    );
  }, 80);
}

if (!networkInformation.saveData && !/2g/.test(networkInformation.effectiveType ?? ''))
  for (const sign of ['mouseover', 'focusin'])
    document.addEventListener(sign, intend, { passive: true });
