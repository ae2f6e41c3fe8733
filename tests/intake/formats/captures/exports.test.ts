/** Exports of other tools, in the shapes that they write: which field is what, an article a row. */
import { describe, expect, test } from 'vitest';
import { refusalOf, takenFrom } from '../../../support/captures.ts';

const BODY =
  '“We will keep the night ferry,” said Mara Obi, who chairs the board.\nIt sails at ten, and it will sail in winter.';
const PARTED = BODY.replace('\n', '\n\n');
const ADDRESS = 'https://harbour.example/ferry';
const cell = (words: string) => `"${words.replaceAll('"', '""')}"`;
const json = (value: unknown) => JSON.stringify(value);

/** What is taken of a row, in short. */
const short = async (...args: Parameters<typeof takenFrom>) => {
  const { texts, left, notes } = await takenFrom(...args);
  return {
    rows: texts.map(({ text, facts, extension, capture }) => [
      extension,
      text,
      Object.fromEntries(
        Object.entries(facts).map(([key, fact]) => [key, (fact as { value: unknown }).value]),
      ),
      capture.part?.name,
    ]),
    left,
    notes,
  };
};
const FACTS = {
  title: 'The night ferry stays',
  authors: ['Ann Lee', 'Bo Berg'],
  outlet: 'Harbour Post',
  published: '2021-05-03',
  original: ADDRESS,
};
const ROW = ['txt', `The night ferry stays\n\n${PARTED}\n`];

test.each([
  ['a host with www', 'www.harbour.example', 'Ann Lee', 'harbour.example', ['Ann Lee']],
  ['a calling', 'Harbour Post', 'By Ann Lee, Staff Writer', 'Harbour Post', ['Ann Lee']],
  ['two names', 'Harbour Post', 'Ann Lee, Bo Berg', 'Harbour Post', ['Ann Lee', 'Bo Berg']],
])('who wrote and published: %s', async (_, source, author, outlet, authors) => {
  const { texts } = await takenFrom(
    'a.json',
    json([{ title: 'The night ferry stays', author, source, text: BODY }]),
  );
  expect(texts[0]?.facts.outlet?.value).toBe(outlet);
  expect(texts[0]?.facts.authors?.value).toEqual(authors);
});

test('columns that are named in other languages, and days with points', async () => {
  const { texts } = await takenFrom(
    'a.csv',
    `Titel;Autor;Quelle;Datum;Text\nThe night ferry stays;Ann Lee;Harbour Post;03.05.2021;${cell(BODY)}\n`,
  );
  expect(texts[0]?.facts).toMatchObject({
    title: { value: 'The night ferry stays' },
    authors: { value: ['Ann Lee'] },
    outlet: { value: 'Harbour Post' },
    published: { value: '2021-05-03' },
  });
});

test('a column of days that may be two is said', async () => {
  const { texts, notes } = await takenFrom(
    'a.csv',
    `title,author,date,text\nThe night ferry stays,Ann Lee,05/06/2021,${cell(BODY)}\n`,
  );
  expect(texts[0]?.facts.published).toBeUndefined();
  expect(notes[0]).toBe(
    'Its column “date” is not taken: `05/06/2021` may be two days. Write days as 2021-05-03.',
  );
});

