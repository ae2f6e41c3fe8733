import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataLines, site, subSite } from '../support/built.ts';
import { samples, stage, watch, type Stage } from '../support/browser.ts';
import type { PublicArticle, PublicClaim } from '../../src/publish/exports/schema.ts';

const articles = dataLines<PublicArticle>('articles.jsonl');
const claims = dataLines<PublicClaim>('claims.jsonl');
const longest = [...articles].sort((a, b) => b.claims.length - a.claims.length)[0]!;

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.close());

describe('without JavaScript', () => {
  describe('one page after the other', () => {
    // Without scripts a page leaves nothing behind for the next but what the browser has in its cache.
    let context: BrowserContext;
    beforeAll(async () => {
      context = await on.browser.newContext({
        viewport: { width: 1280, height: 800 },
        javaScriptEnabled: false,
      });
    });
    afterAll(() => context.close());

    test.each(samples())('%s can be read', async (path) => {
      const page = await context.newPage();
      await page.goto(on.url(path));
      await expect.poll(() => page.locator('main h1').first().isVisible()).toBe(true);
      expect((await page.locator('main').innerText()).trim().length).toBeGreaterThan(60);
      await page.close();
    });
  });

  test.each(articles.map(({ id }) => id))(
    'every claim of %s is there at its address in the article',
    async (id) => {
      await on.open(
        async (page) => {
          const hidden: string[] = [];
          for (const claim of claims.filter(({ article }) => article === id)) {
            await page.goto(`${on.url(`articles/${id}/`)}#${claim.id}`);
            const box = await page.locator(`[id="${claim.id}"]`).boundingBox();
            const { height } = page.viewportSize()!;
            if (!box || box.width < 1 || box.height < 1 || box.y + box.height < 0 || box.y > height)
              hidden.push(`${claim.id}: ${JSON.stringify(box)}`);
          }
          expect(hidden).toEqual([]);
        },
        { javaScriptEnabled: false },
      );
    },
  );

  test('every claim’s own page shows its words and its speaker', async () => {
    await on.open(
      async (page) => {
        const missing: string[] = [];
        for (const claim of claims) {
          await page.goto(on.url(`claims/${claim.id}/`), { waitUntil: 'domcontentloaded' });
          const shown = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
          if (!shown.includes(claim.text.replace(/\s+/g, ' '))) missing.push(`${claim.id}: words`);
          if (claim.speaker && !shown.toLowerCase().includes(claim.speaker.name.toLowerCase()))
            missing.push(`${claim.id}: speaker`);
        }
        expect(missing).toEqual([]);
      },
      { javaScriptEnabled: false },
    );
  });
});

test.each([
  { width: 390, height: 844 },
  { width: 820, height: 900 },
  { width: 1440, height: 900 },
])('the head of an article takes less than half of a screen of $width px', async (viewport) => {
  await on.open(
    async (page) => {
      const deep: string[] = [];
      for (const { id } of articles) {
        await page.goto(on.url(`articles/${id}/`));
        const main = (await page.locator('main').boundingBox())!;
        const text = (await page.locator('.text p:visible').first().boundingBox())!;
        if (text.y - main.y > viewport.height / 2) deep.push(`${id}: ${text.y - main.y} px`);
      }
      expect(deep).toEqual([]);
    },
    { viewport },
  );
});

describe('by keyboard', () => {
  test('the first stop is the way to the text, and it can be seen', async () => {
    await on.open(async (page) => {
      await page.goto(on.url(`articles/${longest.id}/`));
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      expect(await focused.getAttribute('href')).toBe('#main');
      const box = await focused.boundingBox();
      expect(box && box.x >= 0 && box.y >= 0 && box.width > 20).toBe(true);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(
        true,
      );
    });
  });

  test('every stop on an article page shows that it has the focus', async () => {
    await on.open(async (page) => {
      await page.goto(on.url(`articles/${longest.id}/`));
      const unseen: string[] = [];
      for (let i = 0; i < 25; i++) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          const style = getComputedStyle(element);
          const drawn =
            (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) ||
            style.boxShadow !== 'none' ||
            element.tagName === 'BODY';
          return { drawn, html: element.outerHTML.slice(0, 120) };
        });
        if (!stop.drawn) unseen.push(stop.html);
      }
      expect(unseen).toEqual([]);
    });
  });

  test('j and k step from claim to claim', async () => {
    await on.open(async (page) => {
      await page.goto(on.url(`articles/${longest.id}/`), { waitUntil: 'networkidle' });
      const hash = () =>
        page.evaluate(() => location.hash.slice(1) || document.activeElement?.id || '');
      const at = async (key: string) => {
        const before = await hash();
        await page.keyboard.press(key);
        await expect.poll(hash).not.toBe(before);
        return hash();
      };
      const first = await at('j');
      const second = await at('j');
      expect(longest.claims).toContain(first);
      expect(longest.claims).toContain(second);
      expect(second).not.toBe(first);
      expect(await at('k')).toBe(first);
    });
  });

  test('claim marks can be put off and on again, and the text stays', async () => {
    await on.open(
      async (page) => {
        await page.goto(on.url(`articles/${longest.id}/`), { waitUntil: 'networkidle' });
        const marks = page.locator('#marks');
        const look = () =>
          page.locator(`[id="${longest.claims[0]}"]`).evaluate((node) => {
            const {
              backgroundColor,
              backgroundImage,
              textDecorationLine,
              borderBottomWidth,
              borderBottomColor,
              boxShadow,
            } = getComputedStyle(node);
            return [
              backgroundColor,
              backgroundImage,
              textDecorationLine,
              borderBottomWidth,
              borderBottomColor,
              boxShadow,
            ].join(' ');
          });
        const text = () => page.locator('[data-block]').allTextContents();
        const [marked, words] = [await look(), await text()];
        await marks.focus();
        await page.keyboard.press('Space');
        expect(await marks.isChecked()).toBe(false);
        await expect.poll(look).not.toBe(marked);
        expect(await text()).toEqual(words);
        await page.keyboard.press('Space');
        await expect.poll(look).toBe(marked);
      },
      { reducedMotion: 'reduce' },
    );
  });
});

