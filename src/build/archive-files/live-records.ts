/** The records of a folder that is read again and again while people edit it: only what a change concerns is made anew. */
import { beginArchive, finishArchive, type Content } from '../../archive/build.ts';
import { ArchiveMemory } from '../../archive/memory.ts';
import { Recording } from '../../archive/recording.ts';
import { readContent } from './content.ts';
import { draftsHere } from './drafts-here.ts';
import { DraftsInMemory } from './drafts-in-memory.ts';
import { withKnown } from './known-content.ts';
import { overAll, resultOf, writeRecords, type RecordsResult } from './records.ts';

export class LiveRecords {
  readonly #root: string;
  readonly #drafts: DraftsInMemory;
  readonly #memory = new ArchiveMemory();
  readonly #written = new Map<string, unknown>();
  #before: Content | null = null;

  constructor(root: string) {
    this.#root = root;
    this.#drafts = new DraftsInMemory(root);
  }

  /** The records of the folder as it is. */
  read(): RecordsResult {
    const read = readContent(this.#root);
    const content = this.#before ? withKnown(read, this.#before).content : read;
    this.#before = content;
    const begun = overAll(content, () => beginArchive(content));
    const store = this.#drafts.over(begun, true);
    const recording = new Recording(begun, this.#memory);
    for (const draft of draftsHere({ ...begun, find: this.#drafts.find }, { folder: null, store }))
      recording.add(draft);
    const archive = overAll(content, () => finishArchive(begun, recording));
    return resultOf(content, archive);
  }

  /**
   * Writes records that `read` gave into a folder; what is there already is not looked at again. Names of files that
   * are others since, or gone.
   */
  write(result: RecordsResult, folder: string): string[] {
    return writeRecords(result, folder, this.#written);
  }
}
