/** The pure parts of the search: words, phrases, dates, query language, address, spellings, exports. */
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import {
  hasPhrase,
  indexed,
  otherForms,
  pieces,
  plain,
  tokens,
  words,
} from '../../src/search/fold.ts';
import { excerpt, foundBy, hitsIn, marked } from '../../src/search/hits.ts';
import { daysOf, dayBefore, meeting, narrowed, yearsOf } from '../../src/search/intervals.ts';
import { parseQuery, withWord } from '../../src/search/query.ts';
import {
  toBibtex,
  toCsv,
  toJson,
  toMarkdown,
  toRis,
  type ResultList,
} from '../../src/search/results.ts';
import { dataLink } from '../../src/text/data-link.ts';
import {
  nameMatches,
  nearestWord,
  otherSpellings,
  spellingsOf,
} from '../../src/search/spelling.ts';
import {
  emptyState,
  FACETS,
  readState,
  SORTS,
  toggled,
  writeState,
} from '../../src/search/state.ts';
import { coverageInWords } from '../../src/publish/search/coverage.ts';
import { coverageOf, namesOf } from '../../src/search/names.ts';
import { inOrder, makeTable, runs, sentenceOf } from '../../src/publish/search/make-table.ts';
import { openTable } from '../../src/search/select.ts';
import { siteFixture } from '../support/site-fixture.ts';

const word = fc.stringMatching(/^[a-zéü]{1,7}$/);
const text = fc
  .array(
    fc.oneof(
      word,
      fc.constantFrom(
        '’s',
        ', ',
        '"',
        '-',
        '—',
        '‘',
        '(d)riving',
        'al-Qa’im',
        'ﬁeld',
        '日本',
        '<b>',
      ),
    ),
  )
  .map((list) => list.join(' '));

describe('folding', () => {
  test.each([
    ["Qa’im QA'IM Qaʼim", ["qa'im", "qa'im", "qa'im"]],
    ['Café cafe\u0301 CAFÉ', ['cafe', 'cafe', 'cafe']],
    ['US-led, US–led', ['us', 'led', 'us', 'led']],
    ['‘state’ [Islamic] (d)riving', ['state', 'islamic', 'd', 'riving']],
    ['3,000 m²', ['3', '000', 'm2']],
    ['日本', ['日', '本']],
    ['… — “”', []],
    ['Łódź ŁÓDŹ łodz', ['lodz', 'lodz', 'lodz']],
    [
      'Đà Øre Æro Œuvre Þór Straße Kadıköy ŋ ƙofa Ərdoğan',
      'da ore aero oeuvre thor strasse kadikoy ng kofa erdogan'.split(' '),
    ],
    [
      'Jean\u2011Luc Jean\u2010Luc Jean–Luc Jean-Luc',
      Array.from({ length: 4 }, () => ['jean', 'luc']).flat(),
    ],
    ['mi\u00ADnis\u00ADter zero\u200Bwidth می\u200Cخواهم', ['minister', 'zerowidth', 'ميخواهم']],
    ['ʿAli ‘Ali’ Saʿd Sa‘d', ['ali', 'ali', "sa'd", "sa'd"]],
    ['السيّد الســيد أحمد ١٢', ['السيد', 'السيد', 'احمد', '12']],
    ['שָׁלוֹם', ['שלום']],
  ])('reads %s', (source, expected) => {
    expect(words(source)).toEqual(expected);
  });

  test('every letter of the Latin script is a plain one, or a mark that stands for none', () => {
    const left: string[] = [];
    for (let code = 0x80; code < 0xffff; code++) {
      const letter = String.fromCharCode(code);
      if (!/(?=\p{Script=Latin})\p{L}/u.test(letter)) continue;
      if (!/^[a-z0-9]*$/.test(plain(words(`x${letter}`).join('')))) left.push(letter);
    }
    // Later versions of Unicode than the table's add letters; what is left of these stays what it is.
    expect(left.length).toBeLessThan(20);
    expect(left.filter((letter) => letter < '\uA700')).toEqual([]);
  });

  test.each([
    ['al-Sayed', ['alsayed']],
    ['Jean\u2011Luc', ['jeanluc']],
    ['Smith–Jones-Lee', ['smithjones', 'smithjoneslee', 'joneslee']],
    ['O’Neill', ['neill']],
    ['Müller', ['mueller']],
    ['السيد والقاهرة للسلام', ['سيد', 'قاهره', 'سلام']],
    ['وبالسيارة فللسلام', ['سياره', 'سلام']],
    ['הממשלה', ['ממשלה']],
    ['בצה״ל', ['צהל']],
    ['2017-2018, a night — ferry', []],
    ['10,000 or 1.250.000', ['10000', '1250000']],
    ['9\u00A0500 and 12\u202F000', ['9500', '12000']],
    ['6, 700 men; 12,34; 1234,567; 5 000', []],
    ['U.S. and U.N.', ['us', 'un']],
    ['J.R.R. Holm', ['jr', 'jrr', 'rr']],
    ['U.S.-led', ['us']],
    ['Plan B. A man', []],
  ])('%s is found in other forms', (source, forms) => {
    expect(otherForms(source)).toEqual(forms);
  });

  test('a token stands where it says', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { word: folded, start, end } of tokens(source))
          expect(words(source.slice(start, end))).toEqual([folded]);
      }),
    );
  });

  test('the index holds as many words as the text', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(indexed(source).split(' ').filter(Boolean)).toHaveLength(words(source).length);
      }),
    );
  });

  test('any run of a text’s words is a phrase of it; case, accents and marks do not count', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (source, a, b) => {
        const list = words(source);
        if (list.length === 0) return;
        const start = a % list.length;
        const phrase = list.slice(start, start + 1 + (b % 5));
        expect(hasPhrase(list, phrase)).toBe(true);
        expect(hasPhrase(list, words(phrase.join(' — ').toUpperCase()))).toBe(true);
        expect(hasPhrase(list, [...phrase, 'thiswordisnowhere'])).toBe(false);
      }),
    );
  });

  test('pieces joined are the text again, whatever is marked', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(20)), (source, hits) => {
        const found = pieces(source, tokens(source), new Set(hits));
        expect(found.map((piece) => piece.text).join('')).toBe(source);
      }),
    );
  });
});

