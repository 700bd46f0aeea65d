import type { Element, ElementContent } from 'hast';
import { directionOf } from '../core/i18n/direction.ts';
import type { ProseComponent } from '../core/markdown/prose-tree.ts';
import type { ComponentName } from '../core/model/author-components.ts';
import type { Licence } from '../core/model/licences.ts';
import { absoluteUrl, fileName } from '../core/site/absolute-url.ts';
import { element, link, text } from '../core/text/hast.ts';
import { smartQuotes } from '../core/text/quotation-marks.ts';
import type { StandaloneContext } from './context.ts';
import { figure } from './figure.ts';

/**
 * A component as plain HTML.
 *
 * @param children what stands in it, as plain HTML already; all that is left of an unknown one
 */
export function componentHtml(
  component: ProseComponent,
  children: ElementContent[],
  setting: StandaloneContext,
): ElementContent[] {
  const given = new Map(
    component.attributes.flatMap(({ name, value }) =>
      name && typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
  const name = component.name ?? '';
  const make = Object.hasOwn(FORMS, name) ? FORMS[name as ComponentName] : undefined;
  return make ? make(given, children, setting) : children;
}

type Given = ReadonlyMap<string, string>;
type Form = (
  given: Given,
  children: ElementContent[],
  setting: StandaloneContext,
) => ElementContent[];

/** What each component of the author's vocabulary is where only plain HTML is understood. */
const FORMS: Readonly<Record<ComponentName, Form>> = {
  Figure: (given, _children, setting) =>
    figure(
      {
        file: fileName(given.get('src') ?? ''),
        alt: given.get('alt') ?? '',
        caption: wordsOf(given, 'caption'),
        credit: given.get('credit'),
        licence: given.get('licence') as Licence | undefined,
        source: given.get('source'),
      },
      setting,
    ),
  Gallery: (_given, children) => children,
  Note: (given, children) => [
    element('aside', {}, [...paragraph('strong', wordsOf(given, 'title')), ...children]),
  ],
  Quote: (given, children, setting) => {
    const url = address(given, setting);
    const source = text(wordsOf(given, 'source') ?? '');
    const lang = given.get('lang');
    return [
      element('blockquote', url ? { cite: url } : {}, [
        ...(lang ? [element('div', { lang, dir: directionOf(lang) }, children)] : children),
        element('p', {}, [text('— '), element('cite', {}, [url ? link(url, [source]) : source])]),
      ]),
    ];
  },
  Figures: (given, children) => [
    element('figure', {}, [
      ...children,
      element('figcaption', {}, [
        text([wordsOf(given, 'caption'), wordsOf(given, 'source')].filter(Boolean).join(' ')),
      ]),
    ]),
  ],
  Embed: (given, _children, setting) => {
    const url = address(given, setting);
    const title = text(wordsOf(given, 'title') ?? '');
    const note = wordsOf(given, 'note');
    return [
      element('p', {}, [url ? link(url, [title]) : title, ...(note ? [text(` (${note})`)] : [])]),
    ];
  },
  InLanguage: (given, children) => {
    const lang = given.get('lang') ?? 'und';
    return [element('div', { lang, dir: directionOf(lang) }, children)];
  },
};

/** What an author wrote as words, in an attribute, where no plugin sets its marks. */
function wordsOf(given: Given, name: string): string | undefined {
  const words = given.get(name);
  return words && smartQuotes(words);
}

function paragraph(emphasis: string, words: string | undefined): Element[] {
  return words ? [element('p', {}, [element(emphasis, {}, [text(words)])])] : [];
}

function address(given: Given, setting: StandaloneContext): string | undefined {
  const url = given.get('url');
  return url ? absoluteUrl(url, setting) : undefined;
}
