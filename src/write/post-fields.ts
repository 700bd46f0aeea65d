import type { DraftPicture } from './draft-shelf.ts';

/** The values of a form by name, each field's in order. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/** What stands in a form now. */
export function formValues(form: HTMLFormElement): FormValues {
  const data = new FormData(form);
  const names = [...new Set(data.keys())];
  return Object.fromEntries(
    names.map((name) => [name, data.getAll(name).filter((value) => typeof value === 'string')]),
  );
}

/** Puts values back into a form. */
export function fillForm(form: HTMLFormElement, values: FormValues): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && /checkbox|radio/.test(control.type)) {
      control.checked = values[control.name]?.includes(control.value) ?? false;
    } else if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLSelectElement ||
      control instanceof HTMLTextAreaElement
    ) {
      if (control.name) control.value = values[control.name]?.[0] ?? '';
    }
  }
}

/** The front matter that a form and its pictures say. */
export function postFields(
  values: FormValues,
  pictures: readonly DraftPicture[],
): Record<string, unknown> {
  const one = (name: string) => values[name]?.[0]?.replace(/\s+/g, ' ').trim() ?? '';
  const cover = pictures.find(({ isCover }) => isCover);
  const isDiscussion = one('kind') === 'discussion';
  return {
    title: one('title'),
    kind: one('kind'),
    month: isDiscussion ? one('month') : undefined,
    round: one('round'),
    date: one('date'),
    summary: one('summary'),
    tags: values['tags'] ?? [],
    authors: values['authors'] ?? [],
    cover: cover && {
      image: `./${cover.name}`,
      ...{ alt: cover.alt, caption: cover.caption, credit: cover.credit },
      licence: cover.licence || undefined,
    },
    lang: one('lang'),
    follows: one('follows'),
  };
}

/** The folder's name that year, month and title give. */
export function offeredFolder(values: FormValues): string {
  const one = (name: string) => values[name]?.[0] ?? '';
  const begins = (one('kind') === 'discussion' && one('month')) || one('date').slice(0, 7);
  const words = one('title')
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    if (slug && slug.length + word.length > 40) break;
    slug = slug ? `${slug}-${word}` : word.slice(0, 40);
  }
  return begins ? `${begins}-${slug || one('kind')}` : '';
}

/** How a picture is written in the text. */
export function pictureMarkdown({ name, alt, caption, credit, licence }: DraftPicture): string {
  const attributes = Object.entries({ src: `./${name}`, alt, caption, credit, licence })
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}="${value.replaceAll('"', '&quot;')}"`);
  if (credit) return `<Figure ${attributes.join(' ')} />`;
  const title = caption && ` "${caption.replace(/(["\\<{])/g, '\\$1')}"`;
  return `![${alt.replace(/([[\]\\<{])/g, '\\$1')}](./${name}${title})`;
}
