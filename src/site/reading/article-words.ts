/** Sentences and labels of an article's page. */
import { hasRules } from '../../languages/known.ts';
import type { ArticleRecord, ClaimRecord, DateFact, StatedOnPage } from '../../model/records.ts';
import {
  REVIEWS_IN_WORDS,
  capital,
  count,
  dateInLine,
  dayInWords,
  figures,
  kindInWords,
  listed,
  yearsInWords,
} from '../../model/wording.ts';

/** `Harbour Post, 14 March 2021`; the date alone where no outlet is known. */
export const printedIn = ({ outlet, published }: ArticleRecord): string =>
  outlet ? `${outlet.name}, ${dateInLine(published)}` : dateInLine(published);

/** Titles of an article's page, the fullest first; see `tabTitle`. */
export function articleTitles({ title, outlet, published }: ArticleRecord): string[] {
  const year = yearsInWords(published);
  return [`${title} (${outlet?.name ?? 'no outlet named'}${year ? `, ${year}` : ''})`, title];
}

export function articleDescription(article: ArticleRecord): string {
  const claims = article.claims.length;
  const marked =
    claims === 0
      ? 'in which no claims are marked yet.'
      : `with its ${count(claims, 'claim')} marked: who is quoted as saying what, in which words.`;
  return `${capital(kindInWords(article))} of ${printedIn(article)}, ${marked}`;
}

/** Who says that the article is the outlet's. */
export const OUTLET_BASES_IN_WORDS: Record<ArticleRecord['outletBasis'], string> = {
  stated: '',
  card: 'a curator’s addition; the source does not name it',
  unknown: 'not stated in the source',
};

/** By what the language was told; null where it needs no reason. */
export function languageReason({ language, languageBasis }: ArticleRecord): string | null {
  if (languageBasis === 'card') return 'named by a curator';
  if (languageBasis === 'detected' && language !== 'en') return 'told by the words of the text';
  return languageBasis === 'default'
    ? 'the language of this archive; the text is too short to tell'
    : null;
}

/** What a page states of its article, fact by fact; places that state the same stand together. */
export function statedByFact(stated: readonly StatedOnPage[]): {
  name: StatedOnPage['fact'];
  values: { value: string; where: string[]; taken: boolean }[];
}[] {
  const names = [...new Set(stated.map(({ fact }) => fact))];
  return names.map((name) => {
    const values: { value: string; where: string[]; taken: boolean }[] = [];
    for (const one of stated.filter(({ fact }) => fact === name)) {
      const same = values.find(({ value, taken }) => value === one.value && taken === one.taken);
      if (same) same.where.push(one.where);
      else values.push({ value: one.value, where: [one.where], taken: one.taken });
    }
    return { name, values };
  });
}

/** When the text was captured: noted, or by the day on which it was taken in; null where nobody knows. */
export function capturedBy(article: ArticleRecord, taken: string | null): DateFact | null {
  if (article.captured || taken === null) return article.captured;
  return {
    edtf: `../${taken}`,
    from: null,
    to: taken,
    basis: 'inferred',
    note: `version ${article.source.version} was taken in on that day`,
  };
}

/** `2 claims confirmed by a curator and 1 claim found by rule, …`; or why there are none. */
export function reviewsInWords({ claims, language }: ArticleRecord): string {
  const reviews = (['confirmed', 'corrected', 'added', 'machine'] as const)
    .map((review) => [review, claims.filter((claim) => claim.review === review).length] as const)
    .filter(([, n]) => n > 0);
  if (reviews.length > 0)
    return listed(reviews.map(([review, n]) => `${count(n, 'claim')} ${REVIEWS_IN_WORDS[review]}`));
  return hasRules(language) ? 'no claims yet' : 'claims were not looked for';
}

/** `3 of 12 claims read by a person: Ida Berg, Ann Lee; 1 more rejected`; null where none was. */
export function readByPersons({ claims, rejected = [] }: ArticleRecord): string | null {
  const read = claims.filter(({ review }) => review !== 'machine');
  if (read.length + rejected.length === 0) return null;
  const names = new Set(
    [...read.map(({ reviewedBy }) => reviewedBy), ...rejected.map(({ by }) => by)].flatMap(
      (name) => name ?? [],
    ),
  );
  const who = names.size > 0 ? `: ${listed([...names])}` : '';
  const more = rejected.length > 0 ? `; ${figures(rejected.length)} more rejected` : '';
  return `${figures(read.length)} of ${count(claims.length, 'claim')} read by a person${who}${more}`;
}

/** `confirmed by a curator` with who it was and when, where the card says so. */
export function reviewInWords({ review, reviewedBy, reviewedOn }: ClaimRecord): string {
  const day = reviewedOn ? dayInWords(reviewedOn) : null;
  return [REVIEWS_IN_WORDS[review], reviewedBy, day].filter(Boolean).join(', ');
}

/** Why claims may be missing; null where the language has its rules. */
export function unreadReason({ claims, language }: ArticleRecord): string | null {
  if (hasRules(language)) return null;
  const others = claims.length > 0 ? 'other claims were not looked for: ' : '';
  return `${others}there are no rules for this language yet`;
}

/** What stands behind the rights: by whom they are told. */
export function rightsBasis({ rights }: ArticleRecord): string {
  if (rights.statements.length === 0) return '';
  return rights.basis === 'card' ? 'from a curator’s card' : 'as printed';
}

/** `Folded: 2 lines that are not part of the article`; in a head, where space is dear, `2 lines folded`. */
export function foldInWords(lines: number, areFiling: boolean, inHead: boolean): string {
  if (inHead) return `${count(lines, areFiling ? 'filing line' : 'line')} folded`;
  if (areFiling) return `Folded: ${count(lines, 'filing line')} of the publisher`;
  return `Folded: ${count(lines, 'line')} that ${lines === 1 ? 'is' : 'are'} not part of the article`;
}

/** A SHA-256 in groups of eight. */
export const inGroups = (sha256: string): string[] => sha256.match(/.{1,8}/g) ?? [];
