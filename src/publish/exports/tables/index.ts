/**
 * The archive as tables: the same rows for spreadsheets (CSV), for data tools (Parquet) and as one database
 * (SQLite). A writer of tables is told of each table, then of rows as they come, and once that is all.
 */
import type { ArticleRecord } from '../../../model/records.ts';
import { absolute, outletPath, speakerPath, topicPath } from '../../../model/urls.ts';
import { at } from '../../../text/certain.ts';
import { bytesBefore } from '../../../text/offsets.ts';
import { sha256 } from '../../../text/digest.ts';
import { lastAsked } from '../../../text/last-asked.ts';
import type { ExportedArticle, Exporter, ExportInput, Files } from '../exporter.ts';
import { claims, parts, relationRows, relations, via, viaRows, type PartRow } from './claims.ts';
import type { Cell, Table, TableOf } from './columns.ts';
import { answerRows, answers, articles, outlets, speakers, topics } from './filed.ts';

export type { Cell, Table } from './columns.ts';

/** All tables; those that others refer to first. */
export const TABLES: readonly Table[] = [
  articles,
  claims,
  parts,
  via,
  relations,
  speakers,
  outlets,
  topics,
  answers,
];

/** Takes the rows of all tables, in the order of the archive. */
export interface TableWriter {
  rows(table: Table, rows: readonly (readonly Cell[])[]): void;
  end(): void;
}

type Rows = { table: Table; rows: Cell[][] };
const rowsOf = <Row>(table: TableOf<Row>, rows: readonly Row[]): Rows => ({
  table,
  rows: rows.map((row) => table.cells(row)),
});

/** Where the parts of an article’s claims stand, in bytes as well. */
function partRows({ article, source, claims: lines }: ExportedArticle): PartRow[] {
  const offsets = article.claims.flatMap((claim) => claim.parts.flatMap((p) => [p.start, p.end]));
  const bytes = bytesBefore(source.text, offsets);
  return lines.flatMap(({ id, parts: all }, i) => {
    const own = at(article.claims, i).parts;
    return all.map(({ start, end, exact }, k) => ({
      claim: id,
      number: k + 1,
      start,
      end,
      byteStart: bytes(at(own, k).start),
      byteEnd: bytes(at(own, k).end),
      exact,
    }));
  });
}

/** What an article adds to the tables; asked by one writer after the other. */
const rowsOfArticle = lastAsked((one: ExportedArticle): Rows[] => [
  rowsOf(articles, [one.line]),
  rowsOf(claims, one.claims),
  rowsOf(parts, partRows(one)),
  rowsOf(via, one.claims.flatMap(viaRows)),
  rowsOf(relations, one.claims.flatMap(relationRows)),
]);

/** What is known after the last article. */
function rowsAtEnd(input: ExportInput, { claimsOf, articlesOf }: Counts): Rows[] {
  const { root } = input;
  return [
    rowsOf(
      speakers,
      input.speakers.map((record) => ({
        record,
        url: absolute(root, speakerPath(record.id)),
        count: claimsOf.get(record.id) ?? 0,
      })),
    ),
    rowsOf(
      outlets,
      input.outlets.map((record) => ({
        record,
        url: absolute(root, outletPath(record.id)),
        count: articlesOf.get(record.id) ?? 0,
      })),
    ),
    rowsOf(
      topics,
      input.topics.map((record) => ({
        record,
        url: absolute(root, topicPath(record.id)),
        count: record.answers.length,
      })),
    ),
    rowsOf(answers, input.topics.flatMap(answerRows)),
  ];
}

/** How many claims a speaker has, and how many articles an outlet. */
class Counts {
  readonly claimsOf = new Map<string, number>();
  readonly articlesOf = new Map<string, number>();

  add({ claims: all, outlet }: ArticleRecord): void {
    for (const { speaker } of all) if (speaker) increase(this.claimsOf, speaker.id);
    if (outlet) increase(this.articlesOf, outlet.id);
  }
}
const increase = (counts: Map<string, number>, key: string) =>
  counts.set(key, (counts.get(key) ?? 0) + 1);

/** An exporter of all tables, into which rows are added as they come. */
export const tableExporter = (name: string, begin: (files: Files) => TableWriter): Exporter => ({
  name,
  begin(input, files) {
    const writer = begin(files);
    const counts = new Counts();
    const write = (all: readonly Rows[]) => {
      for (const { table, rows } of all) if (rows.length > 0) writer.rows(table, rows);
    };
    return {
      article(one) {
        counts.add(one.article);
        files.grow(one.article.id, one.digest, () => write(rowsOfArticle(one)));
      },
      end() {
        write(rowsAtEnd(input, counts));
        writer.end();
      },
    };
  },
});

/** A file of one table, which is made whole or not at all. */
export interface TableFile {
  add(rows: readonly (readonly Cell[])[]): void;
  end(): Uint8Array;
}

/**
 * An exporter of all tables, a file each, into which no rows can be taken over: what is known of a table that has the
 * same rows as before is its whole file.
 */
export const wholeTableExporter = (
  name: string,
  pathOf: (table: Table) => string,
  begin: (table: Table) => TableFile,
): Exporter => ({
  name,
  begin(input, files) {
    const counts = new Counts();
    /** By table the digests of the rows of one article after the other. */
    const digests = new Map(TABLES.map((table) => [table, [] as string[]]));
    /** All files, where none can have been made before. */
    const open = files.isAgain ? null : new Map(TABLES.map((table) => [table, begin(table)]));
    const addTo = (tables: ReadonlyMap<Table, TableFile> | null, all: readonly Rows[]) => {
      for (const { table, rows } of all) if (rows.length > 0) tables?.get(table)?.add(rows);
    };
    return {
      article(one) {
        counts.add(one.article);
        addTo(open, open ? rowsOfArticle(one) : []);
        const told = files.remembered(`rows/${one.article.id}`, one.digest, () =>
          digestsOf(rowsOfArticle(one)).join(' '),
        );
        for (const [i, digest] of told.split(' ').entries())
          digests.get(at(TABLES, i))?.push(digest);
      },
      end(again) {
        const last = rowsAtEnd(input, counts);
        const keys = digestsOf(last);
        const keyOf = (table: Table) =>
          sha256([keys[TABLES.indexOf(table)], ...(digests.get(table) ?? [])].join(' '));
        const made = (tables: readonly Table[]): ReadonlyMap<Table, TableFile> => {
          const begun = new Map(tables.map((table) => [table, begin(table)]));
          for (const one of again()) addTo(begun, rowsOfArticle(one));
          return begun;
        };
        const others = TABLES.filter((table) => !files.wasMade(table.name, keyOf(table)));
        const changed = open ?? (others.length > 0 ? made(others) : new Map<Table, TableFile>());
        addTo(changed, last);
        for (const table of TABLES)
          files.together(table.name, keyOf(table), () => {
            let file = changed.get(table);
            if (!file)
              addTo(new Map([[table, (file = made([table]).get(table) ?? begin(table))]]), last);
            files.write(pathOf(table), file.end());
          });
      },
    };
  },
});

/** Of the rows of each table a digest. */
const digestsOf = (all: readonly Rows[]): string[] =>
  TABLES.map((table) => {
    const rows = all.find((one) => one.table === table)?.rows ?? [];
    return rows.length === 0 ? '-' : sha256(JSON.stringify(rows)).slice(0, 32);
  });
