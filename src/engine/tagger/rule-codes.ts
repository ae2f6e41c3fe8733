/** What the rules said of each token, as the tagger is told it. */
import type { Span } from '../../model/records.ts';
import { countBefore } from '../../text/bisect.ts';
import type { Tokens } from '../tokens.ts';
import type { TaggerLexicon } from './lexicon.ts';

/** What the codes are made of: a claim as the rules found it. */
export interface RuleClaim {
  readonly type: string;
  /** How far its rule is to be trusted, 0 to 1. */
  readonly confidence: number;
  readonly parts: readonly Span[];
  readonly mention: Span | null;
  readonly cue: Span | null;
  /** The claim that holds it; those within others are not told. */
  readonly within: unknown;
}

/** Index of the first token that ends after `offset`. */
export function tokenAt(tokens: Tokens, offset: number): number {
  const { end } = tokens;
  return countBefore(tokens.count, (k) => (end[k] ?? 0) <= offset);
}

/** Kinds of codes; those of content go on with one for each of three steps of trust. */
const CODE = { mention: 1, cue: 2, direct: 3, mixed: 6, indirect: 9 };

/**
 * One number a token: odd where something begins, even where it goes on. 1 mention, 2 cue, then content:
 * direct, mixed and indirect, each in three steps of how far its rule is to be trusted. Of reported words only the
 * beginning is marked: where they end the model is to see for itself.
 */
export function ruleCodes(
  tokens: Tokens,
  a: number,
  b: number,
  claims: readonly RuleClaim[],
  lexicon: TaggerLexicon,
): Uint8Array {
  const codes = new Uint8Array(b - a);
  const put = ({ start, end }: Span, kind: number): void => {
    let code = 2 * kind - 1;
    for (let i = Math.max(a, tokenAt(tokens, start)); i < b; i++) {
      if ((tokens.start[i] ?? 0) >= end) break;
      codes[i - a] = code;
      code = 2 * kind;
    }
  };
  const told = claims.filter(({ within }) => !within);
  for (const { type, parts, confidence } of told) {
    for (const part of parts) {
      const { start, end } = lexicon.withConjunction(tokens.text, part);
      const until = type === 'direct' ? end : Math.min(end, start + 1);
      put({ start, end: until }, contentCode(type) + trustStep(confidence));
    }
  }
  for (const { mention, cue } of told) {
    if (mention) put(mention, CODE.mention);
    if (cue) put(cue, CODE.cue);
  }
  return codes;
}

function contentCode(type: string): number {
  if (type === 'direct') return CODE.direct;
  return type === 'mixed' ? CODE.mixed : CODE.indirect;
}

function trustStep(confidence: number): number {
  if (confidence >= 0.9) return 0;
  return confidence >= 0.8 ? 1 : 2;
}
