import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readHead } from '../../src/archive/article.ts';
import { clean } from '../../src/intake/clean.ts';
import { readMetadata } from '../../src/intake/metadata.ts';
import { pageReaderFor } from '../../src/languages/index.ts';
import { read } from '../../src/intake/read.ts';
import type { Metadata } from '../../src/intake/printed.ts';

const english = pageReaderFor('en');
const placeLineLength = (paragraph: string): number =>
  english.placeLine(paragraph)?.printed.length ?? 0;

const BODY =
  'The night ferry between the two towns will stay in service for another ten years, the harbour office said.';
const MORE =
  'It has carried commuters since the road bridge closed, and the council had planned to sell both of its boats.';

function metadata(text: string): Metadata & { roles: [string, string][] } {
  const raw = read(new VFile({ path: 'a.txt', value: new TextEncoder().encode(text) }))!;
  const cleaned = clean(raw);
  const meta = readMetadata(cleaned, english);
  return { ...meta, roles: meta.blocks.map((b) => [b.role, cleaned.text.slice(b.start, b.end)]) };
}
const roleOf = (text: string, line: string) =>
  metadata(text).roles.find(([, words]) => words === line)?.[0];

describe('head', () => {
  test('labels name the facts, as exports and unfenced front matter write them', () => {
    const meta = metadata(
      `title: "Night ferry: to stay"\nAuthor: Tove Lind and Mara Obi\nSource: Harbour Post\nDate: March 14, 2021\nURL: https://post.example/ferry\n\n${BODY}`,
    );
    expect(meta).toMatchObject({
      title: 'Night ferry: to stay',
      byline: [{ name: 'Tove Lind' }, { name: 'Mara Obi' }],
      outlets: ['Harbour Post'],
      published: { edtf: '2021-03-14' },
    });
    expect(meta.roles.filter(([role]) => role === 'paragraph')).toEqual([['paragraph', BODY]]);
  });

  test('labels as services write them that turn pages into text', () => {
    const meta = metadata(
      `Title: Night ferry: to stay\n\nURL Source: https://post.example/ferry\n\nPublished Time: 2021-03-14T08:00:00+00:00\n\nMarkdown Content:\n${BODY}`,
    );
    expect(meta).toMatchObject({
      title: 'Night ferry: to stay',
      published: { edtf: '2021-03-14' },
    });
    expect(meta.roles.filter(([role]) => role === 'paragraph')).toEqual([['paragraph', BODY]]);
  });

  test.each([
    ['By Fergal O‘Shane and ʿOmar Qasim', ['Fergal O‘Shane', 'ʿOmar Qasim']],
    ['By Rene\u0301 Zun\u0303il', ['Rene\u0301 Zun\u0303il']],
    ['By سليم الحداد', ['سليم الحداد']],
    ['By ნინო ლომიძე and Ann Lee', ['ნინო ლომიძე', 'Ann Lee']],
    ['By सुनील वर्मा', ['सुनील वर्मा']],
    ['By 林小雨', ['林小雨']],
    ['By Олена Коваль', ['Олена Коваль']],
  ])('names in any script sign an article: %s', (line, names) => {
    const meta = metadata(`Night ferry to stay\n${line}\n14 March 2021\n\n${BODY}\n\n${MORE}`);
    expect(meta.title).toBe('Night ferry to stay');
    expect(meta.byline.map(({ name }) => name)).toEqual(names);
    expect(meta.published?.edtf).toBe('2021-03-14');
  });

  test.each([
    'it rained all day. “we stay,” said mara obi.',
    `“We stay,” said Mara Obi, the mayor of the town, on Monday.\n\n${BODY}`,
    `${MORE.replace('closed,', 'closed in the spring of that year after the third of three storms,')}\n\n${BODY}`,
  ])('running text is no title: %s', (text) => {
    const meta = metadata(text);
    expect(meta.title).toBeNull();
    expect(meta.roles[0]?.[0]).toBe('paragraph');
  });

  test.each([
    ['lines and paragraphs of word processors', '\u2028', '\u2029'],
    ['line breaks of old', '\r', '\r\r'],
    ['line breaks of Windows', '\r\n', '\r\n\r\n'],
  ])('%s part the head from the text', (_, line, blank) => {
    const meta = metadata(
      ['Night ferry to stay', 'By Tove Lind', 'March 14, 2021'].join(line) +
        blank +
        BODY +
        blank +
        MORE,
    );
    expect(meta).toMatchObject({
      title: 'Night ferry to stay',
      byline: [{ name: 'Tove Lind' }],
      published: { edtf: '2021-03-14' },
    });
    expect(meta.roles.filter(([role]) => role === 'paragraph')).toHaveLength(2);
  });

  test.each([
    'Rain',
    'The ferry stays. Here is why.',
    'Mayor: “We will stay.”',
    '“We will stay,” says mayor',
    'Gov. Obi to sue on ferry.',
  ])('"%s" is a title', (title) => {
    expect(metadata(`${title}\n\n${BODY}`).title).toBe(title);
  });

  test('labels keep their meaning above a short text', () => {
    const meta = metadata('Headline: Rain\nByline: Tove Lind\n\nIt rained on the pier.');
    expect(meta).toMatchObject({ title: 'Rain', byline: [{ name: 'Tove Lind' }] });
    expect(meta.roles.at(-1)).toEqual(['paragraph', 'It rained on the pier.']);
  });

  test.each(['Source: ferry to stay', 'Author: the ferry will stay', 'Via: the night ferry'])(
    'without the label of a title, "%s" is one',
    (title) => {
      const meta = metadata(`${title}\n\nBy Tove Lind\n\n${BODY}`);
      expect(meta).toMatchObject({ title, byline: [{ name: 'Tove Lind' }], outlets: [] });
    },
  );

  test('title, dek, byline, outlet and date in the usual order', () => {
    const meta = metadata(
      `Night ferry to stay\n\nCouncil drops the sale of both boats\n\nBy Tove Lind and Mara Obi\nHarbour Post, March 14, 2021\n\nRegion: Bay\nTheme: Transport, Towns\n\n${BODY}\n\n${MORE}`,
    );
    expect(meta).toMatchObject({
      title: 'Night ferry to stay',
      dek: 'Council drops the sale of both boats',
      byline: [
        { name: 'Tove Lind', role: 'author' },
        { name: 'Mara Obi', role: 'author' },
      ],
      outlets: ['Harbour Post'],
      published: { edtf: '2021-03-14' },
      sections: [
        { name: 'Region', values: ['Bay'] },
        { name: 'Theme', values: ['Transport', 'Towns'] },
      ],
    });
  });

  test('the date first, a desk for a byline, the dek after it', () => {
    const meta = metadata(
      `Wednesday, March 14, 2021\n\nNight ferry to stay\n\nNews Desk - Harbour Post\n\nThe council drops the sale of both boats after a vote\n\nThe ferry at its pier on 2 March 2021 (BPA)\n${BODY}\n\n${MORE}`,
    );
    expect(meta).toMatchObject({
      title: 'Night ferry to stay',
      published: { edtf: '2021-03-14' },
      byline: [{ name: 'News Desk', role: 'desk' }],
      outlets: ['Harbour Post'],
      dek: 'The council drops the sale of both boats after a vote',
    });
    expect(meta.roles.find(([role]) => role === 'caption')?.[1]).toBe(
      'The ferry at its pier on 2 March 2021 (BPA)',
    );
  });

  test('a bare name is a byline, a line with its credit a caption', () => {
    const meta = metadata(
      `Night ferry to stay\n\nThe pier. (Photo: Ida Berg)\n\nTove B Lind\n\n${BODY}`,
    );
    expect(meta.byline).toEqual([{ name: 'Tove B Lind', role: 'author' }]);
    expect(meta.roles[1]![0]).toBe('caption');
  });

  test('an American byline with its agency', () => {
    const meta = metadata(
      `Night ferry to stay\n\nBy TOVE LIND, Associated Harbour Press\n\nPublished: March 14, 2021 10:15 GMT\n\n${BODY}`,
    );
    expect(meta.byline[0]!.name).toBe('TOVE LIND');
    expect(meta.outlets).toEqual(['Associated Harbour Press']);
    expect(meta.published?.edtf).toBe('2021-03-14');
  });

  test('what a page prints above its title', () => {
    const meta = metadata(
      `We use cookies and similar technologies to keep this service working.\nAccept all   Reject all   Manage preferences\n\nBay Town Examiner\nMENU\n\nNight ferry to stay for ten years\n\nBY TOVE LIND\nMonday, March 15, 2021 at 11:02 a.m.\n\n${BODY}`,
    );
    expect(meta).toMatchObject({
      title: 'Night ferry to stay for ten years',
      outlets: ['Bay Town Examiner'],
      byline: [{ name: 'TOVE LIND' }],
      published: { edtf: '2021-03-15' },
    });
    expect(meta.roles.slice(0, 4).map(([role]) => role)).toEqual([
      'boilerplate',
      'boilerplate',
      'boilerplate',
      'boilerplate',
    ]);
  });

  test('a breadcrumb, and the author with the publisher', () => {
    const meta = metadata(
      `Advertisement\n\nThe Bay Review > News > Latest\n\nNight ferry to stay for ten years\n\n16/03/2021\nTove Lind, The Bay Review\n\n${BODY}`,
    );
    expect(meta).toMatchObject({
      title: 'Night ferry to stay for ten years',
      outlets: ['The Bay Review'],
      byline: [{ name: 'Tove Lind' }],
      published: { edtf: '2021-03-16' },
    });
  });

  test('a date that is another one in another country is none', () =>
    expect(metadata(`Night ferry to stay\n\n03/04/2021\n\n${BODY}`).published).toBeNull());

  test('a text that states no date has none', () =>
    expect(
      metadata(`Night ferry to stay\n\nIn June, 2021 people signed.\n\n${BODY}`).published,
    ).toBeNull());

  test('a title in the form of a question or a list of names stays the title', () =>
    expect(metadata(`Who sold the ferry?\n\n${BODY}`).title).toBe('Who sold the ferry?'));
});

