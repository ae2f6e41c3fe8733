/** A real browser on the built site: launch once a file, a fresh context a test. */
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { serve, type Listening } from '../../src/build/server/serve.ts';
import { kindOf, site, type BuiltSite } from './built.ts';
import { launchOptions } from './launch.ts';

export interface Stage {
  browser: Browser;
  served: Listening;
  /** Address of a page of the site: `claims/x/index.html` or `claims/x/`. */
  url(page: string): string;
  /** A page in a context of its own, which is closed after `use`. */
  open<T>(
    use: (page: Page, context: BrowserContext) => Promise<T>,
    options?: BrowserContextOptions,
  ): Promise<T>;
  close(): Promise<void>;
}

/** A slow machine is no failure. */
const PATIENCE = 120_000;

/** Starts a browser and serves a built site to it. */
export async function stage(built: BuiltSite = site): Promise<Stage> {
  const browser = await chromium.launch(launchOptions());
  const served = await serve(built.folder, { base: built.base });
  return {
    browser,
    served,
    url: (page) => served.address + page.replace(/index\.html$/, ''),
    async open(use, options) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        ...options,
      });
      context.setDefaultTimeout(PATIENCE);
      try {
        return await use(await context.newPage(), context);
      } finally {
        await context.close();
      }
    },
    async close() {
      await browser.close();
      await served.close();
    },
  };
}

/**
 * Pages to try: of each kind the longest, so that the most crowded one stands for its kind,
 * and of articles and claims the shortest too.
 */
export function samples(built: BuiltSite = site): string[] {
  const kinds = new Map<string, string[]>();
  for (const page of built.pages.filter((one) => !/(^|\/)pagefind/.test(one)))
    kinds.set(kindOf(page), [...(kinds.get(kindOf(page)) ?? []), page]);
  const bySize = (pages: string[]) =>
    pages
      .map((page) => ({ page, size: built.bytes(page).length }))
      .sort((a, b) => b.size - a.size || (a.page < b.page ? -1 : 1))
      .map(({ page }) => page);
  return [...kinds].flatMap(([kind, pages]) => {
    const [longest, ...rest] = bySize(pages);
    return /^(articles|claims)\/…$/.test(kind) && rest.length > 0
      ? [longest!, rest.at(-1)!]
      : [longest!];
  });
}

/** Has a page count every shift of what is already shown, from the first moment. */
export const countShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const found: number[] = [];
    Object.assign(window, { shifts: found });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) found.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** The sum of the shifts that a page counted, when its faces have come. */
export const shiftsOf = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const { shifts } = window as unknown as { shifts: number[] };
    return shifts.reduce((sum, value) => sum + value, 0);
  });

/** Everything that went wrong on a page while it was watched. */
export function watch(page: Page, served: Listening) {
  const problems: string[] = [];
  const origin = new URL(served.address).origin;
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob|about):/.test(request.url()))
      problems.push(`request to ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith('/404.html'))
      problems.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  return problems;
}
