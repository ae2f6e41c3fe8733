/** The `claims:` entries of an article's card: which claim each speaks of, and one more, changed or taken out. */
import {
  folded,
  foldWords,
  joined,
  occurrences,
  placeOf,
  type TracedClaim,
} from '../../archive/correct.ts';
import { readingHull } from '../../archive/draft.ts';
import type { ArticleDraft } from '../../archive/article.ts';
import { ArticleCard, ClaimEntry } from '../../intake/cards/schema.ts';
import type { ClaimRecord, Span } from '../../model/records.ts';
import { articlePath, refuse, type Plan } from './plan.ts';

/** An entry, and the claim that it speaks of; null for one that finds none. */
interface Placed {
  entry: ClaimEntry;
  target: TracedClaim | null;
}

/** Keys in the order in which entries are written. */
const ORDER = Object.keys(ClaimEntry.shape);
const inOrder = (entry: ClaimEntry): ClaimEntry =>
  Object.fromEntries(
    ORDER.flatMap((key) => {
      const value = entry[key as keyof ClaimEntry];
      return value === undefined ? [] : [[key, value]];
    }),
  ) as ClaimEntry;

/** What the card of one article says of its claims. */
export class ArticleEntries {
  readonly article: string;
  readonly draft: ArticleDraft;
  readonly #plan: Plan;
  #placed: Placed[];
  /** The version of the source that a person reads; none where there is only one. */
  readonly #version: number | undefined;
  readonly #before: ReadonlySet<ClaimEntry>;

