import type { AstroIntegration } from 'astro';
import { judgeContent } from '../blog/judge.ts';
import { parseMdx } from '../markdown/parse.ts';
import { readContentFolder } from '../tools/content-folder.ts';
import { inPlainWords } from '../tools/problem-report.ts';

/**
 * Judges all content before a build begins, and stops it with every problem at once. Nothing has
 * been written by then, so the last site stays as it was.
 *
 * @param folder the content folder
 */
export function contentCheck(folder: string): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': async ({ command }) => {
        if (command !== 'build') return;
        const { problems, posts } = judgeContent(await readContentFolder(folder), parseMdx);
        const errors = problems.filter(({ severity }) => severity === 'error');
        if (errors.length === 0) return;
        const report = { problems: errors, postCount: posts.length, scheduled: [], mended: [] };
        console.error(`\n${inPlainWords(report)}\nThe site was not built.\n`);
        process.exit(1);
      },
    },
  };
}
