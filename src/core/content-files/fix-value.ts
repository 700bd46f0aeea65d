import type { z } from 'zod';
import { schemaOf } from './schema-fields.ts';
import { suggestDate, suggestDay, suggestLanguage, suggestOption } from './suggest-value.ts';
import { expectedValue } from './zod-messages.ts';

/** The line with its value in the form that is expected, where that is only a matter of form. */
export function fixedValue(
  issue: z.core.$ZodIssue,
  line: string,
  schema: z.ZodType,
): { fix?: string } {
  const [, key, value = ''] = /^(\s*(?:- )?[\w-]+: +)(\S.*?)\s*$/.exec(line) ?? [];
  const name = key?.replace(/^\s*(?:- )?|:\s*$/g, '');
  if (!key || name === undefined) return {};
  const isOne = issue.code === 'invalid_value' || expectedValue(issue) === 'string';
  const only = /^\[\s*([^\][{},"':#]+?)\s*,?\s*\]$/.exec(value)?.[1];
  if (isOne && Array.isArray(issue.input)) return fix(key, only);
  if (isOne && issue.input && typeof issue.input === 'object') {
    return /^\s*- /.test(key) ? { fix: line.replace(/(- )[\w-]+: +/, '$1') } : {};
  }
  // In a list between brackets the value at fault is one of several.
  if (issue.path.at(-1) !== name) return {};
  if (expectedValue(issue) === 'array') {
    const bare = /^"([^"]*)"$/.exec(value)?.[1] ?? value;
    const inner = /^[({[](.*)[)}\]]$/.exec(bare)?.[1] ?? bare;
    return { fix: `${key}[${inner.replaceAll(';', ',')}]` };
  }
  if (/^[#[{]/.test(value)) return {};
  const bare = value.replace(/\s+#.*$/, '');
  const plain = bare.replace(/^(["'])(.*)\1$/, '$2');
  if (issue.code === 'invalid_value') {
    return fix(key, suggestOption(name, plain, issue.values.map(String)));
  }
  const meant = meantValue(name, plain);
  if (issue.code === 'custom') return fix(key, meant === plain ? undefined : meant);
  if (issue.code !== 'invalid_type') return {};
  if (issue.expected === 'boolean') return fix(key, asTrueOrFalse(plain));
  if (/^(number|int)$/.test(issue.expected)) {
    const isGrouped = /^\d{1,3}([,. ]\d{3})+$/.test(plain);
    return fix(key, isGrouped || /^\d+$/.test(plain) ? plain.replace(/\D/g, '') : undefined);
  }
  if (/^["']/.test(value)) return {};
  if (issue.expected === 'string') {
    const isFine = name !== 'round' && schemaOf(schema, issue.path)?.safeParse(bare).success;
    return isFine ? { fix: `${key}"${bare}"` } : fix(key, meant);
  }
  const isImage = name === 'cover' && /\.\w{3,4}$/.test(value);
  if (!isImage) return {};
  const file = value.replace(/^\.\//, '');
  return { fix: `cover: { image: ./${file}, alt: what it shows }` };
}

function fix(key: string, value: string | undefined): { fix?: string } {
  return value === undefined ? {} : { fix: key + value };
}

function asTrueOrFalse(value: string): string | undefined {
  if (/^(yes|on|true)$/i.test(value)) return 'true';
  return /^(no|off|false)$/i.test(value) ? 'false' : undefined;
}

/** A day, a month or a language as it is written here, where somebody wrote it in words. */
function meantValue(name: string, written: string): string | undefined {
  const value = written.replace(/^[“”„‘’"]+|[“”‘’"]+$/gu, '');
  if (name === 'source' || name === 'url' || name === 'address') {
    return /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(value) ? `https://${value}` : undefined;
  }
  if (name === 'month') return suggestDay(value)?.slice(0, 7);
  return name === 'lang' || name === 'language' ? suggestLanguage(value) : suggestDate(value);
}
