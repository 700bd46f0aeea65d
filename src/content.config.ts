import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { personSchema } from './blog/person.ts';
import { postSchema } from './blog/post.ts';
import { roundSchema } from './blog/round.ts';
import { standingPageSchema } from './blog/standing-page.ts';
import { tagSchema } from './blog/tag.ts';
import {
  contentFile,
  contentFolder,
  contentRoot,
  postFolder,
} from './integrations/content-files.ts';

const question = z.object({ number: z.number(), text: z.string(), line: z.number().optional() });

export const collections = {
  posts: defineCollection({
    loader: postFolder(`${contentRoot}/posts`),
    schema: ({ image }) => z.object({ fields: postSchema(image), questions: z.array(question) }),
  }),
  pages: defineCollection({
    loader: contentFolder(`${contentRoot}/pages`, '*.mdx'),
    schema: standingPageSchema,
  }),
  people: defineCollection({
    loader: contentFolder(`${contentRoot}/people`, '*.yaml'),
    schema: ({ image }) => personSchema(image),
  }),
  rounds: defineCollection({
    loader: contentFile(`${contentRoot}/rounds.yaml`),
    schema: z.object({ fields: roundSchema, order: z.number() }),
  }),
  tags: defineCollection({
    loader: contentFile(`${contentRoot}/tags.yaml`),
    schema: z.object({ fields: tagSchema, order: z.number() }),
  }),
};
