/** What an attribution tells of the words at its sides. */
import type { Stretch } from '../../../engine/marks.ts';
import { at as tokenAt } from '../../../text/certain.ts';
import {
  CONJUNCTIONS,
  DETERMINERS,
  OBJECTS,
  PREPOSITIONS,
  RELATIVES,
  TIME,
  is,
  isWord,
  looksVerb,
  lowerOf,
  phraseAfter,
} from '../phrases.ts';
import type { Span } from '../../../model/records.ts';
import type { Token } from '../../../engine/draft.ts';
import { isCapitalised } from '../phrases/tokens.ts';
import { looksClause, saysNothing } from './clause-shape.ts';
import {
  NOWHERE,
  clauseText,
  endsSentenceBefore,
  endsWith,
  hasQuote,
  innerSpan,
  isTitle,
  type Attribution,
  type WordsAfter,
} from './frame.ts';
import { mayTell } from './may-tell.ts';
import { isQuotation } from './open-quotation.ts';
import { cueWords, type Place } from './place.ts';
import { isPutTo } from './prompts.ts';
import type { Told } from './told.ts';
import { wordsAround } from './words-around.ts';
import { leadsUp, mayBeTold, type WordsBefore } from './words-before.ts';
import { contentEnd, goesOnAfter } from './words-end.ts';

/**
 * The words told; "later" where there are none yet, so that they may come in the next paragraph;
 * "passed over" where a quotation that could be told has an attribution of its own.
 */
export type Outcome = Told | 'nothing' | 'passed over' | 'later';

/**
 * What the attribution of a place tells: words around it, before it, or after it, the first that it
 * may.
 */
export function toldAt(place: Place): Outcome {
  const around = wordsAround(place);
  if (around) return around;
  const { attribution, frame } = place;
  const before = tellable(place);
  const after = before && isTakenBack(before, place.after) ? NOWHERE : place.after;
  if (!mayTell(place, before !== null, after)) return 'nothing';
  if (before && !before.quote) return clauseBefore(place, before) ?? 'nothing';
  if (before?.quote && !(attribution.shares && attribution.form === 'ing')) {
    if (isQuotation(before.quote, frame.tokens, before.from))
      return quotationBefore(place, before, before.quote, after);
    if (after.at < 0) return 'nothing';
  }
  return after.at >= 0 ? toldAfter(place, after) : 'later';
}

/** The words before an attribution, if it may tell them. */
function tellable(place: Place): WordsBefore | null {
  const { before, frame, attribution, used, after } = place;
  if (!before) return null;
  if (!before.quote) return mayBeTold(frame, before, attribution, after.join) ? before : null;
  const isElsewhere = used.has(before.quote) || isQuestionPut(place, before);
  if (isElsewhere || isOfLeadUp(place, before)) return null;
  return isOfNextSentence(place, before, before.quote) ? null : before;
}

/** Cues that say no words but go with some: `“…,” he shrugged`. */
const GESTURE = 1;

/**
 * `“They left us in the cold.” |Director Holm declined to comment.`: a sentence of its own, behind a quotation that a full
 * stop ends, tells it only by a plain verb of saying with nothing of its own to tell; behind a question or an exclamation it
 * does unless a clause follows the verb.
 */
