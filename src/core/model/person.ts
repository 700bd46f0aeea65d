import { z } from 'zod';
import { lineOfText, webAddress } from './fields.ts';
import { orcid, ror } from './identifiers.ts';
import { formerIds } from './ids.ts';

/** `content/people/<id>.yaml`: somebody who writes; a team counts as one. */
export function personSchema<Image extends z.ZodType>(image: () => Image) {
  return z
    .strictObject({
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
      orcid: orcid.optional().describe('Their ORCID iD, like 0000-0002-1825-0097.'),
      ror: ror
        .optional()
        .describe(
          'The ROR of a team that is an organisation, like 03yrm5c26. It needs team: true.',
        ),
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
    })
    .superRefine((person, context) => {
      const refuse = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message });
      if (person.team && person.orcid) {
        refuse('orcid', 'An ORCID iD belongs to one person, and this is a team. Delete the line.');
      }
      if (!person.team && person.ror) {
        refuse('ror', 'A ROR belongs to an organisation. Add team: true, or delete the line.');
      }
    });
}

/** A person as the site knows one; `Image` is a picture as the caller's schema read it. */
export interface Person<Image = unknown>
  extends Omit<z.output<ReturnType<typeof personSchema>>, 'portrait'> {
  id: string;
  portrait?: Image | undefined;
}
