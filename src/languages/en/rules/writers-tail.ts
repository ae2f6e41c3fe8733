/** What the writer adds behind the words told. */
import type { Token } from '../../../engine/draft.ts';
import {
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  isAdverb,
  isAuxiliary,
  looksVerb,
} from '../phrases.ts';
import { skipTime } from './clause-shape.ts';
import { SAYING_NOUNS, hasQuote, is, word, type Attribution, type Frame } from './frame.ts';

/** What the writer adds behind the words told, up to `last`: asides, a verb of the speaker's own, the place of the saying, the main clause. */
export function tailOf(frame: Frame, att: Attribution, from: number, last: number): number {
  const { tokens, clause, text } = frame;
  if (last - from > 250) return last;
  const isDash = (t: Token | undefined) =>
    t !== undefined && t.kind === 'punct' && /^(?:—|–|--|-)$/.test(t.lower);
  const closes = (k: number, marks: RegExp) =>
    tokens[k]!.kind === 'quote' &&
    marks.test(text.slice(Math.max(tokens[k]!.start, tokens[k]!.end - 3), tokens[k]!.end));
  let head = clause.from;
  while (
    head < clause.from + 4 &&
    ((word(tokens[head]) && /^(?:and|but|yet|so|however|even)$/.test(tokens[head]!.lower)) ||
      is(tokens[head], ','))
  )
    head++;
  const subordinate =
    word(tokens[head]) &&
    /^(?:while|although|though|when|as|after|before|once|if|since|because)$/.test(
      tokens[head]!.lower,
    ) &&
    att.begin - head <= 2 &&
    !att.inverted;
  let quoted = false;
  for (let k = from; k < last - 1; k++) {
    const t = tokens[k]!;
    const next = tokens[k + 1]!;
    if (t.kind === 'quote') quoted = true;
    const inMarks = closes(k, /,['’”"]*$/);
    if (k > from && (is(t, ',') || inMarks) && word(next)) {
      const at = inMarks ? k + 1 : k;
      // "While he said the shop would open, it stayed shut"
      if (
        subordinate &&
        k - from >= 2 &&
        (PRONOUNS.has(next.lower) ||
          next.cap ||
          (DETERMINERS.has(next.lower) &&
            !/^(?:most|some|many|several|few|all|both|one|each)$/.test(next.lower)))
      )
        return at;
      // "said the shop would open, but declined to name a day"
      if (att.form === 'past' && /^(?:and|but)$/.test(next.lower) && ownVerb(tokens, k + 2))
        return at;
    }
    // "said it was “a mess” and urged them to leave"
    if (
      quoted &&
      k > from &&
      att.form === 'past' &&
      word(t) &&
      /^(?:and|but)$/.test(t.lower) &&
      !is(tokens[k - 1], ',') &&
      !isAuxiliary(next) &&
      (looksVerb(next) || (word(next) && /^[a-z]{3,}ed$/.test(next.lower)))
    )
      return k;
    // "called it “a mess” on Monday"
    if (
      t.kind === 'quote' &&
      (att.naming || att.kind === 'accused') &&
      skipTime(tokens, k + 1, last) > k + 1 &&
      !hasQuote(tokens, k + 1, last)
    )
      return k + 1;
    // A new sentence in brackets.
    if (is(next, '(') && closes(k, /[.!?]['’”"]*$/)) return k + 1;
    if (isDash(t) && k > from && word(next)) {
      // "said it had closed — a step nobody had asked for", "called it “a mess” — even though …"
      const behind =
        tokens[k - 1]!.kind === 'quote' &&
        (/^(?:with|which|who|even|although|though|but|and)$/.test(next.lower) ||
          /ing$/.test(next.lower));
      if (!behind && !/^(?:an?|the)$/.test(next.lower)) continue;
      let m = k + 1;
      while (m < last && !isDash(tokens[m]) && !(behind && tokens[m]!.kind === 'quote')) m++;
      if (m >= last) return isDash(tokens[k - 1]) ? k - 1 : k;
      k = m - 1;
    }
    if (
      k > from &&
      word(t) &&
      /^(?:in|on|via)$/.test(t.lower) &&
      last - k <= 7 &&
      isChannel(tokens, k + 1, last)
    )
      return k;
  }
  return last;
}

/** A verb without a subject of its own: "declined to", "urged him", "accused the board". */
function ownVerb(tokens: readonly Token[], at: number): boolean {
  const t = tokens[at];
  const after = tokens[at + 1];
  if (!word(t) || t.cap || !word(after) || (isAuxiliary(t) && t.lower !== 'did')) return false;
  if (!looksVerb(t) && !/^[a-z]{3,}ed$/.test(t.lower)) return false;
  return (
    after.cap ||
    isAdverb(after) ||
    PREPOSITIONS.has(after.lower) ||
    DETERMINERS.has(after.lower) ||
    PRONOUNS.has(after.lower) ||
    /^(?:him|her|them|us|me|himself|herself|themselves|not|short|that|no)$/.test(after.lower)
  );
}

/** "in a letter", "on Twitter", "in a statement Monday", up to the end. */
function isChannel(tokens: readonly Token[], from: number, last: number): boolean {
  let m = from;
  while (
    m < last &&
    word(tokens[m]) &&
    (/^(?:an?|his|her|their|its|the)$/.test(tokens[m]!.lower) || tokens[m]!.cap)
  )
    m++;
  if (m === last)
    return last - from === 1 && /^(?:twitter|facebook|instagram)$/.test(tokens[from]!.lower);
  return (
    m > from &&
    word(tokens[m]) &&
    SAYING_NOUNS.has(tokens[m]!.lower) &&
    skipTime(tokens, m + 1, last) >= last
  );
}
