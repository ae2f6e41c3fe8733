/** What quotation marks, and marks inside names, ask of English. */
import type { MarkReader } from '../../engine/pack.ts';
import { BREAK_OFF, CLIPPED, INTRODUCES, TOLD } from './lexicon/marks.ts';
import { BEFORE, NO_NAME } from './lexicon/name-marks.ts';

/** Sentences of words told in full before a mark that closes, and the fewest characters of such words. */
const MOST_SENTENCES = 6;
const LEAST = 8;
const SENTENCE =
  /(?<=(?<!\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Prof|Jr|Sr|U\.S|[A-Z]))[.!?]["”’)]?) (?=["“‘(]?\p{Lu})/gu;

/**
 * Where the quotation begins that ends with `words`, whose opening mark is lost: behind what introduces it, else with
 * the sentence, and with those before it that nobody tells. Only of words that end as whole sentences do.
 */
function beginsLost(words: string, after: string): number {
  if (!/[,.?!…—–-]$/.test(words)) return -1;
  const introduced = [...words.matchAll(INTRODUCES)].at(-1);
  const starts = [0, ...[...words.matchAll(SENTENCE)].map(({ index }) => index + 1)];
  const lead = introduced ? introduced.index + introduced[0].length : -1;
  let begin = -1;
  for (const start of starts.reverse().slice(0, MOST_SENTENCES)) {
    if (lead >= start) return words.length - lead >= LEAST ? lead : begin;
    const end = begin < 0 ? words.length : begin;
    const sentence = words.slice(start, end);
    if (TOLD.test(sentence)) break;
    if (/^\s*["“‘(]?\p{Lu}/u.test(sentence)) begin = start;
  }
  // a stop may end the narrator's sentence, which quotes its last words alone
  const isWhole = /,$/.test(words) || TOLD.test(after.slice(0, 60)) || begin === 0;
  return begin >= 0 && isWhole && words.length - begin >= LEAST ? begin : -1;
}

export const markReader: MarkReader = {
  isClipped: (after) => CLIPPED.test(after),
  breaksOff: (words) => {
    const broken = BREAK_OFF.exec(words);
    return broken ? broken.index + 1 : -1;
  },
  beginsLost,
  beginsName: (before) => BEFORE.test(before),
  beginsQuotation: (word) => NO_NAME.test(word),
};
