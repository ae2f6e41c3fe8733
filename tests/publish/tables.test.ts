/** The archive as tables, read back by programs that did not write them: DuckDB, SQLite, Python. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createArchive } from '../../src/archive/query.ts';
import { writeAll } from '../../src/build/making/write-exports.ts';
import type { ArticleRecord } from '../../src/model/records.ts';
import { TABLES } from '../../src/publish/exports/tables/index.ts';
import { toolLines } from '../../src/site/reading/data-tools.ts';
import { bytesBefore } from '../../src/text/offsets.ts';
import { siteFixture } from '../support/site-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, 'data');

/** What spreadsheets, databases and readers of tables are known to take for something else. */
const HOSTILE = [
  'a "quoted", and; parted\r\nword',
  '=SUM(A1)',
  '-5 degrees',
  'NA',
  'null',
  'שלום, 5½ % of “water”',
  '𝔘nfair 👩‍👩‍👧 and é',
  "O'Neill; DROP TABLE claims; --",
  '0012',
  'x'.repeat(10_000),
  '  blanks at both ends  ',
  '\\N',
];

const input = siteFixture();
for (const [i, text] of HOSTILE.entries()) {
  const claim = input.articles.flatMap(({ claims }) => claims)[i];
  if (claim) claim.text = text;
}
const archive = createArchive(input);
const options = {
  root: 'https://verbatim.example/sub/',
  source: (article: ArticleRecord) => article.text,
  versions: () => [],
};
beforeAll(() => {
  writeAll(archive, folder, options);
});

const words = archive.claims.map(({ id, text }) => [id, text]);
const rowsIn = (table: string) =>
  parse<Record<string, string>>(readFileSync(join(data, `${table}.csv`), 'utf8'), {
    bom: true,
    columns: true,
  });

describe('every table', () => {
  test('has as many rows in each form', async () => {
    const database = new DatabaseSync(join(data, 'archive.sqlite'), { readOnly: true });
    const duck = await (await DuckDBInstance.create()).connect();
    for (const { name } of TABLES) {
      const rows = rowsIn(name).length;
      const inDatabase = database.prepare(`SELECT count(*) AS n FROM "${name}"`).get();
      expect(inDatabase?.['n'], name).toBe(rows);
      const read = await duck.runAndReadAll(
        `SELECT count(*)::INT FROM '${join(data, `${name}.parquet`)}'`,
      );
      expect(read.getRows()[0]?.[0], name).toBe(rows);
    }
    database.close();
    expect(rowsIn('claims').length).toBe(words.length);
    expect(rowsIn('answers').length).toBeGreaterThan(0);
    expect(rowsIn('via').length).toBeGreaterThan(0);
    expect(rowsIn('relations').length).toBeGreaterThan(0);
  });

  test('is the same bytes when it is made again', () => {
    const again = mkdtempSync(join(tmpdir(), 'verbatim-tables-again-'));
    writeAll(archive, again, options);
    for (const file of ['archive.sqlite', 'claims.parquet', 'parts.parquet', 'parts.csv'])
      expect(
        readFileSync(join(again, 'data', file)).equals(readFileSync(join(data, file))),
        file,
      ).toBe(true);
    rmSync(again, { recursive: true });
  });
});

describe('words come out as they went in', () => {
  test('of Parquet, by DuckDB', async () => {
    const duck = await (await DuckDBInstance.create()).connect();
    const read = await duck.runAndReadAll(`SELECT id, text FROM '${join(data, 'claims.parquet')}'`);
    expect(read.getRows()).toEqual(words);
  });

  test('of SQLite', () => {
    const database = new DatabaseSync(join(data, 'archive.sqlite'), { readOnly: true });
    const rows = database.prepare('SELECT id, text FROM claims ORDER BY rowid').all();
    expect(rows.map((row) => [row['id'], row['text']])).toEqual(words);
    database.close();
  });
});

