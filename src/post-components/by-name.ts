import type { ComponentName } from '../core/model/author-components.ts';
import Embed from './Embed.astro';
import Figure from './Figure.astro';
import Figures from './Figures.astro';
import Gallery from './Gallery.astro';
import InLanguage from './InLanguage.astro';
import Note from './Note.astro';
import Quote from './Quote.astro';

/** What authors may write in a post without importing it; the names are those of `COMPONENTS`. */
export const vocabulary = {
  ...{ Embed, Figure, Figures, Gallery, InLanguage, Note, Quote },
} satisfies Record<ComponentName, unknown>;
