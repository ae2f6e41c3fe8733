/** What a rule is. */
import type { Told } from './told.ts';
import type { OpenQuotation, Unattributed } from './unattributed.ts';

/** What a rule looks at beside the words it claims. */
export type Scope = 'turn' | 'sentence' | 'paragraph' | 'paragraph before' | 'whole text';

/** A rule as people read of it. */
export interface Described {
  readonly id: string;
  /** What it does, in a sentence. */
  readonly does: string;
  /**
   * Texts in the marks of `tests/support/marked.ts`; in each, one of the claims marked is the
   * rule's.
   */
  readonly examples: readonly [string, ...string[]];
  readonly sees: Scope;
  /** Finds nothing itself: claims of other rules are no surer than its precision where it holds. */
  readonly caps?: true;
  /** How often it was right on news it was measured on, 0 to 1. */
  readonly precision: number;
}

/** A rule that has words told by a cue in their sentence. */
export interface CueRule extends Described {
  /** Whether the words are this rule's, as no earlier rule has them. */
  readonly has: (told: Told) => boolean;
}

/** A rule that has quotations which no cue took. */
export interface QuotationRule extends Described {
  /** The claim of a quotation that no earlier rule has; null where it is not this rule's either. */
  readonly claim: (quotation: OpenQuotation) => Unattributed | null;
}
