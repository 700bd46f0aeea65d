import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Step {
  id?: string;
  run?: string;
  env?: Record<string, string>;
  'continue-on-error'?: boolean;
}

/** How a job of a workflow went, told from its own `run:` lines. */
export interface JobRun {
  /** The lines that were reached, in order. */
  reached: string[];
  /** Step id → how it ended. */
  outcomes: Record<string, 'success' | 'failure'>;
  /** Whether every step that may not fail succeeded. */
  isDone: boolean;
  said: string;
}

/**
 * Runs the `run:` lines of a job, in order, as GitHub's runner does: in bash, which stops at an
 * error, with the step's own environment, and no further after a step that failed and may not.
 *
 * @param file the workflow
 * @param job the job's name
 * @param expressions what GitHub puts in the place of each expression that the steps use
 * @param environment what the runner knows besides
 * @param instead what is done in the place of lines that begin with these words
 */
export async function runJob(
  file: string,
  job: string,
  expressions: Readonly<Record<string, string>>,
  environment: NodeJS.ProcessEnv,
  instead: Readonly<Record<string, () => unknown>>,
): Promise<JobRun> {
  const { jobs } = parse(readFileSync(file, 'utf8')) as { jobs: Record<string, { steps: Step[] }> };
  const told: JobRun = { reached: [], outcomes: {}, isDone: true, said: '' };
  for (const step of jobs[job]?.steps ?? []) {
    if (!step.run) continue;
    told.reached.push(step.run);
    const other = Object.entries(instead).find(([words]) => step.run?.startsWith(words));
    if (other) {
      await other[1]();
      continue;
    }
    const own = Object.entries(step.env ?? {}).map(([name, value]) => [
      name,
      value.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
        const known = expressions[expression];
        if (known === undefined) throw new Error(`Nobody says what ${expression} is.`);
        return known;
      }),
    ]);
    const { code, said } = await inBash(step.run, { ...environment, ...Object.fromEntries(own) });
    told.said += said;
    if (step.id) told.outcomes[step.id] = code === 0 ? 'success' : 'failure';
    if (code !== 0 && !step['continue-on-error']) {
      told.isDone = false;
      break;
    }
  }
  return told;
}

function inBash(
  line: string,
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; said: string }> {
  const child = spawn('bash', ['-e', '-c', line], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (data) => {
    said += data;
  });
  child.stderr.on('data', (data) => {
    said += data;
  });
  return new Promise((done) => child.on('close', (code) => done({ code, said })));
}