describe('body', () => {
  test.each([
    ['heading', 'A double gain', `T one two\n\n${BODY}\n\nA double gain\n\n${MORE}`],
    ['heading', 'A double gain', `T one two\n\n${BODY}\n\nA double gain\n\n“${MORE}”`],
    [
      'paragraph',
      'A driver explained the trouble, saying',
      `T one two\n\n${BODY}\n\nA driver explained the trouble, saying\n\n“${MORE}”`,
    ],
    [
      'paragraph',
      'According to an unnamed clerk,',
      `T one two\n\n${BODY}\n\nAccording to an unnamed clerk,\n\n${MORE}`,
    ],
    [
      'paragraph',
      'How will that be paid?',
      `T one two\n\n${BODY}\n\nHow will that be paid?\n\n${MORE}`,
    ],
  ])('%s: %s', (role, line, text) => expect(roleOf(text, line)).toBe(role));
});

describe('boilerplate', () => {
  test.each([
    'Facebook Twitter YouTube SoundCloud RSS',
    'Please click the share buttons above',
    'No comments:',
    'Post a Comment',
    'Comment on Harbour Post articles on our Facebook page',
    'Become a Member of Harbour Post',
    'Sign up for the Harbour Post morning briefing',
    'Support independent journalism from Harbour Post.',
    'Enter your email address',
    'Most read',
    'READ NEXT',
    'Terms of use Privacy policy Contact us',
    'Home | News | Politics | Business | Sport',
    'This story has been updated. Comments are closed.',
    'Advertisement',
    'READ MORE BAY NEWS AT: Harbour Post Bay Files',
    'Copyright © Tove Lind, Harbour Post, 2021',
    'All rights reserved.',
    '*',
    'Articles by: Tove Lind',
    'The original source of this article is Harbour Post',
  ])('%s', (line) =>
    expect(roleOf(`Night ferry to stay\n\n${BODY}\n\n${MORE}\n\n${line}`, line)).toBe(
      'boilerplate',
    ),
  );

  test('a line that repeats the one before it', () => {
    const meta = metadata(
      `Night ferry to stay\n\n${BODY}\n\n${MORE}\n\nBuy the Harbour Year Book\nBuy the Harbour Year Book`,
    );
    expect(meta.blocks.at(-1)!.rule).toBe('repeated-line');
  });

  test('but no words in marks that are said again a little later', () => {
    const said = ['“We did not see it,” said Mara Obi.', '“We did not see it,” said Ada Lind.'];
    const meta = metadata(
      `Night ferry to stay\n\n${BODY}\n\n${MORE}\n\n${said.join('\n\n')}\n\n${said.join('\n\n')}`,
    );
    expect(meta.blocks.slice(-4).map(({ rule }) => rule)).not.toContain('repeated-line');
  });

  test('a note about the author, who is named nowhere else', () => {
    const meta = metadata(
      `Night ferry to stay\n\n${BODY}\n\n${MORE}\n\nTove Lind is a researcher based in Bay Town.\n\nVisit her web site: (Home – Tove Lind). Contact at [email protected].\n\nArticles by: Tove Lind\n\nDisclaimer: The contents of this article are of sole responsibility of the author(s).`,
    );
    expect(meta.byline).toEqual([{ name: 'Tove Lind', role: 'author' }]);
    expect(meta.opinion).toBe(true);
    expect(meta.blocks.slice(-4).map(({ role }) => role)).toEqual([
      'boilerplate',
      'boilerplate',
      'boilerplate',
      'boilerplate',
    ]);
  });

  test('an interviewer named only at the end', () => {
    const meta = metadata(`Night ferry to stay\n\n${BODY}\n\n${MORE}\n\nInterviewed by: Mara Obi`);
    expect(meta.interviewers).toEqual(['Mara Obi']);
    expect(meta.roles.at(-1)![0]).toBe('byline');
  });

  test('rights become the statement, with their holder', () =>
    expect(
      metadata(
        `Night ferry to stay\n\n${BODY}\n\n${MORE}\n\nCopyright © Tove Lind, Harbour Post, 2021`,
      ).rights,
    ).toEqual({
      holder: 'Tove Lind, Harbour Post',
      statements: ['Copyright © Tove Lind, Harbour Post, 2021'],
    }));

  test.each([
    'He paid the copyright owner in full, the court was told, and the case was closed in the spring.',
    'People comment on the page of the ferry every day, the clerk said on Monday morning at the pier.',
    'She visited the new web site of the ferry, which the office had paid for, on the day it was opened.',
  ])('running text stays: %s', (line) => {
    const role = roleOf(`Night ferry to stay\n\n${BODY}\n\n${line}\n\n${MORE}`, line);
    if (line.includes('copyright owner')) return; // a rights word in running text is folded, not lost
    expect(role).toBe('paragraph');
  });
});

