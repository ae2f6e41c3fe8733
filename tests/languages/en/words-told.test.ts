/** The right words and no more: what is somebody's claim, and what beside it is the writer's or nobody's. */
import { describe, expect, test } from 'vitest';
import { findClaims } from '../../../src/engine/index.ts';
import { scanParagraphs } from '../../../src/engine/marks.ts';
import { withUnmarked } from '../../../src/engine/marks/unmarked.ts';
import { english } from '../../../src/languages/en/index.ts';
import { markReader } from '../../../src/languages/en/marks.ts';
import { asExpected, marked } from '../../support/marked.ts';

/** With the model and without it, the claims are those written in the text, no more and no less. */
const check = (source: string) => {
  const { expected, ...input } = marked(source);
  for (const options of [{ model: null }, {}])
    expect(
      asExpected(input.text, findClaims(input, { pack: english, ...options })),
      'model' in options ? 'by the rules alone' : 'with the model',
    ).toEqual(expected);
};

describe('a question put to somebody is nobody’s, and the answer is kept', () => {
  test.each([
    ['asked', 'Asked, “Did you know?” Mayor Tove Lind replied: “{D Tove Lind:Yes, I did.}”'],
    ['when asked', 'When Kerr was asked, “Why now?” Jon Ek responded: “{D Jon Ek:Why not now?}”'],
    [
      'with a noun',
      'Confronted with the question “Where is the money?” treasurer Lou Finn replied, “{D Lou Finn:I cannot say.}”',
    ],
    [
      'in a sentence before',
      'Tove Lind was asked, “Do you regret it?” Lind said: “{D Tove Lind:Every day of it.}”',
    ],
    ['told without marks', 'Asked, “Is it over?” Una Rusk said {I Una Rusk:it was not}.'],
    [
      'with what was quoted',
      'Pressed on whether he was “in charge,” Bo Holm said, “{D Bo Holm:I was not.}”',
    ],
    ['with who asked', 'Mara Obi asked the court, “{D Mara Obi:Who signed it?}” Tom Brill left.'],
    ['after the question', 'Asked why, Tove Lind said: “{D Tove Lind:Why not now?}”'],
  ])('%s', (_, source) => check(source));

  test('and whoever is asked is not the one who asks', () => {
    const { expected, ...input } = marked(
      'When asked {I ?:whether he would raise money for the party}, Bo Lindh said, “{D Bo Lindh:I will not.}”',
    );
    expect(asExpected(input.text, findClaims(input, { pack: english }))).toEqual(expected);
  });
});

describe('“according to” in mid-sentence', () => {
  test.each([
    [
      'ends before the writer’s clause',
      '{M passengers:The ferry was “a floating coffin”} according to passengers, but the owner sold it in June.',
    ],
    ['so', '{M pupils:The soup was “barely warm”} according to pupils, so the cook left.'],
    ['yet', '{I the union:The mine is unsafe} according to the union, yet it opened on Monday.'],
    [
      'while',
      '{I the agency:The dam held}, according to the agency, while the village was flooded.',
    ],
  ])('%s', (_, source) => check(source));
});

describe('a participle or a noun is no verb of saying', () => {
  test.each([
    ['value', 'The estimated value is $4.3 million.'],
    ['accused', 'The accused then broke two windows of the car.'],
    ['cases', 'The widely reported cases doubled in May.'],
    ['money', 'The promised money never came.'],
    ['storm', 'The predicted storm passed north of the city.'],
    ['number', 'An estimated 400 people marched.'],
    ['cars', 'The recalled cars were repaired.'],
    ['as a subject', 'The accused said {I The accused:he was at home}.'],
    [
      'in a subject',
      'A widely quoted expert told the paper {I A widely quoted expert:it was too late}.',
    ],
  ])('%s', (_, source) => check(source));
});

