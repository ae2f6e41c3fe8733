/** What wants a person comes first, counts go down, and the whole is quick. */
import { expect, test } from 'vitest';
import { lostClaim } from '../../src/desk/lost-claims.ts';
import { WorkQueue } from '../../src/desk/queue.ts';
import { claimsLike, namesLike } from '../../src/desk/view.ts';
import type { BuiltArchive } from '../../src/archive/build.ts';
import type { ArticleRecord, ClaimRecord } from '../../src/model/records.ts';
import { Workshop } from '../../src/desk/state.ts';
import { contentOf } from '../support/content.ts';
import { claimOf, doing, FERRY, workshopOf } from './desk-archive.ts';

const workshop = workshopOf();
const lost = lostClaim(workshop.now);
const queueOf = (archive: BuiltArchive = workshop.now.archive) =>
  new WorkQueue(archive, { isNew: () => true, unheard: [], lost, revision: 1 });

/** An archive of so many articles with twenty claims each. */
function archiveOf(articles: number): BuiltArchive {
  const [article] = workshop.now.archive.articles as [ArticleRecord];
  const [claim] = article.claims as [ClaimRecord];
  const list = Array.from({ length: articles }, (_, a) => ({
    ...article,
    id: `article-${a}`,
    claims: Array.from({ length: 20 }, (__, i) => ({
      ...claim,
      id: `${a}-${i}`,
      article: `article-${a}`,
      number: i + 1,
      confidence: ((a * 7 + i * 13) % 50) / 100 + 0.5,
      speaker: claim.speaker && i % 5 ? { ...claim.speaker, id: `s-${(a * 3 + i) % 900}` } : null,
    })),
  }));
  return { ...workshop.now.archive, articles: list, ledger: new Map() };
}

test('what is doubtful comes first, with the reason; what a person has read is out of the way', () => {
  const before = queueOf().ask({});
  expect(before.total).toBe(before.items.length);
  expect(before.facets.reasons.map(({ id }) => id)).toContain('new-article');
  const ranks = before.items.map(({ reasons }) => (reasons.length > 0 ? 0 : 1));
  expect(ranks).toEqual(ranks.toSorted());
  const { id } = claimOf(workshop, 'Both boats leak');
  doing(workshop, { act: 'confirm', claims: [id] });
  const after = queueOf().ask({});
  expect(after.items.some(({ claim }) => claim === id)).toBe(false);
  expect(queueOf().ask({ review: 'confirmed' }).items).toMatchObject([
    { claim: id, why: 'confirmed by Ann Lee on 2026-11-29', reasons: [] },
  ]);
});

test('an entry that a newer version outran comes back to the queue', () => {
  const source = [FERRY, FERRY.replace('Both boats leak, and both', 'Both of them leak, and both')];
  const card =
    '---\nclaims:\n  - {words: "Both boats leak, and both are old,", type: mixed, why: x}\n---\n';
  const content = contentOf({ ferry: source }, { articles: { ferry: card } });
  const { now } = Workshop.holding(content, '/nowhere');
  const { archive, unheard } = now;
  expect(unheard).toMatchObject([{ article: 'ferry', line: 3 }]);
  const given = { isNew: () => false, unheard, lost: lostClaim(now), revision: 1 };
  const [first] = new WorkQueue(archive, given).ask({}).items;
  expect(first).toMatchObject({ key: 'entry:ferry:3', reasons: ['orphan'], article: 'ferry' });
});

test('filters and pages', () => {
  const all = queueOf().ask({ review: 'all' });
  const bridge = queueOf().ask({ review: 'all', article: 'bridge' });
  expect(bridge.items.every(({ article }) => article === 'bridge')).toBe(true);
  expect(all.facets.articles).toEqual(bridge.facets.articles);
  const obi = queueOf().ask({ review: 'all', speaker: 'mara-obi' });
  expect(obi.items.every(({ speaker }) => speaker?.id === 'mara-obi')).toBe(true);
  const pages = [0, 2].map((from) => queueOf().ask({ review: 'all', from, count: 2 }).items);
  expect(pages.flat().map(({ key }) => key)).toEqual(all.items.slice(0, 4).map(({ key }) => key));
  expect(queueOf().ask({ below: 0.1 }).items).toEqual([]);
});

test('words before and after are those of the sentence', () => {
  const { items } = queueOf().ask({ review: 'all' });
  const pays = items.find(({ words }) => words.includes('the town would pay'))!;
  expect(pays).toMatchObject({ before: 'Ida Berg said that ', after: '.' });
});

test('the work grows as the claims do', () => {
  const time = (archive: BuiltArchive) => {
    const times = Array.from({ length: 5 }, () => {
      const start = process.cpuUsage();
      queueOf(archive).ask({});
      const { user, system } = process.cpuUsage(start);
      return user + system;
    });
    return Math.min(...times);
  };
  const [small, large] = [archiveOf(250), archiveOf(1000)];
  time(small);
  expect(time(large)).toBeLessThan(12 * time(small));
});

test('names: those of the article first, then those that begin so; claims by their words', () => {
  const names = (q: string, article?: string) =>
    namesLike(workshop.now, { room: 'speakers', q, ...(article && { article }) }).map(
      ({ id }) => id,
    );
  expect(names('ber')).toEqual(['ida-berg']);
  expect(names('', 'bridge').slice(0, 2).toSorted()).toEqual(['ida-berg', 'mara-obi']);
  expect(names('zzz')).toEqual([]);
  const { hits } = claimsLike(workshop.now, 'boats mara');
  expect(hits).toMatchObject([{ article: 'ferry', speaker: 'Mara Obi' }]);
});