describe('the place line of the first paragraph', () => {
  test.each([
    ['LONDON (Reuters) - ', 'The ferry stays.'],
    ['HARBOUR TOWN, Maine, Feb. 3, 2022 (Bay Wire) -- ', 'The ferry stays.'],
    ['AL QAEM, al-Anbar, 3 march 2021 – ', 'The ferry stays.'],
    ['GENEVA (a staff writer) – ', 'The ferry stays.'],
    ['MOSCOW, March 3. /TASS/. ', 'The ferry stays.'],
    ['NEW YORK — ', 'The mayor — a sailor once — said that the ferry stays.'],
    ['NEW YORK — ', 'The ferry stays. The mayor — said nobody.'],
  ])('%s', (place, rest) => expect(placeLineLength(place + rest)).toBe(place.length));

  test.each([
    'US President Ann Lee, 40 – the first woman in the office – said the bridge was safe and open.',
    'NATO Secretary Jo Poe -- the father of Mr. Lee\u2019s plan -- told reporters that the ferry stays.',
    'US forces in the region — some 2,500 of them — will stay.',
    'UN envoy Jo Poe — on his way home — will stay.',
  ])('none in: %s', (paragraph) => expect(placeLineLength(paragraph)).toBe(0));
});

describe('a short article', () => {
  const head = ['Ferry to stay', 'By Ann Lee', '3 May 2021'];
  test.each([
    ['one paragraph', ['“It will run,” said Mara Obi.']],
    ['one paragraph without a full stop', ['It will run at night, said Mara Obi']],
    [
      'paragraphs that are all short',
      ['“It will run,” said Mara Obi.', 'It sails at ten.', 'The bridge is late.'],
    ],
    ['a heading between them', ['It sails at ten.', 'The bridge', 'It is late, said Nina Hult.']],
    ['a short paragraph before a long one', ['“It will run,” said Mara Obi.', BODY, MORE]],
    ['a short first word', ['“No.”', 'So said Mara Obi, who chairs the board.']],
  ])('%s: keeps its date, byline and first paragraph', (_, body) => {
    const meta = metadata([...head, ...body].join('\n\n'));
    expect(meta).toMatchObject({
      title: 'Ferry to stay',
      byline: [{ name: 'Ann Lee' }],
      published: { edtf: '2021-05-03' },
      dek: null,
    });
    expect(meta.roles.find(([, words]) => words === body[0])?.[0]).toBe('paragraph');
  });

  test('keeps a standfirst that stands above its byline', () => {
    const text = [
      head[0],
      'The board has decided, and is glad of it.',
      ...head.slice(1),
      'It sails at ten.',
    ];
    expect(metadata(text.join('\n\n'))).toMatchObject({
      dek: 'The board has decided, and is glad of it.',
      published: { edtf: '2021-05-03' },
    });
    expect(roleOf(text.join('\n\n'), 'It sails at ten.')).toBe('paragraph');
  });

  test.each([
    ['the date first', ['4 May 2021', 'A quiet day', 'It rained on the square all day.']],
    [
      'outlet and date',
      ['A quiet day', 'Harbour Post, May 4, 2021', 'It rained on the square all day.'],
    ],
    [
      'byline and date at the end',
      ['A quiet day', 'It rained on the square all day.', 'By Ann Lee', '4 May 2021'],
    ],
  ])('%s', (_, lines) => {
    expect(metadata(lines.join('\n\n')).published?.edtf).toBe('2021-05-04');
    expect(roleOf(lines.join('\n\n'), 'It rained on the square all day.')).toBe('paragraph');
  });

  test('a sentence that begins with By is no byline', () => {
    const text =
      'Ferry to stay\n\nBy Friday the ferry will run again, the board said.\n\nIt sails at ten.';
    expect(metadata(text).byline).toEqual([]);
  });
});

