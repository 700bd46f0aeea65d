import type { Measurement } from './measured-run.ts';
import type { PageWeight, SiteSize } from './page-weights.ts';
import type { Rank } from './ranking.ts';
import type { SearchTimes } from './search.ts';

/** All that was measured in one run of the bench. */
export interface BenchReport {
  machine: { processor: string; cores: number; node: string; system: string };
  blogs: BlogReport[];
  /** How good the answers of searches are, over the project's own content. */
  ranks?: Rank[] | undefined;
}

export interface BlogReport {
  posts: number;
  pictures: boolean;
  /** What was built → what it took, the least of all repetitions. */
  builds: Record<string, Measurement>;
  size: SiteSize;
  weights: PageWeight[];
  /** How long the first answer takes on a slow phone. */
  search?: SearchTimes | undefined;
}

/** The report as tables in Markdown, as docs/performance.md shows them. */
export function asTables(report: BenchReport): string {
  const { processor, cores, node, system } = report.machine;
  const builds = report.blogs.flatMap((blog) =>
    Object.entries(blog.builds).map(([name, took]) => [
      nameOf(blog),
      name,
      number(took.cpu),
      number(took.wall),
      number(took.memory, 0),
    ]),
  );
  const sizes = report.blogs.map((blog) => [
    nameOf(blog),
    String(blog.size.pages),
    String(blog.size.files),
    number(blog.size.megabytes),
  ]);
  const weights = report.blogs.flatMap((blog) =>
    blog.weights.map(({ page, html, toRead, gzip, brotli }) => [
      nameOf(blog),
      page,
      number(html),
      number(toRead),
      number(gzip),
      number(brotli),
    ]),
  );
  return [
    `${processor}, ${cores} cores, ${system}, Node ${node}. The least of all repetitions.`,
    table(['blog', 'build', 'CPU s', 'wall s', 'memory MB'], builds),
    table(['from', 'to', 'CPU ms per further post, cold', 'again'], growth(report)),
    table(['blog', 'pages', 'files', 'MB'], sizes),
    table(['blog', 'page', 'HTML, KB gzip', 'to read it', 'whole', 'whole, brotli'], weights),
    ranksTable(report.ranks ?? []),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** How good the answers of searches are, side by side. */
export function ranksTable(ranks: readonly Rank[]): string {
  const rows = ranks.map(({ search, kind, queries, first, firstThree, reciprocal }) => [
    ...[kind, String(queries), search],
    ...[first, firstThree, reciprocal].map((value) => number(value, 2)),
  ]);
  return table(
    ['what is looked for', 'queries', 'search', 'success@1', 'success@3', 'MRR@10'],
    rows.toSorted(([one = ''], [other = '']) => (one < other ? -1 : Number(one > other))),
  );
}

/** What each further post costs between one size and the next. */
function growth(report: BenchReport): string[][] {
  const text = report.blogs.filter(({ pictures }) => !pictures);
  return text.slice(1).map((blog, index) => {
    const before = text[index] as BlogReport;
    const cost = (name: string) => {
      const [one, other] = [before.builds[name]?.cpu, blog.builds[name]?.cpu];
      return one === undefined || other === undefined
        ? '–'
        : number(((other - one) * 1000) / (blog.posts - before.posts));
    };
    return [
      nameOf(before),
      nameOf(blog),
      cost(blog.builds['cold, no share pictures'] ? 'cold, no share pictures' : 'cold'),
      cost('again'),
    ];
  });
}

/** How a report stands to an earlier one: 0.50 is half of what it was. */
export function asRatios(report: BenchReport, earlier: BenchReport): string {
  const rows = report.blogs.flatMap((blog) => {
    const before = earlier.blogs.find(
      ({ posts, pictures }) => posts === blog.posts && pictures === blog.pictures,
    );
    return Object.entries(blog.builds).flatMap(([name, took]) => {
      const then = before?.builds[name];
      if (!then) return [];
      const ratio = (key: keyof Measurement) => {
        const [now, was] = [took[key], then[key]];
        return now === undefined || !was ? '–' : number(now / was, 2);
      };
      return [[nameOf(blog), name, ratio('cpu'), ratio('wall'), ratio('memory')]];
    });
  });
  if (rows.length === 0) return 'The earlier report has none of these builds.';
  return table(['blog', 'build', 'CPU ×', 'wall ×', 'memory ×'], rows);
}

function nameOf({ posts, pictures }: BlogReport): string {
  return `${posts.toLocaleString('en')}${pictures ? ' with pictures' : ''}`;
}

function number(value: number | undefined, digits = 1): string {
  return value === undefined ? '–' : value.toFixed(digits);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
