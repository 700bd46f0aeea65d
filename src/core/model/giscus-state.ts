/** What a reader has to know of giscus's frame; each has its sentence (`ResponseWords`). */
export type GiscusState = 'failed' | 'signedOut' | 'limited' | 'missing' | 'storage' | 'trouble';

/**
 * What one of the error messages of giscus's frame means for a reader. The texts are those of
 * giscus (its `pages/api`, `components/Widget.tsx`), of GitHub's API as it hands them on, and of
 * browsers; they are in English whatever the language.
 *
 * @returns nothing where there is nothing to say: a discussion that the first answer will begin, or
 *   a reader who signed out
 */
export function giscusState(error: string): GiscusState | undefined {
  return MEANINGS.find(([text]) => text.test(error))?.[1];
}

const MEANINGS: readonly (readonly [RegExp, GiscusState | undefined])[] = [
  [/discussion not found|user signed out/i, undefined],
  [/bad credentials|invalid state value|state has expired|unable to retrieve token/i, 'signedOut'],
  [/rate limit|abuse detection|too many requests/i, 'limited'],
  [/could not resolve to|not installed|disabled|^not found$|not accessible/i, 'missing'],
  [/storage|operation is insecure/i, 'storage'],
  [/fetch|network|load failed|json|unexpected token|server error|gateway|unavailable/i, 'failed'],
  [/timed? ?out|something went wrong|^\s*$/i, 'failed'],
  [/./s, 'trouble'],
];
