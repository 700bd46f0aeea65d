import type { Nodes, Root } from 'mdast';
import { LICENCES } from './fields.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { type AttributeRule, COMPONENTS } from './vocabulary.ts';

/**
 * A Markdown tree, or an MDX tree whose JSX is still syntax. Both parsers in use give this shape.
 */
export interface JsxNode {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
  attributes: { type: string; name?: string; value?: unknown }[];
  children: Nodes[];
  position?: Nodes['position'];
}

type BodyNode = Nodes | JsxNode | { type: string; position?: Nodes['position'] };

/** The Markdown nodes that a post may contain; MDX's own are judged apart. */
const ALLOWED_NODES: ReadonlySet<string> = new Set([
  'root',
  'paragraph',
  'heading',
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'code',
  'break',
  'thematicBreak',
  'blockquote',
  'list',
  'listItem',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'definition',
  'footnoteReference',
  'footnoteDefinition',
  'table',
  'tableRow',
  'tableCell',
  'yaml',
  'superscript',
  'subscript',
]);

const MOST_DEPTH = 40;

type Refusal = Pick<Problem, 'rule' | 'what' | 'todo'>;

/**
 * Judges what stands in a post's body against the allowlist of the content model.
 *
 * @param tree the MDX tree of the whole file
 * @param file the file's name for the report
 * @returns one error for each thing that a post may not carry; empty when all is well
 */
export function bodyProblems(tree: Root, file: string): Problem[] {
  const problems: Problem[] = [];
  const visit = (node: BodyNode, depth: number) => {
    for (const refusal of depth > MOST_DEPTH ? [tooDeep] : refusals(node)) {
      const { line, column } = node.position?.start ?? {};
      problems.push({ ...refusal, severity: 'error', file, line, column });
    }
    if (depth > MOST_DEPTH || !('children' in node)) return;
    for (const child of node.children as BodyNode[]) visit(child, depth + 1);
  };
  visit(tree, 0);
  return problems;
}

const tooDeep: Refusal = {
  rule: 'nested-too-deep',
  what: `Something is nested more than ${MOST_DEPTH} levels deep here.`,
  todo: 'Take some of the quotation marks (>) or list levels away.',
};

function refusals(node: BodyNode): Refusal[] {
  switch (node.type) {
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return componentRefusals(node as JsxNode);
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return [
        {
          rule: 'braces',
          what: 'Text between { and } is read as program code, which a post cannot carry.',
          todo: 'Take the braces away, or write \\{ and \\} to show them.',
        },
      ];
    case 'mdxjsEsm':
      return [
        {
          rule: 'import',
          what: 'A paragraph that begins with the word "import" or "export" is read as program code.',
          todo: 'Begin the sentence with another word. Components need no import.',
        },
      ];
    case 'html':
      return [
        {
          rule: 'html',
          what: 'HTML code stands here, which a post cannot carry.',
          todo: 'Write Markdown instead, or one of the components.',
        },
      ];
    case 'link':
    case 'definition':
      return addressRefusals((node as { url: string }).url, 'link');
    case 'image':
      return pictureRefusals((node as { url: string }).url);
    default:
      return ALLOWED_NODES.has(node.type)
        ? []
        : [
            {
              rule: 'not-allowed',
              what: `A post cannot carry this (${node.type}).`,
              todo: 'Write it as plain Markdown.',
            },
          ];
  }
}

function componentRefusals(node: JsxNode): Refusal[] {
  const name = node.name ?? '';
  const known = Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined;
  if (!known) return [unknownComponent(name)];
  const refused = node.attributes.flatMap((attribute) => {
    const label = attribute.name ?? '';
    const rule = Object.hasOwn(known.attributes, label) ? known.attributes[label] : undefined;
    return attribute.type === 'mdxJsxAttribute' && rule
      ? valueRefusals(name, label, attribute.value, rule)
      : [unknownAttribute(name, label, Object.keys(known.attributes))];
  });
  const given = new Set(node.attributes.map((attribute) => attribute.name));
  const missing = Object.entries(known.attributes)
    .filter(([label, rule]) => rule.required && !given.has(label))
    .map(([label, rule]) => ({
      rule: 'component-incomplete',
      what: `<${name}> has no ${label}.`,
      todo: `Write ${label}="…": ${rule.says}`,
    }));
  const filled: Refusal[] =
    known.holds === 'none' && node.children.length > 0
      ? [
          {
            rule: 'component-holds-nothing',
            what: `<${name}> cannot have text inside.`,
            todo: `Close it at once: ${known.example}`,
          },
        ]
      : [];
  return [...refused, ...missing, ...filled, ...twice(name, node)];
}

