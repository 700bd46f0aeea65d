import { SETUP_PROMPTS, type SetupAnswers, type Surroundings } from './prompts.ts';

/** What was said on the command line, and whom to ask for the rest. */
export interface SetupDialogue {
  /** Answers given as options, by their names. */
  flags: Readonly<Partial<Record<string, string>>>;
  /** Whether what would be offered is taken without asking. */
  yes: boolean;
  /** Asks a person one question; absent where nobody is there. */
  ask?: ((question: string) => Promise<string>) | undefined;
  say: (line: string) => void;
}

/**
 * Every answer that a fresh blog needs: from the options, from the person, or from what is offered.
 * A person is asked again until the answer is understood.
 *
 * @throws Error with a sentence for each option that is wrong, or that is missing where nobody can be asked
 */
export async function setupAnswers(
  dialogue: SetupDialogue,
  around: Surroundings,
): Promise<SetupAnswers> {
  const given: Partial<Record<keyof SetupAnswers, string | boolean>> = givenAnswers(dialogue.flags);
  const missing: string[] = [];
  for (const { answer, flag, asks, offered, read } of SETUP_PROMPTS) {
    if (given[answer] !== undefined) continue;
    const offer = offered(given as Partial<SetupAnswers>, around);
    if (dialogue.ask && !dialogue.yes) {
      given[answer] = await asked(`${asks}${offer ? ` [${offer}]` : ''} `, offer, read, dialogue);
      continue;
    }
    const taken = dialogue.yes && offer !== undefined ? read(offer) : undefined;
    if (taken && 'value' in taken) given[answer] = taken.value;
    else missing.push(`--${flag}`);
  }
  if (missing.length > 0)
    throw new Error(
      `Still needed: ${missing.join(', ')}.${dialogue.yes ? '' : '\nOr give --yes, and what would be offered is taken for the rest.'}`,
    );
  return given as unknown as SetupAnswers;
}

/**
 * The answers that options give.
 *
 * @throws Error with a sentence for each that is wrong
 */
export function givenAnswers(flags: SetupDialogue['flags']): Partial<SetupAnswers> {
  const given: Partial<Record<keyof SetupAnswers, string | boolean>> = {};
  const wrong: string[] = [];
  for (const { answer, flag, read } of SETUP_PROMPTS) {
    const written = flags[flag];
    if (written === undefined) continue;
    const understood = read(written);
    if ('hint' in understood) wrong.push(`--${flag}: ${understood.hint}`);
    else given[answer] = understood.value;
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return given as Partial<SetupAnswers>;
}

async function asked(
  question: string,
  offer: string | undefined,
  read: (typeof SETUP_PROMPTS)[number]['read'],
  { ask, say }: SetupDialogue,
): Promise<string | boolean> {
  for (;;) {
    const written = ((await ask?.(question)) ?? '').trim();
    const answer = read(written || (offer ?? ''));
    if ('value' in answer) return answer.value;
    say(`  ${answer.hint}`);
  }
}
