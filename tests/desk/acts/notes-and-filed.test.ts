/** Notes, relations, topics, speakers, links and facts of articles: what each act writes, to the letter. */
import { beforeAll, describe, expect, test } from 'vitest';
import { linkOf } from '../../../src/desk/acts/links.ts';
import type { Workshop } from '../../../src/desk/state.ts';
import { cardOf, claimOf, doing, refusalOf, workshopOf } from '../desk-archive.ts';

describe('notes, relations and topics', () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = workshopOf();
  });

  test('a note is written, and taken away with its card', () => {
    const { id } = claimOf(workshop, 'Both boats leak');
    doing(workshop, { act: 'note', claim: id, kind: 'note', text: 'See the *log*.' });
    expect(cardOf(workshop, `annotations/${id}`)).toBe(
      '---\ncurator: Ann Lee\ndate: 2026-11-29\n---\nSee the *log*.\n',
    );
    doing(workshop, { act: 'note', claim: id, kind: 'correction', text: 'No: the book.' });
    expect(cardOf(workshop, `annotations/${id}`)).toContain('kind: correction');
    doing(workshop, { act: 'note', claim: id, kind: 'note', text: '' });
    expect(cardOf(workshop, `annotations/${id}`)).toBeNull();
  });

  test('a relation is set and taken back', () => {
    const [a, b] = [claimOf(workshop, 'Both boats leak'), claimOf(workshop, 'the town would pay')];
    doing(workshop, { act: 'relate', claim: a.id, to: b.id, kind: 'contradicts', why: 'no money' });
    expect(claimOf(workshop, 'Both boats leak').relations[0]).toMatchObject({
      to: b.id,
      kind: 'contradicts',
      by: 'Ann Lee',
    });
    doing(workshop, { act: 'unrelate', claim: a.id, to: b.id });
    expect(cardOf(workshop, `annotations/${a.id}`)).toBeNull();
    expect(refusalOf(workshop, { act: 'unrelate', claim: a.id, to: b.id })).toHaveLength(1);
  });

  test('a question is begun, answered by another claim, and left', () => {
    const [a, b] = [claimOf(workshop, 'Both boats leak'), claimOf(workshop, 'the town would pay')];
    const topic = { question: 'Who pays for the ferry?' };
    doing(workshop, { act: 'answer-topic', claim: a.id, topic, stance: 'nobody', note: null });
    doing(workshop, {
      act: 'answer-topic',
      claim: b.id,
      topic: 'who-pays-for-the-ferry',
      stance: 'the town',
      note: 'in spring',
    });
    expect(cardOf(workshop, 'topics/who-pays-for-the-ferry')).toBe(
      `---\nquestion: Who pays for the ferry?\ncurator: Ann Lee\nanswers:\n` +
        `  - {claim: ${a.id}, stance: nobody}\n  - {claim: ${b.id}, stance: the town, note: in spring}\n---\n`,
    );
    doing(workshop, { act: 'leave-topic', claim: a.id, topic: 'who-pays-for-the-ferry' });
    expect(
      refusalOf(workshop, { act: 'leave-topic', claim: b.id, topic: 'who-pays-for-the-ferry' }),
    ).toMatchObject([{ field: 'claim' }]);
  });

  test('other bounds take notes, relations and answers along', () => {
    const claim = claimOf(workshop, 'the town would pay');
    doing(workshop, { act: 'note', claim: claim.id, kind: 'note', text: 'Kept.' });
    const start = claim.parts[0]!.reading.start;
    const { made } = doing(workshop, {
      act: 'set-bounds',
      claim: claim.id,
      parts: [{ start, end: start + 'the town would pay for a new boat'.length }],
      why: 'shorter',
    });
    const [next] = made.claims;
    expect(cardOf(workshop, `annotations/${claim.id}`)).toBeNull();
    expect(cardOf(workshop, `annotations/${next}`)).toContain('Kept.');
    expect(cardOf(workshop, 'topics/who-pays-for-the-ferry')).toContain(`claim: ${next}`);
  });

  test('a claim that answers a question is not rejected unawares', () => {
    const { id } = claimOf(workshop, 'the town would pay');
    expect(refusalOf(workshop, { act: 'reject', claims: [id], why: 'x' })).toMatchObject([
      { path: 'content/topics/who-pays-for-the-ferry.md' },
    ]);
  });
});

