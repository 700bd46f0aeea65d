import type { Person } from '../core/model/person.ts';
import type { Program } from '../core/model/program.ts';

/** How somebody is named who wrote on GitHub. */
export interface AccountName {
  /** The display name; where that could mislead, or there is none, `@` and the login. */
  name: string;
  /** GitHub's name of the account, which nobody else can have, where the name is another one. */
  login?: string | undefined;
}

/** The names that belong to a blog, and that nobody else may take. */
export interface OwnNames {
  people: readonly Pick<Person, 'name'>[];
  program?: Pick<Program, 'name' | 'shortName' | 'publisher'> | undefined;
}

/**
 * A display name, which everybody may choose as they like, told apart from the login. Whoever calls
 * themselves like a person, a team or the program of this blog, like its coordinators, or like another
 * account, is named by the login alone; letters that only look the same are the same here.
 */
export function accountName(
  display: string,
  login: string | undefined,
  own: OwnNames,
): AccountName {
  if (login === undefined) return { name: display };
  const isLogin = display.toLowerCase() === login.toLowerCase();
  const misleads = /[@＠﹫]/u.test(display) || isOurs(display, own);
  return isLogin || misleads ? { name: `@${login}` } : { name: display, login };
}

/** The name in one piece, for feeds and other texts: `Dee Smith (@dee)`. */
export function nameInFull({ name, login }: AccountName): string {
  return login ? `${name} (@${login})` : name;
}

function isOurs(display: string, { people, program }: OwnNames): boolean {
  const words = wordsOf(display);
  const whole = words.join('');
  const isNamed = (name: string) => {
    const own = wordsOf(name);
    const together = own.join('');
    if (together === '') return false;
    // One word, as a first name alone, is many people's; several are one's.
    if (own.length === 1) return whole === together;
    return whole.includes(together) || own.every((word) => words.includes(word));
  };
  const isSpokenFor = (name: string) => {
    const together = wordsOf(name).join('');
    const isShort = together.length < 5;
    return (
      together !== '' &&
      (isShort ? words.includes(together) || whole === together : whole.includes(together))
    );
  };
  const { name, shortName, publisher } = program ?? {};
  return (
    people.some((person) => isNamed(person.name)) ||
    [name, shortName, publisher].some((one) => one !== undefined && isSpokenFor(one)) ||
    OFFICES.some(isSpokenFor)
  );
}

/** Those who run a program, in the languages of the interface. */
const OFFICES = ['coordinator', 'coordinador', 'coordinación', 'منسق'];

/** A name's words as they look: without accents, capital letters and what parts letters in a word. */
function wordsOf(name: string): string[] {
  const letters = name
    .normalize('NFKD')
    .replace(/[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu, letterOfEmoji)
    .replace(/\p{M}+/gu, '')
    .replace(/./gsu, (letter) => LOOKS_LIKE.get(letter) ?? letter.toLowerCase())
    .replace(/./gsu, (letter) => LOOKS_LIKE.get(letter) ?? letter)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
  return letters.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** The letter of a white-on-black emoji or a flag. */
function letterOfEmoji(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const first = code >= 0x1f1e6 ? 0x1f1e6 : code >= 0x1f170 ? 0x1f170 : 0x1f150;
  return String.fromCharCode(97 + code - first);
}

/** Letters that look like others (UTS #39), most of them. */
const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(
  [
    ['АаΑɑαᴀᎪꓮ', 'a'],
    ['ВвʙΒβᏴꓐ', 'b'],
    ['СсϲᴄᏟꓚ', 'c'],
    ['ԁᴅᎠꓓᏧ', 'd'],
    ['ЕеєΕεᴇᎬꓰ', 'e'],
    ['ꜰꓝ', 'f'],
    ['ɡɢᏀꓖցԍ', 'g'],
    ['НнһʜΗᎻꓧհ', 'h'],
    ['ЈјᴊᎫꓙյ', 'j'],
    ['КкᴋΚκᏦꓗ', 'k'],
    ['1iI|!ІіӀӏıɩɪιΙʟlLᏞꓡꓲᎥᏆլ', 'l'],
    ['МмᴍΜᎷꓟ', 'm'],
    ['пɴΝηꓠո', 'n'],
    ['0ОоΟοσᴏꓳօ', 'o'],
    ['РрΡρᴘᏢꓑ', 'p'],
    ['ԛզ', 'q'],
    ['гʀᎡᏒꓣ', 'r'],
    ['5ЅѕꜱᏚꓢ', 's'],
    ['ТтΤτᴛᎢꓔ', 't'],
    ['υᴜսꓴ', 'u'],
    ['νѵѴᴠᏙꓦ', 'v'],
    ['ԝωᴡᎳꓪ', 'w'],
    ['ХхΧχꓫ', 'x'],
    ['УуүҮΥγʏᎩꓬ', 'y'],
    ['ΖᴢᏃꓜ', 'z'],
  ].flatMap(([characters = '', letter = '']) =>
    [...characters].map((character) => [character, letter] as const),
  ),
);
