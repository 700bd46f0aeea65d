import type { Element } from 'hast';
import type { Nodes, Root } from 'mdast';
import { questionAnchor, questionList } from '../model/questions.ts';

/** What the Markdown processor hands to a visitor of its mdast. */
interface MdastContext {
  setProperty(node: Nodes, name: string, value: unknown): void;
}

/** What it hands to a visitor of its hast. */
interface HastContext {
  setProperty(node: Element, name: string, value: unknown): void;
}

/**
 * Numbers the questions of a discussion: their list becomes ordered from 1, is marked with the class
 * `questions`, and each item gets its anchor, `#question-3`. Whoever looks for the questions in HTML
 * goes by these marks.
 *
 * @param headings from `questionHeadings(program)`
 */
export function questionMarks(headings: ReadonlySet<string>) {
  return {
    name: 'question-marks',
    before(tree: Root, context: MdastContext) {
      const list = questionList(tree, headings);
      if (!list) return;
      context.setProperty(list, 'ordered', true);
      context.setProperty(list, 'start', 1);
      context.setProperty(list, 'data', { hProperties: { className: ['questions'] } });
      for (const [index, item] of list.children.entries()) {
        context.setProperty(item, 'data', {
          hProperties: { id: questionAnchor(index + 1) },
        });
      }
    },
  };
}

/**
 * Leaves a place at the end of each question of a post for what readers do with it, which the page puts
 * there: see {@link placeForTools}.
 */
export const questionTools = {
  name: 'question-tools',
  element: {
    filter: ['li'],
    visit(node: Readonly<Element>, context: PlacingContext) {
      const [, number] = /^question-(\d+)$/.exec(String(node.properties['id'] ?? '')) ?? [];
      // A standing page may have questions too, and nobody answers them there.
      if (!number || !context.fileURL?.pathname.endsWith('/index.mdx')) return;
      const properties = { dataNumber: number };
      const place: Element = {
        type: 'element',
        tagName: 'question-tools',
        properties,
        children: [],
      };
      context.appendChild(node, place);
    },
  },
};

interface PlacingContext {
  readonly fileURL: URL | undefined;
  appendChild(node: Readonly<Element>, child: Element): void;
}

/** The place that {@link questionTools} left in the HTML of a question. */
export function placeForTools(number: number): string {
  return `<question-tools data-number="${number}"></question-tools>`;
}

/** The picture that a `Figure` names becomes its content, and so is sized like every other. */
const figurePictures = {
  name: 'figure-pictures',
  mdxJsxFlowElement(node: FigureNode): FigureNode | undefined {
    if (node.name !== 'Figure' || node.children.length > 0) return undefined;
    const text = (name: string) => {
      const value = node.attributes.find((one) => one.name === name)?.value;
      return typeof value === 'string' ? value : '';
    };
    return { ...node, children: [{ type: 'image', url: text('src'), alt: text('alt') }] };
  },
};

interface FigureNode {
  type: 'mdxJsxFlowElement';
  name?: string | null;
  attributes: { name?: string; value?: unknown }[];
  children: Nodes[];
}

/**
 * What happens to prose on its way to HTML, the same on both paths: questions are numbered, and
 * figures hold their pictures.
 *
 * @param headings from `questionHeadings(program)`
 */
export function proseMdast(headings: ReadonlySet<string>) {
  return [questionMarks(headings), figurePictures];
}

/**
 * What happens to the HTML of prose, the same on both paths: tables scroll by themselves and are
 * aligned by class, pictures become figures, links know the base path and the outside.
 *
 * @param base the folder in which the site lives, `/` or `/blog`
 */
export function proseHast(base: string) {
  return [reachedByKeyboard, alignedCells, pictureSizes, figures, links(base)];
}

/** What may be wider than a phone is scrolled by keyboard too, in every browser (WCAG 2.1.1). */
const reachedByKeyboard = {
  name: 'reached-by-keyboard',
  element: {
    filter: ['table', 'pre'],
    visit(node: Readonly<Element>, context: HastContext) {
      context.setProperty(node as Element, 'tabIndex', 0);
    },
  },
};

