/** Where the words begin that a cue introduces. */
import { at } from '../../../text/certain.ts';
import type { Token } from '../../../engine/draft.ts';
import { CUES } from '../cues.ts';
import {
  PREPOSITIONS,
  PRONOUNS,
  TIME,
  is,
  isAdverb,
  isWord,
  lowerOf,
  phraseAfter,
} from '../phrases.ts';
import { isBody } from '../name-kinds.ts';
import {
  isAuxiliary,
  isCapitalised,
  isDeterminer,
  isPreposition,
  looksVerb,
} from '../phrases/tokens.ts';
import { afterInverted, afterSource } from './after-source.ts';
import { afterOccasion } from './after-occasion.ts';
import { looksClause, saysNothing, skipTime } from './clause-shape.ts';
import { NOWHERE, findQuote, wordsAt, type Frame, type Search, type WordsAfter } from './frame.ts';
import { WH } from './word-lists.ts';

/** Where the words begin, or the token at which the search goes on. */
type Step = WordsAfter | number;

/** How many bits between a cue and its words are stepped over. */
const MOST_STEPS = 12;

/** Finds where the words begin that the cue introduces, and how they are joined to it. */
export function wordsAfter(search: Search): WordsAfter {
  const { frame, attribution } = search;
  if (attribution.inverted) return afterInverted(frame, attribution);
  if (attribution.according) return afterSource(frame, attribution);
  // "declined to comment |on claims that": those are others'
  if (attribution.lemma === 'comment' && isPreposition(frame.tokens[attribution.end]))
    return NOWHERE;
  let k = afterAddressee(search);
  if (k === attribution.end && isParticle(frame.tokens[k])) {
    if (attribution.lemma === 'add') return NOWHERE;
    k++;
  }
  if (isPseudoCleft(search, k)) k++;
  for (let steps = 0; steps < MOST_STEPS && k < frame.last; steps++) {
    const step = stepAt(search, k);
    if (typeof step !== 'number') return step;
    k = step;
  }
  return NOWHERE;
}

/** "told |her", "told the paper|": the token after whom the words were said to. */
function afterAddressee({ frame: { tokens, last }, attribution }: Search): number {
  const { end } = attribution;
  const t = tokens[end];
  if (!attribution.addressee || !isWord(t)) return end;
  if (t.lower === 'that' || WH.has(t.lower) || TIME.has(t.lower)) return end;
  if (/^(?:him|her|them|us|me|you|it|himself|herself)$/.test(t.lower) && !isHers(tokens, end))
    return end + 1;
  if (/^(?:about|of|to|on|in|for)$/.test(t.lower)) return end;
  const to = phraseAfter(tokens, end, last);
  if (!to || to.to <= end) return end;
  const outlet = outletBefore(tokens, end, to.to);
  if (outlet > end) return outlet;
  return to.apposed && is(tokens[to.apposed.to], ',') ? to.apposed.to + 1 : to.to;
}

/** "told Bay News |Ann Lee was late": one past the outlet, where a verb shows that the name behind it is what is told of; -1 if none. */
function outletBefore(tokens: readonly Token[], from: number, to: number): number {
  if (!isAuxiliary(tokens[to]) || !tokens.slice(from + 1, to).every(isCapitalised)) return -1;
  let k = to - 1;
  while (k > from && !isBody(lowerOf(tokens[k - 1]))) k--;
  return k > from ? k : -1;
}

/** "told |her brother", not "told |her that". */
function isHers(tokens: readonly Token[], k: number): boolean {
  const next = tokens[k + 1];
  return (
    is(tokens[k], 'her') &&
    isWord(next) &&
    !next.cap &&
    !/^(?:that|to|on|in|about|he|she|they|it|the|during|at|if|how|why|what|not|of|by|when|after|a)$/.test(
      next.lower,
    )
  );
}

/** "summed |up", "shot |back": part of the verb. */
const isParticle = (t: Token | undefined): boolean =>
  isWord(t) && /^(?:up|back|out|off|down|away)$/.test(t.lower);

/** "What Ann Lee said |was that", "All she said |was “no”". */
const isPseudoCleft = ({ frame: { tokens }, attribution }: Search, k: number): boolean =>
  /^(?:what|all)$/.test(lowerOf(tokens[attribution.begin - 1])) &&
  /^(?:is|was)$/.test(lowerOf(tokens[k]));

