/** The records of a folder that is read again and again while people edit it: only what a change concerns is made anew. */
import { VFile } from 'vfile';
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
    const content = this.#folder();
    this.#before = content;
    return this.#made(content, true);
  }

  /**
   * Makes the records as after a change of an article's card, then as they are, so that the first change of a person
   * does not wait for the language, its model and code that never ran. Nothing is written, and nothing said.
   */
  rehearse(article: string): void {
    const content = this.#folder();
    this.#made(withLineMore(content, article), false);
    this.#made(content, false);
  }

  #folder(): Content {
    const read = readContent(this.#root);
    return this.#before ? withKnown(read, this.#before).content : read;
  }

  #made(content: Content, keeps: boolean): RecordsResult {
    const begun = overAll(content, () => beginArchive(content));
    const store = this.#drafts.over(begun, keeps);
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

/** The content with an empty line more in the card of an article. */
function withLineMore(content: Content, id: string): Content {
  const { articles } = content.cards;
  const card = articles.find((one) => one.id === id)?.file ?? '---\n---\n';
  const file = new VFile({
    path: `content/articles/${id}.md`,
    value: Buffer.from(`${String(card)}\n`),
  });
  const others = articles.filter((one) => one.id !== id);
  return { ...content, cards: { ...content.cards, articles: [...others, { id, file }] } };
}
