import type { ContentFolder, PictureFile } from '../content-folder.ts';
import { folded, nearest } from '../nearest.ts';
import { isFileBeside } from '../post-body.ts';
import { broken, type Place, type Problem } from '../problem.ts';
import {
  attributeText,
  identifierOf,
  isComponent,
  pictureDefinitions,
  treeNodes,
} from '../tree-nodes.ts';
import { betterLine, fieldPlace, linesOf, type Prose } from './prose.ts';

/** The largest picture that a build takes, in megapixels and megabytes. */
const MOST_MEGAPIXELS = 40;
const MOST_MEGABYTES = 10;

/** What every reader can show, and how the names of such files end. */
const PICTURE_TYPES: Readonly<Record<string, RegExp>> = {
  jpeg: /\.jpe?g$/i,
  png: /\.png$/i,
  webp: /\.webp$/i,
  avif: /\.avif$/i,
  gif: /\.gif$/i,
};
/** How the names of films and recordings end. */
export const FILM = /\.(mp4|mov|avi|webm|mkv|m4v|mp3|m4a|wav)$/i;
const PICTURE_NAME = /\.(jpe?g|png|webp|avif|gif|heic|heif|svg|tiff?|bmp|jxl)$/i;

/** A picture that a text shows, and where. */
interface Use {
  name: string;
  place: Place;
}

/** What is wrong with the pictures of a text: those it shows, and those that lie beside it. */
export function pictureProblems(prose: Prose): Problem[] {
  const cover = coverOf(prose);
  const uses = [...(cover ? [cover] : []), ...picturesIn(prose)].filter(({ name }) =>
    isFileBeside(name),
  );
  const found = [
    ...wordProblems(prose),
    ...creditProblems(prose),
    ...(cover ? placeProblems(cover, prose) : []),
    ...uses.flatMap((use) => fileProblems(use, prose)),
    ...(prose.room === 'posts' ? unusedProblems(uses, prose) : []),
  ];
  // Where something else is wrong with a picture, that comes first.
  const isFound = ({ line }: Problem) => found.some((other) => other.line === line);
  return [...found, ...plainCreditProblems(prose).filter((problem) => !isFound(problem))];
}

/** What is wrong with a person's portrait. */
export function portraitProblems(name: string, place: Place, folder: ContentFolder): Problem[] {
  const use = { name: bare(name), place };
  const beside = besideIn(folder, 'people/');
  return isFileBeside(use.name)
    ? fileProblems(use, { source: '', beside })
    : placeProblems(use, { source: '', beside });
}

/** Pictures of the whole folder that say where they were taken, where that was looked for. */
export function placeTakenProblems(folder: ContentFolder): Problem[] {
  return [...folder.pictures].flatMap(([path, { saysWhereTaken }]) => {
    const name = path.split('/').at(-1) ?? path;
    return saysWhereTaken
      ? [broken('picture-place', { file: `${folder.name}/${path}` }, { name })]
      : [];
  });
}

/** A picture named in the fields has to be in the folder, as the body's have. */
function placeProblems({ name, place }: Use, prose: Pick<Prose, 'source' | 'beside'>): Problem[] {
  if (isFileBeside(name)) return [];
  return [withPictureBeside(broken('picture-elsewhere', place, { address: name }), prose)];
}

