import type { Response, Thread } from './response.ts';

/** How many responses a page holds, and how much of their HTML, in characters; one at least. */
const MOST_RESPONSES = 100;
const MOST_HTML = 200_000;

/** A thread as far as it stands on a page. */
export interface PagedThread {
  /** Its first response; nothing where that stands on an earlier page. */
  response?: Response | undefined;
  /** That first response, where the thread goes on here. */
  continues?: Response | undefined;
  replies: readonly Response[];
}

/**
 * The pages of a conversation, in its order: the first stands on the post's own page, the others by
 * themselves. What is added at the end of a conversation moves nothing.
 *
 * @returns one page at least
 */
export function responsePages(threads: readonly Thread[]): PagedThread[][] {
  const pages: PagedThread[][] = [[]];
  let count = 0;
  let length = 0;
  const isNextPage = ({ html }: Response) => {
    const isFull = count > 0 && (count === MOST_RESPONSES || length + html.length > MOST_HTML);
    if (isFull) pages.push([]);
    count = isFull ? 1 : count + 1;
    length = isFull ? html.length : length + html.length;
    return isFull;
  };
  for (const { response, replies } of threads) {
    isNextPage(response);
    let here: Response[] = [];
    pages.at(-1)?.push({ response, replies: here });
    for (const reply of replies) {
      if (isNextPage(reply)) {
        here = [];
        pages.at(-1)?.push({ continues: response, replies: here });
      }
      here.push(reply);
    }
  }
  return pages;
}

/** What stands on a page of a conversation, in its order. */
export function responsesOnPage(page: readonly PagedThread[]): Response[] {
  return page.flatMap(({ response, replies }) => [...(response ? [response] : []), ...replies]);
}
