/** Reads the cue at a word with its subject: who says something here, if anybody. */
import type { Token } from '../../../engine/draft.ts';
import { ACCORDING, CUES, NEGATIONS, PHRASES, REFUSALS } from '../cues.ts';
import {
  DETERMINERS,
  INDEFINITES,
  PREPOSITIONS,
  is,
  isAdverb,
  isAuxiliary,
  isParticipleOfNoun,
  isWord,
  lowerOf,
  phraseAfter,
  type Phrase,
} from '../phrases.ts';
import { BESIDE_TIME, TIME } from '../lexicon/time.ts';
import { isOnePerson } from '../descriptions.ts';
import { denies } from '../unsaid.ts';
import { finiteOf, invertedOf } from './finite.ts';
import type { Attribution, Frame } from './frame.ts';
import { participleOf } from './participles.ts';
import { passiveOf, quotingOf, tellerOf } from './quoted-as.ts';
import { blankAt, type CueForm, type Reading } from './readings.ts';
import { speechNounAt } from './speech-nouns.ts';

/** What stands after the noun, not after the verb: "claims of", "the report was". */
const AFTER_NOUN = new Set('of from is are was were has have had by began begin'.split(' '));

/** "is referencing |claims that": the object of a participle. */
const isReferred = (tokens: readonly Token[], i: number): boolean =>
  /.{3}ing$/.test(lowerOf(tokens[i - 1])) && !tokens[i - 1]?.cap && isAuxiliary(tokens[i - 2]);

/** "amid opposition |claims that", "backed Tory |demands that": whose it is stands before the noun. */
const isOfOthers = (tokens: readonly Token[], i: number): boolean =>
  isWord(tokens[i - 1]) &&
  (/^(?:amid|amidst|despite|following|over|against)$/.test(lowerOf(tokens[i - 2])) ||
    (/^(?:backed|supported|rejected|dismissed|denied|echoed|joined|welcomed|condemned|faced)$/.test(
      lowerOf(tokens[i - 2]),
    ) &&
      !tokens[i - 2]?.cap));

/** "refused to |confirm reports that": what is done with what others report. */
const TAKES_NEWS =
  /^(?:(?:confirm|den(?:y|ies|ied)|dismiss|reject|dispute|rebut|discount|downplay|investigate)(?:s|es|ed|d|ing)?|confirming|denying|read|heard|deny)$/;

const isTaken = (tokens: readonly Token[], i: number): boolean =>
  isOfOthers(tokens, i) || isReferred(tokens, i) || TAKES_NEWS.test(lowerOf(tokens[i - 1]));

/** "the insurance |claims handler| Ann Lee", "a |claims adjuster|, left": what somebody deals with. */
function namesTrade(tokens: readonly Token[], i: number): boolean {
  const [noun, next] = [tokens[i + 1], tokens[i + 2]];
  const isTrade =
    /[^s]s$/.test(lowerOf(tokens[i])) && isWord(noun) && !noun.cap && isOnePerson(noun.lower);
  if (!isTrade || !next) return false;
  return (isWord(next) && (next.cap || CUES.get(next.lower)?.form === 'past')) || is(next, ',');
}

/** Whether a noun-shaped form is the noun here: "its claims", "a report". */
function isNoun(tokens: readonly Token[], i: number, from: number): boolean {
  const before = tokens[i - 1];
  if (i === from || !before) return true;
  if (before.kind === 'quote') return false;
  if (before.kind !== 'word') return before.lower === "'" || before.lower === '’';
  if (namesTrade(tokens, i)) return true;
  const w = before.lower;
  if ((DETERMINERS.has(w) && !INDEFINITES.has(w)) || /^\d+$/.test(w)) return true;
  if (isTaken(tokens, i)) return true;
  if (w.endsWith("'s") || (PREPOSITIONS.has(w) && w !== 'to')) return true;
  if (w === 'and' || w === 'or')
    return !tokens[i + 1] || !(is(tokens[i + 1], 'that') || tokens[i + 1]?.kind === 'quote');
  if (/(?:al|ive|ous|ic|ful|ary|able|ible|ent|ant|est|ish)$/.test(w) && !before.cap && w.length > 4)
    return true;
  const next = tokens[i + 1];
  if (/^states?$/.test(lowerOf(tokens[i])))
    return !(
      is(next, 'that') ||
      is(next, ':') ||
      next?.kind === 'quote' ||
      (before.kind === 'word' && (is(next, ',') || next === undefined))
    );
  return isWord(next) && AFTER_NOUN.has(next.lower);
}

