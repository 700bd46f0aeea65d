import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { CheckCache } from '../../check/cache.ts';
import { checkContent } from '../../check/check.ts';
import { decoded, readContentFolder } from '../../check/node/read-folder.ts';
import { inPlainWords } from '../../check/reporters.ts';
import { codeHashPlugin } from '../../core/cache/code-hash-plugin.ts';
import { packagesHash } from '../../core/cache/integrity.ts';
import { type Results, rememberedResults } from '../../core/cache/store.ts';
import { readProgram } from '../../core/content-files/node/program-file.ts';
import type { Problem } from '../../core/content-files/problem.ts';
import { parseMdx } from '../../core/markdown/satteri.ts';
import type { Program } from '../../core/model/program.ts';
import { complain } from '../../core/terminal/say.ts';
import { runMoment } from '../../environment.ts';
import { withSnapshot } from '../../responses/node/saved-snapshot.ts';

/**
 * The program, by which Astro is set up. Where it can't be read, or `BUILD_TIME` is no moment, the
 * command ends here with a sentence, and with every problem of the content if it is that.
 *
 * @param folder the content folder
 */
export async function programOrEnd(folder: string): Promise<Program> {
  try {
    runMoment();
    return await readProgram(folder).catch(async (error: unknown) => {
      const { problems, posts } = checkContent(await readContentFolder(folder), parseMdx);
      end(problems, posts.length);
      throw error;
    });
  } catch (error) {
    complain(error);
    process.exit(1);
  }
}

/**
 * Judges all content before a build begins, and stops it with every problem at once. Nothing has
 * been written by then, so the last site stays as it was. What an earlier build found no fault with
 * is not judged again, unless something that it was judged by has changed. The live preview begins
 * with problems in the content too, unless a file can't even be loaded.
 *
 * @param folder the content folder
 */
export function contentCheck(folder: string): AstroIntegration {
  let kept: Results | undefined;
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': async ({ command, config }) => {
        const content = await withSnapshot(await readContentFolder(folder));
        if (command !== 'build') {
          const { unloadable, posts } = checkContent(content, parseMdx);
          return end(unloadable, posts.length);
        }
        const packages = packagesHash(fileURLToPath(config.root));
        const judges = [process.version, packages, codeHashPlugin('check').name];
        kept = await rememberedResults('verdicts', JSON.stringify(judges));
        const whole = await decoded(content, rememberedIn(kept));
        const { problems, posts } = checkContent(whole, parseMdx, undefined, checkCache(kept));
        end(problems, posts.length);
      },
      // Not before: what lies in the cache has been looked through by then.
      'astro:build:done': () => kept?.keep(),
    },
  };
}

/** Tells the errors among the problems and ends the command; goes on where there are none. */
function end(problems: readonly Problem[], postCount: number) {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const report = { problems: errors, postCount, scheduled: [], mended: [] };
  console.error(`\n${inPlainWords(report)}\nThe site was not built.\n`);
  process.exit(1);
}

/** Which pictures were read to their end, among the results that are kept between builds. */
function rememberedIn(kept: Results): Parameters<typeof decoded>[1] {
  return (digests, ask) =>
    Promise.all(
      digests.map(async (digest, place) => {
        const recall = (verdict: boolean) =>
          kept.recall(`pixels of ${digest}`, () => verdict, Boolean);
        return recall(false) || recall(await ask(place));
      }),
    );
}

/** What a judgement remembers, among the results that are kept between builds. */
export function checkCache(kept: Results, common = ''): CheckCache {
  return {
    recall: (key, make) =>
      kept.recall(common + JSON.stringify(key), make, ({ problems }) => problems.length === 0),
    within: (further) => {
      const text = common + JSON.stringify(further);
      return checkCache(kept, createHash('sha256').update(text).digest('hex'));
    },
  };
}
