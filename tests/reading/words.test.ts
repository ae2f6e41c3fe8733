/** Sentences of the pages: each in the cases that differ. */
import { describe, expect, test } from 'vitest';
import { rolesOf } from '../../src/archive/roles.ts';
import { specimenOf } from '../../src/archive/specimen.ts';
import { createArchive } from '../../src/archive/query.ts';
import { listPage } from '../../src/model/paging.ts';
import type {
  AddressRecord,
  ArticleRecord,
  ClaimRecord,
  Relation,
} from '../../src/model/records.ts';
import { embedHtml } from '../../src/publish/embed.ts';
import { capturedBy, foldInWords, languageReason } from '../../src/site/reading/article-words.ts';
import {
  claimDescription,
  claimTitles,
  relationInWords,
  repeatInWords,
  stepsOf,
} from '../../src/site/reading/claim-words.ts';
import {
  asSentence,
  goneCrumbs,
  goneHeading,
  goneReason,
} from '../../src/site/reading/gone-words.ts';
import { labelledBefore } from '../../src/site/reading/labels.ts';
import { writtenIn } from '../../src/site/reading/language.ts';
import {
  claimsStandfirst,
  outletSummary,
  placeSummary,
  throughAndUnnamed,
} from '../../src/site/reading/list-words.ts';
import { newsInMargin } from '../../src/site/reading/margin.ts';
import { extentInWords, yearsSpanned } from '../../src/site/reading/site-words.ts';
import { meantBy, speakerCounts, speakerSummary } from '../../src/site/reading/speaker-words.ts';
import { closeAxis, eventsOf, ownDates, rowsOf } from '../../src/site/reading/timeline.ts';
import { leftOut, topicSummary } from '../../src/site/reading/topic-words.ts';
import { siteFixture } from '../support/site-fixture.ts';

const archive = createArchive(siteFixture());
const [first] = archive.claims as [ClaimRecord];
const article = archive.articleOf(first);

describe('a claim', () => {
  test('is described with the words that attribute it where it is reported, alone where it is quoted', () => {
    const [quoted, reported] = (['direct', 'indirect'] as const).map((type) =>
      archive.claims.find((claim) => claim.type === type && claim.speaker?.mention)!,
    ) as [ClaimRecord, ClaimRecord];
    const [ofQuoted, ofReported] = [quoted, reported].map((claim) => archive.articleOf(claim));
    expect(claimDescription(quoted, ofQuoted!)).toContain(': “');
    const { start } = reported.speaker!.mention!.reading;
    const { end } = reported.parts.at(-1)!.reading;
    const printed = ofReported!.text.slice(start, end);
    expect(claimDescription(reported, ofReported!)).toContain(`: ${printed}`);
  });

  test('has titles that get shorter', () => {
    const lengths = claimTitles(first, article).map(({ length }) => length);
    expect(lengths).toHaveLength(3);
    expect(claimTitles(first, article).at(-1)).toContain(first.id);
  });

  test('is embedded as text, whatever its words', () => {
    const html = embedHtml({ ...first, text: '<b> & "x"' }, article, { page: 'p', inContext: 'c' });
    expect(html).toContain('<p>“&lt;b> &amp; &quot;x&quot;”</p>');
  });

  test('names each step of its way, and a source that has no name', () => {
    const chain = [
      { id: 's', name: 'Officials', kind: 'speaker' as const },
      { id: 'r', name: 'Reuters', kind: 'speaker' as const },
      { id: 'o', name: 'Harbour Post', kind: 'outlet' as const },
    ];
    const did = (claim: ClaimRecord, from = 0) =>
      stepsOf(claim, article, chain.slice(from)).map((step) => step.did);
    const speaker = { ...first.speaker!, kind: 'unnamed' as const };
    expect(did({ ...first, speaker }).slice(0, 2)).toEqual([
      'said it; nobody is named',
      'quoted Officials',
    ]);
    expect(did({ ...first, speaker: null, candidates: [] }, 1)[0]).toBe(
      'quoted somebody who is not named',
    );
    expect(did(first).at(-1)).toMatch(/^printed it, /);
  });

  test('stands on either side of a relation', () => {
    expect(relationInWords('contradicts', false)).toBe('contradicts');
    expect(relationInWords('contradicts', true)).toBe('is contradicted by');
    const relation: Relation = {
      to: first.id,
      kind: 'repeats',
      basis: 'computed',
      score: 0.5,
      why: 'same words',
      by: null,
    };
    expect(repeatInWords(relation, true)).toBe(
      'Word for word as this claim. Same words. Likeness 0.50.',
    );
    expect(repeatInWords({ ...relation, why: 'close', score: null }, false)).toBe('Close.');
  });
});