/** How many attributions before a cue it may share a subject with. */
const SHARED = 12;

/** Every attribution of a sentence, in order; none begins before the one before it ends. */
export function attributionsIn(frame: Frame): Attribution[] {
  const found: Attribution[] = [];
  let end = 0;
  for (let i = frame.clause.from; i < frame.last; i++) {
    const earlier = (found.length > SHARED ? found.slice(-SHARED) : found).filter(
      ({ to }) => !closesBracket(frame.tokens, to, i),
    );
    const read = attributionAt(frame, i, earlier);
    if (!read || read.from < end) continue;
    // "Sources in Rome, according to the Bay Times, say": the source of the report tells nothing more.
    const aside = found.at(-1);
    if (aside?.according && aside.subject === read.passer) found.pop();
    found.push(read);
    end = read.according ? Math.max(read.to, read.end) : read.to;
    i = Math.max(i, end - 1);
  }
  return found;
}

/** Whether a bracket closes between two tokens that was open at the first: what stands in it shares nothing with what follows. */
function closesBracket(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    if (is(tokens[k], '(')) return false;
    if (is(tokens[k], ')')) return true;
  }
  return false;
}

/** "was |speaking amid claims that", "is |appealing against charges that": what is claimed is somebody else's. */
function isAboutClaims({ tokens, last }: Frame, { to }: Reading): boolean {
  if (!/^(?:amid|against|over|after|following|despite|about)$/.test(lowerOf(tokens[to])))
    return false;
  let noun = to + 1;
  while (
    noun < last &&
    noun - to < LONGEST_CLAIM &&
    isWord(tokens[noun]) &&
    !CLAIMS.test(lowerOf(tokens[noun]))
  )
    noun++;
  return noun < last && CLAIMS.test(lowerOf(tokens[noun]));
}
/** Tokens of the longest "widely reported claims". */
const LONGEST_CLAIM = 4;
const CLAIMS =
  /^(?:claims?|allegations?|reports?|rumou?rs|accusations?|suggestions|charges|complaints|concerns|fears|speculation)$/;

const URGED = /^(?:urge|advise|instruct|remind|encourage)$/;

/** Reads the cue at token `i`, with its subject; null where the word attributes nothing. */
function attributionAt(
  frame: Frame,
  i: number,
  earlier: readonly Attribution[],
): Attribution | null {
  if (!isWord(frame.tokens[i])) return null;
  const according = accordingAt(frame, i);
  if (according !== undefined) return according;
  const noun = speechNounAt(frame, i);
  if (noun) return { ...blankAt(i), ...noun };
  const cue = cueAt(frame, i);
  const read = cue && withAuxiliaries(frame, i, cue);
  if (!read || !isTold(frame, read) || isAboutClaims(frame, read)) return null;
  const { form, lemma } = read.cue;
  // "residents |urged to| stay": nobody is named whom they urge, and so they are urged
  if (form === 'past' && URGED.test(lemma) && is(frame.tokens[read.to], 'to')) return null;
  if (form === 'past' && read.be && (read.have || lemma !== 'begin')) return passiveOf(frame, read);
  const passedOn = quotingOf(frame, read, earlier) ?? tellerOf(frame, read);
  if (passedOn !== undefined) return passedOn;
  const reading = form === 'base' ? plainOf(frame, read) : read;
  if (!reading) return null;
  if (form === 'ing') return participleOf(frame, reading, earlier);
  return invertedOf(frame, reading) ?? finiteOf(frame, reading, earlier);
}

/** "according to |plan|", "according to |age and sex|": how something goes or is sorted, and no source. */
const isNoSource = (tokens: readonly Token[], { from, to }: Phrase): boolean =>
  // "according to |the plan for the bridge|"
  (is(tokens[from], 'the') && is(tokens[from + 1], 'plan') && is(tokens[from + 2], 'for')) ||
  (/^(?:plan|schedule|type|form|script|need|size|age|rank|merit|taste|design)$/.test(
    lowerOf(tokens[from]),
  ) &&
    !(to - from > 1 && isWord(tokens[from + 1]) && tokens[from + 1]?.cap));

