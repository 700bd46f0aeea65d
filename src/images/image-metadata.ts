/**
 * What Astro knows of a picture, as a thing of its own. Whoever reads it off the picture itself has
 * the author's file put into the site, with all that the camera wrote there; Astro gives pictures a
 * copy that can be read.
 */
export function imageMetadata<Image extends object>(image: Image): Image {
  return (image as { clone?: Image }).clone ?? image;
}

/** The name of the file that a picture was read from. */
export function imageFileName(image: { readonly src: string }): string {
  // Astro keeps the file's path beside what it declares.
  const { fsPath } = image as { fsPath?: string };
  return (fsPath ?? image.src).split('?')[0]?.split('/').at(-1) ?? '';
}
