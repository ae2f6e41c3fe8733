/** How the data files are asked in programs that people have: a line for each, which the tests run. */
import type { SiteCard } from '../../model/records.ts';

export interface ToolLine {
  program: string;
  /** What it does, as half a sentence. */
  does: string;
  line: string;
  /** The kind of file that it needs, where an archive may go without. */
  needs?: 'parquet' | 'sqlite';
}

const LINES: readonly ToolLine[] = [
  {
    program: 'SQLite',
    does: 'finds a word in the claims',
    line: `sqlite3 archive.sqlite "SELECT c.speaker, c.text FROM claims_fts f JOIN claims c ON c.rowid = f.rowid WHERE claims_fts MATCH 'water' ORDER BY rank LIMIT 9"`,
    needs: 'sqlite',
  },
  {
    program: 'Datasette',
    does: 'opens everything in the browser, with search and facets',
    line: 'datasette archive.sqlite',
    needs: 'sqlite',
  },
  {
    program: 'DuckDB',
    does: 'counts claims by speaker',
    line: `duckdb -c "SELECT speaker, count(*) FROM 'claims.parquet' GROUP BY speaker ORDER BY 2 DESC, 1 LIMIT 9"`,
    needs: 'parquet',
  },
  {
    program: 'Python',
    does: 'reads the claims, without a package',
    line: `import csv; claims = list(csv.DictReader(open('claims.csv', encoding='utf-8-sig', newline='')))`,
  },
  {
    program: 'pandas',
    does: 'reads the claims; “NA” stays a word',
    line: `import pandas; claims = pandas.read_csv('claims.csv', keep_default_na=False)`,
  },
  {
    program: 'R',
    does: 'reads the claims, in whatever locale R runs; an empty cell is missing',
    line: `claims <- read.csv("claims.csv", na.strings = "", encoding = "UTF-8"); names(claims)[1] <- "id"`,
  },
];

/**
 * For annotation tools that go by offsets alone and count them as JavaScript does: a function of annotations, of the
 * address whose text is meant and of that text, which gives the annotations of that address with offsets in such units.
 */
export const OFFSETS_IN_JAVASCRIPT = `const inUnits = (items, address, text) => {
  const units = (points) => Array.from(text).slice(0, points).join('').length;
  const turned = (selector) =>
    selector.type === 'TextPositionSelector'
      ? { ...selector, start: units(selector.start), end: units(selector.end) }
      : selector;
  return items.flatMap((item) => {
    const target = [item.target].flat().filter(({ source }) => source?.id === address)
      .map((one) => ({ ...one, selector: one.selector.map(turned) }));
    return target.length > 0 ? [{ ...item, target }] : [];
  });
};`;

/** The lines for the files that an archive has. */
export const toolLines = ({ leaveOut = [] }: SiteCard): readonly ToolLine[] =>
  LINES.filter(({ needs }) => needs === undefined || !leaveOut.includes(needs));
