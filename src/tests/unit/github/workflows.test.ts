import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { workflowFindings } from '../../support/workflow-findings.ts';

interface Workflow {
  permissions?: Record<string, string>;
  jobs: Record<
    string,
    {
      if?: string;
      'timeout-minutes'?: number;
      permissions?: Record<string, string>;
      steps?: Step[];
    }
  >;
}
interface Step {
  id?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

const workflows = globSync('.github/workflows/*.yml').map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
  workflow: parse(readFileSync(file, 'utf8')) as Workflow,
}));
const steps = (workflow: Workflow) =>
  Object.values(workflow.jobs).flatMap((job) => job.steps ?? []);

test('there are workflows to look at', () => {
  expect(workflows.length).toBeGreaterThanOrEqual(2);
});

test.each(workflows)('$file pins every action by its commit and names the version', ({ text }) => {
  const uses = (text.match(/uses: .*/g) ?? []).filter((line) => !line.startsWith('uses: ./'));
  expect(uses.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
});

test.each(workflows)('$file may by default only read', ({ workflow }) => {
  expect(workflow.permissions).toEqual({ contents: 'read' });
});

test.each(workflows)('$file leaves no credentials in the checked out folder', ({ workflow }) => {
  const checkouts = steps(workflow).filter((step) => step.uses?.startsWith('actions/checkout@'));
  expect(checkouts.every((step) => step.with?.['persist-credentials'] === false)).toBe(true);
});

test.each(workflows)('$file runs no text that a stranger can write', ({ workflow }) => {
  const commands = steps(workflow).map((step) => step.run ?? '');
  expect(commands.filter((command) => command.includes('${{'))).toEqual([]);
});

test.each(workflows)('$file gives every job an end', ({ workflow }) => {
  const own = Object.values(workflow.jobs).filter((job) => job.steps);
  const endless = own.filter((job) => !job['timeout-minutes']);
  expect(endless).toEqual([]);
});

test.each(workflows)(
  "GitHub's own reader finds nothing wrong with $file",
  async ({ file, text }) => {
    expect(await workflowFindings(file, text)).toEqual([]);
  },
);

test("GitHub's own reader does find what is wrong", async () => {
  const found = await workflowFindings(
    '.github/workflows/wrong.yml',
    `on: push
permissions: { pull-request: write }
jobs:
  one:
    runs-on: ubuntu-latest
    needs: two
    steps:
      - run: echo \${{ github.nobody }}
      - use: a/b@v1
`,
  );
  expect(found).toEqual(
    expect.arrayContaining([
      "2: Unexpected value 'pull-request'",
      "6: Value 'two' is not valid",
      '8: Context access might be invalid: nobody',
      "9: Unexpected value 'use'",
    ]),
  );
});

test('only the jobs that need a right have it', () => {
  const rights = workflows.flatMap(({ file, workflow }) =>
    Object.entries(workflow.jobs).flatMap(([name, job]) =>
      Object.entries(job.permissions ?? {})
        .filter(([, right]) => right === 'write')
        .map(([right]) => `${file.split('/').at(-1)} ${name}: ${right}`),
    ),
  );
  expect(rights.sort()).toEqual([
    'comment.yml comment: pull-requests',
    'deploy.yml publish: discussions',
    'deploy.yml publish: id-token',
    'deploy.yml publish: pages',
    'publish.yml deploy: id-token',
    'publish.yml deploy: pages',
    'publish.yml discussions: discussions',
    'setup.yml propose: contents',
    'setup.yml propose: pull-requests',
    'timers.yml timers: actions',
    'timers.yml timers: issues',
  ]);
});

test('what a pull request runs gets no secret and no right to write', () => {
  const check = workflows.find(({ file }) => file.endsWith('check.yml'));
  expect(check?.text).not.toMatch(/secrets\.|github\.token|: write|pull_request_target/);
});

test('what may comment on a pull request runs none of its code', () => {
  const comment = workflows.find(({ file }) => file.endsWith('comment.yml'));
  const checkout = steps(comment?.workflow as Workflow).find((step) =>
    step.uses?.startsWith('actions/checkout@'),
  );
  expect(Object.keys(checkout?.with ?? {})).toEqual(['persist-credentials']);
  const download = steps(comment?.workflow as Workflow).find((step) =>
    step.uses?.startsWith('actions/download-artifact@'),
  );
  expect(download?.with?.['path']).toContain('runner.temp');
});

test('a check that waits to be allowed is commented on as well', () => {
  const comment = workflows.find(({ file }) => file.endsWith('comment.yml'))?.workflow;
  expect(comment?.jobs['comment']?.if?.match(/\.conclusion [^&|]+/g)).toEqual([
    ".conclusion != 'cancelled'",
  ]);
});

test('what may write installs without running what its packages bring along', () => {
  const writing = workflows.flatMap(({ workflow }) =>
    Object.values(workflow.jobs).filter(
      (job) => job.steps && Object.values(job.permissions ?? {}).includes('write'),
    ),
  );
  const installs = writing
    .flatMap((job) => job.steps ?? [])
    .filter(({ run }) => /npm (ci|i)/.test(run ?? ''));
  expect(installs.length).toBe(3);
  expect(installs.map(({ run }) => run)).toEqual(installs.map(() => 'npm ci --ignore-scripts'));
});

test('what may propose a new blog runs no code of it', () => {
  const setup = workflows.find(({ file }) => file.endsWith('setup.yml'))?.workflow;
  const propose = JSON.stringify(setup?.jobs['propose']);
  expect(propose).not.toMatch(/setup-node|npm |node /);
});

test('what may write discussions runs the main branch alone, after the site is there', () => {
  const publish = workflows.find(({ file }) => file.endsWith('publish.yml'))?.workflow;
  expect(publish?.jobs['discussions']).toMatchObject({
    needs: 'deploy',
    if: "github.ref == 'refs/heads/main'",
    permissions: { contents: 'read', discussions: 'write' },
  });
  const commands = publish?.jobs['discussions']?.steps?.flatMap(({ run }) => run ?? []);
  expect(commands).toEqual(['npm ci --ignore-scripts', 'npm run discussions']);
});

test('the hourly look waits for nobody, and nothing that is published pushes an answer out of the queue', () => {
  const deploy = workflows.find(({ file }) => file.endsWith('deploy.yml'))?.workflow;
  expect(deploy).not.toHaveProperty('concurrency');
  expect(deploy?.jobs['due']).not.toHaveProperty('concurrency');
  expect(deploy?.jobs['publish']).toMatchObject({
    concurrency: { group: 'pages', 'cancel-in-progress': false },
    uses: './.github/workflows/publish.yml',
  });
  const publish = workflows.find(({ file }) => file.endsWith('publish.yml'))?.workflow;
  const runs = steps(publish as Workflow).flatMap(({ run }) => run ?? []);
  const saving = runs.findIndex((run) => run.startsWith('npm run responses -- $'));
  expect(saving).toBeGreaterThan(-1);
  expect(saving).toBeLessThan(runs.indexOf('npm run build'));
});

test('that a loss is meant can be said where the workflow is started by hand, and only there', () => {
  const [deploy, publish] = ['deploy.yml', 'publish.yml'].map(
    (name) => workflows.find(({ file }) => file.endsWith(name))?.workflow,
  );
  expect(deploy).toMatchObject({
    on: { workflow_dispatch: { inputs: { 'accept-drop': { type: 'boolean', default: false } } } },
    jobs: {
      publish: { with: { 'accept-drop': expect.stringContaining('inputs.accept-drop == true') } },
    },
  });
  expect(publish).toMatchObject({
    on: { workflow_call: { inputs: { 'accept-drop': { default: false } } } },
  });
});

test('a run that is repeated begins with the newest snapshot, not with its own of then', () => {
  const publish = workflows.find(({ file }) => file.endsWith('publish.yml'))?.workflow as Workflow;
  const keys = steps(publish).flatMap(({ with: inputs }) =>
    inputs?.['path'] === '.responses' ? [inputs['key']] : [],
  );
  expect(keys.length).toBe(2);
  expect(keys.filter((key) => !`${key}`.includes('github.run_attempt'))).toEqual([]);
});

test('discussions that cannot be read keep nothing back, however long it takes, and are told of', () => {
  const publish = workflows.find(({ file }) => file.endsWith('publish.yml'))?.workflow as Workflow;
  const saving = steps(publish).find(({ id }) => id === 'responses');
  expect(saving).toMatchObject({ 'continue-on-error': true, 'timeout-minutes': 15 });
  expect(publish.jobs['responses']).toMatchObject({
    needs: ['build', 'deploy'],
    if: "needs.build.outputs.responses != 'success'",
  });
});

test('every hour that is looked at is one of the timers', () => {
  const text = workflows.find(({ file }) => file.endsWith('deploy.yml'))?.text ?? '';
  const timers = [...text.matchAll(/cron: '(.*)'/g)].map(([, timer]) => timer);
  const asked = [...text.matchAll(/github\.event\.schedule == '(.*)'/g)].map(([, timer]) => timer);
  expect(asked.length).toBe(3);
  expect(asked.every((timer) => timer === timers[0])).toBe(true);
});

test('every script that a workflow runs is one of ours', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const called = workflows.flatMap(({ workflow }) =>
    steps(workflow).flatMap(({ run }) => /^npm run ([a-z-]+)/.exec(run ?? '')?.[1] ?? []),
  );
  expect(called.length).toBeGreaterThan(6);
  expect(called.filter((name) => !scripts[name])).toEqual([]);
});
