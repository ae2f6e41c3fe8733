import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findClaims } from '../../../src/engine/index.ts';
import { english } from '../../../src/languages/en/index.ts';
import { scanMarks } from '../../../src/engine/marks.ts';
import { paragraphClaims } from '../../../src/languages/en/rules/index.ts';
import { DESCRIPTIONS } from '../../../src/engine/tagger/descriptions.ts';
import { WIDTH } from '../../../src/engine/tagger/features.ts';
import { KIND, Tagger, type ModelFile, type Tagged } from '../../../src/engine/tagger/index.ts';
import { LABEL_COUNT, LABELS, mayFollow } from '../../../src/engine/tagger/labels.ts';
import {
  KEY_MASK,
  keyOf,
  MODEL_VERSION,
  readModel,
  weightsOf,
  writeModel,
} from '../../../src/engine/tagger/model.ts';
import { ruleCodes } from '../../../src/engine/tagger/rule-codes.ts';
import { shippedTagger } from '../../../src/languages/en/model/index.ts';
import { taggerLexicon } from '../../../src/languages/en/features.ts';
import { extractQuotes } from '../../../src/archive/extract.ts';

const path = new URL('../../../src/languages/en/model/model.json', import.meta.url);
const bytes = readFileSync(path);
const file = JSON.parse(bytes.toString('utf8')) as ModelFile;

const TEXTS = [
  'The ferry will sail again in May, harbour master Ann Lee said on Monday.\n“We have waited long enough,” she added. “The town needs it.”',
  'According to the council, the old pier costs 40,000 a year. Critics called the plan “a waste of money” and urged the mayor to drop it.',
  'Nobody was hurt. The fire brigade left at noon.\nMr. Ray, who owns the mill, told reporters that the roof had been unsafe for years.',
  '“No,” said the clerk. “Not before June.” He thinks it will rain.',
];

function tagsOf(text: string, tagger: Tagger): Tagged[] {
  const tokens = english.text.tagged(text);
  const { stretches } = scanMarks(text, { start: 0, end: text.length }, english.marks);
  const { drafts } = paragraphClaims(text, { start: 0, end: text.length }, stretches, 0);
  const rules = ruleCodes(tokens, 0, tokens.count, drafts, tagger.lexicon);
  return tagger.tag({ tokens, a: 0, b: tokens.count, stretches, rules });
}

describe('the shipped model', () => {
  const tagger = shippedTagger()!;

  test('loads, is small, and holds no words', () => {
    expect(tagger).not.toBeNull();
    expect(file).toMatchObject({ version: MODEL_VERSION, labels: LABELS });
    expect(bytes.length).toBeLessThan(550_000);
    expect(Object.keys(file).sort()).toEqual([
      'bias',
      'choices',
      'edges',
      'features',
      'keys',
      'labels',
      'levels',
      'version',
      'weights',
    ]);
    expect(file.levels).toHaveLength(16);
    expect(file.levels.every(Number.isInteger)).toBe(true);
  });

  test('is read to the same sums everywhere', () => {
    const { edges, table, levels } = readModel(file);
    const sums = [levels, edges].map((list) => [...list].reduce((sum, weight) => sum + weight, 0));
    const digest = createHash('sha256')
      .update(new Uint8Array(levels.buffer))
      .update(new Uint8Array(edges.buffer))
      .update(new Uint8Array(table.buffer))
      .digest('hex')
      .slice(0, 16);
    expect({ sums, digest }).toMatchSnapshot();
  });

  test('finds mention, cue and claim with whole numbers', () => {
    const text = 'Mayor Ann Lee said that the ferry would sail again in May.';
    const tags = tagsOf(text, tagger);
    expect(tags.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      [KIND.source, 'Mayor Ann Lee'],
      [KIND.cue, 'said'],
      [KIND.indirect, 'that the ferry would sail again in May'],
    ]);
    expect(tags.every(({ margin }) => Number.isInteger(margin) && margin >= 0)).toBe(true);
  });

  test('gives the same whatever was read before', () => {
    const forward = TEXTS.map((text) => JSON.stringify(extractQuotes(text)));
    const backward = [...TEXTS]
      .reverse()
      .map((text) => JSON.stringify(extractQuotes(text)))
      .reverse();
    expect(backward).toEqual(forward);
    fc.assert(
      fc.property(fc.shuffledSubarray(TEXTS.map((_, i) => i)), (order) => {
        for (const i of order) expect(JSON.stringify(extractQuotes(TEXTS[i]!))).toBe(forward[i]);
      }),
      { numRuns: 10 },
    );
  });

  test('cuts long paragraphs and still finds what is said at their end', () => {
    const text = `${'The road was long and wet, and nobody came by. '.repeat(300)}Mayor Ann Lee said that the ferry would sail again in May.`;
    expect(
      tagsOf(text, tagger).some(
        ({ kind, start }) => kind === KIND.cue && text.slice(start, start + 4) === 'said',
      ),
    ).toBe(true);
  });

  test('names the features that spoke for a stretch', () => {
    const text = 'Mayor Ann Lee said that the ferry would sail again in May.';
    const tokens = english.text.tagged(text);
    const rules = new Uint8Array(tokens.count);
    const input = { tokens, a: 0, b: tokens.count, stretches: [], rules };
    const cue = tagger.tag(input).find(({ kind }) => kind === KIND.cue)!;
    const reasons = tagger.reasons(input, cue);
    expect(reasons).toHaveLength(5);
    for (const reason of reasons) expect(reason).not.toMatch(/[{}]|feature \d/);
  });

  test('takes a belief for no speech', () => {
    for (const verb of ['thinks', 'believes', 'hopes'])
      expect(
        extractQuotes(`Ann Lee ${verb} that the ferry will sail again in May.`).quotes,
      ).toEqual([]);
  });
});

