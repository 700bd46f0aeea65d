import { createRequire } from 'node:module';

// Read by Node itself, which has most of it already from the check of the content. Vite would turn
// each of a hundred modules into one of its own, in a tenth of a small blog's build. What is changed
// there while somebody writes is seen when the development server starts again.
const read = createRequire(import.meta.url);

export const { collections } = read(
  './build/content/collections.ts',
) as typeof import('./build/content/collections.ts');
