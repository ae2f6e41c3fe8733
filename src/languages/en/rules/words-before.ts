/** Which words before an attribution it may tell. */
import type { Token } from '../../../engine/draft.ts';
import {
  CONJUNCTIONS,
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  TIME,
  isAuxiliary,
  looksVerb,
  phraseAfter,
} from '../phrases.ts';
import { skipTime } from './clause-shape.ts';
import {
  INVERTING,
  hasQuote,
  is,
  isAdverbial,
  word,
  type Attribution,
  type Frame,
} from './frame.ts';

/** Where the words before an attribution begin and end: `[from, to)`, or null. */
export function backwardOf(
  frame: Frame,
  att: Attribution,
  floor: number,
): { from: number; to: number; quote: boolean } | null {
  const { tokens, clause } = frame;
  let end = att.begin;
  let comma = false;
  if (is(tokens[end - 1], ',') || is(tokens[end - 1], '—') || is(tokens[end - 1], '–')) {
    comma = true;
    end--;
  }
  if (is(tokens[end - 1], 'as') && is(tokens[end - 2], ',') && att.begin - 2 > clause.from) {
    end -= 2;
    comma = true;
  }
  const prior = tokens[end - 1];
  if (
    prior?.kind === 'quote' &&
    !comma &&
    !/[.,!?…—-]['’”"]?$/.test(
      frame.text.slice(
        Math.max(prior.quote!.inner.start, prior.quote!.inner.end - 2),
        prior.quote!.inner.end,
      ),
    ) &&
    prior.end - prior.start < 30
  )
    return null;
  if (prior?.kind === 'quote') {
    // also over the end of a sentence: "…?" Smith asked, "…." The diplomat said
    return { from: end - 1, to: end, quote: true };
  }
  const quoted = quoteBefore(frame, att, end, floor);
  if (quoted >= 0) return { from: quoted, to: quoted + 1, quote: true };
  // "Ann Lee leads by 271 votes according to a count"
  if (
    att.according &&
    !comma &&
    att.begin - Math.max(clause.from, floor) >= 5 &&
    word(tokens[end - 1])
  )
    comma = true;
  if (!comma || end <= Math.max(clause.from, floor)) return null;
  const from = Math.max(clause.from, floor, frame.from);
  return from < end ? { from, to: end, quote: false } : null;
}

/**
 * `“We lost,” Ann Lee, 40, of Rome, said`: the quotation that ends in a comma where nothing but the speaker stands between it
 * and the cue; -1 if there is none. The subject becomes the phrase right after the quotation.
 */
