import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

export interface SourceImport {
  /** The importing file, from the project's folder, with forward slashes. */
  file: string;
  /** 1-based. */
  line: number;
  /** As written: `../blog/post.ts`, `zod`. */
  specifier: string;
  /** The imported file, from the project's folder, or the name of the package. */
  target: string;
}

/** Every source file of the site: TypeScript, JavaScript and Astro components. */
export function sourceFiles(): string[] {
  return globSync('src/**/*.{ts,mts,js,mjs,astro}')
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('src/tests/fixtures/'))
    .sort();
}

/** What a file imports, static and dynamic, types included. */
export function importsOf(file: string): SourceImport[] {
  const source = file.endsWith('.astro')
    ? scriptsOnly(readFileSync(file, 'utf8'))
    : readFileSync(file, 'utf8');
  return ts.preProcessFile(source, true, true).importedFiles.map(({ fileName, pos }) => ({
    file,
    line: source.slice(0, pos).split('\n').length,
    specifier: fileName,
    target: targetOf(fileName, file),
  }));
}

/** A component's front matter and scripts in their places, everything else blank. */
function scriptsOnly(source: string): string {
  const scripts = /^---\n[\s\S]*?\n---|<script\b[^>]*>[\s\S]*?<\/script>/g;
  let kept = '';
  let end = 0;
  for (const match of source.matchAll(scripts)) {
    kept += source.slice(end, match.index).replace(/[^\n]/g, ' ');
    kept += match[0].replace(/^---|---$|^<script\b[^>]*>|<\/script>$/g, '');
    end = match.index + match[0].length;
  }
  return kept;
}

function targetOf(specifier: string, file: string): string {
  if (specifier.startsWith('.'))
    return posix.join(posix.dirname(file), specifier.replace(/\?.*$/, ''));
  if (/^(node|astro|virtual):/.test(specifier)) return specifier;
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
