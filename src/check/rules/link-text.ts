import type { Link } from 'mdast';
import { type Problem, problem } from '../../core/content-files/problem.ts';
import { plainText } from '../../core/model/questions.ts';
import type { Document } from '../document.ts';
import { hostOf } from './own-site-links.ts';

/** What is wrong with the words of a link: none, such that say nothing, or the name of another host. */
export function linkTextProblems(link: Link, prose: Document): Problem[] {
  const place = { file: prose.file, line: link.position?.start.line };
  const words = plainText(link);
  if (words === '') return [problem('link-empty', place, { part: 'words' })];
  if (VAGUE.test(words)) return [problem('link-vague', place, { words })];
  const said = hostOf(/^https?:\/\//i.test(words) ? words : `https://${words}`);
  const host = NAMES_HOST.test(words) ? hostOf(link.url) : undefined;
  if (!said || !host || said === host || host.endsWith(`.${said}`)) return [];
  return [problem('link-says-other', place, { said, host })];
}

/** Words that say nothing about where a link leads, in the languages of the interface and a few more. */
const VAGUE =
  /^(click here|click|here|this|this link|link|this page|read more|more|see here|learn more|find out more|this article|this post|this website|website|aquí|más información|saber más|en savoir plus|plus d’infos|mehr erfahren|haga clic aquí|clic aquí|pulse aquí|este enlace|enlace|más|leer más|ici|cliquez ici|hier|hier klicken|mehr|اضغط هنا|هنا)[.:!…]*$/iu;

/** Words that are an address, or end as no other words do. */
const NAMES_HOST =
  /^(https?:\/\/\S+|www\.\S+|[\w-]+(\.[\w-]+)*\.(com|org|net|edu|gov|info|int)(\/\S*)?)$/i;
