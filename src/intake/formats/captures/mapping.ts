/** Which column or field of an export is what. */
import { LANGUAGES } from '../../../languages/index.ts';
import { dayOf, dayOfArchived, webAddress } from './stamps.ts';
import type { Facts } from './facts.ts';

/** What a column may be. */
export const FIELDS = [
  'title',
  'dek',
  'author',
  'outlet',
  'published',
  'captured',
  'original',
  'archived',
  'language',
  'text',
  'html',
  'file',
] as const;
export type Field = (typeof FIELDS)[number];
/** Names of columns by what they are. */
export type Mapping = Readonly<Partial<Record<Field, string>>>;

/** Names that programs give their columns, letters and digits alone; those that say most come first. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  title: [
    'title',
    'headline',
    'articletitle',
    'titlepage',
    'storytitle',
    'webtitle',
    'heading',
    'titel',
    'titre',
    'titulo',
    'titolo',
  ],
  dek: ['description', 'dek', 'subtitle', 'standfirst', 'excerpt', 'abstract', 'summary'],
  author: [
    'author',
    'authors',
    'byline',
    'creator',
    'authorname',
    'publishedby',
    'writer',
    'dccreator',
    'autor',
    'auteur',
    'autore',
  ],
  outlet: [
    'outlet',
    'sourcename',
    'sourcetitle',
    'origintitle',
    'medianame',
    'publicationtitle',
    'containertitle',
    'sitename',
    'publication',
    'publisher',
    'newspaper',
    'source',
    'sourcehostname',
    'sourcedomain',
    'hostname',
    'domainname',
    'domain',
    'medium',
    'quelle',
    'zeitung',
    'journal',
    'medio',
    'testata',
  ],
  published: [
    'published',
    'datepublished',
    'datepublish',
    'publishdate',
    'publishedat',
    'publicationdate',
    'webpublicationdate',
    'pubdate',
    'issued',
    'date',
    'articledate',
    'seendate',
    'created',
    'datum',
    'fecha',
    'data',
  ],
  captured: [
    'captured',
    'datecaptured',
    'datedownload',
    'accessed',
    'accessdate',
    'retrieved',
    'crawled',
    'scraped',
    'scrapedat',
    'filedate',
    'indexeddate',
  ],
  original: [
    'original',
    'url',
    'link',
    'articleurl',
    'canonicalurl',
    'address',
    'permalink',
    'sourceurl',
    'weburl',
    'canonical',
    'alternate',
    'uri',
    'source',
  ],
  archived: ['archived', 'archivedcopy', 'archiveurl', 'archive', 'waybackurl', 'memento'],
  language: ['language', 'lang', 'languagecode'],
  text: [
    'maintext',
    'fulltext',
    'articlebody',
    'articletext',
    'bodytext',
    'contenttext',
    'text',
    'body',
    'content',
    'rawtext',
    'storytext',
    'articlecontent',
    'plaintext',
    'summarycontent',
    'contentcontent',
    'transcript',
    'texte',
    'texto',
    'testo',
    'volltext',
    'inhalt',
  ],
  html: ['contenthtml', 'bodyhtml', 'html', 'contentencoded'],
  file: ['file', 'filename', 'path', 'name'],
};

/** What services set round the names of their fields: `fields.bodyText`, `_source.title`, `content.rendered`. */
const ROUND = /^(?:fields|_source|attributes|properties|article|document|post)\.|\.rendered$/g;

