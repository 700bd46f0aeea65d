import type { Nodes } from 'mdast';
import {
  attributeText,
  identifierOf,
  imageDefinitions,
  isComponent,
  treeNodes,
} from '../../core/markdown/mdast.ts';
import { fileName } from '../../core/site/absolute-url.ts';
import { type Document, fieldPlace, linesOf } from '../document.ts';
import { type AddressPlace, addressPlace, attributePlace } from './url-places.ts';

/** A picture that a text shows, and where. */
export interface ImageUse extends AddressPlace {
  name: string;
}

/** The picture at the top of a text, if it has one. */
export function coverImageUse(prose: Document): ImageUse | undefined {
  const image = coverFields(prose)['image'];
  if (typeof image !== 'string') return undefined;
  const place = fieldPlace(prose, 'cover', image);
  const line = linesOf(prose)[(place.line ?? 0) - 1] ?? '';
  return { name: fileName(image), place, start: Math.max(line.search(/\bimage:/), 0) };
}

/** What a text's fields say of the picture at its top. */
export function coverFields(prose: Document): Record<string, unknown> {
  const cover = prose.given['cover'];
  return cover && typeof cover === 'object' ? (cover as Record<string, unknown>) : {};
}

/** The pictures that a text shows, with the words for those who don't see them, where it has some here. */
export function imagesIn(prose: Document): (ImageUse & { alt: string | undefined })[] {
  const nodes = prose.tree ? treeNodes(prose.tree) : [];
  const named = prose.tree ? imageDefinitions(prose.tree) : new Set();
  return nodes.flatMap(({ node }) => {
    if (node.type === 'image') {
      const { url, alt } = node as { url: string; alt?: string | null };
      return [{ name: fileName(url), alt: alt ?? '', ...addressPlace(node as Nodes, url, prose) }];
    }
    if (node.type === 'definition' && named.has(identifierOf(node))) {
      const { url } = node as { url: string };
      const at = addressPlace(node as Nodes, url, prose);
      return [{ name: fileName(url), alt: undefined, ...at }];
    }
    if (isComponent(node) && node.name === 'Figure') {
      const name = fileName(attributeText(node, 'src') ?? '');
      // An empty one is told as an attribute.
      return [
        {
          name,
          alt: attributeText(node, 'alt') || undefined,
          ...attributePlace(node, 'src', prose),
        },
      ];
    }
    return [];
  });
}
