import { z } from 'zod';
import { lineOfText, webAddress } from './fields.ts';
import { formerIds } from './ids.ts';

/** `content/people/<id>.yaml`: somebody who writes; a team counts as one. */
export function personSchema<Image extends z.ZodType>(image: () => Image) {
  return z.strictObject({
    name: lineOfText(80).describe('The name as it should be printed.'),
    family: lineOfText(80)
      .optional()
      .describe('The part of the name that is the family name, for citations.'),
    team: z.boolean().default(false).describe('true for a group that signs together.'),
    role: lineOfText(80).optional().describe('Their role in the program.'),
    country: lineOfText(60).optional().describe('Where they work.'),
    about: lineOfText(400).optional().describe('Two or three sentences.'),
    portrait: image().optional().describe('A picture in the same folder: ./name.jpg'),
    links: z
      .array(
        z.strictObject({
          label: lineOfText(60).describe('The words that readers see.'),
          url: webAddress.describe('Where it leads.'),
        }),
      )
      .max(20)
      .default([])
      .describe('Where to find them on the web.'),
    github: z
      .string()
      .regex(
        /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/,
        'A GitHub name contains only letters, digits and hyphens.',
      )
      .optional()
      .describe('Their name on GitHub, so that their responses are shown as theirs.'),
    coordinator: z.boolean().default(false).describe('true for those who run the program.'),
    formerly: formerIds,
  });
}

/** A person as the site knows one; `Image` is a picture as the caller's schema read it. */
export interface Person<Image = unknown>
  extends Omit<z.output<ReturnType<typeof personSchema>>, 'portrait'> {
  id: string;
  portrait?: Image | undefined;
}
