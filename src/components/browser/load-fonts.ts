import { type KeptTypefaces, TYPE_KEY } from '../../core/site/storage-keys.ts';
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
  // Where scripts run, what stands in it is text.
  const place = document.querySelector('noscript[data-typefaces]');
  const sheet = /href="([^"]*)"/.exec(place?.textContent ?? '')?.[1] ?? '';
  const isSparing =
    networkInformation.saveData || matchMedia('(prefers-reduced-data: reduce)').matches;
  if (!sheet || isSparing || (dataset[TYPE_KEY] !== undefined && keptSheet() === sheet)) return;
  const faces = ['1em Literata', '600 1em Atkinson'];
  if (document.querySelector('em, i, cite')) faces.push('italic 1em Literata');
  try {
    const declared = await facesIn(sheet);
    await Promise.all(faces.map((face) => document.fonts.load(face)));
    const isEarly = performance.now() < TOO_LATE;
    // Who went to a place on the page would be moved by lines above it that end elsewhere.
    const isAtBeginning = !scrollY && !location.hash;
    if (isEarly && isAtBeginning && isMatched('Literata') && isMatched('Atkinson'))
      dataset[TYPE_KEY] = '';
    localStorage.setItem(TYPE_KEY, JSON.stringify({ sheet, faces: declared } as KeptTypefaces));
  } catch {
    // What did not come, or may not be noted, is tried again on the next page.
  }
}

/** The sheet whose typefaces an earlier page noted. */
function keptSheet(): unknown {
  try {
    return JSON.parse(localStorage[TYPE_KEY]).sheet;
  } catch {
    return undefined;
  }
}

/** Loads a style, and reads off it which typefaces it declares. */
async function facesIn(href: string): Promise<KeptTypefaces['faces']> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  await new Promise((onload, onerror) => {
    document.head.append(Object.assign(link, { onload, onerror }));
  });
  const rules = [...(link.sheet?.cssRules ?? [])].filter((rule) => rule instanceof CSSFontFaceRule);
  return rules.map(({ style }) => {
    const said = (name: string) => style.getPropertyValue(name);
    const unicodeRange = said('unicode-range');
    const signs = {
      weight: said('font-weight'),
      style: said('font-style') || 'normal',
      unicodeRange,
    };
    return [said('font-family').replaceAll('"', ''), said('src'), { display: 'swap', ...signs }];
  });
}

/** Whether a typeface of the reader's stands in for one of ours, with lines as long. */
function isMatched(name: string): boolean {
  return [...document.fonts].some(
    ({ family, status }) => family.includes(`as ${name}`) && status === 'loaded',
  );
}

if (document.readyState === 'complete') bringType();
else addEventListener('load', bringType);
