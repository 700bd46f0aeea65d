import type { z } from 'zod';
import { programSchema } from '../core/model/program.ts';
import { kindsNamed, USUAL_KINDS } from './kinds.ts';

/** What a program says about itself when its blog begins. */
export interface SetupAnswers {
  name: string;
  shortName: string;
  tagline: string;
  /** Where the finished site will be read, with the folder if it has one; no slash at the end. */
  address: string;
  /** BCP 47. */
  language: string;
  /** IANA. */
  timeZone: string;
  /** `owner/name` on GitHub. */
  repository: string;
  /** Where answers by email go. Empty where readers can't answer by email. */
  replyTo: string;
  /** A mail address or web address. */
  contact: string;
  /** Whether the program has rounds, in which people take part together. */
  rounds: boolean;
  /** The kinds of posts, as `kindsNamed` reads them. */
  kinds: string;
}

/** What is known of the machine and the folder before anything is asked. */
export interface Surroundings {
  /** `owner/name` of the copy, from git or GitHub. */
  repository?: string | undefined;
  /** The zone of the machine, IANA. */
  timeZone: string;
}

/** One question of the setup. */
export interface SetupPrompt {
  answer: keyof SetupAnswers;
  /** The option of the command that answers it, without `--`. */
  flag: string;
  asks: string;
  /** What is taken if nothing is written. Undefined where only a person can know it. */
  offered: (given: Partial<SetupAnswers>, around: Surroundings) => string | undefined;
  /** The answer, or a sentence that says why it is none. */
  read: (written: string) => { value: string | boolean } | { hint: string };
}

const { shape } = programSchema;

function by(schema: z.ZodType<string>): SetupPrompt['read'] {
  return (written) => {
    const { success, data, error } = schema.safeParse(written.trim());
    return success ? { value: data } : { hint: error.issues[0]?.message ?? 'This is not right.' };
  };
}

const website: SetupPrompt['read'] = (written) => {
  const address = written.trim().replace(/\/+$/, '');
  return by(shape.address)(/^[a-z]+:\/\//i.test(address) ? address : `https://${address}`);
};

const optionalMail: SetupPrompt['read'] = (written) =>
  /^(|none|no|-)$/i.test(written.trim()) ? { value: '' } : by(shape.replyTo.unwrap())(written);

const yesOrNo: SetupPrompt['read'] = (written) => {
  if (/^(y|yes|true)$/i.test(written.trim())) return { value: true };
  if (/^(n|no|none|false)$/i.test(written.trim())) return { value: false };
  return { hint: 'Write yes or no.' };
};

/** Every question, in the order in which they are asked. */
export const SETUP_PROMPTS: readonly SetupPrompt[] = [
  {
    answer: 'name',
    flag: 'name',
    asks: "The program's full name?",
    offered: () => undefined,
    read: by(shape.name),
  },
  {
    answer: 'shortName',
    flag: 'short-name',
    asks: 'A short name, for where there is little space?',
    offered: ({ name = '' }) => initialsOf(name),
    read: by(shape.shortName.unwrap()),
  },
  {
    answer: 'tagline',
    flag: 'tagline',
    asks: 'One line that says what the program is?',
    offered: () => 'Colleagues in different countries, in conversation',
    read: by(shape.tagline),
  },
  {
    answer: 'repository',
    flag: 'repository',
    asks: 'The repository on GitHub, as owner/name?',
    offered: (_, { repository }) => repository,
    read: by(shape.repository.unwrap()),
  },
  {
    answer: 'address',
    flag: 'address',
    asks: 'The address where the blog will be read?',
    offered: ({ repository }) => repository && pagesAddress(repository),
    read: website,
  },
  {
    answer: 'language',
    flag: 'language',
    asks: 'The language of the blog, as a code: en, es, fr …?',
    offered: () => 'en',
    read: by(shape.language),
  },
  {
    answer: 'timeZone',
    flag: 'time-zone',
    asks: 'The time zone whose clock decides when a post comes out, like Africa/Nairobi?',
    offered: (_, { timeZone }) => timeZone,
    read: by(shape.timeZone),
  },
  {
    answer: 'contact',
    flag: 'contact',
    asks: 'The mail or web address at which readers reach you?',
    offered: () => undefined,
    read: (written) => {
      const read = by(shape.contact.unwrap() as unknown as z.ZodType<string>)(written);
      return 'hint' in read
        ? { hint: 'Write a mail address like hello@example.org, or a web address with https://.' }
        : read;
    },
  },
  {
    answer: 'replyTo',
    flag: 'reply-to',
    asks: 'The mail address for answers by email, or none?',
    offered: ({ contact = '' }) => (contact.includes('@') ? contact : 'none'),
    read: optionalMail,
  },
  {
    answer: 'rounds',
    flag: 'rounds',
    asks: 'Does the program run in rounds that people take part in together?',
    offered: () => 'yes',
    read: yesOrNo,
  },
  {
    answer: 'kinds',
    flag: 'kinds',
    asks: 'The kinds of posts: discussion, update, story, or your own, like Webinar/Webinars?',
    offered: () => USUAL_KINDS,
    read: (written) => {
      const named = kindsNamed(written);
      return 'hint' in named ? named : { value: written.trim() };
    },
  },
];

/** The address at which GitHub Pages serves a repository that has no domain of its own. */
export function pagesAddress(repository: string): string {
  const [owner = '', name = ''] = repository.toLowerCase().split('/');
  return name === `${owner}.github.io` ? `https://${name}` : `https://${owner}.github.io/${name}`;
}

/** The first letters of a name's longer words; the name itself where these would say nothing. */
function initialsOf(name: string): string | undefined {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}|^\p{Lo}/u.test(word));
  const initials = words.map((word) => [...word][0]).join('');
  if (/^\p{Lu}{2,8}$/u.test(initials)) return initials;
  return [...name].length <= 20 && name ? name : undefined;
}
