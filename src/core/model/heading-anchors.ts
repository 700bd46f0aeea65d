import Slugger from 'github-slugger';

/** Which kind of page a text makes; what else stands on it follows from that. */
export type Room = 'posts' | 'pages';

/** The ids that a page has around its text. Those of its own use alone have a colon, which no heading gets. */
const PAGE_IDS: Readonly<Record<Room, readonly string[]>> = {
  posts: ['text', 'contents', 'responses', 'responses-heading', 'answer'],
  pages: ['text', 'contents'],
};

/** The permanent anchors of responses with a number: a post has them, or may have them tomorrow. */
const RESPONSE = /^(response-[a-z0-9-]*\d|comment-\d+)$/;

/** The anchor of a response on the page of its post, for ever. */
export function responseAnchor(id: string): string {
  return `response-${id}`;
}

/**
 * The anchors of responses that a heading of their post could have too: those whose ids end with no
 * number, as the oldest may. The others no heading of any post gets.
 */
export function takenAnchors(responseIds: readonly string[]): string[] {
  return responseIds.map(responseAnchor).filter((anchor) => !RESPONSE.test(anchor));
}

/** The anchors of footnotes, as GitHub makes them. */
const FOOTNOTE = /^user-content-fn(ref)?-/;

/** Whether a page has an id around its text, or may have it tomorrow. */
export function isPageId(id: string, room: Room): boolean {
  return PAGE_IDS[room].includes(id) || (room === 'posts' && RESPONSE.test(id));
}

/** Whether a link may lead to a place of a page that its text does not make. */
export function isPageAnchor(anchor: string, room: Room): boolean {
  if (anchor === 'top' || FOOTNOTE.test(anchor)) return true;
  return room === 'posts' && /^(responses|answer|response-[a-z0-9-]+|comment-\d+)$/.test(anchor);
}

/** What a heading is called whose words have neither letters nor figures. */
const NAMELESS = 'section';

/**
 * The anchors of a text's headings, as `github-slugger` makes them. One that is taken already gets
 * the next number that is free: questions and responses keep theirs, and so do all other headings.
 *
 * @param headings what readers see of each heading, in the order of the page
 * @param taken the other ids: of the text's questions and footnotes, and of responses without a number
 */
export function headingAnchors(
  headings: readonly string[],
  room: Room,
  taken: ReadonlySet<string>,
): string[] {
  const slugger = new Slugger();
  const slugs = headings.map((words) => slugger.slug(words));
  const isTaken = (slug: string) =>
    slug === '' || taken.has(slug) || FOOTNOTE.test(slug) || isPageId(slug, room);
  const given = new Set(slugs);
  return slugs.map((slug) => {
    if (!isTaken(slug)) return slug;
    // With a number behind it, the anchor of a response or a footnote is that of another one.
    const isSeries = slug === '' || isTaken(`${slug}-1`);
    const name = isSeries ? [NAMELESS, slug].filter(Boolean).join('-') : slug;
    let free = name === slug ? `${name}-1` : name;
    for (let number = 1; given.has(free) || isTaken(free); number++) free = `${name}-${number}`;
    given.add(free);
    return free;
  });
}
