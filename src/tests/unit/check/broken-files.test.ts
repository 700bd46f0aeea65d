import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCheck } from '../../../check/node/run.ts';
import { postId, postText, sampleContent } from '../../support/sample-content.ts';

/**
 * Every way in which a file of the content can be broken, in a folder that git has published: what is
 * told, and nothing besides that would only follow from it.
 */
const now = new Date('2013-10-01T00:00:00Z');
const POST = `posts/${postId}/index.mdx`;
const MAIL = `posts/${postId}/responses.yaml`;
const hasGit = spawnSync('git', ['--version']).status === 0;
const hasPipes = spawnSync('mkfifo', ['--version']).status === 0;
const isBytewise = process.platform === 'linux';

let folder = '';
const content = () => join(folder, 'content');
const at = (path: string) => join(content(), path);
const read = (path: string) => readFileSync(at(path), 'utf8');
const write = (path: string, text: string | Uint8Array) => {
  mkdirSync(join(at(path), '..'), { recursive: true });
  writeFileSync(at(path), text);
};
const remove = (path: string) => rmSync(at(path), { recursive: true, force: true });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broken-files-'));
  const published = sampleContent({
    // A post with former ids, a second person and a round that texts name and link to.
    [POST]: postText(
      'See [a round](/rounds/round-1/), [a tag](/tags/culture/), [us](/people/team/) and [more](/posts/2013-07-other/).\n\n## Questions\n\n- Why?\n',
      { formerly: 'formerly: [2013-08-looking-back]', guid: 'guid: https://old.example/?p=1' },
    ),
    [MAIL]:
      '- id: mail-1\n  source: email\n  author: { name: Ana, person: ana }\n  date: 2013-08-05\n  text: Yes.\n',
    'people/ana.yaml': 'name: Ana\nformerly: [anna]\n',
    'pages/faq.mdx': '---\ntitle: Questions\nsummary: Ours.\n---\n\n[Us](/about/)\n',
  });
  for (const [path, text] of published.texts) write(path, text);
  cpSync(content(), join(folder, 'published'), { recursive: true });
  if (!hasGit) return;
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
      cwd: folder,
    });
  git('init', '--quiet', '--initial-branch=main');
  git('add', 'content');
  git('commit', '--quiet', '--message=Publish');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The errors of the check after a slip: `file:line rule`. */
async function saidOf(slip: () => void): Promise<string[]> {
  rmSync(content(), { recursive: true, force: true });
  cpSync(join(folder, 'published'), content(), { recursive: true });
  slip();
  const { problems } = await runCheck({ folder: content(), now, compare: hasGit });
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(({ file, line, rule }) => {
      const path = file.slice(content().length + 1);
      return `${line === undefined ? path : `${path}:${line}`} ${rule}`;
    });
}

test('what is published has no error in it', async () => {
  expect(await saidOf(() => {})).toEqual([]);
});

const FIELDS = ['program.yaml', 'rounds.yaml', 'tags.yaml', 'people/ana.yaml'];
const PROSE = [POST, 'pages/about.mdx'];
const FILES = [...FIELDS, ...PROSE, MAIL];

