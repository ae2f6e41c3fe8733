/**
 * One letter in the words that decide who said something: where it may make another name, sex, office or body of
 * them, the claim goes to a person. Each row is one edit of a sentence, made wherever the words stand in the text.
 */
import { describe, expect, test } from 'vitest';
import { reconcile } from '../../../src/ledger/reconcile/index.ts';
import { parse, version } from './outcome.ts';

const WORDS = 'We will not sell the lake';

const textOf = (sentence: string) => `Town hears of plans for the lake

By Ann Lee

4 May 2021

The hall of Orrdal was full on Tuesday, and most who came had walked. Coffee was served by the door.

${sentence} The boat lay outside all day, and nobody looked after it.

The meeting ended at ten. Nobody in the front row clapped.
`;

function isLiveAfter(one: string, two: string, words = WORDS): boolean {
  const [was, now] = [textOf(one), textOf(two)];
  const drafts = parse(was);
  const first = reconcile({ article: 'text', versions: [version(was, 1)], rows: [], drafts });
  const claim = first.claims.find(({ parts }) => parts.some(({ exact }) => exact.includes(words)));
  expect(claim, one).toBeDefined();
  const { claims, problems } = reconcile({
    article: 'text',
    versions: [version(was, 1), version(now, 2)],
    rows: first.rows,
    drafts: parse(now),
  });
  expect(problems).toEqual([]);
  return claims.some(({ id }) => id === claim?.id);
}

const said = (name: string) => `“${WORDS},” said ${name}.`;
const saidBefore = (name: string) => `${name} said: “${WORDS}.”`;

const OTHERS: [string, string][] = [
  ['Ali Hassan, an engineer', 'Alia Hassan, an engineer'],
  ['Paul Obi', 'Paula Obi'],
  ['Carl Obi', 'Carla Obi'],
  ['Daniel Obi', 'Danielle Obi'],
  ['Alexander Obi', 'Alexandra Obi'],
  ['Francis Obi', 'Frances Obi'],
  ['Ivan Obi', 'Ivana Obi'],
  ['Karim Obi', 'Karima Obi'],
  ['Julian Obi', 'Juliana Obi'],
  ['Brian Obi', 'Brain Obi'],
  ['Mara Obi', 'Maria Obi'],
  ['Rami Hassan', 'Rami Hussain'],
  ['Lars Hansen', 'Lars Hanson'],
  ['Jo Smith', 'Jo Smyth'],
  ['Jo Miller', 'Jo Miler'],
  ['Jo Baker', 'Jo Barker'],
  ['Jo Seymour', 'Jo Seymor'],
  ['Denise Obi', 'Denize Obi'],
  ['Piet Osama', 'Piet Obama'],
  ['Paul Obi II', 'Paul Obi III'],
  ['Paul Obi Jr.', 'Paul Obi Sr.'],
  ['Mr. Brandt', 'Mrs. Brandt'],
  ['Mr. Brandt', 'Ms. Brandt'],
  ['Col. Brandt', 'Cpl. Brandt'],
  ['Señor Brandt', 'Señora Brandt'],
  ['the PKK', 'the PUK'],
  ['the CIA', 'the FIA'],
  ['a spokesman of Hamas', 'a spokesman of Hama'],
  ['Mara Obi, the mayor of Bergen', 'Mara Obi, the mayor of Berger'],
  ['Mara Obi, the fiancé of Otto Grue', 'Mara Obi, the fiancée of Otto Grue'],
  ['Mara Obi, the fiance of Otto Grue', 'Mara Obi, the fiancee of Otto Grue'],
  ['Mara Obi, a protégé of the mayor', 'Mara Obi, a protégée of the mayor'],
  ['Mara Obi, an employe of the club', 'Mara Obi, an employee of the club'],
  ['Mara Obi, a Latino writer', 'Mara Obi, a Latina writer'],
  ['Mara Obi, a Filipino writer', 'Mara Obi, a Filipina writer'],
  ['Mara Obi, the elected mayor', 'Mara Obi, the unelected mayor'],
  ['Mara Obi, a moral writer', 'Mara Obi, an amoral writer'],
  ['Mara Obi, a moral writer', 'Mara Obi, amoral writer'],
  ['Mara Obi, a convicted writer', 'Mara Obi, an unconvicted writer'],
  ['Mara Obi, the uncharged writer', 'Mara Obi, the unchanged writer'],
  ['Mara Obi, the filled writer', 'Mara Obi, the filed writer'],
  ['Mara Obi, a Polish maker', 'Mara Obi, a polish maker'],
  ['Mara Obi, a Turkey buyer', 'Mara Obi, a turkey buyer'],
  ['Mara Obi, a Catholic reader', 'Mara Obi, a catholic reader'],
  ['Mara Obi, a Nice driver', 'Mara Obi, a nice driver'],
  ['the March committee', 'the march committee'],
  ['a Labour writer', 'a labour writer'],
  ['Mara Obi of the Us club', 'Mara Obi of the US club'],
  ['Mara Obi of the It club', 'Mara Obi of the IT club'],
  ['a keeper of the Wanderers', 'a keeper of the wanderers'],
  ['the Marines', 'the marines'],
  ['the Examiner', 'the examiner'],
  ['Mara Obi, the therapist', 'Mara Obi, the the rapist'],
  ['Mara Obi of the Duran club', 'Mara Obi of the Duran Duran club'],
  ['Mara Obi of the co-op', 'Mara Obi of the coop'],
  ['Mara Obi, mother of God', 'Mara Obi, god mother of God'],
  ['Mara Obi, charged with man slaughter', 'Mara Obi, charged with manslaughter'],
  ['P. D. Obi', 'D. P. Obi'],
  ['the workers’ leader', 'the workers leader'],
  ['J.K. Obi', 'J.R. Obi'],
  ['a UN envoy', 'a U.S. envoy'],
];

