/**
 * How often people who read the machine's claims let them stand: by rule, type and outlet, and over time. What a person
 * confirmed is agreement; what was corrected or rejected is none. What only a person found is counted beside it.
 */
import type { ArticleRecord, ClaimType, RejectedWords } from '../model/records.ts';

/** A person's word on one claim of the machine. */
export interface Judgement {
  verdict: 'confirmed' | 'corrected' | 'rejected';
  rule: string | null;
  type: ClaimType | null;
  outlet: string | null;
  /** The day, where the card says it. */
  on: string | null;
}

/** As what rejected words had been found: their rule and type; null where that is not known. */
export type FoundAs = (
  article: ArticleRecord,
  words: RejectedWords,
) => { rule: string; type: ClaimType } | null;

/** Every claim of the machine on which a person has said something. */
export function judgementsOf(
  articles: Iterable<ArticleRecord>,
  foundAs: FoundAs = () => null,
): Judgement[] {
  const judgements: Judgement[] = [];
  for (const article of articles) {
    const outlet = article.outlet?.name ?? null;
    for (const { review, rule, type, reviewedOn = null } of article.claims)
      if (review === 'confirmed' || review === 'corrected')
        judgements.push({ verdict: review, rule, type, outlet, on: reviewedOn });
    for (const words of article.rejected ?? [])
      judgements.push({
        verdict: 'rejected',
        ...(foundAs(article, words) ?? { rule: null, type: null }),
        outlet,
        on: words.on,
      });
  }
  return judgements;
}

/** Counts of judgements, and the share that let the claim stand with its limits of 95 %. */
export interface Agreement {
  confirmed: number;
  corrected: number;
  rejected: number;
  all: number;
  share: number;
  low: number;
  high: number;
}

/** The counts of some judgements; of none the share is 0, between 0 and 1. */
export function agreementOf(judgements: readonly Judgement[]): Agreement {
  const count = (verdict: Judgement['verdict']) =>
    judgements.filter((one) => one.verdict === verdict).length;
  const confirmed = count('confirmed');
  const all = judgements.length;
  return {
    confirmed,
    corrected: count('corrected'),
    rejected: count('rejected'),
    all,
    share: all === 0 ? 0 : confirmed / all,
    ...limitsOf(confirmed, all),
  };
}

/** Of a normal distribution, 2.5 % lie above. */
const Z = 1.959964;

/** The limits of 95 % of a share by the score interval (E. B. Wilson, JASA 22, 1927, 209–212). */
function limitsOf(hits: number, all: number): { low: number; high: number } {
  if (all === 0) return { low: 0, high: 1 };
  const share = hits / all;
  const square = (Z * Z) / all;
  const middle = share + square / 2;
  const half = Z * Math.sqrt((share * (1 - share)) / all + square / (4 * all));
  return {
    low: Math.max(0, (middle - half) / (1 + square)),
    high: Math.min(1, (middle + half) / (1 + square)),
  };
}

export type AgreementRow = Agreement & { name: string };

/** By one of their facts, those with most judgements first; what is not known stands under `not known`. */
export function agreementBy(
  judgements: readonly Judgement[],
  fact: 'rule' | 'type' | 'outlet',
): AgreementRow[] {
  const groups = Map.groupBy(judgements, (one) => one[fact] ?? 'not known');
  return [...groups]
    .map(([name, list]) => ({ name, ...agreementOf(list) }))
    .sort((a, b) => b.all - a.all || (a.name < b.name ? -1 : 1));
}

/** A month with its own judgements, and the share of all up to its end. */
export interface AgreementMonth {
  /** `2026-11` */
  month: string;
  own: Agreement;
  running: Agreement;
}

/** The months in which somebody judged, in order; judgements without a day are left out. */
export function agreementByMonth(judgements: readonly Judgement[]): AgreementMonth[] {
  const dated = judgements.filter(({ on }) => on !== null);
  const groups = Map.groupBy(dated, ({ on }) => (on ?? '').slice(0, 7));
  const before: Judgement[] = [];
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, list]) => {
      before.push(...list);
      return { month, own: agreementOf(list), running: agreementOf(before) };
    });
}

/** Claims that only a person found. */
export const addedByPeople = (articles: Iterable<ArticleRecord>): number => {
  let n = 0;
  for (const { claims } of articles) n += claims.filter(({ review }) => review === 'added').length;
  return n;
};