describe.each(FILES)('%s', (path) => {
  const isProse = path.endsWith('.mdx');
  const isList = path === MAIL;

  test('in the place of which there is a folder, a dangling link, or something else', async () => {
    const folderThere = () => {
      remove(path);
      mkdirSync(at(path));
    };
    expect(await saidOf(folderThere)).toEqual([`${path} folder-as-file`]);
    const linkThere = () => {
      remove(path);
      symlinkSync('nowhere', at(path));
    };
    expect(await saidOf(linkThere)).toEqual([`${path} symbolic-link`]);
    const pipeThere = () => {
      remove(path);
      spawnSync('mkfifo', [at(path)]);
    };
    if (hasPipes) expect(await saidOf(pipeThere)).toEqual([`${path} not-a-file`]);
  });

  test('with nothing in it, or notes alone', async () => {
    const rule = isProse ? 'no-front-matter' : 'empty-file';
    // Nobody has answered yet: that is no mistake, but answers are gone.
    const said = isList ? [`${path} response-gone`] : [`${path}:1 ${rule}`];
    for (const text of ['', ' \n\n', '\n---\n', 'null\n', '~', '# Notes\n\n# More\n']) {
      if (isProse && text.includes('---')) continue;
      expect(await saidOf(() => write(path, text))).toEqual(said);
    }
  });

  test('with something else in it than fields', async () => {
    for (const text of ['- One\n- Two\n', 'Some words\n', '42\n', '"words"\n']) {
      const said = await saidOf(() => write(path, text));
      expect(said.length).toBeGreaterThan(0);
      expect(said.filter((one) => !one.startsWith(`${path}:`))).toEqual([]);
    }
  });

  test('that cannot be read as YAML', async () => {
    const broken = isProse
      ? () => write(path, read(path).replace('\n---\n', '\nsummary: [a\n---\n'))
      : () => write(path, `${read(path)}\nfoo: [a\n`);
    const said = await saidOf(broken);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^[^:]+:\d+ yaml/);
    expect(said[0]).toContain(path);
  });

  test('in another encoding, or with zeros', async () => {
    const text = () => read(path);
    const utf16 = () => write(path, Buffer.from(`\ufeff${text()}`, 'utf16le'));
    expect(await saidOf(utf16)).toEqual([`${path} encoding`]);
    // A byte order mark is taken away, with advice at most.
    expect(await saidOf(() => write(path, `\ufeff${text()}`))).toEqual([]);
    const western = () => {
      const more = isProse ? '\nCaf\xe9.\n' : '\n# caf\xe9\n';
      write(path, Buffer.from(text() + more, 'latin1'));
    };
    expect(await saidOf(western)).toEqual([`${path} encoding`]);
    const zeros = await saidOf(() => write(path, new Uint8Array(300)));
    expect(zeros.filter((one) => !one.startsWith(path))).toEqual([]);
    expect(zeros[0]).toBe(`${path} encoding`);
  });

  test('in which git left a conflict', async () => {
    const conflict = (text: string) =>
      text.replace(
        /\n(.+)\n/,
        (_, line) => `\n<<<<<<< HEAD\n${line}\n=======\n${line} too\n>>>>>>> work\n`,
      );
    for (const ends of ['\n', '\r\n']) {
      const slip = () => write(path, conflict(read(path)).replaceAll('\n', ends));
      const said = await saidOf(slip);
      expect(said).toHaveLength(1);
      expect(said[0]).toMatch(/:\d+ merge-conflict$/);
    }
  });
});

test.each(['program.yaml', 'rounds.yaml', 'tags.yaml'])('%s missing', async (path) => {
  expect(await saidOf(() => remove(path))).toEqual([`${path} missing-file`]);
});

test('one slip in an entry of a list brings no others with it', async () => {
  const slip = (path: string, from: string, to: string) => () =>
    write(path, read(path).replace(from, to));
  expect(await saidOf(slip('rounds.yaml', '2013-09-01', '2013-09-31'))).toEqual([
    'rounds.yaml:2 field',
  ]);
  expect(await saidOf(slip('rounds.yaml', 'round-1:', 'Round 1:'))).toEqual([
    'rounds.yaml:2 field',
  ]);
  expect(await saidOf(slip('tags.yaml', 'label: Culture', 'lable: Culture'))).toEqual([
    'tags.yaml:7 unknown-key',
  ]);
  const moved = await saidOf(slip('tags.yaml', 'culture:', '  culture:'));
  expect(moved.filter((one) => !one.startsWith('tags.yaml:'))).toEqual([]);
  expect(await saidOf(slip('people/ana.yaml', 'formerly', 'formely'))).toEqual([
    'people/ana.yaml:2 unknown-key',
  ]);
  expect(await saidOf(slip(POST, 'formerly', 'formely'))).toEqual([`${POST}:10 unknown-key`]);
  expect(await saidOf(slip(POST, '[2013-08-looking-back]', '2013-08, back'))).toEqual([
    `${POST}:10 field`,
  ]);
  expect(await saidOf(slip(MAIL, 'id: mail-1', 'di: mail-1'))).toEqual([`${MAIL}:1 unknown-key`]);
  expect(await saidOf(slip('program.yaml', 'en: [Questions]', 'en: Questions'))).toEqual([
    'program.yaml:10 field',
  ]);
});

