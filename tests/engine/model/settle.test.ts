/** Claims stay well formed whatever the learned weights choose. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findClaims } from '../../../src/engine/index.ts';
import { english } from '../../../src/languages/en/index.ts';
import { scanParagraphs } from '../../../src/engine/marks.ts';
import { CHOICE_WIDTH } from '../../../src/engine/tagger/choices.ts';
import { Tagger, type Judge, type ModelFile } from '../../../src/engine/tagger/index.ts';
import { TableJudge } from '../../../src/engine/tagger/judge.ts';
import { taggerLexicon } from '../../../src/languages/en/features.ts';
import { keyOf, writeChoices } from '../../../src/engine/tagger/model.ts';

const file = JSON.parse(
  readFileSync(new URL('../../../src/languages/en/model/model.json', import.meta.url), 'utf8'),
) as ModelFile;
const paragraphsOf = (text: string) =>
  [...text.matchAll(/[^\n]+/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    kind: 'paragraph' as const,
  }));
let asked: Judge | undefined;
/** Passes every question on to the judge of a test: reading the model takes longer than any text here. */
const bench: Judge = {
  mention: (...question) => asked?.mention(...question) ?? { index: 0, lead: 0 },
  bound: (...question) => asked?.bound(...question) ?? { index: 0, lead: 0 },
  standing: (...question) => asked?.standing(...question) ?? 0,
};
const ownJudge = new Tagger(file, taggerLexicon);
const otherJudge = new Tagger(file, taggerLexicon, { judge: bench });
function found(text: string, judge?: Judge) {
  asked = judge;
  return findClaims(
    { text, paragraphs: paragraphsOf(text) },
    { pack: english, model: judge ? otherJudge : ownJudge },
  );
}

const picked = (index: number) => ({ index, lead: 0 });
const keeps: Judge = {
  mention: (_f, _c, now) => picked(now),
  bound: (_f, _c, now) => picked(now),
  standing: () => 0,
};

describe('a judge', () => {
  const SENTENCES = [
    'Mayor Ann Lee said that the ferry would sail again in May, and criticised the council.',
    '“We have waited,” she said, “and we will wait no more.”',
    'Ann Lee told Bob Ray that the pier was “a disaster” that nobody wanted.',
    'According to the council, the old pier costs 40,000 a year.',
    'The pier, Bob Ray said, would fall.',
    'Critics called the plan “a waste of money” and urged the mayor to drop it.',
    'Nobody was hurt.',
    'Ann Lee, who said she was tired, left; Bob Ray stayed, saying “so be it”.',
    '“It is late,” said Ann Lee. “Go home.”',
  ];
  const anyText = fc
    .array(
      fc
        .array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 })
        .map((list) => list.join(' ')),
      { minLength: 1, maxLength: 3 },
    )
    .map((list) => list.join('\n\n'));

  test('may choose what it likes: parts stay trimmed, in order and in their paragraph, and no two claims cross', () => {
    fc.assert(
      fc.property(anyText, fc.infiniteStream(fc.nat()), (text, dice) => {
        const roll = (count: number): number => (dice.next().value as number) % count;
        const judge: Judge = {
          mention: (_f, count) => picked(roll(count)),
          bound: (_f, count) => picked(roll(count)),
          standing: () => (roll(4) > 0 ? 100 : -1000),
        };
        const { claims, entities } = found(text, judge);
        const paragraphs = paragraphsOf(text);
        const marks = new Set(
          scanParagraphs(text, paragraphs, english.marks).flatMap(({ stretches }) =>
            stretches.flatMap(({ open, close }) => [open.start, close?.start ?? -1]),
          ),
        );
        for (const { type, parts, speaker, confidence } of claims) {
          let end = -1;
          for (const part of parts) {
            // A quotation stands without the marks around it.
            if (type === 'direct')
              expect(
                marks.has(part.start) || marks.has(part.end - 1),
                text.slice(part.start, part.end),
              ).toBe(false);
            expect(part.start).toBeGreaterThanOrEqual(end);
            expect(text.slice(part.start, part.end)).toMatch(/^\S(?:[\s\S]*\S)?$/u);
            expect(paragraphs.some((p) => p.start <= part.start && part.end <= p.end)).toBe(true);
            end = part.end;
          }
          if (speaker) expect(entities[speaker.entity]).toBeDefined();
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
        const parts = claims
          .filter(({ within }) => within === null)
          .flatMap((claim) => claim.parts)
          .sort((x, y) => x.start - y.start);
        parts.forEach((part, i) => expect(i === 0 || parts[i - 1]!.end <= part.start).toBe(true));
      }),
      { numRuns: 150 },
    );
  });

  test('that lets nothing stand leaves no claim, and one that changes nothing leaves the rules’ bounds', () => {
    const text = 'Mayor Ann Lee said that the ferry would sail again in May.';
    expect(found(text, { ...keeps, standing: () => -1000 }).claims).toEqual([]);
    expect(
      found(text, keeps).claims.map(({ parts }) =>
        parts.map(({ start, end }) => text.slice(start, end)),
      ),
    ).toEqual([['the ferry would sail again in May']]);
  });

  test('is asked about names near the cue, never about names in the words', () => {
    const text =
      'Ann Lee told the paper that Bob Ray would resign, and Carl Moor that he would not.';
    const seen = new Set<string>();
    found(text, {
      ...keeps,
      mention: (_f, _c, now, _d, mentions) => {
        for (const m of mentions) if (m) seen.add(text.slice(m.start, m.end));
        return picked(now);
      },
    });
    expect(seen).toContain('Ann Lee');
    expect(seen).not.toContain('Bob Ray');
  });

  test('speaks in words where it decides otherwise than the rules', () => {
    const text =
      'Ann Lee said that the ferry would sail again in May. Bob Ray said that the pier was unsafe.';
    const other: Judge['mention'] = (_f, _c, now, _d, mentions) =>
      picked(
        Math.max(
          now,
          mentions.findIndex((m) => m !== null && text.slice(m.start, m.end) === 'Bob Ray'),
        ),
      );
    const { claims } = found(text, { ...keeps, mention: other });
    expect(claims.map(({ mention }) => mention && text.slice(mention.start, mention.end))).toEqual([
      'Bob Ray',
      'Bob Ray',
    ]);
    expect(claims[0]!.reasons).toContainEqual(
      expect.stringMatching(/the model takes “Bob Ray” for the speaker/),
    );
  });
});

test.each([
  ['Ann Lee was told that the ferry would not sail again in May.'],
  ['It is said that the ferry will not sail again in May.'],
  ['The mayor was reportedly informed that the pier was unsafe.'],
])('who stands before a passive does not say the words: %s', (text) => {
  for (const { speaker } of found(text).claims) expect(speaker).toBeNull();
});

test('weights of choices are read back as they were written, and the heaviest candidate wins by a lead only', () => {
  const weights = new Map([
    [keyOf(0x12345678), 120],
    [keyOf(-5), -127],
    [keyOf(0x7fffffff), 30],
  ]);
  const table = writeChoices(weights);
  const judge = new TableJudge({ mention: table, bound: table, standing: table });
  const features = new Int32Array(2 * CHOICE_WIDTH);
  features[0] = 0x7fffffff;
  features[CHOICE_WIDTH] = 0x12345678;
  expect(judge.bound(features, 2, 0)).toEqual({ index: 1, lead: 90 });
  features[CHOICE_WIDTH + 1] = -5;
  expect(judge.bound(features, 2, 0).index).toBe(0);
  expect(judge.standing(features.subarray(CHOICE_WIDTH))).toBe(-7);
});
