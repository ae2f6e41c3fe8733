import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { withClaimEntry } from '../../src/curate/entries.ts';
import { readCard } from '../../src/intake/cards/read.ts';
import { ArticleCard } from '../../src/intake/cards/schema.ts';

const CARD = `---
# taken from the masthead
outlet: harbour-post
claims:
  - words: Both boats leak,
    confirm: true
---
A note.
`;

const read = (card: string) => readCard(new VFile({ path: 'a.md', value: card }), ArticleCard)!;

test('an entry is added, and the rest of the card stays as it was', () => {
  const card = withClaimEntry(CARD, {
    words: 'Nobody will buy them.',
    speaker: null,
    why: 'nobody is named',
  });
  expect(card).toContain('# taken from the masthead');
  expect(card).toMatch(/\n---\nA note\.\n$/);
  expect(read(card).data.claims).toEqual([
    { words: 'Both boats leak,', confirm: true },
    { words: 'Nobody will buy them.', speaker: null, why: 'nobody is named' },
  ]);
});

test('a second decision on the same words takes the place of the first', () => {
  const card = withClaimEntry(CARD, { words: 'Both boats leak,', drop: true, why: 'a slogan' });
  expect(read(card).data.claims).toEqual([
    { words: 'Both boats leak,', drop: true, why: 'a slogan' },
  ]);
});

test('an article without a card gets one', () => {
  const card = withClaimEntry(null, { words: 'Both boats leak,', confirm: true });
  expect(read(card).data.claims).toHaveLength(1);
});

test('words with colons, marks and line breaks come back as they were', () => {
  const words = "She said: “no”, and: 'yes' # not a comment";
  expect(read(withClaimEntry(CARD, { words, confirm: true })).data.claims!.at(-1)!.words).toBe(
    words,
  );
});

test('a correction without its reason is refused in words', () =>
  expect(() => withClaimEntry(CARD, { words: 'Both boats leak,', drop: true })).toThrow(
    /expected `why:`/,
  ));

test('a card that is not in order is left alone', () =>
  expect(() => withClaimEntry('---\noutlet: [\n---\n', { words: 'x', confirm: true })).toThrow(
    /not in order/,
  ));
