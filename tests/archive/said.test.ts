import { describe, expect, test } from 'vitest';
import { built } from '../support/content.ts';

const BEFORE =
  'The night ferry between the two towns will stay in service for another ten years, the harbour office wrote.';

/** When the first claim of the last paragraph was said, for an article of a date. */
function said(paragraph: string, published: string | null, card?: string) {
  const { articles } = built(
    { ferry: `Night ferry to stay\n\n${published ?? ''}\n\n${BEFORE}\n\n${paragraph}\n` },
    card ? { articles: { ferry: card } } : {},
  );
  return articles[0]!.claims.at(-1)!.said;
}

describe('a date that the text gives', () => {
  test.each([
    [
      'in full',
      'On 3 March 2021, Mara Obi said that both boats leak.',
      'May 4, 2021',
      { edtf: '2021-03-03', basis: 'stated' },
    ],
    [
      'a month and a year',
      'In March 2021, Mara Obi said that both boats leak.',
      'May 4, 2021',
      { edtf: '2021-03', basis: 'stated' },
    ],
    [
      'without a year, which the article gives',
      'On March 3, Mara Obi said that both boats leak.',
      'May 4, 2021',
      { edtf: '2021-03-03', basis: 'inferred' },
    ],
    [
      'later in the year than the article: the year before',
      'On October 3, Mara Obi said that both boats leak.',
      'May 4, 2021',
      { edtf: '2020-10-03', basis: 'inferred' },
    ],
    [
      'the day on which the words were printed',
      'Both boats leak, Mara Obi said in an interview with the Bay Echo published on 3 March.',
      'May 4, 2021',
      { edtf: '../2021-03-03', basis: 'inferred' },
    ],
    [
      'kept by what is added in the same sentence',
      'In March 2021, Mara Obi said “both boats leak,” adding:\n\n“Nobody will ever buy the two of them, whatever they say at the harbour office.”',
      'May 4, 2021',
      { edtf: '2021-03', basis: 'stated' },
    ],
    [
      'a weekday',
      'Mara Obi said on Monday that both boats leak.',
      'Wednesday, May 5, 2021',
      { edtf: '2021-05-03', basis: 'inferred' },
    ],
  ])('%s', (_, paragraph, published, expected) =>
    expect(said(paragraph, published)).toMatchObject(expected),
  );
});

describe('what is no date of the words', () => {
  const NONE = { edtf: '../2021-05-04', basis: 'inferred' };
  const WORDS = '“We will keep the night ferry for another ten years,”';
  test.each([
    // names and ages
    `${WORDS} said Noor May, 34.`,
    `${WORDS} said Mr. May, 61.`,
    `${WORDS} said Theresa May, 20.`,
    `${WORDS} said April June, 19.`,
    `${WORDS} said Mrs. March, 12.`,
    `${WORDS} said August Kern, 61.`,
    `${WORDS} said June Park, 18.`,
    `${WORDS} said Jan Berg, 20.`,
    `${WORDS} said Friday Obi, 44.`,
    `${WORDS} said Joe Friday, 4.`,
    `${WORDS} said May Rose, 20.`,
    `${WORDS} May, 34, said.`,
    `${WORDS} the Sun said.`,
    `${WORDS} said Rev. Sunday, 60.`,
    // counts
    'In May 61 people died, said Mara Obi: “The harbour was not ready for them.”',
    'In March 20 boats sank, said Mara Obi: “The harbour was not ready for them.”',
    'In June 2000 people marched, said Mara Obi: “The harbour was not ready for them.”',
    'In March 2,018 boats came, said Mara Obi: “The harbour was not ready for them.”',
    `In August, 300 people came, said Mara Obi: ${WORDS}`,
    // another clause, another thing, verbs, places, days to come
    'On 3 March the boats sank, said Mara Obi: “The harbour was not ready for them.”',
    `${WORDS} the Jan. 6 committee said.`,
    `${WORDS} Mara Obi said as they sat down.`,
    `${WORDS} Mara Obi said before the march 5 miles inland.`,
    `${WORDS} Mara Obi of 12 March Street said.`,
    `${WORDS} Mara Obi said of the vote on 3 June 2034.`,
    `${WORDS} Mara Obi said by a vote of 5-1.`,
    `${WORDS} Mara Obi said, open 24/7.`,
    `${WORDS} Mara Obi said on 03/04/2021.`,
  ])('%s', (paragraph) => expect(said(paragraph, 'May 4, 2021')).toMatchObject(NONE));

  test.each([
    [`On 3 May 20 boats leaked, and Mara Obi said that both leak.`, '2021-05-03'],
    [`${WORDS} said Mara Obi on Sunday.`, '2021-05-02'],
    [`${WORDS} May Rose said on Sunday.`, '2021-05-02'],
    [`${WORDS} Mara Obi said at 20:18 on 3 May.`, '2021-05-03'],
    [`In April Mara Obi said that both boats leak.`, '2021-04'],
    [`${WORDS} Mara Obi said in May 1968.`, '1968-05'],
    [`${WORDS} said Noor May on 2 March 2021.`, '2021-03-02'],
  ])('but %s', (paragraph, edtf) =>
    expect(said(paragraph, 'Tuesday, May 4, 2021')).toMatchObject({ edtf }),
  );
});

