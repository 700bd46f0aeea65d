import { momentFrom } from './core/model/build-moment.ts';

// Every input of a build that comes from the environment, each read here alone. They are functions,
// since a command may set one for what it starts.

/** The folder of the program's content: `CONTENT_DIR`, else `content`. */
export function contentFolder(): string {
  return process.env['CONTENT_DIR'] ?? 'content';
}

/** The folder into which the site is built: `OUT_DIR`, else `dist`. */
export function outFolder(): string {
  return process.env['OUT_DIR'] || 'dist';
}

/** The folder that somebody named for what is kept between builds, in `CACHE_DIR`. */
export function namedCacheFolder(): string | undefined {
  return process.env['CACHE_DIR'] || undefined;
}

/** Whether this process, or the one that started it, is `npm run build`: `BUILD_COMMAND`. */
export function isBuilding(): boolean {
  return Boolean(process.env['BUILD_COMMAND']);
}

/** Says that this process is `npm run build`. */
export function beginBuilding(): void {
  process.env['BUILD_COMMAND'] = '1';
}

/** The last site, while `npm run build` makes the next one, if a build of ours made it: `LAST_SITE`. */
export function lastSite(): string | undefined {
  return process.env['LAST_SITE'] || undefined;
}

/** The folder of the snapshot of GitHub Discussions: `RESPONSES_DIR`, else `.responses`. */
export function responsesFolder(): string {
  return process.env['RESPONSES_DIR'] ?? '.responses';
}

/** The folder in which the site lives on its host: `BASE`; nothing where the program's address says it. */
export function namedBase(): string | undefined {
  return process.env['BASE'];
}

/**
 * The moment that counts as now: `BUILD_TIME` (ISO 8601), else the clock's.
 *
 * @throws Error with a sentence when it says something else
 */
export function runMoment(): Date {
  return momentFrom(process.env['BUILD_TIME'], new Date());
}

/** Whether the site is for few eyes, which search engines should leave alone: `PREVIEW`. */
export function isPreview(): boolean {
  return Boolean(process.env['PREVIEW']);
}

/** Whether the site is `npm start`'s, in which readers' answers go to a stand-in: `PRACTICE`. */
export function isPractice(): boolean {
  return Boolean(process.env['PRACTICE']);
}

/** Whether each page gets a picture for where it is shared: unless `SHARE_PICTURES` is `off`. */
export function hasSocialCards(): boolean {
  return process.env['SHARE_PICTURES'] !== 'off';
}

/** Whether `/styleguide/` is built: `STYLEGUIDE`. The live preview always has it. */
export function hasStyleguide(): boolean {
  return Boolean(process.env['STYLEGUIDE']);
}

/** The way that all posts take, to compare the two: `POST_PATH`, `mdx` or nothing. */
export function postPath(): string | undefined {
  return process.env['POST_PATH'];
}
