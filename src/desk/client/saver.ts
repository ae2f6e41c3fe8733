/**
 * Acts on their way to the server: one at a time and in order. Where the server is gone they wait, are kept in the
 * tab's own storage, and go when it is back. What was on its way when the server went may have been saved: it is
 * asked for as a preview first, and is not sent again where that would change nothing.
 */
import { z } from 'zod';
import { Act, type Acted } from '../api.ts';
import { Unreachable } from './ask.ts';

interface Waiting {
  act: Act;
  /** Was sent once without an answer. */
  isDoubtful: boolean;
  answered: (acted: Acted) => void;
  failed: (error: unknown) => void;
}

export interface Saver {
  /**
   * Resolves with the server's answer, however long that takes; rejects with what the server refused.
   * `isDoubtful`: may be saved already.
   */
  save(act: Act, isDoubtful?: boolean): Promise<Acted>;
  /** Tries at once what waits. */
  retry(): Promise<void>;
  /** Forgets what waits. */
  forget(): void;
  /** Acts that were left by the page before it was loaded anew. */
  left(): Act[];
  readonly waiting: number;
}

interface Ways {
  post(path: 'act' | 'preview', act: Act): Promise<Acted>;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Called when the number of acts that wait changes, and whether the server answers. */
  changed(waiting: number, isReachable: boolean): void;
  /** Milliseconds between trials. */
  pause: number;
}

const KEY = 'desk.unsaved';

/** The answer that stands for an act which turned out to be saved already. */
const saidAlready = (preview: Acted): Acted => ({ ...preview, files: [], claims: [] });

export function createSaver({ post, storage, changed, pause }: Ways): Saver {
  let list: Waiting[] = [];
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const keep = (isReachable: boolean) => {
    if (list.length === 0) storage.removeItem(KEY);
    else storage.setItem(KEY, JSON.stringify(list.map(({ act }) => act)));
    changed(list.length, isReachable);
  };

  async function send(first: Waiting): Promise<Acted> {
    if (first.isDoubtful) {
      const preview = await post('preview', first.act);
      if (preview.ok && preview.files.length === 0) return saidAlready(preview);
    }
    return post('act', first.act);
  }

  async function run(): Promise<void> {
    for (let first = list[0]; first; first = list[0]) {
      try {
        const acted = await send(first);
        list = list.slice(1);
        keep(true);
        first.answered(acted);
      } catch (error) {
        if (error instanceof Unreachable) {
          first.isDoubtful = true;
          keep(false);
          timer = setTimeout(() => void retry(), pause);
          return;
        }
        list = list.slice(1);
        keep(true);
        first.failed(error);
      }
    }
  }

  function retry(): Promise<void> {
    clearTimeout(timer);
    running ??= run().finally(() => (running = null));
    return running;
  }

  return {
    save: (act, isDoubtful = false) =>
      new Promise((answered, failed) => {
        list = [...list, { act, isDoubtful, answered, failed }];
        keep(true);
        void retry();
      }),
    retry,
    forget() {
      clearTimeout(timer);
      list = [];
      keep(true);
    },
    left() {
      const read = z.array(Act).safeParse(JSON.parse(storage.getItem(KEY) ?? '[]'));
      return read.success ? read.data : [];
    },
    get waiting() {
      return list.length;
    },
  };
}
