import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { readYaml } from '../../../../core/content-files/yaml.ts';
import {
  doi,
  doiAddress,
  issn,
  orcid,
  orcidAddress,
  ror,
  rorAddress,
} from '../../../../core/model/identifiers.ts';
import { personSchema } from '../../../../core/model/person.ts';

const SCHEMAS = { doi, orcid, issn, ror };
type Name = keyof typeof SCHEMAS;
const read = (name: Name, value: unknown) =>
  (SCHEMAS[name] as z.ZodType).safeParse(value, { reportInput: true });

describe.each<[Name, string, unknown[]]>([
  [
    'doi',
    '10.59350/abcde-fgh12',
    [
      'https://doi.org/10.59350/abcde-fgh12',
      'http://dx.doi.org/10.59350/abcde-fgh12',
      'doi.org/10.59350/abcde-fgh12',
      'doi:10.59350/abcde-fgh12',
      'DOI: 10.59350/abcde-fgh12',
      ' 10.59350/abcde-fgh12 ',
      'https://doi.org/10.59350%2Fabcde-fgh12',
    ],
  ],
  ['doi', '10.1002/(SICI)1097<1::AID>3.0.CO;2-#', ['10.1002/(SICI)1097<1::AID>3.0.CO;2-#']],
  [
    'orcid',
    '0000-0002-1825-0097',
    [
      'https://orcid.org/0000-0002-1825-0097',
      'http://www.orcid.org/0000-0002-1825-0097/',
      'orcid.org/0000-0002-1825-0097',
      'ORCID iD: 0000-0002-1825-0097',
      '0000 0002 1825 0097',
      '0000–0002–1825–0097',
      '0000000218250097',
      // As YAML reads sixteen digits.
      218_250_097,
    ],
  ],
  [
    'orcid',
    '0000-0002-1694-233X',
    ['0000-0002-1694-233x', 'https://orcid.org/0000-0002-1694-233X'],
  ],
  [
    'issn',
    '2049-3630',
    [
      'ISSN 2049-3630',
      'eISSN: 2049-3630',
      'ISSN-L 2049-3630',
      'urn:issn:2049-3630',
      'https://portal.issn.org/resource/ISSN/2049-3630',
      '2049‑3630',
      20_493_630,
    ],
  ],
  ['issn', '0378-5955', [3_785_955, '03785955']],
  ['issn', '2434-561X', ['2434-561x']],
  [
    'ror',
    '03yrm5c26',
    ['https://ror.org/03yrm5c26', 'ror.org/03yrm5c26/', 'ROR: 03YRM5C26', '03yrm5c26'],
  ],
  ['ror', '042nb2s44', ['https://ror.org/042nb2s44']],
])('%s %s', (name, form, written) => {
  test.each(written)('is meant by %s', (value) => {
    expect(read(name, value).data).toBe(form);
    expect(read(name, form).data).toBe(form);
  });
});

test.each<[Name, string]>([
  ['doi', 'abcde-fgh12'],
  ['doi', '10.59350'],
  ['doi', '10.59350/'],
  ['doi', '10.59/abc'],
  ['doi', '10.59350/two words'],
  ['doi', '10.59350/a"b'],
  ['doi', 'https://example.org/10.59350/abcde'],
  ['orcid', '0000-0002-1825'],
  ['orcid', 'https://example.org/0000-0002-1825-0097'],
  ['orcid', 'Josiah Carberry'],
  ['orcid', 'X000-0002-1825-0097'],
  ['issn', '2049-363'],
  ['issn', '978-3-16-148410-0'],
  ['ror', '3yrm5c26'],
  ['ror', '03yrm5ciu'],
  ['ror', 'https://example.org/03yrm5c26'],
  ['doi', ''],
  ['orcid', ''],
  ['issn', ''],
  ['ror', ''],
])('%s "%s" is none, and the message shows one', (name, value) => {
  const [problem, ...others] = read(name, value).error?.issues ?? [];
  expect(problem?.message).toMatch(/ is not an? (DOI|ORCID iD|ISSN|ROR)\. Write it/);
  expect(others).toEqual([]);
});

