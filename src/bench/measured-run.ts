import { execFile, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** What a command took, with every process that it started. */
export interface Measurement {
  /** Seconds from its start to its end. */
  wall: number;
  /** Seconds that processors worked, for the program and the system; where the system tells. */
  cpu: number | undefined;
  /** The most memory that all its processes held at one time, in MB, looked at ten times a second. */
  memory: number | undefined;
}

/**
 * Runs a command and measures it with the whole tree of its processes, by means that every Unix
 * has: the shell's `times`, and `/proc` or `ps`.
 *
 * @throws with the command's own words if it fails
 */
export async function measuredRun(
  command: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Measurement & { said: string }> {
  const hasShell = process.platform !== 'win32';
  const [program = '', ...words] = hasShell ? ['/bin/sh', '-c', TIMED, 'sh', ...command] : command;
  const started = performance.now();
  const child = spawn(program, words, { ...options, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  const streams = child.stdio.slice(1).map(() => '');
  for (const [index, stream] of child.stdio.slice(1).entries())
    stream?.on('data', (data: Buffer) => {
      streams[index] += data.toString();
    });
  let memory: number | undefined;
  let isWatched = true;
  const watch = async () => {
    while (isWatched) {
      const held = await memoryOf(child.pid ?? 0).catch(() => undefined);
      if (held !== undefined) memory = Math.max(memory ?? 0, held);
      await new Promise((done) => setTimeout(done, 100));
    }
  };
  const watching = watch();
  const code = await new Promise((done) => child.on('close', done));
  const wall = (performance.now() - started) / 1000;
  isWatched = false;
  await watching;
  const [out = '', errors = '', times = ''] = streams;
  if (code !== 0) throw new Error(`${command.join(' ')} failed:\n${out}${errors}`);
  return { wall, cpu: secondsOf(times), memory, said: out + errors };
}

/** Runs its arguments, then writes what they and all their descendants took. */
const TIMED = '"$@" 3>&-; code=$?; times >&3; exit $code';

/** The second line of `times` (POSIX): `1m2.34s 0m5.67s`, user and system, of the children. */
function secondsOf(times: string): number | undefined {
  const parts = [...(times.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  if (parts.length !== 2) return undefined;
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

interface ProcessRow {
  pid: number;
  parent: number;
  /** MB. */
  memory: number;
}

async function memoryOf(root: number): Promise<number> {
  const rows = process.platform === 'linux' ? await rowsOfProc() : await rowsOfPs();
  const tree = new Set([root]);
  // A child can stand before its parent in the list, so the list is gone through until no more come.
  for (let size = 0; size < tree.size; ) {
    size = tree.size;
    for (const row of rows) if (tree.has(row.parent)) tree.add(row.pid);
  }
  return rows.filter(({ pid }) => tree.has(pid)).reduce((sum, { memory }) => sum + memory, 0);
}

async function rowsOfProc(): Promise<ProcessRow[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const rows = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
      // The name of the program stands in brackets and may hold anything.
      const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
      return {
        pid: Number(pid),
        parent: Number(fields[1]),
        memory: (Number(fields[21]) * 4096) / 2 ** 20,
      };
    }),
  );
  return rows.filter(({ memory }) => memory > 0);
}

async function rowsOfPs(): Promise<ProcessRow[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,ppid=,rss=']);
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = 0, parent = 0, kilobytes = 0] = line.trim().split(/\s+/).map(Number);
      return { pid, parent, memory: kilobytes / 1024 };
    });
}
