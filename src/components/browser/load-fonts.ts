import { TYPE_KEY } from '../../core/site/storage-keys.ts';
import { networkInformation } from './network-information.ts';

/** Milliseconds since the page was asked for. Who reads by then should not see the lines change. */
const TOO_LATE = 2000;

/**
 * Brings the typefaces on a first visit, when everything that is seen first is there. They are shown
 * at once where that moves nothing that somebody looks at, else from the next page on. Until then the
 * reader's own stand in for them.
 */
async function bringType() {
  const { dataset } = document.documentElement;
  const isSparing =
    networkInformation.saveData || matchMedia('(prefers-reduced-data: reduce)').matches;
  if (dataset[TYPE_KEY] !== undefined || isSparing) return;
  const faces = ['1em Literata', '600 1em Atkinson'];
  if (document.querySelector('em, i, cite')) faces.push('italic 1em Literata');
  try {
    await Promise.all(faces.map((face) => document.fonts.load(face)));
    const isEarly = performance.now() < TOO_LATE;
    // Who went to a place on the page would be moved by lines above it that end elsewhere.
    const isAtBeginning = !scrollY && !location.hash;
    if (isEarly && isAtBeginning && isMatched('Literata') && isMatched('Atkinson'))
      dataset[TYPE_KEY] = '';
    localStorage.setItem(TYPE_KEY, 'here');
  } catch {
    // What did not come, or may not be noted, is tried again on the next page.
  }
}

/** Whether a typeface of the reader's stands in for one of ours, with lines as long. */
function isMatched(name: string): boolean {
  return [...document.fonts].some(
    ({ family, status }) => family.includes(`as ${name}`) && status === 'loaded',
  );
}

if (document.readyState === 'complete') bringType();
else addEventListener('load', bringType);
