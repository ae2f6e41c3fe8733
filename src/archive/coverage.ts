/** Which articles cover the same matter, and what each of two has that the other leaves out. Pure. */
import type { ArticleRecord, ClaimRecord, TopicRecord } from '../model/records.ts';
import { speakerName } from '../model/wording.ts';
import { grouped } from '../text/grouped.ts';
import { byText } from '../text/order.ts';
import { derived, derivedOf } from './asking.ts';
import type { Archive } from './query.ts';

/** Articles that have pages beside each other: each with those nearest to it, and so many pairs in an archive. */
export const NEAREST = 2;
export const MOST_PAIRS = 2000;
/** A speaker or question of more articles than these brings no two of them together. */
export const COMMON = 30;

/** Two articles that share something, and how much that counts. */
export interface ArticlePair {
  a: ArticleRecord;
  b: ArticleRecord;
  weight: number;
}

/** The same words count most, then an answer to the same question, then the same speaker. */
const WEIGHTS = { words: 10, topic: 3, speaker: 1 };

/** The pairs of an archive by what they share, those that share most first. */
export const articlePairs = derived('articlePairs', pairsIn);

function pairsIn(archive: Archive): readonly ArticlePair[] {
  const weights = new Map<string, number>();
  const add = (ids: Iterable<string>, weight: number) => {
    const list = [...new Set(ids)].sort();
    if (list.length > COMMON) return;
    for (const [i, a] of list.entries())
      for (const b of list.slice(i + 1)) {
        const key = `${a} ${b}`;
        weights.set(key, (weights.get(key) ?? 0) + weight);
      }
  };
  for (const { id } of archive.speakers)
    add(
      archive.claimsBy(id).map(({ article }) => article),
      WEIGHTS.speaker,
    );
  for (const topic of archive.topics)
    add(
      archive.topicTable(topic).rows.map(({ claim }) => claim.article),
      WEIGHTS.topic,
    );
  for (const claim of archive.claims)
    for (const { to, kind } of claim.relations) {
      const other = kind === 'related' ? undefined : archive.claim(to);
      if (other && other.article !== claim.article)
        add([claim.article, other.article], WEIGHTS.words);
    }
  return chosen(archive, weights);
}

/** Of all pairs those that are among the nearest of one of the two, as many as an archive has pages for. */
function chosen(archive: Archive, weights: ReadonlyMap<string, number>): ArticlePair[] {
  const pairs = [...weights]
    .flatMap(([key, weight]): ArticlePair[] => {
      const [a, b] = key.split(' ').map((id) => archive.article(id));
      return a && b ? [{ a, b, weight }] : [];
    })
    .sort((x, y) => y.weight - x.weight || byText(x.a.id, y.a.id) || byText(x.b.id, y.b.id));
  const held = new Map<string, number>();
  const isNear = ({ id }: ArticleRecord) => (held.get(id) ?? 0) < NEAREST;
  return pairs
    .filter(({ a, b }) => {
      const near = isNear(a) || isNear(b);
      for (const { id } of near ? [a, b] : []) held.set(id, (held.get(id) ?? 0) + 1);
      return near;
    })
    .slice(0, MOST_PAIRS);
}

const othersBeside = derivedOf(
  'articlesBeside',
  (archive) =>
    grouped(
      articlePairs(archive).flatMap((pair) =>
        [pair.a, pair.b].map((one) => [one.id, pair] as const),
      ),
    ),
  (byArticle, id): readonly ArticlePair[] => byArticle.get(id) ?? [],
);

/** The articles that have a page beside this one, those that share most with it first. */
export const othersOn = (archive: Archive, { id }: ArticleRecord): readonly ArticlePair[] =>
  othersBeside(archive, id);

/** How much of a text is whose words, by speaker; in per cent of its letters. */
export interface Share {
  /** Null for claims without a speaker. */
  id: string | null;
  name: string;
  claims: ClaimRecord[];
  share: number;
}

/** The speakers of an article, those with most words first; words within other claims count once. */
export function sharesOf({ text, claims }: ArticleRecord): Share[] {
  const letters = (claim: ClaimRecord) =>
    claim.within
      ? 0
      : claim.parts.reduce((sum, { reading }) => sum + reading.end - reading.start, 0);
  return [...grouped(claims.map((claim) => [claim.speaker?.id ?? '', claim] as const))]
    .map(([id, list]) => ({
      id: id || null,
      name: list[0] ? speakerName(list[0]) : '',
      claims: list,
      share:
        (100 * list.reduce((sum, claim) => sum + letters(claim), 0)) / Math.max(1, text.length),
    }))
    .sort((a, b) => b.share - a.share || byText(a.name, b.name));
}

/** Two articles beside each other. */
export interface Coverage {
  /** Each speaker with the part of both; null where the article does not quote them. */
  speakers: { id: string | null; name: string; a: Share | null; b: Share | null }[];
  /** Claims with the same words or nearly so. */
  alike: { a: ClaimRecord; b: ClaimRecord }[];
  /** Questions that claims of both answer. */
  topics: { topic: TopicRecord; a: Answered[]; b: Answered[] }[];
}
interface Answered {
  claim: ClaimRecord;
  stance: string;
}

/** What both have, what they have otherwise, and what only one has. */
export function coverageOf(archive: Archive, { a, b }: Pick<ArticlePair, 'a' | 'b'>): Coverage {
  const [sharesA, sharesB] = [sharesOf(a), sharesOf(b)];
  const inA = new Map(sharesA.map((share) => [share.id, share]));
  const inB = new Map(sharesB.map((share) => [share.id, share]));
  const speakers = [...new Map([...sharesA, ...sharesB].map((one) => [one.id, one])).values()]
    .map(({ id, name }) => ({ id, name, a: inA.get(id) ?? null, b: inB.get(id) ?? null }))
    .sort((x, y) => Number(!x.a || !x.b) - Number(!y.a || !y.b) || Number(!x.a) - Number(!y.a));
  const alike = a.claims.flatMap((claim) =>
    archive
      .related(claim)
      .flatMap(({ claim: other, relation: { kind, basis } }) =>
        other.article === b.id && basis === 'computed' && kind !== 'related'
          ? [{ a: claim, b: other }]
          : [],
      ),
  );
  const answersIn = (article: ArticleRecord, topic: TopicRecord): Answered[] =>
    archive
      .topicTable(topic)
      .rows.filter(({ claim }) => claim.article === article.id)
      .map(({ claim, stance }) => ({ claim, stance }));
  const asked = new Set(
    a.claims.flatMap(({ id }) => archive.answersOf(id).map(({ topic }) => topic)),
  );
  const topics = [...asked]
    .map((topic) => ({ topic, a: answersIn(a, topic), b: answersIn(b, topic) }))
    .filter((one) => one.b.length > 0);
  return { speakers, alike, topics };
}
