import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { takeLock } from '../../core/cache/process-lock.ts';
import { isBuilding } from '../../environment.ts';

/**
 * Where Astro builds, and nobody serves. It is in the project, from where packages are found. And it is
 * always the same place, since Astro loads all content anew when its settings change.
 */
export const BUILD_FOLDER = '.astro/site';

/** The lock that Astro's own process holds while it builds. */
export const ASTRO_LOCK = '.astro/astro.lock';

/**
 * Builds only for `npm run build`, which puts the site in its place when it is whole, and ends with it:
 * when that is killed, nobody else would take away what is half built.
 */
export function onlyForBuildCommand(): AstroIntegration {
  return {
    name: 'only-for-build-command',
    hooks: {
      'astro:config:setup': async ({ command, config }) => {
        if (command !== 'build') return;
        if (!isBuilding()) {
          console.error(
            'Run `npm run build`: it keeps the last site until the new one is complete.',
          );
          process.exit(1);
        }
        process.on('disconnect', () => process.exit(1));
        await takeLock(fileURLToPath(new URL(ASTRO_LOCK, config.root)), () => {});
      },
    },
  };
}
