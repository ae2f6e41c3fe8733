/** What `npm run add` says: at once where a text is left out, at the end of those that are taken in. */

const OUTCOMES = ['taken', 'noted', 'refused', 'duplicate', 'near copy', 'not looked at'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** Rows of one outcome that the table shows; more are counted. */
const MOST_ROWS = 200;
/** Columns of a row at most, so that it stands on one line of most terminals. */
const WIDEST = 60;

/** A name of a file, or what is said of it, that stays on its line whatever is in it. */
const oneLine = (words: string): string => words.replace(/\n/g, '\\n').replace(/\t/g, '\\t');

const isIndented = (line: string): boolean => line.startsWith('  ');

export class Report {
  private readonly rows: { outcome: Outcome; path: string; what: string }[] = [];
  private readonly said: string[] = [];
  private readonly remedies = new Set<string>();

  /** Says why one text is not taken in; the others are. `what` is the same in a few words, for the table. */
  refuse(path: string, why: string, what: string): void {
    this.rows.push({ outcome: 'refused', path, what });
    console.error(this.withoutRemedyAgain(path, why).replaceAll(path, oneLine(path)));
    process.exitCode = 1;
  }

  /** What to do, in indented lines, is said once, for the first of many files to which the same happens. */
  private withoutRemedyAgain(path: string, why: string): string {
    const lines = why.split('\n');
    const remedy = lines.filter(isIndented).join('\n').replaceAll(path, '');
    if (!this.remedies.has(remedy)) {
      this.remedies.add(remedy);
      return why;
    }
    return lines.filter((line) => !isIndented(line)).join('\n');
  }

  /** Says why a file or folder is not looked at. */
  lookPast(path: string, why: string): void {
    this.rows.push({ outcome: 'not looked at', path, what: why });
    console.log(oneLine(`${path}: not looked at (${why})`));
  }

  /** Notes what became of a text, for the table. */
  note(outcome: 'taken' | 'noted' | 'duplicate' | 'near copy', path: string, what: string): void {
    this.rows.push({ outcome, path, what });
  }

  /** Keeps lines for the end, when all that they tell is in place. */
  say(...lines: string[]): void {
    this.said.push(...lines);
  }

  /** Prints what was kept, a table of all outcomes where there are several, and the sums. */
  finish(taken: number): void {
    for (const line of this.said) console.log(oneLine(line));
    if (this.rows.length > 1) for (const line of this.table()) console.log(line);
    const count = (outcome: Outcome) => this.rows.filter((row) => row.outcome === outcome).length;
    const counted = (outcome: Outcome, words = outcome as string) =>
      count(outcome) > 0 ? [`${count(outcome)} ${words}`] : [];
    const sums = [
      `${taken} ${taken === 1 ? 'text' : 'texts'} taken in`,
      ...counted('refused'),
      ...counted('not looked at'),
    ];
    const next =
      taken > 0
        ? ' `npm run records` now says what it was unsure of, with the card entries that settle it.'
        : '';
    console.log(`${sums.join(', ')}.${next}`);
  }

  private table(): string[] {
    const short = (words: string) => {
      const characters = [...oneLine(words)];
      return characters.length > WIDEST
        ? `…${characters.slice(1 - WIDEST).join('')}`
        : characters.join('');
    };
    const widest = Math.max(...this.rows.map(({ path }) => [...short(path)].length));
    return OUTCOMES.flatMap((outcome) => {
      const rows = this.rows.filter((row) => row.outcome === outcome);
      const more = rows.length - MOST_ROWS;
      return [
        ...rows
          .slice(0, MOST_ROWS)
          .map(({ path, what }) =>
            `  ${outcome.padEnd(13)}  ${short(path).padEnd(widest)}  ${what}`.trimEnd(),
          ),
        ...(more > 0 ? [`  ${outcome.padEnd(13)}  and ${more} more`] : []),
      ];
    });
  }
}
