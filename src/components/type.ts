import { TYPE_KEY } from '../blog/look.ts';
import { line } from './line.ts';

/** Milliseconds since the page was asked for. Who reads by then should not see the lines change. */
const TOO_LATE = 2000;

/**
 * Brings the typefaces on a first visit, when everything that is seen first is there. Until then, and
 * on a slow line until the next page, the reader's own stand in for them, matched to them.
 */
async function bringType() {
  const { dataset } = document.documentElement;
  const isSparing = line.saveData || matchMedia('(prefers-reduced-data: reduce)').matches;
  if (dataset[TYPE_KEY] !== undefined || isSparing) return;
  const faces = ['1em Literata', '600 1em Atkinson'];
  if (document.querySelector('em, i, cite')) faces.push('italic 1em Literata');
  try {
    await Promise.all(faces.map((face) => document.fonts.load(face)));
    if (performance.now() < TOO_LATE) dataset[TYPE_KEY] = '';
    localStorage.setItem(TYPE_KEY, 'here');
  } catch {
    // What did not come, or may not be noted, is tried again on the next page.
  }
}

if (document.readyState === 'complete') bringType();
else addEventListener('load', bringType);
