import type { RootContent } from 'hast';

/** A component of the author's vocabulary, still as syntax in the tree of the prose. */
export interface ProseComponent {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
  attributes: readonly { name?: string; value?: unknown }[];
  children: ProseNode[];
}

/** A node of a post's prose. */
export type ProseNode = RootContent | ProseComponent;

/** The tree of a post's prose: HTML as Markdown gives it, with components as syntax. */
export interface ProseRoot {
  type: 'root';
  children: ProseNode[];
}
