/**
 * Brings together what the ledger holds of an article and what the parser finds in its newest
 * version. An id once published means its claim for good: a row's words are the words of record,
 * whatever a parser cuts; words that lost their place wait for a person and are never moved to
 * a look-alike.
 */
import { codePoints, type CodePoints } from '../text/offsets.ts';
import {
  ClaimId,
  type ClaimType,
  type CueKind,
  type DateFact,
  type MentionBasis,
  type Polarity,
  type Span,
  type SpeakerKind,
} from '../model/records.ts';
import { contains, hull } from '../text/spans.ts';
import { carry, type Carried } from './carry.ts';
import { heirOf, successorsOf } from './decisions.ts';
import { agreement, indexed, type Indexed } from './indexed.ts';
import { mint } from './mint.ts';
import { bare, normal, occurrences } from './normal.ts';
import type { Anchor, Decision, Fate, LedgerPart, LedgerRow } from './schema.ts';

/** One version of an article's source, decoded. */
export interface SourceText {
  version: number;
  sha256: string;
  text: string;
}

/** What the parser found: offsets are UTF-16 code units of the newest version. */
export interface DraftClaim {
  parts: readonly Span[];
  type: ClaimType;
  speaker: {
    id: string;
    name: string;
    kind: SpeakerKind;
    basis: MentionBasis;
    role: string | null;
    mention: Span | null;
  } | null;
  via: readonly { id: string; name: string; mention: Span | null }[];
  cue: Span | null;
  cueKind: CueKind;
  polarity: Polarity;
  said: DateFact | null;
  /** `corrected`, `confirmed` or `added`: a person decided, whatever the ledger holds. */
  review?: string;
}

/** A claim to publish, in reading order. */
export interface LiveClaim {
  id: string;
  row: LedgerRow;
  /** UTF-16 places in the newest version, with the words of record. */
  parts: { start: number; end: number; exact: string }[];
  /** Number of the draft that is this claim; null where the parser finds it no more. */
  draft: number | null;
  /** Whose speaker, cue and type are published: the draft's, or those the ledger keeps. */
  attribution: 'draft' | 'ledger';
  /** The same shape as a draft, from the ledger, for claims whose `attribution` is `ledger`. */
  kept: DraftClaim;
}

export interface Candidate {
  /** The claim's id, where the stretch is one. */
  id: string | null;
  article: string;
  version: number;
  /** Code points in that version. */
  parts: LedgerPart[];
  why: string;
}

/** A claim whose words lost their place, for a person to decide. */
export interface Orphan {
  id: string;
  row: LedgerRow;
  fate: Fate;
  why: string;
  candidates: Candidate[];
}

export const CHANGES = [
  'minted',
  'carried',
  'orphaned',
  'found again',
  'decided',
  'attributed',
  'renamed',
  'put in order',
] as const;
export interface LedgerChange {
  kind: (typeof CHANGES)[number];
  article: string;
  claim: string | null;
  words: string;
  /** What would change, in words. */
  detail: string;
}

export interface LedgerProblem {
  article: string;
  claim: string | null;
  kind: string;
  message: string;
  /** How to mend it. */ mend: string;
}

export interface ReconcileInput {
  article: string;
  /** All versions; the parser's drafts are of the newest. */
  versions: readonly SourceText[];
  rows: readonly LedgerRow[];
  drafts: readonly DraftClaim[];
  /** Whether an id belongs to a claim of another article. */
  taken?: (id: string) => boolean;
  decisions?: readonly Decision[];
  /** What the article's card says of claims that the parser found: dropped, or in other words. */
  corrections?: readonly Correction[];
  /** Newest texts of the other articles, asked for only where a claim lost its place. */
  others?: () => Iterable<{ article: string; version: number; text: string }>;
}

/** A claim, named by its words as they are read, that a card drops or gives other words. */
export interface Correction {
  words: string;
  /** Which of several claims with these words, from 1. */
  occurrence: number;
  become: string | null;
  why: string;
}

export interface Reconciled {
  rows: LedgerRow[];
  claims: LiveClaim[];
  /** For each draft the id it is published under; null where a person withdrew those words. */
  ids: (string | null)[];
  orphans: Orphan[];
  changes: LedgerChange[];
  problems: LedgerProblem[];
}

const CONTEXT = 32;

