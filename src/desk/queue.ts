/** What wants a person: records in, a list ordered by what is unsure or matters out. Linear in the number of claims. */
import type { BuiltArchive } from '../archive/build.ts';
import { grouped } from '../text/grouped.ts';
import type { ArticleRecord, ClaimRecord } from '../model/records.ts';
import type { QUEUE_REASONS, Queue, QueueItem, QueueQuery } from './api.ts';
import type { LostClaim, Orphan } from './lost-claims.ts';
import type { UnheardEntry } from './state.ts';
import { isFullName, oddName } from './odd-names.ts';
import { sentenceAround } from './sentences.ts';

export type Reason = (typeof QUEUE_REASONS)[number];

/** A thing of the queue before it is written out. */
interface Row {
  key: string;
  reasons: readonly Reason[];
  why: string;
  article: ArticleRecord;
  claim: ClaimRecord | null;
  orphan: Orphan | null;
  rank: number;
  suggestion?: Suggested;
}

/** A reader's suggestion that is open, and what taking it up would do by itself, in words. */
export interface Suggested {
  article: string;
  claim: string | null;
  words: string | null;
  said: NonNullable<QueueItem['suggestion']>;
}

/** How much each reason matters; the greatest of a thing's reasons decides. */
const WEIGHTS: Readonly<Record<Reason, number>> = {
  orphan: 100,
  suggested: 90,
  imported: 80,
  'open-speaker': 70,
  'odd-speaker': 65,
  'no-speaker': 60,
  'near-copy': 45,
  'low-confidence': 40,
  'unknown-date': 30,
  'new-article': 10,
};

/** Claims below this confidence are unsure. */
const LOW = 0.7;

/** What the queue is made of beside the records. */
export interface QueueGiven {
  isNew(article: string): boolean;
  unheard: readonly UnheardEntry[];
  /** What is shown of a claim without a place. */
  lost(orphan: Orphan): LostClaim;
  suggested?: readonly Suggested[];
  revision: number;
}

const unheardRow = (article: ArticleRecord, { line, why }: UnheardEntry): Row => ({
  key: `entry:${article.id}:${line}`,
  reasons: ['orphan'],
  why,
  article,
  claim: null,
  orphan: null,
  rank: WEIGHTS.orphan,
});

const suggestedRow = (article: ArticleRecord, one: Suggested): Row => ({
  key: `suggestion:${one.said.id}`,
  reasons: ['suggested'],
  why: [
    one.said.wrong,
    one.said.should && `should be: ${one.said.should}`,
    one.said.source && `source: ${one.said.source}`,
  ]
    .filter(Boolean)
    .join('; '),
  article,
  claim: article.claims.find(({ id }) => id === one.claim) ?? null,
  orphan: null,
  rank: WEIGHTS.suggested,
  suggestion: one,
});

/** The whole queue of an archive, once for all its questions. */
export class WorkQueue {
  readonly #rows: readonly Row[];
  readonly #byArticle = new Map<string, Row[]>();
  readonly #given: QueueGiven;

  constructor(archive: BuiltArchive, given: QueueGiven) {
    this.#given = given;
    const { isNew, unheard, suggested = [] } = given;
    const uses = usesOf(archive);
    const asked = grouped(suggested.map((one) => [one.article, one] as const));
    const lost = grouped(unheard.map((one) => [one.article, one] as const));
    const rows = archive.articles.flatMap((article) => {
      const own = [
        ...articleRows(article, archive, isNew),
        ...(lost.get(article.id) ?? []).map((one) => unheardRow(article, one)),
        ...(asked.get(article.id) ?? []).map((one) => suggestedRow(article, one)),
        ...claimRows(article, uses),
      ];
      this.#byArticle.set(article.id, own);
      return own;
    });
    this.#rows = rows.sort(
      (a, b) => b.rank - a.rank || compare(a.article.id, b.article.id) || numberOf(a) - numberOf(b),
    );
  }

  /** Everything of one article, in the order of its text. */
  of(article: string): QueueItem[] {
    return (this.#byArticle.get(article) ?? [])
      .filter(({ reasons }) => reasons.length > 0)
      .map((row) => this.#item(row));
  }

  /** What a query asks for. Counts of each facet are of what the other filters leave. */
  ask(query: QueueQuery): Queue {
    const review = query.review ?? 'machine';
    const inReview = this.#rows.filter((row) => isInReview(row, review));
    const rows = inReview.filter((row) => passes(row, query));
    const { from = 0, count = 50 } = query;
    return {
      items: rows.slice(from, from + count).map((row) => this.#item(row)),
      total: rows.length,
      revision: this.#given.revision,
      facets: facetsOf(inReview, query),
    };
  }

  #item({ key, reasons, why, article, claim, orphan, suggestion }: Row): QueueItem {
    return {
      key,
      reasons: [...reasons],
      why,
      article: article.id,
      articleTitle: article.title,
      outlet: article.outlet?.name ?? null,
      ...NO_CLAIM,
      words: suggestion?.words ?? article.title,
      suggestion: suggestion?.said ?? null,
      ...(claim && ofClaim(article, claim)),
      ...(orphan && this.#given.lost(orphan)),
    };
  }
}

const compare = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};
const numberOf = ({ claim }: Row): number => claim?.number ?? 0;

/** How many claims each speaker has. */
function usesOf({ articles }: BuiltArchive): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { claims } of articles)
    for (const { speaker } of claims)
      if (speaker) uses.set(speaker.id, (uses.get(speaker.id) ?? 0) + 1);
  return uses;
}

