import type { SearchWords } from '../../core/i18n/search-words.ts';
import type { SearchMap } from '../index-map.ts';
import { make } from './elements.ts';
import { root } from './pagefind.ts';

/**
 * Where to go when nothing was found: the tag that may have been meant, and the archive, unless it is
 * named below anyway.
 */
export async function waysOn(
  asked: string,
  map: SearchMap,
  words: SearchWords,
  hasArchive: boolean,
): Promise<HTMLElement | undefined> {
  const { closestTag: nearestTag } = await import('../suggestion.ts');
  const tag = nearestTag(asked, map.tags);
  if (!tag && hasArchive) return undefined;
  return make(
    'ul',
    { class: 'suggestions' },
    tag &&
      make(
        'li',
        {},
        `${words.meant} `,
        make('a', { href: root + tag.path, dir: 'auto' }, tag.label),
      ),
    hasArchive ? undefined : make('li', {}, make('a', { href: root + map.archive }, words.archive)),
  );
}
