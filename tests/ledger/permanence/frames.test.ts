/**
 * What says who said a claim, and how, edited by a word: the same quoted words then mean something else and go to a
 * person, unless the edit is a plain slip, or typography. Each row is one edit of one text in our own words.
 */
import { describe, expect, test } from 'vitest';
import { reconcile } from '../../../src/ledger/reconcile/index.ts';
import { parse, version } from './outcome.ts';

const TEXT = `Town hears of plans for the quarry

By Ann Lee

4 May 2021

The hall of Orrdal was full on Tuesday, and most who came had walked. Coffee was served by the door.

Mara Obi, the mayor, said that the quarry would open again in the spring. Nobody in the front row clapped.

“We will not sell the lake,” said Piet Aal, chairman of the fishing club, on Tuesday evening. His boat lay outside.

He told his vet, Nina Hult: “The old horse is going blind.” The horse stood by the road all day.

Witness 12 said: “The lorry came down the hill without lights.” A drawing of the hill was passed round.

“I have lost eleven sheep since the blasting began,” said a 34-year-old farmer from the north side. Her dog waited.

A spokesman for the company, Grey Stone, said the dust was harmless. The letter he held was two pages long.

According to Otto Grue, the bridge needs new piers. Grue drew the first plan of it.

“Nobody asked the school,” Lena Falk, a teacher, told the Orrdal Times, “and nobody will.” The school has forty pupils.

Ida Berg denied that the wells were dry. She has lived by the road for thirty years.

Two engineers warned that the wall could fall. The wall was built a long time ago.

Felix Brandt promised to mend the road by June. He owns three lorries and a crane.

“The noise is worse at night,” he said. “My windows shake,” she said later, and both went home.

The secretary wrote in a letter: “All offers were read twice.” It was dated the third of April.

Six residents of the lower village claimed that the maps were wrong. The maps hung by the door.

Ruth Amdal, her nephew said, told the bailiff that the gate was locked. The gate is older than the road.

“It is the end …” Jon Moe, a miller, told the hall. Flour still lay on his sleeves.

The organisation’s treasurer, Noor Haddad, estimated that the repairs would cost half as much. The meeting ended at ten.
`;

/** The first words of each claim, by a short name. */
const CLAIMS = {
  mayor: 'the quarry would open again in the spring',
  lake: 'We will not sell the lake',
  horse: 'The old horse is going blind',
  lorry: 'The lorry came down the hill without lights',
  sheep: 'I have lost eleven sheep since the blasting began',
  dust: 'the dust was harmless',
  bridge: 'the bridge needs new piers',
  school: 'Nobody asked the school',
  wells: 'the wells were dry',
  wall: 'the wall could fall',
  road: 'mend the road by June',
  noise: 'The noise is worse at night',
  windows: 'My windows shake',
  offers: 'All offers were read twice',
  maps: 'the maps were wrong',
  repairs: 'the repairs would cost half as much',
  gate: 'that the gate was locked',
  end: 'It is the end',
} as const;
type Name = keyof typeof CLAIMS;

const drafts = parse(TEXT);
const first = reconcile({ article: 'text', versions: [version(TEXT, 1)], rows: [], drafts });
const idOf = (name: Name) =>
  first.claims.find(({ parts }) =>
    parts
      .map(({ exact }) => exact)
      .join(' ')
      .includes(CLAIMS[name]),
  )?.id;

test.each(Object.keys(CLAIMS) as Name[])('the text has the claim %s', (name) =>
  expect(idOf(name)).toBeDefined(),
);

function after(name: Name, from: string, to: string) {
  expect(TEXT.split(from), `“${from}” stands once`).toHaveLength(2);
  const text = TEXT.replace(from, () => to);
  const { claims, orphans, problems } = reconcile({
    article: 'text',
    versions: [version(TEXT, 1), version(text, 2)],
    rows: first.rows,
    drafts: parse(text),
  });
  expect(problems).toEqual([]);
  const id = idOf(name);
  const orphan = orphans.find((one) => one.id === id);
  return { isLive: claims.some((one) => one.id === id), orphan };
}

type Row = [name: Name, from: string, to: string];

