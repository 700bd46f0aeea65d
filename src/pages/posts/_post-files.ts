import { type CitedConversation, citationSheet } from '../../citations/csl.ts';
import { citationOf } from '../../citations/from-content.ts';
import { type Post, posts, site } from '../../content.ts';
import { withoutForeignMarks } from '../../core/i18n/foreign-words.ts';
import { wordsFor } from '../../core/i18n/words.ts';
import { asksQuestions } from '../../core/model/kinds.ts';
import { LICENCES } from '../../core/model/licences.ts';
import { type Destination, redirectPage } from '../../core/site/redirect-page.ts';
import type { PublishedSource } from '../../editor/published-source.ts';
import { responsesFeed } from '../../feeds/from-content.ts';
import { imageFileName } from '../../images/image-metadata.ts';
import { nameInFull } from '../../responses/account-name.ts';
import { publishedIn } from '../../responses/response.ts';
import { type MailMessage, mailHtml, mailText } from '../../standalone/email.ts';
import { imagesOf, markdownText, treeOf } from '../../standalone/from-content.ts';
import { postMarkdown } from '../../standalone/markdown.ts';

const { program, urls } = site;

/** A file that stands beside the page of a post. */
export interface PostFile {
  /** Root-relative. */
  address: string;
  /** Its media type, without the character set, which is UTF-8. */
  type: string;
  text: () => string | Promise<string>;
}

/**
 * The files beside a post's page: the feed of its responses (at former ids too, since subscribers
 * follow no page that leads on), its plain Markdown, its source for the editor, its
 * citation for reference managers, and a discussion's message for participants.
 */
export function postFiles(post: Post): PostFile[] {
  const ids = [post.id, ...post.fields.formerly];
  const feeds = ids.map((id) => ({
    address: urls.responsesFeedOf(id),
    type: 'application/xml',
    text: () => responsesFeed(post),
  }));
  if (post.withdrawn) return feeds;
  return [
    ...feeds,
    {
      address: urls.postMarkdown(post.id),
      type: 'text/markdown',
      text: () => markdown(post),
    },
    {
      address: urls.postSource(post.id),
      type: 'application/json',
      text: async () => JSON.stringify(await sourceOf(post)),
    },
    ...citations(post),
    ...(asksQuestions(site.program, post.kind) ? mails(post) : []),
  ];
}

/** The short address of every post, and where it leads. */
export async function shortAddresses(): Promise<(Destination & { from: string })[]> {
  return (await posts()).map(({ shortAddress, title, id }) => ({
    from: new URL(shortAddress).pathname,
    title,
    href: urls.post(id),
  }));
}

/** The page at each short address. */
export async function shortPages(): Promise<PostFile[]> {
  return (await shortAddresses()).map(({ from, ...destination }) => ({
    address: `${from}index.html`,
    type: 'text/html',
    text: () => redirectPage(destination, site),
  }));
}

async function markdown(post: Post): Promise<string> {
  const { label, url } = LICENCES[post.fields.licence ?? program.licence];
  const address = urls.absolute(urls.post(post.id));
  const licence = url ? `${label}: ${url}` : label;
  return postMarkdown({ ...post, address, licence }, await markdownText(post), site);
}

/** A post as it lies in the content: its fields as they were written, not as they are printed. */
async function sourceOf(post: Post): Promise<PublishedSource> {
  const { cover, ...fields } = post.entry.data.fields;
  const pictures = await imagesOf(post);
  return {
    id: post.id,
    fields: { ...fields, cover: cover && { ...cover, image: `./${imageFileName(cover.image)}` } },
    body: post.entry.body ?? '',
    pictures: pictures.map(({ source, name, width, height, bytes }) => ({
      ...{ name: source, width, height, bytes },
      address: urls.postPicture(post.permanentId, encodeURIComponent(name)),
    })),
  };
}

function citations(post: Post): PostFile[] {
  const types = { bib: 'application/x-bibtex', ris: 'application/x-research-info-systems' };
  const inWords: PostFile = {
    address: urls.postCitation(post.id, 'txt'),
    type: 'text/plain',
    text: async () => citationSheet((await citationOf(post))?.styles ?? [], conversationOf(post)),
  };
  const files = (['bib', 'ris'] as const).map((ending) => ({
    address: urls.postCitation(post.id, ending),
    type: types[ending],
    text: async () => {
      const citation = await citationOf(post);
      return citation?.files.find((file) => file.ending === ending)?.text ?? '';
    },
  }));
  return [...files, inWords];
}

/** What was said about a post, as it is cited. */
function conversationOf(post: Post): CitedConversation {
  const { responseTo } = wordsFor(post.lang);
  const page = urls.absolute(urls.post(post.id));
  return {
    title: withoutForeignMarks(responseTo({ title: post.title })),
    blog: program.name,
    heading: withoutForeignMarks(wordsFor(post.lang).responses),
    responses: publishedIn(post.conversation).flatMap(({ author, day, anchor }) =>
      author ? [{ name: nameInFull(author), date: day, address: `${page}#${anchor}` }] : [],
    ),
  };
}

/** A discussion as the message that coordinators send to participants, in HTML and in plain text. */
function mails(post: Post): PostFile[] {
  let read: Promise<MailMessage> | undefined;
  const message = () => {
    read ??= messageOf(post);
    return read;
  };
  return [
    {
      address: urls.postMail(post.id, 'html'),
      type: 'text/html',
      text: async () => mailHtml(await message()),
    },
    {
      address: urls.postMail(post.id, 'txt'),
      type: 'text/plain',
      text: async () => mailText(await message()),
    },
  ];
}

async function messageOf(post: Post): Promise<MailMessage> {
  return {
    title: post.title,
    language: post.lang,
    sender: program.name,
    siteLanguage: program.language,
    words: wordsFor(post.lang),
    origin: new URL(program.address).origin,
    tree: await treeOf(post),
  };
}
