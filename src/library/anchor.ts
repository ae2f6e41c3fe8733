/**
 * Where the selectors of a Web Annotation point in a text, as the model of the W3C has them. Words are compared as
 * they are, then with every run of white space as one blank, since pages and sources break lines otherwise. What fits
 * in several places fits in none: nothing is tied to words that only look alike.
 */
import type { Span } from '../text/span.ts';
import { codePoints } from '../text/offsets.ts';

/** Selectors of other kinds are passed over. */
export type Selector =
  | { type: 'TextQuoteSelector'; exact: string; prefix?: string; suffix?: string }
  | { type: 'TextPositionSelector'; start: number; end: number }
  | { type: string };
type Quote = Extract<Selector, { exact: string }>;
type Position = Extract<Selector, { start: number }>;

/** `by`: what led there. Offsets count UTF-16 units, as `text.slice` takes them; `points` Unicode code points. */
export type Anchored =
  | {
      found: true;
      by: 'position' | 'quote';
      start: number;
      end: number;
      points: Span;
      exact: string;
    }
  | { found: false; why: 'no selector' | 'not there' | 'several places' };

const isQuote = (one: Selector): one is Quote =>
  one.type === 'TextQuoteSelector' && 'exact' in one && one.exact !== '';
const isPosition = (one: Selector): one is Position =>
  one.type === 'TextPositionSelector' && 'start' in one;

/**
 * The place of a text that selectors point to: by the position where the quotation stands there, else by the quotation
 * in its surroundings, else by its words alone.
 *
 * @param text what the annotation's target is a text of
 * @param selectors a target's `selector`, one or several
 */
export function anchor(text: string, selectors: Selector | readonly Selector[]): Anchored {
  const all = [selectors].flat() as readonly Selector[];
  const quote = all.find(isQuote);
  const position = all.find(isPosition);
  const points = codePoints(text);
  const found = (by: 'position' | 'quote', { start, end }: Span): Anchored => ({
    found: true,
    by,
    start,
    end,
    points: { start: points.at(start), end: points.at(end) },
    exact: text.slice(start, end),
  });
  if (position && position.start < position.end && position.end <= points.length) {
    const place = { start: points.utf16(position.start), end: points.utf16(position.end) };
    if (!quote || text.slice(place.start, place.end) === quote.exact)
      return found('position', place);
  }
  if (!quote) return { found: false, why: position ? 'not there' : 'no selector' };
  const bare: Quote = { type: 'TextQuoteSelector', exact: quote.exact };
  const places = [
    () => placesOf(text, quote),
    () => placesInOneLine(text, quote),
    () => placesOf(text, bare),
    () => placesInOneLine(text, bare),
  ].reduce<Span[]>((found, look) => (found.length > 0 ? found : look()), []);
  const [place, another] = places;
  if (!place) return { found: false, why: 'not there' };
  return another ? { found: false, why: 'several places' } : found('quote', place);
}

/** Every place of a quotation in its surroundings. */
const placesOf = (text: string, { exact, prefix = '', suffix = '' }: Quote): Span[] =>
  occurrences(text, prefix + exact + suffix)
    .map((start) => start + prefix.length)
    .map((start) => ({ start, end: start + exact.length }));

function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

/** The same where every run of white space is one blank. */
function placesInOneLine(text: string, { exact, prefix = '', suffix = '' }: Quote): Span[] {
  const words = inOneLine(exact).line.trim();
  if (words === '') return [];
  const { line, offsets } = inOneLine(text);
  const quote: Quote = {
    type: 'TextQuoteSelector',
    exact: words,
    prefix: inOneLine(prefix + /^\s*/.exec(exact)?.[0]).line,
    suffix: inOneLine(/\s*$/.exec(exact)?.[0] + suffix).line,
  };
  return placesOf(line, quote).map(({ start, end }) => ({
    start: offsets[start] ?? 0,
    end: (offsets[end - 1] ?? 0) + 1,
  }));
}

/** A text with every run of white space as one blank, and where each of its characters stood. */
function inOneLine(text: string): { line: string; offsets: number[] } {
  let line = '';
  const offsets: number[] = [];
  for (const { 0: run, index } of text.matchAll(/\s+|[^\s]+/g)) {
    const isBlank = /^\s/.test(run);
    line += isBlank ? ' ' : run;
    for (let i = 0; i < (isBlank ? 1 : run.length); i++) offsets.push(index + i);
  }
  return { line, offsets };
}
