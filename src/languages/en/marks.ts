/** What quotation marks, and marks inside names, ask of English. */
import type { MarkReader } from '../../engine/pack.ts';
import { BREAK_OFF, CLIPPED } from './lexicon/marks.ts';
import { BEFORE, NO_NAME } from './lexicon/name-marks.ts';

export const markReader: MarkReader = {
  isClipped: (after) => CLIPPED.test(after),
  breaksOff: (words) => {
    const broken = BREAK_OFF.exec(words);
    return broken ? broken.index + 1 : -1;
  },
  beginsName: (before) => BEFORE.test(before),
  beginsQuotation: (word) => NO_NAME.test(word),
};
