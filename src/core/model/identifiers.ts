import { z } from 'zod';

/** What looks like a hyphen, and is a dash, a minus or another hyphen. */
const HYPHENS = /[\u2010-\u2015\u2212\uff0d]/g;

/**
 * The DOI of a text (ISO 26324): `10.59350/abcde-fgh12`, without the address that leads there. Also
 * taken are `doi:10.…` and an address at doi.org.
 */
export const doi = identifier(
  'a DOI',
  (text) => {
    const [, path] = /^(?:https?:\/\/)?(?:www\.|dx\.)?doi\.org\/(.*)$/i.exec(text) ?? [];
    return path === undefined ? text.replace(/^doi[:\s]\s*/i, '') : decoded(path);
  },
  (text) => /^10\.\d{4,9}(?:\.\d+)*\/[^\s"\\{}^`|\u007f-\u009f]+$/.test(text),
  'Write it like 10.59350/abcde-fgh12.',
);

/** The whole address of a DOI (doi.org, "DOI display guidelines"). */
export function doiAddress(name: string): string {
  return `https://doi.org/${encodeURI(name).replace(/[?#]/g, encodeURIComponent)}`;
}

/**
 * The ORCID iD of a person (ISO 27729), in its four groups: `0000-0002-1825-0097`. Also taken are its
 * address at orcid.org and sixteen digits in a row.
 */
export const orcid = identifier(
  'an ORCID iD',
  (text) => {
    const signs = text
      .replace(/^(?:https?:\/\/)?(?:www\.)?orcid\.org\//i, '')
      .replace(/^orcid(?:\s*id)?[:\s]\s*/i, '')
      .replace(/\/$/, '')
      .replace(/[\s-]/g, '')
      .toUpperCase();
    return /^\d{15}[\dX]$/.test(signs) ? (signs.match(/.{4}/g)?.join('-') ?? text) : text;
  },
  (text) => /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(text),
  'Write its four groups of digits, like 0000-0002-1825-0097.',
  { isChecked: hasOrcidCheck, at: 'orcid.org', length: 16 },
);

/** The whole address of an ORCID iD. */
export function orcidAddress(id: string): string {
  return `https://orcid.org/${id}`;
}

/** ISO 7064, mod 11-2. */
function hasOrcidCheck(text: string): boolean {
  const signs = [...text.replaceAll('-', '')];
  const check = signs.pop();
  const total = signs.reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0);
  return check === checkSign((12 - total) % 11);
}

/**
 * The ISSN of a blog (ISO 3297): `2049-3630`. Also taken are `ISSN 2049-3630`, its address at
 * portal.issn.org and eight digits in a row.
 */
export const issn = identifier(
  'an ISSN',
  (text) => {
    const signs = text
      .replace(/^(?:https?:\/\/)?(?:portal|www)\.issn\.org\/resource\/issn\//i, '')
      .replace(/^(?:urn:)?e?issn(?:-l)?[:\s]\s*/i, '')
      .replace(/\/$/, '')
      .replace(/[\s-]/g, '')
      .toUpperCase();
    return /^\d{7}[\dX]$/.test(signs) ? `${signs.slice(0, 4)}-${signs.slice(4)}` : text;
  },
  (text) => /^\d{4}-\d{3}[\dX]$/.test(text),
  'Write its two groups of digits, like 2049-3630.',
  { isChecked: hasIssnCheck, at: 'portal.issn.org', length: 8 },
);

/** Modulo 11 with the weights 8 to 2. */
function hasIssnCheck(text: string): boolean {
  const signs = [...text.replace('-', '')];
  const check = signs.pop();
  const total = signs.reduce((sum, digit, place) => sum + Number(digit) * (8 - place), 0);
  return check === checkSign((11 - (total % 11)) % 11);
}

/** A check of 0 to 10 as one sign. */
function checkSign(value: number): string {
  return value === 10 ? 'X' : String(value);
}

/** The ROR of an organisation (ror.org): `03yrm5c26`. Also taken is its address. */
export const ror = identifier(
  'a ROR',
  (text) =>
    text
      .replace(/^(?:https?:\/\/)?(?:www\.)?ror\.org\//i, '')
      .replace(/^ror[:\s]\s*/i, '')
      .replace(/\/$/, '')
      .toLowerCase(),
  (text) => /^0[a-hj-km-np-tv-z0-9]{6}\d\d$/.test(text),
  'Write it like 03yrm5c26, or copy its address from ror.org.',
  { isChecked: hasRorCheck, at: 'ror.org', length: 9 },
);

/** The whole address of a ROR. */
export function rorAddress(id: string): string {
  return `https://ror.org/${id}`;
}

/** The digits of Crockford's base 32, in which a ROR is written. */
const BASE_32 = '0123456789abcdefghjkmnpqrstvwxyz';

/** ISO 7064, mod 97-10, over the number that the first seven signs stand for. */
function hasRorCheck(text: string): boolean {
  const number = [...text.slice(0, 7)].reduce((sum, sign) => sum * 32 + BASE_32.indexOf(sign), 0);
  return Number(text.slice(7)) === 98 - ((number * 100) % 97);
}

interface Check {
  isChecked: (text: string) => boolean;
  /** Where the right one can be looked up. */
  at: string;
  /** Of its signs: YAML reads those that are all digits as a number, without zeros before it. */
  length: number;
}

/**
 * The schema of an identifier.
 *
 * @param name what people call it, with its article
 * @param meant its one form, where a text can only mean that; else the text
 * @param isFormed whether a text has that form
 * @param like how to write it
 * @param check where its last signs tell slips
 */
function identifier(
  name: string,
  meant: (text: string) => string,
  isFormed: (text: string) => boolean,
  like: string,
  check?: Check,
) {
  const words = (value: unknown) =>
    typeof value === 'number' && check ? String(value).padStart(check.length, '0') : value;
  return z.preprocess(
    words,
    z
      .string({ error: 'This must be text.' })
      .overwrite((text) => meant(text.replace(HYPHENS, '-').trim()))
      .refine(isFormed, { error: ({ input }) => `"${input}" is not ${name}. ${like}`, abort: true })
      .refine((text) => check?.isChecked(text) ?? true, {
        error: ({ input }) =>
          `"${input}" is not ${name}: its signs don't match its check at the end, so one of them is wrong. Copy it again from ${check?.at}.`,
      }),
  );
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
