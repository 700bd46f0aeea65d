import { sanitizeText } from '../core/text/sanitize-text.ts';
import type { WordRun } from './changed-words.ts';

/**
 * Any text as plain words in GitHub's Markdown: no markup, no HTML, no links, no mentions and no
 * references to issues or commits.
 */
export function plainWords(text: string): string {
  return inLine(text).trim();
}

/** The same of a run of words, which keeps the space at its ends. */
function inLine(text: string): string {
  return sanitizeText(text)
    .replace(/\s+/g, ' ')
    .replace(/:(?=[\w+-]+:)/g, `:${BREAK}`)
    .replace(/[0-9a-f]{7,}/gi, (number) => number.replace(/.{6}(?=.)/g, `$&${BREAK}`))
    .replace(/[!-/:-@[-`{-~]/g, (sign) =>
      sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`,
    )
    .replace(/[@#]|GH\\-/gi, (sign) => `${sign}${BREAK}`);
}

/** A space that nobody sees: what it stands in is no name, number or picture's name for GitHub. */
const BREAK = '\u200b';

/** Changed words: struck out what goes, underlined what comes. */
export function markedWords(runs: readonly WordRun[]): string {
  return runs
    .map(({ is, text }, index) => {
      const words = inLine(text);
      if (is === 'same') return words;
      const tag = is === 'old' ? 'del' : 'ins';
      // Two words that stand for each other are told apart.
      const isBeside = runs[index + 1] && is === 'old' && runs[index + 1]?.is === 'new';
      const gap = isBeside && !/\s$/.test(text) && !/^\s/.test(runs[index + 1]?.text ?? '');
      return `<${tag}>${words}</${tag}>${gap ? ' ' : ''}`;
    })
    .join('')
    .trim();
}

/** A name or value from a stranger, as long as one reads it. */
export function cut(text: string, most = 200): string {
  const characters = [...text.slice(0, 2 * most)];
  return characters.length > most || text.length > 2 * most
    ? `${characters.slice(0, most).join('')}…`
    : characters.join('');
}

/** A number of things: `1 question`, `2 questions`. */
export function some(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
