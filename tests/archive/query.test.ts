import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextOf, placeOf, sentencesOf } from '../../src/archive/context.ts';
import { differences, namedWords, withWords, type Piece } from '../../src/text/differences.ts';
import { plainMarks } from '../../src/text/plain-marks.ts';
import { ofOneSpelling } from '../../src/archive/printed-names.ts';
import { createArchive } from '../../src/archive/query.ts';
import { tally } from '../../src/archive/tally.ts';
import {
  beginning,
  dateInLine,
  dateInWords,
  intervalInWords,
  tabTitle,
} from '../../src/model/wording.ts';
import { siteFixture } from '../support/site-fixture.ts';

const archive = createArchive(siteFixture());
const claim = (id: string) => archive.claim(id)!;

describe('the archive', () => {
  test('lists articles newest first, undated ones last', () => {
    expect(archive.articles.map((a) => a.id)).toEqual([
      'talk-with-obi',
      'night-ferry',
      'opinion-ferry',
    ]);
  });

  test('gives the same lists whatever the order of its input', () => {
    const input = siteFixture();
    const turned = createArchive({
      ...input,
      articles: [...input.articles].reverse(),
      speakers: [...input.speakers].reverse(),
    });
    expect(turned.claims.map((c) => c.id)).toEqual(archive.claims.map((c) => c.id));
    expect(turned.speakers.map((s) => s.id)).toEqual(archive.speakers.map((s) => s.id));
  });

  test('sorts speakers as their names are filed', () => {
    expect(archive.speakers.map((s) => s.sortName)).toEqual([
      'captain of the Alma',
      'deckhand',
      'engineers',
      'Lindqvist, Tove',
      'Northpoint Wire',
      'Obi, Mara',
      'Reyes, Jon',
      'some in the town hall',
    ]);
  });

  test('knows a speaker’s own claims from those they pass on', () => {
    expect(archive.claimsBy('northpoint-wire').map((c) => c.id)).toEqual(['g8t4kn']);
    expect(
      archive
        .claimsVia('northpoint-wire')
        .map((c) => c.id)
        .sort(),
    ).toEqual(['c2n6fd', 'h6w2mp']);
  });

  test('counts how a name is printed, also where it passes on words', () => {
    expect(archive.printedAs('mara-obi').names.map(({ text, times }) => [text, times])).toEqual([
      ['Mara Obi', 4],
      ['Obi says', 1],
      ['Obi told', 1],
    ]);
    expect(archive.printedAs('deckhand').names.map(({ text, times }) => [text, times])).toEqual([
      ['A deckhand', 2],
    ]);
  });

  test('tells names from words that only mean somebody', () => {
    const input = siteFixture();
    for (const { text, claims } of input.articles)
      for (const { speaker } of claims)
        if (speaker?.mention && /^Obi/.test(text.slice(speaker.mention.reading.start)))
          speaker.basis = 'pronoun';
    const { names, meaning } = createArchive(input).printedAs('mara-obi');
    expect(names.map(({ text }) => text)).toEqual(['Mara Obi']);
    expect(meaning).toEqual([
      { words: 'Obi says', times: 1 },
      { words: 'Obi told', times: 1 },
    ]);
  });

  test('takes no relative pronoun for a name, whoever it is resolved to by name', () => {
    const input = siteFixture();
    for (const article of input.articles)
      article.text = article.text.replace('Obi says', 'who says');
    const { names, meaning } = createArchive(input).printedAs('mara-obi');
    expect(names.map(({ text }) => text)).toEqual(['Mara Obi', 'Obi told']);
    expect(meaning).toEqual([{ words: 'who says', times: 1 }]);
  });

  test('does not tell words that mean somebody from the same at the head of a sentence', () => {
    expect(
      ofOneSpelling([
        { text: 'The mayor', times: 1 },
        { text: 'he', times: 1 },
        { text: 'He', times: 2 },
        { text: 'US officials', times: 1 },
      ]),
    ).toEqual([
      { words: 'he', times: 3 },
      { words: 'The mayor', times: 1 },
      { words: 'US officials', times: 1 },
    ]);
  });

  test('orders a speaker’s claims by the day said, then by article and place', () => {
    expect(archive.claimsBy('mara-obi').map((c) => c.id)).toEqual([
      'k4m8vz',
      'b7h3kq',
      'c2n6fd',
      'k2b6xd',
      'n7c3vz',
      'm9r2tw',
      't6h4zb',
    ]);
    expect(archive.sameSpeaker(claim('c2n6fd'))).toMatchObject({
      before: { id: 'b7h3kq' },
      after: { id: 'k2b6xd' },
      all: 7,
    });
  });

  test('gives the neighbours of a claim, and none beyond the ends', () => {
    expect(archive.neighbours(claim('b7h3kq'))).toMatchObject({
      before: null,
      after: { id: 'c2n6fd' },
    });
    expect(archive.neighbours(claim('j9z5qr'))).toMatchObject({
      before: { id: 'h6w2mp' },
      after: null,
    });
  });

  test('follows words from the speaker to the outlet', () => {
    expect(archive.chainOf(claim('h6w2mp')).map((s) => s.id)).toEqual([
      'engineers',
      'northpoint-wire',
      'harbour-post',
    ]);
    expect(archive.chainOf(claim('j9z5qr')).map((s) => s.id)).toEqual(['harbour-post']);
    expect(archive.chains().map((c) => c.steps.map((s) => s.id).join(' > '))).toEqual([
      'captain > deckhand > harbour-post',
      'engineers > northpoint-wire > harbour-post',
      'mara-obi > northpoint-wire > harbour-post',
    ]);
  });

  test('puts curators’ relations above computed ones, also where they point here', () => {
    expect(
      archive.related(claim('b7h3kq')).map((r) => [r.claim.id, r.relation.kind, r.inverse]),
    ).toEqual([
      ['m9r2tw', 'contradicts', false],
      ['k4m8vz', 'near', false],
    ]);
    expect(
      archive.related(claim('m9r2tw')).map((r) => [r.claim.id, r.relation.kind, r.inverse]),
    ).toEqual([['b7h3kq', 'contradicts', true]]);
  });

  test('shows other speakers’ answers to the same question, never the speaker’s own', () => {
    const [, ferry] = archive.sameTopic(claim('n7c3vz'));
    expect(
      archive.sameTopic(claim('n7c3vz')).map((t) => [t.topic.id, t.others.map((o) => o.claim.id)]),
    ).toEqual([
      ['night-ferry-future', []],
      ['bridge-date', ['f3q7hj', 'q3f7tv']],
    ]);
    expect(ferry!.stance).toBe('No date given');
  });

  test('sets a topic’s answers by day, its stances in the curator’s order', () => {
    const { stances, rows } = archive.topicTable(archive.topic('bridge-date')!);
    expect(stances).toEqual(['Late', 'Years away', 'This summer', 'No date given']);
    expect(rows.map((r) => r.claim.id)).toEqual(['c2n6fd', 'f3q7hj', 'q3f7tv', 'n7c3vz']);
  });

  test('counts who quotes whom, once each claim', () => {
    const { columns, rows } = archive.whoQuotesWhom();
    expect(columns.map((o) => o.id)).toEqual(['coast-review', 'harbour-post']);
    expect(rows[0]).toMatchObject({ speaker: { id: 'mara-obi' }, claims: 7 });
    expect(rows[0]!.cells.map((c) => c.claims.length)).toEqual([4, 2]);
  });

  test('prepares pairs: a curator’s first, no pair twice', () => {
    const pairs = archive.pairs().map(({ a, b }) => `${a.id} ${b.id}`);
    expect(pairs[0]).toBe('b7h3kq m9r2tw');
    expect(new Set(pairs.map((p) => p.split(' ').sort().join(' '))).size).toBe(pairs.length);
    expect(archive.arePaired('m9r2tw', 'b7h3kq')).toBe(true);
    expect(archive.arePaired('m9r2tw', 'm9r2tw')).toBe(false);
  });

  test('finds claims within a claim, and the notes on it', () => {
    expect(archive.claimsWithin('d5x9gb').map((c) => c.id)).toEqual(['f3q7hj']);
    expect(archive.notesOn('d5x9gb').map((n) => n.kind)).toEqual(['correction']);
    expect(archive.notesOn('b7h3kq')).toEqual([]);
  });

  test('finds a name in full in claims of others, never part of a word or the speaker’s own', () => {
    const input = siteFixture();
    const texts: Record<string, string> = {
      k4m8vz: 'The Northpoint-Wire and Mara Obits',
      g8t4kn: 'Northpoint Wire says so',
    };
    const wire = createArchive({
      ...input,
      articles: input.articles.map((a) => ({
        ...a,
        claims: a.claims.map((c) => ({ ...c, text: texts[c.id] ?? c.text })),
      })),
    });
    expect(wire.namedIn(wire.speaker('northpoint-wire')!).map((c) => c.id)).toEqual(['k4m8vz']);
    expect(wire.namedIn(wire.speaker('mara-obi')!)).toEqual([]);
    expect(wire.namedIn(wire.speaker('deckhand')!)).toEqual([]);
  });

  test('stands without any record', () => {
    const empty = createArchive({
      ...siteFixture(),
      articles: [],
      speakers: [],
      outlets: [],
      topics: [],
      places: [],
      annotations: [],
      addresses: [],
    });
    expect([empty.claims, empty.timeline(), empty.pairs(), empty.chains(), empty.years()]).toEqual([
      [],
      [],
      [],
      [],
      null,
    ]);
  });
});

