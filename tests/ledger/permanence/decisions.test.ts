/** What people do: decide on claims that lost their place, rename and withdraw, capture a text anew, work on two branches. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLedgerFiles } from '../../../src/build/archive-files/ledger-files.ts';
import {
  addressRecords,
  checkAddresses,
  checkDecisions,
  checkManifest,
  formatLedger,
  formatManifest,
  parseLedger,
  type Decision,
  type DraftClaim,
  type Reconciled,
} from '../../../src/ledger/index.ts';
import { reconcile } from '../../../src/ledger/reconcile/index.ts';
import { sha256 } from '../../../src/text/digest.ts';
import { draftOf, sourceOf } from '../drafts.ts';

/** The same claim, with the words that name its speaker, or mean somebody named farther up. */
const meant = (
  claim: DraftClaim,
  basis: 'name' | 'last-name' | 'pronoun',
  start: number,
  words: string,
): DraftClaim => ({
  ...claim,
  speaker: { ...claim.speaker!, basis, mention: { start, end: start + words.length } },
});

const old =
  'Ferry news\n\n“We will keep the night ferry,” said Ada Holm. The office was silent.\n\n“It costs too much,” said Ben Ruud on Monday.\n';
const changed = old.replace('keep the night ferry', 'keep the late ferry');
const one = sourceOf(old);
const two = sourceOf(changed, 2);
const before = reconcile({
  article: 'ferry',
  versions: [one],
  rows: [],
  drafts: [
    draftOf(old, 'We will keep the night ferry,', 'Ada Holm'),
    draftOf(old, 'It costs too much,', 'Ben Ruud'),
  ],
});
const [kept, cost] = before.ids as [string, string];
const now = [
  draftOf(changed, 'We will keep the late ferry,', 'Ada Holm'),
  draftOf(changed, 'It costs too much,', 'Ben Ruud'),
];
const next = (decisions: Decision[] = [], rows = before.rows): Reconciled =>
  reconcile({ article: 'ferry', versions: [one, two], rows, drafts: now, decisions });

describe('a claim whose words were changed', () => {
  const open = next();
  const fresh = open.ids[0]!;

  test('waits for a person, with the passage it may be', () => {
    expect(open.claims.map(({ id }) => id)).toEqual([fresh, cost]);
    expect(open.orphans).toMatchObject([
      {
        id: kept,
        fate: 'changed',
        candidates: [{ id: fresh, parts: [{ exact: 'We will keep the late ferry,' }] }],
      },
    ]);
    const [notice] = addressRecords({ ...nothing, rows: open.rows, orphans: open.orphans });
    expect(notice).toMatchObject({
      path: `claims/${kept}/`,
      kind: 'orphan',
      words: 'We will keep the night ferry,',
      speaker: 'Ada Holm',
      since: 'version 2',
      candidates: [{ path: `claims/${fresh}/` }],
    });
  });

  test('goes on in the new words when a person confirms it; the other id leads to it', () => {
    const done = next(
      [
        {
          claim: kept,
          confirm: fresh,
          because: 'a slip was mended',
          by: 'A. Curator',
          on: '2024-05-12',
        },
      ],
      open.rows,
    );
    expect(done.claims.map(({ id }) => id)).toEqual([kept, cost]);
    expect(done.ids).toEqual([kept, cost]);
    const row = done.rows.find(({ id }) => id === kept)!;
    expect(row).toMatchObject({
      status: 'live',
      version: 2,
      aliases: [fresh],
      parts: [{ exact: 'We will keep the late ferry,' }],
      was: [{ version: 1, parts: [{ exact: 'We will keep the night ferry,' }] }],
    });
    expect(done.rows.find(({ id }) => id === fresh)).toMatchObject({
      status: 'merged',
      successor: kept,
    });
    expect(addressRecords({ ...nothing, rows: done.rows })).toMatchObject([
      {
        path: `claims/${fresh}/`,
        kind: 'tombstone',
        status: 'merged',
        successor: `claims/${kept}/`,
        date: '2024-05-12',
      },
    ]);
    // The decision stays in its file and acts once.
    const again = next(
      [
        {
          claim: kept,
          confirm: fresh,
          because: 'a slip was mended',
          by: 'A. Curator',
          on: '2024-05-12',
        },
      ],
      done.rows,
    );
    expect(again.changes).toEqual([]);
    expect(again.rows).toEqual(done.rows);
  });

  test('may be confirmed by words where no claim was found', () => {
    const bare = reconcile({
      article: 'ferry',
      versions: [one, two],
      rows: before.rows,
      drafts: now.slice(1),
      decisions: [{ claim: kept, confirm: 'We will keep the late ferry,' }],
    });
    expect(bare.claims.map(({ id }) => id)).toEqual([kept, cost]);
    const name = { start: old.indexOf('Ada Holm'), end: old.indexOf('Ada Holm') + 8 };
    const named = before.rows.map((row) =>
      row.id === kept
        ? { ...row, speaker: { ...row.speaker!, mention: { ...name, exact: 'Ada Holm' } } }
        : row,
    );
    const again = reconcile({
      article: 'ferry',
      versions: [one, two],
      rows: named,
      drafts: now.slice(1),
      decisions: [{ claim: kept, confirm: 'We will keep the late ferry,' }],
    });
    expect(
      reconcile({ article: 'ferry', versions: [one, two], rows: again.rows, drafts: now.slice(1) }),
    ).toMatchObject({ problems: [], changes: [] });
    expect(next([{ claim: kept, confirm: 'words that stand nowhere' }]).problems).toMatchObject([
      { claim: kept, kind: 'decision-words' },
    ]);
  });

  test('may be superseded or withdrawn; withdrawn words are not shown', () => {
    const superseded = next([{ claim: kept, 'superseded-by': fresh }], open.rows);
    expect(superseded.rows.find(({ id }) => id === kept)).toMatchObject({
      status: 'superseded',
      successor: fresh,
    });
    const withdrawn = next([{ claim: cost, withdrawn: 'not what was said' }], open.rows);
    expect(withdrawn.claims.map(({ id }) => id)).toEqual([fresh]);
    expect(withdrawn.ids).toEqual([fresh, null]);
    expect(
      addressRecords({ ...nothing, rows: withdrawn.rows }).find(
        ({ path }) => path === `claims/${cost}/`,
      ),
    ).toMatchObject({ status: 'withdrawn', reason: 'not what was said', words: null });
    const restored = next(
      [
        { claim: cost, withdrawn: 'not what was said' },
        { claim: cost, restored: 'it was' },
      ],
      withdrawn.rows,
    );
    expect(restored.claims.map(({ id }) => id)).toContain(cost);
  });

  test('is live again when a later version has its words again', () => {
    const third = reconcile({
      article: 'ferry',
      versions: [one, two, sourceOf(`${old}\n`, 3)],
      rows: open.rows,
      drafts: before.claims.map(({ kept: d }) => d),
    });
    expect(third.claims.map(({ id }) => id)).toContain(kept);
    expect(third.rows.find(({ id }) => id === kept)).toMatchObject({ status: 'live', version: 3 });
  });

  test('is live again in its first place when a later version has the same bytes', () => {
    const third = reconcile({
      article: 'ferry',
      versions: [one, two, sourceOf(old, 3)],
      rows: open.rows,
      drafts: before.claims.map(({ kept: d }) => d),
    });
    expect(third.ids).toEqual([kept, cost]);
    expect(third.rows.find(({ id }) => id === kept)).toMatchObject({
      status: 'live',
      version: 3,
      held: false,
      parts: before.rows.find(({ id }) => id === kept)!.parts,
    });
    expect(third.orphans.map(({ id }) => id)).toEqual([fresh]);
  });
});