function quoteBefore(frame: Frame, att: Attribution, end: number, floor: number): number {
  const { text, tokens, clause } = frame;
  if (
    att.according ||
    att.inverted ||
    att.shares ||
    (att.form !== 'past' && att.form !== 's') ||
    end <= Math.max(clause.from, floor)
  )
    return -1;
  let q = end - 1;
  while (q > Math.max(clause.from, floor) && end - q < 40 && tokens[q]!.kind !== 'quote') q--;
  const stretch = tokens[q]!.quote;
  if (
    !stretch ||
    q + 1 >= end ||
    !/[,?!]['’”"]?$/.test(
      text.slice(Math.max(stretch.inner.start, stretch.inner.end - 2), stretch.inner.end),
    )
  )
    return -1;
  if (q > Math.max(clause.from, floor) && !is(tokens[q - 1], ',')) return -1;
  const subject = phraseAfter(tokens, q + 1, end);
  if (!subject || subject.kind === 'pronoun' || !is(tokens[subject.to], ',')) return -1;
  // A verb of the speaker's own would make this another clause, unless it stands after "who".
  let relative = false;
  for (let k = subject.to; k < end; k++) {
    const t = tokens[k]!;
    if (t.kind === 'punct' && !/^[,.()’'&-]$/.test(t.lower)) return -1;
    if (!word(t)) continue;
    if (RELATIVES.has(t.lower) || t.lower === 'whose') relative = true;
    if (
      !relative &&
      (looksVerb(t) ||
        ((PRONOUNS.has(t.lower) || CONJUNCTIONS.has(t.lower)) &&
          t.lower !== 'and' &&
          t.lower !== 'i'))
    )
      return -1;
  }
  if (subject.kind === 'name' && !DETERMINERS.has(tokens[subject.from]!.lower))
    att.subject = subject;
  else if (att.subject && att.subject.from > subject.from && att.subject.kind === 'description')
    att.subject = { ...att.subject, from: subject.from };
  return q;
}

/** A clause before ", he said" that can be the words said: it has a verb, and is no mere adverbial. */
export function backwardClause(
  frame: Frame,
  from: number,
  to: number,
  att: Attribution,
  join: Attribution['join'],
): boolean {
  const { tokens } = frame;
  // "The bridge, she said, would be safe": a subject is enough where its verb follows.
  const verbFollows = is(tokens[att.to], ',') && isAuxiliary(tokens[att.to + 1]);
  if (to - from < 3 && !hasQuote(tokens, from, to) && !verbFollows) return false;
  if (join === 'that' || join === 'quote' || join === 'colon' || join === 'wh' || join === 'np')
    return false;
  if (att.form === 'ing' && !att.according) return false;
  if (att.shares) return false;
  if (att.subject?.kind === 'relative') return false;
  let k = from;
  while (k < to && tokens[k]!.kind === 'punct') k++;
  const first = tokens[k]!;
  if (join === 'bare' && !att.inverted && !att.according) {
    // "In June, he said X": words follow, so what stands before is an adverbial or another clause
    return false;
  }
  if (
    att.strength === 1 ||
    (att.strength === 2 && !INVERTING.has(att.lemma) && att.lemma !== 'out')
  )
    return false;
  if (
    first.kind === 'word' &&
    (PREPOSITIONS.has(first.lower) || TIME.has(first.lower)) &&
    to - from < 6
  )
    return false;
  // "Asked whether she would go, Ann Lee said no": what somebody was asked, she did not say.
  if (
    word(first) &&
    !att.according &&
    /^(?:asked|pressed|questioned|quizzed|challenged|told|reminded)$/.test(first.lower) &&
    !tokens.slice(from, to).some((t) => is(t, ','))
  )
    return false;
  return true;
}

/** Whether an attribution behind a comma, with nothing after it that it could tell, has the sentence up to it. */
export function hasItAll(frame: Frame, closing: Attribution, before: Attribution): boolean {
  const { tokens, last } = frame;
  // "Ann Lee told the paper that the bridge was safe, according to two people who heard her"
  if (closing.according)
    return (
      is(tokens[closing.begin - 1], ',') &&
      closing.subject !== null &&
      last - closing.subject.to < 12 &&
      tokens.slice(closing.subject.to, last).every(word) &&
      !before.according &&
      !before.shares &&
      before.begin < closing.begin &&
      (before.form === 'past' || before.form === 's')
    );
  if (
    closing.shares ||
    closing.negative ||
    closing.strength < 2 ||
    (closing.form !== 'past' && closing.form !== 's') ||
    closing.subject === null ||
    !(closing.subject.kind === 'name' || DETERMINERS.has(tokens[closing.subject.from]!.lower))
  )
    return false;
  if (
    !is(tokens[closing.begin - 1], ',') ||
    before.according ||
    before.begin >= closing.begin ||
    before.shares
  )
    return false;
  let k = closing.end;
  const to = closing.addressee ? phraseAfter(tokens, k, last) : null;
  if (to) k = to.to;
  return skipTime(tokens, k, last) >= last;
}

/** Words that open an adverbial or a participle: "After", "Asked", "Commenting". */
export const leadsUp = (t: Token) =>
  isAdverbial(t) || (word(t) && t.lower.length > 4 && /(?:ed|ing)$/.test(t.lower));
