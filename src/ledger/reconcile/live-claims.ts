/**
 * The claims to publish: words and places are those of record; who says them, how and when is what the parser
 * reads of the same words, or what the ledger keeps.
 */
import type { Span } from '../../model/records.ts';
import { at, last } from '../../text/certain.ts';
import type { CodePoints } from '../../text/offsets.ts';
import { successorsOf } from '../decisions.ts';
import { normal } from '../normal.ts';
import type { LedgerPart, LedgerRow } from '../schema.ts';
import type { DraftClaim, LiveClaim, Note } from './contract.ts';
import { fromTo } from './in-words.ts';
import type { Owners } from './same-words.ts';
import type { Sources } from './sources.ts';
import { attributionOf, inReadingOrder, keyOf, spanOf, spansOf } from './words-of-rows.ts';

/** The id under which a claim lives on that may have been merged into others. */
export const mergedInto = (id: string, rows: ReadonlyMap<string, LedgerRow>): string =>
  last(
    successorsOf(id, (one) => {
      const row = rows.get(one);
      return row?.status === 'merged' ? row.successor : null;
    }),
  );

/**
 * The live claims of the newest version in reading order, and all rows with the attributions that are published.
 * `noted` are the ids of claims whose change is told already.
 */
export function liveClaims(
  rows: ReadonlyMap<string, LedgerRow>,
  { drafts, owners }: { drafts: readonly DraftClaim[]; owners: Owners },
  sources: Sources,
  noted: ReadonlySet<string | null>,
  note: Note,
): { claims: LiveClaim[]; rows: Map<string, LedgerRow> } {
  const { newest, points } = sources;
  const next = new Map(rows);
  const draftOf = draftsOfClaims(owners, rows);
  const claims: LiveClaim[] = [];
  for (const row of rows.values()) {
    if (row.status !== 'live' || row.source !== newest.sha256) continue;
    const number = draftOf.get(row.id) ?? null;
    const draft = number === null ? null : at(drafts, number);
    const places = spansOf(row, points);
    const isDraft =
      draft !== null && !isHeld(row, draft) && hasSameWords(row, draft, places, newest.text);
    const current = isDraft ? attributed(row, draft, sources, noted, note) : row;
    next.set(row.id, current);
    claims.push({
      id: row.id,
      row: current,
      parts: row.parts.map(({ exact, ...place }) => ({ ...spanOf(place, points), exact })),
      draft: number,
      attribution: isDraft ? 'draft' : 'ledger',
      kept: draftFrom(current, places, points),
    });
  }
  claims.sort((a, b) => inReadingOrder(a.parts, b.parts) || (a.id < b.id ? -1 : 1));
  return { claims, rows: next };
}

/** By the id of each claim the number of its draft. */
function draftsOfClaims(
  owners: Owners,
  rows: ReadonlyMap<string, LedgerRow>,
): ReadonlyMap<string, number> {
  const draftOf = new Map<string, number>();
  for (const [i, id] of owners) if (mergedInto(id, rows) === id) draftOf.set(id, i);
  // A merged claim's draft is its heir's only where the parser finds the heir itself no more.
  for (const [i, id] of owners) {
    const heir = mergedInto(id, rows);
    if (!draftOf.has(heir)) draftOf.set(heir, i);
  }
  return draftOf;
}

/** Reviews that a person made, whatever the ledger holds. */
const DECIDED = ['corrected', 'confirmed', 'added'];

/** Whether the attribution of record stands against the draft's. */
const isHeld = (row: LedgerRow, draft: DraftClaim): boolean =>
  row.held && !DECIDED.includes(draft.review ?? '') && draft.speaker?.id !== row.speaker?.id;

/** Whether a draft has the words of the row; what stands at their edges (marks, blanks) may differ. */
function hasSameWords(
  row: LedgerRow,
  draft: DraftClaim,
  places: readonly Span[],
  text: string,
): boolean {
  if (keyOf(places) === keyOf(draft.parts)) return true;
  // A sign, a currency or a unit is no mark at the edge.
  const read = (spans: readonly Span[]) =>
    normal(spans.map(({ start, end }) => text.slice(start, end)).join(' ')).text.replace(
      /^(?:["\s([{.,;:!?…]|-(?!\p{N}))+|["\s)\]}.,;:!?…-]+$/gu,
      '',
    );
  return (
    read(places) === read(draft.parts) &&
    (row.speaker === null || row.speaker.id === draft.speaker?.id)
  );
}

/** What makes a claim somebody else's, or other than it was. */
const ATTRIBUTING = ['type', 'speaker', 'via', 'polarity'] as const;

/** A value without the places of its words in a text. */
const withoutPlaces = (value: unknown): string =>
  JSON.stringify(value, (key, one: unknown) =>
    ['mention', 'role', 'basis'].includes(key) ? undefined : one,
  );

/** The row with the draft's attribution; the row itself where it has that already. */
function attributed(
  row: LedgerRow,
  draft: DraftClaim,
  { newest, points }: Sources,
  noted: ReadonlySet<string | null>,
  note: Note,
): LedgerRow {
  const fresh = attributionOf(draft, newest.text, points);
  const keys = Object.keys(fresh) as (keyof typeof fresh)[];
  const differing = keys.filter((key) => JSON.stringify(fresh[key]) !== JSON.stringify(row[key]));
  if (differing.length === 0 && !row.held) return row;
  // Places move with the text; that somebody else says it now is said in any case.
  const isOther = ATTRIBUTING.some(
    (key) => differing.includes(key) && withoutPlaces(row[key]) !== withoutPlaces(fresh[key]),
  );
  if (isOther || !noted.has(row.id))
    note(
      'attributed',
      row,
      differing.map((key) => `${key} ${fromTo(row[key], fresh[key])}`).join('; ') ||
        'the attribution of record, which today’s parser shares again',
    );
  return { ...row, ...fresh, held: false };
}

/** A row in the shape of a draft. */
function draftFrom(row: LedgerRow, places: readonly Span[], points: CodePoints): DraftClaim {
  const span = (part: LedgerPart | null) => part && spanOf(part, points);
  const { type, speaker, via, cue, cueKind, polarity, said } = row;
  return {
    parts: places,
    type,
    speaker: speaker && { ...speaker, mention: span(speaker.mention) },
    via: via.map(({ id, name, mention }) => ({ id, name, mention: span(mention) })),
    cue: span(cue),
    cueKind,
    polarity,
    said,
  };
}
