/** A claim and an article as the styles have them; what is cited is the article that was read. */
import { describe, expect, test } from 'vitest';
import { createArchive } from '../../src/archive/query.ts';
import type { ArticleRecord, ClaimRecord } from '../../src/model/records.ts';
import { articleItem, citationLine, claimItem } from '../../src/publish/exports/citations.ts';
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
    '(“Night ferry to stay, harbour …,” 2021)',
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
    ['unknown', null, 'n.d.', 'n.d.', ''],
    ['inferred', '2018-06-05', '[2018, June 5]', '[2018]', '[5 June 2018], '],
    ['stated', '201X', '2010s', '2010s', '2010s, '],
    ['stated', '2018-07/2018-08', '2018, July–August', '2018', 'July–Aug. 2018, '],
    ['stated', '2018-23', '2018, Autumn', '2018', 'autumn 2018, '],
    ['stated', '2018-11~', '[ca. 2018, November]', '[ca. 2018]', '[ca. Nov. 2018], '],
    ['stated', '2018?', '[2018?]', '[2018?]', '[2018?], '],
    ['stated', '2018-11/2019-02', 'November 2018–February 2019', null, 'Nov. 2018–Feb. 2019, '],
  ] as const)('%s %s', (basis, edtf, apa, inText, mla) => {
    const published = { edtf, from: null, to: null, basis, note: null };
    const styles = styled({ ...ferry, published }, null);
    expect(styles['APA']?.[0]).toContain(`Lindqvist, T. (${apa}). `);
    expect(styles['APA']?.[1]).toBe(`(Lindqvist, ${inText ?? apa})`);
    expect(styles['MLA']?.[0]).toContain(`Harbour Post, ${mla}http`);
    expect(styles['Wikipedia']?.[0]).not.toContain('|date=');
  });
});

const named = (name: string, sortName: string, title = ferry.title) => {
  const article = {
    ...ferry,
    title,
    byline: [{ name, sortName, role: 'author' as const, speaker: null, basis: 'stated' as const }],
  };
  return {
    line: citationLine(articleItem(article, site, root, () => undefined)),
    styles: styled(article, null),
  };
};

test.each([
  ['a family name that stands first', 'Rau Timo', 'Rau, Timo', 'Rau Timo', 'Rau Timo.', 'Rau, T.'],
  ['a suffix', 'Olu Benn Jr.', 'Benn, Olu, Jr.', 'Olu Benn Jr.', 'Benn, Olu, Jr.', 'Benn, O., Jr.'],
])('%s stays where the name has it', (_, name, sortName, chicago, mla, apa) => {
  const { line, styles } = named(name, sortName);
  expect(styles['Chicago']?.[0]).toMatch(new RegExp(`^${chicago}, “`));
  expect(styles['MLA']?.[0]).toMatch(new RegExp(`^${mla} “`));
  expect(styles['APA']?.[0]).toMatch(new RegExp(`^${apa} \\(`));
  expect(line).toMatch(new RegExp(`^${mla} “`));
});

test.each([
  ['Crew: “no pay, no ferry”', 'Crew: “no pay, no ferry.”', 'Crew: ‘no pay, no ferry,’”'],
  ['Whose is the quay?', 'Whose is the quay?', 'Whose is the quay?,”'],
  ['The quay is the pilots’', 'The quay is the pilots’.', 'The quay is the pilots’,”'],
])('the end of “%s” is told as guides to style have it', (title, apa, chicago) => {
  const { styles } = named('Ann Lee', 'Lee, Ann', title);
  expect(styles['APA']?.[0]).toContain(`. ${apa} Harbour Post. `);
  expect(styles['Chicago']?.[0]).toContain(`, “${chicago} Harbour Post, `);
});

test('what would end a template of Wikipedia does not end it', () => {
  const odd = "a | b }} c [[d]] <ref>e</ref> f = g & ~~~~ ''h'' it's '''i'''";
  const text = of({ text: odd, type: 'indirect', cue: null })['Wikipedia']?.[0] ?? '';
  const quote = /\|quote=(.*?) \|via=/.exec(text)?.[1] ?? '';
  expect(quote).not.toMatch(/[|{}[\]<>=~]|''/);
  expect(quote).toContain("it's");
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
  expect(names(3)[1]?.[0]).toMatch(/^Ann Lee et al\., “/);
});
