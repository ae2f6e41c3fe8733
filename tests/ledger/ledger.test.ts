import { describe, expect, test } from 'vitest';
import { parseAddresses } from '../../src/ledger/file.ts';
import { fromTo } from '../../src/ledger/reconcile/in-words.ts';
import { isSlip } from '../../src/ledger/indexed.ts';
import { checkAddresses, hadClaimFiles } from '../../src/ledger/addresses.ts';
import { ClaimId } from '../../src/model/records.ts';
import { mint } from '../../src/ledger/mint.ts';
import { formatLedger, parseLedger } from '../../src/ledger/file.ts';
import type { DraftClaim, ReconcileInput } from '../../src/ledger/reconcile/contract.ts';
import { reconcile } from '../../src/ledger/reconcile/index.ts';
import { sha256 } from '../../src/text/digest.ts';
import { draftOf, sourceOf } from './drafts.ts';

/** Drafts of the words given, in the order they are named; each must stand in the text. */
function drafts(
  text: string,
  words: readonly (readonly [words: string, speaker: string | null])[],
): DraftClaim[] {
  let from = 0;
  return words.map(([exact, name]) => {
    const draft = draftOf(text, exact, name, from);
    from = text.indexOf(exact, from) + 1;
    const at = name === null ? -1 : text.indexOf(name);
    if (draft.speaker === null || name === null || at < 0) return draft;
    return {
      ...draft,
      speaker: { ...draft.speaker, mention: { start: at, end: at + name.length } },
    };
  });
}

const run = (input: Partial<ReconcileInput> & Pick<ReconcileInput, 'versions' | 'drafts'>) =>
  reconcile({ article: 'ferry', rows: [], ...input });

const text =
  '“We will keep the night ferry,” said Ada Holm. The harbour office was silent.\n\n“It costs 🚢 too much,” said Ben Ruud on Monday.\n';
const said = [
  ['We will keep the night ferry,', 'Ada Holm'],
  ['It costs 🚢 too much,', 'Ben Ruud'],
] as const;

describe('ids', () => {
  test('come from the digest and the places alone', () => {
    const parts = [{ start: 1, end: 30 }];
    const id = mint(sha256(text), parts, () => false);
    expect(id).toMatch(/^[23456789bcdfghjkmnpqrstvwxz]{6}$/);
    expect(ClaimId.parse(id)).toBe(id);
    expect(mint(sha256(text), parts, () => false)).toBe(id);
    expect(mint(sha256(`${text} `), parts, () => false)).not.toBe(id);
  });

  test('grow where the short one is taken', () => {
    const parts = [{ start: 1, end: 30 }];
    const short = mint(sha256(text), parts, () => false);
    const longer = mint(sha256(text), parts, (id) => id === short);
    expect(longer).toHaveLength(7);
    expect(longer.startsWith(short)).toBe(true);
  });

  test('are the same whatever the article is called', () => {
    const input = { versions: [sourceOf(text)], drafts: drafts(text, said) };
    expect(run({ ...input, article: 'other' }).ids).toEqual(run(input).ids);
  });
});

