import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

interface Workflow {
  permissions?: Record<string, string>;
  jobs: Record<string, { 'timeout-minutes'?: number; steps?: Step[] }>;
}
interface Step {
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
  const uses = text.match(/uses: .*/g) ?? [];
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
  const endless = Object.values(workflow.jobs).filter((job) => !job['timeout-minutes']);
  expect(endless).toEqual([]);
});
