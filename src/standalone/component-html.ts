import type { Element, ElementContent } from 'hast';
import { directionOf } from '../core/i18n/direction.ts';
import type { ProseComponent } from '../core/markdown/prose-tree.ts';
import type { ComponentName } from '../core/model/author-components.ts';
import { isLanguage } from '../core/model/fields.ts';
import type { Licence } from '../core/model/licences.ts';
import { fileName } from '../core/site/absolute-url.ts';
import { element, link, text } from '../core/text/hast.ts';
import { smartQuotes } from '../core/text/quotation-marks.ts';
import { type ComponentContext, wholeAddress } from './context.ts';
import { figure } from './figure.ts';

/**
 * A component as HTML: plain where only that is understood, as on its page where our style sheet is.
 *
 * @param children what is in it, as HTML already; all that is left of an unknown one
 */
export function componentHtml(
  component: Pick<ProseComponent, 'name' | 'attributes'>,
  children: ElementContent[],
  setting: ComponentContext,
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
  setting: ComponentContext,
) => ElementContent[];

/** What each component of the author's vocabulary is. */
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
  Gallery: (given, children, { isStyled }) =>
    isStyled
      ? [element('section', { className: ['gallery'], ariaLabel: given.get('label') }, children)]
      : children,
  Note: (given, children, { isStyled }) => {
    const title = wordsOf(given, 'title');
    const words = text(title ?? '');
    if (isStyled) {
      const head = title ? [element('p', { className: ['note-title'] }, [words])] : [];
      return [element('div', { className: ['note'], role: 'note' }, [...head, ...children])];
    }
    const head = title ? [element('p', {}, [element('strong', {}, [words])])] : [];
    return [element('aside', {}, [...head, ...children])];
  },
  Quote: (given, children, setting) => {
    const url = address(given, setting);
    const words = text(wordsOf(given, 'source') ?? '');
    const source = url ? link(url, [words]) : words;
    const lang = given.get('lang');
    if (setting.isStyled) {
      const said = element('blockquote', lang ? inLanguage(lang) : {}, children);
      return [
        element('figure', { className: ['quote'] }, [said, element('figcaption', {}, [source])]),
      ];
    }
    return [
      element('blockquote', url ? { cite: url } : {}, [
        ...(lang ? [element('div', inLanguage(lang), children)] : children),
        element('p', {}, [text('— '), element('cite', {}, [source])]),
      ]),
    ];
  },
  Figures: (given, children, { isStyled }) => {
    const [caption, source] = [wordsOf(given, 'caption'), wordsOf(given, 'source')];
    if (isStyled) {
      const credit = source ? [element('span', { className: ['credit'] }, [text(source)])] : [];
      return [
        element('figure', { className: ['figures'] }, [
          element('div', { className: ['scroller', 'ruled'] }, children),
          element('figcaption', {}, [text(caption ?? ''), ...credit]),
        ]),
      ];
    }
    const words = text([caption, source].filter(Boolean).join(' '));
    return [element('figure', {}, [...children, element('figcaption', {}, [words])])];
  },
  Embed: (given, _children, setting) => {
    const url = address(given, setting);
    const title = text(wordsOf(given, 'title') ?? '');
    const note = wordsOf(given, 'note');
    if (setting.isStyled) {
      const host = URL.parse(url ?? '')?.hostname.replace(/^www\./, '');
      const below = element('small', {}, [text([host, note].filter(Boolean).join(' · '))]);
      return [
        element('a', { className: ['embed'], href: url }, [
          element('span', {}, [text('▶')]),
          element('span', {}, [title, element('br'), below]),
        ]),
      ];
    }
    return [
      element('p', {}, [url ? link(url, [title]) : title, ...(note ? [text(` (${note})`)] : [])]),
    ];
  },
  InLanguage: (given, children) => [
    element('div', inLanguage(given.get('lang') ?? 'und'), children),
  ],
};

/** What an author wrote as words, in an attribute, where no plugin sets its marks. */
function wordsOf(given: Given, name: string): string | undefined {
  const words = given.get(name);
  return words && smartQuotes(words);
}

/** Nothing for what is no language yet, while an author types it. */
function inLanguage(lang: string): Element['properties'] {
  return isLanguage(lang) ? { lang, dir: directionOf(lang) } : {};
}

function address(given: Given, setting: ComponentContext): string | undefined {
  const url = given.get('url');
  return url ? wholeAddress(url, setting) : undefined;
}
