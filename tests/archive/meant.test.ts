/** A person's word in later versions of a text: held against the claim that it was said of, and against no other. */
import { expect, test } from 'vitest';
import { built } from '../support/content.ts';

const S = [
  'The yard was quiet on Monday, and the gate stood open until the evening of that day.',
  '“The rope is dear,” said Jon Falk. “We wait,” said Jon Falk.',
  'A baker said the tide was late on most days. “We wait,” said Lena Moe.',
  'Lena Moe denied that the yard had been sold. “It is ours,” Moe said.',
];
const text = (paragraphs: readonly string[]) =>
  `The yard waits\n\n4 May 2021\n\n${paragraphs.join('\n\n')}\n`;
const edited = (from: string, to: string) => S.map((one) => one.replace(from, to));

const CARD = `---
claims:
  - {words: "The rope is dear,", confirm: true}
  - {words: "We wait,", occurrence: 1, speaker: carl-dahl, why: heard it}
  - {words: "We wait,", occurrence: 2, confirm: true}
  - {words: the yard had been sold, confirm: true}
---
`;
const speakers = { 'carl-dahl': '---\nname: Carl Dahl\nkind: person\n---\n' };

const first = built({ yard: text(S) }, { articles: { yard: CARD }, speakers });
const published = {
  ledger: new Map([...first.ledger].map(([id, { rows }]) => [id, rows] as const)),
  manifest: first.versions,
};

/** The claims of the newest version as `review speaker: words`, and what is said of the card by line. */
function after(paragraphs: readonly string[], card = CARD) {
  const versions = [text(S), text(paragraphs)];
  const { articles, messages } = built(
    { yard: versions },
    { articles: { yard: card }, speakers },
    published,
  );
  const lines = (articles[0]?.claims ?? []).map(
    ({ review, speaker, text: words }) => `${review} ${speaker?.id ?? '-'}: ${words}`,
  );
  const said = messages.flatMap((one) => /articles\/yard\.md:(\d+):/.exec(one)?.[1] ?? []);
  return { decided: lines.filter((line) => !line.startsWith('machine')), lines, said };
}

const HELD = [
  'confirmed jon-falk: The rope is dear,',
  'corrected carl-dahl: We wait,',
  'confirmed lena-moe: We wait,',
  'confirmed lena-moe: the yard had been sold',
];

test.each<[string, readonly string[]]>([
  ['a paragraph before', ['The snow came early.', ...S]],
  ['the same words of another before', [S[0] ?? '', '“We wait,” said Olaf Lund.', ...S.slice(1)]],
  [
    'the same words of another between',
    [...S.slice(0, 2), '“We wait,” said Olaf Lund.', ...S.slice(2)],
  ],
])('%s: every word holds', (_, paragraphs) => {
  const { decided, said } = after(paragraphs);
  expect(decided).toEqual(HELD);
  expect(said).toEqual([]);
});

test.each<[string, readonly string[], string, number]>([
  [
    'the first of two is gone',
    edited(' “We wait,” said Jon Falk.', ''),
    'confirmed lena-moe: We wait,',
    4,
  ],
  [
    'the first is gone, and another has the words behind',
    [...edited(' “We wait,” said Jon Falk.', ''), '“We wait,” said Olaf Lund.'],
    'machine olaf-lund: We wait,',
    4,
  ],
  [
    'the text names another speaker',
    edited('dear,” said Jon Falk', 'dear,” said Olaf Lund'),
    'machine olaf-lund: The rope is dear,',
    3,
  ],
  [
    'what was denied is said',
    edited('denied that', 'said that'),
    'machine lena-moe: the yard had been sold',
    6,
  ],
])(
  '%s: no word is held against another claim, and it is said on its line',
  (_, paragraphs, line, told) => {
    const { lines, said } = after(paragraphs);
    expect(lines).toContain(line);
    expect(said).toContain(String(told));
  },
);

test('an entry of the newest version speaks of what stands there', () => {
  const card = CARD.replace('confirm: true}', 'version: 2, confirm: true}');
  const { decided, said } = after(edited('dear,” said Jon Falk', 'dear,” said Olaf Lund'), card);
  expect(decided).toContain('confirmed olaf-lund: The rope is dear,');
  expect(said).toEqual([]);
});

test('a word on one of two does not go over to the other where that one is left alone', () => {
  const card = CARD.replace(/.*carl-dahl.*\n/, '');
  const { lines, said } = after(edited(' “We wait,” said Lena Moe.', ''), card);
  expect(lines).toContain('machine jon-falk: We wait,');
  expect(said).toContain('4');
});

/** As of a parser that found the words once and finds them no more: the ledger alone keeps the claim. */
const HELD_WORDS = 'the gate stood open until the evening of that day';
const entry = (rest: string) => `---\nclaims:\n  - {words: ${HELD_WORDS}, ${rest}}\n---\n`;
const ADDED = 'add: true, type: indirect, speaker: carl-dahl, why: read it';

test.each<[string, string, string | null, boolean]>([
  ['a confirmation', 'confirm: true, by: Ann Lee', 'confirmed carl-dahl', true],
  ['a correction that the record follows', 'type: indirect, why: so', 'corrected carl-dahl', true],
  ['a correction that it does not follow', 'type: mixed, why: so', 'machine carl-dahl', false],
  ['a rejection', 'drop: true, why: none', null, true],
])('%s of words that rules find no more', (_, word, told, isHeard) => {
  const before = built({ yard: text(S) }, { articles: { yard: entry(ADDED) }, speakers });
  const kept = {
    ledger: new Map([...before.ledger].map(([id, { rows }]) => [id, rows] as const)),
    manifest: before.versions,
  };
  const cards = { articles: { yard: entry(word) }, speakers };
  const { articles, messages } = built({ yard: text(S) }, cards, kept);
  const own = articles[0]?.claims.find((claim) => claim.text === HELD_WORDS);
  expect(own ? `${own.review} ${own.speaker?.id}` : null).toBe(told);
  expect(messages.filter((one) => one.includes('yard.md')).length === 0).toBe(isHeard);
});
