import { type ParseArgsConfig, parseArgs } from 'node:util';
import { complain, endWithSentence } from '../core/terminal/say.ts';

/**
 * The options and words that a command was called with. `--help` is answered with the help, and an
 * option that there is not with a sentence and the help; both end the command.
 *
 * @param config the options, `help` not among them
 * @param help what `--help` says
 */
export function commandLine<const Config extends ParseArgsConfig>(
  config: Config,
  help: string,
): ReturnType<typeof parseArgs<Config>> {
  endWithSentence();
  if (process.argv.includes('--help')) {
    console.log(help);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    const [what] = (error as Error).message.split('. ');
    complain(`${what?.replace(/\.$/, '')}. Nothing was done.\n\n${help}`);
    process.exit(1);
  }
}