describe('hits', () => {
  test('a word is found by its beginning and by other forms, not by another word', () => {
    const list = tokens('The threats threaten nobody; a treaty is no threat.');
    expect([...hitsIn(list, { words: ['threat'], phrases: [] })].map((n) => list[n]!.word)).toEqual(
      ['threats', 'threaten', 'threat'],
    );
    expect(['no', 'nosuch', 'nosuchword'].map(foundBy('nosuchword'))).toEqual([false, false, true]);
  });

  test.each([
    ['sayed', 'She said that Sayed says no', ['Sayed', 'says']],
    ['said', 'Sayed said so', ['said']],
    ['alsayed', 'Noor al-Sayed met Al Sayed', ['al-Sayed']],
    ['luc', 'Jean\u2011Luc is lucky', ['Luc', 'lucky']],
    ['jeanluc', 'Jean\u2011Luc and Jean', ['Jean\u2011Luc']],
    ['lodz', 'in Łódź', ['Łódź']],
    ['neill', 'O’Neill', ['O’Neill']],
    ['mueller', 'Müller', ['Müller']],
    ['سيد', 'قال السيد', ['السيد']],
    ['צהל', 'אמר צה״ל', ['צה״ל']],
    ['צה"ל', 'אמר צה״ל', ['צה״ל']],
    ['צהל', 'אמר צה"ל', ['צה"ל']],
    ['سيارة', 'ذهب وبالسيارة', ['وبالسيارة']],
    ['happy', 'happily happier unhappy', ['happily', 'happier']],
    ['organised', 'an organ organises', ['organises']],
    ['10000', 'some 10,000 of 20,000', ['10,000']],
    ['10,000', 'some 10,000 and 10 boats', ['10,000', '10']],
    ['uk', 'the U.K. and a ukulele', ['U.K', 'ukulele']],
  ])('%s marks only what it finds', (asked, source, expected) => {
    const found = marked(source, { words: words(asked), phrases: [] });
    const hits = found.filter(({ hit }) => hit).flatMap(({ text: piece }) => piece.split(' '));
    expect(hits).toEqual(expected);
  });

  test('a phrase is marked as one, and nothing else of it', () => {
    const found = marked('No end in sight, and an end “in” view.', {
      words: [],
      phrases: [['end', 'in']],
    });
    expect(found.filter(({ hit }) => hit).map((piece) => piece.text)).toEqual([
      'end in',
      'end “in',
    ]);
  });

  test('an excerpt is cut from the text and holds a hit', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 200 }), fc.nat(), (list, n) => {
        const source = list.join(' ');
        const wanted = list[n % list.length]!;
        const found = excerpt(source, { words: [], phrases: [words(wanted)] }, 20);
        expect(found.some(({ hit }) => hit)).toBe(true);
        expect(source).toContain(
          found
            .filter((piece) => !piece.text.includes('…'))
            .map((piece) => piece.text)
            .join(''),
        );
      }),
    );
  });
});

