/** Interviews and transcripts: who has the word, and what is a question. */
import { describe, expect, test } from 'vitest';
import { findClaims } from '../../src/engine/index.ts';
import { english } from '../../src/languages/en/index.ts';
import { asExpected, marked } from '../support/marked.ts';

const found = (source: string, interviewers: string[] = []) => {
  const { expected, ...input } = marked(source);
  const result = findClaims({ ...input, interviewers }, { pack: english, model: null });
  return { expected, claims: asExpected(input.text, result), result, text: input.text };
};

describe('turns', () => {
  test.each([
    [
      'labels on the first line of many paragraphs',
      `
Ann Lee: {Q Ann Lee:How is the bridge?}

Bob Ray: {A Bob Ray:It stands.}

{A Bob Ray:It has stood for a hundred years.}

Ann Lee: {Q Ann Lee:Will it stand for a hundred more?}

{Q Ann Lee:What do you need for that?}

Bob Ray: {A Bob Ray:Paint.}`,
    ],
    [
      'a paragraph that a page break cut',
      `
Ann Lee: {Q1 Ann Lee:How is the bridge, and who} 

~ {Q1:looks after it now?}

Bob Ray: {A Bob Ray:I do.}

Ann Lee: {Q Ann Lee:Since when?}

Bob Ray: {A Bob Ray:Since May.}`,
    ],
    [
      'a title before the name, and a longer name elsewhere',
      `
In this interview the engineer Robert Karl Ray talks to Ann Lee about the bridge.

Ann Lee: {Q Ann Lee:How is the bridge?}

Engineer Robert Ray: {A Robert Karl Ray:It stands.}

Ann Lee: {Q Ann Lee:Still?}

Engineer Robert Ray: {A Robert Karl Ray:Still.}`,
    ],
    [
      'a paper whose name begins with an article',
      `
She met us in her garden.

The New Almanac: {Q New Almanac:Why bees, of all things?}

Ida Berg: {A Ida Berg:Because they never ask why.}

The New Almanac: {Q New Almanac:You say that clocks make people ill. Why?}

Ida Berg: {A Ida Berg:Not all of them do.}`,
    ],
    [
      'a court',
      `
Q. {Q ?:Where were you?}

A. {A ?:At the harbour.}

Q. {Q ?:Did you see him?}

A. {A ?:Yes. By the crane.}

MR. DOYLE: {A Doyle:Objection, Your Honor.}

THE COURT: {A The court:Overruled. You may answer.}

THE WITNESS: {A The witness:He had a rope.}`,
    ],
    [
      'a press office, with no mark behind the letter',
      `
MS. ARLEN: {A Arlen:Good afternoon, everybody.}

Q {Q ?:Thank you. Will the President sign the bill?}

MS. ARLEN: {A Arlen:He will look at it.}

Q {Q ?:And the ferry?}

MS. ARLEN: {A Arlen:I don’t have anything on the ferry. (Laughter.)}`.replace(
        ' (Laughter.)}',
        '} (Laughter.)',
      ),
    ],
    [
      'questions without a label between answers with one',
      `
ECHO: {Q Echo:How long have you lived here?}

UNA MOSS: {A Una Moss:Forty years.}

{Q ?:Who will keep the light after you?}

{A Una Moss:Nobody has asked me that before.}

{A Una Moss:What would I do elsewhere? I would miss the sea.}

ECHO: {Q Echo:Thank you.}`,
    ],
    [
      'labels on answers alone',
      `
The keeper met us.

{Q ?:What did you see?}

Una Moss: {A Una Moss:A light.}

{A Una Moss:It was green.}

{Q ?:And then?}

Una Moss: {A Una Moss:Nothing at all.}`,
    ],
    [
      'a council, whose members ask no interview’s questions',
      `
CHAIR: {A Chair:The meeting will come to order.}

COUNCILLOR OBI: {A Obi:What will the pool cost?}

CLERK: {A Clerk:Two million.}

COUNCILLOR OBI: {A Obi:Who pays for it?}

CLERK: {A Clerk:The county does.}

(Applause)`,
    ],
    [
      'lists and notes inside answers',
      `
Echo: {Q Echo:What should the town do?}

Una Moss: {A Una Moss:(laughs) Three things:}

{A Una Moss:Build a wall}

{A Una Moss:Move the school}

[Editor's note: The school moved in May.]

Echo: {Q Echo:Is that all?}

Una Moss: (inaudible)`.replace('{A Una Moss:(laughs) ', '(laughs) {A Una Moss:'),
    ],
    [
      'names in capitals',
      `
LEE: {Q Lee:How is the bridge?}

RAY: {A Ray:It stands.}

LEE: {Q Lee:Still?}

RAY: {A Ray:Still.}`,
    ],
    [
      'time stamps behind the names',
      `
Ann Lee (00:01): {Q Ann Lee:How is the bridge?}

Bob Ray (00:04): {A Bob Ray:It stands.}

Ann Lee (00:09): {Q Ann Lee:Still?}

Bob Ray (00:12): {A Bob Ray:Still.}`,
    ],
    [
      'questions set in bold',
      `
* {Q ?:How is the bridge?}

{A ?:It stands.}

* {Q ?:Still?}

{A ?:Still. It will stand for a while.}

* {Q ?:And then?}

{A ?:Then we build another.}`,
    ],
    [
      'dashes',
      `
— {Q ?:How is the bridge?}

— {A ?:It stands.}

— {Q ?:Still?}

— {A ?:Still.}`,
    ],
    [
      'quotations inside a question',
      `
Ann Lee: {Q Ann Lee:Some say that {I Some:the bridge is old}. "{D Carl Moe:It was old when I was born,}" said the writer Carl Moe. Is it?}

Bob Ray: {A Bob Ray:It is.}

Ann Lee: {Q Ann Lee:The city’s envoy, Mr. Jan Holm, said {I Jan Holm:it would be rebuilt}. When?}

Bob Ray: {A Bob Ray:Soon.}`.replace('said {I Jan', 'said that {I Jan'),
    ],
    [
      'captions and subheadings stand aside',
      `
Ann Lee: {Q Ann Lee:How is the bridge?}

Bob Ray: {A Bob Ray:It stands.}

The bridge in 1911. Photo: City Archive

A matter of paint

Ann Lee: {Q Ann Lee:Still?}

Bob Ray: {A Bob Ray:Still.}`,
    ],
  ])('%s', (_, source) => {
    const { claims, expected } = found(source);
    expect(claims).toEqual(expected);
  });

  test('a news article with a stray label is no interview', () => {
    const { result } = found(
      'Note: The bridge is closed.\n\nAnn Lee said the bridge was safe.\n\nSource: City Archive',
    );
    expect(result.turns).toEqual([]);
  });

  test('an interviewer who never ends with a question mark is known by name', () => {
    const { result } = found(
      'Ann Lee: Tell me about the bridge.\n\nBob Ray: It stands.\n\nAnn Lee: Go on.\n\nBob Ray: Still.',
      ['Ann Lee'],
    );
    expect(result.turns.map((t) => t.kind)).toEqual(['question', 'answer', 'question', 'answer']);
  });

  test('labels are told with their place', () => {
    const { result, text } = found(
      'Ann Lee: How is the bridge?\n\nBob Ray: It stands.\n\nAnn Lee: Still?\n\nBob Ray: Still.',
    );
    expect(
      result.turns.map(
        (t) => `${t.number} ${t.kind} ${text.slice(t.label.start, t.label.end)} ${t.from}-${t.to}`,
      ),
    ).toEqual([
      '1 question Ann Lee 0-1',
      '2 answer Bob Ray 1-2',
      '3 question Ann Lee 2-3',
      '4 answer Bob Ray 3-4',
    ]);
  });
});
