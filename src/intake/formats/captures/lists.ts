import { parse } from 'csv-parse/sync';
import { textKind, type CaptureKind } from './kind.ts';

const EACH = 'Save the text of each article as a `.txt` file of its own.';
const CITATION =
  'It describes an article and does not hold its text: save the text as a `.txt` file.';

/** Data, not words that happen to be valid: a text may be nothing but one quotation, or begin with a brace. */
function isJson(text: string): boolean {
  if (/^\[\s*\{\s*"|^\{\s*"(?:[^"\\\n]|\\.){1,80}"\s*:\s*[["{\d\-tfn]/.test(text)) return true;
  if (!/^[[{]/.test(text)) return false;
  const value = parsed(text);
  return Array.isArray(value)
    ? value.some((item) => typeof item !== 'number')
    : value !== undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isJsonLines(text: string): boolean {
  if (!text.startsWith('{')) return false;
  const lines = text.split(/\r?\n/, 3).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.slice(0, 2).every((line) => typeof parsed(line) === 'object');
}

/** Words that head the columns of lists of articles. */
const COLUMN =
  /(?:^|[_ .-])(?:title|headline|text|full ?text|body|content|article|date|day|year|published|publish|created|time|timestamp|author|authors|byline|creator|url|uri|link|source|outlet|publisher|publication|media|domain|site|id|guid|key|name|language|lang|description|summary|abstract|section|category|tags?|keywords?|words?|speaker|quote|quotes|claim|type|country|city|doi|isbn|issn)(?:$|[_ .-])/i;
const HEAD = /^[\p{L}_][\p{L}\p{N}_ .()/#:-]{0,39}$/u;
const ROWS = 20;

/** Rows of equal length under a row of short names: prose with commas has neither. */
function isTable(text: string, delimiter: string): boolean {
  const [first = ''] = text.split(/[\r\n]/, 1);
  if (first.length > 2000 || !first.includes(delimiter)) return false;
  let rows: string[][];
  try {
    rows = parse(text, {
      delimiter,
      to: ROWS,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
  } catch {
    return false;
  }
  const [head, ...body] = rows;
  if (!head || body.length === 0) return false;
  if (!body.every((row) => row.length === head.length)) return false;
  const names = head.map((name) => name.trim());
  if (!names.every((name) => HEAD.test(name))) return false;
  const known = names.filter((name) => COLUMN.test(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')));
  if (known.length >= 2 && known.length >= names.length / 3) return true;
  // Columns of another kind: nothing in them is a sentence, and a few rows are enough where cells stand close.
  const isClose = delimiter !== ',' || rows.every((row) => !row.some((cell) => /^\s/.test(cell)));
  return (
    (names.length >= 3 && body.length >= 4 ? true : body.length >= 2 && isClose) &&
    rows.every((row) => row.every((cell) => !/[.!?]["”’)]?$/.test(cell.trim())))
  );
}

export const listKinds: readonly CaptureKind[] = [
  textKind('jsonl', 'data (JSON Lines)', isJsonLines, EACH),
  textKind('json', 'data (JSON)', isJson, EACH),
  textKind('ris', 'a citation (RIS)', (text) => /^TY {1,2}- ?\S/.test(text), CITATION),
  textKind(
    'bibtex',
    'a citation (BibTeX)',
    (text) =>
      /^(?:%[^\n]*\n\s*)*@[a-z]+\s*[{(]\s*[^\s,{}]*\s*,\s*[\w-]+\s*=/i.test(text) ||
      /^@(?:comment|preamble|string)\s*[{(]/i.test(text),
    CITATION,
  ),
  textKind(
    'citation',
    'a citation (EndNote or PubMed)',
    (text) => /^%0 \S[^\n]*\n%[A-Z0-9@] /.test(text) || /^PMID ?- ?\d/.test(text),
    CITATION,
  ),
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
    'calendar',
    'a calendar or address card',
    (text) => /^BEGIN:V(?:CALENDAR|CARD)\s/i.test(text),
    'Save the text of the article as a `.txt` file.',
  ),
  textKind(
    'csv',
    'a table (CSV or TSV)',
    (text) => [',', ';', '\t', '|'].some((delimiter) => isTable(text, delimiter)),
    EACH,
  ),
];
