/** Decisions on claims that lost their place: what is shown of each, what is written, and what is refused in words. */
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import type { Content } from '../../../src/archive/build.ts';
import { buildArchive } from '../../../src/archive/whole.ts';
import type { Act } from '../../../src/desk/api.ts';
import { DECISIONS } from '../../../src/desk/content.ts';
import { lostClaim } from '../../../src/desk/lost-claims.ts';
import { WorkQueue } from '../../../src/desk/queue.ts';
import { Workshop } from '../../../src/desk/state.ts';
import { messagesOf } from '../../../src/desk/view.ts';
import { contentOf } from '../../support/content.ts';
import { doing, refusalOf } from '../desk-archive.ts';

const FIRST = `The pump of the quay

4 May 2021

“The pump is no longer safe and must not run,” said Tove Lind, an engineer, in the old hall by the quay.

“The hall is full of sailors today,” said Mara Obi, chair of the harbour board, who had counted them.
`;
const SECOND = FIRST.replace('is no longer safe and must not run', 'is still safe and must run');
const OTHER = `The lamp of the pier

5 May 2021

“The lamp burns all night now,” said Mara Obi, chair of the harbour board, to those who had come.
`;

const content = (versions: string[], rest: Partial<Content> = {}): Content =>
  contentOf(
    { pump: versions, lamp: OTHER },
    {},
    { files: [new VFile({ path: DECISIONS, value: '' })], ...rest },
  );

/** The archive with its first versions published, and a second version of one article. */
function waiting(): Workshop {
  const { ledger: published, versions } = buildArchive(content([FIRST]));
  const ledger = new Map(
    [...published].map(([article, { rows }]) => [article, [...rows]] as const),
  );
  return Workshop.holding(content([FIRST, SECOND], { ledger, manifest: versions }), '/nowhere');
}

const lostIn = ({ now }: Workshop) => {
  const given = { isNew: () => false, unheard: [], lost: lostClaim(now), revision: 1 };
  const [first] = new WorkQueue(now.archive, given).ask({ reason: 'orphan' }).items;
  if (!first?.claim) throw new Error('No claim lost its place.');
  return { ...first, claim: first.claim };
};
const idOf = ({ now }: Workshop, words: string): string => {
  const found = [...now.claims.values()].find(({ text }) => text.includes(words));
  if (!found) throw new Error(`No claim says ${words}.`);
  return found.id;
};

test('a claim without a place is shown with what changed, whose it is, and where it stands', () => {
  const { lost, heirs, speaker, words } = lostIn(waiting());
  expect(words).toBe('The pump is no longer safe and must not run,');
  expect(speaker?.name).toBe('Tove Lind');
  expect(lost?.place).toMatchObject({ version: 1, line: 5 });
  const [heir] = heirs;
  expect(heir).toMatchObject({
    words: 'The pump is still safe and must run,',
    article: 'pump',
    speaker: 'Tove Lind',
    type: 'direct',
    isOffered: true,
    place: { version: 2, line: 5 },
  });
  expect(heir?.place.after).toMatch(/^” said Tove Lind/);
  expect(heir?.difference.flatMap((piece) => ('removed' in piece ? [piece.removed] : []))).toEqual([
    'no longer',
    'not ',
  ]);
});

const CASES: [string, (workshop: Workshop, claim: string) => Partial<Act>, RegExp][] = [
  [
    'superseded by a claim',
    (w) => ({ decision: 'superseded-by', heir: idOf(w, 'still safe') }),
    /superseded-by: \w+, because: so/,
  ],
  [
    'merged into a claim',
    (w) => ({ decision: 'merged-into', heir: idOf(w, 'still safe') }),
    /merged-into: \w+, because: so/,
  ],
  [
    'confirmed by its id',
    (w) => ({ decision: 'confirm', heir: idOf(w, 'still safe') }),
    /confirm: \w+, because: so/,
  ],
  [
    'confirmed in words',
    () => ({ decision: 'confirm', heir: 'is still safe' }),
    /confirm: is still safe, because: so/,
  ],
  [
    'superseded by another article’s',
    (w) => ({ decision: 'superseded-by', heir: idOf(w, 'lamp burns') }),
    /superseded-by: \w+, because: so/,
  ],
  ['withdrawn', () => ({ decision: 'withdrawn', heir: null }), /withdrawn: so/],
];

test.each(CASES)('%s: one line with who decided and when', (_, values, line) => {
  const workshop = waiting();
  const { claim } = lostIn(workshop);
  const act = { act: 'decide', claim, why: 'so', ...values(workshop, claim) } as Act;
  const { files } = doing(workshop, act);
  expect(files.map(({ path }) => path)).toEqual([DECISIONS]);
  expect(files[0]?.after).toMatch(line);
  expect(files[0]?.after).toMatch(/by: Ann Lee, on: .?2026-11-29/);
  expect(() => lostIn(workshop)).toThrow();
});

const REFUSED: [string, (workshop: Workshop, claim: string) => Partial<Act>, RegExp][] = [
  ['nothing named', () => ({ decision: 'confirm', heir: null }), /Choose a candidate/],
  [
    'words that stand nowhere',
    () => ({ decision: 'confirm', heir: 'no such words' }),
    /stand nowhere/,
  ],
  ['words that stand twice', () => ({ decision: 'confirm', heir: 'the' }), /stand \d+ times/],
  [
    'words for a claim',
    () => ({ decision: 'merged-into', heir: 'is still safe' }),
    /a claim that has an id/,
  ],
  [
    'itself',
    (_, claim) => ({ decision: 'superseded-by', heir: claim }),
    /cannot take its own place/,
  ],
  [
    'another article’s, confirmed',
    (w) => ({ decision: 'confirm', heir: idOf(w, 'lamp burns') }),
    /stands in another article, lamp/,
  ],
  ['an unknown heir', () => ({ decision: 'merged-into', heir: 'zzzzzz' }), /no claim zzzzzz/],
  [
    'an unknown claim',
    () => ({ claim: 'zzzzzz', decision: 'withdrawn', heir: null }),
    /no claim zzzzzz/,
  ],
];

test.each(REFUSED)('%s is refused in words, and nothing is written', (_, values, says) => {
  const workshop = waiting();
  const { claim } = lostIn(workshop);
  const act = { act: 'decide', claim, why: 'so', ...values(workshop, claim) } as Act;
  expect(
    refusalOf(workshop, act)
      .map(({ message }) => message)
      .join('\n'),
  ).toMatch(says);
});

test('messages of the folder are told with file, line, remedy and article, errors first', () => {
  const { now } = waiting();
  const { messages } = messagesOf(now);
  expect(messages.find(({ reason }) => reason.includes('loss of claim'))).toMatchObject({
    path: 'content/sources/pump.2.txt',
    line: 1,
    article: 'pump',
    isError: false,
  });
  for (const { note } of messages) expect(note).not.toBe('');
  expect(messages.some(({ isError }) => isError)).toBe(false);
  const fault = { ...now.problems[0]!, path: 'content/topics/x.md', isError: true };
  const [first] = messagesOf({ ...now, problems: [...now.problems, fault] }).messages;
  expect(first).toMatchObject({ path: 'content/topics/x.md', article: null, isError: true });
});
