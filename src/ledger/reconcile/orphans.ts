/** Claims whose words lost their place, each with what a person needs to decide where it goes on. */
import { certain } from '../../text/certain.ts';
import { codePoints } from '../../text/offsets.ts';
import type { Carried } from '../carry.ts';
import { agreement } from '../indexed.ts';
import { normal, occurrences } from '../normal.ts';
import type { LedgerRow } from '../schema.ts';
import type { Candidate, LiveClaim, Orphan, OtherText, ReconcileInput } from './contract.ts';
import type { Sources } from './sources.ts';
import { partOf, textOf } from './words-of-rows.ts';

/** The orphans among the rows, in their order; `waiting` says of each what became of its words. */
export function orphansOf(
  rows: readonly LedgerRow[],
  waiting: ReadonlyMap<string, Carried>,
  claims: readonly LiveClaim[],
  sources: Sources,
  { article, others }: Pick<ReconcileInput, 'article' | 'others'>,
): Orphan[] {
  return rows
    .filter(({ status }) => status === 'orphaned')
    .map((row) => {
      const lost = certain(waiting.get(row.id), 'every row without a place was looked for');
      const { fate, why } = lost;
      const here = candidatesHere(article, lost, claims, sources);
      const elsewhere =
        others && (fate === 'gone' || fate === 'changed') ? inOtherTexts(row, article, others) : [];
      const isElsewhere = fate === 'gone' && elsewhere.length > 0;
      return {
        id: row.id,
        row,
        fate: isElsewhere ? 'in another article' : fate,
        why: isElsewhere ? 'its words stand in another article' : why,
        candidates: [...here, ...elsewhere],
      };
    });
}

/** The least share of words in common by which a candidate is a live claim. */
const HALF = 0.5;

/** What the claim may be in its own article: live claims, or other words of the newest version. */
const candidatesHere = (
  article: string,
  { fate, candidates }: Carried,
  claims: readonly LiveClaim[],
  { newest, points }: Sources,
): Candidate[] =>
  candidates.map(({ parts, why }) => {
    let best: LiveClaim | null = null;
    let most = HALF;
    for (const claim of fate === 'gone' ? [] : claims) {
      const share = agreement(claim.parts, parts);
      if (share >= most) [best, most] = [claim, share];
    }
    return {
      id: best?.id ?? null,
      article,
      version: newest.version,
      parts: best?.row.parts ?? parts.map((part) => partOf(part, newest.text, points)),
      why,
    };
  });

/** Fewer characters than this may stand anywhere by chance. */
const SHORTEST = 20;

/** Where the words of a claim stand in other articles, once each. */
function inOtherTexts(
  row: LedgerRow,
  article: string,
  others: () => Iterable<OtherText>,
): Candidate[] {
  const words = normal(textOf(row)).text.trim();
  if (words.length < SHORTEST) return [];
  // Cheap before dear: a text without the longest words need not be brought into normal form.
  const telling = (words.match(/(?<![^\s"(])[a-z]{4,}(?![^\s".,;:!?)])/gi) ?? [])
    .sort((a, b) => b.length - a.length)
    .slice(0, 3);
  const found: Candidate[] = [];
  for (const other of others()) {
    if (other.article === article || telling.some((word) => !other.text.includes(word))) continue;
    const form = normal(other.text);
    const [start] = occurrences(form.text, words);
    if (start === undefined) continue;
    const span = { start: form.from(start), end: form.to(start + words.length - 1) };
    found.push({
      id: null,
      article: other.article,
      version: other.version,
      parts: [partOf(span, other.text, codePoints(other.text))],
      why: 'the same words in another article',
    });
  }
  return found;
}
