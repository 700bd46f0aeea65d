import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { startSiteServer } from './site-server.ts';

/** `npm run preview` serves the built site. PORT, HOST, BASE and OUT_DIR change what it assumes. */
const { BASE, CONTENT_DIR, HOST, OUT_DIR, PORT } = process.env;

try {
  const server = await startSiteServer({
    folder: OUT_DIR ?? 'dist',
    base: BASE ?? (await baseOfProgram(CONTENT_DIR ?? 'content')),
    host: HOST ?? 'localhost',
    port: Number(PORT ?? 4321),
    furtherPorts: PORT === undefined ? 20 : 0,
  });
  console.log(`\nThe blog is at ${server.address}\nPress Ctrl+C to stop.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => server.close().then(() => process.exit(0)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** The folder part of the address that `program.yaml` names: `/blog` of https://example.org/blog. */
async function baseOfProgram(contentFolder: string): Promise<string> {
  const program: { address?: unknown } = parse(
    await readFile(join(contentFolder, 'program.yaml'), 'utf8'),
  );
  return new URL(String(program.address)).pathname;
}
