/** "Ann Lee said", "said Ann Lee": a verb with its subject in the same clause. */
import type { Token } from '../../../engine/draft.ts';
import { CUES } from '../cues.ts';
import {
  CONJUNCTIONS,
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  TIME,
  is,
  isWord,
  looksVerb,
  lowerOf,
  phraseAfter,
  pronounAt,
  sentenceSubject,
  subjectBefore,
  type Phrase,
} from '../phrases.ts';
import { headEnd } from './clause-shape.ts';
import type { Attribution, Frame } from './frame.ts';
import { blankAt, finish, sharedOf, type CueForm, type Reading } from './readings.ts';
import { isSignedBy } from '../phrases/after.ts';
import { INVERTING } from './word-lists.ts';

const PLURAL =
  /(?:[^s]s|people|police|men|women|children|media|staff|some|many|others|most|several|few|those|they|we|i|you|both|all|who|which|that|public|couple|team|family)$/;

/** "said Ann Lee": the subject stands behind its verb. */
export function invertedOf(frame: Frame, reading: Reading): Attribution | null {
  const { tokens, from } = frame;
  const { i, to, cue, a, negative } = reading;
  const isHead = i === from || isThen(frame, i - 1);
  const isNext = a === i || isThen(frame, a);
  if (!mayInvert(frame, reading) || !isNext || !(isHead || opensBehind(tokens[i - 1]))) return null;
  const subject = phraseBehind(frame, to);
  if (!subject || !(isWhole(frame, subject) || isDescribedBehind(frame, i, subject))) return null;
  if (subject.kind === 'pronoun' && !/^(?:he|she|they|i|we)$/.test(lowerOf(tokens[subject.from])))
    return null;
  // After a comma an apposition may have ended: "Lee, the mayor, said officials in Rome knew".
  const isBehindMarks =
    tokens[i - 1]?.kind === 'quote' || (is(tokens[i - 1], ',') && tokens[i - 2]?.kind === 'quote');
  if (!isBehindMarks && (!isSure(frame, reading, subject) || holdsVerb(tokens, subject)))
    return null;
  const isOther = (): boolean =>
    !isHead && (closesRelative(frame, i - 1) || isSpeakerBefore(frame, i, subject));
  if (!isBehindMarks && !closesSentence(frame, subject) && isOther()) return null;
  if (isHead && tokens[i - 1]?.kind !== 'quote' && !leadsOn(tokens, subject)) return null;
  return {
    ...blankAt(i),
    ...cue,
    to,
    subject,
    begin: i,
    end: subject.apposed ? subject.apposed.to : subject.to,
    inverted: true,
    negative,
  };
}

/** Whether the subject of a verb may stand behind it: "said Ann Lee", "Thus |spoke Ann Lee:". */
const mayInvert = (frame: Frame, { i, cue }: Reading): boolean =>
  (cue.form === 'past' || cue.form === 's') &&
  (INVERTING.has(cue.lemma) || (cue.lemma === 'speak' && isThen(frame, i - 1)));

/** "Said |Ann Lee|:": whether a mark behind a subject leads to the words. */
const leadsOn = (tokens: readonly Token[], subject: Phrase): boolean =>
  (is(tokens[subject.to], ':') || is(tokens[subject.to], ',')) && !isVerbAlone(tokens, subject);

/** "|Then| said Ann Lee:": the word alone before a verb whose subject stands behind it. */
const isThen = ({ tokens, from }: Frame, at: number): boolean =>
  at === from && /^(?:then|thus|so)$/.test(lowerOf(tokens[at]));

/** The phrase that may be the subject of a verb before it; null for "said |one recent morning". */
function phraseBehind({ tokens, last }: Frame, at: number): Phrase | null {
  const phrase = phraseAfter(tokens, at, last);
  // "Ann Lee, who knew, said |the same|"
  const isSame = phrase?.to === at + 2 && is(tokens[at], 'the') && is(tokens[at + 1], 'same');
  return isSame || UNIT_OF_TIME.test(lowerOf(tokens[phrase?.to ?? -1])) ? null : phrase;
}

const UNIT_OF_TIME =
  /^(?:mornings?|afternoons?|evenings?|nights?|days?|weeks?|weekends?|months?|years?)$/;

