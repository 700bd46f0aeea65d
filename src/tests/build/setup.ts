import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestProject } from 'vitest/node';
import { siteBase } from '../../server/base.ts';
import { buildFixtureSite, FIXTURE_CACHE } from '../support/fixture-site.ts';
import { longArchive } from '../support/long-archive.ts';
import { ownKinds } from '../support/own-kinds.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The site that `npm run build` made, and where it lives on its host. */
    dist: { folder: string; base: string };
    /** The fixture's site, built on one side of the date line and on the other. */
    east: string;
    west: string;
    /** The file in which the build of `east`, the first with its cache, wrote down all that was parsed. */
    parses: string;
    /** The fixture's site with a long archive, built for a folder of its host. */
    below: { folder: string; base: string };
    /** The site of a program that has kinds of its own and no rounds. */
    ownKinds: string;
  }
}

export default async function setup(project: TestProject) {
  const folder = process.env['OUT_DIR'] ?? 'dist';
  if (!existsSync(folder)) throw new Error('There is no dist/. Run `npm run build` first.');
  project.provide('dist', { folder, base: await siteBase() });
  const parses = resolve('node_modules/.cache/fixture-sites/parses.jsonl');
  await Promise.all([
    rm(parses, { force: true }),
    rm(FIXTURE_CACHE, { recursive: true, force: true }),
  ]);
  const counter = pathToFileURL(resolve('src/tests/fixtures/counted-parses.mjs'));
  const kiritimati = {
    ...{ name: 'east', base: '/', timeZone: 'Pacific/Kiritimati' },
    further: { NODE_OPTIONS: `--import=${counter}`, PARSES: parses },
  };
  const losAngeles = { name: 'west', base: '/', timeZone: 'America/Los_Angeles' };
  project.provide('parses', parses);
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
  const ofOthers = { name: 'own-kinds', base: '/', content: await ownKinds() };
  project.provide('ownKinds', await buildFixtureSite(ofOthers));
}
