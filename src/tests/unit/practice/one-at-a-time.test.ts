import { expect, test } from 'vitest';
import { oneAtATime } from '../../../practice/one-at-a-time.ts';

/** Work that ends when it is told to. */
function heldWork() {
  const runs: { end: () => void; fail: (why: Error) => void }[] = [];
  const work = () => new Promise<void>((end, fail) => void runs.push({ end, fail }));
  return { runs, ask: oneAtATime(work) };
}

test('who asks during a run gets the next one, together with all others', async () => {
  const { runs, ask } = heldWork();
  const first = ask();
  const [second, third] = [ask(), ask()];
  expect(runs).toHaveLength(1);
  let isNextOver = false;
  void second.then(() => {
    isNextOver = true;
  });
  runs[0]?.end();
  await first;
  await Promise.resolve();
  expect(isNextOver).toBe(false);
  expect(runs).toHaveLength(2);
  runs[1]?.end();
  await Promise.all([second, third]);
  expect(runs).toHaveLength(2);
});

test('a run that fails is told to those who waited for it, and the next one is tried', async () => {
  const { runs, ask } = heldWork();
  const first = ask();
  const second = ask();
  runs[0]?.fail(new Error('No.'));
  await expect(first).rejects.toThrow('No.');
  runs[1]?.end();
  await second;
  void ask();
  expect(runs).toHaveLength(3);
});
