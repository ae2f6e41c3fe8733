/**
 * How sure a claim is: its words, those words beside that mention, and the speaker that the mention was taken to mean.
 *
 * Each adds up whole numbers, one for each sign that is there (`evidence.ts`): hundredths of the logarithm of the odds,
 * which were measured (`training/gauges.ts`). Without them the rule's own figure stands.
 */
import type { Evidence } from './types.ts';

/** How one of them is told, in hundredths of the logarithm of the odds. */
export interface Gauge {
  /** What every claim begins with. */
  base: number;
  /** By sign. */
  weights: Readonly<Record<string, number>>;
}

/** What is told of claims, as trained for one language. */
export interface Gauges {
  /** Whether the words are a claim. */
  words: Gauge;
  /** Whether they are, and whoever is printed says them. */
  claim: Gauge;
  /** Whether whoever is printed says them, where they are. */
  mention: Gauge;
  /** Whether that is whom they were taken to mean, where they say it. */
  person: Gauge;
}

/** Each 0 to 1. */
export interface Confidences {
  /** How often words like these are a claim: half of them, there and back, are annotated as one. */
  words: number;
  /** How often they are, and whoever is printed beside them says them. */
  claim: number;
  /** How often it is this speaker who says them, where they are a claim; null where nobody was chosen. */
  speaker: number | null;
}

/** What is left of the confidence of a rule where its speaker stays open. */
const LEFT_WHEN_OPEN = 0.8;
/** How often the words are right of claims whose speaker is as well, for rules that nothing was measured of. */
const SPEAKER_OF_RULE = 0.95;

/** How sure a claim is. `own`: the figure of its rule, which decides where nothing was measured. */
export function confidencesOf(evidence: Evidence, own: number, gauges: Gauges | null): Confidences {
  const { isMeasured, isPassedOn, words, mention, speaker } = evidence;
  const person = speaker && personOf(speaker, gauges);
  if (!gauges || !isMeasured || isPassedOn) {
    const claim = speaker ? own : own * LEFT_WHEN_OPEN;
    const speakerSure = person === null ? null : round(person * Math.max(own, SPEAKER_OF_RULE));
    return { words: own, claim, speaker: speakerSure };
  }
  const sure = shareOf(gauges.words, words);
  return {
    words: sure,
    claim: Math.min(sure, shareOf(gauges.claim, [...words, ...mention])),
    speaker: person === null ? null : round(person * shareOf(gauges.mention, mention)),
  };
}

/** How often whom a mention was taken to mean is meant. */
function personOf(signs: readonly string[], gauges: Gauges | null): number {
  if (signs.length === 0) return 1;
  return gauges ? shareOf(gauges.person, signs) : SPEAKER_OF_RULE;
}

/** The odds that signs make, as a share. */
function shareOf({ base, weights }: Gauge, signs: readonly string[]): number {
  const sum = signs.reduce((total, sign) => total + (weights[sign] ?? 0), base);
  return round(1 / (1 + Math.exp(-sum / HUNDREDTHS)));
}

const HUNDREDTHS = 100;

/** To four places, so that every machine says the same. */
const round = (share: number): number => Math.round(1e4 * share) / 1e4;
