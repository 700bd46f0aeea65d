/** What to write instead of an HTML element, as a sentence. */
export function markdownFor(element: string): string {
  // Word processors have elements of their own: <o:p>, <w:sdt>, <?xml …>.
  if (/[:?![]/.test(element)) return 'Delete it: another program added it for its own use.';
  return Object.hasOwn(INSTEAD, element) ? (INSTEAD[element] ?? OTHERWISE) : OTHERWISE;
}

const OTHERWISE = 'Write Markdown instead, or use a component.';
const BOLD = 'Write **bold**.';
const ITALIC = 'Write *italic*.';
const LIST = 'Begin each line of a list with a hyphen and a space.';
const TABLE =
  'Write the table with | between the cells, and a line | --- | --- | below the header row.';
const NO_LOOKS = 'Delete it: the site decides how the text looks.';
const EMBED = 'Use <Embed url="https://…" title="…" />, which links to it.';
const NO_CODE = 'Delete it: a post cannot contain program code.';

const INSTEAD: Readonly<Record<string, string>> = {
  a: 'Write a link as [the words](https://example.org).',
  audio: EMBED,
  b: BOLD,
  blockquote: 'Begin each line of a quotation with >, or use <Quote source="…">.',
  br: 'End the line with a backslash (\\), or leave an empty line for a new paragraph.',
  center: NO_LOOKS,
  code: 'Write `code` in backticks.',
  del: 'Write ~~struck out~~.',
  div: NO_LOOKS,
  em: ITALIC,
  embed: EMBED,
  font: NO_LOOKS,
  form: 'Use <Embed url="https://…" title="…" /> to link to the form.',
  h1: 'Begin a heading with ##.',
  h2: 'Begin a heading with ##.',
  h3: 'Begin a smaller heading with ###.',
  h4: 'Begin a smaller heading with ####.',
  hr: 'Write --- on its own line, between empty lines.',
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
  details: 'Show the text, below a heading: ## What it is about.',
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
  q: 'Put quotation marks around the words.',
  section: NO_LOOKS,
  small: NO_LOOKS,
  span: NO_LOOKS,
  sub: 'Type the small character itself (H₂O), or write it in words.',
  summary: 'Show the text, below a heading: ## What it is about.',
  sup: 'Type the small character itself (m²), write 3rd, or use a footnote: [^1].',
  tbody: TABLE,
  thead: TABLE,
  strike: 'Write ~~struck out~~.',
  strong: BOLD,
  style: NO_CODE,
  svg: "Save the drawing as a PNG picture in the post's folder.",
  table: TABLE,
  td: TABLE,
  th: TABLE,
  tr: TABLE,
  u: 'Write *italic* or **bold**; underlined words look like links.',
  ul: LIST,
  video: EMBED,
};
