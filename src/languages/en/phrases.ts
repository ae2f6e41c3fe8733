/** Noun phrases without a parser: where the words that name a subject begin and end. */
import type { Span } from '../../model/records.ts';
import { CUES } from './cues.ts';
import type { Token } from './words.ts';
import {
  PRONOUNS,
  RELATIVES,
  OBJECTS,
  INDEFINITES,
  DETERMINERS,
  PREPOSITIONS,
  CONJUNCTIONS,
  AUXILIARIES,
} from './lexicon/closed-class.ts';
import { ADVERBS, NOT_ADVERBS, FINITE } from './lexicon/verbs.ts';
import { TIME } from './lexicon/time.ts';
import { PARTICLES, NAME_PARTICLES, OFFICE } from './lexicon/person-names.ts';

export {
  PRONOUNS,
  RELATIVES,
  OBJECTS,
  POSSESSIVES,
  INDEFINITES,
  DETERMINERS,
  PREPOSITIONS,
  CONJUNCTIONS,
  AUXILIARIES,
} from './lexicon/closed-class.ts';
export { TIME } from './lexicon/time.ts';

export const isAdverb = (t: Token | undefined) =>
  t !== undefined &&
  t.kind === 'word' &&
  (ADVERBS.has(t.lower) ||
    (t.lower.length > 4 && t.lower.endsWith('ly') && !NOT_ADVERBS.has(t.lower) && !t.cap));
export const isAuxiliary = (t: Token | undefined) =>
  t !== undefined && t.kind === 'word' && AUXILIARIES.has(t.lower);
const word = (t: Token | undefined): t is Token => t !== undefined && t.kind === 'word';
const is = (t: Token | undefined, mark: string) =>
  t !== undefined && t.kind !== 'quote' && t.lower === mark;

/** A run of tokens that names somebody: `[from, to)`, with the name put beside it in commas. */
export interface Phrase {
  from: number;
  to: number;
  kind: 'pronoun' | 'relative' | 'indefinite' | 'name' | 'description';
  /** Tokens of a name in apposition: "the company's head, Ann Lee". */
  apposed: { from: number; to: number } | null;
  /** For "who": the phrase it stands for. */
  antecedent: Phrase | null;
}

/** Whether a word is a finite verb, as far as lists tell. */
export const looksVerb = (t: Token) => {
  if (!word(t) || t.cap) return false;
  if (FINITE.has(t.lower) || AUXILIARIES.has(t.lower)) return true;
  const cue = CUES.get(t.lower);
  return cue !== undefined && !cue.noun && cue.form !== 'base' && cue.form !== 'ing';
};

/** Whether every word of the run is capitalised, particles and initials aside. */
export function isName(tokens: readonly Token[], from: number, to: number): boolean {
  let caps = 0;
  for (let k = from; k < to; k++) {
    const t = tokens[k]!;
    if (t.kind !== 'word') return false;
    if (t.cap) caps++;
    else if (!NAME_PARTICLES.has(t.lower)) return false;
  }
  return caps > 0;
}

function kindOf(tokens: readonly Token[], from: number, to: number): Phrase['kind'] {
  const first = tokens[from]!;
  if (to - from === 1) {
    if (PRONOUNS.has(first.lower)) return 'pronoun';
    if (RELATIVES.has(first.lower)) return 'relative';
    if (INDEFINITES.has(first.lower)) return 'indefinite';
  }
  const last = tokens[to - 1]!;
  if (
    DETERMINERS.has(first.lower) &&
    tokens.slice(from, to).some((t) => t.kind === 'word' && PREPOSITIONS.has(t.lower))
  )
    return 'description';
  return last.cap && isNameLike(tokens, from, to) ? 'name' : 'description';
}

/** Ends in a capitalised name, whatever stands before it: "the diplomat Ann Lee". */
function isNameLike(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (
      tokens[k]!.kind === 'word' &&
      PREPOSITIONS.has(tokens[k]!.lower) &&
      !OFFICE.has(tokens[k]!.lower)
    )
      return false;
  return true;
}

const phrase = (tokens: readonly Token[], from: number, to: number): Phrase => ({
  from,
  to,
  kind: kindOf(tokens, from, to),
  apposed: null,
  antecedent: null,
});