describe('dates', () => {
  test.each([
    ['2018', { from: '2018-01-01', to: '2018-12-31' }],
    ['2024-02', { from: '2024-02-01', to: '2024-02-29' }],
    ['2024-3-5', { from: '2024-03-05', to: '2024-03-05' }],
    ['2023-02-29', null],
    ['2018-13', null],
    ['soon', null],
  ])('reads %s', (value, days) => {
    expect(daysOf(value)).toEqual(days);
  });

  test.each([
    ['a day inside', { from: '2018-05-01', to: '2018-05-01' }, 'inside'],
    ['an interval over the border', { from: '2017-10-01', to: '2018-02-01' }, 'meets'],
    ['an interval before', { from: '2017-01-01', to: '2017-12-31' }, 'outside'],
    ['an open beginning', { from: null, to: '2018-03-01' }, 'meets'],
    ['an open beginning that ends before', { from: null, to: '2017-03-01' }, 'outside'],
    ['nothing known', { from: null, to: null }, 'unknown'],
  ])('%s', (_, date, expected) => {
    expect(meeting(date, { from: '2018-01-01', to: '2018-12-31' })).toBe(expected);
  });

  const day = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));
  const interval = fc
    .tuple(fc.option(day), fc.option(day))
    .map(([a, b]) => (a && b && a > b ? { from: b, to: a } : { from: a, to: b }));

  test('a wider range never loses a date; the narrowed range is in both', () => {
    fc.assert(
      fc.property(interval, interval, interval, (date, range, other) => {
        const both = narrowed(range, other);
        const rank = { outside: 0, unknown: 1, meets: 2, inside: 3 };
        if (date.from || date.to) {
          const wide = meeting(date, {
            from: range.from && `${Number(range.from.slice(0, 4)) - 1}${range.from.slice(4)}`,
            to: range.to,
          });
          expect(rank[wide]).toBeGreaterThanOrEqual(rank[meeting(date, range)]);
        }
        if (meeting(date, both) === 'inside')
          expect([meeting(date, range), meeting(date, other)]).toEqual(['inside', 'inside']);
      }),
    );
  });

  test('a date falls in a year exactly where the year’s range meets it', () => {
    fc.assert(
      fc.property(
        interval.filter(({ from, to }) => from !== null || to !== null),
        (date) => {
          const years = yearsOf(date, 1990, 2030);
          for (let year = 1990; year <= 2030; year++) {
            expect(years.includes(year)).toBe(
              meeting(date, { from: `${year}-01-01`, to: `${year}-12-31` }) !== 'outside',
            );
          }
        },
      ),
    );
  });

  test('the day before', () => {
    expect([dayBefore('2024-03-01'), dayBefore('2018-01-01')]).toEqual([
      '2024-02-29',
      '2017-12-31',
    ]);
  });
});

