import { z } from 'zod';
import { day, lineOfText } from './fields.ts';
import { idSchema } from './ids.ts';

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
    matchingDay: day.optional().describe('The day when partners hear of each other.'),
    participants: count.optional().describe('How many took part.'),
    countries: count.optional().describe('From how many countries.'),
    asOf: day.optional().describe('The day of which the figures are.'),
    formerly: z.array(idSchema).default([]).describe('Earlier ids; their addresses lead here.'),
  })
  .refine((round) => !round.starts || !round.ends || round.starts <= round.ends, {
    path: ['ends'],
    error: 'The round ends before it starts.',
  });

export interface Round extends z.output<typeof roundSchema> {
  id: string;
}

/** `content/rounds.yaml`: id → round, in the order in which they took place. */
export const roundsSchema = z.record(idSchema, roundSchema);
