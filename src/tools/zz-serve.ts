import { startSiteServer } from './site-server.ts';
const [folder, base, port] = process.argv.slice(2);
console.log((await startSiteServer({ folder, base, host: '127.0.0.1', port: Number(port) })).address);
