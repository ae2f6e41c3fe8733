/** The subject that stands before its verb. */
import { CUES } from '../cues.ts';
import { CONJUNCTIONS, isPronoun, PRONOUNS, RELATIVES } from '../lexicon/closed-class.ts';
import { TIME } from '../lexicon/time.ts';
import { HONORIFIC, LETTERS_AFTER, TITLES } from '../lexicon/titles.ts';
import type { Token } from '../words.ts';
import { nameInApposition } from './apposition.ts';
import { isName, isOfficeName, phrase, type Phrase } from './kinds.ts';
import { nameBehindPreposition, nounBehindPreposition, peopleOfBody, stateBefore } from './led.ts';
import { behindPlacing } from './placing.ts';
import { isCounted, phraseStart, trimLeft } from './start.ts';
import {
  is,
  isAdverb,
  isApostrophe,
  isAuxiliary,
  isCapitalised,
  isDeterminer,
  isOfName,
  isParticipleOfNoun,
  isPreposition,
  isWord,
  looksVerb,
  lowerOf,
} from './tokens.ts';

/** Either the search ends with what it found, or it goes on at a token further left. */
type Step = { found: Phrase | null } | { goOn: number; apposed?: Phrase['apposed'] };

const NOTHING: Step = { found: null };
/** How many bits between a subject and its cue are stepped over. */
const MOST_STEPS = 6;

/**
 * The subject that stands directly before token `at`, within the sentence that begins at `from`.
 */
export function subjectBefore(tokens: readonly Token[], at: number, from: number): Phrase | null {
  let j = at - 1;
  let apposed: Phrase['apposed'] = null;
  for (let steps = 0; steps < MOST_STEPS && j >= from; steps++) {
    const isLast = steps === MOST_STEPS - 1;
    const step =
      overMark(tokens, j, from) ??
      overTime(tokens, j, from) ??
      atFunctionWord(tokens, j, from) ??
      overRelativeClause(tokens, j, from) ??
      atNoun(tokens, j, from, isLast);
    if ('found' in step) {
      if (!step.found) return null;
      const isDescribed = step.found.kind === 'description' || isOfficeName(tokens, step.found);
      return apposed && isDescribed ? { ...step.found, kind: 'description', apposed } : step.found;
    }
    apposed = step.apposed ?? apposed;
    j = step.goOn;
  }
  return null;
}

/** Over a pair of commas, dashes or brackets, a point of a name, an apostrophe; null at a word. */
function overMark(tokens: readonly Token[], j: number, from: number): Step | null {
  const t = tokens[j];
  if (t?.kind === 'quote') return NOTHING;
  if (t?.kind !== 'punct') return null;
  if (/^[),—–]$/.test(t.lower)) {
    const open = partner(tokens, j, from);
    if (open <= from) return NOTHING;
    const clause = clauseAround(tokens, open, from);
    if (clause > from) return { goOn: clause - 1 };
    const apposed = t.lower === ')' ? null : nameInApposition(tokens, open + 1, j);
    return { goOn: open - 1, apposed };
  }
  if (isApostrophe(t) || (t.lower === '.' && isCapitalised(tokens[j - 1]))) return { goOn: j - 1 };
  return NOTHING;
}

/** "Ann Lee|, who came with her deputy|, Bob Ray, said", "|, whose deputy, Bob Ray|, left, said": the comma that opens the clause around an apposition; -1 if none does. */
function clauseAround(tokens: readonly Token[], open: number, from: number): number {
  const outer = is(tokens[open], ',') ? partner(tokens, open, from) : -1;
  const [before, head] = [tokens[outer - 1], tokens[outer + 1]];
  if (outer <= from || !isWord(before) || !isWord(head)) return -1;
  if (/^who(?:se)?$/.test(head.lower)) return outer;
  if (before.cap && !head.cap && /\p{L}{2}ing$/u.test(head.lower)) return outer;
  const whose = isName(tokens, outer + 1, open) ? partner(tokens, outer, from) : -1;
  return whose > from && is(tokens[whose + 1], 'whose') ? whose : -1;
}

