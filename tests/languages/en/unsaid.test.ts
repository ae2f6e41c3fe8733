/** What is denied to have been said is told so; what is only imagined or conditional is no claim. */
import { describe, expect, test } from 'vitest';
import { findClaims } from '../../../src/engine/index.ts';
import { english } from '../../../src/languages/en/index.ts';
import { asExpected, marked } from '../../support/marked.ts';

/** What rules alone and rules with the model find: each claim's speaker, polarity and words. */
const readings = (source: string) => {
  const { expected: _, ...input } = marked(source);
  return [{ model: null }, {}].map((options) => {
    const found = findClaims(input, { pack: english, ...options });
    return asExpected(input.text, found).map(({ speaker, parts }, i) => [
      speaker,
      found.claims[i]!.polarity,
      ...parts,
    ]);
  });
};

describe('is told as denied', () => {
  test.each([
    ['Ann Lee', 'Not once has Ann Lee said the bridge was unsafe.'],
    ['Ann Lee', 'Never has Ann Lee said that the bridge was unsafe.'],
    ['Ann Lee', 'At no time has Ann Lee said the bridge was unsafe.'],
    ['Ann Lee', 'Ann Lee at no point said the bridge was unsafe.'],
    ['Ann Lee', 'It is not true that Ann Lee said the bridge was unsafe.'],
    ['Ann Lee', 'It is false that Ann Lee said the bridge was unsafe.'],
    ['Ann Lee', 'There is no evidence that Ann Lee said the bridge was unsafe.'],
    ['Ann Lee', 'It was not Ann Lee who said the bridge was unsafe.'],
    ['Neither Bob Kerr nor Ann Lee', 'Neither Bob Kerr nor Ann Lee said the bridge was unsafe.'],
    [null, 'None of the witnesses said the bridge was unsafe.'],
    [null, 'No official said the bridge was unsafe.'],
    [null, 'Nobody from the office said the bridge was unsafe.'],
    [null, 'Hardly anybody said the bridge was unsafe.'],
    [null, 'Not one of the witnesses said the bridge was unsafe.'],
  ])('%s: %s', (speaker, source) => {
    for (const claims of readings(source))
      expect(claims).toEqual([[speaker, 'negative', 'the bridge was unsafe']]);
  });
});

describe('is told as said', () => {
  test.each([
    'Not only did Ann Lee say the bridge was unsafe.',
    'It is true that Ann Lee said the bridge was unsafe.',
    'Ann Lee, not Bob Kerr, said the bridge was unsafe.',
    'Ann Lee would later say the bridge was unsafe.',
    'Ann Lee did not just say the bridge was unsafe.',
    'Bob Kerr did not laugh, and Ann Lee said the bridge was unsafe.',
    'As if on cue, Ann Lee said the bridge was unsafe.',
  ])('%s', (source) => {
    for (const claims of readings(source))
      for (const claim of claims) expect(claim.slice(0, 2)).toEqual(['Ann Lee', 'positive']);
  });
});

describe('is no claim', () => {
  test.each([
    'Had Ann Lee warned that the bridge was unsafe, it would have closed.',
    'Should Ann Lee say the bridge is unsafe, it will close.',
    'Were Ann Lee to say the bridge was unsafe, it would close.',
    'Unless Ann Lee says the bridge is safe, it will close.',
    'If Ann Lee says the bridge is safe, it will open.',
    'Until Ann Lee says the bridge is safe, it stays shut.',
    'If Ann Lee says “the bridge is safe for everybody who wants to cross it”, it will open.',
    'Ann Lee might have said the bridge was unsafe.',
    'Ann Lee would have said the bridge was unsafe.',
    'Ann Lee may have said that the bridge was unsafe.',
    'Ann Lee could have said “the bridge is unsafe”.',
    'Ann Lee might say, “The bridge is safe for everybody who wants to cross it.”',
    'Bob Kerr imagines Ann Lee saying “the bridge is safe for everybody who wants to cross it”.',
    'Bob Kerr hoped Ann Lee would say the bridge was safe.',
    'Bob Kerr wishes Ann Lee had said the bridge was safe.',
    'Bob Kerr pretended that Ann Lee had said the bridge was safe.',
    'It is possible that Ann Lee said the bridge was unsafe.',
    'It is unclear whether Ann Lee said the bridge was unsafe.',
    'Has Ann Lee said the bridge was unsafe?',
    'It is understood Ann Lee told the council the bridge was unsafe.',
    'It is widely believed that Ann Lee said the bridge was unsafe.',
    'It is not clear whether Ann Lee said “the bridge is unsafe for everybody who crosses it”.',
  ])('%s', (source) => {
    for (const claims of readings(source)) expect(claims).toEqual([]);
  });
});
