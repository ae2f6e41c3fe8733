/** What people do: decide on claims that lost their place, rename and withdraw, capture a text anew, work on two branches. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLedgerFiles } from '../../scripts/lib/ledger-files.ts';
import {
  addressRecords, checkAddresses, checkManifest, Decision, differences, formatLedger, formatManifest, parseLedger, reconcile, type DraftClaim, type Reconciled, type SourceText,
} from '../../src/lib/ledger/index.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const source = (text: string, version = 1): SourceText => ({ version, text, sha256: sha256(text) });

function draft(text: string, exact: string, name: string | null, from = 0): DraftClaim {
  const start = text.indexOf(exact, from);
  expect(start, exact).toBeGreaterThanOrEqual(0);
  return {
    parts: [{ start, end: start + exact.length }], type: 'direct', via: [], cue: null, cueKind: 'said', polarity: 'positive', said: null,
    speaker: name === null ? null : { id: name.toLowerCase().replaceAll(' ', '-'), name, kind: 'person', basis: 'name', role: null, mention: null },
  };
}

const old = 'Ferry news\n\n“We will keep the night ferry,” said Ada Holm. The office was silent.\n\n“It costs too much,” said Ben Ruud on Monday.\n';
const changed = old.replace('keep the night ferry', 'keep the late ferry');
const one = source(old);
const two = source(changed, 2);
const before = reconcile({ article: 'ferry', versions: [one], rows: [], drafts: [draft(old, 'We will keep the night ferry,', 'Ada Holm'), draft(old, 'It costs too much,', 'Ben Ruud')] });
const [kept, cost] = before.ids as [string, string];
const now = [draft(changed, 'We will keep the late ferry,', 'Ada Holm'), draft(changed, 'It costs too much,', 'Ben Ruud')];
const next = (decisions: Decision[] = [], rows = before.rows): Reconciled => reconcile({ article: 'ferry', versions: [one, two], rows, drafts: now, decisions });

describe('a claim whose words were changed', () => {
  const open = next();
  const fresh = open.ids[0]!;

  test('waits for a person, with the passage it may be', () => {
    expect(open.claims.map(({ id }) => id)).toEqual([fresh, cost]);
    expect(open.orphans).toMatchObject([{ id: kept, fate: 'changed', candidates: [{ id: fresh, parts: [{ exact: 'We will keep the late ferry,' }] }] }]);
    const [notice] = addressRecords({ ...nothing, rows: open.rows, orphans: open.orphans });
    expect(notice).toMatchObject({ path: `claims/${kept}/`, kind: 'orphan', words: 'We will keep the night ferry,', speaker: 'Ada Holm', since: 'version 2', candidates: [{ path: `claims/${fresh}/` }] });
  });

  test('goes on in the new words when a person confirms it; the other id leads to it', () => {
    const done = next([{ claim: kept, confirm: fresh, because: 'a slip was mended', by: 'A. Curator', on: '2024-05-12' }], open.rows);
    expect(done.claims.map(({ id }) => id)).toEqual([kept, cost]);
    expect(done.ids).toEqual([kept, cost]);
    const row = done.rows.find(({ id }) => id === kept)!;
    expect(row).toMatchObject({ status: 'live', version: 2, aliases: [fresh], parts: [{ exact: 'We will keep the late ferry,' }], was: [{ version: 1, parts: [{ exact: 'We will keep the night ferry,' }] }] });
    expect(done.rows.find(({ id }) => id === fresh)).toMatchObject({ status: 'merged', successor: kept });
    expect(addressRecords({ ...nothing, rows: done.rows })).toMatchObject([{ path: `claims/${fresh}/`, kind: 'tombstone', status: 'merged', successor: `claims/${kept}/`, date: '2024-05-12' }]);
    // The decision stays in its file and acts once.
    const again = next([{ claim: kept, confirm: fresh, because: 'a slip was mended', by: 'A. Curator', on: '2024-05-12' }], done.rows);
    expect(again.changes).toEqual([]);
    expect(again.rows).toEqual(done.rows);
  });

  test('may be confirmed by words where no claim was found', () => {
    const bare = reconcile({ article: 'ferry', versions: [one, two], rows: before.rows, drafts: now.slice(1), decisions: [{ claim: kept, confirm: 'We will keep the late ferry,' }] });
    expect(bare.claims.map(({ id }) => id)).toEqual([kept, cost]);
    expect(next([{ claim: kept, confirm: 'words that stand nowhere' }]).problems).toMatchObject([{ claim: kept, kind: 'decision-words' }]);
  });

  test('may be superseded or withdrawn; withdrawn words are not shown', () => {
    const superseded = next([{ claim: kept, 'superseded-by': fresh }], open.rows);
    expect(superseded.rows.find(({ id }) => id === kept)).toMatchObject({ status: 'superseded', successor: fresh });
    const withdrawn = next([{ claim: cost, withdrawn: 'not what was said' }], open.rows);
    expect(withdrawn.claims.map(({ id }) => id)).toEqual([fresh]);
    expect(withdrawn.ids).toEqual([fresh, null]);
    expect(addressRecords({ ...nothing, rows: withdrawn.rows }).find(({ path }) => path === `claims/${cost}/`)).toMatchObject({ status: 'withdrawn', reason: 'not what was said', words: null });
    const restored = next([{ claim: cost, withdrawn: 'not what was said' }, { claim: cost, restored: 'it was' }], withdrawn.rows);
    expect(restored.claims.map(({ id }) => id)).toContain(cost);
  });

  test('is live again when a later version has its words again', () => {
    const third = reconcile({ article: 'ferry', versions: [one, two, source(`${old}\n`, 3)], rows: open.rows, drafts: before.claims.map(({ kept: d }) => d) });
    expect(third.claims.map(({ id }) => id)).toContain(kept);
    expect(third.rows.find(({ id }) => id === kept)).toMatchObject({ status: 'live', version: 3 });
  });

  test('is live again in its first place when a later version has the same bytes', () => {
    const third = reconcile({ article: 'ferry', versions: [one, two, source(old, 3)], rows: open.rows, drafts: before.claims.map(({ kept: d }) => d) });
    expect(third.ids).toEqual([kept, cost]);
    expect(third.rows.find(({ id }) => id === kept)).toMatchObject({ status: 'live', version: 3, held: false, parts: before.rows.find(({ id }) => id === kept)!.parts });
    expect(third.orphans.map(({ id }) => id)).toEqual([fresh]);
  });
});

describe('the same words by somebody else', () => {
  const gone = 'Ferry news\n\nThe office was silent.\n\n“We will keep the night ferry,” said Ben Ruud on Monday.\n';
  test('never get the id', () => {
    const after = reconcile({ article: 'ferry', versions: [one, source(gone, 2)], rows: before.rows, drafts: [draft(gone, 'We will keep the night ferry,', 'Ben Ruud')] });
    expect(after.ids).not.toContain(kept);
    expect(after.orphans.find(({ id }) => id === kept)).toMatchObject({ fate: 'ambiguous', candidates: [{ id: after.ids[0], why: 'the same words, as another speaker\'s' }] });
  });

  test('nor where the text itself now names another speaker at the same place', () => {
    const corrected = old.replace('said Ada Holm', 'said Carla Nyström');
    const after = reconcile({ article: 'ferry', versions: [one, source(corrected, 2)], rows: before.rows, drafts: [draft(corrected, 'We will keep the night ferry,', 'Carla Nyström'), draft(corrected, 'It costs too much,', 'Ben Ruud')] });
    expect(after.ids[0]).not.toBe(kept);
    expect(after.orphans.map(({ id }) => id)).toEqual([kept]);
  });

  test('are named where they stand in another article', () => {
    const empty = 'Ferry news\n\nThe office was silent on Monday.\n';
    const after = reconcile({ article: 'ferry', versions: [one, source(empty, 2)], rows: before.rows, drafts: [], others: () => [{ article: 'quay', version: 1, text: old }] });
    expect(after.orphans.find(({ id }) => id === kept)).toMatchObject({ fate: 'in another article', candidates: expect.arrayContaining([expect.objectContaining({ article: 'quay' })]) });
  });
});

describe('a card', () => {
  const drafts = before.claims.map(({ kept: d }) => d);
  test('that drops a claim leaves a tombstone with its reason, until it drops it no more', () => {
    const corrections = [{ words: 'It costs too much,', occurrence: 1, become: null, why: 'a title, no claim' }];
    const dropped = reconcile({ article: 'ferry', versions: [one], rows: before.rows, drafts: drafts.slice(0, 1), corrections });
    expect(dropped.rows.find(({ id }) => id === cost)).toMatchObject({ status: 'withdrawn', reason: 'a title, no claim', decided: 'card' });
    expect(reconcile({ article: 'ferry', versions: [one], rows: dropped.rows, drafts: drafts.slice(0, 1), corrections }).changes).toEqual([]);
    expect(reconcile({ article: 'ferry', versions: [one], rows: dropped.rows, drafts }).claims.map(({ id }) => id)).toContain(cost);
  });

  test('that gives a claim other words makes a new claim and leads the old id to it', () => {
    const reworded = draft(old, 'We will keep the night ferry', 'Ada Holm');
    const corrections = [{ words: 'We will keep the night ferry,', occurrence: 1, become: 'We will keep the night', why: 'cut too long' }];
    const shorter = { ...reworded, parts: [{ start: reworded.parts[0]!.start, end: reworded.parts[0]!.end - ' ferry'.length }] };
    const after = reconcile({ article: 'ferry', versions: [one], rows: before.rows, drafts: [shorter, drafts[1]!], corrections });
    expect(after.ids[0]).not.toBe(kept);
    expect(after.rows.find(({ id }) => id === kept)).toMatchObject({ status: 'superseded', successor: after.ids[0], reason: 'cut too long' });
  });
});

const nothing = { rows: [], orphans: [], articles: [], speakers: [], outlets: [], topics: [], places: [], decisions: [], manifest: [], published: [] };

describe('addresses', () => {
  test('of what was renamed lead to the new name, with all that stood below', () => {
    const records = addressRecords({
      ...nothing,
      articles: [{ id: 'night-ferry', name: 'Ferry news', formerly: ['ferry'] }],
      speakers: [{ id: 'ada-holm', name: 'Ada Holm', formerly: ['a-holm', 'ada-holm'] }],
      published: ['articles/ferry/', 'articles/ferry/versions/1/', 'articles/ferry/source.txt', 'speakers/a-holm/', 'speakers/ada-holm/', 'speakers/the-clerk/'],
    });
    expect(records.map(({ path, kind, successor }) => [path, kind, successor])).toEqual([
      ['articles/ferry/', 'redirect', 'articles/night-ferry/'],
      ['articles/ferry/versions/1/', 'redirect', 'articles/night-ferry/versions/1/'],
      ['speakers/a-holm/', 'redirect', 'speakers/ada-holm/'],
      ['speakers/the-clerk/', 'tombstone', null],
    ]);
  });

  test('may be added, and never vanish', () => {
    const published = ['about/', 'articles/ferry/', 'articles/ferry/source.txt', 'claims/bcd234/', 'data/claims.csv'];
    const files = ['about/index.html', 'articles/ferry/index.html', 'claims/fgh567/index.html', 'claims/page/2/index.html', '_astro/x.css'];
    expect(checkAddresses(published, files, [])).toEqual({
      addresses: ['about/', 'articles/ferry/', 'articles/ferry/source.txt', 'claims/bcd234/', 'claims/fgh567/', 'data/claims.csv'],
      added: ['claims/fgh567/'],
      vanished: ['articles/ferry/source.txt', 'claims/bcd234/', 'data/claims.csv'],
    });
    const [gone] = addressRecords({ ...nothing, decisions: [{ address: 'articles/ferry/', withdrawn: 'at the publisher\'s request' }], published });
    expect(checkAddresses(published, files, [gone!]).vanished).not.toContain('articles/ferry/source.txt');
  });
});

describe('captures', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const { rows } = checkManifest([], [{ name: 'ferry.txt', bytes: bytes(old) }, { name: 'ferry.2.txt', bytes: bytes(changed) }, { name: 'manifest.json', bytes: bytes('[]') }]);

  test('are noted with hash and length, in the order of their numbers', () => {
    expect(rows.map(({ file, version, sha256: sum, bytes: n }) => [file, version, sum, n])).toEqual([['ferry.txt', 1, sha256(old), Buffer.byteLength(old)], ['ferry.2.txt', 2, sha256(changed), Buffer.byteLength(changed)]]);
    expect(JSON.parse(formatManifest(rows))).toEqual(rows);
  });

  test('that were altered, or are gone, stop the build with the file and the remedy', () => {
    const { problems } = checkManifest(rows, [{ name: 'ferry.txt', bytes: bytes(old.replace('silent', 'silenT')) }]);
    expect(problems.map(({ kind, file }) => [kind, file])).toEqual([['source-altered', 'content/sources/ferry.txt'], ['source-missing', 'content/sources/ferry.2.txt']]);
    expect(problems[0]!.mend).toBe('A source is never rewritten. Bring it back with `git checkout -- content/sources/ferry.txt`; a corrected text goes beside it as content/sources/ferry.3.txt.');
  });

  test('must be numbered without a gap', () => {
    expect(checkManifest([], [{ name: 'ferry.3.txt', bytes: bytes(old) }]).problems.map(({ message }) => message)).toEqual([
      'Unexpected version 3 of ferry without a version 1', 'Unexpected version 3 of ferry without a version 2',
    ]);
  });

  test('differ word by word, and either text can be read out of the differences', () => {
    const pieces = differences(old, changed);
    expect(pieces.filter(({ kind }) => kind !== 'added').map(({ text }) => text).join('')).toBe(old);
    expect(pieces.filter(({ kind }) => kind !== 'removed').map(({ text }) => text).join('')).toBe(changed);
    expect(pieces.filter(({ kind }) => kind !== 'same').map(({ text }) => text)).toEqual(['night', 'late']);
  });

  test.each([
    ['of few common words line by line', ['The pier stays.'], 3],
    ['of no common line as two blocks', [], 2],
  ])('%s', (_, common, count) => {
    const text = (words: string) => [...Array.from({ length: 400 }, (_, i) => Array.from({ length: 10 }, (_, k) => `${words}${10 * i + k}`).join(' ')), ...common].map((line) => `${line}\n`).join('');
    const [before, after] = [text('a'), text('b')];
    const pieces = differences(before, after);
    expect(pieces).toHaveLength(count);
    expect(pieces.filter(({ kind }) => kind !== 'added').map(({ text }) => text).join('')).toBe(before);
    expect(pieces.filter(({ kind }) => kind !== 'removed').map(({ text }) => text).join('')).toBe(after);
  });
});

test('two branches that mint at once merge in git, and the same claim is one', () => {
  const root = mkdtempSync(join(tmpdir(), 'verbatim-merge-'));
  const path = join(root, 'content/ledger/ferry.json');
  const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  try {
    const texts = Array.from({ length: 40 }, (_, i) => `“Sentence number ${i} of the day,” said Ada Holm.`).join('\n\n');
    const claims = Array.from({ length: 40 }, (_, i) => draft(texts, `Sentence number ${i} of the day,`, 'Ada Holm'));
    const mintUp = (drafts: DraftClaim[], rows: Reconciled['rows']) => reconcile({ article: 'ferry', versions: [source(texts)], rows, drafts }).rows;
    mkdirSync(join(root, 'content/ledger'), { recursive: true });
    writeFileSync(join(root, '.gitattributes'), readFileSync(join(import.meta.dirname, '../../.gitattributes')));
    const base = mintUp(claims.slice(0, 10), []);
    const commit = (rows: Reconciled['rows'], message: string) => {
      writeFileSync(path, formatLedger(rows));
      git('add', '.');
      git('commit', '-qm', message);
    };
    git('init', '-q', '-b', 'main');
    commit(base, 'base');
    git('checkout', '-qb', 'other');
    commit(mintUp(claims.slice(0, 30), base), 'other');
    git('checkout', '-q', 'main');
    commit(mintUp([...claims.slice(0, 20), ...claims.slice(30)], base), 'main');
    git('merge', '-q', '-m', 'merged', 'other');
    const merged = parseLedger(readFileSync(path, 'utf8'), path);
    const whole = mintUp(claims, []);
    expect(merged).toEqual(whole);
    expect(reconcile({ article: 'ferry', versions: [source(texts)], rows: merged, drafts: claims }).changes).toEqual([]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test('what is wrong in the files of the ledger is named by file and line, all at once', () => {
  const root = mkdtempSync(join(tmpdir(), 'verbatim-ledger-'));
  try {
    mkdirSync(join(root, 'content/ledger'), { recursive: true });
    const write = (name: string, text: string) => writeFileSync(join(root, 'content/ledger', name), text);
    const good = formatLedger(before.rows);
    write('ferry.json', good);
    write('quay.json', `[\n${good.split('\n')[1]!.replace(/,$/, '')}\n]\n`);
    write('mill.json', '[\n{"id":"bcd234"}\n]\n');
    write('decisions.yaml', `- claim: bcd235\n  withdrawn: no such claim\n- claim: ${kept}\n  undo: yes\n`);
    const { files } = readLedgerFiles(root);
    expect(files.flatMap((file) => file.messages.map((m) => `${m.file}:${m.line ?? ''} ${m.ruleId}`))).toEqual([
      expect.stringMatching(/ledger\/mill\.json:2 ledger-file/), expect.stringMatching(/ledger\/quay\.json:1 id-twice/),
      expect.stringMatching(/decisions\.yaml:1 unknown-claim/), expect.stringMatching(/decisions\.yaml:3 bad-decision/),
    ]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
