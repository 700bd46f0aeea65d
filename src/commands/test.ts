import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestStep, testSteps } from './test-steps.ts';

/**
 * `npm test`: takes every step, goes on after one that failed, and ends with a line
 * `N passed, N failed`. Words after `--` choose the steps whose names have them.
 */
const chosen = process.argv.slice(2);
const scratch = await mkdtemp(join(tmpdir(), 'blog-tests-'));
const total: Count = { passed: 0, failed: 0 };
const failedSteps = new Set<string>();

for (const step of testSteps) {
  if (chosen.length > 0 && !chosen.some((word) => step.name.includes(word))) continue;
  const started = performance.now();
  console.log(`\n▸ ${step.name}`);
  const count = await countOf(step);
  total.passed += count.passed;
  total.failed += count.failed;
  if (count.failed > 0) failedSteps.add(step.name);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`  ${count.passed} passed, ${count.failed} failed in ${seconds} s`);
}

await rm(scratch, { recursive: true });
if (failedSteps.size > 0) console.log(`\nFailed: ${[...failedSteps].join(', ')}.`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

interface Count {
  passed: number;
  failed: number;
}

async function countOf(step: TestStep): Promise<Count> {
  if (step.needs && failedSteps.has(step.needs)) {
    console.log(`  can't be done, because this failed: ${step.needs}`);
    return { passed: 0, failed: 1 };
  }
  if (step.counts !== 'tests') return (await run(step)) ? oneMore('passed') : oneMore('failed');
  const report = join(scratch, 'vitest.json');
  await rm(report, { force: true });
  const isSuccess = await run(step, [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return testCount(await readFile(report, 'utf8').catch(() => '{}'), isSuccess);
}

/** The count of a Vitest report. A run that fails outside its tests, or has none, failed once. */
function testCount(report: string, isSuccess: boolean): Count {
  const { numPassedTests: passed = 0, numFailedTests = 0 } = JSON.parse(report);
  const isEmpty = passed + numFailedTests === 0;
  const failed = numFailedTests === 0 && (!isSuccess || isEmpty) ? 1 : numFailedTests;
  return { passed, failed };
}

function oneMore(outcome: keyof Count): Count {
  return { passed: 0, failed: 0, [outcome]: 1 };
}

/** Runs a step's command; what a single check says is shown only if it fails. */
function run(step: TestStep, furtherArguments: string[] = []): Promise<boolean> {
  const [command, ...words] = step.command;
  const isQuiet = step.counts !== 'tests';
  const child = spawn(command, [...words, ...furtherArguments], {
    // The tests ask no network, and so build also where there is no snapshot.
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', WITHOUT_RESPONSES: '1' },
    shell: process.platform === 'win32',
    stdio: ['ignore', isQuiet ? 'pipe' : 'inherit', isQuiet ? 'pipe' : 'inherit'],
    timeout: step.minutes * 60_000,
  });
  const said: Buffer[] = [];
  child.stdout?.on('data', (data: Buffer) => said.push(data));
  child.stderr?.on('data', (data: Buffer) => said.push(data));
  return new Promise((resolve) => {
    const end = (isSuccess: boolean) => {
      if (!isSuccess) console.log(Buffer.concat(said).toString());
      resolve(isSuccess);
    };
    child.on('error', (error) => {
      console.log(`  ${command} does not start: ${error.message}`);
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}
