import type { APIRoute, GetStaticPaths } from 'astro';
import { type MailMessage, mailHtml, mailText } from '../../../blog/mail.ts';
import { wordsFor } from '../../../blog/words/words.ts';
import { type Post, posts, site } from '../../../content.ts';
import { mailTree } from '../../../feeds.ts';

type Format = 'html' | 'txt';

export const getStaticPaths = (async () => {
  const discussions = (await posts()).filter(
    (post) => post.kind === 'discussion' && !post.withdrawn,
  );
  return discussions.flatMap((post) =>
    (['html', 'txt'] as const).map((format) => ({
      params: { id: post.id, format },
      props: { post, format },
    })),
  );
}) satisfies GetStaticPaths;

/** A discussion as the message that coordinators send to participants, in HTML and in plain text. */
export const GET: APIRoute<{ post: Post; format: Format }> = async ({
  props: { post, format },
}) => {
  const { program } = site;
  const message: MailMessage = {
    title: post.title,
    language: post.lang,
    sender: program.name,
    siteLanguage: program.language,
    words: wordsFor(post.lang),
    origin: new URL(program.address).origin,
    tree: await mailTree(post),
  };
  const write = { html: mailHtml, txt: mailText }[format];
  const type = { html: 'text/html', txt: 'text/plain' }[format];
  return new Response(write(message), { headers: { 'Content-Type': `${type}; charset=utf-8` } });
};
