/** After so many days without a commit GitHub stops a public repository's timed workflows. */
const REST_DAYS = 60;
/** So many days before that, somebody is told. */
const WARNING_DAYS = 12;
const DAY = 86_400_000;

/** The day, in UTC, on which timers may stop unless something changes before. */
export function expiryDay(lastCommit: Date): string {
  return new Date(lastCommit.getTime() + REST_DAYS * DAY).toISOString().slice(0, 10);
}

/** Whether timers stop within twelve days, or have been at risk since. */
export function isNearlyExpired(lastCommit: Date, now: Date): boolean {
  return now.getTime() >= lastCommit.getTime() + (REST_DAYS - WARNING_DAYS) * DAY;
}
