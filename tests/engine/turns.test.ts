/** Interviews and transcripts: who has the word, and what is a question. */
import { describe, expect, test } from 'vitest';
import { findClaims } from '../../src/engine/index.ts';
import { english } from '../../src/languages/en/index.ts';
import { asExpected, marked } from '../support/marked.ts';

const found = (
  source: string,
  interviewers: string[] = [],
  head: { title?: string; authors?: string[] } = {},
) => {
  const { expected, ...input } = marked(source);
  const result = findClaims({ ...input, ...head, interviewers }, { pack: english, model: null });
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
      'an excerpt of minutes in which hardly anybody speaks twice',
      `
COUNCILMEMBER OSTROW: {A Ostrow:I move that we adjourn.}

MAYOR LUNT: {A Lunt:Is there a second?}

COUNCILMEMBER TEAL: {A Teal:Second.}

(Laughter)

CLERK: {A Clerk:The time is nine forty.}

MEMBER OF THE PUBLIC: {A Member of the public:May I still speak?}`,
    ],
    [
      'labels in capitals, an office among them, where nobody asks or says who he is',
      `
MS. LUNT: {A Lunt:Thank you, Chair.}

THE CHAIR: {A The chair:Go ahead.}

MS. LUNT: {A Lunt:The weirs are shut.}

THE CHAIR: {A The chair:Noted.}`,
    ],
    [
      'an excerpt of a debate',
      `
The Speaker: {A The Speaker:Order. Questions to the Minister for Rivers.}

Mr. Piers Osgood (Tarnmouth): {A Piers Osgood:Will the minister say how many weirs were closed?}

The Minister for Rivers (Ms. Vera Lunt): {A Vera Lunt:Eleven. I stand by the figure.}

Mr. Osgood: {A Piers Osgood:She told us nine.}`,
    ],
    [
      'a heading and a by-line above questions',
      `
Interview with Vera Lunt

By Nora Osgood

Q: {Q Nora Osgood:What do you carve?}

A: {A Vera Lunt:Spoons. Only spoons.}

Q: {Q Nora Osgood:Why spoons?}

A: [laughs] {A Vera Lunt:I had no larger wood.}`,
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
      'what a clerk notes of somebody, as a sentence',
      `
Q: {Q ?:Where was the barge?}

A: {A1 ?:By the weir.} (Witness weeping.) {A1:It had sunk.}

Q: {Q ?:Who saw it?}

A: {A2 ?:My aunt (I wept when she told me).} [She walks to the window.] {A2:Nobody else did.} (The witness stood up.)`,
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
    [
      'a broadcast, with roles and places behind the names',
      `
DANA FROST, HOST: {Q Dana Frost:The bridge is closed. Rick, what are you seeing?}

RICK DOYLE, CORRESPONDENT: {A Rick Doyle:Hundreds of cars are stuck.}

(BEGIN VIDEOTAPE)

DOYLE (on camera): {A Rick Doyle:Engineers found cracks.}

UNIDENTIFIED MALE: {A Unidentified male:I want to get home.}

ILSE BRANDT, MAYOR OF VALMER: {A Ilse Brandt:We have waited too long.}

FROST: {Q Dana Frost:And when will it open?}

DOYLE: {A Rick Doyle:Nobody knows.} (CROSSTALK)`,
    ],
    [
      'a parliament, with seats and times behind the names',
      `
The SPEAKER (10.02 am): {A The SPEAKER:The house will come to order.}

Mr DOYLE (Kew) (10.42 am): {A Doyle:When will the crane be repaired?}

Ms ARLEN (Minister for Ports) (10:43 am): {A Arlen:It was repaired in August.}

Honourable members interjecting.

The SPEAKER: {A The SPEAKER:Order! The member is entitled to hear the answer.}

Mr DOYLE: {A Doyle:Who paid for it?}`,
    ],
    [
      'a congress, which sets a stop behind the names',
      `
Chairman COLE. {A Cole:The committee will come to order.}

Senator PATEL. {A Patel:When did you first hear of the crack?}

Mr. HAYES. {A Hayes:In August, from the crew.}

[The prepared statement of Mr. Hayes follows:]

Senator PATEL. {A Patel:And you did nothing?}

Mr. HAYES. {A Hayes:That is not correct.}`,
    ],
    [
      'speakers who are numbered',
      `
SPEAKER 1: {Q Speaker 1:Can you state your name?}

SPEAKER 2: {A Speaker 2:Ana Ruiz.}

SPEAKER 1: {Q Speaker 1:And you work at the port?}

SPEAKER 2: {A1 Speaker 2:I did, until May.} [pause] {A1:They let me go.}

SPEAKER 3: {A Speaker 3:Objection.}`,
    ],
    [
      'who examines a witness',
      `
THE COURT: {A The court:Call your witness.}

BY MR. DOYLE:

Q. {Q Doyle:Where were you?}

A. {A ?:At the harbour.}

CROSS-EXAMINATION

BY MS. PARK:

Q. {Q Park:It was dark, was it not?}

A. {A ?:There is a lamp.}

THE COURT: {A The court:You may step down.}`,
    ],
    [
      'a host who says his name',
      `
[00:00:04] Host: {Q Mia Dale:Welcome. I'm Mia Dale.}

[00:00:12] Emil Novak: {A Emil Novak:Good to be here.}

[00:00:15] Mia Dale: {Q Mia Dale:Why are the eels dying?}

[00:01:02] Emil Novak: {A Emil Novak:The water is (inaudible) since May.}`,
    ],
    [
      'what else is set in bold between questions',
      `
* {Q ?:How did you come here?}

{A ?:By accident.}

* {Q ?:And you stayed for forty years.}

{A ?:Nobody came to relieve me.}

* {Q ?:What was the worst night?}

{A ?:The storm.}

* {Q ?:Do you miss the town?}

{A ?:No.}`,
    ],
    [
      'questions that nothing sets apart, with answers in the first person',
      `
Tomas Reed runs the last ferry on the sound.

{Q ?:How do you feel about the last crossing?}

{A Tomas Reed:Sad. I have done it eleven thousand times.}

{Q ?:What will you do on Monday?}

{A Tomas Reed:I will sleep.}

{Q ?:Is the bridge a mistake?}

{A Tomas Reed:I would not say so.}`,
    ],
    [
      'a pull quote, which is said once',
      `
Jan Petrie: {Q Jan Petrie:How did you come here?}

Una Moss: {A Una Moss:By accident. I thought it would be a week, and it became a life.}

“I thought it would be a week, and it became a life”

Jan Petrie: {Q Jan Petrie:Did you want to leave?}

Una Moss: {A Una Moss:Every day.}`,
    ],
  ])('%s', (_, source) => {
    const { claims, expected } = found(source);
    expect(claims).toEqual(expected);
  });

  test('what stands without a label before the same label again is put to whoever has it', () => {
    const { claims } = found(
      [
        'Ferryline: Your goats are known in three valleys. Is that so?',
        'Obing: Jens and I met again. He asked me to help, and I said yes.',
        'When did you know that it would work?',
        'Obing: On the day of the fair. I slept well that night.',
        'Some call Jens a dreamer. Is he one?',
        'Obing: He is a baker, and up at four.',
        'Will you keep sheep as well?',
        'Obing: I would like to.',
      ].join('\n\n'),
    );
    const said = claims.filter(({ speaker }) => speaker === 'Obing');
    expect(said.map(({ type }) => type)).toEqual(['answer', 'answer', 'answer', 'answer']);
    expect(claims.filter(({ type, speaker }) => type === 'question' && !speaker)).toHaveLength(3);
  });

  test('a dialogue that an article tells does not take the rest of it', () => {
    const rest = [
      'And yet I kept the goats.',
      'May 2009: A friend said that nobody buys cheese.',
      'June 2010: I bought a second barn.',
      'It burned.',
      'I built a third.',
      'It stands.',
      'The goats are well.',
      'So is the cheese.',
      'I sell it on Fridays.',
      'Come early.',
    ];
    const { claims } = found(
      ['Tess: Why goats?', 'Will: I like them.', 'Tess: All of them?', 'Will: Most.', ...rest].join(
        '\n\n',
      ),
    );
    expect(claims.filter(({ speaker }) => speaker === 'Will')).toEqual([]);
    expect(claims.filter(({ type }) => type === 'answer')).toEqual([]);
  });

  test('a news article with a stray label is no interview', () => {
    const { result } = found(
      'Note: The bridge is closed.\n\nAnn Lee said the bridge was safe.\n\nSource: City Archive',
    );
    expect(result.turns).toEqual([]);
  });

  test.each([
    [
      'the steps of a recipe',
      'Morning Meal: Two eggs, one cup of spinach.\n\nGlass Box: One green, two red.\n\n' +
        'Evening Meal: Rice with beans.\n\nGlass Box: One yellow.\n\nMorning Meal: Bread and butter.\n\nGlass Box: One red.',
    ],
    [
      'letters of readers',
      'DEAR ANNA: My neighbour sings at night. Should I move?\n\nDEAR TIRED: You should talk to him first.\n\n' +
        'DEAR ANNA: My son never calls. What can I do?\n\nDEAR ANNA: We are lost.',
    ],
  ])('%s are no interview', (_, source) => {
    expect(found(source).result.turns).toEqual([]);
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

describe('whose turns without names are', () => {
  const TURNS = `
Q: {Q ?:Where were you?}

A: {A ?:At sea. I like it there.}

Q: {Q ?:And then?}

A: {A ?:Home.}`;
  const named = (question: string, answer: string) =>
    TURNS.replaceAll('Q ?', `Q ${question}`).replaceAll('A ?', `A ${answer}`);

  test.each([
    [
      'the title and the by-line',
      '',
      'Q&A with Ida Berg on slow towns',
      ['Peter Sand'],
      'Peter Sand',
      'Ida Berg',
    ],
    ['the title alone', '', 'Five questions for Prof. Emil Novak', [], '?', 'Emil Novak'],
    [
      'an introduction',
      'We met harbour master Olga Brandt on the pier.',
      'The new master',
      [],
      '?',
      'Olga Brandt',
    ],
    [
      'whom she talks to',
      'Una Moss has kept the light for years. She talks to Jan Petrie.',
      'Forty years',
      [],
      'Jan Petrie',
      'Una Moss',
    ],
    [
      'nobody: two guests',
      'Mara Obi and Tomas Reed run the ferry.',
      'Q&A with Mara Obi and Tomas Reed',
      [],
      '?',
      '?',
    ],
    [
      'nobody: another than whom the introduction names',
      'Mayor Ilse Brandt created the post. We asked the new keeper.',
      'Ask the keeper',
      [],
      '?',
      '?',
    ],
    [
      'nobody: a body named above',
      'The Air Accidents Investigation Branch is at the scene.',
      'Ask the keeper',
      [],
      '?',
      '?',
    ],
    ['nobody: two authors', '', 'Ask the keeper', ['Ann Lee', 'Bob Ray'], '?', '?'],
  ])('%s', (_, introduction, title, authors, question, answer) => {
    const { claims, expected } = found(`${introduction}\n\n${named(question, answer)}`, [], {
      title,
      authors,
    });
    expect(claims).toEqual(expected);
  });

  test('initials are those of a person named above', () => {
    const { claims, expected } = found(
      `Jane Doe talks to Rolf Kamp in his studio.

JD: {Q Jane Doe:Where are they?}

RK: {A Rolf Kamp:Under the bed.}

JD: {Q Jane Doe:Why?}

RK: {A Rolf Kamp:There is room.}`,
    );
    expect(claims).toEqual(expected);
  });

  test('riddles have no asker', () => {
    const riddles = ['walks on four feet', 'has a neck and no head', 'runs and has no legs'];
    const { claims } = found(
      riddles
        .flatMap((one, k) => [`**${k + 1}. What ${one}?**`, `A riddle, and number ${k + 1}.`])
        .map((line) => line.replace(/^\*\*(.*)\*\*$/, '* $1'))
        .join('\n\n'),
      [],
      { title: 'Riddles for the ferry', authors: ['Ann Lee'] },
    );
    expect(claims.map(({ speaker }) => speaker)).not.toContain('Ann Lee');
  });

  test('who asks himself in an opinion answers nobody', () => {
    const { result } = found(
      `I have lived here all my life.

What are you afraid of, you may ask?

I am afraid of the noise.

Who asked you?

Nobody asked me.

Do you think that they will?

I do not.`,
      [],
      { title: 'Why I will vote no', authors: ['Rosa Klein'] },
    );
    expect(result.turns).toEqual([]);
  });
});

describe('marks that capture has lost', () => {
  test.each([
    ['an opening one', `{D she:We are tired,}” she said.`],
    [
      'an opening one behind who said it',
      `“{D Ann Lee:We are tired,}” said Ann Lee. {D Ann Lee:We want to sleep.}”`,
    ],
    ['a closing one', `“{D Ann Lee:We are tired,} Ann Lee said.`],
    [
      'a closing one before another sentence',
      `“{D Ann Lee:We are tired,}” said Ann Lee. “{D Ann Lee:We want to sleep.} Bob Ray left the room.`,
    ],
  ])('%s', (_, source) => {
    const { result, text, expected } = found(source);
    const words = result.claims.flatMap(({ parts }) =>
      parts.map(({ start, end }) => text.slice(start, end)),
    );
    expect(words).toEqual(expected.flatMap(({ parts }) => parts));
  });
});

test('notes of a report that begin with a team are no turns', () => {
  const { claims } = found(`
Ayr coach Bill Dove said: “We came up short.”

Rovers: Dan Lee sat out again with a sore wrist. Rowe was warned after the break.

Lakes: Otto Brand limped off before the break. He was not seen again.

Rovers: Host the Lakes on Friday.

Lakes: Visit the Rovers on Friday.`);
  expect(claims.map(({ type }) => type)).toEqual(['direct']);
});
