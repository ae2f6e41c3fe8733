import type { ClaimRecord, Relation } from '../model/records.ts';
import { at, certain } from '../text/certain.ts';
import { byText } from '../text/order.ts';

/**
 * Relations between claims of the whole archive, computed with an inverted index over their
 * rarer words: no pair is looked at that shares none of them. Work grows with the number of
 * claims, since words in more than `COMMON` claims are not followed.
 *
 * - `repeats`: the same words, or one holds the other whole (eight words or more).
 * - `near`: at least 60 % of the shorter claim's word triples stand in the other.
 * - `related`: cosine of the words' weights (tf-idf) of 0.18 or more; the best six a claim.
 */
export function relateClaims(claims: readonly ClaimRecord[]): Map<string, Relation[]> {
  const words = claims.map(({ text }) => new Set(keywords(text)));
  const places = invert(words);
  const holdersOf = (word: string) => certain(places.get(word), 'every word is in the index');
  const weight = (word: string) => Math.log(1 + claims.length / holdersOf(word).length);
  const entries = claims.map((claim, i): Entry => {
    const own = at(words, i);
    const length = hypotenuse([...own].map(weight)) || 1;
    return { claim, words: own, length, folded: fold(claim.text) };
  });
  const related = new Map<string, Relation[]>();

  entries.forEach((entry, i) => {
    const dot = new Map<number, number>();
    for (const word of entry.words) {
      const holders = holdersOf(word);
      if (holders.length > COMMON) continue;
      const w = weight(word) ** 2;
      for (const j of holders) if (j !== i) dot.set(j, (dot.get(j) ?? 0) + w);
    }
    const shared = (other: Entry) =>
      [...entry.words]
        .filter((word) => other.words.has(word))
        .sort((a, b) => weight(b) - weight(a) || byText(a, b));
    const relations = [...dot]
      .map(([j, product]) => {
        const other = at(entries, j);
        return { other, score: Math.min(1, product / (entry.length * other.length)) };
      })
      .sort((a, b) => b.score - a.score || byText(a.other.claim.id, b.other.claim.id))
      .slice(0, 24)
      .flatMap(({ other, score }) => relation(entry, other, score, () => shared(other)));
    const close = relations.filter(({ kind }) => kind !== 'related');
    related.set(entry.claim.id, [
      ...close,
      ...relations.filter(({ kind }) => kind === 'related').slice(0, 6),
    ]);
  });
  return related;
}

const COMMON = 400;

/**
 * `Math.hypot` of a list of any length. The sum is compensated, so that claims of the same words
 * in another order are equally long.
 */
function hypotenuse(values: readonly number[]): number {
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  if (most === 0) return 0;
  let sum = 0;
  let excess = 0;
  for (const value of values) {
    const square = (value / most) ** 2 - excess;
    const next = sum + square;
    excess = next - sum - square;
    sum = next;
  }
  return Math.sqrt(sum) * most;
}

/** A claim with what comparing it needs. */
interface Entry {
  claim: ClaimRecord;
  words: ReadonlySet<string>;
  /** Length of the vector of its words' weights. */
  length: number;
  folded: Folded;
}

interface Folded {
  text: string;
  count: number;
  triples(): ReadonlySet<string>;
}

function fold(claim: string): Folded {
  const words = plain(claim);
  let triples: Set<string> | undefined;
  return {
    text: ` ${words.join(' ')} `,
    count: Math.max(1, words.length),
    triples: () =>
      (triples ??= new Set(words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`))),
  };
}

function relation(
  { claim: from, folded: a }: Entry,
  { claim: to, folded: b }: Entry,
  score: number,
  shared: () => readonly string[],
): Relation[] {
  // a quotation and the claim around it share words because they are one passage
  if (from.within === to.id || to.within === from.id) return [];
  const base = { to: to.id, basis: 'computed' as const, by: null };
  const { count } = a.text.length <= b.text.length ? a : b;
  if (a.text === b.text)
    return count >= 4 ? [{ ...base, kind: 'repeats', score: 1, why: 'the same words' }] : [];
  const overlap = count >= 6 ? containment(a, b) : 0;
  // words that stand whole in others bring all their triples
  if (count >= 8 && overlap === 1 && (a.text.includes(b.text) || b.text.includes(a.text)))
    return [
      {
        ...base,
        kind: 'repeats',
        score: 1,
        why:
          a.text.length < b.text.length
            ? 'the other claim holds these words whole'
            : 'this claim holds the other’s words whole',
      },
    ];
  if (overlap >= 0.6)
    return [
      {
        ...base,
        kind: 'near',
        score: round(overlap),
        why: `${Math.round(overlap * 100)} % of the shorter claim’s word triples are shared`,
      },
    ];
  if (score < 0.18) return [];
  const common = shared();
  if (common.length < 2) return [];
  return [
    {
      ...base,
      kind: 'related',
      score: round(score),
      why: `shares: ${common
        .slice(0, 4)
        .map((w) => `“${w}”`)
        .join(', ')}`,
    },
  ];
}

const round = (n: number) => Math.round(n * 1000) / 1000;

function containment(a: Folded, b: Folded): number {
  const [x, y] = [a.triples(), b.triples()];
  const [small, large] = x.size <= y.size ? [x, y] : [y, x];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const triple of small) if (large.has(triple)) shared++;
  return shared / small.size;
}

/** Words of a claim, folded: letter case, accents, marks and possessive endings make no difference. */
const plain = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘ʼ]s\b/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const EMPTY = new Set(
  'a about above after again against all also although always am among an and another any are around as at away be became because been before being below between both but by came can cannot could did do does done during each either else even ever every few for from further get gets give given go goes going had has have having he her here hers herself him himself his how however i if in into is it its itself just keep know last less like made make makes many may me might more most much must my never new no nor not now of off on once one only or other others our out over own part parts put s said same say says see seen several she should since so some still such take taken than that the their them themselves then there these they this those though three through to too two under until up upon us use used very via want was way we well went were what when where whether which while who whole whom whose why will with within without would year years yet you your'.split(
    ' ',
  ),
);

const keywords = (text: string) =>
  plain(text).filter((word) => word.length > 1 && !EMPTY.has(word));

function invert(lists: readonly ReadonlySet<string>[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  lists.forEach((list, i) => {
    for (const word of list) {
      const holders = places.get(word);
      if (holders) holders.push(i);
      else places.set(word, [i]);
    }
  });
  return places;
}
