/**
 * What Astro knows of a picture, as a thing of its own. Whoever reads it off the picture itself has
 * the author's file put into the site, with all that the camera wrote there; Astro gives pictures a
 * copy that can be read.
 */
export function imageMetadata<Image extends object>(image: Image): Image {
  return (image as { clone?: Image }).clone ?? image;
}
