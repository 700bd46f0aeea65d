import { XmlElement as LibxmlElement, XmlDocument } from 'libxml2-wasm';
import { SaxesParser } from 'saxes';

/** An element of an XML document. Names are local; `space` is the namespace's URI. */
export interface XmlElement {
  name: string;
  space: string;
  prefix: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** Namespaces of feeds by the prefix that people know them by. */
export const SPACES = {
  atom: 'http://www.w3.org/2005/Atom',
  creativeCommons: 'http://backend.userland.com/creativeCommonsRssModule',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  fh: 'http://purl.org/syndication/history/1.0',
  slash: 'http://purl.org/rss/1.0/modules/slash/',
  thread: 'http://purl.org/syndication/thread/1.0',
  wfw: 'http://wellformedweb.org/CommentAPI/',
  xhtml: 'http://www.w3.org/1999/xhtml',
  media: 'http://search.yahoo.com/mrss/',
  none: '',
} as const;

/**
 * Reads a document strictly, namespaces included, with two parsers (saxes and libxml2).
 *
 * @throws where one of them finds that it is not well-formed
 */
export function xmlTree(source: string): XmlElement {
  XmlDocument.fromString(source).dispose();
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = {
    name: '',
    space: '',
    prefix: '',
    attributes: {},
    children: [],
    text: '',
  };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map((one) => [one.name, one.value]),
    );
    const element = {
      ...{ name: tag.local, space: tag.uri, prefix: tag.prefix },
      ...{ attributes, children: [], text: '' },
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  const add = (text: string) => {
    const inner = open.at(-1);
    if (inner) inner.text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(source).close();
  const [document] = root.children;
  if (!document) throw new Error('The document is empty.');
  return document;
}

/** The children of an element with a name, in a namespace. */
export function children(
  element: XmlElement,
  name: string,
  space: string = element.space,
): XmlElement[] {
  return element.children.filter((child) => child.name === name && child.space === space);
}

/** The texts of the children with a name. */
export function texts(element: XmlElement, name: string, space?: string): string[] {
  return children(element, name, space).map((child) => child.text);
}

/**
 * The same tree as libxml2 reads it, to hold one parser against the other.
 *
 * @throws where it finds that the document is not well-formed
 */
export function libxmlTree(source: string): XmlElement {
  const document = XmlDocument.fromString(source);
  try {
    return libxmlElement(document.root);
  } finally {
    document.dispose();
  }
}

function libxmlElement(node: LibxmlElement): XmlElement {
  const found: XmlElement = {
    ...{ name: node.name, space: node.namespaceUri, prefix: node.prefix },
    attributes: Object.fromEntries(
      node.attrs.map((one) => [one.prefix ? `${one.prefix}:${one.name}` : one.name, one.value]),
    ),
    ...{ children: [], text: '' },
  };
  for (let child = node.firstChild; child; child = child.next) {
    if (child instanceof LibxmlElement) found.children.push(libxmlElement(child));
    else found.text += child.content;
  }
  return found;
}
