/**
 * `content/calibration.json`: what an archive learned from its own people on how sure the machine is. Each of the three
 * figures of a claim is set right by a line through the logarithm of its odds (J. Platt, “Probabilistic outputs for
 * support vector machines”, 1999); `npm run train -- --from-archive` fits it. Without the file the figures stay.
 */
import type { VFile } from 'vfile';
import { z } from 'zod';
import { complain, wrongCalibration } from '../model/messages.ts';
import type { ClaimContent } from './draft.ts';

const Share = z.number().min(0).max(1);
/** A line, and what it does on claims that it was not fitted to: the mean logarithmic loss before and after. */
const Curve = z.strictObject({
  slope: z.number().positive().max(20),
  shift: z.number().min(-20).max(20),
  claims: z.int().positive(),
  heldOut: z.int().positive(),
  before: z.number().nonnegative(),
  after: z.number().nonnegative(),
});
export type Curve = z.infer<typeof Curve>;

export const Calibration = z.strictObject({
  /** The day on which it was fitted, and by whom. */
  on: z.iso.date(),
  by: z.string().min(1),
  /** Claims that people had read, and the share of them that the fit did not see. */
  claims: z.int().positive(),
  heldOutShare: Share,
  /** Whether the words are somebody's; whether that and who says them is right; whether the speaker is. */
  words: Curve.nullable(),
  claim: Curve.nullable(),
  speaker: Curve.nullable(),
});
export type Calibration = z.infer<typeof Calibration>;

/** The calibration out of its file; null where there is none or, with a message, where it is not in order. */
export function readCalibration(file: VFile | undefined): Calibration | null {
  if (file?.value === undefined) return null;
  const read = Calibration.safeParse(parsed(String(file)));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  complain(
    file,
    null,
    wrongCalibration(issue?.path.join('.') || 'the file', issue?.message ?? 'no JSON'),
  );
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** So near to 0 and 1 odds are taken. */
const EDGE = 1e-4;
export const logOdds = (share: number): number => {
  const p = Math.min(1 - EDGE, Math.max(EDGE, share));
  return Math.log(p / (1 - p));
};

/** A share as a line through its odds sets it right, to four places. */
export const corrected = (
  share: number,
  { slope, shift }: Pick<Curve, 'slope' | 'shift'>,
): number => Math.round(1e4 / (1 + Math.exp(-(slope * logOdds(share) + shift)))) / 1e4;

/** A claim of the machine with figures set right. Turns of interviews are made by labels, and stay. */
export function calibrated(claim: ClaimContent, calibration: Calibration): ClaimContent {
  if (claim.type === 'answer' || claim.type === 'question' || claim.review !== 'machine')
    return claim;
  const { words, claim: whole, speaker } = calibration;
  const sure = words ? corrected(claim.wordsConfidence, words) : claim.wordsConfidence;
  const both = whole ? corrected(claim.confidence, whole) : claim.confidence;
  return {
    ...claim,
    wordsConfidence: sure,
    confidence: Math.min(sure, both),
    speakerConfidence:
      claim.speakerConfidence !== null && speaker
        ? corrected(claim.speakerConfidence, speaker)
        : claim.speakerConfidence,
  };
}
