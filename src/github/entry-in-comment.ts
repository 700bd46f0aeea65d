import { changedPassagesInComment } from './passages-in-comment.ts';
import { markedWords, plainWords, some } from './plain-words.ts';
import type { FieldChange } from './pull-request-changes.ts';
import type { CommentContext } from './pull-request-comment.ts';
import type { ChangedEntry } from './pull-request-report.ts';

/**
 * What becomes of a page, tag, round, person or language, or of the program's settings: for readers,
 * for followers of its list, and for people with old links.
 *
 * @param told fields that are told already, before all else
 */
export function entryInComment(
  entry: ChangedEntry,
  context: CommentContext,
  told: readonly FieldChange[],
): string {
  if (entry.is === 'program') return programInComment(entry, told);
  if (entry.is === 'language')
    return `#### Words of the site in ${plainWords(entry.title)}\n\n${languageLines(entry).join('\n')}`;
  const { title, change, words } = entry;
  const how = { new: 'New', changed: 'Changed', renamed: 'Renamed', gone: 'Deleted' }[change];
  const lines = [...entryLines(entry, entry.is, context), ...changedPassagesInComment(words)];
  return `#### ${how} ${entry.is}: ${plainWords(title)}\n\n${lines.join('\n')}`;
}

type Listed = Exclude<ChangedEntry['is'], 'program' | 'language'>;

function entryLines(entry: ChangedEntry, is: Listed, { urls }: CommentContext): string[] {
  const addressOf = (id: string) =>
    urls.absolute(
      { page: urls.page, tag: urls.tag, round: urls.round, person: urls.person }[is](id),
    );
  const address = addressOf(entry.id);
  const hasFeed = is !== 'page';
  const posts = hasFeed
    ? ` ${entry.posts > 0 ? some(entry.posts, 'post has', 'posts have') : 'No post has'} it.`
    : '';
  if (entry.change === 'new') {
    const foot = ' The foot of every page links to it.';
    return [
      `- **Readers:** find a new page at \`${address}\`${hasFeed ? ', with a feed of its own' : ''}.${hasFeed ? posts : foot}`,
    ];
  }
  if (entry.change === 'gone') {
    return entry.leadsTo !== undefined
      ? [`- **Readers, followers and old links:** are led on to \`${addressOf(entry.leadsTo)}\`.`]
      : [
          `- **Readers and old links:** find no page at \`${address}\` any more${hasFeed ? ', and its followers no feed' : ''}. To give it another name, change its id and put the old one under \`formerly:\`.`,
        ];
  }
  if (entry.change === 'renamed') {
    return [
      `- **Readers:** find it at its new address, \`${address}\`.${posts}`,
      ...(hasFeed
        ? ['- **Subscribers:** keep the feed under its old address, and get nothing again.']
        : []),
      `- **Old links:** \`${addressOf(entry.formerId ?? entry.id)}\` leads on to the new address.`,
    ];
  }
  const isUnseen = entry.fields.length > 0 && entry.fields.every((field) => field === 'synonyms');
  const readers = isUnseen
    ? `- **Readers:** its page, <${address}>, looks the same. Who searches for these words, or writes them as a tag, is led to it.`
    : `- **Readers:** see this at <${address}>${entry.posts > 0 ? `, and on ${some(entry.posts, 'post')},` : ''} as soon as this is merged.${inCalendar(entry)}`;
  return [readers, `- **Old links${hasFeed ? ' and subscribers' : ''}:** notice nothing.`];
}

function inCalendar({ is, fields }: ChangedEntry): string {
  const hasDates =
    is === 'round' &&
    fields.some((field) => /^(?:starts|ends|applications(?:Open|Close)|matchingDay)$/.test(field));
  return hasDates ? ' The calendar that people subscribe to takes over the dates.' : '';
}

function languageLines({ change, fields, words }: ChangedEntry): string[] {
  const readers = {
    new: 'Pages in this language have words of their own: menus, buttons, dates.',
    changed: `${some(fields.length, 'word or sentence', 'words or sentences')} of menus, buttons and notices change on pages in this language.`,
    renamed: '',
    gone: "Pages in this language go back to the site's own words.",
  }[change];
  return [
    `- **Readers:** ${readers}`,
    '- **Subscribers and old links:** notice nothing.',
    ...changedPassagesInComment(words),
  ];
}

/** What readers call a setting, and where they see it; all others change how the site works. */
const SETTINGS: readonly [field: RegExp, name: string, seen: string][] = [
  [/^notice$/, 'Notice', 'at the top of every page'],
  [/^menu$/, 'Menu', 'at the top of every page'],
  [/^links$/, 'Links', 'at the foot of every page'],
  [/^(?:name|shortName)$/, 'Name', 'on every page, in feeds and wherever a page is shared'],
  [/^tagline$/, 'Line under the name', 'on every page'],
  [/^description$/, 'Description', 'on the home page, in feeds and search engines'],
  [/^places$/, 'Places', 'where times are told'],
  [/^hashtag$/, 'Hashtag', 'on the pages'],
  [/^timeZone$/, 'Time zone', 'posts come out by its clock, and all times are told in it'],
  [/^language$/, 'Language', 'of all menus, buttons and dates'],
  [/^licence$/, 'Licence', 'of all texts that name no other, also in feeds'],
  [
    /^questionHeadings/,
    'Headings of questions',
    'a list under one of them is the list of questions',
  ],
  [/^kinds/, 'Kinds of posts', 'their lists and how they look'],
  [/^defaultAuthors$/, 'Authors of new posts', 'only in the editor'],
];

function programInComment({ words }: ChangedEntry, told: readonly FieldChange[]): string {
  const isTold = (of: string) =>
    told.some(({ file, field }) => file.endsWith('/program.yaml') && field === of);
  const lines = words
    .filter(({ of }) => !isTold(of))
    .map(({ of, runs }) => {
      const [, name, seen] = SETTINGS.find(([field]) => field.test(of)) ?? [];
      const label = name ? `**${name}** (${seen})` : `**Setting ${plainWords(of)}**`;
      return `- ${label}: ${markedWords(runs)}`;
    });
  if (lines.length === 0) return '';
  const isOnPages = words.every(({ of }) => ON_PAGES.test(of));
  const others = isOnPages ? ['- **Subscribers and old links:** notice nothing.'] : [];
  return `#### The program\n\n${[...lines, ...others].join('\n')}`;
}

/** Settings that are nowhere but on the site's pages. */
const ON_PAGES = /^(?:notice|menu|links|tagline|hashtag|defaultAuthors)$/;
