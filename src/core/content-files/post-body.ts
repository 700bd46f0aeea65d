import type { Root } from 'mdast';
import {
  identifierOf,
  imageDefinitions,
  isComponent,
  type JsxNode,
  MOST_DEPTH,
  type TreeNode,
  treeNodes,
} from '../markdown/mdast.ts';
import {
  type AttributeRule,
  COMPONENTS,
  type ComponentRule,
  componentNamed,
} from '../model/author-components.ts';
import { isLanguage } from '../model/fields.ts';
import { LICENCES } from '../model/licences.ts';
import { decodeUrl } from '../site/decode-url.ts';
import { hasPassword, LINK_SCHEMES, schemeOf } from '../site/url-scheme.ts';
import { closestMatch } from '../text/closest-match.ts';
import { markdownFor } from './html-alternatives.ts';
import { type Place, type Problem, problem } from './problem.ts';
import {
  suggestAttribute,
  suggestComponent,
  suggestLanguage,
  suggestLicence,
} from './suggest-value.ts';

/** What a Markdown node may carry: nothing that leads anywhere, a link, a picture, or code. */
type Carries = 'nothing' | 'link' | 'picture' | 'code';

/** The Markdown nodes that a post may contain, and what each may carry. All others are refused. */
const MARKDOWN: Readonly<Record<string, Carries>> = {
  root: 'nothing',
  paragraph: 'nothing',
  heading: 'nothing',
  text: 'nothing',
  emphasis: 'nothing',
  strong: 'nothing',
  delete: 'nothing',
  inlineCode: 'nothing',
  code: 'code',
  break: 'nothing',
  thematicBreak: 'nothing',
  blockquote: 'nothing',
  list: 'nothing',
  listItem: 'nothing',
  link: 'link',
  linkReference: 'nothing',
  image: 'picture',
  imageReference: 'nothing',
  definition: 'link',
  footnoteReference: 'nothing',
  footnoteDefinition: 'nothing',
  table: 'nothing',
  tableRow: 'nothing',
  tableCell: 'nothing',
  yaml: 'nothing',
  superscript: 'nothing',
  subscript: 'nothing',
};

const MOST_IN_ATTRIBUTE = 1000;

/**
 * Judges what stands in a post's body against the allowlist of the content model.
 *
 * @param tree the MDX tree of the whole file
 * @param file the file's name for the report
 * @param source the file's text, for corrected lines
 * @returns one error for each thing that a post may not carry; empty when all is well
 */
export function bodyProblems(tree: Root, file: string, source: string): Problem[] {
  const lines = source.split('\n');
  const pictures = imageDefinitions(tree);
  return treeNodes(tree).flatMap(({ node, depth }) => {
    const { line, column } = node.position?.start ?? {};
    const place = { file, line, column };
    if (depth > MOST_DEPTH) return [problem('nested-too-deep', place, { most: MOST_DEPTH })];
    if (isComponent(node)) return componentProblems(node, place);
    if (node.type === 'definition' && pictures.has(identifierOf(node))) {
      return pictureAddressProblems((node as { url: string }).url, place);
    }
    return markdownProblems(node, place, lines);
  });
}

function markdownProblems(node: TreeNode, place: Place, lines: readonly string[]): Problem[] {
  switch (node.type) {
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return [problem('braces', place, {}, withoutBraces(node, lines))];
    case 'mdxjsEsm': {
      const word = /^\s*(\w+)/.exec((node as { value?: string }).value ?? '')?.[1] ?? 'import';
      return [problem('import', place, { word })];
    }
    case 'html':
      return [problem('html', place, { name: '…', instead: 'Write Markdown instead.' })];
  }
  const carries = Object.hasOwn(MARKDOWN, node.type) ? MARKDOWN[node.type] : undefined;
  const address = (node as { url?: unknown }).url;
  if (!carries) return [problem('not-allowed', place, { kind: node.type })];
  if (carries === 'link') return addressProblems(String(address ?? ''), 'link', place);
  if (carries === 'picture') return pictureAddressProblems(String(address ?? ''), place);
  return carries === 'code' ? codeProblems((node as { lang?: string | null }).lang, place) : [];
}

