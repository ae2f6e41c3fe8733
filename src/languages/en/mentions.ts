/** Speakers as printed: how a mention is built, and what it says of whom it means. */
import { clauseAt, indexAt, spanOfRun } from '../../engine/clauses.ts';
import type { Mention, ParagraphClaims, Token } from '../../engine/draft.ts';
import type { MentionReader, MentionReading, NameAt, PronounMeaning } from '../../engine/pack.ts';
import type { Span, SpeakerKind } from '../../model/records.ts';
import { onOneLine } from '../../text/lines.ts';
import {
  bringsIn,
  describesPeople,
  describesPerson,
  genderOfDescription,
  descriptionKey,
  headOf,
  isCalledSo,
  isOnePerson,
  kindOfHead,
  roleBeside,
} from './descriptions.ts';
import { personBehindBody } from './name-begins.ts';
import { kindOfName } from './name-kinds.ts';
import { behindClause, core } from './mention-bounds.ts';
import {
  ageBehind,
  ageIn,
  isAddress,
  isHonorificAlone,
  isLedTo,
  isNewcomer,
  isNobodyAt,
  endOfHead,
  isOfficeAlone,
  isNoPhrase,
  isOfBody,
  isOfPerson,
  isOfSeveral,
  joinsBodies,
  joinsCallings,
  joinsFields,
  lastClause,
  leavesNoChoice,
  ownedBy,
  QUARTER,
  withoutOccasion,
} from './mention-words.ts';
import { readName } from './names.ts';
import { officesOf } from './offices.ts';
import {
  appositionAt,
  DETERMINERS,
  endOfDescription,
  INDEFINITES,
  isCallingBefore,
  isName,
  isOfficeName,
  POSSESSIVES,
  PREPOSITIONS,
  RELATIVES,
  sentenceSubject,
  subjectBefore,
  type Phrase,
} from './phrases.ts';
import { isSomebodys, phrase } from './phrases/kinds.ts';
import { wholeList } from './phrases/listed.ts';
import { behindPlacing } from './phrases/placing.ts';
import { isCounted } from './phrases/start.ts';
import { isApostrophe, isDeterminer, isPreposition, looksVerb } from './phrases/tokens.ts';
import { isPronoun } from './lexicon/closed-class.ts';
import { FIELDS } from './lexicon/offices.ts';
import { ORIGINS } from './lexicon/places.ts';
import { AMBIGUOUS_TITLES, TITLES } from './lexicon/titles.ts';
import { isNobody } from './unsaid.ts';
import { tokenize } from './words.ts';

/** Words of the longest description that may stand for somebody by office: "the former mayor of Ayr". */
const LONGEST_OFFICE = 5;

/** Between the noun of an office and its field: "Secretary of State", "Minister for Health". */
const OFFICE_LINK = /^(?:of|for)$/;

/** Words that lead to a place, a time or an occasion, at whose head nobody is named. */
const PLACING =
  /^(?:in|on|at|to|for|from|with|by|into|before|after|during|against|between|among|without|within|across|behind|beyond|near|since|until|upon|towards?|despite|amid|outside|inside|throughout|alongside)$/;

/** "One senior Ohio |Democrat|": what somebody is, with a capital. */
const PARTISAN = /^(?:democrat|republican|tory|socialist|communist|conservative|liberal)s?$/;

const SELF = /^(?:him|her|it|them)sel(?:f|ves)$/;

const mentionOf = (tokens: readonly Token[], phrase: Phrase): Mention => ({
  ...spanOfRun(tokens, phrase.from, phrase.to),
  kind: phrase.kind,
  apposed: null,
  antecedent: null,
});

function kindOf(tokens: readonly Token[], from: number, to: number): Mention['kind'] {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (to - from === 1 && first) {
    const { lower } = first;
    if (isPronoun(lower) || POSSESSIVES.has(lower)) return 'pronoun';
    if (RELATIVES.has(lower) || lower === 'that') return 'relative';
    if (INDEFINITES.has(lower)) return 'indefinite';
  }
  if (isSomebodys(tokens.slice(from, to))) return 'description';
  return last?.cap && isName(tokens, from, to) ? 'name' : 'description';
}

