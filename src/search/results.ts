/** A list of results as a file: CSV, JSON, Markdown, BibTeX, RIS. The query and the day stand in each. */
import { stringify } from 'csv-stringify/browser/esm/sync';
import type { ClaimType, DateFact, Review } from '../model/records.ts';
import { absolute, claimFilePath, claimInContextPath, claimPath } from '../model/urls.ts';
import { dateInLine } from '../model/wording.ts';
import { heldInPage } from '../text/data-link.ts';

/** One claim of the list. */
export interface ResultRow {
  id: string;
  text: string;
  type: ClaimType;
  review: Review;
  speaker: { id: string; name: string } | null;
  open: boolean;
  role: string | null;
  via: string[];
  article: string;
  title: string;
  outlet: string | null;
  language: string;
  said: DateFact | null;
  published: DateFact;
}

export interface ResultList {
  /** What was asked, in words, and the address that asks it again. */
  query: string;
  address: string;
  /** `2026-01-05`. */
  day: string;
  /** The archive's name and the address of its root. */
  archive: string;
  root: string;
  rows: readonly ResultRow[];
}

const url = (list: ResultList, row: ResultRow) => absolute(list.root, claimPath(row.id));
const place = (list: ResultList, row: ResultRow) =>
  absolute(list.root, claimInContextPath(row.article, row.id));
const nameOf = (row: ResultRow) =>
  row.speaker?.name ?? (row.open ? 'Speaker open' : 'Speaker not named');

export function toCsv(list: ResultList): string {
  const columns = [
    'id',
    'speaker',
    'speaker_id',
    'role',
    'via',
    'type',
    'text',
    'said',
    'said_basis',
    'article_title',
    'outlet',
    'published',
    'published_basis',
    'review',
    'url',
    'in_context',
    'query',
    'searched_on',
  ];
  const rows = list.rows.map((row) => [
    row.id,
    row.speaker?.name ?? null,
    row.speaker?.id ?? null,
    row.role,
    row.via.join('; ') || null,
    row.type,
    row.text,
    row.said?.edtf ?? null,
    row.said?.basis ?? null,
    row.title,
    row.outlet,
    row.published.edtf,
    row.published.basis,
    row.review,
    url(list, row),
    place(list, row),
    list.query,
    list.day,
  ]);
  // A spreadsheet runs a cell that begins with = + - @ as a formula; `escape_formulas` puts ' before it.
  return stringify([columns, ...rows], { escape_formulas: true, record_delimiter: '\n' });
}

export function toJson(list: ResultList): string {
  const claims = list.rows.map(
    ({ id, text, type, review, speaker, role, via, article, title, outlet, said, published }) => ({
      id,
      type,
      text,
      speaker,
      role,
      via,
      said,
      article: { id: article, title, outlet, published },
      review,
      url: absolute(list.root, claimPath(id)),
      inContext: absolute(list.root, claimInContextPath(article, id)),
    }),
  );
  return `${JSON.stringify({ archive: list.archive, query: list.query, address: list.address, searchedOn: list.day, claims }, null, 1)}\n`;
}

/** What Markdown would read as markup is shown as it stands. */
const literal = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&')
    .replace(/^([-+]|\d+[.)])/, '\\$1');

export function toMarkdown(list: ResultList): string {
  const blocks = list.rows.map((row) => {
    const about = [
      [`**${literal(nameOf(row))}**`, row.role && literal(row.role)].filter(Boolean).join(', '),
      ...row.via.map((via) => `as reported by ${literal(via)}`),
      `${row.type}, in “${literal(row.title)}”`,
      row.outlet && literal(row.outlet),
      dateInLine(row.published),
      ...(row.said ? [`said ${dateInLine(row.said)}`] : []),
    ];
    return `> ${literal(row.text)}\n>\n> — ${about.filter(Boolean).join(', ')}. [claim ${row.id}](${url(list, row)}), [in its article](${place(list, row)})`;
  });
  return `# ${literal(list.archive)}: ${literal(list.query)}\n\n${list.rows.length} claims, searched on ${list.day}: <${list.address}>\n\n${blocks.join('\n\n')}\n`;
}

const found = (list: ResultList) =>
  `Found in ${list.archive} by ${list.query} on ${list.day}`.replace(/\s+/g, ' ');

/** Reads a file of the site, given its path from the root. */
export type ReadFile = (path: string) => Promise<string>;

const AT_ONCE = 20;

/** Each claim's citation stands in its page, or in a file beside it; the list's is made of them. */
async function cited(list: ResultList, ending: string, read: ReadFile): Promise<string[]> {
  const held = async (id: string) => heldInPage(await read(claimPath(id)), `${id}.${ending}`);
  const inPage = async (id: string) => {
    const citation = await held(id);
    if (citation === null) throw new Error(`The page of claim ${id} holds no citation`);
    return citation;
  };
  const beside = (id: string) => read(claimFilePath(id, `cite.${ending}`));
  const [first] = list.rows;
  // An archive has all of them in one way.
  const citation = first && (await held(first.id)) !== null ? inPage : beside;
  const parts: string[] = [];
  for (let at = 0; at < list.rows.length; at += AT_ONCE)
    parts.push(
      ...(await Promise.all(list.rows.slice(at, at + AT_ONCE).map(({ id }) => citation(id)))),
    );
  return parts;
}

// What stands outside an entry is a comment in BibTeX, except for `@`.
export const toBibtex = async (list: ResultList, read: ReadFile): Promise<string> =>
  [
    `% ${found(list).replace(/@/g, '(at)')}\n% ${list.address.replace(/@/g, '%40')}\n`,
    ...(await cited(list, 'bib', read)),
  ].join('\n');

/** RIS has no comments, so each entry carries a note. */
export const toRis = async (list: ResultList, read: ReadFile): Promise<string> =>
  (await cited(list, 'ris', read))
    .map((entry) => entry.replace(/^ER {2}-/m, `N1  - ${found(list)}, ${list.address}\nER  -`))
    .join('\n');

export const FILES = {
  CSV: { ending: 'csv', type: 'text/csv', write: toCsv },
  JSON: { ending: 'json', type: 'application/json', write: toJson },
  BibTeX: { ending: 'bib', type: 'application/x-bibtex', write: toBibtex },
  RIS: { ending: 'ris', type: 'application/x-research-info-systems', write: toRis },
  Markdown: { ending: 'md', type: 'text/markdown', write: toMarkdown },
} as const satisfies Record<
  string,
  {
    ending: string;
    type: string;
    write(list: ResultList, read: ReadFile): string | Promise<string>;
  }
>;
