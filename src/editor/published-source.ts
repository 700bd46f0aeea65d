import type { Root } from 'mdast';
import type { ImageFile } from '../core/content-files/folder.ts';
import { attributeText, isComponent, type TreeNode, treeNodes } from '../core/markdown/mdast.ts';
import { fileName } from '../core/site/absolute-url.ts';
import { type DescribedImage, IMAGE_FIELDS, type ImageField } from './form-fields.ts';

/** A published post as the editor opens it, to be changed. */
export interface PublishedSource {
  id: string;
  fields: Readonly<Record<string, unknown>>;
  body: string;
  /** The pictures in its folder. */
  pictures: readonly PublishedImage[];
}

/** A picture that lies in a published post's folder. */
export interface PublishedImage extends Pick<ImageFile, 'width' | 'height' | 'bytes'> {
  name: string;
  /** Where it can be seen, root-relative. */
  address: string;
}

/** A picture of the folder as a file beside the text: what it is says the ending, which was checked. */
export function publishedFile({ name, width, height, bytes }: PublishedImage): ImageFile {
  const ending = name.split('.').at(-1)?.toLowerCase();
  return { type: ending === 'jpg' ? 'jpeg' : ending, width, height, bytes };
}

/**
 * What the post says of each picture in its folder: its fields of the cover, its text of the rest.
 *
 * @param tree the post's text; nothing if it cannot be read
 */
export function describedIn(source: PublishedSource, tree: Root | undefined): DescribedImage[] {
  const cover = (source.fields['cover'] ?? {}) as Partial<Record<'image' | ImageField, string>>;
  const inText = tree ? treeNodes(tree).map(({ node }) => node) : [];
  return source.pictures.map(({ name }) => {
    const isCover = fileName(cover.image ?? '') === name;
    const said = isCover ? cover : (inText.map((node) => saidBy(node, name)).find(Boolean) ?? {});
    const parts = IMAGE_FIELDS.map((field) => [field, said[field] ?? '']);
    return { ...(Object.fromEntries(parts) as Record<ImageField, string>), name, isCover };
  });
}

/** The fields of a change with their lists in the order of the post that it changes: a form has none. */
export function inOrderOf(
  before: PublishedSource['fields'],
  fields: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const were = before[name];
      if (!Array.isArray(value) || !Array.isArray(were)) return [name, value];
      const kept = were.filter((one) => value.includes(one));
      return [name, [...kept, ...value.filter((one) => !were.includes(one))]];
    }),
  );
}

/** What a part of the text says of a picture, if it shows that. */
function saidBy(node: TreeNode, name: string): Partial<Record<ImageField, string>> | undefined {
  if (isComponent(node)) {
    if (fileName(attributeText(node, 'src') ?? '') !== name) return undefined;
    return Object.fromEntries(
      IMAGE_FIELDS.map((field) => [field, attributeText(node, field) ?? '']),
    );
  }
  if (node.type !== 'image' || !('url' in node) || fileName(node.url) !== name) return undefined;
  const { alt, title } = node as { alt?: string | null; title?: string | null };
  return { alt: alt ?? '', caption: title ?? '' };
}
