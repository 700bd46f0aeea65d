import { defineCollection } from 'astro/content/config';
import { z } from 'zod';
import {
  contentFile,
  type LoadedText,
  proseFolder,
  responsesBeside,
  yamlFolder,
} from './build/content/loaders.ts';
import { standingPageSchema } from './core/model/page.ts';
import { personSchema } from './core/model/person.ts';
import { type PostFields, postSchema } from './core/model/post.ts';
import { roundSchema } from './core/model/round.ts';
import { tagSchema } from './core/model/tag.ts';
import type { ArchivedResponse } from './responses/response-file.ts';

const question = z.object({ number: z.number(), text: z.string(), line: z.number().optional() });

/** What is loaded of a text. */
const text = {
  questions: z.array(question),
  anchors: z.array(z.string()),
  prose: z.string(),
  addressed: z.string(),
} satisfies Record<keyof LoadedText, z.ZodType>;

/** A post's fields with the address of its cover as Astro finds it. */
function withCover(given: unknown): PostFields {
  const fields = given as PostFields;
  const { cover } = fields;
  if (!cover) return fields;
  const image = cover.image.startsWith('.') ? cover.image : `./${cover.image}`;
  return { ...fields, cover: { ...cover, image } };
}

/** What Astro loads of the content folder, and how. */
export const collections = {
  posts: defineCollection({
    loader: proseFolder('posts', '*/index.mdx', withCover),
    // The loader judges; these say what there is.
    schema: ({ image }) => z.object({ fields: postSchema(image), ...text }),
  }),
  pages: defineCollection({
    loader: proseFolder('pages', '*.mdx'),
    schema: z.object({ fields: standingPageSchema, ...text }),
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
