import sharp from 'sharp';
import { expect, test } from 'vitest';
import { closeStore } from '../../../core/cache/store.ts';
import { cardSvg, type SocialCard } from '../../../social-cards/node/card.ts';
import { socialCard } from '../../../social-cards/node/render.ts';
import { setLine } from '../../../social-cards/node/shaping.ts';
import { fitted, piecesOf } from '../../../social-cards/node/wrapping.ts';

const card = (title: string, lang = 'en'): SocialCard => ({
  ...{ title, lang, label: 'Discussion', program: 'Exchange of Gardeners' },
  ...{ place: 'gardens.example', siteLang: 'en' },
  mark: { over: '2013', under: '08', isBoxed: true },
});

const long = `${'A title of many words, which has to be whole: '.repeat(7)}`.slice(0, 300);
const titles: [lang: string, title: string][] = [
  ['en', 'A moment of reflection'],
  ['en', long],
  ['ar', 'تبدأ الجولة الأولى من البرنامج (2013) مع ILN: مُحَمَّد'],
  ['he', 'שלום עולם'],
  ['bn', 'আন্তর্জাতিক গ্রন্থাগারিক নেটওয়ার্ক'],
  ['hi', 'अंतर्राष्ट्रीय पुस्तकालय'],
  ['zh-Hans', '国际图书馆员网络：我们的第一次讨论'],
  ['ja', '図書館員の国際ネットワーク'],
  ['ko', '국제 사서 네트워크의 첫 번째 토론'],
  ['ru', 'Международная сеть библиотекарей'],
  ['el', 'Διεθνές δίκτυο βιβλιοθηκονόμων'],
  ['th', 'เครือข่ายบรรณารักษ์ระหว่างประเทศเริ่มต้นการสนทนาครั้งแรก'],
  ['vi', 'Thư viện Việt Nam'],
  ['ta', 'பன்னாட்டு நூலகர்கள்'],
  ['ka', 'ბიბლიოთეკარების ქსელი'],
  ['hy', 'Գրադարանավարների ցանց'],
  ['am', 'የቤተ መጻሕፍት ባለሙያዎች'],
  ['en', 'Books 📚 and hearts ❤️ → ✓'],
];

test.each(titles)('in %s, "%s" has a letter for every character', async (lang, title) => {
  expect((await cardSvg(card(title, lang))).missing).toEqual([]);
});

test.each(titles)('in %s, "%s" stands whole within its box', async (lang, title) => {
  const setting = { role: 'title', lang, direction: 'ltr' } as const;
  const box = { width: 838, height: 360 };
  const { size, lines } = await fitted(title, setting, box, [90, 60, 40, 24], 1.42);
  expect(lines.length * size * 1.42).toBeLessThanOrEqual(box.height);
  expect(Math.max(...lines.map((line) => line.width * size))).toBeLessThanOrEqual(box.width + 0.5);
  expect(piecesOf(title, lang).join('')).toBe(title.trim());
});

test('an address that is wider than the picture is broken, not cut', async () => {
  const title = `https://example.org/${'x'.repeat(270)}`;
  const setting = { role: 'title', lang: 'en', direction: 'ltr' } as const;
  const { lines } = await fitted(title, setting, { width: 838, height: 360 }, [90, 24], 1.14);
  const drawn = lines.flatMap((line) => line.runs.flatMap(({ glyphs }) => glyphs));
  expect(drawn.length).toBe(title.length);
});

test('one very long word is cut before it is too small to read', async () => {
  const setting = { role: 'title', lang: 'de', direction: 'ltr' } as const;
  const word = 'Donaudampfschifffahrtsgesellschaftsbibliothekarinnenvereinigung';
  const sizes = [96, 60, 44, 24];
  const { size, lines } = await fitted(word, setting, { width: 838, height: 360 }, sizes, 1.14);
  expect([size, lines.length]).toEqual([44, 2]);
});

test('Arabic letters are joined, and run from right to left with a number in its own order', async () => {
  const setting = { role: 'title', lang: 'ar', direction: 'rtl' } as const;
  const [joined] = (await setLine('ببب', setting)).runs;
  const shapes = new Set(joined?.glyphs.filter(({ y }) => y === 0).map(({ glyph }) => glyph));
  expect(shapes.size).toBeGreaterThan(1);
  const { runs } = await setLine('عام 2013', setting);
  const digits = (await setLine('2013', setting)).runs[0]?.glyphs.map(({ glyph }) => glyph);
  expect(runs[0]?.glyphs.map(({ glyph }) => glyph)).toEqual(digits);
});

test('a character that no typeface has is named, and left out', async () => {
  expect((await cardSvg(card('Old Persian 𐎠𐎡'))).missing).toEqual(['𐎠', '𐎡']);
});

test('a picture is a PNG of 1200 by 630, the same each time', async () => {
  const png = await socialCard(card('A moment of reflection'), fail);
  const { format, width, height } = await sharp(png).metadata();
  expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
  closeStore();
  expect(Buffer.from(await socialCard(card('A moment of reflection'), fail)).equals(png)).toBe(
    true,
  );
});

test('a picture is drawn once, and again when something else stands on it', async () => {
  closeStore();
  const words: string[] = [];
  const draw = (title: string) => socialCard(card(title), (sentence) => words.push(sentence));
  const first = await draw('Old Persian 𐎠𐎡');
  expect(Buffer.from(await draw('Old Persian 𐎠𐎡')).equals(first)).toBe(true);
  expect(words).toHaveLength(1);
  await draw('Old Persian 𐎠');
  expect(words).toHaveLength(2);
});

function fail(sentence: string): never {
  throw new Error(sentence);
}
