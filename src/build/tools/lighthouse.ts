/**
 * Lighthouse on one page of every kind of the built site, with its profile for phones.
 *
 *   npm run lighthouse                    all kinds
 *   npm run lighthouse -- article claim   only these
 *
 * Exit code 1 where accessibility, best practices or SEO are below 100. Performance is shown, not
 * held: it depends on the machine. `VERBATIM_DIST` names another folder than `dist/`.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse, { type Result } from 'lighthouse';
import { chromium } from 'playwright-core';
import { browserHelp, findBrowser } from '../tools/browser.ts';
import { kindsOfPages } from '../tools/kinds.ts';
import { builtSite, enter } from '../settings.ts';
import { serve } from '../server/serve.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Measures the kinds of pages that the arguments name. */
export async function measurePages(args: readonly string[]): Promise<void> {
  const dist = builtSite(enter().root);
  if (!existsSync(join(dist, 'index.html'))) {
    console.error(`There is no built site in ${dist}. Run \`npm run build\` first.`);
    process.exit(1);
  }
  const executablePath = findBrowser();
  if (!executablePath) {
    console.error(browserHelp);
    process.exit(1);
  }
  const asked = args.filter((name) => !name.startsWith('-'));
  // A page that asks not to be indexed is marked down for it, rightly; the 404 page is one.
  const kinds = kindsOfPages(dist).filter(({ kind }) =>
    asked.length === 0 ? kind !== '404' : asked.includes(kind),
  );

  const site = await serve(dist);
  const profile = mkdtempSync(join(tmpdir(), 'verbatim-lighthouse-'));
  const port = site.port + 1 > 65_535 ? site.port - 1 : site.port + 1;
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  });
  let low = 0;
  try {
    console.log(
      `${'page'.padEnd(18)} ${CATEGORIES.map((name) => name.padStart(15)).join('')}${'LCP ms'.padStart(10)}${'CLS'.padStart(8)}${'kB'.padStart(8)}`,
    );
    for (const { kind, path } of kinds) {
      const result = await lighthouse(site.address + path, {
        port,
        logLevel: 'error',
        onlyCategories: [...CATEGORIES],
      });
      if (!result) throw new Error(`Lighthouse gave no result for ${path}`);
      const { categories, audits } = result.lhr;
      const scores = CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100));
      const figure = (id: string) => audits[id]?.numericValue ?? 0;
      console.log(
        `${kind.padEnd(18)} ${scores.map((score) => String(score).padStart(15)).join('')}${figure('largest-contentful-paint').toFixed(0).padStart(10)}${figure('cumulative-layout-shift').toFixed(3).padStart(8)}${(figure('total-byte-weight') / 1000).toFixed(0).padStart(8)}`,
      );
      for (const [i, name] of CATEGORIES.entries()) {
        if (scores[i] === 100) continue;
        if (name !== 'performance') low++;
        for (const line of failedAudits(result.lhr, name)) console.log(line);
      }
    }
  } finally {
    await browser.close();
    await site.close();
    rmSync(profile, { recursive: true, force: true });
  }
  process.exitCode = low > 0 ? 1 : 0;
}

/** What cost a category points, each with up to three places on the page. */
function failedAudits(
  { categories, audits }: Pick<Result, 'categories' | 'audits'>,
  category: (typeof CATEGORIES)[number],
): string[] {
  const enough = category === 'performance' ? 0.9 : 1;
  return (categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
    const audit = audits[id];
    if (!audit || weight <= 0 || audit.score === null || audit.score >= enough) return [];
    const details = audit.details as { items?: { node?: { snippet?: string } }[] } | undefined;
    const places = (details?.items ?? [])
      .slice(0, 3)
      .map(({ node }) => (node?.snippet ? `\n    ${node.snippet}` : ''));
    const value = audit.displayValue ? ` (${audit.displayValue})` : '';
    return [`  ${category}: ${audit.title}${value}${places.join('')}`];
  });
}
