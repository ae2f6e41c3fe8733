import { parse as parseBib } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleMeta, articleLd } from '../../src/publish/head.ts';
import { edtfBounds } from '../../src/model/dates.ts';
import {
  articleItem,
  claimItem,
  citeArticle,
  toBibtex,
  toRis,
} from '../../src/publish/exports/citations.ts';
import { citedDate } from '../../src/publish/exports/cited-dates.ts';
import { claimInLine } from '../../src/publish/exports/describe.ts';
import { createArchive } from '../../src/archive/query.ts';
import type { ArticleRecord } from '../../src/model/records.ts';
import { siteFixture } from '../support/site-fixture.ts';

const root = 'https://verbatim.example/';
const archive = createArchive(siteFixture());
const { site } = archive;
const sortNames = (id: string) => archive.speaker(id)?.sortName;

/** An article of the fixture with another date. */
const dated = (edtf: string | null, basis: ArticleRecord['published']['basis']): ArticleRecord => ({
  ...archive.article('night-ferry')!,
  published: {
    edtf,
    ...((edtf === null ? undefined : edtfBounds(edtf)) ?? { from: null, to: null }),
    basis,
    note: null,
  },
});
const field = (bib: string, name: string) =>
  new RegExp(`^\\t${name} = \\{?(.*?)\\}?,$`, 'm').exec(bib)?.[1] ?? null;
const tag = (ris: string, name: string) =>
  new RegExp(`^${name} {2}- (.*)$`, 'm').exec(ris)?.[1] ?? null;

/** What one date is in every format: line, CSL, RIS, BibTeX’s year and month, BibLaTeX’s date, head. */
type Row = [
  edtf: string | null,
  line: string,
  csl: object | undefined,
  ris: string | null,
  bibtex: [year: string | null, month: string | null],
  biblatex: string | null,
  head: string | null,
];

