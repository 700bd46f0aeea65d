/**
 * Makes each picture of a text a link to the whole picture, so that it can be enlarged with a click
 * or a key and without a script. A picture that leads elsewhere already stays as it is.
 *
 * @param html what a post's text became
 */
export function withEnlarging(html: string): string {
  return html.replace(
    /(<a\b[^>]*>\s*)?<img\b[^>]*?\ssrc="([^"]+)"[^>]*>/g,
    (picture, link: string | undefined, address: string) =>
      link ? picture : `<a class="zoom" href="${address}">${picture}</a>`,
  );
}