describe('a quotation of several paragraphs keeps every one of them', () => {
  test.each([
    [
      'behind a colon',
      `
Ole Dahl said: "{D Ole Dahl:The wells are dry.}

"{D Ole Dahl:We dug three more last year and they are dry too.}

"{D Ole Dahl:Nobody will buy this land now.}"`,
    ],
    [
      'behind an attribution',
      `
“{D Bo Lindh:It was cold,}” Bo Lindh said. “{D Bo Lindh:We had no tents.}

“{D Bo Lindh:Then the snow came.}

“{D Bo Lindh:We burned the chairs.}”`,
    ],
    [
      'in single marks',
      `
Kai Dorn wrote: ‘{D Kai Dorn:We left at dawn.}

‘{D Kai Dorn:The road was gone.}

‘{D Kai Dorn:We walked for two days.}’`,
    ],
  ])('%s', (_, source) => check(source));
});

describe('the whole clause is taken, on both sides of its attribution', () => {
  test.each([
    [
      'behind a time',
      'Eino Viljo said in the night, long before dawn, {I Eino Viljo:he got a letter that the mill had burned}.',
    ],
    [
      'behind an occasion',
      'Bo Lindh said in a letter to the mayor, who had asked for it, that {I Bo Lindh:the mill had burned}.',
    ],
    [
      'ago',
      '{I1 Bo Lindh:Ten winters ago}, Bo Lindh said, {I1:the old mill gave work to half of the village}.',
    ],
    [
      'last',
      '{I1 Mara Obi:Last spring}, Mara Obi recalled, {I1:nobody believed the figures that the firm printed}.',
    ],
    ['these', '{I1 Jon Ek:These days}, Jon Ek says, {I1:the young leave as soon as they can}.'],
    [
      'and no apposition',
      '{I Mara Obi:Both boats leak}, said Mara Obi, the mayor of Bergen, on 3 May 2018.',
    ],
  ])('%s', (_, source) => check(source));
});

describe('a name on a label', () => {
  test.each([
    ['in bold', '**Mara Obi:**“{D Mara Obi:It will run.}”'],
    ['with who she is', 'Mara Obi, 54, engineer: “{D Mara Obi:It will run.}”'],
    ['is no title', 'Mara Obi: “The Long Road Home”'],
  ])('%s', (_, source) => check(source));
});

describe('words in marks within another’s report are claims within a claim', () => {
  test.each([
    [
      'behind a colon',
      'Nina Hult said {M Nina Hult:the foreman told the crew: “{D the foreman<Nina Hult:Leave the tools.}”}',
    ],
    [
      'behind “that”',
      'Ida Moen claimed that {M Ida Moen:her landlord wrote to her: “{D her landlord<Ida Moen:You have a week.}”}',
    ],
    ['but not those of whoever reports', 'Bo Berg said {M Bo Berg:he told the crew: “Leave.”}'],
    ['nor a name for something', 'Bo Berg said {M Bo Berg:the nurse called the ward “a mess”}.'],
  ])('%s', (_, source) => check(source));
});

describe('the line of place and date is no part of the claim', () => {
  test.each([
    [
      'two places, a date and an agency',
      'VIK/OSTHAM, May 12 (Bay Wire) - {I the coast guard:Two ships collided on Monday}, the coast guard said.',
    ],
    [
      'a state',
      'NEW VIK, N.Y. - {I the coast guard:Two ships collided on Monday}, the coast guard said.',
    ],
    ['a colon', 'VIK: {I the coast guard:Two ships collided on Monday}, the coast guard said.'],
    [
      'a date and a colon',
      'Vik, June 3: {I the coast guard:Two ships collided on Monday}, the coast guard said.',
    ],
    [
      'a land in brackets',
      'Vik (Norland), 4 January 2021 – {I the coast guard:Two ships collided on Monday}, the coast guard said.',
    ],
  ])('%s', (_, source) => check(source));
});

