import { z } from 'zod';

/** Licences that we can name and link, by SPDX identifier. */
export const LICENCES = {
  'CC-BY-4.0': { label: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  'CC-BY-SA-4.0': { label: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  'CC-BY-NC-4.0': { label: 'CC BY-NC 4.0', url: 'https://creativecommons.org/licenses/by-nc/4.0/' },
  'CC-BY-ND-4.0': { label: 'CC BY-ND 4.0', url: 'https://creativecommons.org/licenses/by-nd/4.0/' },
  'CC-BY-NC-SA-4.0': {
    label: 'CC BY-NC-SA 4.0',
    url: 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
  },
  'CC-BY-NC-ND-4.0': {
    label: 'CC BY-NC-ND 4.0',
    url: 'https://creativecommons.org/licenses/by-nc-nd/4.0/',
  },
  'CC-BY-3.0': { label: 'CC BY 3.0', url: 'https://creativecommons.org/licenses/by/3.0/' },
  'CC-BY-SA-3.0': { label: 'CC BY-SA 3.0', url: 'https://creativecommons.org/licenses/by-sa/3.0/' },
  'CC-BY-2.0': { label: 'CC BY 2.0', url: 'https://creativecommons.org/licenses/by/2.0/' },
  'CC-BY-SA-2.0': { label: 'CC BY-SA 2.0', url: 'https://creativecommons.org/licenses/by-sa/2.0/' },
  'CC-BY-NC-2.0': { label: 'CC BY-NC 2.0', url: 'https://creativecommons.org/licenses/by-nc/2.0/' },
  'CC-BY-NC-SA-2.0': {
    label: 'CC BY-NC-SA 2.0',
    url: 'https://creativecommons.org/licenses/by-nc-sa/2.0/',
  },
  'CC0-1.0': { label: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  'public-domain': {
    label: 'Public domain',
    url: 'https://creativecommons.org/publicdomain/mark/1.0/',
  },
  permission: { label: 'Used with permission', url: undefined },
} as const satisfies Record<string, { label: string; url: string | undefined }>;

export type Licence = keyof typeof LICENCES;

export const licence = z.enum(Object.keys(LICENCES) as [Licence, ...Licence[]], {
  error: (issue) =>
    `"${issue.input}" is not a licence we know. Choose one of ${Object.keys(LICENCES).join(', ')}.`,
});