describe('query language', () => {
  test('all of it at once', () => {
    expect(
      parseQuery(
        'ferry “night boat” -fare -"no boats" speaker:Obi outlet:"Harbour Post" after:2018 before:2024-03',
      ),
    ).toEqual({
      words: ['ferry'],
      ways: [],
      either: [],
      phrases: [['night', 'boat']],
      without: [['fare'], ['no', 'boats']],
      names: [
        { field: 'speaker', value: 'Obi' },
        { field: 'outlet', value: 'Harbour Post' },
      ],
      dates: { from: '2018-01-01', to: '2024-02-29' },
      problems: [],
    });
  });

  test.each([
    ['wharf:Obi', 'wharf obi'],
    ['-speaker:Obi', ''],
    ['speaker:', ''],
    ['before:soon', ''],
    ['ferry OR', 'ferry'],
    ['ferry OR "night boat"', 'ferry'],
    ['ferry AND boat', 'ferry boat'],
    ['"night boat', 'night boat'],
    ['§ ferry', 'ferry'],
    ['""', ''],
    ['fer*', 'fer'],
    ['after:2020 before:2018', ''],
  ])('%s is used as far as it goes, and what is not understood is said', (source, used) => {
    const query = parseQuery(source);
    expect(query.words.join(' ')).toBe(used);
    expect(query.problems).toMatchSnapshot();
    expect(query.problems).toHaveLength(1);
  });

  test('OR joins single words, as many as follow one another', () => {
    const query = parseQuery('ferry OR boat OR raft harbour OR port -fare');
    expect(query.words).toEqual(['ferry', 'harbour']);
    expect(query.either).toEqual([
      ['ferry', 'boat', 'raft'],
      ['harbour', 'port'],
    ]);
    expect(query.problems).toEqual([]);
  });

  test('any text is a query, and each of its words is used or spoken of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (source) => {
        const query = parseQuery(source);
        const used = [
          ...query.words,
          ...query.either.flat(),
          ...query.phrases.flat(),
          ...query.without.flat(),
          ...query.names.flatMap(({ value }) => words(value)),
        ];
        for (const one of words(source)) {
          const spoken =
            query.dates.from !== null ||
            query.dates.to !== null ||
            query.names.length > 0 ||
            query.problems.length > 0;
          expect(used.includes(one) || spoken).toBe(true);
        }
      }),
    );
  });

  test('a mended word takes the place of the other', () => {
    expect(withWord('Romanowsky -x "romanowsky said"', 'romanowsky', 'romanowski')).toContain(
      'romanowski -x',
    );
  });
});

test('a state survives its address', () => {
  const values = fc
    .array(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 3 })
    .map((list) => [...new Set(list)].sort());
  const state = fc.record({
    q: fc.string({ maxLength: 30 }),
    facets: fc.record(
      Object.fromEntries(FACETS.map((facet) => [facet, values])) as Record<
        (typeof FACETS)[number],
        typeof values
      >,
    ),
    from: fc.constantFrom('', '2018', '2018-03'),
    to: fc.constantFrom('', '2024-03-27'),
    sort: fc.constantFrom(...SORTS),
    page: fc.integer({ min: 1, max: 900 }),
  });
  fc.assert(
    fc.property(state, (given) => {
      expect(readState(new URLSearchParams(writeState(given)))).toEqual(given);
    }),
  );
  expect(writeState(emptyState())).toBe('');
  expect(readState(new URLSearchParams('sort=upwards&page=-3&speaker='))).toEqual(emptyState());
  const once = toggled(emptyState(), 'type', 'direct');
  expect(toggled(once, 'type', 'direct')).toEqual(emptyState());
});

describe('spelling', () => {
  const spellings = spellingsOf([
    ['al-Qaem', 'al-Qaim', 'the border town'],
    ['Mara Obi', 'Marra Obi', 'the chair'],
  ]);
  test('spellings are words that differ a little; other names are no spellings', () => {
    expect(spellings).toEqual([
      ['mara', 'marra'],
      ['qaem', 'qaim'],
    ]);
    expect(otherSpellings('Qaim'.toLowerCase(), spellings)).toEqual(['qaem']);
    expect(otherSpellings('chair', spellings)).toEqual([]);
  });
  test.each([
    ['romanowsky', 'romanowski'],
    ['treat', 'threat'],
    ['wombats', null],
    ['isis', null],
  ])('%s is taken for %s', (given, expected) => {
    expect(nearestWord(given, ['isis', 'threat', 'romanowski', 'is'])).toBe(expected);
  });
  test.each([
    ['alsayed', 'Noor al-Sayed'],
    ['alsayed', 'Noor Al Sayed'],
    ['al-sayed', 'Noor Alsayed'],
    ['jeanluc', 'Jean‑Luc Obi'],
    ['oneill', 'Ann O’Neill'],
    ['neill', 'Ann O’Neill'],
    ['mueller', 'Ida Müller'],
    ['سيد', 'السيد'],
  ])('%s is the name %s', (value, name) => {
    expect(nameMatches(value, name)).toBe(true);
    expect(nameMatches('sayedal', name)).toBe(false);
  });
  test('names are matched by the beginnings of their words', () => {
    expect([
      nameMatches('rom', 'Alina Romanowski'),
      nameMatches('ali rom', 'Alina Romanowski'),
      nameMatches('ski', 'Alina Romanowski'),
      nameMatches('', 'Alina'),
    ]).toEqual([true, true, false, false]);
  });
});

