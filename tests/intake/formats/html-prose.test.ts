import { expect, test } from 'vitest';
import { proseOfPage } from '../../../src/intake/formats/html/prose.ts';

const LINE = 'The council of the harbour met on Monday in the old customs house, and voted.';

test('lines of running text stay, whatever stands around them', () => {
  expect(
    proseOfPage(
      `<!doctype html><head><title>${LINE}</title></head><script>var a = "<p>${LINE}</p>";</script><!-- ${LINE} --><nav><li>News<li>Sport</nav><p>The <b>council</b> of the harbour ${LINE}<br>${LINE.slice(0, 20)}</p><style>${LINE}</style><div>3 < 4, ${LINE}</div>`,
    ).split('\n'),
  ).toEqual([`The council of the harbour ${LINE}`, `3 < 4, ${LINE}`]);
});

test.each(['<script>', '<!--', '<', '<p', '</'])('%s without an end takes no longer', (piece) => {
  const started = performance.now();
  proseOfPage(piece.repeat(400_000));
  expect(performance.now() - started).toBeLessThan(4000);
});
