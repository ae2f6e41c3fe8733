/** The search as readers meet it: the built page in a real browser. */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSearchBundles } from '../../src/build/making/search-bundles.ts';
import { serve, type Listening } from '../../src/build/server/serve.ts';
import { hasPhrase, words } from '../../src/search/fold.ts';
import type { Engine } from '../../src/site/client/search/engine.ts';
import { builtSite, site, subSite } from '../support/built.ts';
import { axeFaults, axeFaultsInBothSchemes } from '../support/axe.ts';
import { stage, watch, type Stage } from '../support/browser.ts';
import { siteFixture } from '../support/site-fixture.ts';

interface Known {
  id: string;
  text: string;
  speaker: { id: string; name: string } | null;
}

let on: Stage;
let claims: Known[];
beforeAll(async () => {
  on = await stage();
  claims = await on.open(async (page) => {
    await page.goto(on.url('search/'));
    return everyClaim(page);
  });
});
afterAll(() => on.close());

type Asked = HTMLElement & { engine: Engine };

/** Each claim that the search holds, from the page's own engine. */
const everyClaim = (page: Page): Promise<Known[]> =>
  page.evaluate(async () => {
    const { engine } = document.getElementById('search') as Asked;
    await engine.open();
    while (await engine.openOlder());
    const all = engine.bundles.flatMap(({ rows }, bundle) =>
      Array.from({ length: rows.size }, (_, row) => ({ rows, row, bundle })),
    );
    return Promise.all(
      all.map(async ({ rows, row, bundle }) => {
        const { id, text } = await engine.detail({ bundle, row });
        const speaker = rows.speaker(row);
        return { id, text, speaker: speaker && { id: speaker.id, name: speaker.name } };
      }),
    );
  });

/** For each query, the ids of the first claims found, repeats with the claim they repeat. */
const askAll = (
  page: Page,
  queries: { q: string; speaker?: string }[],
  most: number,
): Promise<{ ids: string[][]; groups: number }[]> =>
  page.evaluate(
    async ({ queries, most }) => {
      const { engine } = document.getElementById('search') as Asked;
      const found = [];
      for (const { q, speaker } of queries) {
        const answer = await engine.ask({
          q,
          facets: {
            speaker: speaker ? [speaker] : [],
            kind: [],
            outlet: [],
            type: [],
            topic: [],
            place: [],
            review: [],
          },
          from: '',
          to: '',
          sort: 'relevance',
          page: 1,
        });
        const { list } = await engine.shown(answer, 0, most);
        found.push({
          ids: list.map(({ detail, others }) => [
            detail.id,
            ...others.map((other) => other.detail.id),
          ]),
          groups: answer.selection.groups.length,
        });
      }
      return found;
    },
    { queries, most },
  );

const onSearch = <T>(use: (page: Page) => Promise<T>, query = '', options = {}) =>
  on.open(async (page) => {
    await page.goto(on.url('search/') + query);
    if (query) await page.locator('#result-count').waitFor();
    return use(page);
  }, options);

const type = async (page: Page, text: string) => {
  await page.locator('#q-main').fill(text);
  await page.waitForFunction(
    (q) =>
      new URLSearchParams(location.search).get('q') === q &&
      document.querySelector('#result-count') &&
      !document.querySelector('#found[aria-busy]'),
    text,
  );
};
const shownIds = (page: Page) =>
  page
    .locator('#found .rows > li .words a:first-of-type')
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).hash.slice(1)),
    );

