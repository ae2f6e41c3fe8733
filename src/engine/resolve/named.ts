/** Who is named anywhere in an article, in the order in which names are read. */
import type { Span } from '../../model/records.ts';
import { bare } from '../../text/spans.ts';
import type { LanguagePack, NameAt } from '../pack.ts';
import { Cast } from './cast.ts';
import type { Known } from './entered.ts';
import { lineAt } from './lines.ts';

export interface CastInput {
  pack: LanguagePack;
  text: string;
  paragraphs: readonly Span[];
  /** Speakers known beforehand, with other spellings of their names. */
  known?: readonly Known[];
}

/** Whether a name stands where a sentence begins, within marks too. */
const isAtHead = (text: string, { start }: Span): boolean =>
  /(?:^|\n|[.!?…:]["”’)\]]*\s+)["“„‘'(\[—–-]*\s?$|["“„‘(]$/u.test(
    text.slice(Math.max(0, start - 6), start),
  );

/** A known first name and one word more, which make a name among capitals too. */
const isWhole = ({ words, gender }: NameAt): boolean => words.length === 2 && gender !== null;

/**
 * The people and bodies named anywhere in the paragraphs, inside quotations too, in reading order. Headings and bylines
 * name nobody anew: their capitals tell no names from other words.
 */
export function castOf({ pack, text, paragraphs, known }: CastInput): Cast {
  const lines = paragraphs.map((_, i) => lineAt(text, paragraphs, i));
  const all = paragraphs.flatMap(({ start, end }, i) =>
    pack.names.all(text, pack.text.tokenize(text, start, end, []), i),
  );
  const alone = all.flatMap(({ words }) => (words.length === 1 ? words : []));
  const cast = new Cast(pack, known, alone);
  // "Weary Lee |stays on|": a word with a capital before a last name, at the head of a heading
  const isWordAhead = ({ words: [one = '', last = '', ...more] }: NameAt): boolean =>
    more.length === 0 &&
    alone.includes(last) &&
    pack.names.isWord(pack.names.key(one)) &&
    !pack.names.isFirstName(pack.names.key(one));
  const elsewhere = new Set(
    all.flatMap((at) => (isAtHead(text, at) && !at.title ? at.words.slice(1) : at.words)),
  );
  // "|Never| again": a word to which only the head of a sentence gives its capital
  const isHeadWord = (at: NameAt): boolean =>
    at.words.length === 1 &&
    at.title === null &&
    isAtHead(text, at) &&
    at.words.every((word) => !elsewhere.has(word) && pack.names.isHeadWord(word)) &&
    !cast.isKnown(at);
  const isProse = ({ paragraph }: NameAt): boolean => !lines[paragraph];
  const enter = (at: NameAt) =>
    cast.named.push({
      ...bare(at),
      index: cast.name(at, at.role).index,
      paragraph: at.paragraph,
      onLine: !isProse(at),
    });
  const mayName = (at: NameAt): boolean =>
    isProse(at) ||
    (lines[at.paragraph] === 'plain' && !isWordAhead(at)) ||
    isWhole(at) ||
    cast.isKnown(at);
  // Full names first, so that a last name printed before the full one finds it; those of running text before others.
  const prose = all.filter(isProse);
  const beside = all.filter((at) => !isProse(at));
  for (const at of [...prose, ...beside]) if (at.words.length > 1 && mayName(at)) enter(at);
  for (const at of [...prose, ...beside])
    if (at.words.length === 1 && mayName(at) && !isHeadWord(at)) enter(at);
  cast.named.sort((a, b) => a.start - b.start);
  return cast;
}
