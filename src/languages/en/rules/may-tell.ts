/** Whether a cue tells words at all where it may as well do something else. */
import type { Token } from '../../../engine/draft.ts';
import { is, lowerOf, OBJECTS } from '../phrases.ts';
import { isCapitalised } from '../phrases/tokens.ts';
import { looksClause, namesSomething, takesPhrase } from './clause-shape.ts';
import { findQuote, type Attribution, type WordsAfter } from './frame.ts';
import type { Place } from './place.ts';
import { contentEnd } from './words-end.ts';

/**
 * Whether a cue that only sometimes tells words does so here; `hasBefore`: words before it can be
 * told.
 */
export function mayTell(place: Place, hasBefore: boolean, after: WordsAfter): boolean {
  return (
    isStrongEnough(place, after) &&
    namesNothing(place, after) &&
    (hasBefore || isSaidBare(place, after))
  );
}

/** Whether a quotation stands among the first `reach` tokens of the words after the cue. */
function quotesSoon(
  { frame, attribution, later }: Place,
  { at }: WordsAfter,
  reach: number,
): boolean {
  const end = at < 0 ? at : contentEnd(frame, attribution, later, at);
  return findQuote(frame.tokens, at, end, reach) >= 0;
}

/**
 * A weak cue tells what stands in marks or is joined to it by "that" or a colon, and what it
 * promises or urges.
 */
function isStrongEnough(place: Place, after: WordsAfter): boolean {
  const { strength, kind, lemma, infinitive, naming } = place.attribution;
  const { join } = after;
  if (givesSomething(place)) return false;
  if (strength > 1 || place.before?.quote) return true;
  if (join === 'that' || join === 'quote' || join === 'colon') return true;
  if (quotesSoon(place, after, 14)) return true;
  if (join === 'wh' && kind === 'asked') return !naming || infinitive;
  const takesDeed = infinitive && lemma !== 'threaten' && lemma !== 'guarantee';
  const isCall = lemma === 'for' || lemma === 'on';
  return join === 'np' && (takesDeed || isCall) && (!naming || infinitive);
}

/** "|offered| Ann Lee a chance", "|taught| him the tune": something is given, and nothing said. */
function givesSomething({ frame: { tokens }, attribution }: Place): boolean {
  if (!/^(?:offer|teach|show|read|write)$/.test(attribution.lemma)) return false;
  let end = attribution.to;
  while (isCapitalised(tokens[end])) end++;
  if (end === attribution.to && OBJECTS.has(lowerOf(tokens[end]))) end++;
  return end > attribution.to && /^(?:an?|the|his|her|their|its|some)$/.test(lowerOf(tokens[end]));
}

/** "a phenomenon called “X”" names; "which he called “X”" says; "called him" does neither. */
function namesNothing(place: Place, after: WordsAfter): boolean {
  const { frame, attribution, later } = place;
  const { tokens } = frame;
  const { naming, form, begin, strength, lemma } = attribution;
  const { at, join } = after;
  if (!naming) return true;
  if (join === 'quote') {
    const before = tokens[begin - 1];
    // "one of the cards, a poem called “Snow”"
    if (attribution.subject?.from === begin && /^an?$/.test(lowerOf(tokens[begin]))) return false;
    const isFinite = form === 'past' || form === 's';
    return isFinite && ['which', 'what', 'that', ','].some((mark) => is(before, mark));
  }
  if (join !== 'np' || at < 0 || lemma === 'responsibility for') return true;
  // "his uncle – a baker called |Jon Pask| – said"
  if (isApposed(tokens, attribution) && isCapitalised(tokens[at])) return false;
  // "has labelled |herself a baker"
  if (/sel(?:f|ves)$/.test(lowerOf(tokens[at]))) return false;
  if (quotesSoon(place, after, 16)) return true;
  return strength >= 2 && namesSomething(tokens, at, contentEnd(frame, attribution, later, at));
}

/** "– |a baker| called": behind a mark or a preposition, what somebody is, and no subject. */
const isApposed = (tokens: readonly Token[], { subject, begin }: Attribution): boolean =>
  subject?.from === begin &&
  /^an?$/.test(lowerOf(tokens[begin])) &&
  /^(?:[,(–—]|by|with|of|to|from|for)$/.test(tokens[begin - 1]?.lower ?? '');

/**
 * After a cue other than "said", bare words are told only where they are a clause or hold a
 * quotation.
 */
function isSaidBare(place: Place, after: WordsAfter): boolean {
  const { frame, attribution } = place;
  const { according, strength, lemma } = attribution;
  const { at, join } = after;
  const isSure = according || (strength !== 2 && lemma === 'say');
  if (join !== 'bare' || at < 0 || isSure) return true;
  return (
    looksClause(frame.tokens, at, frame.last) ||
    takesPhrase(frame.tokens, attribution, at, frame.last) ||
    quotesSoon(place, after, 12)
  );
}
