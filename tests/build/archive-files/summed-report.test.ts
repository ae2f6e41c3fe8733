/** What is said of many files is summed by kind; nothing is lost, and errors are all there. */
import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { printed, summedReport } from '../../../src/build/archive-files/summed-report.ts';

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
  expect(report).toContain(
    `All of it (⚠ 602 warnings), with every place and what settles it: ${ALL}`,
  );
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

/** One message on each of so many articles, whose notes name their own cards. */
const repeated = (many: number, fatal: boolean): VFile[] =>
  Array.from({ length: many }, (_, k) => {
    const file = new VFile({ path: `content/sources/weir-${k}.2.txt` });
    const said = file.message('Unexpected article of nobody', {
      ruleId: 'unknown-outlet',
      source: 'verbatim',
      place: { line: 7, column: 2 },
    });
    said.fatal = fatal;
    said.note = `Write \`outlet: ID\` into content/articles/weir-${k}.md.`;
    return file;
  });

test('what is said of many articles in the same words is told once, with the first places', () => {
  const report = summedReport(repeated(24, false), ALL);
  expect(times(report, '[note]')).toBe(1);
  expect(report).toContain('content/sources/weir-0.2.txt\n7:2');
  expect(report).toContain('into content/articles/weir-0.md.');
  expect(report).toContain('The same in 23 more places: content/sources/weir-1.2.txt:7, ');
  expect(report).not.toContain('weir-9.');
  expect(report).toContain('All of it (⚠ 24 warnings)');
  expect(report).toContain(ALL);
});

test('an error stands on each of its files', () => {
  const report = summedReport(repeated(24, true), ALL);
  expect(times(report, '[note]')).toBe(24);
  expect(report).toContain('content/sources/weir-23.2.txt\n7:2');
  expect(report).toContain('✖ 24 errors');
});

test('every place stands in the full report, and where there are few', () => {
  const all = printed(repeated(24, false));
  expect(all).toContain('content/sources/weir-23.2.txt:7');
  expect(all).toContain('⚠ 24 warnings');
  expect(summedReport(repeated(3, false), ALL)).toBe(printed(repeated(3, false)));
  expect(printed(repeated(2, false))).toContain('The same in 1 more place: ');
});

test('other words, another remedy or another weight are told apart', () => {
  const [one, other] = [...repeated(1, true), ...repeated(1, false)];
  const third = repeated(1, true);
  for (const { messages } of third) for (const said of messages) said.note = 'Ask the publisher.';
  const report = printed([one, other, ...third].filter((file) => file !== undefined));
  expect(times(report, '[note]')).toBe(3);
  expect(report).toContain('✖ 2 errors, ⚠ 1 warning');
});

test('nothing said is nothing printed', () => expect(summedReport([], ALL)).toBe(''));
