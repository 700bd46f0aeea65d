import {
  type Post,
  people,
  postLanguages,
  posts,
  rounds,
  site,
  standingPages,
  tags,
} from '../content.ts';
import { withoutForeignMarks } from '../core/i18n/foreign-words.ts';
import { kindWords } from '../core/i18n/kind-words.ts';
import { languageHeading } from '../core/i18n/language-name.ts';
import { searchWordsFor } from '../core/i18n/search-words.ts';
import { kindIds } from '../core/model/kinds.ts';
import type { SocialCard } from './node/card.ts';

const { program, urls, words } = site;

/** The page that a card stands for, by its path, and what is on the card. */
export interface PageCard {
  page: string;
  card: SocialCard;
}

/** The card of every page; a renamed post has it at its former addresses too. */
export async function socialCards(): Promise<PageCard[]> {
  const [allPosts, allRounds, allTags] = await Promise.all([posts(), rounds(), tags()]);
  const [everybody, pages, languages] = await Promise.all([
    people(),
    standingPages(),
    postLanguages(),
  ]);
  return [
    plain(urls.home, program.name, program.shortName ?? words.home, { byline: program.tagline }),
    ...allPosts.flatMap((post) =>
      [post.id, ...post.fields.formerly].map((id) => ({
        page: urls.post(id),
        card: postCard(post),
      })),
    ),
    ...allRounds.map(({ id, label }) => plain(urls.round(id), label, words.round)),
    ...allTags.map(({ id, label }) =>
      plain(urls.tag(id), label, searchWordsFor(program.language).facet.tag),
    ),
    ...everybody.map(({ id, name, role, country }) =>
      plain(urls.person(id), name, words.people, {
        byline: [role, country].filter(Boolean).join(', ') || undefined,
      }),
    ),
    ...kindIds(program).map((kind) =>
      plain(urls.kind(kind), kindWords(program, kind, program.language).many, words.archive),
    ),
    ...languages.map((lang) =>
      plain(urls.language(lang), languageHeading(lang, lang), words.archive, { lang }),
    ),
    ...pages.map(({ id, title, lang }) =>
      plain(urls.page(id), title, program.shortName ?? program.name, { lang }),
    ),
    ...[
      { page: urls.archive, title: words.archive },
      ...(allRounds.length > 0 ? [{ page: urls.rounds, title: words.rounds }] : []),
      { page: urls.tags, title: words.tags },
      { page: urls.people, title: words.people },
      { page: urls.responses(), title: words.responses },
      { page: urls.search, title: words.search },
      { page: urls.subscribe, title: words.subscribe },
    ].map(({ page, title }) => plain(page, title, program.shortName ?? program.name)),
  ];
}

interface More {
  lang?: string | undefined;
  byline?: string | undefined;
}

function plain(page: string, title: string, label: string, more: More = {}): PageCard {
  const { lang = program.language, byline } = more;
  const [said, called] = [title, label].map(withoutForeignMarks) as [string, string];
  return { page, card: { ...ofProgram(), title: said, label: called, lang, byline } };
}

function postCard(post: Post): SocialCard {
  const { title, lang, kind, callNumber, date, round, authors } = post;
  const [year = '', month = ''] = (callNumber ?? '').split('-');
  return {
    ...ofProgram(),
    ...{ title, lang },
    label: withoutForeignMarks(kindWords(program, kind, program.language).one),
    mark: callNumber
      ? { over: year, under: month, isBoxed: true }
      : { over: dayAndMonth(date), under: date.slice(0, 4), isBoxed: false },
    byline: [...(round ? [round.label] : []), ...authors.map(({ name }) => name)].join(' · '),
  };
}

function ofProgram() {
  const { host, pathname } = new URL(urls.absolute(urls.home));
  return {
    program: program.name,
    place: (host + pathname).replace(/\/$/, ''),
    siteLang: program.language,
  };
}

const dayInWords = new Intl.DateTimeFormat(program.language === 'en' ? 'en-GB' : program.language, {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
  calendar: 'gregory',
});

function dayAndMonth(day: string): string {
  return dayInWords.format(new Date(`${day}T00:00:00Z`));
}
