/** Lists of citations (RIS, BibTeX), as programs that manage them write them: what they say of each text. */
import { capital } from '../../../../model/wording.ts';
import { Damaged } from '../reader.ts';
import { dayOf } from '../stamps.ts';
import type { Row } from '../mapping.ts';
import { tidy } from './taken.ts';

/** A citation by the names of fields that mappings know; files are parted by lines. */
export interface Cited {
  columns: string[];
  rows: Row[];
}

const isRis = (text: string): boolean => /^\s*TY {1,2}- ?\S/m.test(text.slice(0, 2000));
const isBibtex = (text: string): boolean => /^\s*@[a-z]{3,20}\s*[{(]/im.test(text.slice(0, 20_000));

/** The entries of a list of citations; null for a text that is none. `Damaged` where nothing of it can be read. */
export async function citedIn(text: string): Promise<Cited | null> {
  const rows = isRis(text) ? risRows(text) : isBibtex(text) && (await bibtexRows(text));
  if (rows === false) return null;
  if (rows.length === 0) throw new Damaged('of citations without an entry');
  return { columns: [...new Set(rows.flatMap((row) => Object.keys(row)))], rows };
}

/** Tags of RIS by the field that they give; the first that an entry has is taken. */
const RIS_TAGS = {
  title: ['TI', 'T1', 'CT'],
  author: ['AU', 'A1'],
  outlet: ['T2', 'JO', 'JF', 'JA', 'PB'],
  published: ['DA', 'PY', 'Y1'],
  captured: ['Y2'],
  original: ['UR'],
  language: ['LA'],
  dek: ['AB', 'N2'],
  file: ['L1', 'L2'],
} as const;

function risRows(text: string): Row[] {
  const rows: Row[] = [];
  let entry = new Map<string, string[]>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, tag, value = ''] = /^\s*([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/.exec(line) ?? [];
    if (tag === undefined) continue;
    if (tag === 'TY') entry = new Map();
    else if (tag === 'ER') rows.push(risRow(entry));
    else if (value.trim() !== '') entry.set(tag, [...(entry.get(tag) ?? []), value.trim()]);
  }
  return rows.filter((row) => Object.keys(row).length > 0);
}

function risRow(entry: ReadonlyMap<string, readonly string[]>): Row {
  const cells = Object.entries(RIS_TAGS).flatMap(([field, tags]) => {
    const values = tags.map((tag) => entry.get(tag)).find((one) => one !== undefined);
    return values ? [[field, joined(field, values)] as const] : [];
  });
  return Object.fromEntries(cells);
}

function joined(field: string, values: readonly string[]): string {
  if (field === 'author') return values.map(turned).join('; ');
  if (field === 'file') return values.join('\n');
  const [first = ''] = values;
  // `2021/05/03/`, `2021///`
  return field === 'published' || field === 'captured'
    ? first.replace(/\/.*$/s, (rest) => rest.replace(/\/+[^\d/]*$/, '')).replaceAll('/', '-')
    : first;
}

/** `Lee, Ann` as it is spoken: `Ann Lee`. */
const turned = (name: string): string => {
  const [last = '', first, ...more] = name.split(/\s*,\s*/);
  return first && more.length === 0 ? `${first} ${last}` : name;
};

interface Creator {
  name?: string;
  firstName?: string;
  prefix?: string;
  lastName?: string;
  suffix?: string;
}

/** Fields of BibTeX and BibLaTeX by what they give. */
const BIBTEX_FIELDS = {
  title: ['title'],
  outlet: ['journaltitle', 'journal', 'newspaper', 'publisher', 'organization', 'howpublished'],
  published: ['date'],
  captured: ['urldate'],
  original: ['url'],
  dek: ['abstract'],
  language: ['langid', 'language'],
} as const;

/** Dates are EDTF: read as TeX, `~` and `%`, which say how sure a date is, would be a blank and a comment. */
const DATE_FIELDS = { date: 'verbatim', urldate: 'verbatim' } as const;

async function bibtexRows(text: string): Promise<Row[]> {
  // loaded where such a list is read, since it brings a parser of TeX along
  const { parse } = await import('@retorquere/bibtex-parser');
  const { entries, errors } = parse(text, { sentenceCase: false, fieldMode: DATE_FIELDS });
  const [problem] = errors;
  if (problem) throw new Damaged(`of citations that is damaged: ${problem.error}`);
  return entries.flatMap(({ fields }): Row[] => {
    const row = bibtexRow(fields);
    return Object.keys(row).length > 0 ? [row] : [];
  });
}

function bibtexRow(fields: Readonly<Record<string, unknown>>): Row {
  const said = (name: string): string | undefined => {
    const value = fields[name];
    const plain = typeof value === 'string' ? tidy(value.replace(/<\/?[a-z]+\b[^<>]*>/gi, '')) : '';
    return plain === '' ? undefined : plain;
  };
  const cells = Object.entries(BIBTEX_FIELDS).flatMap(([field, names]) => {
    const value = names.map(said).find((one) => one !== undefined);
    return value === undefined ? [] : [[field, value] as const];
  });
  const row: Record<string, string> = Object.fromEntries(cells);
  const { author } = fields;
  if (Array.isArray(author))
    row['author'] = (author as Creator[]).filter(isNamed).map(nameOf).join('; ');
  const year = said('year');
  if (year && !row['published']) row['published'] = dayOfParts(year, said('month'), said('day'));
  const files = filesOf(said('file') ?? '');
  if (files.length > 0) row['file'] = files.join('\n');
  return row;
}

/** `2021`, `2021-03`, `2021-03-14`; older files write the day beside the month: `month = mar # "~14"`. */
function dayOfParts(year: string, month = '', day = ''): string {
  const name = /[a-z]{3,}/i.exec(month)?.[0];
  const beside = /\d{1,2}/.exec(month)?.[0] ?? day;
  const stamp = name && beside ? dayOf(`${beside} ${capital(name.toLowerCase())} ${year}`) : null;
  if (stamp) return stamp;
  // Two figures: which of them is the day shows only where the other alone can be a month.
  const [one, other] = /^(\d{1,2})\s+(\d{1,2})$/.exec(month)?.slice(1).map(Number) ?? [];
  if (one !== undefined && other !== undefined) {
    const [small, large] = one < other ? [one, other] : [other, one];
    return large > 12 ? dayOfParts(year, String(small), String(large)) : year;
  }
  const parts = month && day ? [month, day] : [month];
  return [year, ...parts].flatMap((part) => (part ? [part.padStart(2, '0')] : [])).join('-');
}

/** `and others` stands for names that are not given. */
const isNamed = ({ name, firstName, lastName }: Creator): boolean =>
  name !== undefined || firstName !== undefined || lastName !== 'others';

const nameOf = ({ name, firstName, prefix, lastName, suffix }: Creator): string =>
  name ?? [firstName, prefix, lastName, suffix].filter(Boolean).join(' ');

/** `Snapshot:files/12/ferry.html:text/html;…`, or paths alone; a backslash keeps what follows it from parting. */
function filesOf(value: string): string[] {
  return value
    .split(/(?<!\\);/)
    .map((one) => {
      const parts = one.split(/(?<!\\):/);
      return (parts.length > 2 ? parts.slice(1, -1).join(':') : one).replace(/\\(.)/g, '$1').trim();
    })
    .filter((path) => path !== '');
}
