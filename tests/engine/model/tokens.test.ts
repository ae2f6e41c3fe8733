import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import languageModel from 'wink-eng-lite-web-model';
import { hashText, POS, SHAPE } from '../../../src/engine/tokens.ts';
import { tagged } from '../../../src/languages/en/tagged.ts';

const words = (text: string): string[] => {
  const { start, end, count } = tagged(text);
  return Array.from({ length: count }, (_, i) => text.slice(start[i], end[i]));
};

/** A number in letters. */
const spell = (number: number): string =>
  number.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 26)));

describe('tokens', () => {
  test('cover every character that is not white space, in order', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab “”"\'’.,-—\n\tÄ日😀5$#@/'), maxLength: 300 }),
        (text) => {
          const { start, end, count } = tagged(text);
          let at = 0;
          for (let i = 0; i < count; i++) {
            expect(start[i]).toBeGreaterThanOrEqual(at);
            expect(end[i]).toBeGreaterThan(start[i]!);
            expect(text.slice(at, start[i])).toMatch(/^\s*$/u);
            at = end[i]!;
          }
          expect(text.slice(at)).toMatch(/^\s*$/u);
        },
      ),
    );
  });

  test('are taken at their first place, white space too', () => {
    expect(words(' \ta\t')).toEqual(['\t', 'a', '\t']);
  });

  test('are the same whatever was read before', () => {
    const text = 'Qadiriyyeh’s U.S.-led ex-envoy.She told grzlbk.com: “Vrml-zorp isn’t Zqx’s.”';
    const first = tagged(text);
    for (const other of ['Vrml-zorp', 'ex-envoy.She grzlbk', 'U.S.-led Zqx’s', 'zqx QADIRIYYEH’S'])
      tagged(other);
    expect(tagged(text)).toEqual(first);
  });

  test('are the same after more unknown words than a reader takes', () => {
    const text = 'Qadiriyyeh’s U.S.-led ex-envoy.She told grzlbk.com: “Vrml-zorp isn’t Zqx’s.”';
    const first = tagged(text);
    const asked = vi.spyOn(languageModel as unknown as { metaCER(): unknown }, 'metaCER');
    let seed = 1;
    const letter = () =>
      String.fromCharCode(
        97 + (((seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) >>> 16) % 26),
      );
    for (let round = 0; round < 110; round++) {
      const unknown = Array.from(
        { length: 2000 },
        () => `${letter()}${letter()}${letter()}${letter()}${letter()}${letter()}`,
      ).join(' ');
      expect(tagged(unknown).count).toBeGreaterThanOrEqual(2000);
      expect(tagged(text)).toEqual(first);
    }
    // The language model grows each time it is asked for this.
    expect(asked.mock.calls.length).toBeLessThanOrEqual(1);
  });

  test('have a lemma also where wink-nlp knows none, whatever was read before', () => {
    const text =
      'Lee told reporters on Monday that the mill would close in May, adding that nobody had heve.';
    let round = 0;
    // More than two readers take: wink-nlp 2.4.0 gives the second the lemma of a word it once met.
    for (let read = 0; read < 260_000; read += 4000) {
      const { lemma, count } = tagged(text);
      expect(lemma[count - 2]).toBe(hashText('heve'));
      round++;
      tagged(Array.from({ length: 4000 }, (_, i) => `q${spell(round * 4000 + i)}x`).join(' '));
    }
  });

  test('know line breaks, parts of speech and lemmas', () => {
    const text = 'She said so.\n\nThey were told.';
    const { pos, shape, lemma } = tagged(text);
    expect(words(text)).toEqual(['She', 'said', 'so', '.', '\n\n', 'They', 'were', 'told', '.']);
    expect(POS[pos[1]!]).toBe('VERB');
    expect(lemma[1]).toBe(hashText('say'));
    expect(lemma[7]).toBe(hashText('tell'));
    expect(shape[4]).toBe(SHAPE.newline);
  });

  test('of one long run without a blank stay whole and in place', () => {
    const text = `${'x'.repeat(1000)} said so`;
    expect(words(text).join('')).toBe(text.replaceAll(' ', ''));
  });
});