function inWords(found: ParagraphClaims, span: Span): Mention | null {
  const { tokens } = found;
  const begin = indexAt(tokens, span.start);
  let last = begin;
  for (let t = tokens[last]; t && t.start < span.end; t = tokens[last]) last++;
  if (begin >= last) return null;
  const whole = core(tokens, begin, last);
  const { apposed } = whole;
  const clause = clauseAt(found, span.start)?.from ?? whole.from;
  const first = behindPlacing(tokens, whole.from, whole.to, clause);
  const single = behindClause(tokens, first, whole.to, clause);
  const list = wholeList(tokens, { from: single, to: whole.to });
  if (list.to - list.from > whole.to - single)
    return mentionOf(tokens, phrase(tokens, list.from, list.to));
  const from = single;
  const printed = kindOf(tokens, from, whole.to);
  const to = endOfDescription(tokens, { from, to: whole.to, kind: printed });
  // "In Kent, 61 people died, said Ann Lee": where something was is nobody.
  if (PLACING.test(tokens[from]?.lower ?? '') && !isCounted(tokens, from, to - 1)) return null;
  if (isNobodyAt(tokens.slice(from, to))) return null;
  const kind = to < whole.to ? kindOf(tokens, from, to) : printed;
  const { start, end } = spanOfRun(tokens, from, to);
  let antecedent: Mention | null = null;
  if (kind === 'relative') {
    const clause = clauseAt(found, start);
    const phrase = clause && subjectBefore(tokens, from + 1, clause.from)?.antecedent;
    if (phrase) antecedent = mentionOf(tokens, phrase);
  }
  const isCalling = kind === 'name' && isCallingBefore(tokens, from, to);
  const isOffice = isCalling || isOfficeName(tokens, { from, to, kind });
  if (kind !== 'description' && !isOffice) return { start, end, kind, apposed: null, antecedent };
  const beside = apposed ? null : appositionAt(tokens, to);
  // "Acme Director, North,": an office that no name stands beside is read as it is
  if (isOffice && !beside && !apposed) return { start, end, kind, apposed: null, antecedent };
  return {
    start,
    end,
    kind: 'description',
    apposed: beside ? spanOfRun(tokens, beside.from, beside.to) : apposed,
    antecedent,
  };
}

/** A subject with the name that stands beside it: "His coach, Ann Lee, left". */
function besideIn(tokens: readonly Token[], phrase: Phrase): Mention {
  const { kind, to, apposed } = phrase;
  const beside = apposed ?? (kind === 'description' ? appositionAt(tokens, to) : null);
  return {
    ...mentionOf(tokens, phrase),
    apposed: beside && spanOfRun(tokens, beside.from, beside.to),
  };
}

function subject(found: ParagraphClaims, offset: number): Mention | null {
  const { tokens, body } = found;
  const clause = clauseAt(found, offset);
  if (!clause) return null;
  const phrase = sentenceSubject(
    tokens,
    Math.max(clause.from, body),
    Math.min(clause.to, Math.max(clause.from, indexAt(tokens, offset))),
  );
  // "In South Ayr Police": who of these is meant, nothing tells
  if (!phrase || PLACING.test(tokens[phrase.from]?.lower ?? '')) return null;
  return besideIn(tokens, phrase);
}

function subjectOf(text: string, { start, end }: Span): Mention | null {
  const tokens = tokenize(text, start, end, []);
  const phrase = sentenceSubject(tokens, 0, tokens.length);
  if (!phrase) return null;
  return besideIn(tokens, phrase);
}

/** Name of an office that ends in a person's name: "the embassy's head in Rome Ann Lee". */
function nameAtEnd(
  text: string,
  tokens: readonly Token[],
  firstDescribes: boolean,
  paragraph: number,
): MentionReading['named'] {
  const behind = personBehindBody(text, tokens);
  const at = readName(text, tokens, behind, tokens.length, paragraph);
  if (!at || behind > 0) return at && { at, role: null };
  const before = tokens.filter((t) => t.end <= at.start);
  if (belongsToDescription(text, before, at, firstDescribes)) return null;
  const prior = before.at(-1);
  const isBody =
    firstDescribes &&
    (prior?.kind !== 'word' ||
      PREPOSITIONS.has(prior.lower) ||
      (kindOfName(at.words, at.title) !== 'person' && at.words.length < 2));
  if (isBody && before.length <= 1) return { at, role: null };
  // "accepted the resignation of his |minister Ann Lee|": a clause is no role
  if (before.some(looksVerb)) return { at, role: at.title };
  const first = before.find((t) => !DETERMINERS.has(t.lower));
  const role = before.length > 0 ? text.slice(first?.start ?? at.start, at.start).trim() : '';
  return { at, role: role || at.title };
}

