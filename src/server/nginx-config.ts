import type { HeaderRule } from './headers-file.ts';
import { isText, mediaType } from './media-types.ts';

export interface NginxSite {
  /** The folder that nginx serves; where the site lives below an address, the folder above the site. */
  root: string;
  /** Where the site lives on its host, for example `/` or `/blog/`. */
  base: string;
  /** What `server_name` says. */
  name: string;
  /** What `listen` says. */
  listen: string;
  /** The rules of the site's `_headers` file. */
  rules: readonly HeaderRule[];
}

/**
 * A `server` of nginx (1.18 or newer) that serves a built site as other static hosts do: the types and
 * headers that its `_headers` file asks for, a redirect where a folder's slash is missing, `404.html`
 * for what is not there, and texts packed. It belongs into nginx's `http` block.
 *
 * @throws where a value could not stand in such a file
 */
export function nginxConfig({ root, base, name, listen, rules }: NginxSite): string {
  for (const value of [root, base, name, listen])
    if (!/^[^\s"'\\;{}$]+$/.test(value))
      throw new Error(
        `"${value}" cannot stand in a file of nginx's. Use letters, digits, - . _ / :`,
      );
  const prefix = `/${base.split('/').filter(Boolean).join('/')}`.replace(/\/?$/, '/');
  const names = new Set(rules.flatMap(({ headers }) => headers.map(([header]) => header)));
  names.delete('Content-Type');
  const maps = [...names].map((header) =>
    block(`map $blog_path ${variable(header)}`, [
      'default "";',
      ...rulesFor(rules, header).map(
        ([path, value]) => `${pattern(path, prefix)} ${quoted(value)};`,
      ),
    ]),
  );
  const typed = rulesFor(rules, 'Content-Type').map(([path, value]) =>
    block(`location ${pattern(path, prefix).replace('"~', '~ "')}`, [
      'types { }',
      `default_type ${quoted(value)};`,
    ]),
  );
  const server = block('server', [
    `listen ${listen};`,
    `server_name ${name};`,
    `root ${root};`,
    'index index.html;',
    `error_page 404 ${prefix}404.html;`,
    'absolute_redirect off;',
    'server_tokens off;',
    'charset utf-8;',
    `charset_types ${TEXTS.join(' ')};`,
    'gzip on;',
    'gzip_comp_level 6;',
    'gzip_vary on;',
    'gzip_min_length 1400;',
    `gzip_types ${TEXTS.filter((type) => type !== 'text/html').join(' ')};`,
    'default_type application/octet-stream;',
    block(
      'types',
      ENDINGS.map((ending) => `${typeOf(ending)} ${ending};`),
    ),
    ...[...names].map((header) => `add_header ${header} ${variable(header)} always;`),
    block(`location = ${prefix}_headers`, ['return 404;']),
    ...typed,
  ]);
  const path = block('map $request_uri $blog_path', [
    'default $uri;',
    '"~^(?<blog_asked>[^?]*)" $blog_asked;',
  ]);
  return `${[path, ...maps, server].join('\n\n')}\n`;
}

/** The endings of the files that a site has. */
const ENDINGS = [
  ...[
    'html',
    'css',
    'js',
    'json',
    'xml',
    'txt',
    'md',
    'ics',
    'opml',
    'bib',
    'ris',
    'svg',
    'png',
    'jpg',
  ],
  ...['jpeg', 'webp', 'avif', 'gif', 'ico', 'woff2', 'wasm', 'webmanifest', 'pdf', 'zip'],
];

function typeOf(ending: string): string {
  return mediaType(`file.${ending}`).replace(/;.*$/, '');
}

/** The types that are packed and name their characters. */
const TEXTS = [
  ...new Set([...ENDINGS.map(typeOf).filter(isText), 'application/feed+json', 'image/svg+xml']),
];

/** The paths of the rules that set a header, with its value; the first that fits counts. */
function rulesFor(rules: readonly HeaderRule[], header: string): [RegExp, string][] {
  return rules.flatMap(({ path, headers }) =>
    headers.flatMap(([name, value]): [RegExp, string][] =>
      name === header ? [[path, value]] : [],
    ),
  );
}

/** A path of the site as nginx matches it; both read the same expressions there. */
function pattern(path: RegExp, prefix: string): string {
  return `"~${path.source.replace(/^\^\\?\//, `^${prefix.replaceAll('.', '\\.')}`)}"`;
}

function variable(header: string): string {
  return `$blog_${header.toLowerCase().replaceAll('-', '_')}`;
}

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}

function block(head: string, lines: readonly string[]): string {
  const body = lines.flatMap((line) => line.split('\n')).map((line) => `  ${line}`);
  return `${head} {\n${body.join('\n')}\n}`;
}
