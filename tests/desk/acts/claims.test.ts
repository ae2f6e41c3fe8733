import { beforeAll, describe, expect, test } from 'vitest';
import type { Workshop } from '../../../src/desk/state.ts';
import { contentOf } from '../../support/content.ts';
import { BRIDGE, cardOf, claimOf, doing, FERRY, refusalOf, workshopOf } from '../desk-archive.ts';

const said = (workshop: Workshop) =>
  workshop.now.archive.articles.flatMap(({ claims }) =>
    claims.map(({ text, speaker, review }) => `${review} ${speaker?.id ?? '-'}: ${text}`),
  );

describe('acts on one claim', () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = workshopOf();
  });

  test('the archive is read as the tests suppose', () => {
    expect(said(workshop)).toMatchInlineSnapshot(`
      [
        "machine mara-obi: The bridge will not open this year,",
        "machine ida-berg: the bridge was no concern of the town",
        "machine mara-obi: Both boats leak, and both are old,",
        "machine mara-obi: Nobody will buy them,",
        "machine a-resident-in-ferry: the ferry was late on most days",
        "machine ida-berg: Nobody will buy them,",
        "machine ida-berg: the town would pay for a new boat in the spring",
      ]
    `);
  });

  test('confirm writes one entry on one line, with who and when', () => {
    const claim = claimOf(workshop, 'Both boats leak');
    doing(workshop, { act: 'confirm', claims: [claim.id] });
    expect(cardOf(workshop, 'articles/ferry')).toMatchInlineSnapshot(`
      "---
      claims:
        - {words: "Both boats leak, and both are old,", confirm: true, by: Ann Lee, on: 2026-11-29}
      ---
      "
    `);
    expect(claimOf(workshop, 'Both boats leak')).toMatchObject({
      id: claim.id,
      review: 'confirmed',
      reviewedBy: 'Ann Lee',
      reviewedOn: '2026-11-29',
    });
  });

  test('of two claims with the same words the one that is meant is named', () => {
    const second = claimOf(workshop, 'Nobody will buy them', 1);
    doing(workshop, { act: 'set-type', claims: [second.id], type: 'mixed', why: 'as printed' });
    expect(claimOf(workshop, 'Nobody will buy them', 0).type).toBe('direct');
    expect(claimOf(workshop, 'Nobody will buy them', 1).type).toBe('mixed');
    expect(cardOf(workshop, 'articles/ferry')).toMatchInlineSnapshot(`
      "---
      claims:
        - {words: "Both boats leak, and both are old,", confirm: true, by: Ann Lee, on: 2026-11-29}
        - {words: "Nobody will buy them,", occurrence: 2, type: mixed, why: as printed, by: Ann Lee, on: 2026-11-29}
      ---
      "
    `);
  });

  test('rejecting the first of them leaves the other as it was', () => {
    const first = claimOf(workshop, 'Nobody will buy them', 0);
    doing(workshop, { act: 'reject', claims: [first.id], why: 'a proverb' });
    expect(claimOf(workshop, 'Nobody will buy them', 0).type).toBe('mixed');
    expect(workshop.now.articles.get('ferry')?.rejected).toEqual([
      { words: first.text, occurrence: 1, why: 'a proverb', by: 'Ann Lee', on: '2026-11-29' },
    ]);
    doing(workshop, {
      act: 'restore',
      article: 'ferry',
      words: first.text,
      occurrence: 1,
    });
    expect(claimOf(workshop, 'Nobody will buy them', 0).type).toBe('direct');
    expect(claimOf(workshop, 'Nobody will buy them', 1).type).toBe('mixed');
  });

  test('a speaker without a card gets one; a second act changes the entry', () => {
    const claim = claimOf(workshop, 'Both boats leak');
    const { made } = doing(workshop, {
      act: 'set-speaker',
      claims: [claim.id],
      speaker: 'ida-berg',
      why: 'she says so',
    });
    expect(made.cards).toEqual(['content/speakers/ida-berg.md']);
    expect(cardOf(workshop, 'speakers/ida-berg')).toBe('---\nname: Ida Berg\nkind: person\n---\n');
    expect(claimOf(workshop, 'Both boats leak')).toMatchObject({
      review: 'corrected',
      speaker: { id: 'ida-berg', basis: 'card' },
    });
    expect(cardOf(workshop, 'articles/ferry')?.match(/Both boats leak/g)).toHaveLength(1);
  });

  test('a new speaker gets a card', () => {
    const claim = claimOf(workshop, 'Both boats leak');
    const speaker = { name: 'Élodie Falk', kind: 'person' as const };
    doing(workshop, { act: 'set-speaker', claims: [claim.id], speaker, why: 'x' });
    expect(cardOf(workshop, 'speakers/elodie-falk')).toContain('name: Élodie Falk');
    expect(claimOf(workshop, 'Both boats leak').speaker?.id).toBe('elodie-falk');
  });

  test('a resident of one article gets a card that holds there alone', () => {
    const claim = claimOf(workshop, 'the ferry was late');
    const id = claim.speaker?.id ?? '';
    expect(id).toMatch(/-in-ferry$/);
    doing(workshop, { act: 'set-speaker', claims: [claim.id], speaker: id, why: 'as printed' });
    expect(cardOf(workshop, `speakers/${id}`)).toContain('only: ferry');
  });

  test('bounds are changed, and changed again, in one entry', () => {
    const claim = claimOf(workshop, 'the town would pay');
    const start = claim.parts[0]!.reading.start;
    const words = 'the town would pay for a new boat';
    const { made } = doing(workshop, {
      act: 'set-bounds',
      claim: claim.id,
      parts: [{ start, end: start + words.length }],
      why: 'the season is the article’s',
    });
    const next = claimOf(workshop, 'the town would pay');
    expect(next).toMatchObject({ text: words, review: 'corrected' });
    expect(made.claims).toEqual([next.id]);
    doing(workshop, {
      act: 'set-said',
      claims: [next.id],
      said: { edtf: '2021-05-03', basis: 'stated' },
      why: 'on Monday',
    });
    expect(claimOf(workshop, 'the town would pay')).toMatchObject({
      text: words,
      said: { edtf: '2021-05-03' },
    });
    expect(cardOf(workshop, 'articles/ferry')?.match(/the town would pay/g)).toHaveLength(2);
  });

  test('a claim is added, changed, and taken away again', () => {
    const words = 'Both boats leak, and nobody will buy them';
    const text = workshop.now.articles.get('ferry')?.text ?? '';
    const start = text.indexOf(words);
    doing(workshop, {
      act: 'add',
      article: 'ferry',
      parts: [{ start: start - 2, end: start + words.length }],
      type: 'direct',
      speaker: { name: 'A sailor', kind: 'unnamed' },
      via: [],
      said: null,
      why: 'on the wall',
    });
    const added = claimOf(workshop, words);
    expect(added).toMatchObject({ text: words, review: 'added', speaker: { id: 'a-sailor' } });
    doing(workshop, { act: 'set-type', claims: [added.id], type: 'indirect', why: 'no marks' });
    expect(claimOf(workshop, words)).toMatchObject({ type: 'indirect', review: 'added' });
    doing(workshop, { act: 'reject', claims: [added.id], why: 'not his words' });
    expect(cardOf(workshop, 'articles/ferry')).not.toContain(words);
  });

  test('a claim is split, and joined again', () => {
    const bridge = claimOf(workshop, 'The bridge will not open');
    const start = bridge.parts[0]!.reading.start;
    doing(workshop, {
      act: 'split',
      claim: bridge.id,
      at: [start + 'The bridge will not '.length],
      why: 'two things',
    });
    const [head, tail] = [
      claimOf(workshop, 'The bridge will'),
      claimOf(workshop, 'open this year'),
    ];
    expect([head.text, tail.text]).toEqual(['The bridge will not', 'open this year,']);
    expect(tail.speaker?.id).toBe('mara-obi');
    doing(workshop, { act: 'join', claims: [head.id, tail.id], why: 'one thing' });
    expect(claimOf(workshop, 'The bridge will').text).toBe('The bridge will not open this year,');
  });

  test('what cannot be done is refused, with the field', () => {
    const { id } = claimOf(workshop, 'Both boats leak');
    expect(
      refusalOf(workshop, {
        act: 'set-said',
        claims: [id],
        said: { edtf: '5/1/24', basis: 'stated' },
        why: 'x',
      }),
    ).toMatchObject([
      { field: 'said.edtf', message: expect.stringContaining('`5/1/24`') as string },
    ]);
    expect(refusalOf(workshop, { act: 'confirm', claims: ['zzzzzz'] })).toMatchObject([
      { field: 'claim' },
    ]);
    const start = FERRY.indexOf('Night');
    expect(
      refusalOf(workshop, {
        act: 'set-bounds',
        claim: id,
        parts: [{ start, end: start + 5 }],
        why: 'x',
      }),
    ).toMatchObject([{ field: 'parts' }]);
  });
});

