/** A speaker that the text leaves open is open in the records too, however few may be meant. */
import { expect, test } from 'vitest';
import { built } from '../support/content.ts';

const HEAD = 'A song for the harbour\n\nBy Ann Lee\n\n4 May 2021\n\n';
const SONG =
  'Nora Harrowell sings in the harbour. “I found the tune on a night in May when the boats were late,” Nora Harrowell said.';

test('one candidate alone is not the speaker', () => {
  const { articles } = built({
    song: `${HEAD}${SONG} The hall was full. “They wanted Nora Harrowell, and by noon they got her, late as it was,” she said.\n`,
  });
  const [first, second] = articles.flatMap(({ claims }) => claims);
  expect(first?.speaker?.name).toBe('Nora Harrowell');
  expect(second?.speaker).toBeNull();
  expect(second?.candidates.map(({ name }) => name)).toEqual(['Nora Harrowell']);
});