/** The token that opens what the bracket, comma or dash at `at` closes; -1 if there is none. */
function partner(tokens: readonly Token[], at: number, from: number): number {
  const mark = lowerOf(tokens[at]);
  const opening = mark === ')' ? '(' : mark;
  for (let k = at - 1; k >= from && at - k < 50; k--) {
    const t = tokens[k];
    if (!t) return -1;
    if (t.kind === 'quote' && mark === ',' && t.end - t.start > 40) return -1;
    if (t.kind === 'punct' && t.lower === opening) return k;
    if (mark === ',' && t.kind === 'punct' && t.lower === ')') {
      const open = partner(tokens, k, from);
      if (open < 0) return -1;
      k = open;
    }
  }
  return -1;
}

const NOW = /^(?:today|yesterday|tonight)$/;

/** "The fund this week said", "Lee later Thursday told". */
function overTime(tokens: readonly Token[], j: number, from: number): Step | null {
  const t = tokens[j];
  const which = tokens[j - 1];
  const noun = tokens[j - 2];
  // "Ann Lee, |48|, who keeps the bridge, said"
  if (t && /^\d+$/.test(t.lower) && is(which, ',') && j - 2 > from && !isWord(tokens[j + 1]))
    return { goOn: j - 2 };
  // "Acme, a maker of robots, |today| announced"
  if (t && NOW.test(t.lower) && is(which, ',') && j - 2 > from) return { goOn: j - 1 };
  if (!t || !TIME.has(t.lower) || j - 2 < from || !isWord(which) || !isWord(noun)) return null;
  const isWhen =
    /^(?:this|last)$/.test(which.lower) ||
    (t.cap && /^(?:early|late|later|earlier)$/.test(which.lower));
  const isSubject =
    !isPreposition(noun) && !CUES.has(noun.lower) && (noun.cap || !noun.lower.endsWith('ed'));
  if (!isWhen || !isSubject) return null;
  // "Acme |earlier| this month said"
  const isEarlier = /^(?:early|late|later|earlier)$/.test(noun.lower) && isWord(tokens[j - 3]);
  return { goOn: isEarlier && j - 3 >= from ? j - 3 : j - 2 };
}

/** At a pronoun, a relative or a conjunction the search ends. */
function atFunctionWord(tokens: readonly Token[], j: number, from: number): Step | null {
  const lower = lowerOf(tokens[j]);
  const before = tokens[j - 1];
  if (
    RELATIVES.has(lower) ||
    (lower === 'that' && j > from && isWord(before) && !CUES.has(before.lower))
  )
    return isQuestion(tokens, j) ? NOTHING : { found: relativeAt(tokens, j, from) };
  if (PRONOUNS.has(lower)) return { found: phrase(tokens, j, j + 1) };
  // "There are reports that": nobody is named.
  if (lower === 'there' || lower === 'then' || CONJUNCTIONS.has(lower)) return NOTHING;
  return null;
}

/**
 * "Ann Lee, who", "many of whom", "It was Ann Lee, not Bob Ray, who": with the phrase it stands
 * for.
 */
function relativeAt(tokens: readonly Token[], j: number, from: number): Phrase {
  const isOfWhom =
    is(tokens[j], 'whom') && is(tokens[j - 1], 'of') && j - 2 >= from && isWord(tokens[j - 2]);
  const head = isOfWhom ? j - 2 : j;
  const comma = is(tokens[head - 1], ',') ? 1 : 0;
  const state = stateBefore(tokens, head - comma);
  if (comma && state > from)
    return {
      ...phrase(tokens, head, j + 1),
      kind: 'relative',
      antecedent: nearest(tokens, subjectBefore(tokens, state, from)),
    };
  const named = nameBehindPreposition(tokens, head - comma, from);
  if (named >= 0)
    return {
      ...phrase(tokens, head, j + 1),
      kind: 'relative',
      antecedent:
        peopleOfBody(tokens, named, head - comma, from) ?? phrase(tokens, named, head - comma),
    };
  let antecedent =
    head - 1 - comma >= from ? nearest(tokens, subjectBefore(tokens, head - comma, from)) : null;
  if (!antecedent || opensWithVerb(tokens, antecedent))
    antecedent = nounBehindPreposition(tokens, head - comma, from) ?? antecedent;
  const not = antecedent ? antecedent.from - 1 : -1;
  if (comma && not > from && is(tokens[not], 'not') && is(tokens[not - 1], ','))
    antecedent = nearest(tokens, subjectBefore(tokens, not - 1, from));
  return { ...phrase(tokens, head, j + 1), kind: 'relative', antecedent };
}