describe('every claim is found', () => {
  test('by any four of its words in quotation marks, among the first three', async () => {
    const lists = claims.map(({ id, text }) => ({ id, list: words(text) }));
    const cases = lists.flatMap(({ id, list }) =>
      list.slice(3).map((_, at) => ({ id, phrase: list.slice(at, at + 4) })),
    );
    expect(cases.length).toBeGreaterThan(claims.length);
    const found = await onSearch((page) =>
      askAll(
        page,
        cases.map(({ phrase }) => ({ q: `"${phrase.join(' ')}"` })),
        1000,
      ),
    );
    for (const [i, { id, phrase }] of cases.entries()) {
      const { ids } = found[i]!;
      const holders = lists
        .filter((other) => hasPhrase(other.list, phrase))
        .map((other) => other.id);
      expect([...ids.flat()].sort(), phrase.join(' ')).toEqual(holders.sort());
      // Words that stand in more than three claims cannot put each of them among the first three.
      if (ids.length <= 3) expect(ids.slice(0, 3).flat()).toContain(id);
    }
  });

  test('by its speaker’s name and two of its words, among the first three', async () => {
    const texts = claims.map((claim) => words(claim.text));
    const times = new Map<string, number>();
    const rare = (word: string) => {
      const known =
        times.get(word) ?? texts.filter((list) => list.some((one) => one.startsWith(word))).length;
      times.set(word, known);
      return known;
    };
    const cases = claims
      .filter(({ speaker }) => speaker)
      .map(({ id, text, speaker }) => {
        const list = [...new Set(words(text))];
        return {
          id,
          q: [
            speaker!.name,
            ...list.sort((a, b) => rare(a) - rare(b) || b.length - a.length).slice(0, 2),
          ].join(' '),
        };
      });
    const found = await onSearch((page) => askAll(page, cases, 3));
    for (const [i, { id, q }] of cases.entries()) expect(found[i]!.ids.flat(), q).toContain(id);
  });

  test('as typed into the page', async () => {
    const some = claims
      .filter((_, i) => i % Math.ceil(claims.length / 8) === 0)
      .filter(({ text }) => words(text).length >= 4);
    await onSearch(async (page) => {
      for (const { id, text } of some) {
        const phrase = words(text).slice(0, 6);
        await type(page, `"${phrase.join(' ')}"`);
        const rows = await page
          .locator('#found .rows > li')
          .evaluateAll((list) =>
            list.map((row) =>
              [...row.querySelectorAll('.words a, .by a')].map(
                (a) => (a as HTMLAnchorElement).href,
              ),
            ),
          );
        expect(
          rows
            .slice(0, 3)
            .flat()
            .some((href) => href.endsWith(`#${id}`)),
          phrase.join(' '),
        ).toBe(true);
        const marks = await page.locator('#found .rows > li:first-child mark').allTextContents();
        expect(words(marks.join(' ')).join(' ')).toContain(phrase.join(' '));
      }
    });
  });
});

describe('nothing is found that was not asked for', () => {
  test('a chosen speaker never shows another’s words', async () => {
    const owner = new Map(claims.map(({ id, speaker }) => [id, speaker?.id]));
    const common = [
      '',
      'the',
      'to',
      'and',
      'not',
      ...claims.slice(0, 12).map(({ text }) => words(text).at(-1)!),
    ];
    const cases = [
      ...new Set(claims.flatMap(({ speaker }) => (speaker ? [speaker.id] : []))),
    ].flatMap((speaker) => common.map((q) => ({ q, speaker })));
    const found = await onSearch((page) => askAll(page, cases, 1000));
    expect(found.some(({ groups }) => groups > 0)).toBe(true);
    for (const [i, { speaker }] of cases.entries())
      for (const id of found[i]!.ids.flat()) expect(owner.get(id)).toBe(speaker);
  });

  test('an exact phrase never returns a text without it', async () => {
    const texts = new Map(claims.map(({ id, text }) => [id, words(text)]));
    // Plurals, other forms and exchanged words: near, but not the words themselves.
    const near = claims
      .flatMap(({ text }) => {
        const list = words(text);
        return list.slice(1).flatMap((word, i) => [
          [list[i]!, `${word}s`],
          [`${list[i]!}ed`, word],
          [word, list[i]!],
        ]);
      })
      .filter((_, i) => i % 5 === 0);
    const found = await onSearch((page) =>
      askAll(
        page,
        near.map((phrase) => ({ q: `"${phrase.join(' ')}"` })),
        1000,
      ),
    );
    for (const [i, phrase] of near.entries())
      for (const id of found[i]!.ids.flat())
        expect(
          hasPhrase(texts.get(id)!, phrase.flatMap(words)),
          `${phrase.join(' ')} in ${id}`,
        ).toBe(true);
  });
});

