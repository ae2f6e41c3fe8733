/** An attribution in its sentence, with the words at its sides that it may tell. */
import { onOneLine } from '../../../text/lines.ts';
import type { Stretch } from '../../../engine/marks.ts';
import { spanOfTokens } from '../phrases.ts';
import type { Attribution, Frame, WordsAfter } from './frame.ts';
import type { WordsBefore } from './words-before.ts';

/** What is known where an attribution is asked for its words. */
export interface Place {
  readonly frame: Frame;
  readonly attribution: Attribution;
  /** Some attributions before it that have words of their own. */
  readonly earlier: readonly Attribution[];
  /** Some attributions after it. */
  readonly later: readonly Attribution[];
  /** The first token that no earlier attribution has. */
  readonly floor: number;
  /** Quotations that are told already. */
  readonly used: ReadonlySet<Stretch>;
  readonly before: WordsBefore | null;
  readonly after: WordsAfter;
}

/** The cue as printed, on one line. */
export function cueWords({ frame: { text, tokens }, attribution: { from, to } }: Place): string {
  return onOneLine(text, spanOfTokens(tokens, from, to));
}
