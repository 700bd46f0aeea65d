import type { ImageFile } from '../../core/content-files/folder.ts';
import { isFileBeside } from '../../core/content-files/post-body.ts';
import { type Problem, problem } from '../../core/content-files/problem.ts';
import { closestMatch } from '../../core/text/closest-match.ts';
import { isImage } from '../../images/feed-image-name.ts';
import { type Document, fixedLine, linesOf } from '../document.ts';
import type { ImageUse } from './images-in.ts';

type TextWithFiles = Pick<Document, 'source' | 'beside'>;

/** A picture named in the fields has to be in the folder, as the body's have. */
export function missingImageProblems({ name, place }: ImageUse, prose: TextWithFiles): Problem[] {
  if (isFileBeside(name)) return [];
  return [withImageBeside(problem('picture-elsewhere', place, { address: name }), prose)];
}

/** A problem with the line in which a picture of the folder is called by a longer path made right. */
export function withImageBeside(found: Problem, prose: TextWithFiles): Problem {
  if (found.rule !== 'picture-elsewhere' || found.fix !== undefined) return found;
  const line = linesOf(prose)[(found.line ?? 0) - 1] ?? '';
  const odd = oddNames(prose).find((name) => line.includes(name));
  const { file, line: number } = found;
  if (odd !== undefined) return problem('picture-name', { file, line: number }, { name: odd });
  const path =
    /(?<=\]\(<?|[=:]\s{0,3}["']?)((?:\.{0,2}|[\w.:-]+)(?:[\\/][\w.-]*)*[\\/])([\p{L}\p{N}_.-]+)(?=["')> ]|$)/u;
  // The pattern takes its time with long lines, which have no better form here.
  const [, folder, name = ''] = path.exec(line.slice(0, 500)) ?? [];
  if (folder === undefined || !prose.beside.has(name)) return found;
  return { ...found, fix: line.replace(folder + name, () => `./${name}`) };
}

/** Names of files beside a text that no text can name. */
function oddNames({ beside }: Pick<Document, 'beside'>): string[] {
  return [...beside.keys()].filter((name) => !name.includes('/') && !isFileBeside(name));
}

/** What is wrong with the file of a picture beside the text: that it is not there, or what it is. */
export function imageFileProblems(use: ImageUse, prose: TextWithFiles): Problem[] {
  const { name, place } = use;
  const picture = prose.beside.get(name);
  if (!picture) return [missingPicture(use, prose)];
  const { type } = picture;
  const ending = PICTURE_TYPES[type ?? ''];
  if (type === 'heic') return [problem('picture-heic', place, { name })];
  if (type === 'svg') return [problem('picture-svg', place, { name })];
  if (!ending && VIDEO_ENDINGS.test(name)) {
    return [problem('film', place, { name })];
  }
  if (!ending)
    return [problem('picture-type', place, { name, type: type ?? 'not a picture at all' })];
  if (!Object.values(PICTURE_TYPES).some((known) => known.test(name))) {
    return [
      problem('picture-ending', place, { name, ending: type === 'jpeg' ? '.jpg' : `.${type}` }),
    ];
  }
  return sizeProblems(picture, use);
}

/** A picture that is too large for a build, or that none can read. */
function sizeProblems(picture: ImageFile, { name, place }: ImageUse): Problem[] {
  const megabytes = picture.bytes / 1e6;
  if (megabytes > MOST_MEGABYTES) {
    const blanks = { name, megabytes: Math.round(megabytes), most: MOST_MEGABYTES };
    return [problem('picture-heavy', place, blanks)];
  }
  const megapixels = ((picture.width ?? 0) * (picture.height ?? 0)) / 1e6;
  if (megapixels > MOST_MEGAPIXELS) {
    const blanks = { name, megapixels: Math.round(megapixels), most: MOST_MEGAPIXELS };
    return [problem('picture-size', place, blanks)];
  }
  const { type, frames = 1 } = picture;
  const moving = type === 'gif' ? megapixels * frames : 0;
  if (moving > MOST_MOVING) {
    const blanks = { name, frames, megapixels: Math.round(moving), most: MOST_MOVING };
    return [problem('picture-film', place, blanks)];
  }
  if (megapixels === 0 || picture.isDamaged) return [problem('picture-damaged', place, { name })];
  return [];
}

/** Whether a build can read the pixels of a picture in bounded time and memory, if they are whole. */
export function isReadable(picture: ImageFile): boolean {
  const isKnown = picture.type !== undefined && picture.type in PICTURE_TYPES;
  return isKnown && sizeProblems(picture, { name: '', place: { file: '' }, start: 0 }).length === 0;
}

/**
 * A picture that moves where its first picture alone is shown. Only a GIF in a text moves: it is made
 * smaller as one that moves, other formats and covers are made anew as pictures that stand still.
 */
export function stilledProblems(
  { name, place }: ImageUse,
  isInText: boolean,
  { beside }: TextWithFiles,
): Problem[] {
  const { type, frames = 1 } = beside.get(name) ?? {};
  const stillMoves = isInText && type === 'gif' && /\.gif$/i.test(name);
  return frames > 1 && !stillMoves ? [problem('picture-stilled', place, { name })] : [];
}

/**
 * A picture that is a narrow strip from top to bottom, so that on a phone it is many screens tall. A cover
 * is shown as wide as the page, a picture of the text no wider than it is.
 */
export function tallProblems(
  { name, place }: ImageUse,
  isInText: boolean,
  { beside }: Pick<Document, 'beside'>,
): Problem[] {
  const { width = 0, height = 0 } = beside.get(name) ?? {};
  const times = Math.round(height / width);
  const shown = isInText ? Math.min(width, PHONE.width) : PHONE.width;
  const screens = Math.round((shown * height) / width / PHONE.height);
  return width > 0 && times >= MOST_TIMES_AS_TALL && screens > 1
    ? [problem('picture-tall', place, { name, times, screens })]
    : [];
}

/** A phone's screen, in CSS pixels; how many times as tall as wide a picture may be without a word. */
const PHONE = { width: 360, height: 720 };
const MOST_TIMES_AS_TALL = 8;

function missingPicture({ name, place, start }: ImageUse, prose: TextWithFiles): Problem {
  const beside = [...prose.beside.keys()];
  const actual = beside.find((other) => other.toLowerCase() === name.toLowerCase());
  if (actual) {
    const fix = fixedLine(prose, place, name, actual, start);
    return problem('picture-case', place, { name, actual }, fix);
  }
  const stem = (file: string) => file.replace(/\.\w+$/, '').toLowerCase();
  const suggestion =
    beside.find((other) => stem(other) === stem(name)) ?? closestMatch(name, beside);
  const fix = suggestion ? fixedLine(prose, place, name, suggestion, start) : {};
  return problem('missing-picture', place, { name }, { suggestion, ...fix });
}

/** What every reader can show, and how the names of such files end. */
const PICTURE_TYPES: Readonly<Record<string, RegExp>> = {
  jpeg: /\.jpe?g$/i,
  png: /\.png$/i,
  webp: /\.webp$/i,
  avif: /\.avif$/i,
  gif: /\.gif$/i,
};

/** How the names of films and recordings end. */
export const VIDEO_ENDINGS = /\.(mp4|mov|avi|webm|mkv|m4v|mp3|m4a|wav)$/i;

/** The largest picture that a build takes, in megapixels and megabytes; of a GIF all its pictures. */
const MOST_MEGAPIXELS = 40;
const MOST_MOVING = 100;
const MOST_MEGABYTES = 10;

/**
 * Files beside a post that it doesn't show. What is no picture at all has no business there; what is
 * called one has to be one, since a build makes a JPEG of it for those who once read of it.
 */
export function unusedFileProblems(uses: readonly ImageUse[], prose: Document): Problem[] {
  const shown = new Set(uses.map(({ name }) => name.toLowerCase()));
  const folder = prose.file.replace(/[^/]+$/, '');
  return [...prose.beside].flatMap(([name, picture]) => {
    if (shown.has(name.toLowerCase()) || /^\.|^thumbs\.db$|^desktop\.ini$/i.test(name)) return [];
    const place = { file: `${folder}${name}` };
    if (picture.type === 'svg') return [problem('picture-svg', place, { name })];
    if (picture.type === 'heic') return [problem('picture-heic', place, { name })];
    const isMadeAnew = isImage(name) && !name.includes('/');
    const unfit = isMadeAnew ? imageFileProblems({ name, place, start: 0 }, prose) : [];
    if (unfit.length > 0) return unfit;
    if (picture.type === undefined) return [problem('stray-file', place, { name })];
    // In a folder of its own no text can show it, and the text is told so; and of a text that can't
    // be read whole nobody knows what it shows.
    const isUnknown = !isFileBeside(name) || !prose.isSound;
    const isNamed = isUnknown && prose.source.includes(name);
    return isNamed ? [] : [problem('unused-file', place, { name })];
  });
}