describe('speakers', () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = workshopOf();
  });

  test('renaming keeps the old address and the old name', () => {
    doing(workshop, { act: 'rename', room: 'speakers', id: 'mara-obi', name: 'Mara Obi-Falk' });
    expect(cardOf(workshop, 'speakers/mara-obi')).toBeNull();
    expect(cardOf(workshop, 'speakers/mara-obi-falk')).toBe(
      '---\nname: Mara Obi-Falk\nkind: person\naliases: [Mara Obi]\nformerly: [mara-obi]\n---\n',
    );
    expect(claimOf(workshop, 'Both boats leak').speaker?.id).toBe('mara-obi-falk');
  });

  test('two are merged: claims, cards and addresses follow', () => {
    const { id } = claimOf(workshop, 'the town would pay');
    doing(workshop, {
      act: 'set-speaker',
      claims: [id],
      speaker: { name: 'I. Berg', kind: 'person' },
      why: 'x',
    });
    const { claims } = doing(workshop, {
      act: 'merge',
      room: 'speakers',
      from: 'i-berg',
      into: 'ida-berg',
    });
    expect(claims.length).toBeGreaterThan(0);
    expect(cardOf(workshop, 'speakers/ida-berg')).toBe(
      '---\nname: Ida Berg\nkind: person\naliases: [I. Berg]\nformerly: [i-berg]\n---\n',
    );
    expect(cardOf(workshop, 'articles/ferry')).toContain('speaker: ida-berg');
    expect(workshop.now.archive.speakers.some((one) => one.id === 'i-berg')).toBe(false);
  });

  test('one article is split off', () => {
    doing(workshop, {
      act: 'split-by-article',
      speaker: 'ida-berg',
      article: 'bridge',
      into: { name: 'Ida Berg of the bridge', kind: 'person' },
      why: 'another one',
    });
    expect(claimOf(workshop, 'the bridge was no concern').speaker?.id).toBe(
      'ida-berg-of-the-bridge',
    );
    expect(claimOf(workshop, 'the town would pay').speaker?.id).toBe('ida-berg');
    expect(cardOf(workshop, 'speakers/ida-berg-of-the-bridge')).toContain(
      '- {name: Ida Berg, article: bridge}',
    );
  });

  test('a description means somebody in one article', () => {
    const { claims } = doing(workshop, {
      act: 'alias-in-article',
      article: 'ferry',
      printed: 'A resident',
      speaker: 'ida-berg',
      why: 'the next line says so',
    });
    expect(claims.map(({ words }) => words).join()).toContain('the ferry was late');
    expect(claimOf(workshop, 'the ferry was late').speaker?.id).toBe('ida-berg');
  });

  test('roles and links are checked in their form', () => {
    doing(workshop, {
      act: 'edit-speaker',
      id: 'ida-berg',
      roles: [{ role: 'mayor', date: '2021', article: 'ferry' }],
      sameAs: ['q42', '0000-0002-1825-0097'],
      note: 'Mayor.',
    });
    expect(cardOf(workshop, 'speakers/ida-berg')).toContain(
      'sameAs: [https://www.wikidata.org/wiki/Q42, https://orcid.org/0000-0002-1825-0097]\n---\nMayor.\n',
    );
    expect(
      refusalOf(workshop, { act: 'edit-speaker', id: 'ida-berg', sameAs: ['0000-0002-1825-0098'] }),
    ).toMatchObject([{ field: 'sameAs.0' }]);
    expect(
      refusalOf(workshop, {
        act: 'edit-speaker',
        id: 'ida-berg',
        roles: [{ role: 'mayor', date: 'May 2021' }],
      }),
    ).toMatchObject([{ field: 'roles.0.date' }]);
  });

  test('an article’s facts are corrected', () => {
    doing(workshop, {
      act: 'edit-article',
      article: 'bridge',
      published: { edtf: '2021-05', basis: 'inferred', note: 'the month is named' },
      note: 'A note.',
    });
    expect(cardOf(workshop, 'articles/bridge')).toMatch(
      /published: \{edtf: 2021-05, basis: inferred, note: the month is named\}\n---\nA note\.\n$/,
    );
    expect(workshop.now.articles.get('bridge')?.published.edtf).toBe('2021-05');
  });
});

test('a merge takes claims along whose ids and speakers a build has published', () => {
  const { ledger, versions } = workshopOf().now.archive;
  const rows = new Map([...ledger].map(([article, one]) => [article, one.rows] as const));
  const workshop = workshopOf({}, { ledger: rows, manifest: versions });
  const before = claimOf(workshop, 'the town would pay');
  doing(workshop, { act: 'merge', room: 'speakers', from: 'ida-berg', into: 'mara-obi' });
  expect(claimOf(workshop, 'the town would pay')).toMatchObject({
    id: before.id,
    speaker: { id: 'mara-obi' },
  });
  expect(workshop.now.archive.speakers.map(({ id }) => id)).not.toContain('ida-berg');
});

test.each([
  ['Q42', 'https://www.wikidata.org/wiki/Q42'],
  ['https://m.wikidata.org/wiki/Q42', 'https://www.wikidata.org/wiki/Q42'],
  ['http://www.wikidata.org/entity/Q42', 'https://www.wikidata.org/wiki/Q42'],
  ['VIAF 113230702', 'https://viaf.org/viaf/113230702'],
  ['https://viaf.org/viaf/113230702/#Adams', 'https://viaf.org/viaf/113230702'],
  ['orcid.org/0000-0001-5109-3700', 'https://orcid.org/0000-0001-5109-3700'],
  ['https://orcid.org/0000-0002-1694-233X', 'https://orcid.org/0000-0002-1694-233X'],
  ['https://example.org/who', 'https://example.org/who'],
])('%s is the link %s', (typed, address) => expect(linkOf(typed)).toEqual({ address }));

test.each([
  'Q',
  'Q0',
  'https://www.wikidata.org/wiki/Douglas',
  '0000-0001-5109-3701',
  'VIAF x',
  'who',
  'javascript:alert(1)',
])('%s is none', (typed) => expect(linkOf(typed)).toHaveProperty('wrong'));
