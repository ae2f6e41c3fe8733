/** Whether speakers are whom their mentions mean, measured at places that name them. */
import { expect, test } from 'vitest';
import type { GoldDocument } from '../../src/training/gold.ts';
import { personSamples } from '../../src/training/persons.ts';

const TEXT =
  'Mara Obi came. “We keep the trams,” Obi said.\nTom Brook came. “It is late,” he said. Nobody left.';
const document: GoldDocument = { id: 'doc', text: TEXT, quotes: [] };
const [he, obi] = [TEXT.indexOf('he said'), TEXT.indexOf('Obi said')];

/** What is measured of mentions, each with a place that names whom it means. */
const measured = (...places: [mention: number, person: number][]) =>
  personSamples([document], null, { doc: places });

test('a speaker is right where the place names that very one', () => {
  const [one, other] = measured([obi, TEXT.indexOf('Mara')], [he, TEXT.indexOf('Brook')]);
  expect(one).toMatchObject({ right: true, signs: ['basis last-name', 'last name'] });
  expect(other?.right).toBe(true);
  expect(other?.signs).toContain('basis pronoun');
});

test('and wrong where it names another, or nobody', () => {
  expect(measured([he, TEXT.indexOf('Mara')])[0]?.right).toBe(false);
  expect(measured([he, TEXT.indexOf('late')])[0]?.right).toBe(false);
});

test('nothing is measured where no claim has that mention, or of other documents', () => {
  expect(measured([TEXT.indexOf('Nobody'), 0])).toEqual([]);
  expect(personSamples([{ ...document, id: 'other' }], null, { doc: [[he, 0]] })).toEqual([]);
});