/** "a spokesman for the Seal Trust": the name belongs to the description. */
function belongsToDescription(
  text: string,
  before: readonly Token[],
  { title }: NameAt,
  firstDescribes: boolean,
): boolean {
  // "the man who shot Ann Lee"
  if (firstDescribes && before.some((t) => /^(?:who|whose|whom|which|that|with)$/.test(t.lower)))
    return true;
  let ahead = before.length - 1;
  // "a spokesman for the Ferrymen’s Union": the words of a body on both sides of a mark
  if (isApostrophe(before[ahead]) || isOwner(before[ahead])) {
    ahead--;
    while (ahead > 0 && before[ahead]?.cap) ahead--;
  }
  if (QUARTER.test(before[ahead]?.lower ?? '')) ahead--;
  if (isDeterminer(before[ahead])) ahead--;
  if (isPreposition(before[ahead])) return true;
  // "the decision by |judges| Ann Lee": what several made together
  if (isOfSeveral(before, ahead)) return true;
  if (firstDescribes && (isOfSomebodyElse(before, ahead) || isOfBody(before, ahead))) return true;
  // "a spokesman for Mayor Ann Lee", but "Secretary of State Ann Lee"
  const titles = title?.split(/\s+/) ?? [];
  let untitled = ahead;
  for (let t = before[untitled]; t && untitled > 0; t = before[untitled]) {
    if (!titles.includes(text.slice(t.start, t.end))) break;
    untitled--;
  }
  // "a study in the |American| Harbour Review"
  if (untitled < ahead && isDeterminer(before[untitled])) untitled--;
  return isPreposition(before[untitled]) && untitled > 0 && !isOffice(before, untitled);
}

/** What an office looks after, though it is spelt like somebody who does something: "minister of |water". */
const NO_PERSON = /^(?:.*ment|power|water|labou?r|interior|weather|order|gender|culture|center)$/;

/**
 * "the star witness in the trial of |financier| Ann Lee": who is named bears the noun right before the name, and a
 * preposition parts that from the noun of the description.
 */
function isOfSomebodyElse(before: readonly Token[], ahead: number): boolean {
  const noun = before[ahead];
  const isPerson =
    noun?.kind === 'word' && !noun.cap && isOnePerson(noun.lower) && !NO_PERSON.test(noun.lower);
  if (!isPerson) return false;
  for (let k = ahead - 1; k > 0; k--) {
    const t = before[k];
    if (t?.kind !== 'word' || /^(?:and|or)$/.test(t.lower)) return false;
    if (isPreposition(t)) return true;
  }
  return false;
}

/** "Secretary |of State Ann Lee", as against "Ann Lee |in St. Gallen": an office goes on with its field. */
const isOffice = (before: readonly Token[], link: number): boolean => {
  const noun = before[link - 1];
  if (noun?.cap !== true || !OFFICE_LINK.test(before[link]?.lower ?? '')) return false;
  // "the Ministry of Foreign |Affairs|": a body, whatever it looks after
  if (kindOfHead(noun.lower) === 'organisation') return false;
  const field = before[link + 1]?.lower ?? '';
  return TITLES.has(noun.lower) || field === 'state' || FIELDS.has(field);
};

