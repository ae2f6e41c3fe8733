/** Whole texts in four house styles, with every claim marked. */
import { expect, test } from 'vitest';
import { findClaims } from '../../src/engine/index.ts';
import { english } from '../../src/languages/en/index.ts';
import { asExpected, marked } from '../support/marked.ts';

const TEXTS: [style: string, source: string][] = [
  [
    'an American wire report, straight marks',
    `
PORTLAND, Ore. (CW) — {I the county sheriff's office:A barge that broke loose in a storm struck two piers of the Alder Street Bridge early Tuesday}, the county sheriff's office said.

No one was hurt. {I Sheriff Dana Whitcomb:Traffic will stay closed for at least a week}, Sheriff Dana Whitcomb told reporters.

"{D Dana Whitcomb:We have engineers in the water right now,}" Whitcomb said. "{D Dana Whitcomb:Until they tell me it's safe, nobody crosses.}"

The barge belongs to Tillman Freight, a company based in Astoria. {I Tillman Freight:A mooring line had snapped}, Tillman Freight said in a statement.

"{D1 Luis Ortega:It sounded like a train,}" said Luis Ortega, 43, who lives under the bridge, "{D1:and then it was quiet.}" Ortega said {I Luis Ortega:he grabbed his dog and ran}.

According to the National Weather Service, {I National Weather Service:gusts reached 68 mph at the airport}. Forecasters predicted that {I Forecasters:a second storm would arrive by Thursday}.

Whitcomb declined to say {I Dana Whitcomb:whether charges would be filed}. She added that {I Dana Whitcomb:the "so-called storm lines" had been inspected in May}.`
      .replace('{I Dana Whitcomb:the "so', '{M Dana Whitcomb:the "so')
      .replace('{I Sheriff Dana Whitcomb:Traffic', '{I Dana Whitcomb:Traffic'),
  ],
  [
    'a British tabloid, single marks',
    `
A mum-of-three was left 'gobsmacked' when a seal broke into her kitchen and ate the Sunday roast.

Kerry Dobbs, 38, from Whitby, said {I Kerry Dobbs:she heard a crash at about 2am}.

'{D Kerry Dobbs:I thought it was the kids' dog,}' she said. '{D Kerry Dobbs:Then it barked, and it wasn't a dog's bark.}'

Her husband Phil joked: '{D Phil:It's eaten better than I have all week.}'

A spokesman for the Seal Trust said: '{D A spokesman for the Seal Trust:The animal is safe and well. We'd ask people not to feed it.}'

Neighbours have called {M Neighbours:the intruder 'Sir Loin'}.

'{D Kerry Dobbs:He can come back any time,}' Kerry laughed.`,
  ],
  [
    'a transcript with time stamps',
    `
[00:00:04] NORA FINCH: {Q Nora Finch:Welcome back. With me is the architect Tomas Hale. Tomas, why timber?}

[00:00:11] TOMAS HALE: {A Tomas Hale:Because it grows back. And because people like to touch it.}

{A Tomas Hale:We tried steel first. Everyone hated it, and one councillor told me that it looked like a prison.}

[00:01:20] NORA FINCH: {Q Nora Finch:Does it burn?}

[00:01:22] TOMAS HALE: {A Tomas Hale:Slowly. More slowly than you would think.}

[00:01:40] NORA FINCH: {Q Nora Finch:Critics say that {I Critics:the city paid too much for it}. What do you tell them?}

[00:01:47] TOMAS HALE: {A Tomas Hale:Come and have a look.}`.replace(
      'told me that it looked like a prison',
      'told me that {I one councillor:it looked like a prison}',
    ),
  ],
  [
    'a magazine interview with Q and A',
    `
Mira Solberg has kept bees on roofs for thirty years. We met her above a car park.

Q: {Q ?:How many hives are there?}

A: {A Mira Solberg:Twelve up here. Forty in the whole town, if you count the ones that people deny having.}

{A Mira Solberg:The mayor says, "{D The mayor:Those are not mine,}" every single spring.}

Q: {Q ?:Is honey from a town any good?}

A: {A Mira Solberg:It is better. There are more flowers in a street of balconies than in a field of wheat.}

This interview has been edited for length.`,
  ],
];

test.each(TEXTS)('%s', (_, source) => {
  const { expected, ...input } = marked(source);
  expect(asExpected(input.text, findClaims(input, { pack: english, model: null }))).toEqual(
    expected,
  );
});

test('the same texts come out the same twice', () => {
  for (const [, source] of TEXTS) {
    const { expected: _, ...input } = marked(source);
    expect(findClaims(input, { pack: english, model: null })).toEqual(
      findClaims(input, { pack: english, model: null }),
    );
  }
});
