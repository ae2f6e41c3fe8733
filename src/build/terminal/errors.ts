import { statfsSync } from 'node:fs';
import { inspect } from 'node:util';
import { faultInWords } from '../../text/fault.ts';

/** A mistake or a state of the machine that a person can mend: printed as it is, without a stack trace. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly lines: readonly string[];
  constructor(lines: string | readonly string[], options?: ErrorOptions) {
    const list = typeof lines === 'string' ? [lines] : lines;
    super(list.join('\n'), options);
    this.lines = list;
  }
}

/** What `parseArgs` could not read, in its first sentence, and how the command is used. */
export const unknownArguments = (error: unknown, usage: string): Refusal =>
  new Refusal([`${(error as Error).message.split(/\.?(?:\s*\n|\.\s)/)[0]}.`, usage], {
    cause: error,
  });

const diskFull = (path: string): string =>
  `The disk is full${at(path)}. Make room and run the command again.`;

const WORDS: Record<string, (path: string) => string> = {
  ENOSPC: diskFull,
  EDQUOT: (path) => `The disk quota is used up${at(path)}. Make room and run the command again.`,
  EFBIG: (path) => `A file grew larger than this machine allows${at(path)}.`,
  EROFS: (path) => `The file system is read-only${at(path)}. Run the command where it may write.`,
  EACCES: (path) =>
    `No permission to read or write${at(path)}. Change the permissions of the folder, or run the command where it may write.`,
  EPERM: (path) =>
    `The system does not permit writing${at(path)}. Close programs that hold the folder open, or change its permissions.`,
  EBUSY: (path) =>
    `The system holds the folder${at(path)}. Close programs that use it; a mount point cannot be replaced.`,
  EIO: (path) =>
    `The disk cannot be read or written${at(path)}. See that it has room and is sound, and run the command again.`,
  EMFILE: () =>
    'Too many files are open on this machine. Raise the limit (`ulimit -n 4096`) and run the command again.',
  ENOENT: (path) => `There is no file or folder${at(path)}.`,
  EISDIR: (path) =>
    `A folder stands where a file is expected${at(path)}. Move it away and run the command again.`,
  ELOOP: (path) =>
    `A symbolic link leads back to itself${at(path)}. Remove it and run the command again.`,
  ENAMETOOLONG: (path) => `A name is too long for this file system${at(path)}.`,
  EEXIST: (path) =>
    `A file stands where a folder is to be${at(path)}. Move it away and run the command again.`,
  ENOTDIR: (path) =>
    `A file stands where a folder is expected${at(path)}. Move it away and run the command again.`,
};
const at = (path: string) => (path ? ` at ${path}` : '');

/** What tools that are not written in JavaScript call them. */
const NUMBERS: Record<string, string> = {
  13: 'EACCES',
  27: 'EFBIG',
  28: 'ENOSPC',
  30: 'EROFS',
  122: 'EDQUOT',
};

/** Less room than this, and what failed most likely failed for want of it: tools do not always say so. */
const ROOM = 4_000_000;

/** A refusal for what a file system may answer; anything else stays the fault it is. `folder` is where the work was done. */
export function explained(error: unknown, folder?: string): unknown {
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if (one instanceof Refusal) return one;
    const { code, path, message } = one as NodeJS.ErrnoException;
    const known =
      code ??
      /\b(ENOSPC|EDQUOT|EROFS|EACCES|EFBIG)\b/.exec(message)?.[1] ??
      NUMBERS[/\(os error (\d+)\)/.exec(message)?.[1] ?? ''];
    if (known && WORDS[known]) return new Refusal(WORDS[known](path ?? ''), { cause: error });
  }
  return folder !== undefined && !hasRoom(folder)
    ? new Refusal(diskFull(folder), { cause: error })
    : error;
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ROOM;
  } catch {
    return true;
  }
}

/** Whether a person asked to see where a fault stands. */
export const isDebugging = (): boolean => !/^(?:|0|false)$/i.test(process.env.VERBATIM_DEBUG ?? '');

/** Takes away where faults stand in the program, unless a person asked to see it. */
export function hideTraces(messages: readonly { cause?: unknown }[]): void {
  if (!isDebugging()) for (const message of messages) message.cause = undefined;
}

/**
 * What to print of anything thrown: a refusal as it is; a fault of our own in one line, that a
 * person can report, with the stack trace only where `VERBATIM_DEBUG` asks for it.
 */
export function describe(error: unknown): string {
  const said = explained(error);
  if (said instanceof Refusal) return said.message;
  if (isDebugging()) return inspect(error);
  const stage =
    error instanceof Error && 'stage' in error ? ` in stage ${String(error.stage)}` : '';
  const [first = ''] = faultInWords(error).split('\n');
  return `Internal fault${stage}, please report: ${first}\nVERBATIM_DEBUG=1 shows where the fault stands.`;
}