describe('the same source again', () => {
  const versions = [sourceOf(text)];
  const first = run({ versions, drafts: drafts(text, said) });

  test('mints once, then changes nothing', () => {
    expect(first.changes.map((c) => c.kind)).toEqual(['minted', 'minted']);
    expect(first.rows[0]!.parts[0]!.exact).toBe(
      [...text].slice(first.rows[0]!.parts[0]!.start, first.rows[0]!.parts[0]!.end).join(''),
    );
    const again = run({ versions, drafts: drafts(text, said), rows: first.rows });
    expect(again.changes).toEqual([]);
    expect(again.ids).toEqual(first.ids);
    expect(again.rows).toEqual(first.rows);
  });

  test('keeps a claim that the parser finds no more, with its words and speaker', () => {
    const again = run({ versions, drafts: drafts(text, said.slice(1)), rows: first.rows });
    expect(again.changes).toEqual([]);
    const lost = again.claims.find((c) => c.id === first.ids[0])!;
    expect(lost).toMatchObject({
      draft: null,
      attribution: 'ledger',
      kept: { speaker: { id: 'ada-holm' } },
    });
    expect(lost.parts[0]).toMatchObject({ exact: 'We will keep the night ferry,' });
  });

  test('keeps the words of record where a parser cuts differently', () => {
    const cut = drafts(text, [['We will keep the night ferry', 'Ada Holm'], said[1]]);
    const again = run({ versions, drafts: cut, rows: first.rows });
    expect(again.changes).toEqual([]);
    expect(again.ids).toEqual(first.ids);
    expect(again.claims[0]!.parts[0]!.exact).toBe('We will keep the night ferry,');
  });

  test("keeps the id and the words where the same speaker's are cut much shorter", () => {
    const again = run({
      versions,
      drafts: drafts(text, [['We will', 'Ada Holm'], said[1]]),
      rows: first.rows,
    });
    expect(again.ids).toEqual(first.ids);
    expect(again.claims.map((c) => c.parts[0]!.exact)).toEqual(
      first.claims.map((c) => c.parts[0]!.exact),
    );
  });

  test('mints a new id where less than half is common and another speaker is named', () => {
    const cut = drafts(text, [['We will', 'Ben Ruud'], said[1]]);
    const again = run({ versions, drafts: cut, rows: first.rows });
    expect(again.changes.map((c) => c.kind)).toEqual(['minted']);
    expect(again.ids[0]).not.toBe(first.ids[0]);
    expect(again.claims.map((c) => c.id)).toContain(first.ids[0]);
  });

  test('says so where the attribution of the same words changed', () => {
    const again = run({
      versions,
      drafts: drafts(text, [[said[0][0], 'Ben Ruud'], said[1]]),
      rows: first.rows,
    });
    expect(again.ids).toEqual(first.ids);
    expect(again.changes).toMatchObject([{ kind: 'attributed', claim: first.ids[0] }]);
    expect(again.changes[0]!.detail).toContain('speaker Ada Holm to Ben Ruud');
  });

  test('is named where the words were carried as well, with ids where the names are the same', () => {
    const next = `A correction.\n\n${text}`;
    const other = drafts(next, said).map((draft, i) =>
      i === 0 && draft.speaker
        ? { ...draft, speaker: { ...draft.speaker, id: 'ada-holm-2', name: 'Ada Holm' } }
        : draft,
    );
    const { changes } = run({
      versions: [sourceOf(text), sourceOf(next, 2)],
      drafts: other,
      rows: first.rows,
    });
    expect(
      changes.find(({ kind, claim }) => kind === 'attributed' && claim === first.ids[0])?.detail,
    ).toMatch(/speaker Ada Holm \(id ada-holm to ada-holm-2/);
  });

  test('stops at a ledger or source that was altered', () => {
    const rows = first.rows.map((row) =>
      row.id === first.ids[0]
        ? { ...row, parts: [{ ...row.parts[0]!, exact: 'We will keep the night ferrY,' }] }
        : row,
    );
    const { problems } = run({ versions, drafts: [], rows });
    expect(problems).toMatchObject([{ claim: first.ids[0], kind: 'words-differ' }]);
    expect(
      run({
        versions: [sourceOf(text.replace('costs', 'cost'))],
        drafts: [],
        rows: first.rows,
      }).problems.map((p) => p.kind),
    ).toEqual(['source-missing', 'source-missing']);
  });
});

describe('the file', () => {
  const rows = run({ versions: [sourceOf(text)], drafts: drafts(text, said) }).rows;
  const written = formatLedger(rows);

  test('has one row a line, sorted, and reads back', () => {
    expect(written.trimEnd().split('\n')).toHaveLength(rows.length + 2);
    const read = JSON.parse(written) as { id: string }[];
    expect(read.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort());
    expect(parseLedger(written, 'x')).toEqual(rows);
    expect(formatLedger([...rows].reverse())).toBe(written);
  });

  test('reads what a merge leaves: commas and order do not matter, a row twice is one', () => {
    const lines = written
      .trimEnd()
      .split('\n')
      .slice(1, -1)
      .map((l) => l.replace(/,$/, ''));
    expect(parseLedger(`[\n${lines[1]}\n${lines[0]},\n${lines[1]},\n]`, 'x')).toEqual(rows);
    expect(() => parseLedger(`[\n<<<<<<< ours\n${lines[1]}\n]`, 'x.json')).toThrow(
      /unfinished git merge/,
    );
    expect(() =>
      parseLedger(`[\n${lines[1]}\n${lines[1]!.replace(/"start":\d+/, '"start":1')}\n]`, 'x.json'),
    ).toThrow(/second row of claim/);
  });
});

test.each([
  ['12', '21'],
  ['34-year-old', '43-year-old'],
  ['Witness12', 'Witness13'],
  ['٣٤-year-old', '٤٣-year-old'],
])('a digit is never a slip: %s, %s', (a, b) => {
  expect(isSlip(a, b)).toBe(false);
});

test('a mended letter beside the same digits stays a slip', () => {
  expect(isSlip('34-yaer-old', '34-year-old')).toBe(true);
});

describe('files beside claims in the list of addresses', () => {
  const page = 'claims/bcd234/';
  test.each([
    ['an archive that was never published', [], false],
    ['one whose list names them', [page, `${page}claim.json`, 'data/changes.json'], true],
    ['one whose list was written before it named them', [page, 'data/claims.csv'], true],
    ['one that was published without them', [page, 'data/changes.json'], false],
    ['one without claims', ['about/', 'claims/', 'data/claims.csv'], false],
  ])('%s', (_, published, had) => {
    expect(hadClaimFiles(published)).toBe(had);
  });

  test('are named by their record, which may not vanish', () => {
    const beside = ['claim.json', 'claim.txt', 'cite.bib'].map((name) => `${page}${name}`);
    const { added } = checkAddresses([page], [`${page}index.html`, ...beside], []);
    expect(added).toEqual([`${page}claim.json`]);
    const { vanished } = checkAddresses([page, ...added], [`${page}index.html`], []);
    expect(vanished).toEqual([`${page}claim.json`]);
  });
});

test('every address of the list is a file of the site, or stands beside a page of it', () => {
  const files = [
    'index.html',
    'claims/index.html',
    'claims/bcd234/index.html',
    'claims/bcd234/cite.bib',
  ];
  const beside = [
    'claims/bcd234/cite.bib',
    'claims/bcd234/cite.ris',
    'claims/page/7/',
    'share/claims/bcd234.png',
  ];
  const lost = [
    'claims/fgh567/cite.bib',
    'share/claims/fgh567.png',
    'speakers/page/2/',
    'humans.txt',
    'claims',
    'claims/bcd234',
    'feeds/all.json',
  ];
  expect(checkAddresses([...beside, ...lost], files, []).vanished).toEqual(lost);
});

test('a new data file is a change of the list of addresses', () => {
  const files = ['data/claims.csv', 'data/new.jsonl', 'a/page/2/index.html'];
  expect(checkAddresses(['data/claims.csv'], files, []).added).toEqual(['data/new.jsonl']);
});

test.each([
  ['he', 'she'],
  ['his', 'him'],
  ['chairman', 'chairwoman'],
  ['spokesman', 'spokesmen'],
])('another person is never a slip: %s, %s', (a, b) => expect(isSlip(a, b)).toBe(false));

test.each([
  [{ id: 'a-in-x', name: 'A' }, { id: 'a-in-y', name: 'A' }, 'A (id a-in-x to a-in-y)'],
  [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }, 'A to B'],
  [[{ id: 'a', name: 'A' }], [{ id: 'b', name: 'A' }], '[A] (id a to b)'],
  [{ start: 1, exact: 'he' }, { start: 1, exact: 'he' }, 'he, at another place'],
  [null, { id: 'b', name: 'B' }, 'none to B'],
])('from what to what, in words', (one, two, words) => expect(fromTo(one, two)).toBe(words));

test.each([
  '../../etc/passwd',
  'a/../b/',
  './a/',
  'https://evil/',
  '<script>/',
  'a\u001b[31m/',
  'a//b/',
])('no address: %s', (line) =>
  expect(() => parseAddresses(`articles/a/\n${line}\n`)).toThrow(/expected the path/),
);

test.each(['articles/a/', 'a/feed.xml', 'index.html', 'articles/a/versions/1-2/', 'claims.v1.csv'])(
  'an address: %s',
  (line) => expect(parseAddresses(`${line}\n`)).toEqual([line]),
);
