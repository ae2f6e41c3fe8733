/** Whom a description describes: a person, several, a body, a document. */
import type { Token } from '../../engine/draft.ts';
import type { Gender } from '../../engine/pack.ts';
import type { SpeakerKind } from '../../model/records.ts';
import { PREPOSITIONS } from './lexicon/closed-class.ts';
import { AMBIGUOUS_TITLES, TITLES } from './lexicon/titles.ts';

/** Singular words for a person, as heads of a description. */
const PERSON_NOUN =
  /(?:man|woman|er|or|ist|ian|ant|ent|lord|lady|ee|boy|girl|mother|father|son|daughter|wife|husband|brother|sister|aide|official|resident|witness|source|chief|head|judge|coach|boss|envoy|minister|president|secretary|spokesperson|diplomat|attorney|analyst|expert|student|mate|ally|critic|general|activist|person|guest|neighbor|neighbour|colleague|friend|survivor|victim|executive|advocate|candidate|nominee|representative|delegate|host|cop|nurse|pilot|teen|teenager|star|professor|scholar|editor|clerk|guard|captain|cook|chef|monk|nun|priest|bishop|athlete|thief|uncle|aunt|cousin|niece|nephew|kid|child|widow|hero|consul|marshal|veteran|mechanic|medic|cleric|skeptic|sceptic|spouse|youth|adult|old|individual|twin|mp)$/;
const DOCUMENT_NOUN =
  /^(?:report|statement|study|document|documents|filing|lawsuit|complaint|poll|survey|letter|memo|email|article|editorial|book|paper|letter|tweet|post|website|site|release|transcript|reports|studies|polls|indictment|affidavit|release|page|story|account|emails|data|research|records|ad|sign|law|rule|bill|order|ruling|resolution|dossier|texts|text|message|petition|headline|analysis|figures)$/;
const BODY_NOUN =
  /^(?:ministry|department|agency|company|campaign|government|administration|committee|group|party|court|newspaper|paper|channel|network|firm|bank|council|organization|organisation|union|team|office|embassy|magazine|outlet|bureau|commission|association|institute|university|police|military|army|force|coalition|regime|jury|board|foundation|club|league|hospital|school|church|charity|publication|news|website|broadcaster|corporation|parliament|senate|congress|house|authority|service|watchdog|federation|alliance)$/;
const PLURAL_NOUN =
  /(?:[^s]s|people|men|women|police|children|media|public|crowd|some|many|others|most|several|few|both|all)$/;

/** Bodies of which there are many: with an article their noun alone is no name, whatever its first letter. */
const GENERIC_BODY =
  /^(?:ministry|department|agency|company|firm|government|administration|committee|council|commission|bank|university|police|court|board|union|association|bureau|embassy|institute|federation|league|club|party|campaign|foundation|authority|service|corporation|parliament|hospital|school|church|army|military|office|group)$/;

/** "The Ministry", "the Company": a body that is named elsewhere, if anywhere. */
export const isGenericBody = (noun: string): boolean => GENERIC_BODY.test(noun);

/** Whether one word is no name of anybody: "Police" and "Mayor" are those of this place or that. */
export function isCommon(word: string): boolean {
  const lower = word.toLowerCase();
  return isGenericBody(lower) || (TITLES.has(lower) && !AMBIGUOUS_TITLES.has(lower));
}

/** Head noun of a description, small letters: the last word before "of", "for", "who", a comma. */
export function headOf(tokens: readonly Token[]): string {
  let last = '';
  for (const [k, t] of tokens.entries()) {
    if (t.kind !== 'word') {
      if (last && t.kind === 'punct' && /[,(—–]/.test(t.lower)) break;
      continue;
    }
    if (k > 0 && (PREPOSITIONS.has(t.lower) || /^(?:who|which|that|whose)$/.test(t.lower))) break;
    last = t.lower.replace(/'s$/, '');
  }
  return last;
}

/** Whether a head noun is of one person. */
export const isOnePerson = (head: string): boolean =>
  PERSON_NOUN.test(head) && !PLURAL_NOUN.test(head.replace(/ss$/, ''));

/** What a description with this head describes. */
export function kindOfHead(head: string): SpeakerKind {
  if (DOCUMENT_NOUN.test(head)) return 'document';
  if (BODY_NOUN.test(head)) return 'organisation';
  return PLURAL_NOUN.test(head) && !/(?:ss|us|is)$/.test(head) ? 'group' : 'unnamed';
}

/** The description without what follows its head: "a captain of the ferry" is "a captain". */
const upToHead = (description: string): string =>
  description.toLowerCase().split(/ (?:of|for|in|at|from|with|who|on|to) /)[0] ?? '';

/** Whether a whole description is of a person: "a captain of the ferry". */
export const describesPerson = (description: string): boolean =>
  PERSON_NOUN.test(upToHead(description));

const SHE_NOUN =
  /woman$|\b(?:girl|lady|mother|mum|mom|daughter|wife|sister|actress|aunt|niece|nun|widow|grandmother|queen|princess|heroine|hostess|waitress|stewardess)$/;
const HE_NOUN =
  /(?<!wo|\bhu)man$|\b(?:boy|father|dad|son|husband|brother|uncle|nephew|monk|priest|grandfather|king|prince|lord|widower|waiter|guy)$/;

/** "She" for "the spokeswoman", "he" for "a businessman"; null for "the mayor". */
export function genderOfDescription(description: string): Gender {
  const head = upToHead(description).replace(/[^a-z]+$/, '');
  if (SHE_NOUN.test(head)) return 'she';
  return HE_NOUN.test(head) ? 'he' : null;
}

/** "The head of Acme" without its article, as a role beside a name. */
export const roleBeside = (words: string): string =>
  words.replace(/^(?:the|an?|his|her|their|its) /i, '');

/** "A diplomat", "the diplomat" and "Diplomat" are one description. */
export const descriptionKey = (words: string): string =>
  words.toLowerCase().replace(/^(?:the|an?|this|that) /, '');
