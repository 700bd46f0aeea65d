import type { Urls } from '../core/site/urls.ts';

/**
 * The name under which a picture is offered outside the site, for feeds, mails and sharing: a JPEG,
 * which every reader shows. A picture that is one already keeps its name; another gets the ending
 * added, so that `map.png` and `map.jpg` never meet.
 */
export function feedImageName(file: string): string {
  return file.endsWith('.jpg') ? file : `${file}.jpg`;
}

/** The address of a picture of a post as a JPEG, beside the post's page; `id` is any that the post ever had. */
export function feedImageUrl(urls: Urls, id: string, file: string): string {
  return urls.postPicture(id, encodeURIComponent(feedImageName(file)));
}

/** Whether a file of a post's folder is a picture, by its ending. */
export function isImage(file: string): boolean {
  return /^[^.].*\.(jpe?g|png|webp|avif|gif)$/i.test(file);
}