describe('the table', () => {
  const archive = siteFixture();
  const articles = inOrder(archive.articles);
  const { table, records } = makeTable({ ...archive, articles });
  const rows = openTable(table);

  test('has a row for every claim, with its own speaker, outlet, type and topics', () => {
    const all = articles.flatMap((article) => article.claims.map((claim) => ({ article, claim })));
    expect(rows.size).toBe(all.length);
    for (const [row, record] of [...records()].entries()) {
      const { article, claim } = all[row]!;
      expect(record.detail.id).toBe(claim.id);
      expect(rows.speaker(row)?.id).toBe(claim.speaker?.id);
      expect(rows.outlet(row)?.id).toBe(article.outlet?.id);
      expect([rows.type(row), rows.review(row)]).toEqual([claim.type, claim.review]);
      expect([...rows.values(row, 'topic')].sort()).toEqual(
        archive.topics
          .filter(
            ({ id, answers }) =>
              claim.topics.includes(id) || answers.some((a) => a.claim === claim.id),
          )
          .map(({ id }) => id)
          .sort(),
      );
      expect(words(record.detail.sentence.filter((_, i) => i % 2 === 1).join(' '))).toEqual(
        words(claim.text),
      );
    }
  });

  test('the sentence around an interrupted claim holds what interrupts it', () => {
    const article = archive.articles.find(({ id }) => id === 'night-ferry')!;
    expect(sentenceOf(article, article.claims[0]!)).toMatchInlineSnapshot(`
      [
        "“",
        "We will keep the night ferry,",
        "” said Mara Obi, who chairs the harbour board, “",
        "and we will keep the fare.",
        "”",
      ]
    `);
  });

  test('runs hold every article with claims once, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (most) => {
        expect(
          runs(articles, most)
            .flat()
            .map(({ id }) => id),
        ).toEqual(articles.filter(({ claims }) => claims.length > 0).map(({ id }) => id));
      }),
    );
  });

  test('the same words of one speaker in two articles are one group', () => {
    const twice = structuredClone(archive);
    const copy = structuredClone(twice.articles[0]!);
    copy.id = 'night-ferry-again';
    copy.claims = copy.claims
      .slice(0, 1)
      .map((claim) => ({ ...claim, id: 'zzzzzz', article: copy.id, relations: [] }));
    twice.articles = [...twice.articles, copy];
    const made = makeTable({ ...twice, articles: inOrder(twice.articles) });
    expect(Object.keys(made.table.same)).toHaveLength(Object.keys(table.same).length + 1);
    const pair = [...made.records()].filter(({ detail }) =>
      ['zzzzzz', 'b7h3kq'].includes(detail.id),
    );
    expect(pair.map(({ detail }) => detail.also.map(({ claim }) => claim))).toEqual([
      [pair[1]!.detail.id],
      [pair[0]!.detail.id],
    ]);
  });

  test('the line of coverage', () => {
    expect(coverageInWords(coverageOf(archive.articles))).toMatchInlineSnapshot(
      `"Searched 15 claims in 3 articles, 2021 to 2022; 1 article has an inferred date, 1 has none."`,
    );
    expect(
      namesOf(articles, archive)
        .topics.map(([id]) => id)
        .sort(),
    ).toEqual(['bridge-date', 'night-ferry-future']);
  });
});

