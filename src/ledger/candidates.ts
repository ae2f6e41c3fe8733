/** What a claim that lost its place may have become, for a person to decide. */
import type { Span } from '../model/records.ts';
import { at, first, last } from '../text/certain.ts';
import { hull } from '../text/spans.ts';
import { alignment, between, projected } from './aligned.ts';
import type { Found } from './attribution.ts';
import {
  agreement,
  alike,
  toNormal,
  toSource,
  wordIndex,
  type Indexed,
  type Place,
} from './indexed.ts';
import { wordsOf } from './normal.ts';

/**
 * Stretches of the new text that may be the claim in changed words: by the word diff, and among what the
 * parser found.
 */
export function nearest(
  origin: Place,
  before: Indexed,
  after: Indexed,
  found: readonly Found[],
): { parts: Span[]; why: string }[] {
  const from = wordIndex(before, origin.start);
  const to = Math.max(from + 1, wordIndex(before, origin.end));
  const words = before.words.slice(from, to).map((w) => w.word);
  const list: { parts: Span[]; why: string; share: number }[] = [];
  const stretch = projected(before, after, from, to);
  if (stretch) {
    const span = {
      start: at(after.words, stretch.from).start,
      end: at(after.words, stretch.to - 1).end,
    };
    const share = alike(
      words,
      after.words.slice(stretch.from, stretch.to).map((w) => w.word),
    );
    list.push({
      parts: toSource({ parts: [span], ...span }, after),
      why: 'stands at the same place',
      share,
    });
  }
  for (const one of found) {
    const { words: text, set } = wordsFound(one, after);
    const most = Math.max(text.length, words.length);
    if (
      text.length > 3 * words.length + 10 ||
      words.length > 3 * text.length + 10 ||
      words.filter((word) => set.has(word)).length < LEAST_SHARE * most
    )
      continue;
    const share = alike(words, text);
    if (share >= LEAST_SHARE)
      list.push({ parts: [...one.parts], why: 'has most of the words', share });
  }
  list.sort((a, b) => b.share - a.share || first(a.parts).start - first(b.parts).start);
  const kept: typeof list = [];
  for (const one of list) {
    if (one.share < 0.34 || kept.length === MOST_CANDIDATES) break;
    if (!kept.some((k) => agreement(k.parts, one.parts) >= 0.5)) kept.push(one);
  }
  return kept.map(({ parts, why }) => ({ parts, why }));
}

const MOST_CANDIDATES = 3;

/** How many words are shown on either side of where a claim stood. */
const SEAM = 8;

/** What share of the words a claim must have in common with another to be shown as what it may have become. */
const LEAST_SHARE = 0.4;

const foundWords = new WeakMap<Found, { words: string[]; set: ReadonlySet<string> }>();

function wordsFound(one: Found, side: Indexed): { words: string[]; set: ReadonlySet<string> } {
  const known = foundWords.get(one);
  if (known) return known;
  const span = toNormal(hull(one.parts), side);
  const words = wordsOf(side.normal.text.slice(span.start, span.end)).map((w) => w.word);
  const made = { words, set: new Set(words) };
  foundWords.set(one, made);
  return made;
}

/** The words of the new text around the place where the claim stood, by the word diff. */
export function seam(
  origin: Place,
  before: Indexed,
  after: Indexed,
): { parts: Span[]; why: string }[] {
  if (after.words.length === 0) return [];
  const pairs = alignment(before, after)?.pairs;
  const was = wordIndex(before, origin.start);
  // Texts that differ too much for a diff: the place that is as far into the text.
  const now = pairs
    ? between(pairs, was, was, after).from
    : Math.floor((was / before.words.length) * after.words.length);
  const near = after.words.slice(Math.max(0, now - SEAM), now + SEAM);
  const span = { start: first(near).start, end: last(near).end };
  return [
    {
      parts: toSource({ parts: [span], ...span }, after),
      why: 'what stands now where the claim stood',
    },
  ];
}
