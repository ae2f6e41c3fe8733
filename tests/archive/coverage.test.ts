import { describe, expect, test } from 'vitest';
import { articlePairs, coverageOf, othersOn, sharesOf } from '../../src/archive/coverage.ts';
import { createArchive } from '../../src/archive/query.ts';
import { coveragePath } from '../../src/model/urls.ts';
import { coverageSummary, namesOfBoth, perCent } from '../../src/site/reading/coverage-words.ts';
import { siteFixture } from '../support/site-fixture.ts';
import { built } from '../support/content.ts';

const archive = createArchive(siteFixture());

describe('articles on the same matter', () => {
  test('are pairs that share a speaker, a question or words; each pair once, at one address', () => {
    const pairs = articlePairs(archive);
    expect(pairs.length).toBeGreaterThan(0);
    const addresses = pairs.map(({ a, b }) => coveragePath(a.id, b.id));
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const { a, b } of pairs) {
      expect(coveragePath(b.id, a.id)).toBe(coveragePath(a.id, b.id));
      const { speakers, alike, topics } = coverageOf(archive, { a, b });
      const both = speakers.filter((one) => one.id && one.a && one.b);
      expect(both.length + alike.length + topics.length).toBeGreaterThan(0);
      expect(
        othersOn(archive, a)
          .map((one) => one.b.id + one.a.id)
          .join(),
      ).toContain(b.id);
    }
  });

  test('articles that share nothing are no pair', () => {
    const apart = built({
      one: 'A day\n\n“It is so,” said Ann Berg, a cook.',
      two: 'A night\n\n“The mill burns tonight,” said Bob Lund, a miller.',
    });
    expect(
      articlePairs(createArchive({ ...siteFixture(), ...apart, site: siteFixture().site })),
    ).toEqual([]);
  });

  test('claims of both in the same words are told, and speakers whom one leaves out', () => {
    const said = 'We will keep the night ferry until the bridge over the harbour is open again';
    const { articles, ...rest } = built({
      one: `A day\n\n“${said},” said Ann Berg, a cook. “No,” said Bob Lund, a miller.`,
      two: `A night\n\n“${said},” said Ann Berg, a cook.`,
    });
    const both = createArchive({ ...siteFixture(), articles, ...rest, site: siteFixture().site });
    const [pair] = articlePairs(both);
    const coverage = coverageOf(both, pair!);
    expect(coverage.alike.map(({ a, b }) => [a.article, b.article])).toEqual([['one', 'two']]);
    const lund = coverage.speakers.find(({ name }) => name === 'Bob Lund');
    expect([lund?.a?.claims.length, lund?.b]).toEqual([1, null]);
    expect(coverageSummary(coverage, ['Post', 'Mail'])).toBe(
      'Both quote the same speaker and have 1 pair of claims in the same or nearly the same words. ' +
        '1 speaker only in Post.',
    );
  });
});

test('shares of a text are those of its letters, words within other claims counted once', () => {
  for (const article of archive.articles) {
    const shares = sharesOf(article);
    const sum = shares.reduce((all, { share }) => all + share, 0);
    expect(sum).toBeGreaterThan(0);
    expect(sum).toBeLessThanOrEqual(100);
    expect(shares.flatMap(({ claims }) => claims).length).toBe(article.claims.length);
  }
  expect([perCent(0.3), perCent(12.4), perCent(0)]).toEqual([
    'under 1\u00a0%',
    '12\u00a0%',
    'within words of others',
  ]);
});

test('two articles of one outlet are told apart by their titles', () => {
  const [a, b] = archive.articles;
  expect(namesOfBoth({ ...a!, outlet: b!.outlet }, b!)).toEqual([
    expect.stringContaining(a!.title.slice(0, 20)),
    expect.stringContaining(b!.title.slice(0, 20)),
  ]);
});