describe('an article with an earlier build', () => {
  const ofBuild = ({ now }: ReturnType<typeof workshopOf>) => ({
    ledger: new Map([...now.archive.ledger].map(([article, { rows }]) => [article, rows] as const)),
    manifest: now.archive.versions,
  });

  test('what was confirmed, and only the ledger holds, is rejected', () => {
    const words = 'The night ferry between the two towns will stay in service';
    const entry = (rest: string) => ({
      articles: { ferry: `---\nclaims:\n  - {words: ${words}, ${rest}}\n---\n` },
    });
    const added = workshopOf(entry('add: true, type: indirect, speaker: mara-obi, why: read it'));
    const workshop = workshopOf(entry('confirm: true, by: Ann Lee'), ofBuild(added));
    const { id, review } = claimOf(workshop, words);
    expect(review).toBe('confirmed');
    doing(workshop, { act: 'reject', claims: [id], why: 'a heading' });
    expect(workshop.now.claims.has(id)).toBe(false);
    expect(cardOf(workshop, 'articles/ferry') ?? '').not.toContain('confirm');
    expect(workshop.now.errors).toEqual([]);
  });

  test('an entry names the version that was read, where there are several', () => {
    const { sources } = contentOf({ bridge: BRIDGE, ferry: [FERRY, `${FERRY}\nIt rained.\n`] });
    const workshop = workshopOf({}, { ...ofBuild(workshopOf()), sources });
    doing(workshop, { act: 'confirm', claims: [claimOf(workshop, 'Both boats leak').id] });
    doing(workshop, { act: 'confirm', claims: [claimOf(workshop, 'no concern').id] });
    expect(cardOf(workshop, 'articles/ferry')).toContain('version: 2, confirm: true');
    expect(cardOf(workshop, 'articles/bridge')).not.toContain('version');
  });
});
