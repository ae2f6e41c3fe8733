/** Who is a person, who a body, and who is neither, as news of many countries prints their names. `{D ?:…}` is open. */
import { describe, expect, test } from 'vitest';
import { findClaims } from '../../../src/engine/index.ts';
import { english } from '../../../src/languages/en/index.ts';
import { marked } from '../../support/marked.ts';
import { speakers } from '../../support/speakers.ts';

const KINDS: Record<string, readonly string[]> = {
  'an office beside a name': [
    'Police and Crime Commissioner Tom Varley said: “{D Tom Varley:It is late.}”',
    'Cllr Una Bright, Chair of the Ferry Association said: “{D Una Bright:It is late.}”',
    '‘{D Arthur:It is late},’ King Arthur said on Monday.\n\nThe King added: ‘{D Arthur:My ministers will build.}’',
  ],
  'an office that nobody else has': [
    'VFU Chief Executive, Padraic Crann, said: “{D Padraic Crann:It is late.}”',
    'A new target was set by the rural affairs minister Carl Bonner. It is late.\n\nThe minister said {I Carl Bonner:it would hold}.',
  ],
  'a clause that is no part of a name': [
    '“{D Nell Sorrow:There will be a jetty,}” said Nell Sorrow who is the Lake Tarn boats manager.',
    '“{D Ralf Dorn:It is cheaper,}” said Ralf Dorn who is Merrow County Roads and Drains Director.',
    "Ann Lee spoke. Still, bakers are wary of Moss's oven, saying {I bakers:it is slow and dear}.",
    '{I fresh forecasts:The port is on time}, according to fresh forecasts that minister Carl Bonner will bring to the vote.',
    '1931-46: “{D ?:Otto Brand (1890-1951). Keeper of the light from 1931 to 1946.}” Stone set up 1960.',
  ],
  'a name beside a description whose first verb tells nothing': [
    'In 2012, one of the builder’s tenants, Lena Orr, filed a complaint saying {I Lena Orr:he had kept her deposit}.',
    'A former clerk, Lena Orr, sent a letter saying {I Lena Orr:he had left}.',
  ],
  'bodies that are not he': [
    '“{D Dominic Vale:It is late,}” said Dominic Vale, director of works at TARN Drill Consulting in Ayr. He also said {I Dominic Vale:it was cold}.',
    'Sumit Das leads the nonprofit Healthy Rivers Initiative and lived in the hills. He is now working with Lena Orr, and estimates that {I Sumit Das:the cost would be low}.',
    'The ‘goal’ will be ‘{M Arthur:bread for all}’, King Arthur said.\n\nUnder the heavy Ferrian Crown, he gave the address drafted by Nora Moss.\n\n{I Arthur:Every bill will be paid}, he said, with a glance at Lena Orr.',
  ],
  'a pronoun with its verb': [
    'Lena Orr told me that {I Lena Orr:she had met the old keeper}, and he’d added that, {M ?:if it is done, “it will be a feast”}.',
  ],
  'a last name, where who bears it goes by her first': [
    'Donna Kerr has read the play. She said, “{D Donna Kerr:I was moved.}”\n\n“{D Donna Kerr:It is late,}” Donna said. “{D Donna Kerr:It is wild.}”\n\nMoss and Ivor Kerr went to the fair. The rower spoke of it on the radio, where he sits with his brother Jens.\n\n“{D ?:I like to see it from the boat,}” Kerr shared.',
  ],
  'who is named in the words that a pronoun tells': [
    'Hanno Gering arrived. “{D Nolan Mbeki:We shook hands,}” Nolan Mbeki recalled.\n\nGering had left. He said the day before Gering left for Oslo, {I Nolan Mbeki:he gave him a letter}.',
  ],
};

describe.each([
  ...['Ph.D.', 'Ph. D.', 'Ed.D.', 'Psy.D.', 'Pharm.D.', 'LL.M.', 'D.Phil.', 'M.Sc.', 'M.D.'],
  ...['R.N.', 'C.P.A.', 'K.C.', 'M.B.A., Ph.D.', 'PhD', 'PharmD', 'Esq.'],
])('%s behind a name', (letters) => {
  test.each([
    'Tessa Worrall, X, said: “{D Tessa Worrall:We will go.}”',
    'Tessa Worrall, X said: “{D Tessa Worrall:We will go.}”',
    'Tessa Worrall X said: “{D Tessa Worrall:We will go.}”',
    '“{D Tessa Worrall:We will go,}” Tessa Worrall, X, said.',
    '“{D Tessa Worrall:We will go,}” said Tessa Worrall, X, of the harbour board.',
    'Tessa Worrall, X, told the board {I Tessa Worrall:it was late}.',
  ])('%s', (frame) => {
    const { found, expected } = speakers(frame.replaceAll('X', letters));
    expect(found).toEqual(expected);
  });
});

test.each([
  'Tessa Worrall holds a Ph.D. The board met. “{D Ulf Brandt:We will go,}” Ulf Brandt said.',
  'In Rome, Tessa Worrall, MP said: “{D Tessa Worrall:We will go.}”',
])('letters that end a sentence or stand behind a place: %s', (source) => {
  const { found, expected } = speakers(source);
  expect(found).toEqual(expected);
});

describe.each(Object.entries(KINDS))('%s', (_, sources) => {
  test.each(sources)('%s', (source) => {
    const { found, expected } = speakers(source);
    expect(found).toEqual(expected);
  });
});

test.each([
  [
    'Environmental organisation Drill Free Vellmark says {I x:the park is in danger}.',
    'Drill Free Vellmark',
    'organisation',
  ],
  ['Analysts at insurance giant Orrin Tarn said {I x:it was late}.', 'Orrin Tarn', 'organisation'],
  [
    '{I x:It is late}, the Vellmark Free Lantern reported.',
    'Vellmark Free Lantern',
    'organisation',
  ],
  ['“{D x:It is late},” said Dominic Vale, director of trade at Acme.', 'Dominic Vale', 'person'],
])('%s: %s is of the kind %s', (source, name, kind) => {
  const { entities } = findClaims(marked(source), { pack: english });
  expect(entities.find((entity) => entity.name === name)?.kind).toBe(kind);
});

test('how something goes is no source', () => {
  const text = 'When it runs according to plan, two ferries a day will leave from the old quay.';
  expect(findClaims(marked(text), { pack: english, model: null }).claims).toEqual([]);
});
