import { registerHooks } from 'node:module';

// Its packages import JSON without the attribute that Node asks for.
registerHooks({
  load: (url, context, next) =>
    url.endsWith('.json')
      ? next(url, { ...context, importAttributes: { ...context.importAttributes, type: 'json' } })
      : next(url, context),
});
const { validate } = await import('@actions/languageservice');
const { TextDocument } = await import('vscode-languageserver-textdocument');

/**
 * What GitHub's own reader of workflows says to a text.
 *
 * @returns sentences, each with its line
 */
export async function workflowFindings(file: string, text: string): Promise<string[]> {
  const found = await validate(TextDocument.create(`file:///${file}`, 'yaml', 1, text));
  return found.map(({ message, range }) => `${range.start.line + 1}: ${message}`);
}
