/** Whom a description describes: a person, several, a body, a document. */
import type { Token } from '../../engine/draft.ts';
import type { Gender } from '../../engine/pack.ts';
import type { SpeakerKind } from '../../model/records.ts';
import { PREPOSITIONS } from './lexicon/closed-class.ts';
import { AMBIGUOUS_TITLES, TITLES } from './lexicon/titles.ts';

/** Singular words for a person, as heads of a description. */
const PERSON_NOUN =
  /(?:man|woman|er|or|aire|ist|ian|ant|ent|lord|lady|ee|boy|girl|mother|father|son|daughter|wife|husband|brother|sister|aide|official|resident|witness|source|chief|head|judge|coach|boss|envoy|minister|president|secretary|spokesperson|diplomat|attorney|analyst|expert|student|mate|ally|critic|general|activist|person|guest|neighbor|neighbour|colleague|friend|survivor|victim|executive|advocate|candidate|nominee|representative|delegate|host|cop|nurse|pilot|teen|teenager|star|professor|scholar|editor|clerk|guard|captain|cook|chef|monk|nun|priest|bishop|athlete|warden|steward|deacon|sexton|curate|maid|companion|lad|bloke|guy|pal|sheriff|justice|colonel|admiral|corporal|constable|bailiff|cardinal|rabbi|imam|sheikh|pope|duke|duchess|earl|baron|baroness|king|queen|prince|princess|actress|hostess|vicar|premier|principal|umpire|referee|winger|rapper|comic|poet|deputy|academic|mystic|philosopher|pm|ceo|cfo|coo|cto|mep|msp|mec|mmc|mla|mca|igp|thief|uncle|aunt|cousin|niece|nephew|kid|child|widow|hero|consul|marshal|veteran|mechanic|medic|cleric|skeptic|sceptic|spouse|youth|adult|old|individual|twin|mp)$|(?<!\p{L})(?:rival|passer-?by|local|patron|regular|fan|(?:deck|farm|stage)hand|suspect|plaintiff|detective|pupil|(?:grand)?dad|mum|mom|relative|rebel|surgeon|vet|shepherd|waitress|magistrate|operative|adversary|pundit|legend|hopeful|chauffeur|entrepreneur|restaurateur)$/u;
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

/** Whether a role is an office or a calling that only people have: "director of trade at Acme". */
export const isOffice = (role: string): boolean =>
  TITLES.has(/[\p{L}-]+$/u.exec(upToHead(role))?.[0] ?? '');

/** "One of the drivers", "another of her sons": the noun of those of whom one is meant. */
const ONE_OF =
  /^(?:an?other|one|an?|the (?:first|second|third|other|last)) (?:of (?:the|his|her|their|its|those|these|my|our) )(?:[\p{L}-]+ )*?([\p{L}-]+?)s\b/u;

/** Whether a whole description is of a person: "a captain of the ferry", "one of the drivers". */
export function describesPerson(description: string): boolean {
  const [, noun] = ONE_OF.exec(description.toLowerCase()) ?? [];
  return PERSON_NOUN.test(noun ?? upToHead(description));
}

/** Whether a whole description is of several people: "the researchers", "two men from Ayr". */
export function describesPeople(description: string): boolean {
  const head = upToHead(description);
  const [, one] = /([\p{L}-]+[^s])s$/u.exec(head) ?? [];
  return (
    /(?:^| )(?:people|men|women|police|children|authorities)$/.test(head) ||
    (one !== undefined && PERSON_NOUN.test(one))
  );
}

/** "a clerk who knew", "met one mother, who left", "When a young clerk came": somebody of whom a clause is, in small letters. */
const NEWCOMERS = [
  /(?<![\p{L}'’-]|, )(?:an?|one|another) (?:[\p{Ll}-]+ ){0,3}?(?<noun>[\p{Ll}-]+),? who\b/giu,
  /(?:^|(?<!\p{L})(?:when|as|after|while|until) )(?:an?|one|another) (?:[\p{Ll}-]+ ){0,2}?(?<noun>[\p{Ll}-]+) (?!of\b|for\b|and\b)\p{Ll}+/giu,
];

/** Whether words bring in one person of that sex whom they do not name. */
export function bringsIn(words: string, gender: Gender): boolean {
  const nouns = NEWCOMERS.flatMap((pattern) =>
    [...words.matchAll(pattern)].map(({ groups }) => groups?.['noun']?.toLowerCase() ?? ''),
  );
  return nouns.some((noun) => {
    const sex = genderOfDescription(noun);
    return isOnePerson(noun) && (sex === null || gender === null || sex === gender);
  });
}

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

/**
 * What somebody is of whom a whole text may be, and who is called so once named: "the actor", "the presumptive nominee". No
 * office, and no part in an event or a court, which others than whoever is named have as well.
 */
const CALLED_SO =
  /(?:^|[ -])(?:act(?:or|ress)|singer|songwriter|rapper|musician|pianist|violinist|guitarist|drummer|composer|conductor|dancer|comedian|comic|presenter|broadcaster|star|superstar|novelist|author|poet|playwright|painter|sculptor|artist|photographer|filmmaker|film-maker|designer|chef|footballer|striker|midfielder|winger|forward|goalkeeper|full-back|centre-back|fullback|fly-half|batsman|batter|bowler|all-rounder|quarterback|pitcher|sprinter|swimmer|boxer|cyclist|golfer|jockey|skater|skier|gymnast|athlete|champion|medal+ist|olympian|international|defender|politician|lawmaker|republican|democrat|tory|congress(?:wo)?man|mp|mep|peer|nominee|hopeful|front-?runner|incumbent|billionaire|millionaire|entrepreneur|tycoon|businessman|businesswoman|magnate|pensioner|grandmother|grandfather|mother-of-\p{L}+|father-of-\p{L}+|mum-of-\p{L}+|dad-of-\p{L}+|widow|widower|teenager|schoolboy|schoolgirl|veteran|native|socialite|influencer|youtuber|astronaut|explorer|mountaineer)$/u;

/** "The actor", "the Labour politician", "the Republican from Ayr": one person who is not told by more than what somebody is. */
export function isCalledSo(description: string): boolean {
  // "the Republican |from Ayr|"
  const [, called] =
    /^the ((?:[\p{L}-]+ ){0,3}[\p{L}-]+?)(?: from \p{Lu}[\p{L} ’'-]*)?$/iu.exec(description) ?? [];
  return called !== undefined && CALLED_SO.test(called.toLowerCase());
}

/** "The head of Acme" without its article, as a role beside a name. */
export const roleBeside = (words: string): string =>
  words.replace(/^(?:the|an?|his|her|their|its) /i, '');

/** "A diplomat", "the diplomat" and "Diplomat" are one description. */
export const descriptionKey = (words: string): string =>
  words.toLowerCase().replace(/^(?:the|an?|this|that) /, '');
