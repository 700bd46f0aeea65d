import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountName, nameInFull } from '../../../responses/account-name.ts';

const own = {
  people: [
    { name: 'Ana Pereira' },
    { name: 'Maria' },
    { name: 'ILN coordinators' },
    { name: 'Олена Шевченко' },
  ],
  program: { name: 'International Librarians Network', shortName: 'ILN' },
};
const named = (display: string) => nameInFull(accountName(display, 'a-stranger', own));

test.each([
  ...[
    'ILN coordinators',
    'iln COORDINATORS',
    'ILN  Coordinators ✓',
    'The ILN coordinators',
    'I L N',
  ],
  ...['ILNcoordinators', 'ILN-coordinators', 'ILN_coordinators', 'lLN coordinators', '1LN team'],
  ...[
    'ILN',
    'Team of the ILN',
    'International Librarians Network',
    'INTERNATIONAL LlBRARIANS NETWORK',
  ],
  ...['ІLN сооrdіnаtоrs', 'ΙLΝ', 'ＩＬＮ', '𝐈𝐋𝐍 admin', 'Ⓘⓛⓝ', '🅘🅛🅝', '🇮🇱🇳', 'ɪʟɴ', 'ꓲꓡꓠ'],
  ...[
    'Ana Pereira',
    'ana pereira',
    'Ana  Pereira.',
    'Pereira, Ana',
    'Ana Pereira (she/her)',
    'Аnа Реrеіrа',
  ],
  ...['Aná Pereíra', 'AnaPereira', 'Ana M. Pereira', 'Maria', 'MARIA', 'Mаriа'],
  ...[
    'Олена Шевченко',
    'Шевченко Олена',
    'Coordinator',
    'Community coordinator',
    'Coordinadora',
    'منسّق',
  ],
  ...['@ana-p', 'Ana @iln', '＠iln', 'a-stranger', 'A-Stranger'],
])('who calls themselves "%s" is named by the login', (display) => {
  expect(named(display)).toBe('@a-stranger');
});

test.each([
  ...['Dee Smith', 'Maria Silva', 'Mariana', 'Ana Silva', 'Pereira', 'Kiln Ltd', 'Milner', 'Milne'],
  ...[
    'Олена Коваль',
    'Ольга',
    '图书馆员',
    'أمينة المكتبة',
    'Γιώργος',
    'José',
    'Library of Congress',
  ],
])('"%s" keeps the name, and the login stands beside it', (display) => {
  expect(named(display)).toBe(`${display} (@a-stranger)`);
});

test('no name at all is without a login beside it, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (display) => {
      const full = named(display);
      expect(full.includes('@a-stranger')).toBe(true);
      expect(accountName(display, 'a-stranger', own).login ?? 'a-stranger').toBe('a-stranger');
    }),
  );
});

test('a name of ours is known in any letters that look like its own', () => {
  const looks: Record<string, string[]> = {
    a: ['a', 'а', 'ɑ', 'á', 'ａ', '𝒂'],
    i: ['i', 'і', 'l', '1', 'í', 'ι', '|'],
    e: ['e', 'е', 'é', 'ｅ'],
    n: ['n', 'ո', 'ñ', '𝗇'],
    p: ['p', 'р', 'ρ', 'P'],
    r: ['r', 'г', 'R'],
  };
  const letters = [...'anapereira'].map((letter) =>
    fc.constantFrom(...(looks[letter] ?? [letter])),
  );
  fc.assert(
    fc.property(fc.tuple(...letters), fc.constantFrom('', ' ', '.', '  '), (characters, gap) => {
      const display = `${characters.slice(0, 3).join('')}${gap}${characters.slice(3).join('')}`;
      expect(named(display)).toBe('@a-stranger');
    }),
  );
});

test('an account without a known login keeps its name', () => {
  expect(accountName('Dee', undefined, own)).toEqual({ name: 'Dee' });
});
