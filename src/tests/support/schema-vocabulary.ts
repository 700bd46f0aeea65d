import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** What schema.org's vocabulary says of types and properties, read from `schema-dts`. */
export interface Vocabulary {
  /** What is wrong with a JSON-LD value, each with its path; none if it keeps to the vocabulary. */
  faults: (value: unknown, path?: string) => string[];
}

/** Annotations that schema.org defines for actions beside the properties. */
const ANNOTATION = /-(input|output)$/;

/** Reads the published vocabulary: types with their parents, properties with what they take. */
export function schemaVocabulary(): Vocabulary {
  const file = 'node_modules/schema-dts/dist/schema.d.ts';
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const parents = new Map<string, string[]>();
  const properties = new Map<string, Map<string, string[]>>();
  const unions = new Map<string, string[]>();
  for (const statement of source.statements) {
    if (ts.isInterfaceDeclaration(statement)) {
      const { text } = statement.name;
      const bases = statement.heritageClauses?.flatMap(({ types }) =>
        types.map(({ expression }) => expression.getText(source)),
      );
      parents.set(text, bases ?? []);
      const members = statement.members.filter(ts.isPropertySignature);
      properties.set(
        text,
        new Map(members.map((one) => [nameOf(one, source), namesIn(one.type, source)])),
      );
    }
    if (ts.isTypeAliasDeclaration(statement))
      unions.set(statement.name.text, namesIn(statement.type, source));
  }

  /** What a property of a type takes, by the names of types; undefined if the type has none such. */
  const rangeOf = (holder: string, property: string): string[] | undefined =>
    properties.get(holder)?.get(property) ??
    parents
      .get(holder)
      ?.map((parent) => rangeOf(parent, property))
      .find((range) => range !== undefined);
  const reach = (name: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const member of unions.get(name) ?? []) reach(member, seen);
    return seen;
  };

  const faults = (value: unknown, path = ''): string[] => {
    if (Array.isArray(value)) return value.flatMap((one, n) => faults(one, `${path}[${n}]`));
    if (typeof value !== 'object' || value === null) return [];
    const { '@type': type, '@id': _, ...rest } = value as Record<string, unknown>;
    if (type === undefined)
      return Object.keys(rest).length > 0 ? [`${path} says things but not what it is`] : [];
    const leaf = `${type}Leaf`;
    if (!properties.has(leaf)) return [`${path} is a ${type}, which is not in schema.org`];
    return Object.entries(rest).flatMap(([property, held]) => {
      const here = `${path} ${type}.${property}`;
      if (ANNOTATION.test(property)) return [];
      const range = rangeOf(leaf, property);
      if (!range) return [`${here} is not a property of ${type}`];
      const known = new Set(range.flatMap((name) => [...reach(name)]));
      const misfits = [held].flat().filter((one) => !fits(one, known));
      return [
        ...misfits.map((one) => `${here} cannot be ${JSON.stringify(one).slice(0, 60)}`),
        ...faults(held, here),
      ];
    });
  };
  return { faults };
}

function fits(value: unknown, known: ReadonlySet<string>): boolean {
  if (typeof value === 'number') return known.has('number') || known.has('Number');
  if (typeof value === 'boolean') return known.has('Boolean');
  if (typeof value === 'string')
    return ['string', 'Text', 'URL', 'Date', 'DateTime'].some((name) => known.has(name));
  const type = (value as Record<string, unknown>)['@type'];
  return type === undefined ? known.has('IdReference') : known.has(`${type}Leaf`);
}

function nameOf(member: ts.PropertySignature, source: ts.SourceFile): string {
  return ts.isStringLiteral(member.name) ? member.name.text : member.name.getText(source);
}

/** The names of types in a type, those of `SchemaValue<…>` from its first argument. */
function namesIn(type: ts.TypeNode | undefined, source: ts.SourceFile): string[] {
  if (!type) return [];
  if (ts.isUnionTypeNode(type)) return type.types.flatMap((one) => namesIn(one, source));
  if (!ts.isTypeReferenceNode(type)) return [type.getText(source)];
  const name = type.typeName.getText(source);
  const [first] = type.typeArguments ?? [];
  return name === 'SchemaValue' ? namesIn(first, source) : [name];
}