describe('the same words by somebody else', () => {
  const gone =
    'Ferry news\n\nThe office was silent.\n\n“We will keep the night ferry,” said Ben Ruud on Monday.\n';
  test('never get the id', () => {
    const after = reconcile({
      article: 'ferry',
      versions: [one, sourceOf(gone, 2)],
      rows: before.rows,
      drafts: [draftOf(gone, 'We will keep the night ferry,', 'Ben Ruud')],
    });
    expect(after.ids).not.toContain(kept);
    expect(after.orphans.find(({ id }) => id === kept)).toMatchObject({
      fate: 'ambiguous',
      candidates: [{ id: after.ids[0], why: "the same words, as another speaker's" }],
    });
  });

  test('nor where the text itself now names another speaker at the same place', () => {
    const corrected = old.replace('said Ada Holm', 'said Carla Nyström');
    const after = reconcile({
      article: 'ferry',
      versions: [one, sourceOf(corrected, 2)],
      rows: before.rows,
      drafts: [
        draftOf(corrected, 'We will keep the night ferry,', 'Carla Nyström'),
        draftOf(corrected, 'It costs too much,', 'Ben Ruud'),
      ],
    });
    expect(after.ids[0]).not.toBe(kept);
    expect(after.orphans.map(({ id }) => id)).toEqual([kept]);
  });

  test('are named where they stand in another article', () => {
    const empty = 'Ferry news\n\nThe office was silent on Monday.\n';
    const after = reconcile({
      article: 'ferry',
      versions: [one, sourceOf(empty, 2)],
      rows: before.rows,
      drafts: [],
      others: () => [{ article: 'quay', version: 1, text: old }],
    });
    const orphan = after.orphans.find(({ id }) => id === kept);
    expect(orphan?.fate).toBe('in another article');
    expect(orphan?.candidates.map(({ article }) => article)).toContain('quay');
  });
});

