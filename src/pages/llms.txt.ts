import type { APIRoute } from 'astro';
import { posts, site, standingPages } from '../content.ts';
import { kindWords } from '../core/i18n/kind-words.ts';
import { kindIds } from '../core/model/kinds.ts';
import { llmsFile } from '../metadata/llms-txt.ts';

/** The archive as Markdown links. */
export const GET: APIRoute = async () => {
  const { program, urls, words } = site;
  const shown = (await posts()).filter((post) => !post.withdrawn);
  const groups = kindIds(program).map((kind) => ({
    title: kindWords(program, kind, program.language).many,
    links: shown
      .filter((post) => post.kind === kind)
      .map(({ id, title, date, summary }) => ({
        title,
        address: urls.absolute(urls.postMarkdown(id)),
        says: `${date}. ${summary}`,
      })),
  }));
  const pages = (await standingPages()).map(({ id, title, summary }) => ({
    title,
    address: urls.absolute(urls.page(id)),
    says: summary,
  }));
  return new Response(llmsFile(site, [...groups, { title: words.footer, links: pages }]), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};
