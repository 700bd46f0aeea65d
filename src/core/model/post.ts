import { z } from 'zod';
import { momentOf } from './dates.ts';
import { date, language, lineOfText, month, webAddress } from './fields.ts';
import { doi } from './identifiers.ts';
import { MOST_FORMER, postIdSchema } from './ids.ts';
import { licence } from './licences.ts';

const optionalLine = (most: number) => lineOfText(most).optional();

function coverSchema<Image extends z.ZodType>(image: () => Image) {
  return z
    .strictObject({
      image: image().describe("A picture in the post's folder: ./cover.jpg"),
      alt: lineOfText(300).describe('What the picture shows, for people who cannot see it.'),
      caption: optionalLine(300).describe('The words below the picture.'),
      credit: optionalLine(150).describe(
        'Who made the picture. Leave this and the licence out if it is ours.',
      ),
      licence: licence.optional().describe("The picture's licence."),
      source: webAddress.optional().describe('The web page where you found the picture.'),
    })
    .refine((cover) => (cover.credit === undefined) === (cover.licence === undefined), {
      error:
        'A credit needs a licence, and a licence needs a credit. Leave both out if the picture is ours.',
    });
}

/**
 * The front matter of `content/posts/<id>/index.mdx`.
 *
 * @param image the schema of a picture's path: Astro's `image()` in the build, a string in the tools
 */
export function postSchema<Image extends z.ZodType>(image: () => Image) {
  return z
    .strictObject({
      title: lineOfText(300).describe('The title. You may use it again in a later post.'),
      kind: lineOfText(80).describe(
        'discussion, update, or story (a guest post by a participant or country coordinator), or a kind that program.yaml names.',
      ),
      month: month
        .optional()
        .describe('For discussions only: the month it belongs to, like 2013-08.'),
      round: optionalLine(80).describe(
        'The id of a round in rounds.yaml, if the program runs in rounds.',
      ),
      date: date.describe(
        "The day when it is published, at 09:00 in the program's time zone. A day in the future schedules it.",
      ),
      summary: lineOfText(300).describe(
        'One or two sentences, shown in lists, feeds and searches.',
      ),
      tags: z
        .array(lineOfText(80))
        .max(100)
        .default([])
        .describe('Ids from tags.yaml. There may be none.'),
      authors: z
        .array(lineOfText(80))
        .max(50)
        .min(1, 'Name at least one author, an id from people/.')
        .describe('Who wrote it: ids from people/.'),
      cover: coverSchema(image).optional().describe('The picture at the top.'),
      follows: postIdSchema
        .optional()
        .describe('The id of the discussion that this post follows up.'),
      formerly: z
        .array(postIdSchema)
        .max(MOST_FORMER)
        .default([])
        .describe('Earlier ids, oldest first. Their addresses redirect here.'),
      updated: date.optional().describe('The day of a real change. Readers see it.'),
      correction: optionalLine(500).describe('What was corrected, in a sentence. Needs `updated`.'),
      responses: z
        .enum(['open', 'closed'], 'Responses are open or closed.')
        .default('open')
        .describe('open or closed.'),
      responsesClosed: date.optional().describe('The day when responses were closed.'),
      lang: language.optional().describe("The post's language, if it is not the site's."),
      translationOf: postIdSchema
        .optional()
        .describe('The id of the post that this one translates.'),
      guid: lineOfText(500)
        .optional()
        .describe('The feed id of an imported post. Never change it.'),
      doi: doi
        .optional()
        .describe('The DOI of the post, if one was registered. Citations and feeds name it.'),
      licence: licence.optional().describe("The licence of the text, if it is not the program's."),
      withdrawn: optionalLine(500).describe(
        'Why the post was withdrawn. Its address stays and says so. Put the day in `updated`.',
      ),
      draft: z.boolean().default(false).describe('true while the post should not be published.'),
    })
    .superRefine((post, context) => {
      const refuse = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message });
      if (post.correction && !post.updated) {
        refuse('correction', 'A correction needs a day, like updated: 2013-08-10.');
      }
      if (post.updated && Date.parse(post.updated) < Date.parse(post.date.slice(0, 10))) {
        refuse('updated', 'The update is dated before the post itself.');
      }
    });
}

export type PostFields<Image = string> = Omit<z.output<ReturnType<typeof postSchema>>, 'cover'> & {
  cover?: Cover<Image> | undefined;
};

export type Cover<Image = string> = Omit<z.output<ReturnType<typeof coverSchema>>, 'image'> & {
  image: Image;
};

/**
 * When a post was published, and when it last really changed: what feeds, the sitemap and
 * structured data all say. A withdrawal is a change whose day nobody has to tell: one second after
 * the last that is told, so that whoever compares dates takes it for newer.
 *
 * @param timeZone the program's zone, in which a day begins
 */
export function postDates(
  post: { date: string; updated?: string | undefined; withdrawn?: string | undefined },
  timeZone: string,
): { published: Date; modified: Date } {
  const published = momentOf(post.date, timeZone);
  const edited = post.updated ? momentOf(post.updated, timeZone) : published;
  const last = edited > published ? edited : published;
  return { published, modified: post.withdrawn ? new Date(last.getTime() + 1000) : last };
}
