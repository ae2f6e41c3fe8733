/** What reconciling takes and gives. The stages beside this file know one another by these shapes. */
import type {
  ClaimType,
  CueKind,
  DateFact,
  MentionBasis,
  Polarity,
  Span,
  SpeakerKind,
} from '../../model/records.ts';
import type { Decision, Fate, LedgerPart, LedgerRow } from '../schema.ts';

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

/** A claim, named by its words as they are read, that a card drops or gives other words. */
export interface Correction {
  words: string;
  /** Which of several claims with these words, from 1. */
  occurrence: number;
  become: string | null;
  why: string;
}

/** An article as the ledger and the parser know it. */
export interface ReconcileInput {
  article: string;
  /** Tag of the language of the newest version; English where it is not said. */
  language?: string;
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
  others?: () => Iterable<OtherText>;
}

/** The newest text of another article, in which words that left this one may stand. */
export interface OtherText {
  article: string;
  version: number;
  text: string;
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

/** Words that a claim without a place may have become. */
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

/** What reconciling changed about a row, for the list that is shown before the ledger is written. */
export interface LedgerChange {
  kind:
    | 'minted'
    | 'carried'
    | 'orphaned'
    | 'found again'
    | 'decided'
    | 'attributed'
    | 'renamed'
    | 'put in order';
  article: string;
  claim: string | null;
  words: string;
  /** What would change, in words. */
  detail: string;
}

/** A contradiction in the ledger, its sources or its decisions: the build stops with it. */
export interface LedgerProblem {
  article: string;
  claim: string | null;
  kind: string;
  message: string;
  /** How to mend it. */ mend: string;
}

/** What is published of an article, and its ledger. */
export interface Reconciled {
  rows: LedgerRow[];
  claims: LiveClaim[];
  /** For each draft the id it is published under; null where a person withdrew those words. */
  ids: (string | null)[];
  orphans: Orphan[];
  changes: LedgerChange[];
  problems: LedgerProblem[];
}

/** Keeps what a stage changes about a row; `detail` says it in words. */
export type Note = (kind: LedgerChange['kind'], row: LedgerRow, detail: string) => void;
