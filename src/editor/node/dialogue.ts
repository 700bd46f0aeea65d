import { belongsToMonth } from '../../core/model/kinds.ts';
import type { PostDraft } from '../../core/model/post-draft.ts';
import { nextPrompt, ORDER, type Prompt, type PromptContext } from '../prompts.ts';

/** What was said on the command line, and whom to ask for the rest. */
export interface Dialogue {
  /** Answers given as flags. */
  flags: Partial<Record<keyof PostDraft, string | undefined>>;
  /** Whether what would be offered is taken without asking. */
  yes: boolean;
  /** Asks a person one question; absent where nobody is there. */
  ask?: ((question: string) => Promise<string>) | undefined;
  say: (line: string) => void;
}

/**
 * Gets every answer that a new post needs: from the flags, from the person, or from what is
 * offered. A person is asked again until the answer is understood.
 *
 * @throws Error with a sentence when a flag is wrong or an answer cannot be had
 */
export async function draftAnswers(dialogue: Dialogue, context: PromptContext): Promise<PostDraft> {
  const { flags, yes, ask } = dialogue;
  const draft: Partial<Record<keyof PostDraft, unknown>> = {};
  const next = () => nextPrompt(draft as Partial<PostDraft>, context);
  for (let question = next(); question; question = next()) {
    const written = flags[question.name] ?? (yes ? question.offered : undefined);
    if (written !== undefined) draft[question.name] = understood(question, written);
    else if (ask && !yes) draft[question.name] = await asked(question, ask, dialogue.say);
    else throw new Error(stillNeeded(question, dialogue));
  }
  if (flags.month !== undefined && !belongsToMonth(context.program, draft.kind))
    throw new Error(`A post of the kind "${draft.kind}" has no month. Leave --month out.`);
  if (flags.round !== undefined && context.rounds.length === 0)
    throw new Error('This program has no rounds. Leave --round out.');
  return draft as unknown as PostDraft;
}

function understood({ name, read }: Prompt, written: string) {
  const answer = read(written);
  if ('hint' in answer) throw new Error(`--${name}: ${answer.hint}`);
  return answer.value;
}

async function asked(question: Prompt, ask: NonNullable<Dialogue['ask']>, say: Dialogue['say']) {
  const { asks, offered, read } = question;
  for (;;) {
    const written = (await ask(`${asks}${offered ? ` [${offered}]` : ''} `)).trim();
    const answer = read(written || (offered ?? ''));
    if ('value' in answer) return answer.value;
    say(`  ${answer.hint}`);
  }
}

function stillNeeded(question: Prompt, { flags, yes }: Dialogue): string {
  if (yes && question.name === 'id') {
    return 'The suggested folder already exists.\nStill needed: --id, with another name.';
  }
  if (yes) return `Still needed: --${question.name}.`;
  const missing = ORDER.filter((name) => flags[name] === undefined).map((name) => `--${name}`);
  return `Still needed: ${missing.join(', ')}.\nOr give --title and --yes to accept the suggestions for the rest.`;
}
