import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { siteBase } from '../../server/base.ts';
import { findBrowser } from '../../server/find-browser.ts';
import { startSiteServer } from '../../server/server.ts';
import { buildFixtureSite } from '../support/fixture-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one browser of all tests listens. */
    browser: string;
    /** The site that `npm run build` made: its folder, and its address while the tests run. */
    site: { folder: string; address: string };
    /** The fixture's site, which lives at `/blog/` of its host. */
    siteBelow: { folder: string; address: string };
  }
}

export default async function setup(project: TestProject) {
  const folder = process.env['OUT_DIR'] ?? 'dist';
  const local = { host: '127.0.0.1', port: 0 };
  const site = await startSiteServer({ folder, base: await siteBase(), ...local });
  project.provide('site', { folder, address: site.address });

  const folderBelow = await buildFixtureSite({
    name: 'browser',
    base: '/blog',
    hasStyleGuide: true,
  });
  const siteBelow = await startSiteServer({ folder: folderBelow, base: '/blog', ...local });
  project.provide('siteBelow', { folder: folderBelow, address: siteBelow.address });

  const found = await findBrowser();
  const browser = await chromium.launchServer({
    ...found,
    args: [...(found.args ?? []), '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  project.provide('browser', browser.wsEndpoint());

  return async () => {
    await browser.close();
    await Promise.all([site.close(), siteBelow.close()]);
  };
}
