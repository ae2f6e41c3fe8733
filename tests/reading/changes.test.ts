import { describe, expect, test } from 'vitest';
import { changesInContext } from '../../src/site/reading/changes.ts';
import { differences } from '../../src/text/differences.ts';

const shown = (before: string, after: string) =>
  changesInContext(differences(before, after)).map((pieces) =>
    pieces
      .map((piece) => ('same' in piece ? piece.same : `[${piece.removed}|${piece.added}]`))
      .join(''),
  );

describe('changes between two versions', () => {
  test('a change stands between the words of its line', () => {
    expect(shown('First.\nWe will pay now.\nLast.', 'First.\nWe will pay soon.\nLast.')).toEqual([
      'We will pay [now.|soon.]',
    ]);
  });

  test('long lines are cut at whole words', () => {
    const long = 'one two three four five six seven eight nine ten';
    const [change = ''] = shown(`${long} now ${long}`, `${long} soon ${long}`);
    expect(change).toMatch(/^… /);
    expect(change).toMatch(/ …$/);
    for (const word of change.match(/[a-z]+/g) ?? []) expect(`${long} now soon`).toContain(word);
  });

  test('the same text has none', () => {
    expect(shown('We will pay.', 'We will pay.')).toEqual([]);
  });
});