/** "|opposed by| several workers", "|working with| the board", "|lives with| his mother": no noun phrase. */
function opensWithVerb(tokens: readonly Token[], { from, kind }: Phrase): boolean {
  const [verb, link] = [tokens[from], tokens[from + 1]];
  if (kind !== 'description' || !isWord(verb) || verb.cap || isDeterminer(verb)) return false;
  const isVerb =
    /(?:ing|ed)$|^(?:come|gone|been|taken|made|given|seen)$/.test(verb.lower) ||
    isPronoun(lowerOf(tokens[from - 1]));
  return isVerb && isPreposition(link) && !is(link, 'of');
}

/** "They learned |who had written it": a question, no relative clause. */
const isQuestion = (tokens: readonly Token[], j: number): boolean =>
  is(tokens[j], 'who') &&
  /^(?:learn(?:ed|t)?|knows?|knew|found|discover(?:ed)?|asks?|asked|sees?|saw|wonder(?:s|ed)?|decide[sd]?|understands?|remembers?|remembered|guess(?:ed)?|realised|realized|out)$/.test(
    lowerOf(tokens[j - 1]),
  );

/** "The man who shot her said": from the verb to the man. */
function overRelativeClause(tokens: readonly Token[], j: number, from: number): Step | null {
  if (!looksVerb(tokens[j]) || isParticipleOfNoun(tokens, j)) return null;
  const who = relativeBefore(tokens, j, from);
  return who < 0 ? NOTHING : { goOn: who - 1 };
}

/** At the last word of a noun phrase: the phrase, unless it belongs to something before it. */
function atNoun(tokens: readonly Token[], j: number, from: number, isLast: boolean): Step {
  // "Ann Lee of Fresno, |Calif.|, said": the second half of a place
  const state = is(tokens[j + 1], ',') ? stateBefore(tokens, j + 1) : -1;
  if (state > from) return { goOn: state - 1 };
  // "Mr. Lee's": whose, not who.
  if (lowerOf(tokens[j]).endsWith("'s") && tokens[j + 1]?.kind === 'word') return NOTHING;
  const rawStart = phraseStart(tokens, j, from);
  if (rawStart < 0) return NOTHING;
  const start = behindSource(tokens, trimLeft(tokens, rawStart, j), j);
  // "The man who shot Ann Lee said": the man.
  const who =
    start > from && looksVerb(tokens[start - 1]) ? relativeBefore(tokens, start - 1, from) : -1;
  if (who >= 0) return { goOn: who - 1 };
  const behind = behindPlacing(tokens, start, j + 1, from);
  if (behind > start) return { found: phrase(tokens, behind, j + 1) };
  // "who in 2010 said": an adverbial between the subject and its cue.
  if (isPreposition(tokens[start]) && !isCounted(tokens, start, j) && !isBodyLed(tokens, start, j))
    return { goOn: start - 1 };
  if ((isDeterminer(tokens[j]) && start < j) || isPreposition(tokens[j])) return NOTHING;
  if (!isLast && (isAppositionAt(tokens, start, j, from) || isOfficeAt(tokens, start, from)))
    return { goOn: start - 2 };
  if (start === j && isLettersAt(tokens, j, from)) return { goOn: j - 2 };
  const first = isAdjectivePair(tokens, start, j, from) ? start - 3 : start;
  const made = placed(tokens, start, j, from) ?? phrase(tokens, first, j + 1);
  return isNoNoun(tokens, start, made) ? NOTHING : { found: made };
}

