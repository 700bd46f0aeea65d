import { orcidAddress, rorAddress } from '../core/model/identifiers.ts';
import type { Person } from '../core/model/person.ts';
import type { Round } from '../core/model/round.ts';
import type { Tag } from '../core/model/tag.ts';
import type { Site } from '../core/site/site.ts';
import type { DataNode } from './structured-data.ts';

/** A round, which posts are part of. */
export function roundNode(
  { urls }: Site,
  round: Pick<Round, 'id' | 'label'> & Partial<Pick<Round, 'summary' | 'starts' | 'ends'>>,
): DataNode {
  const address = urls.absolute(urls.round(round.id));
  return {
    '@type': 'CreativeWorkSeries',
    '@id': `${address}#round`,
    url: address,
    name: round.label,
    description: round.summary,
    startDate: round.starts,
    endDate: round.ends,
  };
}

/** A word of the tag vocabulary. */
export function tagNode(site: Site, tag: Pick<Tag, 'id' | 'label'> & Partial<Tag>): DataNode {
  const { urls } = site;
  const address = urls.absolute(urls.tag(tag.id));
  return {
    '@type': 'DefinedTerm',
    '@id': `${address}#tag`,
    url: address,
    name: tag.label,
    termCode: tag.id,
    description: tag.description,
    alternateName: tag.synonyms?.length ? tag.synonyms : undefined,
    inDefinedTermSet: { '@id': tagSetId(site) },
  };
}

/** The tag vocabulary. */
export function tagSetNode(site: Site, tags: readonly Tag[]): DataNode {
  const { urls, words, program } = site;
  return {
    '@type': 'DefinedTermSet',
    '@id': tagSetId(site),
    url: urls.absolute(urls.tags),
    name: `${words.tags} · ${program.name}`,
    description: words.tagsIntro,
    hasDefinedTerm: tags.map((tag) => tagNode(site, tag)),
  };
}

function tagSetId({ urls }: Site): string {
  return `${urls.absolute(urls.tags)}#tags`;
}

/** What is known of everybody who writes. */
export type DataAuthor = Pick<Person, 'id' | 'name' | 'orcid' | 'ror'> & {
  team?: boolean | undefined;
};

/** Somebody who writes; a team is an organisation. */
export function authorNode(
  { urls }: Site,
  author: DataAuthor & Partial<Pick<Person, 'role' | 'about' | 'country' | 'links'>>,
): DataNode {
  const address = urls.absolute(urls.person(author.id));
  const { name, about, role, country, links = [], team, orcid, ror } = author;
  const [registered] = [orcid && orcidAddress(orcid), ror && rorAddress(ror)].filter(Boolean);
  const same = [...(registered ? [registered] : []), ...links.map(({ url }) => url)];
  return {
    '@type': team ? 'Organization' : 'Person',
    '@id': `${address}#author`,
    url: address,
    name,
    identifier: registered,
    description: about,
    jobTitle: team ? undefined : role,
    workLocation: country && !team ? { '@type': 'Place', name: country } : undefined,
    sameAs: same.length > 0 ? same : undefined,
  };
}
