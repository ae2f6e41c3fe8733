/** What is asked of a language about a mark: every answer takes a word. */

import type { Span } from '../../model/records.ts';

/** Words beside quotation marks, and beside the same marks inside names. */
export interface MarkReader {
  /** Whether what follows a mark is a clipped word, so that it is an apostrophe: "em" of "’em". */
  isClipped(after: string): boolean;
  /**
   * How long the quotation is that begins with `words` and that nothing closes: up to where an attribution breaks
   * it off (`, she said`), the mark before it included; -1 where none does.
   */
  breaksOff(words: string): number;
  /**
   * Where the quotation begins that ends with `words`, before a closing mark that nothing opened; `after` is what stands
   * behind the mark, `resumes` whether the words stand right behind another quotation. -1 where that cannot be told.
   */
  beginsLost(around: { words: string; after: string; resumes: boolean }): number;
  /** How long the quotation is that begins with `words` and whose closing mark is lost, by what its sentences say. */
  endsLost(words: string): number;
  /**
   * The quotations of a paragraph in a text that lost all its marks, in order: what somebody is said to have said as one
   * talks. `isIntroduced`: the paragraph before ends with a colon.
   */
  lostIn(paragraph: string, isIntroduced: boolean): readonly Span[];
  /** Whether a name may go on after a mark that stands behind `before`: "al-", "O". */
  beginsName(before: string): boolean;
  /** Whether a capitalised word right after a mark begins a quotation rather than a name. */
  beginsQuotation(word: string): boolean;
}
