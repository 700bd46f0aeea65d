import fc from 'fast-check';

/** What means something in XML, HTML, JSON, YAML, a calendar or a terminal, or may not stand there. */
const PIECES = [
  ...[']]>', ']]', '>', '<', '</title>', '<![CDATA[', '<!--', '-->', '--', '<?xml ?>', '?>'],
  ...['&', '&amp;', '&lt;', '&#0;', '&#x1b;', '&nbsp;', '&x;', '"', "'", '`', '{', '}', '{x}'],
  ...[
    '\\',
    ';',
    ',',
    ':',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\nEND:VEVENT\n',
    '\u0085',
    '\u2028',
    '\u2029',
  ],
  ...['\u0000', '\u0001', '\u0007', '\u000b', '\u001b[2J', '\u001f', '\u007f', '\u0080', '\u009f'],
  ...['\ud800', '\udc00', '\udbff\udbff', '\ufffe', '\uffff', '\ufdd0', '\u{1fffe}', '\u{10ffff}'],
  ...['\ufeff', '\ufffd', '\u00ad', '\u200b', '\u202e', '\u2066', '\u{e0041}', '\ufe0f', '\u0301'],
  ...[
    'a',
    'é',
    'أ',
    'फ',
    '学',
    '😀',
    '👩‍🔬',
    ' ',
    '\u00a0',
    '/',
    '%',
    '%zz',
    '#',
    '?',
    '=',
    '.',
    '..',
  ],
];

/** A text of any kind, as nobody but a fuzzer or an attacker writes it. */
export const inventedText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map((pieces) => pieces.join('')),
  fc.constantFrom(...PIECES),
  fc.constantFrom(...PIECES).map((piece) => piece.repeat(300)),
);
