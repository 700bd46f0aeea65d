import { isFileBeside } from '../../core/content-files/post-body.ts';
import { type Problem, problem } from '../../core/content-files/problem.ts';
import {
  attributeText,
  identifierOf,
  imageDefinitions,
  isComponent,
  treeNodes,
} from '../../core/markdown/mdast.ts';
import { fileName } from '../../core/site/absolute-url.ts';
import { type Document, fieldPlace, linesOf } from '../document.ts';
import { coverFields } from './images-in.ts';

/** What is missing where a picture has a place for its credit and licence: at the top, and in `<Figure>`. */
export function creditProblems(prose: Document): Problem[] {
  const cover = coverFields(prose);
  const figures = (prose.tree ? treeNodes(prose.tree) : []).flatMap(({ node }) =>
    isComponent(node) && node.name === 'Figure' ? [node] : [],
  );
  const shown = figures.map((figure) => ({
    name: fileName(attributeText(figure, 'src') ?? ''),
    credit: attributeText(figure, 'credit'),
    licence: attributeText(figure, 'licence'),
    place: { file: prose.file, line: figure.position?.start.line },
  }));
  const first =
    typeof cover['image'] === 'string'
      ? [
          {
            name: fileName(cover['image']),
            credit: cover['credit'],
            licence: cover['licence'],
            place: fieldPlace(prose, 'cover'),
          },
        ]
      : [];
  return [
    ...[...first, ...shown].flatMap(({ name, credit, licence, place }) =>
      credit || licence || !name ? [] : [problem('no-credit', place, { name })],
    ),
    // The schema says it of the cover.
    ...shown.flatMap(({ credit, licence, place }) =>
      !credit === !licence ? [] : [problem('credit-and-licence', place, {})],
    ),
  ];
}

/** Words by which a picture's caption, or the line below it, says whose it is. */
const CREDITED =
  /©|\(c\)|\bCC[ -](BY|0)|\b(photo|foto|photograph|image|imagen|picture|drawing|bild)(s|graf[ií]a)?( \w+)? ?(:|by |de |von |par )|courtesy|licen[cs]|licencia|domain|ours|nuestra|صورة:|تصوير/iu;

/** Pictures of others in plain Markdown, which has no place for a credit but the words below. */
export function plainCreditProblems(prose: Document): Problem[] {
  if (!prose.tree) return [];
  const lines = linesOf(prose);
  const nodes = treeNodes(prose.tree);
  const named = imageDefinitions(prose.tree);
  return nodes.flatMap(({ node }) => {
    const isNamed = node.type === 'definition' && named.has(identifierOf(node));
    if (node.type !== 'image' && !isNamed) return [];
    const { url, title } = node as { url: string; title?: string | null };
    const name = fileName(url);
    const line = node.position?.start.line ?? 1;
    const below = lines.slice(line, line + 2).join(' ');
    if (CREDITED.test(`${title ?? ''} ${below}`) || !isFileBeside(name) || !prose.beside.has(name))
      return [];
    return [problem('no-credit-below', { file: prose.file, line }, { name })];
  });
}