/** "according to", with its source; undefined where it does not stand here. */
function accordingAt(frame: Frame, i: number): Attribution | null | undefined {
  const { tokens, last } = frame;
  const t = tokens[i];
  if (!isWord(t)) return undefined;
  const base = blankAt(i);

  for (const words of i === frame.from ? [...ACCORDING, ['per']] : ACCORDING) {
    if (t.lower !== words[0] || !words.every((w, k) => tokens[i + k]?.lower === w)) continue;
    if (words[1] === 'per' && tokens[i + 2]?.cap === false) return null;
    const at = i + words.length;
    const him =
      at < last && /^(?:him|her|them|us|me)$/.test(lowerOf(tokens[at])) && !isWord(tokens[at + 1]);
    const subject: Phrase | null = him
      ? { from: at, to: at + 1, kind: 'pronoun', apposed: null, antecedent: null }
      : phraseAfter(tokens, at, last);
    if (!subject || isNoSource(tokens, subject)) return null;
    // "Per the log, “no ship came”"
    const isPer =
      words.length > 1 || (is(tokens[subject.to], ',') && tokens[subject.to + 1]?.quote);
    if (!isPer) return null;
    return {
      ...base,
      to: i + words.length,
      kind: 'said',
      strength: 3,
      form: 'ing',
      bare: true,
      naming: false,
      addressee: false,
      infinitive: false,
      lemma: 'according',
      according: true,
      subject,
      end: subject.to,
    };
  }

  return undefined;
}

/** The form of a verb that begins a phrase: "making it clear", "went on to say". */
function formOf(verb: string): CueForm['form'] {
  if (verb.endsWith('ing')) return 'ing';
  if (verb.endsWith('s')) return 's';
  return CUES.get(verb)?.form ?? (/^(?:make|go)$/.test(verb) ? 'base' : 'past');
}

/** What the lists know of the word at token `i`, and where the cue ends. */
function cueAt({ tokens, from }: Frame, i: number): { cue: CueForm; to: number } | null {
  const t = tokens[i];
  if (!isWord(t)) return null;
  let cue: CueForm | null = null;
  let to = i + 1;
  const next = lowerOf(tokens[i + 1]);
  for (const p of PHRASES) {
    if (
      p.then[0] !== next ||
      !p.verb.test(t.lower) ||
      !p.then.every((w, k) => tokens[i + 1 + k]?.lower === w)
    )
      continue;
    cue = {
      kind: p.kind,
      strength: p.strength,
      form: formOf(t.lower),
      bare: p.bare,
      naming: p.naming ?? false,
      addressee: false,
      infinitive: false,
      lemma: p.then.join(' '),
    };
    to = p.keep ? i + 1 : i + 1 + p.then.length;
    break;
  }
  const known = CUES.get(t.lower);
  if (!cue) {
    if (!known || (t.cap && i > from)) return null;
    if (known.noun && isNoun(tokens, i, from)) return null;
    cue = known;
  }

  return { cue, to };
}

/** "is |best| told by": how well something is told. */
const isDegree = (tokens: readonly Token[], k: number): boolean =>
  /^(?:best|better|well|worst|worse|ill)$/.test(lowerOf(tokens[k])) &&
  /^(?:is|are|was|were|be|been)$/.test(lowerOf(tokens[k - 1]));

/** Tokens of the longest time between an auxiliary and its verb. */
const LONGEST_TIME = 6;

/** "Ann Lee had |earlier this week| said": one past the auxiliary; `at` where no time stands so. */
function beforeTime(tokens: readonly Token[], at: number, from: number): number {
  let k = at;
  let isTime = false;
  while (k > from && at - k < LONGEST_TIME) {
    const { lower } = tokens[k - 1] ?? { lower: '' };
    if (!TIME.has(lower) && !BESIDE_TIME.has(lower)) break;
    isTime ||= UNIT_OR_DAY.test(lower);
    k--;
  }
  return isTime && /^(?:has|have|had)$/.test(lowerOf(tokens[k - 1])) ? k : at;
}

