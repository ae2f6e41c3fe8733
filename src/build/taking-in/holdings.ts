/** What the archive holds of sources and cards, and what is added to it, all at once. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  formatManifest,
  LedgerFileError,
  MANIFEST,
  manifestMissing,
  parseManifest,
  parseSourceName,
  sourceName,
  type VersionRow,
} from '../../ledger/index.ts';
import type { TakenText } from '../../intake/formats/captures/reader.ts';
import type { Capture } from '../../model/records.ts';
import { CAPTURES, root } from '../archive-files/content.ts';
import { LEDGER, SOURCES } from '../archive-files/ledger-files.ts';
import { commit } from '../putting-in-place/put-in-place.ts';
import { Refusal } from '../terminal/errors.ts';

const CARDS = 'content/articles';
const MANIFEST_PATH = `${SOURCES}/${MANIFEST}`;

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const inProject = (path: string) => join(root, path);

/** A source in the archive: one version of an article. */
export interface Held {
  name: string;
  article: string;
  version: number;
  sha256: string;
  bytes: () => Uint8Array;
}

/** A source that is to be added; `version` counts from 1. */
export interface NewSource {
  article: string;
  version: number;
  extension: TakenText['extension'];
  bytes: Uint8Array;
  sha256: string;
  /** Why it was captured again. */
  reason: string | null;
  /** The file that it was taken from, if it was. */
  capture?: Omit<Capture, 'kept'>;
  /** What is kept of that file, if anything is. */
  keep?: { bytes: Uint8Array; extension: string } | undefined;
}

/** The manifest, and its text. Where it is gone, whatever is added would take its place. */
function readManifest(): { rows: VersionRow[]; text: string } {
  const path = inProject(MANIFEST_PATH);
  if (!existsSync(path)) {
    const ledger = inProject(LEDGER);
    if (existsSync(ledger) && readdirSync(ledger).some((name) => name.endsWith('.json')))
      throw new Refusal([`${manifestMissing.message}.`, manifestMissing.mend]);
    return { rows: [], text: '' };
  }
  const text = readFileSync(path, 'utf8');
  try {
    return { rows: parseManifest(text, MANIFEST_PATH), text };
  } catch (error) {
    if (!(error instanceof LedgerFileError)) throw error;
    throw new Refusal(
      error.problems.flatMap(({ found, line, mend }) => [
        `${MANIFEST_PATH}${line === null ? '' : `:${line}`}: ${found}.`,
        mend,
      ]),
      { cause: error },
    );
  }
}

function heldSources(): Held[] {
  const folder = inProject(SOURCES);
  return (existsSync(folder) ? readdirSync(folder) : []).flatMap((name) => {
    const parsed = parseSourceName(name);
    const bytes = () => readFileSync(join(folder, name));
    return parsed ? [{ ...parsed, name, bytes, sha256: sha256(bytes()) }] : [];
  });
}

/** The sources and the manifest; changes are kept until `commit` puts them in place together. */
export class Holdings {
  private readonly rows: VersionRow[];
  private readonly manifestText: string;
  private readonly held = heldSources();
  private readonly files = new Map<string, string | Uint8Array>();
  private readonly today = new Date().toISOString().slice(0, 10);
  /** How many texts were taken in. */
  taken = 0;

  /** Reads the archive; a `Refusal` where its manifest is missing or broken. */
  constructor() {
    const { rows, text } = readManifest();
    this.rows = rows;
    this.manifestText = text;
  }

  private rowOf({ article, version }: Held): VersionRow | undefined {
    return this.rows.find((row) => row.article === article && row.version === version);
  }

  /** The sources of these very bytes. */
  withHash(hash: string): Held[] {
    return this.held.filter((one) => one.sha256 === hash);
  }

  /** The sources that were taken from a file, and from that part of it, of these very bytes. */
  fromCapture({ sha256: hash, part }: Omit<Capture, 'kept'>): string[] {
    return this.rows.flatMap(({ file, capture }) => {
      if (!capture) return [];
      const same = part
        ? capture.part?.sha256 === part.sha256 && capture.part.name === part.name
        : capture.sha256 === hash && capture.part === undefined;
      return same ? [file] : [];
    });
  }

  /** All sources. */
  get sources(): readonly Held[] {
    return this.held;
  }

