/** What a table is: named columns with types, and how a row's cells are made. */

/** `date` is a whole day, `YYYY-MM-DD`; EDTF dates are strings. */
type ColumnType = 'string' | 'integer' | 'number' | 'date';
export type Cell = string | number | null;

export interface Column<Row> {
  name: string;
  type: ColumnType;
  description: string;
  value(row: Row): Cell;
}

/** A table as its writers see it, whatever its rows are made of. */
export interface Table {
  /** Of the table in a database, and of its files: `claims.csv`. */
  name: string;
  title: string;
  columns: readonly Omit<Column<never>, 'value'>[];
  /** Columns that together name a row. */
  key: readonly string[];
  /** Which column names a row of which other table. */
  refers: Readonly<Record<string, string>>;
}

/** A table with how its rows are made. */
export interface TableOf<Row> extends Table {
  cells(row: Row): Cell[];
}

/** Describes a table; `refers` gives for a column the table whose key it holds. */
export const table = <Row>(
  name: string,
  title: string,
  columns: readonly Column<Row>[],
  { key, refers = {} }: { key: readonly string[]; refers?: Record<string, string> },
): TableOf<Row> => ({
  name,
  title,
  columns,
  key,
  refers,
  cells: (row) => columns.map(({ value }) => value(row)),
});

/** Columns of one type, each as its name, what it holds, and how it is made. */
const ofType =
  (type: ColumnType) =>
  <Row>(name: string, description: string, value: (row: Row) => Cell): Column<Row> => ({
    name,
    type,
    description,
    value,
  });
export const string = ofType('string');
export const integer = ofType('integer');
export const number = ofType('number');
export const date = ofType('date');

/** Several values in one cell. */
export const list = (values: readonly string[]): string | null => values.join('; ') || null;
