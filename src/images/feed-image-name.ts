/**
 * The name under which a picture is offered outside the site, for feeds, mails and sharing: a JPEG,
 * which every reader shows. A picture that is one already keeps its name; another gets the ending
 * added, so that `map.png` and `map.jpg` never meet.
 */
export function feedImageName(file: string): string {
  return file.endsWith('.jpg') ? file : `${file}.jpg`;
}

/** Whether a file of a post's folder is a picture, by its ending. */
export function isImage(file: string): boolean {
  return /^[^.].*\.(jpe?g|png|webp|avif|gif)$/i.test(file);
}