describe('results as files', () => {
  const date = (edtf: string, basis: 'stated' | 'inferred') => ({
    edtf,
    from: edtf.slice(0, 10),
    to: edtf.slice(-10),
    basis,
    note: null,
  });
  const list: ResultList = {
    query: '“fare”, speaker Mara <Obi>',
    address: 'https://verbatim.example/search/?q=fare&speaker=mara-obi',
    day: '2026-01-05',
    archive: 'Verbatim',
    root: 'https://verbatim.example/',
    rows: [
      {
        id: 'b7h3kq',
        text: '=We will *keep* the fare, "all" of it',
        type: 'direct',
        review: 'confirmed',
        speaker: { id: 'mara-obi', name: 'Mara <Obi>' },
        open: false,
        role: 'chair',
        via: ['the Wire'],
        article: 'night-ferry',
        title: 'Night ferry to stay',
        outlet: 'Harbour Post',
        language: 'en',
        said: null,
        published: date('2021-03-14', 'stated'),
      },
      {
        id: 'c2n6fd',
        text: 'nothing\nis decided',
        type: 'indirect',
        review: 'machine',
        speaker: null,
        open: true,
        role: null,
        via: [],
        article: 'night-ferry',
        title: 'Night ferry to stay',
        outlet: null,
        language: 'en',
        said: date('2021-03-10/2021-03-12', 'inferred'),
        published: date('2021-03-14', 'stated'),
      },
    ],
  };
  const read = (path: string) =>
    Promise.resolve(
      path.endsWith('.bib')
        ? `@misc{${path.split('/')[1]},\n}\n`
        : `TY  - ELEC\nID  - ${path.split('/')[1]}\nER  - \n`,
    );

  test('CSV reads back, with the query and the day, and no formula', () => {
    const rows = parse<Record<string, string>>(toCsv(list), { columns: true });
    expect(
      rows.map((row) => [row['id'], row['speaker'], row['query'], row['searched_on']]),
    ).toEqual([
      ['b7h3kq', 'Mara <Obi>', list.query, list.day],
      ['c2n6fd', '', list.query, list.day],
    ]);
    expect(rows[0]!['text']).toBe(`'${list.rows[0]!.text}`);
    expect(rows[1]!['text']).toBe(list.rows[1]!.text);
  });

  test('JSON reads back', () => {
    const data = JSON.parse(toJson(list)) as {
      query: string;
      searchedOn: string;
      claims: { id: string; text: string }[];
    };
    expect([data.query, data.searchedOn, data.claims.map(({ text: said }) => said)]).toEqual([
      list.query,
      list.day,
      list.rows.map(({ text: said }) => said),
    ]);
  });

  test('Markdown quotes every claim with its speaker and source, and reads no markup from them', () => {
    expect(toMarkdown(list)).toMatchInlineSnapshot(`
      "# Verbatim: “fare”, speaker Mara \\<Obi\\>

      2 claims, searched on 2026-01-05: <https://verbatim.example/search/?q=fare&speaker=mara-obi>

      > =We will \\*keep\\* the fare, "all" of it
      >
      > — **Mara \\<Obi\\>**, chair, as reported by the Wire, direct, in “Night ferry to stay”, Harbour Post, 14 March 2021. [claim b7h3kq](https://verbatim.example/claims/b7h3kq/), [in its article](https://verbatim.example/articles/night-ferry/#b7h3kq)

      > nothing is decided
      >
      > — **Speaker open**, indirect, in “Night ferry to stay”, 14 March 2021, said [10 to 12 March 2021]. [claim c2n6fd](https://verbatim.example/claims/c2n6fd/), [in its article](https://verbatim.example/articles/night-ferry/#c2n6fd)
      "
    `);
  });

  test('BibTeX and RIS come out of the claims’ pages where these hold them', async () => {
    const asked: string[] = [];
    const page = async (path: string) => {
      asked.push(path);
      const [, id = ''] = path.split('/');
      const [bib, ris] = await Promise.all([
        read(`claims/${id}/x.bib`),
        read(`claims/${id}/x.ris`),
      ]);
      return `<a download="${id}.bib" href="${dataLink('application/x-bibtex', bib)}">BibTeX</a>
        <a download="${id}.ris" href="${dataLink('application/x-research-info-systems', ris)}">RIS</a>`;
    };
    expect(await toBibtex(list, page)).toBe(await toBibtex(list, read));
    expect(await toRis(list, page)).toBe(await toRis(list, read));
    expect(new Set(asked)).toEqual(new Set(list.rows.map(({ id }) => `claims/${id}/`)));
    const second = async (path: string) => (path === 'claims/b7h3kq/' ? page(path) : '<p>');
    await expect(toBibtex(list, second)).rejects.toThrow('c2n6fd');
  });

  test('BibTeX and RIS are made of the claims’ own citations', async () => {
    expect(await toBibtex(list, read)).toMatchInlineSnapshot(`
      "% Found in Verbatim by “fare”, speaker Mara <Obi> on 2026-01-05
      % https://verbatim.example/search/?q=fare&speaker=mara-obi

      @misc{b7h3kq,
      }

      @misc{c2n6fd,
      }
      "
    `);
    expect(await toRis(list, read)).toMatchInlineSnapshot(`
      "TY  - ELEC
      ID  - b7h3kq
      N1  - Found in Verbatim by “fare”, speaker Mara <Obi> on 2026-01-05, https://verbatim.example/search/?q=fare&speaker=mara-obi
      ER  - 

      TY  - ELEC
      ID  - c2n6fd
      N1  - Found in Verbatim by “fare”, speaker Mara <Obi> on 2026-01-05, https://verbatim.example/search/?q=fare&speaker=mara-obi
      ER  - 
      "
    `);
  });
});
