/** Tools that others wrote find the words of every claim: on the pages as readers see them, and in the sources. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOfPage } from '../../src/publish/exports/page-text.ts';
import { annotation } from '../../src/publish/exports/web-annotations.ts';
import { codePoints } from '../../src/text/offsets.ts';
import type { PublicArticle } from '../../src/publish/exports/schema.ts';
import { stage, type Stage } from '../support/browser.ts';
import { dataLines, site } from '../support/built.ts';
import { siteFixture } from '../support/site-fixture.ts';

const articles = dataLines<PublicArticle>('articles.jsonl').map(({ id }) => id);
const NAME = 'apacheAnnotator';

interface Selector {
  exact?: string;
}
interface Target {
  source: { id: string };
  selector: [Selector, Selector];
}
interface Matchers {
  createTextQuoteSelectorMatcher: Matcher;
  createTextPositionSelectorMatcher: Matcher;
}
type Matcher = (selector: Selector) => (scope: Element) => AsyncIterable<Range>;

let on: Stage;
let annotator: string;
beforeAll(async () => {
  on = await stage();
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(import.meta.resolve('@apache-annotator/dom'))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: NAME,
    logLevel: 'error',
  });
  annotator = outputFiles[0]!.text;
});
afterAll(() => on.close());

const annotationsOf = (article: string) => {
  const page = JSON.parse(site.read(`articles/${article}/annotations.json`)) as {
    id: string;
    items: { id: string; target: Target[] | string }[];
  };
  const address = page.id.replace('annotations.json', '');
  return { address, items: page.items.filter(({ target }) => typeof target !== 'string') };
};

test('the text of a page is what a browser counts, with and without scripts', async () => {
  for (const javaScriptEnabled of [true, false])
    for (const article of articles)
      await on.open(
        async (page) => {
          await page.goto(on.url(`articles/${article}/`), { waitUntil: 'networkidle' });
          const { text } = textOfPage(site.read(`articles/${article}/index.html`));
          const counted = await page.evaluate(() => document.body.textContent ?? '');
          expect(counted.trimEnd()).toBe(text.trimEnd());
        },
        { javaScriptEnabled },
      );
});

test.each(articles.flatMap((article) => [`${article}/`, `${article}/source.txt`]))(
  'Apache Annotator finds each claim once, and by its offsets, on %s',
  async (path) => {
    const { address, items } = annotationsOf(path.split('/')[0]!);
    const targets = items.flatMap(({ id, target }) =>
      [target].flat().flatMap((one) => (typeof one === 'string' ? [] : [{ id, ...one }])),
    );
    const here = targets.filter(
      ({ source }) => source.id === address + path.slice(path.indexOf('/') + 1),
    );
    expect(new Set(here.map(({ id }) => id)).size).toBe(items.length);
    expect(await problemsOn(on.url(`articles/${path}`), here)).toEqual([]);
  },
);

/** What Apache Annotator does not find once, by its words and, where they are asked for, by its offsets. */
const problemsOn = (
  url: string,
  wanted: readonly { id: string; selector: [Selector, Selector] }[],
  { served, selectors = 2 }: { served?: string; selectors?: 1 | 2 } = {},
) =>
  on.open(
    async (page) => {
      if (served !== undefined)
        await page.route(url, (route) =>
          route.fulfill({ contentType: 'text/plain; charset=utf-8', body: served }),
        );
      await page.goto(url, { waitUntil: 'networkidle' });
      await page.evaluate(annotator + `;window.${NAME}=${NAME}`);
      return page.evaluate(
        async ([name, wanted, selectors]) => {
          const read = (window as unknown as Record<string, Matchers>)[name]!;
          const wrong: string[] = [];
          for (const { id, selector } of wanted)
            for (const [i, matcher] of [
              read.createTextQuoteSelectorMatcher,
              read.createTextPositionSelectorMatcher,
            ]
              .slice(0, selectors)
              .entries()) {
              const found: string[] = [];
              for await (const match of matcher(selector[i]!)(document.body)) {
                const range = document.createRange();
                range.setStart(match.startContainer, match.startOffset);
                range.setEnd(match.endContainer, match.endOffset);
                found.push(range.toString());
              }
              if (found.length !== 1 || found[0] !== selector[0].exact)
                wrong.push(`${id}: ${JSON.stringify(found)}`);
            }
          return wrong;
        },
        [NAME, [...wanted], selectors] as const,
      );
    },
    { bypassCSP: true },
  );

test('a quotation is found in what a browser shows of a file with carriage returns', async () => {
  const root = on.url('');
  for (const article of siteFixture().articles) {
    const returned = (text: string) => text.replace(/\n/g, '\r\n');
    const text = returned(article.text);
    const place = (offset: number) => returned(article.text.slice(0, offset)).length;
    const wanted = article.claims.flatMap((claim) => {
      const parts = claim.parts.map((part) => {
        const [start, end] = [place(part.start), place(part.end)];
        return { ...part, start, end, exact: text.slice(start, end) };
      });
      const made = annotation(
        article,
        { ...claim, parts },
        { text, points: codePoints(text) },
        { root, claimFiles: false, taken: null },
      );
      return [made.target].flat() as Target[];
    });
    const here = wanted
      .filter(({ source, selector }) => !`${source.id}${selector[0].exact}`.includes('\r'))
      .map(({ selector }, i) => ({ id: `${article.id} ${i}`, selector }));
    expect(here.length).toBeGreaterThan(0);
    expect(await problemsOn(`${root}lines.txt`, here, { served: text, selectors: 1 })).toEqual([]);
  }
});