/** The language of a block of code becomes part of a class, and must look like one. */
function codeProblems(language: string | null | undefined, place: Place): Problem[] {
  if (!language || /^[A-Za-z0-9][A-Za-z0-9+#._-]{0,30}$/.test(language)) return [];
  return [problem('code-language', place, { language })];
}

/** The line of an expression with its braces shown, where it stands on one line. */
function withoutBraces(node: TreeNode, lines: readonly string[]): { fix?: string } {
  const { start, end } = node.position ?? {};
  const line = lines[(start?.line ?? 0) - 1];
  if (!start || start.line !== end?.line || line === undefined) return {};
  const [from, to] = [start.column - 1, end.column - 1];
  if (line[from] !== '{' || line[to - 1] !== '}') return {};
  const shown = line.slice(from, to).replace(/\\?[{}]/g, (character) => `\\${character.at(-1)}`);
  return { fix: line.slice(0, from) + shown + line.slice(to) };
}

function componentProblems(node: JsxNode, place: Place): Problem[] {
  const name = node.name ?? '';
  const known = componentNamed(name);
  if (!known) return [unknownComponent(name, place)];
  const labels = Object.keys(known.attributes);
  const given = node.attributes.map((attribute) => attribute.name);
  const refused = node.attributes.flatMap((attribute) => {
    const label = attribute.name ?? '';
    const rule = Object.hasOwn(known.attributes, label) ? known.attributes[label] : undefined;
    if (attribute.type === 'mdxJsxAttribute' && rule) {
      return valueProblems(name, label, attribute.value, rule, place);
    }
    if (label === '') return [problem('attribute-code', place, { name, known: labels.join(', ') })];
    const blanks = { name, attribute: label, known: labels.join(', ') };
    return [
      problem('unknown-attribute', place, blanks, { suggestion: suggestAttribute(label, labels) }),
    ];
  });
  const twice = given
    .filter((label, index) => label !== undefined && given.indexOf(label) !== index)
    .map((label) => problem('attribute-twice', place, { name, attribute: label ?? '' }));
  const filled =
    known.holds === 'none' && node.children.length > 0
      ? [problem('component-holds-nothing', place, { name, example: known.example })]
      : [];
  return [...refused, ...missingProblems(name, known, given, place), ...twice, ...filled];
}

function missingProblems(
  name: string,
  known: ComponentRule,
  given: readonly (string | undefined)[],
  place: Place,
): Problem[] {
  // Where a name is misspelled, nothing is missing.
  const labels = Object.keys(known.attributes);
  const meant = given.map((label) => suggestAttribute(label ?? '', labels));
  return Object.entries(known.attributes)
    .filter(([label, { required }]) => required && !given.includes(label) && !meant.includes(label))
    .map(([attribute, { says }]) =>
      problem('component-incomplete', place, { name, attribute, says }),
    );
}

function unknownComponent(name: string, place: Place): Problem {
  const suggestion = closestMatch(name, Object.keys(COMPONENTS)) ?? suggestComponent(name);
  const isElement = /^[a-z][a-z0-9]*$/.test(name) && suggestion?.toLowerCase() !== name;
  if (isElement || /^[a-z]+:[\w-]+$/i.test(name)) {
    return problem('html', place, { name, instead: markdownFor(name) });
  }
  return problem(
    'unknown-component',
    place,
    { name, known: Object.keys(COMPONENTS).join(', ') },
    { suggestion },
  );
}

function valueProblems(
  name: string,
  attribute: string,
  value: unknown,
  rule: AttributeRule,
  place: Place,
): Problem[] {
  if (typeof value !== 'string') return [problem('attribute-not-text', place, { name, attribute })];
  if (value.length > MOST_IN_ATTRIBUTE) {
    return [problem('attribute-too-long', place, { name, attribute, most: MOST_IN_ATTRIBUTE })];
  }
  if (value.trim() === '' && rule.required) {
    return [problem('attribute-empty', place, { name, attribute, says: rule.says })];
  }
  switch (rule.kind) {
    case 'address':
      return addressProblems(value, attribute, place);
    case 'picture':
      return pictureAddressProblems(value, place);
    case 'licence': {
      const known = Object.keys(LICENCES);
      if (known.includes(value)) return [];
      const blanks = { licence: value, known: known.join(', ') };
      const suggestion = suggestLicence(value) ?? closestMatch(value, known);
      return [problem('unknown-licence', place, blanks, { suggestion })];
    }
    case 'language':
      return isLanguage(value)
        ? []
        : [
            problem(
              'unknown-language',
              place,
              { language: value },
              { suggestion: suggestLanguage(value) },
            ),
          ];
    case 'text':
      return [];
  }
}

/** What a link may lead to: http, https, mailto, an address on this site, or a place on the page. */
function addressProblems(address: string, message: string, place: Place): Problem[] {
  const scheme = schemeOf(address);
  if (scheme !== undefined && !LINK_SCHEMES.has(scheme)) {
    const near = scheme.length > 3 ? closestMatch(scheme, ['https']) : undefined;
    const suggestion = near && /^\w+:\/\//.test(address) ? `${near}://` : undefined;
    const shown = scheme === '//' ? '//' : `${scheme}:`;
    return [problem('address-scheme', place, { what: message, scheme: shown }, { suggestion })];
  }
  return hasPassword(address) ? [problem('address-password', place, { what: message })] : [];
}

/** A picture is a file in the folder of the text, and nothing else. */
function pictureAddressProblems(address: string, place: Place): Problem[] {
  return isFileBeside(address) ? [] : [problem('picture-elsewhere', place, { address })];
}

/** Whether an address of a picture names a file in the folder of the text. */
export function isFileBeside(address: string): boolean {
  const isName = /^(\.\/)?[\p{L}\p{N}][\p{L}\p{N}\p{M}._() -]*$/u.test(decodeUrl(address));
  return isName && !schemeOf(address);
}
