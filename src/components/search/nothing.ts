import type { SearchMap } from '../../blog/search-map.ts';
import type { SearchWords } from '../../blog/words/search-words.ts';
import { make } from './elements.ts';
import { root } from './pagefind.ts';

/** Where to go when nothing was found: the tag that may have been meant, and the archive. */
export async function waysOn(
  asked: string,
  map: SearchMap,
  words: SearchWords,
): Promise<HTMLElement> {
  const { nearestTag } = await import('../../blog/search-nearest.ts');
  const tag = nearestTag(asked, map.tags);
  return make(
    'ul',
    { class: 'ways-on' },
    tag &&
      make(
        'li',
        {},
        `${words.meant} `,
        make('a', { href: root + tag.path, dir: 'auto' }, tag.label),
      ),
    make('li', {}, make('a', { href: root + map.archive }, words.archive)),
  );
}
