/** How a speaker is printed: by which names, and by which words that only mean them there. */
import type { ArticleRecord, ClaimRecord, MentionBasis } from '../model/records.ts';
import { byText } from '../text/order.ts';
import { tally } from './tally.ts';

/** A spelling under which somebody is printed, and how often. */
export interface PrintedName {
  text: string;
  times: number;
  articles: ArticleRecord[];
}

/** A pronoun or a description taken to mean somebody, and how often. */
export interface MeaningWords {
  words: string;
  times: number;
}

/** Mentions by these are names; a pronoun or "the mayor" means somebody in its place alone. */
const NAMING: ReadonlySet<MentionBasis> = new Set([
  'label',
  'name',
  'last-name',
  'alias',
  'self',
  'byline',
]);

interface Seen {
  text: string;
  article: ArticleRecord;
  isName: boolean;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether words can be a name of somebody so called: they have a word of it or a capital, which "who" has not. */
const isSpellingOf = (name: string, text: string): boolean => {
  const own = wordsOf(name);
  return /[\p{Lu}\p{Lo}]/u.test(text) || wordsOf(text).some((word) => own.includes(word));
};

/** What is asked of the archive. */
interface Claims {
  claimsBy: (speaker: string) => readonly ClaimRecord[];
  claimsVia: (speaker: string) => readonly ClaimRecord[];
  articleOf: (claim: ClaimRecord) => ArticleRecord;
}

/** How a speaker is printed, most frequent first: at their claims, and where they pass on others'. */
export function printedAs(
  speaker: string,
  { claimsBy, claimsVia, articleOf }: Claims,
): { names: PrintedName[]; meaning: MeaningWords[] } {
  const mentions = [
    ...claimsBy(speaker).map((claim) => ({
      claim,
      at: claim.speaker?.mention,
      name: claim.speaker?.name ?? '',
      basis: claim.speaker?.basis,
    })),
    ...claimsVia(speaker).flatMap((claim) =>
      claim.via
        .filter(({ id }) => id === speaker)
        .map(({ mention, name }) => ({ claim, at: mention, name, basis: null })),
    ),
  ];
  const seen = mentions.flatMap(({ claim, at, name, basis }): Seen[] => {
    const article = articleOf(claim);
    if (!at) return [];
    const { start, end } = at.reading;
    const text = article.text.slice(start, end);
    const isName = (!basis || NAMING.has(basis)) && isSpellingOf(name, text);
    return [{ text, article, isName }];
  });
  const spellings = tally(seen, ({ text }) => text);
  const isName = ({ items }: (typeof spellings)[number]) => items.some((one) => one.isName);
  return {
    names: spellings.filter(isName).map(({ key, times, items }) => ({
      text: key,
      times,
      articles: [...new Set(items.map(({ article }) => article))],
    })),
    meaning: ofOneSpelling(
      spellings.filter((one) => !isName(one)).map(({ key, times }) => ({ text: key, times })),
    ),
  };
}

/** Words with a capital are those without where both occur: "He" at the head of a sentence. Most frequent first. */
export function ofOneSpelling(printed: readonly { text: string; times: number }[]): MeaningWords[] {
  const known = new Set(printed.map(({ text }) => text));
  const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
  const groups = Map.groupBy(printed, ({ text }) => (known.has(small(text)) ? small(text) : text));
  return [...groups]
    .map(([words, list]) => ({ words, times: list.reduce((sum, { times }) => sum + times, 0) }))
    .sort((a, b) => b.times - a.times || byText(a.words, b.words));
}
