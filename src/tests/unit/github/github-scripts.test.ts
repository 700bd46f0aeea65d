import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startFakeGithub } from '../../../practice/fake-github.ts';

vi.setConfig({ testTimeout: 90_000 });

const folder = mkdtempSync(join(tmpdir(), 'blog-scripts-'));
const told: string[] = [];
const answers: Record<string, unknown> = {};
const server = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  told.push(`${request.method} ${request.url} ${body}`.trim());
  response.statusCode = request.method === 'GET' || request.method === 'HEAD' ? 404 : 200;
  const answer = answers[request.url ?? ''];
  if (answer !== undefined) response.statusCode = 200;
  response.end(request.method === 'HEAD' ? undefined : JSON.stringify(answer ?? {}));
});
let host = '';
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, ready));
  host = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Runs a command of a workflow as GitHub's runner would, against the stand-in. */
function run(command: string[], environment: NodeJS.ProcessEnv = {}, cwd = '.'): Promise<string> {
  const [program = '', ...words] = command;
  const child = spawn(program, words, {
    cwd,
    env: {
      ...process.env,
      GITHUB_API_URL: host,
      GITHUB_REPOSITORY: 'gardens/blog',
      GITHUB_TOKEN: 't',
      ...environment,
    },
  });
  let said = '';
  child.stdout.on('data', (data) => {
    said += data;
  });
  child.stderr.on('data', (data) => {
    said += data;
  });
  return new Promise((done) => child.on('close', () => done(said)));
}
const tool = (name: string, ...words: string[]) => [
  process.execPath,
  resolve(`src/commands/${name}.ts`),
  ...words,
];

test('the timers are enabled anew, and an issue says once when they are about to stop', async () => {
  answers['/repos/gardens/blog/commits?per_page=1'] = [
    { commit: { committer: { date: '2013-04-01T00:00:00Z' } } },
  ];
  answers['/repos/gardens/blog/issues?state=open&per_page=100'] = [];
  await run(tool('timers'), { BUILD_TIME: '2013-05-25T00:00:00Z' });
  const enabled = told.filter((line) => line.startsWith('PUT')).map((line) => line.split(' ')[1]);
  expect(enabled).toEqual(
    ['deploy', 'hosts', 'timers'].map(
      (name) => `/repos/gardens/blog/actions/workflows/${name}.yml/enable`,
    ),
  );
  expect(told.at(-1)).toContain(
    'POST /repos/gardens/blog/issues {"title":"Scheduled publishing is',
  );
  expect(told.at(-1)).toContain('around 31 May 2013');
});

test('a post that came out and is not on the site makes it due, and one that is there does not', async () => {
  const output = join(folder, 'output');
  const environment = {
    CONTENT_DIR: 'src/tests/fixtures/site',
    BUILD_TIME: '2013-06-10T10:00:00Z',
    GITHUB_OUTPUT: output,
    SITE_ADDRESS: `${host}/blog`,
  };
  expect(await run(tool('due'), environment)).toMatch(/Not on the site yet: .*2013-06-today/);
  const asked = told.filter((line) => line.startsWith('HEAD'));
  expect(asked.join()).toContain('/blog/posts/2013-06-today/');
  expect(asked.join()).not.toMatch(/tomorrow|unfinished/);
  for (const line of asked) answers[line.split(' ')[1] ?? ''] = {};
  expect(await run(tool('due'), environment)).toContain('The site is up to date.');
  expect(readFileSync(output, 'utf8')).toBe('due=true\ndue=false\n');
});

test('the look for posts that are due needs no package', async () => {
  const bare = join(folder, 'bare');
  cpSync('src', join(bare, 'src'), {
    recursive: true,
    filter: (path) => !/src[\\/](?:tests|pages|bench)$/.test(path),
  });
  cpSync('package.json', join(bare, 'package.json'));
  const environment = {
    CONTENT_DIR: resolve('src/tests/fixtures/site'),
    BUILD_TIME: '2013-06-10T10:00:00Z',
    SITE_ADDRESS: `${host}/nowhere`,
  };
  const said = await run([process.execPath, join(bare, 'src/commands/due.ts')], environment);
  expect(said).toMatch(/Not on the site yet: .*2013-06-today/);
});

