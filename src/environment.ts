import { buildMoment } from './core/model/build-moment.ts';

/**
 * The moment that counts as now: `BUILD_TIME` (ISO 8601), else the clock's.
 *
 * @throws Error with a sentence when it says something else
 */
export function runMoment(): Date {
  return buildMoment(process.env['BUILD_TIME'], new Date());
}