describe('a speaker who is named farther up', () => {
  const filler =
    'The board met for four hours in the old hall by the harbour, and nobody outside knew until late in the evening what had been settled there or which of the two plans was the one that had won.';
  const first = `Ferry news\n\nAda Holm spoke first. ${filler} “We will keep the night ferry,” she said.\n`;
  const second = first.replace('Ada Holm', 'Greta Blom');
  const by = (text: string, name: string) =>
    meant(
      draftOf(text, 'We will keep the night ferry,', name),
      'pronoun',
      text.indexOf('she said'),
      'she',
    );
  const one = reconcile({
    article: 'ferry',
    versions: [sourceOf(first)],
    rows: [],
    drafts: [by(first, 'Ada Holm')],
  });

  test('is another where the text has another name there: a person decides', () => {
    const two = reconcile({
      article: 'ferry',
      versions: [sourceOf(first), sourceOf(second, 2)],
      rows: one.rows,
      drafts: [by(second, 'Greta Blom')],
    });
    expect(two.orphans).toMatchObject([{ id: one.ids[0], fate: 'ambiguous' }]);
    expect(two.claims).toMatchObject([{ row: { speaker: { name: 'Greta Blom' } } }]);
  });

  test('is the same where only the parser reads another name', () => {
    const two = reconcile({
      article: 'ferry',
      versions: [sourceOf(first), sourceOf(`${first}\n`, 2)],
      rows: one.rows,
      drafts: [by(first, 'Greta Blom')],
    });
    expect(two.claims).toMatchObject([
      { id: one.ids[0], row: { held: true, speaker: { name: 'Ada Holm' } } },
    ]);
  });
});

test('words that are denied now are no more said: a person decides', () => {
  const first = 'Ferry news\n\nAda Holm said the night ferry would run until spring.\n';
  const second = first.replace('said', 'denied');
  const told = draftOf(first, 'the night ferry would run until spring', 'Ada Holm');
  const at = first.indexOf('said');
  const one = reconcile({
    article: 'ferry',
    versions: [sourceOf(first)],
    rows: [],
    drafts: [{ ...told, type: 'indirect', cue: { start: at, end: at + 4 } }],
  });
  const two = reconcile({
    article: 'ferry',
    versions: [sourceOf(first), sourceOf(second, 2)],
    rows: one.rows,
    drafts: [],
  });
  expect(two.orphans).toMatchObject([
    {
      id: one.ids[0],
      why: 'the same words stand there, and other words where it was written that they were said',
    },
  ]);
});

test('a claim that lost its place takes no place where another stands', () => {
  const first = 'Ferry news\n\n“It costs too much,” said Ada Holm.\n';
  const second = first.replace('said Ada', 'said Greta Blom, and not Ada');
  const versions = [sourceOf(first), sourceOf(second, 2)];
  const one = reconcile({
    article: 'ferry',
    versions: versions.slice(0, 1),
    rows: [],
    drafts: [draftOf(first, 'It costs too much,', 'Ada Holm')],
  });
  const two = reconcile({
    article: 'ferry',
    versions,
    rows: one.rows,
    drafts: [draftOf(second, 'It costs too much,', 'Greta Blom')],
  });
  expect(two.orphans).toMatchObject([{ id: one.ids[0] }]);
  const three = reconcile({
    article: 'ferry',
    versions,
    rows: two.rows,
    drafts: [draftOf(second, 'It costs too much,', 'Ada Holm')],
  });
  expect(three.claims.map(({ id }) => id)).toEqual(two.ids);
  expect(three.orphans).toMatchObject([{ id: one.ids[0], candidates: [{ id: two.ids[0] }] }]);
});

test('a longer claim about the words of a short one is a claim of its own', () => {
  const text =
    'Ferry news\n\n“The ferry, which carried forty passengers a night last winter, will stay until the spring,” said Ada Holm.\n';
  const one = reconcile({
    article: 'ferry',
    versions: [sourceOf(text)],
    rows: [],
    drafts: [draftOf(text, 'The ferry', 'Ada Holm')],
  });
  const long = draftOf(
    text,
    'The ferry, which carried forty passengers a night last winter, will stay until the spring,',
    'Ada Holm',
  );
  const two = reconcile({
    article: 'ferry',
    versions: [sourceOf(text)],
    rows: one.rows,
    drafts: [long],
  });
  expect(two.claims).toHaveLength(2);
  expect(two.ids).not.toEqual(one.ids);
});

const paragraphs = (...list: string[]) => `Harbour news\n\n${list.join('\n\n')}\n`;

test('a last name printed again is of the one who is named in full now', () => {
  const first = paragraphs(
    '“The planks are new,” said Paul Dray, the harbour master.',
    'Boats went out again. “Nobody was hurt,” said Dray.',
  );
  const second = first.replace('Paul', 'Anna');
  const by = (text: string, name: string) =>
    meant(draftOf(text, 'Nobody was hurt,', name), 'last-name', text.lastIndexOf('Dray'), 'Dray');
  const one = reconcile({
    article: 'ferry',
    versions: [sourceOf(first)],
    rows: [],
    drafts: [by(first, 'Paul Dray')],
  });
  const two = reconcile({
    article: 'ferry',
    versions: [sourceOf(first), sourceOf(second, 2)],
    rows: one.rows,
    drafts: [by(second, 'Anna Dray')],
  });
  expect(two.orphans).toMatchObject([{ id: one.ids[0] }]);
});