describe('the specimen', () => {
  const short: ClaimRecord = { ...first, type: 'direct', text: 'x', via: [], review: 'machine' };
  test('is best one that was passed on, and none where none is fit', () => {
    const via = { ...short, id: 'passed', via: [{ id: 'r', name: 'Reuters', mention: null }] };
    expect(specimenOf([short, via])?.id).toBe('passed');
    expect(specimenOf([short, { ...short, id: 'second' }])?.id).toBe(first.id);
    expect(specimenOf([{ ...short, text: 'x'.repeat(200) }])).toBeUndefined();
    expect(specimenOf([{ ...short, speaker: null }])).toBeUndefined();
  });
});

describe('an article', () => {
  test('says how its language was told only where that is news', () => {
    const told = (language: string, languageBasis: ArticleRecord['languageBasis']) =>
      languageReason({ ...article, language, languageBasis });
    expect(told('en', 'detected')).toBeNull();
    expect(told('de', 'detected')).toBe('told by the words of the text');
    expect(told('de', 'card')).toBe('named by a curator');
  });

  test('was captured by the day it was taken in, unless that is noted', () => {
    expect(capturedBy({ ...article, captured: null }, null)).toBeNull();
    expect(capturedBy({ ...article, captured: null }, '2024-01-05')).toMatchObject({
      edtf: '../2024-01-05',
      basis: 'inferred',
    });
  });

  test('counts what is folded away', () => {
    expect(foldInWords(1, false, false)).toBe('Folded: 1 line that is not part of the article');
    expect(foldInWords(2, true, false)).toBe('Folded: 2 filing lines of the publisher');
    expect([foldInWords(1, false, true), foldInWords(3, true, true)]).toEqual([
      '1 line folded',
      '3 filing lines folded',
    ]);
  });

  test.each([
    ['ar', { lang: 'ar', dir: 'rtl' }],
    ['fa-AF', { lang: 'fa-AF', dir: 'rtl' }],
    ['he', { lang: 'he', dir: 'rtl' }],
    ['az', { lang: 'az' }],
    ['az-Arab', { lang: 'az-Arab', dir: 'rtl' }],
    ['sv', { lang: 'sv' }],
    ['en', {}],
    ['en-NZ', {}],
    ['no such tag', { lang: 'no such tag' }],
  ])('what holds words in %s says so, and which way they run', (language, expected) => {
    expect(writtenIn({ language })).toEqual(expected);
  });

  test('names a speaker once a turn, and a role once a run of claims', () => {
    const turn = { ...archive.article('talk-with-obi')!.turns[0]!, number: 7, speaker: 'mara' };
    const said = (id: string, over: Partial<ClaimRecord> = {}): ClaimRecord => ({
      ...first,
      id,
      turn: 7,
      speaker: { ...first.speaker!, id: 'mara' },
      via: [],
      within: null,
      ...over,
    });
    const claims = [said('a'), said('b'), said('c', { within: 'b' }), said('d', { speaker: null })];
    expect([...labelledBefore({ ...article, claims, turns: [turn] })]).toEqual(['b']);
    const twice = { ...first, number: 2 };
    const both = { ...article, claims: [first, twice] };
    expect(newsInMargin(twice, both)).toEqual({ role: null, said: null });
  });
});

describe('an address that is gone', () => {
  const gone: AddressRecord = {
    path: 'claims/h4tm9w/',
    kind: 'tombstone',
    successor: 'claims/k7h4tm/',
    reason: 'one statement',
    date: null,
    by: null,
    words: null,
    speaker: null,
    article: null,
    status: 'merged',
  };
  test('says in its heading what became of it', () => {
    expect(goneHeading(gone)).toBe('Claim h4tm9w was merged into claim k7h4tm');
    expect(goneHeading({ ...gone, status: 'withdrawn' })).toBe('Claim h4tm9w was withdrawn');
    expect(goneHeading({ ...gone, kind: 'orphan' })).toBe('Claim h4tm9w has lost its place');
  });
  test('gives the reason as a sentence, and what happens next', () => {
    expect(asSentence('one statement')).toBe('One statement.');
    expect(asSentence('')).toBe('');
    expect(goneReason({ ...gone, kind: 'orphan', since: 'version 2', date: '2024-02-06' })).toBe(
      'Version 2 of its article’s source was taken in on 6 February 2024: one statement. ' +
        'The claim was not moved to a look-alike; a person will decide.',
    );
  });
  test('stands below its list and its article', () => {
    expect(goneCrumbs(gone, { line: 'Harbour Post', path: 'articles/x/' })).toEqual([
      { text: 'Claims', path: 'claims/' },
      { text: 'Harbour Post', path: 'articles/x/' },
      { text: 'claim h4tm9w' },
    ]);
    expect(goneCrumbs({ ...gone, path: 'articles/x/versions/1/' }, null).at(-1)).toEqual({
      text: 'x / versions / 1',
    });
  });
});

