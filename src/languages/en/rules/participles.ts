/**
 * "saying", "by adding", "with officials claiming": participles, whose subject stands elsewhere.
 */
import type { Token } from '../../../engine/draft.ts';
import { CUES } from '../cues.ts';
import {
  DETERMINERS,
  OBJECTS,
  PREPOSITIONS,
  PRONOUNS,
  is,
  isAdverb,
  isAuxiliary,
  isWord,
  looksVerb,
  lowerOf,
  phraseAfter,
  sentenceSubject,
  subjectBefore,
  type Phrase,
} from '../phrases.ts';
import type { Attribution, Frame } from './frame.ts';
import { blankAt, finish, sharedOf, type Reading } from './readings.ts';
import { SAYING_NOUNS } from './word-lists.ts';

/** Tokens of the longest aside. */
const LONGEST_ASIDE = 10;

/** Whose a participle is, and where cue and subject begin. */
type Speaker = Pick<Attribution, 'subject' | 'shares' | 'begin' | 'from'>;

/** The attribution of a participle; null where its subject is not to be had. */
export function participleOf(
  frame: Frame,
  reading: Reading,
  earlier: readonly Attribution[],
): Attribution | null {
  const { tokens, from } = frame;
  const { i, to, cue, negative } = reading;
  if (NAMES.test(cue.lemma) && !opensObject(tokens[to])) return null;
  // "It’s worth |noting that": the writer's own
  if (is(tokens[i - 1], 'worth') || isOfNoun(frame, reading) || isOfLeadUp(frame, reading))
    return null;
  const found = i === from || isAside(frame, reading) ? null : speakerOf(frame, reading, earlier);
  if (!found) return null;
  const { subject, shares } = found;
  // "“We will,” adding": the quotation at the head of the sentence tells whose it is.
  const isOrphan = tokens[from]?.kind === 'quote' && i - from <= 2;
  if (!subject && !isOrphan) return null;
  return finish(
    {
      ...blankAt(i),
      ...cue,
      from: Math.min(found.from, i),
      to,
      subject,
      shares,
      begin: Math.min(found.begin, i),
      end: to,
      negative,
    },
    frame,
  );
}

const NAMES = /^(?:brand|label|name|term|title|dub)$/;

/** "branding |him a liar", "naming |“Tom”"; but not "the advertising and branding |firm". */
const opensObject = (t: Token | undefined): boolean =>
  t?.kind === 'quote' || (isWord(t) && (t.cap || DETERMINERS.has(t.lower) || OBJECTS.has(t.lower)));

/** "a Kent |reporting station has": what kind of station it is. */
function isOfNoun({ tokens }: Frame, { i, to }: Reading): boolean {
  const [before, noun, verb] = [tokens[i - 1], tokens[to], tokens[to + 1]];
  if (!isWord(before) || !isWord(noun) || noun.cap || is(noun, 'that')) return false;
  if (isDescribing(tokens, i)) return true;
  const isNoun =
    !DETERMINERS.has(noun.lower) &&
    !PRONOUNS.has(noun.lower) &&
    !looksVerb(noun) &&
    !isAdverb(noun);
  return isNoun && (isAuxiliary(verb) || looksVerb(verb));
}

/** "the global |blogging community", "a local |reporting team": behind an article and an adjective. */
const isDescribing = (tokens: readonly Token[], i: number): boolean =>
  /.{2}(?:al|ive|ous|ic|ary|ful|ish|ern)$/.test(lowerOf(tokens[i - 1])) &&
  DETERMINERS.has(lowerOf(tokens[i - 2])) &&
  isWord(tokens[i + 1]) &&
  !DETERMINERS.has(lowerOf(tokens[i + 1]));

/** Tokens of the longest lead-up, and of the subject behind it. */
const LONGEST_LEAD_UP = 14;