/** "Said |demurs|: “…”" is somebody of that name. */
const isVerbAlone = (tokens: readonly Token[], { from, to }: Phrase): boolean =>
  to - from === 1 && tokens[from]?.cap === false && /[^s]s$|ed$/.test(lowerOf(tokens[from]));

/** `“…,” said the clerk |I rang`: a clause without "who" tells of whoever is described. */
const isDescribedBehind = ({ tokens }: Frame, cue: number, { kind, to }: Phrase): boolean =>
  kind === 'description' &&
  tokens[cue - 1]?.kind === 'quote' &&
  PRONOUNS.has(lowerOf(tokens[to])) &&
  isWord(tokens[to + 1]);

/** "The manager, Ann Lee, |said the aide, whom he did not name, had left": no verb stands before the cue, so that who speaks does. */
function isSpeakerBefore({ tokens, last, from }: Frame, cue: number, { to }: Phrase): boolean {
  const before = tokens.slice(from, cue);
  const mayBeVerb = (t: Token): boolean =>
    isWord(t) && !t.cap && (looksVerb(t) || /(?:ed|[^s]s)$/.test(t.lower));
  return to < last && before.length > 0 && before.every((t) => t.kind !== 'quote' && !mayBeVerb(t));
}

/** "said Ann Lee, who keeps the bridge.": a name with which a sentence ends, but for what is told of whoever bears it. */
function closesSentence({ tokens, last }: Frame, { kind, to }: Phrase): boolean {
  if (kind !== 'name') return false;
  if (to >= last) return true;
  const opens = lowerOf(tokens[to + 1]);
  const isTold = is(tokens[to], ',') && (RELATIVES.has(opens) || /^(?:an?|the)$/.test(opens));
  const goesOn = tokens
    .slice(to + 1, last)
    .some((t, k) => is(t, ',') && looksVerb(tokens[to + k + 2]));
  return isTold && !goesOn;
}

/** "Another neighbour, who gave no name, |said Ann Lee once told him": the comma at `at` closes what "who" opened behind the subject. */
function closesRelative({ tokens, from }: Frame, at: number): boolean {
  if (!is(tokens[at], ',')) return false;
  let open = at - 1;
  while (open > from && !is(tokens[open], ',')) open--;
  // "One diplomat, speaking in private, |said Ann Lee knew"
  const isRelative = /^(?:who|which|whose|\p{L}{3,}(?:ing|ed))$/u.test(lowerOf(tokens[open + 1]));
  return open > from && isRelative && !tokens.slice(from, open).some(looksVerb);
}

/** A token behind which a verb may stand before its subject. */
const opensBehind = (t: Token | undefined): boolean =>
  t?.kind === 'quote' || ['—', '–', ',', '?', '!'].some((mark) => is(t, mark));

/** Whether no noun goes on behind a phrase. */
function isWhole({ tokens, last }: Frame, { to }: Phrase): boolean {
  const next = tokens[to];
  return (
    to >= last ||
    !isWord(next) ||
    RELATIVES.has(next.lower) ||
    PREPOSITIONS.has(next.lower) ||
    TIME.has(next.lower) ||
    CONJUNCTIONS.has(next.lower) ||
    // "said Ann Lee |citing her father"
    CUES.get(next.lower)?.form === 'ing' ||
    isSignedBy(next, tokens[to + 1])
  );
}

/**
 * Whether a phrase behind a verb is its subject, not what is said, where no quotation stands before
 * it.
 */
function isSure(frame: Frame, { i, cue }: Reading, subject: Phrase): boolean {
  const { tokens, last, from } = frame;
  if (i === from || subject.kind === 'pronoun') return true;
  if (isThen(frame, i - 1) && is(tokens[subject.to], ':')) return true;
  const isName = subject.kind === 'name';
  const endsSentence = subject.to >= last;
  if (cue.lemma === 'say')
    return (
      isName ||
      endsSentence ||
      DETERMINERS.has(lowerOf(tokens[subject.from])) ||
      is(tokens[subject.to], ',')
    );
  const isOfSaying =
    (cue.strength === 3 && !cue.addressee) || (cue.lemma === 'report' && cue.form === 's');
  return isOfSaying && isName && endsSentence;
}

