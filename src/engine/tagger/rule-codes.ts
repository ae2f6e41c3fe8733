/** What the rules said of each token, as the tagger is told it. */
import { countBefore } from '../../text/bisect.ts';
import type { Draft } from '../draft.ts';
import type { ClaimRules } from '../pack.ts';
import type { Tokens } from '../tokens.ts';

/** Index of the first token that ends after `offset`. */
export function tokenAt(tokens: Tokens, offset: number): number {
  const { end } = tokens;
  return countBefore(tokens.count, (k) => end[k]! <= offset);
}

/**
 * One number a token: odd where a stretch begins, even where it goes on. 1 mention, 2 cue, then content:
 * direct, mixed and indirect, each in three steps of how far its rule is to be trusted. Of told words only the
 * beginning is marked: where they end the model is to see for itself.
 */
export function ruleCodes(
  tokens: Tokens,
  a: number,
  b: number,
  drafts: readonly Draft[],
  rules: ClaimRules,
): Uint8Array {
  const codes = new Uint8Array(b - a);
  const put = (start: number, end: number, kind: number): void => {
    let first = true;
    for (let i = Math.max(a, tokenAt(tokens, start)); i < b && tokens.start[i]! < end; i++) {
      codes[i - a] = first ? 2 * kind - 1 : 2 * kind;
      first = false;
    }
  };
  for (const draft of drafts) {
    if (draft.within) continue;
    const trust = draft.confidence >= 0.9 ? 0 : draft.confidence >= 0.8 ? 1 : 2;
    const kind = (draft.type === 'direct' ? 3 : draft.type === 'mixed' ? 6 : 9) + trust;
    for (const part of draft.parts) {
      const { start, end } = rules.withConjunction(tokens.text, part);
      put(start, draft.type === 'direct' ? end : Math.min(end, start + 1), kind);
    }
  }
  for (const draft of drafts) {
    if (draft.within) continue;
    if (draft.mention) put(draft.mention.start, draft.mention.end, 1);
    if (draft.cue) put(draft.cue.start, draft.cue.end, 2);
  }
  return codes;
}