/** Says how a table's cell is aligned by a class: the policy allows no inline style. */
const alignedCells = {
  name: 'aligned-cells',
  element: {
    filter: ['th', 'td'],
    visit(node: Readonly<Element>, context: HastContext) {
      const style = node.properties['style'];
      const side = /text-align:\s*(left|right|center)/.exec(String(style ?? ''))?.[1];
      if (!side) return;
      context.setProperty(node as Element, 'style', undefined);
      context.setProperty(node as Element, 'className', [`align-${side}`]);
    },
  },
};

/** A picture is as wide as the text at most. */
const pictureSizes = {
  name: 'picture-sizes',
  element: {
    filter: ['img'],
    visit(node: Readonly<Element>, context: HastContext) {
      context.setProperty(
        node as Element,
        'sizes',
        '(min-width: 60rem) 37rem, calc(100vw - 2.3rem)',
      );
      // Astro fills these in for MDX alone; with them both paths make the same picture.
      context.setProperty(node as Element, 'fit', 'cover');
      context.setProperty(node as Element, 'position', 'center');
    },
  },
};

/**
 * Has each picture of a text made in the formats of today, as several in a `picture` of which
 * `withZoomLinks` makes sources, the best first. A GIF may move, which AVIF made here would not.
 * Copies of a page are made by programs that follow `src` alone, and are read for decades, so that
 * there stands a JPEG: one that the site has anyway, told in `data-jpeg`, or else one more.
 *
 * @param jpegOf the address of a picture as a JPEG, by its text's file and its address there
 */
export function modernPictures(jpegOf: (text: URL, src: string) => string | undefined) {
  return {
    name: 'modern-pictures',
    element: {
      filter: ['img'],
      visit(node: Readonly<Element>, { fileURL }: { fileURL: URL | undefined }) {
        const { src, format, 'data-jpeg': known } = node.properties;
        const address = String(src);
        if (format || known || /^[a-z]+:/i.test(address)) return undefined;
        const img = (further: Element['properties']): Element => ({
          type: 'element',
          tagName: 'img',
          properties: { ...node.properties, ...further },
          children: [],
        });
        const jpeg = fileURL && jpegOf(fileURL, address);
        const children = [
          ...(/\.gif$/i.test(address) ? [] : [img({ format: 'avif' })]),
          img({ format: 'webp', ...(jpeg && { 'data-jpeg': jpeg }) }),
          ...(jpeg ? [] : [img({ format: 'jpg', layout: 'none' })]),
        ];
        return { type: 'element', tagName: 'picture', properties: {}, children } as Element;
      },
    },
  };
}

/** A paragraph that is one picture with a title becomes a figure, its title the caption. */
const figures = {
  name: 'figures',
  element: {
    filter: ['p'],
    visit(node: Readonly<Element>): Element | undefined {
      const [only, ...others] = node.children.filter(
        (child) => child.type !== 'text' || child.value.trim() !== '',
      );
      if (others.length > 0 || only?.type !== 'element' || only.tagName !== 'img') return undefined;
      const { title, ...properties } = only.properties;
      const picture: Element = { type: 'element', tagName: 'img', properties, children: [] };
      const caption: Element = {
        type: 'element',
        tagName: 'figcaption',
        properties: {},
        children: [{ type: 'text', value: String(title ?? '') }],
      };
      const children = title ? [picture, caption] : [picture];
      return { type: 'element', tagName: 'figure', properties: {}, children };
    },
  },
};

/** Links to addresses of this site get the base path; those that leave it say so in `rel`. */
function links(base: string) {
  const root = `/${base}/`.replace(/\/+/g, '/');
  return {
    name: 'links',
    element: {
      filter: ['a'],
      visit(node: Readonly<Element>, context: HastContext) {
        const href = String(node.properties['href'] ?? '');
        if (/^https?:/i.test(href)) {
          context.setProperty(node as Element, 'rel', ['external', 'noopener']);
        } else if (href.startsWith('/') && !href.startsWith('//')) {
          context.setProperty(node as Element, 'href', root + href.slice(1));
        }
      },
    },
  };
}
