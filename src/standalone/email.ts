import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { compile, type DomNode, type HtmlToTextOptions } from 'html-to-text';
import { directionOf } from '../core/i18n/direction.ts';
import type { Words } from '../core/i18n/words.ts';
import { element, text } from '../core/text/hast.ts';

/** A discussion as coordinators send it to participants. */
export interface MailMessage {
  title: string;
  language: string;
  /** The program's name, and its language for the words that we add. */
  sender: string;
  siteLanguage: string;
  words: Words;
  /** The site's origin, from which the pictures come. */
  origin: string;
  /** The post as it stands in feeds, from `standaloneTree`. */
  tree: Root;
}

const WIDTH = 560;
/** What pictures measure where styles are not read: no wider than the narrowest telephone. */
const NARROW = 288;
/** A column that gives way to a narrow screen, with the pictures in it. */
const FIXED = 'table-layout:fixed;width:100%;';
const SERIF = 'font-family:Georgia,Times New Roman,serif;';
const BODY = `${SERIF}font-size:17px;line-height:1.5;color:#1f1f1f;`;

/** The style of each element: a mail program reads nothing but what stands on the element. */
const STYLES: Readonly<Record<string, string>> = {
  p: `${BODY}margin:0 0 16px;`,
  h1: `${SERIF}font-size:28px;line-height:1.2;color:#1f1f1f;margin:0 0 16px;`,
  h2: `${SERIF}font-size:22px;line-height:1.3;color:#1f1f1f;margin:28px 0 12px;`,
  h3: `${SERIF}font-size:19px;line-height:1.3;color:#1f1f1f;margin:24px 0 8px;`,
  h4: `${SERIF}font-size:17px;line-height:1.3;color:#1f1f1f;margin:20px 0 8px;`,
  a: 'color:#0b4f6c;text-decoration:underline;',
  ul: `${BODY}margin:0 0 16px;padding:0 24px;`,
  ol: `${BODY}margin:0 0 16px;padding:0 28px;`,
  li: 'margin:0 0 12px;',
  img: 'display:block;border:0;max-width:100%;height:auto;margin:0 0 8px;',
  figcaption: `${SERIF}font-size:14px;line-height:1.4;color:#595959;margin:0 0 20px;`,
  blockquote: 'margin:0 0 16px;padding:0 16px;',
  aside: 'margin:0 0 20px;padding:12px 16px;background-color:#f3f1ea;',
  table: `${BODY}border-collapse:collapse;margin:0 0 16px;`,
  th: 'border:1px solid #c9c5b8;padding:6px 10px;',
  td: 'border:1px solid #c9c5b8;padding:6px 10px;',
  pre: 'font-family:monospace;font-size:14px;white-space:pre-wrap;margin:0 0 16px;',
  hr: 'border:0;border-top:1px solid #c9c5b8;margin:24px 0;',
  small: 'font-size:14px;',
};

/**
 * The message as an HTML page that holds together in mail programs: one column in a table, styles
 * on the elements alone, no script. It brings its own Content-Security-Policy, since the site's
 * forbids styles on elements; it asks not to be indexed.
 */
