import { strToU8, type Zippable, zipSync } from 'fflate';

/**
 * A post's folder as a zip: `<id>/index.mdx`, and the pictures beside it.
 *
 * @param post its id, its text, and the day that its files are dated with
 * @param pictures file name → content
 */
export function postZip(
  post: { id: string; text: string; day: string },
  pictures: ReadonlyMap<string, Uint8Array>,
): Uint8Array<ArrayBuffer> {
  const mtime = dated(post.day);
  const files: Zippable = { [`${post.id}/index.mdx`]: [strToU8(post.text), { mtime }] };
  // Pictures are packed already.
  for (const [name, content] of pictures)
    files[`${post.id}/${name}`] = [content, { level: 0, mtime }];
  return zipSync(files);
}

/** Zip files know no dates before 1980 and no zones. */
function dated(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.slice(0, 10).split('-').map(Number);
  return year >= 1980 && year < 2100
    ? new Date(year, month - 1, date, 12)
    : new Date(1980, 0, 1, 12);
}
