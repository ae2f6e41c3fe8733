/**
 * A person's word on a claim that today's rules find no more, or cut otherwise: the ledger keeps the claim in its words
 * of record, and the word holds of them.
 */
import type { LedgerRow } from '../ledger/index.ts';
import type { ClaimEntry } from '../intake/cards/schema.ts';
import type { ClaimRecord } from '../model/records.ts';
import { overlaps } from '../text/spans.ts';
import { folded, occurrences, type Meant } from './correct.ts';
import { readingHull } from './draft.ts';
import type { ReadDraft } from './kept-draft.ts';
import { rowMeant } from './meant.ts';

/** Whether a claim is what an entry says of it, as far as the entry says it. */
const isAsSaid = (
  { type, speaker, said, via }: ClaimRecord,
  entry: Pick<ClaimEntry, 'type' | 'speaker' | 'said' | 'via'>,
): boolean =>
  (entry.type === undefined || entry.type === type) &&
  (entry.speaker === undefined || entry.speaker === (speaker?.id ?? null)) &&
  (entry.said === undefined || (entry.said?.edtf ?? null) === (said?.edtf ?? null)) &&
  (entry.via === undefined || entry.via.join() === via.map(({ id }) => id).join());

/** Whether words that a person rejected stand in the text, and no claim has a share in them. */
function isFulfilled(
  { words }: ClaimEntry,
  { clean, paragraphs, claims }: ReadDraft,
  records: readonly ClaimRecord[],
): boolean {
  const places = occurrences([words].flat()[0] ?? '', clean, paragraphs);
  const taken = [...claims, ...records].map(readingHull);
  return places.length > 0 && !places.some((place) => taken.some((one) => overlaps(place, one)));
}

/**
 * The records with what entries of the card say that nothing found was told by; and the indexes of those entries. Left
 * are entries that say otherwise than the record, or of which the ledger does not tell what they mean.
 */
export function withHeldWords(
  records: readonly ClaimRecord[],
  draft: ReadDraft,
  { rows, meant }: { rows: readonly LedgerRow[]; meant: Meant },
): { records: ClaimRecord[]; entries: number[] } {
  const told = new Set(draft.heard.flatMap(({ entries }) => entries));
  const reviews = new Map<string, Partial<ClaimRecord>>();
  const entries: number[] = [];
  const all = draft.card?.data.claims ?? [];
  for (const [nth, entry] of all.entries()) {
    if (entry.add || told.has(nth) || meant.has(nth)) continue;
    if (entry.drop) {
      if (isFulfilled(entry, draft, records)) entries.push(nth);
      continue;
    }
    const wanted = folded(entry.become ?? entry.words);
    const id = rowMeant(entry, all, rows)?.id;
    const own = records.find((one) => one.id === id && folded(one.text) === wanted);
    if (own?.review !== 'machine' || !isAsSaid(own, entry)) continue;
    entries.push(nth);
    reviews.set(own.id, {
      review: entry.confirm ? 'confirmed' : 'corrected',
      reviewNote: entry.why ?? null,
      ...(entry.by !== undefined && { reviewedBy: entry.by }),
      ...(entry.on !== undefined && { reviewedOn: entry.on }),
    });
  }
  const reviewed = (one: ClaimRecord): ClaimRecord => {
    const review = reviews.get(one.id);
    return review ? { ...one, ...review } : one;
  };
  return { records: records.map(reviewed), entries };
}

const OF_WORDS = /^words-/;

/** Takes back what was said of entries whose words hold after all. */
export function unsay({ card }: Pick<ReadDraft, 'card'>, entries: readonly number[]): void {
  if (!card || entries.length === 0) return;
  const places = entries.map((nth) => card.place(['claims', nth, 'words']));
  const { messages } = card.file;
  const isTold = ({ ruleId, line, column }: (typeof messages)[number]): boolean =>
    OF_WORDS.test(ruleId ?? '') &&
    places.some((place) => place.line === line && place.column === column);
  messages.splice(0, messages.length, ...messages.filter((message) => !isTold(message)));
}
