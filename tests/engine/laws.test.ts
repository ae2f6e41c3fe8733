/** What holds for every text, whatever stands in it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findClaims, type EngineText, type Found } from '../../src/engine/index.ts';
import { english } from '../../src/languages/en/index.ts';
import { scanMarks, type Stretch } from '../../src/engine/marks.ts';
import { sentences } from '../../src/languages/en/words.ts';
import { anyParagraph, anyText } from './any-text.ts';

const rulesOnly = (input: EngineText) => findClaims(input, { pack: english, model: null });

describe('claims', () => {
  test('parts are in order, within listed paragraphs, trimmed, and not empty', () => {
    fc.assert(
      fc.property(anyText, (input) => {
        for (const { parts } of rulesOnly(input).claims) {
          expect(parts.length).toBeGreaterThan(0);
          let end = -1;
          for (const part of parts) {
            expect(part.start).toBeGreaterThanOrEqual(end);
            expect(part.end).toBeGreaterThan(part.start);
            expect(input.text.slice(part.start, part.end)).toMatch(/^\S(?:[\s\S]*\S)?$/);
            expect(
              input.paragraphs.some(
                (p) => p.kind !== 'heading' && p.start <= part.start && part.end <= p.end,
              ),
            ).toBe(true);
            end = part.end;
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('marks with nothing between them quote nothing', () => {
    const text = "«who of we will pay asked '' ''";
    const { claims } = rulesOnly({
      text,
      paragraphs: [{ start: 0, end: text.length, kind: 'paragraph' }],
    });
    for (const { start, end } of claims.flatMap(({ parts }) => parts))
      expect(end).toBeGreaterThan(start);
  });

  test('no two claims cross, and one within another is told so', () => {
    fc.assert(
      fc.property(anyText, (input) => {
        const { claims } = rulesOnly(input);
        const parts = claims.flatMap((c, claim) => c.parts.map((p) => ({ ...p, claim })));
        for (const a of parts)
          for (const b of parts) {
            if (a.claim === b.claim) continue;
            expect(
              a.start < b.start && b.start < a.end && a.end < b.end,
              `${input.text.slice(a.start, a.end)} | ${input.text.slice(b.start, b.end)}`,
            ).toBe(false);
          }
        claims.forEach((c, i) => {
          if (c.within === null) return;
          expect(c.within).toBeLessThan(i);
          const outer = claims[c.within]!;
          for (const part of c.parts)
            expect(outer.parts.some((o) => o.start <= part.start && part.end <= o.end)).toBe(true);
        });
      }),
      { numRuns: 400 },
    );
  });

  test('every index leads somewhere, every figure is within bounds, every claim has its reason', () => {
    fc.assert(
      fc.property(anyText, (input) => {
        const found: Found = rulesOnly(input);
        for (const c of found.claims) {
          if (c.speaker) expect(found.entities[c.speaker.entity]).toBeDefined();
          for (const i of c.candidates) expect(found.entities[i]).toBeDefined();
          for (const v of c.via) expect(found.entities[v.entity]).toBeDefined();
          expect(c.confidence).toBeGreaterThan(0);
          expect(c.confidence).toBeLessThanOrEqual(1);
          expect(c.reasons.length).toBeGreaterThan(0);
          if (c.candidates.length > 1) expect(c.speaker).toBeNull();
          for (const span of [c.cue, c.mention])
            if (span) expect(input.text.slice(span.start, span.end)).toMatch(/\S/);
        }
        for (const d of found.doubts) expect(d.end).toBeGreaterThan(d.start);
      }),
      { numRuns: 200 },
    );
  });

  test('a text gives the same claims each time', () => {
    fc.assert(
      fc.property(anyText, (input) => {
        expect(rulesOnly(input)).toEqual(rulesOnly(input));
      }),
      { numRuns: 60 },
    );
  });
});

/** Sentences of news, well marked: what they say does not hang on how their marks are encoded. */
const SENTENCES = [
  '“We will pay for it,” Ann Lee said.',
  'Ann Lee said, “We will pay for it.”',
  '“We will pay,” Ann Lee said, “but not today.”',
  'Bob Ray said that the bridge was “an old friend” of the city.',
  'The “donations” stopped in May.',
  '“Who pays for it?” asked Bob Ray.',
  'According to Ann Lee, the bridge was safe.',
  '“The bridge is old and has to be rebuilt.”',
  'The bridge is closed.',
  'Bob Ray called it a “disaster”.',
];
const ENCODINGS: [string, string, string][] = [
  ['straight', '"', '"'],
  ['two apostrophes', "''", "''"],
  ['TeX', '``', "''"],
  ['French', '«', '»'],
  ['German', '„', '“'],
];
const shape = (text: string) => {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    kind: 'paragraph' as const,
  }));
  const found = rulesOnly({ text, paragraphs });
  const plain = (s: string) => s.replace(/["“”„«»]|''|``/g, '');
  return found.claims.map((c) => [
    c.type,
    c.rule,
    c.speaker && found.entities[c.speaker.entity]!.name,
    ...c.parts.map((p) => plain(text.slice(p.start, p.end))),
  ]);
};

test.each(ENCODINGS)('marks written otherwise give the same claims: %s', (_, open, close) => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      (list, apart) => {
        const text = list.join(apart ? '\n' : ' ');
        const other = text
          .replaceAll('“', '\u0001')
          .replaceAll('”', '\u0002')
          .replaceAll('\u0001', open)
          .replaceAll('\u0002', close);
        expect(shape(other)).toEqual(shape(text));
      },
    ),
    { numRuns: 120 },
  );
});

