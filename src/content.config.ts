import { defineCollection } from 'astro/content/config';
import { z } from 'zod';
import { contentFile, proseFolder, responsesBeside, yamlFolder } from './build/content/loaders.ts';
import { standingPageSchema } from './core/model/page.ts';
import { personSchema } from './core/model/person.ts';
import { postSchema } from './core/model/post.ts';
import { roundSchema } from './core/model/round.ts';
import { tagSchema } from './core/model/tag.ts';
import type { ArchivedResponse } from './responses/response-file.ts';

const question = z.object({ number: z.number(), text: z.string(), line: z.number().optional() });
const path = () => z.string();

/** A picture beside a post, as Astro finds it. */
const beside = (name: string) => (name.startsWith('.') ? name : `./${name}`);

/** What Astro loads of the content folder, and how. */
export const collections = {
  posts: defineCollection({
    loader: proseFolder('posts', '*/index.mdx', postSchema(path), ({ fields, questions }) => ({
      fields: {
        ...fields,
        cover: fields.cover && { ...fields.cover, image: beside(fields.cover.image) },
      },
      questions,
    })),
    // The loader judges; these say what there is.
    schema: ({ image }) => z.object({ fields: postSchema(image), questions: z.array(question) }),
  }),
  pages: defineCollection({
    loader: proseFolder('pages', '*.mdx', standingPageSchema, ({ fields }) => fields),
    schema: standingPageSchema,
  }),
  responses: defineCollection({
    loader: responsesBeside('posts'),
    schema: z.object({
      responses: z.array(z.custom<ArchivedResponse>()),
      lines: z.array(z.number()),
    }),
  }),
  people: defineCollection({
    loader: yamlFolder('people'),
    schema: ({ image }) => personSchema(image),
  }),
  rounds: defineCollection({
    loader: contentFile('rounds.yaml'),
    schema: z.object({ fields: roundSchema, order: z.number() }),
  }),
  tags: defineCollection({
    loader: contentFile('tags.yaml'),
    schema: z.object({ fields: tagSchema, order: z.number() }),
  }),
};