export function reconcile(input: ReconcileInput): Reconciled {
  const { article, versions, drafts, decisions = [], corrections = [] } = input;
  const newest = versions.reduce((a, b) => (b.version > a.version ? b : a));
  const points = codePoints(newest.text);
  const changes: LedgerChange[] = [];
  const problems = checkRows(input);
  if (problems.length > 0)
    return {
      rows: [...input.rows],
      claims: [],
      ids: drafts.map(() => null),
      orphans: [],
      changes,
      problems,
    };

  const note = (kind: LedgerChange['kind'], row: LedgerRow, detail: string) =>
    changes.push({ kind, article, claim: row.id, words: wordsOfRow(row), detail });

  // Old rows under a new name of the article.
  let rows = input.rows.map((row) => {
    if (row.article === article) return row;
    note('renamed', row, `from article ${row.article}`);
    return { ...row, article };
  });

  // The last word on each claim counts.
  const latest = new Map(decisions.flatMap((d) => ('claim' in d ? [[d.claim, d] as const] : [])));
  rows = rows.map((row) => {
    const decision = latest.get(row.id);
    if (
      !decision ||
      !('restored' in decision) ||
      row.decided !== 'decisions' ||
      row.status === 'live'
    )
      return row;
    note('decided', row, 'restored');
    return {
      ...row,
      status: 'live' as const,
      successor: null,
      since: decision.on ?? `version ${newest.version}`,
      reason: decision.restored,
      decided: null,
    };
  });

  // 1. Carry rows of earlier versions to the newest.
  const index = indexes(versions);
  const found = drafts.map(({ parts, speaker, via }) => ({ parts, speaker, via }));
  const waiting = new Map<string, Carried>();
  const moving = rows.filter(
    (row) =>
      row.status === 'orphaned' ||
      (row.source !== newest.sha256 && ['live', 'withdrawn'].includes(row.status)),
  );
  const home = new Map(
    moving.flatMap((row) => {
      const place = restored(row, newest, points, index, found);
      return place ? [[row.id, place] as const] : [];
    }),
  );
  const carried = new Map<string, Carried>(
    moving.map((row) => [
      row.id,
      home.get(row.id) ?? carry(row, index(row.version), index(newest.version), found),
    ]),
  );
  for (const id of clashes(carried, home, rows, newest, points)) {
    const { parts } = carried.get(id)!;
    carried.set(id, {
      fate: 'ambiguous',
      parts: null,
      held: false,
      loose: false,
      why: 'two claims would stand at this place',
      candidates: [{ parts: parts!, why: 'the same words' }],
    });
  }
  for (const id of strayed(carried, rows)) {
    const { parts } = carried.get(id)!;
    carried.set(id, {
      fate: 'ambiguous',
      parts: null,
      held: false,
      loose: false,
      why: 'the same words stand there, within other words than those that it was part of',
      candidates: [{ parts: parts!, why: 'the same words' }],
    });
  }
  rows = rows.map((row) => {
    const fate = carried.get(row.id);
    if (!fate) return row;
    if (fate.parts) {
      const moved = carriedRow(
        row,
        fate.parts,
        fate,
        newest,
        points,
        index(row.version),
        index(newest.version),
      );
      note(
        row.status === 'orphaned' ? 'found again' : 'carried',
        row,
        `${fate.fate}, version ${row.version} to ${newest.version}`,
      );
      return moved;
    }
    if (row.status === 'withdrawn') return row;
    // What was said of it when it lost its place stays said, though a claim minted since stands there too.
    if (
      row.status === 'orphaned' &&
      row.fate === fate.fate &&
      row.since === `version ${newest.version}`
    ) {
      waiting.set(row.id, { ...fate, why: row.reason });
      return row;
    }
    waiting.set(row.id, fate);
    const lost: LedgerRow = {
      ...row,
      status: 'orphaned',
      since: `version ${newest.version}`,
      reason: fate.why,
      fate: fate.fate,
      successor: null,
    };
    if (row.status === 'live') note('orphaned', row, `${fate.fate}: ${fate.why}`);
    return row.status === 'orphaned' && row.fate === lost.fate && row.reason === lost.reason
      ? row
      : lost;
  });

  // 2. What the card drops or rewords was published: its id keeps what it meant, and says what happened.
  const corrected = new Map<string, Correction>();
  for (const correction of corrections) {
    const words = bare(correction.words);
    // What has the corrected words already is what they became.
    const become = correction.become === null ? null : normal(correction.become).text.trim();
    const named = rows
      .filter(
        (row) =>
          row.source === newest.sha256 &&
          row.status !== 'orphaned' &&
          bare(textOf(row)) === words &&
          normal(textOf(row)).text.trim() !== become,
      )
      .sort((a, b) => a.parts[0]!.start - b.parts[0]!.start || (a.id < b.id ? -1 : 1));
    const row = named[correction.occurrence - 1];
    if (row && (row.status === 'live' || row.decided === 'card')) corrected.set(row.id, correction);
  }
  rows = rows.map((row) => {
    const correction = corrected.get(row.id);
    if (correction) {
      if (row.decided === 'card' && row.reason === correction.why) return row;
      const status = correction.become === null ? ('withdrawn' as const) : ('superseded' as const);
      note(
        'decided',
        row,
        status === 'withdrawn' ? 'dropped in the card' : 'put in other words in the card',
      );
      return {
        ...row,
        status,
        successor: null,
        since: `version ${newest.version}`,
        reason: correction.why,
        decided: 'card' as const,
      };
    }
    if (row.decided !== 'card' || row.source !== newest.sha256) return row;
    note('decided', row, 'the card drops it no more');
    return {
      ...row,
      status: 'live' as const,
      successor: null,
      since: `version ${newest.version}`,
      reason: '',
      decided: null,
    };
  });

  // 3. Match what the parser finds to the rows that stand in the newest version.
  const standing = rows.filter(
    (row) =>
      row.source === newest.sha256 && row.status !== 'orphaned' && !corrected.get(row.id)?.become,
  );
  const spans = new Map(
    standing.map((row) => [
      row.id,
      row.parts.map((p) => ({ start: points.utf16(p.start), end: points.utf16(p.end) })),
    ]),
  );
  const owner = match(drafts, standing, spans);

  // 4. Mint ids for what is new.
  const known = new Set(rows.map((row) => row.id));
  const taken = (id: string) => known.has(id) || (input.taken?.(id) ?? false);
  const order = drafts
    .map((_, i) => i)
    .sort(
      (a, b) =>
        drafts[a]!.parts[0]!.start - drafts[b]!.parts[0]!.start ||
        drafts[b]!.parts.at(-1)!.end - drafts[a]!.parts.at(-1)!.end ||
        a - b,
    );
  for (const i of order) {
    if (owner.has(i)) continue;
    const draft = drafts[i]!;
    const anchor = anchorOf(draft.parts, newest, points);
    const row: LedgerRow = {
      id: mint(newest.sha256, anchor.parts, taken),
      article,
      status: 'live',
      successor: null,
      since: `version ${newest.version}`,
      reason: '',
      fate: null,
      decided: null,
      held: false,
      aliases: [],
      ...anchor,
      was: [],
      ...attributionOf(draft, newest.text, points),
    };
    known.add(row.id);
    rows.push(row);
    owner.set(i, row.id);
    note('minted', row, 'a claim that the ledger does not hold');
  }

  // 5. A person's decisions.
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const [id, { become }] of corrected) {
    if (become === null) continue;
    const words = bare(become);
    const row = byId.get(id)!;
    const heir = rows.find(
      (r) =>
        r.id !== id &&
        r.status === 'live' &&
        r.source === newest.sha256 &&
        bare(textOf(r)) === words,
    );
    if (heir && heir.id !== row.successor) byId.set(id, { ...row, successor: heir.id });
  }
  const problemOf = (row: LedgerRow, kind: string, message: string, mend: string) =>
    problems.push({
      article,
      claim: row.id,
      kind,
      message: `Article ${article}, claim ${row.id}: ${message}`,
      mend,
    });
  for (const decision of latest.values())
    decide(decision, byId, note, waiting, { newest, points, index, problemOf });
  const draftOf = new Map<string, number>();
  for (const [i, id] of owner) if (resolve(id, byId) === id) draftOf.set(id, i);
  // A merged claim's draft is its heir's only where the parser finds the heir itself no more.
  for (const [i, id] of owner)
    if (!draftOf.has(resolve(id, byId))) draftOf.set(resolve(id, byId), i);

  // 6. What is published, with the attribution of the same words, or the ledger's own.
  const claims: LiveClaim[] = [];
  const noted = new Set(changes.map(({ claim }) => claim));
  for (const row of byId.values()) {
    if (row.status !== 'live' || row.source !== newest.sha256) continue;
    const draft = draftOf.get(row.id) ?? null;
    const parts = row.parts.map((p) => ({
      start: points.utf16(p.start),
      end: points.utf16(p.end),
      exact: p.exact,
    }));
    const decided =
      draft !== null && ['corrected', 'confirmed', 'added'].includes(drafts[draft]!.review ?? '');
    const held = row.held && !decided && drafts[draft ?? -1]?.speaker?.id !== row.speaker?.id;
    const attribution =
      draft !== null && !held && sameWords(row, drafts[draft]!, newest.text, parts)
        ? 'draft'
        : 'ledger';
    let current = row;
    if (attribution === 'draft') {
      const fresh = attributionOf(drafts[draft!]!, newest.text, points);
      const keys = Object.keys(fresh) as (keyof typeof fresh)[];
      const differing = keys.filter(
        (key) => JSON.stringify(fresh[key]) !== JSON.stringify(row[key]),
      );
      if (differing.length > 0 || row.held) {
        current = { ...row, ...fresh, held: false };
        byId.set(row.id, current);
        // Places move with the text; that somebody else says it now is said in any case.
        const isOther = ATTRIBUTING.some(
          (key) => differing.includes(key) && whose(row[key]) !== whose(fresh[key]),
        );
        if (isOther || !noted.has(row.id))
          note(
            'attributed',
            row,
            differing.map((key) => `${key} ${told(row[key], fresh[key])}`).join('; ') ||
              'the attribution of record, which today’s parser shares again',
          );
      }
    }
    claims.push({
      id: row.id,
      row: current,
      parts,
      draft,
      attribution,
      kept: draftFrom(current, parts, points),
    });
  }
  claims.sort(
    (a, b) =>
      a.parts[0]!.start - b.parts[0]!.start ||
      b.parts.at(-1)!.end - a.parts.at(-1)!.end ||
      (a.id < b.id ? -1 : 1),
  );

  rows = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const live = new Set(claims.map((c) => c.id));
  const ids = drafts.map((_, i) => {
    const id = resolve(owner.get(i)!, byId);
    return live.has(id) ? id : null;
  });
  const orphans = rows
    .filter((row) => row.status === 'orphaned')
    .map((row) => orphanOf(row, waiting.get(row.id)!, claims, newest, points, input));
  return { rows, claims, ids, orphans, changes, problems };
}

