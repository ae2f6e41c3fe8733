/** One speaker, one name: in claims, chains, candidates, speakers' records, and whatever order the articles have. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesIn, withNames } from '../../src/archive/one-name.ts';
import type { ArticleRecord } from '../../src/model/records.ts';
import { built } from '../support/content.ts';
import { siteFixture } from '../support/site-fixture.ts';

const head = (title: string) => `${title}\n\nBy Ann Lee\n\n4 May 2021\n\n`;
const roads = (who: string) =>
  `${head('Roads to be mended')}“The roads will be mended by the summer,” ${who} said in a statement on Tuesday, after months of letters from the drivers of the northern villages.\n\n“All of them will be mended,” according to ${who}.\n`;
const bridge = (who: string) =>
  `${head('A bridge to be mended')}“The bridge will be mended by the autumn,” ${who} said in a statement on Wednesday, after months of letters from the drivers of the northern villages.\n`;

describe('two spellings of one name', () => {
  const namesOf = (sources: Record<string, string>) => {
    const { articles, speakers } = built(sources);
    const printed = articles.flatMap(({ claims }) =>
      claims.flatMap(({ speaker, via, candidates }) => [
        ...(speaker ? [speaker] : []),
        ...via,
        ...candidates,
      ]),
    );
    return new Set([...printed, ...speakers].map(({ id, name }) => `${id}: ${name}`));
  };

  test.each([
    ['Harbour-Bank', 'Harbour Bank', 'harbour-bank: Harbour-Bank'],
    ['Harbour Bank', 'Harbour-Bank', 'harbour-bank: Harbour Bank'],
    ['Élodie Berg', 'Elodie Berg', 'elodie-berg: Élodie Berg'],
    ['MARA OBI', 'Mara Obi', 'mara-obi: Mara Obi'],
    ['HARBOUR BANK', 'Harbour Bank', 'harbour-bank: Harbour Bank'],
  ])('`%s` twice and `%s` once', (twice, once, name) => {
    expect([...namesOf({ a: roads(twice), b: bridge(once) })]).toEqual([name]);
    expect([...namesOf({ b: roads(twice), a: bridge(once) })]).toEqual([name]);
  });

  test('names without a letter that an address can have are not one speaker', () => {
    const names = namesOf({ a: roads('Иван Петров'), b: bridge('Мария Иванова') });
    const ids = new Set([...names].map((line) => line.split(': ')[0]));
    expect(ids.size).toBe(names.size);
  });

  test('whatever the spellings and the order of the articles', () => {
    const { articles } = siteFixture();
    const spelling = fc.constantFrom('Mara Obi', 'MARA OBI', 'mara obi', 'Mara Óbi');
    const claims = articles.reduce((sum, article) => sum + article.claims.length, 0);
    fc.assert(
      fc.property(fc.array(spelling, { minLength: claims, maxLength: claims }), (names) => {
        let next = 0;
        const respelt = articles.map((article): ArticleRecord => ({
          ...article,
          claims: article.claims.map((claim) => {
            const name = names[next++] ?? '';
            return {
              ...claim,
              speaker: claim.speaker && { ...claim.speaker, id: 'mara-obi', name },
              via: claim.via.map((via) => ({ ...via, id: 'mara-obi', name })),
            };
          }),
        }));
        const carded = { speakers: [], outlets: [] };
        const chosen = namesIn(respelt, carded);
        expect(namesIn(respelt.toReversed(), carded)).toEqual(chosen);
        const after = respelt
          .flatMap((article) => withNames(article, chosen).claims)
          .flatMap(({ speaker, via }) => [...(speaker ? [speaker] : []), ...via]);
        expect(new Set(after.map(({ name }) => name)).size).toBe(1);
      }),
    );
  });
});
