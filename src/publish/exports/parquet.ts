/**
 * `data/<table>.parquet`: the archive as tables with types, for DuckDB, pandas, R and their like. Types are
 * declared: `hyparquet-writer` 0.17.0 tells them from the values else, and a column that is empty has none.
 */
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { dataPath } from '../../model/urls.ts';
import { wholeTableExporter, type Cell, type Table, type TableFile } from './tables/index.ts';

/** Rows that are compressed together: what a reader skips or reads whole. */
const GROUP = 10_000;

const TYPES = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE' },
} as const;
type ColumnType = keyof typeof TYPES;

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];
const schemaOf = ({ name, columns, key }: Table): Schema => [
  { name, num_children: columns.length },
  ...columns.map((column) => ({
    name: column.name,
    ...TYPES[column.type],
    repetition_type: key.includes(column.name) ? ('REQUIRED' as const) : ('OPTIONAL' as const),
  })),
];

/** A cell as the package takes it. */
function valueOf(cell: Cell, type: ColumnType): string | number | bigint | Date | null {
  if (cell === null) return null;
  if (type === 'integer') return BigInt(cell);
  return type === 'date' ? new Date(`${cell}T00:00:00Z`) : cell;
}

/** One table's file, written a group of rows at a time. */
class ParquetFile implements TableFile {
  readonly #table: Table;
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;
  #waiting: (readonly Cell[])[] = [];

  constructor(table: Table) {
    this.#table = table;
    this.#writer = new ParquetWriter({ writer: this.#bytes, schema: schemaOf(table) });
  }

  add(rows: readonly (readonly Cell[])[]): void {
    for (const row of rows) {
      this.#waiting.push(row);
      if (this.#waiting.length === GROUP) this.#write();
    }
  }

  #write(): void {
    const rows = this.#waiting;
    this.#waiting = [];
    const columnData = this.#table.columns.map(({ name, type }, i) => ({
      name,
      data: rows.map((row) => valueOf(row[i] ?? null, type)),
    }));
    void this.#writer.write({ columnData, rowGroupSize: GROUP });
  }

  end(): Uint8Array {
    if (this.#waiting.length > 0) this.#write();
    void this.#writer.finish();
    return new Uint8Array(this.#bytes.getBuffer());
  }
}

export const parquet = wholeTableExporter(
  'parquet',
  ({ name }) => dataPath(`${name}.parquet`),
  (table) => new ParquetFile(table),
);