/** Rows must read back in the version they name: a changed character in the ledger or a source stops here. */
function checkRows({ article, versions, rows }: ReconcileInput): LedgerProblem[] {
  const problems: LedgerProblem[] = [];
  const texts = new Map(
    versions.map((v) => [v.sha256, { version: v.version, chars: lazy(() => [...v.text]) }]),
  );
  for (const row of rows) {
    const beside = [row.speaker?.mention, row.cue, ...row.via.map(({ mention }) => mention)].filter(
      (part) => part !== null && part !== undefined,
    );
    for (const [nth, anchor] of [
      { ...row, parts: [...row.parts, ...beside] },
      ...row.was,
    ].entries()) {
      const source = texts.get(anchor.source);
      if (!source) {
        problems.push({
          article,
          claim: row.id,
          kind: 'source-missing',
          message: `Article ${article}, claim ${row.id}: it stands in a version of the source (SHA-256 ${anchor.source.slice(0, 12)}…) that is not in content/sources`,
          mend: 'Sources are kept for good. Bring the file back with git; if the source was never published, take its rows out of the ledger.',
        });
        break;
      }
      const wrong = anchor.parts.find(
        (p) => source.chars().slice(p.start, p.end).join('') !== p.exact,
      );
      const [first, last] = [anchor.parts[0]!, (nth === 0 ? row.parts : anchor.parts).at(-1)!];
      const [prefix, suffix] = [
        source.chars().slice(Math.max(0, first.start - CONTEXT), first.start),
        source.chars().slice(last.end, last.end + CONTEXT),
      ];
      if (
        !wrong &&
        (anchor.prefix !== prefix.join('').toWellFormed() ||
          anchor.suffix !== suffix.join('').toWellFormed())
      ) {
        problems.push({
          article,
          claim: row.id,
          kind: 'context-differs',
          message: `Article ${article}, claim ${row.id}: the words before or after it in version ${source.version} are others than the ledger has`,
          mend: `Bring content/ledger/${article}.json back with git.`,
        });
        break;
      }
      if (wrong) {
        const there = source.chars().slice(wrong.start, wrong.end).join('');
        problems.push({
          article,
          claim: row.id,
          kind: 'words-differ',
          message: `Article ${article}, claim ${row.id}${nth > 0 ? `, at its former place,` : ''} does not read back: characters ${wrong.start} to ${wrong.end} of version ${source.version} are ${quoted(there)}, the ledger has ${quoted(wrong.exact)}`,
          mend: `Bring content/ledger/${article}.json back with git.`,
        });
        break;
      }
    }
  }
  return problems;
}

