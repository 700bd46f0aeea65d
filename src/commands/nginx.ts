import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { say } from '../core/terminal/say.ts';
import { outFolder } from '../environment.ts';
import { siteBase } from '../server/base.ts';
import { headerRules } from '../server/headers-file.ts';
import { nginxConfig } from '../server/nginx-config.ts';
import { commandLine } from './command-line.ts';

/** What `--help` says. */
const HELP = `npm run --silent nginx -- [options] > blog.conf

Prints what nginx needs to serve the built site: its types, headers, redirects
and 404 page. The file goes to /etc/nginx/conf.d/.

  --root=FOLDER   the folder that nginx serves (/var/www/blog). Where the blog
                  lives below an address, such as /blog/, the folder above it
  --name=NAME     the domain (_, which is any)
  --listen=PORT   the port, or address and port (80)
  --help          this text

BASE and OUT_DIR are as for a build.`;

/** `npm run nginx`: the configuration of nginx for the site that was built. */
const { values } = commandLine(
  {
    options: {
      root: { type: 'string', default: '/var/www/blog' },
      name: { type: 'string', default: '_' },
      listen: { type: 'string', default: '80' },
    },
  },
  HELP,
);
const { root, name, listen } = values;
const file = join(outFolder(), '_headers');
const headers = await readFile(file, 'utf8').catch(() => undefined);
if (headers === undefined) throw new Error(`${file} is not there. Run \`npm run build\` first.`);
say(nginxConfig({ root, name, listen, base: await siteBase(), rules: headerRules(headers) }));
