import { z } from 'zod';
import { lineOfText } from './fields.ts';
import { idSchema } from './ids.ts';

/** One entry of `content/tags.yaml`: a word of the tag vocabulary. */
export const tagSchema = z.strictObject({
  label: lineOfText(50).describe('The words that readers see.'),
  description: lineOfText(200).describe('One line on what belongs under it.'),
  synonyms: z
    .array(lineOfText(50))
    .default([])
    .describe('Other words for it; writers are led to this one.'),
  formerly: z.array(idSchema).default([]).describe('Earlier ids; their addresses lead here.'),
});

export interface Tag extends z.output<typeof tagSchema> {
  id: string;
}

/** `content/tags.yaml`: id → tag. */
export const tagsSchema = z.record(idSchema, tagSchema);
