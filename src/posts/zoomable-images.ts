import type { PlaceholderColor } from '../images/placeholder-color.ts';

/**
 * Makes each picture of a text a link to the whole picture, so that it can be enlarged with a click
 * or a key and without a script; offers it as AVIF first, where the build made one; and gives it the
 * colour that stands in its place until it is there. A picture that leads elsewhere keeps its link.
 *
 * @param enlarge what the link says that it does, beside what the picture shows
 * @param html what a post's text became
 * @param tones by the picture's name without its ending
 */
export function withZoomLinks(
  html: string,
  tones: ReadonlyMap<string, PlaceholderColor>,
  enlarge: string,
): string {
  return html.replace(PICTURE, (whole, link: string | undefined, double?: string, one?: string) => {
    const [modern, plain = ''] = double ? double.split(/(?<=>)(?=<img)/) : [undefined, one];
    const picture = modern
      ? `<picture><source type="image/avif" srcset="${attribute(modern, 'srcset') || attribute(modern, 'src')}" sizes="${attribute(modern, 'sizes')}">${plain}</picture>`
      : plain;
    if (link) return modern ? link + picture : whole;
    const address = attribute(plain, 'src');
    const tone = tones.get(stem(address));
    return `<a class="zoom${tone ? ` tone-${tone}` : ''}" href="${address}" title="${enlarge}">${picture}</a>`;
  });
}

const IMG = /<img\b(?:[^>"]|"[^"]*")*>/.source;
const PICTURE = new RegExp(`(<a\\b[^>]*>\\s*)?(?:<picture>(${IMG}${IMG})</picture>|(${IMG}))`, 'g');

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

/** `map` of `/_astro/map.Dq3k_2b.webp`. */
function stem(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1).split('.')[0] ?? '';
}