describe('a date is cited as far as it is known', () => {
  test.each<Row>([
    [
      '2018-06-05',
      'June 5, 2018',
      { 'date-parts': [[2018, 6, 5]] },
      '2018/06/05/',
      ['2018', 'jun'],
      '2018-06-05',
      '2018/06/05',
    ],
    [
      '2018-06-05T23:30:00-05:00',
      'June 5, 2018',
      { 'date-parts': [[2018, 6, 5]] },
      '2018/06/05/',
      ['2018', 'jun'],
      '2018-06-05',
      '2018/06/05',
    ],
    [
      '2018-06',
      'June 2018',
      { 'date-parts': [[2018, 6]] },
      '2018/06//',
      ['2018', 'jun'],
      '2018-06',
      '2018/06',
    ],
    [
      '2018-06-XX',
      'June 2018',
      { 'date-parts': [[2018, 6]] },
      '2018/06//',
      ['2018', 'jun'],
      '2018-06',
      '2018/06',
    ],
    ['2018', '2018', { 'date-parts': [[2018]] }, '2018///', ['2018', null], '2018', '2018'],
    ['2018-XX', '2018', { 'date-parts': [[2018]] }, '2018///', ['2018', null], '2018', '2018'],
    [
      '2018-1X',
      'October–December 2018',
      { literal: 'October–December 2018' },
      '2018///',
      ['2018', null],
      null,
      null,
    ],
    ['201X', '2010s', { literal: '2010s' }, null, [null, null], '201X', null],
    [
      '2018~',
      '[ca. 2018]',
      { 'date-parts': [[2018]], circa: true },
      '2018///',
      ['2018', null],
      '2018~',
      null,
    ],
    [
      '2018-06?',
      '[June 2018?]',
      { 'date-parts': [[2018, 6]], circa: true },
      '2018/06//',
      ['2018', 'jun'],
      '2018-06?',
      null,
    ],
    [
      '2018-21',
      'spring 2018',
      { literal: 'spring 2018' },
      '2018///spring',
      ['2018', null],
      '2018-21',
      null,
    ],
    [
      '2018-34',
      'second quarter of 2018',
      { literal: 'second quarter of 2018' },
      '2018///second quarter',
      ['2018', null],
      '2018-34',
      null,
    ],
    [
      '2018-07/2018-08',
      'July–August 2018',
      {
        'date-parts': [
          [2018, 7],
          [2018, 8],
        ],
      },
      '2018///',
      ['2018', null],
      '2018-07/2018-08',
      null,
    ],
    [
      '2017-07-10/2017-12',
      'July 10–December 2017',
      { literal: 'July 10–December 2017' },
      '2017///',
      ['2017', null],
      '2017-07-10/2017-12',
      null,
    ],
    [
      '2018-05/..',
      'May 2018 or later',
      { literal: 'May 2018 or later' },
      null,
      [null, null],
      '2018-05/..',
      null,
    ],
    [
      '../2018-05-12',
      'May 12, 2018, or earlier',
      { literal: 'May 12, 2018, or earlier' },
      null,
      [null, null],
      '../2018-05-12',
      null,
    ],
    [
      '{2016,2018..2020}',
      '2016 and 2018–2020',
      { literal: '2016 and 2018–2020' },
      null,
      [null, null],
      null,
      null,
    ],
    ['[2020,2016]', '2016 or 2020', { literal: '2016 or 2020' }, null, [null, null], null, null],
    [
      '[2018-03,2018-06]',
      'March 2018 or June 2018',
      { literal: 'March 2018 or June 2018' },
      '2018///',
      ['2018', null],
      null,
      null,
    ],
    [null, 'n.d.', undefined, null, [null, null], null, null],
  ])('%s', (edtf, line, csl, ris, bibtex, biblatex, head) => {
    const article = dated(edtf, edtf === null ? 'unknown' : 'stated');
    const cited = articleItem(article, site, root, sortNames);
    expect(citeArticle(article, site, root, sortNames)).toContain(`Harbour Post, ${line}`);
    expect(cited.item.issued).toEqual(csl);
    expect(tag(toRis(cited), 'DA')).toBe(ris);
    expect(tag(toRis(cited), 'PY')).toBe(ris && ris.slice(0, 4));
    const bib = toBibtex(cited);
    expect([field(bib, 'year'), field(bib, 'month')]).toEqual(bibtex);
    expect(field(bib, 'date')).toBe(biblatex);
    const meta = (name: string) =>
      articleMeta(article, cited).find((m) => m.name === name)?.content ?? null;
    expect(meta('citation_publication_date')).toBe(head);
    expect(meta('DC.date')).toBe(head && head.replaceAll('/', '-'));
    const ld = JSON.stringify(articleLd(article, (path) => root + path));
    expect(ld.includes('datePublished')).toBe(head !== null);
    // what a format cannot hold stands in its note, in words
    if (head === null) expect(bib).toMatch(/Date of publication: |states no date/);
  });

  test.each(['2018-X2', '2018-0X', '2018-05-X1', '2018-05-1X'])(
    '%s, of which a figure is unknown, is no date of BibLaTeX',
    (edtf) =>
      expect(citedDate({ edtf, from: null, to: null, basis: 'stated', note: null }).bib).toBeNull(),
  );

  test('a name keeps its suffix in every format', () => {
    const cited = articleItem(dated('2018', 'stated'), site, root, sortNames);
    const item = {
      ...cited.item,
      author: [{ family: 'King', given: 'Martin', suffix: 'Jr.' }],
    };
    expect(toBibtex({ ...cited, item })).toContain('author = {King, Jr., Martin}');
    expect(toRis({ ...cited, item })).toContain('King, Martin, Jr.');
  });

  test('an inferred date stands in brackets, and in no head', () => {
    const article = dated('2018-06-05', 'inferred');
    const cited = articleItem(article, site, root, sortNames);
    expect(citeArticle(article, site, root, sortNames)).toContain('Harbour Post, [June 5, 2018].');
    expect(cited.item.issued).toEqual({ 'date-parts': [[2018, 6, 5]], circa: true });
    expect(JSON.stringify(articleMeta(article, cited))).not.toContain('2018');
  });
});

