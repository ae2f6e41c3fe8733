/**
 * What a reference manager takes from a page: the ContextObject of its span, read here as Zotero reads one (a plus sign is
 * a blank, a last name without a first one is a whole name), and the names in its head.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createArchive } from '../../src/archive/query.ts';
import type { ArticleRecord, ClaimRecord } from '../../src/model/records.ts';
import { articleItem, claimItem, toBibtex, toRis } from '../../src/publish/exports/citations.ts';
import { coinsOf } from '../../src/publish/exports/coins.ts';
import { articleMeta, claimMeta } from '../../src/publish/head.ts';
import { siteFixture } from '../support/site-fixture.ts';

const root = 'https://verbatim.example/';
const archive = createArchive(siteFixture());
const { site } = archive;
const sortNames = (id: string) => archive.speaker(id)?.sortName;
const ferry = archive.article('night-ferry')!;
const [claim] = ferry.claims;

const cite = (article: ArticleRecord) => articleItem(article, site, root, sortNames);
const citeClaim = (of: ClaimRecord, article: ArticleRecord) =>
  claimItem(of, article, site, root, sortNames);

interface Read {
  fields: Record<string, string>;
  creators: string[];
}

/** Keys, their values, and creators as `family | given`, or the whole name. */
function readSpan(context: string | null): Read {
  const read: Read = { fields: {}, creators: [] };
  const last: { family?: string; given?: string }[] = [];
  for (const part of context?.split('&') ?? []) {
    const [key = '', raw = ''] = part.split('=');
    const value = decodeURIComponent(raw.replace(/\+|%2b/gi, ' '));
    if (key === 'rft.aulast') last.push({ family: value });
    else if (key === 'rft.aufirst') Object.assign(last.at(-1) ?? {}, { given: value });
    else if (key === 'rft.contributor') last.push({ family: `(with) ${value}` });
    else read.fields[key.replace(/^rft[._]/, '')] = value;
  }
  read.creators = last.map(({ family, given }) => [family, given].filter(Boolean).join(' | '));
  return read;
}

type Name = [name: string, sortName: string, role: ArticleRecord['byline'][number]['role']];
const by = (...names: Name[]): ArticleRecord => ({
  ...ferry,
  byline: names.map(([name, sortName, role]) => ({
    name,
    sortName,
    role,
    speaker: null,
    basis: 'stated',
  })),
});

