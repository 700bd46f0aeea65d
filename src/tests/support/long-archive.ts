import { appendFile, cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** How many posts a long archive has beside the fixture's own: enough for three pages of a list. */
const OLDER_POSTS = 45;

/**
 * The fixture's content with a long past: as many updates as fill three pages of a list, under one
 * tag, in one round, by one author; the first with another, and with a DOI. Says into which folder.
 */
export async function longArchive(): Promise<string> {
  const folder = resolve('node_modules/.cache/fixture-sites/long-archive');
  await rm(folder, { recursive: true, force: true });
  await cp('src/tests/fixtures/site', folder, { recursive: true });
  for (let number = 0; number < OLDER_POSTS; number++) {
    const month = `${2009 + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
    const post = join(folder, 'posts', `${month}-news`);
    await mkdir(post);
    await writeFile(join(post, 'index.mdx'), news(month, number === 0));
  }
  // A blog with all identifiers that there are.
  await appendFile(join(folder, 'program.yaml'), 'issn: 2049-3630\n');
  await appendFile(join(folder, 'people/gardeners.yaml'), 'ror: https://ror.org/03yrm5c26\n');
  const rosa = 'name: Rosa Lind\norcid: 0000000218250097\n';
  await writeFile(join(folder, 'people/rosa.yaml'), rosa);
  return folder;
}

function news(month: string, isRegistered: boolean): string {
  return `---
title: News of ${month}
kind: update
round: pilot
date: ${month}-02
summary: What happened in the gardens in ${month}.
tags: [soil]
${isRegistered ? 'authors: [gardeners, rosa]\ndoi: 10.59350/abcde-fgh12' : 'authors: [gardeners]'}
---

Something grew.
`;
}