describe('the address', () => {
  test('holds the whole state; Back and Forward go through it', async () => {
    await onSearch(async (page) => {
      const count = () => page.locator('#result-count').textContent();
      await page.locator('.facets fieldset label').first().click();
      await page.waitForFunction(() => location.search.includes('speaker='));
      await page.waitForFunction(() => !document.querySelector('#found[aria-busy]'));
      const [narrowed, address] = [await count(), page.url()];
      await page.locator('.sorts a', { hasText: 'oldest' }).click();
      await page.waitForFunction(() => location.search.includes('sort=oldest'));
      await page.goBack();
      await page.waitForFunction(
        () =>
          !location.search.includes('sort=') &&
          document.querySelector('.sorts a[aria-current]')?.textContent === 'relevance',
      );
      expect([await count(), page.url()]).toEqual([narrowed, address]);
      await page.goBack();
      await page.waitForFunction(
        (before) =>
          !location.search.includes('speaker=') &&
          document.querySelector('#result-count')?.textContent !== before,
        narrowed,
      );
      expect(await page.locator('.facets input:checked').count()).toBe(0);
      await page.goForward();
      await page.waitForFunction(
        (before) => document.querySelector('#result-count')?.textContent === before,
        narrowed,
      );
      expect(await page.locator('.facets input:checked').count()).toBe(1);
      await page.reload();
      await page.locator('#result-count').waitFor();
      expect(await count()).toBe(narrowed);
    }, '?q=the');
  });

  test('typing makes one entry of the history, not one a letter', async () => {
    await onSearch(async (page) => {
      const before = await page.evaluate(() => history.length);
      for (const text of ['i', 'ir', 'ira', 'iraq'])
        await page
          .locator('#q-main')
          .fill(text)
          .then(() => page.waitForTimeout(120));
      await page.waitForFunction(() => new URLSearchParams(location.search).get('q') === 'iraq');
      expect(await page.evaluate(() => history.length)).toBe(before + 1);
    });
  });

  test('pages of results follow one another and hold all', async () => {
    await onSearch(async (page) => {
      const seen = new Set<string>();
      for (;;) {
        for (const id of await shownIds(page)) seen.add(id);
        const next = page.locator('.pager a[rel=next]');
        if ((await next.count()) === 0) break;
        const was = page.url();
        await next.click();
        await page.waitForFunction(
          (old) => location.href !== old && !document.querySelector('#found[aria-busy]'),
          was,
        );
      }
      const groups = (await askAll(page, [{ q: 'type:direct' }], 1))[0]!.groups;
      expect(seen.size).toBe(groups);
    }, '?q=type%3Adirect');
  });

  test('the masthead’s form leads to it without JavaScript', async () => {
    await on.open(
      async (page) => {
        await page.goto(on.url('about/'));
        await page.locator('#q-top').fill('two words');
        await page.locator('.find button').click();
        await page.waitForURL(/search\/\?q=two\+words$/);
        expect(await page.locator('noscript').first().innerText()).toContain(
          'complete list of claims',
        );
        expect(await page.locator('noscript a[href$="/claims/"]').count()).toBe(1);
      },
      { javaScriptEnabled: false },
    );
  });
});

test('a result opens the claim in place, with the hits marked, under a clean address', async () => {
  const { id, text } = claims.find((claim) => words(claim.text).length > 6)!;
  const phrase = words(text).slice(0, 4);
  await onSearch(
    async (page) => {
      await page.locator(`#found .words a[href$="#${id}"]`).first().click();
      await page.waitForURL(new RegExp(`/articles/.*#${id}$`));
      await page.locator('mark').first().waitFor();
      expect(new URL(page.url()).search).toBe('');
      const inside = await page
        .locator(`[data-claim="${id}"] mark, [id="${id}"] mark`)
        .allTextContents();
      expect(words(inside.join(' ')).join(' ')).toContain(phrase.join(' '));
      expect(
        await page.evaluate((claim) => document.querySelector(':target')?.id === claim, id),
      ).toBe(true);
    },
    `?q=${encodeURIComponent(`"${phrase.join(' ')}"`)}`,
  );
});

describe('results as files', () => {
  const COUNTS: [string, (content: string) => number][] = [
    ['CSV', (content) => parse(content).length - 1],
    ['JSON', (content) => (JSON.parse(content) as { claims: unknown[] }).claims.length],
    ['Markdown', (content) => content.split('\n> — ').length - 1],
  ];
  test.each(COUNTS)('%s holds every claim found, the query and the day', async (name, count) => {
    await onSearch(async (page) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name, exact: true }).click(),
      ]);
      const content = await readFile(await file.path(), 'utf8');
      const { groups } = (await askAll(page, [{ q: 'iraq' }], 1))[0]!;
      const day = new Date().toISOString().slice(0, 10);
      expect(file.suggestedFilename()).toContain(day);
      expect(content).toContain('“iraq”');
      expect(content).toContain(day);
      expect(count(content)).toBeGreaterThanOrEqual(groups);
    }, '?q=iraq');
  });

  test.runIf(site.files.some((file) => file.endsWith('/cite.bib'))).each([
    ['BibTeX', '@'],
    ['RIS', 'TY  - '],
  ])('%s is made of the claims’ own citations', async (name, start) => {
    await onSearch(async (page) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name, exact: true }).click(),
      ]);
      const content = await readFile(await file.path(), 'utf8');
      const { groups } = (await askAll(page, [{ q: 'iraq' }], 1))[0]!;
      expect(
        content.split('\n').filter((line) => line.startsWith(start)).length,
      ).toBeGreaterThanOrEqual(groups);
      expect(content).toContain(`“iraq” on ${new Date().toISOString().slice(0, 10)}`);
    }, '?q=iraq');
  });

  test('one speaker has a feed', async () => {
    const { speaker } = claims.find((claim) => claim.speaker)!;
    await onSearch(async (page) => {
      const feed = await page.locator('#found a[href$="feed.xml"]').getAttribute('href');
      expect(feed).toContain(`speakers/${speaker!.id}/feed.xml`);
      if (site.has('data/claims.jsonl'))
        expect(site.has(`speakers/${speaker!.id}/feed.xml`)).toBe(true);
    }, `?speaker=${speaker!.id}`);
  });
});

