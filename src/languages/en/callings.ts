/** What somebody is, before a name: "Farmer |Mia Dale", "Public Defender |Carla Reyes", "DI |Lee". */
import type { Token } from '../../engine/draft.ts';
import { isOnePerson } from './descriptions.ts';
import { isFirstName, isLoud } from './name-kinds.ts';
import { isPunct } from './nicknames.ts';
import { isWord, lowerOf } from './phrases/tokens.ts';
import { LETTER_TITLE, TRADES } from './lexicon/titles.ts';

/** "Public Defender |Carla Reyes", "Mum-of-two |Kelly Dale": where a whole name begins behind what somebody is. */
export function behindCalling(
  text: string,
  tokens: readonly Token[],
  first: number,
  end: number,
): number {
  const printed = (k: number): string => text.slice(tokens[k]?.start, tokens[k]?.end);
  for (let k = end - 3; k >= first; k--) {
    const lower = lowerOf(tokens[k]);
    const isCalling =
      /^\p{L}+-of-\p{L}+$/u.test(lower) || isPersonNoun(lower) || POSITION.test(printed(k));
    if (!isCalling || isFirstName(lower)) continue;
    if (isFirstName(lowerOf(tokens[k + 1]))) return k + 1;
    // "Kelby |Bishop| Honoro Ongtar": an office between a place and two words
    const isOffice = OFFICE_OF_PLACE.test(lower) && k > first && end - k === 3;
    if (isOffice && !isFirstName(lowerOf(tokens[first]))) return k + 1;
    // "Coroner Eilis Roche": a calling alone before two words that may be of any country
    if (k === first && end - k === 3 && isCallingFirst(lower)) return k + 1;
  }
  return first;
}

const OFFICE_OF_PLACE =
  /^(?:(?:arch)?bishop|mayor|governor|senator|minister|sheriff|council(?:l?or|man|woman)|congress(?:wo)?man|coach)$/;

/** What a player or somebody of a team or a firm is, in letters: "Rovers |QB| Ann Lee". */
const POSITION =
  /^(?:QB|RB|WR|TE|OL|DL|LB|DE|DT|CB|FB|SS|FS|OT|OG|NT|ILB|OLB|MLB|RHP|LHP|SP|RP|CF|LF|RF|DH|PG|SG|SF|PF|HC|OC|DC|GM|MD|EVP|SVP|CIO|CMO|CHRO|CISO)$/;

/** "singer", and "singers" of "Singers |Ann Lee| and Bob Ray". */
const isPersonNoun = (lower: string): boolean =>
  isOnePerson(lower) || (lower.endsWith('s') && isOnePerson(lower.slice(0, -1)));

/** Endings of callings that few last names share: "producer", "coroner", "geologist". */
const isCallingFirst = (lower: string): boolean =>
  /(?:[dnv]ucer|oner|ologist|[mtn]ist|ician|eer|maker|keeper|worker|holder|owner|leader|fighter|writer|officer|grapher|witness|vendor|seller|dealer|driver|player|goer|grower|shopper|buyer|rider|runner|swimmer|bowler|batter|jumper|planner|tender|minder|lifter|watcher|monger|campaigner|newcomer|(?:sports|business|fisher|fire|police|post|trades|crafts|camera|horse|bats|states|fore|service|council)(?:wo)?man)$/.test(
    lower,
  );

/** What a firm is that is named behind it. */
const MAKERS =
  /^(?:publisher|operator|developer|retailer|broadcaster|manufacturer|supplier|insurer|lender|carrier|airline|brewer|carmaker|automaker|chipmaker|drugmaker|builder|owner|rival|regulator|watchdog)$/;

const PARTISAN =
  /^(?:tory|conservative|labour|liberal|unionist|nationalist|socialist|communist|independent|progressive)$/;

/** "Farmer |Mia Dale", "DI |Lee", "Said |Ellis:": a word before the name that is no part of it. */
export function isCalling(text: string, tokens: readonly Token[], k: number, end: number): boolean {
  const token = tokens[k];
  const next = tokens[k + 1];
  if (!token || !next) return false;
  // "Publisher |Halcyon|": what makes or runs something, and no person
  const isMaker = MAKERS.test(token.lower) && !isWord(tokens[k - 1]) && end - k === 2;
  if (isMaker && !isFirstName(next.lower)) return true;
  // "Tory |Ann Lee|", "Earlier Conservative |Ann Lee|"
  if (PARTISAN.test(token.lower)) return end - k > 2 && isFirstName(next.lower);
  if (TRADES.has(token.lower) || /^co-\p{L}+$/u.test(token.lower)) return end - k > 2;
  // "DO III |Desmond Ackah|": a rank with its degree
  const isDegree = (t: Token | undefined): boolean =>
    isWord(t) && /^(?:I{1,3}|IV|VI{0,3})$/.test(text.slice(t.start, t.end));
  if (isDegree(next) && isLoud(text.slice(token.start, token.end)) && end - k > 3) return true;
  if (
    isDegree(token) &&
    k > 0 &&
    isLoud(text.slice(tokens[k - 1]?.start, tokens[k - 1]?.end)) &&
    end - k > 2
  )
    return true;
  if (token.lower === 'said') return !isWord(tokens[k - 1]) && isPunct(tokens[end], /^[:,]$/);
  const isShouted = isLoud(text.slice(next.start, next.end)) && next.end - next.start > 2;
  return !isShouted && LETTER_TITLE.test(text.slice(token.start, token.end));
}
