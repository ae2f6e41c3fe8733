/** Words told on both sides of their attribution. */
import type { Span } from '../../../model/records.ts';
import {
  DETERMINERS,
  INDEFINITES,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  TIME,
  isAuxiliary,
} from '../phrases.ts';
import { looksClause } from './clause-shape.ts';
import {
  clauseText,
  hasQuote,
  is,
  isAdverbial,
  word,
  type Attribution,
  type Frame,
} from './frame.ts';
import { contentEnd } from './words-end.ts';

/** "Now, she said, the shops are shut": words told on both sides of their attribution, neither enough without the other. */
export function aroundOf(
  frame: Frame,
  atts: readonly Attribution[],
  n: number,
  floor: number,
): { first: Span; rest: { from: number; to: number; span: Span } } | null {
  const { tokens, clause } = frame;
  const att = atts[n]!;
  if (
    (att.inverted && att.lemma !== 'say') ||
    att.shares ||
    att.negative ||
    att.subject?.kind === 'relative' ||
    (att.form === 'ing' && !att.according)
  )
    return null;
  if (att.strength === 1) return null;
  const from = Math.max(clause.from, floor, frame.from);
  const to = att.begin - 1;
  if (!is(tokens[to], ',') || from >= to || to - from > 25 || hasQuote(tokens, from, to))
    return null;
  // Only an addressee, a time or a place may stand between the cue and the comma.
  let comma = att.end;
  while (
    comma < frame.last &&
    comma - att.end < 9 &&
    word(tokens[comma]) &&
    !isAuxiliary(tokens[comma]) &&
    !/^(?:that|if|whether|to)$/.test(tokens[comma]!.lower) &&
    !RELATIVES.has(tokens[comma]!.lower) &&
    !PRONOUNS.has(tokens[comma]!.lower)
  )
    comma++;
  if (!is(tokens[comma], ',')) return null;
  if (
    comma > att.end &&
    !att.addressee &&
    !PREPOSITIONS.has(tokens[att.end]!.lower) &&
    !TIME.has(tokens[att.end]!.lower)
  )
    return null;
  const start = comma + 1;
  const next = tokens[start];
  if (!word(next) || start >= frame.last) return null;
  if (
    RELATIVES.has(next.lower) ||
    /ing$/.test(next.lower) ||
    /^(?:and|but|or|while|although|though|as|when|after|before|because|citing|so|yet|if|since|that|with|in|on|at|for|to|of)$/.test(
      next.lower,
    )
  )
    return null;
  const end = contentEnd(frame, atts, n, start);
  if (end - start < 2) return null;
  const opening = tokens[from]!;
  const adverbial = isAdverbial(opening);
  if (!adverbial && looksClause(tokens, from, to)) return null;
  if (
    adverbial
      ? !(
          looksClause(tokens, start, end) ||
          (att.strength === 3 &&
            end - start >= 4 &&
            /^(?:the|this|that|these|those|an?|his|her|its|their|our|my|he|she|it|they|we|i|there)$/.test(
              next.lower,
            ))
        )
      : next.cap ||
        DETERMINERS.has(next.lower) ||
        PREPOSITIONS.has(next.lower) ||
        INDEFINITES.has(next.lower)
  )
    return null;
  // "The senator, Ann Lee said, …" is told; "The mayor, Ann Lee, said" is not: there no comma stands before the cue.
  const first = clauseText(tokens, from, to);
  const span = clauseText(tokens, start, end);
  return first && span ? { first, rest: { from: start, to: end, span } } : null;
}
