/** Where the words of an attribution begin and end: a text for each turn that its clause may take. */
import { describe, expect, test } from 'vitest';
import { findClaims } from '../../../../src/engine/index.ts';
import { english } from '../../../../src/languages/en/index.ts';
import { asExpected, marked } from '../../../support/marked.ts';

/** What the rules alone find is what is written in the text, no more and no less. */
const check = (source: string) => {
  const { expected, ...input } = marked(source);
  expect(asExpected(input.text, findClaims(input, { pack: english, model: null }))).toEqual(
    expected,
  );
};

describe('words on both sides', () => {
  test.each([
    ['neither enough alone', '{I1 Ann Lee:The harbour}, Ann Lee said, {I1:would freeze by May}.'],
    ['a link of the writer', 'Still, {I Ann Lee:the harbour is open}, Ann Lee said.'],
    ['an adverbial before', '{I1 Ann Lee:On Monday}, Ann Lee said, {I1:the harbour had frozen}.'],
    ['a clause with “as”', 'As Ann Lee said, {I Ann Lee:the harbour had frozen}.'],
    ['part of a sentence in marks', '{M Ann Lee:It was “a mess of the worst kind,”} Ann Lee said.'],
  ])('%s', (_, source) => check(source));
});

describe('words behind the verb', () => {
  test.each([
    ['a time between', 'Ann Lee said on Monday that {I Ann Lee:the harbour had frozen}.'],
    ['an adverb between', 'Ann Lee said flatly: “{D Ann Lee:We will never pay.}”'],
    [
      'what was said as the subject',
      'What Ann Lee said was that {I Ann Lee:the harbour had frozen}.',
    ],
    ['whoever was asked', 'Ann Lee asked them {I Ann Lee:whether the harbour had frozen}.'],
    ['a wish to be heard', 'Ann Lee asked to be heard in the hall.'],
    ['an action behind', 'Ann Lee said “{D Ann Lee:We will never pay}” and left the hall.'],
    [
      'a source with an apposition',
      'According to Ann Lee, the mayor, {I Ann Lee:the harbour had frozen}.',
    ],
    [
      'a source with a relative clause',
      'According to Ann Lee, who was there, {I Ann Lee:the harbour had frozen}.',
    ],
    [
      'a quotation far behind the verb',
      'Said Ann Lee, who was there: “{D Ann Lee:We saw it freeze.}”',
    ],
    [
      'the verb in a clause of its own',
      'Ann Lee, who said {I Ann Lee:the harbour had frozen}, left the hall.',
    ],
    [
      'an aside of the writer',
      'Ann Lee said {I Ann Lee:the harbour had frozen} — a thing nobody had seen before.',
    ],
  ])('%s', (_, source) => check(source));
});

describe('the subject', () => {
  test.each([
    ['shared with a verb before', 'Ann Lee stood up and said {I Ann Lee:the harbour had frozen}.'],
    [
      'of an earlier verb of three',
      'Ann Lee stood up, looked round and said {I Ann Lee:the harbour had frozen}.',
    ],
    ['that is a count', '{I a count:Ann Lee leads by 271 votes} according to a count.'],
    ['at “concluded by saying”', 'Ann Lee concluded by saying {I Ann Lee:the harbour had frozen}.'],
    [
      'as owner of a noun',
      'Ann Lee’s claim that {I Ann Lee:the harbour had frozen} was in every paper.',
    ],
    [
      'as owner with a word between',
      'Ann Lee’s latest claim that {I Ann Lee:the harbour had frozen} was in every paper.',
    ],
    ['with “they”', 'Ann Lee and Bob Kerr say {I Ann Lee and Bob Kerr:the harbour had frozen}.'],
    [
      'behind a place and a date',
      'MOSCOW, July 5 — Ann Lee said {I Ann Lee:the harbour had frozen}.',
    ],
    ['behind an agency', 'NEW YORK (AFP) – Ann Lee said {I Ann Lee:the harbour had frozen}.'],
    [
      'behind a quotation that only describes',
      'Asked about the “old days,” Ann Lee said {I Ann Lee:the harbour had been open then}.',
    ],
    [
      'asked a thing that another said',
      'Asked whether she would go, Ann Lee said {I Ann Lee:the harbour had frozen}.',
    ],
    [
      'behind whom the words were told to',
      'Citing “bad weather,” Ann Lee said that {I Ann Lee:the harbour had frozen}.',
    ],
  ])('%s', (_, source) => check(source));
});

describe('no words of anybody', () => {
  test.each([
    ['a name in marks', 'Ann Lee wrote of a phenomenon called “harbour ice”.'],
    ['a title', 'In her novel, “The Long Road”, Ann Lee crosses the harbour.'],
  ])('%s', (_, source) => check(source));
});
