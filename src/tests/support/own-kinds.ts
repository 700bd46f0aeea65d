import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/**
 * The content of a program of archivists that has two kinds of its own and no rounds: recorded webinars, and
 * a question of the month. Their labels are in English and Spanish.
 */
export const OWN_KINDS: Readonly<Record<string, string>> = {
  'program.yaml': `format: 1
name: Exchange of Archivists
tagline: Two archives, one conversation
description: A small program, invented for the tests of this blog. It pairs archivists across borders.
address: https://archives.example
language: en
timeZone: America/Lima
menu:
  - { label: Webinars, to: /webinars/ }
  - { label: Questions, to: /questions/ }
feedAuthority: { domain: archives.example, year: 2013 }
questionHeadings:
  en: [Questions]
  es: [Preguntas]
licence: CC-BY-4.0
repository: archives/blog
replyTo: replies@archives.example
kinds:
  monthly-question:
    path: questions
    questions: true
    month: true
    labels:
      en: { one: Question of the month, many: Questions of the month, about: One question a month., choice: A question }
      es: { one: Pregunta del mes, many: Preguntas del mes }
  webinar:
    path: webinars
    labels:
      en: { one: Webinar, many: Webinars }
      es: { one: Seminario, many: Seminarios }
`,
  'tags.yaml': 'paper: { label: Paper, description: What most of it is. }\n',
  'people/team.yaml': 'name: The team\nteam: true\n',
  'pages/about.mdx':
    '---\ntitle: About\nsummary: What this is.\n---\n\nArchivists write letters.\n',
  'posts/2013-04-damp/index.mdx': `---
title: What do you do against damp?
kind: monthly-question
month: 2013-04
date: 2013-04-02
summary: Water is never far from paper.
tags: [paper]
authors: [team]
---

Every cellar has its story.

## Questions

- What do you measure?
- Whom do you call?
`,
  'posts/2013-05-scanners/index.mdx': `---
title: Scanners, large and small
kind: webinar
date: 2013-05-03
summary: An hour with three machines.
tags: [paper]
authors: [team]
---

The recording begins after two minutes.
`,
  'posts/2013-05-papel/index.mdx': `---
title: El papel, visto de cerca
kind: webinar
date: 2013-05-20
summary: Una hora con una lupa.
tags: [paper]
authors: [team]
lang: es
---

Grabado en mayo.
`,
};

/** Writes the content of a program of its own kinds, and says into which folder. */
export async function ownKinds(): Promise<string> {
  const folder = resolve('node_modules/.cache/fixture-sites/own-kinds-content');
  await rm(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(OWN_KINDS)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return folder;
}