test('a tally counts most first and breaks ties by key', () => {
  expect(
    tally(['b', 'a', 'c', 'a', 'c'], (x) => x).map(({ key, times }) => `${key}${times}`),
  ).toEqual(['a2', 'c2', 'b1']);
});

describe('the context of a claim', () => {
  const harbour = archive.article('night-ferry')!;
  const read = (span: { start: number; end: number } | null) =>
    span && harbour.text.slice(span.start, span.end);

  test('is its sentence, the one before and the one after', () => {
    const { before, within, after } = contextOf(harbour, claim('c2n6fd'));
    expect(read(before)).toBe('The board met on Friday.');
    expect(within.map(read)).toEqual([
      'Obi told the Northpoint Wire that the bridge would be late, and that nobody should sell their boat.',
    ]);
    expect(read(after)).toBe('What the town hears');
  });

  test('never takes in folded lines', () => {
    expect(read(contextOf(harbour, claim('b7h3kq')).before)).toBe(
      'The ferry Alma leaves Northpoint on 3 March 2021 (Harbour Post)',
    );
  });

  test('does not end a sentence at a title or an initial', () => {
    const text = 'Mr. Obi met J. Reyes. They spoke.';
    expect(
      sentencesOf(text, { start: 0, end: text.length }).map((s) => text.slice(s.start, s.end)),
    ).toEqual(['Mr. Obi met J. Reyes.', 'They spoke.']);
  });

  test('a place in the source counts code points and lines', () => {
    const source = 'One 𝒳 line.\nThe words.\n';
    const start = source.indexOf('The');
    expect(
      placeOf(source, { start, end: start + 3, exact: 'The', reading: { start: 0, end: 3 } }),
    ).toEqual({ start: 12, end: 15, of: 23, line: 2 });
  });
});

