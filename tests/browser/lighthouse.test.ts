/** Lighthouse on every kind of page. Its performance score depends on the clock and is not held here. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import lighthouse from 'lighthouse';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Listening } from '../../src/build/server/serve.ts';
import { site } from '../support/built.ts';
import { samples } from '../support/browser.ts';
import { launchOptions } from '../support/launch.ts';

/** One page of each kind, but those that ask search engines to leave them out. */
const pages = samples()
  .filter((page) => page !== '404.html' && !site.read(page).includes('content="noindex"'))
  .sort();

let served: Listening;
let browser: Browser;
let port: number;

beforeAll(async () => {
  served = await serve(site.folder);
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  ({ port } = free.address() as AddressInfo);
  await new Promise((done) => free.close(done));
  const { args, ...options } = launchOptions();
  browser = await chromium.launch({
    ...options,
    args: [...args, `--remote-debugging-port=${port}`],
  });
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

test.each(pages)(
  '%s scores 100 for accessibility, best practices and search engines',
  async (page) => {
    const result = await lighthouse(`${served.address}${page.replace(/index\.html$/, '')}`, {
      port,
      logLevel: 'silent',
      onlyCategories: ['accessibility', 'best-practices', 'seo'],
      // Nothing comes late to these pages, and the time that loading takes is not held here.
      pauseAfterFcpMs: 0,
      pauseAfterLoadMs: 0,
      networkQuietThresholdMs: 0,
      cpuQuietThresholdMs: 0,
      // A picture of the whole page for a report that nobody reads.
      disableFullPageScreenshot: true,
      // Compares the canonical address with the one that was opened, which is this machine.
      skipAudits: ['canonical'],
    });
    const { categories, audits } = result!.lhr;
    const wanting = Object.values(audits)
      .filter(
        ({ score, scoreDisplayMode }) =>
          score !== null && score < 1 && scoreDisplayMode !== 'informative',
      )
      .map(
        ({ id, title, details }) =>
          `${id}: ${title} ${JSON.stringify((details as { items?: unknown[] } | undefined)?.items ?? []).slice(0, 400)}`,
      );
    expect(
      Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, score])),
      wanting.join('\n'),
    ).toEqual({ accessibility: 1, 'best-practices': 1, seo: 1 });
  },
);
