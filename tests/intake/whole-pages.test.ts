/** Pages that were copied whole, menus and notices included, each with the title, authors and day that it states. */
import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readHead } from '../../src/archive/article.ts';
import { read } from '../../src/intake/read.ts';

const BODY = [
  'The harbour bridge in Valmer will be closed for a whole week from Monday morning, and the ferry will run all night instead.',
  '“We have waited too long,” Mayor Ilse Brandt said. “The steel is tired.”',
  'Ferry operator Tomas Reed said the boats would run every ten minutes until the bridge was open again to cars and lorries.',
  'The council will meet on Tuesday to vote on the money for the repair, which had been put off since the spring of last year.',
];

function headOf(text: string) {
  const file = new VFile({ path: 'content/sources/a.txt', value: new TextEncoder().encode(text) });
  const raw = read(file);
  const head = raw && readHead(raw, file);
  if (!head) throw new Error(file.messages.map(String).join('\n'));
  const roles = head.meta.blocks.map(
    ({ role, start, end }) => [role, head.text.text.slice(start, end)] as const,
  );
  return { ...head, roles };
}

const pages = readFileSync(new URL('pages/whole-pages.txt', import.meta.url), 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map((page) => {
    const [head = '', ...lines] = page.split('\n');
    const [, title = '', authors = '', date = ''] =
      /^title: (.*) \| authors: ?(.*) \| date: (.*)$/.exec(head) ?? [];
    return { title, authors, date, text: lines.join('\n').replace('{BODY}', BODY.join('\n\n')) };
  });

describe('a page copied whole', () => {
  test.each(pages)('$title', ({ title, authors, date, text }) => {
    const { meta, roles } = headOf(text);
    expect({
      title: meta.title,
      authors: meta.byline.map(({ name }) => name.toLowerCase()).join(', '),
      date: meta.published?.edtf,
    }).toEqual({ title, authors: authors.toLowerCase(), date });
    // the running text is read for claims, whatever stands around it
    if (!text.includes('{BODY}') && text.includes(BODY[1] ?? ''))
      expect(roles.filter(([role]) => role === 'paragraph').map(([, words]) => words)).toEqual(
        expect.arrayContaining(BODY.slice(1)),
      );
  });
});

const article = (...head: string[]) => headOf([...head, ...BODY].join('\n\n'));
const authorsOf = (line: string) =>
  article('Harbour bridge to close for a week', line).meta.byline.map(({ name }) => name);

describe('who wrote it', () => {
  test.each([
    ['By Nora Field, Adam Wood', ['Nora Field', 'Adam Wood']],
    ['By Nora Field, Adam Wood and Ida Berg', ['Nora Field', 'Adam Wood', 'Ida Berg']],
    ['By Nora Field & Adam Wood, Bay Wire', ['Nora Field', 'Adam Wood']],
    ['By Nora Field with Adam Wood', ['Nora Field', 'Adam Wood']],
    ['By Nora Field in Valmer and Adam Wood', ['Nora Field', 'Adam Wood']],
    ['By NORA FIELD and ADAM WOOD', ['NORA FIELD', 'ADAM WOOD']],
    ['By Nora Field, Staff Writer', ['Nora Field']],
    ['By Transport Correspondent Nora Field', ['Nora Field']],
    ['By Nora Field, Valmer Times, and Adam Wood, Osthem Gazette', ['Nora Field', 'Adam Wood']],
    ['By Nora Field | nfield@post.example | Harbour Post', ['Nora Field']],
    ['By Nora Field, May 12, 2024', ['Nora Field']],
    ['By Nora Field · Published 12 May 2024', ['Nora Field']],
    ['Written by: Nora Field', ['Nora Field']],
    ['Author: Nora Field', ['Nora Field']],
    ['Posted on May 12, 2024 by Nora Field', ['Nora Field']],
    ['By J. R. Field Jr.', ['J. R. Field Jr.']],
    ['By Ana de la Cruz and João dos Santos', ['Ana de la Cruz', 'João dos Santos']],
    ['Nora Field, Adam Wood and Ida Berg', ['Nora Field', 'Adam Wood', 'Ida Berg']],
    ['Nora Field in Valmer', ['Nora Field']],
    ['Nora Field | Harbour Post | May 12, 2024', ['Nora Field']],
    ['By\nNora Field', ['Nora Field']],
    ['By Nora Field\nTribune Staff Reporter', ['Nora Field']],
    ['By The Associated Bay Press', ['The Associated Bay Press']],
    ['ByN. R. Field', ['N. R. Field']],
    ['By Nora Field And Adam Wood For The Tarn Post', ['Nora Field', 'Adam Wood']],
    ['By Bay Press, MANILA', ['Bay Press']],
  ])('%j', (line, authors) => {
    expect(authorsOf(line)).toEqual(authors);
  });

  test.each([
    'Going Out',
    'Local News',
    'Read More',
    'Breaking News',
    'By Friday the boat is gone.',
  ])('nobody: %s', (line) => {
    expect(authorsOf(line)).toEqual([]);
  });

  test('a calling below the names is no outlet', () => {
    const { meta } = article('Harbour bridge to close', 'By Nora Field', 'Tribune Staff Reporter');
    expect(meta.outlets).toEqual([]);
  });
});

describe('when it was published', () => {
  test.each([
    ['Published 12 May 2024, 06:30', '2024-05-12'],
    ['Published: 5:14 PM CDT May 12, 2024', '2024-05-12'],
    ['Updated 4:38 PM EST, Wed May 12, 2024', '2024-05-12'],
    ['14:25, 12 MAY 2024', '2024-05-12'],
    ['MAY 12, 2024 / 7:42 AM / UPDATED 2 YEARS AGO', '2024-05-12'],
    ['PUBLISHED: May 12, 2024 at 6:01 a.m. | UPDATED: May 14, 2024 at 8:44 a.m.', '2024-05-12'],
    ['12.5.2024', '2024-05-12'],
    ['Sun 12 May 2024 10.02 BST', '2024-05-12'],
  ])('%s', (line, date) => {
    expect(article('Harbour bridge to close for a week', line).meta.published?.edtf).toBe(date);
  });

  test('the day of the page above the title gives way to that of the article', () => {
    const { meta } = article(
      'Tuesday, June 4, 2024',
      'Harbour bridge to close for a week',
      'By Nora Field',
      'May 12, 2024',
    );
    expect(meta.published?.edtf).toBe('2024-05-12');
  });
});

describe('a standfirst', () => {
  const LONG =
    'Engineers found cracks in four of the eleven beams under the road deck, and the council has voted to close it at once.';
  test('that is long stands above byline and date', () => {
    const { meta } = article('Harbour bridge to close', LONG, 'By Nora Field', 'May 12, 2024');
    expect(meta).toMatchObject({
      dek: LONG,
      byline: [{ name: 'Nora Field' }],
      published: { edtf: '2024-05-12' },
    });
  });

  test('with the words of somebody is read for claims', () => {
    const words = `“We have nothing left,” said Mayor Ilse Brandt. ${LONG}`;
    const { roles } = article('Harbour bridge to close', words, 'By Nora Field', 'May 12, 2024');
    expect(roles.find(([, line]) => line === words)?.[0]).toBe('paragraph');
  });

  test('of two sentences above the first question is no title', () => {
    const intro = 'Mara Obi has chaired the board for two years. We met her on the pier.';
    const turns = [
      'Q: Why do you keep the ferry at all?',
      'A: Because people take it every night.',
    ];
    const { meta, roles } = headOf([intro, ...turns, ...turns].join('\n\n'));
    expect(meta.title).toBeNull();
    expect(roles[0]).toEqual(['paragraph', intro]);
  });
});

describe('the place line', () => {
  test.each([
    ['VALMER/OSTHAM, May 12 (Bay Wire) - ', ['Bay Wire'], undefined],
    ['Valmer, 12 May 2024 (Bay Wire) – ', ['Bay Wire'], '2024-05-12'],
    ['Vellmouth, 9 September 2023 – ', [], '2023-09-09'],
    ['VALMER, Feb. 14, 2022 /BayNewsWire/ -- ', ['BayNewsWire'], '2022-02-14'],
    ['Osthem (Bay Wire) — ', ['Bay Wire'], undefined],
    ['Valmer, Maine, Feb. 3, 2022 – ', [], '2022-02-03'],
  ])('%s', (place, outlets, date) => {
    const [opening, ...rest] = BODY;
    const { meta } = headOf(['Bridge to close for a week', place + opening, ...rest].join('\n\n'));
    expect(meta.outlets).toEqual(outlets);
    expect(meta.published?.edtf).toBe(date);
  });

  test.each(['On Monday, May 3 – the day of the vote – ', 'Mara Obi, 40 – the mayor – '])(
    'none: %s',
    (words) => {
      const { meta } = headOf(['Bridge to close', words + BODY.join('\n\n')].join('\n\n'));
      expect(meta).toMatchObject({ outlets: [], published: null });
    },
  );
});

describe('who holds the rights', () => {
  test.each([
    ['© 2024 CBN Interactive Inc. All Rights Reserved.', 'CBN Interactive Inc.'],
    ['© 2024 Courier Media Ltd. All rights reserved.', 'Courier Media Ltd.'],
    ['Copyright 2022 Osthem Gazette', 'Osthem Gazette'],
    ['(c) Copyright 2019–2024 Cape Post', 'Cape Post'],
    ['Copyright (c) 2024, Crown Press. All rights reserved. No part may be copied.', 'Crown Press'],
    ['© Cora Lind 2024', 'Cora Lind'],
  ])('%s', (line, holder) => {
    const { meta } = headOf(['Bridge to close for a week', ...BODY, line].join('\n\n'));
    expect(meta.rights.holder).toBe(holder);
  });
});
