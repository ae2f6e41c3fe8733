/**
 * Quotations in single marks. Their closing mark is also the apostrophe, so they are paired after all others:
 * between them, inside them, or around whole ones.
 */
import type { Span } from '../../model/records.ts';
import { at } from '../../text/certain.ts';
import { isSpace, isWord, type Mark } from './signs.ts';
import { closedStretch, type Stretch } from './stretches.ts';

/** For each single mark, the number of the next mark after the one before it that does one thing; -1 for none. */
interface Ahead {
  /** Closes, and is hardly an apostrophe. */
  closes: Int32Array;
  /** Closes, or is an apostrophe. */
  mayClose: Int32Array;
  /** Opens and does nothing else. */
  opens: Int32Array;
}

/** Puts the quotations in single marks between and inside those in `found`; none crosses another. */
export function addSingles(text: string, marks: readonly Mark[], found: Stretch[]): Stretch[] {
  const singles = marks.filter(({ family }) => family === 'single');
  if (!singles.some(({ canOpen }) => canOpen)) return found;
  const made = pairSingles(text, singles, found);
  const all = made.length > 0 ? interleaved(found, made) : found;
  for (const one of all) if (one.nested.length > 1) one.nested = inOrder(one.nested);
  return all;
}

/** Quotations in single marks that stand in no other; those that do are put into it. */
function pairSingles(text: string, singles: readonly Mark[], found: readonly Stretch[]): Stretch[] {
  const ahead = lookAhead(text, singles);
  const made: Stretch[] = [];
  let region = 0; // the first of the quotations found that ends after the mark
  for (let k = 0; k < singles.length;) {
    const open = at(singles, k);
    while ((found[region]?.outer.end ?? Infinity) <= open.start) region++;
    const closer = open.canOpen ? closerAfter(ahead, k, singles.length) : -1;
    const close = singles[closer];
    // Both marks stand in one quotation, or in none.
    const around = found[region];
    const inside = around && around.outer.start < open.start ? around : null;
    const isPair =
      close !== undefined &&
      close.start - open.end >= 2 &&
      (inside ? close.end <= inside.inner.end : !crosses(found, region, open, close));
    if (!isPair) {
      k++;
      continue;
    }
    (inside?.nested ?? made).push(closedStretch(text, open, close));
    k = closer + 1;
  }
  return made;
}

function lookAhead(text: string, singles: readonly Mark[]): Ahead {
  const none = () => new Int32Array(singles.length + 1).fill(-1);
  const [closes, mayClose, opens] = [none(), none(), none()];
  for (let k = singles.length - 1; k >= 0; k--) {
    const mark = at(singles, k);
    const may = mark.canClose && !(mark.canOpen && mark.way === 'open');
    closes[k] = may && !isLikeApostrophe(text, mark) ? k : at(closes, k + 1);
    mayClose[k] = may ? k : at(mayClose, k + 1);
    opens[k] = mark.canOpen && !mark.canClose ? k : at(opens, k + 1);
  }
  return { closes, mayClose, opens };
}

/** Whether a blank stands before a closing mark, or it makes a plural possessive: "the boys’ toys". */
function isLikeApostrophe(text: string, mark: Mark): boolean {
  const before = text[mark.start - 1];
  if (before === undefined || isSpace(before)) return true;
  if (!isWord(before)) return false;
  return before === 's' && text[mark.end] === ' ' && /\p{L}/u.test(text[mark.end + 1] ?? ' ');
}

/** Which mark closes what mark `k` opens; -1 where none does. */
function closerAfter({ closes, mayClose, opens }: Ahead, k: number, count: number): number {
  const opener = at(opens, k + 1);
  const limit = opener === -1 ? count : opener;
  const sure = at(closes, k + 1);
  if (sure !== -1 && sure <= limit) return sure;
  // One quotation may hold another in the same marks; otherwise what may be an apostrophe has to do.
  const weak = at(mayClose, k + 1);
  return weak < limit ? weak : -1;
}

function crosses(found: readonly Stretch[], from: number, open: Span, close: Span): boolean {
  for (let k = from; ; k++) {
    const outer = found[k]?.outer;
    if (!outer || outer.start >= close.end) return false;
    if (outer.start < open.start && outer.end > open.start) return true;
    if (outer.end > close.start) return true;
  }
}

/** Both lists as one in order; those of `found` that stand within one of `made` are nested in it. */
function interleaved(found: readonly Stretch[], made: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  let next = 0;
  const takeUpTo = (isBefore: (one: Stretch) => boolean, into: Stretch[]) => {
    for (let one = found[next]; one && isBefore(one); one = found[++next]) into.push(one);
  };
  for (const one of made) {
    takeUpTo(({ outer }) => outer.end <= one.outer.start, all);
    takeUpTo(({ outer }) => outer.start < one.outer.end, one.nested);
    all.push(one);
  }
  takeUpTo(() => true, all);
  return all;
}

/** What stands within a quotation, in order, without what would cross its neighbour. */
function inOrder(nested: readonly Stretch[]): Stretch[] {
  let end = -1;
  return [...nested]
    .sort((a, b) => a.outer.start - b.outer.start)
    .filter(({ outer }) => {
      if (outer.start < end) return false;
      end = outer.end;
      return true;
    });
}