describe('one article a row', () => {
  test.each([
    [
      'CSV with other names',
      'a.csv',
      `headline,byline,publication,pub_date,link,body\nThe night ferry stays,"By Ann Lee and Bo Berg",Harbour Post,2021-05-03 10:00,${ADDRESS},${cell(BODY)}\n`,
      FACTS,
    ],
    [
      'TSV',
      'a.tsv',
      `title\tauthors\tsource\tdate\turl\ttext\nThe night ferry stays\tAnn Lee; Bo Berg\tHarbour Post\t20210503\t${ADDRESS}\t${cell(BODY)}\n`,
      FACTS,
    ],
    [
      'trafilatura',
      'a.json',
      json({
        title: 'The night ferry stays',
        author: 'Ann Lee; Bo Berg',
        hostname: 'harbour.example',
        date: '2021-05-03',
        fingerprint: '7',
        raw_text: BODY,
        text: BODY,
        source: ADDRESS,
        'source-hostname': 'Harbour Post',
        excerpt: 'It stays.',
        language: 'en',
        filedate: '2024-01-02',
      }),
      { ...FACTS, dek: 'It stays.', language: 'en', captured: '2024-01-02' },
    ],
    [
      'news-please',
      'a.json',
      json({
        authors: ['Ann Lee', 'Bo Berg'],
        date_download: '2024-01-02 09:00:00',
        date_modify: null,
        date_publish: '2021-05-03 10:00:00',
        description: null,
        maintext: BODY,
        text: null,
        source_domain: 'Harbour Post',
        title: 'The night ferry stays',
        title_page: null,
        url: ADDRESS,
        filename: 'x.json',
      }),
      { ...FACTS, captured: '2024-01-02' },
    ],
    [
      'NewsAPI',
      'a.json',
      json({
        status: 'ok',
        totalResults: 1,
        articles: [
          {
            source: { id: null, name: 'Harbour Post' },
            author: 'Ann Lee, Bo Berg',
            title: 'The night ferry stays',
            url: ADDRESS,
            urlToImage: null,
            publishedAt: '2021-05-03T10:00:00Z',
            content: BODY,
          },
        ],
      }),
      FACTS,
    ],
    [
      'CSL-JSON with the text beside',
      'a.json',
      json([
        {
          id: 'x',
          type: 'article-newspaper',
          title: 'The night ferry stays',
          'container-title': 'Harbour Post',
          URL: ADDRESS,
          fulltext: BODY,
          author: [
            { family: 'Lee', given: 'Ann' },
            { family: 'Berg', given: 'Bo' },
          ],
          issued: { 'date-parts': [[2021, 5, 3]] },
        },
      ]),
      FACTS,
    ],
    [
      'JSON Lines',
      'a.jsonl',
      `${json({ title: 'The night ferry stays', author: 'Ann Lee & Bo Berg', outlet: 'Harbour Post', date: '3 May 2021', url: ADDRESS, text: BODY })}\n${json({ title: 'Other', text: '' })}\n`,
      FACTS,
    ],
  ])('%s', async (_, name, content, facts) => {
    const { rows } = await short(name, content);
    expect(rows).toEqual([[...ROW, facts, 'row 1']]);
  });

  test('a feed with full text hands on pages; an item with a summary alone is left, and named', async () => {
    const { rows, left } = await short(
      'feed.xml',
      `<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Harbour Post</title><language>en</language><item><title>The night ferry stays</title><link>${ADDRESS}</link><dc:creator>Ann Lee</dc:creator><pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>“We will keep it,” said Mara Obi.</p><p></item></p>]]></content:encoded></item><item><title>Other</title><description>In short.</description></item></channel></rss>`,
    );
    expect(rows).toEqual([
      [
        'html',
        '<p>“We will keep it,” said Mara Obi.</p><p></item></p>',
        {
          title: 'The night ferry stays',
          authors: ['Ann Lee'],
          outlet: 'Harbour Post',
          published: '2021-05-03',
          original: ADDRESS,
          language: 'en',
        },
        'item 1',
      ],
    ]);
    expect(left).toEqual([{ part: 'item 2', why: 'it has no text' }]);
  });

  test.each(['ann@post.example (Ann Lee)', 'Ann Lee &lt;ann@post.example&gt;'])(
    'who wrote an item of a feed, with an address: %s',
    async (author) => {
      const { rows } = await short(
        'feed.xml',
        `<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Harbour Post</title><item><title>The night ferry stays</title><author>${author}</author><content:encoded><![CDATA[<p>“We will keep it,” said Mara Obi.</p>]]></content:encoded></item></channel></rss>`,
      );
      expect(rows[0]?.[2]).toMatchObject({ authors: ['Ann Lee'] });
    },
  );

  test('Atom', async () => {
    const { rows } = await short(
      'feed.xml',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title><entry><title>The night ferry stays</title><link rel="self" href="https://x.example/"/><link href="${ADDRESS}"/><author><name>Ann Lee</name><email>a@x.example</email></author><updated>2021-05-04T10:00:00Z</updated><published>2021-05-03T10:00:00Z</published><content type="html">&lt;p&gt;“We keep it,” said Mara Obi.&lt;/p&gt;</content></entry></feed>`,
    );
    expect(rows[0]?.slice(0, 3)).toEqual([
      'html',
      '<p>“We keep it,” said Mara Obi.</p>',
      {
        title: 'The night ferry stays',
        authors: ['Ann Lee'],
        outlet: 'Harbour Post',
        published: '2021-05-03',
        original: ADDRESS,
      },
    ]);
  });
});

describe('what is what', () => {
  const table = `one,two,three\nThe night ferry stays,${cell(BODY)},2021-05-03\n`;
  test('is asked where names do not tell, and said with --map', async () => {
    expect(await refusalOf('a.csv', table)).toBe(
      'and none of its columns is known to hold the text of articles',
    );
    const { rows, notes } = await short('a.csv', table, { mapping: { title: 'one', text: 'two' } });
    expect(rows).toEqual([[...ROW, { title: 'The night ferry stays' }, 'row 1']]);
    expect(notes).toEqual(['Read as --map title=one,text=two; not used: three.']);
    expect(await refusalOf('a.csv', table, { mapping: { text: 'four' } })).toBe(
      'and has no column four',
    );
  });

  test('a date that could mean two days is no date', async () => {
    const { rows } = await short(
      'a.csv',
      `title,date,text\nFerry,03/05/2021,${cell(BODY)}\nFerry,04/05/2021,${cell(`${BODY} More.`)}\n`,
    );
    expect(rows.map((row) => row[2])).toEqual([{ title: 'Ferry' }, { title: 'Ferry' }]);
  });

  test('the row is kept as it was, under the names of its columns', async () => {
    const { texts } = await takenFrom('a.csv', table, { mapping: { text: 'two' } });
    expect(Buffer.from(texts[0]?.keep.bytes ?? []).toString()).toBe(table.trimEnd());
  });
});

describe('not taken', () => {
  test.each([
    [
      'a list without texts',
      'a.csv',
      `title,url,publish_date\nFerry,${ADDRESS},2021-05-03\nBoat,${ADDRESS}2,2021-05-04\n`,
      /none of its columns is known/,
    ],
    [
      'the beginning of a text',
      'a.json',
      json({
        articles: [{ title: 'Ferry', url: ADDRESS, content: 'We will keep… [+1234 chars]' }],
      }),
      /its text is cut off/,
    ],
    [
      'a text that was taken back',
      'a.json',
      json({ articles: [{ title: '[Removed]', url: ADDRESS, content: '[Removed]' }] }),
      /its text was removed/,
    ],
    ['broken JSON', 'a.json', '[{"title": "Ferry", "text": "We', /is damaged/],
    [
      'JSON within JSON',
      'a.json',
      `[{"title": ${'['.repeat(200_000)}${']'.repeat(200_000)}}]`,
      /too deep within one another/,
    ],
  ])('%s', async (_, name, content, why) => {
    expect(await refusalOf(name, content)).toMatch(why);
  });

  test('a broken line of JSON Lines, and the others are', async () => {
    const line = json({ title: 'Ferry', text: BODY });
    const { rows, left } = await short(
      'a.jsonl',
      `${line}\n${json({ title: 'Boat', text: BODY })}\n{"title": \n`,
    );
    expect([rows.length, left]).toEqual([2, [{ part: 'row 3', why: 'it is no object of JSON' }]]);
  });
});

describe('what services write', () => {
  test.each([
    [
      'a reader of feeds',
      {
        items: [
          {
            ...{ id: 'a', title: 'The night ferry stays', author: 'Ann Lee; Bo Berg' },
            ...{ published: 1620036000, canonical: [{ href: ADDRESS }] },
            ...{
              summary: { direction: 'ltr', content: PARTED },
              origin: { title: 'Harbour Post' },
            },
          },
        ],
      },
    ],
    [
      'an interface for programs',
      {
        response: {
          results: [
            {
              ...{ id: 'a', webTitle: 'A ferry', webUrl: ADDRESS },
              ...{ webPublicationDate: '2021-05-03T10:00:00Z', publication: 'Harbour Post' },
              fields: {
                ...{ headline: 'The night ferry stays', byline: 'Ann Lee and Bo Berg' },
                bodyText: PARTED,
              },
            },
          ],
        },
      },
    ],
    [
      'a list of what is read later',
      [
        {
          ...{ id: 1, title: 'The night ferry stays', url: ADDRESS, content: PARTED },
          ...{ published_at: '2021-05-03T10:00:00+00:00', published_by: ['Ann Lee', 'Bo Berg'] },
          domain_name: 'Harbour Post',
        },
      ],
    ],
    [
      'a program for blogs',
      [
        {
          ...{ id: 1, date: '2021-05-03T10:00:00', link: ADDRESS, publisher: 'Harbour Post' },
          ...{ title: { rendered: 'The night ferry stays' }, content: { rendered: PARTED } },
          authors: [{ name: 'Ann Lee' }, { name: 'Bo Berg' }],
        },
      ],
    ],
  ])('%s', async (_, value) => {
    const { rows } = await short('a.json', json(value));
    expect(rows).toEqual([[...ROW, FACTS, 'row 1']]);
  });
  test('a text in pieces, some of them set bold, is whole', async () => {
    const text = ['“We will keep ', { type: 'bold', text: 'the night ferry' }, ',” said Mara Obi.'];
    const { rows } = await short('a.json', json([{ id: 1, title: 'Ferry', text }]));
    expect(rows[0]?.[1]).toBe('Ferry\n\n“We will keep the night ferry,” said Mara Obi.\n');
  });
  test('pieces that are not understood are no text', async () => {
    const text = ['“We will keep ', { type: 'bold', text: 'it' }, { type: 'emoji', id: 7 }];
    expect(await refusalOf('a.json', json([{ id: 1, title: 'Ferry', text }]))).toMatch(
      /no text|none of its columns/,
    );
  });
  test('rows without a title are called by the file', async () => {
    const { texts } = await takenFrom('harbour.json', json([{ id: 1, text: BODY }]));
    expect(texts[0]?.stem).toBe('harbour');
  });
  test.each([
    ['eng', 'en'],
    ['pt_BR', 'pt-BR'],
  ])('the language %s is %s', async (language, tag) => {
    const { texts } = await takenFrom('a.json', json([{ title: 'Ferry', text: BODY, language }]));
    expect(texts[0]?.facts.language?.value).toBe(tag);
  });
  test('milliseconds are a day of our time', async () => {
    const { texts } = await takenFrom(
      'a.csv',
      `title,date,text\nFerry,1712103000000,${cell(BODY)}\n`,
    );
    expect(texts[0]?.facts.published?.value).toBe('2024-04-03');
  });
});