/**
 * "The report, written by Ann Lee, says |police failed the town": no noun phrase, but what is said.
 */
const holdsVerb = (tokens: readonly Token[], { from, to }: Phrase): boolean =>
  tokens
    .slice(from + 1, to - 1)
    .some(
      (t, k) =>
        isWord(t) &&
        !t.cap &&
        t.lower.endsWith('ed') &&
        !DETERMINERS.has(lowerOf(tokens[from + k])),
    );

/** "Ann Lee said": the subject stands before its verb, or is shared with a verb before. */
export function finiteOf(
  frame: Frame,
  reading: Reading,
  earlier: readonly Attribution[],
): Attribution | null {
  const { tokens, from } = frame;
  const { i, to, cue, a, negative, modal } = reading;
  const isContracted = a < i && /^(?:he|she|they|i|we|you|it)'/.test(lowerOf(tokens[a]));
  if (!isContracted && a > from && /^(?:and|but|then|or)$/.test(lowerOf(tokens[a - 1])))
    return joinedOf(frame, reading, earlier);
  const isSaying = cue.strength === 3 || cue.lemma === 'tell';
  const aside = isSaying ? asideBefore(frame, a, earlier) : null;
  const subject = isContracted ? pronounAt(a) : subjectOf(frame, aside ? aside.begin - 1 : a);
  if (!subject) return behindComma(frame, reading, earlier);
  if (cue.form === 'base' && !modal && !negative && !isPlural(tokens, subject)) return null;
  if (isRepeated(tokens, subject, cue) || isOfObject(frame, subject, reading)) return null;
  const pronoun = subject.kind === 'pronoun' ? lowerOf(tokens[subject.from]) : '';
  if ((pronoun === 'it' || pronoun === 'you') && cue.strength < 3) return null;
  return finish(
    {
      ...blankAt(i),
      ...cue,
      to,
      subject,
      ...(aside && { passer: aside.subject }),
      begin: Math.min(subject.from, a),
      end: to,
      negative,
    },
    frame,
  );
}

/** Tokens of where a report stands. */
const LONGEST_PLACE = 6;

/** "Sources in Rome|, according to the Bay Times,| say": who passes on what the subject before it says; null for none. */
function asideBefore(
  { tokens, from }: Frame,
  a: number,
  earlier: readonly Attribution[],
): Attribution | null {
  const before = earlier.at(-1);
  if (!before?.according || !is(tokens[a - 1], ',') || a - 1 - before.end > LONGEST_PLACE)
    return null;
  // "a report |in the Bay Times|"
  const isWhole = tokens.slice(before.end, a - 1).every((t) => isWord(t) && !looksVerb(t));
  return isWhole && before.begin - 1 > from && is(tokens[before.begin - 1], ',') ? before : null;
}

/** "the same message |repeated over and over": what is said, not who says it. */
const isRepeated = (tokens: readonly Token[], subject: Phrase, { lemma, form }: CueForm): boolean =>
  lemma === 'repeat' &&
  form === 'past' &&
  /^(?:message|words?|refrain|mantra|line|phrase|claim|question|story|warning|slogan|advice|lie|promise|demand|mistake)s?$/.test(
    lowerOf(tokens[headEnd(tokens, subject)]),
  );

/** "who |filed the letter recalled that": the verb of saying behind the object is the one that tells. */
function isOfObject({ tokens, last }: Frame, { kind }: Phrase, { to, cue }: Reading): boolean {
  if (kind !== 'relative' || /^(?:say|tell|add)$/.test(cue.lemma)) return false;
  const object = DETERMINERS.has(lowerOf(tokens[to])) ? phraseAfter(tokens, to, last) : null;
  const next = CUES.get(lowerOf(tokens[object?.to ?? last]));
  return (
    next?.form === 'past' && next.strength === 3 && is(tokens[(object?.to ?? last) + 1], 'that')
  );
}

const subjectOf = ({ tokens, from }: Frame, a: number): Phrase | null =>
  a > from ? subjectBefore(tokens, a, from) : null;

const isQuoteBehindColon = (tokens: readonly Token[], colon: number): boolean =>
  is(tokens[colon], ':') && tokens[colon + 1]?.kind === 'quote';