function isOfNextSentence(
  { frame, attribution, after }: Place,
  { to }: WordsBefore,
  quote: Stretch,
): boolean {
  const { text, tokens, last } = frame;
  const { begin, strength, negative, inverted, according, subject } = attribution;
  if (inverted || according || begin !== to || !isCapitalised(tokens[to])) return false;
  if (!endsSentenceBefore(text, quote)) return false;
  if (leadsToQuotation(tokens, after, endsWith(text, quote, /\.['’”"]?$/))) return true;
  if (subject?.kind === 'pronoun' && subject.from === to) return false;
  const tells = after.at >= 0 && after.join !== 'quote' && after.join !== 'colon';
  const hasOwnWords =
    isOfNoWords(tokens, attribution) ||
    (tells && isPerfect(tokens, attribution)) ||
    (tells && endsWith(text, quote, /\.['’”"]?$/) && opensClause(tokens, after.at, last)) ||
    (tells && (after.join !== 'bare' || looksClause(tokens, after.at, last)));
  if (negative || hasOwnWords) return true;
  const isDone = isDeed(tokens, attribution);
  // "“Stop!” |A dog barked.", but "“Stop!” |The guard barked."
  if (endsWith(text, quote, /[?!]['’”"]?$/)) return isDone && /^an?$/.test(lowerOf(tokens[to]));
  return strength <= GESTURE || isDone;
}

/** Words of the shortest clause that a noun opens: "said |a fall in sales, which went on, was to blame". */
const SHORTEST_CLAUSE = 6;

/** Whether a noun phrase begins at token `at`, with a verb further on. */
const opensClause = (tokens: readonly Token[], at: number, last: number): boolean =>
  last - at >= SHORTEST_CLAUSE &&
  DETERMINERS.has(lowerOf(tokens[at])) &&
  tokens.slice(at + 2, last).some((t) => isWord(t) && looksVerb(t));

/** "The hall |has announced plans": what has been done by now is told of no words before it. */
const isPerfect = (tokens: readonly Token[], { from, subject }: Attribution): boolean =>
  subject !== null &&
  tokens.slice(subject.to, from).some((t) => /^(?:has|have|had)$/.test(t.lower));

/** "said |nothing", "told her |to wait", "told the men |to go": what is said is named, and not in words. */
function isOfNoWords(tokens: readonly Token[], { lemma, to }: Attribution): boolean {
  if (lemma === 'say') return /^(?:nothing|little|no|so)$/.test(lowerOf(tokens[to]));
  if (lemma !== 'tell') return false;
  const whom = phraseAfter(tokens, to, to + LONGEST_LEAD);
  const behind = OBJECTS.has(lowerOf(tokens[to])) ? to + 1 : whom?.to;
  return behind !== undefined && /^(?:to|about)$/.test(lowerOf(tokens[behind]));
}

/** What is uttered without words, or about words of another; what animals, engines and crowds do as well. */
const WORDLESS =
  /^(?:sigh|groan|laugh|chuckle|sob|cry|scream|agree|bark|roar|howl|growl|snarl|croak|hiss|moan|whimper|yelp|whistle|boom|shriek|squeal|sing|cheer|hum)$/;

/** "Bob Ray |sighed.", "|confirmed the fault", "|joked about it": a deed told in a sentence of its own. */
function isDeed(tokens: readonly Token[], { lemma, to, end }: Attribution): boolean {
  if (lemma === 'say' || lemma === 'tell') return false;
  const next = tokens[Math.max(to, end)];
  if (WORDLESS.test(lemma)) return !isWord(next) || is(next, 'and');
  return isWord(next) && (is(next, 'about') || DETERMINERS.has(next.lower));
}

/** `“Stand aside.” |Ann Lee replied: “No.”`: a quotation of its own behind a colon, or behind a comma where a full stop ends the one before. */
const leadsToQuotation = (
  tokens: readonly Token[],
  { at, join }: WordsAfter,
  isStopped: boolean,
): boolean => tokens[at]?.kind === 'quote' && (join === 'colon' || (join === 'quote' && isStopped));

/**
 * Behind words told before the cue, other words go on with them after a mark only: "The plan, he
 * said, would fail".
 */
const isTakenBack = (before: WordsBefore, { join }: WordsAfter): boolean =>
  join === 'bare' || (join === 'np' && before.quote !== null);

/** "Asked, |“Was it worth it?”| Ann Lee said no": the answer does not tell the question. */
function isQuestionPut({ frame }: Place, { from: at }: WordsBefore): boolean {
  const { tokens, clause, previous } = frame;
  return isPutTo(tokens, at, at >= clause.from ? clause.from : (previous?.from ?? at));
}

/** Tokens of the longest "In her book “Rivers”,". */
const LONGEST_LEAD = 6;

const isTitled = (text: string, quote: Stretch | null): boolean =>
  quote !== null && isTitle(text.slice(quote.inner.start, quote.inner.end));

/** A quotation in what leads up to the sentence, where the words told come after the cue. */
function isOfLeadUp({ frame, after, attribution }: Place, before: WordsBefore): boolean {
  const { text, tokens, clause, last } = frame;
  const opening = tokens[clause.from];
  if (!opening || before.from <= clause.from) return false;
  const isWork = PREPOSITIONS.has(opening.lower) && before.to - clause.from <= LONGEST_LEAD;
  // "In the last part of “Rivers,” Ann Lee talks about fish"
  if (isWork && attribution.strength === GESTURE && isTitled(text, before.quote)) return true;
  if (after.at < 0) return false;
  // "Citing “bad weather,” the mayor said that …"
  const isParticiple =
    isWord(opening) &&
    /^[a-z]{3,}ing$/.test(opening.lower) &&
    !/thing$|^during$/.test(opening.lower);
  if (isParticiple) return true;
  // "In “Rivers”, Ann Lee argues that …"
  if (isWork && (after.join === 'that' || looksClause(tokens, after.at, last))) return true;
  // "Asked about the “old days,” Ann Lee said they were over"
  return (
    after.join === 'bare' &&
    leadsUp(opening) &&
    (looksClause(tokens, after.at, last) || hasQuote(tokens, after.at, last))
  );
}

/** `“A mess,” he said`, `It was “a mess,” he said`, `“We will,” he said, “pay.”` */
function quotationBefore(
  place: Place,
  before: WordsBefore,
  quote: Stretch,
  after: WordsAfter,
): Told {
  const { attribution } = place;
  const lead = wordsLeadingTo(place, before);
  const second = secondPart(place, quote, after);
  const first = lead ? { start: lead.span.start, end: quote.outer.end } : innerSpan(quote);
  const takes = [{ from: lead?.from ?? before.from, to: before.to }];
  if (second) takes.push({ from: after.at, to: after.at + 1 });
  return {
    where: 'quotation before',
    attribution,
    join: after.join,
    type: lead ? 'mixed' : 'direct',
    parts: second ? [first, innerSpan(second)] : [first],
    reasons: [`The words stand in quotation marks directly before “${cueWords(place)}”.`],
    takes,
    upTo: attribution.end,
    covers: 0,
  };
}

/**
 * Words before a quotation in its own sentence, which belong to the claim: `|It was “a mess,” he
 * said`.
 */
function wordsLeadingTo(
  { frame: { tokens, clause, previous }, earlier, floor }: Place,
  { from: to }: WordsBefore,
): { from: number; span: Span } | null {
  const from = to >= clause.from ? Math.max(clause.from, floor) : (previous?.from ?? to);
  // What a colon, a semicolon or a dash leads up to stands by itself.
  if (from >= to || /^(?:[:;]|—|–|--?)$/.test(lowerOf(tokens[to - 1]))) return null;
  if (earlier.some((other) => other.from < to && other.from >= from)) return null;
  const span = clauseText(tokens, from, to);
  return span && { from, span };
}

/**
 * The quotation behind the cue that goes on with the one before it: `“We will,” he said, |“pay.”`
 */
function secondPart(
  { frame: { text, tokens }, used }: Place,
  first: Stretch,
  { at, join }: WordsAfter,
): Stretch | null {
  const quote = tokens[at]?.quote;
  if (!quote || used.has(quote) || (join !== 'quote' && join !== 'colon')) return null;
  return is(tokens[at - 1], ',') && !endsSentenceBefore(text, first) ? quote : null;
}

const LINK =
  /^(?:still|also|however|instead|meanwhile|moreover|besides|nevertheless|nonetheless|indeed)$/;

/**
 * "The bridge would close, he said", "The plan, he said, would fail"; null where no word is left.
 */
function clauseBefore(place: Place, { from, to }: WordsBefore): Told | null {
  const { frame, attribution } = place;
  const { tokens } = frame;
  // "Still, the shop is open, he said": the link to the sentence before is the writer's.
  const hasLink = LINK.test(lowerOf(tokens[from])) && is(tokens[from + 1], ',');
  const start = hasLink ? from + 2 : from;
  const content = clauseText(tokens, start, to);
  if (!content) return null;
  const rest = restOfClause(place);
  // "found guilty of killing a man who, he said, |had done nothing"
  const isRelative = rest !== null && RELATIVES.has(lowerOf(tokens[to - 1]));
  const isAlone = rest?.isByComma && !attribution.according && isAdverbialAt(tokens, start);
  return {
    where: 'clause before',
    attribution,
    join: 'none',
    type: hasQuote(tokens, start, to) ? 'mixed' : 'indirect',
    // "During his years in office, he said, few noticed": the adverbial alone is nothing said
    parts: [...(isAlone || isRelative ? [] : [content]), ...(rest ? [rest.span] : [])],
    reasons: [`The sentence is attributed by “${cueWords(place)}” after it.`],
    takes: [{ from: start, to }],
    upTo: attribution.end,
    covers: 0,
  };
}

function isAdverbialAt(tokens: readonly Token[], k: number): boolean {
  const t = tokens[k];
  return isWord(t) && (PREPOSITIONS.has(t.lower) || CONJUNCTIONS.has(t.lower) || TIME.has(t.lower));
}

/**
 * "The plan, he said, |would fail": what goes on behind the cue with the clause before it; null if
 * nothing does.
 */
function restOfClause({
  frame,
  attribution,
  later,
}: Place): { span: Span; isByComma: boolean } | null {
  const { tokens } = frame;
  const { inverted, according, end, to } = attribution;
  const pause = according ? end : to;
  const mark = tokens[pause];
  const isByComma = is(mark, ',');
  if (inverted || !(isByComma || is(mark, '—') || is(mark, '–'))) return null;
  const restEnd = contentEnd(frame, attribution, later, pause + 1);
  const next = tokens[pause + 1];
  if (restEnd <= pause + 2 || (isWord(next) && isWriters(next, according))) return null;
  if (isByComma && !looksClause(tokens, pause + 1, restEnd)) return null;
  const span = clauseText(tokens, pause + 1, restEnd);
  return span && { span, isByComma };
}

/** Whether a word after ", he said," opens what the writer adds. */
const isWriters = ({ lower }: Token, isAccording: boolean): boolean =>
  RELATIVES.has(lower) ||
  /^(?:and|but|so|yet|or|while|although|though|whereas)$/.test(lower) ||
  (!isAccording &&
    (lower.endsWith('ing') ||
      /^(?:as|when|after|before|because|citing|an?|the|in|on|at)$/.test(lower)));

/** What stands after a cue: a quotation by itself, or a clause. */
function toldAfter(place: Place, found: WordsAfter): Told | 'nothing' | 'passed over' {
  const { frame, attribution, later, used } = place;
  const foundEnd = contentEnd(frame, attribution, later, found.at);
  const { at, join } = behindLead(place, found, foundEnd);
  const end = at === found.at ? foundEnd : contentEnd(frame, attribution, later, at);
  const { quote } = tokenAt(frame.tokens, at);
  if (quote && join === 'quote' && isOfNext(place, at, quote)) return 'passed over';
  if (!quote || used.has(quote) || goesOnAfter(frame, at, end, quote))
    return clauseAfter(place, { at, join }, end) ?? 'nothing';
  if (!isQuotation(quote, frame.tokens, at) && attribution.strength < 2) return 'nothing';
  return {
    where: 'quotation after',
    attribution,
    join,
    type: 'direct',
    parts: [innerSpan(quote)],
    reasons: [`The words stand in quotation marks directly after “${cueWords(place)}”.`],
    takes: [{ from: at, to: at + 1 }],
    upTo: at + 1,
    covers: 0,
  };
}

/** "explained |it this way: “…”": words too few for a claim only lead up to one. */
function behindLead({ frame: { tokens } }: Place, found: WordsAfter, end: number): WordsAfter {
  let colon = found.at;
  while (colon < end && colon - found.at < 4 && !is(tokens[colon], ':')) colon++;
  const isLead =
    colon > found.at &&
    is(tokens[colon], ':') &&
    tokens[colon + 1]?.kind === 'quote' &&
    !hasQuote(tokens, found.at, colon) &&
    !looksClause(tokens, found.at, colon);
  return isLead ? { at: colon + 1, join: 'colon' } : found;
}

/**
 * "Nothing the mayor said |“will calm them,” the clerk said": the quotation has an attribution of
 * its own.
 */
function isOfNext({ frame: { text, tokens }, later }: Place, at: number, quote: Stretch): boolean {
  const [next] = later;
  if (!next || is(tokens[at - 1], ',')) return false;
  const { begin, from, form, shares, according, subject } = next;
  if ((begin !== at + 1 && from !== at + 1) || form === 'ing' || shares || according) return false;
  const { start, end } = quote.inner;
  return (
    subject !== null &&
    subject.from > at &&
    text[end - 1] === ',' &&
    /^\p{Ll}/u.test(text.slice(start, start + 2))
  );
}

/** "said |the bridge was “a mess” of the worst kind"; null where too little stands there. */
function clauseAfter(place: Place, { at, join }: WordsAfter, end: number): Told | null {
  const { frame, attribution } = place;
  const { tokens } = frame;
  const content = end > at ? clauseText(tokens, at, end) : null;
  if (!content) return null;
  const hasMarks = hasQuote(tokens, at, end);
  if (!hasMarks && saysNothing(frame.text.slice(content.start, content.end))) return null;
  const isTooShort = end - at < 2 && join !== 'np';
  const isHeading = join === 'colon' && attribution.strength < 2;
  if (!hasMarks && (isTooShort || isHeading)) return null;
  const cue = cueWords(place);
  const reasons = [
    join === 'that' ? `The words follow “${cue} … that”.` : `The words follow “${cue}”.`,
  ];
  if (hasMarks) reasons.push('Some of them stand in quotation marks.');
  return {
    where: 'clause after',
    attribution,
    join,
    type: hasMarks ? 'mixed' : 'indirect',
    parts: [content],
    reasons,
    takes: [{ from: at, to: end }],
    upTo: end,
    covers: end,
  };
}