describe('a span has what the record has', () => {
  test('of an article', () => {
    expect(readSpan(coinsOf(cite(ferry)))).toEqual({
      creators: ['Lindqvist | Tove'],
      fields: {
        ctx_ver: 'Z39.88-2004',
        val_fmt: 'info:ofi/fmt:kev:mtx:dc',
        type: 'newspaperArticle',
        title: 'Night ferry to stay, harbour board says',
        source: 'Harbour Post',
        date: '2021-03-14',
        language: 'en',
        description: cite(ferry).item.note,
        id: `${root}articles/night-ferry/`,
      },
    });
  });

  test.each<[string, Name[], string[]]>([
    [
      'a body is one name',
      [['Human Rights Watch', 'Human Rights Watch', 'author']],
      ['Human Rights Watch'],
    ],
    [
      'with its commas',
      [['Department of Energy, Ports', 'Department of Energy, Ports', 'author']],
      ['Department of Energy, Ports'],
    ],
    [
      'between persons',
      [
        ['Анна ван Дер', 'Дер, Анна', 'author'],
        ['NATO', 'NATO', 'author'],
        ['Ida Berg', 'Berg, Ida', 'author'],
      ],
      ['Дер | Анна', 'NATO', 'Berg | Ida'],
    ],
    [
      'a suffix goes with the given name',
      [['Martin King, Jr.', 'King, Martin, Jr.', 'author']],
      ['King | Martin, Jr.'],
    ],
    ['a desk', [['News Desk', 'News Desk', 'desk']], ['News Desk']],
    [
      'who asks wrote it, who answers did not',
      [
        ['Mara Obi', 'Obi, Mara', 'interviewee'],
        ['Jon Reyes', 'Reyes, Jon', 'interviewer'],
      ],
      ['Reyes | Jon', '(with) Obi, Mara'],
    ],
    [
      'who answers is a body with a comma in its name',
      [['Weirs and Locks, Ltd.', 'Weirs and Locks, Ltd.', 'interviewee']],
      ['(with) Weirs and Locks Ltd.'],
    ],
  ])('%s', (_, names, expected) => {
    const cited = cite(by(...names));
    expect(readSpan(coinsOf(cited)).creators).toEqual(expected);
    // and the files of the same page have the same authors: RIS parts every name at its comma
    const authors = expected.filter((name) => !name.startsWith('(with)'));
    const tags = [...toRis(cited).matchAll(/^AU {2}- (.*)$/gm)].map(([, name]) => name);
    const inOnePiece = (name: string) =>
      name.includes(' | ') ? name.replace(' | ', ', ') : name.replaceAll(',', '');
    expect(tags).toEqual(authors.map(inOnePiece));
    // and CSL has who answered as one who contributed, as Zotero has it of the page
    const [, answered] = expected.find((name) => name.startsWith('(with)'))?.split('(with) ') ?? [];
    const contributors = cited.item.contributor?.map(({ literal, family, given }) =>
      literal === undefined ? `${family}, ${given}` : literal.replaceAll(',', ''),
    );
    expect(contributors).toEqual(answered === undefined ? undefined : [answered]);
  });

  test('of a claim, with its words whole', () => {
    const long: ClaimRecord = { ...claim!, text: 'We will keep the night ferry, '.repeat(200) };
    const { fields } = readSpan(coinsOf(citeClaim(long, ferry)));
    expect(fields['id']).toBe(`${root}claims/${long.id}/`);
    expect(fields['description']).toContain(long.text.trim());
    expect(fields['description']).toContain(long.speaker!.name);
    const abstract = claimMeta(ferry, citeClaim(long, ferry)).find(
      ({ name }) => name === 'citation_abstract',
    );
    expect(abstract?.content).toContain(long.text.trim());
  });

  test('words of nobody have no name beside them', () => {
    const nobody: ClaimRecord = { ...claim!, speaker: null, via: [], candidates: [] };
    const { creators, fields } = readSpan(coinsOf(citeClaim(nobody, ferry)));
    expect(creators).toEqual(['Lindqvist | Tove']);
    expect(fields['description']).not.toContain(claim!.speaker!.name);
  });

  test('where nobody knows in what it was printed it is a page, and no newspaper', () => {
    const cited = cite({ ...ferry, outlet: null });
    const { fields } = readSpan(coinsOf(cited));
    expect([fields['type'], fields['source']]).toEqual(['webpage', undefined]);
    expect(cited.item.type).toBe('webpage');
    expect(toRis(cited)).toMatch(/^TY {2}- ELEC$/m);
    expect(toBibtex(cited)).toMatch(/^@online\{/);
  });

  test.each([
    ['2018-07/2018-08', '2018'],
    ['2018-06~', '2018-06'],
    ['2018-21', '2018'],
    ['2020-02-XX', '2020-02'],
    ['201X', undefined],
    ['2018-07/..', undefined],
  ])('of %s no day or month is made up', (edtf, expected) => {
    const published = { edtf, from: null, to: null, basis: 'stated' as const, note: null };
    expect(readSpan(coinsOf(cite({ ...ferry, published }))).fields['date']).toBe(expected);
  });

  test('whatever the words, a span reads back or there is none', () => {
    const words = fc
      .array(
        fc.constantFrom(
          'a&b',
          '50%',
          '=c',
          '“d”',
          '<e>',
          'ف',
          '🚢',
          '#',
          'g h',
          "'",
          '+',
          ';',
          ',',
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, words, (title, name, outlet) => {
        const article: ArticleRecord = {
          ...by([name, name, 'author']),
          title,
          outlet: { id: 'o', name: outlet },
        };
        const context = coinsOf(cite(article));
        expect(context === null).toBe(/\+/.test(title + name + outlet));
        if (context === null) return;
        const { fields, creators } = readSpan(context);
        expect([fields['title'], fields['source'], ...creators]).toEqual([title, outlet, name]);
      }),
    );
  });
});

/** How Zotero parts a name in a head: at its comma, else at its last blank. */
function partedName(name: string): [family: string, given: string] {
  const [family = '', given = ''] = name.replace(/[\s,]+$/, '').split(/, ?/);
  if (name.includes(',')) return [family, given];
  const at = name.lastIndexOf(' ');
  return [name.slice(at + 1), name.slice(0, Math.max(at, 0))];
}

test.each<[Name, string, string]>([
  [['Human Rights Watch', 'Human Rights Watch', 'author'], 'Human Rights Watch', ''],
  [['News Desk', 'News Desk', 'desk'], 'News Desk', ''],
  [['NATO', 'NATO', 'author'], 'NATO', ''],
  [['Weirs and Locks, Ltd.', 'Weirs and Locks, Ltd.', 'author'], 'Weirs and Locks Ltd.', ''],
  [['Anna van der Meer', 'van der Meer, Anna', 'author'], 'van der Meer', 'Anna'],
  [['Martin King, Jr.', 'King, Martin, Jr.', 'author'], 'King', 'Martin Jr.'],
])('in the head too %s is told apart', (name, family, given) => {
  const article = by(name);
  const named = articleMeta(article, cite(article)).filter(
    (meta) => meta.name === 'citation_author',
  );
  expect(named.map(({ content }) => partedName(content))).toEqual([[family, given]]);
});
