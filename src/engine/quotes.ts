/** Claims as plain quotations: one entry a part, each with its mention and its cue, offsets in UTF-16. */
import type { ClaimType, CueKind, Polarity, Span } from '../model/records.ts';
import type { LanguagePack } from './pack.ts';
import type { Found, FoundClaim } from './types.ts';

export interface Printed extends Span {
  text: string;
}

export interface QuoteEntry extends Span {
  type: ClaimType;
  /** The speaker as printed: "she", "the diplomat". */
  speaker: Printed | null;
  cue: Printed | null;
  /** Whom the mention was taken to mean. */
  name: string | null;
  rule: string;
  confidence: number;
  decision: FoundClaim['decision'];
  /** Number of the claim; the parts of one claim share it. */
  claim: number;
  cueKind: CueKind;
  polarity: Polarity;
  /** Names of those who passed the words on. */
  via: string[];
  turn: number | null;
  /** Number of the claim that contains this one. */
  within: number | null;
}

/** Quotations in reading order, and apart from them those that stand inside another's words. */
export function quotesOf(
  text: string,
  found: Found,
  pack: LanguagePack,
): { quotes: QuoteEntry[]; nested: QuoteEntry[] } {
  const quotes: QuoteEntry[] = [];
  const nested: QuoteEntry[] = [];
  const printed = (span: Span | null): Printed | null =>
    span && { start: span.start, end: span.end, text: text.slice(span.start, span.end) };
  found.claims.forEach((claim, index) => {
    const speaker = printed(claim.mention ?? takenOver(found.claims, index));
    for (const part of claim.parts) {
      const { start, end } =
        claim.type === 'indirect' || claim.type === 'mixed'
          ? pack.claims.withConjunction(text, part)
          : part;
      (claim.within === null ? quotes : nested).push({
        start,
        end,
        type: claim.type,
        speaker,
        cue: printed(claim.cue),
        name: claim.speaker ? found.entities[claim.speaker.entity]!.name : null,
        rule: claim.rule,
        confidence: claim.confidence,
        decision: claim.decision,
        claim: index + 1,
        cueKind: claim.cueKind,
        polarity: claim.polarity,
        via: claim.via.map(({ entity }) => found.entities[entity]!.name),
        turn: claim.turn,
        within: claim.within === null ? null : claim.within + 1,
      });
    }
  });
  return { quotes, nested };
}

/** For a quotation that goes on without an attribution: the nearest mention of the same speaker. */
function takenOver(claims: readonly FoundClaim[], index: number): Span | null {
  const claim = claims[index]!;
  if (claim.speaker) {
    const { entity } = claim.speaker;
    for (let k = index - 1; k >= 0; k--)
      if (claims[k]!.mention && claims[k]!.speaker?.entity === entity) return claims[k]!.mention;
    for (let k = index + 1; k < claims.length; k++)
      if (claims[k]!.mention && claims[k]!.speaker?.entity === entity) return claims[k]!.mention;
    return null;
  }
  if (claim.cue) return null;
  for (let k = index - 1; k >= 0 && k > index - 4; k--)
    if (claims[k]!.mention) return claims[k]!.mention;
  return null;
}
