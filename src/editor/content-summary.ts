import type { ContentIndex } from '../check/content-index.ts';

/** What the editor knows of the content, as plain data: published things alone. */
export interface ContentSummary {
  catalogue: ContentIndex;
  /** Newest first. */
  posts: readonly AnsweredPost[];
  /** The months that have a discussion. */
  months: readonly string[];
  /** In the order in which they took place. */
  rounds: readonly { id: string; starts?: string | undefined; ends?: string | undefined }[];
}

/** A post as one needs it to file an answer. */
export interface AnsweredPost {
  id: string;
  /** The id that it never loses, which mails name. */
  permanentId: string;
  title: string;
  questions: readonly string[];
  /** Published responses that an answer may be to. */
  responses: readonly { id: string; name: string }[];
  /** Whether it has a `responses.yaml` already. */
  hasFile: boolean;
  /** The anchors of its responses that a heading could have too, from `takenAnchorsIn`. */
  takenAnchors: readonly string[];
  /** The id for the next answer by email. */
  nextMailId: string;
}
