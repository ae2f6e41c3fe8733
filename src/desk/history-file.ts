/** The acts of a sitting on the disk, a line each, so that they can be taken back after a restart too. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Changes } from './api.ts';
import {
  afterLine,
  historyOf,
  lineOf,
  NO_HISTORY,
  stepFor,
  type History,
  type Line,
  type Step,
} from './history.ts';

export class HistoryFile {
  readonly #path: string;
  #history: History;

  constructor(path: string) {
    this.#path = path;
    this.#history = existsSync(path) ? historyOf(readFileSync(path, 'utf8')) : NO_HISTORY;
  }

  /** The step that an undo or a redo is of; null where there is none. */
  stepFor(turn: 'undo' | 'redo'): Step | null {
    return stepFor(this.#history, turn);
  }

  note(line: Line): void {
    this.#history = afterLine(this.#history, line);
    appendFileSync(this.#path, lineOf(line));
  }

  newestFirst(): Changes['history'] {
    const { steps, done } = this.#history;
    return steps.map(({ title, at, by }, i) => ({ title, at, by, undone: i >= done })).reverse();
  }
}
