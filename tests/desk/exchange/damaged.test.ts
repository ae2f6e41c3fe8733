/** A law: a file that was damaged on its way is read, or refused with all that a message needs; nothing else happens. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Malformed } from '../../../src/desk/exchange/foreign.ts';
import { EXCHANGE_FORMATS } from '../../../src/desk/exchange/formats.ts';
import { perform } from '../../../src/desk/perform.ts';
import { claimOf } from '../desk-archive.ts';
import { exported, freshArchive, given, imported } from './archive.ts';

const archive = freshArchive();
for (const words of ['Both boats leak', 'We saw the']) {
  const act = { act: 'confirm' as const, claims: [claimOf(archive, words).id] };
  archive.take(perform(archive, act, { by: 'Ida Berg', on: '2026-11-20' }).next);
}

/** Ways in which a file comes to harm, each at a place from 0 to 1 of its text. */
const HARMS: Readonly<Record<string, (text: string, at: number) => string>> = {
  'cut short': (text, at) => text.slice(0, at),
  'its beginning lost': (text, at) => text.slice(at),
  'a sign less': (text, at) => text.slice(0, at) + text.slice(at + 1),
  'a sign more': (text, at) => `${text.slice(0, at)}"${text.slice(at)}`,
  'half a letter': (text, at) => `${text.slice(0, at)}\uD83D${text.slice(at)}`,
  'a figure that is none': (text, at) => text.slice(0, at) + text.slice(at).replace(/\d+/, 'NaN'),
  'a figure below nought': (text, at) => text.slice(0, at) + text.slice(at).replace(/\d+/, '-7'),
  'a figure beyond all': (text, at) => text.slice(0, at) + text.slice(at).replace(/\d+/, '9e99'),
  'a word for another': (text, at) => text.slice(0, at) + text.slice(at).replace(/\p{L}+/u, 'null'),
  'a line twice': (text, at) =>
    text.replace(/[^\n]*\n/g, (line, from) =>
      from <= at && at < Number(from) + line.length ? line + line : line,
    ),
  'line ends of another system': (text) => text.replaceAll('\n', '\r\n'),
  'a mark of byte order': (text) => `\uFEFF${text}`,
};

test.each(EXCHANGE_FORMATS.map(({ id }) => id))('%s', (format) => {
  const files = exported(archive, format);
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.constantFrom(...Object.keys(HARMS)),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (file, harm, share) => {
        const text = HARMS[harm]?.(file.text, Math.floor(share * file.text.length)) ?? '';
        const damaged = { ...given(file.path, text), beside: file.beside };
        const before = archive.now;
        try {
          const { outcomes } = imported(archive, [damaged]);
          expect(Array.isArray(outcomes)).toBe(true);
        } catch (error) {
          if (!(error instanceof Malformed)) throw error;
          expect(error.faults.length).toBeGreaterThan(0);
          for (const { path, found, expected, remedy } of error.faults) {
            expect(path).toBe(file.path);
            for (const said of [found, expected, remedy]) expect(said.trim()).not.toBe('');
          }
        } finally {
          archive.take(before);
        }
      },
    ),
    { numRuns: 60 },
  );
});
