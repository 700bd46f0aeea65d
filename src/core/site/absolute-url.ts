import { decodeUrl } from './decode-url.ts';

/** Where a text stands whose addresses are made whole. */
export interface UrlContext {
  /** The whole address of the post's page, which ends with a slash. */
  address: string;
  /** The whole address of a root-relative address that stands in content. */
  local: (path: string) => string;
}

/** The whole address of what stands in a link; nothing where there can be none. */
export function absoluteUrl(href: string, { address, local }: UrlContext): string | undefined {
  if (/^\/(?!\/)/.test(href)) return local(href);
  return URL.canParse(href, address) ? new URL(href, address).href : undefined;
}

/** The name of a file beside a text by the address that stands in the text or its fields. */
export function fileName(address: string): string {
  return decodeUrl(address).replace(/^\.\//, '');
}
