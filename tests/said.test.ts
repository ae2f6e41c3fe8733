import { describe, expect, test } from 'vitest';
import { built } from './content.ts';

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
