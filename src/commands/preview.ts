import { existsSync } from 'node:fs';
import { outputFolder } from '../build/output/output-folder.ts';
import { settleSite } from '../build/output/site-swap.ts';
import { takeLock } from '../core/cache/process-lock.ts';
import { complain, say } from '../core/terminal/say.ts';
import { outFolder } from '../environment.ts';
import { siteBase } from '../server/base.ts';
import { startSiteServer } from '../server/server.ts';

/** `npm run preview` serves the built site. PORT, HOST, BASE and OUT_DIR change what it assumes. */
const { HOST, PORT } = process.env;

try {
  const output = outputFolder(outFolder());
  // A build was killed in the very moment in which it put its site in the place of the last one.
  if (!existsSync(output.site) && existsSync(output.last)) {
    await takeLock(output.lock, () => {});
    settleSite(output);
  }
  const server = await startSiteServer({
    folder: output.site,
    base: await siteBase(),
    host: HOST ?? 'localhost',
    port: Number(PORT ?? 4321),
    furtherPorts: PORT === undefined ? 20 : 0,
  });
  say(`\nThe blog is at ${server.address}\nPress Ctrl+C to stop.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => server.close().then(() => process.exit(0)));
} catch (error) {
  complain(error);
}