describe('quick search', () => {
  test('opens with a slash or Ctrl-K, is worked by keys, and gives the focus back', async () => {
    await on.open(async (page) => {
      const problems = watch(page, on.served);
      await page.goto(on.url('about/'));
      await page.locator('.wordmark').focus();
      await page.keyboard.press('/');
      const dialog = page.locator('dialog.quick');
      await dialog.waitFor();
      const { speaker } = claims.find((claim) => claim.speaker)!;
      await page.keyboard.type(words(speaker!.name).at(-1)!.slice(0, 5));
      await dialog.locator('[role=option]').first().waitFor();
      expect(await dialog.locator('[role=option]').first().innerText()).toMatch(/^speaker/);
      await dialog
        .locator('[role=option]', { hasText: /^claim/ })
        .first()
        .waitFor();
      await page.keyboard.press('ArrowDown');
      const active = await page.locator('#quick-q').getAttribute('aria-activedescendant');
      expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('Escape');
      expect(await dialog.isVisible()).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('wordmark');
      await page.keyboard.press('Control+k');
      await dialog.waitFor();
      await page.locator('#quick-q').fill(speaker!.name);
      await dialog
        .locator('[role=option]', { hasText: `All ` })
        .or(dialog.locator('[role=option]', { hasText: /^speaker/ }))
        .first()
        .waitFor();
      await page.waitForFunction(() =>
        /found$/.test(document.querySelector('dialog [role=status]')?.textContent ?? ''),
      );
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/speakers\//);
      expect(problems).toEqual([]);
    });
  });

  test('a slash typed into a field is a slash', async () => {
    await on.open(async (page) => {
      await page.goto(on.url('about/'));
      await page.locator('#q-top').focus();
      await page.keyboard.press('/');
      expect(await page.locator('#q-top').inputValue()).toBe('/');
      expect(await page.locator('dialog').count()).toBe(0);
    });
  });

  test('little is loaded before it is wanted', async () => {
    await on.open(async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(on.url('about/'), { waitUntil: 'networkidle' });
      expect(
        asked.filter((url) => /pagefind|\.pack|names\.json|quick-dialog|quick\..*css/.test(url)),
      ).toEqual([]);
    });
  });
});

