import { parse } from 'yaml';
import { z } from 'zod';
import { type Problem, problem } from '../../core/content-files/problem.ts';
import type { Program } from '../../core/model/program.ts';
import { fieldPlace } from '../document.ts';

/** What leads readers, mails and feeds to one program and no other. */
const identity = z.object({
  name: z.string(),
  address: z.string(),
  repository: z.string().optional(),
  replyTo: z.string().optional(),
  contact: z.string().optional(),
  subscribeByMail: z.string().optional(),
  feedAuthority: z.object({ domain: z.string() }),
});

type Identity = z.output<typeof identity>;

/** What a text of `program.yaml` says of this, as far as it can be read. */
function identityIn(text: string): Identity | undefined {
  try {
    return identity.safeParse(parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * What is left in `program.yaml` of a program that is kept as an example.
 *
 * @param examples the texts of the examples' `program.yaml`
 * @param source the text of the program's own
 */
export function exampleProblems(
  program: Program,
  examples: readonly string[],
  file: string,
  source: string,
): Problem[] {
  const fields = ['address', 'repository', 'replyTo', 'contact', 'subscribeByMail'] as const;
  for (const other of examples.flatMap((text) => identityIn(text) ?? [])) {
    const left = (field: string, value: string) =>
      problem('of-example', fieldPlace({ file, source }, field), {
        ...{ field, value, program: other.name },
      });
    const told = fields.flatMap((field) => {
      const value = program[field];
      return value !== undefined && value === other[field] ? [left(field, value)] : [];
    });
    const { domain } = program.feedAuthority;
    if (domain === other.feedAuthority.domain) told.push(left('feedAuthority', domain));
    if (told.length > 0) return told;
  }
  return [];
}

/**
 * Whether what is published is the example, and no blog of this program's: then nothing of it can be
 * lost. The example lies whole among the examples, and the program has another name, address and
 * feed authority.
 *
 * @param before the text of the published `program.yaml`
 * @param now the text of today's
 * @param examples the texts of the examples' `program.yaml`
 */
export function isExample(before: string, now: string, examples: readonly string[]): boolean {
  const [former, own] = [before, now].map(identityIn);
  return (
    former !== undefined &&
    own !== undefined &&
    examples.includes(before) &&
    former.name !== own.name &&
    former.address !== own.address &&
    former.feedAuthority.domain !== own.feedAuthority.domain
  );
}
