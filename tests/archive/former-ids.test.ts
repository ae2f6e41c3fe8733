import { expect, test } from 'vitest';
import { withFormerIds } from '../../src/archive/former-ids.ts';
import { idOfName } from '../../src/model/names.ts';
import { built } from '../support/content.ts';

const one = (name: string, { suffix = '', hasCard = false, aliases = [] as string[] } = {}) => ({
  id: `${idOfName(name)}${suffix}`,
  name,
  aliases,
  hasCard,
  formerly: [] as string[],
});
const formerly = (list: ReturnType<typeof one>[], published: string[]) =>
  withFormerIds(list, 'speakers', published).map((speaker) => speaker.formerly);

test('a published address made of fewer letters leads to the one who bears the name', () => {
  expect(formerly([one('Łada Berg')], ['speakers/ada-berg/'])).toEqual([['ada-berg']]);
  expect(formerly([one('Łada Berg')], [])).toEqual([[]]);
  expect(
    formerly([one('Łada Guild', { suffix: '-in-one' })], ['speakers/ada-guild-in-one/']),
  ).toEqual([['ada-guild-in-one']]);
  expect(formerly([one('Ida Berg')], ['speakers/ida-berg/'])).toEqual([[]]);
});

test('it leads to nobody where two would be meant, or somebody else has it', () => {
  const published = ['speakers/ann/', 'speakers/ada-berg/'];
  expect(formerly([one('Ann Ёлкин'), one('Ann Петров')], published)).toEqual([[], []]);
  expect(formerly([one('Łada Berg'), one('Ada Berg')], published)).toEqual([[], []]);
  expect(formerly([one('Łada Berg', { hasCard: true })], published)).toEqual([[]]);
});

test('two people whose names differ in letters of another script are two speakers', () => {
  const { articles, speakers } = built({
    one: 'A day\n\n“It is so,” said Ann Ёлкин, a cook. “It is not,” said Ann Петров, a clerk.',
    two: 'A night\n\n“It was so,” said Łada Berg, a cook.',
    three: 'A week\n\n“It was not,” said Ada Berg, a clerk.',
  });
  const names = articles.flatMap(({ claims }) => claims.map(({ speaker }) => speaker?.name));
  expect(names.sort()).toEqual(['Ada Berg', 'Ann Ёлкин', 'Ann Петров', 'Łada Berg'].sort());
  expect(new Set(speakers.map(({ id }) => id)).size).toBe(4);
});

test('a speaker whom a card takes in leaves an address that leads to the card', () => {
  const sources = {
    one: 'A day\n\n“It is so,” said Ann Berg, a cook.',
    two: 'A night\n\n“It was so,” said Annie Bergh, a cook.',
  };
  const before = built(sources);
  const ids = before.speakers.map(({ id }) => id);
  expect(ids).toEqual(['ann-berg', 'annie-bergh']);
  const published = ids.map((id) => `speakers/${id}/`);
  const ledger = new Map([...before.ledger].map(([article, { rows }]) => [article, [...rows]]));
  const card = (aliases: string) => ({
    speakers: { 'ann-berg': `---\nname: Ann Berg\nkind: person\naliases: [${aliases}]\n---\n` },
  });
  const merged = built(sources, card('Annie Bergh'), { ledger, published });
  expect(merged.speakers.map(({ id, formerly }) => [id, formerly])).toEqual([
    ['ann-berg', ['annie-bergh']],
  ]);
  expect(merged.addresses.find(({ path }) => path === 'speakers/annie-bergh/')).toMatchObject({
    kind: 'redirect',
    successor: 'speakers/ann-berg/',
  });
  expect(merged.messages.join()).not.toContain('speaker-gone');
});
