import { directionOf } from './direction.ts';

// Words that another language had to lend carry its tag between characters for private use (Unicode,
// 23.5), until the page is whole: only there can an element with `lang` be put around them.
const BEGIN = '\ue0a0';
const TEXT = '\ue0a1';
const END = '\ue0a2';

const MARKS = /\ue0a0[^\ue0a1]*\ue0a1|\ue0a2/g;
/** Elements in which no other may stand, comments, and tags. */
const UNSPOKEN =
  /<!--[\s\S]*?-->|<(script|style|title|textarea|option|text)\b[\s\S]*?<\/\1\s*>|<(?:[^<>"']|"[^"]*"|'[^']*')*>/gi;

let isAnyThere = false;

/** Whether any words were lent since the program began, so that there may be marks at all. */
export function hasForeignWords(): boolean {
  return isAnyThere;
}

/** A text that is in another language than the one that was asked for. */
export function asForeign(text: string, language: string): string {
  isAnyThere = true;
  return `${BEGIN}${language}${TEXT}${text}${END}`;
}

/** A page in which such texts stand in elements that name their language and direction. */
export function withForeignMarked(html: string): string {
  if (!html.includes(BEGIN)) return html;
  let done = 0;
  const parts: string[] = [];
  for (const tag of html.matchAll(UNSPOKEN)) {
    parts.push(marked(html.slice(done, tag.index)), withoutForeignMarks(tag[0]));
    done = tag.index + tag[0].length;
  }
  return parts.join('') + marked(html.slice(done));
}

/** A text that says nothing of languages, without the marks. */
export function withoutForeignMarks(text: string): string {
  return text.replace(MARKS, '');
}

function marked(text: string): string {
  return text.replace(MARKS, (mark) => {
    if (mark === END) return '</span>';
    const language = mark.slice(BEGIN.length, -TEXT.length);
    return `<span lang="${language}" dir="${directionOf(language)}">`;
  });
}