test('types are declared: whole numbers, days, and columns without a value', async () => {
  const duck = await (await DuckDBInstance.create()).connect();
  const read = await duck.runAndReadAll(`DESCRIBE SELECT * FROM '${join(data, 'claims.parquet')}'`);
  const types = new Map(read.getRows().map(([name, type]) => [name, type]));
  for (const { name, type } of TABLES.find((table) => table.name === 'claims')?.columns ?? [])
    expect(types.get(name), name).toBe(
      { string: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE', date: 'DATE' }[type],
    );
  const days = await duck.runAndReadAll(
    `SELECT id, published_from::VARCHAR FROM '${join(data, 'claims.parquet')}' ORDER BY id`,
  );
  const stated = rowsIn('claims').map(({ id, published_from: day }) => [id, day || null]);
  expect(days.getRows()).toEqual(stated.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
});

test('the database is whole, finds words without their marks, and answers its views', () => {
  const database = new DatabaseSync(join(data, 'archive.sqlite'), { readOnly: true });
  const ask = (sql: string) => database.prepare(sql).all();
  expect(ask('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(ask('PRAGMA foreign_key_check')).toEqual([]);
  expect(
    ask("SELECT rowid FROM claims_fts WHERE claims_fts MATCH 'unfair OR cafe'"),
  ).not.toBeNull();
  expect(ask("SELECT rowid FROM claims_fts WHERE claims_fts MATCH 'degrees'").length).toBe(1);
  // by these letters Datasette knows which index searches a table
  const searched = ask(
    'SELECT name FROM sqlite_master WHERE sql LIKE \'%USING FTS%content="claims"%\'',
  );
  expect(searched).toEqual([{ name: 'claims_fts' }]);
  for (const view of ['quotations', 'speakers_by_outlet', 'passed_on', 'stances'])
    expect(ask(`SELECT * FROM ${view}`).length, view).toBeGreaterThan(0);
  database.close();
});

test('parts read back by characters and by bytes', () => {
  const sources = new Map(archive.articles.map((article) => [article.id, article.text]));
  const articleOf = new Map(rowsIn('claims').map(({ id, article }) => [id, article]));
  for (const row of rowsIn('parts')) {
    const text = sources.get(articleOf.get(row['claim']) ?? '') ?? '';
    const exact = row['exact']?.replace(/^'(?=[=@\t\r+-])/, '');
    expect([...text].slice(Number(row['start']), Number(row['end'])).join('')).toBe(exact);
    const bytes = Buffer.from(text).subarray(Number(row['byte_start']), Number(row['byte_end']));
    expect(bytes.toString()).toBe(exact);
  }
});

test('bytes before a place are those of the text so far', () => {
  const text = 'aé€😀z\n𝔘';
  const places = [0, 1, 2, 3, 5, 6, 7, 9];
  const bytes = bytesBefore(text, places);
  for (const place of places) expect(bytes(place)).toBe(Buffer.byteLength(text.slice(0, place)));
  expect(() => bytes(4)).toThrow(RangeError);
});

test('an archive may go without Parquet and SQLite', () => {
  const lean = mkdtempSync(join(tmpdir(), 'verbatim-tables-lean-'));
  const without = createArchive({
    ...input,
    site: { ...input.site, leaveOut: ['parquet', 'sqlite'] },
  });
  writeAll(without, lean, options);
  const listed = readFileSync(join(lean, 'data/datapackage.json'), 'utf8');
  expect(listed).not.toMatch(/parquet|sqlite/);
  expect(toolLines(without.site).map(({ program }) => program)).toEqual(['Python', 'pandas', 'R']);
  rmSync(lean, { recursive: true });
});

describe('the lines of the data page', () => {
  const python = spawnSync('python3', ['--version']).status === 0;
  test.runIf(python)('for Python read every claim', () => {
    const line = toolLines(input.site).find(({ program }) => program === 'Python')?.line ?? '';
    const { stdout } = spawnSync(
      'python3',
      ['-c', `${line}\nimport json; print(json.dumps([c['id'] for c in claims]))`],
      { cwd: data, encoding: 'utf8' },
    );
    expect(JSON.parse(stdout)).toEqual(words.map(([id]) => id));
  });

  const r = spawnSync('Rscript', ['--version']).status === 0;
  test.runIf(r).each(['C', 'C.UTF-8'])('for R read every claim in the locale %s', (locale) => {
    const line = toolLines(input.site).find(({ program }) => program === 'R')?.line ?? '';
    const { stdout } = spawnSync(
      'Rscript',
      ['-e', `${line}; cat(paste(claims$id, nchar(claims$text)), sep = "\\n")`],
      { cwd: data, encoding: 'utf8', env: { ...process.env, LC_ALL: locale } },
    );
    // R has one sign for a line end of two
    const lengths = rowsIn('claims').map(
      ({ id, text = '' }) => `${id} ${[...text.replace('\r\n', '\n')].length}`,
    );
    expect(stdout.trim().split('\n')).toEqual(lengths);
  });

  test('for DuckDB and SQLite hold statements that run', async () => {
    const statement = (name: string) =>
      /"(.*)"$/.exec(
        toolLines(input.site).find(({ program }) => program === name)?.line ?? '',
      )?.[1];
    const duck = await (await DuckDBInstance.create()).connect();
    const counted = await duck.runAndReadAll(
      (statement('DuckDB') ?? '').replace('claims.parquet', join(data, 'claims.parquet')),
    );
    expect(counted.getRows().length).toBeGreaterThan(1);
    const database = new DatabaseSync(join(data, 'archive.sqlite'), { readOnly: true });
    expect(
      database.prepare((statement('SQLite') ?? '').replace("'water'", "'degrees'")).all().length,
    ).toBe(1);
    database.close();
  });
});