describe('dates in words', () => {
  test.each([
    ['2024-03-27', '2024-03-27', '27 March 2024'],
    ['2017-01-01', '2017-12-31', '2017'],
    ['2016-01-01', '2017-12-31', '2016 to 2017'],
    ['2024-02-01', '2024-02-29', 'February 2024'],
    ['2023-02-01', '2023-02-28', 'February 2023'],
    ['2017-07-01', '2017-08-31', 'July to August 2017'],
    ['2017-07-10', '2017-08-31', '10 July to 31 August 2017'],
    ['2024-03-25', '2024-03-27', '25 to 27 March 2024'],
    ['2017-12-01', '2018-01-31', 'December 2017 to January 2018'],
  ])('%s to %s is %s', (from, to, words) => expect(intervalInWords(from, to)).toBe(words));

  test('half-known and unknown dates say so; an inferred one stands in brackets', () => {
    const date = {
      edtf: null,
      from: null,
      to: '2024-03-25',
      basis: 'inferred',
      note: null,
    } as const;
    expect(dateInWords(date)).toBe('on or before 25 March 2024');
    expect(dateInLine(date)).toBe('[on or before 25 March 2024]');
    expect(dateInWords(null)).toBe('date unknown');
  });
});

describe('titles and beginnings', () => {
  test('the first title that fits is taken; the last is cut at a word', () => {
    expect(tabTitle('Verbatim', 'x'.repeat(80), 'Short')).toBe('Short | Verbatim');
    const cut = tabTitle('Verbatim', 'word '.repeat(30).trim());
    expect(cut.length).toBeLessThanOrEqual(70);
    expect(cut).toMatch(/^(?:word )+… \| Verbatim$/);
  });

  test('a beginning never splits a word and never exceeds its limit', () => {
    expect(beginning('We will keep the night ferry', 20)).toBe('We will keep the …');
    expect(beginning('short', 20)).toBe('short');
  });
});

