/** A source of numbers that only look like chance: the same seed gives the same ones for ever. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x85ebca6b) >>> 0;
  }

  /** From 0 up to, and without, 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, and without, `below`. */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  oneOf<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }
}

const COMMON =
  'the of and to a in is that it was for on are with as they be at one have this from by not but what all were when we there can an your which their if will each about how up out them then many some so these would into has more two like him see time could no make than first been its who now people my made over did down only way find use may long little very after words just where most know'.split(
    ' ',
  );

const RARE = rareWords(6000);

/** Words that occur as often as in a language: a few everywhere, most hardly ever (Zipf). */
export function word(chance: Chance): string {
  if (chance.next() < 0.45) return COMMON[Math.floor(chance.next() ** 2 * COMMON.length)] as string;
  return RARE[Math.floor(chance.next() ** 3 * RARE.length)] as string;
}

/** A sentence of so many words. */
export function sentence(chance: Chance, words: number): string {
  const text = Array.from({ length: words }, () => word(chance)).join(' ');
  return `${capital(text)}.`;
}

/** Sentences of together so many words. */
export function paragraph(chance: Chance, words: number): string {
  const sentences: string[] = [];
  for (let left = words; left > 0; ) {
    const length = left < 24 ? left : 8 + chance.below(12);
    sentences.push(sentence(chance, length));
    left -= length;
  }
  return sentences.join(' ');
}

/** A heading or title of so many words, without a full stop. */
export function heading(chance: Chance, words: number): string {
  return capital(Array.from({ length: words }, () => chance.oneOf(RARE)).join(' '));
}

function rareWords(count: number): string[] {
  const chance = new Chance(1);
  const syllables =
    'ba be bi bo da de di do fa fe ga ge ha he ka ki ko la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi wa we'.split(
      ' ',
    );
  const words = new Set<string>();
  while (words.size < count) {
    const length = 2 + chance.below(3);
    const end = chance.oneOf(['', '', 'n', 'r', 's', 'l', 't', 'ing', 'ment', 'ed']);
    words.add(Array.from({ length }, () => chance.oneOf(syllables)).join('') + end);
  }
  return [...words];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
