/** The files that the arguments of `npm run add` stand for: files, folders, patterns, standard input. */
import { existsSync, globSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { sourceTooLarge, type Problem } from '../../model/messages.ts';
import { bytesAt } from '../archive-files/reading.ts';
import type { Report } from './report.ts';

/** A file that may be taken in. */
export interface Named {
  path: string;
  /** Whether it was named itself, and not a folder around it. */
  named: boolean;
  /** Its bytes if there are at most so many, why they cannot be had, or null where there are none. */
  read: (most: number) => Uint8Array | Problem | null;
}

const OUTSIDE = 'a link that leads out of the folder.';
const STANDARD_INPUT = 'standard input';

/** The files under a path; what cannot be found or read is said, and so is what is not looked at. */
export function filesNamed(path: string, report: Report): Named[] {
  if (path === '-') return [{ path: STANDARD_INPUT, named: true, read: standardInput }];
  if (!existsSync(path) && /[*?[\]{}]/.test(path)) {
    const found = globSync(path).sort();
    if (found.length === 0)
      report.refuse(path, `There is no file or folder that fits \`${path}\`.`, 'not found');
    return found.flatMap((one) => under(one, true, report, []));
  }
  return under(path, true, report, []);
}

const PIECE = 65_536;

function standardInput(most: number): Uint8Array | Problem {
  const pieces: Buffer[] = [];
  let length = 0;
  for (;;) {
    const piece = Buffer.alloc(PIECE);
    const count = readPiece(piece);
    if (count === 0) return new Uint8Array(Buffer.concat(pieces));
    length += count;
    if (length > most) return sourceTooLarge(length, most);
    pieces.push(piece.subarray(0, count));
  }
}

/** How many bytes came from standard input; none at its end. */
function readPiece(piece: Buffer): number {
  for (;;)
    try {
      return readSync(0, piece);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      // Whoever writes is slower than we are.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
}

function under(path: string, named: boolean, report: Report, above: readonly string[]): Named[] {
  let real: string;
  let kind: ReturnType<typeof statSync>;
  try {
    real = realpathSync(path);
    kind = statSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (named && code === 'ENOENT')
      report.refuse(path, `There is no file or folder \`${path}\`.`, 'not found');
    else report.refuse(path, `${path} was not taken in: ${unreadable(error)}`, 'cannot be read');
    return [];
  }
  const [folder] = above;
  if (folder !== undefined && real !== folder && !real.startsWith(join(folder, sep))) {
    // What a folder that came from elsewhere links to may be anything that this machine can read.
    report.refuse(
      path,
      `${path} was not taken in: ${OUTSIDE}\n  Name the file itself to take it in.`,
      OUTSIDE,
    );
    return [];
  }
  if (kind?.isFile()) return [{ path, named, read: (most) => bytesAt(real, most) }];
  if (!kind?.isDirectory()) {
    const why = 'it is neither a file nor a folder';
    report.refuse(path, `${path} was not taken in: ${why}.`, why);
    return [];
  }
  if (above.includes(real)) {
    report.lookPast(path, 'a link to a folder around it');
    return [];
  }
  return namesIn(path, report).flatMap((name) => {
    const inner = join(path, name);
    if (!name.startsWith('.')) return under(inner, false, report, [...above, real]);
    report.lookPast(inner, 'hidden');
    return [];
  });
}

function namesIn(folder: string, report: Report): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    report.refuse(folder, `${folder} was not taken in: ${unreadable(error)}`, 'cannot be read');
    return [];
  }
}

const FAULTS: Record<string, string> = {
  ENOENT: 'a link to what is not there.',
  ELOOP: 'links that lead in a circle.',
  EACCES: 'no permission to read it.',
  EPERM: 'no permission to read it.',
};
const unreadable = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return FAULTS[code ?? ''] ?? `it could not be read (${code ?? message}).`;
};