const folded = (name: string): string =>
  name
    .replace(ROUND, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** What a column must hold, in one row at least, to be taken for what its name says. */
const HOLDS: Readonly<Partial<Record<Field, (value: string) => boolean>>> = {
  published: (value) => dayOf(value) !== null,
  captured: (value) => dayOf(value) !== null,
  original: (value) => webAddress(value) !== null,
  archived: (value) => webAddress(value) !== null,
  outlet: (value) => webAddress(value) === null,
  language: (value) => LANGUAGE.test(value),
  text: (value) => /\p{L}/u.test(value),
  html: (value) => /<\w/.test(value),
};
const LANGUAGE = /^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/;

/** A row of an export, by the names of its columns; what is within another object as `source.name`. */
export type Row = Readonly<Record<string, string>>;

/** Which column is what: as was said, else by their names and by what they hold. */
export function mappingOf(
  columns: readonly string[],
  rows: readonly Row[],
  said: Mapping,
): { mapping: Mapping; unknown: string[] } {
  const wanted = Object.entries(said) as [Field, string][];
  const unknown = wanted.flatMap(([, column]) => (columns.includes(column) ? [] : [column]));
  const mapping: Partial<Record<Field, string>> = { ...said };
  const taken = new Set(wanted.map(([, column]) => column));
  for (const field of FIELDS) {
    if (field in said) continue;
    const holds = HOLDS[field] ?? (() => true);
    const found = NAMES[field]
      .flatMap((name) => columns.filter((column) => folded(column) === name))
      .find(
        (column) =>
          !taken.has(column) && rows.some((row) => row[column]?.trim() && holds(row[column])),
      );
    if (found === undefined) continue;
    mapping[field] = found;
    taken.add(found);
  }
  return { mapping, unknown };
}

/** Why a column that is called as dates are is not taken for one: its figures may be two days (`05/06/2021`). */
export const saidOfDates = (columns: readonly string[], rows: readonly Row[]): string[] =>
  columns
    .filter((column) => NAMES.published.includes(folded(column)))
    .flatMap((column) => {
      const day = rows.map((row) => row[column]?.trim() ?? '').find((one) => TWO_DAYS.test(one));
      return day === undefined
        ? []
        : [
            `Its column “${column}” is not taken: \`${day}\` may be two days. Write days as 2021-05-03.`,
          ];
    });
const TWO_DAYS = /^\d{1,2}[-/]\d{1,2}[-/]\d{2,4}\b/;

/** A name without an address of mail, as feeds (`ann@post.example (Ann Lee)`) and mails (`Ann Lee <ann@post.example>`) give it. */
const withoutMail = (name: string): string =>
  name.replace(/^\S+@\S+\s*\((.+)\)$/, '$1').replace(/^(.+?)\s*<\S+@\S+>$/, '$1');

/** Names in one cell: `Ann Lee; Bo Berg`, `Ann Lee and Bo Berg`, `["Ann Lee", "Bo Berg"]`. */
function namesIn(value: string): string[] {
  const plain = value.trim().replace(/^\[(.*)\]$/s, '$1');
  const isList = plain !== value.trim();
  const parts = plain
    .split(isList ? /["'],\s*["']|;/ : /\s*[;|]\s*|\s+(?:and|&)\s+/)
    .map((name) => withoutMail(name.replace(/^["'\s]+|["'\s]+$/g, '').replace(/^by\s+/i, '')));
  const all = parts.flatMap((name) =>
    // `Lee, Ann` is one name, `Ann Lee, Bo Berg` two.
    /^\S+(?: \S+)+(?:, \S+(?: \S+)+)+$/.test(name) ? name.split(', ') : [name],
  );
  // `Ann Lee, Staff Writer` is one with a calling.
  const names = all.filter(
    (name, i) => i === 0 || !LANGUAGES.some(({ page }) => page.isCalling(name)),
  );
  return [...new Set(names)].filter((name) => /\p{L}/u.test(name) && name.length <= 200);
}

/** An outlet that is named by its host goes by the name that readers know. */
const withoutWww = (name: string): string => name.replace(/^www\.(?=[\w-]+\.)/i, '');

/** `en_GB` and `eng` as tags of BCP 47: `en-GB`, `en`. */
function tagOf(value: string): string | null {
  try {
    return LANGUAGE.test(value)
      ? (Intl.getCanonicalLocales(value.replaceAll('_', '-'))[0] ?? null)
      : null;
  } catch {
    return null;
  }
}

/** The facts that a row states; `where` names the row: `row 12 of export.csv`. */
export function factsOf(row: Row, mapping: Mapping, where: string): Facts {
  const cell = (field: Field): { value: string; by: string } | null => {
    const column = mapping[field];
    const value = column === undefined ? '' : (row[column] ?? '').trim();
    return value === '' ? null : { value, by: `the field “${column}” of ${where}` };
  };
  const of = (field: Field, read: (value: string) => string | null) => {
    const found = cell(field);
    const value = found && read(found.value);
    return found && value ? { [field]: { value, by: found.by } } : {};
  };
  const line = (value: string) => value.replace(/\s+/g, ' ').slice(0, 1000);
  const author = cell('author');
  const names = author && namesIn(author.value);
  const archived = cell('archived');
  const day = archived && dayOfArchived(archived.value);
  return {
    ...of('title', line),
    ...of('dek', line),
    ...(author && names && names.length > 0 && { authors: { value: names, by: author.by } }),
    ...of('outlet', (value) => (webAddress(value) ? null : withoutWww(line(value)))),
    ...of('published', dayOf),
    ...(archived && day && { captured: { value: day, by: archived.by } }),
    ...of('captured', dayOf),
    ...of('original', webAddress),
    ...of('archived', webAddress),
    ...of('language', tagOf),
  };
}

/** `title=headline,text=body` as a mapping; what is wrong with it where it is none. */
export function parseMapping(words: string): Mapping | { wrong: string } {
  const mapping: Partial<Record<Field, string>> = {};
  for (const pair of words.split(',')) {
    const [, name = '', column = ''] = /^\s*(\w+)\s*=\s*(.+?)\s*$/.exec(pair) ?? [];
    const field = FIELDS.find((one) => one === name);
    if (field === undefined || column === '')
      return {
        wrong: `expected FIELD=COLUMN with a field of ${FIELDS.join(', ')}, found “${pair}”`,
      };
    mapping[field] = column;
  }
  return mapping;
}

/** A mapping as it would be said: `title=headline,text=body`. */
export const mappingInWords = (mapping: Mapping): string =>
  FIELDS.flatMap((field) => (mapping[field] ? [`${field}=${mapping[field]}`] : [])).join(',');
