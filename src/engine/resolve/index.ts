/**
 * From mentions to speakers, within one article: "she", "al-Amin" and "the diplomat" to the person named.
 *
 * In: the drafts of an article, whoever found them, and its cast. Out: for each draft a resolution. Where two people
 * fit, nobody is chosen. `cast.ts` knows who is who, `recent.ts` who spoke lately; `mentions.ts` and `pronouns.ts`
 * read one mention. All words of a language come from its pack.
 */
import { certain, first } from '../../text/certain.ts';
import { overlaps } from '../../text/spans.ts';
import type { Span } from '../../model/records.ts';
import type { Draft, Token } from '../draft.ts';
import type { Gender, LanguagePack, NameAt } from '../pack.ts';
import type { Doubt } from '../types.ts';
import type { Cast } from './cast.ts';
import type { CastInput } from './named.ts';
import { lineAt } from './lines.ts';
import { Mentions } from './mentions.ts';
import { NamedPeople } from './named-people.ts';
import { Pronouns } from './pronouns.ts';
import { Recent } from './recent.ts';
import { open, type Resolution } from './resolution.ts';
import { isInMarks } from './works.ts';

export type { Cast } from './cast.ts';
export type { Known } from './entered.ts';
export { castOf, type CastInput } from './named.ts';
export { chosen, open, type Resolution } from './resolution.ts';

/** Characters at the head of a paragraph in which its subject is looked for. */
const HEAD = 400;
/** Tokens among which the name of a subject is looked for, and characters from the first of them to it. */
const SUBJECT_TOKENS = 8;
/** As many more may be the rest of a name that begins among them. */
const REST = 10;
const SUBJECT_AWAY = 24;
/** Characters that make an owner of a name. */
const OWNER_ENDING = 2;
/** Punctuation that may stand before a subject. */
const OPENING_MARKS = 3;

/** The speaker of every draft, in the order of the drafts; `doubts` receives what stayed open. */
export function resolve(
  input: CastInput,
  cast: Cast,
  drafts: readonly Draft[],
  doubts: Doubt[],
): Resolution[] {
  const recent = new Recent();
  const ordered = [...drafts].sort((a, b) => anchor(a) - anchor(b));
  const pulled = ordered.filter((draft) => isPulled(draft, input));
  const beside = pulled.flatMap(({ paragraph }) => input.paragraphs[paragraph] ?? []);
  const people = new NamedPeople(input.text, cast, ordered, beside);
  const pronouns = new Pronouns(input.text, input.pack, cast, recent, people);
  const mentions = new Mentions(input, cast, recent, pronouns, people);
  const told = ordered.filter(isToldBehind).flatMap(({ parts }) => parts);
  const subjects = subjectsOf(input, cast, told);
  const result = new Map<Draft, Resolution>();
  const meant = new Map<number, { by: Resolution; words: readonly Span[] }>();
  let next = 0;
  for (const draft of ordered) {
    for (
      let subject = subjects[next];
      subject && subject.at < anchor(draft);
      subject = subjects[++next]
    )
      recent.add({ ...subject, speaker: false });
    // `Mr Ray had failed, |he| said, urging them to go`: one printed pronoun means one.
    const pronoun = draft.mention?.kind === 'pronoun' ? draft.mention.start : -1;
    const known = meant.get(pronoun);
    const found = known?.by.speaker ? known.by : speakerOf(draft, mentions, cast, result);
    const resolution = known && isNamedIn(found, known.words, cast) ? known.by : found;
    if (pronoun >= 0 && !known) meant.set(pronoun, { by: resolution, words: draft.parts });
    if (draft.mention && resolution.candidates.length > 1)
      doubts.push({
        kind: 'open-speaker',
        start: draft.mention.start,
        end: draft.mention.end,
        detail: resolution.candidates.map((i) => cast.nameOf(i)).join(' | '),
      });
    result.set(draft, resolution);
    remember(resolution, draft, input, { cast, recent });
  }
  takeFromLater(ordered, result, cast);
  return drafts.map((draft) => certain(result.get(draft), 'every draft was resolved'));
}

/** Whether words name whoever was chosen. */
const isNamedIn = ({ speaker }: Resolution, words: readonly Span[], cast: Cast): boolean =>
  speaker !== null &&
  cast.named.some(
    (place) => place.index === speaker.entity && words.some((part) => overlaps(part, place)),
  );

