/**
 * A folder is a test: each holds a source, and beside it what a careful reader found in it.
 * `npm run fixture -- <name> <text file>` makes one of a text, with what was found as its draft.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { claimInLine, type Expected } from '../../src/archive/fixture.ts';
import { first } from '../../src/text/certain.ts';
import { built } from '../support/content.ts';

const folder = join(import.meta.dirname, '../fixtures');

describe.each(readdirSync(folder))('%s', (name) => {
  const expected = parse(readFileSync(join(folder, name, 'expected.yaml'), 'utf8')) as Expected;
  const file = readdirSync(join(folder, name)).find((one) => one.startsWith('source.')) ?? '';
  const source = readFileSync(join(folder, name, file));
  const article = first(built({ fixture: new Uint8Array(source) }).articles);
  const lines = article.claims.map(claimInLine);
  const { title, byline = [], outlet, published = null, kind, form } = expected;

  test('what the article says of itself', () => {
    expect({
      title: article.title,
      byline: article.byline.map((entry) => entry.name),
      outlet: article.outlet?.name,
      published: article.published.edtf,
      kind: article.kind,
      form: article.form,
    }).toEqual({ title, byline, outlet: outlet?.name, published, kind, form });
  });

  test.each(expected.claims)('claim: %s', (line) => expect(lines).toContain(line));

  test('no more claims than a careful reader found', () =>
    expect(lines.filter((line) => !expected.claims.includes(line))).toEqual([]));

  test.each(expected.never ?? [])('no claim: %s', (words) =>
    expect(article.claims.map(({ text }) => text)).not.toContain(words),
  );

  test('every part reads back', () => {
    const text = source.toString('utf8');
    for (const { parts } of article.claims)
      for (const part of parts) expect(text.slice(part.start, part.end)).toBe(part.exact);
  });
});
