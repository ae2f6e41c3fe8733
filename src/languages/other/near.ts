/**
 * Languages that detectors take for their neighbours, told by small words that the one has and the other has not:
 * Indonesian taken for Malay, Galician for Portuguese. Source: written by hand.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Pairs of neighbours, each with words that the other has not. */
const NEIGHBOURS: readonly (readonly [string, ReadonlySet<string>])[][] = [
  [
    [
      'ms',
      set(
        'bahawa kerana sahaja selepas manakala ialah wang pejabat polis baharu kerajaan berkenaan',
      ),
    ],
    ['id', set('bahwa karena setelah sedangkan uang kantor polisi bisa kemarin kapan')],
  ],
  [
    ['pt', set('não uma há até já muito pelo pela são também isso nem dois')],
    ['gl', set('non unha hai ata xa moi polo pola tamén iso nin máis dous')],
  ],
];

/** Words that must tell, and how many times as many as those of the neighbour. */
const FEWEST = 3;
const TIMES = 3;

/** The language of words that a detector takes for `told`, where their small words are those of its neighbour. */
export function neighbourOf(words: readonly string[], told: string | null): string | null {
  const pair = NEIGHBOURS.find((one) => one.some(([code]) => code === told)) ?? [];
  const count = (own: ReadonlySet<string>) => words.filter((word) => own.has(word)).length;
  const [best, next] = pair
    .map(([code, own]) => ({ code, count: count(own) }))
    .sort((a, b) => b.count - a.count);
  return best && next && best.count >= FEWEST && best.count >= TIMES * next.count
    ? best.code
    : told;
}
