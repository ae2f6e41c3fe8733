/** Where a mention begins and ends within the words that were taken for it. */
import type { Token } from '../../engine/draft.ts';
import { spanOfRun } from '../../engine/clauses.ts';
import type { Span } from '../../model/records.ts';
import { isName, PREPOSITIONS, RELATIVES, TIME, trimLeft } from './phrases.ts';
import { CUES } from './cues.ts';
import { TITLES } from './lexicon/titles.ts';
import { MADE } from './lexicon/verbs.ts';
import { isPronoun } from './lexicon/closed-class.ts';
import { behindSource } from './phrases/before.ts';
import { endsClause, phraseStart } from './phrases/start.ts';
import { isAdverb, isDeterminer, isWord } from './phrases/tokens.ts';

const isPunct = (t: Token | undefined): boolean => t?.kind === 'punct';

/** The run without what stands in apposition, when it was said, and loose punctuation. */
export function core(
  tokens: readonly Token[],
  first: number,
  last: number,
): { from: number; to: number; apposed: Span | null } {
  let { from, to } = withoutClause(tokens, first, last);
  let comma = from + 1;
  while (comma < to && !(isPunct(tokens[comma]) && /^[,(—–]$/.test(tokens[comma]?.lower ?? '')))
    comma += isShortened(tokens, comma + 1) ? 4 : 1;
  let apposed: Span | null = null;
  if (comma < to) {
    if (comma + 1 < to && isName(tokens, comma + 1, to)) apposed = spanOfRun(tokens, comma + 1, to);
    to = comma;
  }
  const isTimely = (k: number): boolean => TIME.has(tokens[k]?.lower ?? '');
  const leads = (k: number): boolean => PREPOSITIONS.has(tokens[k]?.lower ?? '');
  // "news sources on Tuesday": when they said it is no part of who they are.
  const isFigure = (k: number): boolean => /^\d/.test(tokens[k]?.lower ?? '');
  for (let k = from + 1; k + 1 < to; k++)
    if (leads(k) && (isTimely(k + 1) || (isFigure(k + 1) && isTimely(k + 2)))) to = k;
  to = beforeVerb(tokens, from, beforeAsked(tokens, from, beforeTime(tokens, from, to)));
  // "his lawyer |today|"
  if (to - 1 > from && /^(?:today|yesterday|tonight)$/.test(tokens[to - 1]?.lower ?? '')) to--;
  // "the driver |who|"
  while (to - 1 > from && (isPunct(tokens[to - 1]) || RELATIVES.has(tokens[to - 1]?.lower ?? '')))
    to--;
  to = beforeJoined(tokens, from, to);
  to = beforeLastVerb(tokens, from, behindName(tokens, from, to));
  to = behindOwner(tokens, from, beforeMade(tokens, from, to));
  // "In April and May Ann Lee": nor is it before.
  if (leads(from) && tokens.slice(from, to).some(({ lower }) => TIME.has(lower)))
    from = trimLeft(tokens, from, to - 1);
  while (from < to - 1 && isPunct(tokens[from])) from++;
  return { from, to, apposed };
}

/** "the Weir Board |(WB)| and the Harbour Office": letters in brackets behind a name to which another is joined. */
const isShortened = (tokens: readonly Token[], open: number): boolean =>
  tokens[open]?.lower === '(' &&
  tokens[open + 2]?.lower === ')' &&
  tokens[open + 3]?.lower === 'and';

const FINITE =
  /^(?:is|are|was|were|has|had|did|does|went|came|took|gave|knew|saw|became|began|ran|wrote|spoke|ends|begins|seems|appears|remains|got|fell|rose|grew|broke|threw|flew|drove|rang)$/;
const LATER = /^(?:also|then|now|meanwhile|later|again|earlier|previously|soon|still|already)$/;

/** "Ann Lee |wrote to Bob Ray|", "The book |claims Mr Ray|", "|The row broke as| Ann Lee", "Mr. Lee |later|": the run without a clause around whoever is named. */
function withoutClause(
  tokens: readonly Token[],
  first: number,
  last: number,
): { from: number; to: number } {
  const noun = nounOfAgent(tokens, first, last);
  if (noun >= 0) return { from: noun, to: first - 2 };
  const verb = finiteIn(tokens, first, last);
  let [from, to] = [behindSource(tokens, first, last - 1), last];
  if (verb > 0) {
    const link = tokens.slice(verb, last).findLastIndex(({ lower }) => LINK.test(lower));
    const behind = verb + link + 1;
    if (link < 0) to = verb;
    else if (behind < last && isNamedAlone(tokens, behind, last)) from = behind;
  }
  while (to - 1 > from && LATER.test(tokens[to - 1]?.lower ?? '') && !tokens[to - 1]?.cap) to--;
  return { from, to };
}

/** "|firms| contacted by the Echo |say|": where whoever was asked begins, by whom the run before a verb names; -1 elsewhere. */
function nounOfAgent(tokens: readonly Token[], first: number, last: number): number {
  const isAgent =
    tokens[first - 1]?.lower === 'by' &&
    /^(?:contacted|interviewed|surveyed|polled|questioned|approached|asked|quoted|consulted)$/.test(
      tokens[first - 2]?.lower ?? '',
    );
  const isSubject = CUES.has(tokens[last]?.lower ?? '') && isWord(tokens[first - 3]);
  return isAgent && isSubject ? phraseStart(tokens, first - 3, Math.max(0, first - 9)) : -1;
}

const LINK = /^(?:as|while|when|after|before|because|since|but|and|with|if|where)$/;

/** Whether nothing but somebody's name or description stands in a run: no "he", and no clause. */
const isNamedAlone = (tokens: readonly Token[], from: number, to: number): boolean =>
  !isPronoun(tokens[from]?.lower ?? '') && finiteIn(tokens, from, to) === 0;

/** Where a verb stands behind a subject, before "who" and "that"; 0 where none does. */
function finiteIn(tokens: readonly Token[], first: number, last: number): number {
  for (let k = first + 1; k < last; k++) {
    const [verb, next] = [tokens[k], tokens[k + 1]];
    if (RELATIVES.has(verb?.lower ?? '') || verb?.lower === 'that') return 0;
    // "the clerk |I rang next|", "The flood |has Ayr engineers| wondering"
    if (isPronoun(tokens[k - 1]?.lower ?? '')) return 0;
    if (verb?.kind !== 'word' || verb.cap || (/^ha[sd]$/.test(verb.lower) && next?.cap)) continue;
    const isTold = k + 1 < last && CUES.get(verb.lower)?.form === 's' && TITLES.has(titleOf(next));
    const isOfName = tokens[k - 1]?.cap && next?.cap && k + 1 < last && isVerbOfName(verb.lower);
    if (FINITE.test(verb.lower) || isTold || isOfName) return k;
  }
  return 0;
}

/** "Ann Lee |texted| Bob Ray", "Ann Lee |told| Bob Ray". */
const isVerbOfName = (word: string): boolean => {
  const cue = CUES.get(word);
  return (
    /^(?:e-?mailed|messaged|phoned|telephoned|contacted|thanked)$/.test(word) ||
    (cue?.form === 'past' && !cue.noun)
  );
};

const titleOf = (t: Token | undefined): string => (t?.lower ?? '').replace(/\.$/, '');

const isCompared = (t: Token | undefined): boolean => t?.lower === 'more' || t?.lower === 'most';

/** "Acme |earlier this month|", "the fund |last week|", "Ann Lee |more recently|": when it was said is no part of who they are. */
function beforeTime(tokens: readonly Token[], from: number, to: number): number {
  const more = isAdverb(tokens[to - 1]) && !isCompared(tokens[to - 1]) ? to - 2 : to - 1;
  if (more > from && isCompared(tokens[more]) && isAdverb(tokens[more + 1])) return more;
  const [which, time] = [tokens[to - 2], tokens[to - 1]];
  if (!/^(?:this|last|next)$/.test(which?.lower ?? '') || !TIME.has(time?.lower ?? '')) return to;
  const end = /^(?:early|earlier|late|later)$/.test(tokens[to - 3]?.lower ?? '') ? to - 3 : to - 2;
  return end > from ? end : to;
}

/** "a spokesperson |when contacted by the Echo|". */
function beforeAsked(tokens: readonly Token[], from: number, to: number): number {
  let asked = from + 1;
  while (asked < to - 1 && !/^(?:when|while)$/.test(tokens[asked]?.lower ?? '')) asked++;
  const isClause = tokens.slice(from, asked).some(({ lower }) => RELATIVES.has(lower));
  return asked < to - 1 && !isClause ? asked : to;
}

/** "Helen |placed the book in my hands|": a verb with its object behind the noun. */
function beforeVerb(tokens: readonly Token[], from: number, to: number): number {
  for (let k = from + 1; k + 1 < to; k++) {
    const [before, verb, object] = [tokens[k - 1], tokens[k], tokens[k + 1]];
    if (RELATIVES.has(verb?.lower ?? '') || PREPOSITIONS.has(verb?.lower ?? '')) return to;
    const isVerb = verb?.kind === 'word' && !verb.cap && /^[a-z]{3,}ed$/.test(verb.lower);
    const isNoun = before?.kind === 'word' && !isAdverb(before) && !isDeterminer(before);
    if (
      isVerb &&
      isNoun &&
      object?.lower !== 'that' &&
      (isDeterminer(object) || isPronoun(object?.lower ?? ''))
    )
      return k;
  }
  return to;
}

/** "Ann Lee |who works in the harbour|". */
function behindName(tokens: readonly Token[], from: number, to: number): number {
  let who = from;
  while (who < to && tokens[who]?.cap) who++;
  return who > from && who < to && /^(?:who|whose)$/.test(tokens[who]?.lower ?? '') ? who : to;
}

/** "Ann Lee |smiles and| says", "The keeper |laughs softly and| says": a verb that another one is joined to. */
function beforeJoined(tokens: readonly Token[], from: number, to: number): number {
  if (!/^(?:and|but|then)$/.test(tokens[to - 1]?.lower ?? '')) return to;
  let end = to - 1;
  while (end - 1 > from && isAdverb(tokens[end - 1])) end--;
  const verb = tokens[end - 1];
  const isVerb = verb?.kind === 'word' && !verb.cap && /(?:[^s]s|ed)$/.test(verb.lower);
  return isVerb && end - 1 > from ? end - 1 : end;
}

/** "the department |detailed|", but "the two accused". */
function beforeLastVerb(tokens: readonly Token[], from: number, to: number): number {
  const [first, noun, verb] = [tokens[from], tokens[to - 2], tokens[to - 1]];
  const isVerb = verb && !verb.cap && /^[a-z]{3,}ed$/.test(verb.lower) && !PEOPLE.test(verb.lower);
  const isNoun = to - from > 2 && noun?.kind === 'word' && !isAdverb(noun) && !isDeterminer(noun);
  return isVerb && isNoun && isDeterminer(first) && /[a-z]{4,}/.test(noun.lower) ? to - 1 : to;
}

/** Participles that are nouns. */
const PEOPLE =
  /^(?:accused|deceased|injured|wounded|elected|unemployed|disabled|convicted|bereaved|beloved|condemned|displaced)$/;

/** "a poll |conducted| in May", "figures |released Friday|". */
function beforeMade(tokens: readonly Token[], from: number, to: number): number {
  const made = to - 1 > from && isTime(tokens[to - 1]) ? to - 2 : to - 1;
  const isMade = made > from && MADE.has(tokens[made]?.lower ?? '');
  return isMade && !isDeterminer(tokens[made - 1]) ? made : to;
}

/** "Mr. Lee’s |Oct. 11| announcement": the day is no part of whose it is. */
function behindOwner(tokens: readonly Token[], from: number, to: number): number {
  let k = to;
  while (k - 1 > from && (isTime(tokens[k - 1]) || /^\d+$/.test(tokens[k - 1]?.lower ?? ''))) k--;
  return /['’]s$/.test(tokens[k - 1]?.lower ?? '') ? k : to;
}

const isTime = (t: Token | undefined): boolean => TIME.has((t?.lower ?? '').replace(/\.$/, ''));

/** "They were beaten by Acme and |Ann Lee| said": where who is named begins behind a clause that "and" ends. */
export function behindClause(
  tokens: readonly Token[],
  from: number,
  to: number,
  clause: number,
): number {
  for (let k = from + 1; k < to - 1; k++) {
    const isBetween = tokens[k]?.lower === 'and' && tokens[k - 1]?.cap && tokens[k + 1]?.cap;
    if (isBetween && endsClause(tokens, k - 1, clause)) return k + 1;
  }
  return from;
}