test('a post or a program that cannot be read plainly counts as due', async () => {
  const own = join(folder, 'odd-dates');
  cpSync('src/tests/fixtures/site', own, { recursive: true });
  const post = join(own, 'posts/2013-03-soil/index.mdx');
  const environment = { CONTENT_DIR: own, BUILD_TIME: '2013-06-10T10:00:00Z', SITE_ADDRESS: host };
  writeFileSync(post, readFileSync(post, 'utf8').replace(/^date: /m, '"date": &day '));
  expect(await run(tool('due'), environment)).toContain('2013-03-soil, whose date');
  const program = join(own, 'program.yaml');
  writeFileSync(program, readFileSync(program, 'utf8').replace(/^timeZone:.*$/m, ''));
  expect(await run(tool('due'), environment)).toContain('on lines of their own');
});

test('the discussion of a post is begun once its page is there, and in the own repository alone', async () => {
  const own = join(folder, 'discussed');
  cpSync('src/tests/fixtures/site', own, { recursive: true });
  const program = join(own, 'program.yaml');
  const giscus =
    'giscus: { repository: Gardens/blog, repositoryId: R_1, category: Responses, categoryId: DIC_1 }\n';
  writeFileSync(program, `${readFileSync(program, 'utf8')}${giscus}`);
  const github = await startFakeGithub();
  const environment = {
    ...{ CONTENT_DIR: own, BUILD_TIME: '2013-06-10T10:00:00Z', SITE_ADDRESS: `${host}/here` },
    GITHUB_GRAPHQL_URL: `${github.address}/graphql`,
  };
  expect(await run(tool('discussions'), environment)).toContain('2013-06-today is not on the site');
  expect(github.discussions).toEqual([]);
  answers['/here/posts/2013-06-today/'] = {};
  const elsewhere = { ...environment, GITHUB_REPOSITORY: 'gardens/other' };
  expect(await run(tool('discussions'), elsewhere)).toContain('this command may not create any');
  expect(github.discussions).toEqual([]);
  for (const said of ['Begun: https://', 'There was nothing to create.'])
    expect(await run(tool('discussions'), environment)).toContain(said);
  expect(github.discussions.map(({ title }) => title)).toEqual(['2013-06-today']);
  answers['/here/responses/snapshot.json'] = 'damaged';
  expect(await run(tool('discussions'), environment)).toContain('Nothing was created.');
  await github.close();
});

test('a sample change in a repository becomes the report, and the report the one comment', async () => {
  cpSync('src/tests/fixtures/site', join(folder, 'content'), { recursive: true });
  const git = (...words: string[]) =>
    run(['git', '-c', 'user.name=x', '-c', 'user.email=x@example.org', ...words], {}, folder);
  await git('init', '-q', '-b', 'main');
  await git('add', 'content');
  await git('commit', '-qm', 'The blog');
  await git('checkout', '-qb', 'change');
  const post = join(folder, 'content/posts/2013-05-water/index.mdx');
  writeFileSync(
    post,
    readFileSync(post, 'utf8').replace(/^title: .*$/m, 'title: "@all, more water"'),
  );
  rmSync(join(folder, 'content/posts/2013-06-today'), { recursive: true });
  await git('commit', '-qam', 'More water, and one post less');
  const environment = { BASE_SHA: 'main', BUILD_TIME: '2013-06-10T10:00:00Z' };
  const event = join(folder, 'event.json');
  const workflow_run = {
    html_url: 'https://github.com/gardens/blog/actions/runs/7',
    head_sha: 'new',
    head_branch: 'change',
    head_repository: null,
    pull_requests: [{ number: 4, head: { sha: 'new' } }],
  };
  writeFileSync(event, JSON.stringify({ workflow_run }));
  answers['/repos/gardens/blog/issues/4/comments?per_page=100&page=1'] = [];
  expect(await run(tool('pull-request', 'report', 'report.json'), environment, folder)).toContain(
    'Changed content files: 2.',
  );
  await run(
    tool('pull-request', 'comment', 'report.json'),
    { ...environment, GITHUB_EVENT_PATH: event },
    folder,
  );
  expect(told.at(-1)).toContain('POST /repos/gardens/blog/issues/4/comments');
  expect(told.at(-1)).toContain('1 problem to fix before this can be published');
  expect(told.at(-1)).toContain('is published and would disappear\\\\, with its address');
  expect(told.at(-1)).toContain('#### Changed: \\\\@\u200ball\\\\, more water');
  expect(told.at(-1)).toContain('<https://gardens.example/posts/2013-05-water/>');
});