test('what can be read is compared all the same', async () => {
  const slip = () => {
    write('tags.yaml', 'tags: [\n');
    remove('pages/faq.mdx');
  };
  expect(await saidOf(slip)).toEqual(['pages/faq.mdx address-gone', 'tags.yaml:1 yaml-unclosed']);
});

test('a list that is empty on purpose is read as one', async () => {
  const said = await saidOf(() => write('rounds.yaml', '{}\n'));
  expect(said).toContain('rounds.yaml address-gone');
  expect(said).toContain(`${POST}:5 round-needless`);
});

describe('folders', () => {
  test.each(['posts', 'pages', 'people'])('%s missing, empty, or no folder', async (room) => {
    const missing = hasGit || room === 'people' ? [`${room} missing-folder`] : [];
    const others = (said: string[]) => said.filter((one) => one.startsWith(room));
    const empty = () => {
      remove(room);
      mkdirSync(at(room));
    };
    expect(others(await saidOf(() => remove(room)))).toEqual(missing);
    expect(others(await saidOf(empty))).toEqual(missing);
    const asFile = () => {
      remove(room);
      write(room, 'words');
    };
    expect(await saidOf(asFile)).toEqual([`${room} file-as-folder`]);
    const asLink = () => {
      remove(room);
      symlinkSync('nowhere', at(room));
    };
    expect(await saidOf(asLink)).toEqual([`${room} symbolic-link`]);
  });

  test('with nothing in it but a folder', async () => {
    const none = () => {
      rmSync(content(), { recursive: true });
      mkdirSync(content());
    };
    expect((await saidOf(none)).filter((one) => one.endsWith('missing-file'))).toEqual([
      'program.yaml missing-file',
      'rounds.yaml missing-file',
      'tags.yaml missing-file',
    ]);
  });

  test('that are not there, or are none', async () => {
    const sentence = /^There is no folder ".*" here\. Run the command in the blog's folder\.$/;
    await expect(saidOf(() => rmSync(content(), { recursive: true }))).rejects.toThrow(sentence);
    const asFile = () => {
      rmSync(content(), { recursive: true });
      writeFileSync(content(), 'words');
    };
    await expect(saidOf(asFile)).rejects.toThrow(sentence);
  });
});

test.runIf(isBytewise)(
  'names that are not UTF-8 are told, and nothing in them is read',
  async () => {
    const bytes = (path: string) => Buffer.from(at(path), 'latin1');
    const slip = () => {
      writeFileSync(bytes(`posts/${postId}/caf\xe9.jpg`), 'x');
      writeFileSync(bytes('pages/caf\xe9.mdx'), 'x');
      mkdirSync(bytes('posts/2013-09-caf\xe9'));
      writeFileSync(bytes('posts/2013-09-caf\xe9/index.mdx'), 'x');
    };
    expect((await saidOf(slip)).sort()).toEqual(
      [
        'pages/café.mdx file-name-encoding',
        `posts/${postId}/café.jpg file-name-encoding`,
        'posts/2013-09-café file-name-encoding',
      ].sort(),
    );
  },
);

test('a folder with another name is told as the one that is missing', async () => {
  const said = await saidOf(() => renameSync(at('people'), at('persons')));
  expect(said).toEqual(['people missing-folder']);
});
