import type { PlaceholderColor } from '../images/placeholder-color.ts';

/**
 * Makes each picture of a text a link to the whole picture, so that it can be enlarged with a click
 * or a key and without a script; offers it in the formats that the build made, AVIF first, and as a
 * JPEG to whoever knows no other; and gives it the colour that stands in its place until it is there.
 * A picture that leads elsewhere keeps its link.
 *
 * @param enlarge what the link says that it does, beside what the picture shows
 * @param html what a post's text became, its pictures as `modernPictures` left them
 * @param tones by the picture's name without its ending
 */
export function withZoomLinks(
  html: string,
  tones: ReadonlyMap<string, PlaceholderColor>,
  enlarge: string,
): string {
  return html.replace(PICTURE, (whole, link: string | undefined, made?: string, one?: string) => {
    if (one && link) return whole;
    const images = (made ?? one)?.match(EACH_IMG) ?? [];
    const modern = images.filter((image) => !attribute(image, 'src').endsWith('.jpg'));
    const best = modern.at(-1) ?? images[0] ?? '';
    const plain = withoutOffers(images.at(-1) ?? '', attribute(best, 'data-jpeg'));
    const picture = one ?? `<picture>${modern.map(source).join('')}${plain}</picture>`;
    if (link) return link + picture;
    const address = attribute(best, 'src');
    const tone = tones.get(stem(address));
    return `<a class="zoom${tone ? ` tone-${tone}` : ''}" href="${address}" title="${enlarge}">${picture}</a>`;
  });
}

const IMG = /<img\b(?:[^>"]|"[^"]*")*>/.source;
const EACH_IMG = new RegExp(IMG, 'g');
const PICTURE = new RegExp(`(<a\\b[^>]*>\\s*)?(?:<picture>((?:${IMG})+)</picture>|(${IMG}))`, 'g');

/** A picture as one format among others. */
function source(image: string): string {
  const address = attribute(image, 'src');
  const offers = attribute(image, 'srcset') || address;
  const type = address.slice(address.lastIndexOf('.') + 1);
  return `<source type="image/${type}" srcset="${offers}" sizes="${attribute(image, 'sizes')}">`;
}

/** A picture with one address: `jpeg`, if there is such a one. */
function withoutOffers(image: string, jpeg: string): string {
  const plain = image.replace(/\s(?:srcset|sizes|data-jpeg)="[^"]*"/g, '');
  return jpeg ? plain.replace(/(?<=\ssrc=")[^"]*/, () => jpeg) : plain;
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

/** `map` of `/_astro/map.Dq3k_2b.webp`. */
function stem(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1).split('.')[0] ?? '';
}