  constructor(plan: Plan, article: string) {
    this.article = article;
    this.draft =
      plan.known.draft(article) ?? refuse(`The text of ${article} cannot be read as an article.`);
    const { draft } = this;
    this.#plan = plan;
    const entries = (plan.card(articlePath(article)).data.claims ?? []) as ClaimEntry[];
    this.#before = new Set(entries);
    const versions = plan.known.begun.content.sources.find(
      (one) => one.article === article,
    )?.versions;
    const newest = versions?.at(-1)?.version ?? 1;
    this.#version = newest > 1 ? newest : undefined;
    this.#placed = entries.map((entry, i) => ({
      entry,
      target: draft.traced.find((one) => one.entries.includes(i)) ?? null,
    }));
  }

  /** The claim of a record, as the stages know it; null for one that only the ledger holds. */
  targetOf({ id }: ClaimRecord): TracedClaim | null {
    const { draft } = this;
    const live = this.#plan.known.archive.ledger
      .get(this.article)
      ?.claims.find((one) => one.id === id);
    const content = live && live.draft !== null ? draft.claims[live.draft] : undefined;
    if (!content) return null;
    const place = placeOf(content);
    return (
      draft.traced.find(({ claim, dropped }) => !dropped && placeOf(claim) === place) ??
      refuse(`Claim ${id} is not where it was; load the article again.`, { field: 'claim' })
    );
  }

  /** What the card says of a claim: its last word on it. */
  entryOf(target: TracedClaim): ClaimEntry | null {
    return this.#placed.findLast((one) => one.target === target)?.entry ?? null;
  }

  /** Gives a claim one entry in the place of those that it has. */
  set(target: TracedClaim, entry: ClaimEntry): void {
    const next = { entry: inOrder({ ...entry, version: this.#version }), target };
    const at = this.#placed.findLastIndex((one) => one.target === target);
    if (at < 0) this.#placed.splice(this.#placeFor(readingHull(target.claim).start), 0, next);
    else
      this.#placed = this.#placed.flatMap((one, i) => {
        if (i === at) return [next];
        return one.target === target ? [] : [one];
      });
  }

  /** Takes out what the card says of a claim. */
  remove(target: TracedClaim): void {
    this.#placed = this.#placed.filter((one) => one.target !== target);
  }

  /** Takes out what the card says of words that only the ledger holds. */
  removeHeld(words: string): void {
    this.#placed = this.#placed.filter(
      ({ entry, target }) =>
        target !== null ||
        entry.drop === true ||
        folded(entry.become ?? entry.words) !== foldWords(words),
    );
  }

  /** Takes out the entry that drops words; whether there was one. */
  restore(words: string, occurrence: number | null): boolean {
    const at = this.#placed.findIndex(
      ({ entry }) =>
        entry.drop && joined(entry.words) === words && (entry.occurrence ?? null) === occurrence,
    );
    if (at < 0) return false;
    this.#placed.splice(at, 1);
    return true;
  }

  /** Adds a claim with these stretches of the reading text. */
  add(parts: readonly Span[], entry: Omit<ClaimEntry, 'words'>): void {
    const { words, occurrence } = this.wordsAt(parts);
    this.addEntry(
      inOrder({
        ...entry,
        words,
        ...(occurrence !== null && { occurrence }),
        version: this.#version,
        add: true,
      }),
      parts[0]?.start ?? 0,
    );
  }

  /** Adds an entry with words of its own. */
  addEntry(entry: ClaimEntry, start: number): void {
    this.#placed.splice(this.#placeFor(start), 0, { entry: inOrder(entry), target: null });
  }

  /** The words of stretches, so that a card finds them there again; refuses where it would not. */
  wordsAt(
    parts: readonly Span[],
    field = 'parts',
  ): { words: string | string[]; occurrence: number | null } {
    const { clean, paragraphs } = this.draft;
    const trimmed = parts.map((part) => trim(clean.text, part, field));
    const words = trimmed.map(({ start, end }) => clean.text.slice(start, end));
    let occurrence: number | null = null;
    let after = 0;
    for (const [i, part] of trimmed.entries()) {
      if (part.start < after)
        return refuse('The stretches overlap, or do not stand in the order of the text.', {
          field,
        });
      const hits = occurrences(words[i] ?? '', clean, paragraphs).filter(
        ({ start }) => start >= after,
      );
      const nth = hits.findIndex(({ start }) => start === part.start);
      if (nth < 0)
        return refuse(
          `“${words[i]}” does not stand within one paragraph of the article’s own text; a claim has a stretch a paragraph, and none in what is no part of the article.`,
          { field },
        );
      if (i === 0 && hits.length > 1) occurrence = nth + 1;
      if (i > 0 && nth > 0)
        return refuse(
          `“${words[i]}” stands between the stretches as well; choose more words, so that it is plain which are meant.`,
          { field },
        );
      after = part.end;
    }
    return { words: words.length === 1 ? (words[0] ?? '') : words, occurrence };
  }

  /** Writes the entries into the card; each names which of several claims with the same words it means. */
  write(): void {
    const claims = this.#counted();
    this.#plan.edit(articlePath(this.article), ArticleCard, ({ data, body }) => ({
      data: { ...data, claims: claims.length > 0 ? claims : undefined },
      body,
    }));
  }

  /** Entries are in the order of the text, so that those of two people stand apart. */
  #placeFor(start: number): number {
    const startOf = ({ target }: Placed) => (target ? readingHull(target.claim).start : -1);
    const at = this.#placed.findIndex((one) => startOf(one) > start);
    return at < 0 ? this.#placed.length : at;
  }

  /** The entries; each names which of several claims with the same words it means. */
  #counted(): ClaimEntry[] {
    const gone = new Set(this.#placed.flatMap((one) => (one.entry.drop ? [one.target] : [])));
    return this.#placed.map(({ entry, target }) => {
      if (entry.add || !target?.found) return entry;
      const words = foldWords(target.found.text);
      const same = this.draft.traced.filter(
        ({ found }) => found && foldWords(found.text) === words,
      );
      // Of several the others may be dropped; an entry that is plain by that is left as it stands.
      const isPlain = same.every((one) => one === target || gone.has(one));
      if (same.length === 1 || (isPlain && this.#before.has(entry))) return entry;
      return inOrder({ ...entry, words: target.found.text, occurrence: same.indexOf(target) + 1 });
    });
  }
}

/** A stretch without blanks at its ends. */
function trim(text: string, { start, end }: Span, field: string): Span {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = end - (words.length - words.trimEnd().length);
  return from < to && end <= text.length
    ? { start: from, end: to }
    : refuse('A stretch holds no words of the article.', { field });
}
