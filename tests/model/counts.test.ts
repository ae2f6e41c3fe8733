import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countsOf, speakersInWords } from '../../src/model/counts.ts';

const speaker = (id: string) => ({ id });
const article = (outlet: string | null, ...speakers: (string | null)[]) => ({
  outlet: outlet === null ? null : { id: outlet },
  claims: speakers.map((id) => ({ speaker: id === null ? null : { id } })),
});

test('speakers are all that the archive knows, and those quoted are counted beside them', () => {
  const counts = countsOf({
    articles: [article('post', 'mara', 'mara', null), article('post', 'tove'), article(null)],
    speakers: ['mara', 'tove', 'asks-only'].map(speaker),
  });
  expect(counts).toEqual({ articles: 3, claims: 4, speakers: 3, quoted: 2, outlets: 1 });
  expect(speakersInWords(counts)).toBe('3 speakers, 2 of them quoted');
});

test('an archive without a claim', () => {
  const none = countsOf({ articles: [], speakers: [] });
  expect([none, speakersInWords(none)]).toEqual([
    { articles: 0, claims: 0, speakers: 0, quoted: 0, outlets: 0 },
    'no speakers',
  ]);
  expect(speakersInWords({ ...none, speakers: 1 })).toBe('1 speaker, none of them quoted');
});

/** Whoever shows how many speakers an archive has takes the number from one place. */
test.each([
  'src/build/commands/build-site.ts',
  'src/build/commands/records.ts',
  'src/site/reading/data-files.ts',
  'src/site/reading/site-words.ts',
  'src/site/pages/speakers/index.astro',
])('%s counts no speakers itself', (path) => {
  const file = join(import.meta.dirname, '../..', path);
  expect(existsSync(file)).toBe(true);
  const code = readFileSync(file, 'utf8');
  expect(code).toContain('speakersInWords(');
  expect(code).not.toMatch(/count\([\w.]*speakers\.length/);
});