const SAME: [string, string][] = [
  ['Mara Obi, the treasurer', 'Mara Obi, the tresurer'],
  ['Mara Obi, the secratary', 'Mara Obi, the secretary'],
  ['Mara Obi, the mayorr', 'Mara Obi, the mayor'],
  ['Mara Obi, the the mayor', 'Mara Obi, the mayor'],
  ['Mara Obi, the very very old mayor', 'Mara Obi, the very old mayor'],
  ['the U.N. envoy', 'the UN envoy'],
  ['J. K. Obi', 'J.K. Obi'],
  ['J.K. Obi', 'JK Obi'],
  ['Mara Obi, Ph.D.', 'Mara Obi, PhD'],
  ['Mara Obi in an e-mail', 'Mara Obi in an email'],
  ['Mara Obi, the co-founder', 'Mara Obi, the cofounder'],
  ['Mara Obi, the witnes', 'Mara Obi, the witness'],
  ['Señor Brandt', 'Senor Brandt'],
  ['Mara Obi, the fiancé of Otto Grue', 'Mara Obi, the fiance of Otto Grue'],
  ['Mara Haddad', 'Mara Haddád'],
  ['Mara Obi, the organiser', 'Mara Obi, the organizer'],
  ['Mara Obi, the counsellor', 'Mara Obi, the counselor'],
  ['Mara Obi, the Mayor', 'Mara Obi, the mayor'],
  ['Mara Obi, a pakistani engineer', 'Mara Obi, a Pakistani engineer'],
];

describe.each([
  ['after', said],
  ['before', saidBefore],
])('%s the words', (_, sentence) => {
  test.each(OTHERS)('%s is not %s', (one, two) => {
    expect(isLiveAfter(sentence(one), sentence(two))).toBe(false);
    expect(isLiveAfter(sentence(two), sentence(one))).toBe(false);
  });
});

test.each(SAME)('%s is %s', (one, two) => expect(isLiveAfter(said(one), said(two))).toBe(true));

describe('commas beside what follows a name', () => {
  test.each([
    ['Lars Obi Jr. said', 'Lars Obi, Jr., said'],
    ['Lars Obi Jr. said', 'Lars Obi, Jr. said'],
    ['Lars Obi, Sr., told the hall', 'Lars Obi Sr told the hall'],
    ['Lars Obi III said', 'Lars Obi, III, said'],
    ['Lars Obi MP said', 'Lars Obi, MP, said'],
    ['Lars Obi PhD said', 'Lars Obi, Ph.D., said'],
  ])('%s: %s', (one, two) => {
    const [was, now] = [one, two].map((who) => `${who}: “${WORDS}.”`) as [string, string];
    expect(isLiveAfter(was, now)).toBe(true);
    expect(isLiveAfter(now, was)).toBe(true);
  });
  test('but not beside another person', () => {
    expect(
      isLiveAfter(`Lars Obi, a doctor, said: “${WORDS}.”`, `Lars Obi, a doctor said: “${WORDS}.”`),
    ).toBe(false);
  });
});

