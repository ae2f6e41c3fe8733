/** How sure a claim and its speaker are. */
import { first } from '../text/certain.ts';
import type { Draft } from './draft.ts';
import type { Calibration, Tagger } from './tagger/index.ts';

/** Ends the name of the curve for claims whose mention was taken to mean nobody. */
export const UNRESOLVED = ', speaker open';
/** What is left of the confidence of a rule where its speaker stays open. */
const LEFT_WHEN_OPEN = 0.8;

/** Confidence, 0 to 1: measured where the model has a curve for what decided, else the rule's own figure. */
export function confidenceOf(draft: Draft, resolved: boolean, tagger: Tagger | null): number {
  const { decision } = draft;
  if (decision && tagger) {
    const curve =
      tagger.calibration[decision.group + (resolved ? '' : UNRESOLVED)] ??
      tagger.calibration[decision.group];
    if (curve) return onCurve(curve, decision.margin);
  }
  return resolved ? draft.confidence : draft.confidence * LEFT_WHEN_OPEN;
}

/** The height of a curve at a place, on the line between its points; rounded to four places. */
function onCurve(curve: Calibration[string], place: number): number {
  let [x, y] = first(curve);
  if (place <= x) return y;
  for (const [nextX, nextY] of curve) {
    if (place > nextX) {
      [x, y] = [nextX, nextY];
      continue;
    }
    if (nextX === x) return nextY;
    return Math.round(1e4 * (y + ((nextY - y) * (place - x)) / (nextX - x))) / 1e4;
  }
  return y;
}