/** The same edits, in any of their forms, change what the claim says. */
const OTHER: Record<string, Row[]> = {
  'a negation': [
    ['mayor', 'mayor, said that', 'mayor, never said that'],
    ['mayor', 'mayor, said that', 'mayor, did not say that'],
    ['lorry', '12 said:', '12 never said:'],
    ['lake', ',” said Piet', ',” never said Piet'],
    ['bridge', 'According to Otto', 'Not according to Otto'],
    ['wells', 'Berg denied', 'Berg never denied'],
    ['wall', 'engineers warned', 'engineers hardly warned'],
    ['road', 'Brandt promised', 'Brandt refused'],
    ['maps', 'village claimed', 'village no longer claimed'],
    ['offers', 'secretary wrote', 'secretary never wrote'],
  ],
  'another verb': [
    ['mayor', 'said that the quarry', 'joked that the quarry'],
    ['lake', ',” said Piet', ',” joked Piet'],
    ['dust', 'Stone, said', 'Stone, denied'],
    ['wells', 'denied that', 'insisted that'],
    ['wall', 'warned that', 'wondered whether'],
    ['repairs', 'estimated that', 'hoped that'],
    ['maps', 'claimed that', 'proved that'],
    ['road', 'promised to', 'threatened to'],
    ['offers', 'wrote in a letter', 'imagined in a letter'],
    ['noise', 'night,” he said', 'night,” he lied'],
  ],
  'the passive': [
    ['horse', 'He told his', 'He was told by his'],
    ['school', 'told the Orrdal Times', 'was told by the Orrdal Times'],
    ['mayor', 'mayor, said that', 'mayor, was told that'],
    ['wall', 'engineers warned', 'engineers were warned'],
    ['lorry', '12 said:', '12 was told:'],
    ['road', 'Brandt promised', 'Brandt was promised'],
  ],
  'a doubt, a question, another time': [
    ['mayor', 'mayor, said that', 'mayor, may have said that'],
    ['mayor', 'mayor, said that', 'mayor, allegedly said that'],
    ['mayor', 'mayor, said that', 'mayor, will say that'],
    ['lake', ',” said Piet', ',” reportedly said Piet'],
    ['wells', 'Berg denied', 'Berg would have denied'],
    ['maps', 'Six residents', 'If six residents'],
    ['maps', 'Six residents', 'Perhaps six residents'],
    ['dust', 'was harmless. The', 'was harmless? The'],
    ['wall', 'engineers warned', 'engineers once warned'],
    ['offers', 'secretary wrote', 'secretary almost wrote'],
    ['repairs', 'Haddad, estimated', 'Haddad, supposedly estimated'],
  ],
  'another number': [
    ['lorry', 'Witness 12', 'Witness 21'],
    ['lorry', 'Witness 12', 'Witness 13'],
    ['lorry', 'Witness 12', 'Witness twelve'],
    ['lorry', 'Witness 12', 'Witness 12a'],
    ['sheep', '34-year-old', '43-year-old'],
    ['sheep', '34-year-old', '35-year-old'],
    ['wall', 'Two engineers', 'Ten engineers'],
    ['wall', 'Two engineers', 'The engineers'],
    ['maps', 'Six residents', 'Sixty residents'],
    ['maps', 'Six residents', 'Nine residents'],
  ],
  'another letter that makes another word': [
    ['mayor', 'the mayor', 'the major'],
    ['horse', 'his vet', 'his pet'],
    ['sheep', 'old farmer', 'old former'],
    ['repairs', 'treasurer', 'treasurers'],
    ['school', 'a teacher', 'a preacher'],
    ['dust', 'the company', 'the campany club'],
    ['wall', 'engineers warned', 'engineer warned'],
    ['maps', 'lower village', 'power village'],
    ['lorry', 'Witness 12', 'Fitness 12'],
    ['lorry', 'Witness 12', 'Witnes 12'],
  ],
  'a comma that makes another the one who says it': [
    ['gate', 'her nephew said, told', 'her nephew, said, told'],
    ['mayor', 'the mayor, said', 'the mayor said'],
    ['repairs', 'Noor Haddad, estimated', 'Noor Haddad estimated'],
    ['school', 'a teacher, told', 'a teacher told'],
  ],
  'quotation marks elsewhere': [
    ['lake', '“We will not sell the lake,”', 'We will not sell the lake,'],
    [
      'lorry',
      '“The lorry came down the hill without lights.”',
      'The lorry came down the hill without lights.',
    ],
    [
      'lake',
      'lake,” said Piet Aal, chairman of the fishing club, on Tuesday evening.',
      'lake, said Piet Aal, chairman of the fishing club, on Tuesday evening.”',
    ],
    ['lake', '“We will not sell', 'We will not “sell'],
    ['horse', 'going blind.”', 'going blind, or lame.”'],
  ],
  'another sex, person or office': [
    ['lake', 'chairman', 'chairwoman'],
    ['lake', 'chairman', 'chairmen'],
    ['dust', 'A spokesman', 'A spokeswoman'],
    ['dust', 'A spokesman', 'A spokesperson'],
    ['noise', 'night,” he said', 'night,” she said'],
    ['noise', 'night,” he said', 'night,” they said'],
    ['windows', 'shake,” she said', 'shake,” he said'],
    ['horse', 'He told his', 'She told his'],
    ['horse', 'told his vet', 'told her vet'],
    ['mayor', 'the mayor', 'the deputy mayor'],
    ['mayor', 'the mayor', 'the former mayor'],
    ['sheep', 'farmer from', 'fisherman from'],
    ['offers', 'The secretary', 'A secretary'],
    ['maps', 'residents of', 'officials of'],
    ['bridge', 'Otto Grue, the', 'Hugo Grue, the'],
    ['wells', 'Ida Berg denied', 'Eva Berg denied'],
    ['school', 'Lena Falk', 'Rosa Lind'],
  ],
};

