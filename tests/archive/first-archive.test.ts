/**
 * The archive that comes with the software, as it was read by hand: every fact of the five articles'
 * heads, and every claim with its type, speaker and `< via`. What the rules cannot reach is put right
 * in the cards, so the records must say exactly this.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readContent } from '../../src/build/archive-files/content.ts';
import { buildArchive } from '../../src/archive/whole.ts';

interface Reading {
  facts: Record<string, unknown>;
  byline: string[];
  boilerplate: string[];
  claims: string[];
}

const folder = join(import.meta.dirname, 'first-archive');
const { articles } = buildArchive(readContent());

test('every article was read by hand', () =>
  expect(articles.map(({ id }) => `${id}.yaml`)).toEqual(readdirSync(folder).sort()));

describe.each(articles)('$id', (article) => {
  const reading = parse(readFileSync(join(folder, `${article.id}.yaml`), 'utf8')) as Reading;

  test('head', () => {
    expect(article).toMatchObject(reading.facts);
    expect(article.byline.map(({ name, role }) => `${name}, ${role}`)).toEqual(reading.byline);
  });

  test('boilerplate', () =>
    expect(
      article.blocks
        .filter(({ role }) => role === 'boilerplate')
        .map(({ start, end, rule }) => `${rule}: ${article.text.slice(start, end).slice(0, 60)}`),
    ).toEqual(reading.boilerplate));

  test('claims', () =>
    expect(
      article.claims.map(({ type, speaker, via, text }) =>
        [type, [speaker?.name ?? 'nobody', ...via.map(({ name }) => name)].join(' < '), text].join(
          ' | ',
        ),
      ),
    ).toEqual(reading.claims));
});