describe('two wordings', () => {
  const first = (pieces: Piece[]) =>
    pieces.map((piece) => ('same' in piece ? piece.same : piece.removed)).join('');
  const second = (pieces: Piece[]) =>
    pieces.map((piece) => ('same' in piece ? piece.same : piece.added)).join('');
  const changes = (a: string, b: string) =>
    differences(a, b).flatMap((piece) => ('same' in piece ? [] : [[piece.removed, piece.added]]));

  test('are both kept in the differences, whatever they are', () => {
    const text = fc
      .array(
        fc.constantFrom(
          'the',
          'ferry',
          'a',
          ' ',
          '  ',
          '\n',
          '\n\n',
          ',',
          'night',
          '夜',
          '船',
          '“keep',
        ),
      )
      .map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const pieces = differences(a, b);
        expect(first(pieces)).toBe(a);
        expect(second(pieces)).toBe(b);
        if (a === b) expect(pieces.some((piece) => 'removed' in piece)).toBe(false);
        else expect(pieces.some((piece) => 'removed' in piece)).toBe(true);
      }),
    );
  });

  test('differ in whole words, with the marks that touch them', () => {
    expect(changes('keep it, he said', 'keep it he said')).toEqual([['it,', 'it']]);
    expect(changes('keep  it', 'keep it')).toEqual([['  ', ' ']]);
    expect(changes('夜の船', '夜の舟')).toEqual([['船', '舟']]);
  });

  test('are one where only the shapes of their marks differ, and marks are folded', () => {
    const curly = 'The pier’s “old” lamp is lit, said Ann Lee';
    const straight = 'The pier\'s "old" lamp was lit, said Ann Lee';
    expect(differences(curly, straight, plainMarks)).toEqual([
      { same: 'The pier\'s "old" lamp ' },
      { removed: 'is', added: 'was' },
      { same: ' lit, said Ann Lee' },
    ]);
    expect(differences(curly, curly.replaceAll('’', "'"), plainMarks)).toHaveLength(1);
    expect(changes(curly, curly.replaceAll('’', "'"))).toEqual([['pier’s', "pier's"]]);
  });

  test('are not cut up by words that both happen to have', () => {
    expect(changes('It is no longer a threat to us', 'It is still a menace to us')).toEqual([
      ['no longer a threat', 'still a menace'],
    ]);
    expect(
      changes(
        'one\n\nThe ministry accused the office of the delay.\n\nThe office is silent.',
        'one\n\nThe office is silent.',
      ),
    ).toEqual([['The ministry accused the office of the delay.\n\n', '']]);
  });

  test('shared words are set apart as whole words only', () => {
    expect(namedWords('shares: “night ferry”, “fare”')).toEqual(['night ferry', 'fare']);
    expect(
      withWords('The fare of the night ferry, not welfare.', ['fare', 'night ferry'])
        .filter((p) => p.hit)
        .map((p) => p.text),
    ).toEqual(['fare', 'night ferry']);
    expect(
      withWords('a.b', ['.'])
        .map((p) => p.text)
        .join(''),
    ).toBe('a.b');
  });
});
