/** What `npm run add` says: at once where a text is left out, at the end of those that are taken in. */
export class Report {
  private refused = 0;
  private passed = 0;
  private readonly said: string[] = [];

  /** Says why one text is not taken in; the others are. */
  refuse(why: string): void {
    this.refused++;
    console.error(why);
    process.exitCode = 1;
  }

  /** Says why a file or folder is not looked at. */
  lookPast(path: string, why: string): void {
    this.passed++;
    console.log(`${path}: not looked at (${why})`);
  }

  /** Keeps lines for the end, when all that they tell is in place. */
  say(...lines: string[]): void {
    this.said.push(...lines);
  }

  /** Prints what was kept, and the sums. */
  finish(taken: number): void {
    for (const line of this.said) console.log(line);
    const sums = [
      `${taken} ${taken === 1 ? 'text' : 'texts'} taken in`,
      ...(this.refused > 0 ? [`${this.refused} refused`] : []),
      ...(this.passed > 0 ? [`${this.passed} not looked at`] : []),
    ];
    const next =
      taken > 0
        ? ' `npm run records` now says what it was unsure of, with the card entries that settle it.'
        : '';
    console.log(`${sums.join(', ')}.${next}`);
  }
}