function twice(name: string, node: JsxNode): Refusal[] {
  const labels = node.attributes.map((attribute) => attribute.name);
  return labels
    .filter((label, index) => label !== undefined && labels.indexOf(label) !== index)
    .map((label) => ({
      rule: 'attribute-twice',
      what: `<${name}> has ${label} twice.`,
      todo: 'Keep one of them.',
    }));
}

function unknownComponent(name: string): Refusal {
  if (name === '') {
    return {
      rule: 'unknown-component',
      what: '<> stands here, which is read as program code.',
      todo: 'Take it away, or write \\<\\> to show it.',
    };
  }
  const guess = nearest(name, Object.keys(COMPONENTS));
  const isHtml = /^[a-z][a-z0-9]*$/.test(name);
  return {
    rule: isHtml ? 'html' : 'unknown-component',
    what: isHtml
      ? `<${name}> is HTML code, which a post cannot carry.`
      : `<${name}> is not one of our components.`,
    todo: guess
      ? `Did you mean <${guess}>? To show a < sign, write \\<.`
      : `Choose one of ${Object.keys(COMPONENTS).join(', ')}, or write Markdown. To show a < sign, write \\<.`,
  };
}

function unknownAttribute(component: string, label: string, known: string[]): Refusal {
  const guess = nearest(label, known);
  return {
    rule: 'unknown-attribute',
    what: label ? `<${component}> cannot have ${label}.` : `<${component}> has program code in it.`,
    todo: guess ? `Did you mean ${guess}?` : `It may have ${known.join(', ')}.`,
  };
}

function valueRefusals(
  component: string,
  label: string,
  value: unknown,
  rule: AttributeRule,
): Refusal[] {
  if (typeof value !== 'string') {
    return [
      {
        rule: 'attribute-not-text',
        what: `${label} of <${component}> must be text in quotation marks.`,
        todo: `Write ${label}="…".`,
      },
    ];
  }
  if (value.trim() === '' && rule.required) {
    return [
      { rule: 'attribute-empty', what: `${label} of <${component}> is empty.`, todo: rule.says },
    ];
  }
  switch (rule.kind) {
    case 'address':
      return addressRefusals(value, label);
    case 'picture':
      return pictureRefusals(value);
    case 'licence':
      return Object.hasOwn(LICENCES, value)
        ? []
        : [
            {
              rule: 'unknown-licence',
              what: `"${value}" is not a licence we know.`,
              todo: `Choose one of ${Object.keys(LICENCES).join(', ')}.`,
            },
          ];
    case 'language':
      return /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(value)
        ? []
        : [
            {
              rule: 'unknown-language',
              what: `"${value}" is not a language code.`,
              todo: 'Write one like en, es, ar or zh-Hans.',
            },
          ];
    case 'text':
      return [];
  }
}

/** What a link may lead to: http, https, mailto, an address on this site, or a place on the page. */
function addressRefusals(address: string, what: string): Refusal[] {
  const scheme = schemeOf(address);
  if (scheme === undefined || ['http', 'https', 'mailto'].includes(scheme)) return [];
  return [
    {
      rule: 'address-scheme',
      what: `This ${what} leads to "${scheme}:", which is not allowed.`,
      todo: 'An address begins with https://, http:// or mailto:, or with / for a page of this site.',
    },
  ];
}

function pictureRefusals(address: string): Refusal[] {
  if (/^(\.\/)?[\p{L}\p{N}][\p{L}\p{N}._ -]*$/u.test(decoded(address)) && !schemeOf(address))
    return [];
  return [
    {
      rule: 'picture-elsewhere',
      what: `The picture "${address}" is not in the post's folder.`,
      todo: 'Put the picture beside index.mdx, and write its name: ./picture.jpg',
    },
  ];
}

/**
 * The scheme of an address as a browser sees it, which skips white space and control characters;
 * `//host` counts as one, since it leaves the site without saying how.
 */
function schemeOf(address: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them, so must we
  const bare = address.replace(/[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]/g, '');
  if (/^[\\/]{2}/.test(bare)) return '//';
  return /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
