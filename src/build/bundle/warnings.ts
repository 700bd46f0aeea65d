/**
 * Passes on what the bundler says, but for its warnings of Astro's own directives (`use astro:…`) in
 * compiled posts, one for each.
 */
export function withoutDirectives<Level, Log extends { code?: string }>(
  level: Level,
  log: Log,
  report: (level: Level, log: Log) => void,
): void {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
}