/** Letters and signs that a format may trip over. */
const WORDS = fc
  .array(
    fc.constantFrom(
      ...[
        '5½%',
        'm²',
        '−5 °C',
        '₽',
        'Đorđe',
        'ʿAli',
        'Jean‑Luc',
        'المدينة',
        'Анна',
        'Łódź',
        'Nachtfähre',
      ],
      ...[
        'US$ 30',
        'R&D',
        '#1',
        'a_b',
        '~x',
        '2^3',
        '{x}',
        '{',
        '}',
        '\\n',
        '\\textbf{x}',
        '%',
        '"',
        "''",
      ],
      ...[
        '“no”',
        '--',
        '---',
        ',,',
        '<b>',
        '=cmd',
        'TY - X',
        'and',
        'And',
        '😀',
        'é',
        'e\u0301',
        '`',
      ],
      ...['漢字', '1,5', 'x;y', '[z]', '@misc{a,', '…', '$$', '\\', "don't", 'ER -', '&amp;', ','],
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((words) => words.join(' '));

/** A reader of BibTeX that is not ours. */
function readBib(text: string) {
  const { entries, errors } = parseBib(text, { sentenceCase: false });
  expect(errors).toEqual([]);
  expect(entries.length).toBe(1);
  return entries[0]!;
}

describe('words come out as they went in', () => {
  const [claim] = archive.claims;
  const article = archive.articleOf(claim!);
  const said = (text: string, name: string) => ({
    ...claim!,
    text,
    type: 'indirect' as const,
    speaker: { ...claim!.speaker!, id: 'nobody', name },
  });

  /** The article as somebody of that name wrote it under that title. */
  const written = (title: string, name: string): ArticleRecord => ({
    ...article,
    title,
    byline: [{ name, sortName: name, role: 'author', speaker: null, basis: 'stated' }],
  });

  test('of BibTeX, as another reader has it', () => {
    fc.assert(
      fc.property(WORDS, WORDS, WORDS, (text, name, title) => {
        const of = written(title, name);
        const cited = claimItem(said(text, 'Mara Obi'), of, site, root, () => undefined);
        const { fields } = readBib(toBibtex(cited));
        expect(fields.title).toBe(title.trim());
        expect(fields.author).toEqual([{ name }]);
        expect(fields.journal).toBe(article.outlet?.name);
        expect(fields.note).toBe(cited.item.note.trim());
        expect(fields.note).toContain(text.trim());
      }),
      { numRuns: 400 },
    );
  });

  test('of a person’s name in two parts', () => {
    const part = fc.constantFrom(
      ...[
        'Đorđe',
        'Анна',
        'Al Tai',
        'van der Berg',
        'O‘Neill',
        'Sa‘d al-Din',
        'ʿAli',
        'Rand and Sons',
      ],
      ...['Jean‑Luc', 'محمد', '李', 'M.', 'Mary-Ann', 'de la Cruz', 'Łukasz'],
    );
    fc.assert(
      fc.property(part, part, (family, given) => {
        const byline = written('x', 'y').byline.map((one) => ({ ...one, speaker: 'y' }));
        const of = { ...article, byline };
        const cited = claimItem(said('x', 'y'), of, site, root, () => `${family}, ${given}`);
        const [author] = readBib(toBibtex(cited)).fields.author!;
        const { lastName, firstName, prefix } = author!;
        expect([[prefix, lastName].filter(Boolean).join(' '), firstName]).toEqual([family, given]);
      }),
    );
  });

  test('of RIS, one line each', () => {
    fc.assert(
      fc.property(WORDS, fc.constantFrom(' ', '\n', '\r\n', '\u2028', '\t'), (text, between) => {
        const cited = claimItem(
          said(`${text}${between}end`, 'Mara Obi'),
          article,
          site,
          root,
          () => undefined,
        );
        const lines = toRis(cited)
          .trimEnd()
          .split(/\r\n|[\n\r\u2028\u2029\u0085]/);
        for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}-(?: |$)/);
        expect(lines.filter((line) => line.startsWith('N1  - '))).toEqual([
          `N1  - ${cited.item.note.replace(/\s+/gu, ' ').trim()}`,
        ]);
        expect(cited.item.note).toContain(text);
        expect(lines.at(-1)).toMatch(/^ER {2}-/);
      }),
    );
  });

  test('of the line to copy, but for a full stop', () => {
    fc.assert(
      fc.property(WORDS, (text) => {
        expect(claimInLine(said(text, 'Mara Obi'), article)).toContain(text);
        expect(
          claimItem(said(text, 'Mara Obi'), article, site, root, () => undefined).said?.words,
        ).toBe(text.replace(/(?<=.)[,;:]$/, ''));
      }),
    );
  });

  test('an outlet, a desk and an id keep every sign', () => {
    const odd: ArticleRecord = {
      ...article,
      id: 'a-very-long-name-of-an-article-indeed',
      byline: [
        {
          name: 'News and Sport Desk, R&D',
          sortName: 'News and Sport Desk, R&D',
          role: 'desk',
          speaker: null,
          basis: 'stated',
        },
      ],
      outlet: { id: 'o', name: 'Ćao & Co, 5½% {x}' },
    };
    const cited = articleItem(odd, site, root, sortNames);
    const { fields, key } = readBib(toBibtex(cited));
    expect(key).toBe(odd.id);
    expect(fields.author).toEqual([{ name: 'News and Sport Desk, R&D' }]);
    expect(fields.journal).toBe('Ćao & Co, 5½% {x}');
    expect(tag(toRis(cited), 'ID')).toBe(odd.id);
    expect(tag(toRis(cited), 'T2')).toBe('Ćao & Co, 5½% {x}');
  });
});
