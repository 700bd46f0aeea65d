import { BLANK } from '../core/content-files/blank.ts';
import { type FirstKind, kindLines, kindsNamed, USUAL_KINDS } from './kinds.ts';
import type { SetupAnswers } from './prompts.ts';

/** The headings under which a list is the list of questions, in the languages that are known here. */
const QUESTION_HEADINGS: Readonly<Record<string, string>> = {
  ...{ ar: 'أسئلة', bn: 'প্রশ্ন', cs: 'Otázky', da: 'Spørgsmål', de: 'Fragen', el: 'Ερωτήσεις' },
  ...{ en: 'Questions', es: 'Preguntas', fa: 'پرسش‌ها', fi: 'Kysymykset', fr: 'Questions' },
  ...{ he: 'שאלות', hi: 'प्रश्न', id: 'Pertanyaan', it: 'Domande', ja: '質問', ko: '질문' },
  ...{ nl: 'Vragen', no: 'Spørsmål', pl: 'Pytania', pt: 'Perguntas', ro: 'Întrebări' },
  ...{ ru: 'Вопросы', sv: 'Frågor', sw: 'Maswali', th: 'คำถาม', tr: 'Sorular', uk: 'Питання' },
  ...{ ur: 'سوالات', vi: 'Câu hỏi', zh: '问题' },
};

/** What the program has to write itself: the check asks for it until it is written. */
const blank = (words: string) => `${BLANK} ${words}`;

/** A value as YAML reads it back, whatever stands in it: JSON's strings are YAML's. */
const value = (text: string) => JSON.stringify(text);

/**
 * The content with which a program's blog begins: its card, one round if it has some, first tags, the people who run
 * it, the pages that a blog owes its readers, and a discussion to begin with. What only the program
 * knows stands as blanks to fill in. The texts are in English; where the blog has another language they say so.
 *
 * @param today YYYY-MM-DD, in the program's time zone
 * @returns path in the content folder → text
 */
export function freshContent(answers: SetupAnswers, today: string): ReadonlyMap<string, string> {
  const month = today.slice(0, 7);
  return new Map([
    ['program.yaml', programFile(answers, today)],
    ...(answers.rounds ? [['rounds.yaml', roundsFile(today)] as const] : []),
    ['tags.yaml', TAGS],
    ['people/coordinators.yaml', peopleFile(answers)],
    ['pages/about.mdx', page(answers, today, 'About', aboutText(answers))],
    ['pages/code-of-conduct.mdx', page(answers, today, 'Code of conduct', CONDUCT)],
    ['pages/privacy.mdx', page(answers, today, 'Privacy', privacyText(answers))],
    [`posts/${month}-welcome/index.mdx`, firstPost(answers, today)],
  ]);
}

