import { describe, expect, test } from 'vitest';
import { claimOf } from '../desk-archive.ts';
import { decided, freshArchive, given, imported, notes } from './archive.ts';

const PAGE = 'https://archive.example/articles/ferry/';

/** A row of Hypothesis. */
const row = (exact: string, more: object = {}, quote: object = {}) => ({
  id: 'a1',
  user: 'acct:ida@hypothes.is',
  updated: '2026-10-02T10:00:00+00:00',
  uri: PAGE,
  text: '',
  tags: [],
  target: [{ source: PAGE, selector: [{ type: 'TextQuoteSelector', exact, ...quote }] }],
  ...more,
});
const rows = (...list: object[]) => given('notes.json', JSON.stringify({ total: 1, rows: list }));
const w3c = (selector: unknown, body: unknown, more: object = {}) =>
  given(
    'w3c.json',
    JSON.stringify({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      creator: { name: 'Noor Haddad' },
      created: '2026-09-01T00:00:00Z',
      body,
      target: { source: `${PAGE}source.txt`, selector },
      ...more,
    }),
  );
const SAID = { type: 'TextualBody', value: 'Speaker: Mara Obi\nType: indirect' };

describe('where words stand', () => {
  test('words that stand once need no more', () => {
    const workshop = freshArchive();
    const { outcomes } = imported(workshop, [
      rows(row('the pier wall', { text: 'Speaker: Mara Obi\nIs that so?' })),
    ]);
    expect(outcomes).toMatchObject([{ article: 'ferry', result: 'added', why: '' }]);
    expect(decided(workshop)).toMatchObject([
      {
        parts: [[465, 478, 'the pier wall']],
        type: 'indirect',
        reviewedBy: 'ida',
        reviewedOn: '2026-10-02',
      },
    ]);
    expect(notes(workshop)).toEqual([{ by: 'ida', date: '2026-10-02', note: 'Is that so?' }]);
  });

  test('of words that stand twice those with the same surroundings are meant', () => {
    const workshop = freshArchive();
    const speaker = { text: 'Speaker: Ida Berg' };
    imported(workshop, [
      rows(
        row('Nobody will buy them', speaker, { prefix: 'most days.\n“', suffix: ',” said Ida' }),
      ),
    ]);
    expect(claimOf(workshop, 'Nobody will buy them', 0).review).toBe('machine');
    expect(claimOf(workshop, 'Nobody will buy them', 1).review).toBe('confirmed');
  });

  test('words that stand twice with nothing to tell them apart are listed with both places', () => {
    const workshop = freshArchive();
    const { outcomes } = imported(workshop, [
      rows(row('Nobody will buy them', { text: 'Speaker: Ida Berg' })),
    ]);
    expect(outcomes).toMatchObject([
      { result: 'listed', why: 'the words stand at 2 places, and nothing tells which is meant' },
    ]);
    expect(outcomes[0]?.candidates.map((one) => one.slice(0, 7))).toEqual(['line 7:', 'line 9:']);
    expect(decided(workshop)).toEqual([]);
  });

  test.each([
    ['in code points', 0],
    ['in UTF-16 units', 1],
  ])('a position %s is checked against the words', (_, more) => {
    const workshop = freshArchive();
    const source = workshop.now.draft('signs')?.raw.text ?? '';
    const at = source.lastIndexOf('both are old');
    const start = [...source.slice(0, at)].length + more * 2;
    const target = {
      source: 'https://archive.example/articles/signs/source.txt',
      selector: [
        { type: 'TextQuoteSelector', exact: 'both are old' },
        { type: 'TextPositionSelector', start, end: start + 'both are old'.length },
      ],
    };
    const { outcomes } = imported(workshop, [w3c([], SAID, { target })]);
    expect(outcomes).toMatchObject([{ result: 'added' }]);
    expect(decided(workshop)).toMatchObject([{ parts: [[at, at + 12, 'both are old']] }]);
  });

  test('a position that reads otherwise says nothing', () => {
    const { outcomes } = imported(freshArchive(), [
      w3c(
        [
          { type: 'TextQuoteSelector', exact: 'Nobody will buy them' },
          { type: 'TextPositionSelector', start: 3, end: 23 },
        ],
        SAID,
      ),
    ]);
    expect(outcomes).toMatchObject([{ result: 'listed' }]);
  });

  test('a position alone cannot be checked', () => {
    const { outcomes } = imported(freshArchive(), [
      w3c({ type: 'TextPositionSelector', start: 3, end: 23 }, SAID),
    ]);
    expect(outcomes[0]?.why).toMatch(/^a position without the words/);
  });

  test('a quotation within a quotation', () => {
    const workshop = freshArchive();
    imported(workshop, [
      w3c(
        {
          type: 'TextQuoteSelector',
          exact: '“Nobody will buy them,” said Ida Berg',
          refinedBy: { type: 'TextPositionSelector', start: 1, end: 21 },
        },
        { type: 'TextualBody', value: 'Speaker: Ida Berg' },
      ),
    ]);
    expect(claimOf(workshop, 'Nobody will buy them', 1).review).toBe('confirmed');
  });

  test('an article that is not in the archive', () => {
    const { outcomes } = imported(freshArchive(), [
      rows(
        row('the pier wall', {
          uri: 'https://elsewhere.example/a',
          target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'the pier wall' }] }],
        }),
      ),
    ]);
    expect(outcomes[0]?.why).toMatch(/no article of the archive is at https:\/\/elsewhere/);
  });
});