/** "In a letter |calling for a meeting, Ann Lee said that": the letter's, where somebody speaks behind the comma. */
function isOfLeadUp({ tokens, from, last }: Frame, { i, to }: Reading): boolean {
  if (!PREPOSITIONS.has(lowerOf(tokens[from])) || i - from > LONGEST_LEAD_UP) return false;
  const words = tokens.slice(from, i);
  if (!words.every(isWord)) return false;
  let comma = to;
  while (comma < last && comma - to < LONGEST_LEAD_UP && isWord(tokens[comma])) comma++;
  if (!is(tokens[comma], ',')) return false;
  const behind = tokens.slice(comma + 1, Math.min(last, comma + 1 + LONGEST_LEAD_UP));
  const verb = behind.findIndex(
    (t) => isWord(t) && CUES.get(t.lower)?.strength === 3 && looksVerb(t),
  );
  return verb > 0 && behind.slice(0, verb).every(isWord);
}

/** "Ann Lee, |quoting her father, said", "Ann Lee, while |rejecting it, said": an aside between a speaker and another verb of saying. */
function isAside({ tokens, last }: Frame, { i, to }: Reading): boolean {
  const isLed = /^(?:while|when|after|before|in|by|on)$/.test(lowerOf(tokens[i - 1]));
  if (!is(tokens[isLed ? i - 2 : i - 1], ',')) return false;
  let close = to;
  while (close < last && close - to < LONGEST_ASIDE && isWord(tokens[close])) close++;
  const verb = tokens[close + 1];
  const form = isWord(verb) ? CUES.get(verb.lower)?.form : undefined;
  return close > to && is(tokens[close], ',') && (form === 'past' || form === 's');
}

function speakerOf(
  frame: Frame,
  reading: Reading,
  earlier: readonly Attribution[],
): Speaker | null {
  const { i, a, be } = reading;
  if (be) {
    const subject = subjectBefore(frame.tokens, a, frame.from);
    return subject && { subject, shares: null, begin: subject.from, from: i };
  }
  const link = lowerOf(frame.tokens[a - 1]);
  // "they were |left asking|"
  if (link === 'left') return speakerOfVerb(frame, a - 1);
  if (/^(?:without|of|for)$/.test(link) || isInclined(frame.tokens, a - 1)) return null;
  if (/^(?:by|in|before|after|while|started|began)$/.test(link))
    return link === 'by' && endsVerb(frame.tokens[a - 2])
      ? speakerOfVerb(frame, a - 2)
      : speakerOfSentence(frame, reading);
  return speakerBeside(frame, reading, earlier);
}

/** "less |interested in explaining why": what somebody may or may not be ready to say. */
const isInclined = (tokens: readonly Token[], link: number): boolean =>
  /^(?:in|on|at|about|to|from)$/.test(lowerOf(tokens[link])) &&
  /^(?:interest(?:ed)?|interests|keen|intent|good|better|best|bad|adept|slow|quick|reluctan(?:t|ce)|delay|difficulty|trouble|success(?:ful)?|skilled|helpful|close|opposed|averse|used|shy|far|refrained|prevented|barred|banned|stopped|kept)$/.test(
    lowerOf(tokens[link - 1]),
  );

/** "|concluded by saying". */
const endsVerb = (t: Token | undefined): boolean =>
  isWord(t) && (CUES.has(t.lower) || t.lower.endsWith('ed') || /^(?:began|went)$/.test(t.lower));

/** "Ann Lee has |concluded by saying": whose the verb before "by" is. */
function speakerOfVerb({ tokens, from }: Frame, verb: number): Speaker {
  let b = verb;
  while (b > from && (isAuxiliary(tokens[b - 1]) || isAdverb(tokens[b - 1]))) b--;
  const subject = subjectBefore(tokens, b, from) ?? sentenceSubject(tokens, from, verb);
  const begin = subject && subject.to <= b ? subject.from : b;
  return { subject, shares: null, begin, from: verb };
}

