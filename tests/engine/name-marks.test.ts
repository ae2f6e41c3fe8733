/** Marks that are letters of a name, beside the same marks around quotations. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findClaims } from '../../src/engine/index.ts';
import { english } from '../../src/languages/en/index.ts';
import { nameMarksOf, spelledOut } from '../../src/engine/name-marks.ts';
import { asExpected, marked } from '../support/marked.ts';

const found = (source: string, rules: boolean) => {
  const { expected, ...input } = marked(source);
  return [
    asExpected(
      input.text,
      findClaims(input, rules ? { pack: english, model: null } : { pack: english }),
    ),
    expected,
  ];
};

const NAMES = (
  "ʿAli ʿAbd ʾAhmad ‘Ali ’Ali 'Ali `Ali ‘Umar 'Umar ‘Abadi ’Abd ’Ndrangheta ‘Ā’isha ʻAumua Sa‘d Sa’d Sa'd Sa`d Saʿd " +
  "Sa´d O‘Neill O’Neill O'Neill O`Neill Oʼneill D‘Arcy M’Bala N‘Golo Shi‘a Qur’an Nu‘man Isma‘il Isma‛il Ismaʽil " +
  'Hawai‘i Ka‘ahumanu al-‘Abadi al-ʿAbadi al-’Abadi al-Sa‘di el-‘Adl Rabi‘ Rabiʿ al-Rabi‘ Ta‘'
).split(' ');

describe.each([
  ['by rules alone', true],
  ['with the model', false],
])('a name with a mark, %s', (_, rules) => {
  test.each([
    '“{D X:We will keep the train,}” X said.',
    '“{D X Hassan:We will keep the train,}” said X Hassan.',
    'X Hassan said that {I X Hassan:the boat would stay}.',
    'Nora X, a captain, said that {I Nora X:the boat would stay}.',
    'The captain, X Hassan, said that {I X Hassan:the boat would stay}.',
    'According to X Hassan, {I X Hassan:the boat would stay}.',
    'Mara Obi told X that {I Mara Obi:the boat would stay}.',
    'X Hassan runs the boat.\n\n“{D X Hassan:We will keep the train,}” Hassan said.',
    'Nora X runs the boat.\n\n“{D Nora X:We will keep the train,}” X said.',
    '“{D Mara Obi:We met X there,}” Mara Obi said.',
    '‘{D X:We will keep the train,}’ X said.',
    '‘{D X Hassan:We will keep the train,}’ said X Hassan.',
    "'{D X Hassan:We will keep the train,}' said X Hassan.",
    "X Hassan said: '{D X Hassan:We will keep the train.}'",
    '‘{D Mara Obi:We met X Hassan there,}’ Mara Obi said.',
    '‘{D1 X:We will,}’ X said, ‘{D1:keep the train.}’',
    'Said X Hassan: “{D X Hassan:We stay.}” “{D Mara Obi:No,}” said Mara Obi.',
    'X Hassan said: “{D X Hassan:We stay.}” “{D Mara Obi:No,}” said Mara Obi.',
  ])('%s', (frame) => {
    const wrong = NAMES.filter((name) => {
      const [got, expected] = found(frame.replaceAll('X', name), rules);
      return JSON.stringify(got) !== JSON.stringify(expected);
    });
    expect(wrong).toEqual([]);
  });
});

describe('quotations in single marks', () => {
  test.each([
    '‘{D ?:We will,}’ he said.',
    '‘{D ?:All of us will stay,}’ he said.',
    '‘{D ?:Ali is gone,}’ he said.',
    '‘{D ?:Obama is gone,}’ he said.',
    "'{D ?:Obama is gone,}' he said.",
    '‘{D ?:Omar’s boat is gone,}’ he said.',
    'He said: ‘{D ?:Athens is the boys’ town.}’',
    '’{D Ann Lee:Obama is gone,}’ said Ann Lee.',
    '“{D Ann Lee:They call it ‘Airport One’ there,}” Ann Lee said.',
    '‘{D1 Ann Lee:Iraq,}’ Ann Lee said, ‘{D1:is far away.}’',
    'The ‘Islamic’ boat left. ‘{D Ann Lee:Ireland is near,}’ Ann Lee said.',
  ])('%s', (source) => {
    for (const rules of [true, false]) {
      const [got, expected] = found(source, rules);
      expect(got).toEqual(expected);
    }
  });
});

describe('marks', () => {
  test.each([
    ['Sa‘d met ‘Ali.', [2, 9]],
    ['He said‘We will’.', []],
    ['the all-‘Star’ team', []],
    ['‘Ali and ‘Umar left,’ she said.', [9]],
    ['in the ’90s, ’twas', []],
    ['’t Hooft', [0]],
  ])('%s', (text, at) => {
    expect([...nameMarksOf(text, english.marks)]).toEqual(at);
  });

  test('spelled out, a text is as long as before, and has letters where the marks stood', () => {
    expect(spelledOut('Sa‘d met ‘Ali and ʿAbd al-‘Abadi.', english.marks)).toBe(
      'Sahd met Hali and Habd al-Habadi.',
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('‘', '’', "'", '`', 'ʿ', 'A', 'li', ' ', 'al-', 'É', 'İ', '.', '\n'),
        ),
        (list) => {
          const text = list.join('');
          expect(spelledOut(text, english.marks)).toHaveLength(text.length);
        },
      ),
    );
  });
});