describe('the date of something else', () => {
  const LATE = 'said that both boats leak';
  const NONE = { edtf: '../2021-05-04', basis: 'inferred' };
  test.each([
    // of a person
    `Mara Obi, born 3 May 1968, ${LATE}.`,
    `Mara Obi, born on 3 May 1968 in Bergen, ${LATE}.`,
    `Mara Obi, who died on 3 May 2018, ${LATE}.`,
    `Mara Obi, elected in March 2019, ${LATE}.`,
    `Mara Obi, convicted in March 2018, ${LATE}.`,
    `Mara Obi, whose son died on 3 March 2018, ${LATE}.`,
    `Mara Obi, who joined the council in March 2019, ${LATE}.`,
    `Mara Obi, mayor since May 2018, ${LATE}.`,
    `Mara Obi, mayor in May 2018, ${LATE}.`,
    `Both boats leak, said Mara Obi, elected in March 2019.`,
    `Both boats leak, said Mara Obi, who joined the council in March 2019.`,
    `Both boats leak, said Mara Obi, mayor since May 2018.`,
    `Both boats leak, said Mara Obi, the mayor in May 2018.`,
    `Both boats leak, said Mara Obi, born 3 May 1968.`,
    // of what is told
    `Both boats leak, Mara Obi said, recalling the attack of 3 March 2018.`,
    `Both boats leak, Mara Obi said, referring to the attack on 3 March 2018.`,
    `Both boats leak, Mara Obi said about the attack of 3 March 2018.`,
    `Both boats leak, Mara Obi said of the vote on 3 March 2018.`,
    `Both boats leak, Mara Obi said in a speech about the attack of 3 March 2018.`,
    `Both boats leak, Mara Obi said in response to the attack on 3 March 2018.`,
    `Both boats leak, said Mara Obi of the May 1968 Committee.`,
    `Both boats leak, said Mara Obi of the January 25 Movement.`,
    // bounds
    `After the attack of 3 March 2018, Mara Obi ${LATE}.`,
    `After 3 March 2018, Mara Obi ${LATE}.`,
    `Since 3 March 2018, Mara Obi ${LATE}.`,
    `Before 3 March 2018, Mara Obi ${LATE}.`,
    `Until May 2018, Mara Obi ${LATE}.`,
    `By 3 May 2018, Mara Obi ${LATE}.`,
    `About 3 May 2018, Mara Obi ${LATE}.`,
    `Both boats leak, Mara Obi said before 3 May 2018.`,
    `Both boats leak, Mara Obi said after 3 May 2018.`,
    `Both boats leak, Mara Obi said by 3 May 2018.`,
    `Both boats leak, Mara Obi said about May 2018.`,
    `Both boats leak, Mara Obi said until May 2018.`,
    // more than one day
    `Both boats leak, Mara Obi said between 3 and 5 May 2018.`,
    `Both boats leak, Mara Obi said on 3 or 4 May 2018.`,
    `Both boats leak, Mara Obi said on 3 and 4 May 2018.`,
    `Both boats leak, Mara Obi said on 3/4 May 2018.`,
    `Both boats leak, Mara Obi said in March or May 2018.`,
    // no dates, or not whole ones
    `Both boats leak, Mara Obi said on 32 May 2018.`,
    `Both boats leak, Mara Obi said on 3 Mar 18.`,
    `On 3 Mar 18, Mara Obi ${LATE}.`,
    `Both boats leak, Mara Obi said on Friday the 13th.`,
    `Friday said that both boats leak.`,
    `Sunday said that both boats leak.`,
    `On 3 May 2018 the boats sank, and a year later Mara Obi ${LATE}.`,
  ])('%s', (paragraph) => expect(said(paragraph, 'Tuesday, May 4, 2021')).toMatchObject(NONE));

  test.each([
    [`On 3 May 2018, Mara Obi ${LATE}.`, '2018-05-03'],
    [`But in May 2018 Mara Obi ${LATE}.`, '2018-05'],
    [`In a speech in Bergen on 3 May 2018, Mara Obi ${LATE}.`, '2018-05-03'],
    [`Speaking on 3 May 2018, Mara Obi ${LATE}.`, '2018-05-03'],
    [`Mara Obi on 3 May 2018 ${LATE}.`, '2018-05-03'],
    [`“Nobody will buy them,” said Mara Obi, the mayor of Bergen, on 3 May 2018.`, '2018-05-03'],
    [`Both boats leak, Mara Obi told the Bay Echo on 3 May 2018.`, '2018-05-03'],
    [`Both boats leak, Mara Obi said at a meeting on 3 May 2018.`, '2018-05-03'],
    [`Mara Obi, born in May 1968, ${LATE} on Sunday.`, '../2021-05-04'],
    [`Both boats leak, said Mara Obi, born in May 1968, on Sunday.`, '../2021-05-04'],
  ])('but %s', (paragraph, edtf) =>
    expect(said(paragraph, 'Tuesday, May 4, 2021')).toMatchObject({ edtf }),
  );

  test.each([
    'Photo taken 3 May 2019',
    'Event date: 5 June 2022',
    'Photo 3 May 2019',
    '3 September 2021 – 5 September 2021',
    '3 – 5 September 2021',
    'From 3 May 2019',
  ])('a line of the head, %s, is no day of publication', (line) => {
    const { articles } = built({
      ferry: `Night ferry to stay\n\nBy Ann Lee\n\n${line}\n\n${BEFORE}\n`,
    });
    expect(articles[0]?.published).toMatchObject({ basis: 'unknown' });
  });
  test.each([
    '3 May 2019',
    'Harbour Post, 3 May 2019',
    'Published: 3 May 2019',
    'Friday, 3 May 2019 10:15 GMT',
  ])('but %s is one', (line) => {
    const { articles } = built({
      ferry: `Night ferry to stay\n\nBy Ann Lee\n\n${line}\n\n${BEFORE}\n`,
    });
    expect(articles[0]?.published).toMatchObject({ edtf: '2019-05-03', basis: 'stated' });
  });
});

