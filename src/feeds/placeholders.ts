import type { Element } from 'xast';
import { elementXml, escapeXml, serialized } from '../core/text/xml.ts';

/** Around a placeholder's number. No text of ours holds it, since XML allows it in none. */
const EDGE = '\uffff';

/**
 * Takes texts through a library that would change them: `@astrojs/rss` parses what it is given as
 * XML, makes numbers of what looks like one, and trims spaces. What stands here goes past it: the
 * library sees placeholders, and the finished document gets the texts.
 */
export class Placeholders {
  readonly #held: string[] = [];

  /** Holds the text of an element. */
  text(text: string): string {
    return this.#hold(escapeXml(text));
  }

  /** Holds the value of an attribute in double quotes, also one of an instruction that ends in `?>`. */
  attribute(value: string): string {
    return this.#hold(escapeXml(value).replaceAll('"', '&quot;').replaceAll('>', '&gt;'));
  }

  /** Holds an element with all that is in it. */
  xml(element: Element): string {
    return this.#hold(elementXml(element));
  }

  /** Elements as XML in which every text and every attribute's value is held. */
  elements(elements: readonly Element[]): string {
    return serialized(...elements.map((element) => this.#withoutTexts(element)));
  }

  /** A document with everything that is held back in its places. */
  filledIn(xml: string): string {
    return xml.replace(PLACEHOLDER, (_, number: string) => this.#held[Number(number)] ?? '');
  }

  #hold(xml: string): string {
    return `${EDGE}${this.#held.push(xml) - 1}${EDGE}`;
  }

  #withoutTexts(element: Element): Element {
    const attributes = Object.entries(element.attributes).map(([name, value]) => [
      name,
      this.attribute(value ?? ''),
    ]);
    const children = element.children.map((child) => {
      if (child.type === 'element') return this.#withoutTexts(child);
      return child.type === 'text' ? { ...child, value: this.text(child.value) } : child;
    });
    return { ...element, attributes: Object.fromEntries(attributes), children };
  }
}

const PLACEHOLDER = new RegExp(`${EDGE}(\\d+)${EDGE}`, 'g');
