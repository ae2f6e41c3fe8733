import { expect, test } from 'vitest';
import { KnownSpeakers } from '../../src/archive/known-speakers.ts';
import type { SpeakerRecord } from '../../src/model/records.ts';
import { nameKey } from '../../src/model/names.ts';

const speaker = (id: string, name: string, aliases: string[] = []): SpeakerRecord => ({
  id,
  name,
  kind: 'person',
  sortName: name,
  aliases,
  roles: [],
  sameAs: [],
  note: null,
  hasCard: true,
  formerly: [],
});

const indexOf = (speakers: readonly SpeakerRecord[]) => ({
  byId: new Map(speakers.map((one) => [one.id, one])),
  byName: new Map(
    speakers.flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((one) => [nameKey(one), [{ id, article: null }]]),
    ),
  ),
});

const BELMA = speaker('belma-trask', 'Belma Trask', ['Tiller Belma']);
const names = (text: string, ...speakers: SpeakerRecord[]): boolean =>
  new KnownSpeakers(indexOf(speakers)).namedIn(text, 'some-article') !==
  new KnownSpeakers(indexOf([])).namedIn(text, 'some-article');

test.each([
  'Belma Trask kept the lamp.',
  'BELMA TRASK, keeper, kept the lamp.',
  'Belma “Bel” Joan Trask kept the lamp.',
  'Belma and Odd Trask kept the lamp.',
  'Bélma-Trask kept the lamp.',
  'Tiller Belma kept the lamp.',
])('a card matters where its name is printed: %s', (text) => {
  expect(names(text, BELMA)).toBe(true);
});

test.each([
  'Belma kept the lamp.',
  'Odd Trask kept the lamp.',
  'Trask kept the lamp, and Belma slept.',
  'Belma slept while the whole of the crew upstairs and below kept the lamp for Trask.',
])('and not where one word of it stands, or all stand apart: %s', (text) => {
  expect(names(text, BELMA)).toBe(false);
});

test('a card whose id is no name matters everywhere', () => {
  expect(names('Nobody is named.', speaker('speaker-1a2b', 'Belma Trask'))).toBe(true);
});

test('who is printed under an alias is looked up under the name on the card', () => {
  const other = speaker('trask-of-the-light', 'Trask of the Light', ['Belma Trask']);
  expect(names('Tiller Belma kept the lamp.', BELMA, other)).toBe(true);
  const both = new KnownSpeakers(indexOf([BELMA, other]));
  const one = new KnownSpeakers(indexOf([BELMA]));
  const text = 'Tiller Belma kept the lamp.';
  expect(both.namedIn(text, 'some-article')).not.toBe(one.namedIn(text, 'some-article'));
});
