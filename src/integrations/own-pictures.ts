import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isPicture } from '../blog/outside-picture.ts';

/**
 * Takes authors' own picture files out of the finished site: the camera may have written into them
 * where they were taken. Astro leaves such a file there where no page shows the picture, so beside
 * drafts, posts of a later day and withdrawn ones.
 *
 * @param content the content folder
 */
export function noOwnPictures(content: string): AstroIntegration {
  let assets = '';
  return {
    name: 'no-own-pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        assets = join(fileURLToPath(config.outDir), config.build.assets);
      },
      'astro:build:done': () => {
        const own = Map.groupBy(picturesIn(content), (file) => statSync(file).size);
        for (const file of picturesIn(assets)) {
          const alike = own.get(statSync(file).size) ?? [];
          const picture = alike.length > 0 && readFileSync(file);
          if (picture && alike.some((one) => readFileSync(one).equals(picture))) rmSync(file);
        }
      },
    },
  };
}

function picturesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isPicture(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
