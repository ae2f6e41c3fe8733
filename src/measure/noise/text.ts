/** A text and what capture made of it, with a way back for every character. */

/** A noisy text: for each UTF-16 unit of it, where what it came of begins and ends in the clean text. */
export interface Noisy {
  text: string;
  starts: number[];
  ends: number[];
}

/** What a kind of noise makes of a text; `chance` gives the next of a fixed row of numbers from 0 to 1. */
export type Noise = (clean: Noisy, chance: () => number) => Noisy;

export const noisyOf = (text: string): Noisy => ({
  text,
  starts: Array.from({ length: text.length }, (_, i) => i),
  ends: Array.from({ length: text.length }, (_, i) => i + 1),
});

/**
 * Puts other words for each match of a pattern (with the flag g). What is put in leads back to what it stands for;
 * where that was nothing, to the place between the characters beside it.
 */
export function rewrite(
  { text, starts, ends }: Noisy,
  pattern: RegExp,
  replace: (found: RegExpExecArray) => string,
): Noisy {
  const pieces: string[] = [];
  const into: Noisy = { text: '', starts: [], ends: [] };
  let at = 0;
  const keep = (to: number) => {
    pieces.push(text.slice(at, to));
    for (let i = at; i < to; i++) {
      into.starts.push(starts[i] ?? 0);
      into.ends.push(ends[i] ?? 0);
    }
  };
  for (const found of text.matchAll(pattern)) {
    const [words] = found;
    const put = replace(found);
    if (put === words) continue;
    keep(found.index);
    const last = found.index + words.length - 1;
    const begin = starts[found.index] ?? ends.at(-1) ?? 0;
    const end = words === '' ? begin : (ends[last] ?? begin);
    pieces.push(put);
    for (let i = 0; i < put.length; i++) {
      into.starts.push(begin);
      into.ends.push(end);
    }
    at = found.index + words.length;
  }
  keep(text.length);
  return { ...into, text: pieces.join('') };
}

/** A row of numbers from 0 to 1 that is the same in every run. */
export function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
