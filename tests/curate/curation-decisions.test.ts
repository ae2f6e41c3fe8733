/** What the curation page accepts, and what it says of the rest before anything is written. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decisionOf, entryOf, withDecision } from '../../src/curate/decisions.ts';
import { decide, isForeign } from '../../src/curate/integration.ts';
import type { CurationState } from '../../src/archive/waiting.ts';

const LOST = 'bcdfgh';
const NEW = 'cdfghj';
const ELSEWHERE = 'dfghjk';
const DECIDED = 'fghjkm';

const state: CurationState = {
  waiting: new Set([LOST]),
  rows: new Map([
    [LOST, { article: 'ferry', status: 'orphaned' }],
    [NEW, { article: 'ferry', status: 'live' }],
    [ELSEWHERE, { article: 'quay', status: 'live' }],
    [DECIDED, { article: 'ferry', status: 'withdrawn' }],
  ]),
  claims: new Map([
    [NEW, { article: 'ferry', words: 'We keep it', occurrence: null }],
    [ELSEWHERE, { article: 'quay', words: 'Both leak', occurrence: 2 }],
  ]),
  speakers: new Set(['mara-obi']),
  times: (_, words) => ({ 'We keep it': 1, ferry: 3 })[words] ?? 0,
};
const SIGNED = { why: 'a slip was mended', by: 'A. Curator', on: '2024-05-12' };
const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const decided = (fields: Record<string, string>) =>
  decisionOf(form({ claim: LOST, ...SIGNED, ...fields }), state);

describe('a decision', () => {
  test.each([
    ['confirm', { heir: NEW }, { claim: LOST, confirm: NEW, because: SIGNED.why }],
    [
      'confirm',
      { heir: 'other', other: ' We keep it ' },
      { claim: LOST, confirm: 'We keep it', because: SIGNED.why },
    ],
    [
      'supersede',
      { heir: 'other', other: ELSEWHERE },
      { claim: LOST, 'superseded-by': ELSEWHERE, because: SIGNED.why },
    ],
    ['merge', { heir: NEW }, { claim: LOST, 'merged-into': NEW, because: SIGNED.why }],
    ['withdraw', {}, { claim: LOST, withdrawn: SIGNED.why }],
  ])('to %s is written with who decided and when', (action, fields, entry) =>
    expect(decided({ action, ...fields })).toEqual({
      value: { ...entry, by: SIGNED.by, on: SIGNED.on },
    }),
  );

  test.each([
    [
      'no candidate',
      { action: 'confirm' },
      'Choose a candidate, or name another claim or other words.',
    ],
    [
      'words that stand nowhere',
      { action: 'confirm', heir: 'no such words' },
      'The words “no such words” stand nowhere in the newest version; give words that stand there exactly once.',
    ],
    [
      'words that stand thrice',
      { action: 'confirm', heir: 'ferry' },
      'The words “ferry” stand 3 times in the newest version; give words that stand there exactly once.',
    ],
    [
      'words where a claim is asked for',
      { action: 'merge', heir: 'We keep it' },
      'A claim can be superseded by, or merged into, a claim only; choose one that has an id.',
    ],
    ['itself', { action: 'supersede', heir: LOST }, 'A claim cannot take its own place.'],
    [
      'a claim of another article',
      { action: 'confirm', heir: ELSEWHERE },
      `Claim ${ELSEWHERE} stands in another article, quay: a claim can be superseded by it, but is not the same claim.`,
    ],
    [
      'a claim that was withdrawn',
      { action: 'confirm', heir: DECIDED },
      `Claim ${DECIDED} does not stand itself: its status is withdrawn.`,
    ],
    [
      'an unknown heir',
      { action: 'merge', heir: 'zzzzzz' },
      'There is no claim zzzzzz in the ledger.',
    ],
    [
      'an unknown claim',
      { claim: 'zzzzzz', action: 'withdraw' },
      'There is no claim zzzzzz in the ledger.',
    ],
    [
      'a claim that stands',
      { claim: NEW, action: 'withdraw' },
      `Claim ${NEW} does not wait for a decision: its status is live. If it was decided a moment ago, nothing more is to be done.`,
    ],
  ])('with %s is refused in words', (_, fields, problem) =>
    expect(decided(fields)).toEqual({ problems: [problem] }),
  );

  test('is told everything that is wrong with it at once', () =>
    expect(decisionOf(form({ claim: LOST, action: 'constructor', on: '12 May' }), state)).toEqual({
      problems: [
        'Choose what became of the claim: the same claim, superseded, merged, or withdrawn.',
        'Say why: the reason stands on the claim’s page for good.',
        'Say who decides: the name stands on the claim’s page.',
        'Give the day of the decision, such as 2024-01-31.',
      ],
    }));

  test('leaves the others in the file as they are', () => {
    const text = '# of March\n- claim: bcdfgh\n  withdrawn: "no: never"\n';
    expect(withDecision(text, { claim: NEW, withdrawn: 'he said: “no” # so' })).toBe(
      `${text}- { claim: ${NEW}, withdrawn: "he said: “no” # so" }\n`,
    );
    expect(withDecision(null, { claim: NEW, withdrawn: 'no' })).toBe(
      `- { claim: ${NEW}, withdrawn: no }\n`,
    );
    expect(() => withDecision('claim: x\n', { claim: NEW, withdrawn: 'no' })).toThrow(
      /not in order/,
    );
  });
});

describe('a correction', () => {
  test('names the words of its claim, and which of several with these words', () => {
    expect(entryOf(form({ claim: NEW, action: 'confirm' }), state)).toEqual({
      value: { article: 'ferry', entry: { words: 'We keep it', confirm: true } },
    });
    expect(
      entryOf(
        form({ claim: ELSEWHERE, action: 'speaker', speaker: '', why: 'nobody is named' }),
        state,
      ),
    ).toEqual({
      value: {
        article: 'quay',
        entry: { words: 'Both leak', occurrence: 2, speaker: null, why: 'nobody is named' },
      },
    });
  });
  test('of an unknown claim, with an unknown deed and without a reason is refused', () => {
    expect(entryOf(form({ claim: 'zzzzzz', action: 'zap' }), state)).toEqual({
      problems: [
        'There is no claim zzzzzz among those that are published.',
        'Choose what to do with the claim: confirm it, set its speaker, or say that it is none.',
      ],
    });
    expect(entryOf(form({ claim: NEW, action: 'speaker', speaker: 'nobody' }), state)).toEqual({
      problems: [
        'There is no speaker nobody in the archive.',
        'Say why: the reason stands on the claim’s page.',
      ],
    });
  });
});

describe('the file', () => {
  let folder = '';
  const path = () => join(folder, 'ledger/decisions.yaml');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'verbatim-curate-'));
    mkdirSync(join(folder, 'ledger'));
    writeFileSync(path(), '# none so far\n');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const sent = form({ claim: LOST, action: 'withdraw', ...SIGNED });

  test('gets a decision that is in order', () => {
    expect(
      decide(folder, { state: () => state, changed: () => ['an old error'] }, sent),
    ).toMatchObject({ status: 200 });
    expect(readFileSync(path(), 'utf8')).toMatch(
      new RegExp(`^- \\{ claim: ${LOST}, withdrawn: a slip was mended.* \\}$`, 'm'),
    );
  });
  test('is put back where the archive finds a fault that the form could not show', () => {
    let calls = 0;
    expect(
      decide(
        folder,
        { state: () => state, changed: () => (++calls === 2 ? ['a new error'] : []) },
        sent,
      ),
    ).toEqual({ status: 422, title: 'Nothing was written', lines: ['a new error'] });
    expect(readFileSync(path(), 'utf8')).toBe('# none so far\n');
  });
  test('is not touched by a form that is not in order', () => {
    expect(
      decide(
        folder,
        { state: () => state, changed: () => [] },
        form({ claim: LOST, action: 'withdraw' }),
      ),
    ).toMatchObject({ status: 422 });
    expect(readFileSync(path(), 'utf8')).toBe('# none so far\n');
  });
});

test.each([
  ['null', true],
  ['no address', true],
  ['http://elsewhere.example', true],
  ['http://localhost:4321', false],
  [undefined, false],
])('a form from origin %s is foreign: %s', (origin, foreign) =>
  expect(isForeign(origin, 'localhost:4321')).toBe(foreign),
);
