/**
 * What the tagger says of a token: `S` the mention of a speaker, `C` the cue, `D` words in quotation marks,
 * `X` words told in the reporter's own words or only partly in marks. `B` begins a stretch, `I` goes on with it.
 */
export const LABELS = ['O', 'B-S', 'I-S', 'B-C', 'I-C', 'B-D', 'I-D', 'B-X', 'I-X'] as const;

export const LABEL_COUNT = LABELS.length;

/** The kinds of stretches, in the order of the labels: kind `k` begins with label 2k-1 and goes on with 2k. */
export const KIND = { none: 0, source: 1, cue: 2, direct: 3, indirect: 4 } as const;

export const kindOf = (label: number): number => (label + 1) >> 1;
export const begins = (label: number): boolean => (label & 1) === 1;

/** Whether `next` may follow `label`; -1 stands for the beginning of a sequence. */
export function mayFollow(label: number, next: number): boolean {
  if (next === 0 || begins(next)) return true;
  return label >= 0 && kindOf(label) === kindOf(next);
}
