import { z } from 'zod';
import { day, lineOfText } from './fields.ts';
import { formerIds, idSchema } from './ids.ts';

const count = z
  .number({ error: 'This must be a number.' })
  .int('This must be a whole number.')
  .nonnegative('This must be 0 or more.');

/** One entry of `content/rounds.yaml`: a round of the program. */
export const roundSchema = z
  .strictObject({
    label: lineOfText(60).describe('Its name: Pilot Program, Round 1.'),
    summary: lineOfText(300).optional().describe('One or two sentences on the round.'),
    starts: day.optional().describe('Its first day.'),
    ends: day.optional().describe('Its last day.'),
    applicationsOpen: day.optional().describe('The first day for applications.'),
    applicationsClose: day
      .optional()
      .describe("The last day for applications, until midnight in the program's zone."),
    matchingDay: day.optional().describe('The day when partners are introduced to each other.'),
    participants: count.optional().describe('How many took part.'),
    countries: count.optional().describe('How many countries they came from.'),
    asOf: day.optional().describe('The day on which these numbers were true.'),
    formerly: formerIds,
  })
  .refine((round) => !round.starts || !round.ends || round.starts <= round.ends, {
    path: ['ends'],
    error: 'The round ends before it starts.',
  });

export interface Round extends z.output<typeof roundSchema> {
  id: string;
}

/** Two rounds a year for a century and more. */
const MOST_ROUNDS = 500;

/** `content/rounds.yaml`: id → round, in the order in which they took place. */
export const roundsSchema = z
  .record(idSchema, roundSchema)
  .refine(
    (rounds) => Object.keys(rounds).length <= MOST_ROUNDS,
    `There are more than ${MOST_ROUNDS} rounds.`,
  )
  .describe('Remove those that have no post.');