function stepAt(search: Search, k: number): Step {
  const { frame, attribution } = search;
  const t = at(frame.tokens, k);
  if (t.kind === 'quote') return wordsAt(frame, k, 'quote');
  if (t.kind === 'word')
    return is(t, 'that') && !isOfNoun(frame, k)
      ? wordsAt(frame, k + 1, 'that')
      : atWord(search, k, t);
  if (is(t, ':')) return wordsAt(frame, k + 1, 'colon');
  if (/^[,—–]$/.test(t.lower)) return afterPause(search, k, t);
  if (/^[([$]$/.test(t.lower) && attribution.bare) return wordsAt(frame, k, 'bare');
  return NOWHERE;
}

/** Tokens of the longest phrase that "that" opens as an article. */
const LONGEST_SHOWN = 6;

/** "ask |that level of detail|": no clause, but a phrase that points at something. */
function isOfNoun({ tokens, last }: Frame, that: number): boolean {
  const phrase = tokens.slice(that + 1, last);
  const isWordOfClause = (t: Token): boolean =>
    t.kind === 'quote' ||
    t.cap ||
    PRONOUNS.has(t.lower) ||
    looksVerb(t) ||
    /(?:s|ed)$/.test(t.lower);
  return (
    phrase.length > 0 &&
    phrase.length <= LONGEST_SHOWN &&
    !isDeterminer(phrase[0]) &&
    !phrase.some(isWordOfClause)
  );
}

/**
 * Behind a comma or a dash directly after the cue: a quotation, "that", or a clause where nothing
 * else can be told.
 */
function afterPause(search: Search, k: number, pause: Token): WordsAfter {
  const { frame } = search;
  const { tokens, last } = frame;
  const next = tokens[k + 1];
  if (next?.kind === 'quote' && k + 1 < last) return wordsAt(frame, k + 1, 'quote');
  if (is(next, 'that')) return wordsAt(frame, k + 2, 'that');
  if (is(pause, ',') && isCueInCommas(search, k)) return wordsAt(frame, k + 1, 'bare');
  // "said, adding, “…”": what comes then is attributed by the second verb.
  if (isWord(next) && CUES.get(next.lower)?.form === 'ing') return NOWHERE;
  // "said, in part, that"
  let close = k + 1;
  while (close < last && close - k < 18 && !is(tokens[close], pause.lower)) close++;
  if (!is(tokens[close], pause.lower) || close >= last - 1) return NOWHERE;
  if (is(tokens[close + 1], 'that')) return wordsAt(frame, close + 2, 'that');
  if (tokens[close + 1]?.kind === 'quote') return wordsAt(frame, close + 1, 'quote');
  // "said on Monday, long before dawn, |he got a letter"
  const isTimed = k > search.attribution.end && search.attribution.bare && !search.hasBefore;
  const opens = PRONOUNS.has(lowerOf(tokens[close + 1]));
  return isTimed && opens && looksClause(tokens, close + 1, last)
    ? wordsAt(frame, close + 1, 'bare')
    : NOWHERE;
}

/**
 * "On Monday, Ann Lee said, the bridge had closed", "As Ann Lee said, …": the words follow though a
 * comma stands between.
 */
function isCueInCommas({ frame, attribution, hasBefore }: Search, comma: number): boolean {
  const { tokens, last, clause } = frame;
  const { strength, begin } = attribution;
  if (hasBefore) return false;
  if (strength === 3 && is(tokens[begin - 1], ',') && looksClause(tokens, comma + 1, last))
    return true;
  return strength >= 2 && is(tokens[begin - 1], 'as') && begin - 1 <= clause.from + 1;
}

function atWord(search: Search, k: number, t: Token): Step {
  return (
    overAdverbial(search, k, t) ??
    atQuestion(search, k, t) ??
    atAmount(search, k, t) ??
    atOccasion(search, k, t) ??
    atObject(search, k, t) ??
    atClause(search, k, t)
  );
}

/**
 * Over a time, or an adverb that no clause follows: "said |on Monday that", "said |flatly: “No”".
 */
function overAdverbial(
  { frame, attribution, hasBefore }: Search,
  k: number,
  t: Token,
): Step | undefined {
  const { tokens, last } = frame;
  const afterTime = skipTime(tokens, k, last);
  if (afterTime > k) return afterTime;
  if (!isAdverb(t)) return undefined;
  const next = tokens[k + 1];
  if (is(next, ',') && tokens[k + 2]?.kind === 'quote' && k + 2 < last)
    return wordsAt(frame, k + 2, 'quote');
  const opensClause = isWord(next) && next.lower !== 'that' && !next.cap;
  return !hasBefore && k === attribution.end && !opensClause ? k + 1 : undefined;
}

/** "asked |whether", "explained |how"; "asked |who", but not "said |when" or "said |who". */
function atQuestion(
  { frame, attribution, hasBefore }: Search,
  k: number,
  t: Token,
): WordsAfter | undefined {
  if (!WH.has(t.lower)) return undefined;
  const mayBeRelative = /^(?:when|who|which|where)$/.test(t.lower);
  const isAsked = !hasBefore && attribution.strength > 1 && attribution.kind === 'asked';
  return mayBeRelative && !isAsked ? undefined : wordsAt(frame, k, 'wh');
}

/** "said |about two hundred had come": a number, no occasion. */
function atAmount({ frame, attribution }: Search, k: number, t: Token): WordsAfter | undefined {
  const next = frame.tokens[k + 1];
  const isAmount =
    attribution.lemma === 'say' &&
    /^(?:about|over|around|under|nearly|like|up|more)$/.test(t.lower) &&
    isWord(next) &&
    /^(?:\d|half|two|three|four|five|six|seven|eight|nine|ten|a|one)/.test(next.lower);
  return isAmount ? wordsAt(frame, k, 'bare') : undefined;
}

/**
 * "said |in an interview with X that": the words follow where, when or about what they were said.
 */
function atOccasion(search: Search, k: number, t: Token): WordsAfter | undefined {
  const { frame, attribution } = search;
  const { kind, strength, end, naming, infinitive } = attribution;
  if (kind === 'asked' && strength === 3 && t.lower === 'to' && k > end)
    return wordsAt(frame, end, 'np');
  const isOccasion = PREPOSITIONS.has(t.lower) || /^(?:when|where|who)$/.test(t.lower);
  if (!isOccasion || naming || (infinitive && t.lower === 'to')) return undefined;
  return afterOccasion(search, k);
}

/**
 * Cues that take a phrase: "called |it a mess", "urged |them to go", "denied |the charge", "asked
 * |them whether".
 */
function atObject(search: Search, k: number, t: Token): WordsAfter | undefined {
  const { frame, attribution } = search;
  const { kind, naming, infinitive } = attribution;
  const takesObject =
    naming ||
    (infinitive && t.lower === 'to') ||
    kind === 'accused' ||
    kind === 'denied' ||
    kind === 'ordered';
  if (takesObject) return wordsAt(frame, k, 'np');
  return kind === 'asked' ? afterAsked(search, k, t) : undefined;
}

/** "asked |them, “Why?”", "asked |to be heard", "asked |them whether". */
function afterAsked({ frame, attribution }: Search, k: number, t: Token): WordsAfter {
  const { tokens, last } = frame;
  const quote = findQuote(tokens, k, last, 14);
  if (quote >= 0 && (is(tokens[quote - 1], ',') || is(tokens[quote - 1], ':')))
    return wordsAt(frame, quote, 'quote');
  if (t.lower === 'for' || t.lower === 'about' || attribution.strength === 1) return NOWHERE;
  if (t.lower === 'to') return wordsAt(frame, attribution.end, 'np');
  for (let m = k; m < Math.min(last, k + 5); m++) {
    const word = tokens[m];
    if (isWord(word) && /^(?:if|whether|how|why|what)$/.test(word.lower))
      return wordsAt(frame, m, 'wh');
  }
  return NOWHERE;
}

/** "said |the bridge was safe": a clause, unless it only says that nothing was said. */
function atClause({ frame, attribution }: Search, k: number, t: Token): WordsAfter {
  const { text, tokens, last } = frame;
  if (!attribution.bare) return NOWHERE;
  // "he said |while visiting Rome"
  if (t.lower === 'while' && lowerOf(tokens[k + 1]).endsWith('ing')) return NOWHERE;
  if (/^(?:so|yes|no|something|nothing|goodbye)$/.test(t.lower) && last - k < 3) return NOWHERE;
  if (saysNothing(text.slice(t.start, at(tokens, last - 1).end))) return NOWHERE;
  return wordsAt(frame, k, 'bare');
}
