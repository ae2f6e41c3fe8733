import { describe, expect, test } from 'vitest';
import { EXCHANGE_FORMATS } from '../../../src/desk/exchange/formats.ts';
import { perform } from '../../../src/desk/perform.ts';
import type { Act } from '../../../src/desk/api.ts';
import type { Workshop } from '../../../src/desk/state.ts';
import { claimOf } from '../desk-archive.ts';
import { decided, exported, freshArchive, imported, notes, spanOf } from './archive.ts';

const IDA = { by: 'Ida Berg', on: '2026-11-20' };

function does(workshop: Workshop, act: Act): readonly string[] {
  const { next, made } = perform(workshop, act, IDA);
  workshop.take(next);
  return made.claims;
}

/** An archive in which a person confirmed, corrected, cut and added claims, with a note, a question and a relation. */
function worked(): Workshop {
  const workshop = freshArchive();
  const add = (article: string, parts: { start: number; end: number }[], more = {}) =>
    does(workshop, {
      act: 'add',
      article,
      parts,
      type: 'indirect',
      speaker: 'mara-obi',
      via: [],
      said: null,
      why: 'read there',
      ...more,
    });
  const at = (article: string, words: string, nth = 0) => spanOf(workshop, article, words, nth);
  does(workshop, { act: 'confirm', claims: [claimOf(workshop, 'Both boats leak').id] });
  does(workshop, { act: 'confirm', claims: [claimOf(workshop, 'We saw the').id] });
  does(workshop, { act: 'confirm', claims: [claimOf(workshop, 'שלום').id] });
  does(workshop, {
    act: 'set-speaker',
    claims: [claimOf(workshop, 'the town would pay').id],
    speaker: { name: 'Ida Berg-Lund', kind: 'person' },
    why: 'her full name',
  });
  const bridge = claimOf(workshop, 'the bridge was no concern');
  does(workshop, {
    act: 'set-bounds',
    claim: bridge.id,
    parts: [at('bridge', 'the bridge was no concern')],
    why: 'shorter',
  });
  add('signs', [at('signs', 'مرحبا بالجميع')], {
    type: 'direct',
    speaker: { name: 'A sailor; of the south', kind: 'unnamed' },
    said: { edtf: '2021-05', basis: 'stated' },
    cue: 'wrote on the wall',
  });
  // Of two places with the same words the second, interrupted.
  const [second = ''] = add(
    'signs',
    [at('signs', 'both boats leak'), at('signs', 'both are old', 1)],
    { via: ['mara-obi'], speaker: null },
  );
  does(workshop, {
    act: 'note',
    claim: second,
    kind: 'note',
    text: 'Read | at [the] wall; *twice*\\ and_so on.',
  });
  const first = claimOf(workshop, 'Both boats leak, and both are old,');
  does(workshop, {
    act: 'answer-topic',
    claim: first.id,
    topic: { question: 'Are the boats in order?' },
    stance: 'no',
    note: null,
  });
  does(workshop, { act: 'relate', claim: second, to: first.id, kind: 'repeats', why: 'the same' });
  return workshop;
}

describe.each(EXCHANGE_FORMATS.map(({ id }) => id))('as %s', (format) => {
  const from = worked();
  const files = exported(from, format);
  const into = freshArchive();
  const first = imported(into, files);

  test('all is taken in, but what no person read', () => {
    expect(first.outcomes.filter(({ result }) => result === 'listed')).toEqual([]);
    expect(first.outcomes.filter(({ result }) => result === 'unread').length).toBe(
      from.now.claims.size - decided(from).length,
    );
  });

  test('words, offsets, speakers, types and cues are the same', () => {
    expect(decided(from)).toHaveLength(7);
    expect(decided(into)).toEqual(decided(from));
  });

  test('notes and answers are the same', () => {
    expect(notes(into)).toEqual(notes(from));
    const answers = ({ now }: Workshop) =>
      now.archive.topics.map(({ question, answers: all }) => [
        question,
        all.map(({ stance }) => stance),
      ]);
    expect(answers(into)).toEqual(answers(from));
  });

  test('a second time nothing is new', () => {
    const revision = into.revision;
    const again = imported(into, files);
    expect(new Set(again.outcomes.map(({ result }) => result))).toEqual(
      new Set(['nothing new', 'unread']),
    );
    expect(into.revision).toBe(revision);
  });
});

test.each(['brat', 'web-annotation'])('%s carries relations', (format) => {
  const into = freshArchive();
  imported(into, exported(worked(), format));
  const relations = into.now.archive.articles.flatMap(({ claims }) =>
    claims.flatMap((claim) => claim.relations.filter(({ basis }) => basis === 'curated')),
  );
  // The other end stands in another article: brat's files know one text each.
  expect(relations.map(({ kind }) => kind)).toEqual(format === 'brat' ? [] : ['repeats']);
});
