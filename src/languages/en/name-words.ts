/**
 * Names that are also small words: Will, May, Long, Day. In "Will you come?" and "In May" they are the words, in
 * "Will said" and "Theresa May" names; the tokens around one decide, and what the text calls people elsewhere.
 */
import type { Token } from '../../engine/draft.ts';
import { lastAsked } from '../../text/last-asked.ts';
import { CUES } from './cues.ts';
import { MONTHS, DAYS, ALL_MONTHS, BEFORE_TIME, HOLIDAY, WHEN_ADVERB } from './lexicon/time.ts';
import { isCapitalised, isWord } from './phrases/tokens.ts';
import { ORGANISATION } from './lexicon/organisations.ts';
import { TITLE } from './lexicon/titles.ts';
import { NO_FIRST_NAME } from './lexicon/person-names.ts';
import { set } from './lexicon/set.ts';

/** Stands before the small letters of a token that is a name here, so that no list of small words holds it. */
const NAME_MARK = '^';

const MODALS = set('will can may do');
const SMALL = set('were long still ever so more rather an per early best once');
const AMBIGUOUS = new Set([...MODALS, ...MONTHS, ...DAYS, ...SMALL]);
/** Such words as a title, or a name before them, makes a last name, and that are first names too. */
const FIRST_NAMES = set('will may april june august jan can per');

/** Who speaks for somebody: "A spokesman for May". */
const FOR_SOMEBODY =
  /(?:(?:spokes|press)(?:man|woman|person|people)|lawyers?|attorneys?|aides?|agents?|counsel|advisers?|advisors?)$/;

const isMark = (t: Token | undefined, marks: string) =>
  t !== undefined && t.kind === 'punct' && marks.includes(t.lower);
const isCue = (t: Token | undefined): boolean => {
  if (!isWord(t) || t.cap) return false;
  const cue = CUES.get(t.lower);
  return cue !== undefined && (cue.form === 'past' || (cue.form === 's' && !cue.noun));
};
const isFinite = (t: Token | undefined): boolean =>
  isWord(t) && !t.cap && /^(?:has|had|was|is|did|does|would|will|could|can|should)$/.test(t.lower);
const isNumber = (t: Token | undefined): boolean => isWord(t) && /^\d/.test(t.lower);

const BETWEEN =
  /^(?:also|then|later|again|once|never|not|just|still|already|now|often|further|too|both|himself|herself|\w+ly)$/;

/** The verb that a subject ending before `at` would have: adverbs between are passed over. */
function verbAt(tokens: readonly Token[], at: number): Token | undefined {
  let k = at;
  for (let t = tokens[k]; k < at + 3 && isWord(t) && !t.cap && BETWEEN.test(t.lower); t = tokens[k])
    k++;
  return tokens[k];
}

/** Whether a subject that ends before `at` is told to say or do something. */
const actsAt = (tokens: readonly Token[], at: number): boolean => {
  const verb = verbAt(tokens, at);
  return isCue(verb) || isFinite(verb);
};

/** Whether a subject that ends before `at` "has said", "will say", "did not say". */
function speaksAt(tokens: readonly Token[], at: number): boolean {
  const isAuxiliary = (t: Token | undefined): boolean =>
    isFinite(t) || (isWord(t) && /^(?:not|also|been|never|since|\w+ly)$/.test(t.lower));
  let k = at;
  while (k < at + 4 && isAuxiliary(tokens[k])) k++;
  const verb = tokens[k];
  return k > at && isWord(verb) && !verb.cap && CUES.has(verb.lower);
}

/** A run of capitalised words from `at` on: where it ends. */
function capsEnd(tokens: readonly Token[], at: number): number {
  let k = at;
  while (k - at < 5 && isCapitalised(tokens[k])) k++;
  return k;
}

const IN_TEXT =
  /(?<![\p{L}’'-])(\p{Lu}[\p{L}’'-]+\.?) (Will|Can|May|Do|March|April|June|July|August|Monday|Friday|Saturday|Sunday|Day|Weeks?|Long|Still|Ever|So|More|Rather|An|Early|Best|Once|Sun|Were)(?![\p{L}-])/gu;

