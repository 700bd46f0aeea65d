/** What to write instead of an HTML element, as a sentence. */
export function markdownFor(element: string): string {
  return Object.hasOwn(INSTEAD, element) ? (INSTEAD[element] ?? OTHERWISE) : OTHERWISE;
}

const OTHERWISE = 'Write Markdown instead, or one of the components.';
const BOLD = 'Write **bold**.';
const ITALIC = 'Write *italic*.';
const LIST = 'Begin each line of a list with a hyphen and a space.';
const TABLE = 'Write the table with | between the cells, and a line | --- | --- | below its head.';
const NO_LOOKS = 'Take it away: how the text looks is decided for the whole site.';
const EMBED = 'Use <Embed url="https://…" title="…" />, which leads to it.';
const NO_CODE = 'Take it away: a post cannot carry program code.';

const INSTEAD: Readonly<Record<string, string>> = {
  a: 'Write a link as [the words](https://example.org).',
  audio: EMBED,
  b: BOLD,
  blockquote: 'Begin each line of a quotation with >, or use <Quote source="…">.',
  br: 'End the line with a backslash (\\), or leave an empty line for a new paragraph.',
  center: NO_LOOKS,
  code: 'Write `code` between backticks.',
  del: 'Write ~~struck out~~.',
  div: NO_LOOKS,
  em: ITALIC,
  embed: EMBED,
  font: NO_LOOKS,
  form: 'Use <Embed url="https://…" title="…" /> to lead to the form.',
  h1: 'Begin a heading with ##.',
  h2: 'Begin a heading with ##.',
  h3: 'Begin a smaller heading with ###.',
  h4: 'Begin a smaller heading with ####.',
  hr: 'Write --- on a line of its own, between empty lines.',
  i: ITALIC,
  iframe: EMBED,
  img: 'Write a picture as ![what it shows](./picture.jpg).',
  li: LIST,
  object: EMBED,
  ol: LIST,
  p: 'Leave an empty line between paragraphs.',
  s: 'Write ~~struck out~~.',
  script: NO_CODE,
  span: NO_LOOKS,
  strike: 'Write ~~struck out~~.',
  strong: BOLD,
  style: NO_CODE,
  svg: 'Save the drawing as a PNG picture in the folder.',
  table: TABLE,
  td: TABLE,
  th: TABLE,
  tr: TABLE,
  u: 'Write *italic* or **bold**; underlined words look like links.',
  ul: LIST,
  video: EMBED,
};
