import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginArchive, type BegunArchive } from '../../../src/archive/build.ts';
import type { ReadDraft } from '../../../src/archive/kept-draft.ts';
import { RELATIONS } from '../../../src/build/archive-files/kept-relations.ts';
import { draftsOf } from '../../../src/build/archive-files/drafts.ts';
import { draftsHere } from '../../../src/build/archive-files/drafts-here.ts';
import { runOnThreads, type RecordsResult } from '../../../src/build/archive-files/records.ts';
import { runPipeline } from '../../../src/build/archive-files/pipeline.ts';
import { contentOf } from '../../support/content.ts';

const PROJECT = join(import.meta.dirname, '../../../content');

/** The files of a folder of the project's own archive, by their names without endings. */
const own = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(PROJECT, folder))
      .filter((name) => /\.(?:txt|md)$/.test(name))
      .map((name) => [
        name.replace(/\.\w+$/, ''),
        readFileSync(join(PROJECT, folder, name), 'utf8'),
      ]),
  );

/** A short article; each has speakers of its own and one that others have too. */
const short = (i: number) =>
  [
    `The ${i}th night ferry is late`,
    'By Ann Lee',
    `The ferry was late again on Monday, the harbour said in its ${i}th report of the year.`,
    `“We will keep the night ferry for another ${i} years,” said Otto Number${'x'.repeat(i % 7)} Brandt, the captain.`,
    `A resident of pier ${i} called it “a poor show”. Mina Okafor said that she had waited for ${i} hours.`,
    i % 5 === 0 ? 'He said it would not happen again. “Never,” she said.' : '',
  ].join('\n\n');

const SHORT = Object.fromEntries(Array.from({ length: 45 }, (_, i) => [`ferry-${i}`, short(i)]));
const CARDED = {
  'ferry-3':
    '---\nclaims:\n  - words: a poor show\n    speaker: nobody-we-know\n    why: a test\n---\n',
  'ferry-4':
    '---\nclaims:\n  - words: words that do not stand there\n    drop: true\n    why: a test\n---\n',
};

const content = (speakers: Record<string, string> = {}, changed: Record<string, string> = {}) =>
  contentOf(
    { ...own('sources'), ...SHORT, 'no-article': '%PDF-1.7 and nothing else', ...changed },
    {
      articles: { ...own('articles'), ...CARDED },
      speakers: { ...own('speakers'), ...speakers },
      outlets: own('outlets'),
    },
  );

/** Everything that comes out, as it would be written. */
const outcomeOf = ({ archive, report, errors }: RecordsResult) => ({
  report,
  errors,
  records: JSON.stringify({ ...archive, ledger: [...archive.ledger] }),
});

let folders: string[] = [];
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'drafts-'));
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true });
  folders = [];
});

let expected: ReturnType<typeof outcomeOf>;
let kept: string;
beforeAll(async () => {
  expected = outcomeOf(runPipeline(content()));
  kept = folder();
  await runOnThreads(content(), { folder: kept, threads: 1 });
});

const files = () =>
  readdirSync(kept)
    .filter((name) => name !== RELATIONS)
    .map((name) => join(kept, name));
/** Which files there are, each with what changes when it is written again. */
const state = () => new Map(files().map((path) => [path, statSync(path).ino]));

test('the texts say something, and something is wrong with some of them', () => {
  expect(expected.errors).toBeGreaterThan(1);
  expect(expected.report).toContain('nobody-we-know');
  expect(expected.report).toContain('no-article');
});

test.each([1, 3])('on %i threads the records and messages are the same', async (threads) => {
  expect(outcomeOf(await runOnThreads(content(), { folder: null, threads }))).toEqual(expected);
});

test('with drafts that were kept the records and messages are the same, and nothing is written', async () => {
  const before = state();
  expect(before.size).toBe(51);
  expect(outcomeOf(await runOnThreads(content(), { folder: kept }))).toEqual(expected);
  expect(state()).toEqual(before);
});

test('a damaged draft is made again', async () => {
  const [first = '', second = '', third = '', fourth = ''] = files();
  truncateSync(first, 1000);
  writeFileSync(second, readFileSync(second, 'utf8').replace('Number', 'Lumber'));
  writeFileSync(third, '');
  writeFileSync(fourth, '{}\nnull');
  const before = state();
  expect(outcomeOf(await runOnThreads(content(), { folder: kept }))).toEqual(expected);
  const after = state();
  expect(files().filter((path) => before.get(path) !== after.get(path))).toHaveLength(4);
});

test('a speaker’s card has the drafts made again that may name the speaker, and no others', async () => {
  const card = '---\nname: Otto Numberxx Brandt\nkind: person\naliases: [Brandt]\n---\n';
  const given = () => content({ 'captain-brandt': card });
  const before = state();
  const outcome = outcomeOf(await runOnThreads(given(), { folder: kept }));
  expect(outcome).toEqual(outcomeOf(runPipeline(given())));
  expect(outcome.records).toContain('captain-brandt');
  const bodyOf = (path: string) => readFileSync(path, 'utf8').split('\n')[1];
  // Each notes that it was looked at, and the texts that tell of Brandt have another outcome.
  expect([...state().keys()].sort()).toEqual([...before.keys()].sort());
  const brandt = files().filter((path) => bodyOf(path)?.includes('captain-brandt'));
  expect(brandt.length).toBeGreaterThan(0);
  const again = state();
  expect(outcomeOf(await runOnThreads(given(), { folder: kept }))).toEqual(outcome);
  expect(state()).toEqual(again);
  expect(outcomeOf(await runOnThreads(content(), { folder: kept }))).toEqual(expected);
});

test('a text that changed has its draft made again, and the former one is removed', async () => {
  const before = [...state().keys()];
  const changed = { 'ferry-7': short(107) };
  const outcome = outcomeOf(await runOnThreads(content({}, changed), { folder: kept }));
  expect(outcome).toEqual(outcomeOf(runPipeline(content({}, changed))));
  const after = [...state().keys()];
  expect(after).toHaveLength(before.length);
  expect(after.filter((path) => !before.includes(path))).toHaveLength(1);
});

test('where drafts cannot be kept, none are', async () => {
  const file = join(folder(), 'drafts');
  writeFileSync(file, 'no folder');
  expect(outcomeOf(await runOnThreads(content(), { folder: file }))).toEqual(expected);
});

/** An archive in which the bytes of one source are none, as a fault of the program would have it. */
const faulty = (): BegunArchive => {
  const begun = beginArchive(content());
  const file = new VFile({ path: 'content/sources/ferry-5.txt', value: 'no bytes' });
  return {
    ...begun,
    tasks: begun.tasks.map((task) => (task.article === 'ferry-5' ? { ...task, file } : task)),
  };
};

test.each([1, 3])('on %i threads a fault is one message with file and stage', async (threads) => {
  const kept = folder();
  const begun = faulty();
  const drafts: (ReadDraft | null)[] = [];
  for await (const draft of draftsOf(begun, { folder: kept, threads })) drafts.push(draft);
  const place = begun.tasks.findIndex(({ article }) => article === 'ferry-5');
  expect(drafts[place]).toBeNull();
  expect(drafts.filter((draft) => draft === null)).toHaveLength(2);
  const said = begun.tasks[place]?.file.messages.map(String);
  expect(said).toHaveLength(1);
  expect(said?.[0]).toContain('Internal fault in stage read of content/sources/ferry-5.txt');
  // It is looked for again each time.
  const again = faulty();
  Array.from(draftsHere(again, { folder: kept }));
  expect(again.tasks[place]?.file.messages.map(String)).toEqual(said);
});