/** Which draft is which row: overlap of at least half both ways, or the same speaker's words cut shorter; the best pairs first, each once. */
function match(
  drafts: readonly DraftClaim[],
  rows: readonly LedgerRow[],
  spans: ReadonlyMap<string, Span[]>,
): Map<number, string> {
  const owner = new Map<number, string>();
  // Pairs with the same bounds need no search: the usual case.
  const exact = new Map<string, string[]>();
  for (const row of rows) {
    const key = keyOf(spans.get(row.id)!);
    exact.set(key, [...(exact.get(key) ?? []), row.id]);
  }
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const used = new Set<string>();
  for (const [i, draft] of drafts.entries()) {
    const ids = (exact.get(keyOf(draft.parts)) ?? []).filter((id) => !used.has(id));
    const id = ids.find((one) => rowById.get(one)!.speaker?.id === draft.speaker?.id) ?? ids[0];
    if (id === undefined) continue;
    owner.set(i, id);
    used.add(id);
  }
  const pairs: { draft: number; id: string; share: number }[] = [];
  const rest = rows.filter((row) => !used.has(row.id));
  for (const [i, draft] of drafts.entries()) {
    if (owner.has(i)) continue;
    for (const row of rest) {
      const share = agreement(spans.get(row.id)!, draft.parts);
      // Much less of the same words, of the same speaker, is the same claim cut in another way.
      const cut =
        share < 0.5 &&
        draft.speaker !== null &&
        draft.speaker.id === row.speaker?.id &&
        liesIn(draft.parts, spans.get(row.id)!);
      if (share >= 0.5 || cut)
        pairs.push({
          draft: i,
          id: row.id,
          share: share + (row.status === 'live' ? 1 : 0) - (cut ? 2 : 0),
        });
    }
  }
  pairs.sort((a, b) => b.share - a.share || a.draft - b.draft || (a.id < b.id ? -1 : 1));
  for (const { draft, id } of pairs) {
    if (owner.has(draft) || used.has(id)) continue;
    owner.set(draft, id);
    used.add(id);
  }
  return owner;
}

