import type { SearchWords } from '../../core/i18n/search-words.ts';
import { make } from './elements.ts';
import { root, type SearchIndex } from './pagefind.ts';

/** How somebody comes to the words that they may have meant. */
interface Correction {
  address: (words: string) => string;
  follow: (words: string) => void;
}

/**
 * Where to go when nothing was found: the words or the tag that may have been meant, and the archive,
 * unless it is named below anyway.
 */
export async function waysOn(
  asked: string,
  index: SearchIndex,
  words: SearchWords,
  correction: Correction,
  hasArchive: boolean,
): Promise<HTMLElement | undefined> {
  const [map, meant] = [await index.map, await index.meant(asked)];
  const { closestTag } = await import('../suggestion.ts');
  const tag = closestTag(asked, map.tags);
  if (!meant && !tag && hasArchive) return undefined;
  return make(
    'ul',
    { class: 'suggestions' },
    meant === undefined ? undefined : make('li', {}, correctionLink(meant, words, correction)),
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

function correctionLink(meant: string, words: SearchWords, { address, follow }: Correction) {
  const link = make('a', { href: address(meant) }, words.didYouMean({ words: meant }));
  link.addEventListener('click', (event) => {
    event.preventDefault();
    follow(meant);
  });
  return link;
}