/** Every text that differs from a right one in one digit, or in the order of two beside each other. */
function slips(text: string): string[] {
  const signs = [...text];
  const changed = signs.flatMap((sign, at) =>
    /\d/.test(sign)
      ? [...'0123456789'].filter((digit) => digit !== sign).map((digit) => signs.with(at, digit))
      : [],
  );
  const swapped = signs.flatMap((sign, at) => {
    const next = signs[at + 1];
    if (!next || next === sign || !/\d\d/.test(sign + next)) return [];
    return [signs.with(at, next).with(at + 1, sign)];
  });
  return [...changed, ...swapped].map((one) => one.join('')).filter((one) => one !== text);
}

test.each<[Name, string]>([
  ['orcid', '0000-0002-1825-0097'],
  ['orcid', '0000-0002-1694-233X'],
  ['issn', '2049-3630'],
  ['issn', '2434-561X'],
])('no slip of a digit in %s %s stays unseen', (name, text) => {
  expect(slips(text).length).toBeGreaterThan(50);
  expect(slips(text).filter((slip) => read(name, slip).success)).toEqual([]);
  expect(read(name, slips(text)[0]).error?.issues[0]?.message).toMatch(
    /check at the end.* Copy it again from \S+\.org\.$/,
  );
});

test('no slip of a digit in the check of a ROR stays unseen', () => {
  const checks = Array.from({ length: 100 }, (_, check) => String(check).padStart(2, '0'));
  const right = checks.filter((check) => read('ror', `03yrm5c${check}`).success);
  expect(right).toEqual(['26']);
  expect(read('ror', '03yrm5d26').success).toBe(false);
});

test('addresses lead to where identifiers are resolved, whatever signs they have', () => {
  expect(doiAddress('10.1234/a#b?c<d>(e)')).toBe('https://doi.org/10.1234/a%23b%3Fc%3Cd%3E(e)');
  expect(orcidAddress('0000-0002-1825-0097')).toBe('https://orcid.org/0000-0002-1825-0097');
  expect(rorAddress('03yrm5c26')).toBe('https://ror.org/03yrm5c26');
});

describe('in a file', () => {
  const person = (text: string) => {
    const schema = personSchema(() => (SCHEMAS.doi as z.ZodType).optional());
    const { value, problems } = readYaml(`name: A\n${text}\n`, schema, 'people/a.yaml');
    return value ?? problems.map(({ file, line, message }) => `${file}:${line} ${message}`);
  };

  test('digits without hyphens, which YAML takes for a number, are meant', () => {
    expect(person('orcid: 0000000218250097')).toMatchObject({ orcid: '0000-0002-1825-0097' });
    expect(person('team: true\nror: https://ror.org/03yrm5c26')).toMatchObject({
      ror: '03yrm5c26',
    });
  });

  test.each([
    ['orcid: 0000-0002-1825-0098', /^people\/a\.yaml:2 .*"0000-0002-1825-0098" is not an ORCID iD/],
    ['orcid:', /^people\/a\.yaml:2 .*nothing after the colon/],
    ['orcid: [0000-0002-1825-0097]', /^people\/a\.yaml:2 .*Only one value belongs here/],
    ['team: true\norcid: 0000-0002-1825-0097', /^people\/a\.yaml:3 .*this is a team/],
    ['ror: 03yrm5c26', /^people\/a\.yaml:2 .*belongs to an organisation/],
    ['team: true\nror: 03yrm5c27', /^people\/a\.yaml:3 .*"03yrm5c27" is not a ROR/],
  ])('%j is told with its line', (text, said) => {
    expect(person(text)).toEqual([expect.stringMatching(said)]);
  });
});
