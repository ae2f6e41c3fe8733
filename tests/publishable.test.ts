import { expect, test } from 'vitest';
import { PUBLISHED_FROM, publishable, type DraftClaim } from '../src/lib/pipeline/draft.ts';

const draft = (type: DraftClaim['type'], confidence: number, rest: Partial<DraftClaim> = {}) => ({ type, confidence, review: 'machine', within: null, text: 'x', ...rest }) as DraftClaim;
const low = PUBLISHED_FROM - 0.1;

test('reported speech that is likely wrong is kept back, quotations and turns are not', () => {
  const { published, possible } = publishable([draft('indirect', low), draft('mixed', low), draft('indirect', 0.9), draft('direct', low), draft('answer', low), draft('question', low)]);
  expect(published.map(({ type }) => type)).toEqual(['indirect', 'direct', 'answer', 'question']);
  expect(possible).toHaveLength(2);
});

test('what a curator has looked at is published', () =>
  expect(publishable([draft('indirect', 0.1, { review: 'confirmed' }), draft('mixed', 0.1, { review: 'added' })]).published).toHaveLength(2));

test('`within` follows when claims before it go', () => {
  const { published } = publishable([draft('indirect', low), draft('question', 0.9), draft('direct', 0.9, { within: 1 }), draft('direct', 0.9, { within: 0 })]);
  expect(published.map(({ within }) => within)).toEqual([null, 0, null]);
});
