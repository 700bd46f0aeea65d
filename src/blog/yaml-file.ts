import { type Document, isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';

/** What a YAML text says, or every problem that keeps it from saying anything. */
export type Reading<Value> =
  | { value: Value; problems: readonly [] }
  | { value?: undefined; problems: readonly Problem[] };

/**
 * Reads YAML text against a schema. Dates stay strings (YAML 1.2 core schema), aliases are
 * refused, and every problem comes with its line.
 *
 * @param text the YAML text
 * @param schema what it must be
 * @param file the file's name, for the report
 * @param firstLine the file's line on which the text begins, from 1
 */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
  firstLine = 1,
): Reading<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  if (document.errors.length > 0) {
    return { problems: document.errors.map((error) => syntaxProblem(error, file, lineAt)) };
  }
  const result = schema.safeParse(plainValue(document));
  if (result.success) return { value: result.data, problems: [] };
  const lineOf = (path: readonly PropertyKey[]) => lineOfPath(document, path, lineAt) ?? firstLine;
  const problems = result.error.issues.flatMap((issue) =>
    issueProblems(issue, file, lineOf, schema),
  );
  return { problems };
}

/** The value of a document; an alias that would blow it up counts as empty. */
function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 }) ?? {};
  } catch {
    return {};
  }
}

function syntaxProblem(
  error: { code: string; message: string; pos: [number, number] },
  file: string,
  lineAt: (offset: number) => number,
): Problem {
  const sentence = SYNTAX[error.code] ?? {
    what: 'This line cannot be read.',
    todo: 'Compare it with another post: a name, a colon, a space, and then the value. Put a value that has a colon in it between quotation marks.',
  };
  return { rule: 'yaml', severity: 'error', file, line: lineAt(error.pos[0]), ...sentence };
}

const SYNTAX: Record<string, { what: string; todo: string }> = {
  TAB_AS_INDENT: {
    what: 'The line begins with a tab.',
    todo: 'Use spaces instead, two for each step.',
  },
  DUPLICATE_KEY: {
    what: 'The same name stands here a second time.',
    todo: 'Keep one of the two lines.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    what: 'There is a second colon in this line.',
    todo: 'Put the value between quotation marks: title: "Libraries: a new start"',
  },
  MISSING_CHAR: {
    what: 'A bracket or quotation mark is not closed.',
    todo: 'Write it at both ends.',
  },
  BAD_INDENT: {
    what: 'The line is moved in too far or not far enough.',
    todo: 'Lines that belong together begin at the same place.',
  },
};

/** The line of the deepest part of a path that stands in the document. */
function lineOfPath(
  document: Document,
  path: readonly PropertyKey[],
  lineAt: (offset: number) => number,
): number | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth > 1 ? document.getIn(path.slice(0, depth - 1), true) : document.contents;
    const key = path[depth - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) => isPair(item) && isNode(item.key) && String(item.key) === String(key),
      );
      if (pair && isNode(pair.key) && pair.key.range) return lineAt(pair.key.range[0]);
    }
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lineAt(node.range[0]);
  }
  return undefined;
}

function issueProblems(
  issue: z.core.$ZodIssue,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number,
  schema: z.ZodType,
): Problem[] {
  const where = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const known = keysAt(schema, issue.path);
      const guess = nearest(key, known);
      return {
        rule: 'unknown-key',
        severity: 'error',
        file,
        line: lineOf([...issue.path, key]),
        what: `${[where, key].filter(Boolean).join('.')} is not a name that belongs here.`,
        todo: guess ? `Did you mean ${guess}?` : `It may be one of ${known.join(', ')}.`,
      };
    });
  }
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
  const isAbsent = isMissing || (issue.code === 'invalid_value' && issue.input === undefined);
  return [
    {
      rule: isAbsent ? 'missing-field' : 'field',
      severity: 'error',
      file,
      line: lineOf(issue.path),
      what: isAbsent ? `${where || 'Something'} is missing.` : `${where}: ${issue.message}`,
      todo: descriptionAt(schema, issue.path) ?? 'Correct the value.',
    },
  ];
}

/** The schema that judges what stands at a path, as far as it is made of objects and lists. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let here: z.ZodType | undefined = unwrapped(schema);
  for (const step of path) {
    const def = here?.def as
      | {
          type?: string;
          shape?: Record<string, z.ZodType>;
          element?: z.ZodType;
          valueType?: z.ZodType;
        }
      | undefined;
    here = def?.shape?.[String(step)] ?? def?.element ?? def?.valueType;
    here = here && unwrapped(here);
  }
  return here;
}

function unwrapped(schema: z.ZodType): z.ZodType {
  const inner = (schema.def as { innerType?: z.ZodType }).innerType;
  return inner ? unwrapped(inner) : schema;
}

function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const def = schemaAt(schema, path)?.def as { shape?: Record<string, unknown> } | undefined;
  return Object.keys(def?.shape ?? {});
}

function descriptionAt(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  const parent = schemaAt(schema, path.slice(0, -1));
  const shape = (parent?.def as { shape?: Record<string, z.ZodType> } | undefined)?.shape;
  return shape?.[String(path.at(-1))]?.description;
}
