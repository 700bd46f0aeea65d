import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { cp, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { measuredRun } from '../../../../bench/measured-run.ts';
import { add, buildCommand, copyProject, edit, forgetBuilds } from '../../../../bench/project.ts';
import { Chance } from '../../../../bench/words.ts';
import { fixtureMoment } from '../../../support/fixture-site.ts';

/** The project as it is, one that builds with what it kept, and one that has kept nothing. */
const [original, kept, clean] = ['original', 'kept', 'clean'].map((name) =>
  join('.bench/same-build', name),
) as [string, string, string];

const aside = '.bench/same-build/aside';
/** What a build must not write to. */
const OUTSIDE = '.bench/same-build/outside.txt';

interface Edit {
  name: string;
  /** The file that it changes, in the project. */
  file: string;
  make: (file: string) => Promise<void>;
}

const replaced = (what: string | RegExp, by: string) => (file: string) =>
  edit(file, (text) => text.replace(what, by));

const contentEdits: Edit[] = [
  {
    name: "a post's text",
    file: 'content/posts/2013-03-soil/index.mdx',
    make: (file) => add(file, '- And worms?\n'),
  },
  {
    name: "a post's title",
    file: 'content/posts/2013-06-today/index.mdx',
    make: replaced(/^title: .*$/m, 'title: Another title'),
  },
  {
    name: "a tag's label",
    file: 'content/tags.yaml',
    make: replaced('label: Water', 'label: Rain'),
  },
  {
    name: 'another picture of the same name',
    file: 'content/posts/2013-05-water/barrel.png',
    make: async (file) => writeFile(file, await picture()),
  },
  {
    name: 'a response',
    file: 'content/posts/2013-03-soil/responses.yaml',
    make: (file) =>
      writeFile(
        file,
        '- { id: mail-1, source: email, author: { name: A reader }, date: 2013-04-01, text: Clay. }\n',
      ),
  },
  {
    name: "a person's name",
    file: 'content/people/gardeners.yaml',
    make: replaced('name: The gardeners', 'name: All gardeners'),
  },
  {
    name: "a round's label",
    file: 'content/rounds.yaml',
    make: replaced('label: Pilot', 'label: The first round'),
  },
  {
    name: 'a draft that is published',
    file: 'content/posts/2013-06-unfinished/index.mdx',
    make: replaced(/^draft: true$/m, 'draft: false'),
  },
];
const codeEdits: Edit[] = [
  {
    name: 'a component',
    file: 'src/post-components/Note.astro',
    make: replaced('class="note"', 'class="note noted"'),
  },
  {
    name: 'a plugin',
    file: 'src/core/markdown/plugins.ts',
    make: replaced("className: ['questions']", "className: ['questions', 'asked']"),
  },
  {
    name: 'a style',
    file: 'src/styles/tokens.css',
    make: (file) => add(file, ':root { --edited: 1px; }\n'),
  },
];
const settingEdits: Edit[] = [
  {
    name: 'the configuration of the program',
    file: 'content/program.yaml',
    make: replaced('language: en', 'language: es'),
  },
  {
    name: 'the configuration of the site',
    file: 'astro.config.mjs',
    make: replaced("syntaxHighlight: 'prism'", 'syntaxHighlight: false'),
  },
];

test('a build after any edit is the same to the byte as one that knows of no other', async () => {
  await begin();
  await build(kept);
  const first = digests(kept);
  for (const edits of [contentEdits, codeEdits, settingEdits]) {
    for (const one of edits) await make(one);
    await buildBoth();
    expect(digests(kept), edits.map(({ name }) => name).join(', ')).toEqual(digests(clean));
  }
  for (const one of [...contentEdits, ...codeEdits, ...settingEdits]) await undo(one);
  await damage();
  await meddle();
  const said = await build(kept);
  expect(said).toMatch(/files are not as the last build left them/);
  expect(readFileSync(OUTSIDE, 'utf8')).toBe('outside');
  expect(digests(kept), 'all edits undone, what was kept damaged, the site too').toEqual(first);
}, 600_000);

/** `RANDOM_EDITS=30` makes and undoes so many edits by chance, and builds after each. */
const chosen = Number(process.env['RANDOM_EDITS'] ?? 0);

test.runIf(chosen > 0)(
  'so is one after random edits and their undoing',
  async () => {
    await begin();
    await build(kept);
    const chance = new Chance(Number(process.env['SEED'] ?? 1));
    const made = new Set<Edit>();
    for (let step = 0; step < chosen; step++) {
      const one = chance.oneOf([...contentEdits, ...codeEdits, ...settingEdits]);
      const isUndone = made.delete(one);
      await (isUndone ? undo(one) : make(one));
      if (!isUndone) made.add(one);
      await buildBoth();
      const state = [...made].map(({ name }) => name).join(', ');
      expect(digests(kept), `${one.name}${isUndone ? ' undone' : ''}; ${state}`).toEqual(
        digests(clean),
      );
    }
  },
  3_600_000,
);

async function begin() {
  await rm(aside, { recursive: true, force: true });
  for (const project of [original, kept, clean]) {
    await copyProject(project);
    await cp('src/tests/fixtures/site', join(project, 'content'), { recursive: true });
  }
}

async function build(project: string): Promise<string> {
  const { command, env } = buildCommand(fixtureMoment);
  const { said } = await measuredRun(command, { cwd: project, env });
  return said;
}

async function buildBoth() {
  await forgetBuilds(clean, aside);
  await Promise.all([build(kept), build(clean)]);
}

async function make({ file, make }: Edit) {
  for (const project of [kept, clean]) await make(join(project, file));
}

/** Brings a file back; one that was not there becomes empty. */
async function undo({ file }: Edit) {
  for (const project of [kept, clean])
    await cp(join(original, file), join(project, file)).catch(() =>
      writeFile(join(project, file), ''),
    );
}

/** Cuts off the end of all that the last build kept. */
async function damage() {
  const folder = join(kept, 'node_modules/.astro');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => one.isFile() && one.name !== 'seal.json');
  expect(files.length).toBeGreaterThan(3);
  for (const { parentPath, name } of files) {
    const file = join(parentPath, name);
    await truncate(file, Math.floor(statSync(file).size / 2));
  }
}

/** Puts other things in the place of files of the site, and a file outside that must stay as it is. */
async function meddle() {
  const at = (path: string) => join(kept, 'dist', path);
  await writeFile(at('index.html'), 'Not the home page.');
  await writeFile(at('posts/2013-03-soil/index.md'), 'Not the post.');
  for (const path of ['robots.txt', 'posts/2013-05-water']) await rm(at(path), { recursive: true });
  await symlink(join(process.cwd(), OUTSIDE), at('robots.txt'));
  await writeFile(at('posts/2013-05-water'), 'A file in the place of a folder.');
  await writeFile(OUTSIDE, 'outside');
}

/** Every file of a project's site with what it holds. */
function digests(project: string): string[] {
  const site = join(project, 'dist');
  return globSync('**/*', { cwd: site })
    .filter((file) => statSync(join(site, file)).isFile())
    .sort()
    .map(
      (file) =>
        `${file} ${createHash('sha256')
          .update(readFileSync(join(site, file)))
          .digest('hex')}`,
    );
}

function picture(): Promise<Buffer> {
  return sharp({ create: { width: 640, height: 400, channels: 3, background: '#357' } })
    .png()
    .toBuffer();
}
