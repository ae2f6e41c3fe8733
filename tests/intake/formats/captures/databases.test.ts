/** Exports of databases of the press, as text files: an article each, with the facts that stand about it. */
import { describe, expect, test } from 'vitest';
import { readingOf, refusalOf, takenFrom } from '../../../support/captures.ts';

const BODY = [
  '“We will thatch the roof in May,” said Runa Holt, who keeps the barn.',
  'The barn burned in the winter, and its doors were saved.',
];
const WRAPPED = BODY.join('\n\n').replace('said Runa', 'said\nRuna');
const TEXT = `Barn to have a roof\n\n${BODY.join('\n\n')}\n`;

const factiva = (title: string, day: string) =>
  `SE   News\nHD   ${title}\nBY   By Ann Lee, Staff Writer\nWC   24 words\nPD   ${day}\nET   06:15\nSN   Harbour Post\nSC   HARBP\nLA   English\nCY   (c) 2021 Harbour Post.\n\nLP\n${BODY[0]}\n\nTD\n${BODY[1]}\n\nNS   gcat : Farms\n\nAN   Document HARBP00020210503eh53000a1\n\n`;
const untagged = `Barn to have a roof\n\nBy Ann Lee\n24 words\n3 May 2021\n06:15\nHarbour Post\nHARBP\n4\nEnglish\n(c) 2021 Harbour Post.\n\n${WRAPPED}\n\nDocument HARBP00020210503eh53000a1\n`;
const lexis = (number: number, title: string) =>
  `${number} of 2 DOCUMENTS\n\nHarbour Post\n\nMay 3, 2021 Monday\n\n${title}\n\nBYLINE: Ann Lee\n\nSECTION: FARMS; Pg. 4\n\nLENGTH: 24 words\n\n${WRAPPED}\n\nLOAD-DATE: May 3, 2021\n\nLANGUAGE: ENGLISH\n\nCopyright 2021 Harbour Post\nAll Rights Reserved\n\n`;
const nexis = `Barn to have a roof\nHarbour Post\nMay 3, 2021 Monday\n\nCopyright 2021 Harbour Post All Rights Reserved\nSection: FARMS; Pg. 4\nLength: 24 words\nByline: Ann Lee\nBody\n\n${BODY.join('\n\n')}\n\nLoad-Date: May 3, 2021\n\nEnd of Document\n`;
const proquest = `____________________\n\nReport Information from ProQuest\n\n____________________\n\nDocument 1 of 1\n\nBarn to have a roof\n\nAuthor: Lee, Ann; Berg, Bo\n\nPublication info: Harbour Post ; Harbour [Harbour]03 May 2021: A.4.\n\nAbstract: None available.\n\nFull text: ${WRAPPED}\n\nTitle: Barn to have a roof\n\nPublication title: Harbour Post\n\nPublication date: May 3, 2021\n\nDatabase: ProQuest Central\n`;

const facts = (title: string, authors: string[]) => ({
  title,
  authors,
  outlet: 'Harbour Post',
  published: '2021-05-03',
});

const short = async (content: string) => {
  const { texts, left } = await takenFrom('export.txt', content);
  return {
    left,
    texts: texts.map(({ text }) => text),
    facts: texts.map(({ facts: stated }) =>
      Object.fromEntries(
        Object.entries(stated).map(([key, fact]) => [key, (fact as { value: unknown }).value]),
      ),
    ),
  };
};

describe('an article each', () => {
  test.each([
    ['Factiva', factiva('Barn to have a roof', '3 May 2021'), ['Ann Lee']],
    ['Factiva without its letters', untagged, ['Ann Lee']],
    ['Factiva without “By”, in a section', `Farms\n\n${untagged.replace('By ', '')}`, ['Ann Lee']],
    ['LexisNexis', lexis(1, 'Barn to have a roof'), ['Ann Lee']],
    [
      'LexisNexis with a label above its text',
      lexis(1, 'Barn to have a roof').replace(/(24 words\n\n)/, '$1BODY:\n\n   '),
      ['Ann Lee'],
    ],
    [
      'ProQuest with edition and town',
      proquest.replace('title: Harbour Post', 'title: Harbour Post, Evening ed.; Harbour'),
      ['Ann Lee', 'Bo Berg'],
    ],
    ['Nexis Uni', nexis, ['Ann Lee']],
    ['ProQuest', proquest, ['Ann Lee', 'Bo Berg']],
  ])('%s', async (_, content, authors) => {
    const found = await short(content);
    expect(found.texts).toEqual([TEXT]);
    expect(found.facts).toEqual([facts('Barn to have a roof', authors)]);
    expect(found.left).toEqual([]);
  });

  test.each([
    [
      'Factiva',
      factiva('Barn to have a roof', '3 May 2021') + factiva('Barn has a roof', '3 May 2021'),
    ],
    ['LexisNexis', lexis(1, 'Barn to have a roof') + lexis(2, 'Barn has a roof')],
    [
      'Nexis Uni, Windows line ends',
      (nexis + nexis.replace('to have', 'has')).replaceAll('\n', '\r\n'),
    ],
  ])('two of %s are two', async (_, content) => {
    const found = await short(content);
    expect(found.facts.map(({ title }) => title)).toEqual([
      'Barn to have a roof',
      'Barn has a roof',
    ]);
  });
});

test('one in which no text is found is refused', async () => {
  const dayless = lexis(1, 'Barn to have a roof').replace('May 3, 2021 Monday\n\n', '');
  expect(await refusalOf('export.txt', dayless)).toMatch(/the text of none of its articles/);
});

test('an article that only tells of such documents is a text', async () => {
  const told =
    'Clerk finds 1 of 2 documents\n\nBy Ann Lee\n\nThe clerk read “Document 1 of 2” aloud in the hall, and said that the length was 24 words.\n';
  expect(await readingOf('told.txt', told)).toBeNull();
});