/** Left end of the noun phrase whose last token is `last`, not before `from`; -1 if there is none. */
function phraseStart(tokens: readonly Token[], last: number, from: number): number {
  const end = tokens[last]!;
  if (!word(end)) return -1;
  let k = last;
  const floor = Math.max(from, last - 22);
  while (k > floor) {
    const t = tokens[k - 1]!;
    if (t.kind === 'quote') {
      // a nickname or a title inside the phrase
      // but not the object of a verb before the subject: "Playing the “long game,” Ann Lee said"
      const object =
        word(tokens[k]) &&
        (DETERMINERS.has(tokens[k]!.lower) ||
          (tokens[k]!.cap && DETERMINERS.has(tokens[k - 2]?.lower ?? '')));
      if (
        !object &&
        k - 1 > floor &&
        t.end - t.start < 32 &&
        !t.stops &&
        !t.quote!.repair &&
        word(tokens[k]) &&
        word(tokens[k - 2]) &&
        tokens[k - 2]!.end + 1 === t.start
      ) {
        k--;
        continue;
      }
      break;
    }
    if (t.kind === 'punct') {
      if (
        t.lower === "'" ||
        t.lower === '’' ||
        t.lower === '&' ||
        t.lower === '/' ||
        (t.lower === '.' &&
          tokens[k - 2]?.cap &&
          k - 2 >= floor &&
          tokens[k - 2]!.end - tokens[k - 2]!.start <= 2)
      ) {
        k--;
        continue;
      }
      if (t.lower === ')') {
        let open = k - 2;
        while (open > floor && !is(tokens[open], '(')) open--;
        if (is(tokens[open], '(') && open > floor) {
          k = open;
          continue;
        }
      }
      break;
    }
    const w = t.lower;
    if (PRONOUNS.has(w) || RELATIVES.has(w)) break;
    if (w === 'and' || w === 'or' || w === 'nor' || w === '&') {
      const before = tokens[k - 2];
      const after = tokens[k]!;
      if (k - 2 < floor || !word(before)) break;
      if (
        (before.cap && after.cap) ||
        (!looksVerb(before) &&
          !/ed$/.test(before.lower) &&
          shortRun(tokens, k - 2, from) &&
          (after.cap === before.cap || DETERMINERS.has(after.lower)))
      ) {
        k--;
        continue;
      }
      break;
    }
    if (w === 'that' && !looksVerb(tokens[k]!)) break;
    const many =
      w === 'as' &&
      (/^(?:many|much|few|little)$/.test(tokens[k - 2]?.lower ?? '') ||
        (/^(?:many|much|few|little)$/.test(tokens[k]!.lower) && is(tokens[k + 1], 'as')));
    if (CONJUNCTIONS.has(w) && !many && !(w === 'as' && tokens[k - 2]?.lower === 'such')) break;
    if (looksVerb(t) || (w === 'to' && tokens[k - 2]?.lower === 'according')) break;
    k--;
  }
  // "the people who were there said": take the words before "who".
  const before = tokens[k - 1];
  if (CUES.get(tokens[last + 1]?.lower ?? '')?.form === 'ing') return k;
  // "a charge that Ann Lee denied", "a year ago that the mayor said": the subject stands after "that".
  if (
    word(before) &&
    before.lower === 'that' &&
    (tokens[k]!.cap || DETERMINERS.has(tokens[k]!.lower))
  )
    return k;
  if (
    k > from + 1 &&
    word(before) &&
    (before.lower === 'who' || before.lower === 'that') &&
    k <= last &&
    word(tokens[k - 2]) &&
    !looksVerb(tokens[k - 2]!)
  ) {
    const start = phraseStart(tokens, k - 2, from);
    if (start >= 0) return start;
  }
  return k;
}

/** Whether the clause begins within a few words to the left: two nouns joined at its head. */
function shortRun(tokens: readonly Token[], at: number, from: number): boolean {
  for (let k = at; k >= from && at - k < 4; k--) {
    const t = tokens[k]!;
    if (t.kind !== 'word') return true;
    if (looksVerb(t) || PREPOSITIONS.has(t.lower)) return false;
    if (k === from) return true;
  }
  return false;
}

const NUMBER =
  /^(?:\d[\d.,]*|an?|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands)$/;

