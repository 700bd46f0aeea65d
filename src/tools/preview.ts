import { complain, say } from './say.ts';
import { siteBase } from './site-base.ts';
import { startSiteServer } from './site-server.ts';

/** `npm run preview` serves the built site. PORT, HOST, BASE and OUT_DIR change what it assumes. */
const { HOST, OUT_DIR, PORT } = process.env;

try {
  const server = await startSiteServer({
    folder: OUT_DIR ?? 'dist',
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
