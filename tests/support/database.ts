/** A database in memory, for tests that take what exporters write without a folder. */
import { DatabaseSync } from 'node:sqlite';
import type { Output } from '../../src/publish/exports/index.ts';

/** Runs every statement, and keeps nothing; each has the length 0. */
export function databaseInMemory(): ReturnType<Output['database']> {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: false });
  return {
    run: (sql) => database.exec(sql),
    insert(table, rows) {
      for (const row of rows)
        database
          .prepare(`INSERT INTO "${table}" VALUES (${row.map(() => '?').join(', ')})`)
          .run(...row);
    },
    close() {
      database.close();
      return { bytes: 0, sha256: '0'.repeat(64) };
    },
  };
}
