/** What a noun phrase is, and of which kind. */
import { certain } from '../../../text/certain.ts';
import type { Span } from '../../../text/span.ts';
import { INDEFINITES, isPronoun, POSSESSIVES, RELATIVES } from '../lexicon/closed-class.ts';
import { NAME_PARTICLES, OFFICE } from '../lexicon/person-names.ts';
import { AMBIGUOUS_TITLES, TITLES } from '../lexicon/titles.ts';
import type { Token } from '../words.ts';
import { isCapitalised, isDeterminer, isPreposition, isWord, looksVerb } from './tokens.ts';

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

/** Whether every word of the run is capitalised, particles and initials aside. */
export function isName(tokens: readonly Token[], from: number, to: number): boolean {
  let caps = 0;
  for (const t of tokens.slice(from, to)) {
    if (t.kind !== 'word') return false;
    if (t.cap) caps++;
    else if (!NAME_PARTICLES.has(t.lower)) return false;
  }
  return caps > 0;
}

/** "His GP": somebody's one word is no name. */
export const isSomebodys = (run: readonly Token[]): boolean =>
  run.length === 2 && POSSESSIVES.has(run[0]?.lower ?? '');

/** What a run of tokens is, as its words tell. */
export function kindOf(tokens: readonly Token[], from: number, to: number): Phrase['kind'] {
  const run = tokens.slice(from, to);
  const first = certain(run[0], 'a phrase has a word');
  if (run.length === 1) {
    if (isPronoun(first.lower)) return 'pronoun';
    if (RELATIVES.has(first.lower)) return 'relative';
    if (INDEFINITES.has(first.lower)) return 'indefinite';
  }
  if (isSomebodys(run)) return 'description';
  if (isDeterminer(first) && run.some((t) => t.kind === 'word' && isPreposition(t)))
    return 'description';
  return isCapitalised(run.at(-1)) && isNameLike(run) ? 'name' : 'description';
}

/** Ends in a capitalised name, whatever stands before it: "the diplomat Ann Lee". */
const isNameLike = (run: readonly Token[]): boolean =>
  !run.some((t) => isWord(t) && isPreposition(t) && !OFFICE.has(t.lower));

/** One token that stands as a pronoun: in a contraction ("|she|'s said"), as an object ("quoted |her| as saying"). */
export const pronounAt = (k: number): Phrase => ({
  from: k,
  to: k + 1,
  kind: 'pronoun',
  apposed: null,
  antecedent: null,
});

/** A phrase of `[from, to)`, its kind read from its words; `to` lies after `from`. */
export const phrase = (tokens: readonly Token[], from: number, to: number): Phrase => ({
  from,
  to,
  kind: kindOf(tokens, from, to),
  apposed: null,
  antecedent: null,
});

export const spanOfTokens = (tokens: readonly Token[], from: number, to: number): Span => ({
  start: certain(tokens[from], 'the first token of a phrase').start,
  end: certain(tokens[to - 1], 'the last token of a phrase').end,
});

/** A verb of a clause that only looks like part of a description: "experts |are wary of the plan, saying". */
const FINITE = /^(?:is|are|was|were|has|have|had|would|could|should|sees?|seems?|appears?)$/;

/** "modelling |that Minister Lee| will use": a relative clause without its verb; but "pretended that Ann Lee". */
const isCutOff = (tokens: readonly Token[], that: number, to: number): boolean =>
  isCapitalised(tokens[to - 1]) &&
  !/ed$/.test(tokens[that - 1]?.lower ?? '') &&
  !tokens.slice(that - 1, to).some(looksVerb);

/** Where a description or a name ends: before the verb of its own clause, and before "modelling |that Minister Lee| will use". */
export function endOfDescription(
  tokens: readonly Token[],
  { from, to, kind }: Pick<Phrase, 'from' | 'to' | 'kind'>,
): number {
  if (kind !== 'description' && kind !== 'name') return to;
  const isNamed = tokens[from]?.cap === true && !isDeterminer(tokens[from]);
  for (let k = from + 1; k < to; k++) {
    const t = tokens[k];
    if (!isWord(t) || t.cap) continue;
    // "Ann Lee |who is the keeper of the bridge|"
    if (RELATIVES.has(t.lower) && isNamed && k - from > 1 && isName(tokens, from, k)) return k;
    if (kind === 'name' && isNamed) continue;
    if (RELATIVES.has(t.lower)) return to;
    // "Officials |including Ann Lee, Bob Ray and Cy Orr|"
    if (isExample(t, tokens[k + 1])) return k;
    if (t.lower === 'that') return isCutOff(tokens, k, to) ? k : to;
    // "The flood |has UK engineers| wondering": who is named behind it is meant.
    const isCausing = /^ha(?:s|ve|d)$/.test(t.lower) && tokens[k + 1]?.cap === true;
    if (FINITE.test(t.lower) && !isDeterminer(tokens[k - 1]) && !isCausing) return k;
  }
  return to;
}

const isExample = (t: Token, next: Token | undefined): boolean =>
  t.lower === 'including' || (t.lower === 'such' && next?.lower === 'as');

/** "Minister for Roads", "Acme Chief Executive": an office in capitals, which is nobody's name. */
export function isOfficeName(
  tokens: readonly Token[],
  { kind, from, to }: Pick<Phrase, 'from' | 'to' | 'kind'>,
): boolean {
  const last = tokens[to - 1]?.lower ?? '';
  const endsAsOffice = to - from > 1 && TITLES.has(last) && !AMBIGUOUS_TITLES.has(last);
  const isLinked = tokens.slice(from + 1, to - 1).some(({ lower }) => /^(?:for|of)$/.test(lower));
  return kind === 'name' && (endsAsOffice || isLinked);
}