function articleRows(
  article: ArticleRecord,
  archive: BuiltArchive,
  isNew: (article: string) => boolean,
): Row[] {
  const told: (readonly [Reason, string])[] = [];
  const copy = nearCopyOf(article, archive);
  if (copy) told.push(['near-copy', `many of its claims stand in ${copy} word for word`]);
  if (article.published.basis === 'unknown')
    told.push(['unknown-date', 'its text states no day of publication']);
  const unread = article.claims.every(({ review }) => review === 'machine');
  if (unread && isNew(article.id)) told.push(['new-article', 'no person has read it yet']);
  const orphans = archive.ledger.get(article.id)?.orphans ?? [];
  const lost = orphans.map((orphan): Row => ({
    key: `claim:${orphan.id}`,
    reasons: ['orphan'],
    why: orphan.why,
    article,
    claim: null,
    orphan,
    rank: WEIGHTS.orphan,
  }));
  if (told.length === 0) return lost;
  const reasons = told.map(([reason]) => reason);
  return [
    ...lost,
    {
      key: `article:${article.id}`,
      reasons,
      why: told.map(([, why]) => why).join('; '),
      article,
      claim: null,
      orphan: null,
      rank: weightOf(reasons),
    },
  ];
}

const weightOf = (reasons: readonly Reason[]): number =>
  reasons.reduce((most, reason) => Math.max(most, WEIGHTS[reason]), 0);

