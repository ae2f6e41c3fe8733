/**
 * What programs put between the words of a text, or took for its marks, on its way to a file: `>` before each line of a
 * mail, numbers of lines, running heads and numbers of pages, hyphens at the ends of lines, `?` for what an encoding
 * does not know. Each is found by its form beside the next characters, and counts where the whole text is full of it.
 */

/** A stretch that stands for other characters. */
export interface Token {
  start: number;
  end: number;
  stands: string;
}

/** What one way of undoing needs: a cheap test, what it replaces, and whether a whole text speaks for it. */
export interface LayoutUndoing {
  mayHold: RegExp;
  tokens(text: string): Token[];
  isDecided(text: string): boolean;
}

/** Whatever a pattern finds, and what it stands for. */
export const tokensOf = (
  text: string,
  pattern: RegExp,
  stands: string | ((words: string) => string),
): Token[] =>
  [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
    stands: typeof stands === 'string' ? stands : stands(words),
  }));

const LINE_BREAK = /\r\n|[\r\n\u2028\u2029]/;
const writtenLines = (text: string): string[] =>
  text.split(LINE_BREAK).filter((line) => line.trim() !== '');
/** A text of fewer lines does not show that its lines were treated alike. */
const FEWEST_LINES = 5;

const share = (lines: readonly string[], test: (line: string) => boolean): number =>
  lines.length < FEWEST_LINES ? 0 : lines.filter(test).length / lines.length;

/** `> ` and `>> ` before each line, as a mail that was answered or forwarded has it. */
const PREFIX = /(?<=^|[\r\n])[^\S\r\n]*(?:>[^\S\r\n]{0,2})+/g;
const linePrefixes: LayoutUndoing = {
  mayHold: /(?:^|[\r\n])[^\S\r\n]*>/,
  tokens: (text) => tokensOf(text, PREFIX, ''),
  isDecided: (text) => share(writtenLines(text), (line) => /^\s*>/.test(line)) >= 0.9,
};

/** The first line of all is numbered 1, so that no figure at the head of a cut stretch is taken for its number. */
const NUMBER =
  /(?<=[\r\n])[^\S\r\n]*\d{1,5}[.:)|]?[^\S\r\n]+|^[^\S\r\n]*1[.:)|]?(?:[^\S\r\n]{2,}|\t)/g;
const NUMBERED = /^\s*(\d{1,5})[.:)|]?(?:\s+|$)/;
const lineNumbers: LayoutUndoing = {
  mayHold: /[\r\n][^\S\r\n]*\d{1,5}[.:)|]?[^\S\r\n]/,
  tokens: (text) => tokensOf(text, NUMBER, ''),
  isDecided(text) {
    const lines = writtenLines(text);
    if (share(lines, (line) => NUMBERED.test(line)) < 0.95) return false;
    const numbers = lines.flatMap((line) => NUMBERED.exec(line)?.[1] ?? []).map(Number);
    const next = numbers.filter((number, i) => {
      const step = number - (numbers[i - 1] ?? number);
      return i > 0 && ((step >= 1 && step <= 3) || number === 1);
    });
    return next.length >= 0.9 * (numbers.length - 1);
  },
};

/** The end of the line goes behind the word, so that lines keep their width. */
const HYPHEN =
  /(?<=\p{Ll}{2})([-\u2010\u00ac][^\S\r\n]*(?:\r\n|[\r\n])[^\S\r\n]*)(\p{Ll}{2}\S*)([^\S\r\n]?)/gu;
const lineHyphens: LayoutUndoing = {
  mayHold: /\p{Ll}[-\u2010\u00ac][^\S\r\n]*[\r\n]/u,
  tokens: (text) =>
    [...text.matchAll(HYPHEN)].flatMap(({ 0: all, 1: gap = '', 3: blank = '', index }): Token[] => {
      const end = index + all.length;
      const cut = { start: index, end: index + gap.length, stands: '' };
      return blank === '' ? [cut] : [cut, { start: end - 1, end, stands: '\n' }];
    }),
  isDecided(text) {
    const broken = text.match(HYPHEN)?.length ?? 0;
    return broken >= 3 && broken >= 0.05 * writtenLines(text).length;
  },
};

/** `Page 3`, `- 3 -`, `3/12`, alone on a line. */
const PAGE = /^[^\S\r\n]*(?:page |p\. ?|- ?)?(\d{1,4})(?: ?(?:of|\/) ?\d{1,4}| ?-)?[^\S\r\n]*$/i;
const LONGEST_HEAD = 90;

/** Lines of a text with their places. */
function placedLines(text: string): { words: string; start: number; end: number }[] {
  const lines: { words: string; start: number; end: number }[] = [];
  let start = 0;
  for (const { 0: gap, index } of text.matchAll(/\r\n|[\r\n\f\u2028\u2029]|$/g)) {
    lines.push({ words: text.slice(start, index).trim(), start, end: index });
    start = index + gap.length;
  }
  return lines;
}

