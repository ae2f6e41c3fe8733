import { expect, test } from 'vitest';
import { relateClaims } from '../../src/archive/link.ts';
import type { ClaimRecord } from '../../src/model/records.ts';

const claim = (id: string, text: string, within: string | null = null) =>
  ({ id, text, within }) as ClaimRecord;
const kinds = (claims: ClaimRecord[], from: string) =>
  relateClaims(claims)
    .get(from)!
    .map(({ to, kind }) => `${kind} ${to}`);

test('the same words are a repeat, whatever their marks and case', () =>
  expect(
    kinds(
      [
        claim('bbbbbb', 'We will keep the night ferry'),
        claim('cccccc', '“we will keep the NIGHT ferry”.'),
      ],
      'bbbbbb',
    ),
  ).toEqual(['repeats cccccc']));

test('words that hold the others whole are a repeat', () =>
  expect(
    kinds(
      [
        claim('bbbbbb', 'We will keep the night ferry for another ten years'),
        claim(
          'cccccc',
          'As I said, we will keep the night ferry for another ten years, whatever it costs',
        ),
      ],
      'cccccc',
    ),
  ).toEqual(['repeats bbbbbb']));

test('nearly the same words are near, with the share', () => {
  const relations = relateClaims([
    claim('bbbbbb', 'We will keep the old night ferry for another ten years'),
    claim('cccccc', 'We will keep the old night ferry for another six years'),
  ]).get('bbbbbb')!;
  expect(relations).toMatchObject([{ kind: 'near' }]);
  expect(relations[0]!.why).toContain('word triples');
});

test('claims about one thing are related, and it says by which words', () => {
  const relations = relateClaims([
    claim('bbbbbb', 'The pier costs too much'),
    claim('cccccc', 'Nobody can repair the pier at these costs'),
    claim('dddddd', 'It rained all week'),
  ]).get('bbbbbb')!;
  expect(relations).toMatchObject([
    { to: 'cccccc', kind: 'related', why: 'shares: “costs”, “pier”' },
  ]);
});

test('a quotation is not related to the claim around it', () =>
  expect(
    kinds(
      [
        claim('bbbbbb', 'She said we will keep the night ferry for ten years'),
        claim('cccccc', 'we will keep the night ferry for ten years', 'bbbbbb'),
      ],
      'bbbbbb',
    ),
  ).toEqual([]));

test('relations are mutual and do not depend on order', () => {
  const claims = [
    'We will keep the night ferry going',
    'The night ferry is going nowhere',
    'The pier is old',
    'The old pier will keep',
  ].map((text, i) => claim(`bbbbb${i}`, text));
  const forward = relateClaims(claims);
  const backward = relateClaims([...claims].reverse());
  for (const { id } of claims) expect(backward.get(id)).toEqual(forward.get(id));
  for (const [id, relations] of forward)
    for (const { to } of relations)
      expect(forward.get(to)!.some((back) => back.to === id)).toBe(true);
});

test('a claim of very many words is related as any other', () => {
  const long = Array.from({ length: 130_000 }, (_, i) => `w${i}`).join(' ');
  expect(kinds([claim('bbbbbb', long), claim('cccccc', `and ${long}`)], 'bbbbbb')).toEqual([
    'repeats cccccc',
  ]);
});

test('the order of its words makes no claim nearer', () => {
  const claims = [
    'pier ferry night harbour',
    'ferry harbour night pier',
    'harbour night pier ferry',
    'night pier bridge',
  ].map((text, i) => claim(`bbbbb${i}`, text));
  expect(kinds(claims, 'bbbbb3')).toEqual(['related bbbbb0', 'related bbbbb1', 'related bbbbb2']);
});
