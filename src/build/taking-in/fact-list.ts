/** A list of facts for many files at once: `--metadata list.csv`, or the same in JSON, RIS or BibTeX. */
import { basename } from 'node:path';
import {
  factsOf,
  mappingInWords,
  mappingOf,
  type Field,
  type Mapping,
  type Row,
} from '../../intake/formats/captures/mapping.ts';
import { Damaged } from '../../intake/formats/captures/reader.ts';
import { citedIn } from '../../intake/formats/captures/reading/cited.ts';
import { jsonOf, tableOf } from '../../intake/formats/captures/reading/exports.ts';
import { webAddress } from '../../intake/formats/captures/stamps.ts';
import { decoded } from '../../text/decoding.ts';
import { bytesAt } from '../archive-files/reading.ts';
import { Refusal } from '../terminal/errors.ts';
import type { Facts } from '../../intake/formats/captures/facts.ts';

const MOST = 50_000_000;

interface Entry {
  name: string;
  facts: Facts;
  isUsed: boolean;
}

const withoutEnding = (name: string): string => name.replace(/(?<=.)\.[A-Za-z0-9]{1,8}$/, '');

/** The rows of a list, by the files and addresses that they tell of. */
export class FactList {
  /** Which column was taken for what. */
  readonly readAs: string;
  readonly #entries: Entry[] = [];
  readonly #byFile = new Map<string, Entry>();
  readonly #byAddress = new Map<string, Entry>();

  /** Reads a list; a `Refusal` where it cannot be read, or says nowhere which file a row tells of. */
  static async read(path: string, said: Mapping): Promise<FactList> {
    const bytes = bytesAt(path, MOST);
    const text = bytes instanceof Uint8Array ? decoded(bytes) : null;
    if (text === null)
      throw new Refusal([
        `The list ${path} cannot be read: expected a table (CSV), JSON, RIS or BibTeX in UTF-8.`,
      ]);
    return new FactList(path, await listIn(path, text), said);
  }

  private constructor(path: string, { columns, rows }: List, said: Mapping) {
    const own = Object.fromEntries(
      Object.entries(said).filter(([, column]) => columns.includes(column)),
    ) as Mapping;
    const { mapping } = mappingOf(columns, rows, own);
    if (mapping.file === undefined && mapping.original === undefined)
      throw new Refusal([
        `The list ${path} names neither files nor addresses: expected a column \`file\` or \`url\`.`,
        `Its columns: ${columns.join(', ')}. Say which is what: --map file=COLUMN.`,
      ]);
    this.readAs = mappingInWords(mapping);
    rows.forEach((row, i) =>
      this.#add(row, mapping, { name: `row ${i + 1}`, list: basename(path) }),
    );
  }

  #add(row: Row, mapping: Mapping, { name, list }: { name: string; list: string }): void {
    const cell = (field: Field) => (row[mapping[field] ?? ''] ?? '').trim();
    const files = cell('file')
      .split('\n')
      .filter((file) => file !== '');
    const address = webAddress(cell('original'));
    if (files.length === 0 && address === null) return;
    const entry = { name, facts: factsOf(row, mapping, `${name} of ${list}`), isUsed: false };
    this.#entries.push(entry);
    for (const file of files) this.#byFile.set(file.replace(/^.*[/\\]/s, ''), entry);
    if (files.length === 0 && address !== null) this.#byAddress.set(address, entry);
  }

  /** What the list says of a file, or of a page that its capture or it itself says is of that address; its facts take the place of the capture's own. */
  of(path: string, facts: Facts, stated: string | null): Facts {
    const name = basename(path);
    const entry =
      this.#byFile.get(name) ??
      this.#byFile.get(withoutEnding(name)) ??
      this.#byAddress.get(facts.original?.value ?? '') ??
      this.#byAddress.get(stated ?? '');
    if (!entry) return facts;
    entry.isUsed = true;
    return { ...facts, ...entry.facts };
  }

  /** Rows that tell of nothing that was named. */
  get unused(): string[] {
    return this.#entries.flatMap(({ name, isUsed }) => (isUsed ? [] : [name]));
  }
}

interface List {
  columns: string[];
  rows: Row[];
}

async function listIn(path: string, text: string): Promise<List> {
  try {
    const cited = await citedIn(text.replace(/^\ufeff/, ''));
    if (cited) return cited;
    const { columns, entries } = /^\s*[[{]/.test(text) ? jsonOf(text) : tableOf(text);
    return { columns, rows: entries.map(({ row }) => row) };
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    throw new Refusal([`The list ${path} cannot be read: it is a list ${error.message}.`], {
      cause: error,
    });
  }
}
