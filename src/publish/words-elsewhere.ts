/**
 * Links to words on somebody else's page: text fragments (wicg.github.io/scroll-to-text-fragment), which browsers that know
 * them scroll to and mark. A browser takes the first place that fits, so words that stand elsewhere in the text as well
 * are told with what stands around them; longer ones by their beginning and end, since a line break within them, or a
 * link, ends what a browser compares as one.
 */
import { lastAsked } from '../text/last-asked.ts';
import { folded, placesOf, type View } from '../text/quotation.ts';
import type { Span } from '../text/span.ts';
import { encodedWords } from '../text/text-fragment.ts';

/** From so many words on, beginning and end stand for all of them. */
const RANGE_FROM = 4;
const MOST_AT_AN_END = 5;
const MOST_AROUND = 8;

/** Browsers tell neither capitals apart nor the shapes of quotation marks. */
const viewOf = lastAsked((text: string): View =>
  folded(text, (sign) =>
    sign
      .toLowerCase()
      .replace(/[‘’‚‛`´]/g, "'")
      .replace(/[“”„‟]/g, '"'),
  ),
);

const inWords = (text: string): string[] => text.trim().split(/\s+/).filter(Boolean);

/** The shortest of growing contexts that is enough; the longest where none is. */
function shortest(contexts: readonly string[], isEnough: (context: string) => boolean): string {
  return contexts.find(isEnough) ?? contexts.at(-1) ?? '';
}

/** Nothing, the last word before a place, the last two, …, within the block that ends there. */
function before(text: string, start: number): string[] {
  const block = text.slice(0, start).trimEnd().split('\n').at(-1) ?? '';
  const words = inWords(block).slice(-MOST_AROUND);
  return ['', ...words.map((_, i) => words.slice(words.length - 1 - i).join(' '))];
}

function after(text: string, end: number): string[] {
  const [block = ''] = text.slice(end).trimStart().split('\n');
  const words = inWords(block).slice(0, MOST_AROUND);
  return ['', ...words.map((_, i) => words.slice(0, i + 1).join(' '))];
}

/** Beginning and end of a stretch, of which neither crosses a line; the whole of a short one. */
function endsOf(words: string): [first: string, last: string | null] {
  const lines = words
    .trim()
    .split(/\s*\n\s*/)
    .map(inWords);
  const all = lines.flat();
  if (all.length < RANGE_FROM && lines.length < 2) return [all.join(' '), null];
  const most = Math.max(1, Math.min(MOST_AT_AN_END, Math.floor(all.length / 2)));
  const first = (lines[0] ?? []).slice(0, most);
  return [first.join(' '), (lines.at(-1) ?? []).slice(-most).join(' ')];
}

/** The address of a page with a fragment that leads to a place of its text. */
export function fragmentAddress(address: string, text: string, { start, end }: Span): string {
  const view = viewOf(text);
  const [first, last] = endsOf(text.slice(start, end));
  const startsOf = (prefix: string, suffix = ''): number[] =>
    placesOf({ exact: first, prefix, suffix }, view).map((place) => place.start);
  const prefix = shortest(before(text, start), (context) => startsOf(context).length === 1);
  const from = start + (text.slice(start, end).length - text.slice(start, end).trimStart().length);
  const isLast = (suffix: string): boolean => {
    if (last === null) return startsOf(prefix, suffix).length === 1;
    const [found] = placesOf({ exact: last, suffix }, view).filter(
      (place) => place.start >= from + first.length,
    );
    return found !== undefined && found.end === start + text.slice(start, end).trimEnd().length;
  };
  const suffix = shortest(after(text, end), isLast);
  const directive = [
    prefix && `${encodedWords(prefix)}-`,
    encodedWords(first),
    last !== null && encodedWords(last),
    suffix && `-${encodedWords(suffix)}`,
  ];
  return `${address.split('#')[0]}#:~:text=${directive.filter(Boolean).join(',')}`;
}
