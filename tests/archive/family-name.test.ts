import { expect, test } from 'vitest';
import { undecidedNamesakes } from '../../src/archive/family-name.ts';
import { SpeakerRecord } from '../../src/model/records.ts';
import { sortNameOf } from '../../src/model/names.ts';
import { siteFixture } from '../support/site-fixture.ts';

const [pattern] = siteFixture().speakers;
const speaker = (name: string, kind: SpeakerRecord['kind'] = 'person'): SpeakerRecord =>
  SpeakerRecord.parse({
    ...pattern,
    id: name.toLowerCase().replaceAll(' ', '-'),
    name,
    kind,
    sortName: kind === 'person' ? sortNameOf(name) : name,
  });

test('a family name alone and those who bear it lead to one another', () => {
  const found = undecidedNamesakes([
    speaker('Mara Obi'),
    speaker('Tove Lind'),
    speaker('Obi'),
    speaker('Jon Obi'),
  ]);
  const ids = (id: string) => found.get(id)?.map((one) => one.id);
  expect(ids('obi')).toEqual(['mara-obi', 'jon-obi']);
  expect(ids('mara-obi')).toEqual(['obi']);
  expect(ids('tove-lind')).toBeUndefined();
});

test('neither given names, nor bodies, nor a name that nobody else bears', () => {
  expect(
    undecidedNamesakes([
      speaker('Mara Obi'),
      speaker('Mara'),
      speaker('Jon Reyes'),
      speaker('Obi', 'organisation'),
    ]).size,
  ).toBe(0);
});
