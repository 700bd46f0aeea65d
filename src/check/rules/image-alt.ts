import { type Problem, problem } from '../../core/content-files/problem.ts';
import { identifierOf, treeNodes } from '../../core/markdown/mdast.ts';
import { normalize } from '../../core/text/closest-match.ts';
import { type Document, fieldPlace } from '../document.ts';
import { coverFields, imagesIn } from './images-in.ts';

/** What is wrong with the words for those who don't see a picture. */
export function altProblems(prose: Document): Problem[] {
  const cover = coverFields(prose)['alt'];
  const covers =
    typeof cover === 'string'
      ? [{ alt: cover, name: '', place: fieldPlace(prose, 'alt', '') }]
      : [];
  const references = (prose.tree ? treeNodes(prose.tree) : []).flatMap(({ node }) =>
    node.type === 'imageReference'
      ? [
          {
            alt: (node as { alt?: string | null }).alt ?? '',
            name: identifierOf(node),
            place: { file: prose.file, line: node.position?.start.line },
          },
        ]
      : [],
  );
  return [...covers, ...imagesIn(prose), ...references].flatMap(({ alt, name, place }) => {
    if (alt === undefined) return [];
    const words = alt.trim();
    if (words === '') return name === '' ? [] : [problem('no-alt', place, { name })];
    if (isFileName(words, name)) return [problem('alt-file-name', place, { alt: words })];
    return SAYS_NOTHING.test(words) ? [problem('alt-vague', place, { alt: words })] : [];
  });
}

/** What programs write where nobody wrote anything, in the languages of the interface and a few more. */
const SAYS_NOTHING =
  /^(an? |the |una? |la )?(image|picture|photo|photograph|pic|graphic|illustration|cover|untitled|alt|alt text|what it shows|imagen|foto|fotografía|bild|صورة)( description| here)?[.!…]?$/iu;

function isFileName(words: string, name: string): boolean {
  const stem = name.replace(/\.\w+$/, '');
  return (
    PICTURE_NAME.test(words) ||
    /^(img|dsc[nf]?|image|photo|picture|scan|screen ?shot|bildschirmfoto|captura de pantalla|pxl|whatsapp image|signal)?[ _-]?\d[\d_ .:-]*( ?(at|um|a las|-) [\d_ .:-]+)?( ?[ap]m)?$/i.test(
      words,
    ) ||
    (/[\d_-]/.test(stem) && normalize(words) === normalize(stem))
  );
}

const PICTURE_NAME = /\.(jpe?g|png|webp|avif|gif|heic|heif|svg|tiff?|bmp|jxl)$/i;
