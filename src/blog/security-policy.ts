import { OUTSIDE_SEARCH } from './outside-search.ts';

/**
 * What a page may load (CSP Level 3): the same on every page, so that no page depends on another.
 *
 * @param inlineScriptHash `sha256-…` of the one inline script
 * @param frameOrigin the origin of the reply form's host, where one is configured
 */
export function securityPolicy(inlineScriptHash: string, frameOrigin?: string): string {
  return [
    "default-src 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "style-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' '${inlineScriptHash}'`,
    frameOrigin ? `frame-src ${frameOrigin}` : "frame-src 'none'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    `form-action 'self' ${OUTSIDE_SEARCH.origin}`,
  ].join('; ');
}