const isOwner = (t: Token | undefined): boolean =>
  t?.kind === 'word' && t.cap && /['’]s$/.test(t.lower);

/** A name at the head, something after it: "Ann Lee of Acme". */
function nameAtHead(text: string, tokens: readonly Token[], paragraph: number): NameAt | null {
  const end = endOfHead(tokens);
  // "Coordinating Minister for the Economy": an office is no name; nor are half the words of "Bank of Norland"
  const noun = tokens[end - 1]?.lower ?? '';
  const isBodyOf =
    /^(?:of|for|on)$/.test(tokens[end]?.lower ?? '') && tokens[end + 1]?.cap === true;
  if (isBodyOf && kindOfHead(noun) === 'organisation') return null;
  if (TITLES.has(noun) && !AMBIGUOUS_TITLES.has(noun)) return null;
  const name = tokens[end - 1]?.cap ? readName(text, tokens, 0, end, paragraph) : null;
  // "engineer Ida Moen of Acme": behind words in small letters only a whole name is one
  return name && (tokens[0]?.cap || name.words.length > 1) ? name : null;
}

function kindOfMention(named: boolean, isOrigin: boolean, tokens: readonly Token[]): SpeakerKind {
  if (isOrigin) return 'unnamed';
  return named ? kindOfHead(headOf(tokens)) : 'group';
}

/** The name at the head of a mention, with something after it, and the one at its end. */
function namesOf(
  text: string,
  { kind }: Mention,
  tokens: readonly Token[],
  { paragraph, isPlain }: { paragraph: number; isPlain: boolean },
): { headed: NameAt | null; ended: MentionReading['named'] } {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (kind === 'indefinite' || !first || !last) return { headed: null, ended: null };
  const firstDescribes = isDeterminer(first) && !first.lower.endsWith("'s");
  const hasPreposition = tokens.some((t, k) => k > 0 && isPreposition(t));
  return {
    headed: !firstDescribes && hasPreposition ? nameAtHead(text, tokens, paragraph) : null,
    ended:
      isPlain && last.kind === 'word' && last.cap
        ? nameAtEnd(text, tokens, firstDescribes, paragraph)
        : null,
  };
}

/** "Ann Lee herself": the mention without the last word. */
const withoutSelf = (tokens: readonly Token[]): readonly Token[] =>
  tokens.length > 1 && SELF.test(tokens.at(-1)?.lower ?? '') ? tokens.slice(0, -1) : tokens;

/** "Ann Lee and the crews", and not "head of arts and culture". */
const isJoined = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (t, k) =>
      /^(?:and|n?or)$/.test(t.lower) &&
      !joinsFields(tokens, k) &&
      !joinsCallings(tokens, k) &&
      !joinsBodies(tokens, k),
  );

function read(text: string, mention: Mention, paragraph: number): MentionReading | null {
  const words = onOneLine(text, mention);
  const tokens = withoutSelf(tokenize(text, mention.start, mention.end, []));
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) return null;
  const named = mention.kind !== 'indefinite';
  const neither = first.lower === 'neither' && tokens.some((t) => t.lower === 'nor');
  const definite = /^(?:the|this|that)$/.test(first.lower);
  const isCommon = definite && isOfficeAlone(tokens);
  const isOrigin = definite && tokens.length === 2 && last.cap && ORIGINS.has(last.lower);
  // "4 percent of married Quakers"
  const isShare = /^\d/.test(first.lower) && tokens.length > 2 && /[^s]s$/.test(last.lower);
  const isOfKind =
    isShare || (isDeterminer(first) && tokens.length > 1 && PARTISAN.test(last.lower));
  const [office] = definite && tokens.length <= LONGEST_OFFICE ? officesOf(words) : [];
  const { headed, ended } = namesOf(text, mention, tokens, {
    paragraph,
    isPlain: !isCommon && !isOrigin && !isOfKind,
  });
  return {
    words,
    nobody: (isNobody(tokens, 0) && !neither) || isHonorificAlone(tokens) || isNoPhrase(tokens),
    several: isJoined(tokens) && tokens.some((t) => t.cap),
    named: headed && ended && isOfPerson(tokens, headed, ended.at) ? null : ended,
    headed,
    office: office && isOnePerson(office.head) ? office : null,
    isOrigin,
    kind: kindOfMention(named, isOrigin, tokens),
  };
}

const MEANINGS: ReadonlyMap<string, PronounMeaning> = new Map<string, PronounMeaning>([
  ['he', { means: 'person', gender: 'he' }],
  ['she', { means: 'person', gender: 'she' }],
  ['they', { means: 'group' }],
  ['it', { means: 'thing' }],
]);

function pronoun(words: string): { word: string; meaning: PronounMeaning } {
  const lower = words
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'(?:s|d|ve|ll|re)$/, '');
  const word = POSSESSIVES.get(lower) ?? lower;
  return { word, meaning: MEANINGS.get(word) ?? null };
}

export const mentionReader: MentionReader = {
  isLedTo,
  withoutOccasion,
  inWords,
  subject,
  read,
  roleBeside,
  pronoun,
  subjectOf,
  lastClause,
  isCalledSo,
  age: ageIn,
  ageBehind,
  ownedBy,
  isNew: isNewcomer,
  isPerson: describesPerson,
  isPeople: describesPeople,
  leavesNoChoice,
  bringsIn,
  isAddress,
  gender: genderOfDescription,
  isOwner: (words) => /(?:['’]s|s['’])$/.test(words) || POSSESSIVES.has(words.toLowerCase()),
  key: descriptionKey,
};
