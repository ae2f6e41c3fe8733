/** Training gives the same bytes from the same documents. */
import { expect, test } from 'vitest';
import { randomOf } from '../../src/training/random.ts';
import type { GoldDocument, Mention, Quote } from '../../src/training/gold.ts';
import { trainModel } from '../../src/training/train.ts';

const PEOPLE = ['Ann Lee', 'Tom Brook', 'the minister', 'a spokesman', 'Mara Field', 'Nils Berg'];
const VERBS = ['said', 'told reporters', 'argued', 'warned', 'claimed', 'announced'];
const WORDS = [
  'the bridge will open in May',
  'nobody had asked the board',
  'prices rose again',
  'the plan is sound',
  'we will pay every bill',
  'the old mill must stay',
];

/** Invented articles, annotated as they are written. */
function invented(count: number): GoldDocument[] {
  const random = randomOf(7);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  return Array.from({ length: count }, (_, i) => {
    let text = '';
    const quotes: Quote[] = [];
    const add = (words: string): Required<Mention> => {
      const start = text.length;
      text += words;
      return { text: words, start, end: text.length };
    };
    for (let paragraph = 0; paragraph < 8; paragraph++) {
      const speaker = add(pick(PEOPLE));
      add(' ');
      const speech = random() < 0.7;
      const cue = add(speech ? pick(VERBS) : pick(['hopes', 'thinks']));
      add(' that ');
      quotes.push({ ...add(pick(WORDS)), type: 'indirect', speaker, cue, speech });
      add('.\n\n');
    }
    return { id: `doc${i}`, text, quotes };
  });
}

test('the same documents give the same model, byte for byte', () => {
  const documents = invented(4);
  const steps: string[] = [];
  const trained = trainModel(documents, (step) => steps.push(step));
  expect(steps[0]).toBe('4 documents, 32 paragraphs');
  expect(trained.model.features).toBeGreaterThan(100);
  expect(JSON.stringify(trainModel(documents, () => {}))).toBe(JSON.stringify(trained));
});