/** Numbers of pages that go up by one, each with the lines beside it that come again, and the blank ones between. */
function pageBreaks(text: string): Token[] {
  const lines = placedLines(text);
  const times = new Map<string, number>();
  const keyOf = (words: string) => words.replace(/\d+/g, '#').toLowerCase();
  for (const { words } of lines)
    if (words !== '' && words.length <= LONGEST_HEAD)
      times.set(keyOf(words), (times.get(keyOf(words)) ?? 0) + 1);
  const numbers = lines.flatMap(({ words }, i) => {
    const number = PAGE.exec(words)?.[1];
    return number === undefined ? [] : [{ i, number: Number(number) }];
  });
  const inRow = numbers.filter(
    ({ number }, k) =>
      numbers[k + 1]?.number === number + 1 || numbers[k - 1]?.number === number - 1,
  );
  const fewest = Math.max(2, Math.floor(inRow.length * 0.6));
  const isHead = (i: number) => {
    const words = lines[i]?.words ?? '';
    if (words === '') return true;
    return (
      words.length <= LONGEST_HEAD &&
      !/[.!?…]["”’)]*$/.test(words) &&
      (times.get(keyOf(words)) ?? 0) >= fewest
    );
  };
  return inRow.flatMap(({ i }): Token[] => {
    let [from, to] = [i, i];
    while (from > 0 && i - from < 6 && isHead(from - 1)) from--;
    while (to + 1 < lines.length && to - i < 6 && isHead(to + 1)) to++;
    const [first, last] = [lines[from], lines[to]];
    return first && last ? [{ start: first.start, end: last.end, stands: '' }] : [];
  });
}
const runningHeads: LayoutUndoing = {
  mayHold:
    /[\r\n\f][^\S\r\n]*(?:page |p\. ?|- ?)?\d{1,4}(?: ?(?:of|\/) ?\d{1,4}| ?-)?[^\S\r\n]*[\r\n\f]/i,
  tokens: (text) => withoutOverlap(pageBreaks(text)),
  isDecided: (text) => pageBreaks(text).length >= 2,
};

const withoutOverlap = (tokens: readonly Token[]): Token[] =>
  tokens.filter(({ start }, i) => i === 0 || start >= (tokens[i - 1]?.end ?? 0));

const Q = '[?\\ufffd]';
/** What `?` stands for, by the characters beside it; a question mark stays one. */
const LOST: readonly [RegExp, string][] = [
  [new RegExp(`(?<=^|[\\s(\\[])${Q}${Q}(?=[\\p{L}\\d])`, 'gu'), '“‘'],
  [new RegExp(`(?<=^|[\\s(\\[])${Q}(?=[\\p{L}\\d$€£#@(\\[])`, 'gu'), '“'],
  [new RegExp(`(?<=[,.!?…])${Q}${Q}(?=[\\s)\\]]|$)`, 'gu'), '’”'],
  [new RegExp(`(?<=[,.!?…)\\]—])${Q}(?=[\\s)\\],.;:]|$)`, 'gu'), '”'],
  [new RegExp(`(?<=\\p{L})${Q}(?=(?:t|s|re|ve|ll|d|m)(?![\\p{L}=]))`, 'giu'), '’'],
  [new RegExp(`(?<=(?<!\\p{L})[OD])${Q}(?=\\p{Lu}\\p{Ll})`, 'gu'), '’'],
  [new RegExp(`(?<=[\\p{L}\\d%])${Q}(?=\\p{L}[\\p{L} ])`, 'gu'), '—'],
  [new RegExp(`(?<=\\S )${Q}(?= \\S)`, 'gu'), '—'],
  // `the ?great power? of`, `?disaster?,`
  [
    new RegExp(
      `(?<=(?:^|[\\s(])${Q}[\\p{L}\\d][^?\\ufffd\\r\\n]{0,120})${Q}(?=[,;:.)]| \\p{Ll})`,
      'gu',
    ),
    '”',
  ],
  [new RegExp(`(?<=s)${Q}(?= \\p{Ll})`, 'gu'), '’'],
  [/(?<=[\p{L}])\ufffd(?=\s|$)/gu, '”'],
];

function lostTokens(text: string): Token[] {
  const found = new Map<number, Token>();
  for (const [pattern, stands] of LOST)
    for (const token of tokensOf(text, pattern, stands))
      if (!found.has(token.start) && !found.has(token.start - 1)) found.set(token.start, token);
  return withoutOverlap([...found.values()].sort((a, b) => a.start - b.start));
}

const lostMarks: LayoutUndoing = {
  mayHold: /(?:^|[\s(])[?\ufffd]\p{L}|\p{L}[?\ufffd]\p{Ll}/u,
  tokens: lostTokens,
  isDecided(text) {
    const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
    const opening = count(/(?<=^|[\s(])[?\ufffd](?=[\p{Lu}\d])/gu);
    const closing = count(/(?<=[,.!?…])[?\ufffd](?=\s|$)/gu);
    const within = count(/(?<=\p{L})[?\ufffd](?=(?:t|s|re|ve|ll|d|m)(?![\p{L}=]))/gu);
    return (opening >= 2 && closing >= 1) || within >= 3 || (within >= 1 && opening + closing >= 2);
  },
};

/** In the order in which they are looked for. */
export const LAYOUT = {
  'line-prefixes': linePrefixes,
  'line-numbers': lineNumbers,
  'running-heads': runningHeads,
  'line-hyphens': lineHyphens,
  'lost-marks': lostMarks,
} satisfies Record<string, LayoutUndoing>;
