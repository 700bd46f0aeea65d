import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { mentionsIn } from '../../support/first-program.ts';

test.each(['below', 'ownKinds'] as const)(
  'in the site of another program (%s) nothing names the first',
  (name) => {
    const given = inject(name);
    const folder = typeof given === 'string' ? given : given.folder;
    const files = globSync('**/*.{html,js,css,xml,json,txt,md,ics,opml,bib,ris,svg}', {
      cwd: folder,
    });
    expect(files.length).toBeGreaterThan(20);
    const found = files.flatMap((file) =>
      mentionsIn(readFileSync(join(folder, file), 'utf8')).map((word) => `${file}: ${word}`),
    );
    expect(found).toEqual([]);
  },
);
