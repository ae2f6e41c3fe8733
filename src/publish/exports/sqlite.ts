/**
 * `data/archive.sqlite`: all tables in one SQLite database, with the words of claims indexed (FTS5) and views
 * for the questions that come first. Opens in Datasette as it is, which follows the keys between tables.
 */
import { dataPath } from '../../model/urls.ts';
import { SCHEMA_VERSION } from './schema-version.ts';
import { TABLES, tableExporter, type Table } from './tables/index.ts';

const TYPES = { string: 'TEXT', integer: 'INTEGER', number: 'REAL', date: 'TEXT' } as const;

const quoted = (name: string): string => `"${name}"`;

function created({ name, columns, key, refers }: Table): string {
  const lines = [
    ...columns.map((column) => `${quoted(column.name)} ${TYPES[column.type]}`),
    `PRIMARY KEY (${key.map(quoted).join(', ')})`,
    ...Object.entries(refers).map(
      ([column, other]) =>
        `FOREIGN KEY (${quoted(column)}) REFERENCES ${quoted(other)} (${quoted('id')})`,
    ),
  ];
  return `CREATE TABLE ${quoted(name)} (\n  ${lines.join(',\n  ')}\n)`;
}

/** What is looked up by other columns than the key. */
const INDEXES = [
  'CREATE INDEX claims_of_article ON claims (article)',
  'CREATE INDEX claims_of_speaker ON claims (speaker_id)',
  'CREATE INDEX answers_of_claim ON answers (claim)',
  'CREATE INDEX relations_to ON relations ("to")',
];

/** Words of claims, found without regard to case and marks on letters. Datasette knows it by `content="claims"`. */
const SEARCH = [
  `CREATE VIRTUAL TABLE claims_fts USING fts5 (text, speaker, article_title,
  content="claims", tokenize = 'unicode61 remove_diacritics 2')`,
  "INSERT INTO claims_fts (claims_fts) VALUES ('rebuild')",
];

const VIEWS = [
  `CREATE VIEW quotations AS
  SELECT id, speaker, text, article_title, outlet, published, url
  FROM claims WHERE type IN ('direct', 'mixed', 'answer') AND speaker IS NOT NULL`,
  `CREATE VIEW speakers_by_outlet AS
  SELECT outlet, speaker, count(*) AS claims, count(DISTINCT article) AS articles
  FROM claims WHERE speaker IS NOT NULL GROUP BY outlet, speaker_id`,
  `CREATE VIEW passed_on AS
  SELECT via.name AS through, claims.speaker, claims.text, claims.outlet, claims.published, claims.url
  FROM via JOIN claims ON claims.id = via.claim`,
  `CREATE VIEW stances AS
  SELECT topics.question, answers.stance, claims.speaker, claims.text, claims.published, claims.url
  FROM answers JOIN topics ON topics.id = answers.topic JOIN claims ON claims.id = answers.claim`,
];

export const sqlite = tableExporter('sqlite', (files) => {
  const database = files.database(dataPath('archive.sqlite'));
  for (const table of TABLES) database.run(created(table));
  database.run(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  return {
    rows: ({ name }, rows) => database.insert(name, rows),
    end() {
      for (const sql of [...INDEXES, ...SEARCH, ...VIEWS]) database.run(sql);
    },
  };
});
