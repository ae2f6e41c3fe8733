/** `data/claims.csv`: claims as a table, for spreadsheets. */
import { dataPath } from '../../model/urls.ts';
import type { Exporter } from './exporter.ts';
import type { PublicClaim } from './schema.ts';

interface Column {
  name: string;
  type: 'string' | 'integer' | 'number';
  description: string;
  value(claim: PublicClaim): string | number | null;
}

/** The columns in order; the data package describes the table from the same list. */
export const COLUMNS: readonly Column[] = [
  { name: 'id', type: 'string', description: 'Claim id', value: (claim) => claim.id },
  { name: 'article', type: 'string', description: 'Article id', value: (claim) => claim.article },
  {
    name: 'number',
    type: 'integer',
    description: 'Place among the article’s claims, from 1',
    value: (claim) => claim.number,
  },
  {
    name: 'type',
    type: 'string',
    description: 'direct, indirect, mixed, answer or question',
    value: (claim) => claim.type,
  },
  {
    name: 'speaker',
    type: 'string',
    description: 'Name of who is presented as saying it; empty where nobody is named',
    value: (claim) => claim.speaker?.name ?? null,
  },
  {
    name: 'speaker_id',
    type: 'string',
    description: 'Speaker id',
    value: (claim) => claim.speaker?.id ?? null,
  },
  {
    name: 'speaker_role',
    type: 'string',
    description: 'Role at the time',
    value: (claim) => claim.speaker?.role ?? null,
  },
  {
    name: 'speaker_basis',
    type: 'string',
    description: 'How the mention was taken to mean the speaker',
    value: (claim) => claim.speaker?.basis ?? null,
  },
  {
    name: 'mention',
    type: 'string',
    description: 'The speaker as printed',
    value: (claim) => claim.speaker?.mention?.exact ?? null,
  },
  {
    name: 'via',
    type: 'string',
    description: 'Who passed the words on, nearest to the article first, parted by “; ”',
    value: (claim) => claim.via.map(({ name }) => name).join('; ') || null,
  },
  { name: 'text', type: 'string', description: 'The words as read', value: (claim) => claim.text },
  {
    name: 'cue',
    type: 'string',
    description: 'The words that attribute',
    value: (claim) => claim.cue?.exact ?? null,
  },
  {
    name: 'polarity',
    type: 'string',
    description: 'positive, negative or open',
    value: (claim) => claim.polarity,
  },
  {
    name: 'said',
    type: 'string',
    description: 'When it was said, EDTF',
    value: (claim) => claim.said?.edtf ?? null,
  },
  {
    name: 'said_basis',
    type: 'string',
    description: 'stated, inferred or unknown',
    value: (claim) => claim.said?.basis ?? null,
  },
  {
    name: 'article_title',
    type: 'string',
    description: 'Title of the article',
    value: (claim) => claim.articleTitle,
  },
  {
    name: 'outlet',
    type: 'string',
    description: 'Who published the article',
    value: (claim) => claim.outlet?.name ?? null,
  },
  {
    name: 'published',
    type: 'string',
    description: 'When the article was published, EDTF',
    value: (claim) => claim.published.edtf,
  },
  {
    name: 'published_basis',
    type: 'string',
    description: 'stated, inferred or unknown',
    value: (claim) => claim.published.basis,
  },
  {
    name: 'topics',
    type: 'string',
    description: 'Topic ids, parted by “; ”',
    value: (claim) => claim.topics.join('; ') || null,
  },
  {
    name: 'within',
    type: 'string',
    description: 'Id of the claim that contains this one',
    value: (claim) => claim.within,
  },
  {
    name: 'start',
    type: 'integer',
    description: 'Of the first part, in Unicode code points of the source',
    value: (claim) => claim.parts[0]?.start ?? '',
  },
  {
    name: 'end',
    type: 'integer',
    description: 'Of the last part, exclusive',
    value: (claim) => claim.parts.at(-1)?.end ?? '',
  },
  {
    name: 'parts',
    type: 'integer',
    description: 'Number of parts; claims.jsonl has each',
    value: (claim) => claim.parts.length,
  },
  {
    name: 'rule',
    type: 'string',
    description: 'What found the claim',
    value: (claim) => claim.rule,
  },
  {
    name: 'confidence',
    type: 'number',
    description: 'How often claims found like this one are right, 0 to 1',
    value: (claim) => claim.confidence,
  },
  {
    name: 'review',
    type: 'string',
    description: 'machine, confirmed, corrected or added',
    value: (claim) => claim.review,
  },
  {
    name: 'url',
    type: 'string',
    description: 'The claim’s permanent address',
    value: (claim) => claim.url,
  },
  {
    name: 'in_context',
    type: 'string',
    description: 'The claim in its article',
    value: (claim) => claim.inContext,
  },
  {
    name: 'said_from',
    type: 'string',
    description: 'The earliest day on which it can have been said, YYYY-MM-DD',
    value: (claim) => claim.said?.from ?? null,
  },
  {
    name: 'said_to',
    type: 'string',
    description: 'The latest day on which it can have been said, YYYY-MM-DD',
    value: (claim) => claim.said?.to ?? null,
  },
  {
    name: 'published_from',
    type: 'string',
    description: 'The earliest day on which the article can have been published, YYYY-MM-DD',
    value: (claim) => claim.published.from,
  },
  {
    name: 'published_to',
    type: 'string',
    description: 'The latest day on which the article can have been published, YYYY-MM-DD',
    value: (claim) => claim.published.to,
  },
  {
    name: 'words_confidence',
    type: 'number',
    description: 'How often words found like these are somebody’s, 0 to 1',
    value: (claim) => claim.wordsConfidence ?? null,
  },
  {
    name: 'speaker_confidence',
    type: 'number',
    description: 'How often it is this speaker whose words they are, 0 to 1; empty where open',
    value: (claim) => claim.speakerConfidence ?? null,
  },
];

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
function cell(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(value) ? `"${text.replaceAll('"', '""')}"` : text;
}
/** A table of cells, a row a line. */
export const csvTable = (records: readonly (string | number | null)[][]): string =>
  records.map((record) => `${record.map(cell).join(',')}\n`).join('');

/** The first row of the table, and the row of a claim. */
export const csvHead = (): string => csvTable([COLUMNS.map(({ name }) => name)]);
export const csvRow = (claim: PublicClaim): string => csvRows([claim]);
const csvRows = (claims: readonly PublicClaim[]): string =>
  csvTable(claims.map((claim) => COLUMNS.map(({ value }) => value(claim))));

const FILE = dataPath('claims.csv');

export const csv: Exporter = {
  name: 'csv',
  begin(_, files) {
    files.append(FILE, csvHead());
    return { article: ({ claims }) => files.append(FILE, csvRows(claims)) };
  },
};
