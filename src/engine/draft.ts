/** A claim while it is being found, and the words it is found in; what rules and machinery hand each other. */
import type { ClaimType, CueKind, Polarity, Span } from '../model/records.ts';
import type { Stretch } from './marks/stretches.ts';
import type { Decision } from './types.ts';

/** A word, a punctuation mark, or a whole quotation, which counts as one word of its sentence. */
export interface Token extends Span {
  kind: 'word' | 'punct' | 'quote';
  /**
   * Small letters, curly apostrophes made straight; the character itself for punctuation.
   * A pack may mark what only looks like a small word, such as a name spelt like one.
   */
  lower: string;
  /** Begins with a capital letter. */
  cap: boolean;
  /** For a quotation: its stretch. The token spans the marks too. */
  quote: Stretch | null;
  /** For a quotation: a comma or a stop ends it. */
  stops?: boolean;
}

/** A run of tokens that reads as one sentence; quotations count as one token. */
export interface Clause {
  from: number;
  to: number;
}

/** A speaker as printed, with what stands beside it. */
export interface Mention extends Span {
  kind: 'pronoun' | 'relative' | 'indefinite' | 'name' | 'description';
  /** A name put beside a description in commas. */
  apposed: Span | null;
  /** For "who": the words it stands for. */
  antecedent: Mention | null;
}

/** A claim before its speaker is known. */
export interface Draft {
  paragraph: number;
  type: ClaimType;
  parts: Span[];
  cue: Span | null;
  cueKind: CueKind;
  polarity: Polarity;
  mention: Mention | null;
  /** The draft whose speaker this one takes over. */
  inherits: Draft | null;
  /** Who may have spoken, where no cue says so. */
  hint?: Mention | null;
  /** Nobody is named here: the paragraphs around may tell. */
  open: boolean;
  via: Mention[];
  within: Draft | null;
  turn: number | null;
  rule: string;
  confidence: number;
  /** What decided and by how much, where the model had a say. */
  decision?: Decision;
  reasons: string[];
}

/** An introduction at the end of a paragraph, whose words come in the next. */
export interface Lead {
  cue: Span;
  cueKind: CueKind;
  polarity: Polarity;
  mention: Mention | null;
  inherits: Draft | null;
  /** Ends with a colon, as against a comma or nothing. */
  colon: boolean;
  according: boolean;
}

/** What the rules found in one paragraph, and the words they read. */
export interface ParagraphClaims {
  drafts: Draft[];
  lead: Lead | null;
  tokens: readonly Token[];
  clauses: Clause[];
  /** First token after a dateline: nobody before it says anything. */
  body: number;
}