/** "According to Ann Lee |the mayor said|": where the subject begins behind a source that no comma closes; it ends with token `j`. */
export function behindSource(tokens: readonly Token[], start: number, j: number): number {
  if (!is(tokens[start - 1], 'to') || !is(tokens[start - 2], 'according')) return start;
  for (let k = start + 1; k <= j; k++) {
    const t = tokens[k];
    const opens = isWord(t) && (t.cap ? HONORIFIC.test(t.lower) : isDeterminer(t));
    if (opens && isCapitalised(tokens[k - 1])) return k;
  }
  return start;
}

/** "|Under Armour| said": a name of two words of which the first seldom leads to where somebody is. */
const isBodyLed = (tokens: readonly Token[], start: number, j: number): boolean =>
  j - start === 1 &&
  isCapitalised(tokens[start]) &&
  isCapitalised(tokens[j]) &&
  /^(?:under|over|beyond|above|behind)$/.test(lowerOf(tokens[start]));

/** "Reacting, the mayor said": a participle alone at the head of a sentence. */
const OPENING =
  /^(?:reacting|replying|responding|speaking|commenting|answering|continuing|concluding|contributing|intervening|elaborating|explaining|testifying|reflecting|adding|retorting|asked|pressed|questioned|contacted|interviewed)$/;

const isOpening = (t: Token | undefined): boolean =>
  OPENING.test(lowerOf(t)) || /-\p{L}+ing$/u.test(lowerOf(t));

/** "Ann Lee, the mayor, said": from the apposition to the name before it. */
function isAppositionAt(tokens: readonly Token[], start: number, j: number, from: number): boolean {
  const head = tokens[start];
  const describes = isDeterminer(head) || !isCapitalised(head) || /^\d+$/.test(head.lower);
  if (
    start - 1 <= from ||
    !is(tokens[start - 1], ',') ||
    !describes ||
    !isWord(tokens[start - 2]) ||
    !isCapitalised(tokens[start - 2]) ||
    !is(tokens[j + 1], ',')
  )
    return false;
  const name = phraseStart(tokens, start - 2, from);
  if (name < 0 || (start - 2 === from && isOpening(tokens[from]))) return false;
  // "In Rome, the writer Ann Lee, …, said": no name to go on to, only a place.
  const isPlace =
    isPreposition(tokens[name]) ||
    (name > from && isWord(tokens[name - 1]) && isPreposition(tokens[name - 1]));
  return (
    !(isPlace && isCapitalised(tokens[j])) &&
    isName(tokens, trimLeft(tokens, name, start - 2), start - 1)
  );
}

/** "Ann Lee, |Chair of the Ferry Union said": an office that no comma closes, behind the whole name at the head of a sentence. */
function isOfficeAt(tokens: readonly Token[], start: number, from: number): boolean {
  const [office, link] = [tokens[start], tokens[start + 1]];
  return (
    start - 3 >= from &&
    is(tokens[start - 1], ',') &&
    TITLES.has(lowerOf(office)) &&
    /^(?:of|for|at)$/.test(lowerOf(link)) &&
    !TIME.has(lowerOf(tokens[from])) &&
    isName(tokens, from, start - 1)
  );
}

/** "Ann Lee, |Ph.D.| said", "Ann Lee, |Jr.| said": what is set behind a whole name, with one comma. */
function isLettersAt(tokens: readonly Token[], j: number, from: number): boolean {
  const letters = lowerOf(tokens[j]).replaceAll('.', '');
  if (!is(tokens[j - 1], ',') || !(SUFFIX.test(letters) || LETTERS.test(letters))) return false;
  const name = phraseStart(tokens, j - 2, from);
  return name >= 0 && name < j - 2 && !isPreposition(tokens[name]) && isName(tokens, name, j - 1);
}
const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;
const LETTERS = new RegExp(LETTERS_AFTER.source, 'i');

