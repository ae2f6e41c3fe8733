/** What to do about a refused file is said once, for the first of many to which the same happens. */
import { afterEach, expect, test, vi } from 'vitest';
import { Report } from '../../../src/build/taking-in/report.ts';

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

test('the same remedy for three files, another one for a fourth', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const report = new Report();
  for (const name of ['a.doc', 'b.doc', 'c.doc'])
    report.refuse(
      name,
      `${name} was not taken in: it is a letter.\n  Save it as text: convert ${name}`,
      'a letter',
    );
  report.refuse('d.zip', 'd.zip was not taken in: it is a parcel.\n  Unpack it.', 'a parcel');
  expect(said.mock.calls.flat()).toEqual([
    'a.doc was not taken in: it is a letter.\n  Save it as text: convert a.doc',
    'b.doc was not taken in: it is a letter.',
    'c.doc was not taken in: it is a letter.',
    'd.zip was not taken in: it is a parcel.\n  Unpack it.',
  ]);
});
