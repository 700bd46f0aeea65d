import type { Root } from 'hast';
import { addressedIn, type Post, proseOf, site } from '../content.ts';
import { wordsFor, wordsLanguage } from '../core/i18n/words.ts';
import { dayInWords } from '../core/model/dates.ts';
import { takesResponses } from '../core/model/program.ts';
import { imageFileName } from '../images/image-metadata.ts';
import { type FeedImageFile, feedImages } from '../images/node/feed-images.ts';
import type { FeedCover, StandaloneContext } from './context.ts';
import { standaloneTree, treeToHtml, withdrawnContent } from './html.ts';
import { treeToMarkdown, withAbsoluteUrls } from './markdown.ts';

const { program, urls } = site;

/** The pictures of a post as they are offered outside the site; a withdrawn post's went with it. */
export async function imagesOf(post: Post): Promise<FeedImageFile[]> {
  if (post.withdrawn) return [];
  return feedImages((post.entry.filePath ?? '').replace(/\/[^/]*$/, ''));
}

/** The content of a post as HTML that stands by itself. */
export async function contentOf(post: Post): Promise<string> {
  const { withdrawn } = post.fields;
  return withdrawn
    ? withdrawnContent(withdrawn, await settingOf(post))
    : treeToHtml(await treeOf(post));
}

const trees = new WeakMap<Post, Promise<Root>>();

/** The content of a post as a tree that stands by itself. It is the same for all who ask: nobody changes it. */
export function treeOf(post: Post): Promise<Root> {
  const known = trees.get(post) ?? makeTree(post);
  trees.set(post, known);
  return known;
}

async function makeTree(post: Post): Promise<Root> {
  return standaloneTree(proseOf(post), await settingOf(post));
}

/**
 * A post's content as Markdown. Where it has no components it is what its author wrote, with whole
 * addresses, between what the site adds; else it is made of its HTML.
 */
export async function markdownText(post: Post): Promise<string> {
  const { body = '', rendered } = post.entry;
  if (!rendered) return treeToMarkdown(await treeOf(post));
  const setting = await settingOf(post);
  const [top, ...foot] = standaloneTree({ type: 'root', children: [] }, setting).children;
  const [before, after] = [top ? [top] : [], foot].map((children) =>
    treeToMarkdown({ type: 'root', children }).trim(),
  );
  const prose = withAbsoluteUrls(body, addressedIn(post), setting).trim();
  return `${[before, prose, after].filter(Boolean).join('\n\n')}\n`;
}

/** The cover of a post at its stable address. */
export async function coverOf(post: Post): Promise<FeedCover | undefined> {
  return coverPicture(post, await imagesOf(post));
}

async function settingOf(post: Post): Promise<StandaloneContext> {
  return contentSetting(post, await imagesOf(post));
}

function contentSetting(post: Post, pictures: readonly FeedImageFile[]): StandaloneContext {
  const { correction, updated, responses, cover } = post.fields;
  const spoken = wordsLanguage(post.lang);
  return {
    address: urls.absolute(urls.post(post.id)),
    local: (path) => urls.absolute(urls.local(path)),
    picture: (source) => {
      const file = pictures.find((picture) => picture.source === source);
      return file && { ...file, address: pictureAddress(post, file) };
    },
    language: post.lang,
    words: wordsFor(post.lang),
    wordsLanguage: spoken,
    open: responses === 'open' && takesResponses(program),
    correction:
      correction && updated ? { day: dayInWords(updated, spoken), says: correction } : undefined,
    cover: cover && {
      ...cover,
      file: imageFileName(cover.image),
      licence: cover.licence ?? program.licence,
      credit:
        cover.credit ?? wordsFor(post.lang).ours({ program: program.shortName ?? program.name }),
    },
  };
}

/** Pictures have their address by the permanent id, so that it outlives a renamed folder. */
function pictureAddress(post: Post, { name }: FeedImageFile): string {
  return urls.absolute(urls.postPicture(post.permanentId, encodeURIComponent(name)));
}

function coverPicture(post: Post, pictures: readonly FeedImageFile[]): FeedCover | undefined {
  const { cover } = post.fields;
  const source = cover && imageFileName(cover.image);
  const file = pictures.find((picture) => picture.source === source);
  if (!cover || !file) return undefined;
  const { width, height, bytes } = file;
  return {
    address: pictureAddress(post, file),
    type: 'image/jpeg',
    bytes,
    width,
    height,
    alt: cover.alt,
  };
}
