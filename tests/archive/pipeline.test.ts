/**
 * A folder is a test: each holds a source, and beside it what a careful reader found in it.
 * `claims` lists type, speaker (`< via`) and words; `never` lists words that are no claim of their own.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ArticleRecord } from '../../src/model/records.ts';
import { built } from '../support/content.ts';

interface Expected {
  title?: string;
  byline?: string[];
  published?: string;
  kind?: string;
  form?: string;
  claims: string[];
  never?: string[];
}

const folder = join(import.meta.dirname, '../fixtures');

const lineOf = (claim: ArticleRecord['claims'][number]) =>
  [
    claim.type,
    [claim.speaker?.name ?? '–', ...claim.via.map(({ name }) => name)].join(' < '),
    claim.text,
  ].join(' | ');

describe.each(readdirSync(folder))('%s', (name) => {
  const expected = parse(readFileSync(join(folder, name, 'expected.yaml'), 'utf8')) as Expected;
  const article = built({ fixture: new Uint8Array(readFileSync(join(folder, name, 'source.txt'))) })
    .articles[0]!;
  const { claims: _, never: __, byline, published, ...facts } = expected;

  test('what the article says of itself', () => {
    expect(article).toMatchObject(facts);
    if (byline) expect(article.byline.map((entry) => entry.name)).toEqual(byline);
    expect(article.published.edtf).toBe(published ?? article.published.edtf);
  });

  test.each(expected.claims)('claim: %s', (line) =>
    expect(article.claims.map(lineOf)).toContain(line),
  );

  test('no more claims than a careful reader would call one', () =>
    expect(article.claims.length).toBeLessThanOrEqual(expected.claims.length + 1));

  test.each(expected.never ?? [])('no claim: %s', (words) =>
    expect(article.claims.map(({ text }) => text)).not.toContain(words),
  );

  test('every part reads back', () => {
    const source = readFileSync(join(folder, name, 'source.txt'), 'utf8');
    for (const { parts } of article.claims)
      for (const part of parts) expect(source.slice(part.start, part.end)).toBe(part.exact);
  });
});
