/** What a message asks for can be done in one go: the keys, the file and its lines stand in it. */
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/whole.ts';
import { readCard } from '../../src/intake/cards/read.ts';
import { ArticleCard, OutletCard, SpeakerCard } from '../../src/intake/cards/schema.ts';
import { contentOf } from '../support/content.ts';

const TEXT = `Board keeps the ferry

4 May 2021

“We will keep the night ferry,” said Mara Obi, chair of the board, on Monday.
`;

const TURNS = `The night ferry

4 May 2021

Q: Will the night ferry be kept?

A: It will be kept for as long as anybody sails at night, and the board has said so.

Q: And who pays for it?

A: The town pays for it, and the harbour pays for the boats.
`;

/** Messages of one rule on one article, with their notes. */
function notesOf(rule: string, text: string, cards: Parameters<typeof contentOf>[1] = {}) {
  const content = contentOf({ ferry: text }, cards);
  buildArchive(content);
  return [
    ...content.sources.flatMap(({ versions }) => versions.map(({ file }) => file)),
    ...content.cards.articles.map(({ file }) => file),
  ].flatMap(({ messages }) =>
    messages
      .filter(({ ruleId }) => ruleId === rule)
      .map(({ reason, note }) => ({ reason, note: String(note) })),
  );
}

/** The card that a note has ready to paste, read as a card of its kind. */
function pasted(note: string, schema: Parameters<typeof readCard>[1]) {
  const value = /---\n[\s\S]*?\n---/.exec(note)?.[0] ?? '';
  const file = new VFile({ path: 'card.md', value: `${value}\n` });
  const card = readCard(file, schema);
  expect(file.messages.map(String)).toEqual([]);
  return card?.data;
}

test('an article whose outlet is unknown: the key of its card, and the outlet’s card', () => {
  const [told] = notesOf('unknown-outlet', TEXT);
  expect(told?.note).toMatch(/`outlet: ID` to content\/articles\/ferry\.md/);
  expect(pasted(told?.note ?? '', OutletCard)).toEqual({ name: 'Harbour Post' });
});

test('an outlet or a speaker that has no card: the card of that id', () => {
  const card = (line: string) => ({ articles: { ferry: `---\n${line}\n---\n` } });
  const [outlet] = notesOf('unknown-outlet', TEXT, card('outlet: bay-wire'));
  expect(outlet?.note).toMatch(/content\/outlets\/bay-wire\.md/);
  expect(pasted(outlet?.note ?? '', OutletCard)).toEqual({ name: 'Bay Wire' });
  const [speaker] = notesOf('unknown-speaker', TURNS, card('labels: {Q: noor-haddad}'));
  expect(speaker?.note).toMatch(/content\/speakers\/noor-haddad\.md/);
  expect(pasted(speaker?.note ?? '', SpeakerCard)).toEqual({ name: 'Noor Haddad', kind: 'person' });
});

test('an interview of nobody is said once, with its labels ready for the card', () => {
  const told = notesOf('turns-of-nobody', TURNS);
  expect(told).toHaveLength(1);
  expect(told[0]?.reason).toMatch(/`Q` and `A` head 4 turns/);
  const lines = /labels:\n(?: {2}.*\n)+/.exec(told[0]?.note ?? '')?.[0] ?? '';
  const file = new VFile({
    path: 'card.md',
    value: `---\n${lines.replaceAll('ID', 'noor-haddad')}---\n`,
  });
  expect(readCard(file, ArticleCard)?.data.labels).toEqual({ Q: 'noor-haddad', A: 'noor-haddad' });
});

test('it is not said of what the card has settled, nor where the labels are names', () => {
  const speakers = {
    'noor-haddad': '---\nname: Noor Haddad\nkind: person\n---\n',
    'felix-brandt': '---\nname: Felix Brandt\nkind: person\n---\n',
  };
  const labels = '---\nlabels: {Q: felix-brandt, A: noor-haddad}\n---\n';
  expect(notesOf('turns-of-nobody', TURNS, { articles: { ferry: labels }, speakers })).toEqual([]);
  const half = '---\nlabels: {Q: felix-brandt}\n---\n';
  const [open] = notesOf('turns-of-nobody', TURNS, { articles: { ferry: half }, speakers });
  expect(open?.reason).toMatch(/`A` heads 2 turns/);
  const named = TURNS.replaceAll('Q:', 'Felix Brandt:').replaceAll('A:', 'Noor Haddad:');
  expect(notesOf('turns-of-nobody', named)).toEqual([]);
});
