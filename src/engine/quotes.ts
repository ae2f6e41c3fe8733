/** Claims as plain quotations: one entry a part, each with its mention and its cue, offsets in UTF-16. */
import type { ClaimType, CueKind, Polarity, Span } from '../model/records.ts';
import { at } from '../text/certain.ts';
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
  wordsConfidence: number;
  speakerConfidence: number | null;
  evidence: FoundClaim['evidence'];
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
        name: claim.speaker ? at(found.entities, claim.speaker.entity).name : null,
        rule: claim.rule,
        confidence: claim.confidence,
        wordsConfidence: claim.wordsConfidence,
        speakerConfidence: claim.speakerConfidence,
        evidence: claim.evidence,
        claim: index + 1,
        cueKind: claim.cueKind,
        polarity: claim.polarity,
        via: claim.via.map(({ entity }) => at(found.entities, entity).name),
        turn: claim.turn,
        within: claim.within === null ? null : claim.within + 1,
      });
    }
  });
  return { quotes, nested };
}

/** Claims before one without cue and speaker among which a mention is looked for. */
const BEFORE = 3;

/** For a quotation that goes on without an attribution: the nearest mention of the same speaker. */
function takenOver(claims: readonly FoundClaim[], index: number): Span | null {
  const claim = at(claims, index);
  // A question without a label is put to whoever speaks around it.
  if (claim.type === 'question') return null;
  if (!claim.speaker)
    return claim.cue ? null : mentionOn(claims, index - 1, Math.max(-1, index - BEFORE - 1));
  const { entity } = claim.speaker;
  return (
    mentionOn(claims, index - 1, -1, entity) ?? mentionOn(claims, index + 1, claims.length, entity)
  );
}

/** The first mention on the way from one claim to another (exclusive), of a certain entity if one is named. */
function mentionOn(
  claims: readonly FoundClaim[],
  from: number,
  to: number,
  entity?: number,
): Span | null {
  const step = from < to ? 1 : -1;
  for (let k = from; k !== to; k += step) {
    const { mention, speaker } = at(claims, k);
    if (mention && (entity === undefined || speaker?.entity === entity)) return mention;
  }
  return null;
}
