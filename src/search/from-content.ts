import { toHtml } from 'hast-util-to-html';
import {
  type Page,
  type Post,
  people,
  posts,
  proseOf,
  rounds,
  site,
  standingPages,
  tags,
} from '../content.ts';
import { kindWords } from '../core/i18n/kind-words.ts';
import { languageName } from '../core/i18n/language-name.ts';
import { searchWordsFor } from '../core/i18n/search-words.ts';
import { wordsFor } from '../core/i18n/words.ts';
import { monthInWords } from '../core/model/dates.ts';
import type { Facet } from '../core/model/facets.ts';
import { permanentId } from '../core/model/ids.ts';
import { kindIds } from '../core/model/kinds.ts';
import { nameInFull } from '../responses/account-name.ts';
import { publishedIn } from '../responses/response.ts';
import { standaloneTree } from '../standalone/html.ts';
import { type FacetChoice, facetChoices, facetsOf, facetsOfPage } from './facets.ts';
import type { SearchRecord, SearchRecords } from './record.ts';

const { program, urls } = site;
const { language } = program;
const pathOf = (address: string) => address.slice(urls.root.length);

/** What the search index is made of. */
export async function searchCatalogue(): Promise<SearchRecords> {
  const records = await searchRecords();
  const used = new Set(records.flatMap(({ facets }) => facets.tag));
  return {
    language: program.language,
    archive: pathOf(urls.archive),
    tags: (await tags())
      .map((tag) => ({
        id: permanentId(tag),
        label: tag.label,
        synonyms: tag.synonyms,
        path: pathOf(urls.tag(tag.id)),
      }))
      .filter(({ id }) => used.has(id)),
    records,
  };
}

/** What the facets of the search page offer. */
export async function searchFacets(
  records: readonly SearchRecord[],
): Promise<Record<Facet, FacetChoice[]>> {
  const used = (facet: Facet) => [...new Set(records.flatMap(({ facets }) => facets[facet]))];
  const { pages, hasResponses } = searchWordsFor(program.language);
  return facetChoices(
    records.map(({ facets }) => facets),
    {
      kind: [
        ...kindIds(program).map((id) => ({ id, label: kindWords(program, id, language).many })),
        { id: 'page', label: pages },
      ],
      round: (await rounds()).toReversed(),
      tag: await tags(),
      year: used('year')
        .toSorted()
        .toReversed()
        .map((id) => ({ id, label: id })),
      person: (await people()).map((person) => ({ ...person, label: person.name })),
      responses: [{ id: 'yes', label: hasResponses }],
      lang: used('lang').map((id) => ({ id, label: languageName(id, program.language) })),
    },
  );
}

/** What is found without a question: the newest, and how much there is in all. */
export async function newestFound(records: readonly SearchRecord[], count: number) {
  const places = new Map((await posts()).map((post, place) => [pathOf(urls.post(post.id)), place]));
  // No page is news.
  const placeOf = ({ path }: SearchRecord) => places.get(path) ?? places.size;
  const newest = records.toSorted((a, b) => placeOf(a) - placeOf(b));
  return { newest: newest.slice(0, count), total: records.length };
}

/** Everything that can be found, in the order of addresses: posts with their responses, and pages. */
export async function searchRecords(): Promise<SearchRecord[]> {
  const shown = (await posts()).filter((post) => !post.withdrawn);
  const found = [...shown.map(ofPost), ...(await pageRecords())];
  const records = found.length > 0 ? found : [frontPage()];
  return records.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function ofPost(post: Post): SearchRecord {
  return {
    path: pathOf(urls.post(post.id)),
    title: post.title,
    summary: post.summary,
    lang: post.lang,
    text: textIn(post, post.lang),
    responses: publishedIn(post.conversation).map(({ anchor, author, html }) => ({
      anchor,
      author: author ? nameInFull(author) : '',
      html,
    })),
    facets: facetsOf(post),
    kind: kindWords(program, post.kind, language).one,
    month: monthInWords(post.fields.month ?? post.date.slice(0, 7), program.language),
    day: post.date,
  };
}

async function pageRecords(): Promise<SearchRecord[]> {
  return (await standingPages()).map((page) => {
    const lang = page.lang ?? program.language;
    return {
      path: pathOf(urls.page(page.id)),
      title: page.title,
      summary: page.summary,
      lang,
      text: textIn(page, lang),
      responses: [],
      facets: facetsOfPage(lang),
      kind: searchWordsFor(program.language).page,
      month: '',
      // No page is news: they follow the posts where the newest come first.
      day: '0001-01-01',
    };
  });
}

/** What there is to find in a blog with nothing in it yet: an index of nothing cannot be made. */
function frontPage(): SearchRecord {
  return {
    path: pathOf(urls.home),
    title: program.name,
    summary: program.description,
    lang: program.language,
    text: '',
    responses: [],
    facets: facetsOfPage(program.language),
    kind: searchWordsFor(program.language).page,
    month: '',
    day: '0001-01-01',
  };
}

/** The prose as HTML with its anchors: as it was rendered where it is Markdown alone, else plain. */
function textIn(shown: Post | Page, language: string): string {
  const { rendered } = shown.entry;
  if (rendered) return rendered.html;
  const { children } = standaloneTree(proseOf(shown), {
    address: urls.absolute(urls.home),
    local: urls.local,
    picture: () => ({ address: '#', width: 1, height: 1 }),
    language,
    words: wordsFor(language),
    wordsLanguage: language,
    open: false,
    keepsAnchors: true,
  });
  const [prose] = children;
  return prose ? toHtml(prose) : '';
}
