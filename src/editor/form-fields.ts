import { dateAt, dayAndTime } from '../core/model/dates.ts';
import { belongsToMonth, type NamesKinds } from '../core/model/kinds.ts';
import type { Cover, PostFields } from '../core/model/post.ts';

/** How a field of a post is filled in, and among which others it stands in the editor. */
export interface FieldControl {
  /** `names` is a list that is typed, with commas; `ticks` one that is chosen from. */
  as: 'line' | 'lines' | 'day' | 'month' | 'choice' | 'tick' | 'ticks' | 'names' | 'picture';
  /** What every post needs, what some have, and what only a published post ever gets. */
  among: 'first' | 'rarer' | 'published';
}

/** Every field of a post. A field of the schema that is not here does not type-check. */
export const FIELD_CONTROLS = {
  title: { as: 'line', among: 'first' },
  kind: { as: 'choice', among: 'first' },
  month: { as: 'month', among: 'first' },
  round: { as: 'choice', among: 'first' },
  date: { as: 'day', among: 'first' },
  summary: { as: 'lines', among: 'first' },
  tags: { as: 'ticks', among: 'first' },
  authors: { as: 'ticks', among: 'first' },
  cover: { as: 'picture', among: 'first' },
  draft: { as: 'tick', among: 'rarer' },
  lang: { as: 'line', among: 'rarer' },
  follows: { as: 'choice', among: 'rarer' },
  translationOf: { as: 'choice', among: 'rarer' },
  licence: { as: 'choice', among: 'rarer' },
  responses: { as: 'choice', among: 'rarer' },
  responsesClosed: { as: 'day', among: 'rarer' },
  updated: { as: 'day', among: 'published' },
  correction: { as: 'lines', among: 'published' },
  formerly: { as: 'names', among: 'published' },
  guid: { as: 'line', among: 'published' },
  doi: { as: 'line', among: 'published' },
  withdrawn: { as: 'lines', among: 'published' },
} as const satisfies Record<keyof PostFields, FieldControl>;

export type FieldName = keyof typeof FIELD_CONTROLS;

/** The parts of a cover that are filled in beside its picture. */
export const IMAGE_CONTROLS = {
  alt: { as: 'line' },
  caption: { as: 'line' },
  credit: { as: 'line' },
  licence: { as: 'choice' },
  source: { as: 'line' },
} as const satisfies Record<Exclude<keyof Cover, 'image'>, Pick<FieldControl, 'as'>>;

export type ImageField = keyof typeof IMAGE_CONTROLS;
export const IMAGE_FIELDS = Object.keys(IMAGE_CONTROLS) as ImageField[];

/** What is said of a picture in the editor, by field; the picture itself is kept apart. */
export interface DescribedImage extends Readonly<Record<ImageField, string>> {
  name: string;
  isCover: boolean;
}

/** The values of a form by name, each field's in order. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/** The fields that stand together in the editor, in the order in which they stand there. */
export function formFields(among: FieldControl['among']): FieldName[] {
  const names = Object.keys(FIELD_CONTROLS) as FieldName[];
  return names.filter((name) => FIELD_CONTROLS[name].among === among);
}

/**
 * The front matter that a form and its pictures say; what is not filled in is empty.
 *
 * @param program its zone, in which a time of day is meant, and the kinds of posts that there are
 */
export function postFieldsOf(
  values: FormValues,
  pictures: readonly DescribedImage[],
  program: NamesKinds & { timeZone: string },
): Record<string, unknown> {
  const hasMonth = belongsToMonth(program, values['kind']?.[0]);
  const names = Object.keys(FIELD_CONTROLS) as FieldName[];
  const isMeant = (name: FieldName) => name !== 'month' || hasMonth;
  return Object.fromEntries(
    names.filter(isMeant).map((name) => {
      const { as }: FieldControl = FIELD_CONTROLS[name];
      if (as === 'picture') return [name, coverOf(pictures)];
      const said = written(as, values[name] ?? []);
      return [
        name,
        name === 'date' ? dateAt(`${said}`, values['time']?.[0] ?? '', program.timeZone) : said,
      ];
    }),
  );
}

/** The form that says the fields of a post: {@link postFieldsOf} gives them back. */
export function formValuesOf(
  fields: Readonly<Record<string, unknown>>,
  timeZone: string,
): FormValues {
  const { day, time } = dayAndTime(String(fields['date'] ?? ''), timeZone);
  const names = Object.keys(FIELD_CONTROLS) as FieldName[];
  const values = names.flatMap((name): [string, readonly string[]][] => {
    const { as }: FieldControl = FIELD_CONTROLS[name];
    const value = fields[name];
    if (as === 'picture' || value === undefined || value === false) return [];
    // What is open has no line of its own.
    if (name === 'responses' && value === 'open') return [];
    if (as === 'ticks') return [[name, (value as unknown[]).map(String)]];
    if (as === 'names') return [[name, [(value as unknown[]).join(', ')]]];
    return [[name, [value === true ? 'yes' : String(value)]]];
  });
  return { ...Object.fromEntries(values), date: [day], time: [time] };
}

function written(as: FieldControl['as'], values: readonly string[]): unknown {
  const line = values[0]?.replace(/\s+/g, ' ').trim() ?? '';
  if (as === 'ticks') return values;
  if (as === 'tick') return line === 'yes' || undefined;
  if (as === 'names') return line.split(/[\s,;]+/).filter(Boolean);
  return line;
}

function coverOf(pictures: readonly DescribedImage[]): Record<string, string> | undefined {
  const cover = pictures.find(({ isCover }) => isCover);
  if (!cover) return undefined;
  const parts = IMAGE_FIELDS.map((name) => [name, cover[name]]);
  return { image: `./${cover.name}`, ...Object.fromEntries(parts) };
}

/** How a picture is written in the text. */
export function imageMarkdown(picture: DescribedImage): string {
  const { name, alt, caption, credit, licence, source } = picture;
  const attributes = [['src', `./${name}`], ...IMAGE_FIELDS.map((label) => [label, picture[label]])]
    .filter(([, value]) => value)
    .map(([label, value]) => `${label}="${value?.replaceAll('"', '&quot;')}"`);
  if (credit || licence || source) return `<Figure ${attributes.join(' ')} />`;
  const title = caption && ` "${caption.replace(/(["\\<{])/g, '\\$1')}"`;
  return `![${alt.replace(/([[\]\\<{])/g, '\\$1')}](./${name}${title})`;
}
