/**
 * Where the selectors of a Web Annotation point in a text, as the model of the W3C has them. Words are compared as
 * they are, then with every run of white space as one blank, since pages and sources break lines otherwise. What fits
 * in several places fits in none: nothing is tied to words that only look alike.
 */
import type { Span } from '../text/span.ts';
import { lastAsked } from '../text/last-asked.ts';
import { codePoints } from '../text/offsets.ts';
import { asWritten, folded, placesOf, unitsOf } from '../text/quotation.ts';

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
  const place = position && unitsOf(text, position);
  if (place && (!quote || text.slice(place.start, place.end) === quote.exact))
    return found('position', place);
  if (!quote) return { found: false, why: position ? 'not there' : 'no selector' };
  const inOneLine = lastAsked((whole: string) => folded(whole));
  const [first, another] = [quote, { exact: quote.exact }]
    .flatMap((one) => [asWritten, inOneLine].map((view) => () => placesOf(one, view(text))))
    .reduce<Span[]>((places, look) => (places.length > 0 ? places : look()), []);
  if (!first) return { found: false, why: 'not there' };
  return another ? { found: false, why: 'several places' } : found('quote', first);
}
