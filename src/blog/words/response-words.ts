/** The words around what readers say. A language that lacks one does not type-check. */
export interface ResponseWords {
  responses: (n: number) => string;
  first: string;
  closed: string;
  closedSince: (day: string) => string;
  saved: (day: string) => string;
  question: (n: number) => string;
  badge: { coordinator: string; participant: string };
  source: { 'former-blog': string; email: string; github: string };
  gone: { hidden: string; withdrawn: string };
  nobody: string;
  edited: string;
  answer: string;
  here: string;
  hereSays: (host: string) => string;
  github: string;
  githubSays: string;
  there: string;
  lockedSays: string;
  email: string;
  emailSays: string;
  line: (n: number) => string;
  lineSays: (line: string) => string;
  loading: string;
  failed: string;
  newer: (n: number) => string;
  inReply: string;
  to: string;
  latestSays: string;
  reactions: Readonly<Record<string, string>>;
}

const en: ResponseWords = {
  responses: (n) => (n === 1 ? 'One response' : `${n} responses`),
  first: 'Nobody has answered yet. Yours would be the first response.',
  closed: 'This discussion is closed. Its responses stay.',
  closedSince: (day) => `This discussion has been closed since ${day}. Its responses stay.`,
  saved: (day) => `Responses from GitHub as they stood on ${day}.`,
  question: (n) => `On question ${n}`,
  badge: { coordinator: 'coordinator', participant: 'participant' },
  source: { 'former-blog': 'on the former blog', email: 'by email', github: 'on GitHub' },
  gone: { hidden: 'This response was hidden.', withdrawn: 'This response was withdrawn.' },
  nobody: 'Somebody whose account is gone',
  edited: 'edited',
  answer: 'Answer',
  here: 'Answer here',
  hereSays: (host) => `Contacts ${host} and GitHub once you press it, and needs a GitHub account.`,
  github: 'Answer on GitHub',
  githubSays: 'Leads to the same discussion there.',
  there: 'Read on GitHub',
  lockedSays: 'The discussion there has been locked: it can be read, and no longer answered.',
  email: 'Answer by email',
  emailSays: 'Needs no account. A coordinator puts it here under the name that you choose.',
  line: (n) => `Question ${n}:`,
  lineSays: (line) => `Begin with “${line}” so that your answer finds its question.`,
  loading: 'The live discussion is being fetched.',
  failed:
    'The live discussion cannot be reached now. Everything above stays readable; to answer, go to GitHub or write by email.',
  newer: (n) =>
    n === 1
      ? 'There is one newer response in the live discussion.'
      : `There are ${n} newer responses in the live discussion.`,
  inReply: 'in reply',
  to: 'on',
  latestSays: 'What people said lately, across the blog.',
  reactions: {
    THUMBS_UP: 'thumbs up',
    THUMBS_DOWN: 'thumbs down',
    LAUGH: 'laughs',
    HOORAY: 'cheers',
    CONFUSED: 'puzzled',
    HEART: 'hearts',
    ROCKET: 'rockets',
    EYES: 'eyes',
  },
};

const es: ResponseWords = {
  responses: (n) => (n === 1 ? 'Una respuesta' : `${n} respuestas`),
  first: 'Nadie ha respondido todavía. La suya sería la primera respuesta.',
  closed: 'Este debate está cerrado. Sus respuestas permanecen.',
  closedSince: (day) => `Este debate está cerrado desde el ${day}. Sus respuestas permanecen.`,
  saved: (day) => `Respuestas de GitHub tal como estaban el ${day}.`,
  question: (n) => `Sobre la pregunta ${n}`,
  badge: { coordinator: 'coordinación', participant: 'participante' },
  source: { 'former-blog': 'en el blog anterior', email: 'por correo', github: 'en GitHub' },
  gone: { hidden: 'Esta respuesta se ocultó.', withdrawn: 'Esta respuesta se retiró.' },
  nobody: 'Alguien cuya cuenta ya no existe',
  edited: 'editado',
  answer: 'Responder',
  here: 'Responder aquí',
  hereSays: (host) =>
    `Al pulsarlo se conecta con ${host} y GitHub, y hace falta una cuenta de GitHub.`,
  github: 'Responder en GitHub',
  githubSays: 'Lleva al mismo debate allí.',
  there: 'Leer en GitHub',
  lockedSays: 'Allí el debate se ha bloqueado: se puede leer, pero ya no responder.',
  email: 'Responder por correo',
  emailSays:
    'No hace falta ninguna cuenta. La coordinación la publica con el nombre que usted elija.',
  line: (n) => `Pregunta ${n}:`,
  lineSays: (line) => `Empiece con «${line}» para que su respuesta encuentre su pregunta.`,
  loading: 'Se está cargando el debate en directo.',
  failed:
    'Ahora no se puede llegar al debate en directo. Todo lo de arriba se puede leer; para responder, vaya a GitHub o escriba por correo.',
  newer: (n) =>
    n === 1
      ? 'Hay una respuesta más reciente en el debate en directo.'
      : `Hay ${n} respuestas más recientes en el debate en directo.`,
  inReply: 'en respuesta',
  to: 'sobre',
  latestSays: 'Lo último que se ha dicho en todo el blog.',
  reactions: {
    THUMBS_UP: 'a favor',
    THUMBS_DOWN: 'en contra',
    LAUGH: 'risas',
    HOORAY: 'vivas',
    CONFUSED: 'dudas',
    HEART: 'corazones',
    ROCKET: 'cohetes',
    EYES: 'miradas',
  },
};

const LANGUAGES: Readonly<Record<string, ResponseWords>> = { en, es };

/** The words in a language, by the first part of its tag; English where there are none. */
export function responseWordsFor(language: string): ResponseWords {
  return LANGUAGES[language.split('-')[0]?.toLowerCase() ?? ''] ?? en;
}

/** The signs of GitHub's reactions. */
export const REACTION_SIGNS: Readonly<Record<string, string>> = {
  THUMBS_UP: '👍',
  THUMBS_DOWN: '👎',
  LAUGH: '😄',
  HOORAY: '🎉',
  CONFUSED: '😕',
  HEART: '❤️',
  ROCKET: '🚀',
  EYES: '👀',
};
