/** What the claims' search reads: packs and the index of words say again what was put into them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexWords, spokenIn } from '../../src/publish/search/index-words.ts';
import { inOrder, makeTable } from '../../src/publish/search/make-table.ts';
import { hasPhrase, plain, tokens, words } from '../../src/search/fold.ts';
import { foundBy } from '../../src/search/hits.ts';
import { claimsIn, packsOf, placeInPacks } from '../../src/search/packs.ts';
import { openTable } from '../../src/search/select.ts';
import type { ClaimDetail } from '../../src/search/table.ts';
import { WordIndex } from '../../src/search/words-of-claims.ts';
import { lettersOf } from '../../src/site/client/search/bundle.ts';
import { siteFixture } from '../support/site-fixture.ts';

describe('packs', () => {
  const again = (details: readonly ClaimDetail[]) =>
    packsOf(details).map((pack) => claimsIn(JSON.parse(JSON.stringify(pack)) as typeof pack));

  test('every row of the table reads back from its pack, with its speaker', () => {
    const archive = siteFixture();
    const articles = inOrder(archive.articles);
    const { table, records } = makeTable({ ...archive, articles });
    const rows = openTable(table);
    const details = [...records()].map(({ detail }) => detail);
    expect(details).toHaveLength(rows.size);
    for (const [row, detail] of details.entries()) {
      const article = rows.article(row);
      const own = details.filter((other) => other.article === table.articles[article]);
      const { pack, place } = placeInPacks(row - rows.firstOf(article), table.claims[article]!);
      const read = again(own)[pack]![place]!;
      expect(read).toEqual(detail);
      expect(read.speaker).toBe(rows.speaker(row)?.id ?? null);
    }
  });

  test('any claims of an article, however many, are in their places', () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 });
    const detail = fc.record({
      id: text,
      text,
      sentence: fc.oneof(fc.tuple(text, text, text), fc.array(text, { maxLength: 6 })),
      speaker: fc.option(text),
      open: fc.boolean(),
      role: fc.option(text),
      via: fc.array(text, { maxLength: 2 }),
      also: fc.array(fc.record({ article: text, claim: text, where: text }), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(detail, { minLength: 1, maxLength: 90 }), (list) => {
        const details = list.map((one) => ({ ...one, article: 'a', title: 't', language: 'en' }));
        const packs = again(details);
        expect(packs.flat()).toEqual(details);
        for (const [index, one] of details.entries()) {
          const { pack, place } = placeInPacks(index, details.length);
          expect(packs[pack]![place]).toEqual(one);
        }
      }),
    );
  });
});

describe('the index of words', () => {
  const indexOf = (texts: readonly string[]) => {
    const { directory, chunks } = indexWords(texts.map((text) => spokenIn(tokens(text))));
    return new WordIndex(directory, (kind, chunk) => Promise.resolve(chunks[chunk]![kind]));
  };
  const word = fc.constantFrom(
    ...'the The ferry ferries O’Neill night-ferry Łódź Müller no boats 1,200 中 السيد is'.split(
      ' ',
    ),
  );
  const sentence = fc.array(word, { maxLength: 12 }).map((list) => list.join(' '));

  test('has each word of each claim as often as it is said, in its places', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sentence, { maxLength: 12 }), async (texts) => {
        const index = indexOf(texts);
        for (const one of new Set(texts.flatMap(words))) {
          const entry = (await index.beginning(one)).find(({ word: found }) => found === one)!;
          for (const [row, text] of texts.entries()) {
            const times = words(text).filter((said) => said === one).length;
            const at = entry.rows.indexOf(row);
            expect(at < 0 ? 0 : entry.times[at]).toBe(times);
          }
        }
      }),
    );
  });

  test('finds exactly the claims that say a phrase', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(sentence, { maxLength: 12 }),
        fc.array(word, { minLength: 1, maxLength: 3 }),
        async (texts, asked) => {
          const phrase = asked.flatMap(words);
          const rows = texts.flatMap((text, row) => (hasPhrase(words(text), phrase) ? [row] : []));
          expect([...(await indexOf(texts).rowsWith(phrase))].sort((a, b) => a - b)).toEqual(rows);
        },
      ),
    );
  });

  test('in many chunks each word is in the one that is asked for it', async () => {
    const texts = Array.from({ length: 4000 }, (_, i) => `the word${i} and${i % 90} ${i % 7}`);
    const { directory, chunks } = indexWords(texts.map((text) => spokenIn(tokens(text))));
    expect(chunks.length).toBeGreaterThan(3);
    const asked: number[] = [];
    const index = new WordIndex(directory, (kind, chunk) => {
      asked.push(chunk);
      return Promise.resolve(chunks[chunk]![kind]);
    });
    for (const one of ['the', 'word17', 'and3', 'word3999', '0'])
      expect([...(await index.rowsWith([one]))], one).toEqual(
        texts.flatMap((text, row) => (words(text).includes(one) ? [row] : [])),
      );
    expect(asked.length).toBeLessThanOrEqual(5);
    expect((await index.beginning('word399')).map(({ word: found }) => found)).toEqual(
      ['word399', ...Array.from({ length: 10 }, (_, i) => `word399${i}`)].sort(),
    );
  });

  test('what finds a word begins with the letters that are looked up for it', () => {
    const stem = fc.constantFrom(
      ...'say carry file hop relate agree happ cease nation general radical operat ski di th'.split(
        ' ',
      ),
    );
    const end = fc.constantFrom(
      ...'|s|es|ed|ing|ly|er|ies|ied|y|e|ation|ational|ization|izer|ness|ful|i|ence|al'.split('|'),
    );
    fc.assert(
      fc.property(stem, end, end, (begin, one, other) => {
        const [asked, given] = [plain(begin + one), plain(begin + other)];
        if (foundBy(asked)(given)) expect(given.startsWith(lettersOf(asked))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
