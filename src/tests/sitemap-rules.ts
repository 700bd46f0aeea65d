import type { XmlElement } from './xml-tree.ts';

const SPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * What is wrong with a sitemap by the schemas of sitemaps.org, `sitemap.xsd` and `siteindex.xsd`
 * (0.9): names and namespace, one `loc` of 12 to 2,048 characters, at most one `lastmod` that is an
 * `xsd:date` or `xsd:dateTime`, nothing else, 50,000 entries at most, at least one.
 */
export function sitemapFaults(root: XmlElement, name: 'urlset' | 'sitemapindex'): string[] {
  const child = name === 'urlset' ? 'url' : 'sitemap';
  const faults: string[] = [];
  if (root.name !== name || root.space !== SPACE) faults.push(`the root is ${root.name}`);
  if (root.children.length === 0 || root.children.length > 50_000)
    faults.push(`it has ${root.children.length} entries`);
  for (const entry of root.children) {
    const place = entry.children[0]?.text ?? '';
    if (entry.name !== child || entry.space !== SPACE) faults.push(`${place} is ${entry.name}`);
    const names = entry.children.map((one) => one.name).join(' ');
    if (!['loc', 'loc lastmod'].includes(names)) faults.push(`${place} has ${names}`);
    if (entry.children.some((one) => one.space !== SPACE)) faults.push(`${place} is foreign`);
    if (!URL.canParse(place) || place.length < 12 || place.length > 2048)
      faults.push(`${place} is no address`);
    const lastmod = entry.children.find((one) => one.name === 'lastmod')?.text;
    if (lastmod !== undefined && (!MOMENT.test(lastmod) || Number.isNaN(Date.parse(lastmod))))
      faults.push(`${place} changed on ${lastmod}`);
  }
  return faults;
}
