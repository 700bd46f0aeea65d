import type { PostSummary } from '../../core/model/post-summary.ts';
import type { Round } from '../../core/model/round.ts';
import type { Conversation, Response } from '../../responses/response.ts';

// Invented, so that every state is there whatever the content holds. Nobody of these exists.

const sample = (over: Partial<PostSummary> & Pick<PostSummary, 'id' | 'title'>): PostSummary => ({
  kind: 'update',
  summary: 'A summary of one or two sentences, as it stands below a title in every list.',
  date: '2013-08-03',
  round: { id: 'sample', label: 'A round' },
  authors: [{ id: 'somebody', name: 'Somebody', country: 'New Zealand' }],
  questionCount: 0,
  responseCount: 0,
  lang: 'en',
  withdrawn: false,
  ...over,
});

/** A post in each state that a list can show. */
export const samplePosts: readonly PostSummary[] = [
  sample({
    id: 'discussion',
    kind: 'discussion',
    title: 'A discussion with answers',
    callNumber: '2013-08',
    questionCount: 6,
    responseCount: 12,
    reactionCount: 4,
  }),
  sample({
    id: 'discussion-b',
    kind: 'discussion',
    title: 'The second discussion of a month, with nobody’s answer yet',
    callNumber: '2013-08b',
    questionCount: 1,
  }),
  sample({ id: 'update', title: 'An update' }),
  sample({ id: 'story', kind: 'story', title: 'A story' }),
  sample({ id: 'draft', title: 'A draft in the preview', unseen: 'draft' }),
  sample({ id: 'scheduled', title: 'A scheduled post in the preview', unseen: 'scheduled' }),
  sample({ id: 'withdrawn', title: 'A withdrawn post', withdrawn: true }),
  sample({
    id: 'arabic',
    title: 'رسالة من مكتبة',
    summary: 'سطر واحد عمّا في الرسالة.',
    lang: 'ar',
  }),
  sample({ id: 'chinese', title: '圖書館來信', summary: '信裡寫了些什麼。', lang: 'zh-Hant' }),
  sample({
    id: 'long',
    title: `A title of three hundred letters, ${'which goes on and on, '.repeat(11)}Donaudampfschifffahrtsgesellschaft`,
  }),
];

const response = (over: Partial<Response> & Pick<Response, 'id'>): Response => ({
  anchor: `response-${over.id}`,
  source: 'former-blog',
  author: { name: 'A reader', role: 'Archivist' },
  moment: new Date('2013-08-05T00:00:00Z'),
  day: '2013-08-05',
  hasTime: false,
  reactions: {},
  html: '<p>An answer of one sentence, or of several, with a <a href="#top">link</a> and <code>a word of code</code>.</p><blockquote><p>And what it answers.</p></blockquote>',
  state: 'published',
  ...over,
});

/** A response in each state. */
export const sampleResponses: readonly Response[] = [
  response({ id: 'former' }),
  response({
    id: 'github',
    source: 'github',
    author: { name: 'Somebody else', url: 'https://example.org/', badge: 'participant' },
    question: 3,
    reactions: { HEART: 4, THUMBS_UP: 1 },
    edited: new Date('2013-08-06T00:00:00Z'),
    url: 'https://example.org/discussion',
  }),
  response({ id: 'email', source: 'email', author: { name: 'By email', badge: 'coordinator' } }),
  response({ id: 'login', source: 'github', author: { name: 'A reader', login: 'a-reader-7' } }),
  response({ id: 'ghost', source: 'github', author: undefined }),
  response({ id: 'hidden', state: 'hidden', html: '' }),
  response({ id: 'gone', state: 'withdrawn', html: '' }),
  response({ id: 'rtl', author: { name: 'قارئة' }, html: '<p>جواب من اليمين إلى اليسار.</p>' }),
];

export const sampleConversation: Conversation = {
  threads: sampleResponses.map((one) => ({ response: one, replies: [] })),
  count: sampleResponses.length,
  githubCount: 0,
  reactions: { HEART: 3, HOORAY: 1 },
  answers: new Map([[1, 3]]),
};

export const sampleRounds: readonly Round[] = [
  {
    id: 'first',
    label: 'The first round',
    starts: '2013-03-01',
    ends: '2013-08-31',
    matchingDay: '2013-02-20',
    applicationsClose: '2013-02-10',
    participants: 92,
    countries: 20,
    asOf: '2013-03-01',
    formerly: [],
  },
  { id: 'second', label: 'A round with a very long name indeed', participants: 1860, formerly: [] },
  { id: 'third', label: 'Not known', formerly: [] },
];

export const sampleCitation = {
  styles: [{ name: 'APA', text: 'Somebody. (2013, August 3). A discussion. The program.' }],
  files: [{ name: 'BibTeX', text: '@online{sample}', ending: 'bib' }],
} as const;
