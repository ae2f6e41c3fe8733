/** When two mentions name the same speaker. */
import type { Mention } from './gold.ts';

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'md', 'phd']);

const normal = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^(?:the|an|a)\s+/, '')
    .replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, '')
    .replace(/['’]s$|['’]$/, '');

/** A name without what follows its head: “the head of the bank” is “the head”. */
function withoutComplement(part: string): string {
  const gap = part.indexOf(' ');
  if (gap < 0) return part;
  const rest = ` ${part.slice(gap + 1)} `
    .replace(/\s(?:of|for|who|which|that|in|at|from|with|on|to|by|as)\s[^]*$/i, '')
    .trimEnd();
  return part.slice(0, gap) + rest;
}

/** Last names and head nouns of a speaker's mention, in small letters. */
export function headsOf(text: string): Set<string> {
  const heads = new Set<string>();
  for (const whole of text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/\s+and\s+|\s*&\s*|\s+or\s+/)) {
    const part = withoutComplement(whole.trim().split(/[,(;:—–]/)[0] || whole);
    const words = (part.match(/[\p{L}\p{N}_\p{M}'’.\-]+/gu) ?? [])
      .map((word) =>
        word
          .replace(/['’]s$|['’]$/, '')
          .replace(/^\.+|\.+$/g, '')
          .toLowerCase(),
      )
      .filter(Boolean);
    while (words.length > 1 && SUFFIXES.has(words.at(-1) ?? '')) words.pop();
    const head = words.at(-1);
    if (head !== undefined) heads.add(head);
  }
  return heads;
}

/** Whether two mentions share a character; never where one of them says not where it stands. */
export function overlap(a: Mention, b: Mention): boolean {
  if (a.start === undefined || a.end === undefined) return false;
  if (b.start === undefined || b.end === undefined) return false;
  return Math.min(a.end, b.end) > Math.max(a.start, b.start);
}

/** How well a found speaker fits the one of the gold. */
export interface Likeness {
  /** The same words, but for articles and the possessive. */
  exact: boolean;
  /** A head in common. */
  head: boolean;
  /** A character of the text in common. */
  span: boolean;
}

/** Whether two mentions name the same head, and whether they share a character. */
export function sameSpeaker(gold: Mention, found: Mention | null): Likeness {
  if (!found?.text) return { exact: false, head: false, span: false };
  const exact = normal(gold.text) === normal(found.text);
  const heads = headsOf(gold.text);
  const head = exact || [...headsOf(found.text)].some((word) => heads.has(word));
  return { exact, head, span: overlap(gold, found) };
}