/** "About four in ten voters", "as many as 40 percent": words before a number that belong to it. */
function isCounted(tokens: readonly Token[], k: number, last: number): boolean {
  const { lower } = tokens[k]!;
  const at =
    lower === 'as' && is(tokens[k + 2], 'as')
      ? k + 3
      : /^(?:about|over|under|nearly|almost|only|just|around|roughly|fewer|more|less)$/.test(lower)
        ? k + (is(tokens[k + 1], 'than') ? 2 : 1)
        : -1;
  return at > 0 && at <= last && NUMBER.test(tokens[at]!.lower);
}

/** Takes off what stands before the phrase proper: "In June the minister" -> "the minister". */
export function trimLeft(tokens: readonly Token[], start: number, last: number): number {
  let k = start;
  if (isCounted(tokens, k, last)) return k;
  // "Neither side", "Not one of them": without these words somebody else is named.
  const denies = (at: number) =>
    is(tokens[at], 'neither') ||
    (is(tokens[at], 'not') && /^(?:one|an?|any|anybody|anyone)$/.test(tokens[at + 1]!.lower));
  while (
    k < last &&
    word(tokens[k]) &&
    !denies(k) &&
    (isAdverb(tokens[k]) ||
      /^(?:and|but|so|yet|or|meanwhile|however|still|when|while|as|if|because|although|though|even|then|now|even)$/.test(
        tokens[k]!.lower,
      ))
  )
    k++;
  if (!word(tokens[k]) || !(PREPOSITIONS.has(tokens[k]!.lower) || TIME.has(tokens[k]!.lower)))
    return k;
  for (let m = k + 1; m <= last; m++) {
    const t = tokens[m]!;
    const before = tokens[m - 1]!;
    if (t.kind !== 'word') continue;
    const opens = DETERMINERS.has(t.lower) || t.cap || PRONOUNS.has(t.lower);
    if (!opens || TIME.has(t.lower)) continue;
    if (
      PREPOSITIONS.has(before.lower) ||
      DETERMINERS.has(before.lower) ||
      (before.cap && t.cap && !TIME.has(before.lower))
    )
      continue;
    if (before.kind === 'word' && before.lower === 'and') continue;
    return m;
  }
  if (TIME.has(tokens[k]!.lower) && tokens[k]!.cap && k < last) return k + 1;
  return k;
}

