/**
 * Pictures of every kind of page of the built site, at three widths, light and dark, into `shots/`.
 *
 *   npm run shots                    all kinds
 *   npm run shots -- article claim   only these
 *   npm run shots -- --readme <article> <claim>   the two pictures of the README
 *
 * `VERBATIM_DIST` names another folder than `dist/`; it must have been built for the base path `/`.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { browserHelp, findBrowser } from '../tools/browser.ts';
import { kindsOfPages } from '../tools/kinds.ts';
import { builtSite, enter, project, shotsFolder } from '../settings.ts';
import { serve } from '../server/serve.ts';

const WIDTHS = [390, 820, 1440];
const TALLEST = 6000;

/** Takes the pictures that the arguments name. */
export async function takeShots(args: readonly string[]): Promise<void> {
  const { root } = enter();
  const dist = builtSite(root);
  if (!existsSync(join(dist, 'index.html'))) {
    console.error(`There is no built site in ${dist}. Run \`npm run build\` first.`);
    process.exit(1);
  }
  const [readme, articleId, claimId] = args;
  const asked = args.filter((name) => !name.startsWith('-'));
  const kinds = kindsOfPages(dist).filter(({ kind }) => asked.length === 0 || asked.includes(kind));
  const folder = shotsFolder(root);
  mkdirSync(folder, { recursive: true });

  const executablePath = findBrowser();
  if (!executablePath) {
    console.error(browserHelp);
    process.exit(1);
  }
  const site = await serve(dist);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  if (readme === '--readme') {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 820 },
      colorScheme: 'light',
    });
    const page = await context.newPage();
    const target = resolve(project, 'src/site/assets/readme');
    mkdirSync(target, { recursive: true });
    for (const [name, path] of [
      ['article', `articles/${articleId}/`],
      ['claim', `claims/${claimId}/`],
    ] as const) {
      const answer = await page.goto(site.address + path, { waitUntil: 'networkidle' });
      if (!answer?.ok()) {
        console.error(`There is no page ${path} in ${dist}.`);
        process.exit(1);
      }
      await page.screenshot({ path: join(target, `${name}.png`) });
    }
    await browser.close();
    await site.close();
    console.log(`Pictures in ${target}`);
    process.exit(0);
  }
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of WIDTHS) {
        const context = await browser.newContext({
          viewport: { width, height: 900 },
          colorScheme,
          deviceScaleFactor: 1,
        });
        const page = await context.newPage();
        for (const { kind, path } of kinds) {
          await page.goto(site.address + path, { waitUntil: 'networkidle' });
          const height = Math.min(
            TALLEST,
            await page.evaluate(() => document.documentElement.scrollHeight),
          );
          await page.screenshot({
            path: join(folder, `${kind}-${width}-${colorScheme}.png`),
            clip: { x: 0, y: 0, width, height },
            fullPage: true,
          });
        }
        await context.close();
        console.log(`${colorScheme}, ${width} px: ${kinds.length} pages`);
      }
    }
  } finally {
    await browser.close();
    await site.close();
  }
  console.log(`Pictures in ${folder}`);
}
