/** Which words before an attribution it may tell. */
import type { Token } from '../../../engine/draft.ts';
import type { Stretch } from '../../../engine/marks.ts';
import {
  CONJUNCTIONS,
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  TIME,
  is,
  isAuxiliary,
  isWord,
  looksVerb,
  lowerOf,
  phraseAfter,
  type Phrase,
} from '../phrases.ts';
import { skipTime } from './clause-shape.ts';
import {
  endsWith,
  hasQuote,
  isAdverbial,
  type Attribution,
  type Frame,
  type Join,
} from './frame.ts';
import type { Run } from './told.ts';
import { INVERTING } from './word-lists.ts';

/** Words before an attribution. */
export interface WordsBefore extends Run {
  /** The quotation that they are, if they are one. */
  readonly quote: Stretch | null;
  /** Who speaks, read with these words in view. */
  readonly subject: Phrase | null;
}

/**
 * Where the words before an attribution begin and end, or null; those of earlier attributions end
 * at `floor`.
 */
export function wordsBefore(
  frame: Frame,
  attribution: Attribution,
  floor: number,
): WordsBefore | null {
  const { text, tokens, clause } = frame;
  const { begin, according, subject } = attribution;
  const { end, isApart } = endBefore(frame, begin);
  const prior = tokens[end - 1];
  // also over the end of a sentence: "…?" Smith asked, "…." The diplomat said
  const first = Math.max(clause.from, floor);
  if (prior?.quote) {
    // "The boat was “a coffin” according to a passenger"
    if (
      according &&
      !isApart &&
      begin - first >= 3 &&
      !endsWith(text, prior.quote, /[.,!?…—-]['’”"]?$/)
    )
      return { from: Math.max(first, frame.from), to: end, quote: null, subject };
    const isPhrase = prior.end - prior.start < 30 && !isApart;
    return isPhrase && !endsWith(text, prior.quote, /[.,!?…—-]['’”"]?$/)
      ? null
      : { from: end - 1, to: end, quote: prior.quote, subject };
  }
  const quoted = quoteBefore(frame, attribution, end, floor);
  if (quoted) return quoted;
  // "Ann Lee leads by 271 votes according to a count"
  const runsOn =
    according &&
    isWord(prior) &&
    (begin - first >= 5 || tokens.slice(first, begin).some(looksVerb));
  if ((!isApart && !runsOn) || end <= first) return null;
  const from = Math.max(first, frame.from);
  return from < end ? { from, to: end, quote: null, subject } : null;
}

const isPause = (t: Token | undefined): boolean => is(t, ',') || is(t, '—') || is(t, '–');

/**
 * One past the words before an attribution, and whether a comma, a dash or "as" sets them apart
 * from it.
 */
function endBefore({ tokens, clause }: Frame, begin: number): { end: number; isApart: boolean } {
  const hasPause = isPause(tokens[begin - 1]);
  const end = hasPause ? begin - 1 : begin;
  const isAs = is(tokens[end - 1], 'as') && is(tokens[end - 2], ',') && begin - 2 > clause.from;
  return isAs ? { end: end - 2, isApart: true } : { end, isApart: hasPause };
}

/**
 * `“We lost,” Ann Lee, 40, of Rome, said`: the quotation that ends in a comma where nothing but the
 * speaker stands between it and the cue; null if there is none. The subject becomes the phrase
 * right after the quotation.
 */
function quoteBefore(
  frame: Frame,
  attribution: Attribution,
  end: number,
  floor: number,
): WordsBefore | null {
  const { text, tokens, clause } = frame;
  const { according, inverted, shares, form } = attribution;
  const first = Math.max(clause.from, floor);
  const isPlain = !according && !inverted && !shares && (form === 'past' || form === 's');
  if (!isPlain || end <= first) return null;
  let k = end - 1;
  while (k > first && end - k < 40 && tokens[k]?.kind !== 'quote') k--;
  const quote = tokens[k]?.quote;
  if (!quote || k + 1 >= end || !endsWith(text, quote, /[,?!]['’”"]?$/)) return null;
  if (k > first && !is(tokens[k - 1], ',')) return null;
  const speaker = phraseAfter(tokens, k + 1, end);
  if (!speaker || speaker.kind === 'pronoun' || !is(tokens[speaker.to], ',')) return null;
  if (!isOnlyDescribed(tokens, speaker.to, end)) return null;
  const subject = nearer(tokens, attribution.subject, speaker);
  return { from: k, to: k + 1, quote, subject };
}

/**
 * ", 40, of Rome,": no verb of the speaker's own, which would make this another clause, unless it
 * stands after "who".
 */
function isOnlyDescribed(tokens: readonly Token[], from: number, to: number): boolean {
  let isRelative = false;
  for (const t of tokens.slice(from, to)) {
    if (t.kind === 'punct' && !/^[,.()’'&-]$/.test(t.lower)) return false;
    if (!isWord(t)) continue;
    if (RELATIVES.has(t.lower) || t.lower === 'whose') isRelative = true;
    const opensClause =
      (PRONOUNS.has(t.lower) || CONJUNCTIONS.has(t.lower)) && !/^(?:and|i)$/.test(t.lower);
    if (!isRelative && (looksVerb(t) || opensClause)) return false;
  }
  return true;
}

/** Of the subject read before the cue and the speaker named behind the quotation, who speaks. */
function nearer(tokens: readonly Token[], subject: Phrase | null, speaker: Phrase): Phrase | null {
  if (speaker.kind === 'name' && !DETERMINERS.has(lowerOf(tokens[speaker.from]))) return speaker;
  if (subject && subject.from > speaker.from && subject.kind === 'description')
    return { ...subject, from: speaker.from };
  return subject;
}

/** "|Asked| whether she would go, Ann Lee said no". */
const isPrompt = ({ lower }: Token, { according }: Attribution): boolean =>
  !according && /^(?:asked|pressed|questioned|quizzed|challenged|told|reminded)$/.test(lower);

/** "If it fails, the crew |asked for| help". */
const isRequest = ({ tokens }: Frame, { lemma, to }: Attribution): boolean =>
  lemma === 'ask' && /^(?:for|about|to)$/.test(lowerOf(tokens[to]));

/**
 * A clause before ", he said" that can be the words said: it has a verb, and is no mere adverbial.
 */
export function mayBeTold(
  frame: Frame,
  { from, to }: Run,
  attribution: Attribution,
  join: Join,
): boolean {
  const { tokens } = frame;
  const { inverted, according, form, shares, subject, strength, lemma } = attribution;
  // "In June, he said X": words follow, so what stands before is an adverbial or another clause.
  if (join !== 'none' && !(join === 'bare' && (inverted || according))) return false;
  if ((form === 'ing' && !according) || shares || subject?.kind === 'relative') return false;
  if (isRequest(frame, attribution)) return false;
  if (strength === 1 || (strength === 2 && !INVERTING.has(lemma) && lemma !== 'out')) return false;
  // "The bridge, she said, would be safe": a subject is enough where its verb follows.
  const verbFollows = is(tokens[attribution.to], ',') && isAuxiliary(tokens[attribution.to + 1]);
  if (to - from < 3 && !hasQuote(tokens, from, to) && !verbFollows) return false;
  let k = from;
  while (k < to && tokens[k]?.kind === 'punct') k++;
  const first = tokens[k];
  if (!isWord(first)) return true;
  if (to - from < 6 && (PREPOSITIONS.has(first.lower) || TIME.has(first.lower))) return false;
  // "In a letter to the board, Ann Lee wrote:": the words come in the next paragraph.
  if (frame.isLast && is(tokens[frame.clause.to - 1], ':') && PREPOSITIONS.has(first.lower))
    return false;
  // "Asked whether she would go, Ann Lee said no": what somebody was asked, she did not say.
  return !isPrompt(first, attribution) || tokens.slice(from, to).some((t) => is(t, ','));
}

/**
 * Whether an attribution behind a comma, with nothing after it that it could tell, has the sentence
 * up to it.
 */
export function hasItAll(frame: Frame, closing: Attribution, before: Attribution): boolean {
  const { tokens } = frame;
  if (before.according || before.shares || before.begin >= closing.begin) return false;
  if (!is(tokens[closing.begin - 1], ',') || closing.subject === null) return false;
  // "The raid killed six, the ministry said, according to the Bay Times": it tells what stands before it.
  if (closing.according && Math.max(before.end, before.to) === closing.begin - 1) return false;
  return closing.according
    ? endsWithSource(frame, closing.subject, before)
    : endsWithSpeaker(frame, closing, closing.subject);
}

/** "Ann Lee told the paper that the bridge was safe, according to two people who heard her". */
function endsWithSource({ tokens, last }: Frame, source: Phrase, before: Attribution): boolean {
  return (
    last - source.to < 12 &&
    tokens.slice(source.to, last).every(isWord) &&
    (before.form === 'past' || before.form === 's')
  );
}

/** "Bob Ray said the bridge was safe, Ann Lee told the paper on Monday". */
function endsWithSpeaker(
  { tokens, last }: Frame,
  { shares, negative, strength, form, addressee, end }: Attribution,
  speaker: Phrase,
): boolean {
  if (shares || negative || strength < 2 || (form !== 'past' && form !== 's')) return false;
  if (speaker.kind !== 'name' && !DETERMINERS.has(lowerOf(tokens[speaker.from]))) return false;
  const to = addressee ? phraseAfter(tokens, end, last) : null;
  return skipTime(tokens, to?.to ?? end, last) >= last;
}

/** Words that open an adverbial or a participle: "After", "Asked", "Commenting". */
export const leadsUp = (t: Token): boolean =>
  isAdverbial(t) || (isWord(t) && t.lower.length > 4 && /(?:ed|ing)$/.test(t.lower));
