/** Where the words end that a cue introduces. */
import type { Token } from '../../../engine/draft.ts';
import type { Stretch } from '../../../engine/marks.ts';
import { CUES, SPEECH_NOUNS } from '../cues.ts';
import {
  CONJUNCTIONS,
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  TIME,
  isAdverb,
  looksVerb,
} from '../phrases.ts';
import { is, word, wordCount, type Attribution, type Frame } from './frame.ts';
import { tailOf } from './writers-tail.ts';

/** "Ann Lee, who said she was tired, left": where what is told in a clause between commas ends. */
function relativeEnd(frame: Frame, att: Attribution, from: number): number {
  const { tokens, last } = frame;
  const { subject } = att;
  if (!subject) return last;
  // "The bridge, which Ann Lee said was safe, fell": the relative is what is told of.
  const object =
    subject.kind !== 'relative' &&
    /^(?:which|who|whom)$/.test(tokens[subject.from - 1]?.lower ?? '') &&
    is(tokens[subject.from - 2], ',');
  if (!object && (subject.kind !== 'relative' || !is(tokens[subject.from - 1], ','))) return last;
  for (let k = from + (object ? 0 : 2); k < last - 1; k++) {
    const next = tokens[k + 1]!;
    if (
      (is(tokens[k], ',') ||
        (tokens[k]!.kind === 'quote' &&
          /,['’”"]*$/.test(frame.text.slice(tokens[k]!.end - 3, tokens[k]!.end)))) &&
      word(next) &&
      !next.cap &&
      (looksVerb(next) || /^[a-z]{3,}ed$/.test(next.lower))
    )
      return tokens[k]!.kind === 'quote' ? k + 1 : k;
  }
  return last;
}

/** "Ann Lee's claim that the bridge was safe was false": where words end that are the subject of another verb. */
function nounEnd(frame: Frame, att: Attribution, from: number): number {
  const { tokens, last, clause } = frame;
  if (!SPEECH_NOUNS.has(att.lemma)) return last;
  for (let k = clause.from; k < att.begin && att.begin - k < 40; k++)
    if (looksVerb(tokens[k]!)) return last;
  // "In answer to", "Contrary to": the subject of the sentence comes after the words.
  const leads = tokens
    .slice(Math.max(clause.from, att.begin - 40), att.begin)
    .some((t) => word(t) && PREPOSITIONS.has(t.lower));
  let verbs = 0;
  for (let k = from; k < Math.min(last, from + 60); k++) {
    const before = tokens[k - 1];
    // "In answer to Ann Lee's claim that the bridge was safe, Bob Kerr laughed"
    const comma = is(before, ',')
      ? k - 1
      : before?.kind === 'quote' && /,['’”"]*$/.test(frame.text.slice(before.end - 3, before.end))
        ? k
        : -1;
    if (
      verbs > 0 &&
      leads &&
      comma > from &&
      word(tokens[k]) &&
      (tokens[k]!.cap ||
        PRONOUNS.has(tokens[k]!.lower) ||
        DETERMINERS.has(tokens[k]!.lower) ||
        tokens[k]!.lower === 'there')
    )
      return comma;
    if (!looksVerb(tokens[k]!) || (k > from && (looksVerb(before!) || isAdverb(before)))) continue;
    if (
      word(before) &&
      (CONJUNCTIONS.has(before.lower) ||
        RELATIVES.has(before.lower) ||
        PRONOUNS.has(before.lower) ||
        before.lower === 'that')
    )
      continue;
    if (++verbs === 2) return is(before, ',') ? k - 1 : k;
  }
  return last;
}

/** Where the words end that begin at token `from`: the sentence's end, or the next attribution of its own. */
export function contentEnd(
  frame: Frame,
  atts: readonly Attribution[],
  index: number,
  from: number,
): number {
  const { tokens } = frame;
  const last = Math.min(relativeEnd(frame, atts[index]!, from), nounEnd(frame, atts[index]!, from));
  for (let m = index + 1; m < Math.min(atts.length, index + 12); m++) {
    const other = atts[m]!;
    if (other.begin <= from) continue;
    if (other.begin >= last) break;
    const at = other.begin;
    const before = tokens[at - 1];
    // "said he was too busy: “I have a lot going on,” he wrote": the quotation has an attribution of its own.
    if (before?.kind === 'quote' && is(tokens[at - 2], ':') && at - 2 > from) return at - 2;
    const comma = is(before, ',') || is(before, ';') || is(before, '—') || is(before, '–');
    const conjunction =
      word(before) && /^(?:and|but|while|though|although|whereas|as|yet)$/.test(before.lower);
    const commaBefore =
      conjunction &&
      (is(tokens[at - 2], ',') ||
        is(tokens[at - 2], ';') ||
        tokens[at - 2]?.kind === 'quote' ||
        is(tokens[at - 2], '—'));
    if (
      other.form === 'ing' &&
      !other.according &&
      (comma || before?.kind === 'quote' || (word(before) && before.lower === 'and'))
    )
      return comma ? at - 1 : before!.lower === 'and' ? at - 1 : at;
    if (other.according && (comma || before?.kind === 'quote')) return comma ? at - 1 : at;
    if (
      other.shares &&
      before?.kind === 'quote' &&
      /,['’”"]*$/.test(frame.text.slice(before.end - 3, before.end))
    )
      return at;
    const own =
      other.to < last &&
      (is(tokens[other.to], ':') || is(tokens[other.to], ',')) &&
      tokens[other.to + 1]?.kind === 'quote';
    if (own && !other.according && comma) {
      for (let k = at - 2; k > from + 1 && at - k < 24; k--)
        if (
          word(tokens[k]) &&
          /^(?:and|but)$/.test(tokens[k]!.lower) &&
          word(tokens[k + 1]) &&
          /^(?:when|if|as|after|before|while|in|on|at|asked|pressed)$/.test(tokens[k + 1]!.lower)
        )
          return is(tokens[k - 1], ',') ? k - 1 : k;
    }
    if (other.shares && (conjunction || comma))
      return commaBefore && tokens[at - 2]!.kind !== 'quote' ? at - 2 : at - 1;
    if (other.shares && word(before) && /^(?:and|but)$/.test(before.lower)) return at - 1;
    if (other.inverted && (comma || before?.kind === 'quote')) return comma ? at - 1 : at;
    if (commaBefore) return at - 2 + (tokens[at - 2]!.kind === 'quote' ? 1 : 0);
    if (is(before, ';')) return at - 1;
    if (
      is(before, ',') &&
      word(tokens[frame.clause.from]) &&
      /^(?:while|although|though|when|as|after|if|since|because)$/.test(
        tokens[frame.clause.from]!.lower,
      )
    )
      return at - 1;
    if (before?.kind === 'quote' && other.subject && at > from + 1) return at;
  }
  return tailOf(frame, atts[index]!, from, last);
}

/** Whether more of the clause follows a quotation that begins the words: `"remaining pockets" are gone`. */
export function quoteRest(
  text: string,
  tokens: readonly Token[],
  at: number,
  end: number,
  q: Stretch,
): boolean {
  if (at + 1 >= end) return false;
  if (/[.!?,]['’”"]?$/.test(text.slice(Math.max(q.inner.start, q.inner.end - 2), q.inner.end)))
    return false;
  const next = tokens[at + 1]!;
  // "said “No way” and left the room"
  if (
    word(next) &&
    /^(?:and|but)$/.test(next.lower) &&
    tokens[at + 2] &&
    (looksVerb(tokens[at + 2]!) ||
      (word(tokens[at + 2]) && CUES.get(tokens[at + 2]!.lower)?.form === 's'))
  )
    return false;
  if (next.kind === 'punct' && /^[—–(;,]$/.test(next.lower)) return wordCount(text, q.inner) < 4;
  // "tweeted “Thank you Indiana!” on Friday"
  if (
    word(next) &&
    /^(?:on|in|at|during|last|this|earlier|later)$/.test(next.lower) &&
    word(tokens[at + 2]) &&
    TIME.has(tokens[at + 2]!.lower) &&
    !/['’]s$/.test(tokens[at - 1]?.lower ?? '')
  )
    return false;
  if (
    word(next) &&
    wordCount(text, q.inner) >= 8 &&
    /^(?:in|during|on|at|when|after|as|while|to|before|and|but)$/.test(next.lower)
  )
    return false;
  return true;
}