describe('the model file', () => {
  const levels = Array.from({ length: 16 }, (_, i) => i - 8);
  const made = fc
    .uniqueArray(
      fc
        .integer({ min: -0x80000000, max: 0x7fffffff })
        .map(keyOf)
        .filter((key) => key <= KEY_MASK),
      { minLength: 1, maxLength: 50 },
    )
    .chain((keys) =>
      fc.record({
        keys: fc.constant(keys),
        rows: fc.array(
          fc.uint8Array({ min: 0, max: 15, minLength: LABEL_COUNT, maxLength: LABEL_COUNT }),
          { minLength: keys.length, maxLength: keys.length },
        ),
      }),
    );
  const edges = new Int16Array(file.edges.length);

  test('reads back what was written', () => {
    fc.assert(
      fc.property(made, ({ keys, rows }) => {
        const weights = readModel(
          writeModel({
            rows: keys.map((key, i) => ({ key, weights: rows[i]! })),
            levels,
            edges,
            bias: 0,
            choices: file.choices,
          }),
        );
        keys.forEach((key, i) =>
          expect(weightsOf(weights, (key - 1) << 4)).toEqual(
            [...rows[i]!].map((level) => levels[level]),
          ),
        );
      }),
      { numRuns: 20 },
    );
  });

  test('of another version or cut short is refused with a way out', () => {
    expect(() => new Tagger({ ...file, version: 99 }, taggerLexicon)).toThrow(
      'Unexpected model of version 99, expected version 2; train it again with `npm run train`',
    );
    expect(
      () => new Tagger({ ...file, weights: file.weights.slice(0, 400) }, taggerLexicon),
    ).toThrow('Unexpected end of the model');
  });
});

test('how sure claims are is told in whole numbers of a few fixed signs', () => {
  const { gauges } = shippedTagger()!;
  expect(Object.keys(gauges!).sort()).toEqual(['claim', 'mention', 'person', 'words']);
  const { claim, mention, person, words } = gauges!;
  for (const { base, weights } of [claim, mention, person, words]) {
    for (const weight of [base, ...Object.values(weights)]) {
      expect(Number.isInteger(weight)).toBe(true);
      expect(Math.abs(weight)).toBeLessThan(800);
    }
  }
});

test('a stretch goes on only after its like', () => {
  for (let from = -1; from < LABELS.length; from++) {
    for (let to = 0; to < LABELS.length; to++) {
      const label = LABELS[to]!;
      const like = from >= 0 && LABELS[from]!.slice(2) === label.slice(2) && from > 0;
      expect(mayFollow(from, to)).toBe(!label.startsWith('I') || like);
    }
  }
});

test('every feature is described', () => {
  expect(DESCRIPTIONS.length).toBeLessThanOrEqual(WIDTH);
  expect(DESCRIPTIONS.length).toBeGreaterThan(WIDTH - 8);
});

test('the engine works without a model', () => {
  const text = TEXTS[0]!;
  const paragraphs = [{ start: 0, end: text.length, kind: 'paragraph' as const }];
  expect(
    findClaims({ text, paragraphs }, { pack: english, model: null }).claims.length,
  ).toBeGreaterThan(0);
});
