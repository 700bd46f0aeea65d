import type { Nodes } from 'mdast';
import { z } from 'zod';
import type { ContentFolder } from '../../core/content-files/folder.ts';
import { readPostFile } from '../../core/content-files/post-file.ts';
import type { Problem } from '../../core/content-files/problem.ts';
import { RULES, type Rule } from '../../core/content-files/rule-messages.ts';
import { parsePost } from '../../core/markdown/micromark.ts';
import { postSchema } from '../../core/model/post.ts';

/**
 * What goes wrong where the corrections that a check offers are applied, each by itself.
 *
 * @param isAlone whether nothing else is wrong in the lines, which is told once the first thing is right
 */
export function wrongCorrections(
  content: ContentFolder,
  problemsOf: (content: ContentFolder) => readonly Problem[],
  isAlone = true,
): string[] {
  const before = problemsOf(content);
  return before.flatMap((problem) => {
    const after = corrected(content, problem);
    if (!after) return [];
    const told = problemsOf(after);
    const line = lineOf(content, problem);
    const say = (message: string) => [`${problem.rule}: ${line} → ${problem.fix}: ${message}`];
    if (line === problem.fix) return say('changes nothing');
    const left = (of: readonly Problem[]) =>
      of.filter(({ file, rule }) => file === problem.file && rule === problem.rule).length;
    if (left(told) >= left(before)) return say('is there still');
    const come = told.filter(
      (one) => !FOLLOWS.has(one.rule) && !before.some(({ rule }) => rule === one.rule),
    );
    // What could not be read before is told for the first time.
    if (isAlone && come.length > 0 && isRead(content, problem))
      return say(`gives ${come.map(({ rule, line: at }) => `${at} ${rule}`).join(', ')}`);
    const rule: Rule = RULES[problem.rule];
    const [words, mended] = [wordsIn(content, problem), wordsIn(after, problem)];
    if (rule.safe && words && mended && words !== mended) return say(`${words} → ${mended}`);
    return [];
  });
}

/** Advice on a picture, which can only be given once there is one. */
const FOLLOWS: ReadonlySet<string> = new Set(['no-credit-below', 'alt-vague']);

function pathOf({ name }: ContentFolder, { file }: Problem): string {
  return file.slice(name.length + 1);
}

function lineOf(content: ContentFolder, problem: Problem): string | undefined {
  const text = content.texts.get(pathOf(content, problem)) ?? '';
  return text.split(/\r?\n/)[(problem.line ?? 0) - 1];
}

function corrected(content: ContentFolder, problem: Problem): ContentFolder | undefined {
  const path = pathOf(content, problem);
  const lines = content.texts.get(path)?.split('\n');
  if (!lines || problem.fix === undefined || problem.line === undefined) return undefined;
  const isOfWindows = lines[problem.line - 1]?.endsWith('\r');
  lines[problem.line - 1] = problem.fix + (isOfWindows ? '\r' : '');
  return { ...content, texts: new Map(content.texts).set(path, lines.join('\n')) };
}

function readAt(content: ContentFolder, problem: Problem) {
  const text = content.texts.get(pathOf(content, problem)) ?? '';
  return readPostFile(text, {
    ...{ file: problem.file, parse: parsePost, headings: new Set<string>() },
    schema: postSchema(() => z.string()),
  });
}

function isRead(content: ContentFolder, problem: Problem): boolean {
  if (!problem.file.endsWith('.mdx')) return !problem.rule.startsWith('yaml-');
  const { tree, post } = readAt(content, problem);
  return tree !== undefined && post !== undefined;
}

/**
 * The words that readers see of a post, without web addresses and what parts a word unseen. Where an
 * address that stood in the text becomes that of a link, it counts in both.
 */
function wordsIn(content: ContentFolder, problem: Problem): string | undefined {
  if (!problem.file.endsWith('.mdx')) return undefined;
  const { tree, given } = readAt(content, problem);
  if (!tree) return undefined;
  const isMadeLink = /^link-(gap|reversed)$/.test(problem.rule);
  const body = seen(tree, isMadeLink);
  const said = [given['title'], given['summary'], body].filter((one) => typeof one === 'string');
  const visible = said.join(' ').replace(/[\u200b\u2060\ufeff]/g, '');
  const plain = isMadeLink ? visible : visible.replace(/(https?:)?\/\/[^\s)\]]+/g, '');
  const words: string[] = plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const isWord = (word: string) => !/^(https?|mailto)$/.test(word);
  return (isMadeLink ? [...new Set(words)].filter(isWord).sort() : words).join(' ');
}

function seen(node: Nodes, hasAddresses: boolean): string {
  if (node.type === 'yaml' || node.type === 'definition') return '';
  const address = hasAddresses && 'url' in node ? ` ${node.url} ` : '';
  if (node.type === 'image') return `${node.alt ?? ''}${address}`;
  if ('value' in node) return node.value;
  if (!('children' in node)) return ' ';
  const isInline = /^(strong|emphasis|delete|link|linkReference)$/.test(node.type);
  const inside = node.children.map((child) => seen(child, hasAddresses)).join('');
  return inside + address + (isInline ? '' : ' ');
}