const liesIn = (inner: readonly Span[], outer: readonly Span[]): boolean =>
  inner.every((a) => outer.some((b) => contains(b, a)));

/** The place of a row in a version that brings an earlier one again, byte for byte; null where it had none there. */
function restored(
  row: LedgerRow,
  newest: SourceText,
  points: CodePoints,
  index: (version: number) => Indexed,
  found: Parameters<typeof carry>[3],
): Carried | null {
  const anchor = [row, ...row.was].find(({ source }) => source === newest.sha256);
  if (!anchor) return null;
  const parts = anchor.parts.map(({ start, end }) => ({
    start: points.utf16(start),
    end: points.utf16(end),
  }));
  const { held } = carry(
    {
      ...anchor,
      speaker: row.speaker && { ...row.speaker, mention: null },
      cue: null,
      via: row.via.map((one) => ({ ...one, mention: null })),
    },
    index(anchor.version),
    index(newest.version),
    found,
  );
  return { fate: 'unchanged', parts, held, loose: false, why: '', candidates: [] };
}

/**
 * Carried rows that would stand at exactly the place of another row: of one that stands there, of one that stood
 * there in these very bytes, or else of one that was carried as well.
 */
function clashes(
  carried: ReadonlyMap<string, Carried>,
  home: ReadonlyMap<string, unknown>,
  rows: readonly LedgerRow[],
  newest: SourceText,
  points: CodePoints,
): string[] {
  const places = new Map<string, LedgerRow[]>();
  for (const row of rows) {
    const stands = !carried.has(row.id) && row.source === newest.sha256 && row.status === 'live';
    const parts = stands
      ? row.parts.map(({ start, end }) => ({ start: points.utf16(start), end: points.utf16(end) }))
      : carried.get(row.id)?.parts;
    if (parts) places.set(keyOf(parts), [...(places.get(keyOf(parts)) ?? []), row]);
  }
  return [...places.values()].flatMap((here) => {
    if (here.length < 2 || new Set(here.map((row) => `${row.source} ${keyOf(row.parts)}`)).size < 2)
      return [];
    const isFirst = (test: (row: LedgerRow) => boolean) =>
      here.some(test) && here.flatMap((row) => (test(row) ? [] : [row.id]));
    return (
      isFirst(({ id }) => !carried.has(id)) ||
      isFirst(({ id }) => home.has(id)) ||
      here.map(({ id }) => id)
    );
  });
}

/** Carried rows that stood within another row, and would now stand within words that were refused for that one, or away from it. */
function strayed(carried: ReadonlyMap<string, Carried>, rows: readonly LedgerRow[]): string[] {
  const moving = rows.filter((row) => carried.has(row.id));
  return moving.flatMap((row) => {
    const parts = carried.get(row.id)!.parts;
    if (!parts) return [];
    const [own, place] = [hull(row.parts), hull(parts)];
    const lost = moving.some((outer) => {
      if (
        outer.id === row.id ||
        outer.source !== row.source ||
        !contains(hull(outer.parts), own) ||
        contains(own, hull(outer.parts))
      )
        return false;
      const fate = carried.get(outer.id)!;
      if (fate.parts) return !contains(hull(fate.parts), place);
      return (
        carried.get(row.id)!.loose ||
        (fate.fate === 'ambiguous' &&
          fate.candidates.some((one) => contains(hull(one.parts), place)))
      );
    });
    return lost ? [row.id] : [];
  });
}

