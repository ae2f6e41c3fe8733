/** Names that are also small words, months, days or things: they are read as any other name. */
import { describe, expect, test } from 'vitest';
import { findClaims } from '../../../src/engine/index.ts';
import { english } from '../../../src/languages/en/index.ts';
import { asExpected, marked } from '../../support/marked.ts';

/** `X` is the last name; what is found with an ordinary one has to be found with each of the class. */
const LAST = (
  'May Will Day March April June August Long Rose Brown Young Grant Mark Pat Bill Frank Grace Hope Joy Faith ' +
  'Drew Chase Sue Rob Wood Green White Black Bush Rice Cook Baker Speaker Short Small Price Bond Banks Church ' +
  'Hall King Major Pope Bishop Case Best Said Law Judge Prince Stone West North East Wise Bell Fox Snow Winter ' +
  'Reed Ford Hill Lane Street Park Post House Love Gold Gray Moore Early Daily Do Can Jordan Ireland England London'
).split(' ');
/** First names of the class, and last names of it that may stand behind them. */
const FIRST = 'Will May April June August Mark Rose'.split(' ');
const SECOND = 'May Will Day June April March Rose'.split(' ');
const FRAMES = [
  '“{D X:We will keep the train,}” X said.',
  '“{D X:We will keep the train,}” said X.',
  'X said, “{D X:We will keep the train.}”',
  'X said: “{D X:We will keep the train.}”',
  'X said that {I X:the boat would stay}.',
  'X said {I X:the boat would stay}.',
  'X also said on Monday that {I X:the boat would stay}.',
  '{I X:The boat would stay}, X said.',
  '{I X:The boat would stay}, said X.',
  '{I X:The boat would stay}, according to X.',
  'According to X, {I X:the boat would stay}.',
  '“{D1 X:We will,}” X said, “{D1:keep the train.}”',
  'X, 34, said that {I X:the boat would stay}.',
  'X, who runs the boat, said that {I X:it would stay}.',
  'X told reporters that {I X:the boat would stay}.',
  'X asked {I X:whether the boat would stay}.',
  '“{D Nora X:We will keep the train,}” Nora X said.',
  '“{D Nora X:We will keep the train,}” said Nora X, 34.',
  'Nora X said that {I Nora X:the boat would stay}.',
  'Nora X, a ferry captain, said that {I Nora X:the boat would stay}.',
  'The captain, Nora X, said that {I Nora X:the boat would stay}.',
  'The captain Nora X said that {I Nora X:the boat would stay}.',
  'Prime Minister Nora X said that {I Nora X:the boat would stay}.',
  '“{D X:We will keep the train,}” Mr. X said.',
  'Mrs X said that {I X:the boat would stay}.',
  'Sen. X told reporters that {I X:the boat would stay}.',
  'Nora X runs the boat.\n\n“{D Nora X:We will keep the train,}” X said.',
  'Nora X runs the boat.\n\nX said that {I Nora X:the boat would stay}.',
  'Nora X runs the boat.\n\n“{D Nora X:We will keep the train,}” she said.',
  'But X said that {I X:the boat would stay}.',
  'When X said that {I X:the boat would stay}, the crowd left.',
  'X has said that {I X:the boat would stay}.',
  'X had told reporters that {I X:the boat would stay}.',
  'A spokesman for X said that {I A spokesman for X:the boat would stay}.',
  'Yesterday X said {I X:the boat would stay}.',
  'Later X said that {I X:the boat would stay}.',
  'Mara Obi quoted X as saying that {I X<Mara Obi:the boat would stay}.',
  'X denied that {I X:the boat would stay}.',
  'In a letter X wrote that {I X:the boat would stay}.',
  'Mara Obi told X that {I Mara Obi:the boat would stay}.',
  '“{D Mara Obi:We will keep the train,}” Mara Obi told X.',
];
/**
 * "Nora Said runs" is told by Nora, and papers are told things too: "told Post". The model takes some names for
 * verbs and nouns, and a mere denial is not enough against that.
 */
const OTHERWISE =
  /^(?:Said .*Nora X runs|(?:Fox|Post|Daily) .*told X|(?:Rose|Grant|Hope|Drew|Sue|Rob|Cook|Said|Ford) X denied)/s;

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

describe.each([
  ['by rules alone', true],
  ['with the model', false],
])('a last name that is also a word, %s', (_, rules) => {
  test.each(FRAMES)('%s', (frame) => {
    const wrong = LAST.filter((name) => {
      if (OTHERWISE.test(`${name} ${frame}`)) return false;
      const [got, expected] = found(frame.replaceAll('X', name), rules);
      return JSON.stringify(got) !== JSON.stringify(expected);
    });
    expect(wrong).toEqual([]);
  });
});

