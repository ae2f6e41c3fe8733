/** Where sentences end: those of a list of tokens, in which quotations are words, and those of plain text. */
import type { Clause, Token } from '../../../engine/draft.ts';
import type { Stretch } from '../../../engine/marks.ts';
import type { Span } from '../../../model/records.ts';
import { last } from '../../../text/certain.ts';
import { TITLE_ABBREVIATIONS } from '../lexicon/abbreviations.ts';
import { STARTERS } from '../lexicon/closed-class.ts';
import { tokenize } from './tokenize.ts';

/** The most marks that close a sentence behind its stop, and that open the next one. */
const MOST_CLOSING = 4;
const MOST_OPENING = 3;

/** Whether the words of a quotation end a sentence: the last character is a full stop, `?` or `!`. */
export const endsSentence = (text: string, { inner }: Stretch) =>
  /[.!?…]['’”"»)\]]?$/.test(text.slice(Math.max(inner.start, inner.end - 3), inner.end));

const isPunct = (token: Token | undefined, marks: RegExp): token is Token =>
  token !== undefined && token.kind === 'punct' && marks.test(token.lower);

/** A word that begins with a figure, or a name or subject after its sign: "40", "@acme", "#ferry". */
const isFigure = (token: Token): boolean => token.kind === 'word' && /^[\d@#]/.test(token.lower);

/** Whether an abbreviation's point also ends the sentence: a word that begins sentences follows. */
function pointEnds(token: Token, next: Token | undefined): boolean {
  if (!token.lower.endsWith('.') || token.kind !== 'word') return false;
  if (!next) return true;
  const base = token.lower.slice(0, -1);
  // "to broadcaster DR. “We lost.”"
  if (TITLE_ABBREVIATIONS.has(base)) return next.kind === 'quote' && next.stops === true;
  // An initial before a nickname ends nothing; "on X. “We lost,” she wrote" is two sentences.
  if (next.kind === 'quote') return base.includes('.') || base.length > 1 || next.stops === true;
  if (!next.cap || next.kind !== 'word') return false;
  if (base.length === 1) return false;
  // "from 3am. Up to ten"
  return /^\d+\p{Ll}+$/u.test(base) || STARTERS.has(next.lower);
}

/** Sentences of a token list, quotations unopened: `"A. B," he said. "C."` is two. */
export function clauses(text: string, tokens: readonly Token[]): Clause[] {
  const found: Clause[] = [];
  let from = 0;
  for (let k = 0; k < tokens.length; k++) {
    const end = clauseEnd(text, tokens, k);
    if (end === null) continue;
    found.push({ from, to: end });
    from = end;
    k = end - 1;
  }
  if (from < tokens.length) found.push({ from, to: tokens.length });
  return found;
}

/** Where the sentence ends that token `k` ends, closing marks included; null where it ends none. */
function clauseEnd(text: string, tokens: readonly Token[], k: number): number | null {
  const token = tokens[k];
  const next = tokens[k + 1];
  if (!token) return null;
  if (token.kind === 'word') return pointEnds(token, next) ? k + 1 : null;
  if (token.quote) {
    // "“We went.” (Ann Lee stayed.)"
    const isAside = isPunct(next, /^[([]$/) && tokens[k + 2]?.cap === true;
    const goesOn = !next || !(next.cap || next.kind === 'quote' || isAside);
    return !goesOn && endsSentence(text, token.quote) ? k + 1 : null;
  }
  // "(She went.) Ann Lee stayed."
  const isBracketed = isPunct(next, /^[)\]]$/) && next.start === token.end;
  const ahead = isBracketed ? tokens[k + 2] : next;
  if (!isPunct(token, /^[.!?…]$/) || !stopEnds(token, ahead)) return null;
  return closersEnd(tokens, k, /[)\]”’"'.!?]/, Infinity) + 1;
}

/** Whether a stop ends a sentence before the token that follows it. */
function stopEnds({ lower }: Token, next: Token | undefined): boolean {
  if (!next || next.kind === 'quote' || next.cap) return true;
  if (lower === '…') return false;
  return isFigure(next) || isPunct(next, /[(\[“"‘—–•*]/);
}

/** The last of the closing marks that stand right behind token `k`, or `k` itself. */
function closersEnd(tokens: readonly Token[], k: number, marks: RegExp, most: number): number {
  let end = k;
  while (end - k < most) {
    const next = tokens[end + 1];
    if (!isPunct(next, marks) || next.start !== tokens[end]?.end) break;
    end++;
  }
  return end;
}

/** Sentences as read, those inside quotations told apart too. */
export function sentences(text: string, start: number, end: number): Span[] {
  const tokens = tokenize(text, start, end, []);
  const found: Span[] = [];
  let from = -1;
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k];
    if (!token) break;
    if (from < 0) from = token.start;
    const close = sentenceEnd(tokens, k);
    if (close === null) continue;
    found.push({ start: from, end: tokens[close]?.end ?? token.end });
    from = -1;
    k = close;
  }
  if (from >= 0) found.push({ start: from, end: last(tokens).end });
  return found;
}

/** The last token of the sentence that token `k` ends; null where it ends none. */
function sentenceEnd(tokens: readonly Token[], k: number): number | null {
  const token = tokens[k];
  if (!token) return null;
  if (!isPunct(token, /^[.!?…]$/) && !pointEnds(token, tokens[k + 1])) return null;
  const close = closersEnd(tokens, k, /^[.!?…)\]”’"'»]$/, MOST_CLOSING);
  let ahead = close + 1;
  while (ahead - close <= MOST_OPENING && isPunct(tokens[ahead], /^["'“‘«([„]$/)) ahead++;
  const next = tokens[ahead];
  if (!next) return close;
  const begins = next.kind === 'word' && (next.cap || isFigure(next));
  return begins && next.start > (tokens[close]?.end ?? 0) ? close : null;
}
