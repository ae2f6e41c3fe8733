/**
 * Where the words of an annotation stand in an article: by a position that reads as its words, by the words with what
 * stands around them, or by the words alone; each only where that is one place. Else nothing, with what may be meant.
 */
import { foldWords } from '../../archive/correct.ts';
import type { CleanText } from '../../intake/clean.ts';
import type { Span } from '../../model/records.ts';
import { placesIn } from '../../text/decoding.ts';
import { folded, placesOf, unitsOf, type View } from '../../text/quotation.ts';
import type { Stretch } from './foreign.ts';

/** An article to look in. */
export interface Anchorage {
  /** The source as it was captured, decoded. */
  source: string;
  clean: Pick<CleanText, 'text' | 'toReading' | 'toSource'>;
}

export type Anchored = { span: Span } | { why: string; candidates: string[] };

const views = new WeakMap<Anchorage, { reading: View; source: View }>();

function viewsOf(anchorage: Anchorage): { reading: View; source: View } {
  const known = views.get(anchorage);
  if (known) return known;
  const made = {
    reading: folded(anchorage.clean.text, foldWords),
    source: folded(anchorage.source, foldWords),
  };
  views.set(anchorage, made);
  return made;
}

const isSpan = (span: Span | null): span is Span => span !== null;

/** The one span of several that are the same; null where there are none or others. */
function only(spans: readonly (Span | null)[]): Span | null {
  const keys = new Map(spans.filter(isSpan).map((span) => [`${span.start}-${span.end}`, span]));
  return keys.size === 1 ? ([...keys.values()][0] ?? null) : null;
}

/** Spans of the reading text at which the position reads as the words: in source or reading text, in either unit. */
function byPosition(
  { exact, position }: Stretch,
  { source, clean }: Anchorage,
  view: View,
): Span[] {
  if (exact === null || position === null) return [];
  const wanted = view.told(exact);
  const reading = (text: string) =>
    [position, unitsOf(text, position)].filter(
      (span) => span !== null && view.told(text.slice(span.start, span.end)) === wanted,
    ) as Span[];
  const inSource = reading(source)
    .map((span) => clean.toReading(span))
    .filter(isSpan);
  return inSource.length > 0 ? inSource : reading(clean.text);
}

/** A span without blanks at its ends. */
function trimmed({ start, end }: Span, text: string): Span {
  const words = text.slice(start, end);
  return {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  };
}

/** Finds the words of one stretch in an article. */
export function anchor(stretch: Stretch, anchorage: Anchorage): Anchored {
  const { exact } = stretch;
  const { clean } = anchorage;
  if (exact === null)
    return {
      why: 'a position without the words that stand there, which cannot be checked',
      candidates: [],
    };
  const { reading, source } = viewsOf(anchorage);
  const quotations = [{ ...stretch, exact }, { exact }];
  const ways: (() => (Span | null)[])[] = [
    () => byPosition(stretch, anchorage, reading),
    ...quotations.flatMap((quotation) => [
      () => placesOf(quotation, reading),
      () => placesOf(quotation, source).map((span) => clean.toReading(span)),
    ]),
  ];
  let most: Span[] = [];
  for (const way of ways) {
    const found = way();
    const span = only(found);
    if (span) return { span: trimmed(span, clean.text) };
    most = found.length > most.length ? found.filter(isSpan) : most;
  }
  return most.length > 0
    ? {
        why: `the words stand at ${most.length} places, and nothing tells which is meant`,
        candidates: most.slice(0, 5).map((span) => placeInWords(span, anchorage)),
      }
    : { why: 'the words do not stand in the article', candidates: [] };
}

const AROUND = 40;

/** A place of the reading text by its line in the source, with the words around it. */
function placeInWords({ start, end }: Span, { source, clean }: Anchorage): string {
  const [part] = clean.toSource({ start, end });
  const { line } = placesIn(source)(part?.start ?? 0);
  const around = clean.text
    .slice(Math.max(0, start - AROUND), Math.min(clean.text.length, end + AROUND))
    .replace(/\s+/g, ' ');
  return `line ${line}: …${around}…`;
}

/** A stretch that crosses blocks as one stretch a block. */
export function byBlocks({ start, end }: Span, text: string): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const { index } of text.slice(start, end).matchAll(/\n\n/g)) {
    spans.push({ start: from, end: start + index });
    from = start + index + 2;
  }
  spans.push({ start: from, end });
  return spans.filter((span) => text.slice(span.start, span.end).trim() !== '');
}
