import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { siteBase } from '../../server/base.ts';
import { buildFixtureSite } from '../support/fixture-site.ts';
import { longArchive } from '../support/long-archive.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The site that `npm run build` made, and where it lives on its host. */
    dist: { folder: string; base: string };
    /** The fixture's site, built on one side of the date line and on the other. */
    east: string;
    west: string;
    /** The fixture's site with a long archive, built for a folder of its host. */
    below: { folder: string; base: string };
  }
}

export default async function setup(project: TestProject) {
  const folder = process.env['OUT_DIR'] ?? 'dist';
  if (!existsSync(folder)) throw new Error('There is no dist/. Run `npm run build` first.');
  project.provide('dist', { folder, base: await siteBase() });
  const kiritimati = { name: 'east', base: '/', timeZone: 'Pacific/Kiritimati' };
  const losAngeles = { name: 'west', base: '/', timeZone: 'America/Los_Angeles' };
  project.provide('east', await buildFixtureSite(kiritimati));
  project.provide('west', await buildFixtureSite(losAngeles));
  project.provide('below', {
    folder: await buildFixtureSite({
      name: 'below',
      base: '/blog',
      content: await longArchive(),
    }),
    base: '/blog',
  });
}