function speakerOf(
  draft: Draft,
  mentions: Mentions,
  cast: Cast,
  result: ReadonlyMap<Draft, Resolution>,
): Resolution {
  if (draft.mention) {
    const [words] = draft.parts;
    return mentions.resolve(draft.mention, draft.paragraph, draft.cue, words);
  }
  const of = draft.inherits && result.get(draft.inherits);
  if (!of) return open();
  const { speaker, candidates, signs } = of;
  const other = besideInherited(draft, mentions);
  if (speaker && other !== null && other !== speaker.entity)
    return open(`The sentence before it is about ${cast.nameOf(other)}.`, [speaker.entity, other]);
  return speaker
    ? {
        speaker: { entity: speaker.entity, basis: 'continued' },
        candidates,
        reason: `Continues the words of ${cast.nameOf(speaker.entity)}.`,
        signs,
      }
    : open(null, candidates);
}

/** Who else is named as what the sentence between a quotation and the one that it would go on with is about. */
const besideInherited = (
  { inherits, paragraph, parts: [part] }: Draft,
  mentions: Mentions,
): number | null =>
  part && inherits?.paragraph === paragraph ? mentions.namedBefore(part.start, paragraph) : null;

function remember(
  { speaker, candidates }: Resolution,
  draft: Draft,
  input: CastInput,
  { cast, recent }: { cast: Cast; recent: Recent },
): void {
  const { pack, text } = input;
  if (draft.within !== null || isPulled(draft, input)) return;
  const { paragraph, cue } = draft;
  const turn = { paragraph, speaker: true, at: anchor(draft) };
  // Somebody spoke and it is open who: the next "he" is open too.
  if (!speaker && candidates.length > 1) recent.add({ ...turn, index: -1 });
  // Somebody who speaks in a relative clause only is not whom the next sentence calls "he".
  if (!speaker) return;
  if (isInRelativeClause(draft, text)) {
    // `Ann Lee was denied by Mia Dale, who said it was late. “We go,” she said`: either
    const last = recent.speaker;
    if (
      last?.paragraph === paragraph &&
      last.index >= 0 &&
      areAlike(cast, last.index, speaker.entity)
    )
      recent.add({ ...turn, index: speaker.entity, speaker: false, isBeside: true });
    return;
  }
  const asked = draft.cueKind === 'asked' && cue ? pack.cues.addressee(text, cue) : null;
  recent.add({
    ...turn,
    index: speaker.entity,
    unsure: draft.rule === 'model',
    reports: cue !== null && pack.cues.isReport(text.slice(cue.start, cue.end)),
    ...(draft.cueKind === 'asked' && {
      asks: asked && personIn(asked, cast),
      about: askedAbout(draft, pack, text),
    }),
  });
}

/** Whether two are people of one sex, or may be. */
function areAlike(cast: Cast, one: number, other: number): boolean {
  const sexes = [one, other].map((i) => cast.gender(i));
  const arePeople = [one, other].every((i) => cast.entity(i).kind === 'person');
  return arePeople && one !== other && (sexes.includes(null) || sexes[0] === sexes[1]);
}

/** Characters of the shortest words that a pull quote repeats, and of what stands beside them in its paragraph. */
const SHORTEST_PULLED = 30;
const BESIDE_PULLED = 80;

/** A pull quote: a paragraph of hardly more than words that the text has elsewhere too. Nobody speaks there. */
function isPulled({ type, parts, paragraph }: Draft, { text, paragraphs }: CastInput): boolean {
  const { start, end } = first(parts);
  const around = paragraphs[paragraph];
  if (type !== 'direct' || !around || end - start < SHORTEST_PULLED) return false;
  if (around.end - around.start - (end - start) > BESIDE_PULLED) return false;
  const words = text.slice(start, end);
  return text.indexOf(words) < start || text.includes(words, start + 1);
}

/** "who asked for quiet": the verb goes with "who"; but not "who asked for quiet, |said". */
const isInRelativeClause = ({ mention, cue }: Draft, text: string): boolean =>
  mention?.kind === 'relative' &&
  !(cue && mention.end < cue.start && text.slice(mention.end, cue.start).trimEnd().endsWith(','));

/** The sex of the first "he" or "she" of a question that is told in other words, where a name or description asks it. */
function askedAbout({ type, mention, parts }: Draft, pack: LanguagePack, text: string): Gender {
  if (type !== 'indirect' || mention?.kind === 'pronoun') return null;
  const { start, end } = first(parts);
  for (const { kind, lower } of pack.text.tokenize(text, start, end, [])) {
    if (kind !== 'word') continue;
    const { meaning } = pack.mentions.pronoun(lower);
    if (meaning?.means === 'person') return meaning.gender;
  }
  return null;
}

/** The person whom some words name, the last of several; null where they name none. */
const personIn = (words: Span, cast: Cast): number | null =>
  cast.named.findLast(
    (place) =>
      overlaps(place, words) && place.index >= 0 && cast.entity(place.index).kind === 'person',
  )?.index ?? null;

