import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attribute, dataLines, elements, site, textContent } from '../support/built.ts';
import type { PublicArticle, PublicClaim } from '../../src/publish/exports/schema.ts';
import { ArticleRecord } from '../../src/model/records.ts';

const articles = dataLines<PublicArticle>('articles.jsonl');
const claims = dataLines<PublicClaim>('claims.jsonl');
const records = process.env.VERBATIM_RECORDS ?? '.verbatim/records';
const record = (id: string) =>
  ArticleRecord.parse(JSON.parse(readFileSync(join(records, 'articles', `${id}.json`), 'utf8')));
/** UTF-8, nothing normalised, a byte order mark kept: as Python's `decode('utf-8')`. */
const decode = (bytes: Buffer) => [
  ...new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
];

describe.each(articles.map(({ id }) => id))('article %s', (id) => {
  const line = articles.find((article) => article.id === id)!;
  const source = site.bytes(`articles/${id}/source.txt`);
  const text = decode(source);
  const page = `articles/${id}/index.html`;
  const own = claims.filter((claim) => claim.article === id);

  test('its source is published byte for byte, with its hash in the data and on the page', () => {
    const { path } = record(id).source;
    expect(existsSync(path), path).toBe(true);
    expect(source.equals(readFileSync(path))).toBe(true);
    const hash = createHash('sha256').update(source).digest('hex');
    expect(line.sha256).toBe(hash);
    expect(textContent(site.tree(page)).replace(/\s/g, '')).toContain(hash);
    expect([line.bytes, line.characters]).toEqual([source.length, text.length]);
  });

  test('every part, cue and mention of its claims reads back from the source, in code points', () => {
    for (const { id: claim, parts, cue, speaker, via } of own)
      for (const found of [...parts, cue, speaker?.mention, ...via.map(({ mention }) => mention)])
        if (found)
          expect.soft(text.slice(found.start, found.end).join(''), claim).toBe(found.exact);
    for (const { start, end } of line.boilerplate)
      expect(text.slice(start, end).join('').trim()).not.toBe('');
  });

  test('its page has the whole text of the record, block by block, and nothing else in the blocks', () => {
    const { text: whole, blocks } = record(id);
    const shown = elements(site.tree(page))
      .filter((node) => node.properties['dataBlock'] !== undefined)
      .map(textContent);
    expect(shown).toEqual(blocks.map(({ start, end }) => whole.slice(start, end)));
    expect(shown.join('\n\n')).toBe(whole);
  });

  test('every claim is marked in place with exactly its words', () => {
    const { text: whole, claims: recorded } = record(id);
    const all = elements(site.tree(page));
    for (const claim of recorded) {
      const pieces = all.filter(
        (node) => attribute(node, 'id') === claim.id || attribute(node, 'dataClaim') === claim.id,
      );
      expect
        .soft(
          pieces.some((node) => attribute(node, 'id') === claim.id),
          claim.id,
        )
        .toBe(true);
      const marked = pieces
        .filter((node) => attribute(node, 'className')?.split(' ').includes('claim'))
        .map(textContent)
        .join('');
      const expected = claim.parts
        .map(({ reading }) => whole.slice(reading.start, reading.end))
        .join('');
      expect
        .soft(marked.replace(/\s+/g, ' ').trim(), claim.id)
        .toBe(expected.replace(/\s+/g, ' ').trim());
    }
  });

  test('its line and its claims’ lines agree with each other and with the pages', () => {
    expect(line.claims).toEqual(own.map((claim) => claim.id));
    expect(own.map((claim) => claim.number)).toEqual(own.map((_, i) => i + 1));
    for (const claim of own) {
      expect.soft(site.has(`claims/${claim.id}/index.html`), claim.id).toBe(true);
      expect.soft(new URL(claim.inContext).hash, claim.id).toBe(`#${claim.id}`);
      expect
        .soft(new URL(claim.url).pathname.endsWith(`/claims/${claim.id}/`), claim.url)
        .toBe(true);
      if (claim.within) expect.soft(line.claims, claim.id).toContain(claim.within);
    }
  });
});

describe('claim pages', () => {
  test('show the words, the speaker and the article', () => {
    const missing: string[] = [];
    for (const claim of claims) {
      const shown = textContent(site.tree(`claims/${claim.id}/index.html`)).replace(/\s+/g, ' ');
      for (const [what, words] of [
        ['words', claim.text],
        ['speaker', claim.speaker?.name],
        ['article', claim.articleTitle],
      ] as const)
        if (words && !shown.includes(words.replace(/\s+/g, ' ')))
          missing.push(`${claim.id}: ${what} “${words}”`);
    }
    expect(missing).toEqual([]);
  });
});

describe('speakers', () => {
  test('every speaker, outlet and topic in the data has its page', () => {
    for (const [file, folder] of [
      ['speakers.jsonl', 'speakers'],
      ['outlets.jsonl', 'outlets'],
      ['topics.jsonl', 'topics'],
    ] as const)
      for (const { id } of dataLines<{ id: string }>(file))
        expect.soft(site.has(`${folder}/${id}/index.html`), `${folder}/${id}`).toBe(true);
  });

  test('are known wherever a claim names one', () => {
    const known = new Set(dataLines<{ id: string }>('speakers.jsonl').map(({ id }) => id));
    for (const { id, speaker, via, candidates } of claims)
      for (const named of [speaker, ...via, ...candidates])
        if (named) expect.soft(known.has(named.id), `${id}: ${named.id}`).toBe(true);
  });
});
