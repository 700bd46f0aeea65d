import type { Place } from '../problem.ts';
import {
  attributeText,
  identifierOf,
  isComponent,
  pictureDefinitions,
  treeNodes,
} from '../tree-nodes.ts';
import { fileName } from '../whole-address.ts';
import { fieldPlace, type Prose } from './prose.ts';

/** A picture that a text shows, and where. */
export interface PictureUse {
  name: string;
  place: Place;
}

/** The picture at the top of a text, if it has one. */
export function coverOf(prose: Prose): PictureUse | undefined {
  const image = coverFields(prose)['image'];
  if (typeof image !== 'string') return undefined;
  return { name: fileName(image), place: fieldPlace(prose, 'cover', image) };
}

/** What a text's fields say of the picture at its top. */
export function coverFields(prose: Prose): Record<string, unknown> {
  const cover = prose.given['cover'];
  return cover && typeof cover === 'object' ? (cover as Record<string, unknown>) : {};
}

/** The pictures that a text shows, with the words for those who don't see them, where it has some here. */
export function picturesIn(prose: Prose): (PictureUse & { alt: string | undefined })[] {
  const nodes = prose.tree ? treeNodes(prose.tree) : [];
  const named = prose.tree ? pictureDefinitions(prose.tree) : new Set();
  return nodes.flatMap(({ node }) => {
    const place = { file: prose.file, line: node.position?.start.line };
    if (node.type === 'image') {
      const { url, alt } = node as { url: string; alt?: string | null };
      return [{ name: fileName(url), alt: alt ?? '', place }];
    }
    if (node.type === 'definition' && named.has(identifierOf(node))) {
      return [{ name: fileName((node as { url: string }).url), alt: undefined, place }];
    }
    if (isComponent(node) && node.name === 'Figure') {
      const name = fileName(attributeText(node, 'src') ?? '');
      // An empty one is told as an attribute.
      return [{ name, alt: attributeText(node, 'alt') || undefined, place }];
    }
    return [];
  });
}