function programFile(answers: SetupAnswers, today: string): string {
  const { name, shortName, tagline, address, language, timeZone, repository } = answers;
  const { replyTo, contact, rounds } = answers;
  const heading = QUESTION_HEADINGS[new Intl.Locale(language).language];
  const headings = [
    ...(heading ? [`  ${value(language)}: [${value(heading)}]`] : []),
    ...(isEnglish(language) ? [] : ['  en: [Questions]']),
  ];
  const kinds = kindsIn(answers);
  const isUsual = answers.kinds === USUAL_KINDS;
  // With the home page, rounds and About there are eight at most.
  const menu = (isUsual ? USUAL_MENU : kinds.map(({ many, path }) => [many, path] as const))
    .slice(0, 5)
    .map(([label, path]) => `  - { label: ${value(label)}, to: /${path}/ }`)
    .join('\n');
  const what = isUsual
    ? 'monthly discussions, news, and stories from the people who take part.'
    : `${kinds.map(({ many }) => many).join(', ')}.`;
  return `# The program's own card: what every page, feed and share picture says about it.
# Lines that begin with # are notes for you; the site does not read them.

# The version of this way of writing content. Leave it.
format: 1

# The full name, and the short one used where space is scarce.
name: ${value(name)}
shortName: ${value(shortName)}

# One line under the name, and two sentences for search engines and feed readers.
tagline: ${value(tagline)}
description: ${value(`The blog of ${name}: ${what}`.slice(0, 300))}

# Where the finished site is read. No slash at the end.
address: ${value(address)}

# The language most posts are written in, and the clock that "published on" refers to.
language: ${value(language)}
timeZone: ${value(timeZone)}

# What stands in the menu at the top of every page, in this order. Eight entries at most.
menu:
${menu}
${rounds ? '  - { label: Rounds, to: /rounds/ }\n' : ''}  - { label: About, to: /about/ }

# The GitHub repository that this blog lives in (owner/name). "Edit this page" links go there.
repository: ${value(repository)}

# Replying on the page itself goes through giscus, which keeps replies in GitHub Discussions.
# Until the four lines below are filled in, posts offer a reply by email alone.
# Where to find them: open https://giscus.app, type the repository's name, choose the category,
# and copy "data-repo-id" and "data-category-id" from the box at the foot of that page.
# giscus:
#   repository: ${repository}
#   repositoryId: R_...
#   category: Responses
#   categoryId: DIC_...

# The address that "Reply by email" writes to, and the one for everything else.
${replyTo ? '' : '# '}replyTo: ${value(replyTo || 'replies@example.org')}
contact: ${value(contact)}

# Part of every feed entry's permanent id. It must never change, even if the site moves.
feedAuthority:
  domain: ${value(new URL(address).hostname)}
  year: ${today.slice(0, 4)}

# The headings under which a list is the list of questions, for each language posts are written in.
questionHeadings:
${headings.join('\n')}

# The licence of the words and pictures, unless a post says otherwise.
licence: CC-BY-4.0

# Who is offered as the author of a new post: ids from people/.
defaultAuthors: [coordinators]
${kindLines(kinds, language)}`;
}

function roundsFile(today: string): string {
  return `# One entry for each round of the program, oldest first. The id (round-1, round-2 …) is what posts
# name in their "round:" line and part of a web address, so it never changes.
# Only the label is needed. Leave out what is not known: nothing is guessed.

round-1:
  label: Round 1
  starts: ${today}
`;
}

const TAGS = `# The words we file posts under. The id on the left is what a post's "tags:" line names and part of
# a web address; the label is what readers see. Three to five tags suit most posts.
# Before adding one, look through the synonyms: we may already have it under another name.

getting-started:
  label: Getting started
  description: First letters, first calls, and what to agree on at the beginning.
  synonyms: [beginning, welcome]

communication:
  label: Keeping in touch
  description: Messages, calls, time zones and the habits that keep an exchange going.
  synonyms: [email, calls, time zones]

work-and-workplace:
  label: Work and workplace
  description: What our days look like, and the places where we work.
  synonyms: [jobs, workplaces]
`;

function peopleFile({ name }: SetupAnswers): string {
  return `# A team counts as one person here.
name: Program coordinators
team: true
coordinator: true
role: ${value(`The team that runs ${name}`.slice(0, 80))}
`;
}

interface PageText {
  summary: string;
  body: string;
}

function page(answers: SetupAnswers, today: string, title: string, text: PageText): string {
  return `---
title: ${title}
summary: ${value(text.summary)}
updated: ${today}
${englishHere(answers)}---

${text.body}`;
}

/** What stands in the menu of a blog with the usual kinds. */
const USUAL_MENU = [
  ['Discussions', 'discussions'],
  ['Stories', 'stories'],
  ['News', 'updates'],
] as const;

function kindsIn({ kinds }: SetupAnswers): FirstKind[] {
  const named = kindsNamed(kinds);
  if ('hint' in named) throw new Error(named.hint);
  return named.kinds;
}

const isEnglish = (language: string) => new Intl.Locale(language).language === 'en';

/** The line that says that a text is English, in a blog of another language. */
const englishHere = ({ language }: SetupAnswers) => (isEnglish(language) ? '' : 'lang: en\n');

