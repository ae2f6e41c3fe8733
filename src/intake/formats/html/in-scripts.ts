/** Words that a page holds for its scripts and shows nowhere: an article in the data of an application. */
import type { PageElement } from './nodes.ts';

/** Where a page holds words for programs, and how many. */
export interface HeldWords {
  words: number;
  where: string;
}

/** Letters of the shortest string in a script that may be an article. */
const SHORTEST = 400;
const LONGEST_SCRIPT = 2_000_000;
const STRING = /"(?:[^"\\]|\\[\s\S])*"/g;

/** The longest text among the data of a page's scripts; `body`: the words that it states as those of its article. */
export function heldByScripts(root: PageElement, body: string | null): HeldWords | null {
  const stated = { words: wordsIn(body ?? ''), where: 'JSON-LD `articleBody`' };
  return scriptsIn(root).reduce<HeldWords | null>(
    (best, script) => {
      const words = longestText(script);
      const id = script.get('id');
      return words > (best?.words ?? 0)
        ? { words, where: id ? `\`<script id="${id.slice(0, 40)}">\`` : 'a script' }
        : best;
    },
    stated.words > 0 ? stated : null,
  );
}

const scriptsIn = (element: PageElement): PageElement[] =>
  element.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.name === 'script' ? [child] : scriptsIn(child);
  });

/** Words of the longest string of a script that reads as running text. */
function longestText(script: PageElement): number {
  const code = script.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  let most = 0;
  for (const [string] of code.slice(0, LONGEST_SCRIPT).matchAll(STRING))
    if (string.length >= SHORTEST && /[.!?](?:\s|\\n|<)/.test(string))
      most = Math.max(most, wordsIn(string.replace(/\\[nrt]/g, ' ')));
  return most;
}

const wordsIn = (text: string): number =>
  text
    .replace(/<[^<>]*>|\\u003c[^<>]*?\\u003e/gi, ' ')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word)).length;
