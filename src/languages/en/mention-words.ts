/** Words of a mention that tell of whom it is, or that it is of nobody. */
import type { Token } from '../../engine/draft.ts';
import type { Gender, MentionReader, NameAt } from '../../engine/pack.ts';
import type { Span } from '../../model/records.ts';
import { OWNERS, RELATION } from './beside-names.ts';
import { describesPeople, isGenericBody, isOnePerson, kindOfHead } from './descriptions.ts';
import { isFirstName, kindOfName } from './name-kinds.ts';
import { personFrom } from './name-begins.ts';
import { tokenize } from './words.ts';
import { POSSESSIVES } from './lexicon/closed-class.ts';
import { isAdverb, isDeterminer, isPreposition, looksVerb } from './phrases/tokens.ts';
import { TIME, WEEKDAY_NAME } from './lexicon/time.ts';
import { HONORIFIC, LOOKED_AFTER } from './lexicon/titles.ts';
import { ISSUED } from './lexicon/verbs.ts';

/** A word of a date, or when something was: "14 January 2025", "today"; "May" alone may be somebody. */
const isOfDate = ({ kind, lower, cap }: Token, _: number, { length }: readonly Token[]): boolean =>
  kind !== 'word' ||
  /^\d+$/.test(lower) ||
  (TIME.has(lower) && (length > 1 || !cap || WEEKDAY_NAME.test(lower)));

/** "the State Works |and| Transport member": what one office looks after. */
export const joinsFields = (tokens: readonly Token[], and: number): boolean =>
  LOOKED_AFTER.has(tokens[and - 1]?.lower ?? '') && LOOKED_AFTER.has(tokens[and + 1]?.lower ?? '');

/** "farmer |and| weekend sculptor Ann Lee": two words for what one person is. */
export function joinsCallings(tokens: readonly Token[], and: number): boolean {
  if (POSSESSIVES.has(tokens[0]?.lower ?? '')) return false;
  const noun = tokens[and - 1];
  let last = and + 1;
  // "co-founder and |CEO| Ann Lee"
  const office = tokens[last];
  const isOffice =
    office?.cap === true && isOnePerson(office.lower) && isNameFrom(tokens, last + 1);
  if (isOffice) return isOnePerson(noun?.lower ?? '');
  // "strategist and |Echo| columnist Ann Lee"
  while (tokens[last]?.cap && tokens.slice(last).some(({ cap }) => !cap)) last++;
  while (tokens[last]?.kind === 'word' && !tokens[last]?.cap) last++;
  const isCalling = (t: Token | undefined): boolean =>
    t?.kind === 'word' && (!t.cap || t === tokens[0]) && isOnePerson(t.lower);
  // "|media and| PR strategist Ann Lee"
  const isField = and === 1 && !isDeterminer(noun) && /[a-z]{4}/.test(noun?.lower ?? '');
  return (isCalling(noun) || isField) && isCalling(tokens[last - 1]) && tokens.length - last > 1;
}

/** "Speaking to |": words of whom to, or of whom, somebody speaks who is named by a pronoun behind them. */
const ADDRESS =
  /^\W*(?:when |while |after |in )?(?:speaking|talking|writing|chatting) (?:to|with|about|of)\b[^.]*,\s*$/iu;

export const isAddress: MentionReader['isAddress'] = (words) => ADDRESS.test(words);