/** "Ann Lee left |after saying"; but "In announcing that …, he": there the subject follows. */
function speakerOfSentence({ tokens, from }: Frame, { i, a }: Reading): Speaker | null {
  const subject = sentenceSubject(tokens, from, a - 1);
  return subject && subject.to < a ? { subject, shares: null, begin: a - 1, from: i } : null;
}

/** "with officials |saying", "Ann Lee told them so, |adding". */
function speakerBeside(
  { tokens, from }: Frame,
  { i, a }: Reading,
  earlier: readonly Attribution[],
): Speaker | null {
  const before = tokens[a - 1];
  if (isWord(before) && PREPOSITIONS.has(before.lower) && before.lower !== 'than') return null;
  const isOfNoun =
    isWord(before) &&
    !SAYING_NOUNS.has(before.lower) &&
    !/^(?:tweeted|quoted|and|or|but)$/.test(before.lower);
  const close = isOfNoun ? subjectBefore(tokens, a, from) : null;
  if (close && isOwn(tokens, close, from) && !isSpokenTo(tokens, close.from, from))
    return { subject: close, shares: null, begin: close.from, from: i };
  // "like the one |suggesting that": a thing
  if (/^ones?$/.test(lowerOf(before)) && is(tokens[a - 2], 'the')) return null;
  // "held a |banner saying": what is written on a thing
  if (/^(?:sign|banner|placard|poster|plaque|T-shirt)s?$/i.test(lowerOf(before))) return null;
  const shares = sharedOf(earlier, i);
  if (shares) return { subject: shares.subject, shares, begin: a, from: i };
  const subject = agentBefore(tokens, a, from) ?? sentenceSubject(tokens, from, a);
  return {
    subject: subject && subject.to <= a ? subject : null,
    shares: null,
    begin: a,
    from: i,
  };
}

/** "Ann Lee phoned |Bob Ray| saying", "wrote to |Bob Ray| saying": whom somebody turns to does not say it. */
function isSpokenTo(tokens: readonly Token[], at: number, from: number): boolean {
  const isTo = is(tokens[at - 1], 'to');
  const verb = isTo ? at - 2 : at - 1;
  return (
    verb > from && (isTo ? TURNS_TO : TURNS_ON).test(lowerOf(tokens[verb])) && !tokens[verb]?.cap
  );
}
const TURNS_TO =
  /^(?:wrote|writes|spoke|speaks|talked|replied|e-?mailed|appealed|apologi[sz]ed|turned|complained|texted)$/;
const TURNS_ON =
  /^(?:e-?mailed|e-?mails|messaged|messages|texted|texts|phoned|phones|rang|called|telephoned|contacted|wrote|cabled|faxed|thanked|approached|interrupted|attacked|criticised|criticized|praised|defended|backed|answered|sued|tagged|petitioned|congratulated)$/;

/** "The report was denied by |Ann Lee|, saying": by whom something was done, up to the comma before token `a`; null for none. */
function agentBefore(tokens: readonly Token[], a: number, from: number): Phrase | null {
  if (!is(tokens[a - 1], ',')) return null;
  let by = a - 2;
  while (by > from && a - by < LONGEST_ASIDE && !is(tokens[by], 'by')) by--;
  const isPassive = /^(?:is|are|was|were|been|being)$/.test(lowerOf(tokens[by - 2]));
  const agent = is(tokens[by], 'by') && isPassive ? phraseAfter(tokens, by + 1, a - 1) : null;
  return agent?.to === a - 1 ? agent : null;
}

/**
 * Whether the noun right before a participle is its subject: "with officials saying", "people
 * saying".
 */
function isOwn(tokens: readonly Token[], noun: Phrase, from: number): boolean {
  const length = noun.to - noun.from;
  if (length > 8) return false;
  return (
    noun.kind === 'name' ||
    (noun.from === from && length <= 4) ||
    ['with', ',', 'are', 'of', 'has', 'have', 'had'].some((mark) => is(tokens[noun.from - 1], mark))
  );
}
