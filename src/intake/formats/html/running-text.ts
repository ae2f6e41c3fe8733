/** How much running text a block of a page is. */
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
  const own = length - linked;
  if (own < 20 || own < 0.5 * length) return 0;
  if (length < 80 && !SENTENCE.test(chars.trimEnd())) return 0;
  return own;
}
