import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { withoutOriginalImages } from '../../../build/output/original-images.ts';

const folder = await mkdtemp(join(tmpdir(), 'own-pictures-'));
afterAll(() => rm(folder, { recursive: true }));

const OWN = join(folder, 'content/posts/2013-08-hall/hall.jpg');

/** Ends a build that left these files, of a site whose pages show these pictures. */
async function end(files: Record<string, string>, shown: readonly string[]): Promise<void> {
  await rm(join(folder, 'dist'), { recursive: true, force: true });
  for (const [path, text] of Object.entries({ ...files, [OWN]: 'as the camera wrote it' })) {
    const file = path === OWN ? path : join(folder, 'dist', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const pictures = new Map(shown.map((path) => [path, OWN]));
  const { hooks } = withoutOriginalImages(join(folder, 'content'), { pictures });
  const run = hooks as Record<string, (options: object) => void>;
  const config = { outDir: pathToFileURL(join(folder, 'dist/')), build: { assets: '_astro' } };
  run['astro:config:done']?.({ config });
  run['astro:build:done']?.({});
}

const isThere = (path: string) => existsSync(join(folder, 'dist', path));

test("an author's own file is taken out of the site, and what was made of it stays", async () => {
  const files = { '_astro/hall.x.jpg': 'as the camera wrote it', '_astro/hall.x_y.webp': 'made' };
  await end(files, ['/_astro/hall.x_y.webp']);
  expect(isThere('_astro/hall.x.jpg')).toBe(false);
  expect(isThere('_astro/hall.x_y.webp')).toBe(true);
});

test('what was made of one picture stays, though it is the same as what the author put there', async () => {
  await end({ '_astro/other.x_y.jpg': 'as the camera wrote it' }, ['/_astro/other.x_y.jpg']);
  expect(isThere('_astro/other.x_y.jpg')).toBe(true);
});

test('a build fails where a page shows a picture that the site has not, and names post and picture', async () => {
  await expect(end({ '_astro/hall.x_1.webp': 'made' }, ['/_astro/hall.x_2.webp'])).rejects.toThrow(
    `${OWN}: a page shows this picture as /_astro/hall.x_2.webp, which was not created.`,
  );
});