const UNIT_OR_DAY =
  /^(?:(?:hour|minute|moment|day|week|month|year|decade)s?|.*day|morning|afternoon|evening|night)$/;

/** The cue with what stands before it: "has never", "she's", "did not". */
function withAuxiliaries(
  { tokens, from }: Frame,
  i: number,
  found: { cue: CueForm; to: number },
): Reading {
  let a = i;
  let negative = false;
  let have = false;
  let be = false;
  let modal = false;
  let unreal = false;
  // "|Getting| told to wait": something was said to whoever got it
  if (found.cue.addressee && /^(?:gets?|got|getting)$/.test(lowerOf(tokens[i - 1]))) be = true;
  a = beforeTime(tokens, a, from);
  for (; a > from; a--) {
    const w = tokens[a - 1];
    if (!isWord(w)) break;
    if (denies(tokens, a - 1)) negative = true;
    if (isAuxiliary(w)) {
      if (/^(?:has|have|had|having|hasn't|haven't|hadn't|'ve|'d)$/.test(w.lower)) have = true;
      else if (
        /^(?:is|are|was|were|be|been|being|isn't|wasn't|weren't|aren't|am|'s)$/.test(w.lower)
      )
        be = true;
      else if (!/^(?:do|does|did|don't|doesn't|didn't)$/.test(w.lower)) modal = true;
      if (/^(?:will|should|must|can|could|may|might|won't|cannot|can't)$/.test(w.lower))
        unreal = true;
      if (/'/.test(w.lower) && /^(?:he|she|they|i|we|you|it|that|there)'/.test(w.lower)) {
        // a pronoun with its auxiliary: "she's said"
        a--;
        break;
      }
    } else if (!isAdverb(w) && !NEGATIONS.has(w.lower) && !isDegree(tokens, a - 1)) break;
  }
  return { i, ...found, a, negative, have, be, modal, unreal };
}

const isNounMarker = (t: Token | undefined): boolean =>
  isWord(t) && /^(?:the|an?|this|that|his|her|their|its|our|my|any|no)$/.test(t.lower);

/**
 * Whether the form can tell words: no mere participle, no name given, nothing that only may be
 * said.
 */
function isTold({ tokens }: Frame, { i, to, cue, have, unreal }: Reading): boolean {
  if (cue.form === 'participle' && !have) return false;
  if (isParticipleOfNoun(tokens, i)) return false;
  // "the ruling", "his warning"
  if (cue.form === 'ing' && isNounMarker(tokens[i - 1])) return false;
  // "You can rest |assured that"
  if (is(tokens[i - 1], 'rest') && cue.lemma === 'assure') return false;
  // "the so-called X", "so called"
  if (is(tokens[i - 1], 'so') && cue.lemma === 'call') return false;
  // What may or will be said has not been said, unless its words are quoted.
  return !(unreal && cue.lemma !== 'say' && tokens[to]?.kind !== 'quote');
}

/**
 * A verb without an ending: "refused to say" and "continued to say" tell, "hoped to say" does not.
 */
function plainOf({ tokens, from }: Frame, reading: Reading): Reading | null {
  const { i, modal } = reading;
  let { a, negative } = reading;
  const previous = tokens[a - 1];
  if (is(previous, 'to') || is(tokens[i - 1], 'to')) {
    const at = is(previous, 'to') ? a - 1 : i - 1;
    const verb = tokens[at - 1];
    if (!isWord(verb)) return null;
    if (REFUSALS.has(verb.lower)) {
      negative = true;
      a = at - 1;
    } else if (
      /^(?:continue|began|begin|begins|continued|continues|proceeded|had|used|wants?|wanted|like|likes|liked)$/.test(
        verb.lower,
      ) &&
      verb.lower !== 'had'
    )
      a = at - 1;
    else return null;
    while (a > from && (isAuxiliary(tokens[a - 1]) || isAdverb(tokens[a - 1]))) a--;
  } else if (i === from || (!modal && !negative && !isWord(previous))) {
    if (!is(previous, ',') && !is(previous, ')')) return null;
  }
  return { ...reading, a, negative };
}
