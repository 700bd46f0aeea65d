/** One block of a `_headers` file: the paths it is for, and the headers it sets there. */
export interface HeaderRule {
  path: RegExp;
  headers: [name: string, value: string][];
}

/**
 * Reads the `_headers` file that static hosts share (Netlify, Cloudflare Pages).
 *
 * A line that starts in the first column is a path; `*` stands for anything and `:name` for one
 * segment. The indented lines below it are `Name: value`. `#` begins a comment.
 */
export function headerRules(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n')) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    const colon = content.indexOf(':');
    if (!/^\s/.test(line)) rules.push({ path: pathPattern(content), headers: [] });
    else if (colon > 0)
      rules.at(-1)?.headers.push([content.slice(0, colon), content.slice(colon + 1).trim()]);
  }
  return rules;
}

/**
 * The headers for one path, which begins with a slash and is counted from the site's root.
 * A header that several rules set gets their values joined by a comma, as the hosts do.
 */
export function headersFor(rules: HeaderRule[], path: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const rule of rules.filter((candidate) => candidate.path.test(path))) {
    for (const [name, value] of rule.headers) {
      const key = name.toLowerCase();
      const earlier = headers.get(key);
      headers.set(key, earlier === undefined ? value : `${earlier}, ${value}`);
    }
  }
  return headers;
}

function pathPattern(path: string): RegExp {
  const pattern = path
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replace(/:[A-Za-z]\w*/g, '[^/]+');
  return new RegExp(`^${pattern}$`);
}