/** The token that closes a bracket or a pair of commas on the left of `at` (which holds the right one); -1 if none. */
function partner(tokens: readonly Token[], at: number, from: number): number {
  const mark = tokens[at]!.lower;
  const opening = mark === ')' ? '(' : mark === ']' ? '[' : mark;
  for (let k = at - 1; k >= from && at - k < 50; k--) {
    const t = tokens[k]!;
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

const end = (tokens: readonly Token[], at: number) => tokens[at]!.lower;

/** The subject that stands directly before token `at`, within the sentence that begins at `from`. */
export function subjectBefore(tokens: readonly Token[], at: number, from: number): Phrase | null {
  let j = at - 1;
  let apposed: Phrase['apposed'] = null;
  for (let guard = 0; guard < 6 && j >= from; guard++) {
    const t = tokens[j]!;
    if (t.kind === 'quote') return null;
    if (t.kind === 'punct') {
      if (t.lower === ')' || t.lower === ',' || t.lower === '—' || t.lower === '–') {
        const open = partner(tokens, j, from);
        if (open <= from - 1 || open < 0) return null;
        if (open === from) return null;
        if (t.lower !== ')' && isName(tokens, open + 1, j) && j - open > 2)
          apposed = { from: open + 1, to: j };
        j = open - 1;
        continue;
      }
      if (t.lower === '.' && tokens[j - 1]?.cap) {
        j--;
        continue;
      }
      if (t.lower === "'" || t.lower === '’') {
        j--;
        continue;
      }
      return null;
    }
    // "The fund this week said", "Lee later Thursday told"
    if (
      TIME.has(t.lower) &&
      j - 2 >= from &&
      word(tokens[j - 1]) &&
      word(tokens[j - 2]) &&
      (/^(?:this|last)$/.test(tokens[j - 1]!.lower) ||
        (t.cap && /^(?:early|late|later|earlier)$/.test(tokens[j - 1]!.lower))) &&
      !PREPOSITIONS.has(tokens[j - 2]!.lower) &&
      !CUES.has(tokens[j - 2]!.lower) &&
      (tokens[j - 2]!.cap || !tokens[j - 2]!.lower.endsWith('ed'))
    ) {
      j -= 2;
      continue;
    }
    if (
      RELATIVES.has(t.lower) ||
      (t.lower === 'that' && j > from && word(tokens[j - 1]) && !CUES.has(tokens[j - 1]!.lower))
    ) {
      // "many of whom"
      const head =
        t.lower === 'whom' && is(tokens[j - 1], 'of') && j - 2 >= from && word(tokens[j - 2])
          ? j - 2
          : j;
      const made = phrase(tokens, head, j + 1);
      made.kind = 'relative';
      const comma = is(tokens[head - 1], ',') ? 1 : 0;
      made.antecedent =
        head - 1 - comma >= from
          ? nearest(tokens, subjectBefore(tokens, head - comma, from))
          : null;
      // "It was Ann Lee, not Bob Ray, who said"
      const not = made.antecedent ? made.antecedent.from - 1 : -1;
      if (comma && not > from && is(tokens[not], 'not') && is(tokens[not - 1], ','))
        made.antecedent = nearest(tokens, subjectBefore(tokens, not - 1, from));
      return made;
    }
    if (PRONOUNS.has(t.lower)) return phrase(tokens, j, j + 1);
    // "There are reports that": nobody is named.
    if (t.lower === 'there') return null;
    if (t.lower === 'and' || t.lower === 'but' || t.lower === 'then' || t.lower === 'or')
      return null;
    if (CONJUNCTIONS.has(t.lower)) return null;
    if (looksVerb(t)) {
      const who = relativeBefore(tokens, j, from);
      if (who < 0) return null;
      j = who - 1;
      continue;
    }
    // "Mr. Lee's": whose, not who.
    if (t.lower.endsWith("'s") && tokens[j + 1]?.kind === 'word') return null;
    const rawStart = phraseStart(tokens, j, from);
    if (rawStart < 0) return null;
    const start = trimLeft(tokens, rawStart, j);
    // "The man who shot Ann Lee said": the man.
    const who =
      start > from && looksVerb(tokens[start - 1]!) ? relativeBefore(tokens, start - 1, from) : -1;
    if (who >= 0) {
      j = who - 1;
      continue;
    }
    // An apposition: go on to the name before it.
    // "who in 2010 said": an adverbial between the subject and its cue.
    if (PREPOSITIONS.has(tokens[start]!.lower) && start > from && !isCounted(tokens, start, j)) {
      j = start - 1;
      continue;
    }
    if ((DETERMINERS.has(end(tokens, j)) && start < j) || PREPOSITIONS.has(end(tokens, j)))
      return null;
    const before = tokens[start - 1];
    const head = tokens[start]!;
    const describes = DETERMINERS.has(head.lower) || !head.cap || /^\d+$/.test(head.lower);
    if (
      start - 1 > from &&
      is(before, ',') &&
      describes &&
      word(tokens[start - 2]) &&
      tokens[start - 2]!.cap &&
      guard < 5 &&
      tokens[j + 1] &&
      is(tokens[j + 1], ',')
    ) {
      const s2 = phraseStart(tokens, start - 2, from);
      // "In Rome, the writer Ann Lee, …, said": no name to go on to, only a place.
      const place =
        s2 >= 0 &&
        (PREPOSITIONS.has(tokens[s2]!.lower) ||
          (s2 > from && word(tokens[s2 - 1]) && PREPOSITIONS.has(tokens[s2 - 1]!.lower)));
      if (
        s2 >= 0 &&
        !(place && tokens[j]!.cap) &&
        isName(tokens, trimLeft(tokens, s2, start - 2), start - 1)
      ) {
        j = start - 2;
        continue;
      }
    }
    // "The tired, angry voters said"
    const pair =
      is(before, ',') &&
      start - 3 >= from &&
      (start - 3 === from || !word(tokens[start - 4]) || is(tokens[start - 4], 'that')) &&
      !head.cap &&
      !DETERMINERS.has(head.lower) &&
      start < j &&
      word(tokens[start - 2]) &&
      !tokens[start - 2]!.cap &&
      word(tokens[start - 3]) &&
      /^(?:the|an?|his|her|their|its|one|some)$/.test(tokens[start - 3]!.lower);
    const made = placed(tokens, start, j, from) ?? phrase(tokens, pair ? start - 3 : start, j + 1);
    made.apposed = apposed && made.kind === 'description' ? apposed : null;
    if (
      made.kind === 'description' &&
      made.to - made.from === 1 &&
      (PREPOSITIONS.has(head.lower) ||
        isAuxiliary(head) ||
        /^(?:there|here|so|thus)$/.test(head.lower) ||
        (/ed$/.test(head.lower) && !head.cap))
    )
      return null;
    return made;
  }
  return null;
}

/** The "who" right before a verb, where a noun and no comma stands before it; -1 if there is none, or if the verb may tell words itself. */
function relativeBefore(tokens: readonly Token[], verb: number, from: number): number {
  if (
    CUES.has(tokens[verb]!.lower) ||
    /^(?:thinks?|thought|believes?|believed|knows?|knew|hopes?|hoped|feels?|felt)$/.test(
      tokens[verb]!.lower,
    )
  )
    return -1;
  let k = verb - 1;
  while (k > from && (isAuxiliary(tokens[k]) || isAdverb(tokens[k]))) k--;
  const noun = tokens[k - 1];
  return k - 1 >= from &&
    (is(tokens[k], 'who') || is(tokens[k], 'which')) &&
    word(noun) &&
    !looksVerb(noun) &&
    !CONJUNCTIONS.has(noun.lower) &&
    !PREPOSITIONS.has(noun.lower) &&
    !/^(?:one|someone|anyone|somebody|anybody|asked|asking|about)$/.test(noun.lower)
    ? k
    : -1;
}

/** "Ann Lee of Springfield, New South Wales said": the name before a place in two parts; null if this is none. */
function placed(
  tokens: readonly Token[],
  start: number,
  last: number,
  from: number,
): Phrase | null {
  if (start - 4 < from || !is(tokens[start - 1], ',') || !isName(tokens, start, last + 1))
    return null;
  let k = start - 2;
  while (k > from && start - k < 6 && word(tokens[k]) && tokens[k]!.cap) k--;
  if (!word(tokens[k]) || !/^(?:of|from)$/.test(tokens[k]!.lower) || k === start - 2) return null;
  let name = k;
  while (name > from && k - name < 5 && word(tokens[name - 1]) && tokens[name - 1]!.cap) name--;
  if (k - name < 2 || (name > from && !is(tokens[name - 1], ','))) return null;
  return phrase(tokens, name, last + 1);
}

/** For "who": of a phrase that ends in a name, the name and the words of office before it. */
function nearest(tokens: readonly Token[], found: Phrase | null): Phrase | null {
  if (!found || found.kind === 'pronoun' || !tokens[found.to - 1]!.cap) return found;
  let start = found.to;
  while (
    start > found.from &&
    word(tokens[start - 1]) &&
    (tokens[start - 1]!.cap || NAME_PARTICLES.has(tokens[start - 1]!.lower))
  )
    start--;
  return start > found.from && PREPOSITIONS.has(tokens[start - 1]!.lower)
    ? phrase(tokens, start, found.to)
    : found;
}

/** The first noun phrase of a sentence: its subject, where nothing shows otherwise. */
export function sentenceSubject(tokens: readonly Token[], from: number, to: number): Phrase | null {
  let k = from;
  for (let guard = 0; guard < 4; guard++) {
    while (
      k < to &&
      word(tokens[k]) &&
      (isAdverb(tokens[k]) ||
        /^(?:and|but|so|yet|meanwhile|however|still|even|here|there|while|when|as|although|though|because|if|after|before|since|that)$/.test(
          tokens[k]!.lower,
        ))
    )
      k++;
    while (k < to && is(tokens[k], ',')) k++;
    // "Before the vote, Lee lobbied": no clause, so no subject before the comma
    if (
      word(tokens[k - 1]) &&
      k - 1 >= from &&
      /^(?:before|after|since|as)$/.test(tokens[k - 1]!.lower)
    ) {
      let comma = k;
      while (
        comma < to &&
        comma - k < 8 &&
        word(tokens[comma]) &&
        !looksVerb(tokens[comma]!) &&
        !/[^s]s$|ed$/.test(tokens[comma]!.lower) &&
        !PRONOUNS.has(tokens[comma]!.lower)
      )
        comma++;
      if (is(tokens[comma], ',') && comma > k) k = comma + 1;
    }
    const t = tokens[k];
    if (!word(t) || k >= to) return null;
    const adverbial =
      PREPOSITIONS.has(t.lower) ||
      (TIME.has(t.lower) && !/^(?:may|march)$/.test(t.lower)) ||
      (/ing$/.test(t.lower) && !t.cap) ||
      (k === from && /(?:ing|ed)$/.test(t.lower) && t.lower.length > 4);
    // "A few minutes later they left", "The day before, at a fair, she left", "Back in 1987, he left"
    if (!adverbial) {
      let m = k;
      while (
        m < to &&
        m - k < 5 &&
        word(tokens[m]) &&
        !/^(?:minutes?|hours?|days?|weeks?|months?|years?|decades?|moments?|seconds?)$/.test(
          tokens[m]!.lower,
        )
      )
        m++;
      const unit =
        m < to &&
        m > k &&
        m - k < 5 &&
        word(tokens[m]) &&
        (DETERMINERS.has(t.lower) || NUMBER.test(t.lower) || t.lower === 'some') &&
        word(tokens[m + 1]) &&
        /^(?:later|earlier|ago|before|after|ahead|into|since|prior)$/.test(tokens[m + 1]!.lower);
      const back =
        t.lower === 'back' && word(tokens[k + 1]) && PREPOSITIONS.has(tokens[k + 1]!.lower);
      if (!unit && !back) break;
      if (unit && /^(?:later|earlier|ago)$/.test(tokens[m + 1]!.lower) && !is(tokens[m + 2], ',')) {
        k = m + 2;
        continue;
      }
    }
    let comma = k;
    while (comma < to && comma - k < 30 && !is(tokens[comma], ',')) comma++;
    if (!is(tokens[comma], ',')) break;
    k = comma + 1;
    // "in Rome, Tex., she": the second half of a place
    if (
      word(tokens[k]) &&
      tokens[k]!.cap &&
      tokens[k]!.lower.endsWith('.') &&
      is(tokens[k + 1], ',')
    )
      k += 2;
    else if (word(tokens[k]) && tokens[k]!.cap && is(tokens[k + 1], '.') && is(tokens[k + 2], ','))
      k += 3;
  }
  const t = tokens[k];
  if (!word(t) || k >= to) return null;
  if (PRONOUNS.has(t.lower) || RELATIVES.has(t.lower)) return phrase(tokens, k, k + 1);
  let end = k + 1;
  const limit = Math.min(to, k + 16);
  if (t.cap && !DETERMINERS.has(t.lower)) {
    while (
      end < limit &&
      word(tokens[end]) &&
      (tokens[end]!.cap || (PARTICLES.has(tokens[end]!.lower) && tokens[end + 1]?.cap))
    )
      end++;
    if (!(
      word(tokens[end]) &&
      !looksVerb(tokens[end]!) &&
      !CUES.has(tokens[end]!.lower) &&
      !/(?:ed|s)$/.test(tokens[end]!.lower) &&
      !PREPOSITIONS.has(tokens[end]!.lower) &&
      !CONJUNCTIONS.has(tokens[end]!.lower) &&
      !isAdverb(tokens[end]!)
    ))
      return phrase(tokens, k, end);
  }
  while (end < limit && word(tokens[end])) {
    const w = tokens[end]!;
    if (
      looksVerb(w) ||
      CONJUNCTIONS.has(w.lower) ||
      RELATIVES.has(w.lower) ||
      PRONOUNS.has(w.lower) ||
      isAdverb(w)
    )
      break;
    if (CUES.has(w.lower) && !CUES.get(w.lower)!.noun && CUES.get(w.lower)!.form !== 'base') break;
    if (!w.cap && /ed$/.test(w.lower) && w.lower.length > 4 && end > k + 1) break;
    if (
      PREPOSITIONS.has(w.lower) &&
      w.lower !== 'of' &&
      w.lower !== 'for' &&
      w.lower !== 'at' &&
      w.lower !== 'from' &&
      w.lower !== 'in'
    )
      break;
    end++;
  }
  while (end > k + 1 && PREPOSITIONS.has(tokens[end - 1]!.lower)) end--;
  return phrase(tokens, k, end);
}

/** The noun phrase that begins at token `at`: the subject of "said X". */
export function phraseAfter(tokens: readonly Token[], at: number, to: number): Phrase | null {
  let k = at;
  const t = tokens[k];
  if (!word(t) || k >= to) return null;
  if (PRONOUNS.has(t.lower)) return phrase(tokens, k, k + 1);
  if (
    OBJECTS.has(t.lower) &&
    !(t.lower === 'her' && word(tokens[k + 1]) && !isAdverb(tokens[k + 1]))
  )
    return null;
  if (TIME.has(t.lower) && t.lower !== 'may' && t.lower !== 'april' && t.lower !== 'june')
    return null;
  if (PREPOSITIONS.has(t.lower) || CONJUNCTIONS.has(t.lower) || isAuxiliary(t)) return null;
  const limit = Math.min(to, k + 24);
  let sawCap = false;
  while (k < limit) {
    const w = tokens[k]!;
    if (w.kind === 'quote') {
      if (k > at && w.end - w.start < 32 && tokens[k + 1]?.cap) {
        k++;
        continue;
      }
      break;
    }
    if (w.kind === 'punct') {
      if ((w.lower === "'" || w.lower === '’' || w.lower === '&') && k > at) {
        k++;
        continue;
      }
      if (
        w.lower === '.' &&
        tokens[k - 1]?.cap &&
        tokens[k + 1]?.cap &&
        tokens[k - 1]!.end - tokens[k - 1]!.start < 4
      ) {
        k++;
        continue;
      }
      break;
    }
    if (w.cap && !DETERMINERS.has(w.lower)) {
      if (TIME.has(w.lower) && k > at && !DETERMINERS.has(tokens[k - 1]!.lower)) break;
      sawCap = true;
      k++;
      continue;
    }
    if (
      (looksVerb(w) && !DETERMINERS.has(tokens[k - 1]?.lower ?? '')) ||
      RELATIVES.has(w.lower) ||
      PRONOUNS.has(w.lower) ||
      (isAdverb(w) && !(k > at && DETERMINERS.has(tokens[k - 1]!.lower)))
    )
      break;
    if (w.lower === 'and') {
      const n = tokens[k + 1];
      if (word(n) && (n.cap || (!sawCap && !looksVerb(n)))) {
        k++;
        continue;
      }
      break;
    }
    if (CONJUNCTIONS.has(w.lower) && w.lower !== 'of') break;
    if (PREPOSITIONS.has(w.lower)) {
      const n = tokens[k + 1];
      if (
        k > at &&
        word(n) &&
        !TIME.has(n.lower) &&
        !/^\d+$/.test(n.lower) &&
        !/ing$/.test(n.lower) &&
        (w.lower === 'of' ||
          w.lower === 'for' ||
          (w.lower === 'at' && !sawCap) ||
          (w.lower === 'from' && !sawCap) ||
          (w.lower === 'with' && !sawCap))
      ) {
        k++;
        continue;
      }
      break;
    }
    if (TIME.has(w.lower) || (sawCap && tokens[k - 1]!.cap && /ed$/.test(w.lower))) break;
    k++;
  }
  while (
    k > at &&
    (!word(tokens[k - 1]) ||
      PREPOSITIONS.has(tokens[k - 1]!.lower) ||
      tokens[k - 1]!.lower === 'and')
  )
    k--;
  if (k === at) return null;
  const made = phrase(tokens, at, k);
  if (is(tokens[k], ',') && made.kind === 'description') {
    let end = k + 1;
    while (
      end < to &&
      end - k < 7 &&
      word(tokens[end]) &&
      (tokens[end]!.cap || NAME_PARTICLES.has(tokens[end]!.lower))
    )
      end++;
    if (end - k > 2 && isName(tokens, k + 1, end)) made.apposed = { from: k + 1, to: end };
  }
  return made;
}

export const spanOfTokens = (tokens: readonly Token[], from: number, to: number): Span => ({
  start: tokens[from]!.start,
  end: tokens[to - 1]!.end,
});
