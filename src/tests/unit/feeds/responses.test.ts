import { parseAtomFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { wordsFor } from '../../../core/i18n/words.ts';
import { entryId } from '../../../feeds/feed.ts';
import { type FeedResponse, responseFeed } from '../../../feeds/responses.ts';
import { conversationOf, latest } from '../../../responses/response.ts';
import { readResponsesFile } from '../../../responses/response-file.ts';

const en = wordsFor('en');

const authority = { domain: 'example.org', year: 2013 };
const post = {
  permanentId: '2013-08-reflection',
  title: 'Reflection',
  address: 'https://example.org/posts/2013-08-reflection/',
  entryId: entryId({ permanentId: '2013-08-reflection', fields: {} }, authority),
};
const head = {
  title: 'Responses',
  follows: 'all',
  self: 'https://example.org/responses.xml',
  home: 'https://example.org/responses/',
  subscribe: 'https://example.org/subscribe/',
  stylesheet: '/feed.css',
  language: 'en',
  words: en,
  nobody: 'Somebody whose account is gone',
  since: new Date('2013-01-01'),
};

function responsesOf(yaml: string): FeedResponse[] {
  const { responses, problems } = readResponsesFile(yaml, 'responses.yaml', 3);
  expect(problems).toEqual([]);
  const setting = { timeZone: 'Australia/Sydney', people: [] };
  const about = { permanentId: post.permanentId, questionCount: 3 };
  const conversation = conversationOf(about, responses, undefined, setting);
  return latest([{ post: { id: 'a' }, conversation }]).map(({ response }) => ({ response, post }));
}

const entry = (id: string, more = '', text = 'Words & words') =>
  `- id: ${id}\n  source: email\n  author: { name: Ada }\n  date: 2013-08-05\n  text: ${JSON.stringify(text)}\n${more}`;

test('a response names the post that it answers, and an answer to a response names that', () => {
  const xml = responseFeed(
    responsesOf(entry('mail-1') + entry('mail-2', '  parent: mail-1\n')),
    head,
    authority,
  );
  const tag = 'tag:example.org,2013:2013-08-reflection';
  expect(xml).toContain(`<thr:in-reply-to ref="${tag}" href="${post.address}" type="text/html"/>`);
  expect(xml).toContain(
    `<thr:in-reply-to ref="${tag}/mail-1" href="${post.address}#response-mail-1" type="text/html"/>`,
  );
});

test('who answered on GitHub is named with the login beside the name that anybody can choose', () => {
  const [one] = responsesOf(entry('mail-1'));
  if (!one) throw new Error('There is one.');
  const author = { name: 'Dee', login: 'dee-7' };
  const many = [{ ...one, response: { ...one.response, author } }];
  const feed = parseAtomFeed(responseFeed(many, { ...head, on: 'on' }, authority));
  expect(feed.entries?.[0]?.authors?.[0]?.name).toBe('Dee (@dee-7)');
  expect(JSON.stringify(feed.entries?.[0]?.title)).toMatch(/"Dee \(@dee-7\) on /);
});

test('a reader has each response with its words, its author and its day', () => {
  const feed = parseAtomFeed(responseFeed(responsesOf(entry('mail-1')), head, authority));
  expect(feed.entries).toHaveLength(1);
  expect(feed.entries?.[0]).toMatchObject({
    id: 'tag:example.org,2013:2013-08-reflection/mail-1',
    authors: [{ name: 'Ada' }],
    published: '2013-08-04T23:00:00.000Z',
  });
  expect(feed.entries?.[0]?.content?.value).toBe('<p dir="auto">Words &#x26; words</p>');
});

test('whoever opens it in a browser reads it there', () => {
  const xml = responseFeed(responsesOf(entry('mail-1')), head, authority);
  expect(xml).toContain('<?xml-stylesheet type="text/css" href="/feed.css"?>');
  expect(xml).toContain(`<a href="${post.address}#response-mail-1">Ada</a>`);
  expect(xml).toContain('<p class="soft">5 August 2013</p>');
});

test('in the feed of several posts an entry says which one it answers', () => {
  const [one] = responsesOf(entry('mail-1'));
  if (!one) throw new Error('There is one.');
  const titleIn = (on: string | undefined) => {
    const xml = responseFeed([one], { ...head, on }, authority);
    return [
      parseAtomFeed(xml).entries?.[0]?.title?.value,
      /<h2[^>]*><a[^>]*>([^<]*)/.exec(xml)?.[1],
    ];
  };
  expect(titleIn('on')).toEqual(['Ada on Reflection', 'Ada on Reflection']);
  expect(titleIn(undefined)).toEqual(['Ada: Words & words', 'Ada']);
});

test('very long responses leave the feed shorter, not larger than readers take', () => {
  const [one] = responsesOf(entry('mail-1'));
  if (!one) throw new Error('There is one.');
  const html = `<p>${'w '.repeat(34_000)}</p>`;
  const many = Array.from({ length: 50 }, (_, index) => ({
    ...one,
    response: { ...one.response, html, id: `mail-${index}` },
  }));
  const xml = responseFeed(many, head, authority);
  expect(xml.length).toBeLessThan(1_200_000);
  expect(xml.match(/<entry>/g)?.length).toBeGreaterThan(10);
});

test('an account that is gone is spoken of in the words of the page', () => {
  const [one] = responsesOf(entry('mail-1'));
  if (!one) throw new Error('There is one.');
  const gone = { ...one, response: { ...one.response, author: undefined } };
  expect(responseFeed([gone], head, authority)).toContain(
    '<name>Somebody whose account is gone</name>',
  );
});
