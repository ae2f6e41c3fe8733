import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { writeAll } from '../../src/build/making/write-exports.ts';
import {
  articleItem,
  citationLine,
  citeArticle,
  claimItem,
  toBibtex,
  toRis,
} from '../../src/publish/exports/citations.ts';
import { csvTable } from '../../src/publish/exports/csv.ts';
import { claims as claimTable } from '../../src/publish/exports/tables/claims.ts';
import { claimInLine } from '../../src/publish/exports/describe.ts';
import { articleLine, claimLines, ReadBackError } from '../../src/publish/exports/lines.ts';
import { PUBLIC_SCHEMAS } from '../../src/publish/exports/schema.ts';
import { textQuote } from '../../src/publish/exports/web-annotations.ts';
import { quotationLd } from '../../src/publish/head.ts';
import { edtfBounds } from '../../src/model/dates.ts';
import { createArchive } from '../../src/archive/query.ts';
import type { ArticleRecord } from '../../src/model/records.ts';
import { siteFixture } from '../support/site-fixture.ts';
import { Annotation, AnnotationCollection, AnnotationPage } from './web-annotation-model.ts';

const root = 'https://verbatim.example/sub/';
/** The fixture, whose claims have files of their own. */
const fixture = () => {
  const input = siteFixture();
  return { ...input, site: { ...input.site, claimFiles: 'each' as const } };
};
const archive = createArchive(fixture());
const source = (article: ArticleRecord) => article.text;
const versions = ({ id, source: { sha256, bytes, version } }: ArticleRecord) =>
  Array.from({ length: version }, (_, i) => ({
    article: id,
    version: i + 1,
    file: `${id}.txt`,
    sha256,
    bytes,
    taken: null,
    reason: null,
  }));

let folder: string;
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const lines = <T = Record<string, unknown>>(path: string): T[] =>
  read(path)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
