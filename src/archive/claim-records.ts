/** The one place where a claim becomes a record: what was found, or what the ledger keeps, under its id. */
import type { Reconciled } from '../ledger/index.ts';
import type { ClaimRecord, Part } from '../model/records.ts';
import { at } from '../text/certain.ts';
import type { ReadDraft } from './kept-draft.ts';
import { placesNoted } from './places-noted.ts';
import { inReadingOrder, type ClaimContent } from './draft.ts';

/** Claims with their ids, in reading order: those that were found, and those that only the ledger holds. */
export function claimRecords(draft: ReadDraft, { claims, ids }: Reconciled): ClaimRecord[] {
  const whereIn = placesNoted(draft.raw.text);
  const records = claims.flatMap((live): ClaimRecord[] => {
    const own = live.draft === null ? null : at(draft.claims, live.draft);
    const kept = fromLedger(draft, live, own);
    if (!kept) return [];
    // The words of record stay where they are, whatever a parser cuts or reads today.
    const base =
      own && live.attribution === 'draft' ? { ...own, parts: kept.parts, text: kept.text } : kept;
    const within =
      own?.within === null || own?.within === undefined ? null : (ids[own.within] ?? null);
    return [
      {
        ...base,
        id: live.id,
        article: draft.id,
        number: 1,
        within: within === live.id ? null : within,
        topics: [],
        relations: [],
        ...whereIn(base.parts),
      },
    ];
  });
  return records.sort(inReadingOrder).map((claim, i) => ({ ...claim, number: i + 1 }));
}

/** A claim of the ledger that the parser does not find, or cuts otherwise: its words of record stay. */
function fromLedger(
  draft: ReadDraft,
  { kept, parts }: Reconciled['claims'][number],
  own: ClaimContent | null,
): ClaimContent | null {
  const { clean } = draft;
  const toPart = (span: { start: number; end: number } | null) => {
    const reading = span && clean.toReading(span);
    return reading
      ? {
          start: span.start,
          end: span.end,
          exact: draft.raw.text.slice(span.start, span.end),
          reading,
        }
      : null;
  };
  const placed = parts.flatMap((part) => toPart(part) ?? []);
  if (placed.length === 0) return null;
  return {
    type: kept.type,
    text: placed.map(({ reading }) => clean.text.slice(reading.start, reading.end)).join(' '),
    parts: placed,
    speaker: kept.speaker && { ...kept.speaker, mention: toPart(kept.speaker.mention) },
    candidates: [],
    via: kept.via.map(({ id, name, mention }) => ({ id, name, mention: toPart(mention) })),
    cue: toPart(kept.cue),
    cueKind: kept.cueKind,
    polarity: kept.polarity,
    said: kept.said,
    within: null,
    turn: own?.turn ?? turnAround(draft, placed),
    rule: 'ledger',
    confidence: own?.confidence ?? 0.5,
    wordsConfidence: own?.wordsConfidence ?? 0.5,
    speakerConfidence: kept.speaker && (own?.speakerConfidence ?? 0.5),
    reasons: [
      own
        ? 'published before with these words; they stay the words of record'
        : 'published before; today’s rules alone would not find it',
    ],
    review: 'machine',
    reviewNote: null,
  };
}

/** Number of the interview turn in which a part of a claim stands. */
function turnAround({ found, paragraphs }: ReadDraft, parts: readonly Part[]): number | null {
  const turn = found.turns.find(({ from, to }) => {
    const [start, end] = [at(paragraphs, from).start, at(paragraphs, to - 1).end];
    return parts.some(({ reading }) => start <= reading.start && reading.end <= end);
  });
  return turn?.number ?? null;
}