test.each(articles.map(({ id }) => id))(
  'copying the text of %s gives the article’s own words',
  async (id) => {
    for (const width of [390, 1440])
      await on.open(
        async (page) => {
          await page.goto(on.url(`articles/${id}/`), { waitUntil: 'networkidle' });
          const { copied, own } = await page.evaluate(() => {
            const visible = [
              ...document.querySelectorAll<HTMLElement>('#text [data-block]'),
            ].filter(
              (block) =>
                block.checkVisibility({ contentVisibilityAuto: true }) &&
                !block.closest('details:not([open])'),
            );
            const range = document.createRange();
            range.setStart(visible[0]!, 0);
            range.setEnd(visible.at(-1)!, visible.at(-1)!.childNodes.length);
            const selection = getSelection()!;
            selection.removeAllRanges();
            selection.addRange(range);
            return {
              copied: selection.toString(),
              own: visible.map((block) => block.textContent).join('\n\n'),
            };
          });
          const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
          expect(flat(own).length).toBeGreaterThan(100);
          expect(flat(copied)).toBe(flat(own));
        },
        { viewport: { width, height: 900 } },
      );
  },
);

test.each([...articles.map(({ id }) => `articles/${id}/`), `claims/${longest.claims[0]}/`])(
  '%s loads at most 80 kB of fonts',
  async (path) => {
    await on.open(async (page) => {
      const fonts: Promise<string>[] = [];
      page.on('response', (response) => {
        if (/\.(woff2?|ttf|otf)(\?|$)/.test(response.url()))
          fonts.push(
            response.body().then(({ length }) => `${response.url().split('/').at(-1)} ${length}`),
          );
      });
      await page.goto(on.url(path), { waitUntil: 'networkidle' });
      const loaded = await Promise.all(fonts);
      const bytes = loaded.reduce((sum, one) => sum + Number(one.split(' ')[1]), 0);
      expect(loaded.length).toBeGreaterThan(0);
      expect(bytes, loaded.join(', ')).toBeLessThanOrEqual(80_000);
    });
  },
);

test('a lost address gets the page that says so', async () => {
  await on.open(async (page) => {
    const response = await page.goto(`${on.served.address}claims/nothing-here/`);
    expect(response!.status()).toBe(404);
    expect(await page.locator('main h1').isVisible()).toBe(true);
    expect(await page.locator('main a').count()).toBeGreaterThan(0);
  });
});

describe.runIf(subSite)('under a sub-path', () => {
  let sub: Stage;
  beforeAll(async () => {
    sub = await stage(subSite);
  });
  afterAll(() => sub.close());

  test('pages load whole, and links lead from the list to the article, the claim and back', async () => {
    await sub.open(async (page) => {
      const problems = watch(page, sub.served);
      await page.goto(sub.url('articles/'), { waitUntil: 'networkidle' });
      await page.locator(`main a[href$="/articles/${longest.id}/"]`).first().click();
      await page.waitForURL(`${sub.served.address}articles/${longest.id}/`);
      const claim = longest.claims[0]!;
      await page.goto(sub.url(`claims/${claim}/`), { waitUntil: 'networkidle' });
      await page.locator(`main a[href$="/articles/${longest.id}/#${claim}"]`).first().click();
      await page.waitForURL(`${sub.served.address}articles/${longest.id}/#${claim}`);
      expect(await page.locator(`[id="${claim}"]`).isVisible()).toBe(true);
      expect(problems).toEqual([]);
    });
  });

  test('the site has the same pages', () => {
    expect(subSite!.pages).toEqual(site.pages);
  });
});
