/** `data/<table>.csv`: the archive as tables, for spreadsheets. */
import { dataPath } from '../../model/urls.ts';
import type { PublicClaim } from './schema.ts';
import { claims } from './tables/claims.ts';
import { TABLES, tableExporter, type Cell, type Table } from './tables/index.ts';

/**
 * A spreadsheet runs a cell that begins with one of these signs as a formula; an apostrophe keeps it text. What
 * begins with a plus or a minus and calls no function, asks no program and names no other table is a number or
 * words: `-5 degrees` stays as it is.
 */
const FORMULA = /^(?:[=@\t\r\uff1d\uff20]|[+\-\uff0b\uff0d](?=[^]*[(|!]))/;

/** What the dictionary says of it. */
export const GUARDED =
  'A cell that a spreadsheet would run as a formula begins with an apostrophe that is none of its words; ' +
  'claims.jsonl has the words as they are.';

/** A cell as the package `csv-stringify` writes it, formulas escaped and line breaks quoted; the tests compare. */
function cell(value: Cell): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(value) ? `"${text.replaceAll('"', '""')}"` : text;
}
/** A table of cells, a row a line. */
export const csvTable = (records: readonly (readonly Cell[])[]): string =>
  records.map((record) => `${record.map(cell).join(',')}\n`).join('');

/**
 * Without it a spreadsheet takes the letters for those of Windows-1252. LibreOffice 7.4 without a window does so even
 * with it, and is told the encoding: `--infilter=CSV:44,34,76,1`.
 */
const BYTE_ORDER_MARK = '\ufeff';

const head = ({ columns }: Table): string =>
  BYTE_ORDER_MARK + csvTable([columns.map(({ name }) => name)]);
/** The first row of the table of claims, and the row of a claim. */
export const csvHead = (): string => head(claims);
export const csvRow = (claim: PublicClaim): string => csvTable([claims.cells(claim)]);

export const csv = tableExporter('csv', (files) => {
  for (const table of TABLES) files.append(dataPath(`${table.name}.csv`), head(table));
  return {
    rows: ({ name }, rows) => files.append(dataPath(`${name}.csv`), csvTable(rows)),
    end() {},
  };
});