/** "The tired, |angry voters said". */
function isAdjectivePair(
  tokens: readonly Token[],
  start: number,
  j: number,
  from: number,
): boolean {
  const head = tokens[start];
  const first = tokens[start - 2];
  const article = tokens[start - 3];
  const ahead = tokens[start - 4];
  return (
    is(tokens[start - 1], ',') &&
    start - 3 >= from &&
    (start - 3 === from || !isWord(ahead) || is(ahead, 'that')) &&
    !isCapitalised(head) &&
    !isDeterminer(head) &&
    start < j &&
    isWord(first) &&
    !first.cap &&
    isWord(article) &&
    /^(?:the|an?|his|her|their|its|one|some)$/.test(article.lower)
  );
}

/** A single word that only looks like a noun: "there", "did", "wounded". */
function isNoNoun(tokens: readonly Token[], start: number, made: Phrase): boolean {
  const head = tokens[start];
  return (
    made.kind === 'description' &&
    made.to - made.from === 1 &&
    (isPreposition(head) ||
      isAuxiliary(head) ||
      /^(?:there|here|so|thus)$/.test(lowerOf(head)) ||
      (lowerOf(head).endsWith('ed') && !isCapitalised(head)))
  );
}

const OF_MIND = /^(?:thinks?|thought|believes?|believed|knows?|knew|hopes?|hoped|feels?|felt)$/;
const NO_HEAD = /^(?:one|someone|anyone|somebody|anybody|asked|asking|about)$/;

/**
 * The "who" right before a verb, where a noun and no comma stands before it; -1 if there is none,
 * or if the verb may tell words itself.
 */
function relativeBefore(tokens: readonly Token[], verb: number, from: number): number {
  const lower = lowerOf(tokens[verb]);
  // "who |filed the letter| recalled that": what is reported there is no clause
  const isOfObject = isDeterminer(tokens[verb + 1]) && isWord(tokens[verb + 2]);
  if ((CUES.has(lower) && !isOfObject) || OF_MIND.test(lower)) return -1;
  let k = verb - 1;
  while (k > from && (isAuxiliary(tokens[k]) || isAdverb(tokens[k]))) k--;
  const noun = tokens[k - 1];
  if (k - 1 < from || !(is(tokens[k], 'who') || is(tokens[k], 'which')) || !isWord(noun)) return -1;
  const isHead =
    !looksVerb(noun) &&
    !CONJUNCTIONS.has(noun.lower) &&
    !isPreposition(noun) &&
    !NO_HEAD.test(noun.lower);
  return isHead ? k : -1;
}

/**
 * "Ann Lee of Springfield, New South Wales said": the name before a place in two parts; null if
 * this is none.
 */
function placed(
  tokens: readonly Token[],
  start: number,
  last: number,
  from: number,
): Phrase | null {
  if (start - 4 < from || !is(tokens[start - 1], ',') || !isName(tokens, start, last + 1))
    return null;
  const isNameWord = (k: number): boolean => isWord(tokens[k]) && isCapitalised(tokens[k]);
  let k = start - 2;
  while (k > from && start - k < 6 && isNameWord(k)) k--;
  const link = tokens[k];
  if (!isWord(link) || !/^(?:of|from)$/.test(link.lower) || k === start - 2) return null;
  let name = k;
  while (name > from && k - name < 5 && isNameWord(name - 1)) name--;
  if (k - name < 2 || (name > from && !is(tokens[name - 1], ','))) return null;
  return phrase(tokens, name, last + 1);
}

/** For "who": of a phrase that ends in a name, the name and the words of office before it. */
function nearest(tokens: readonly Token[], found: Phrase | null): Phrase | null {
  if (!found || found.kind === 'pronoun' || !isCapitalised(tokens[found.to - 1])) return found;
  let start = found.to;
  while (start > found.from && isOfName(tokens[start - 1])) start--;
  return start > found.from && isPreposition(tokens[start - 1])
    ? phrase(tokens, start, found.to)
    : found;
}
