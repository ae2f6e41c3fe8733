/**
 * Names that are also small words: Will, May, Long, Day. In "Will you come?" and "In May" they are the words, in
 * "Will said" and "Theresa May" names; the tokens around one decide, and what the text calls people elsewhere.
 */
import { CUES } from './cues.ts';
import type { Token } from './words.ts';
import { MONTHS, DAYS, ALL_MONTHS, BEFORE_TIME, HOLIDAY } from './lexicon/time.ts';
import { TITLE } from './lexicon/titles.ts';
import { NO_FIRST_NAME } from './lexicon/person-names.ts';
import { set } from './lexicon/set.ts';

/** Stands before the small letters of a token that is a name here, so that no list of small words holds it. */
export const NAME_MARK = '^';

const MODALS = set('will can may do');
const SMALL = set('long still ever so more rather an per early best once');
const AMBIGUOUS = new Set([...MODALS, ...MONTHS, ...DAYS, ...SMALL]);
/** Such words as a title, or a name before them, makes a last name, and that are first names too. */
const FIRST_NAMES = set('will may april june august jan can per');

/** Who speaks for somebody: "A spokesman for May". */
const FOR_SOMEBODY =
  /(?:(?:spokes|press)(?:man|woman|person|people)|lawyers?|attorneys?|aides?|agents?|counsel|advisers?|advisors?)$/;

const isWord = (t: Token | undefined): t is Token => t !== undefined && t.kind === 'word';
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

/** The verb that a subject ending before `at` would have: adverbs between are passed over. */
function verbAt(tokens: readonly Token[], at: number): Token | undefined {
  let k = at;
  while (
    k < at + 3 &&
    isWord(tokens[k]) &&
    !tokens[k]!.cap &&
    /^(?:also|then|later|again|once|never|not|just|still|already|now|often|further|too|both|himself|herself|\w+ly)$/.test(
      tokens[k]!.lower,
    )
  )
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
  let k = at;
  while (
    k < at + 4 &&
    isWord(tokens[k]) &&
    (isFinite(tokens[k]) || /^(?:not|also|been|never|since|\w+ly)$/.test(tokens[k]!.lower))
  )
    k++;
  return k > at && isWord(tokens[k]) && !tokens[k]!.cap && CUES.has(tokens[k]!.lower);
}

/** A run of capitalised words from `at` on: where it ends. */
function capsEnd(tokens: readonly Token[], at: number): number {
  let k = at;
  while (isWord(tokens[k]) && tokens[k]!.cap && k - at < 5) k++;
  return k;
}

let lastText = '';
let lastKnown = new Set<string>();
const IN_TEXT =
  /(?<![\p{L}’'-])(\p{Lu}[\p{L}’'-]+\.?) (Will|Can|May|Do|March|April|June|July|August|Monday|Friday|Saturday|Sunday|Day|Weeks?|Long|Still|Ever|So|More|Rather|An|Early|Best|Once|Sun)(?![\p{L}-])/gu;

/** Words of the class that a text gives a first name or a title: "Nora Day", "Mr. Long". */
function knownIn(text: string): ReadonlySet<string> {
  if (text === lastText) return lastKnown;
  const known = new Set<string>();
  for (const [, before, word] of text.matchAll(IN_TEXT)) {
    const first = before!.toLowerCase().replaceAll('’', "'");
    if (TITLE.test(first) || !(NO_FIRST_NAME.has(first) || HOLIDAY.test(first)))
      known.add(word!.toLowerCase());
  }
  lastText = text;
  lastKnown = known;
  return known;
}

/** Whether token `k`, a capitalised word of the class, is a name. */
function isNameAt(tokens: readonly Token[], k: number, known: ReadonlySet<string>): boolean {
  const { lower } = tokens[k]!;
  const previous = tokens[k - 1];
  const next = tokens[k + 1];
  if (isWord(previous) && TITLE.test(previous.lower) && previous.cap) return true;
  if (tokens.length === 1) return MODALS.has(lower) || FIRST_NAMES.has(lower) || known.has(lower);
  const timely = MONTHS.has(lower) || DAYS.has(lower);
  if (timely && (isNumber(next) || isNumber(previous))) return false;
  const begins = !previous || previous.kind === 'quote' || isMark(previous, '.!?…:—–-•*(“"‘');
  if (!begins && isWord(previous)) return isNameAfter(tokens, k, known, timely);
  return isNameFirst(tokens, k, known, timely);
}

