/**
 * Which pages would be made as they stand: those that were made by the same program of the same properties, and to
 * whose questions the archive has the same answers as when they were made.
 */
import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Answers } from '../../archive/asking.ts';
import { sha256 } from '../../text/digest.ts';
import type { SiteFolder } from '../making/site-folder.ts';

/** Where it is kept what pages asked, from the archive's folder. */
const NOTES = '.verbatim/reuse/pages.txt';
/** So many notes are held until they are written: those of all pages would take more memory than most archives. */
const MOST_HELD = 2_000;

export class KeptPages {
  readonly #site: SiteFolder;
  readonly #answers: Answers;
  readonly #before: ReadonlyMap<string, string>;
  /** Where the notes for the next build are written until it is sure that they hold. */
  readonly #next: string;
  #lines: string[];

  /** `program` tells all that pages depend on beside the archive. */
  constructor(root: string, program: string, site: SiteFolder, answers: Answers) {
    this.#site = site;
    this.#answers = answers;
    this.#before = before(root, program);
    this.#next = join(root, `${NOTES}.next`);
    mkdirSync(dirname(this.#next), { recursive: true });
    writeFileSync(this.#next, '');
    this.#lines = [program];
  }

  /** Takes a page over where it would be made the same; `of` is what it is made of beside the archive. */
  keep(path: string, of: unknown): boolean {
    const [key, sum, ...questions] = this.#before.get(path)?.split(' ') ?? [];
    if (!sum || this.#site.formerSum(path) !== sum) return false;
    if (this.#keyOf(of, questions) !== key || !this.#site.keep(path)) return false;
    this.#add(`${path} ${this.#before.get(path)}`);
    return true;
  }

  /** Notes what a page asked that was made and written. */
  note(path: string, of: unknown, asked: Iterable<string>): void {
    const questions = [...asked];
    const key = this.#keyOf(of, questions);
    if (key !== null) this.#add([path, key, this.#site.sums.get(path), ...questions].join(' '));
  }

  /** Writes the notes for the next build. */
  write(root: string): void {
    this.#flush();
    renameSync(this.#next, join(root, NOTES));
  }

  #add(line: string): void {
    this.#lines.push(line);
    if (this.#lines.length > MOST_HELD) this.#flush();
  }

  #flush(): void {
    appendFileSync(this.#next, this.#lines.map((line) => `${line}\n`).join(''));
    this.#lines = [];
  }

  /** Null where a question has no answer that could be the same another time. */
  #keyOf(of: unknown, questions: readonly string[]): string | null {
    let told = this.#answers.of(of);
    for (const question of questions) {
      const answer = this.#answers.to(question);
      if (answer === null) return null;
      told += `\n${answer}`;
    }
    return sha256(told).slice(0, 32);
  }
}

/** By its path what was noted of a page: its key, its hash and what it asked. */
function before(root: string, program: string): Map<string, string> {
  const known = new Map<string, string>();
  let text: string;
  try {
    text = readFileSync(join(root, NOTES), 'utf8');
  } catch {
    return known;
  }
  const end = text.indexOf('\n');
  if (text.slice(0, end) !== program || !text.endsWith('\n')) return known;
  for (let at = end + 1; at < text.length;) {
    const next = text.indexOf('\n', at);
    const blank = text.indexOf(' ', at);
    known.set(text.slice(at, blank), text.slice(blank + 1, next));
    at = next + 1;
  }
  return known;
}