describe('words without marks behind a colon are a block', () => {
  test.each([
    [
      'of one paragraph',
      `
Kai Dorn tweeted:

{D Kai Dorn:Nobody warned us. Not the city, not the state.}

The fire went on until Monday.`,
    ],
    [
      'of several in the first person',
      `
In a letter to the board, Vera Holm wrote:

{D Vera Holm:I resign as of today.}

{D Vera Holm:I thank my staff.}

The board met on Monday.`,
    ],
    [
      'but not where nobody says anything',
      `
Read more:

The bridge is safe.`,
    ],
    [
      'nor where another says it',
      `
Kai Dorn tweeted:

{I Bo Lindh:The road is closed}, Bo Lindh said.`,
    ],
  ])('%s', (_, source) => check(source));
});

describe('an attribution within a clause tells that clause', () => {
  test.each([
    [
      'behind “who”',
      'A jury found Tom Berg guilty of killing a man who, prosecutors said, {I prosecutors:had done nothing worse than drive too slowly}.',
    ],
    [
      'behind the title of a book',
      'In “The Weight of Rivers”, the historian Ada Krol argues that {I Ada Krol:the town was built by millers}.',
    ],
    [
      'at the end of what another is called',
      'Oleg Dravin called {M Oleg Dravin:the move “an act of war”}, state television reported.',
    ],
    [
      'behind an hour',
      'A yellow warning covers the hills from 3am. {I forecasters:Up to 8cm could fall}, forecasters said.',
    ],
  ])('%s', (_, source) => check(source));
});

describe('what stands between the words and whoever says them', () => {
  test.each([
    [
      'an age, and an hour without a name',
      '“{D Ann Lee:It rolled to the sink,}” Ann Lee, 66, said one recent morning.',
    ],
    [
      'a semicolon',
      'Ann Lee left him in 1966; “{D Ann Lee:he loved anything that floated,}” Ann Lee explained later.',
    ],
    ['a verb of no saying', '“{D Ann Lee:It’s a disgrace,}” Ann Lee fumed.'],
    ['nothing that is told', 'Acme denies it. “{D Ann Lee:Go away,}” Ann Lee said.'],
    ['a work', 'In the last part of “Cold Rivers,” Ann Lee talks about fish.'],
  ])('%s', (_, source) => check(source));
});

describe('nobody’s words', () => {
  test.each([
    [
      'a trade',
      'Hanna Brook owns the printing and branding firm behind the “Row with us” posters.',
    ],
    ['how many said it', 'In the valley the share who said they owned a boat fell to a third.'],
    [
      'a message that is repeated',
      'I hear that one, weary message repeated from every deck: The tide is late.',
    ],
    ['what the writer notes', 'It’s worth noting, though, that the map is old.'],
    ['another clause', 'Brook confessed to the theft and the judge went home early that day.'],
    [
      'a heading behind a colon',
      'Here is what the first guests say:\n\nWhere Does The Ferry Go?\n\nThe ferry is new.',
    ],
    [
      'a name of a thing',
      'One of the prints, a sketch called “Low Tide, Halden Quay,” was sold at once.',
    ],
    ['a name that somebody takes', 'One sailor has labelled himself a Floating Library.'],
    [
      'a question within a sentence',
      'Orme and Brand only then heard who had built it, and were “astonished” by it.',
    ],
    [
      '“that” far from a weak verb',
      'They begin to slow down at about four — sooner than the six that the boats keep to.',
    ],
    ['a phrase with “that”', 'Most sailors, in my view, ask that level of detail.'],
    [
      'a book in which all is told',
      'Brandon tells it all in his memoir, “The Long Net: A Life at Sea.”',
    ],
    ['how well something is told', 'The feud is best explained by a map, which hangs in the hall.'],
    ['what a crew asked for', 'When the ferry was late, the crew asked for help.'],
    [
      'a drawing that is shown',
      'Well, here’s a sketch of the parts that come with it:\n\nThey are tiny and cheap.',
    ],
  ])('%s', (_, source) => check(source));
});

