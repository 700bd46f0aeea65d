/** The schemes to which a link in content may lead; without one it leads to this site. */
export const LINK_SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'mailto']);

/**
 * The scheme of an address as a browser sees it, which skips white space and control characters;
 * `//host` counts as one, since it leaves the site without saying how.
 */
export function schemeOf(address: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them, so must we
  const bare = address.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\ufeff]/g, '');
  if (/^[\\/]{2}/.test(bare)) return '//';
  return /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
}

/** Whether an address has a name or a password before its host, which hides where it leads. */
export function hasPassword(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && (url.username || url.password) !== '';
}
