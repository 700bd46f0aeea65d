import { type Document, isMap, isScalar, isSeq, type Pair, Scalar, visit, YAMLSeq } from 'yaml';
import type { z } from 'zod';
import { type Problem, problem } from './problem.ts';
import { isList, schemaOf } from './schema-fields.ts';

/**
 * Takes values for what they are meant as, where that is plain: a title that is a number is its words,
 * and one author without brackets is a list of one. Where the schema wants neither, nothing changes.
 */
export function takeAsMeant(document: Document, schema: z.ZodType): void {
  if (!isMap(document.contents)) return;
  for (const pair of document.contents.items) {
    const name = isScalar(pair.key) ? String(pair.key.value) : '';
    const field = schemaOf(schema, [name]);
    if (!field) continue;
    const fits = (value: unknown) => field.safeParse(value).success;
    if (isList(schema, name)) takeList(pair, fits);
    // A round that is a number is the number of one that is called otherwise.
    else if (name !== 'round' && isScalar(pair.value))
      takeWords(pair.value, (value) => fits(value));
  }
}

function takeList(pair: Pair, fits: (value: unknown) => boolean): void {
  const { value } = pair;
  if (isSeq(value)) {
    for (const item of value.items) if (isScalar(item)) takeWords(item, (word) => fits([word]));
    return;
  }
  if (!isScalar(value) || value.value === null) return;
  const word = asWritten(value);
  if (word === undefined || /[,;&/[\](){}]|\s(?:and|y|et|und|e)\s/i.test(word) || !fits([word]))
    return;
  const list = new YAMLSeq();
  const only = new Scalar(word);
  only.range = value.range ?? null;
  list.range = value.range ?? null;
  list.items.push(only);
  pair.value = list;
}

function takeWords(scalar: Scalar, fits: (value: unknown) => boolean): void {
  if (!/^(number|bigint)$/.test(typeof scalar.value) || fits(scalar.value)) return;
  const word = asWritten(scalar);
  if (word !== undefined && fits(word)) scalar.value = word;
}

function asWritten({ value, source }: Scalar): string | undefined {
  return typeof value === 'string' ? value : source;
}

/**
 * The word null where somebody's name or a tag's is meant, and values that a comma in braces cuts in
 * two, each with the line that works. They are then read as if that line stood there.
 */
export function takeCutValues(
  document: Document,
  text: string,
  file: string,
  lineAt: (offset: number) => number,
): Problem[] {
  const problems: Problem[] = [];
  const told = (start: number, end: number, put: string) => {
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const to = text.indexOf('\n', end);
    const line = text.slice(from, to < 0 ? undefined : to).replace(/\r$/, '');
    const fix = line.slice(0, start - from) + put + line.slice(end - from);
    return { place: { file, line: lineAt(start) }, fix: { fix } };
  };
  const takeNull = (scalar: Scalar, field: string) => {
    const { source = '', range } = scalar;
    if (scalar.value !== null || !/^null$/i.test(source) || !range) return;
    const { place, fix } = told(range[0], range[1], `"${source}"`);
    problems.push(problem('yaml-null', { ...place, field }, { field, word: source }, fix));
    scalar.value = source;
  };
  visit(document, {
    Pair: (_, pair) => {
      const name = isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : '';
      if (isScalar(pair.key)) takeNull(pair.key, name);
      if (isScalar(pair.value)) takeNull(pair.value, name);
      if (!isSeq(pair.value)) return;
      for (const item of pair.value.items) if (isScalar(item)) takeNull(item, name);
    },
    Map: (_, map) => {
      if (!map.flow) return;
      // Behind its comma such a word has no colon, and so is a name without a value.
      for (let at = map.items.length - 1; at > 0; at--) {
        const [before, pair] = [map.items[at - 1], map.items[at]];
        if (!pair || pair.value !== null || !isScalar(pair.key) || !isScalar(before?.value))
          continue;
        const [start, end] = [before.value.range?.[0], pair.key.range?.[1]];
        if (start === undefined || end === undefined || typeof before.value.value !== 'string')
          continue;
        const whole = text.slice(start, end);
        if (/["\\\n]/.test(whole) || text[end] === ':') continue;
        const { place, fix } = told(start, end, `"${whole}"`);
        const key = String(pair.key.source ?? pair.key.value);
        problems.push(problem('yaml-comma', { ...place, field: key }, { key }, fix));
        before.value.value = whole;
        before.value.range = [start, end, end];
        map.items.splice(at, 1);
      }
    },
  });
  return problems;
}
