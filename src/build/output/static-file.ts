/** A file of the built site that no page of its own makes. */
export type StaticFile = {
  /** Its place in the built site: `posts/2013-08-reflection/index.md`. */
  path: string;
} & (
  | { text: string }
  /** As what it is kept between builds; see `core/cache/store.ts`. */
  | { kept: { namespace: string; key: string } }
);
