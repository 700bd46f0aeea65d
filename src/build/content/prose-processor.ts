import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import { codeHash } from '../../core/cache/code-hash.ts';
import { headingIds } from '../../core/markdown/heading-ids.ts';
import {
  modernPictures,
  proseHast,
  proseMdast,
  questionTools,
} from '../../core/markdown/plugins.ts';
import { bareAddresses, withDialect } from '../../core/markdown/satteri.ts';
import type { Program } from '../../core/model/program.ts';
import { questionHeadings } from '../../core/model/questions.ts';
import { fileName } from '../../core/site/absolute-url.ts';
import { siteUrls } from '../../core/site/urls.ts';
import { postPath } from '../../environment.ts';
import { feedImageUrl, isImage } from '../../images/feed-image-name.ts';
import { CONTENT_CODE } from './check.ts';
import { anchorsBeside, anchorsBesidePosts } from './taken-anchors.ts';

/**
 * How Astro renders the texts of posts and pages, with components and without.
 *
 * @param content the content folder
 * @param base the folder in which the site lives on its host
 */
export function proseProcessor(program: Program, content: string, base: string) {
  // Astro keeps rendered texts until its configuration changes, of which plugins' names are a part; so
  // other code and settings throw them away. It takes the pictures of kept texts from the content folder.
  const settings = JSON.stringify([
    program,
    resolve(content),
    anchorsBesidePosts(content),
    postPath(),
  ]);
  const hash = createHash('sha256').update(settings).update(codeHash(CONTENT_CODE));
  const plugins = {
    mdastPlugins: [
      bareAddresses,
      ...proseMdast(questionHeadings(program)),
      { name: `code:${hash.digest('hex').slice(0, 16)}` },
    ],
    hastPlugins: [
      () => headingIds(anchorsBeside),
      ...proseHast(base),
      modernPictures(jpegBeside(base)),
      questionTools,
    ],
  };
  // A figure's picture stands in it without a paragraph, which the types don't foresee.
  return withDialect(satteri(plugins as unknown as Parameters<typeof satteri>[0]));
}

/**
 * The address at which a post's page has a picture as a JPEG, which feeds show too.
 *
 * @param base the folder in which the site lives on its host
 */
function jpegBeside(base: string): (text: URL, src: string) => string | undefined {
  const urls = siteUrls('', base);
  return (text, src) => {
    const id = /\/posts\/([^/]+)\/index\.mdx$/.exec(text.pathname)?.[1];
    const file = fileName(src);
    if (!id || file.includes('/') || !isImage(file)) return undefined;
    return feedImageUrl(urls, id, file);
  };
}
