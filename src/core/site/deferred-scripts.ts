/**
 * The type of the elements that hold a script's address until it is time for it: a list of addresses
 * (RFC 2483), which browsers leave alone.
 */
export const DEFERRED = 'text/uri-list';

/** @returns the page with its module scripts as addresses, for `core/site/inline-script.ts` to ask for */
export function withDeferredScripts(html: string): string {
  return html.replaceAll(
    /<script type="module" src="([^"]+)"><\/script>/g,
    `<script type="${DEFERRED}">$1</script>`,
  );
}