describe('what is said', () => {
  test('a comment alone becomes a note on the claim in which it stands', () => {
    const workshop = freshArchive();
    const { outcomes } = imported(workshop, [
      rows(row('a new boat', { text: 'Since bought.', tags: ['boats'] })),
    ]);
    expect(outcomes).toMatchObject([{ result: 'noted' }]);
    expect(decided(workshop)).toEqual([]);
    expect(notes(workshop)).toMatchObject([{ note: 'Since bought.\n\nTags: boats' }]);
  });

  test('a comment on words that are nobody’s is listed', () => {
    const { outcomes } = imported(freshArchive(), [
      rows(row('whatever happens to the bridge', { text: 'Which one?' })),
    ]);
    expect(outcomes).toMatchObject(
      [{ result: 'listed', why: /does not say that the words are somebody’s/ }].map((one) => ({
        ...one,
        why: expect.stringMatching(one.why) as string,
      })),
    );
  });

  test('a person who says another speaker than the machine is followed, one who says another than a person is not', () => {
    const workshop = freshArchive();
    const other = (speaker: string, user: string) =>
      rows(
        row('the town would pay for a new boat in the spring', {
          text: `Speaker: ${speaker}`,
          user: `acct:${user}@hypothes.is`,
        }),
      );
    expect(imported(workshop, [other('Mara Obi', 'ann')]).outcomes).toMatchObject([
      { result: 'changed' },
    ]);
    expect(imported(workshop, [other('Ida Berg', 'bo')]).outcomes).toMatchObject([
      {
        result: 'listed',
        why: 'ann decided on this claim already, and this says otherwise of its speaker',
      },
    ]);
    expect(claimOf(workshop, 'the town would pay').speaker?.id).toBe('mara-obi');
  });

  test('a speaker nobody knows is a new one only where it is said what', () => {
    const workshop = freshArchive();
    const file = rows(row('the pier wall', { text: 'Speaker: Jo Hale' }));
    expect(imported(workshop, [file]).outcomes[0]?.why).toMatch(/“Jo Hale” is no speaker/);
    expect(workshop.now.speakers.has('jo-hale')).toBe(false);
    imported(workshop, [file], { kind: 'person' });
    expect(claimOf(workshop, 'the pier wall').speaker).toMatchObject({
      id: 'jo-hale',
      kind: 'person',
    });
  });

  test('words that a person rejected are no claim again', () => {
    const workshop = freshArchive({
      articles: {
        ferry:
          '---\nclaims:\n  - {words: "the ferry was late on most days", drop: true, why: hearsay, by: Bo}\n---\n',
      },
    });
    const { outcomes } = imported(workshop, [
      rows(row('the ferry was late on most days', { text: 'Type: indirect' })),
    ]);
    expect(outcomes).toMatchObject([
      { result: 'listed', why: 'Bo rejected these words as a claim: hearsay' },
    ]);
  });
});

describe('brat', () => {
  const TEXT = 'He went home. “All of it leaks,” the mayor said. Ida Berg nodded.\n';
  const read = (ann: string, text = TEXT) =>
    imported(freshArchive({}), [given('x/ferry.ann', ann, [{ path: 'x/ferry.txt', text }])]);
  test('spans of another label are passed over, and a text of another article is found by its name', () => {
    const { outcomes, passedOver } = read('T1\tPerson 49 57\tIda Berg\n');
    expect(outcomes).toEqual([]);
    expect(passedOver).toEqual(['1 with the label Person: no claim, speaker or cue']);
  });
  test('a speaker who is only described is not guessed', () => {
    const { outcomes } = imported(freshArchive(), [
      given(
        'ferry.ann',
        'T1\tQuote 4 24\tboth boats leak, and\nT2\tSpeaker 0 3\tThe\nR1\tsaid-by Arg1:T1 Arg2:T2\n',
        [{ path: 'ferry.txt', text: 'The both boats leak, and more' }],
      ),
    ]);
    expect(outcomes).toMatchObject([{ result: 'listed' }]);
  });
});
