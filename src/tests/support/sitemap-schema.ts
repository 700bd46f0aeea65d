import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';

const SCHEMAS = 'src/tests/fixtures/sitemaps.org';

/** What libxml2 finds wrong with an XML text by one of the schemas of sitemaps.org. */
export function sitemapFaults(xml: string, schema: 'sitemap.xsd' | 'siteindex.xsd'): string[] {
  using rules = XmlDocument.fromString(readFileSync(join(SCHEMAS, schema), 'utf8'));
  using validator = XsdValidator.fromDoc(rules);
  using document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map(({ line, message }) => `${line}: ${message}`);
  }
}
