import { readCharacters } from '../../core/content-files/characters.ts';
import type { ContentFolder } from '../../core/content-files/folder.ts';
import { conflictProblems } from '../../core/content-files/merge-conflict.ts';
import type { Problem } from '../../core/content-files/problem.ts';
import { dayIn, isDate, momentOf } from '../../core/model/dates.ts';
import {
  addressProblems,
  aheadProblems,
  earlyProblems,
  readResponsesFile,
} from '../../responses/response-file.ts';
import type { CheckCache } from '../cache.ts';
import { type ContentIndex, isRead } from '../content-index.ts';
import { type Document, textField } from '../document.ts';

/** What is wrong with the responses that lie in a file beside a post. */
export function responseProblems(
  post: Document,
  folder: ContentFolder,
  catalogue: ContentIndex,
  now: Date | undefined,
  memory: CheckCache,
): readonly Problem[] {
  const path = `posts/${post.id}/responses.yaml`;
  const source = folder.texts.get(path);
  if (source === undefined) return [];
  const file = `${folder.name}/${path}`;
  const conflicts = conflictProblems(source, file);
  if (conflicts.length > 0) return conflicts;
  const count = post.questions?.length ?? Number.POSITIVE_INFINITY;
  const { program } = catalogue;
  const known = isRead(catalogue, 'people') ? Object.keys(catalogue.people) : undefined;
  const date = textField(post, 'date');
  const judged = memory.recall(
    [file, source, `${count}`, known, now, date, program.timeZone],
    () => {
      const { text, problems } = readCharacters(source, file);
      const read = readResponsesFile(text, file, count, known && new Set(known));
      const today = now && dayIn(now, program.timeZone);
      const ahead = today ? aheadProblems(read.responses, text, file, today, program.timeZone) : [];
      const day =
        date && isDate(date) ? dayIn(momentOf(date, program.timeZone), program.timeZone) : '';
      const isOut = today !== undefined && day <= today;
      const early = isOut ? earlyProblems(read.responses, text, file, day) : [];
      return {
        problems: [
          ...problems,
          ...read.problems,
          ...ahead,
          ...early,
          ...addressProblems(text, file),
        ],
      };
    },
  );
  return judged.problems;
}
