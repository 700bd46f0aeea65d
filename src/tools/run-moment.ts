/**
 * The moment that counts as now: `BUILD_TIME` (ISO 8601), else the clock's.
 *
 * @throws Error with a sentence when it says something else
 */
export function runMoment(): Date {
  const written = process.env['BUILD_TIME'];
  if (!written) return new Date();
  const moment = new Date(written);
  if (!Number.isNaN(moment.getTime())) return moment;
  throw new Error(`BUILD_TIME says "${written}". Write a moment like 2013-06-10T10:00:00Z.`);
}