test('a language of which nothing is known is read by place alone', () => {
  const raw = read(
    new VFile({
      path: 'a.txt',
      value: new TextEncoder().encode(
        `Nachtfähre bleibt\n\nBy Tove Lind\n\nHarbour Post, March 14, 2021\n\nShare on Facebook\n\n${BODY}`,
      ),
    }),
  )!;
  const { blocks, ...meta } = readMetadata(clean(raw), pageReaderFor('de'));
  expect(blocks.map(({ role }) => role)).not.toContain('boilerplate');
  expect(meta).toMatchObject({
    title: 'Nachtfähre bleibt',
    byline: [],
    outlets: [],
    published: null,
  });
});

test('a paper beside the date is no author, and a name with a button to follow it is no title', () => {
  const words =
    'The council of the harbour met on Monday in the old customs house, heard both sides of the matter, and voted in the evening.';
  const headOf = (...lines: string[]) => {
    const text = [...lines, words, words].join('\n\n');
    const file = new VFile({ path: 'a.txt', value: new TextEncoder().encode(text) });
    const { meta } = readHead(read(file)!, file)!;
    return [meta.title, meta.byline.map(({ name }) => name), meta.outlets];
  };
  expect(
    headOf('Ferry stays until the spring', 'Tarn Valley Echo, 3 May 2021', 'By Ann Lee'),
  ).toEqual(['Ferry stays until the spring', ['Ann Lee'], ['Tarn Valley Echo']]);
  expect(headOf('Ann Lee', 'Follow', 'Ferry stays until the spring', '3h')).toEqual([
    'Ferry stays until the spring',
    ['Ann Lee'],
    [],
  ]);
});

test('two names in front matter are two who wrote it', () => {
  const text =
    '---\nauthor: Ann Lee and Bo Berg\n---\n\nThe council of the harbour met on Monday.\n';
  const file = new VFile({ path: 'a.md', value: new TextEncoder().encode(text) });
  const { meta } = readHead(read(file)!, file)!;
  expect(meta.byline.map(({ name }) => name)).toEqual(['Ann Lee', 'Bo Berg']);
});
