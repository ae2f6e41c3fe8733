/**
 * Claims of earlier versions meet the newest one: a claim goes along with its words where they stand there in
 * its own context. Where they do not, or may be another claim's, it waits for a person.
 */
import type { Span } from '../../model/records.ts';
import { grouped } from '../../text/grouped.ts';
import { contains, hull } from '../../text/spans.ts';
import type { Found } from '../attribution.ts';
import { carry, withoutPlace, type Carried } from '../carry.ts';
import type { LedgerRow } from '../schema.ts';
import type { DraftClaim, Note } from './contract.ts';
import { movedRow } from './moved-row.ts';
import type { Sources } from './sources.ts';
import { keyOf, spansOf } from './words-of-rows.ts';

interface Moved {
  rows: LedgerRow[];
  /** What is known of each claim that has no place. */
  waiting: ReadonlyMap<string, Carried>;
}

/** Takes the rows that stand in earlier versions, and those without a place, to the newest version. */
export function moveWords(
  rows: readonly LedgerRow[],
  drafts: readonly DraftClaim[],
  sources: Sources,
  note: Note,
): Moved {
  const carried = carriedRows(rows, drafts, sources);
  const waiting = new Map<string, Carried>();
  const moved = rows.map((row) => {
    const fate = carried.get(row.id);
    if (!fate) return row;
    if (fate.parts) {
      note(
        row.status === 'orphaned' ? 'found again' : 'carried',
        row,
        `${fate.fate}, version ${row.version} to ${sources.newest.version}`,
      );
      return movedRow(row, fate.parts, fate, sources);
    }
    if (row.status === 'withdrawn') return row;
    // What was said of it when it lost its place stays said, though a claim minted since stands there too.
    const isSaid =
      row.status === 'orphaned' && row.fate === fate.fate && row.since === sources.since;
    waiting.set(row.id, isSaid ? { ...fate, why: row.reason } : fate);
    return isSaid ? row : orphanedRow(row, fate, sources.since, note);
  });
  return { rows: moved, waiting };
}

/** The row of a claim that lost its place; the row itself where it says so already. */
function orphanedRow(row: LedgerRow, { fate, why }: Carried, since: string, note: Note): LedgerRow {
  if (row.status === 'live') note('orphaned', row, `${fate}: ${why}`);
  if (row.status === 'orphaned' && row.fate === fate && row.reason === why) return row;
  return { ...row, status: 'orphaned', since, reason: why, fate, successor: null };
}

/** For each row that does not stand in the newest version, where it goes to and what became of its words. */
function carriedRows(
  rows: readonly LedgerRow[],
  drafts: readonly DraftClaim[],
  sources: Sources,
): ReadonlyMap<string, Carried> {
  const { newest } = sources;
  const found = drafts.map(({ parts, speaker, via }): Found => ({ parts, speaker, via }));
  const moving = rows.filter(
    (row) =>
      row.status === 'orphaned' ||
      (row.source !== newest.sha256 && (row.status === 'live' || row.status === 'withdrawn')),
  );
  const home = new Map(
    moving.flatMap((row) => {
      const place = formerPlace(row, sources, found);
      return place ? [[row.id, place] as const] : [];
    }),
  );
  const carried = new Map(
    moving.map((row) => [
      row.id,
      home.get(row.id) ??
        carry(row, sources.indexed(row.version), sources.indexed(newest.version), found),
    ]),
  );
  const apart = refused(
    carried,
    clashes(carried, home, rows, sources),
    'two claims would stand at this place',
  );
  return refused(
    apart,
    strayed(apart, moving),
    'the same words stand there, within other words than those that it was part of',
  );
}

/** What was carried, without the places of some claims: these are left to a person, with the reason. */
function refused(
  carried: ReadonlyMap<string, Carried>,
  ids: readonly string[],
  why: string,
): ReadonlyMap<string, Carried> {
  const next = new Map(carried);
  for (const id of ids) {
    const parts = carried.get(id)?.parts;
    if (parts) next.set(id, withoutPlace('ambiguous', why, [{ parts, why: 'the same words' }]));
  }
  return next;
}

/** The place of a row in a version that brings an earlier one again, byte for byte; null where it had none there. */
function formerPlace(row: LedgerRow, sources: Sources, found: readonly Found[]): Carried | null {
  const { newest, points } = sources;
  const anchor = [row, ...row.was].find(({ source }) => source === newest.sha256);
  if (!anchor) return null;
  const nameless = {
    ...anchor,
    speaker: row.speaker && { ...row.speaker, mention: null },
    cue: null,
    via: row.via.map((one) => ({ ...one, mention: null })),
  };
  const { held } = carry(
    nameless,
    sources.indexed(anchor.version),
    sources.indexed(newest.version),
    found,
  );
  return {
    fate: 'unchanged',
    parts: spansOf(anchor, points),
    held,
    loose: false,
    why: '',
    candidates: [],
  };
}

/**
 * Carried rows that would stand at exactly the place of another row: of one that stands there, of one that stood
 * there in these very bytes (`home`), or else of one that was carried as well.
 */
function clashes(
  carried: ReadonlyMap<string, Carried>,
  home: ReadonlyMap<string, unknown>,
  rows: readonly LedgerRow[],
  { newest, points }: Sources,
): string[] {
  const placeOf = (row: LedgerRow): readonly Span[] | null | undefined => {
    const isThere = !carried.has(row.id) && row.source === newest.sha256 && row.status === 'live';
    return isThere ? spansOf(row, points) : carried.get(row.id)?.parts;
  };
  const places = grouped(
    rows.flatMap((row) => {
      const parts = placeOf(row);
      return parts ? [[keyOf(parts), row] as const] : [];
    }),
  );
  return [...places.values()].flatMap((here) => {
    const origins = new Set(here.map((row) => `${row.source} ${keyOf(row.parts)}`));
    if (origins.size < 2) return [];
    const others = (isFirst: (id: string) => boolean): string[] | null =>
      here.some(({ id }) => isFirst(id))
        ? here.flatMap(({ id }) => (isFirst(id) ? [] : [id]))
        : null;
    return (
      others((id) => !carried.has(id)) ?? others((id) => home.has(id)) ?? here.map(({ id }) => id)
    );
  });
}

/**
 * Carried rows that stood within another row, and would now stand within words that were refused for that one, or
 * away from it. `moving` are the rows that were carried.
 */
function strayed(carried: ReadonlyMap<string, Carried>, moving: readonly LedgerRow[]): string[] {
  return moving.flatMap((row) => {
    const fate = carried.get(row.id);
    if (!fate?.parts) return [];
    const place = hull(fate.parts);
    const isLost = moving.some((outer) => {
      const around = isAround(outer, row) ? carried.get(outer.id) : undefined;
      if (!around) return false;
      if (around.parts) return !contains(hull(around.parts), place);
      const isRefused =
        around.fate === 'ambiguous' &&
        around.candidates.some(({ parts }) => contains(hull(parts), place));
      return fate.loose || isRefused;
    });
    return isLost ? [row.id] : [];
  });
}

/** Whether a row stood about another in the same version, and is more than that one. */
function isAround(outer: LedgerRow, inner: LedgerRow): boolean {
  if (outer.id === inner.id || outer.source !== inner.source) return false;
  const [whole, own] = [hull(outer.parts), hull(inner.parts)];
  return contains(whole, own) && !contains(own, whole);
}
