import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';

/** A page of the preview, with the pictures of it; their addresses are relative to the preview's. */
export interface PreviewPage {
  title: string;
  /** Where it is on the served preview, as in `/posts/2013-05-roots/`. */
  path: string;
  pictures: readonly { file: string; shows: string }[];
}

/**
 * The front page of a pull request's preview. It is opened from a disk, where the site itself can't
 * be walked through: it has the pictures, and says how to see the site.
 */
export function previewPage(pages: readonly PreviewPage[]): string {
  const head = element('head', {}, [
    element('meta', { charSet: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, ['Preview of a change']),
    element('style', {}, [STYLE]),
  ]);
  const body = element('body', {}, [
    element('h1', {}, ['Preview of a change']),
    element('p', {}, [
      'To browse the site itself, open a terminal in this folder, run ',
      element('code', {}, ['python3 -m http.server 8000 --bind 127.0.0.1 --directory site']),
      ' and go to ',
      element('a', { href: SERVED }, [SERVED]),
      '. Search and links work only there, not when you open the files directly.',
    ]),
    ...pages.flatMap(section),
  ]);
  return `<!doctype html>\n${toHtml(element('html', { lang: 'en' }, [head, body]))}\n`;
}

const SERVED = 'http://127.0.0.1:8000/';
/** A whole page is tall: it scrolls in its frame, and opens by itself. */
const STYLE =
  'body{font-family:sans-serif;line-height:1.5;margin:2rem auto;max-width:80rem;padding:0 1rem}' +
  'div{align-items:start;display:flex;flex-wrap:wrap;gap:1rem}figure{flex:2 1 18rem;margin:0}' +
  'figure:nth-child(2){flex:1 1 10rem}img{display:block;width:100%}' +
  'figure>a{border:1px solid #999;display:block;max-height:40rem;overflow:auto}';

function section({ title, path, pictures }: PreviewPage): Element[] {
  const figures = pictures.map(({ file, shows }) => {
    const src = file.split('/').map(encodeURIComponent).join('/');
    return element('figure', {}, [
      element('a', { href: src }, [element('img', { src, alt: `${title}: ${shows}` })]),
      element('figcaption', {}, [shows]),
    ]);
  });
  return [
    element('h2', { dir: 'auto' }, [title]),
    element('p', {}, [element('code', {}, [path])]),
    pictures.length > 0
      ? element('div', {}, figures)
      : element('p', {}, ['There are no pictures of this page.']),
  ];
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: readonly (ElementContent | string)[] = [],
): Element {
  const nodes = children.map((child) =>
    typeof child === 'string' ? ({ type: 'text', value: child } as const) : child,
  );
  return { type: 'element', tagName, properties, children: nodes };
}
