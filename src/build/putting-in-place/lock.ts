/** One build at a time: a lock file with the process that holds it. */
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { Refusal } from '../terminal/errors.ts';

/** How long, in milliseconds, a command waits for the one that holds the lock. */
const PATIENCE = 2000;

interface Holder {
  pid: number;
  started: string | null;
  host: string;
  since: string;
}

/** What the system tells of a process: its state, and when it began; null where it does not tell. The start tells a reused number from the same process. */
function statOf(pid: number): { state: string; started: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, started] = [fields[0], fields[19]];
    return state === undefined || started === undefined ? null : { state, started };
  } catch {
    return null;
  }
}

/** Whether there is a process of this number on this machine. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isAlive({ pid, started, host }: Holder): boolean {
  if (host !== hostname()) return true; // another machine on a shared disk: only a person can tell
  if (!isRunning(pid)) return false;
  const now = statOf(pid);
  // A process that has ended keeps its number until its parent asks after it.
  if (now && /^[ZXx]$/.test(now.state)) return false;
  return started === null || now === null || started === now.started;
}

/** Whether a process is alive and stays so: one that is being killed may take a moment to go. */
function staysAlive(holder: Holder, patience: number): boolean {
  if (holder.host !== hostname()) return true;
  const until = Date.now() + patience;
  while (isAlive(holder)) {
    if (Date.now() >= until) return true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  }
  return false;
}

const read = (path: string): Holder | null => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
};

/** What the holder of a lock is called: `Another build is running`. */
const BUILD = { another: 'Another build is running', wait: 'Wait until it has ended.' };

/**
 * Takes the lock, or refuses naming who holds it; `words` say what that is. A lock left by a process that is gone is
 * taken over.
 */
export function takeLock(path: string, patience = PATIENCE, words = BUILD): () => void {
  mkdirSync(dirname(path), { recursive: true });
  const mine: Holder = {
    pid: process.pid,
    started: statOf(process.pid)?.started ?? null,
    host: hostname(),
    since: new Date().toISOString(),
  };
  const own = `${path}.${process.pid}`;
  writeFileSync(own, JSON.stringify(mine));
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        // The file appears under its name with its content, or not at all.
        linkSync(own, path);
        return () => {
          if (read(path)?.pid === process.pid) rmSync(path, { force: true });
        };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = read(path);
      if (holder && staysAlive(holder, patience)) {
        throw new Refusal(
          `${words.another} (process ${holder.pid}${holder.host === hostname() ? '' : ` on ${holder.host}`}, since ${holder.since}). ` +
            `${words.wait} If there is none, delete ${path}.`,
        );
      }
      // It may have ended well, and another one begun.
      if (JSON.stringify(read(path)) !== JSON.stringify(holder)) continue;
      const aside = `${path}.stale.${process.pid}`;
      try {
        renameSync(path, aside);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
        throw error;
      }
      const moved = read(aside);
      if (moved && isAlive(moved)) {
        // Somebody took over in between; give it back.
        try {
          linkSync(aside, path);
        } catch {
          // A third one holds it; the next turn of the loop says so.
        }
      }
      unlinkSync(aside);
    }
    throw new Refusal(`The lock ${path} could not be taken. Delete it and run the command again.`);
  } finally {
    rmSync(own, { force: true });
  }
}