function carriedRow(
  row: LedgerRow,
  parts: readonly Span[],
  { fate, held }: Pick<Carried, 'fate' | 'held'>,
  to: SourceText,
  points: CodePoints,
  before: Indexed,
  after: Indexed,
): LedgerRow {
  const { version, source, prefix, suffix } = row;
  const old: Anchor = { version, source, parts: row.parts, prefix, suffix };
  const shift = shifter(row, parts, before, after);
  const moved = (part: LedgerPart | null) => (part ? shift(part) : null);
  return {
    ...row,
    ...anchorOf(parts, to, points),
    fate,
    held,
    ...(row.status === 'orphaned' ? { status: 'live' as const, reason: '' } : {}),
    since: row.status === 'withdrawn' ? row.since : `version ${to.version}`,
    was: [...row.was, old],
    speaker: row.speaker ? { ...row.speaker, mention: moved(row.speaker.mention) } : null,
    via: row.via.map((v) => ({ ...v, mention: moved(v.mention) })),
    cue: moved(row.cue),
  };
}

/** Moves a name or cue beside the claim along with it: to where the same characters stand nearest to the claim. */
function shifter(
  row: Anchor,
  parts: readonly Span[],
  before: Indexed,
  after: Indexed,
): (part: LedgerPart) => LedgerPart | null {
  const by = parts[0]!.start - before.points.utf16(row.parts[0]!.start);
  return (part) => {
    const want = before.points.utf16(part.start) + by;
    const reach =
      Math.abs(before.points.utf16(part.start) - before.points.utf16(row.parts[0]!.start)) + 400;
    const low = Math.max(0, want - reach);
    let best: number | null = null;
    for (const found of occurrences(
      after.text.slice(low, want + reach + part.exact.length),
      part.exact,
    )) {
      const at = low + found;
      if (best === null || Math.abs(at - want) < Math.abs(best - want)) best = at;
    }
    return best === null
      ? null
      : partOf({ start: best, end: best + part.exact.length }, after.text, after.points);
  };
}

function decide(
  decision: Decision,
  rows: Map<string, LedgerRow>,
  note: (kind: LedgerChange['kind'], row: LedgerRow, detail: string) => void,
  waiting: Map<string, Carried>,
  {
    newest,
    points,
    index,
    problemOf,
  }: {
    newest: SourceText;
    points: CodePoints;
    index: (version: number) => Indexed;
    problemOf(row: LedgerRow, kind: string, message: string, mend: string): void;
  },
): void {
  if (!('claim' in decision) || 'restored' in decision) return;
  const row = rows.get(decision.claim);
  if (!row) return;
  const since = decision.on ?? `version ${newest.version}`;
  const because = decision.because ?? '';
  const settle = (change: Partial<LedgerRow>, detail: string) => {
    const next: LedgerRow = { ...row, ...change, decided: 'decisions' };
    // A decision stays in its file; it acts once.
    if (
      next.status === row.status &&
      next.successor === row.successor &&
      next.reason === row.reason
    )
      return;
    rows.set(row.id, next);
    waiting.delete(row.id);
    note('decided', row, detail);
  };
  if ('confirm' in decision) {
    const other = rows.get(decision.confirm);
    if (!ClaimId.safeParse(decision.confirm).success) {
      if (row.status !== 'orphaned') return;
      const { normal: form } = index(newest.version);
      const words = normal(decision.confirm).text.trim();
      const found = occurrences(form.text, words);
      if (found.length !== 1) {
        problemOf(
          row,
          'decision-words',
          `the words of the decision ${quoted(decision.confirm)} stand ${found.length === 0 ? 'nowhere' : `${found.length} times`} in version ${newest.version}`,
          'Give words that stand there exactly once.',
        );
        return;
      }
      const place = { start: form.from(found[0]!), end: form.to(found[0]! + words.length - 1) };
      const there = carriedRow(
        row,
        [place],
        { fate: 'changed', held: row.held },
        newest,
        points,
        index(row.version),
        index(newest.version),
      );
      rows.set(row.id, {
        ...there,
        fate: row.fate,
        since,
        reason: because,
        successor: null,
        decided: 'decisions',
      });
      waiting.delete(row.id);
      note('decided', row, 'confirmed in other words');
      return;
    }
    if (!other || other.id === row.id || row.status !== 'orphaned' || other.status !== 'live')
      return;
    const {
      version: v,
      source,
      parts,
      prefix,
      suffix,
      type,
      speaker,
      held,
      via,
      cue,
      cueKind,
      polarity,
      said,
    } = other;
    const old: Anchor = {
      version: row.version,
      source: row.source,
      parts: row.parts,
      prefix: row.prefix,
      suffix: row.suffix,
    };
    rows.set(row.id, {
      ...row,
      version: v,
      source,
      parts,
      prefix,
      suffix,
      type,
      speaker,
      held,
      via,
      cue,
      cueKind,
      polarity,
      said,
      status: 'live',
      since,
      reason: because,
      successor: null,
      was: [...row.was, old],
      aliases: [...new Set([...row.aliases, other.id, ...other.aliases])].sort(),
    });
    rows.set(other.id, {
      ...other,
      status: 'merged',
      decided: 'decisions',
      successor: row.id,
      since,
      reason: because || `the same claim as ${row.id}`,
    });
    waiting.delete(row.id);
    note('decided', row, `confirmed in the words of ${other.id}`);
  } else if (
    successorsOf(heirOf(decision) ?? '', (id) => rows.get(id)?.successor).includes(row.id)
  ) {
    problemOf(
      row,
      'decision-circle',
      'a decision gives it a successor that leads back to it',
      'One of the claims must stay: take one of the decisions back, or let both lead to another claim.',
    );
  } else if ('superseded-by' in decision) {
    settle(
      { status: 'superseded', successor: decision['superseded-by'], since, reason: because },
      `superseded by ${decision['superseded-by']}`,
    );
  } else if ('merged-into' in decision) {
    const other = rows.get(decision['merged-into']);
    if (other && !other.aliases.includes(row.id))
      rows.set(other.id, { ...other, aliases: [...other.aliases, row.id].sort() });
    settle(
      { status: 'merged', successor: decision['merged-into'], since, reason: because },
      `merged into ${decision['merged-into']}`,
    );
  } else {
    settle(
      { status: 'withdrawn', successor: null, since, reason: decision.withdrawn },
      'withdrawn',
    );
  }
}

