/** The search over real bundles, written from the fixture archive and asked through HTTP, without a browser. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSearchBundles } from '../../src/build/making/search-bundles.ts';
import { serve, type Listening } from '../../src/build/server/serve.ts';
import { hasPhrase, words } from '../../src/search/fold.ts';
import { Engine, type Answer } from '../../src/site/client/search/engine.ts';
import { loaderFor } from '../../src/site/client/search/loader.ts';
import { readState } from '../../src/search/state.ts';
import type { PagefindLibrary } from '../../src/site/client/search/pagefind.ts';
import { siteFixture } from '../support/site-fixture.ts';

const archive = siteFixture();
archive.speakers.find(({ id }) => id === 'mara-obi')!.aliases.push('Marra Obi');
archive.places.find(({ id }) => id === 'northpoint')!.aliases.push('Northpoynt');
const claims = archive.articles.flatMap((article) =>
  article.claims.map((claim) => ({ article, claim })),
);

let folder: string;
const sites: { most: number; server: Listening; dist: string }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-search-'));
  for (const most of [1000, 6]) {
    const dist = join(folder, String(most));
    await writeSearchBundles({ archive, dist, most });
    sites.push({ most, dist, server: await serve(dist) });
  }
});
afterAll(async () => {
  for (const { server } of sites) await server.close();
  await rm(folder, { recursive: true, force: true });
});

const engineFor = (site = 0) => {
  const { server, dist } = sites[site]!;
  const root = server.address;
  return new Engine(root, {
    ...loaderFor(root),
    library: async (path) =>
      (await import(pathToFileURL(join(dist, path)).href)) as PagefindLibrary,
  });
};
let one: Engine;
beforeAll(() => {
  one = engineFor();
});

const ask = (query: string, engine = one) => engine.ask(readState(new URLSearchParams(query)));
const idsOf = async (answer: Answer, engine = one) => {
  const { list } = await engine.shown(answer, 0, 1000);
  return list.flatMap(({ detail, others }) => [
    detail.id,
    ...others.map((other) => other.detail.id),
  ]);
};

describe('words of which either will do, and names of those who passed words on', () => {
  test('OR finds what each of the two finds', async () => {
    const [first, second] = new Set(
      claims.flatMap(({ claim }) => words(claim.text).find((word) => word.length > 6) ?? []),
    );
    const both = await idsOf(await ask(`q=${first}+OR+${second}`));
    const apart = await Promise.all(
      [first, second].map(async (word) => idsOf(await ask(`q=${word}`))),
    );
    expect(first).not.toBe(second);
    expect(new Set(both)).toEqual(new Set(apart.flat()));
  });

  test('a claim is found by the name of who passed it on, after those that say the name', async () => {
    const passed = claims.find(({ claim }) => claim.via.length > 0)!.claim;
    const [name] = words(passed.via[0]!.name);
    expect(words(passed.text)).not.toContain(name);
    expect(await idsOf(await ask(`q=${name}`))).toContain(passed.id);
  });
});

describe('what is found', () => {
  test('every four words of every claim, in quotation marks, among the first three', async () => {
    for (const { claim } of claims) {
      const list = words(claim.text);
      for (let at = 0; at + 4 <= list.length; at++) {
        const phrase = list.slice(at, at + 4).join(' ');
        const holders = claims.filter((other) =>
          hasPhrase(words(other.claim.text), list.slice(at, at + 4)),
        );
        const ids = await idsOf(await ask(`q=${encodeURIComponent(`"${phrase}"`)}`));
        expect(ids.sort(), phrase).toEqual(holders.map((other) => other.claim.id).sort());
      }
    }
  });

  test('a claim by its speaker and two of its words', async () => {
    for (const { claim } of claims) {
      if (!claim.speaker) continue;
      const two = [...new Set(words(claim.text))].sort((a, b) => b.length - a.length).slice(0, 2);
      const ids = await idsOf(
        await ask(`q=${encodeURIComponent([claim.speaker.name, ...two].join(' '))}`),
      );
      expect(ids.slice(0, 3)).toContain(claim.id);
    }
  });

  test('a phrase is exact: the index offers other forms of the word, which are dropped', async () => {
    expect(await idsOf(await ask('q=keeps the night'))).not.toEqual([]);
    expect(await idsOf(await ask('q="keeps the night"'))).toEqual([]);
  });

  test('words and a phrase together, and a word left out', async () => {
    const all = await idsOf(await ask('q="night ferry"'));
    const some = await idsOf(await ask('q="night ferry" fare'));
    const rest = await idsOf(await ask('q="night ferry" -fare'));
    expect(some.length).toBeGreaterThan(0);
    expect(rest.length).toBeGreaterThan(0);
    expect([...some, ...rest].sort()).toEqual(all.sort());
  });

  test('nothing asked lists all claims', async () => {
    expect((await ask('')).selection.claims).toBe(claims.length);
  });
});

describe('facets', () => {
  test('a chosen speaker never shows another’s words, with or without a query', async () => {
    for (const { id } of archive.speakers) {
      for (const q of ['', 'the', 'ferry', 'bridge']) {
        const found = await idsOf(await ask(`q=${q}&speaker=${id}`));
        for (const claim of found)
          expect(claims.find((c) => c.claim.id === claim)!.claim.speaker?.id).toBe(id);
      }
    }
  });

  test('two values of one facet mean or; counts say what each alone would give', async () => {
    const mara = await ask('q=&speaker=mara-obi');
    const jon = await ask('q=&speaker=jon-reyes');
    const both = await ask('q=&speaker=mara-obi&speaker=jon-reyes');
    expect(both.selection.claims).toBe(mara.selection.claims + jon.selection.claims);
    expect(mara.selection.counts.speaker.get('jon-reyes')).toBe(jon.selection.claims);
    for (const [type, count] of mara.selection.counts.type) {
      expect((await ask(`q=&speaker=mara-obi&type=${type}`)).selection.claims).toBe(count);
    }
  });

  test('fields name a facet by the beginning of a name', async () => {
    const byField = await idsOf(await ask('q=speaker:obi'));
    expect(byField.sort()).toEqual((await idsOf(await ask('speaker=mara-obi'))).sort());
    expect((await ask('q=speaker:nobody')).problems).toEqual([
      'No speaker here is called “nobody”.',
    ]);
    expect((await ask('q=speaker:nobody')).selection.claims).toBe(0);
  });

  test('years count every claim whose date may fall in them', async () => {
    const { selection } = await ask('');
    expect(selection.years.size).toBeGreaterThan(0);
    for (const [year, { all: count }] of selection.years) {
      expect((await ask(`from=${year}&to=${year}`)).selection.claims).toBe(count);
    }
  });
});

describe('spelling', () => {
  test('an unknown word is mended, and that is said', async () => {
    const answer = await ask('q=engeneers');
    expect(answer.replaced).toEqual([{ from: 'engeneers', to: 'engineers' }]);
    expect(answer.selection.claims).toBeGreaterThan(0);
  });

  test('a word that is like none finds nothing; its beginning is not taken for it', async () => {
    const answer = await ask('q=thewombat');
    expect(answer.selection.claims).toBe(0);
    expect(answer.replaced).toEqual([{ from: 'thewombat', to: null }]);
  });

  test('a spelling from a card finds the name', async () => {
    const answer = await ask('q=marra');
    expect((await idsOf(answer)).length).toBeGreaterThan(0);
    expect(answer.also).toEqual([{ word: 'marra', spellings: ['mara'] }]);
  });
});

describe('a large archive', () => {
  test('is searched newest first, and says what was left', async () => {
    const engine = engineFor(1);
    const answer = await ask('', engine);
    expect(engine.manifest.bundles.length).toBeGreaterThan(1);
    expect(answer.searched.claims + answer.older!.claims).toBe(claims.length);
    while (await engine.openOlder());
    const all = await ask('', engine);
    expect(all.older).toBeNull();
    expect((await idsOf(all, engine)).sort()).toEqual(claims.map(({ claim }) => claim.id).sort());
  });

  test('goes on to older claims while nothing is found', async () => {
    const whole = engineFor(1);
    await whole.open();
    while (await whole.openOlder());
    const inBundle = (bundle: number) =>
      Promise.all(
        Array.from({ length: whole.bundles[bundle]!.rows.size }, (_, row) =>
          whole.detail({ bundle, row }),
        ),
      );
    const newest = (await inBundle(0)).map(({ text }) => words(text));
    const { id, phrase } = (
      await Promise.all(whole.bundles.slice(1).map((_, i) => inBundle(i + 1)))
    )
      .flat()
      .flatMap((detail) =>
        words(detail.text).map((_, at, list) => ({
          id: detail.id,
          phrase: list.slice(at, at + 4),
        })),
      )
      .find((one) => newest.every((list) => !hasPhrase(list, one.phrase)))!;
    const engine = engineFor(1);
    const found = await idsOf(
      await ask(`q=${encodeURIComponent(`"${phrase.join(' ')}"`)}`, engine),
      engine,
    );
    expect(found).toContain(id);
  });
});

test('articles are found by words outside their claims, and not by boilerplate', async () => {
  const engine = engineFor();
  const { list } = await engine.articles(await ask('q=timetable', engine), 5);
  expect(list.map(({ title }) => title)).toContain('Night ferry to stay, harbour board says');
  expect(list[0]!.excerpt.filter(({ hit }) => hit).map(({ text }) => text.toLowerCase())).toContain(
    'timetable',
  );
  expect((await engine.articles(await ask('q=copyright', engine), 5)).list).toEqual([]);
});

test('articles are found in another spelling of a name', async () => {
  const engine = engineFor();
  const titles = async (q: string) =>
    (await engine.articles(await ask(`q=${q}`, engine), 5)).list.map(({ title }) => title);
  expect((await titles('northpoynt')).sort()).toEqual((await titles('northpoint')).sort());
  expect((await titles('northpoynt')).length).toBeGreaterThan(0);
});

describe('names and words as they are printed and as they are typed', () => {
  /** One article, whose paragraphs are its claims: whose, and the words. */
  const said: [string, string][] = [
    ['Nora Łódzka', 'We met in Łódź on the bridge'],
    ['Jean\u2011Luc Brandt', 'The quay is closed, Jean\u2011Luc'],
    ['Amr al-Sayed', 'The boat is late'],
    ['Ida Berg', 'He says that it is late'],
    ['Ida Berg', 'Then al-Sayed left the harbour'],
    ['Felix Baker', 'Bread is dear'],
    ['Felix Baker', 'Everybody is closed on Monday'],
    ['Ida Berg', 'The baker is ill'],
    ['Felix Baker', 'No baker, not even Baker, is paid'],
    ['Ida Berg', 'قال السيد إن المدينة آمنة'],
    ['Ida Berg', 'The mi\u00ADnis\u00ADter met O’Neill and Müller'],
    ['Ida Berg', 'The nightferry runs'],
  ];
  const small = structuredClone(archive);
  const base = small.articles[0]!;
  const text = said.map(([, line]) => line).join('\n\n');
  let at = 0;
  const made = said.map(([name, line], i) => {
    const reading = { start: at, end: at + line.length };
    at += line.length + 2;
    return {
      ...structuredClone(base.claims[0]!),
      id: `zzz${String.fromCharCode(97 + i)}zz`,
      number: i + 1,
      text: line,
      parts: [{ ...reading, exact: line, reading }],
      speaker: { ...base.claims[0]!.speaker!, id: `s${i}`, name, mention: null, role: null },
      within: null,
      via: [],
      relations: [],
      topics: [],
    };
  });
  small.articles = [
    {
      ...base,
      text,
      claims: made,
      blocks: [{ ...base.blocks[0]!, role: 'paragraph', start: 0, end: text.length, inlines: [] }],
    },
  ];
  const site = () => sites.at(-1)!;
  beforeAll(async () => {
    const dist = join(folder, 'small');
    // One article has a page, as every built one has; without it, its record is read.
    await mkdir(join(dist, 'articles', base.id), { recursive: true });
    const lines = said.map(([, line]) => `<p>${line}</p>`).join('');
    await writeFile(
      join(dist, 'articles', base.id, 'index.html'),
      `<!doctype html><html lang="en"><head></head><body><main data-pagefind-body>${lines}</main></body></html>`,
    );
    await writeSearchBundles({ archive: small, dist });
    sites.push({ most: 1000, dist, server: await serve(dist) });
  });
  const linesFor = async (q: string) => {
    const engine = engineFor(sites.indexOf(site()));
    const answer = await ask(`q=${encodeURIComponent(q)}`, engine);
    const { list } = await engine.shown(answer, 0, 100);
    return list
      .flatMap(({ detail, others }) => [detail, ...others.map((o) => o.detail)])
      .map((d) => said.findIndex(([, line]) => line === d.text));
  };

  test.each([
    ['lodz', [0]],
    ['ŁÓDŹ', [0]],
    ['lodzka', [0]],
    ['luc', [1]],
    ['jeanluc', [1]],
    ['Jean-Luc', [1]],
    ['سيد', [9]],
    ['السيد', [9]],
    ['مدينه', [9]],
    ['minister', [10]],
    ['neill', [10]],
    ["o'neill", [10]],
    ['oneill', [10]],
    ['mueller', [10]],
    ['muller', [10]],
    ['night-ferry', [11]],
  ])('%s', async (q, lines) => {
    expect(await linesFor(q)).toEqual(lines);
  });

  test.each(['sayed', 'alsayed', 'al-sayed', 'al sayed', 'AlSayed'])(
    '%s finds the name and whoever says it, who comes first, and no other form of “say”',
    async (q) => {
      expect(await linesFor(q)).toEqual([4, 2]);
    },
  );

  test('claims that say a word come before those whose speaker bears it', async () => {
    const lines = await linesFor('baker');
    expect(new Set(lines.slice(0, 2))).toEqual(new Set([7, 8]));
    expect(new Set(lines.slice(2))).toEqual(new Set([5, 6]));
    expect((await linesFor('baker closed'))[0]).toBe(6);
  });

  test('articles are found by the same forms, and what is shown of them is their text alone', async () => {
    const engine = engineFor(sites.indexOf(site()));
    for (const q of ['lodz', 'luc', 'alsayed', 'سيد', 'minister', 'neill', 'mueller']) {
      const { list } = await engine.articles(await ask(`q=${encodeURIComponent(q)}`, engine), 5);
      expect(
        list.map(({ title }) => title),
        q,
      ).toEqual([base.title]);
      const shown = list[0]!.excerpt.map((piece) => piece.text).join('');
      expect(shown).not.toContain('⁂');
      expect(
        list[0]!.excerpt.some(({ hit }) => hit),
        q,
      ).toBe(true);
    }
  });
});

test('the same records give the same bytes', async () => {
  const dist = join(folder, 'again');
  await writeSearchBundles({ archive, dist });
  const files = async (of: string) =>
    (await readdir(of, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(of.length))
      .sort();
  expect(await files(dist)).toEqual(await files(sites[0]!.dist));
  for (const file of await files(dist))
    expect(
      (await readFile(join(dist, file))).equals(await readFile(join(sites[0]!.dist, file))),
      file,
    ).toBe(true);
});
