import { expect, test } from 'vitest';
import { benchPost, writeBenchBlog } from '../../../bench/blog.ts';
import { measuredRun } from '../../../bench/measured-run.ts';
import { asRatios, asTables, type BenchReport } from '../../../bench/report.ts';
import { checkContent } from '../../../check/check.ts';
import { readContentFolder } from '../../../check/node/read-folder.ts';
import { parsePost } from '../../../core/markdown/micromark.ts';

const folder = 'node_modules/.cache/bench-blog';

test('the invented blog is a good one: nothing in it is to be mended', async () => {
  await writeBenchBlog(folder, { posts: 12, pictures: true });
  const { problems, posts } = checkContent(await readContentFolder(folder), parsePost);
  expect(problems).toEqual([]);
  expect(posts.length).toBe(12);
}, 60_000);

test('the invented blog is the same each time, and as the table says', () => {
  const blog = { posts: 1000, pictures: true };
  const posts = Array.from({ length: 1000 }, (_, index) => benchPost(index, blog));
  const again = Array.from({ length: 1000 }, (_, index) => benchPost(index, blog));
  const share = (is: (post: (typeof posts)[number]) => boolean) => posts.filter(is).length / 1000;
  const words = posts.reduce((sum, { files }) => sum + wordsIn(files['index.mdx']), 0) / 1000;
  expect(again).toEqual(posts);
  expect(new Set(posts.map(({ id }) => id)).size).toBe(1000);
  expect(share(({ hasPicture }) => hasPicture)).toBe(0.2);
  expect(share(({ files }) => 'responses.yaml' in files)).toBeCloseTo(1 / 3, 2);
  expect(share(({ files }) => /<Note/.test(files['index.mdx'] ?? ''))).toBe(0.1);
  expect(words).toBeGreaterThan(530);
  expect(words).toBeLessThan(600);
});

test.skipIf(process.platform === 'win32')(
  'work that a child of a child does is counted',
  async () => {
    const busy = 'while (process.cpuUsage().user < 300_000);';
    const parent = `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(busy)}])`;
    const options = { cwd: process.cwd(), env: process.env };
    const took = await measuredRun([process.execPath, '-e', parent], options);
    expect(took.cpu).toBeGreaterThan(0.3);
    expect(took.memory).toBeGreaterThan(10);
  },
  60_000,
);

test('a command that fails is not measured, and says why', async () => {
  const run = measuredRun([process.execPath, '-e', 'console.error("no ink"); process.exit(3)'], {
    cwd: process.cwd(),
    env: process.env,
  });
  await expect(run).rejects.toThrow('no ink');
});

test('a report says what each further post costs, and compares with an earlier one', () => {
  const report = (factor: number): BenchReport => ({
    machine: { processor: 'A processor', cores: 2, node: '26', system: 'linux' },
    blogs: [1000, 5000].map((posts) => ({
      posts,
      pictures: false,
      builds: { cold: { wall: posts / 100, cpu: (posts * factor) / 200, memory: 900 } },
      size: { pages: posts, files: posts, megabytes: 1 },
      weights: [],
    })),
  });
  expect(asTables(report(1))).toContain('| 1,000 | 5,000 | 5.0 | – |');
  expect(asRatios(report(1), report(2))).toContain('| 1,000 | cold | 0.50 | 1.00 | 1.00 |');
});

function wordsIn(file = ''): number {
  return file.split('---\n').slice(2).join('').split(/\s+/).length;
}
