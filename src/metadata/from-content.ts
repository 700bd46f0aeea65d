import { type Post, site } from '../content.ts';
import { kindWords } from '../core/i18n/kind-words.ts';
import { LICENCES } from '../core/model/licences.ts';
import { coverOf } from '../standalone/from-content.ts';
import type { DataNode } from './structured-data.ts';
import { pageNode } from './structured-page.ts';
import { type DataImage, postNode } from './structured-post.ts';

const { program, urls } = site;

/** What machines are told of a post; of a withdrawn one only that it is a page. */
export async function structuredDataOf(post: Post): Promise<DataNode> {
  const { id, title, summary, lang, round, authors, tags, conversation } = post;
  const [published, modified] = [post.published.toISOString(), post.modified.toISOString()];
  if (post.withdrawn) {
    return pageNode(site, { path: urls.post(id), title, description: summary, lang, modified });
  }
  const { licence = program.licence, translationOf, doi } = post.fields;
  return postNode(site, {
    ...{ id, title, summary, lang, published, modified, round, authors, tags, conversation },
    translationOf,
    doi,
    section: kindWords(program, post.kind, program.language).many,
    licence: LICENCES[licence].url,
    permanent: post.shortAddress,
    pictures: [...(await coverData(post)), ...(site.hasSocialCards ? [socialCardImage(post)] : [])],
  });
}

async function coverData(post: Post): Promise<DataImage[]> {
  const picture = await coverOf(post);
  const { cover } = post.fields;
  if (!picture || !cover) return [];
  const { address, width, height, alt } = picture;
  const { caption, credit, source, licence = program.licence } = cover;
  return [{ address, width, height, alt, caption, credit, source, licence: LICENCES[licence].url }];
}

function socialCardImage({ id, title }: Post): DataImage {
  const address = urls.absolute(urls.socialCard(urls.post(id)));
  return {
    ...{ address, width: 1200, height: 630, alt: title },
    licence: LICENCES[program.licence].url,
  };
}
