import { z } from 'zod';
import { day, language, lineOfText, mailAddress, repository, webAddress } from './fields.ts';
import { GISCUS_LANGUAGES } from './giscus-languages.ts';
import { issn, ror } from './identifiers.ts';
import { idSchema } from './ids.ts';
import { kindsSchema } from './kind-fields.ts';
import { licence } from './licences.ts';

const timeZone = z.string().refine(isTimeZone, {
  error: (issue) =>
    `"${issue.input}" is not a time zone. Write one like Australia/Sydney or Europe/Berlin.`,
});

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const link = z.strictObject({
  label: lineOfText(60).describe('The words that readers see.'),
  url: webAddress.describe('Where it leads.'),
});

const menuEntry = z.strictObject({
  label: lineOfText(30).describe('The words in the menu.'),
  to: z
    .string()
    .regex(/^\/(?!\/)[a-z0-9/-]*$/, 'A menu entry leads to an address on this site, like /about/.')
    .describe('An address on this site, like /about/.'),
});

/** A host and nothing else: it goes into every page's security policy, where characters have a meaning. */
const giscusHost = z.string().refine(isGiscusHost, {
  error: (issue) =>
    `"${issue.input}" is not the address of a site. Write it like https://giscus.example.org.`,
});

function isGiscusHost(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(text);
  // What is not encrypted would be shown by no page that is; this machine alone is trusted so.
  const isHere = ['localhost', '127.0.0.1'].includes(hostname);
  const isHost = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z0-9]$/.test(hostname) || isHere;
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isHere);
  const isAlone = pathname === '/' && `${search}${hash}${username}${password}` === '';
  return isHost && isSafe && isAlone;
}

const giscus = z.strictObject({
  repository: repository.describe('owner/name of the repository that holds the Discussions.'),
  repositoryId: z
    .string()
    .regex(
      /^R_[\w-]+$/,
      'The repository id begins with R_. giscus.app shows it when you enter the repository.',
    )
    .describe('Begins with R_; giscus.app shows it when you enter the repository.'),
  category: lineOfText(80).describe('The name of the Discussions category.'),
  categoryId: z
    .string()
    .regex(
      /^DIC_[\w-]+$/,
      'The category id begins with DIC_. giscus.app shows it when you choose the category.',
    )
    .describe('Begins with DIC_; giscus.app shows it when you choose the category.'),
  host: giscusHost.optional().describe('The address of giscus, if you host it yourselves.'),
  language: z
    .string()
    .refine((code) => GISCUS_LANGUAGES.includes(code), {
      error: (issue) =>
        `giscus has no translation for "${issue.input}". It has ${GISCUS_LANGUAGES.join(', ')}.`,
    })
    .optional()
    .describe("The language of giscus's own buttons, if it is not the program's."),
});

/** `content/program.yaml`: all that the site says about the program as a whole. */
export const programSchema = z.strictObject({
  format: z
    .literal(1, 'The format is 1.')
    .describe('The version of the content format. Leave it at 1.'),
  name: lineOfText(80).describe("The program's full name."),
  shortName: lineOfText(20)
    .optional()
    .describe('The short name, used where there is little space.'),
  tagline: lineOfText(140).describe('One line on what the program is.'),
  description: lineOfText(300).describe('Two sentences for search engines and feed readers.'),
  address: webAddress
    .regex(/^https?:\/\/[^/?#]+(\/[a-z0-9/-]*)?$/i, 'The address must not contain ? or #.')
    .describe("The site's public address, with the folder if it has one: https://example.org/blog"),
  language: language.describe('The language of the site: en, es …'),
  timeZone: timeZone.describe('The time zone in which days begin and end: Australia/Sydney'),
  places: z
    .array(
      z.strictObject({
        name: lineOfText(30).describe('The name of the place, as readers know it.'),
        timeZone: timeZone.describe('Its zone: Africa/Nairobi'),
      }),
    )
    .max(8)
    .default([])
    .describe('Where your readers are. Times are also shown in the local time of these places.'),
  hashtag: z
    .string()
    .regex(/^#[\p{L}\p{N}_]+$/u, 'A hashtag is # followed by one word.')
    .optional()
    .describe('The hashtag, with its #.'),
  started: day.optional().describe('The first day of the program.'),
  menu: z.array(menuEntry).max(8).describe('The entries of the menu, in order.'),
  links: z.array(link).max(20).default([]).describe('Where else to find the program.'),
  repository: repository.optional().describe('owner/name on GitHub: "Edit this page" links there.'),
  branch: lineOfText(80).default('main').describe('The branch that is published.'),
  giscus: giscus
    .optional()
    .describe('Responses through GitHub Discussions; every value is on giscus.app.'),
  replyTo: mailAddress.optional().describe('Where answers by email go.'),
  contact: z
    .union([mailAddress, webAddress])
    .optional()
    .describe('How readers reach the coordinators.'),
  subscribeByMail: webAddress.optional().describe('Where readers can subscribe by mail.'),
  feedAuthority: z
    .strictObject({
      domain: z
        .string()
        .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'A domain, like example.org.')
        .describe('A domain that you owned in that year.'),
      year: z.number().int().min(1990).max(2100).describe('A year in which you owned it.'),
    })
    .describe('Part of every feed id. It must never change, even if the site moves.'),
  notice: lineOfText(400)
    .optional()
    .describe('A sentence at the top of every page, for example when a program has ended.'),
  questionHeadings: z
    .record(language, z.array(lineOfText(80)).max(20).min(1, 'Write at least one heading.'))
    .describe('For each language, the headings that come before a list of questions.'),
  licence: licence.describe('The licence of texts and pictures that name no other.'),
  issn: issn.optional().describe('The ISSN of the blog, if it has one, like 2049-3630.'),
  ror: ror
    .optional()
    .describe('The ROR of the publisher, if it has one, like 03yrm5c26 (see ror.org).'),
  publisher: lineOfText(80).optional().describe('The publisher, if it is not the program itself.'),
  defaultAuthors: z
    .array(idSchema)
    .max(50)
    .default([])
    .describe('The authors that the editor fills in for a new post.'),
  kinds: kindsSchema,
});

export type Program = z.output<typeof programSchema>;

/** Whether readers have any way to answer. */
export function takesResponses(program: Pick<Program, 'giscus' | 'replyTo'>): boolean {
  return Boolean(program.giscus || program.replyTo);
}
