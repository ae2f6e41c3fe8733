import { expect, test } from 'vitest';
import { calibrated, corrected, readCalibration } from '../../src/archive/calibration.ts';
import {
  decidedIn,
  fitCalibration,
  fitLine,
  fitOne,
  type Judged,
} from '../../src/training/from-archive.ts';
import { Workshop } from '../../src/desk/state.ts';
import { VFile } from 'vfile';
import { contentOf } from '../support/content.ts';
import { claimOf, doing, FERRY, workshopOf } from '../desk/desk-archive.ts';

/** Claims of which as many are right as `truth` says of their share; the same each time. */
const judged = (n: number, truth: (share: number) => number): Judged[] =>
  Array.from({ length: n }, (_, i) => {
    const share = 0.3 + 0.65 * ((i * 0.618) % 1);
    return { key: `claim ${i}`, share, right: (i * 0.7548) % 1 < truth(share) };
  });

test('a line finds how much too sure the machine is', () => {
  const { slope, shift } = fitLine(
    judged(4000, (share) => corrected(share, { slope: 0.6, shift: -0.5 })),
  );
  expect(slope).toBeCloseTo(0.6, 1);
  expect(shift).toBeCloseTo(-0.5, 1);
});

test('figures that are right already stay as they are', () => {
  const { slope, shift } = fitLine(judged(4000, (share) => share));
  expect(slope).toBeCloseTo(1, 1);
  expect(shift).toBeCloseTo(0, 1);
});

test('too few, or too few that are wrong, are not fitted to', () => {
  expect(fitOne(judged(99, () => 0.5))).toEqual({
    why: expect.stringMatching(
      /^99 claims, \d+ right and \d+ not; expected 100, at least 10/,
    ) as string,
  });
  expect(fitOne(judged(400, () => 1))).toMatchObject({
    why: expect.stringContaining('400 right and 0 not') as string,
  });
});

test('what is held out says whether the line is better; a fifth is', () => {
  const fitted = fitOne(judged(600, (share) => share / 2));
  expect(fitted).toMatchObject({ curve: { claims: expect.any(Number) as number } });
  const { curve } = fitted as Extract<typeof fitted, { curve: object }>;
  expect(curve.after).toBeLessThan(curve.before);
  expect(curve.heldOut / (curve.claims + curve.heldOut)).toBeCloseTo(0.2, 1);
});

test('what people decided is right or not as they say', () => {
  const workshop = workshopOf();
  const id = (words: string) => claimOf(workshop, words).id;
  doing(workshop, { act: 'confirm', claims: [id('Both boats leak')] });
  doing(workshop, { act: 'reject', claims: [id('the ferry was late')], why: 'hearsay' });
  doing(workshop, {
    act: 'set-speaker',
    claims: [id('the town would pay')],
    speaker: 'mara-obi',
    why: 'read',
  });
  const { claims, words, claim, speaker } = decidedIn(workshop.now);
  expect(claims).toBe(3);
  expect(words.map(({ right }) => right)).toEqual([true, false, true]);
  expect(claim.map(({ right }) => right)).toEqual([true, false, false]);
  expect(speaker.map(({ right }) => right)).toEqual([true, false]);
  // What the machine had said, and not what the person made of it.
  expect(words.every(({ share }) => share < 1)).toBe(true);
  expect(
    fitCalibration({ claims, words, claim, speaker }, { by: 'Ann', on: '2026-11-29' }).calibration,
  ).toBeNull();
});

const CURVE = { slope: 1, shift: -1, claims: 80, heldOut: 20, before: 0.7, after: 0.6 };
const FILE = {
  on: '2026-11-29',
  by: 'Ann Lee',
  claims: 100,
  heldOutShare: 0.2,
  words: CURVE,
  claim: null,
  speaker: null,
};
const withFile = (text: string) =>
  contentOf(
    { ferry: FERRY },
    {},
    { calibration: new VFile({ path: 'content/calibration.json', value: text }) },
  );

test('a build uses the file, says so in the site card, and without it is as before', () => {
  const plain = Workshop.holding(contentOf({ ferry: FERRY }), '/nowhere').now;
  const fitted = Workshop.holding(withFile(JSON.stringify(FILE)), '/nowhere').now;
  expect(fitted.archive.site?.calibration).toMatchObject({ claims: 100, by: 'Ann Lee' });
  expect(plain.archive.site?.calibration).toBeUndefined();
  const known = plain.articles.get('ferry')?.claims ?? [];
  expect(known.length).toBeGreaterThan(2);
  for (const { id, wordsConfidence, confidence } of fitted.articles.get('ferry')?.claims ?? []) {
    const before = known.find((one) => one.id === id);
    expect(wordsConfidence).toBe(corrected(before?.wordsConfidence ?? 0, CURVE));
    expect(confidence).toBeLessThanOrEqual(wordsConfidence);
  }
});

test('a file that is not in order is an error that names the field', () => {
  const content = withFile(JSON.stringify({ ...FILE, claims: 'many' }));
  expect(readCalibration(content.calibration)).toBeNull();
  expect(content.calibration?.messages.map(({ reason, note }) => `${reason}. ${note}`)[0]).toMatch(
    /^Unexpected claims in what the archive learned.* Make it again with that command, or remove the file/,
  );
});

test('turns of an interview and the word of a person stay as they are', () => {
  const calibration = readCalibration(new VFile({ path: 'x', value: JSON.stringify(FILE) }));
  const [claim] = workshopOf().now.draft('ferry')?.claims ?? [];
  if (!claim || !calibration) return expect.fail('nothing to try it on');
  expect(calibrated({ ...claim, type: 'answer' }, calibration).confidence).toBe(claim.confidence);
  expect(calibrated({ ...claim, review: 'confirmed' }, calibration).confidence).toBe(
    claim.confidence,
  );
  expect(calibrated(claim, calibration).wordsConfidence).toBeLessThan(claim.wordsConfidence);
});
