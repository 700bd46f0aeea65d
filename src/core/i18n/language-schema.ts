import { z } from 'zod';
import { compiled, placeholdersIn, type WrittenPart } from './compile-message.ts';
import { en } from './en.ts';

/**
 * What a program's file of words may say, `languages/<tag>.yaml`: any of the interface's texts in
 * its own language. Each must take the values that the English text takes, and count as its language does.
 *
 * @param language the tag that the file is named after
 */
export function languageSchema(language: string): z.ZodType<WrittenPart> {
  return partSchema(en, pluralForms(language)) as unknown as z.ZodType<WrittenPart>;
}

/** The plural categories of a language (CLDR): all of them, and those that numbers up to 200 need. */
interface PluralForms {
  all: readonly string[];
  needed: readonly string[];
}

function pluralForms(language: string): PluralForms {
  const rules = new Intl.PluralRules(language);
  const counted = Array.from({ length: 200 }, (_, index) => rules.select(index + 1));
  return { all: rules.resolvedOptions().pluralCategories, needed: [...new Set(counted)] };
}

function partSchema(part: WrittenPart, forms: PluralForms): z.ZodType {
  const fields = Object.entries(part).map(([name, one]) => {
    if (typeof one === 'string')
      return [name, textSchema(one, forms).optional().describe(`In English: ${one}`)];
    if (!Array.isArray(one)) return [name, partSchema(one as WrittenPart, forms).optional()];
    const texts = z.array(z.string().trim().min(1, 'Nothing stands here.'));
    const says = `In English there are ${one.length} steps.`;
    return [name, texts.length(one.length, `Write ${one.length} steps.`).optional().describe(says)];
  });
  return z.strictObject(Object.fromEntries(fields));
}

function textSchema(english: string, forms: PluralForms): z.ZodType {
  return z
    .string()
    .trim()
    .min(1, 'Nothing stands here.')
    .superRefine((text, context) => {
      const message = faultOf(text, english, forms);
      if (message) context.addIssue({ code: 'custom', message });
    });
}

/** What is wrong with a text, in a sentence. */
function faultOf(text: string, english: string, forms: PluralForms): string | undefined {
  let message: ReturnType<typeof compiled>;
  try {
    message = compiled(text);
  } catch (error) {
    return SYNTAX[(error as Error).message] ?? 'The braces { and } do not match.';
  }
  const branches = branchesIn(message);
  if (!branches) return 'Only {name} and {name, plural, …} can stand in a text, and no < and >.';
  const wanted = placeholdersIn(compiled(english));
  const given = placeholdersIn(message);
  const unknown = [...given].find((name) => !wanted.has(name));
  const missing = [...wanted].find((name) => !given.has(name));
  if (unknown !== undefined) {
    const known = [...wanted].map((name) => `{${name}}`).join(', ');
    return `{${unknown}} stands for nothing here. ${known ? `Known here: ${known}.` : 'No value is put in here.'}`;
  }
  if (missing !== undefined) return `{${missing}} is missing: a value is put in its place.`;
  for (const names of branches) {
    const named = names.filter((name) => !name.startsWith('='));
    const odd = named.find((name) => !forms.all.includes(name));
    if (odd !== undefined)
      return `"${odd}" is no plural form of this language. It has ${forms.all.join(', ')}.`;
    const absent = forms.needed.filter((name) => !named.includes(name));
    if (absent.length > 0)
      return `The plural lacks ${absent.join(', ')}. This language counts with ${forms.needed.join(', ')}.`;
  }
  return undefined;
}

/** The type that a compiled plural has. */
const PLURAL = 2;

/** The names of the branches of every plural; nothing where something else stands there. */
function branchesIn(message: unknown): string[][] | undefined {
  if (!Array.isArray(message)) return [];
  const found: string[][] = [];
  for (const node of message) {
    if (!Array.isArray(node) || node.length === 1) continue;
    const [, type, branches] = node;
    if (type !== PLURAL) return undefined;
    found.push(Object.keys(branches));
    for (const branch of Object.values(branches)) {
      const within = branchesIn(branch);
      if (!within) return undefined;
      found.push(...within);
    }
  }
  return found;
}

const SYNTAX: Readonly<Record<string, string>> = {
  MISSING_OTHER_CLAUSE: 'The plural lacks other {…}, which every language has.',
  EMPTY_ARGUMENT: 'Nothing stands between { and }.',
  MALFORMED_ARGUMENT: 'Between { and } belongs one name, without spaces.',
  INVALID_ARGUMENT_TYPE: 'After the comma belongs the word plural.',
  DUPLICATE_PLURAL_ARGUMENT_SELECTOR: 'A plural form stands here twice.',
  EXPECT_PLURAL_ARGUMENT_SELECTOR: 'After plural, belong its forms, like one {…} other {…}.',
};