export function mailHtml(message: MailMessage): string {
  const { title, language } = message;
  const policy = `default-src 'none'; img-src 'self' ${message.origin}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;
  const head = element('head', {}, [
    element('meta', { charSet: 'utf-8' }),
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'robots', content: 'noindex, nofollow' }),
    element('title', {}, [text(title)]),
  ]);
  const body = element('body', { style: 'margin:0;padding:0;background-color:#ffffff;' }, [
    element('table', layout({ width: '100%', style: FIXED }), [
      element('tbody', {}, [
        element('tr', {}, [
          element('td', { align: 'center', style: 'padding:16px;' }, [
            outlook(`<table role="presentation" align="center" width="${WIDTH}"><tr><td>`),
            column(message),
            outlook('</td></tr></table>'),
          ]),
        ]),
      ]),
    ]),
  ]);
  const page = element('html', { lang: language, dir: directionOf(language) }, [head, body]);
  return `<!doctype html>\n${toHtml(page)}\n`;
}

function column(message: MailMessage): Element {
  const { title, sender, siteLanguage, tree } = message;
  const cell = element(
    'td',
    { align: directionOf(message.language) === 'rtl' ? 'right' : 'left', style: BODY },
    [
      styled(
        element('p', { lang: siteLanguage, dir: directionOf(siteLanguage) }, [
          element('small', {}, [text(sender)]),
        ]),
      ),
      styled(element('h1', {}, [text(title)])),
      ...tree.children.flatMap((child) => (child.type === 'element' ? [styled(child)] : [])),
    ],
  );
  const attributes = layout({ width: '100%' });
  return element('table', { ...attributes, style: `${FIXED}max-width:${WIDTH}px;` }, [
    element('tbody', {}, [element('tr', {}, [cell])]),
  ]);
}

function layout(more: Record<string, string>) {
  return { role: 'presentation', cellPadding: '0', cellSpacing: '0', border: '0', ...more };
}

/** A word to Outlook alone, which knows no `max-width`: without it, lines would fill the window. */
function outlook(html: string): ElementContent {
  return { type: 'comment', value: `[if mso]>${html}<![endif]` };
}

function styled(node: Element): Element {
  const { tagName, properties } = node;
  const children = node.children.map((child) => (child.type === 'element' ? styled(child) : child));
  const own = STYLES[tagName] ?? '';
  const style = tagName === 'img' ? `${own}${wide(properties)}` : own;
  const size = tagName === 'img' ? fitted(properties) : {};
  return element(
    OLDER[tagName] ?? tagName,
    {
      ...properties,
      ...size,
      ...(style ? { style } : {}),
    },
    children,
  );
}

/** Elements that old mail programs do not know, or move in where they read no styles. */
const OLDER: Readonly<Record<string, string>> = { figure: 'div', figcaption: 'p', aside: 'div' };

/** The size of a picture for programs that read its attributes alone. */
function fitted({ width, height }: Element['properties']) {
  const [wide, high] = [Number(width), Number(height)];
  if (!(wide > NARROW)) return {};
  return { width: NARROW, height: Math.round((high * NARROW) / wide) };
}

/** The size of a picture for programs that read styles. */
function wide({ width }: Element['properties']): string {
  return Number(width) > NARROW ? `width:${Math.min(Number(width), WIDTH)}px;` : '';
}

/** The plain-text twin of the message, in lines of 72 characters. */
export function mailText(message: MailMessage): string {
  const words = converter(message.words)(toHtml(message.tree));
  const heading = `${message.sender}\n\n${message.title}\n${'='.repeat(Math.min(72, message.title.length))}`;
  return `${heading}\n\n${words.trim()}\n`;
}

/** What makes plain text of HTML, with the words that stand for pictures. To set it up takes as long as a message. */
function converter(words: Words): (html: string) => string {
  const made = converters.get(words) ?? compile(textOptions(words));
  converters.set(words, made);
  return made;
}

const converters = new Map<Words, (html: string) => string>();

/** The text in an element of html-to-text's tree. */
function textIn({ data = '', children = [] }: DomNode): string {
  return data + children.map(textIn).join('');
}

const textOptions = (words: Words): HtmlToTextOptions => ({
  wordwrap: 72,
  formatters: {
    mark: (mark, walk, builder) => {
      const [link] = mark.children;
      if (link?.name !== 'a') return walk(mark.children, builder);
      builder.addInline('[');
      walk(link.children ?? [], builder);
      builder.addInline(']');
    },
    struck: (del, _walk, builder) => {
      const said = textIn(del).replace(/\s+/g, ' ').trim();
      if (said !== '') builder.addInline(words.struckOut({ words: said }));
    },
    description: (img, _walk, builder) => {
      builder.openBlock();
      builder.addInline(words.picture({ shows: img.attribs['alt'] ?? '' }));
      builder.closeBlock();
    },
  },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'] } },
    { selector: 'sup', format: 'mark' },
    ...['del', 's'].map((selector) => ({ selector, format: 'struck' })),
    { selector: 'img', format: 'description' },
    { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    ...['h1', 'h2', 'h3', 'h4'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});