/** The id under which a merged claim lives on. */
const resolve = (id: string, rows: ReadonlyMap<string, LedgerRow>): string =>
  successorsOf(id, (at) => {
    const row = rows.get(at);
    return row?.status === 'merged' ? row.successor : null;
  }).at(-1)!;

function orphanOf(
  row: LedgerRow,
  lost: Carried,
  claims: readonly LiveClaim[],
  newest: SourceText,
  points: CodePoints,
  input: ReconcileInput,
): Orphan {
  const candidates: Candidate[] = lost.candidates.map(({ parts, why }) => {
    let best: LiveClaim | null = null;
    let most = 0.5;
    for (const claim of lost.fate === 'gone' ? [] : claims) {
      const share = agreement(claim.parts, parts);
      if (share >= most) [best, most] = [claim, share];
    }
    return {
      id: best?.id ?? null,
      article: input.article,
      version: newest.version,
      parts: best ? best.row.parts : parts.map((p) => partOf(p, newest.text, points)),
      why,
    };
  });
  let { fate, why } = lost;
  if ((fate === 'gone' || fate === 'changed') && input.others) {
    const words = normal(row.parts.map((p) => p.exact).join(' ')).text.trim();
    // Cheap before dear: a text without the longest words need not be brought into normal form.
    const telling = (words.match(/(?<![^\s"(])[a-z]{4,}(?![^\s".,;:!?)])/gi) ?? [])
      .sort((a, b) => b.length - a.length)
      .slice(0, 3);
    if (words.length >= 20) {
      for (const other of input.others()) {
        if (other.article === input.article || telling.some((word) => !other.text.includes(word)))
          continue;
        const form = normal(other.text);
        const [at] = occurrences(form.text, words);
        if (at === undefined) continue;
        if (fate === 'gone')
          [fate, why] = ['in another article', 'its words stand in another article'];
        const span = { start: form.from(at), end: form.to(at + words.length - 1) };
        candidates.push({
          id: null,
          article: other.article,
          version: other.version,
          parts: [partOf(span, other.text, codePoints(other.text))],
          why: 'the same words in another article',
        });
      }
    }
  }
  return { id: row.id, row, fate, why, candidates };
}

