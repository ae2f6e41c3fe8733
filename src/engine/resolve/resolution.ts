/** What a mention was taken to mean. */
import type { MentionBasis } from '../../model/records.ts';
import type { FoundSpeaker } from '../types.ts';

export interface Resolution {
  speaker: FoundSpeaker | null;
  /** Entities that fit equally well where nobody is chosen. */
  candidates: number[];
  /** How the speaker was found, in words. */
  reason: string | null;
  /** What tells how sure the choice is, each of a few fixed words: `rivals 1`; none where the words stand for themselves. */
  signs: readonly string[];
}

/** Candidates that are named where nobody is chosen. */
export const FEW = 5;

/** Somebody was chosen. */
export const chosen = (
  entity: number,
  basis: MentionBasis,
  reason: string | null = null,
  signs: readonly string[] = [],
): Resolution => ({
  speaker: { entity, basis },
  candidates: [],
  reason,
  signs: signs.length > 0 ? [`basis ${basis}`, ...signs] : [],
});

/** Nobody is chosen: several fit, or nothing tells. */
export const open = (reason: string | null = null, candidates: number[] = []): Resolution => ({
  speaker: null,
  candidates,
  reason,
  signs: [],
});
