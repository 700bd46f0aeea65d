import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Memory } from '../blog/judge/memory.ts';
import { judgeContent } from '../blog/judge.ts';
import { type KeptResults, keptResults } from '../kept-files.ts';
import { parseMdx } from '../markdown/parse.ts';
import { readContentFolder } from '../tools/content-folder.ts';
import { inPlainWords } from '../tools/problem-report.ts';
import { withSnapshot } from '../tools/saved-snapshot.ts';
import { digestOfPackages } from './cache-seal.ts';
import { codeStamp } from './code-stamp.ts';

/**
 * Judges all content before a build begins, and stops it with every problem at once. Nothing has
 * been written by then, so the last site stays as it was. What an earlier build found no fault with
 * is not judged again, unless something that it was judged by has changed.
 *
 * @param folder the content folder
 */
export function contentCheck(folder: string): AstroIntegration {
  let kept: KeptResults | undefined;
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': async ({ command, config }) => {
        if (command !== 'build') return;
        const packages = digestOfPackages(fileURLToPath(config.root));
        const judges = [process.version, packages, codeStamp('check').name];
        kept = await keptResults('verdicts', JSON.stringify(judges));
        const content = await withSnapshot(await readContentFolder(folder));
        const memory = memoryIn(kept);
        const { problems, posts } = judgeContent(content, parseMdx, undefined, memory);
        const errors = problems.filter(({ severity }) => severity === 'error');
        if (errors.length === 0) return;
        const report = { problems: errors, postCount: posts.length, scheduled: [], mended: [] };
        console.error(`\n${inPlainWords(report)}\nThe site was not built.\n`);
        process.exit(1);
      },
      // Not before: what lies in the cache has been looked through by then.
      'astro:build:done': () => kept?.keep(),
    },
  };
}

/** What a judgement remembers, among the results that are kept between builds. */
export function memoryIn(kept: KeptResults, common = ''): Memory {
  return {
    recall: (key, make) =>
      kept.recall(common + JSON.stringify(key), make, ({ problems }) => problems.length === 0),
    within: (further) => {
      const text = common + JSON.stringify(further);
      return memoryIn(kept, createHash('sha256').update(text).digest('hex'));
    },
  };
}