test('a claim stays in its untouched paragraph, though a copy of the paragraph stands in front of what followed it', () => {
  const said =
    '“The health of the boats has hurt us this year, or seems to hurt us,” Pat Moss told the paper on Thursday. “Yesterday there were two storms.”';
  const next =
    '“The harbour as a whole is a matter of money, but that does not account for almost forty boats.”';
  const first = paragraphs(said, 'Moss continued:', next);
  const second = paragraphs(said, 'Moss continued:', said, next);
  const words = 'Yesterday there were two storms.';
  const one = reconcile({
    article: 'ferry',
    versions: [sourceOf(first)],
    rows: [],
    drafts: [draftOf(first, words, 'Pat Moss')],
  });
  const drafts = [
    draftOf(second, words, 'Pat Moss'),
    draftOf(second, words, 'Pat Moss', second.indexOf(words) + 1),
  ];
  const two = reconcile({
    article: 'ferry',
    versions: [sourceOf(first), sourceOf(second, 2)],
    rows: one.rows,
    drafts,
  });
  expect(two.ids[1]).not.toBe(one.ids[0]);
});

test('of two copies side by side nobody can tell: a person decides', () => {
  const said = 'The clerk found “evidence” that the harbour was not safe.';
  const first = paragraphs(
    'The board sat on Monday until the lamps went out.',
    said,
    'Nobody slept much that night.',
  );
  const second = first.replace(said, `${said}\n\n${said}`);
  const words = '“evidence” that the harbour was not safe';
  const one = reconcile({
    article: 'ferry',
    versions: [sourceOf(first)],
    rows: [],
    drafts: [draftOf(first, words, 'the clerk')],
  });
  const two = reconcile({
    article: 'ferry',
    versions: [sourceOf(first), sourceOf(second, 2)],
    rows: one.rows,
    drafts: [
      draftOf(second, words, 'the clerk'),
      draftOf(second, words, 'the clerk', second.lastIndexOf(words)),
    ],
  });
  expect(two.orphans).toMatchObject([{ id: one.ids[0], fate: 'ambiguous' }]);
  expect(new Set(two.orphans[0]!.candidates.map(({ id }) => id))).toEqual(new Set(two.ids));
});

describe('a number', () => {
  test.each([
    ['5 million people will lose their homes,', '2.5 million people will lose their homes,'],
    ['5 degrees is what we saw,', '−5 degrees is what we saw,'],
    ['5 is what we paid,', '$5 is what we paid,'],
    ['we saw 2*3 boats,', 'we saw 23 boats,'],
    ['it was 12 -4 at most,', 'it was 12-4 at most,'],
  ])('is whole: %s is not %s', (was, now) => {
    const [first, second] = [
      paragraphs(`“${was}” said Ida Berg.`),
      paragraphs(`“${now}” said Ida Berg.`),
    ];
    const one = reconcile({
      article: 'ferry',
      versions: [sourceOf(first)],
      rows: [],
      drafts: [draftOf(first, was, 'Ida Berg')],
    });
    const two = reconcile({
      article: 'ferry',
      versions: [sourceOf(first), sourceOf(second, 2)],
      rows: one.rows,
      drafts: [draftOf(second, now, 'Ida Berg')],
    });
    expect(two.orphans).toMatchObject([
      { id: one.ids[0], fate: 'changed', candidates: [{ id: two.ids[0] }] },
    ]);
  });
});

describe('short answers that stand again and again', () => {
  const turns = (count: number, answer = 'No.') =>
    Array.from({ length: count }, (_, i) => [
      `Tom Wren: Did you see boat number ${i + 1} leave the harbour on the night of the storm?`,
      `Ana Pell: ${answer}`,
    ]).flat();
  const answers = (text: string, answer = 'No.') =>
    [...text.matchAll(new RegExp(`(?<=Ana Pell: )${answer.replace('.', '\\.')}`, 'g'))].map(
      ({ index }) => draftOf(text, answer, 'Ana Pell', index),
    );

  test.each([3, 12, 45])('%d of them stay live when the text around them changes', (count) => {
    const first = paragraphs(...turns(count));
    const one = reconcile({
      article: 'ferry',
      versions: [sourceOf(first)],
      rows: [],
      drafts: answers(first),
    });
    for (const second of [
      first.replace('number', ' number'),
      first.replace('Harbour news\n', 'Harbour news\n\nWe spoke in the yard.\n'),
      first.replace('Harbour', 'Harbuor'),
    ]) {
      const two = reconcile({
        article: 'ferry',
        versions: [sourceOf(first), sourceOf(second, 2)],
        rows: one.rows,
        drafts: answers(second),
      });
      expect(two.ids).toEqual(one.ids);
    }
  });

  test('wait for a person with candidates where all of them became something else', () => {
    const [first, second] = [paragraphs(...turns(45)), paragraphs(...turns(45, 'I cannot say.'))];
    const one = reconcile({
      article: 'ferry',
      versions: [sourceOf(first)],
      rows: [],
      drafts: answers(first),
    });
    const two = reconcile({
      article: 'ferry',
      versions: [sourceOf(first), sourceOf(second, 2)],
      rows: one.rows,
      drafts: answers(second, 'I cannot say.'),
    });
    expect(two.orphans).toHaveLength(45);
    for (const { candidates } of two.orphans) expect(candidates).not.toEqual([]);
  });
});