describe('signs, days and capitals that decide, wherever they stand in the sentence', () => {
  const far = 'to the paper at her house by the road to the north';
  test.each([
    [`“${WORDS},” said Mara Obi ${far} in June.`, `“${WORDS},” said Mara Obi ${far} in July.`],
    [`“${WORDS},” said Mara Obi ${far} on Monday.`, `“${WORDS},” said Mara Obi ${far} on Sunday.`],
    [`“${WORDS},” said Mara Obi ${far} last week.`, `“${WORDS},” said Mara Obi ${far} this week.`],
    [
      `“${WORDS},” said Mara Obi, who owns 5% of it.`,
      `“${WORDS},” said Mara Obi, who owns 5 of it.`,
    ],
    [`“${WORDS},” said Mara Obi, giver of £5m.`, `“${WORDS},” said Mara Obi, giver of $5m.`],
    [`“${WORDS},” said Mara Obi at -3 degrees.`, `“${WORDS},” said Mara Obi at 3 degrees.`],
    [`“${WORDS},” said Mara Obi of her 5′ boat.`, `“${WORDS},” said Mara Obi of her 5″ boat.`],
    [`“${WORDS},” said Mara Obi ${far} in March.`, `“${WORDS},” said Mara Obi ${far} in march.`],
    [`“${WORDS},” said the WHO.`, `“${WORDS},” said the who.`],
    [`“${WORDS}, all 5′ of it,” said Mara Obi.`, `“${WORDS}, all 5″ of it,” said Mara Obi.`],
    [`“${WORDS} in 1①,” said Mara Obi.`, `“${WORDS} in 11,” said Mara Obi.`],
  ])('%s', (one, two) => {
    expect(isLiveAfter(one, two)).toBe(false);
    expect(isLiveAfter(two, one)).toBe(false);
  });
  test.each([
    [
      `“${WORDS},” said Mara Obi, who owns 5% of it.`,
      `“${WORDS},” said Mara Obi, who owns 5 % of it.`,
    ],
    [`“${WORDS},” said Mara Obi at −3 degrees.`, `“${WORDS},” said Mara Obi at -3 degrees.`],
    [`“${WORDS},” said Mara Obi in 2019-20.`, `“${WORDS},” said Mara Obi in 2019–20.`],
    [`“${WORDS},” said the mayor.`, `“${WORDS},” said the Mayor.`],
  ])('%s stays', (one, two) => expect(isLiveAfter(one, two)).toBe(true));
});

test('another of that name is put in further up', () => {
  const claim = `“${WORDS},” Obi said.`;
  expect(
    isLiveAfter(
      `Mara Obi owns the club.\n\n${claim}`,
      `Mara Obi owns the club. Her brother, Jon Obi, came later.\n\n${claim}`,
    ),
  ).toBe(false);
});

test('an apostrophe is no comma', () => {
  const [whole, parted] = [said('the workers’ leader'), said('the workers, leader')];
  expect(isLiveAfter(whole, parted)).toBe(false);
  expect(isLiveAfter(parted, whole)).toBe(false);
});

test('“that” may be put in, or left out', () => {
  const words = 'the lake would freeze';
  const [one, two] = [`Mara Obi said ${words}.`, `Mara Obi said that ${words}.`];
  expect(isLiveAfter(one, two, words)).toBe(true);
  expect(isLiveAfter(two, one, words)).toBe(true);
});

describe('in another sentence, on which the claim’s own depends', () => {
  test.each([
    [
      `Paul Obi owns the club. “${WORDS},” he said.`,
      `Paula Obi owns the club. “${WORDS},” he said.`,
    ],
    [
      `Mara Obi owns the club. “${WORDS},” Obi said.`,
      `Maria Obi owns the club. “${WORDS},” Obi said.`,
    ],
    [
      `Ali Hassan wrote in May. “${WORDS},” said Hassan.`,
      `Alia Hassan wrote in May. “${WORDS},” said Hassan.`,
    ],
    [
      `Mara Obi owns the club. “${WORDS},” she said.`,
      `Maria Obi owns the club. “${WORDS},” she said.`,
    ],
  ])('%s', (one, two) => expect(isLiveAfter(one, two)).toBe(false));

  test.each([
    [
      'a woman in a paragraph of her own',
      `Mara Obi owns the club.\n\n“${WORDS},” she said.`,
      `Mara Obi owns the club.\n\nLena Falk came later, with a lamp.\n\n“${WORDS},” she said.`,
    ],
    [
      'a woman two paragraphs before',
      `Mara Obi owns the club.\n\nThe lamps were lit at six.\n\n“${WORDS},” she said.`,
      `Mara Obi owns the club.\n\nLena Falk came later, with a lamp.\n\nThe lamps were lit at six.\n\n“${WORDS},” she said.`,
    ],
    [
      'a woman in a sentence of her own',
      `Mara Obi owns the club. “${WORDS},” she said.`,
      `Mara Obi owns the club. Lena Falk came later, with a lamp. “${WORDS},” she said.`,
    ],
    [
      'the only name',
      `It was late. “${WORDS},” she said.`,
      `It was late. Mara Obi owns the club. “${WORDS},” she said.`,
    ],
  ])('%s is put in, or taken out', (_, one, two) => {
    expect(isLiveAfter(one, two)).toBe(false);
    expect(isLiveAfter(two, one)).toBe(false);
  });
});
