/** Texts that are nearly the same: reprints of one report, with another head, foot or cut. */

/** Words that make one run. */
const RUN = 5;
/** How many runs stand for a text: those whose numbers are the smallest. */
const KEPT = 128;

/** The smallest numbers of the runs of words of a text, in order; none of one that is shorter than a run. */
export type Sketch = readonly number[];

/** FNV-1a, then mixed, so that the smallest numbers are those of any runs. */
function numberOf(words: readonly string[], from: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < from + RUN; i++) {
    const word = words[i] ?? '';
    for (let k = 0; k < word.length; k++) hash = Math.imul(hash ^ word.charCodeAt(k), 0x01000193);
    hash = Math.imul(hash ^ 32, 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x7feb352d);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Words that make the text of a page; below it what stands in paragraphs is not all of it. */
const FEWEST = 60;
const UNREAD =
  /<(script|style|noscript|template|svg|nav|aside|footer|form|select)\b[\s\S]*?<\/\1\s*>/gi;
const PARAGRAPH =
  /<(p|blockquote|li)(?:\s[^<>]*)?>([\s\S]*?)(?=<\/?(?:p|blockquote|li|div|ul|ol)[\s>])/gi;
const TAG = /<[^<>]*>/g;

const plain = (html: string): string => html.replace(TAG, ' ').replace(/&#?\w{1,10};/g, ' ');

/** Of a page the words of its paragraphs: two papers have other menus around the same report. */
function textOf(source: string): string {
  if (!/<(?:p|div|body|br)\b/i.test(source)) return source.replace(TAG, ' ');
  const read = source.replace(UNREAD, ' ');
  const paragraphs = [...read.matchAll(PARAGRAPH)]
    .map(([, name = '', words = '']) => ({ name: name.toLowerCase(), words: plain(words) }))
    .filter(({ name, words }) => name !== 'li' || words.trim().length > 60);
  const text = paragraphs.map(({ words }) => words).join('\n');
  return (text.match(/\p{L}+/gu)?.length ?? 0) >= FEWEST ? text : plain(read);
}

/** What stands for the words of a text, whatever its case, markup and line breaks. */
export function sketchOf(text: string): Sketch {
  const words =
    textOf(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const numbers = new Set<number>();
  for (let i = 0; i + RUN <= words.length; i++) numbers.add(numberOf(words, i));
  return [...numbers].sort((a, b) => a - b).slice(0, KEPT);
}

/** About how much of their runs two texts share, from 0 to 1. */
export function nearness(one: Sketch, other: Sketch): number {
  const most = Math.min(KEPT, Math.max(one.length, other.length));
  if (most === 0) return 0;
  const both = [...new Set([...one, ...other])].sort((a, b) => a - b).slice(0, most);
  const [inOne, inOther] = [new Set(one), new Set(other)];
  return both.filter((number) => inOne.has(number) && inOther.has(number)).length / both.length;
}