/** A word of the class in the middle of a sentence, after a word. */
function isNameAfter(
  tokens: readonly Token[],
  k: number,
  known: ReadonlySet<string>,
  timely: boolean,
): boolean {
  const { lower } = tokens[k]!;
  const previous = tokens[k - 1]!;
  const next = tokens[k + 1];
  const named =
    previous.cap &&
    !NO_FIRST_NAME.has(previous.lower) &&
    !HOLIDAY.test(previous.lower) &&
    !ALL_MONTHS.has(previous.lower);
  const says = isCue(verbAt(tokens, k + 1));
  if (!timely)
    return (
      named || says || known.has(lower) || (!previous.cap && (MODALS.has(lower) || isCue(previous)))
    );
  // "…," said May. "…," said Day, who
  const ends = !next || next.kind === 'punct';
  const told =
    isCue(previous) &&
    (k < 2 ||
      tokens[k - 2]!.kind === 'quote' ||
      (ends && isMark(tokens[k - 2], ',') && (lower === 'day' || MONTHS.has(lower))));
  if (told) return true;
  // No month is a source: "according to March." But "according to March figures".
  if (previous.lower === 'to' && tokens[k - 2]?.lower === 'according')
    return ends || known.has(lower) || actsAt(tokens, k + 1);
  // "A spokesman for May said", "Lee and May said", "quoted May as saying"; but "for May, she said"
  const away = tokens[k - 2];
  if (previous.lower === 'for' && isWord(away) && FOR_SOMEBODY.test(away.lower)) return true;
  if (isWord(next) && next.lower === 'as' && tokens[k + 2]?.lower === 'saying') return true;
  const isDay = DAYS.has(lower) && lower !== 'day';
  if (previous.lower === 'and' && says && !isDay && !isMonthList(tokens, k)) return true;
  if (BEFORE_TIME.has(previous.lower) || isMonthList(tokens, k)) return false;
  // "told June Lee that"; but "last June Lee said"
  if (FIRST_NAMES.has(lower) && isWord(next) && next.cap && !NO_FIRST_NAME.has(next.lower))
    return !isCue(previous) || !isWord(tokens[k - 2]) || !actsAt(tokens, capsEnd(tokens, k));
  // "Obi, the mayor, said Friday that": a day beside a verb is a day
  if (named && known.has(lower)) return true;
  if (isDay) return false;
  if (says && !previous.cap) return true;
  return named ||
    lower === 'may' ||
    (known.has(lower) && (isCue(previous) || actsAt(tokens, k + 1)))
    ? !(isWord(next) && next.lower === 'to')
    : false;
}

/** "April, May and June": months beside months are months. */
function isMonthList(tokens: readonly Token[], k: number): boolean {
  const near = (step: number) => {
    let at = k + step;
    for (let far = 0; far < 3; far++, at += step) {
      const t = tokens[at];
      if (isWord(t) && ALL_MONTHS.has(t.lower)) return true;
      if (!isMark(t, ',–—/-') && !(isWord(t) && /^(?:and|or|to|through|until)$/.test(t.lower)))
        return false;
    }
    return false;
  };
  return near(-1) || near(1);
}

/** A word of the class at the head of a sentence, or after a mark. */
function isNameFirst(
  tokens: readonly Token[],
  k: number,
  known: ReadonlySet<string>,
  timely: boolean,
): boolean {
  const { lower } = tokens[k]!;
  const next = tokens[k + 1];
  const sure = known.has(lower);
  if (isMonthList(tokens, k)) return false;
  const isFirst = FIRST_NAMES.has(lower) || MODALS.has(lower);
  const verb = verbAt(tokens, k + 1);
  // "Long said", "Day told"; but "So said Ann Lee", "More said"
  if (isCue(verb))
    return sure || !/^(?:so|more|still|ever|once|an|early)$/.test(lower) || !isWord(tokens[k + 2]);
  if (isFinite(verb)) {
    const speaks = speaksAt(tokens, k + 1) && (MONTHS.has(lower) || /^(?:long|day)$/.test(lower));
    return (sure || speaks || (isFirst && !MONTHS.has(lower))) && lower !== 'so';
  }
  if (isMark(next, ':')) return isFirst || sure;
  if (isMark(next, ',')) {
    if (!isFirst && !sure && lower !== 'long' && lower !== 'day') return false;
    const after = tokens[k + 2];
    return (
      isNumber(after) || sure || (isFirst && isWord(after) && /^(?:who|the|an?)$/.test(after.lower))
    );
  }
  if (isWord(next) && (next.lower === 'and' || next.lower === 'or'))
    return (
      (isFirst || sure) && tokens[k + 2]?.cap === true && actsAt(tokens, capsEnd(tokens, k + 2))
    );
  if (isWord(next) && next.cap && (isFirst || sure)) {
    const end = capsEnd(tokens, k + 1);
    return (
      end >= tokens.length ||
      actsAt(tokens, end) ||
      isMark(tokens[end], ',.') ||
      (!MODALS.has(lower) && !timely) ||
      (isWord(tokens[end]) && !tokens[end]!.cap && /(?:[^s]s|ed)$/.test(tokens[end]!.lower))
    );
  }
  return sure && isWord(next) && !next.cap && /(?:[^s]s|ed)$/.test(next.lower);
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

/** Puts the mark before the small letters of each token that is a name though it is spelt like a small word. */
export function markNames(text: string, tokens: readonly Token[]): void {
  if (!tokens.some((t) => t.cap && AMBIGUOUS.has(t.lower)) || isTitleCase(tokens)) return;
  const known = knownIn(text);
  for (let k = 0; k < tokens.length; k++) {
    const t = tokens[k]!;
    if (!t.cap || !AMBIGUOUS.has(t.lower.replace(/'s$/, '')) || t.kind !== 'word') continue;
    if (t.lower.endsWith("'s")) continue;
    if (isNameAt(tokens, k, known)) t.lower = NAME_MARK + t.lower;
  }
}
