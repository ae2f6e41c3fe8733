/** Reads single files and folders of the content folder, and says why one cannot be read. */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import {
  complain,
  notAFile,
  sourceTooLarge,
  symbolicLink,
  unreadableFile,
  type Problem,
} from '../../model/messages.ts';

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? String(error);
/** What opening something with `O_NOFOLLOW` answers where it is a link. */
const LINK = new Set(['ELOOP', 'EMLINK']);

/**
 * Bytes of a regular file of at most `most` bytes, or why they cannot be had; null where there is none.
 * The length is asked before anything is read; no link is followed, no pipe or device opened for long.
 */
export function bytesAt(path: string, most: number): Uint8Array | Problem | null {
  let handle: number;
  try {
    handle = openSync(
      path,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    if (code === 'ENXIO') return notAFile('socket or pipe');
    return LINK.has(code) ? symbolicLink() : unreadableFile(code);
  }
  try {
    const found = fstatSync(handle);
    if (found.isDirectory()) return notAFile('folder');
    if (!found.isFile()) return notAFile('device or pipe');
    if (found.size > most) return sourceTooLarge(found.size, most);
    return new Uint8Array(readFileSync(handle));
  } catch (error) {
    return unreadableFile(codeOf(error));
  } finally {
    closeSync(handle);
  }
}

/** A file below `root`; without a value where it is not there or, with a message, cannot be read. */
export function readFile(root: string, path: string, most = Infinity): VFile {
  const file = new VFile({ path, cwd: root });
  const bytes = bytesAt(join(root, path), most);
  if (bytes instanceof Uint8Array) file.value = bytes;
  else if (bytes) complain(file, null, bytes);
  return file;
}

/** Names in a folder, in one order on every machine; none where it is no folder, or a link to one. */
export function namesIn(root: string, path: string): string[] {
  const folder = join(root, path);
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}

/** What lies below a folder, by its path below `root`, in one order on every machine. */
export interface Entry {
  path: string;
  kind: 'file' | 'link' | 'other';
}

/** All but the folders themselves below a folder, hidden entries too; links are named, and none is followed. */
export function entriesUnder(root: string, path: string): Entry[] {
  const found = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) return [{ path, kind: 'link' }];
  if (!found?.isDirectory()) return [];
  return readdirSync(join(root, path), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): Entry[] => {
      const inner = `${path}/${entry.name}`;
      if (entry.isDirectory()) return entriesUnder(root, inner);
      if (entry.isSymbolicLink()) return [{ path: inner, kind: 'link' }];
      return [{ path: inner, kind: entry.isFile() ? 'file' : 'other' }];
    });
}
