/** A repository on GitHub, and the branch that is published. */
export interface Repository {
  /** `owner/name`. */
  repository: string;
  branch: string;
}

/** The longest address, in characters, that GitHub and every browser take. */
const MOST = 7500;

/**
 * The address of GitHub's page for a new file, name and text filled in. Whoever may not write to
 * the repository is offered a copy of it by GitHub there.
 *
 * @param path where the file is to stand in the repository
 * @returns `isWhole: false` when the text is too long for an address: it then has the name alone
 */
export function newFilePage(
  where: Repository,
  path: string,
  text: string,
): { address: string; isWhole: boolean } {
  const named = `${pageOf(where, 'new')}?filename=${encodeURIComponent(path).replaceAll('%2F', '/')}`;
  const whole = `${named}&value=${encodeURIComponent(text.toWellFormed())}`;
  const isWhole = whole.length <= MOST;
  return { address: isWhole ? whole : named, isWhole };
}

/** The address of GitHub's page for changing a file. */
export function editFilePage(where: Repository, path: string): string {
  return `${pageOf(where, 'edit')}/${path}`;
}

/** The address of GitHub's page on which files and folders are dropped, for a folder. */
export function uploadPage(where: Repository, folder: string): string {
  return `${pageOf(where, 'upload')}/${folder}`;
}

function pageOf({ repository, branch }: Repository, does: 'new' | 'edit' | 'upload'): string {
  return `https://github.com/${repository}/${does}/${branch}`;
}