describe('no date is made up', () => {
  test('no year where the article has no date', () =>
    expect(said('On March 3, Mara Obi said that both boats leak.', null)).toBeNull());

  test('no year where two would fit', () =>
    expect(
      said(
        'On March 3, Mara Obi said that both boats leak.',
        null,
        '---\npublished:\n  edtf: 2020-01/2021-12\n  basis: inferred\n  note: it says so\n---\n',
      ),
    ).toMatchObject({ edtf: '../2021-12-31' }));

  test('the year where one fits the whole interval', () =>
    expect(
      said(
        'In June, Mara Obi said that both boats leak.',
        null,
        '---\npublished:\n  edtf: 2021-07/2021-08\n  basis: inferred\n  note: it says so\n---\n',
      ),
    ).toMatchObject({ edtf: '2021-06', basis: 'inferred' }));

  test('a date within the words is not the date of the words', () =>
    expect(
      said('Mara Obi said that both boats had leaked on 3 March 2020.', 'May 4, 2021'),
    ).toMatchObject({ edtf: '../2021-05-04', basis: 'inferred' }));

  test('a span of time is no date', () =>
    expect(
      said('The boats leaked from June 2014 to July 2017, according to Mara Obi.', 'May 4, 2021'),
    ).toMatchObject({ edtf: '../2021-05-04' }));

  test('"on Tuesday" in Tuesday’s paper may be a week ago', () =>
    expect(
      said('Mara Obi said on Tuesday that both boats leak.', 'Tuesday, May 4, 2021'),
    ).toMatchObject({ edtf: '../2021-05-04' }));
});

test('a captured date has its earliest and latest day', () => {
  const { articles } = built(
    { ferry: `Night ferry to stay\n\nMay 4, 2021\n\n${BEFORE}\n` },
    {
      articles: { ferry: '---\ncaptured:\n  edtf: 2021-06\n  basis: stated\n---\n' },
    },
  );
  expect(articles[0]?.captured).toEqual({
    edtf: '2021-06',
    from: '2021-06-01',
    to: '2021-06-30',
    basis: 'stated',
    note: null,
  });
});

describe('a name that reads as a date is none', () => {
  test.each([
    '“We play tonight,” said Dec 7, a band.',
    '“We play tonight,” said May 7, a band.',
    '“We play tonight,” said June March, a singer.',
    '“We play tonight,” said Jan 9. The boats lay outside.',
    '“We play tonight,” said Mara Obi of the 26 July Movement.',
    'Dec 7 said that they would play tonight.',
    'April May said that she would play tonight.',
  ])('%s', (paragraph) =>
    expect(said(paragraph, 'October 4, 2021')).toMatchObject({ edtf: '../2021-10-04' }),
  );
  test('behind whoever says it a date is one', () =>
    expect(said('“We play tonight,” Mara Obi said Dec. 7.', 'May 4, 2021')).toMatchObject({
      edtf: '2020-12-07',
    }));
});
