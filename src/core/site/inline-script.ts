import { DEFERRED } from './deferred-scripts.ts';
import { THEME_KEY, TYPE_KEY } from './storage-keys.ts';

// The colours that were chosen, and the typefaces if they are here from an earlier page, as a style would declare them.
const LOOK = `try{let{${THEME_KEY},${TYPE_KEY}}=localStorage;if(/^(light|dark)$/.test(${THEME_KEY}))h.${THEME_KEY}=${THEME_KEY};for(let face of JSON.parse(${TYPE_KEY}).faces)d.fonts.add(new FontFace(...face));h.${TYPE_KEY}=''}catch{}`;

// The other scripts take the places of their addresses.
const SCRIPTS = `late=()=>{for(let one of d.querySelectorAll('script[type="${DEFERRED}"]'))one.replaceWith(Object.assign(d.createElement('script'),{type:'module',src:one.text}))}`;

// At once for an address that asks for something and for whoever acts; else when all that is seen
// first is there, pictures too, and drawn. A page that nobody looks at is never drawn.
const TIMES = `d.addEventListener('DOMContentLoaded',()=>{if(location.search)late();onkeydown=onpointerdown=late});onload=()=>{setTimeout(late,1e3);new PerformanceObserver(()=>setTimeout(late,100)).observe({type:'paint',buffered:true})}`;

// A copy of the site has no more of a picture than its `src` (archivers don't follow a `source`): where
// another format is not there, or cannot be drawn, that is shown.
const PICTURES = `addEventListener('error',({target})=>{target.closest?.('picture')?.replaceWith(target)},true)`;

/**
 * The one inline script of the site, the same on every page: the Content-Security-Policy carries the
 * hash of exactly this string. It sets how a page looks before it is drawn, asks for the scripts
 * afterwards, and replaces pictures that fail.
 */
export const INLINE_SCRIPT = `{let d=document,h=d.documentElement.dataset,${SCRIPTS};${LOOK}${PICTURES};${TIMES}}`;