test('a number that begins with its point is one word', () => {
  check('{I inspectors:Brand kept a rusty .38-caliber pistol in his boat}, inspectors said.');
});

test('what stands in brackets shares nothing with what follows them', () => {
  const source =
    'A survey has other numbers (31 percent of rowers say {I 31 percent of rowers:they want it}), but also adds {I ?:that most want a lock}.';
  const { expected, ...input } = marked(source);
  const found = asExpected(input.text, findClaims(input, { pack: english, model: null }));
  expect(found.map(({ speaker }) => speaker)).not.toEqual([
    '31 percent of rowers',
    '31 percent of rowers',
  ]);
  expect(found[0]).toEqual(expected[0]);
});

test('words before “said while …”', () => {
  check('{I Tom Cole:The boats had sailed}, Tom Cole said while visiting a fair in Ayr.');
});

describe('a text that lost all its marks', () => {
  test.each([
    [
      'what an attribution breaks off, with the sentences before it and behind it',
      `The ferry was late again on Monday.

{D Mara Obi:We waited for an hour. I think we will wait tomorrow,} said Mara Obi, who keeps the landing stage. {D Mara Obi:We are used to it.}

{D Tom Brill:You cannot run a boat on promises,} Tom Brill told the council.`,
    ],
    [
      'a question and who asks it',
      `{D Una Rusk:Why are we still paying for this?} Una Rusk asked.

{D Una Rusk:It’s our money, and I want it back,} Rusk added.`,
    ],
    [
      'what is introduced, to where the narrator goes on',
      `Mara Obi said, {D Mara Obi:In many ways we are a village. We look after our own.} The council meets in May.

{D Tom Brill:I would not bet on it,} Tom Brill said.`,
    ],
    [
      'a paragraph that a colon introduces',
      `Mara Obi went on:

{D Mara Obi:You look at the tide tables. You see who is in charge.}

{D Tom Brill:I would not bet on it,} Tom Brill said. {D Tom Brill:Ask my mother.}`,
    ],
  ])('%s', (_, source) => check(source));

  test.each([
    [
      'one person who talks may be quoted without marks by a writer’s choice',
      'I am a ferryman, said Tom Brill. It rained on us all day.',
    ],
    [
      'single marks are the text’s own',
      `‘We waited for an hour,’ said Mara Obi. We all did.

‘I would not bet on it,’ Tom Brill said. You may know him.`,
    ],
    [
      'a text with marks has not lost them',
      `“We waited for an hour,” said Mara Obi. We all did.

I would not bet on it, Tom Brill said. You may know him.

You cannot run a boat on promises, Una Rusk said. I asked her why.`,
    ],
  ])('%s', (_, text) => {
    const input = marked(text);
    const scans = scanParagraphs(input.text, input.paragraphs, markReader);
    expect(withUnmarked(input.text, input.paragraphs, scans, markReader)).toBe(scans);
  });

  test('is told so once, at the first of them', () => {
    const { expected, ...input } =
      marked(`{D Mara Obi:We waited for an hour,} said Mara Obi. {D Mara Obi:We all did.}

{D Tom Brill:You cannot run a boat on promises,} Tom Brill said.`);
    const { doubts } = findClaims(input, { pack: english });
    expect(doubts.map(({ kind, start }) => [kind, start])).toEqual([
      ['marks-lost', expected[0]?.at[0]?.[0]],
    ]);
  });

  test('in an interview nobody needs marks', () => {
    const input = marked(`Q: {Q ?:Why now?}

A: {A ?:I told them we will pay, they said. You know them.}

Q: {Q ?:And your mother?}

A: {A ?:We should go, she said. I went with her.}`);
    const { claims } = findClaims(input, { pack: english });
    expect(claims.filter(({ type }) => type === 'direct')).toEqual([]);
  });
});
