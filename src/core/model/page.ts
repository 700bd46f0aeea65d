import { z } from 'zod';
import { day, language, lineOfText } from './fields.ts';
import { formerIds, idSchema } from './ids.ts';

/** The front matter of `content/pages/<id>.mdx`: a page that is not a post. */
export const standingPageSchema = z.strictObject({
  title: lineOfText(120).describe('The heading of the page.'),
  summary: lineOfText(300).describe('One or two sentences for search engines.'),
  updated: day.optional().describe('The day of the last real change.'),
  lang: language.optional().describe("Its language, if not the site's."),
  translationOf: idSchema.optional().describe('The id of the page that this one translates.'),
  formerly: formerIds,
});

export interface StandingPage extends z.output<typeof standingPageSchema> {
  id: string;
}
