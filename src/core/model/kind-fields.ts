import { z } from 'zod';
import { language, lineOfText } from './fields.ts';
import { idSchema, RESERVED_WORDS } from './ids.ts';
import { isOurs, kindIds, kindsOf, LOOKS, type WrittenKind } from './kinds.ts';

const labels = z.strictObject({
  one: lineOfText(40).describe('What one post is called: Webinar.'),
  many: lineOfText(40).describe('What their list is called: Webinars.'),
  about: lineOfText(300).optional().describe('A sentence below the heading of their list.'),
  choice: lineOfText(80).optional().describe('What the editor offers: A webinar with its video.'),
});

const kind = z
  .strictObject({
    path: idSchema
      .optional()
      .describe('The address of their list: webinars stands for /webinars/. It never changes.'),
    questions: z.boolean().optional().describe('true if its posts ask readers questions.'),
    month: z.boolean().optional().describe('true if each of its posts belongs to a month.'),
    look: z
      .enum(LOOKS, {
        error: (issue) =>
          `"${issue.input}" is not one of the looks that there are: ${LOOKS.join(', ')}.`,
      })
      .optional()
      .describe('catalogue (by the number of the month), day, or postcard.'),
    labels: z
      .record(language, labels)
      .optional()
      .describe('What it is called, for each language of the site: one and many.'),
  })
  .nullable();

/** Every kind has an entry in lists of choices. */
const MOST_KINDS = 12;

/** `kinds` of `program.yaml`: id → kind, in the order in which they are shown. */
export const kindsSchema = z
  .record(idSchema, kind)
  .superRefine((kinds, context) => {
    const refuse = (path: string[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    for (const { path, message } of kindFaults(kinds)) refuse(path, message);
  })
  .optional()
  .describe(
    'The kinds of posts, if they are not discussion, update and story. A kind of these three needs no more than its name and a colon.',
  );

/** What is wrong with kinds that are well formed, each by itself and beside the others. */
function kindFaults(kinds: Readonly<Record<string, WrittenKind | null>>) {
  const faults: { path: string[]; message: string }[] = [];
  const ids = kindIds({ kinds });
  if (ids.length === 0) faults.push({ path: [], message: 'Name at least one kind of posts.' });
  if (ids.length > MOST_KINDS)
    faults.push({ path: [], message: `There are more than ${MOST_KINDS} kinds.` });
  const owners = new Map<string, string>();
  for (const [id, { path, look, hasMonth }] of Object.entries(kindsOf({ kinds }))) {
    const at = (field: string, message: string) => faults.push({ path: [id, field], message });
    const written = kinds[id];
    if (id === 'page')
      faults.push({ path: [id], message: 'A kind cannot be called "page": pages are no posts.' });
    if (!isOurs(id) && !written?.path)
      at('path', `The kind "${id}" needs an address for its list, like path: ${id}s.`);
    if (!isOurs(id) && !Object.keys(written?.labels ?? {}).length)
      at(
        'labels',
        `The kind "${id}" needs labels: what one of its posts and their list are called.`,
      );
    if (RESERVED_WORDS.has(path))
      at('path', `"${path}" is the name of one of the site's own pages. Choose another.`);
    const owner = owners.get(path);
    if (owner !== undefined)
      at('path', `"${path}" is the address of the kind "${owner}" already. Choose another.`);
    owners.set(path, owner ?? id);
    if (look === 'catalogue' && !hasMonth)
      at(
        'look',
        'The look catalogue shows the month of a post. Add month: true, or write look: day.',
      );
  }
  return faults;
}