/** What takes over the speaker of a later draft: a quotation whose speaker is named after it. */
function takeFromLater(
  ordered: readonly Draft[],
  result: Map<Draft, Resolution>,
  cast: Cast,
): void {
  for (const draft of ordered) {
    const own = result.get(draft);
    if (!draft.inherits || draft.mention || own?.speaker || own?.candidates.length) continue;
    const { speaker, signs } = result.get(draft.inherits) ?? open();
    if (speaker)
      result.set(draft, {
        speaker: { entity: speaker.entity, basis: 'continued' },
        candidates: [],
        reason: `Belongs to the words of ${cast.nameOf(speaker.entity)}.`,
        signs,
      });
  }
}

/** Words in marks, and words told behind their cue: `The suit says |Ann Lee dug|`. */
const isToldBehind = ({ type, cue, parts }: Draft): boolean =>
  type === 'direct' || (cue !== null && cue.end <= first(parts).start);

/** Somebody about whom a paragraph begins: they compete with speakers for "he" and "she". */
interface Subject {
  index: number;
  paragraph: number;
  at: number;
}

function subjectsOf(
  { text, pack, paragraphs }: CastInput,
  cast: Cast,
  told: readonly Span[],
): Subject[] {
  return paragraphs.flatMap(({ start, end }, paragraph) => {
    if (lineAt(text, paragraphs, paragraph)) return [];
    const tokens = pack.text.tokenize(text, start, Math.min(end, start + HEAD), []);
    const opening = tokens.slice(0, OPENING_MARKS).findIndex(({ kind }) => kind !== 'punct');
    const from = opening < 0 ? Math.min(OPENING_MARKS, tokens.length) : opening;
    const head = tokens[from];
    noteRole({ text, pack }, { start, end: Math.min(end, start + HEAD) }, paragraph, cast);
    if (head?.kind !== 'word' || !head.cap) return [];
    const [near] = pack.names.all(
      text,
      tokens.slice(from, from + SUBJECT_TOKENS + REST),
      paragraph,
    );
    const beyond = tokens[from + SUBJECT_TOKENS]?.start ?? Infinity;
    const isFar = !near || near.start >= Math.min(beyond, head.end + SUBJECT_AWAY + 1);
    const name = isFar ? farSubject({ text, pack }, head.start, tokens, paragraph) : near;
    if (!name) return [];
    // "Ann Lee's uncle said": the sentence is about the uncle.
    if (pack.mentions.isOwner(text.slice(name.start, name.end + OWNER_ENDING))) return [];
    // "The road to Ann Lee's farm climbs": nor is it about whom a preposition leads to, unless it begins with that.
    const before = tokens.slice(from + 1).filter(({ end: to }) => to <= name.start);
    if ((!isFar && pack.mentions.isLedTo(before)) || isInMarks(text, name)) return [];
    // Whoever is named in somebody's words is not whom the sentence is about.
    if (told.some((part) => overlaps(part, name))) return [];
    const index = cast.meant(name);
    if (cast.entity(index < 0 ? -1 - index : index).kind !== 'person') return [];
    // Of several people of that name it is open whom the next "he" means.
    return [{ index: Math.max(-1, index), paragraph, at: name.start }];
  });
}

/** "In a film that was shown in June, |Ann Lee| left": the name that is the subject of the first sentence; null where none is. */
function farSubject(
  { text, pack }: Pick<CastInput, 'text' | 'pack'>,
  start: number,
  tokens: readonly Token[],
  paragraph: number,
): NameAt | null {
  const [sentence] = pack.text.sentences(text, start, tokens.at(-1)?.end ?? start);
  const subject = sentence && pack.mentions.subjectOf(text, sentence);
  if (subject?.kind !== 'name') return null;
  const words = tokens.filter((t) => t.start >= subject.start && t.end <= subject.end);
  return pack.names.read(text, words, paragraph);
}

/** "The mayor of Ayr, Ann Lee, opened the fair": the role of whoever a paragraph begins with, whether they speak or not. */
function noteRole(
  { text, pack }: Pick<CastInput, 'text' | 'pack'>,
  head: Span,
  paragraph: number,
  cast: Cast,
): void {
  const subject = pack.mentions.subjectOf(text, head);
  if (subject?.kind !== 'description' || !subject.apposed) return;
  const { start, end } = subject.apposed;
  const name = pack.names.read(text, pack.text.tokenize(text, start, end, []), paragraph);
  const words = text.slice(subject.start, subject.end);
  if (!name || !cast.isKnown(name) || pack.mentions.isOwner(words)) return;
  cast.meant(name, pack.mentions.roleBeside(words));
}

/** Where a draft's speaker is named, or its words begin. */
const anchor = (draft: Draft): number => draft.mention?.start ?? first(draft.parts).start;