test('a paragraph that names its speaker is the same wherever it stands', () => {
  const [a, b, c] = [
    '“It was not,” said Marit Aas.',
    'The hall was full by then.',
    '“Generous to whom?” asked Karin Vogt.',
  ];
  const [first, second] = [paragraphs(a, b, c), paragraphs(c, b, a)];
  const drafts = (text: string) =>
    [
      ['It was not,', 'Marit Aas'],
      ['Generous to whom?', 'Karin Vogt'],
    ].map(([words, name]) =>
      meant(draftOf(text, words!, name!), 'name', text.indexOf(name!), name!),
    );
  const one = reconcile({
    article: 'ferry',
    versions: [sourceOf(first)],
    rows: [],
    drafts: drafts(first),
  });
  const two = reconcile({
    article: 'ferry',
    versions: [sourceOf(first), sourceOf(second, 2)],
    rows: one.rows,
    drafts: drafts(second),
  });
  expect(two.ids).toEqual(one.ids);
});

test('a text that comes back brings back its own claims, and no third ones', () => {
  const first = paragraphs(
    'The mayor spoke first. “Generous to whom?” asked Karin Vogt. The hall was full.',
  );
  const second = first.replace('“Gen', '“So it goes,” said Oskar Denholm. “Gen');
  const versions = [sourceOf(first), sourceOf(second, 2), sourceOf(first, 3)];
  const words = 'Generous to whom?';
  const one = reconcile({
    article: 'ferry',
    versions: versions.slice(0, 1),
    rows: [],
    drafts: [draftOf(first, words, 'Karin Vogt')],
  });
  const two = reconcile({
    article: 'ferry',
    versions: versions.slice(0, 2),
    rows: one.rows,
    drafts: [draftOf(second, words, 'Karin Vogt')],
  });
  const three = reconcile({
    article: 'ferry',
    versions,
    rows: two.rows,
    drafts: [draftOf(first, words, 'Karin Vogt')],
  });
  expect(three.ids).toEqual(one.ids);
});

test('a claim of a text that is wholly other now still names where to look', () => {
  const words = (seed: number) =>
    Array.from({ length: 7000 }, (_, i) => `w${(i * seed) % 9973}`).join(' ');
  const first = paragraphs('“Generous to whom?” asked Karin Vogt.', words(7));
  const second = paragraphs(words(11).replaceAll('w', 'v'));
  const one = reconcile({
    article: 'ferry',
    versions: [sourceOf(first)],
    rows: [],
    drafts: [draftOf(first, 'Generous to whom?', 'Karin Vogt')],
  });
  const two = reconcile({
    article: 'ferry',
    versions: [sourceOf(first), sourceOf(second, 2)],
    rows: one.rows,
    drafts: [],
  });
  expect(two.orphans).toMatchObject([{ id: one.ids[0], fate: 'gone' }]);
  expect(two.orphans[0]!.candidates).not.toEqual([]);
});

test('decisions that lead in a circle are named, and leave the claims as they are', () => {
  for (const [a, b] of [
    [kept, cost],
    [kept, kept],
  ] as [string, string][]) {
    const done = next(
      [
        { claim: a, 'superseded-by': b },
        { claim: b, 'merged-into': a },
      ],
      next().rows,
    );
    expect(done.problems.map(({ kind }) => kind)).toContain('decision-circle');
    const successors = new Map(done.rows.map(({ id, successor }) => [id, successor]));
    for (const { id } of done.rows)
      expect(successors.get(successors.get(id) ?? '') ?? null).not.toBe(id);
  }
});

describe('a card', () => {
  const drafts = before.claims.map(({ kept: d }) => d);
  test('that drops a claim leaves a tombstone with its reason, until it drops it no more', () => {
    const corrections = [
      { words: 'It costs too much,', occurrence: 1, become: null, why: 'a title, no claim' },
    ];
    const dropped = reconcile({
      article: 'ferry',
      versions: [one],
      rows: before.rows,
      drafts: drafts.slice(0, 1),
      corrections,
    });
    expect(dropped.rows.find(({ id }) => id === cost)).toMatchObject({
      status: 'withdrawn',
      reason: 'a title, no claim',
      decided: 'card',
    });
    expect(
      reconcile({
        article: 'ferry',
        versions: [one],
        rows: dropped.rows,
        drafts: drafts.slice(0, 1),
        corrections,
      }).changes,
    ).toEqual([]);
    expect(
      reconcile({ article: 'ferry', versions: [one], rows: dropped.rows, drafts }).claims.map(
        ({ id }) => id,
      ),
    ).toContain(cost);
  });

  test('that gives a claim other words makes a new claim and leads the old id to it', () => {
    const reworded = draftOf(old, 'We will keep the night ferry', 'Ada Holm');
    const corrections = [
      {
        words: 'We will keep the night ferry,',
        occurrence: 1,
        become: 'We will keep the night',
        why: 'cut too long',
      },
    ];
    const shorter = {
      ...reworded,
      parts: [{ start: reworded.parts[0]!.start, end: reworded.parts[0]!.end - ' ferry'.length }],
    };
    const after = reconcile({
      article: 'ferry',
      versions: [one],
      rows: before.rows,
      drafts: [shorter, drafts[1]!],
      corrections,
    });
    expect(after.ids[0]).not.toBe(kept);
    expect(after.rows.find(({ id }) => id === kept)).toMatchObject({
      status: 'superseded',
      successor: after.ids[0],
      reason: 'cut too long',
    });
    expect(
      reconcile({
        article: 'ferry',
        versions: [one],
        rows: after.rows,
        drafts: [shorter, drafts[1]!],
        corrections,
      }).changes,
    ).toEqual([]);
  });

  test('that mends a mark at the edge alone says the same in every build', () => {
    const corrections = [
      {
        words: 'We will keep the night ferry',
        occurrence: 1,
        become: 'We will keep the night ferry,',
        why: 'the comma stands inside the marks',
      },
    ];
    const again = reconcile({
      article: 'ferry',
      versions: [one],
      rows: before.rows,
      drafts,
      corrections,
    });
    expect(again.changes).toEqual([]);
    expect(again.ids).toEqual(before.ids);
  });
});

