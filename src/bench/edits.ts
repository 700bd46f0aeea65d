import { join } from 'node:path';
import { type BenchBlog, benchPost } from './blog.ts';
import { add, edit } from './project.ts';

/** One kind of edit that a blog sees; `round` counts from 0, so that each time another post is it. */
export interface BenchEdit {
  name: string;
  make: (project: string, blog: BenchBlog, round: number) => Promise<void>;
}

/** The edits after which a build is measured, in their order. */
export const benchEdits: readonly BenchEdit[] = [
  {
    name: "a post's text",
    make: (project, blog, round) =>
      add(fileOf(project, blog, round, 'index.mdx'), '\nOne sentence more.\n'),
  },
  {
    name: "a post's title",
    make: (project, blog, round) =>
      edit(fileOf(project, blog, round, 'index.mdx'), (text) =>
        text.replace(/^title: /m, '$&Again '),
      ),
  },
  {
    name: "a tag's label",
    make: (project, _blog, round) =>
      edit(join(project, 'content/tags.yaml'), (text) =>
        text.replace(`tag-${round + 1}: { label: `, '$&Again '),
      ),
  },
  {
    name: 'a component',
    make: (project) => add(join(project, 'src/components/Footer.astro'), '<hr hidden>\n'),
  },
  {
    name: 'a response',
    make: (project, blog, round) =>
      add(
        fileOf(project, blog, round, 'responses.yaml'),
        `- { id: mail-${round + 900}, source: email, author: { name: A reader }, date: 2019-12-31, text: One answer more. }\n`,
      ),
  },
];

/** A file of a post from the middle of the blog. */
function fileOf(project: string, blog: BenchBlog, round: number, name: string): string {
  const index = Math.floor(blog.posts / 2) + round;
  return join(project, 'content/posts', benchPost(index, blog).id, name);
}