/** "the officer for |southern| Norland": what part of a place. */
export const QUARTER =
  /^(?:(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?|central|upper|lower|rural|urban|mainland|coastal|inner|outer|downtown|nearby|neighbou?ring|greater)$/;

/** What is published under a name of its own: "an article in the |journal| Harbour Studies". */
const WORK =
  /^(?:journal|weekly|daily|tabloid|portal|blog|podcast|programme|program|show|series|film|movie|documentary|play|musical|novel|album|song|game|app|platform|book|database|project|initiative|band|festival|drama|sitcom|opera|paper)$/;

/** "a poll for the |agency| Ritzau": who is named is the body that a preposition leads to. */
export function isOfBody(before: readonly Token[], ahead: number): boolean {
  const noun = before[ahead];
  if (noun?.kind !== 'word' || noun.cap) return false;
  if (kindOfHead(noun.lower) !== 'organisation' && !WORK.test(noun.lower)) return false;
  for (let k = ahead - 1; k > 0 && !before[k]?.cap; k--) if (isPreposition(before[k])) return true;
  return false;
}

/** "the decision by |judges|", "a letter from |teachers|": people in the plural whom a preposition leads to. */
export const isOfSeveral = (before: readonly Token[], ahead: number): boolean =>
  /^(?:by|from)$/.test(before[ahead - 1]?.lower ?? '') &&
  before[ahead]?.cap === false &&
  describesPeople(before[ahead].lower);

/** Capitalised words to the end of a mention, two or more: a whole name. */
const isNameFrom = (tokens: readonly Token[], from: number): boolean =>
  tokens.length - from > 1 && tokens.slice(from).every(({ kind, cap }) => kind === 'word' && cap);

/** "former Red Lake |and| Valmer goalkeeper Ann Lee": two bodies of which one person is or was. */
export function joinsBodies(tokens: readonly Token[], and: number): boolean {
  const [first] = tokens;
  const isLed = /^(?:the|former|ex|current|then|one-time|longtime)$/.test(first?.lower ?? '');
  const noun = tokens.findLastIndex(({ cap }) => !cap);
  const between = [...tokens.slice(1, and), ...tokens.slice(and + 1, noun)];
  return (
    isLed &&
    noun > and + 1 &&
    between.every(({ kind, cap }) => kind === 'word' && cap) &&
    isOnePerson(tokens[noun]?.lower ?? '') &&
    tokens.length > noun + 1
  );
}

/** "Her lawyer", "his younger brother": somebody beside whoever the pronoun means. */
const OWNED = new RegExp(
  `^(?:his|her|their|its) (?:[\\p{L}’'-]+ ){0,3}(?:companion|co-\\p{L}+|${RELATION}|boss|supervisor|lawyer|attorney|solicitor|barrister|counsel|` +
    'manager|agent|coach|colleague|friend|neighbou?r|deputy|predecessor|successor|spokes(?:man|woman|person)|assistant|aide|advis[eo]r|' +
    'doctor|teacher|trainer|captain|team-?mate|opponent|rival|counterpart|biographer|publisher|editor|employer|landlord|landlady|' +
    '(?:class|room|flat|school|house|work)mate|foreman|supplier|defender|critic|constituent)$',
  'iu',
);

/** The pronoun of whom somebody belongs to who is only described; undefined for other words. */
export function ownedBy(words: string): Gender | undefined {
  if (!OWNED.test(words)) return undefined;
  return OWNERS.get(words.slice(0, 3).toLowerCase()) ?? null;
}

/** Opens words that say on what occasion something was said: "Speaking to the Echo Ann Lee said". */
const OCCASION =
  /^(?:speaking|talking|writing|appearing|testifying|asked by|in an? (?:\w+ )?(?:interview|statement|letter|speech|article|column|post|email|tweet)|an? \w+ \w+day)\b/i;

/** "the mayor |in an interview with the Echo|": nor is where it was said. */
const SAID_WHERE =
  /(?<=\p{L}) (?:in|at|during|to) (?:an?|the|his|her) (?:[\p{L}-]+ ){0,2}(?:interview|statement|speech|press conference|news conference|briefing|email|letter|post|tweet)\b.*$/su;

/** "Governor Ann Lee |on Thursday": the day is no part of who it is. */
const ON_DAY =
  /(?<=\p{L}\p{L}) (?:(?:early|late) )?on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/u;

export function withoutOccasion(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const where = SAID_WHERE.exec(words);
  if (where && where.index > 0) return withoutOccasion(text, { start, end: start + where.index });
  const day = ON_DAY.exec(words);
  if (day) return withoutOccasion(text, { start, end: start + day.index });
  const isOccasion = OCCASION.test(words) && !words.includes(',');
  if (!isOccasion && !/day$/.test(words)) return { start, end };
  const tokens = tokenize(text, start, end, []);
  const last = tokens.at(-1);
  // "Governor Ann Lee Thursday"
  if (tokens.length > 2 && last && tokens.at(-2)?.cap && WEEKDAY_NAME.test(last.lower))
    return withoutOccasion(text, { start, end: tokens.at(-2)?.end ?? end });
  let run = tokens.length;
  while (run > 1 && tokens[run - 1]?.cap) run--;
  const isNamed = isOccasion && run < tokens.length;
  const from = isNamed ? personFrom(text, tokens, run, tokens.length) : 0;
  return { start: tokens[from]?.start ?? start, end };
}

/** "|Ann Lee| of the think tank Bolt": somebody's whole name, and the name of a body where no role leads to it. */
export function isOfPerson(
  tokens: readonly Token[],
  headed: NameAt,
  { start, title }: NameAt,
): boolean {
  const isPerson = headed.words.length > 1 && kindOfName(headed.words, headed.title) === 'person';
  if (!isPerson || start <= headed.end || title !== null) return false;
  const noun = tokens.findLast(({ end }) => end <= start);
  return noun?.kind === 'word' && !noun.cap && !isOnePerson(noun.lower);
}

/** Participles that may stand between the name of a body and a noun: "an Acme |backed| group". */
const BETWEEN_NOUNS =
  /^(?:based|backed|owned|funded|linked|trained|affiliated|appointed|controlled|sponsored|educated|related|elected|listed|accused|retired)$/;

/** "Acme |awarded contracts| to Bolt": a verb with its object behind a name. */
function hasVerbWithObject(tokens: readonly Token[]): boolean {
  const verb = tokens.findIndex(
    ({ cap, lower }, k) =>
      k > 0 &&
      !cap &&
      tokens[k - 1]?.cap &&
      /^[a-z]{3,}ed$/.test(lower) &&
      !BETWEEN_NOUNS.test(lower),
  );
  const object = tokens[verb + 1];
  return (
    verb > 0 &&
    object?.kind === 'word' &&
    !object.cap &&
    object.lower !== 'to' &&
    !isPreposition(object) &&
    !isAdverb(object) &&
    !TIME.has(object.lower)
  );
}

/** "|the weir and its keeper weren’t the last|": a verb that no "who" opens. */
function hasVerbOfItsOwn(tokens: readonly Token[]): boolean {
  const verb = tokens.findIndex(({ cap, lower }) => !cap && BE_OR_HAVE.test(lower));
  return verb >= 0 && !tokens.slice(0, verb).some(({ lower }) => RELATIVE.test(lower));
}

const BE_OR_HAVE = /^(?:(?:is|are|was|were|has|have|had|does|did)(?:n['’]t)?)$/;
const RELATIVE = /^(?:who|whom|whose|which|that|what|where)$/;

/** "|visiting the old page| reveals", "|held in May|", "|read her last| lines, “…”", "|For example|:", "|You’ll see Ann| says": a clause, and nobody. */
function isClause(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  if (!first || !second) return false;
  const { cap, lower } = first;
  const isHeld = !cap && /^[a-z]{3,}ed$/.test(lower);
  return (
    (/.{3}ing$/.test(lower) && isDeterminer(second)) ||
    (isHeld && (isPreposition(second) || isDeterminer(second) || second.lower === 'to')) ||
    (lower === 'for' && /^(?:example|instance)$/.test(second.lower)) ||
    /^(?:i|you|we|they|he|she|it)['’](?:ll|ve|re|d|m)$/.test(lower)
  );
}

/** "1925-40", "|visiting the old page| reveals": figures alone, and clauses, are nobody. */
export function isNoPhrase(tokens: readonly Token[]): boolean {
  const figures = tokens.filter(({ kind }) => kind === 'word').map(({ lower }) => lower);
  const isFigures =
    figures.every((one) => /^[\d–-]+$/.test(one)) && /\d\D+\d/.test(figures.join(' '));
  const isThis = tokens.length === 1 && /^(?:this|that|these)$/.test(figures[0] ?? '');
  return (
    isFigures || isThis || isClause(tokens) || hasVerbOfItsOwn(tokens) || hasVerbWithObject(tokens)
  );
}

const isHonorific = ({ cap, lower }: Token): boolean => cap && HONORIFIC.test(lower);
/** "Mr.", "the Dr.": a title without a name, which means nobody. */
export const isHonorificAlone = (tokens: readonly Token[]): boolean =>
  tokens.some(isHonorific) &&
  tokens.every((t) => isDeterminer(t) || t.kind === 'punct' || isHonorific(t));

/** "one executive |there| concedes", "Acme, a maker of robots, |today| announced", "|Cross-examining|, Ann Lee suggested". */
export const isNobodyAt = (tokens: readonly Token[]): boolean =>
  tokens.every(isOfDate) ||
  (tokens.length === 1 &&
    (/^(?:there|here|thus|then|let(?:['’]s)?)$/.test(tokens[0]?.lower ?? '') ||
      /-\p{L}+ing$/u.test(tokens[0]?.lower ?? '')));

/** "The King", "the MEC": behind an article a title that may be a name is none, nor are the letters of an office. */
const TITLE_ALONE =
  /^(?:mec|mmc|mla|mca|igp|ceo|cfo|coo|cto|pm|mp|msp|mep|king|queen|prince|princess|pope|bishop|judge|dean|duke|duchess|major)$/;

const LETTERS_OF_OFFICE = /^(?:mec|mmc|mla|mca|igp|ceo|cfo|coo|cto|pm|mp|msp|mep)$/;

/** "The Ministry", "the King", "the Norland MP", "the Acme CEO": behind an article an office or a body that is named elsewhere, if anywhere. */
export function isOfficeAlone(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1)?.lower ?? '';
  if (tokens.length === 2) return isGenericBody(last) || TITLE_ALONE.test(last);
  return (
    tokens.length < 5 && LETTERS_OF_OFFICE.test(last) && !tokens.some((t) => isFirstName(t.lower))
  );
}

/** "road to", "trial of the banker"; but not "Secretary of State". */
export function isLedTo(before: readonly Token[]): boolean {
  const small = before.findLastIndex((t, k) => !t.cap && before[k - 1]?.cap !== true);
  // "One of them is Ann Lee"
  const verb = before.findLastIndex(looksVerb);
  return before.slice(verb + 1, small + 1).some(isPreposition);
}

/** The age by which a description means somebody: `34` of "the 34-year-old"; null where it has none. */
export const ageIn = (words: string): string | null =>
  /^the (\d{1,3})[- ]year[- ]old\b/i.exec(words)?.[1] ?? null;

/** The age that is printed right behind a name: `34` of ", 34," or " (aged 34)"; null where none is. */
export const ageBehind = (text: string): string | null =>
  /^(?:, (?:who is |aged )?| \((?:aged )?)(\d{1,3})\b/.exec(text)?.[1] ?? null;

/** Whether a description brings in somebody new: "a neighbour", "Obi's sister". */
export const isNewcomer = (words: string): boolean =>
  /^(?:an?|one|another|my|our) /i.test(words) || /^\p{Lu}[^,]*[’']s? /u.test(words);

/** Where what stands at the head of a mention ends: "|Ann Lee| of Acme", "|Dr Ann Lee| games director at Acme". */
export function endOfHead(tokens: readonly Token[]): number {
  const leads = (t: Token): boolean => t.kind !== 'word' || isPreposition(t);
  const behind = tokens.findIndex(leads);
  const end = behind < 0 ? tokens.length : behind;
  const caps = tokens.findIndex(({ cap }) => !cap);
  const isWhole = caps >= 2 && isFirstName(tokens[caps - 2]?.lower ?? '');
  return isWhole && caps < end ? caps : end;
}

const OWN_CLAUSE =
  /, (?:but|and|while|whereas|though|although|yet|so) (?=\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2} \p{Ll})/gu;

/** Where the last clause begins that has a name for its subject: "He joined in May, but |Bob Ray is sure that it will pass"; null where none does. */
export function lastClause(text: string, { start, end }: Span): Span | null {
  const match = [...text.slice(start, end).matchAll(OWN_CLAUSE)].at(-1);
  return match ? { start: start + match.index + match[0].length, end } : null;
}

const OPENS_CLAUSE = /\b(?:but|yet|whereas|after|when|while|because|since|although|though)\s$/i;
/** "was denied by |Ann Lee|, saying". */
const IS_DONE_BY = /\b(?:is|are|was|were|been|being) \p{L}+ by $/u;
const SIGNED_BY = new RegExp(`^,? (?:jointly |co-?)?(?:${[...ISSUED].join('|')}) by\\b`);

/** "|Ann Lee| phoned Bob Ray saying", "|Ann Lee| wrote to Bob Ray, adding": who turns to somebody goes on. */
const TURNS_TO_SOMEBODY =
  /^ (?:(?:then|later|also|had|has) )*(?:(?:e-?mailed|messaged|texted|phoned|rang|telephoned|contacted|thanked|congratulated) |(?:wrote|e-?mailed|texted|replied|apologi[sz]ed) to )[^,;:.]*(?:,? and |, but |, )?$/;

/** Whether the words of a clause of its own ("after she said"), or "signed by", leave no choice whom the cue is of. */
export const leavesNoChoice: MentionReader['leavesNoChoice'] = (text, mention, cue) =>
  mention.end <= cue.start
    ? (/^\s$/.test(text.slice(mention.end, cue.start)) &&
        OPENS_CLAUSE.test(text.slice(Math.max(0, mention.start - 10), mention.start))) ||
      (/^, $/.test(text.slice(mention.end, cue.start)) &&
        /ing$/.test(text.slice(cue.start, cue.end)) &&
        IS_DONE_BY.test(text.slice(Math.max(0, mention.start - 30), mention.start))) ||
      (/ing$/.test(text.slice(cue.start, cue.end)) &&
        TURNS_TO_SOMEBODY.test(text.slice(mention.end, cue.start)))
    : SIGNED_BY.test(text.slice(mention.end, mention.end + 20));