const nothing = {
  rows: [],
  orphans: [],
  articles: [],
  speakers: [],
  outlets: [],
  topics: [],
  places: [],
  periods: [],
  decisions: [],
  manifest: [],
  published: [],
};

describe('addresses', () => {
  test('of what was renamed lead to the new name, with all that stood below', () => {
    const records = addressRecords({
      ...nothing,
      articles: [{ id: 'night-ferry', name: 'Ferry news', formerly: ['ferry'] }],
      speakers: [{ id: 'ada-holm', name: 'Ada Holm', formerly: ['a-holm', 'ada-holm'] }],
      published: [
        'articles/ferry/',
        'articles/ferry/versions/1/',
        'articles/ferry/source.txt',
        'speakers/a-holm/',
        'speakers/ada-holm/',
        'speakers/the-clerk/',
      ],
    });
    expect(records.map(({ path, kind, successor }) => [path, kind, successor])).toEqual([
      ['articles/ferry/', 'redirect', 'articles/night-ferry/'],
      ['articles/ferry/versions/1/', 'redirect', 'articles/night-ferry/versions/1/'],
      ['speakers/a-holm/', 'redirect', 'speakers/ada-holm/'],
      ['speakers/the-clerk/', 'tombstone', null],
    ]);
  });

  test('of years and months under which no article stands any more say so', () => {
    const published = ['dates/', 'dates/2018/', 'dates/2018-05/', 'dates/undated/'];
    const pathsWith = (periods: string[]) =>
      addressRecords({ ...nothing, periods, published }).map(({ path, kind, reason }) => [
        path,
        kind,
        reason,
      ]);
    const why = 'no article stands under this date';
    expect(pathsWith(['2018', '2018-05', '2017', 'undated'])).toEqual([]);
    expect(pathsWith(['2018'])).toEqual([
      ['dates/2018-05/', 'tombstone', why],
      ['dates/undated/', 'tombstone', why],
    ]);
    // Where no article has a date any more there is no list of them either.
    expect(pathsWith([]).map(([path]) => path)).toEqual(published.toSorted());
  });

  test('may be added, and never vanish', () => {
    const published = [
      'about/',
      'articles/ferry/',
      'articles/ferry/source.txt',
      'claims/bcd234/',
      'data/claims.csv',
    ];
    const files = [
      'about/index.html',
      'articles/ferry/index.html',
      'claims/fgh567/index.html',
      'claims/page/2/index.html',
      '_astro/x.css',
    ];
    expect(checkAddresses(published, files, [])).toEqual({
      addresses: [
        'about/',
        'articles/ferry/',
        'articles/ferry/source.txt',
        'claims/bcd234/',
        'claims/fgh567/',
        'data/claims.csv',
      ],
      added: ['claims/fgh567/'],
      vanished: ['articles/ferry/source.txt', 'claims/bcd234/', 'data/claims.csv'],
    });
    const [gone] = addressRecords({
      ...nothing,
      decisions: [{ address: 'articles/ferry/', withdrawn: "at the publisher's request" }],
      published,
    });
    expect(checkAddresses(published, files, [gone!]).vanished).not.toContain(
      'articles/ferry/source.txt',
    );
  });
});

describe('captures', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const { rows } = checkManifest(
    [],
    [
      { name: 'ferry.txt', bytes: bytes(old) },
      { name: 'ferry.2.txt', bytes: bytes(changed) },
      { name: 'manifest.json', bytes: bytes('[]') },
    ],
  );

  test('are noted with hash and length, in the order of their numbers', () => {
    expect(rows.map(({ file, version, sha256: sum, bytes: n }) => [file, version, sum, n])).toEqual(
      [
        ['ferry.txt', 1, sha256(old), Buffer.byteLength(old)],
        ['ferry.2.txt', 2, sha256(changed), Buffer.byteLength(changed)],
      ],
    );
    expect(JSON.parse(formatManifest(rows))).toEqual(rows);
  });

  test('that were altered, or are gone, stop the build with the file and the remedy', () => {
    const { problems } = checkManifest(rows, [
      { name: 'ferry.txt', bytes: bytes(old.replace('silent', 'silenT')) },
    ]);
    expect(problems.map(({ kind, file }) => [kind, file])).toEqual([
      ['source-altered', 'content/sources/ferry.txt'],
      ['source-missing', 'content/sources/ferry.2.txt'],
    ]);
    expect(problems[0]!.mend).toBe(
      'A source is never rewritten. Bring it back with `git checkout -- content/sources/ferry.txt`; a corrected text goes beside it as content/sources/ferry.3.txt.',
    );
  });

  test('must be numbered without a gap', () => {
    expect(
      checkManifest([], [{ name: 'ferry.3.txt', bytes: bytes(old) }]).problems.map(
        ({ message }) => message,
      ),
    ).toEqual([
      'Unexpected version 3 of ferry without a version 1, expected every number from 1 on',
      'Unexpected version 3 of ferry without a version 2, expected every number from 1 on',
    ]);
  });
});

