/** The conjunction before a claim. */
import type { Span } from '../../../model/records.ts';

/** The word "that" directly before a claim, which some conventions count as part of it. */
export function withThat(text: string, part: Span): Span {
  const head = text.slice(Math.max(0, part.start - 8), part.start);
  const that = /(?:^|\W)(that\s+["“‘'«„`]{0,2})$/i.exec(head)?.[1];
  return that === undefined ? part : { start: part.start - that.length, end: part.end };
}