describe('marks', () => {
  const marky = fc
    .array(
      fc.constantFrom(
        '“',
        '”',
        '"',
        "'",
        '‘',
        '’',
        '«',
        '»',
        '„',
        "''",
        '`',
        ' ',
        ' ',
        'a',
        'It',
        's',
        '.',
        ',',
        '(',
        ')',
        '—',
      ),
      { maxLength: 60 },
    )
    .map((a) => a.join(''));
  const walk = (
    list: readonly Stretch[],
    see: (s: Stretch, outer: Stretch | null) => void,
    outer: Stretch | null = null,
  ): void => {
    for (const s of list) {
      see(s, outer);
      walk(s.nested, see, s);
    }
  };

  test('quotations follow one another and contain what is nested in them', () => {
    fc.assert(
      fc.property(marky, fc.boolean(), (text, inherited) => {
        const { stretches } = scanMarks(text, { start: 0, end: text.length }, english.marks, {
          inherited,
        });
        for (let i = 1; i < stretches.length; i++)
          expect(stretches[i]!.outer.start).toBeGreaterThanOrEqual(stretches[i - 1]!.outer.end);
        walk(stretches, (s, outer) => {
          expect(s.outer.start).toBeLessThanOrEqual(s.inner.start);
          expect(s.inner.end).toBeLessThanOrEqual(s.outer.end);
          if (outer) {
            expect(s.outer.start).toBeGreaterThanOrEqual(outer.outer.start);
            expect(s.outer.end).toBeLessThanOrEqual(outer.outer.end);
          }
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('a paragraph without marks has no quotations', () => {
    fc.assert(
      fc.property(
        fc.string().map((s) => s.replace(/["'`“”„‟‘’‚‛«»‹›＂]/gu, '')),
        (text) => {
          expect(scanMarks(text, { start: 0, end: text.length }, english.marks)).toEqual({
            stretches: [],
            strays: [],
            open: false,
          });
        },
      ),
    );
  });
});

test('sentences follow one another and leave out nothing but white space', () => {
  fc.assert(
    fc.property(anyParagraph, (text) => {
      let end = 0;
      for (const s of sentences(text, 0, text.length)) {
        expect(text.slice(end, s.start).trim()).toBe('');
        expect(s.end).toBeGreaterThan(s.start);
        end = s.end;
      }
      expect(text.slice(end).trim()).toBe('');
    }),
  );
});

describe('work grows with the length of a text, not faster', () => {
  /**
   * CPU time, best of five, so that a busy machine does not count; a ratio, so that a slow one does not either.
   * Once it is below `enough`, none better is looked for.
   */
  const cost = (text: string, find: (input: EngineText) => Found, enough = 0) => {
    const paragraphs = [{ start: 0, end: text.length, kind: 'paragraph' as const }];
    let best = Infinity;
    for (let k = 0; k < 5 && best >= enough; k++) {
      const from = process.cpuUsage();
      find({ text, paragraphs });
      best = Math.min(best, process.cpuUsage(from).user / 1000);
    }
    return best;
  };
  test.each([
    ['opening marks', '“a '],
    ['closing marks', 'b” '],
    ['straight marks', '" '],
    ['single marks', "'a "],
    ['cues', 'he said she said '],
    ['one sentence', 'The minister told him that it was so and said '],
    ['descriptions', 'The minister said it rained. '],
    ['conditions', 'If he says “it is so” and '],
    ['dashes', 'It — rained. '],
    ['commas', 'said, '],
    ['brackets', '( '],
    ['full stops', '. '],
    ['news', 'Ann Lee said it rained. “We know it,” he said. '],
  ])('%s', (_, piece) => {
    const of = (size: number) => piece.repeat(Math.ceil(size / piece.length));
    cost(of(20_000), rulesOnly);
    // Eight times the text: quadratic work would be sixty-four times as long. Below 3 ms, what is done for the text
    // is less than what is done for memory.
    const most = 32 * Math.max(cost(of(50_000), rulesOnly), 3);
    expect(cost(of(400_000), rulesOnly, most)).toBeLessThan(most);
  });

  test('nor with the model', () => {
    const find = (input: EngineText) => findClaims(input, { pack: english });
    const of = (times: number) => 'He said that “it is so,” and she denied it. '.repeat(times);
    cost(of(300), find);
    // Eight times the text, as above.
    const most = 20 * cost(of(800), find);
    expect(cost(of(6400), find, most)).toBeLessThan(most);
  });
});
