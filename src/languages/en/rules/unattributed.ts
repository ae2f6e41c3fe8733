/** A quotation that no cue took, and what a rule makes of it. */
import type { Clause, Draft, Mention, Token } from '../../../engine/draft.ts';
import type { Stretch } from '../../../engine/marks.ts';
import type { ClaimType, Span } from '../../../model/records.ts';
import type { Phrase } from '../phrases/kinds.ts';

/** A quotation that no cue took, in its sentence. */
export interface OpenQuotation {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly clause: Clause;
  /** Its token. */
  readonly at: number;
  readonly quote: Stretch;
  /** How many words it has. */
  readonly words: number;
  /** The name that stands before it with a colon, and nothing else in its sentence. */
  readonly label: Phrase | null;
  /** It is a sentence of its own. */
  readonly isAlone: boolean;
  /** Hardly a word of its sentence stands outside the marks. */
  readonly isMost: boolean;
  /** The claim of the paragraph that it may go on with. */
  readonly before: Draft | null;
  /** The next claim of the paragraph that has an attribution. */
  readonly after: Draft | null;
}

/** What a rule makes of such a quotation: a claim, and how its speaker may be known. */
export interface Unattributed {
  readonly type: ClaimType;
  readonly part: Span;
  readonly reason: string;
  readonly mention: Mention | null;
  readonly cue?: Span;
  readonly inherits?: Draft;
  readonly open?: true;
  readonly hint?: Mention | null;
  /** Quotations after it may go on with it. */
  readonly goesOn: boolean;
}
