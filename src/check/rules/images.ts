import { besideIn, type ContentFolder } from '../../core/content-files/folder.ts';
import { isFileBeside } from '../../core/content-files/post-body.ts';
import { broken, type Place, type Problem } from '../../core/content-files/problem.ts';
import { fileName } from '../../core/site/absolute-url.ts';
import type { Prose } from '../document.ts';
import { pictureWordProblems } from './image-alt.ts';
import { creditProblems, plainCreditProblems } from './image-credits.ts';
import {
  elsewhereProblems,
  pictureFileProblems,
  stilledProblems,
  unusedProblems,
} from './image-files.ts';
import { coverOf, type PictureUse, picturesIn } from './images-in.ts';

/** What is wrong with the pictures of a text: those it shows, and those that lie beside it. */
export function pictureProblems(prose: Prose): Problem[] {
  const cover = coverOf(prose);
  const isBeside = ({ name }: PictureUse) => isFileBeside(name);
  const covers = (cover ? [cover] : []).filter(isBeside);
  const inText = picturesIn(prose).filter(isBeside);
  const uses = [...covers, ...inText];
  const found = [
    ...pictureWordProblems(prose),
    ...creditProblems(prose),
    ...(cover ? elsewhereProblems(cover, prose) : []),
    ...uses.flatMap((use) => pictureFileProblems(use, prose)),
    ...covers.flatMap((use) => stilledProblems(use, false, prose)),
    ...inText.flatMap((use) => stilledProblems(use, true, prose)),
    ...(prose.room === 'posts' ? unusedProblems(uses, prose) : []),
  ];
  // Where something else is wrong with a picture, that comes first.
  const isFound = ({ line }: Problem) => found.some((other) => other.line === line);
  return [...found, ...plainCreditProblems(prose).filter((problem) => !isFound(problem))];
}

/** What is wrong with a person's portrait. */
export function portraitProblems(name: string, place: Place, folder: ContentFolder): Problem[] {
  const use = { name: fileName(name), place, start: 0 };
  const beside = besideIn(folder, 'people/');
  return isFileBeside(use.name)
    ? pictureFileProblems(use, { source: '', beside })
    : elsewhereProblems(use, { source: '', beside });
}

/** Pictures of the whole folder that say where they were taken, where that was looked for. */
export function placeTakenProblems(folder: ContentFolder): Problem[] {
  return [...folder.pictures].flatMap(([path, { saysWhereTaken }]) => {
    const name = path.split('/').at(-1) ?? path;
    return saysWhereTaken
      ? [broken('picture-place', { file: `${folder.name}/${path}` }, { name })]
      : [];
  });
}
