/** What stands within a name and is no word of it: a nickname in marks, `&`, an apostrophe, a number. */
import type { Token } from '../../engine/draft.ts';
import { isBody } from './name-kinds.ts';
import { isCapitalised, lowerOf } from './phrases/tokens.ts';

const OPENS = /^["“‘']$/;
const CLOSES = /^["”’']$/;
const APOSTROPHE = /^[’']$/;
/** Words of names that a number goes on with. */
const NUMBERED = /^(?:channel|radio|tv|news|local|studio|network)$/;
export const isPunct = (token: Token | undefined, marks: RegExp): boolean =>
  token?.kind === 'punct' && marks.test(token.lower);

/** How many tokens a nickname in marks has that begins at token `k` within a name: John “Big Jack” Roe; 0 for none. */
export function nicknameAt(tokens: readonly Token[], k: number): number {
  if (!isPunct(tokens[k], OPENS) || !isCapitalised(tokens[k - 1])) return 0;
  for (const length of [3, 4]) {
    const close = tokens[k + length - 1];
    if (!isPunct(close, CLOSES)) continue;
    const words = tokens.slice(k + 1, k + length - 1);
    return words.every(isCapitalised) && isCapitalised(tokens[k + length]) ? length : 0;
  }
  return 0;
}

/** How many tokens that are no words stand within a name right before token `start`: `&`, an apostrophe, a number, or a nickname in marks. */
export function insideBefore(tokens: readonly Token[], from: number, start: number): number {
  if (!isCapitalised(tokens[start])) return 0;
  // "the Danish Nurses' |Council|", "Channel 6 |News|"
  const before = tokens[start - 2];
  const isInBody =
    start - 2 >= from &&
    isCapitalised(before) &&
    isBody(lowerOf(tokens[start])) &&
    ((isPunct(tokens[start - 1], APOSTROPHE) && before.lower.endsWith('s')) ||
      (/^\d{1,3}$/.test(lowerOf(tokens[start - 1])) && NUMBERED.test(before.lower)));
  if (isInBody) return 1;
  const isAnd = isPunct(tokens[start - 1], /^&$/) && isCapitalised(tokens[start - 2]);
  if (isAnd && start - 2 >= from) return 1;
  return [3, 4].find((n) => start - n > from && nicknameAt(tokens, start - n) === n) ?? 0;
}

/** The tokens of a name without the nicknames in marks between them. */
export function withoutNicknames(tokens: readonly Token[], from: number, to: number): Token[] {
  const kept: Token[] = [];
  for (let k = from; k < to; k++) {
    k += nicknameAt(tokens, k);
    const token = tokens[k];
    if (token && k < to) kept.push(token);
  }
  return kept;
}