describe('axe finds nothing', () => {
  const states: [string, string, ((page: Page) => Promise<void>)?][] = [
    ['before a search', ''],
    [
      'with the help open',
      '',
      (page) => page.locator('summary', { hasText: 'How to ask' }).click(),
    ],
    ['with results', '?q=iraq'],
    [
      'with details open',
      '?q=iraq',
      (page) => page.locator('#found details summary').first().click(),
    ],
    ['narrowed, on the second page', '?q=the&type=answer&type=direct&sort=oldest&page=2'],
    ['with nothing found', '?q=%22nobody+ever+said+this%22'],
    ['with what was not understood', '?q=wombatish+OR+%22open'],
    [
      'with articles found',
      '?q=%22nobody+ever%22+iraq',
      (page) => page.locator('#article-list:not([aria-busy])').waitFor(),
    ],
  ];
  test.each(states)('%s (%s, light and dark)', async (_, query, act) => {
    await onSearch(async (page) => {
      const problems = watch(page, on.served);
      await act?.(page);
      expect(await axeFaultsInBothSchemes(page)).toEqual([]);
      expect(problems).toEqual([]);
    }, query);
  });

  test('while loading', async () => {
    await on.open(async (page) => {
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      // What the page itself asks for: requests of Pagefind's worker may escape a route.
      await page.route('**/search/claims/**', async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(on.url('search/?q=iraq'));
      await page.getByText('Searching …').last().waitFor();
      expect(await axeFaults(page)).toEqual([]);
      release();
      await page.locator('#result-count').waitFor();
    });
  });

  test('after a failure, from which it recovers', async () => {
    await on.open(async (page) => {
      await page.route('**/search/claims/**', (route) => route.abort());
      await page.goto(on.url('search/?q=iraq'));
      await page.locator('#search-error').waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await page.unroute('**/search/claims/**');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.locator('#result-count').waitFor();
    });
  });

  test('in the quick search', async () => {
    await on.open(async (page) => {
      await page.goto(on.url('about/'));
      await page.keyboard.press('/');
      await page.locator('#quick-q').fill('a');
      await page.locator('dialog [role=option]').first().waitFor();
      await page.waitForFunction(() =>
        /found$/i.test(document.querySelector('dialog [role=status]')?.textContent ?? ''),
      );
      expect(await axeFaults(page)).toEqual([]);
    });
  });
});

describe('another archive behind the same page', () => {
  let folder: string;
  let served: Listening;
  const archive = siteFixture();
  const evil = '<img src=x onerror="document.title=1">';
  for (const speaker of archive.speakers) if (speaker.id === 'mara-obi') speaker.name += evil;
  for (const outlet of archive.outlets) outlet.name += evil;
  for (const topic of archive.topics) topic.question += evil;
  for (const article of archive.articles) {
    article.title += evil;
    if (article.outlet) article.outlet.name += evil;
    for (const claim of article.claims) {
      claim.text += ` ${evil}`;
      if (claim.speaker) claim.speaker.name += evil;
      for (const via of claim.via) via.name += evil;
    }
  }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verbatim-search-page-'));
    for (const name of site.files.filter((file) => /^(_astro|search|about)\//.test(file)))
      await cp(join(site.folder, name), join(folder, name), { recursive: true });
    await writeSearchBundles({ archive, dist: folder, most: 6 });
    served = await serve(folder);
  });
  afterAll(async () => {
    await served.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('markup in names and texts shows as text', async () => {
    await on.open(async (page) => {
      const problems = watch(page, served);
      for (const query of [
        '?q=ferry',
        '?q=onerror',
        `?q=${encodeURIComponent(evil)}`,
        '?speaker=mara-obi',
        '?q=timetable',
      ]) {
        await page.goto(`${served.address}search/${query}`);
        await page.locator('#result-count').waitFor();
        await page
          .locator('#articles button')
          .click({ timeout: 1000 })
          .catch(() => {});
        expect(await page.locator('main img, [onerror]').count()).toBe(0);
      }
      await page.goto(`${served.address}search/?q=ferry`);
      await page.locator('#found .rows > li').first().waitFor();
      expect(await page.locator('#found .rows').innerText()).toContain(evil);
      expect(await page.locator('#facets').innerText()).toContain(evil);
      await page.locator('.wordmark').focus();
      await page.keyboard.press('Control+k');
      await page.locator('#quick-q').fill('ferry');
      await page
        .locator('dialog [role=option]', { hasText: /^claim/ })
        .first()
        .waitFor();
      expect(await page.locator('dialog').innerText()).toContain(evil);
      expect(await page.locator('dialog img').count()).toBe(0);
      expect(problems).toEqual([]);
    });
  });

  test('older claims are searched when asked', async () => {
    await on.open(async (page) => {
      await page.goto(`${served.address}search/?q=the`);
      await page.locator('.older').waitFor();
      const before = await page.locator('#coverage').textContent();
      for (;;) {
        const button = page.getByRole('button', { name: 'Search them too' });
        if ((await button.count()) === 0) break;
        const was = await page.locator('#coverage').textContent();
        await button.click();
        await page.waitForFunction(
          (old) => document.querySelector('#coverage')?.textContent !== old,
          was,
        );
      }
      expect(await page.locator('#coverage').textContent()).not.toBe(before);
      expect(await page.locator('#coverage').textContent()).toContain(
        `Searched ${archive.articles.reduce((n, { claims: list }) => n + list.length, 0)} claims`,
      );
    });
  });
});

test('the description for browsers leads to the search page', () => {
  const xml = site.read('opensearch.xml');
  expect(xml).toMatch(/template="https?:\/\/[^"]+\/search\/\?q=\{searchTerms\}"/);
  expect(site.read('about/index.html')).toMatch(
    /<link rel="search" href="[^"]*\/opensearch\.xml" type="application\/opensearchdescription\+xml"/,
  );
});

test.runIf(subSite)('the search works from a sub-path', async () => {
  const there = await stage(builtSite(subSite!.folder, subSite!.base));
  try {
    await there.open(async (page) => {
      const problems = watch(page, there.served);
      await page.goto(there.url('search/?q=iraq'));
      await page.locator('#found .rows > li').first().waitFor();
      expect(problems).toEqual([]);
    });
  } finally {
    await there.close();
  }
});
