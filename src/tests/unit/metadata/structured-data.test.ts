import { expect, test } from 'vitest';
import { wordsFor } from '../../../core/i18n/words.ts';
import type { Site } from '../../../core/site/site.ts';
import { siteUrls } from '../../../core/site/urls.ts';
import { structuredData } from '../../../metadata/structured-data.ts';
import { pageNode } from '../../../metadata/structured-page.ts';
import { postNode } from '../../../metadata/structured-post.ts';
import type { Conversation, ResponseAuthor, Thread } from '../../../responses/response.ts';

const en = wordsFor('en');

const site = {
  program: { name: 'Exchange', description: 'Of gardeners.', language: 'en', links: [] },
  urls: siteUrls('https://example.org', '/blog'),
  words: en,
} as unknown as Site;

const node = (title: string) =>
  pageNode(site, { path: '/blog/about/', title, description: 'What it is.' });

test('a title cannot end the script that it stands in', () => {
  const json = structuredData(site, [node('</script><script>alert(1)</script><!--')]);
  expect(json).not.toContain('<');
  expect(JSON.parse(json)['@graph'].at(-1).name).toBe('</script><script>alert(1)</script><!--');
});

test('DOI, ORCID iD, ROR and ISSN are told as what they are', () => {
  const author = { id: 'ana', name: 'Ana', orcid: '0000-0002-1825-0097' };
  const team = { id: 'us', name: 'Us', team: true, ror: '03yrm5c26' };
  const post = {
    ...{ id: 'a', title: 'A', summary: 'A', lang: 'en', published: '', modified: '' },
    ...{ round: { id: 'r', label: 'R' }, section: 'S', tags: [], pictures: [] },
    ...{ authors: [author, team], permanent: 'https://example.org/p/a/', doi: '10.1234/a' },
    conversation: { threads: [], count: 0 } as unknown as Conversation,
  };
  const program = { ...site.program, issn: '2049-3630', ror: '013meh722' };
  const node = postNode(site, post);
  const graph = JSON.parse(structuredData({ ...site, program }, [node]))['@graph'];
  const [, publisher, blog, posting] = graph;
  expect(publisher).toMatchObject({ identifier: 'https://ror.org/013meh722' });
  expect(publisher.sameAs).toEqual(['https://ror.org/013meh722']);
  expect(blog).toMatchObject({ issn: '2049-3630' });
  expect(posting).toMatchObject({
    identifier: [
      'https://example.org/p/a/',
      { '@type': 'PropertyValue', propertyID: 'DOI', value: '10.1234/a' },
    ],
    sameAs: 'https://doi.org/10.1234/a',
    author: [
      { '@type': 'Person', sameAs: ['https://orcid.org/0000-0002-1825-0097'] },
      { '@type': 'Organization', identifier: 'https://ror.org/03yrm5c26' },
    ],
  });
});

test('who answered on GitHub has the login as a second name, and others have none', () => {
  const response = (id: string, author: ResponseAuthor): Thread => ({
    response: {
      ...{ id, anchor: `response-${id}`, source: 'github', author, moment: new Date(0) },
      ...{ day: '1970-01-01', hasTime: true, reactions: {}, html: '<p>a</p>', state: 'published' },
    },
    replies: [],
  });
  const threads = [response('1', { name: 'Dee', login: 'dee-7' }), response('2', { name: '@bo' })];
  const post = {
    ...{ id: 'a', title: 'A', summary: 'A', lang: 'en', published: '', modified: '' },
    ...{ round: { id: 'r', label: 'R' }, section: 'S', authors: [], tags: [], pictures: [] },
    permanent: 'https://example.org/p/a/',
    conversation: { threads, count: 2 } as unknown as Conversation,
  };
  const { comment } = JSON.parse(JSON.stringify(postNode(site, post)));
  expect(comment.map(({ author }: { author: object }) => author)).toEqual([
    { '@type': 'Person', name: 'Dee', alternateName: '@dee-7' },
    { '@type': 'Person', name: '@bo' },
  ]);
});