/** The article that holds most of an article's claims word for word; null where no card says so already or none does. */
function nearCopyOf(article: ArticleRecord, { articles }: BuiltArchive): string | null {
  const shared = new Map<string, number>();
  for (const { relations } of article.claims)
    for (const { kind, to } of relations)
      if (kind === 'repeats') {
        const other = ownerIn(articles).get(to);
        if (other && other !== article.id) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
  const least = Math.max(3, article.claims.length / 2);
  for (const [other, n] of shared) if (n >= least && !article.copies?.includes(other)) return other;
  return null;
}

/** The article of each claim; made once for a list of articles. */
const owners = new WeakMap<readonly ArticleRecord[], Map<string, string>>();
function ownerIn(articles: readonly ArticleRecord[]): Map<string, string> {
  const known = owners.get(articles);
  if (known) return known;
  const made = new Map(
    articles.flatMap(({ id, claims }) => claims.map((claim) => [claim.id, id] as const)),
  );
  owners.set(articles, made);
  return made;
}

const claimRows = (article: ArticleRecord, uses: ReadonlyMap<string, number>): Row[] =>
  article.claims.map((claim) => {
    const told = claim.review === 'machine' ? doubtsOf(claim, article, uses) : [];
    const reasons = told.map(([reason]) => reason);
    return {
      key: `claim:${claim.id}`,
      reasons,
      why: told.map(([, why]) => why).join('; ') || asRead(claim),
      article,
      claim,
      orphan: null,
      // Claims that are about as sure stand together by article.
      rank: weightOf(reasons) + Math.round((1 - claim.confidence) * 5) / 10,
    };
  });

const asRead = ({ review, reviewedBy, reviewedOn }: ClaimRecord): string => {
  if (review === 'machine') return 'no person has read it yet';
  return [review, reviewedBy && `by ${reviewedBy}`, reviewedOn && `on ${reviewedOn}`]
    .filter(Boolean)
    .join(' ');
};

/** What is doubtful in a claim that no person has read. */
function doubtsOf(
  { speaker, candidates, confidence }: ClaimRecord,
  { language }: ArticleRecord,
  uses: ReadonlyMap<string, number>,
): (readonly [Reason, string])[] {
  const told: (readonly [Reason, string])[] = [];
  if (!speaker && candidates.length > 0)
    told.push([
      'open-speaker',
      candidates.length === 1
        ? `perhaps ${candidates[0]?.name}`
        : `${candidates.map(({ name }) => name).join(' or ')}`,
    ]);
  else if (!speaker) told.push(['no-speaker', 'nobody is named']);
  else {
    const odd =
      oddName(speaker.name, speaker.kind, language) ??
      (speaker.kind === 'person' && uses.get(speaker.id) === 1 && !isFullName(speaker.name)
        ? 'this speaker occurs nowhere else and is not named in full'
        : null);
    if (odd !== null) told.push(['odd-speaker', odd]);
  }
  if (confidence < LOW) told.push(['low-confidence', `sure to ${Math.round(confidence * 100)} %`]);
  return told;
}

function isInReview(
  { claim, suggestion }: Row,
  review: NonNullable<QueueQuery['review']>,
): boolean {
  if (review === 'all') return true;
  if (suggestion) return review === 'machine';
  return claim === null ? review === 'machine' : claim.review === review;
}

type Filter = 'reason' | 'article' | 'outlet' | 'speaker' | 'rule' | 'below';

const FILTERS: Readonly<Record<Filter, (row: Row, query: QueueQuery) => boolean>> = {
  reason: ({ reasons }, { reason }) => reason === undefined || reasons.includes(reason),
  article: (row, { article }) => article === undefined || row.article.id === article,
  outlet: (row, { outlet }) => outlet === undefined || row.article.outlet?.id === outlet,
  speaker: ({ claim }, { speaker }) =>
    speaker === undefined ||
    claim?.speaker?.id === speaker ||
    claim?.candidates.some(({ id }) => id === speaker) === true,
  rule: ({ claim }, { rule }) => rule === undefined || claim?.rule === rule,
  below: ({ claim }, { below }) =>
    below === undefined || (claim !== null && claim.confidence <= below),
};

const FILTER_NAMES = Object.keys(FILTERS) as Filter[];
const passes = (row: Row, query: QueueQuery): boolean => refusedBy(row, query).length === 0;

/** The filters that leave a row out, two at most. */
function refusedBy(row: Row, query: QueueQuery): Filter[] {
  const refused: Filter[] = [];
  for (const name of FILTER_NAMES) {
    if (FILTERS[name](row, query)) continue;
    refused.push(name);
    if (refused.length === 2) break;
  }
  return refused;
}

/** Counts values, with the name of each. */
class Counts {
  readonly #counts = new Map<string, { name: string; count: number }>();

  add(id: string, name: string): void {
    const known = this.#counts.get(id);
    if (known) known.count++;
    else this.#counts.set(id, { name, count: 1 });
  }

  all(most = 500): { id: string; name: string; count: number }[] {
    return [...this.#counts]
      .map(([id, one]) => ({ id, ...one }))
      .sort((a, b) => b.count - a.count || compare(a.id, b.id))
      .slice(0, most);
  }
}

function facetsOf(rows: readonly Row[], query: QueueQuery): Queue['facets'] {
  const facets = {
    reasons: new Counts(),
    articles: new Counts(),
    outlets: new Counts(),
    speakers: new Counts(),
    rules: new Counts(),
  };
  for (const row of rows) {
    const { reasons, article, claim } = row;
    const [one, other] = refusedBy(row, query);
    if (other) continue;
    const counts = (filter: Filter) => one === undefined || one === filter;
    if (counts('reason')) for (const reason of reasons) facets.reasons.add(reason, reason);
    if (counts('article')) facets.articles.add(article.id, article.title);
    if (article.outlet && counts('outlet'))
      facets.outlets.add(article.outlet.id, article.outlet.name);
    if (claim?.speaker && counts('speaker'))
      facets.speakers.add(claim.speaker.id, claim.speaker.name);
    if (claim && counts('rule')) facets.rules.add(claim.rule, claim.rule);
  }
  return {
    reasons: facets.reasons.all(),
    articles: facets.articles.all(),
    outlets: facets.outlets.all(),
    speakers: facets.speakers.all(),
    rules: facets.rules.all(),
  };
}

const named = (one: { id: string; name: string } | null) => one && { id: one.id, name: one.name };

const NO_CLAIM = {
  claim: null,
  before: '',
  after: '',
  speaker: null,
  candidates: [],
  heirs: [],
  lost: null,
  type: null,
  rule: null,
  confidence: null,
  review: null,
};

const ofClaim = (article: ArticleRecord, claim: ClaimRecord) => ({
  claim: claim.id,
  words: claim.text,
  ...sentenceAround(article, claim),
  speaker: named(claim.speaker),
  candidates: claim.candidates.map((one) => ({ ...one })),
  type: claim.type,
  rule: claim.rule,
  confidence: claim.confidence,
  review: claim.review,
});
