/**
 * What the people of one archive decided, as measure of how sure the machine is there. Of each claim that somebody
 * confirmed, corrected or rejected: what the machine had said of it, and whether that was right.
 */
import type { TracedClaim } from '../archive/correct.ts';
import { corrected, logOdds, type Calibration, type Curve } from '../archive/calibration.ts';
import type { ClaimEntry } from '../intake/cards/schema.ts';
import type { Snapshot } from '../desk/state.ts';
import type { Part } from '../model/records.ts';
import { count } from '../model/wording.ts';
import { sha256 } from '../text/digest.ts';

/** A figure of the machine, and whether what it speaks of was right. */
export interface Judged {
  /** Claims with one key are fitted to together, or held out together. */
  key: string;
  share: number;
  right: boolean;
}

export interface Decided {
  claims: number;
  words: Judged[];
  claim: Judged[];
  speaker: Judged[];
}

/** So many claims must have been read, so many of them right, and so many not. */
const LEAST = { claims: 100, ofEach: 10 } as const;
/** From so many articles on a fifth of the articles is held out; of fewer a fifth of the claims. */
const MANY_ARTICLES = 10;
const FIFTH = 5;

/** What people decided on claims that were found in the articles of an archive, as it is without a calibration. */
export function decidedIn(state: Pick<Snapshot, 'articles' | 'draft' | 'text'>): Decided {
  const decided = { words: [], claim: [], speaker: [] } as Omit<Decided, 'claims'>;
  const read = [...state.articles.keys()].filter(
    (id) => state.text(`content/articles/${id}.md`) !== null,
  );
  const lists = read.map((id) => {
    const draft = state.draft(id);
    const entries = draft?.card?.data.claims ?? [];
    const traced = (draft?.traced ?? []).filter(
      ({ found, entries: own }) => found !== null && own.length > 0,
    );
    return { id, entries, traced };
  });
  const byArticle = lists.filter(({ traced }) => traced.length > 0).length >= MANY_ARTICLES;
  for (const { id, entries, traced } of lists)
    for (const one of traced)
      addTo(decided, one, entries, byArticle ? id : `${id}\n${placeOf(one)}`);
  return { ...decided, claims: decided.words.length };
}

const placeOf = ({ found }: TracedClaim): string =>
  found?.parts.map(({ start, end }) => `${start}-${end}`).join(' ') ?? '';

function addTo(
  decided: Omit<Decided, 'claims'>,
  { found, claim, entries: own, dropped }: TracedClaim,
  entries: readonly ClaimEntry[],
  key: string,
): void {
  if (!found || found.type === 'answer' || found.type === 'question') return;
  const says = own.flatMap((i) => entries[i] ?? []);
  const isWord = !dropped && sharesHalf(found.parts, claim.parts);
  const named = says.findLast(({ speaker }) => speaker !== undefined)?.speaker;
  const isSpeaker = named === undefined || named === (found.speaker?.id ?? null);
  decided.words.push({ key, share: found.wordsConfidence, right: isWord });
  decided.claim.push({ key, share: found.confidence, right: isWord && isSpeaker });
  if (isWord && found.speaker && found.speakerConfidence !== null)
    decided.speaker.push({ key, share: found.speakerConfidence, right: isSpeaker });
}

/** Whether two lists of stretches share half of each other: then words are right, as in every measure here. */
function sharesHalf(a: readonly Part[], b: readonly Part[]): boolean {
  const lengthOf = (parts: readonly Part[]) =>
    parts.reduce((n, { reading: { start, end } }) => n + end - start, 0);
  const both = a.reduce(
    (n, { reading: one }) =>
      n +
      b.reduce(
        (m, { reading: other }) =>
          m + Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)),
        0,
      ),
    0,
  );
  return both * 2 >= lengthOf(a) && both * 2 >= lengthOf(b);
}

const isHeldOut = ({ key }: Judged): boolean => parseInt(sha256(key).slice(0, 8), 16) % FIFTH === 0;

