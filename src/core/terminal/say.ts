import { printable } from '../text/printable.ts';

/** Writes lines to the terminal; what content says in them steers neither that nor GitHub's runner. */
export function say(text: string): void {
  console.log(printable(text));
}

/** Says what went wrong, in its sentence alone, and lets the command end with 1. */
export function complain(error: unknown): void {
  console.error(printable(error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
}

/** Lets whatever goes wrong anywhere end the command with its sentence, and not with a stack trace. */
export function endWithSentence(): void {
  process.once('uncaughtException', (error) => {
    complain(error);
    process.exit(1);
  });
}
