/** Claims of real and own texts, before and after edits whose outcome is known letter by letter. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DraftClaim } from '../../../src/ledger/index.ts';
import { reconcile } from '../../../src/ledger/reconcile/index.ts';
import { EDITS, tracked } from './edits.ts';
import {
  diceOf,
  first,
  otherParser,
  outcome,
  outcomes,
  parse,
  texts,
  version,
  type History,
} from './outcome.ts';

const names = Object.keys(EDITS);
const none = { wrong: [], unanswered: [], nameless: [] };

test('the texts have claims to carry', () => {
  for (const name of Object.keys(texts))
    expect(first(name).first.claims.length, name).toBeGreaterThan(0);
});

describe('any edit, or two one after the other', () => {
  const cases = fc.record({
    name: fc.constantFrom(...Object.keys(texts)),
    edits: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 2 }),
    seed: fc.integer(),
  });

  test('leads no id to another claim, and leaves none without an answer', () => {
    fc.assert(
      fc.property(
        cases,
        ({ name, edits, seed }) => void expect(outcome(name, edits, seed)).toMatchObject(none),
      ),
      { numRuns: 130 },
    );
  });

  test('nor does a parser that cuts in another way', () => {
    fc.assert(
      fc.property(
        cases,
        ({ name, edits, seed }) =>
          void expect(outcome(name, edits, seed, 'other')).toMatchObject(none),
      ),
      { numRuns: 80 },
    );
  });
});

describe('what once led to another claim leads to none', () => {
  test.each<[why: string, name: string, edits: string[], seed: number, parser?: 'other']>([
    [
      'a claim within a turn that somebody else repeats',
      'mill',
      ['a quotation repeated before, according to another', 'three sentences deleted'],
      2009410714,
    ],
    [
      'new words between the name and the claim',
      'ferry',
      ['the words of a claim taken out, and said by another after it'],
      585257650,
    ],
    [
      'a cue before, and another speaker after',
      'lendman-isis-defeated.txt',
      ['a claim deleted, and said by another in its place'],
      862449402,
    ],
    [
      'a claim without a name of its own',
      'wire',
      ['a claim deleted, and said by another further up'],
      459508994,
      'other',
    ],
    [
      'a whole paragraph repeated just before',
      'ferry',
      ['bold and links put in', 'a paragraph repeated by another'],
      1552457282,
    ],
    [
      'a sentence repeated where the old one stood',
      'wire',
      ['a sentence repeated by another', 'the paragraphs of two like claims swapped'],
      1388635855,
    ],
    [
      'another speaker just after, whose name follows anyway',
      'global-research-hadi.txt',
      [
        'two paragraphs swapped',
        'a claim deleted, and said by a speaker of the text',
        'points made an ellipsis',
      ],
      92077195,
    ],
    [
      'another speaker just after, whom the parser does not see',
      'ferry',
      [
        'a claim repeated just after by another',
        'a claim deleted, and said by a speaker of the text',
        'a number mended',
      ],
      157841756,
    ],
    [
      'a cue before, and another speaker after, whose name follows a word of saying',
      'ferry',
      ['a claim deleted, and said by a speaker of the text', 'a name corrected'],
      2147483315,
    ],
    [
      'an answer said by another in its place, whose name stands further down anyway',
      'mill',
      ['a claim deleted, and said by a speaker of the text', 'a slip inside a claim'],
      532214747,
    ],
    [
      'another speaker just after, in words that stand further down',
      'wire',
      ['two sentences swapped', 'a claim deleted, and said by a speaker of the text'],
      24258161,
      'other',
    ],
    [
      'what a question tells, passed on by another',
      'global-research-hadi.txt',
      ['a claim deleted, and said by another in its place', 'line ends CR'],
      849893602,
      'other',
    ],
    [
      'a frame about a copy further up',
      'global-research-hadi.txt',
      ['a claim deleted, and said by another further up'],
      420237884,
      'other',
    ],
  ])(
    '%s',
    (_, name, edits, seed, parser) =>
      void expect(outcome(name, edits, seed, parser)).toMatchObject(none),
  );
});

test('nor do several versions, or one that brings the first words again', () => {
  const histories = fc.record<History>({
    steps: fc.array(fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 2 }), {
      minLength: 1,
      maxLength: 3,
    }),
    back: fc.constantFrom('no', 'same bytes', 'same words'),
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(texts)),
      histories,
      fc.integer(),
      (name, steps, seed) => void expect(outcomes(name, steps, seed)).toMatchObject(none),
    ),
    { numRuns: 40 },
  );
});

test('words that stand very often go each in their turn, and wait for a person where one of them went', () => {
  const speakers = ['Ann Lee', 'Bo Rask', 'Cara Winter'];
  const paragraphs = Array.from(
    { length: 60 },
    (_, i) => `“We did not see it,” said ${speakers[i % 3]}.`,
  );
  const before = version(`A question to all\n\n${paragraphs.join('\n\n')}\n`, 1);
  const one = reconcile({
    article: 'text',
    versions: [before],
    rows: [],
    drafts: parse(before.text),
  });
  expect(one.claims.length).toBeGreaterThan(50);
  const carried = (text: string) =>
    reconcile({
      article: 'text',
      versions: [before, version(text, 2)],
      rows: one.rows,
      drafts: parse(text),
    });
  const topped = carried(
    `Another headline\n\nA question to all of them.\n\n${paragraphs.join('\n\n')}\n`,
  );
  expect(topped.claims.map(({ id, row }) => [id, row.speaker?.name])).toEqual(
    one.claims.map(({ id, row }) => [id, row.speaker?.name]),
  );
  const fewer = carried(`A question to all\n\n${paragraphs.toSpliced(30, 1).join('\n\n')}\n`);
  expect(fewer.orphans).toHaveLength(one.claims.length);
  for (const { candidates } of fewer.orphans) expect(candidates).not.toEqual([]);
});

test('at least 99 of 100 claims stay live where their words are still there', () => {
  // These put words under the names of others; whether another letter in a name makes another name, a person tells.
  const fair = names.filter(
    (edit) =>
      ![
        'a name corrected',
        'paragraphs turned round',
        'the words of two speakers exchanged',
        'the name at a claim replaced',
      ].includes(edit),
  );
  let there = 0;
  let live = 0;
  for (const [t, name] of Object.keys(texts).entries())
    for (const [i, edit] of fair.entries()) {
      if ((i + t) % 2 === 0) continue;
      const sum = outcome(name, [edit], i * 7919 + name.length);
      there += sum.there;
      live += sum.live;
    }
  expect(there).toBeGreaterThan(1000);
  expect(live / there).toBeGreaterThanOrEqual(0.99);
});

test('a parser that finds only a fifth of a claim makes no second one of it', () => {
  for (const name of Object.keys(texts)) {
    const { drafts, first: before } = first(name);
    const cut = drafts.map((draft): DraftClaim => {
      const [part] = draft.parts;
      const length = part!.end - part!.start;
      return draft.parts.length === 1 &&
        length > 40 &&
        draft.speaker &&
        !before.claims.some(({ parts }) =>
          parts.some(({ start, end }) => start > part!.start && end < part!.end),
        )
        ? { ...draft, parts: [{ start: part!.start, end: part!.start + Math.ceil(length / 5) }] }
        : draft;
    });
    const again = reconcile({
      article: 'text',
      versions: [version(texts[name]!, 1)],
      rows: before.rows,
      drafts: cut,
    });
    expect(again.claims.map(({ id }) => id).sort()).toEqual(
      before.claims.map(({ id }) => id).sort(),
    );
  }
});

test('a parser that cuts in another way changes no words of the same source', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(texts)), fc.integer(), (name, seed) => {
      const text = texts[name]!;
      const { drafts, first: before } = first(name);
      const again = reconcile({
        article: 'text',
        versions: [version(text, 1)],
        rows: before.rows,
        drafts: otherParser(drafts, text, diceOf(seed)),
      });
      const words = new Map(
        again.claims.map((claim) => [claim.id, claim.parts.map(({ exact }) => exact)]),
      );
      for (const claim of before.claims)
        expect(words.get(claim.id)).toEqual(claim.parts.map(({ exact }) => exact));
      expect(again.orphans).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('what was carried is carried once: the next build changes nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(texts)),
      fc.constantFrom(...names),
      fc.integer(),
      (name, edit, seed) => {
        const text = texts[name]!;
        const { drafts, first: before } = first(name);
        const edited = EDITS[edit]!(tracked(text), diceOf(seed), drafts);
        const input = {
          article: 'text',
          versions: [version(text, 1), ...(edited.text === text ? [] : [version(edited.text, 2)])],
          drafts: parse(edited.text),
        };
        const second = reconcile({ ...input, rows: before.rows });
        const third = reconcile({ ...input, rows: second.rows });
        expect(third.changes).toEqual([]);
        expect(third.rows).toEqual(second.rows);
        expect(third.claims.map(({ id }) => id)).toEqual(second.claims.map(({ id }) => id));
      },
    ),
    { numRuns: 80 },
  );
});