/** "It was late when |a clerk came in and said": where a clause of somebody new begins before token `a`; else where the sentence does. */
function newcomerFrom({ tokens, from }: Frame, a: number): number {
  for (let k = a - 2; k > from; k--)
    if (/^(?:when|after|until|because|before)$/.test(lowerOf(tokens[k])))
      return /^(?:an?|one|another)$/.test(lowerOf(tokens[k + 1])) ? k + 1 : from;
  return from;
}

/** "|That’s| too long", "|It| is hard": nobody who says something. */
const isPointing = (tokens: readonly Token[], phrase: Phrase | null): boolean =>
  phrase !== null && /^(?:that|it|this|there)(?:['’]s)?$/.test(lowerOf(tokens[phrase.from]));

/** "It is late for Ann Lee, |who| works nights, and |says": the "who" of the clause that "and" goes on with; null for none. */
function relativeIn({ tokens, from }: Frame, a: number): Phrase | null {
  let k = a - 2;
  while (k > from && !is(tokens[k], 'who')) k--;
  return k > from ? subjectBefore(tokens, k + 1, from) : null;
}

/** "Ann Lee stood up and |said": the subject is that of the verb before. */
function joinedOf(
  frame: Frame,
  { i, to, cue, a, negative, modal }: Reading,
  earlier: readonly Attribution[],
): Attribution | null {
  const { tokens } = frame;
  const leads =
    tokens[to]?.kind === 'quote' || is(tokens[to], 'that') || isQuoteBehindColon(tokens, to);
  if (cue.strength < 3 && !leads) return null;
  const shares = sharedOf(earlier);
  const first = shares?.subject ?? sentenceSubject(tokens, newcomerFrom(frame, a), a - 1);
  const subject = isPointing(tokens, first) ? relativeIn(frame, a) : first;
  if (!subject || subject.to > a) return null;
  // "says he would sit down and tell them": the second verb goes with "would", not with "says".
  const isOfModal = cue.form === 'base' && !modal && !negative;
  const made = isOfModal ? madeToSay(tokens, newcomerFrom(frame, a), a) : null;
  if (made)
    return finish({ ...blankAt(i), ...cue, to, subject: made, begin: a, end: to, negative }, frame);
  if (isOfModal && (shares?.form === 's' || shares?.form === 'past')) return null;
  return finish({ ...blankAt(i), ...cue, to, subject, shares, begin: a, end: to, negative }, frame);
}

/** "Ann Lee had |Bob Ray| read it and say that": who is made to do what a verb without an ending tells; null for nobody. */
function madeToSay(tokens: readonly Token[], from: number, to: number): Phrase | null {
  let k = from;
  while (k < to && !/^(?:had|made|makes|let|lets|heard)$/.test(lowerOf(tokens[k]))) k++;
  const made = k + 2 < to ? phraseAfter(tokens, k + 1, to) : null;
  const verb = tokens[made?.to ?? to];
  return made && made.to < to && isWord(verb) && !verb.cap && !looksVerb(verb) ? made : null;
}

/** "Ann Lee stood up, looked round, |said": the subject of an earlier attribution. */
function behindComma(
  frame: Frame,
  { i, to, cue, a, negative }: Reading,
  earlier: readonly Attribution[],
): Attribution | null {
  if (a <= frame.from || !is(frame.tokens[a - 1], ',')) return null;
  const shares = sharedOf(earlier);
  if (!shares || cue.form === 'base' || cue.strength < 3) return null;
  const { subject } = shares;
  return finish({ ...blankAt(i), ...cue, to, subject, shares, begin: a, end: to, negative }, frame);
}

/**
 * Whether a subject takes a verb without an ending: "they say", "half say", "Ann Lee and Bob Ray
 * say".
 */
function isPlural(tokens: readonly Token[], subject: Phrase): boolean {
  const head = lowerOf(tokens[headEnd(tokens, subject)]);
  if (subject.kind === 'pronoun') return !/^(?:he|she|it)$/.test(head);
  return (
    PLURAL.test(head) ||
    /^(?:\d[\d.,]*|percent|two|three|four|five|six|seven|eight|nine|ten|half|third|quarter)$/.test(
      head,
    ) ||
    subject.kind === 'relative' ||
    tokens.slice(subject.from, subject.to).some((t) => t.lower === 'and')
  );
}