/** How strongly the line is drawn to the one that changes nothing. */
const PENALTY = 2;
const ROUNDS = 100;

/** The line through the logarithm of the odds under which what came of claims is likeliest, by Newton's method. */
export function fitLine(list: readonly Judged[]): { slope: number; shift: number } {
  let [slope, shift] = [1, 0];
  for (let round = 0; round < ROUNDS; round++) {
    let [g, h] = [PENALTY * (slope - 1), PENALTY * shift];
    let [gg, gh, hh] = [PENALTY, 0, PENALTY];
    for (const { share, right } of list) {
      const x = logOdds(share);
      const p = 1 / (1 + Math.exp(-(slope * x + shift)));
      const error = p - (right ? 1 : 0);
      const weight = p * (1 - p);
      g += error * x;
      h += error;
      gg += weight * x * x;
      gh += weight * x;
      hh += weight;
    }
    const determinant = gg * hh - gh * gh;
    const [dSlope, dShift] = [(hh * g - gh * h) / determinant, (gg * h - gh * g) / determinant];
    slope = Math.max(0.05, slope - dSlope);
    shift -= dShift;
    if (Math.abs(dSlope) + Math.abs(dShift) < 1e-9) break;
  }
  const round = (n: number) => Math.round(n * 1e4) / 1e4;
  return { slope: round(slope), shift: round(shift) };
}

/** The mean logarithmic loss of shares, by a line where one is given. */
function lossOf(list: readonly Judged[], line = { slope: 1, shift: 0 }): number {
  const sum = list.reduce((total, { share, right }) => {
    const p = Math.min(1 - 1e-4, Math.max(1e-4, corrected(share, line)));
    return total - Math.log(right ? p : 1 - p);
  }, 0);
  return Math.round((sum / Math.max(1, list.length)) * 1e4) / 1e4;
}

/** What became of one of the three figures: a line, or why there is none. */
export type Fitted = { curve: Curve } | { why: string };

/** Fits one figure to four fifths of what was decided, and keeps the line where it is better on the last fifth. */
export function fitOne(list: readonly Judged[]): Fitted {
  const right = list.filter((one) => one.right).length;
  const wrong = list.length - right;
  if (list.length < LEAST.claims || Math.min(right, wrong) < LEAST.ofEach)
    return {
      why: `${count(list.length, 'claim')}, ${right} right and ${wrong} not; expected ${LEAST.claims}, at least ${LEAST.ofEach} of either`,
    };
  const held = list.filter(isHeldOut);
  const seen = list.filter((one) => !isHeldOut(one));
  if (held.length === 0 || seen.length === 0)
    return { why: 'all of what was read fell on one side of the fifth that is held out' };
  const line = fitLine(seen);
  const [before, after] = [lossOf(held), lossOf(held, line)];
  if (after >= before)
    return {
      why: `it would be no better on what is held out (loss ${before} before, ${after} after)`,
    };
  return {
    curve: { ...line, claims: seen.length, heldOut: held.length, before, after },
  };
}

/** All three, and how much was held out. */
export function fitCalibration(
  decided: Decided,
  { by, on }: { by: string; on: string },
): { calibration: Calibration | null; fitted: Record<'words' | 'claim' | 'speaker', Fitted> } {
  const fitted = {
    words: fitOne(decided.words),
    claim: fitOne(decided.claim),
    speaker: fitOne(decided.speaker),
  };
  const curveOf = (one: Fitted) => ('curve' in one ? one.curve : null);
  const [words, claim, speaker] = [fitted.words, fitted.claim, fitted.speaker].map(curveOf);
  const held = decided.words.filter(isHeldOut).length;
  return {
    fitted,
    calibration:
      words || claim || speaker
        ? {
            on,
            by,
            claims: decided.claims,
            heldOutShare: Math.round((held / Math.max(1, decided.claims)) * 1e4) / 1e4,
            words: words ?? null,
            claim: claim ?? null,
            speaker: speaker ?? null,
          }
        : null,
  };
}
