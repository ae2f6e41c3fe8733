/**
 * Drafts under `.verbatim/drafts`, one file each, named for all that it depends on. Nothing hangs on them: what is
 * missing or damaged is made again, and where they cannot be written, nothing is.
 */
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { DraftKeys } from '../../archive/draft-key.ts';
import type { DraftTask } from '../../archive/drafting.ts';
import type { KeptDraft } from '../../archive/kept-draft.ts';
import { sha256 } from '../../text/digest.ts';
import { RELATIONS } from './kept-relations.ts';
import { makeFolder } from '../putting-in-place/put-in-place.ts';

/** What stands above a draft in its file. */
interface Head {
  /** Digest of the draft as it stands below. */
  sum: string;
  /** All speakers with cards when it was made, and those of them that it may name. */
  speakers: string;
  named: string;
}

/** The head is three digests. */
const LONGEST_HEAD = 1024;

/** A fault of the program is looked for again each time. */
const FAULT = 'internal-fault';

/** The drafts that are kept for one archive. */
export class KeptDrafts {
  readonly #folder: string;
  readonly #keys: DraftKeys;
  /** Names of the files that today's sources have. */
  readonly #used = new Set<string>();
  #isWritable = true;

  constructor(folder: string, keys: DraftKeys) {
    this.#folder = folder;
    this.#keys = keys;
  }

  /** Whether there is a draft that was made of the same before; it may turn out to be damaged. */
  has(task: DraftTask): boolean {
    return this.#headOf(task)?.speakers === this.#keys.speakers || this.read(task) !== null;
  }

  /** The draft that was made of the same before; null where there is none that can be used. */
  read(task: DraftTask): KeptDraft | null {
    const name = this.#nameOf(task);
    try {
      const text = readFileSync(join(this.#folder, name), 'utf8');
      const end = text.indexOf('\n');
      const head = JSON.parse(text.slice(0, end)) as Head;
      const body = text.slice(end + 1);
      if (sha256(body) !== head.sum) return null;
      const kept = JSON.parse(body) as KeptDraft;
      if (head.speakers === this.#keys.speakers) return kept;
      const named = this.#keys.ofSpeakers(task, kept.draft?.text ?? '');
      if (named !== head.named) return null;
      this.#put(name, { ...head, speakers: this.#keys.speakers }, body);
      return kept;
    } catch {
      return null;
    }
  }

  /** Keeps a draft; `body` is the same as JSON. */
  write(task: DraftTask, { draft, messages }: KeptDraft, body: string): void {
    if (messages.some(({ rule }) => rule === FAULT)) return;
    const { speakers } = this.#keys;
    const named = this.#keys.ofSpeakers(task, draft?.text ?? '');
    this.#put(this.#nameOf(task), { sum: sha256(body), speakers, named }, body);
  }

  /** Removes the drafts of what is in the archive no more, or is another text by now. */
  sweep(): void {
    try {
      for (const name of readdirSync(this.#folder))
        if (!this.#used.has(name) && name !== RELATIONS)
          rmSync(join(this.#folder, name), { force: true });
    } catch {
      // there is no such folder, or nothing may be removed from it
    }
  }

  /** What stands above a draft; null where there is none. */
  #headOf(task: DraftTask): Head | null {
    const bytes = Buffer.alloc(LONGEST_HEAD);
    let file: number | null = null;
    try {
      file = openSync(join(this.#folder, this.#nameOf(task)), 'r');
      const [line = ''] = bytes.toString('utf8', 0, readSync(file, bytes)).split('\n');
      return JSON.parse(line) as Head;
    } catch {
      return null;
    } finally {
      if (file !== null) closeSync(file);
    }
  }

  #nameOf(task: DraftTask): string {
    const name = `${task.article.slice(0, 60)}.${this.#keys.ofSource(task).slice(0, 32)}.json`;
    this.#used.add(name);
    return name;
  }

  #put(name: string, head: Head, body: string): void {
    if (!this.#isWritable) return;
    try {
      makeFolder(this.#folder);
      const path = join(this.#folder, name);
      // Another command may read meanwhile.
      const next = `${path}.${process.pid}`;
      writeFileSync(next, `${JSON.stringify(head)}\n${body}`);
      renameSync(next, path);
    } catch {
      this.#isWritable = false;
    }
  }
}
