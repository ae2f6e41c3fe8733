/**
 * A file that is written piece by piece. Where the site that stands has one at the same place, what begins as that
 * one does is not written before it is known that the two differ, and stretches of it are taken over.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Growing, Sum } from '../../publish/exports/exporter.ts';
import { certain } from '../../text/certain.ts';
import { inFolder } from '../putting-in-place/put-in-place.ts';
import type { SiteFolder } from './site-folder.ts';

/** What is gathered before it is written, or read at once, in bytes. */
const GATHERED = 1 << 19;
/** The longest that a UTF-16 code unit becomes in UTF-8. */
export const MOST_BYTES = 3;

export class GrowingFile implements Growing {
  readonly #site: SiteFolder;
  readonly #path: string;
  /** The file of the site that stands, open for reading. */
  readonly #former: { descriptor: number; bytes: number } | null;
  /** Open for writing; null while all that was added is how the former file begins. */
  #descriptor: number | null = null;
  readonly #gathered = Buffer.allocUnsafeSlow(GATHERED);
  readonly #sum = createHash('sha256');
  #filled = 0;
  #length = 0;

  constructor(site: SiteFolder, path: string) {
    this.#site = site;
    this.#path = path;
    this.#former = site.openFormer(path);
    if (!this.#former) this.#begin();
  }

  get length(): number {
    return this.#length;
  }

  get hasFormer(): boolean {
    return this.#former !== null;
  }

  append(piece: string | Uint8Array): void {
    if (this.#descriptor === null) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      if (this.#goesOnWith(bytes)) this.#length += bytes.length;
      else {
        this.#part();
        this.#add(bytes);
      }
    } else this.#add(piece);
  }

  take(from: number, length: number): void {
    if (this.#descriptor === null && from !== this.#length) this.#part();
    if (this.#descriptor === null) this.#length += length;
    else this.#copy(from, length);
  }

  close(): Sum {
    try {
      if (this.#descriptor === null) {
        if (this.#length === this.#former?.bytes && this.#site.keep(this.#path))
          return {
            bytes: this.#length,
            sha256: certain(this.#site.sums.get(this.#path), 'it was taken over'),
          };
        this.#part();
      }
      this.#flush();
      return { bytes: this.#length, sha256: this.#sum.digest('hex') };
    } finally {
      for (const descriptor of [this.#descriptor, this.#former?.descriptor ?? null])
        if (descriptor !== null) closeSync(descriptor);
    }
  }

  /** Whether the former file has these bytes next. */
  #goesOnWith(bytes: Uint8Array): boolean {
    for (let at = 0; at < bytes.length;) {
      const wanted = Math.min(GATHERED, bytes.length - at);
      const read = this.#read(this.#length + at, wanted);
      if (read !== wanted) return false;
      if (this.#gathered.compare(bytes, at, at + read, 0, read) !== 0) return false;
      at += read;
    }
    return true;
  }

  /** Reads from the former file into what is gathered, of which nothing may wait to be written. */
  #read(from: number, length: number): number {
    const { descriptor } = certain(this.#former, 'only then is anything read');
    return readSync(descriptor, this.#gathered, 0, Math.min(length, GATHERED), from);
  }

  /** The file begins as the former one does, and is another from here on. */
  #part(): void {
    const length = this.#length;
    this.#begin();
    this.#length = 0;
    this.#copy(0, length);
  }

  #begin(): void {
    this.#descriptor = inFolder(join(this.#site.folder, this.#path), (file) => openSync(file, 'w'));
  }

  #copy(from: number, length: number): void {
    this.#flush();
    for (let copied = 0; copied < length;) {
      const read = this.#read(from + copied, length - copied);
      if (read === 0) throw new Error(`${this.#path} became shorter while it was read`);
      this.#put(this.#gathered.subarray(0, read));
      copied += read;
    }
    this.#length += length;
  }

  #add(piece: string | Uint8Array): void {
    const before = this.#filled;
    const most = piece.length * MOST_BYTES;
    if (before + most > GATHERED) this.#flush();
    if (typeof piece !== 'string' || most > GATHERED) {
      this.#flush();
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      this.#put(bytes);
      this.#length += bytes.length;
    } else {
      const written = this.#gathered.write(piece, this.#filled);
      this.#filled += written;
      this.#length += written;
    }
  }

  #flush(): void {
    this.#put(this.#gathered.subarray(0, this.#filled));
    this.#filled = 0;
  }

  #put(bytes: Uint8Array): void {
    this.#sum.update(bytes);
    const descriptor = certain(this.#descriptor, 'it was opened');
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
  }
}