/** Words of the class that a text gives a first name or a title: "Nora Day", "Mr. Long". */
const knownIn = lastAsked((text: string): ReadonlySet<string> => {
  const known = new Set<string>();
  for (const { index, 1: before = '', 2: word = '' } of text.matchAll(IN_TEXT)) {
    const first = before.toLowerCase().replaceAll('’', "'");
    // "Governor Ann Lee Monday": behind a whole name a day is a day
    if (
      word.endsWith('day') &&
      /\p{Lu}[\p{L}’'-]+ $/u.test(text.slice(Math.max(0, index - 24), index))
    )
      continue;
    if (TITLE.test(first) || !(NO_FIRST_NAME.has(first) || HOLIDAY.test(first)))
      known.add(word.toLowerCase());
  }
  return known;
});

/** A capitalised word of the class among the tokens around it. */
interface Candidate {
  text: string;
  tokens: readonly Token[];
  k: number;
  lower: string;
  previous: Token | undefined;
  next: Token | undefined;
  /** The text gives it a first name or a title elsewhere. */
  isKnown: boolean;
  /** A month or a day. */
  isTimely: boolean;
}

function candidateAt(
  text: string,
  tokens: readonly Token[],
  k: number,
  known: ReadonlySet<string>,
): Candidate {
  const lower = tokens[k]?.lower ?? '';
  return {
    text,
    tokens,
    k,
    lower,
    previous: tokens[k - 1],
    next: tokens[k + 1],
    isKnown: known.has(lower),
    isTimely: MONTHS.has(lower) || DAYS.has(lower),
  };
}

function isName(word: Candidate): boolean {
  const { tokens, lower, previous, next, isKnown, isTimely } = word;
  if (isCapitalised(previous) && TITLE.test(previous.lower)) return true;
  if (tokens.length === 1) return MODALS.has(lower) || FIRST_NAMES.has(lower) || isKnown;
  if (isTimely && (isNumber(next) || isNumber(previous))) return false;
  // At the head of a sentence, or after a mark
  if (!isWord(previous)) return isNameFirst(word);
  return isTimely ? isTimelyNameAfter(word, previous) : isSmallNameAfter(word, previous);
}

/** "Nora Day": a capitalised word before that may be a first name. */
const hasNameBefore = ({ cap, lower }: Token): boolean =>
  cap && !NO_FIRST_NAME.has(lower) && !HOLIDAY.test(lower) && !ALL_MONTHS.has(lower);

/** "April |Lee|", "April |June|"; not "April |Monday|". */
const mayBeLast = (next: Token | undefined): boolean =>
  isCapitalised(next) && (!NO_FIRST_NAME.has(next.lower) || MONTHS.has(next.lower));

/** A small word with a capital in the middle of a sentence. */
function isSmallNameAfter({ tokens, k, lower, isKnown }: Candidate, previous: Token): boolean {
  if (isKnown || hasNameBefore(previous) || isCue(verbAt(tokens, k + 1))) return true;
  return !previous.cap && (MODALS.has(lower) || isCue(previous));
}

/** A month or a day in the middle of a sentence. */
function isTimelyNameAfter(word: Candidate, previous: Token): boolean {
  const { tokens, k, lower, next, isKnown } = word;
  if (isToldAfter(word, previous)) return true;
  // No month is a source: "according to March." But "according to March figures".
  if (previous.lower === 'to' && tokens[k - 2]?.lower === 'according')
    return endsHere(next) || isKnown || actsAt(tokens, k + 1) || isWholeName(word);
  if (isSpokenFor(word, previous)) return true;
  const isDay = DAYS.has(lower) && lower !== 'day';
  const says = isCue(verbAt(tokens, k + 1));
  if (previous.lower === 'and' && says && !isDay && !isMonthList(tokens, k)) return true;
  // "Later May said": no month is later by itself.
  if (WHEN_ADVERB.has(previous.lower) && says && !isDay) return true;
  if (BEFORE_TIME.has(previous.lower) || isMonthList(tokens, k)) return false;
  // "told June Lee that"; but "last June Lee said"
  if (FIRST_NAMES.has(lower) && mayBeLast(next))
    return !isCue(previous) || !isWord(tokens[k - 2]) || !actsAt(tokens, capsEnd(tokens, k));
  // "Obi, the mayor, said Friday that": a day beside a verb is a day
  if (isKnown && hasNameBefore(previous)) return true;
  if (isDay) return false;
  if (says && !previous.cap) return true;
  return isLastName(word, previous);
}

/** "Nora May told", "said March, who": a last name by the words on either side. */
function isLastName({ tokens, k, lower, next, isKnown }: Candidate, previous: Token): boolean {
  const isSomebody =
    hasNameBefore(previous) ||
    lower === 'may' ||
    (isKnown && (isCue(previous) || actsAt(tokens, k + 1)));
  return isSomebody && !(isWord(next) && next.lower === 'to');
}

/** "April Lee," with nothing behind the name: "according to |April Lee|, it rains"; not "to |March Bank| figures". */
const isWholeName = ({ tokens, k, lower, next }: Candidate): boolean =>
  FIRST_NAMES.has(lower) && mayBeLast(next) && endsHere(tokens[capsEnd(tokens, k)]);

const endsHere = (next: Token | undefined): boolean => !next || next.kind === 'punct';

/** "…," said May. "…," said Day, who */
function isToldAfter({ tokens, k, lower, next }: Candidate, previous: Token): boolean {
  if (!isCue(previous)) return false;
  const before = tokens[k - 2];
  if (!before || before.kind === 'quote') return true;
  return endsHere(next) && isMark(before, ',') && (lower === 'day' || MONTHS.has(lower));
}

/** "A spokesman for May said", "quoted May as saying"; but "for May, she said" */
function isSpokenFor({ tokens, k, next }: Candidate, previous: Token): boolean {
  const somebody = tokens[k - 2];
  if (previous.lower === 'for' && isWord(somebody) && FOR_SOMEBODY.test(somebody.lower))
    return true;
  return isWord(next) && next.lower === 'as' && tokens[k + 2]?.lower === 'saying';
}

/** "April, May and June": months in a row are months; "April June" is somebody. */
function isMonthList(tokens: readonly Token[], k: number): boolean {
  const near = (step: number) => {
    for (let far = 1; far <= 3; far++) {
      const t = tokens[k + far * step];
      if (isWord(t) && ALL_MONTHS.has(t.lower)) return far > 1;
      if (!isMark(t, ',–—/-') && !(isWord(t) && /^(?:and|or|to|through|until)$/.test(t.lower)))
        return false;
    }
    return false;
  };
  return near(-1) || near(1);
}

/** "acts", "stayed": what may be the verb of a name before it. */
const looksVerb = (t: Token | undefined): boolean =>
  isWord(t) && !t.cap && /(?:[^s]s|ed)$/.test(t.lower);

/** "In May, |May said": the first of them is the month. */
function isBehindTime({ tokens, k, previous }: Candidate): boolean {
  const link = tokens[k - 3];
  return isMark(previous, ',') && isWord(link) && BEFORE_TIME.has(link.lower);
}

/** A word of the class at the head of a sentence, or after a mark. */
function isNameFirst(word: Candidate): boolean {
  const { tokens, k, lower, next, isKnown } = word;
  const verb = verbAt(tokens, k + 1);
  if (isMonthList(tokens, k) && !(isBehindTime(word) && isCue(verb))) return false;
  if (/^(?:sun|mon|fri|satur)day$/.test(lower)) return isKnown || isFirstName(word);
  // "Long said", "Day told"; but "So said Ann Lee", "More said"
  if (isCue(verb))
    return (
      isKnown || !/^(?:so|more|still|ever|once|an|early)$/.test(lower) || !isWord(tokens[k + 2])
    );
  const mayBeFirst = FIRST_NAMES.has(lower) || MODALS.has(lower);
  if (isFinite(verb)) {
    const speaks = speaksAt(tokens, k + 1) && (MONTHS.has(lower) || /^(?:long|day)$/.test(lower));
    return (isKnown || speaks || (mayBeFirst && !MONTHS.has(lower))) && lower !== 'so';
  }
  const mayBe = mayBeFirst || isKnown;
  if (isMark(next, ':')) return mayBe;
  if (isMark(next, ',')) return isNameBeforeComma(word, mayBeFirst);
  if (isWord(next) && (next.lower === 'and' || next.lower === 'or'))
    return mayBe && tokens[k + 2]?.cap === true && actsAt(tokens, capsEnd(tokens, k + 2));
  if (isCapitalised(next) && mayBe) return isNameBeforeName(word);
  return isKnown && looksVerb(next);
}

/** "Sunday Oliseh said": the first name of whoever the text names so before any other way. */
function isFirstName({ text, tokens, k, lower, previous, next }: Candidate): boolean {
  const after = tokens[k + 2];
  if (!isCapitalised(next) || isCapitalised(after)) return false;
  const says = isCue(verbAt(tokens, k + 2)) || (previous?.kind === 'quote' && !after);
  if (!says || NO_FIRST_NAME.has(next.lower) || ORGANISATION.has(next.lower)) return false;
  const named = text.indexOf(text.slice(next.start, next.end));
  return text.slice(0, named).trimEnd().toLowerCase().endsWith(lower);
}

/** "May, 34", "Long, who"; `mayBeFirst`: the word is a first name as well. */
function isNameBeforeComma({ tokens, k, lower, isKnown }: Candidate, mayBeFirst: boolean): boolean {
  if (isKnown) return true;
  if (!mayBeFirst && lower !== 'long' && lower !== 'day') return false;
  const after = tokens[k + 2];
  return isNumber(after) || (mayBeFirst && isWord(after) && /^(?:who|the|an?)$/.test(after.lower));
}

/** "Will Lee said", "April Lee, 34"; but "Will Ann Lee stay?" */
function isNameBeforeName({ tokens, k, lower, isTimely }: Candidate): boolean {
  const end = capsEnd(tokens, k + 1);
  const after = tokens[end];
  if (!after || actsAt(tokens, end) || isMark(after, ',.') || looksVerb(after)) return true;
  return !MODALS.has(lower) && !isTimely;
}

/** Headlines capitalise small words too. */
function isTitleCase(tokens: readonly Token[]): boolean {
  let caps = 0;
  let all = 0;
  for (const t of tokens) {
    if (t.kind !== 'word') continue;
    all++;
    if (t.cap) caps++;
  }
  return all > 5 && caps > 0.7 * all;
}

/** The tokens, with the mark before the small letters of each that is a name though it is spelt like a small word. */
export function withNamesMarked(text: string, tokens: Token[]): Token[] {
  if (!tokens.some((t) => t.cap && AMBIGUOUS.has(t.lower)) || isTitleCase(tokens)) return tokens;
  const known = knownIn(text);
  const marked = [...tokens];
  for (const [k, token] of tokens.entries()) {
    if (!isCapitalised(token) || !AMBIGUOUS.has(token.lower)) continue;
    // A name that is found is one to the words after it.
    if (isName(candidateAt(text, marked, k, known)))
      marked[k] = { ...token, lower: NAME_MARK + token.lower };
  }
  return marked;
}

const CAPITALISED = new RegExp(
  `(?<![\\p{L}’'-])(?:${[...AMBIGUOUS].map((word) => word.replace(/^./, (letter) => letter.toUpperCase())).join('|')})(?![\\p{L}-])`,
  'u',
);

/** Offsets of the names of a text that are spelt like small words; `tokensOf` cuts one of its lines. */
export function namesAmongWords(
  text: string,
  tokensOf: (start: number, end: number) => readonly Token[],
): ReadonlySet<number> {
  const found = new Set<number>();
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    if (CAPITALISED.test(text.slice(start, end)))
      for (const token of tokensOf(start, end))
        if (token.lower.startsWith(NAME_MARK)) found.add(token.start);
    start = end + 1;
  }
  return found;
}