const every = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-exports-'));
  writeAll(archive, folder, { root, source, versions });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('all files', () => {
  test('end in a line feed and hold no carriage return', () => {
    for (const path of every()) {
      if (/\.(?:parquet|sqlite)$/.test(path)) continue;
      const text = read(path);
      if (text !== '') expect.soft(text.endsWith('\n'), path).toBe(true);
      expect.soft(text.includes('\r'), path).toBe(false);
    }
  });

  test('are the same bytes when written again from records in another order', () => {
    const again = mkdtempSync(join(tmpdir(), 'verbatim-exports-'));
    const shuffled = fixture();
    writeAll(
      createArchive({
        ...shuffled,
        articles: [...shuffled.articles].reverse(),
        speakers: [...shuffled.speakers].reverse(),
      }),
      again,
      { root, source, versions },
    );
    for (const path of every())
      expect.soft(readFileSync(join(again, path), 'utf8'), path).toBe(read(path));
    rmSync(again, { recursive: true, force: true });
  });

  test('name the speaker and the article wherever they have a claim’s words', () => {
    for (const claim of archive.claims) {
      const article = archive.articleOf(claim);
      const speaker = claim.speaker?.name ?? 'Speaker';
      for (const file of ['claim.txt', 'claim.md', 'claim.json', 'cite.json', 'anno.json']) {
        const text = read(`claims/${claim.id}/${file}`).replace(/\\"/g, '"');
        const none = file === 'claim.json' ? '"speaker": null' : 'Speaker';
        expect.soft(text, `${claim.id} ${file}`).toContain(claim.speaker ? speaker : none);
        expect
          .soft(text.replace(/[‘’“”]/g, '"'), `${claim.id} ${file}`)
          .toContain(article.title.replace(/[‘’“”]/g, '"'));
      }
    }
  });

  test('leave out what stands beside each claim where the site card does not ask for it', () => {
    const lean = mkdtempSync(join(tmpdir(), 'verbatim-exports-'));
    writeAll(createArchive(siteFixture()), lean, { root, source, versions });
    expect(readdirSync(lean).sort()).toEqual([
      'articles',
      'data',
      'feed.json',
      'feed.xml',
      'outlets',
      'ro-crate-metadata.json',
      'speakers',
      'topics',
    ]);
    rmSync(lean, { recursive: true, force: true });
  });
});

describe('data files', () => {
  test.each([
    ['articles.jsonl', 'article'],
    ['claims.jsonl', 'claim'],
    ['speakers.jsonl', 'speaker'],
    ['outlets.jsonl', 'outlet'],
    ['topics.jsonl', 'topic'],
    ['tombstones.jsonl', 'tombstone'],
    ['versions.jsonl', 'version'],
  ] as const)('%s keeps to its JSON Schema', (file, name) => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
    const validate = ajv.compile(JSON.parse(read(`data/schema/${name}.json`)) as object);
    const records = lines(`data/${file}`);
    expect(records.length).toBeGreaterThan(0);
    for (const record of records) {
      expect.soft(validate(record), JSON.stringify(validate.errors)).toBe(true);
      const shape: Record<string, z.ZodType> = PUBLIC_SCHEMAS[name].shape;
      const given = Object.keys(shape).filter(
        (field) => field in record || !shape[field]?.safeParse(undefined).success,
      );
      expect.soft(Object.keys(record)).toEqual(given);
    }
    expect(validate({ ...records[0], unheard: 1 })).toBe(false);
  });

  test('articles and claims have the promised fields first, in order', () => {
    expect(Object.keys(lines('data/articles.jsonl')[0]!).slice(0, 13)).toEqual([
      'id',
      'title',
      'dek',
      'byline',
      'outlet',
      'published',
      'kind',
      'form',
      'language',
      'sha256',
      'url',
      'claims',
      'boilerplate',
    ]);
    expect(Object.keys(lines('data/claims.jsonl')[0]!).slice(0, 15)).toEqual([
      'id',
      'article',
      'type',
      'text',
      'parts',
      'speaker',
      'via',
      'cue',
      'said',
      'within',
      'rule',
      'confidence',
      'review',
      'url',
      'inContext',
    ]);
  });

  test('agree with each other', () => {
    const claims = lines<{ id: string; article: string; speaker: { id: string } | null }>(
      'data/claims.jsonl',
    );
    const bySpeaker = new Map(
      lines<{ id: string; claims: string[] }>('data/speakers.jsonl').map((speaker) => [
        speaker.id,
        speaker.claims,
      ]),
    );
    expect(
      lines<{ claims: string[] }>('data/articles.jsonl').flatMap((article) => article.claims),
    ).toEqual(claims.map(({ id }) => id));
    expect([...bySpeaker.values()].flat().sort()).toEqual(
      claims
        .filter(({ speaker }) => speaker)
        .map(({ id }) => id)
        .sort(),
    );
    for (const { id, speaker } of claims)
      if (speaker) expect(bySpeaker.get(speaker.id)).toContain(id);
  });

  test('offsets count code points: the slice of the source is the exact text', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', '\n', ' ', 'é', 'e\u0301', '😀', '𝔘', '“', '\r\n', '\u00a0'),
    });
    fc.assert(
      fc.property(
        word,
        word.filter((text) => text.length > 0),
        word,
        (before, exact, after) => {
          const text = before + exact + after;
          const article = structuredClone(archive.article('opinion-ferry')!);
          article.blocks = [];
          const [claim] = article.claims;
          const part = {
            start: before.length,
            end: before.length + exact.length,
            exact,
            reading: { start: 0, end: 1 },
          };
          Object.assign(claim!, { parts: [part], cue: null });
          claim!.speaker!.mention = part;
          const [line] = claimLines(article, text, root);
          for (const found of [line!.parts[0]!, line!.speaker!.mention!])
            expect([...text].slice(found.start, found.end).join('')).toBe(exact);
        },
      ),
    );
  });

  test('a part that does not read back stops the export and is named', () => {
    const article = archive.article('night-ferry')!;
    const altered = article.text.replace('night ferry,”', 'nicht ferry,”');
    expect(() => claimLines(article, altered, root)).toThrow(ReadBackError);
    expect(() => claimLines(article, altered, root)).toThrow(/night-ferry, claim b7h3kq/);
  });

  test('boilerplate is told with its reason', () => {
    const article = archive.article('night-ferry')!;
    const { boilerplate } = articleLine(article, article.text, root);
    expect(
      boilerplate.map(({ start, end, why }) => [[...article.text].slice(start, end).join(''), why]),
    ).toEqual([
      ['Please press the share buttons below.', 'invitation to share'],
      ['Post a comment', 'comment form of the page'],
      ['Copyright © Harbour Post 2021', 'rights line'],
    ]);
  });

  test('the table reads back, and no cell is run as a formula', () => {
    const rows = parse<Record<string, string>>(read('data/claims.csv'), { columns: true });
    expect(rows.map((row) => row['id'])).toEqual(archive.claims.map((claim) => claim.id));
    expect(Object.keys(rows[0]!)).toEqual(claimTable.columns.map(({ name }) => name));
    for (const row of rows) expect(row['article_title']).not.toBe('');

    const hostile = structuredClone(siteFixture());
    const starts = ['=1+1', '+A1(2)', "-1+cmd|' /C calc'!A0", '@SUM(A1)', '\tx', '\rx'];
    for (const [i, text] of starts.entries()) {
      const claim = hostile.articles[0]!.claims[i];
      if (claim) claim.text = text;
    }
    const out = mkdtempSync(join(tmpdir(), 'verbatim-exports-'));
    writeAll(createArchive(hostile), out, { root, source, versions });
    const table = readFileSync(join(out, 'data/claims.csv'), 'utf8');
    const guarded = parse<Record<string, string>>(table, { columns: true });
    expect(guarded.filter((row) => /^[=@\t\r]|^[+-].*[(|!]/.test(row['text']!))).toEqual([]);
    expect(guarded.map((row) => row['text'])).toEqual(
      expect.arrayContaining(starts.map((text) => `'${text}`)),
    );
    rmSync(out, { recursive: true, force: true });
  });

  test('what begins with a sign and runs nothing is as it was', () => {
    for (const words of ['-5 degrees', '+49 30 1234', '– and then', '-', '−5 °C'])
      expect(csvTable([[words, 'x']])).toBe(`${words},x\n`);
  });

  /** With the apostrophe that keeps it text, where a spreadsheet would run it. */
  const guardedCell = (cell: string | number | null) => {
    if (typeof cell !== 'string') return cell;
    const runs =
      /^[=@\t\r＝＠]/u.test(cell) ||
      (/^[+\-＋－]/u.test(cell) && ['(', '|', '!'].some((sign) => cell.includes(sign)));
    return runs ? `'${cell}` : cell;
  };

  test('the table is written as csv-stringify writes it', () => {
    const cells = fc.oneof(
      fc.constant(null),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({
        unit: fc.oneof(
          fc.constantFrom(...'=+-@\t\r\n",;\'＝＋－＠ “(!|'),
          fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
        ),
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cells, { minLength: 2, maxLength: 5 })), (records) => {
        expect(csvTable(records)).toBe(
          stringify(
            records.map((record) => record.map(guardedCell)),
            {
              record_delimiter: '\n',
              quote_record_delimiter: true,
            },
          ),
        );
      }),
    );
  });

  test('the data package lists every data file with its length and hash', () => {
    const { resources } = JSON.parse(read('data/datapackage.json')) as {
      resources: {
        name: string;
        path: string;
        bytes: number;
        hash: string;
        schema?: { fields: { name: string }[] };
      }[];
    };
    const listed = resources.map(({ path }) => path).sort();
    expect(listed).toEqual(
      readdirSync(join(folder, 'data'))
        .filter((name) => !['schema', 'datapackage.json', 'croissant.json'].includes(name))
        .sort(),
    );
    for (const { name, path, bytes, hash } of resources) {
      const content = readFileSync(join(folder, 'data', path));
      expect(name).toMatch(/^[a-z0-9._-]+$/);
      expect(bytes).toBe(content.length);
      expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`);
    }
    expect(
      resources.find(({ path }) => path === 'claims.csv')!.schema!.fields.map(({ name }) => name),
    ).toEqual(claimTable.columns.map(({ name }) => name));
  });

  test('an address that leads to no record says what became of it', () => {
    const [tombstone] = lines('data/tombstones.jsonl');
    expect(tombstone).toMatchObject({
      url: `${root}claims/h4tm9w/`,
      claim: 'h4tm9w',
      kind: 'tombstone',
      successor: `${root}claims/b7h3kq/`,
      speaker: 'Mara Obi',
      article: 'night-ferry',
    });
    expect(JSON.parse(read('claims/h4tm9w/claim.json'))).toEqual(tombstone);
  });
});

describe('web annotations', () => {
  test('keep to the model, one page an article, chained', () => {
    const collection = AnnotationCollection.parse(JSON.parse(read('data/annotations.json')));
    const seen: string[] = [];
    let items = 0;
    for (let next: string | undefined = collection.first; next;) {
      const page = AnnotationPage.parse(JSON.parse(read(next.slice(root.length))));
      expect(page.id).toBe(next);
      expect(page.partOf).toBe(collection.id);
      expect(page.startIndex).toBe(items);
      expect(page.prev).toBe(seen.at(-1));
      items += page.items.length;
      seen.push(next);
      next = page.next;
    }
    expect(collection.last).toBe(seen.at(-1));
    expect(collection.total).toBe(items);
    expect(seen.length).toBe(archive.articles.length);
  });

  test('point to exactly one place, which reads as quoted', () => {
    for (const claim of archive.claims) {
      const annotation = Annotation.parse(JSON.parse(read(`claims/${claim.id}/anno.json`)));
      const text = archive.articleOf(claim).text;
      const targets = [annotation.target].flat().filter((target) => typeof target !== 'string');
      expect(targets.length).toBe(claim.parts.length);
      for (const { selector } of targets) {
        const [quote, position] = Array.isArray(selector) ? selector : expect.fail('no position');
        expect([...text].slice(position.start, position.end).join('')).toBe(quote.exact);
        const stretch = quote.prefix + quote.exact + quote.suffix;
        expect(text.split(stretch).length).toBe(2);
      }
    }
  });

  test('lengthen the context until the quote stands only once', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', '😀'),
      minLength: 1,
      maxLength: 400,
    });
    fc.assert(
      fc.property(letters, fc.nat(), fc.nat(), (text, a, b) => {
        const offsets = [0];
        for (const character of text) offsets.push(offsets.at(-1)! + character.length);
        const [start, end] = [offsets[a % offsets.length]!, offsets[b % offsets.length]!].sort(
          (x, y) => x - y,
        ) as [number, number];
        fc.pre(start < end);
        const quote = textQuote(text, start, end);
        expect(quote.exact).toBe(text.slice(start, end));
        const stretch = quote.prefix + quote.exact + quote.suffix;
        let times = 0;
        for (let at = text.indexOf(stretch); at !== -1; at = text.indexOf(stretch, at + 1))
          times += 1;
        expect(times).toBe(1);
        expect(text.indexOf(stretch)).toBe(start - quote.prefix.length);
        expect(quote.prefix.isWellFormed() && quote.suffix.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('citations', () => {
  const sortNames = (id: string) => archive.speaker(id)?.sortName;

  test('of a claim name the speaker, the words, the article and the address', () => {
    const claim = archive.claim('c2n6fd')!;
    expect(
      citationLine(claimItem(claim, archive.articleOf(claim), archive.site, root, sortNames)),
    ).toMatchInlineSnapshot(
      `"Obi, Mara. the bridge would be late, and that nobody should sell their boat. Via Northpoint Wire, as reported in Tove Lindqvist, “Night ferry to stay, harbour board says”, Harbour Post, March 14, 2021. Verbatim. https://verbatim.example/sub/claims/c2n6fd/"`,
    );
    const alone = archive.claim('j9z5qr')!;
    expect(
      citationLine(claimItem(alone, archive.articleOf(alone), archive.site, root, sortNames)),
    ).toMatchInlineSnapshot(
      `"“Nothing has been decided.” Quoted in Tove Lindqvist, “Night ferry to stay, harbour board says”, Harbour Post, March 14, 2021. Verbatim. https://verbatim.example/sub/claims/j9z5qr/"`,
    );
  });

  test('of an article say when its date is inferred or unknown', () => {
    expect(archive.articles.map((article) => citeArticle(article, archive.site, root, sortNames)))
      .toMatchInlineSnapshot(`
      [
        "Reyes, Jon. “‘The bridge will come when it comes’: a talk with Mara Obi.” Coast Review, [April 1–June 30, 2022]. Verbatim. https://verbatim.example/sub/articles/talk-with-obi/",
        "Lindqvist, Tove. “Night ferry to stay, harbour board says.” Harbour Post, March 14, 2021. Verbatim. https://verbatim.example/sub/articles/night-ferry/",
        "“Let the ferry go.” n.d. Verbatim. https://verbatim.example/sub/articles/opinion-ferry/",
      ]
    `);
  });

  test.each([
    '2017',
    '2017-07',
    '2017-07-10',
    '2017-07-10/2017-12',
    '2017/2018-03-05',
    '../2024-03-25',
    '2024-03-25/..',
    '2017?',
    '2017-07~',
    '2017-07-10?/2017-08',
    '201X',
    '2017-XX',
  ])('can be made for the date %s', (edtf) => {
    const bounds = edtfBounds(edtf)!;
    expect(bounds).toBeDefined();
    for (const basis of ['stated', 'inferred'] as const) {
      const article = {
        ...archive.article('night-ferry')!,
        published: { edtf, ...bounds, basis, note: null },
      };
      const item = articleItem(article, archive.site, root, sortNames);
      expect(citeArticle(article, archive.site, root, sortNames)).toContain('Harbour Post');
      expect(toBibtex(item)).toContain('@article{night-ferry,');
      expect(toRis(item)).toContain('TY  - NEWS');
    }
  });

  test('BibTeX claims no day that is only inferred', () => {
    const talk = archive.article('talk-with-obi')!;
    expect(toBibtex(articleItem(talk, archive.site, root, sortNames))).toMatchInlineSnapshot(`
      "@article{talk-with-obi,
      	author = {Reyes, Jon},
      	title = {{“The bridge will come when it comes”: a talk with Mara Obi}},
      	journal = {{Coast Review}},
      	entrysubtype = {newspaper},
      	date = {2022-04-01/2022-06-30},
      	year = {2022},
      	type = {Interview},
      	url = {https://verbatim.example/sub/articles/talk-with-obi/},
      	note = {Interview with Mara Obi. Date of publication inferred: April to June 2022. Source SHA-256 ef0e14c77fdbd780830f78c651ecbde76de2bdcf65021a01768526340b42d720.},
      }
      "
    `);
  });

  test('the whole archive is in one file of each format', () => {
    const ids = archive.articles.flatMap((article) => [
      article.id,
      ...article.claims.map(({ id }) => id),
    ]);
    expect(
      (JSON.parse(read('data/archive.csl.json')) as { id: string }[]).map(({ id }) => id),
    ).toEqual(ids);
    expect(
      [...read('data/archive.bib').matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key),
    ).toEqual(ids);
    expect([...read('data/archive.ris').matchAll(/^ID {2}- (.+)$/gm)].map(([, id]) => id)).toEqual(
      ids,
    );
  });

  test('RIS has a tag on every line, whatever the length', () => {
    const long = structuredClone(archive.claim('n7c3vz')!);
    long.text = `${'A long sentence goes on '.repeat(40)}\nand on.`;
    const ris = toRis(claimItem(long, archive.articleOf(long), archive.site, root, sortNames));
    const tags = ris
      .trimEnd()
      .split('\n')
      .map((line) => /^([A-Z][A-Z0-9]) {2}-(?: |$)/.exec(line)?.[1]);
    expect(tags).not.toContain(undefined);
    expect([tags[0], tags.at(-1)]).toEqual(['TY', 'ER']);
    expect(ris).toContain(`UR  - ${root}claims/n7c3vz/\n`);
    expect(ris).toContain('AU  - Reyes, Jon\n');
    expect(ris).toMatch(/^N1 {2}- .*Mara Obi, answering in this article: “A long sentence/m);
    expect(
      toRis(articleItem(archive.article('night-ferry')!, archive.site, root, sortNames)),
    ).toContain('DA  - 2021/03/14/\n');
  });
});

describe('feeds', () => {
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' });
  interface Entry {
    title: { '#text': string };
    id: string;
    updated: string;
    author: { name: string };
    content: { '#text': string };
  }
  const feed = (path: string) => {
    const xml = read(path);
    expect(XMLValidator.validate(xml)).toBe(true);
    return (
      parser.parse(xml) as {
        feed: {
          id: string;
          title: string;
          updated: string;
          author: { name: string };
          entry?: Entry[];
        };
      }
    ).feed;
  };

  test('hold what Atom asks for, in the whole archive and for each outlet and topic, and where it is followed', () => {
    const paths = every().filter((path) => path.endsWith('feed.xml'));
    expect(paths.length).toBe(
      1 +
        archive.articles.filter(({ beside }) => beside).length +
        archive.speakers.filter(({ feed: followed }) => followed).length +
        archive.outlets.length +
        archive.topics.length,
    );
    for (const path of paths) {
      const { id, title, updated, author, entry = [] } = feed(path);
      expect(id).toBe(root + path.replaceAll('\\', '/'));
      expect(title).not.toBe('');
      expect(updated).toBe(entry[0]?.updated ?? '1970-01-01T00:00:00.000Z');
      expect(author.name).toBe('Verbatim');
      expect(new Set(entry.map((one) => one.id)).size).toBe(entry.length);
      for (const one of entry) expect(one.author.name).not.toBe('');
    }
    expect(feed('feed.xml').entry!.length).toBe(archive.claims.length);
    expect(feed('speakers/mara-obi/feed.xml').entry!.length).toBe(
      archive.claimsBy('mara-obi').length,
    );
  });

  test('show what is new in the archive first, however old the article is', () => {
    const archive = createArchive(siteFixture());
    const [old] = archive.articles.filter(({ id }) => id !== 'night-ferry');
    const out = mkdtempSync(join(tmpdir(), 'verbatim-exports-'));
    writeAll(archive, out, {
      root,
      source,
      versions: (article) => {
        const [row] = versions(article);
        if (article.id !== old!.id || !row)
          return versions(article).map((v) => ({ ...v, taken: null }));
        return [
          { ...row, taken: '2031-05-02' },
          { ...row, version: 2, taken: '2031-06-03' },
        ];
      },
    });
    const xml = readFileSync(join(out, 'feed.xml'), 'utf8');
    rmSync(out, { recursive: true, force: true });
    const { feed } = parser.parse(xml) as {
      feed: { updated: string; entry: (Entry & { published?: string })[] };
    };
    expect(feed.updated).toBe('2031-06-03T00:00:00.000Z');
    const first = feed.entry.slice(0, old!.claims.length);
    expect(new Set(first.map(({ published, updated }) => `${published} ${updated}`))).toEqual(
      new Set(['2031-05-02T00:00:00.000Z 2031-06-03T00:00:00.000Z']),
    );
    expect(new Set(first.map(({ id }) => id))).toEqual(
      new Set(old!.claims.map(({ id }) => `${root}claims/${id}/`)),
    );
  });

  test('name speaker and article in each title', () => {
    const entries = new Map(feed('feed.xml').entry!.map((entry) => [entry.id, entry]));
    for (const claim of archive.claims) {
      const article = archive.articleOf(claim);
      const { title, content } = entries.get(`${root}claims/${claim.id}/`)!;
      for (const text of [title['#text'], content['#text']]) {
        expect(text).toContain(claim.speaker?.name ?? 'Speaker');
        expect(text.replace(/[‘’“”]/g, '')).toContain(article.title.replace(/[‘’“”]/g, ''));
      }
    }
  });

  test('stay well formed and without markup of the source, whatever the text', () => {
    const hostile = siteFixture();
    const article = hostile.articles[0]!;
    article.title = 'A ]]> B & <script>alert(1)</script> \u0007 &amp; \u{1F600}';
    article.claims[0]!.text = '</content><b>x</b> ]]> \u000b';
    const out = mkdtempSync(join(tmpdir(), 'verbatim-exports-'));
    writeAll(createArchive(hostile), out, { root, source, versions });
    const xml = readFileSync(join(out, 'feed.xml'), 'utf8');
    rmSync(out, { recursive: true, force: true });
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).not.toMatch(/<script>|<b>|[\u0000-\u0008\u000b]/);
  });
});

test('a claim in a line says how the article has the words', () => {
  expect(
    ['b7h3kq', 'f3q7hj', 'g8t4kn', 'j9z5qr', 'p4d8rs', 'k4m8vz'].map((id) =>
      claimInLine(archive.claim(id)!, archive.articleOf(archive.claim(id)!)),
    ),
  ).toMatchInlineSnapshot(`
    [
      "Mara Obi, quoted in “Night ferry to stay, harbour board says”, Harbour Post, 14 March 2021: “We will keep the night ferry, and we will keep the fare.”",
      "captain of the Alma, via deckhand, quoted in “Night ferry to stay, harbour board says”, Harbour Post, 14 March 2021: “the bridge is years away”",
      "Northpoint Wire, as reported in “Night ferry to stay, harbour board says”, Harbour Post, 14 March 2021: engineers say the piers are cracked.",
      "Speaker open, quoted in “Night ferry to stay, harbour board says”, Harbour Post, 14 March 2021: “Nothing has been decided.”",
      "Jon Reyes, asking in “‘The bridge will come when it comes’: a talk with Mara Obi”, Coast Review, [April to June 2022]: “Some in the town hall claim that the bridge was promised for this summer. Is that so?”",
      "Mara Obi, quoted in “Let the ferry go”, date unknown: “keep the night ferry”",
    ]
  `);
});

describe('for machines that read pages', () => {
  const ld = (id: string) => quotationLd(archive.claim(id)!, (path) => root + path);

  test('quoted words are a Quotation, and reported ones are none', () => {
    for (const { id, type } of archive.claims)
      expect(ld(id)['@type']).toBe(type === 'indirect' ? 'Claim' : 'Quotation');
  });

  test('whose words they are is a person or an organisation, else a name', () => {
    for (const { id, speaker } of archive.claims) {
      const { creator, creditText } = ld(id) as {
        creator?: { '@type': string };
        creditText?: string;
      };
      if (!speaker) expect([creator, creditText]).toEqual([undefined, undefined]);
      else if (speaker.kind === 'person') expect(creator?.['@type']).toBe('Person');
      else if (speaker.kind === 'organisation') expect(creator?.['@type']).toBe('Organization');
      else expect([creator, creditText]).toEqual([undefined, speaker.name]);
    }
  });
});

test('odd words come out of every file as they went in', () => {
  const odd = [
    'He said “5½% of m² at −5 °C, US$ 30 & ₽”, \'then\' "now"',
    'المدينة قالت: «لا»',
    'Анна, Đorđe, ʿAli, Jean‑Luc, Łódź, e\u0301 and \u00e9',
    '{x} \\n \\textbf{y} #1 a_b ~x 2^3 % `z` -- --- <b>&amp;</b> ]]>',
    '漢字 😀 𝔘 \u00a0 nb',
    'a, "b"; c | d\ttab',
  ];
  const hostile = structuredClone(fixture());
  const changed = hostile.articles[0]!.claims.slice(0, odd.length);
  for (const [i, claim] of changed.entries()) claim.text = odd[i]!;
  const out = mkdtempSync(join(tmpdir(), 'verbatim-exports-'));
  writeAll(createArchive(hostile), out, { root, source, versions });
  const text = (path: string) => readFileSync(join(out, path), 'utf8');
  const rows = parse<Record<string, string>>(text('data/claims.csv'), { columns: true });
  const json = text('data/claims.jsonl').trimEnd().split('\n');
  const feed = new XMLParser({ ignoreAttributes: false, processEntities: true }).parse(
    text('feed.xml'),
  ) as { feed: { entry: { id: string; content: { '#text': string } }[] } };
  const plain = (html: string) =>
    html
      .replace(/<[^>]*>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&');
  for (const [i, { id }] of changed.entries()) {
    const words = odd[i]!;
    expect.soft(rows.find((row) => row['id'] === id)?.['text']).toBe(words);
    const line = json.map((one) => JSON.parse(one) as { id: string; text: string });
    expect.soft(line.find((one) => one.id === id)?.text).toBe(words);
    expect.soft(text(`claims/${id}/claim.txt`)).toContain(words);
    const entry = feed.feed.entry.find((one) => one.id.includes(id));
    expect.soft(plain(entry?.content['#text'] ?? '')).toContain(words);
    const [csl] = JSON.parse(text(`claims/${id}/cite.json`)) as { note: string }[];
    expect.soft(csl?.note).toContain(words);
    expect.soft(text(`claims/${id}/cite.ris`)).toContain(words.replace('\t', ' '));
    const ld = quotationLd(createArchive(hostile).claim(id)!, (path) => root + path);
    expect.soft((JSON.parse(JSON.stringify(ld)) as { text: string }).text).toBe(words);
  }
  rmSync(out, { recursive: true, force: true });
});
