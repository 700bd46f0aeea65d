import { z } from 'zod';
import { lineOfText } from './fields.ts';
import { formerIds, idSchema } from './ids.ts';

/** One entry of `content/tags.yaml`: a word of the tag vocabulary. */
export const tagSchema = z.strictObject({
  label: lineOfText(50).describe('The words that readers see.'),
  description: lineOfText(200).describe('One line on what belongs under this tag.'),
  synonyms: z
    .array(lineOfText(50))
    .max(50)
    .default([])
    .describe('Other words for it. Writers who use one are pointed to this tag.'),
  formerly: formerIds,
});

export interface Tag extends z.output<typeof tagSchema> {
  id: string;
}

/** Each has its pages and its feed. */
const MOST_TAGS = 2000;

/** `content/tags.yaml`: id → tag. */
export const tagsSchema = z
  .record(idSchema, tagSchema)
  .refine((tags) => Object.keys(tags).length <= MOST_TAGS, 'There are more than 2,000 tags.')
  .describe('Remove those that no post has.');
