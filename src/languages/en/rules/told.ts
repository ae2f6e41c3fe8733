/** What an attribution tells, and where it stands to the attribution, before a rule has it. */
import type { ClaimType, Span } from '../../../model/records.ts';
import type { Attribution, Join } from './frame.ts';

/** How words stand to the attribution that tells them. */
export type Where =
  'around' | 'quotation before' | 'clause before' | 'quotation after' | 'clause after';

/** Tokens `[from, to)`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Words that an attribution tells. */
export interface Told {
  readonly where: Where;
  readonly attribution: Attribution;
  /** How words after the cue are joined to it; "none" for words before it. */
  readonly join: Join;
  readonly type: ClaimType;
  readonly parts: Span[];
  /** What decided, for readers. */
  readonly reasons: string[];
  /** Where the quotations stand that these words have for themselves. */
  readonly takes: readonly Run[];
  /** What a later attribution of the sentence tells begins here or later. */
  readonly upTo: number;
  /** Later attributions whose cue begins before this token tell words inside these. */
  readonly covers: number;
}