test('two branches that mint at once merge in git, and the same claim is one', () => {
  const root = mkdtempSync(join(tmpdir(), 'verbatim-merge-'));
  const path = join(root, 'content/ledger/ferry.json');
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      [
        '-c',
        'user.name=A',
        '-c',
        'user.email=a@example.org',
        '-c',
        'commit.gpgsign=false',
        ...args,
      ],
      { cwd: root, encoding: 'utf8', stdio: 'pipe' },
    );
  try {
    const texts = Array.from(
      { length: 40 },
      (_, i) => `“Sentence number ${i} of the day,” said Ada Holm.`,
    ).join('\n\n');
    const claims = Array.from({ length: 40 }, (_, i) =>
      draftOf(texts, `Sentence number ${i} of the day,`, 'Ada Holm'),
    );
    const mintUp = (drafts: DraftClaim[], rows: Reconciled['rows']) =>
      reconcile({ article: 'ferry', versions: [sourceOf(texts)], rows, drafts }).rows;
    mkdirSync(join(root, 'content/ledger'), { recursive: true });
    writeFileSync(
      join(root, '.gitattributes'),
      readFileSync(join(import.meta.dirname, '../../../.gitattributes')),
    );
    const base = mintUp(claims.slice(0, 10), []);
    const commit = (rows: Reconciled['rows'], message: string) => {
      writeFileSync(path, formatLedger(rows));
      git('add', '.');
      git('commit', '-qm', message);
    };
    git('init', '-q', '-b', 'main');
    commit(base, 'base');
    const decide = (line: string) =>
      writeFileSync(
        join(root, 'content/ledger/decisions.yaml'),
        `- {claim: ${base[0]!.id}, withdrawn: x}\n${line}`,
      );
    git('checkout', '-qb', 'other');
    decide(`- {claim: ${base[1]!.id}, withdrawn: y}\n`);
    commit(mintUp(claims.slice(0, 30), base), 'other');
    git('checkout', '-q', 'main');
    decide(`- {claim: ${base[2]!.id}, withdrawn: y}\n`);
    commit(mintUp([...claims.slice(0, 20), ...claims.slice(30)], base), 'main');
    git('merge', '-q', '-m', 'merged', 'other');
    expect(
      readFileSync(join(root, 'content/ledger/decisions.yaml'), 'utf8').match(
        /^- .*withdrawn: [xy]\}$/gm,
      ),
    ).toHaveLength(3);
    const merged = parseLedger(readFileSync(path, 'utf8'), path);
    const whole = mintUp(claims, []);
    expect(merged).toEqual(whole);
    expect(
      reconcile({ article: 'ferry', versions: [sourceOf(texts)], rows: merged, drafts: claims })
        .changes,
    ).toEqual([]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

/** What `readLedgerFiles` says of decisions beside a ledger of two claims. */
function complaints(decisions: string): string[] {
  const root = mkdtempSync(join(tmpdir(), 'verbatim-ledger-'));
  try {
    mkdirSync(join(root, 'content/ledger'), { recursive: true });
    writeFileSync(join(root, 'content/ledger/ferry.json'), formatLedger(before.rows));
    writeFileSync(join(root, 'content/ledger/quay.json'), formatLedger(elsewhere.rows));
    writeFileSync(join(root, 'content/ledger/decisions.yaml'), decisions);
    writeFileSync(join(root, 'content/ledger/addresses.txt'), '');
    return readLedgerFiles(root).files.flatMap(({ messages }) =>
      messages.map((m) => `${m.line} ${m.fatal ? 'error' : 'warning'} ${m.reason} ${m.note}`),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
const elsewhere = reconcile({
  article: 'quay',
  versions: [sourceOf('Quay news\n\n“It floats,” said Ben Ruud.\n')],
  rows: [],
  drafts: [draftOf('Quay news\n\n“It floats,” said Ben Ruud.\n', 'It floats,', 'Ben Ruud')],
});
const [abroad] = elsewhere.ids as [string];

describe('a decision that cannot be meant is named with its line:', () => {
  test.each<[what: string, decisions: string, says: RegExp[]]>([
    [
      'its own successor',
      `- {claim: ${kept}, superseded-by: ${kept}, because: x}`,
      [/^1 error .*its own successor/],
    ],
    [
      'a circle',
      `- {claim: ${kept}, superseded-by: ${cost}, because: x}\n- {claim: ${cost}, merged-into: ${kept}, because: x}`,
      [/^1 error .*circle/, /^2 error .*circle/],
    ],
    [
      'two decisions',
      `- {claim: ${kept}, withdrawn: x}\n- {claim: ${kept}, superseded-by: ${cost}, because: x}`,
      [/^2 error .*which line 1 decides otherwise/],
    ],
    ['no reason', `- {claim: ${kept}, superseded-by: ${cost}}`, [/^1 error .*without a reason/]],
    [
      'another article',
      `- {claim: ${kept}, merged-into: ${abroad}, because: x}`,
      [/^1 error .*another article/],
    ],
    ['nothing to confirm', `- {claim: ${kept}, confirm: ${cost}}`, [/^1 warning .*live/]],
    [
      'an address that leads to itself',
      '- {address: articles/ferry/, redirect: articles/ferry/}',
      [/^1 error .*to itself/],
    ],
    [
      'an address outside the site',
      '- {address: ../ferry/, redirect: articles/ferry/}',
      [/^1 error .*address: \.\.\/ferry\//],
    ],
    [
      'a mistyped word',
      `- {claim: ${kept}, withdrwan: x}`,
      [/^1 error .*withdrwan.*Did you mean `withdrawn`/],
    ],
    [
      'two at once',
      `- {claim: ${kept}, withdrawn: x, confirm: y}`,
      [/^1 error .*`claim`, `withdrawn`, `confirm`/],
    ],
    [
      'a day that is none',
      `- {claim: ${kept}, withdrawn: x, on: 2024-02-30}`,
      [/^1 error .*on: 2024-02-30/],
    ],
    [
      'an unfinished merge',
      `<<<<<<< HEAD\n- {claim: ${kept}, withdrawn: x}\n=======\n`,
      [/^1 error .*unfinished git merge/],
    ],
    ['an unknown claim', '- {claim: bcd235, withdrawn: x}', [/^1 error .*bcd235/]],
    ['several lines', `- claim: ${kept}\n  withdrawn: x`, [/^1 warning .*one line/]],
  ])('%s', (_, decisions, says) => {
    const said = complaints(`${decisions}\n`);
    expect(said).toHaveLength(says.length);
    for (const [i, pattern] of says.entries()) expect(said[i]).toMatch(pattern);
  });

  test('what was decided and stays in the file is not', () => {
    const { rows } = next([{ claim: kept, confirm: next().ids[0]! }], next().rows);
    expect(
      checkDecisions([{ decision: { claim: kept, confirm: next().ids[0]! }, line: 1 }], rows),
    ).toEqual([]);
  });

  test('what can be meant is not', () => {
    expect(
      complaints(
        `- {claim: ${kept}, withdrawn: x}\n- {claim: ${kept}, restored: y}\n- {claim: ${kept}, superseded-by: ${abroad}, because: z, by: A, on: 2024-02-29}\n`,
      ),
    ).toEqual([]);
  });
});

test('rows that two branches wrote of one claim are joined, unless they disagree about its place', () => {
  const open = next();
  const decided = next([{ claim: kept, withdrawn: 'not what was said' }], open.rows);
  const rows = (list: Reconciled['rows']) =>
    formatLedger(list)
      .split('\n')
      .slice(1, -2)
      .map((row) => row.replace(/,$/, ''));
  const joined = parseLedger(
    `[\n${[...new Set([...rows(open.rows), ...rows(decided.rows)])].join(',\n')}\n]\n`,
    'ferry.json',
  );
  expect(joined).toEqual(decided.rows);
  const moved = open.rows.map((row) =>
    row.id === cost
      ? {
          ...row,
          parts: [
            {
              ...row.parts[0]!,
              start: row.parts[0]!.start + 1,
              exact: row.parts[0]!.exact.slice(1),
            },
          ],
        }
      : row,
  );
  expect(() =>
    parseLedger(`[\n${[...rows(open.rows), ...rows(moved)].join(',\n')}\n]\n`, 'ferry.json'),
  ).toThrow(/second row of claim/);
});

test('what is wrong in the files of the ledger is named by file and line, all at once', () => {
  const root = mkdtempSync(join(tmpdir(), 'verbatim-ledger-'));
  try {
    mkdirSync(join(root, 'content/ledger'), { recursive: true });
    const write = (name: string, text: string) =>
      writeFileSync(join(root, 'content/ledger', name), text);
    const good = formatLedger(before.rows);
    write('ferry.json', good);
    write('quay.json', `[\n${good.split('\n')[1]!.replace(/,$/, '')}\n]\n`);
    write('mill.json', '[\n{"id":"bcd234"}\n]\n');
    write(
      'decisions.yaml',
      `- {claim: bcd235, withdrawn: no such claim}\n- {claim: ${kept}, undo: yes}\n`,
    );
    write('addresses.txt', `claims/${kept}/\nnot a path\n`);
    const { files } = readLedgerFiles(root);
    expect(
      files.flatMap((file) => file.messages.map((m) => `${m.file}:${m.line ?? ''} ${m.ruleId}`)),
    ).toEqual([
      expect.stringMatching(/ledger\/mill\.json:2 ledger-file/),
      expect.stringMatching(/ledger\/quay\.json:1 id-twice/),
      expect.stringMatching(/decisions\.yaml:2 bad-decision/),
      expect.stringMatching(/addresses\.txt:2 ledger-file/),
    ]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