function aboutText(answers: SetupAnswers): PageText {
  const { name, rounds } = answers;
  const asks = kindsIn(answers).some(({ hasQuestions }) => hasQuestions);
  const how = asks
    ? 'Each month we ask a few questions about our work, and whoever likes to answers them: on the page or by email. Every answer stays here with its question.'
    : 'Whoever likes to answers what we write: on the page or by email. Every answer stays here as text.';
  return {
    summary: `Who we are, what ${name} is, and how to take part.`.slice(0, 300),
    body: `${blank(`Say in two or three sentences what the program is, for whom, and since when.`)}

## How it works

${blank('Say how people find each other, how long an exchange lasts, and what it costs.')}

## The blog

${how} You find them by [month](/archive/)${rounds ? ', by [round](/rounds/)' : ''} and by [subject](/tags/), and new ones on [the page of responses](/responses/).

## Who we are

${blank('Say who runs the program, and from where.')} Write to the address at the foot of this page.
`,
  };
}

const CONDUCT: PageText = {
  summary:
    'What we ask of everybody who answers here, what we take down, and how to tell us of a problem.',
  body: `People from many countries answer here, many of them in a second or third language and under their own name. These are the rules that make it possible.

## What we ask

- **Speak from experience.** What you have seen yourself helps more than what others should do.
- **Assume that others mean well.** A blunt sentence may be a translated one.
- **Protect people.** No names or stories by which somebody could be recognised who has not agreed.
- **Say whom you work for** if you speak of something that you sell.

## What we take down

Insults and threats, contempt for people because of who they are, other people's private details, and advertising. Disagreement stays, and so does criticism of the program.

## If something is wrong

Write to the address at the foot of this page, and say which response you mean. ${blank('Say who reads these messages, and how soon they answer.')}
`,
};

function privacyText({ replyTo }: SetupAnswers): PageText {
  const byMail = `## If you answer by email

A coordinator reads your message and adds the answer to the post, under the name that you give. Your email address is never published or stored with the site. Answers by email are stored as files with this site's source, which is public and remembers earlier versions.

`;
  return {
    summary: 'What this site stores about you, and what happens to an answer that you send.',
    body: `## While you read

This site sets no cookies, counts no visitors and loads nothing from anywhere else. If you choose the light or the dark version, the choice is kept in your browser alone. The company that hosts the pages sees your computer's internet address, as every host does.

${replyTo ? byMail : ''}## If you answer on the page

Where there is a form to answer on the page, it belongs to giscus and keeps its texts on GitHub. **It is loaded only when you ask for it.** From then on your browser is in contact with giscus.app and GitHub, and their own privacy rules apply. Your name there, your picture and your text are public, and a copy of name and text is kept with this site.

## Your rights

You may ask what we hold about you, have it corrected, or have it erased. Write to the address at the foot of this page. ${blank('Say who is responsible for this site by law, with a postal address where your country asks for one.')}
`,
  };
}

function firstPost(answers: SetupAnswers, today: string): string {
  const { rounds } = answers;
  const kinds = kindsIn(answers);
  const kind = kinds.find(({ hasQuestions }) => hasQuestions) ?? kinds[0];
  const first = kind?.hasMonth ? 'There is one each month' : 'More will follow';
  const asks = kind?.hasQuestions
    ? `This is the first of our ${kind.id === 'discussion' ? 'discussions' : 'questions'}. ${first}: a few words to think about, and some questions below. Answer one of them or all, on the page or by email. Nobody has to write much, and nobody needs perfect grammar.`
    : 'This is our first post. Answer it on the page or by email. Nobody has to write much, and nobody needs perfect grammar.';
  return `---
title: "Welcome: who are you?"
kind: ${kind?.id}
${kind?.hasMonth ? `month: ${today.slice(0, 7)}\n` : ''}${rounds ? 'round: round-1\n' : ''}date: ${today}
summary: Our first post. Tell us where you work, and what you hope to hear about from others.
tags: [getting-started, work-and-workplace]
authors: [coordinators]
${englishHere(answers)}---

${asks}

${blank('Say in your own words why you begin this blog, and whom you hope to meet here.')}

${kind?.hasQuestions ? FIRST_QUESTIONS : ''}`;
}

const FIRST_QUESTIONS = `## Questions

1. Where do you work, and what would a visitor notice first?
2. What does nobody believe about your job until they have done it?
3. What would you like to hear about from others this year?
`;
