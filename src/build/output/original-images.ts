import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { SiteFiles } from '../../core/cache/site-files.ts';
import { isImage } from '../../images/feed-image-name.ts';

/**
 * Takes authors' own picture files out of the finished site: the camera may have written into them
 * where they were taken. Astro leaves such a file there where no page shows the picture, so beside
 * drafts, posts of a later day and withdrawn ones. Then looks whether the site has all that pages show.
 *
 * @param content the content folder
 * @param shown path in the site → the author's own file, of each picture that a page shows
 */
export function withoutOriginalImages(
  content: string,
  { pictures: shown }: Pick<SiteFiles, 'pictures'>,
): AstroIntegration {
  let site = '';
  let assets = '';
  return {
    name: 'no-own-pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = fileURLToPath(config.outDir);
        assets = join(site, config.build.assets);
      },
      'astro:build:done': () => {
        const isMade = new Set([...shown.keys()].map((path) => join(site, path)));
        const own = Map.groupBy(picturesIn(content), (file) => statSync(file).size);
        for (const file of picturesIn(assets)) {
          // What was made of one picture may be another one that the author put there.
          if (isMade.has(file)) continue;
          const alike = own.get(statSync(file).size) ?? [];
          const picture = alike.length > 0 && readFileSync(file);
          if (picture && alike.some((one) => readFileSync(one).equals(picture))) rmSync(file);
        }
        const missing = missingImages(site, shown);
        if (missing.length > 0) throw new Error(missing.join('\n'));
      },
    },
  };
}

/** A sentence for each picture that a page shows and the site has not. */
export function missingImages(site: string, shown: SiteFiles['pictures']): string[] {
  return [...shown].flatMap(([path, own]) =>
    existsSync(join(site, path))
      ? []
      : [
          `${own}: a page shows this picture as ${path}, which was not created. Save the picture again, or remove it from the post.`,
        ],
  );
}

/** The author's own file that has this content, by its path, if there is one. */
export function ownFileLike(content: string, picture: Uint8Array): string | undefined {
  return picturesIn(content).find(
    (file) => statSync(file).size === picture.length && readFileSync(file).equals(picture),
  );
}

function picturesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isImage(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
