import type { Element, ElementContent } from 'hast';
import { LICENCES } from '../core/model/licences.ts';
import { element, link, text } from '../core/text/hast.ts';
import { type CaptionedImage, type ComponentContext, wholeAddress } from './context.ts';

/** A picture of the post's folder at its whole address; nothing where there is no such file. */
export function picture(
  file: string,
  alt: string,
  setting: ComponentContext,
  more: Record<string, string> = {},
): Element[] {
  const found = setting.picture(file);
  if (!found) return [];
  const { address, width, height } = found;
  return [element('img', { src: address, alt, width, height, ...more })];
}

/** A picture with caption, credit and licence; nothing where there is no such file. */
export function figure(shown: CaptionedImage, setting: ComponentContext): Element[] {
  const img = picture(shown.file, shown.alt, setting);
  const words = captionWords(shown, setting);
  if (img.length === 0) return [];
  const caption = words.length > 0 ? [element('figcaption', {}, words)] : [];
  return [element('figure', {}, [...img, ...caption])];
}

function captionWords(shown: CaptionedImage, setting: ComponentContext): ElementContent[] {
  const { caption, credit, licence, source } = shown;
  const words: ElementContent[] = caption ? [text(caption)] : [];
  if (!credit) return words;
  const origin = source ? wholeAddress(source, setting) : undefined;
  const made = [origin ? link(origin, [text(credit)]) : text(credit)];
  const named = licence ? LICENCES[licence] : undefined;
  if (named) {
    const gap = text(setting.isStyled ? ' · ' : ', ');
    made.push(gap, named.url ? link(named.url, [text(named.label)]) : text(named.label));
  }
  if (setting.isStyled) return [...words, element('span', { className: ['credit'] }, made)];
  return caption ? [...words, text(' '), ...made] : made;
}
