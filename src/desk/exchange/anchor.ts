/**
 * Where the words of an annotation stand in an article: by a position that reads as its words, by the words with what
 * stands around them, or by the words alone; each only where that is one place. Else nothing, with what may be meant.
 */
import { foldWords } from '../../archive/correct.ts';
import type { CleanText } from '../../intake/clean.ts';
import type { Span } from '../../model/records.ts';
import { codePoints } from '../../text/offsets.ts';
import { placesIn } from '../../text/decoding.ts';
import type { Stretch } from './foreign.ts';

/** An article to look in. */
export interface Anchorage {
  /** The source as it was captured, decoded. */
  source: string;
  clean: Pick<CleanText, 'text' | 'toReading' | 'toSource'>;
}

export type Anchored = { span: Span } | { why: string; candidates: string[] };

/** A text as it is compared: white space is one blank, marks and composed letters are alike; with the way back. */
interface View {
  chars: string;
  /** Where each sign begins and ends in the text. */
  begins: number[];
  ends: number[];
}

const views = new WeakMap<Anchorage, { reading: View; source: View }>();

function viewsOf(anchorage: Anchorage): { reading: View; source: View } {
  const known = views.get(anchorage);
  if (known) return known;
  const made = { reading: viewOf(anchorage.clean.text), source: viewOf(anchorage.source) };
  views.set(anchorage, made);
  return made;
}

/** Letters with the marks that belong to them, white space, anything else. */
const CLUSTERS = /\s+|\P{M}\p{M}*|\p{M}+/gsu;

function viewOf(text: string): View {
  const view: View = { chars: '', begins: [], ends: [] };
  for (const { 0: cluster, index } of text.matchAll(CLUSTERS)) {
    const sign = /^\s/.test(cluster) ? ' ' : foldWords(cluster);
    for (let i = 0; i < sign.length; i++) {
      view.begins.push(index);
      view.ends.push(index + cluster.length);
    }
    view.chars += sign;
  }
  return view;
}

const foldedWords = (words: string): string => viewOf(words).chars;

/** All places of words in a text. */
function placesOf(words: string, { chars, begins, ends }: View): { span: Span; at: number }[] {
  const wanted = foldedWords(words).trim();
  const found: { span: Span; at: number }[] = [];
  if (wanted === '') return found;
  for (let at = chars.indexOf(wanted); at >= 0; at = chars.indexOf(wanted, at + 1))
    found.push({
      span: { start: begins[at] ?? 0, end: ends[at + wanted.length - 1] ?? 0 },
      at,
    });
  return found;
}

/** Places whose surroundings are those of the annotation. */
function inContext(stretch: Stretch, view: View): { span: Span; at: number }[] {
  const { exact, prefix, suffix } = stretch;
  const words = foldedWords(exact ?? '').trim();
  const [before, after] = [foldedWords(prefix).trim(), foldedWords(suffix).trim()];
  if (before === '' && after === '') return [];
  return placesOf(exact ?? '', view).filter(({ at }) => {
    const left = view.chars.slice(0, at).trimEnd();
    const right = view.chars.slice(at + words.length).trimStart();
    return left.endsWith(before) && right.startsWith(after);
  });
}

const isSpan = (span: Span | null): span is Span => span !== null;

/** The one span of several that are the same; null where there are none or others. */
function only(spans: readonly (Span | null)[]): Span | null {
  const keys = new Map(spans.filter(isSpan).map((span) => [`${span.start}-${span.end}`, span]));
  return keys.size === 1 ? ([...keys.values()][0] ?? null) : null;
}

/** Spans of the reading text at which the position reads as the words: in source or reading text, in either unit. */
function byPosition({ exact, position }: Stretch, { source, clean }: Anchorage): Span[] {
  if (exact === null || position === null) return [];
  const wanted = foldedWords(exact).trim();
  const units = [position, ...inUnits(source, position)];
  const inSource = units.flatMap(({ start, end }) => {
    const reads = foldedWords(source.slice(start, end)).trim() === wanted;
    const span = reads ? clean.toReading({ start, end }) : null;
    return span ? [span] : [];
  });
  if (inSource.length > 0) return inSource;
  return [position, ...inUnits(clean.text, position)].filter(
    ({ start, end }) => foldedWords(clean.text.slice(start, end)).trim() === wanted,
  );
}

function inUnits(text: string, { start, end }: Span): Span[] {
  const points = codePoints(text);
  return end <= points.length ? [{ start: points.utf16(start), end: points.utf16(end) }] : [];
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
  const toReading = ({ span }: { span: Span }) => clean.toReading(span);
  const ways: (() => (Span | null)[])[] = [
    () => byPosition(stretch, anchorage),
    () => inContext(stretch, reading).map(({ span }) => span),
    () => inContext(stretch, source).map(toReading),
    () => placesOf(exact, reading).map(({ span }) => span),
    () => placesOf(exact, source).map(toReading),
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
