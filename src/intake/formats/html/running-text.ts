/** How much running text a block of a page is. */
import { lengthAsLatin } from '../../../text/lines.ts';
import type { FlowBlock } from './flow.ts';

/** The end of a sentence, or of a clause that goes on. */
export const SENTENCE = /[.!?…。！？।؟:;,]["”’»)\]]*$/;

/** How much running text a block is. */
export function proseOf({ chars, length, linked, element }: FlowBlock): number {
  if (
    /^h[1-6]$/.test(element.name) ||
    /^(?:figcaption|caption|th|dt|button|label)$/.test(element.name)
  )
    return 0;
  // in some scripts a letter says what three of others do
  const weight = lengthAsLatin(chars) / Math.max(1, chars.length);
  const own = (length - linked) * weight;
  if (own < 20 || own < 0.5 * length * weight) return 0;
  if (length * weight < 80 && !SENTENCE.test(chars.trimEnd())) return 0;
  return own;
}