/** Whether a draft has the words of the row; what stands at their edges (marks, blanks) may differ. */
function sameWords(
  row: LedgerRow,
  draft: DraftClaim,
  text: string,
  parts: readonly Span[],
): boolean {
  if (keyOf(parts) === keyOf(draft.parts)) return true;
  // A sign, a currency or a unit is no mark at the edge.
  const read = (spans: readonly Span[]) =>
    normal(spans.map((s) => text.slice(s.start, s.end)).join(' ')).text.replace(
      /^(?:["\s([{.,;:!?…]|-(?!\p{N}))+|["\s)\]}.,;:!?…-]+$/gu,
      '',
    );
  return (
    read(parts) === read(draft.parts) &&
    (row.speaker === null || row.speaker.id === draft.speaker?.id)
  );
}

function anchorOf(parts: readonly Span[], source: SourceText, points: CodePoints): Anchor {
  const first = parts[0]!.start;
  const last = parts.at(-1)!.end;
  return {
    version: source.version,
    source: source.sha256,
    parts: parts.map((p) => partOf(p, source.text, points)),
    prefix: [...source.text.slice(Math.max(0, first - 2 * CONTEXT), first)]
      .slice(-CONTEXT)
      .join('')
      .toWellFormed(),
    suffix: [...source.text.slice(last, last + 2 * CONTEXT)]
      .slice(0, CONTEXT)
      .join('')
      .toWellFormed(),
  };
}

const partOf = ({ start, end }: Span, text: string, points: CodePoints): LedgerPart => ({
  start: points.at(start),
  end: points.at(end),
  exact: text.slice(start, end),
});

function attributionOf(draft: DraftClaim, text: string, points: CodePoints) {
  const part = (span: Span | null) => (span ? partOf(span, text, points) : null);
  const { type, cueKind, polarity, said } = draft;
  const speaker = draft.speaker
    ? {
        id: draft.speaker.id,
        name: draft.speaker.name,
        kind: draft.speaker.kind,
        basis: draft.speaker.basis,
        role: draft.speaker.role,
        mention: part(draft.speaker.mention),
      }
    : null;
  return {
    type,
    speaker,
    via: draft.via.map(({ id, name, mention }) => ({ id, name, mention: part(mention) })),
    cue: part(draft.cue),
    cueKind,
    polarity,
    said,
  };
}

function draftFrom(row: LedgerRow, parts: readonly Span[], points: CodePoints): DraftClaim {
  const span = (part: LedgerPart | null) =>
    part ? { start: points.utf16(part.start), end: points.utf16(part.end) } : null;
  return {
    parts: parts.map(({ start, end }) => ({ start, end })),
    type: row.type,
    speaker: row.speaker ? { ...row.speaker, mention: span(row.speaker.mention) } : null,
    via: row.via.map((v) => ({ id: v.id, name: v.name, mention: span(v.mention) })),
    cue: span(row.cue),
    cueKind: row.cueKind,
    polarity: row.polarity,
    said: row.said,
  };
}

function indexes(versions: readonly SourceText[]): (version: number) => Indexed {
  const made = new Map<number, Indexed>();
  return (version) => {
    let one = made.get(version);
    if (!one) made.set(version, (one = indexed(versions.find((v) => v.version === version)!.text)));
    return one;
  };
}

function lazy<T>(make: () => T): () => T {
  let value: { is: T } | null = null;
  return () => (value ??= { is: make() }).is;
}

const textOf = (row: Anchor) => row.parts.map((p) => p.exact).join(' ');
const keyOf = (parts: readonly { start: number; end: number }[]) =>
  parts.map((p) => `${p.start}-${p.end}`).join(',');
const quoted = (words: string) => `“${words.length > 60 ? `${words.slice(0, 59)}…` : words}”`;
const wordsOfRow = (row: Anchor) =>
  row.parts
    .map((p) => p.exact)
    .join(' … ')
    .replace(/\s+/g, ' ');
/** What makes a claim somebody else's, or other than it was. */
const ATTRIBUTING = ['type', 'speaker', 'via', 'polarity'] as const;
/** A value without the places of its words in a text. */
const whose = (value: unknown): string =>
  JSON.stringify(value, (key, one: unknown) =>
    ['mention', 'role', 'basis'].includes(key) ? undefined : one,
  );
/** From what to what, in words; by their whole content where the words alone are the same. */
const told = (before: unknown, after: unknown): string => {
  const [one, two] = [brief(before), brief(after)];
  return one === two
    ? `${one} ${JSON.stringify(before)} to ${JSON.stringify(after)}`
    : `${one} to ${two}`;
};
const brief = (value: unknown): string => {
  if (value === null || value === undefined) return 'none';
  if (typeof value !== 'object') return String(value);
  const { name, exact, edtf } = value as { name?: string; exact?: string; edtf?: string };
  return (
    name ?? exact ?? edtf ?? (Array.isArray(value) ? `[${value.map(brief).join(', ')}]` : 'other')
  );
};