/** These change nothing of it. */
const SAME: Record<string, Row[]> = {
  'a plain slip, made or mended': [
    ['mayor', 'said that the quarry', 'said taht the quarry'],
    ['mayor', 'the mayor', 'the mayorr'],
    ['lake', 'chairman', 'chairmann'],
    ['dust', 'spokesman', 'spokesmn'],
    ['sheep', 'year-old farmer', 'year-old farmmer'],
    ['wall', 'warned that', 'warnned that'],
    ['repairs', 'treasurer', 'tresurer'],
    ['maps', 'village claimed', 'vilage claimed'],
    ['school', 'a teacher', 'a teachr'],
    ['lake', 'said Piet', 'siad Piet'],
    ['offers', 'secretary', 'secratary'],
  ],
  'spacing and letter case': [
    ['mayor', 'mayor, said that', 'mayor,  said\nthat'],
    ['lake', 'said Piet', 'said\u00A0Piet'],
    ['sheep', '34-year-old', '34 year old'],
    ['sheep', '34-year-old', '34\u2011year\u2011old'],
    ['offers', 'The secretary', 'The Secretary'],
    ['mayor', 'the mayor', 'the Mayor'],
  ],
  marks: [
    ['lorry', 'said: “The lorry', 'said, “The lorry'],
    [
      'lorry',
      '“The lorry came down the hill without lights.”',
      '"The lorry came down the hill without lights."',
    ],
    ['mayor', 'Obi, the mayor, said', 'Obi (the mayor) said'],
    ['mayor', 'Obi, the mayor, said', 'Obi – the mayor – said'],
    ['lake', '“We will not sell the lake,”', '‘We will not sell the lake,’'],
    ['repairs', 'organisation’s', "organisation's"],
    ['horse', 'Hult: “The', 'Hult, “The'],
    ['windows', 'later, and', 'later; and'],
    ['lake', 'lake,” said', 'lake”, said'],
    ['lake', '“We will not sell the lake,”', '«We will not sell the lake»,'],
    ['lorry', 'lights.” A', 'lights”. A'],
    ['school', 'school,” Lena', 'school”, Lena'],
    ['school', 'nobody will.”', 'nobody will”.'],
    ['end', 'end …” Jon', 'end…” Jon'],
    ['end', 'end …” Jon', 'end...” Jon'],
  ],
  'a way of spelling': [
    ['repairs', 'organisation', 'organization'],
    ['repairs', 'Noor Haddad', 'Noor Haddád'],
    ['lake', 'fishing club', 'fishing-club'],
  ],
  'what stands elsewhere': [
    ['mayor', 'most who came had walked', 'many who came had walked'],
    ['mayor', 'Nobody in the front row clapped', 'Somebody in the front row clapped'],
    ['sheep', 'Her dog waited', 'His dog waited'],
    ['lorry', 'A drawing of the hill', 'Two drawings of the hill'],
    ['wells', 'thirty years', 'forty years'],
    ['maps', 'The maps hung by the door', 'They hung by the door'],
    ['repairs', 'ended at ten', 'ended at nine'],
    ['horse', 'stood by the road', 'never stood by the road'],
    ['road', 'three lorries', 'four lorries'],
    ['school', 'forty pupils', 'fifty pupils'],
  ],
};

describe.each(Object.entries(OTHER))('%s goes to a person', (_, rows) => {
  test.each(rows)('%s: %s, now %s', (name, from, to) => {
    const { isLive, orphan } = after(name, from, to);
    expect(isLive).toBe(false);
    expect(orphan?.candidates).not.toEqual([]);
  });
});

describe.each(Object.entries(SAME))('%s changes nothing', (_, rows) => {
  test.each(rows)('%s: %s, now %s', (name, from, to) => {
    const { isLive, orphan } = after(name, from, to);
    expect(isLive, orphan?.why).toBe(true);
  });
});
