/** What the words around a pronoun tell of whom it does not mean. */
import type { Span } from '../../model/records.ts';
import { bare } from '../../text/spans.ts';
import type { Mention } from '../draft.ts';
import type { LanguagePack, MentionReading } from '../pack.ts';
import type { Cast } from './cast.ts';
import type { NamedPeople } from './named-people.ts';
import type { Recent } from './recent.ts';
import { chosen, open, type Resolution } from './resolution.ts';

/** Characters before a pronoun in which the sentence before it is looked for. */
const SENTENCE_WITHIN = 500;

/** Characters of the shortest sentence that says of whom it is. */
const SHORTEST_SENTENCE = 8;

/** An article, and what is known of it where a pronoun stands. */
export interface Around {
  text: string;
  pack: LanguagePack;
  paragraphs: readonly Span[];
  cast: Cast;
  recent: Recent;
  people: NamedPeople;
}

/** `Boats of Ann Lee’s were late, |she| said`: people whom words name that stand before the pronoun, but for whom they are about. */
export function namedAhead(
  { text, pack, people }: Around,
  words: Span | undefined,
  end: number,
): ReadonlySet<number> {
  if (!words || words.end > end) return new Set();
  const subject = pack.mentions.subjectOf(text, words);
  const about = subject?.kind === 'name' ? subject : subject?.apposed;
  const behind = about?.end ?? words.start;
  return people.namedIn({ start: behind, end }, behind);
}

/** `Speaking to Ann Lee of Bob Ray, |she| said: “Come on, Bob”`: people whom the words speak to, and those before a pronoun that tell to whom it speaks. */
export function spokenToBeside(
  { text, pack, people, paragraphs }: Around,
  { start }: Span,
  paragraph: number,
  words: Span | undefined,
): number[] {
  const from = Math.max(paragraphs[paragraph]?.start ?? start, start - SENTENCE_WITHIN);
  const sentence = pack.text.sentences(text, from, start).at(-1);
  const isAddress = sentence && pack.mentions.isAddress(text.slice(sentence.start, start));
  return [
    ...(words ? people.spokenTo(words) : []),
    ...(isAddress ? people.namedIn({ start: sentence.start, end: start }, sentence.start) : []),
  ];
}

/** `When she asked a clerk who knew, |he| said`: he is whom the sentence brings in without a name, or another. */
export function unlessNewcomer(
  { text, pack, cast, paragraphs }: Around,
  found: Resolution,
  from: number,
  paragraph: number,
): Resolution {
  const one = found.speaker?.entity;
  // `A boy asked Ann Lee: “Why?” “Well,” |she| said`: nor is whoever asks whom they asked.
  const wasAsked = found.signs.some((sign) => sign.includes(', asked,'));
  if (one === undefined || wasAsked || cast.entity(one).kind !== 'person') return found;
  const start = Math.max(paragraphs[paragraph]?.start ?? from, from - SENTENCE_WITHIN);
  const sentence = pack.text
    .sentences(text, start, from)
    .findLast((one) => one.end - one.start >= SHORTEST_SENTENCE);
  const words = sentence ? text.slice(sentence.start, from) : '';
  return pack.mentions.bringsIn(words, cast.gender(one))
    ? open(`The sentence brings in somebody beside ${cast.nameOf(one)}.`, [one])
    : found;
}

/** `Bob Ray left. … Ann Lee’s … |Bob Ray had been late, he| said`: whom words are about that stand before the pronoun, or whoever spoke before. */
export function unlessAnother(
  { cast, recent, people }: Around,
  found: Resolution,
  { start }: Mention,
  words: Span | undefined,
): Resolution {
  const one = found.speaker?.entity;
  if (one === undefined || !words || words.end > start) return found;
  if (!people.namedIn({ start: words.start, end: start }, words.start).has(one)) return found;
  const spoke = recent.speaker;
  const isOther =
    spoke !== undefined &&
    spoke.index >= 0 &&
    spoke.index !== one &&
    cast.entity(spoke.index).kind === 'person' &&
    cast.fitsGender(spoke.index, cast.gender(one));
  return isOther
    ? open(`The words name ${cast.nameOf(one)}, and another spoke before.`, [spoke.index, one])
    : found;
}

/** `“It is late,” said Ann Lee. Mia Dale came in.\n“We go,” she said`: either, where the paragraph before ends about another. */
export function unlessLastAbout(
  { cast, people }: Around,
  found: Resolution,
  other: number | null,
  at: { paragraph: number; start: number },
): Resolution {
  const one = found.speaker?.entity;
  if (one === undefined || other === null || other === one) return found;
  const isRival = cast.gender(other) !== null && cast.gender(other) === cast.gender(one);
  return isRival && !people.before(at).includes(one)
    ? open(`The sentence before it is about ${cast.nameOf(other)}.`, [one, other])
    : found;
}

/** `Ann Lee sings. … “They wanted Ann Lee,” she said`: who does not say “I” calls nobody so but another. */
export function unlessCalledFully(
  { text, pack, cast, people }: Around,
  found: Resolution,
  words: Span | undefined,
): Resolution {
  const one = found.speaker?.entity;
  if (one === undefined || !words || !people.calledFullyIn(words).has(one)) return found;
  return pack.conversations.isByOne(text.slice(words.start, words.end))
    ? found
    : open(`The words call ${cast.nameOf(one)} by name.`, [one]);
}

/** The subject of the sentence right before `from`, in the same paragraph; null where there is none, or somebody speaks there. */
export function sentenceBefore(
  { text, pack, paragraphs, recent }: Around,
  from: number,
  paragraph: number,
): { subject: Mention; reading: MentionReading } | null {
  const first = paragraphs[paragraph]?.start ?? from;
  const start = Math.max(first, from - SENTENCE_WITHIN);
  const sentence = pack.text
    .sentences(text, start, from)
    // One that begins further back is not seen whole.
    .slice(start > first ? 1 : 0)
    .findLast((one) => one.end - one.start >= SHORTEST_SENTENCE);
  // A claim of that sentence tells already who speaks.
  if (!sentence || (recent.speaker?.at ?? -1) >= sentence.start) return null;
  const head = pack.mentions.subjectOf(text, sentence);
  // `He joined in May, but Bob Ray is sure of it. “It will pass,” |he| said`
  const clause = head?.kind === 'pronoun' ? pack.mentions.lastClause(text, sentence) : null;
  const subject = clause ? pack.mentions.subjectOf(text, clause) : head;
  if (!subject || subject.kind === 'pronoun' || subject.end > from) return null;
  const reading = pack.mentions.read(text, subject, paragraph);
  return reading && { subject, reading };
}

/** `The nurses kept a list. “It is long,” |they| said`: the people of whom the sentence before is; null where it is of others. */
export function peopleBefore(
  around: Around,
  mention: Mention,
  from: number,
  paragraph: number,
): Resolution | null {
  const { text, cast } = around;
  const { mentions } = around.pack;
  const { word, meaning } = mentions.pronoun(text.slice(mention.start, mention.end));
  const found = meaning?.means === 'group' ? sentenceBefore(around, from, paragraph) : null;
  if (!found || found.reading.nobody || !mentions.isPeople(found.reading.words)) return null;
  if (found.reading.named || found.reading.headed || found.reading.several) return null;
  const { words, kind } = found.reading;
  return chosen(
    cast.describe(words, kind, bare(found.subject)),
    'pronoun',
    `“${word}” is taken to mean “${words}”, of whom the sentence before is.`,
    ['they'],
  );
}
