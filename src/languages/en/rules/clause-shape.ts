/** Whether words look like a clause, a phrase, a time, and where a date line ends. */
import type { Clause, Token } from '../../../engine/draft.ts';
import {
  PREPOSITIONS,
  PRONOUNS,
  TIME,
  isAdverb,
  isAuxiliary,
  looksVerb,
  phraseAfter,
  type Phrase,
} from '../phrases.ts';
import { is, word, type Attribution } from './frame.ts';

/** Whether bare words after a weak cue look like a clause: a subject, then a verb. */
export function looksClause(tokens: readonly Token[], k: number, to: number): boolean {
  const t = tokens[k];
  if (!word(t) || t.lower === 'and' || t.lower === 'or') return false;
  if (isAuxiliary(t)) return true;
  const limit = Math.min(to, k + 12);
  for (let m = k + 1; m < limit; m++) {
    const n = tokens[m]!;
    if (n.kind === 'punct' && (n.lower === ',' || n.lower === ';')) return false;
    if (n.kind !== 'word') continue;
    if (isAuxiliary(n)) return true;
    if (PREPOSITIONS.has(n.lower) && n.lower !== 'of') {
      if (PRONOUNS.has(t.lower)) continue;
    }
    if (
      /^(?:said|went|made|took|got|came|knew|gave|saw|needs?|wants?|wanted|needed|makes?|takes?|gets?|goes|comes|knows?|should|let)$/.test(
        n.lower,
      )
    )
      return true;
    if (
      /ed$/.test(n.lower) &&
      !n.cap &&
      n.lower.length > 4 &&
      !PREPOSITIONS.has(tokens[m + 1]?.lower ?? '')
    )
      return true;
  }
  return PRONOUNS.has(t.lower) && t.lower !== 'you' && t.lower !== 'it';
}

/** Cues whose words may be no clause: "predict a resurgence", "declared the city liberated from the enemy". */
export function takesPhrase(
  tokens: readonly Token[],
  att: Attribution,
  from: number,
  last: number,
): boolean {
  if (att.kind === 'predicted') return last - from > 1;
  if (att.lemma !== 'declare') return false;
  const object = phraseAfter(tokens, from, last);
  let k = object?.to ?? last;
  while (k < last && isAdverb(tokens[k])) k++;
  const next = tokens[k];
  return (
    object !== null &&
    k < last &&
    word(next) &&
    (/ed$/.test(next.lower) ||
      /^(?:free|dead|safe|open|closed|independent|void|winner|an?|unfit|guilty|innocent)$/.test(
        next.lower,
      ))
  );
}

/** Whether a time, place or occasion may begin at token `k`: one token past it, or `k` itself. */
export function skipTime(tokens: readonly Token[], k: number, last: number): number {
  let j = k;
  const t = tokens[j];
  if (!word(t) || j >= last) return k;
  if (t.lower === 'may' && !t.cap) return k;
  if (/^(?:on|in|at|by|since|during|late|early|the|last|this|next|of|over|for)$/.test(t.lower)) {
    let m = j + 1;
    // "told the paper last fall": a season is a time after "last" and the like only.
    if (
      /^(?:last|this|next)$/.test(tokens[m - 1]!.lower) &&
      word(tokens[m]) &&
      m < last &&
      /^(?:spring|summer|fall|autumn|winter)$/.test(tokens[m]!.lower)
    )
      return m + 1;
    while (
      m < last &&
      word(tokens[m]) &&
      /^(?:the|last|this|next|early|late|a|same|previous|mid|\d{1,2}(?:st|nd|rd|th)?)$/.test(
        tokens[m]!.lower,
      )
    )
      m++;
    const n = tokens[m];
    if (
      word(n) &&
      m < last &&
      ((TIME.has(n.lower) &&
        (n.lower !== 'may' || n.cap) &&
        (n.cap ||
          /^(?:day|week|month|year|morning|afternoon|evening|night|time|weekend|days|weeks|months|years)$/.test(
            n.lower,
          ))) ||
        (/^(?:19|20)\d\d$/.test(n.lower) && t.lower === 'in'))
    )
      j = m + 1;
    else return k;
  } else if (TIME.has(t.lower)) j++;
  else return k;
  while (
    j < last &&
    word(tokens[j]) &&
    (TIME.has(tokens[j]!.lower) || /^\d{1,2}$|^(?:19|20)\d\d$/.test(tokens[j]!.lower))
  )
    j++;
  return j;
}

/** First token after a dateline: "NEW YORK (AFP) – ", "MOSCOW, July 5 — ", "Springfield, Ill. — ". */
export function afterDateline(text: string, tokens: readonly Token[], clause: Clause): number {
  for (let k = clause.from + 1; k < Math.min(clause.to, clause.from + 10); k++) {
    const t = tokens[k]!;
    if (t.kind === 'quote') break;
    if (t.kind !== 'punct' || !/^[—–-]$/.test(t.lower)) continue;
    const first = text.slice(tokens[clause.from]!.start, tokens[clause.from]!.end);
    // "NATO — the alliance of 32 states — said": a second dash makes of the first the opening of an aside.
    let dash = k + 1;
    while (
      dash < Math.min(clause.to, k + 20) &&
      !(tokens[dash]!.kind === 'punct' && /^[—–-]$/.test(tokens[dash]!.lower)) &&
      !looksVerb(tokens[dash]!)
    )
      dash++;
    if (dash + 1 < clause.to && tokens[dash]!.kind === 'punct' && looksVerb(tokens[dash + 1]!))
      break;
    const dated =
      (word(tokens[k - 1]) && /\.$|^\d+$/.test(tokens[k - 1]!.lower)) || is(tokens[k - 1], '.');
    if (is(tokens[k - 1], ')') || (first.length > 3 && first === first.toUpperCase())) return k + 1;
    if (
      dated &&
      clause.from === 0 &&
      is(tokens[1], ',') &&
      tokens.slice(0, k).every((t) => t.cap || t.kind === 'punct' || /^\d+$/.test(t.lower))
    )
      return k + 1;
    break;
  }
  return clause.from;
}

/** "him a liar", "the plan reckless": an object and what it is called. */
export function namesSomething(tokens: readonly Token[], from: number, to: number): boolean {
  const object = phraseAfter(tokens, from, to) ?? null;
  const first = tokens[from]!;
  const after = /^(?:him|her|them|it|himself|herself|me|us|you)$/.test(first.lower)
    ? from + 1
    : object
      ? object.to
      : -1;
  if (after < 0) return false;
  for (let m = after; m < Math.min(to, after + 12); m++) if (is(tokens[m], 'as')) return true;
  for (let m = from + 1; m < Math.min(to, from + 8); m++)
    if (/^(?:an?)$/.test(tokens[m]!.lower) && m >= after) return true;
  return false;
}

/** "said nothing", "said little about the plan": no words are told. */
export const saysNothing = (words: string): boolean =>
  /^(?:nothing|little|(?:not )?much|anything)(?:\s+(?:about|of|on|more|else|to|in|at|after|when|during)\b[^]*)?[.]?$/i.test(
    words,
  );

/** Last token of a phrase's head: before "of", "for" and the like. */
export function headEnd(tokens: readonly Token[], p: Phrase): number {
  let k = p.from;
  while (
    k + 1 < p.to &&
    !(tokens[k + 1]!.kind === 'word' && PREPOSITIONS.has(tokens[k + 1]!.lower)) &&
    tokens[k + 1]!.kind === 'word'
  )
    k++;
  return k;
}
