import { createHash } from 'node:crypto';
import type { AstroIntegration } from 'astro';
import { type CheckCache, noCache } from '../../check/cache.ts';
import { checkContent } from '../../check/check.ts';
import { decoded, readContentFolder } from '../../check/node/read-folder.ts';
import { inPlainWords } from '../../check/reporters.ts';
import { codeHash } from '../../core/cache/code-hash.ts';
import { keep, prune, recall } from '../../core/cache/store.ts';
import { readProgram } from '../../core/content-files/node/program-file.ts';
import type { Problem } from '../../core/content-files/problem.ts';
import { parseMdx } from '../../core/markdown/satteri.ts';
import type { Program } from '../../core/model/program.ts';
import { complain } from '../../core/terminal/say.ts';
import { runMoment } from '../../environment.ts';
import { withSnapshot } from '../../responses/node/saved-snapshot.ts';
import { keepReading } from './readings.ts';

/** The code that decides how content is judged, and what a stored post looks like. */
export const CONTENT_CODE = [
  ...['src/core', 'src/check', 'src/build', 'src/images', 'src/responses'],
  ...['src/environment.ts', 'src/content.config.ts'],
];

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
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': async ({ command }) => {
        const content = await withSnapshot(await readContentFolder(folder));
        if (command !== 'build') {
          const memory = { ...noCache, onRead: keepReading };
          const { unloadable, posts } = checkContent(content, parseMdx, undefined, memory);
          return end(unloadable, posts.length);
        }
        const code = codeHash(CONTENT_CODE);
        const whole = await decoded(content, rememberedWhole(code));
        const memory = { ...checkCache(code), onRead: keepReading };
        const { problems, posts } = checkContent(whole, parseMdx, undefined, memory);
        end(problems, posts.length);
        prune(VERDICTS);
      },
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

/** Under which name is kept what was found sound. */
const VERDICTS = 'verdicts';

/** Which pictures were read to their end by an earlier build of this code. */
function rememberedWhole(code: string): Parameters<typeof decoded>[1] {
  return (digests, ask) =>
    Promise.all(
      digests.map(async (digest, place) => {
        const key = `${code} pixels of ${digest}`;
        if (recall<boolean>(VERDICTS, key)) return true;
        const isWhole = await ask(place);
        if (isWhole) keep(VERDICTS, key, true);
        return isWhole;
      }),
    );
}

/** What a judgement remembers between builds. @param common what all its keys have in common */
export function checkCache(common: string): CheckCache {
  return {
    recall: (key, make) => {
      const name = common + JSON.stringify(key);
      const known = recall<ReturnType<typeof make>>(VERDICTS, name);
      if (known) return known;
      const made = make();
      if (made.problems.length === 0) keep(VERDICTS, name, made);
      return made;
    },
    within: (further) => {
      const text = common + JSON.stringify(further);
      return checkCache(createHash('sha256').update(text).digest('hex'));
    },
  };
}