  versionOf(article: string, version: number): Held | undefined {
    return this.held.find((one) => one.article === article && one.version === version);
  }

  newestOf(article: string): Held | undefined {
    return this.held
      .filter((one) => one.article === article)
      .sort((a, b) => b.version - a.version)[0];
  }

  /** The name of the file that a source was taken from. */
  fileOf({ name }: Held): string {
    return this.rows.find(({ file }) => file === name)?.capture?.name ?? name;
  }

  /** The number that another version of an article would have. */
  nextVersionOf(article: string): number {
    const versions = [...this.held, ...this.rows]
      .filter((one) => one.article === article)
      .map(({ version }) => version);
    return 1 + Math.max(0, ...versions);
  }

  /** The address that an article was published at, as its card says; null where it says none. */
  originalOf(article: string): string | null {
    const path = `${CARDS}/${article}.md`;
    const added = this.files.get(path);
    const onDisk = existsSync(inProject(path)) ? readFileSync(inProject(path), 'utf8') : '';
    const card = typeof added === 'string' ? added : onDisk;
    return /^original:[ \t]*["']?([^\s"']+)/m.exec(card)?.[1] ?? null;
  }

  reasonOf(source: Held): string | null {
    return this.rowOf(source)?.reason ?? null;
  }

  /** Notes why a source was taken in. */
  noteReason(source: Held, reason: string): void {
    const row = this.rowOf(source);
    if (row) row.reason = reason;
    else this.addRow(source, source.bytes().length, reason);
  }

  /** Notes a first version that was put there by hand as taken in today; false where it is noted already. */
  noteDay(source: Held): boolean {
    if (source.version > 1 || this.rowOf(source)) return false;
    this.addRow(source, source.bytes().length, null);
    return true;
  }

  /** Puts bytes where the manifest says they are and they are not; gives the path, or null. */
  putBack(bytes: Uint8Array, hash: string): string | null {
    const lost = this.rows.find(
      (row) => row.sha256 === hash && !this.held.some(({ name }) => name === row.file),
    );
    if (!lost) return null;
    const path = `${SOURCES}/${lost.file}`;
    this.files.set(path, bytes);
    return path;
  }

  /** Adds a source and its row of the manifest; gives its path. */
  take({ extension, bytes, reason, capture, keep, ...source }: NewSource): string {
    const { article, version, sha256: hash } = source;
    const name = sourceName({ article, version, extension });
    this.held.push({ article, version, sha256: hash, name, bytes: () => bytes });
    const kept = keep && `${CAPTURES}/${nameOfCapture(article, version, keep.extension)}`;
    if (kept) this.files.set(kept, keep.bytes);
    this.rows.push({
      ...{ article, version, file: name, sha256: hash, bytes: bytes.length },
      ...{ taken: this.today, reason },
      ...(capture && { capture: { ...capture, ...(kept && { kept }) } }),
    });
    this.files.set(`${SOURCES}/${name}`, bytes);
    this.taken++;
    return `${SOURCES}/${name}`;
  }

  private addRow(source: Held, bytes: number, reason: string | null): void {
    const { article, version, name: file, sha256: hash } = source;
    this.rows.push({ article, version, file, sha256: hash, bytes, taken: this.today, reason });
  }

  /** Adds a card for an article that has none; gives its path, or null. */
  addCard(article: string, content: () => string): string | null {
    return this.addFile(`${CARDS}/${article}.md`, content);
  }

  /** Adds a file where there is none; gives its path, or null. */
  addFile(path: string, content: () => string): string | null {
    if (existsSync(inProject(path)) || this.files.has(path)) return null;
    this.files.set(path, content());
    return path;
  }

  /** Puts texts, cards and manifest in place together. */
  commit(): void {
    const manifest = formatManifest(this.rows);
    if (manifest !== formatManifest([]) || this.manifestText !== '')
      this.files.set(MANIFEST_PATH, manifest);
    commit(root, this.files, new Map([[MANIFEST_PATH, this.manifestText]]));
  }
}

const nameOfCapture = (article: string, version: number, extension: string): string =>
  `${article}${version === 1 ? '' : `.${version}`}.${extension}`;

/** Whether a file is one of the archive's own sources, by its folder. */
export const isSourceFolder = (folder: string): boolean => folder === inProject(SOURCES);
