/**
 * Astro's own build of the same records makes the same pages as the renderer does, byte for byte:
 * nobody who designs a page needs to know that there are two runtimes.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { site } from '../support/built.ts';
import { filesUnder } from '../../src/build/putting-in-place/put-in-place.ts';

const project = resolve(import.meta.dirname, '../..');
// Astro renames files from its project into the output, which works within one disk only.
const folder = mkdtempSync(join(project, '.verbatim/astro-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every page is the one that Astro renders', () => {
  const card = JSON.parse(readFileSync(join(project, '.verbatim/records/site.json'), 'utf8')) as {
    address: string;
  };
  const script = `const { build } = await import('astro'); await build({ root: ${JSON.stringify(project)}, outDir: ${JSON.stringify(join(folder, 'site'))}, logLevel: 'error' });`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: project,
    encoding: 'utf8',
    env: {
      ...withoutVite(process.env),
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      BASE_PATH: site.base,
      SITE: process.env.SITE ?? card.address,
      SHARE_IMAGES: 'empty',
    },
  });
  expect(status, stderr).toBe(0);
  const pages = filesUnder(join(folder, 'site')).filter((name) => name.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(100);
  for (const page of pages) {
    const known = existsSync(join(site.folder, page)) ? site.read(page) : '';
    const isSame = known === readFileSync(join(folder, 'site', page), 'utf8');
    expect.soft(isSame, `${page} is what Astro renders`).toBe(true);
  }
});

/** The test runner's own variables would take the place of what Vite tells the pages. */
function withoutVite(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = new Set(['PROD', 'DEV', 'SSR', 'MODE', 'BASE_URL']);
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !names.has(name)));
}
