/** What to write instead of an HTML element, as a sentence. */
export function markdownFor(element: string): string {
  // Word processors have elements of their own: <o:p>, <w:sdt>, <?xml …>.
  if (/[:?![]/.test(element)) return 'Take it away: another program wrote it for itself.';
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
  big: NO_LOOKS,
  body: NO_LOOKS,
  button: 'Write a link as [the words](https://example.org).',
  cite: ITALIC,
  details: 'Write the text openly, under a heading: ## What is in it.',
  figcaption: 'Use <Figure src="./picture.jpg" alt="…" caption="…" />.',
  figure: 'Use <Figure src="./picture.jpg" alt="…" caption="…" />.',
  head: NO_LOOKS,
  header: NO_LOOKS,
  html: NO_LOOKS,
  ins: NO_LOOKS,
  link: NO_LOOKS,
  mark: BOLD,
  meta: NO_LOOKS,
  pre: 'Write code between two lines of three backticks (```).',
  q: 'Write quotation marks around the words.',
  section: NO_LOOKS,
  small: NO_LOOKS,
  span: NO_LOOKS,
  sub: 'Write the small sign itself (H₂O), or the words.',
  summary: 'Write the text openly, under a heading: ## What is in it.',
  sup: 'Write the small sign itself (m², 3rd), or a note: [^1].',
  tbody: TABLE,
  thead: TABLE,
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