describe.each([
  ['by rules alone', true],
  ['with the model', false],
])('a first name that is also a word, %s', (_, rules) => {
  test.each(
    'May Will April June Can Jan Mark Grace Hope Faith Sue Rob Drew Chase Rose Pat'.split(' '),
  )('%s', (name) => {
    for (const frame of [
      '“{D X Obi:We will keep the train,}” said X Obi.',
      'X Obi said that {I X Obi:the boat would stay}.',
      'X Obi runs the boat.\n\n“{D X Obi:We will keep the train,}” Obi said.',
      'Lena Berg told X Obi that {I Lena Berg:the boat would stay}.',
    ]) {
      const [got, expected] = found(frame.replaceAll('X', name), rules);
      expect(got, frame).toEqual(expected);
    }
  });
});

describe.each([
  ['by rules alone', true],
  ['with the model', false],
])('a first and a last name that are both words, %s', (_, rules) => {
  test.each([
    '“{D X:We will keep the train,}” X said.',
    '“{D X:We will keep the train,}” said X.',
    '“{D X:We will keep the train,}” said X, 22.',
    '“{D X:We will keep the train,}” said X, a ferry captain.',
    'X said: “{D X:We will keep the train.}”',
    'X told the council: “{D X:We will keep the train.}”',
    'X told reporters that {I X:the boat would stay}.',
    'But X said that {I X:the boat would stay}.',
    'According to X, {I X:the boat would stay}.',
    'The captain, X, said that {I X:the boat would stay}.',
  ])('%s', (frame) => {
    const wrong = FIRST.flatMap((first) => SECOND.map((second) => `${first} ${second}`)).filter(
      (name) => {
        const [first, second] = name.split(' ');
        if (first === second) return false;
        const [got, expected] = found(frame.replaceAll('X', name), rules);
        return JSON.stringify(got) !== JSON.stringify(expected);
      },
    );
    expect(wrong).toEqual([]);
  });
});

test.each(['Will', 'May', 'Day', 'March'])('%s before a colon has the words behind it', (name) => {
  const [got, expected] = found(
    `The hall was full.\n\n${name}: “{D ${name}:We will keep the train and the boat.}”`,
    false,
  );
  expect(got).toEqual(expected);
});

describe('the same words as words', () => {
  test.each([
    ['a month', 'In May she said that {I ?:the boat would stay}.'],
    [
      'a month beside a month',
      'In April and May Lena Berg said that {I Lena Berg:the boat would stay}.',
    ],
    [
      'a month before the subject',
      'Last March Lena Berg said that {I Lena Berg:the boat would stay}.',
    ],
    ['a month after the cue', 'Lena Berg said in May that {I Lena Berg:the boat would stay}.'],
    ['a date after the cue', '“{D Lena Berg:We will,}” Lena Berg, the mayor, said March 5.'],
    ['a day after the cue', 'Lena Berg said Friday that {I Lena Berg:the boat would stay}.'],
    ['a day at the head', 'Friday, Lena Berg said that {I Lena Berg:the boat would stay}.'],
    [
      'a day before the subject',
      'Early Monday Lena Berg said that {I Lena Berg:the boat would stay}.',
    ],
    ['a month before a name', 'In April May Berg said that {I May Berg:the boat would stay}.'],
    ['two words in a question', '“{D Lena Berg:Will May be dry?}” Lena Berg asked.'],
    ['a month behind a verb', 'Will June bring rain? “{D Lena Berg:It will,}” Lena Berg said.'],
    ['months in a row', 'In May, June and July, Lena Berg said {I Lena Berg:the boat would stay}.'],
    ['a holiday', 'On Labor Day Lena Berg said that {I Lena Berg:the boat would stay}.'],
    ['a question in marks', '“{D ?:Will you come?}” he said.'],
    ['a question', 'Will the boat stay? “{D Lena Berg:It will,}” Lena Berg said.'],
    [
      'a thing',
      'The grant, Lena Berg said, was spent.'
        .replace('The grant', '{I1 Lena Berg:The grant}')
        .replace('was spent', '{I1:was spent}'),
    ],
    ['an adverb', 'Still, Lena Berg said that {I Lena Berg:the boat would stay}.'],
    ['a word before people', 'More people said that {I More people:the boat would stay}.'],
    ['a house', 'The White House said that {I White House:the boat would stay}.'],
    [
      'both in one text',
      'Theresa May said that {I Theresa May:the boat would stay}. In May she said {I Theresa May:it would go}.',
    ],
  ])('%s', (_, source) => {
    for (const rules of [true, false]) {
      const [got, expected] = found(source, rules);
      expect(got).toEqual(expected);
    }
  });
});
