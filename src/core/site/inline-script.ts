import { DEFERRED } from './deferred-scripts.ts';
import { THEME_KEY, TYPE_KEY } from './storage-keys.ts';

// The colours that were chosen, and the typefaces if they are here from an earlier page.
const LOOK = `try{let{${THEME_KEY}:theme,${TYPE_KEY}:type}=localStorage;if(/^(light|dark)$/.test(theme))h.${THEME_KEY}=theme;if(type)h.${TYPE_KEY}=''}catch{}`;

// The other scripts take the places of their addresses.
const SCRIPTS = `late=()=>{for(let one of d.querySelectorAll('script[type="${DEFERRED}"]'))one.replaceWith(Object.assign(d.createElement('script'),{type:'module',src:one.text}))}`;

// At once for an address that asks for something and for whoever acts; else when all that is seen
// first is there, pictures too, and drawn. A page that nobody looks at is never drawn.
const TIMES = `d.addEventListener('DOMContentLoaded',()=>{if(location.search)late();onkeydown=onpointerdown=late});onload=()=>{setTimeout(late,1e3);new PerformanceObserver(()=>setTimeout(late,100)).observe({type:'paint',buffered:true})}`;

/**
 * The one inline script of the site, the same on every page: the Content-Security-Policy carries the
 * hash of exactly this string. It sets how a page looks before it is drawn, and asks for the scripts
 * afterwards.
 */
export const INLINE_SCRIPT = `{let d=document,h=d.documentElement.dataset,${SCRIPTS};${LOOK}${TIMES}}`;
