import { type ContentFolder, filesBeside } from '../../core/content-files/folder.ts';
import { isFileBeside } from '../../core/content-files/post-body.ts';
import { type Place, type Problem, problem } from '../../core/content-files/problem.ts';
import { fileName } from '../../core/site/absolute-url.ts';
import type { Document } from '../document.ts';
import { altProblems } from './image-alt.ts';
import { creditProblems, plainCreditProblems } from './image-credits.ts';
import {
  imageFileProblems,
  missingImageProblems,
  stilledProblems,
  tallProblems,
  unusedFileProblems,
} from './image-files.ts';
import { coverImageUse, type ImageUse, imagesIn } from './images-in.ts';

/** What is wrong with the pictures of a text: those it shows, and those that lie beside it. */
export function imageProblems(prose: Document): Problem[] {
  const cover = coverImageUse(prose);
  const isBeside = ({ name }: ImageUse) => isFileBeside(name);
  const covers = (cover ? [cover] : []).filter(isBeside);
  const inText = imagesIn(prose).filter(isBeside);
  const uses = [...covers, ...inText];
  const found = [
    ...altProblems(prose),
    ...creditProblems(prose),
    ...(cover ? missingImageProblems(cover, prose) : []),
    ...uses.flatMap((use) => imageFileProblems(use, prose)),
    ...covers.flatMap((use) => stilledProblems(use, false, prose)),
    ...inText.flatMap((use) => stilledProblems(use, true, prose)),
    ...covers.flatMap((use) => tallProblems(use, false, prose)),
    ...inText.flatMap((use) => tallProblems(use, true, prose)),
    ...(prose.room === 'posts' ? unusedFileProblems(uses, prose) : []),
  ];
  // Where something else is wrong with a picture, that comes first.
  const isFound = ({ line }: Problem) => found.some((other) => other.line === line);
  return [...found, ...plainCreditProblems(prose).filter((problem) => !isFound(problem))];
}

/** What is wrong with a person's portrait. */
export function portraitProblems(name: string, place: Place, folder: ContentFolder): Problem[] {
  const use = { name: fileName(name), place, start: 0 };
  const beside = filesBeside(folder, 'people/');
  return isFileBeside(use.name)
    ? imageFileProblems(use, { source: '', beside })
    : missingImageProblems(use, { source: '', beside });
}

/** Pictures of the whole folder that say where they were taken, where that was looked for. */
export function gpsProblems(folder: ContentFolder): Problem[] {
  return [...folder.pictures].flatMap(([path, { saysWhereTaken }]) => {
    const name = path.split('/').at(-1) ?? path;
    return saysWhereTaken
      ? [problem('picture-place', { file: `${folder.name}/${path}` }, { name })]
      : [];
  });
}
