import { defineCollection } from 'astro:content';
import { readFile } from 'node:fs/promises';
import { glob, type Loader } from 'astro/loaders';
import { parse } from 'yaml';
import { personSchema } from './blog/person.ts';
import { postSchema } from './blog/post.ts';
import { roundSchema } from './blog/round.ts';
import { standingPageSchema } from './blog/standing-page.ts';
import { tagSchema } from './blog/tag.ts';

function folder(base: string, pattern: string): Loader {
  const inner = glob({
    base,
    pattern,
    generateId: ({ entry }) => entry.replace(/(\/index)?\.\w+$/, ''),
  });
  return {
    ...inner,
    name: `front-matter:${base}`,
    load: (context) =>
      inner.load({
        ...context,
        parseData: async (props) => {
          const text = await readFile(props.filePath ?? '', 'utf8');
          const data = parse(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? text);
          return context.parseData({ ...props, data });
        },
      }),
  };
}

function entries(file: string): Loader {
  return {
    name: `entries:${file}`,
    load: async ({ store, parseData }) => {
      const all = parse(await readFile(file, 'utf8')) as Record<string, Record<string, unknown>>;
      store.clear();
      for (const [id, data] of Object.entries(all))
        store.set({ id, data: await parseData({ id, data }) });
    },
  };
}

export const collections = {
  posts: defineCollection({
    loader: folder('./content/posts', '*/index.mdx'),
    schema: ({ image }) => postSchema(image),
  }),
  pages: defineCollection({
    loader: folder('./content/pages', '*.mdx'),
    schema: standingPageSchema,
  }),
  people: defineCollection({
    loader: folder('./content/people', '*.yaml'),
    schema: ({ image }) => personSchema(image),
  }),
  rounds: defineCollection({ loader: entries('./content/rounds.yaml'), schema: roundSchema }),
  tags: defineCollection({ loader: entries('./content/tags.yaml'), schema: tagSchema }),
};
