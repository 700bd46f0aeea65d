import { FALLBACK_SEARCH } from './fallback-search.ts';

/**
 * What a page may load (CSP Level 3): the same on every page of a kind, so that no page depends on another.
 *
 * @param inline `sha256-…` of the one script and the one style that stand in the page
 * @param frameOrigin the origin of the reply form's host, where one is configured
 */
export function securityPolicy(
  inline: { script: string; style: string },
  frameOrigin?: string,
): string {
  return [
    "default-src 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    `style-src 'self' '${inline.style}'`,
    `script-src 'self' 'wasm-unsafe-eval' '${inline.script}'`,
    frameOrigin ? `frame-src ${frameOrigin}` : "frame-src 'none'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    `form-action 'self' ${FALLBACK_SEARCH.origin}`,
  ].join('; ');
}
