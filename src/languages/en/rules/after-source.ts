/**
 * Where the words begin whose speaker is named behind the cue: "according to Ann Lee", "said Ann
 * Lee".
 */
import type { Token } from '../../../engine/draft.ts';
import { PREPOSITIONS, RELATIVES, is, isWord } from '../phrases.ts';
import {
  NOWHERE,
  wordsAt,
  type Attribution,
  type Frame,
  type Join,
  type WordsAfter,
} from './frame.ts';

/** "Said Ann Lee, who was there: “…”": the words follow a colon, or a comma and a mark. */
export function afterInverted(frame: Frame, { end }: Attribution): WordsAfter {
  const { tokens, last } = frame;
  for (let k = end; k < Math.min(last, end + 25); k++) {
    if (is(tokens[k], ':')) return wordsAt(frame, k + 1, 'colon');
    if (is(tokens[k], ',') && tokens[k + 1]?.kind === 'quote')
      return wordsAt(frame, k + 1, 'quote');
  }
  return NOWHERE;
}

/** "According to Ann Lee, |the bridge was safe": behind the first comma that ends the source. */
export function afterSource(frame: Frame, attribution: Attribution): WordsAfter {
  const { tokens, last } = frame;
  const { end } = attribution;
  if (is(tokens[end], ':')) return wordsAt(frame, end + 1, 'colon');
  const limit = Math.min(last, end + 22);
  let mark = end;
  while (mark < limit && !is(tokens[mark], ',') && !is(tokens[mark], ':')) mark++;
  if (mark >= limit) return NOWHERE;
  // "The boat leaked according to a passenger, |but …": the writer's own clause.
  if (attribution.begin > frame.clause.from + 1 && isLink(tokens[mark + 1])) return NOWHERE;
  return afterAside(frame, attribution, mark) ?? wordsAt(frame, mark + 1, joinBehind(tokens, mark));
}

const isLink = (t: Token | undefined): boolean =>
  isWord(t) && /^(?:and|but|so|yet|or|while|although|though|whereas)$/.test(t.lower);

function joinBehind(tokens: readonly Token[], mark: number): Join {
  if (is(tokens[mark], ':')) return 'colon';
  return tokens[mark + 1]?.kind === 'quote' ? 'quote' : 'bare';
}

/**
 * "According to Ann Lee, the mayor, |…": behind an apposition or a relative clause; undefined where
 * none stands.
 */
function afterAside(frame: Frame, attribution: Attribution, comma: number): WordsAfter | undefined {
  const { tokens, last } = frame;
  const opening = tokens[comma + 1];
  // "According to his aunt, Ann Lee, |…"
  const apposed = attribution.subject?.apposed;
  if (apposed?.from === comma + 1 && is(tokens[apposed.to], ','))
    return wordsAt(frame, apposed.to + 1, joinBehind(tokens, apposed.to));
  if (comma + 1 >= last || !isWord(opening)) return undefined;
  const isRelative = RELATIVES.has(opening.lower);
  const isApposition = /^(?:an?|the)$/.test(opening.lower) && attribution.subject?.kind === 'name';
  if (!isRelative && !isApposition && !isParticiple(tokens, comma + 1)) return undefined;
  let close = comma + 1;
  while (close < last && close - comma < 25 && !is(tokens[close], ',')) close++;
  if (is(tokens[close], ',') && close + 1 < last) return wordsAt(frame, close + 1, 'bare');
  return isRelative ? NOWHERE : undefined;
}

/** "According to a letter, |written in May, …". */
function isParticiple(tokens: readonly Token[], k: number): boolean {
  const t = tokens[k];
  const next = tokens[k + 1];
  return (
    isWord(t) &&
    /^[a-z]{3,}(?:ed|ing)$/.test(t.lower) &&
    !t.cap &&
    isWord(next) &&
    PREPOSITIONS.has(next.lower)
  );
}
