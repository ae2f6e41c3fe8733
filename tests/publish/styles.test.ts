/** A claim and an article as the styles have them; what is cited is the article that was read. */
import { describe, expect, test } from 'vitest';
import { createArchive } from '../../src/archive/query.ts';
import type { ArticleRecord, ClaimRecord } from '../../src/model/records.ts';
import { articleItem, claimItem } from '../../src/publish/exports/citations.ts';
import { inStyles } from '../../src/publish/exports/styles.ts';
import { siteFixture } from '../support/site-fixture.ts';

const root = 'https://verbatim.example/';
const archive = createArchive(siteFixture());
const { site } = archive;
const sortNames = (id: string) => archive.speaker(id)?.sortName;
const ferry = archive.article('night-ferry')!;
const obi = archive.claim('n7c3vz')!;

const styled = (article: ArticleRecord, claim: ClaimRecord | null) => {
  const cited = claim
    ? claimItem(claim, article, site, root, sortNames)
    : articleItem(article, site, root, sortNames);
  return Object.fromEntries(
    inStyles(cited, article, claim).map(({ style, text, inText }) => [style, [text, inText]]),
  );
};
const of = (claim: Partial<ClaimRecord>, article: Partial<ArticleRecord> = {}) =>
  styled({ ...ferry, ...article }, { ...obi, text: 'We will keep it', ...claim });

test('an article, in each style', () => {
  expect(styled(ferry, null)).toEqual({
    APA: [
      'Lindqvist, T. (2021, March 14). Night ferry to stay, harbour board says. Harbour Post. https://verbatim.example/articles/night-ferry/',
      '(Lindqvist, 2021)',
    ],
    Chicago: [
      'Tove Lindqvist, “Night ferry to stay, harbour board says,” Harbour Post, March 14, 2021, https://verbatim.example/articles/night-ferry/.',
      null,
    ],
    MLA: [
      'Lindqvist, Tove. “Night ferry to stay, harbour board says.” Harbour Post, 14 Mar. 2021, https://verbatim.example/articles/night-ferry/.',
      '(Lindqvist)',
    ],
    Wikipedia: [
      '{{cite news |last=Lindqvist |first=Tove |title=Night ferry to stay, harbour board says |work=Harbour Post |date=14 March 2021 |via=Verbatim |url=https://verbatim.example/articles/night-ferry/}}',
      null,
    ],
  });
});

test('a claim names its speaker, its words and the article that has them', () => {
  const styles = of({ type: 'direct' });
  expect(styles['APA']).toEqual([
    'Lindqvist, T. (2021, March 14). Night ferry to stay, harbour board says. Harbour Post. https://verbatim.example/claims/n7c3vz/',
    '(Obi, as cited in Lindqvist, 2021)',
  ]);
  expect(styles['Chicago']?.[0]).toMatch(
    /^Mara Obi, quoted in Tove Lindqvist, “Night ferry to stay, harbour board says,” Harbour Post,/,
  );
  expect(styles['MLA']?.[1]).toBe('(qtd. in Lindqvist)');
  expect(styles['Wikipedia']?.[0]).toContain('|quote=Mara Obi: “We will keep it” |');
});

test('words of nobody have no speaker in any style', () => {
  const styles = of({ type: 'direct', speaker: null, candidates: [] });
  expect(JSON.stringify(styles)).not.toMatch(/Obi|nobody|not named|open/i);
  expect(styles['Chicago']?.[0]).toMatch(/^Quoted in Tove Lindqvist, /);
  expect(styles['APA']?.[1]).toBe('(Lindqvist, 2021)');
});

test('an article without authors is filed under its title', () => {
  const styles = styled({ ...ferry, byline: [] }, null);
  expect(styles['APA']).toEqual([
    'Night ferry to stay, harbour board says. (2021, March 14). Harbour Post. https://verbatim.example/articles/night-ferry/',
    '(“Night ferry to stay, harbour …”, 2021)',
  ]);
  expect(styles['Chicago']?.[0]).toMatch(/^“Night ferry/);
});

test('reported words are not said to be quoted, and who passed them on is named', () => {
  const styles = of({
    type: 'indirect',
    via: [{ id: 'wire', name: 'Northpoint Wire', mention: null }],
    cue: null,
  });
  expect(styles['Chicago']?.[0]).toMatch(
    /^Mara Obi, via Northpoint Wire, as reported in Tove Lindqvist, “/,
  );
  expect(styles['MLA']?.[1]).toBe('(as reported in Lindqvist)');
});

test('an answer is an interview of Wikipedia, with both who speak', () => {
  expect(of({ type: 'answer' })['Wikipedia']?.[0]).toMatch(
    /^\{\{cite interview \|subject-last=Obi \|subject-first=Mara \|interviewer=Tove Lindqvist \|.*\|quote=“We will keep it” \|/,
  );
});

describe('a date that is not stated as one day, month or year', () => {
  test.each([
    ['unknown', null, 'n.d.'],
    ['inferred', '2018-06-05', '[June 5, 2018]'],
    ['stated', '201X', '2010s'],
    ['stated', '2018-07/2018-08', 'July–August 2018'],
  ] as const)('%s %s', (basis, edtf, line) => {
    const published = { edtf, from: null, to: null, basis, note: null };
    const styles = styled({ ...ferry, published }, null);
    expect(styles['APA']?.[0]).toContain(`(${line})`);
    expect(styles['MLA']?.[0]).toContain(`Harbour Post, ${line}, `);
    expect(styles['Wikipedia']?.[0]).not.toContain('|date=');
  });
});

test('what would end a template of Wikipedia does not end it', () => {
  const odd = "a | b }} c [[d]] <ref>e</ref> f = g & ~~~~ ''h''";
  const text = of({ text: odd, type: 'indirect', cue: null })['Wikipedia']?.[0] ?? '';
  const quote = /\|quote=(.*?) \|via=/.exec(text)?.[1] ?? '';
  expect(quote).not.toMatch(/[|{}[\]<>=~']/);
  const read = quote
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&');
  expect(read).toBe(`Mara Obi: ${odd}`);
});

test('several authors', () => {
  const byline = ['Ann Lee', 'Bo Rand', 'Ida Moen'].map((name) => ({
    name,
    sortName: name,
    role: 'author' as const,
    speaker: name,
    basis: 'stated' as const,
  }));
  const names = (n: number) => {
    const article = { ...ferry, byline: byline.slice(0, n) };
    const turned = (name: string) => name.split(' ').reverse().join(', ');
    const cited = articleItem(article, site, root, turned);
    return inStyles(cited, article, null).map(({ text, inText }) => [text.slice(0, 45), inText]);
  };
  expect(names(2).map(([text]) => text)).toEqual([
    'Lee, A., & Rand, B. (2021, March 14). Night f',
    'Ann Lee and Bo Rand, “Night ferry to stay, ha',
    'Lee, Ann, and Bo Rand. “Night ferry to stay, ',
    '{{cite news |last1=Lee |first1=Ann |last2=Ran',
  ]);
  expect(names(3).map(([, inText]) => inText)).toEqual([
    '(Lee et al., 2021)',
    null,
    '(Lee et al.)',
    null,
  ]);
});
