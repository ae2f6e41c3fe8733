import { parse } from 'csv-parse/sync';
import { textKind, type CaptureKind } from './kind.ts';

const EACH = 'Save the text of each article as a `.txt` file of its own.';

/** Words that head the columns of lists of articles. */
const COLUMN =
  /(?:^|[_ .-])(?:title|headline|text|full ?text|body|content|article|date|day|year|published|publish|created|time|timestamp|author|authors|byline|creator|url|uri|link|source|outlet|publisher|publication|media|domain|site|id|guid|key|name|language|lang|description|summary|abstract|section|category|tags?|keywords?|words?|speaker|quote|quotes|claim|type|country|city|doi|isbn|issn)(?:$|[_ .-])/i;
const HEAD = /^[\p{L}_][\p{L}\p{N}_ .()/#:-]{0,39}$/u;
const ROWS = 20;
/** A day, an address, a number: what stands in each row of a column and in no line of a text. */
const DATUM =
  /^(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[T ]\d{1,2}:\d\d\S*)?|(?:https?:\/\/|www\.)\S+|[-+]?\d+(?:[.,]\d+)?)$/;
const SPEAKING = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}\b.*|https?:\/\/\S+)$/;

/** The rows at the head of a table, and none where it is none. */
function rowsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      to: ROWS,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: delimiter !== '\t',
    });
  } catch {
    return [];
  }
}

const isSentence = (cell: string): boolean => /[.!?]["”’)]?$/.test(cell);

/** The rows at the head of what may be a table, with how they are printed. */
interface Rows {
  head: readonly string[];
  body: readonly (readonly string[])[];
  lines: readonly string[];
  delimiter: string;
  /** All rows are as long as the first. */
  isEven: boolean;
  /** Names of columns that lists of articles have. */
  known: number;
}

/** Cells stand close where no blank follows what parts them, as it does in every text. */
const isClose = ({ delimiter }: Rows, line: string): boolean => !line.includes(`${delimiter} `);

/** Rows of one length, or nearly, under a row of short names: prose with commas has neither. */
function isTable(text: string, delimiter: string): boolean {
  const [first = ''] = text.split(/[\r\n]/, 1);
  if (first.length > 2000 || !first.includes(delimiter)) return false;
  const all = rowsOf(text, delimiter);
  const [head, ...body] = all;
  if (!head || body.length === 0) return false;
  const rows: Rows = {
    head,
    body,
    lines: text.split(/[\r\n]+/, all.length),
    delimiter,
    isEven: body.every((row) => row.length === head.length),
    known: head.filter((name) => COLUMN.test(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2'))).length,
  };
  if (!head.every((name) => HEAD.test(name))) return isBody(rows);
  return isUnderKnownNames(rows) || isUnderCloseNames(rows) || isOfNoSentences(rows);
}

function isUnderKnownNames({ head, body, known, isEven }: Rows): boolean {
  if (isEven && known >= 2 && known >= head.length / 3) return true;
  return (
    known === head.length && head.length >= 3 && body.every((row) => row.length >= head.length)
  );
}

/** Names that nothing but a delimiter parts; a cell that is not quoted may hold one more. */
function isUnderCloseNames(rows: Rows): boolean {
  const { head, body, known, isEven, delimiter, lines } = rows;
  const [first = '', ...others] = lines;
  if (!isClose(rows, first) || head.some((name) => /\s.*\s/.test(name))) return false;
  if (delimiter !== ',' && isEven) return true;
  if (known >= 2 && known >= head.length / 3)
    return body.filter((row) => row.length > 1).length >= 0.8 * body.length;
  const partsClose = new RegExp(`[${delimiter}](?! )`);
  return (
    head.length >= 3 &&
    body.every((row) => row.length >= head.length) &&
    others.every((line) => partsClose.test(line))
  );
}

/** Columns of another kind: nothing in them is a sentence, and a few rows are enough where cells stand close. */
function isOfNoSentences(rows: Rows): boolean {
  const { head, body, isEven, delimiter, lines } = rows;
  const areClose = delimiter !== ',' || lines.every((line) => isClose(rows, line));
  const isEnough = head.length >= 3 && body.length >= 4 ? true : body.length >= 2 && areClose;
  return isEven && isEnough && ![head, ...body].some((row) => row.some(isSentence));
}

/** Rows without a head: three columns and more, of which one holds data in every row. */
function isBody(rows: Rows): boolean {
  const { head, body, isEven, lines } = rows;
  const all = [head, ...body];
  const width = Math.min(...all.map((row) => row.length));
  if (all.length < 2 || width < 3) return false;
  const columns = Array.from({ length: width }, (_, i) => all.map((row) => row[i] ?? ''));
  const data = columns.filter((column) => column.every((cell) => DATUM.test(cell)));
  const speaks = data.some((column) => column.every((cell) => SPEAKING.test(cell)));
  if (speaks || lines.every((line) => isClose(rows, line))) return data.length > 0;
  return isEven && data.length > 1;
}

/** The marks that a merge sets about two versions of some lines, in their order. */
function isUnmerged(text: string): boolean {
  const ours = /^<{7}(?: .*)?$/m.exec(text);
  if (!ours) return false;
  const rest = text.slice(ours.index);
  const between = rest.search(/^={7}\r?$/m);
  return between > 0 && /^>{7}(?: .*)?$/m.test(rest.slice(between));
}

export const listKinds: readonly CaptureKind[] = [
  textKind(
    'shortcut',
    'a link to a page, and not the page',
    (text) => /^\[InternetShortcut\]\s/i.test(text),
    'Open the page in a browser, and save the text of the article as a `.txt` file.',
  ),
  textKind(
    'lfs',
    'a pointer of Git LFS, and not the file',
    (text) => text.startsWith('version https://git-lfs.github.com/'),
    'Run `git lfs pull`, and take in the file itself.',
  ),
  textKind(
    'conflict',
    'a text in two versions, as a merge left it',
    isUnmerged,
    'Keep one of the versions between its marks, and delete the other and the marks.',
  ),
  textKind(
    'calendar',
    'a calendar or address card',
    (text) => /^BEGIN:V(?:CALENDAR|CARD)\s/i.test(text),
    'Save the text of the article as a `.txt` file.',
  ),
  textKind(
    'csv',
    'a table (CSV or TSV)',
    (text) =>
      /^sep=[^\r\n][\r\n]/i.test(text) ||
      [',', ';', '\t', '|'].some((delimiter) => isTable(text, delimiter)),
    EACH,
  ),
];