/** A problem with the line in which a picture of the folder is called by a longer path made right. */
export function withPictureBeside(
  problem: Problem,
  prose: Pick<Prose, 'source' | 'beside'>,
): Problem {
  if (problem.rule !== 'picture-elsewhere' || problem.better !== undefined) return problem;
  const line = linesOf(prose)[(problem.line ?? 0) - 1] ?? '';
  const odd = oddNames(prose).find((name) => line.includes(name));
  const { file, line: number } = problem;
  if (odd !== undefined) return broken('picture-name', { file, line: number }, { name: odd });
  const path = /((?:\.{0,2}|[\w.:-]+)(?:[\\/][\w.-]*)*[\\/])([\p{L}\p{N}_.-]+)(?=["')> ]|$)/u;
  // The pattern takes its time with long lines, which have no better form here.
  const [, folder, name = ''] = path.exec(line.slice(0, 500)) ?? [];
  if (folder === undefined || !prose.beside.has(name)) return problem;
  return { ...problem, better: line.replace(folder + name, () => `./${name}`) };
}

/** Names of files beside a text that no text can name. */
function oddNames({ beside }: Pick<Prose, 'beside'>): string[] {
  return [...beside.keys()].filter((name) => !name.includes('/') && !isFileBeside(name));
}

/** The files right in a folder of the content, by name. */
export function besideIn(folder: ContentFolder, place: string): Map<string, PictureFile> {
  return new Map(
    [...folder.pictures]
      .filter(([path]) => path.startsWith(place))
      .map(([path, picture]) => [path.slice(place.length), picture]),
  );
}

function coverOf(prose: Prose): Use | undefined {
  const image = coverFields(prose)['image'];
  if (typeof image !== 'string') return undefined;
  return { name: bare(image), place: fieldPlace(prose, 'image', image) };
}

function coverFields(prose: Prose): Record<string, unknown> {
  const cover = prose.given['cover'];
  return cover && typeof cover === 'object' ? (cover as Record<string, unknown>) : {};
}

function picturesIn(prose: Prose): (Use & { alt: string | undefined })[] {
  const nodes = prose.tree ? treeNodes(prose.tree) : [];
  const named = prose.tree ? pictureDefinitions(prose.tree) : new Set();
  return nodes.flatMap(({ node }) => {
    const place = { file: prose.file, line: node.position?.start.line };
    if (node.type === 'image') {
      const { url, alt } = node as { url: string; alt?: string | null };
      return [{ name: bare(url), alt: alt ?? '', place }];
    }
    if (node.type === 'definition' && named.has(identifierOf(node))) {
      return [{ name: bare((node as { url: string }).url), alt: undefined, place }];
    }
    if (isComponent(node) && node.name === 'Figure') {
      const name = bare(attributeText(node, 'src') ?? '');
      // An empty one is told as an attribute.
      return [{ name, alt: attributeText(node, 'alt') || undefined, place }];
    }
    return [];
  });
}

/** The name of a file beside a text, as an address in the text or the fields says it. */
export function bare(address: string): string {
  let name = address;
  try {
    name = decodeURIComponent(address);
  } catch {
    // A stray % is part of the name.
  }
  return name.replace(/^\.\//, '');
}

function wordProblems(prose: Prose): Problem[] {
  const cover = coverFields(prose)['alt'];
  const covers =
    typeof cover === 'string'
      ? [{ alt: cover, name: '', place: fieldPlace(prose, 'alt', '') }]
      : [];
  const references = (prose.tree ? treeNodes(prose.tree) : []).flatMap(({ node }) =>
    node.type === 'imageReference'
      ? [
          {
            alt: (node as { alt?: string | null }).alt ?? '',
            name: identifierOf(node),
            place: { file: prose.file, line: node.position?.start.line },
          },
        ]
      : [],
  );
  return [...covers, ...picturesIn(prose), ...references].flatMap(({ alt, name, place }) => {
    if (alt === undefined) return [];
    const words = alt.trim();
    if (words === '') return name === '' ? [] : [broken('no-alt', place, { name })];
    if (isFileName(words, name)) return [broken('alt-file-name', place, { alt: words })];
    return SAYS_NOTHING.test(words) ? [broken('alt-vague', place, { alt: words })] : [];
  });
}

/** What programs write where nobody wrote anything, in the languages of the interface and a few more. */
const SAYS_NOTHING =
  /^(an? |the |una? |la )?(image|picture|photo|photograph|pic|graphic|illustration|cover|untitled|alt|alt text|what it shows|imagen|foto|fotografía|bild|صورة)( description| here)?[.!…]?$/iu;

function isFileName(words: string, name: string): boolean {
  const stem = name.replace(/\.\w+$/, '');
  return (
    PICTURE_NAME.test(words) ||
    /^(img|dsc[nf]?|image|photo|picture|scan|screen ?shot|bildschirmfoto|captura de pantalla|pxl|whatsapp image|signal)?[ _-]?\d[\d_ .:-]*( ?(at|um|a las|-) [\d_ .:-]+)?( ?[ap]m)?$/i.test(
      words,
    ) ||
    (/[\d_-]/.test(stem) && folded(words) === folded(stem))
  );
}

function creditProblems(prose: Prose): Problem[] {
  const cover = coverFields(prose);
  const figures = (prose.tree ? treeNodes(prose.tree) : []).flatMap(({ node }) =>
    isComponent(node) && node.name === 'Figure' ? [node] : [],
  );
  const shown = figures.map((figure) => ({
    name: bare(attributeText(figure, 'src') ?? ''),
    credit: attributeText(figure, 'credit'),
    licence: attributeText(figure, 'licence'),
    place: { file: prose.file, line: figure.position?.start.line },
  }));
  const first =
    typeof cover['image'] === 'string'
      ? [
          {
            name: bare(cover['image']),
            credit: cover['credit'],
            licence: cover['licence'],
            place: fieldPlace(prose, 'cover'),
          },
        ]
      : [];
  return [
    ...[...first, ...shown].flatMap(({ name, credit, licence, place }) =>
      credit || licence || !name ? [] : [broken('no-credit', place, { name })],
    ),
    // The schema says it of the cover.
    ...shown.flatMap(({ credit, licence, place }) =>
      !credit === !licence ? [] : [broken('credit-and-licence', place, {})],
    ),
  ];
}

/** Words by which a picture's caption, or the line below it, says whose it is. */
const CREDITED =
  /©|\(c\)|\bCC[ -](BY|0)|\b(photo|foto|photograph|image|imagen|picture|drawing|bild)(s|graf[ií]a)?( \w+)? ?(:|by |de |von |par )|courtesy|licen[cs]|licencia|domain|ours|nuestra|صورة:|تصوير/iu;

/** Pictures of others in plain Markdown, which has no place for a credit but the words below. */
function plainCreditProblems(prose: Prose): Problem[] {
  if (!prose.tree) return [];
  const lines = linesOf(prose);
  const nodes = treeNodes(prose.tree);
  const named = pictureDefinitions(prose.tree);
  return nodes.flatMap(({ node }) => {
    const isNamed = node.type === 'definition' && named.has(identifierOf(node));
    if (node.type !== 'image' && !isNamed) return [];
    const { url, title } = node as { url: string; title?: string | null };
    const name = bare(url);
    const line = node.position?.start.line ?? 1;
    const below = lines.slice(line, line + 2).join(' ');
    if (CREDITED.test(`${title ?? ''} ${below}`) || !isFileBeside(name) || !prose.beside.has(name))
      return [];
    return [broken('no-credit-below', { file: prose.file, line }, { name })];
  });
}

function fileProblems(use: Use, prose: Pick<Prose, 'source' | 'beside'>): Problem[] {
  const { name, place } = use;
  const picture = prose.beside.get(name);
  if (!picture) return [missingPicture(use, prose)];
  const { type, bytes } = picture;
  const ending = PICTURE_TYPES[type ?? ''];
  if (type === 'heic') return [broken('picture-heic', place, { name })];
  if (type === 'svg') return [broken('picture-svg', place, { name })];
  if (!ending && FILM.test(name)) {
    return [broken('film', place, { name })];
  }
  if (!ending) return [broken('picture-type', place, { name, type: type ?? 'it is none at all' })];
  if (!Object.values(PICTURE_TYPES).some((known) => known.test(name))) {
    return [
      broken('picture-ending', place, { name, ending: type === 'jpeg' ? '.jpg' : `.${type}` }),
    ];
  }
  const megapixels = ((picture.width ?? 0) * (picture.height ?? 0)) / 1e6;
  if (megapixels === 0) return [broken('picture-damaged', place, { name })];
  if (megapixels > MOST_MEGAPIXELS) {
    const blanks = { name, megapixels: Math.round(megapixels), most: MOST_MEGAPIXELS };
    return [broken('picture-size', place, blanks)];
  }
  const megabytes = bytes / 1e6;
  if (megabytes <= MOST_MEGABYTES) return [];
  const blanks = { name, megabytes: Math.round(megabytes), most: MOST_MEGABYTES };
  return [broken('picture-heavy', place, blanks)];
}

function missingPicture({ name, place }: Use, prose: Pick<Prose, 'source' | 'beside'>): Problem {
  const beside = [...prose.beside.keys()];
  const actual = beside.find((other) => other.toLowerCase() === name.toLowerCase());
  if (actual) {
    const better = betterLine(prose, place, name, actual);
    return broken('picture-case', place, { name, actual }, better);
  }
  const stem = (file: string) => file.replace(/\.\w+$/, '').toLowerCase();
  const guess = beside.find((other) => stem(other) === stem(name)) ?? nearest(name, beside);
  const better = guess ? betterLine(prose, place, name, guess) : {};
  return broken('missing-picture', place, { name }, { guess, ...better });
}

/** Files beside a post that it doesn't show; what is no picture at all has no business there. */
function unusedProblems(uses: readonly Use[], prose: Prose): Problem[] {
  const shown = new Set(uses.map(({ name }) => name.toLowerCase()));
  const folder = prose.file.replace(/[^/]+$/, '');
  return [...prose.beside].flatMap(([name, picture]) => {
    if (shown.has(name.toLowerCase()) || /^\.|^thumbs\.db$|^desktop\.ini$/i.test(name)) return [];
    const place = { file: `${folder}${name}` };
    if (picture.type === 'svg') return [broken('picture-svg', place, { name })];
    if (picture.type === 'heic') return [broken('picture-heic', place, { name })];
    if (picture.type === undefined) return [broken('stray-file', place, { name })];
    // In a folder of its own no text can show it; the text is told so.
    const isNamed = !isFileBeside(name) && prose.source.includes(name);
    return isNamed ? [] : [broken('unused-file', place, { name })];
  });
}