describe('lists', () => {
  test('say which part of them a page shows', () => {
    const items = Array.from({ length: 250 }, (_, i) => i);
    expect(claimsStandfirst(listPage(items, 3))).toBe(
      '201 to 250 of 250 claims, counted from the oldest; by article, newest first.',
    );
    expect(claimsStandfirst(listPage(items, null))).toBe(
      'The newest 100 of 250 claims; by article, newest first.',
    );
    expect(claimsStandfirst(listPage([], null))).toBe('There are no claims in the archive yet.');
  });
  test('count in words', () => {
    expect(outletSummary(1, 0, 0)).toBe('1 article with no claims yet.');
    expect(outletSummary(1, 2, 1)).toBe('1 article with 2 claims by 1 speaker.');
    expect(placeSummary('Basra', 1, 0)).toBe('1 claim names Basra.');
    expect(throughAndUnnamed(0, 2)).toBe(
      'No claim came through somebody else than the outlet itself; ' +
        '2 claims have a source that is not named.',
    );
    expect(speakerCounts(2, 3)).toBe('2 claims, passed on\u00a03');
    expect(speakerCounts(0, 1)).toBe('passed on 1 claim');
    expect(yearsSpanned({ from: '2017', to: '2017' })).toBe(', 2017');
    const nothing = { articles: 0, claims: 0, speakers: 0, quoted: 0, outlets: 0 };
    expect(extentInWords(nothing, null)).toBe(' yet in no articles.');
    expect(topicSummary({ claims: 2, speakers: 1, articles: 1, outlets: 1 })).toBe(
      'Two claims by one speaker in one article from one outlet.',
    );
    expect(leftOut({ speakers: 1, claims: 1 }, 0)).toBe('1 claim without a date, listed below');
    expect(leftOut({ speakers: 1, claims: 2 }, 3)).toBe(
      'and 1 speaker more with 2 claims, listed below',
    );
    expect(
      speakerSummary({ role: 'the mayor', claims: 1, articles: 1, passed: 0, years: '2021' }),
    ).toBe('The mayor. 1 claim in 1 article, 2021.');
  });

  test('are meant by pronouns and descriptions, of which many are counted', () => {
    expect(meantBy([{ words: 'who', times: 1 }], false)).toBe('Meant by “who” (1).');
    const many = Array.from({ length: 15 }, (_, i) => ({ words: `the ${i}th speaker`, times: 2 }));
    const sentence = meantBy(many, true);
    expect(sentence).toMatch(/^Also meant by “the 0th speaker” \(2\), /);
    expect(sentence).toMatch(/“the 11th speaker” \(2\) and 3 more\.$/);
  });
});

describe('the records behind the pages', () => {
  test('hold each role of a speaker once an article', () => {
    for (const speaker of archive.speakers) {
      const roles = rolesOf(speaker, archive).map(({ role, article: at }) => `${role} ${at?.id}`);
      expect(new Set(roles).size).toBe(roles.length);
    }
  });
  test('stand in the timeline by day', () => {
    const days = rowsOf(archive.timeline()).map(({ day }) => day);
    expect(days).toEqual([...days].sort());
    const [entry] = archive.timeline();
    expect(closeAxis({ ...entry!, said: [] })).toBeNull();
  });
  test('stand in the timeline by what is said in an article whose own day is unknown', () => {
    const input = siteFixture();
    const [dated] = archive.timeline().filter(({ said }) => said[0]?.date.from);
    const unknown = { ...dated!.article.published, from: null, to: null };
    const late = { ...dated!.article, published: unknown };
    const others = input.articles.filter(({ id }) => id !== late.id);
    const entries = createArchive({ ...input, articles: [late, ...others] }).timeline();
    expect(entries.find(({ article }) => article.id === late.id)!.day).toBe(
      dated!.said[0]!.date.from,
    );
    const days = entries.map(({ day }) => day);
    expect(days).toEqual([...days].sort());
  });
  test('tell days of statements from the mere bound that their printing sets', () => {
    const [entry] = archive.timeline().filter(({ said }) => said.length > 0);
    const { article } = entry!;
    const [statement] = entry!.said;
    const bound = {
      ...statement!,
      date: { ...statement!.date, from: null, to: article.published.to },
    };
    const earlier = { ...statement!, date: { ...statement!.date, from: null, to: '2001-01-01' } };
    const { own, others } = ownDates({ ...entry!, said: [bound, earlier] });
    expect(own).toEqual([earlier]);
    expect(others).toBe(article.claims.length - earlier.claims.length);
    const [[year, events] = ['', []]] = eventsOf([{ ...entry!, said: [bound, earlier] }]);
    expect(year).toBe('2001');
    expect(events.map(({ said }) => said)).toEqual([earlier]);
  });
});
