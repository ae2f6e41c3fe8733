/** What is said of many files is summed by kind; nothing is lost, and errors are all there. */
import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { summedReport } from '../../../src/build/archive-files/summed-report.ts';

const ALL = 'npm run records';

function filesWith(rules: Record<string, number>, fatal = false): VFile[] {
  const files: VFile[] = [];
  for (const [rule, times] of Object.entries(rules))
    for (let k = 1; k <= times; k++) {
      const file = new VFile({ path: `content/sources/${rule}-${k}.txt` });
      const said = file.message(`Unexpected thing ${k}`, { ruleId: rule, source: 'verbatim' });
      said.fatal = fatal;
      said.note = `Mend ${rule} ${k}`;
      files.push(file);
    }
  return files;
}

const times = (text: string, words: string) => text.split(words).length - 1;

test('few warnings are all printed', () => {
  const report = summedReport(filesWith({ 'unknown-outlet': 10, 'unknown-date': 2 }), ALL);
  expect(times(report, '[note]')).toBe(12);
  expect(report).toContain('12 warnings');
  expect(report).not.toContain(ALL);
});

test('many of one kind are examples and a sum; others stay', () => {
  const files = filesWith({ 'unknown-outlet': 560, 'unknown-date': 2, 'open-speaker': 40 });
  const report = summedReport(files, ALL);
  expect(times(report, 'Mend unknown-outlet')).toBe(3);
  expect(times(report, 'Mend open-speaker')).toBe(3);
  expect(times(report, 'Mend unknown-date')).toBe(2);
  expect(report).toContain('unknown-outlet: 560 warnings, of which 3 are shown');
  expect(report).toContain('open-speaker: 40 warnings, of which 3 are shown');
  expect(report).toContain(`All 602 warnings, with what settles each: ${ALL}`);
  // no other number of warnings is named
  expect(report).not.toContain('8 warnings');
  expect(report.split('\n').length).toBeLessThan(50);
});

test('errors are never summed', () => {
  const files = [
    ...filesWith({ 'words-not-found': 30 }, true),
    ...filesWith({ 'unknown-outlet': 30 }),
  ];
  const report = summedReport(files, ALL);
  expect(times(report, 'Mend words-not-found')).toBe(30);
  expect(times(report, 'Mend unknown-outlet')).toBe(3);
});

test('nothing said is nothing printed', () => expect(summedReport([], ALL)).toBe(''));
