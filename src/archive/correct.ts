/** What an article's card says of its claims: found ones confirmed, changed or dropped, others added. */
import type { VFile } from 'vfile';
import { nearest, type Card } from '../intake/cards/read.ts';
import type { ArticleCard, ClaimEntry } from '../intake/cards/schema.ts';
import { dateFact } from '../model/dates.ts';
import {
  claimDecidedTwice,
  complain,
  ofOlderVersion,
  unknownId,
  wordsAmbiguous,
  wordsNotFound,
  type Problem,
} from '../model/messages.ts';
import type { Found } from '../engine/types.ts';
import { UNIT } from '../ledger/normal.ts';
import type { Part, Span } from '../model/records.ts';
import { at, first } from '../text/certain.ts';
import { plainMarks } from '../text/plain-marks.ts';
import { overlaps } from '../text/spans.ts';
import type { CleanText } from '../intake/clean.ts';
import { keepClaims, readingHull, type ClaimContent } from './draft.ts';
import { roleOnCard, speakersNamed, type SpeakerIndex } from './identify.ts';

/** Marks, blanks and composed letters may be typed either way in a card. */
export const foldWords = (words: string): string =>
  plainMarks(words.normalize('NFC')).replace(/\s+/g, ' ').trim();

/** The words of an entry as one text; of a claim in parts, all of them. */
export const joined = (words: string | readonly string[]): string => wordsOf(words).join(' ');

/** The same, as entries are compared. */
export const folded = (words: string | readonly string[]): string => foldWords(joined(words));

/** The article whose claims are corrected, and the speakers that its card may name. */
export interface CorrectedArticle {
  id: string;
  card: Card<ArticleCard>;
  clean: CleanText;
  index: SpeakerIndex;
}

/** By the index of an entry in its card: the place of the claim that it means, as it was found; null where none is. */
export type Meant = ReadonlyMap<number, string | null>;

/** A claim with all that the card says of it. */
export interface TracedClaim {
  claim: ClaimContent;
  /** As it was found; null for one that the card adds. */
  found: ClaimContent | null;
  /** The entries that speak of it, by their indexes in the card. */
  entries: readonly number[];
  dropped: boolean;
}

/**
 * Applies the `claims:` entries of an article's card. Each must find its words exactly once
 * (or name the occurrence); what it finds not is an error on the card.
 * Words are looked for in `readable`; `versions` is how many versions of the source there are.
 * Dropped claims stand in the list as well. `meant` says of which claim an entry speaks, whoever has its words.
 */
export function traceCorrections(
  claims: readonly ClaimContent[],
  article: CorrectedArticle,
  readable: readonly Span[],
  { versions, meant }: { versions: number; meant?: Meant | undefined },
): TracedClaim[] {
  const { card, clean } = article;
  const list = foundClaims(claims);
  for (const [nth, entry] of (card.data.claims ?? []).entries()) {
    const report = reportAt(card.file, card.place(['claims', nth, 'words']), versions > 1);
    checkSpeakers(entry, nth, article);
    if (entry.add) {
      const parts = locateAll(entry.words, clean, readable, entry.occurrence, report);
      const known = parts ? list.findIndex((one) => hasWords(one, parts, clean)) : -1;
      if (known >= 0) {
        // found already: the entry says what else holds of it
        const { claim, entries, ...traced } = at(list, known);
        const both = [...entries, nth];
        reportContradiction(both, article);
        const review = traced.found ? 'corrected' : 'added';
        list[known] = { ...traced, entries: both, claim: changed(claim, entry, article, review) };
        continue;
      }
      const claim = parts && changed(added(parts, clean), entry, article, 'added');
      if (claim) list.push({ claim, found: null, entries: [nth], dropped: false });
      continue;
    }
    const place = meant?.get(nth);
    if (place === null) continue;
    const target = place === undefined ? findClaim(entry, list, report) : foundAt(list, place);
    if (target === null) continue;
    const traced = at(list, target);
    const entries = [...traced.entries, nth];
    reportContradiction(entries, article);
    if (entry.drop) {
      list[target] = { ...traced, entries, dropped: true };
      continue;
    }
    const claim = inOtherWords(traced.claim, entry, clean, readable, report);
    const review = entry.confirm ? 'confirmed' : 'corrected';
    if (claim) list[target] = { ...traced, entries, claim: changed(claim, entry, article, review) };
  }
  return list;
}

/** Where the words of a claim stand, as text. */
export const placeOf = ({ parts }: Pick<ClaimContent, 'parts'>): string =>
  parts.map(({ start, end }) => `${start}-${end}`).join(' ');

/** The claim that was found at a place; null where none was. */
function foundAt(list: readonly TracedClaim[], place: string): number | null {
  const at = list.findIndex(({ found }) => found !== null && placeOf(found) === place);
  return at < 0 ? null : at;
}

/** A span without the blanks and marks at its ends. */
function bare({ start, end }: Span, text: string): string {
  const words = text.slice(start, end);
  const from = /^[\s\p{P}]*/u.exec(words)?.[0].length ?? 0;
  const to = /[\s\p{P}]*$/u.exec(words)?.[0].length ?? 0;
  return `${start + from}-${end - to}`;
}

/** Whether a claim that stands has these words at this place, whatever marks are at their ends. */
const hasWords = ({ claim, dropped }: TracedClaim, parts: readonly Part[], { text }: CleanText) =>
  !dropped &&
  claim.parts.length === parts.length &&
  claim.parts.every(({ reading }, i) => bare(reading, text) === bare(at(parts, i).reading, text));

/** What two entries on one claim cannot say differently. */
const DECIDED = [
  'become',
  'type',
  'speaker',
  'via',
  'mention',
  'cue',
  'cueKind',
  'polarity',
  'said',
] as const satisfies readonly (keyof ClaimEntry)[];

/** Says so where the last of a claim's entries says something else of it than one before. */
function reportContradiction(entries: readonly number[], { card }: CorrectedArticle): void {
  const said = card.data.claims ?? [];
  const own = at(said, at(entries, entries.length - 1));
  for (const nth of entries.slice(0, -1)) {
    const earlier = at(said, nth);
    const field =
      own.drop === earlier.drop
        ? DECIDED.find(
            (key) =>
              own[key] !== undefined &&
              earlier[key] !== undefined &&
              JSON.stringify(own[key]) !== JSON.stringify(earlier[key]),
          )
        : 'drop';
    if (!field) continue;
    const { line } = card.place(['claims', nth, 'words']);
    const place = card.place(['claims', at(entries, entries.length - 1), 'words']);
    complain(card.file, place, claimDecidedTwice(joined(own.words), field, line));
  }
}

/** Claims of which no card says anything. */
export const foundClaims = (claims: readonly ClaimContent[]): TracedClaim[] =>
  claims.map((claim) => ({ claim, found: claim, entries: [], dropped: false }));

/** The claims that are not dropped. */
export const standingClaims = (traced: readonly TracedClaim[]): ClaimContent[] =>
  keepClaims(
    traced.map(({ claim }) => claim),
    (_, i) => !at(traced, i).dropped,
  );

/**
 * The claim with the words that the entry gives it; null where they are not near it. Of several places the one that
 * the claim has a share in is meant.
 */
function inOtherWords(
  claim: ClaimContent,
  { become }: ClaimEntry,
  clean: CleanText,
  readable: readonly Span[],
  report: Report,
): ClaimContent | null {
  if (!become) return claim;
  const hull = readingHull(claim);
  const within = [widened(hull, readable)];
  const hits = occurrences(first(wordsOf(become)), clean, within);
  const own = hits.flatMap((hit, i) => (overlaps(hit, hull) ? [i + 1] : []));
  const occurrence = hits.length > 1 && own.length === 1 ? own[0] : undefined;
  const parts = locateAll(become, clean, within, occurrence, report);
  return parts && { ...claim, parts, text: textOf(parts, clean) };
}

type Report = (problem: Problem) => void;

/** An entry that a newer version of the source has outrun is a warning: the ledger keeps the claim. */
const reportAt =
  (file: VFile, place: { line: number; column: number }, outrun: boolean): Report =>
  (problem) =>
    complain(file, place, outrun ? ofOlderVersion(problem) : problem);

/** Gives the turns under a label of an interview ("Q", "A") to the speaker whom the card names for it. */
export function labelTurns(
  claims: readonly ClaimContent[],
  { id: article, card, clean, index }: CorrectedArticle,
  turns: Found['turns'],
): ClaimContent[] {
  const labels = card.data.labels ?? {};
  for (const [label, id] of Object.entries(labels))
    checkSpeaker(id, card, ['labels', label], index);
  return claims.map((claim) => {
    const turn = turns.find(({ number }) => number === claim.turn);
    const speaker =
      turn && claim.within === null
        ? index.byId.get(labels[clean.text.slice(turn.label.start, turn.label.end)] ?? '')
        : undefined;
    if (!turn || !speaker || (claim.type !== 'answer' && claim.type !== 'question')) return claim;
    const { id, name, kind } = speaker;
    const mention = first(clean.toSource(turn.label));
    const role = roleOnCard(index, id, article);
    return {
      ...claim,
      speaker: { id, name, kind, mention, basis: 'card', role },
      speakerConfidence: 1,
      candidates: [],
    };
  });
}

function checkSpeakers(entry: ClaimEntry, nth: number, { card, index }: CorrectedArticle): void {
  const named = [
    ['speaker', entry.speaker] as const,
    ...(entry.via ?? []).map((id) => ['via', id] as const),
  ];
  for (const [key, id] of named) if (id) checkSpeaker(id, card, ['claims', nth, key], index);
}

/** Says so where a card names a speaker who has none. */
function checkSpeaker(
  id: string,
  card: Card<ArticleCard>,
  path: readonly PropertyKey[],
  index: SpeakerIndex,
): void {
  if (index.byId.has(id)) return;
  const known = [...index.byId.keys()];
  complain(card.file, card.place(path), unknownId('speaker', id, nearest(id, known)));
}

const wordsOf = (words: string | readonly string[]) =>
  typeof words === 'string' ? [words] : words;

/**
 * Index of the claim that an entry speaks of; null, with a message, where it is none or several. `occurrence` counts
 * all claims that were found with these words, whatever other entries make of them: so entries may stand in any
 * order, and those of two people side by side.
 */
function findClaim(entry: ClaimEntry, list: readonly TracedClaim[], report: Report): number | null {
  const wanted = folded(entry.words);
  const places = (isMeant: (traced: TracedClaim) => boolean) =>
    list.flatMap((traced, i) => (isMeant(traced) ? [i] : []));
  const standing = places(({ claim, dropped }) => !dropped && foldWords(claim.text) === wanted);
  const found = places(({ claim, found }) => foldWords((found ?? claim).text) === wanted);
  if (entry.occurrence !== undefined && found.length > 0) {
    const hit = found[entry.occurrence - 1];
    if (hit === undefined)
      report(wordsNotFound(wanted, `at least ${entry.occurrence} claims with these words`));
    return hit ?? null;
  }
  const [hit, ...others] = standing.length > 0 ? standing : dropped(entry, list, found);
  if (hit === undefined) report(wordsNotFound(wanted, 'the whole words of a claim that was found'));
  else if (others.length > 0 && entry.occurrence === undefined)
    report(wordsAmbiguous(wanted, others.length + 1));
  else return hit;
  return null;
}

/** What another entry dropped: it is meant where nothing else has the words, so that this can be said. */
const dropped = (
  entry: ClaimEntry,
  list: readonly TracedClaim[],
  found: readonly number[],
): number[] => found.filter((i) => at(list, i).dropped && entry.occurrence === undefined);

/** Places of the words in the reading text, one part each, in order; null, with a message, without them. */
function locateAll(
  words: string | readonly string[],
  clean: CleanText,
  within: readonly Span[],
  occurrence: number | undefined,
  report: Report,
): Part[] | null {
  const parts: Part[] = [];
  let after = 0;
  for (const piece of wordsOf(words)) {
    const isFirst = parts.length === 0;
    const hits = occurrences(piece, clean, within).filter(({ start }) => start >= after);
    const hit = hits[isFirst ? (occurrence ?? 1) - 1 : 0];
    if (hits.length === 0)
      report(
        wordsNotFound(piece, 'words of the article as they are read, outside its boilerplate'),
      );
    else if (hits.length > 1 && occurrence === undefined && isFirst)
      report(wordsAmbiguous(piece, hits.length));
    else if (!hit) report(wordsNotFound(piece, `at least ${occurrence} places with these words`));
    else {
      parts.push(...clean.toSource(hit));
      after = hit.end;
      continue;
    }
    return null;
  }
  return parts;
}

/** Where words stand in the reading text, however their marks, blanks and letters are typed; in the order of `within`. */
export function occurrences(
  words: string,
  clean: Pick<CleanText, 'text'>,
  within: readonly Span[],
): Span[] {
  const wanted = foldWords(words);
  return within.flatMap(({ start, end }) => {
    const { text, starts } = composed(clean.text.slice(start, end));
    const place = (i: number) => start + (starts?.[i] ?? i);
    const hits: Span[] = [];
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
      hits.push({ start: place(at), end: place(at + wanted.length) });
    return hits;
  });
}

/**
 * Reading text as `foldWords` has words. The reading text has single blanks, and marks map one to one; where letters
 * are composed, `starts` says at which offset of the text each one begins, and where the last one ends.
 */
function composed(reading: string): { text: string; starts: readonly number[] | null } {
  const marked = plainMarks(reading);
  const text = marked.normalize('NFC');
  if (text === marked) return { text, starts: null };
  const starts: number[] = [];
  for (const { 0: unit, index } of marked.matchAll(UNIT))
    for (let i = unit.normalize('NFC').length; i > 0; i--) starts.push(index);
  return { text, starts: [...starts, marked.length] };
}

const widened = (span: Span, readable: readonly Span[]): Span => {
  const over = readable.filter((block) => block.start < span.end && span.start < block.end);
  return {
    start: Math.min(span.start, ...over.map((b) => b.start)),
    end: Math.max(span.end, ...over.map((b) => b.end)),
  };
};

const textOf = (parts: readonly Part[], clean: CleanText) =>
  parts.map(({ reading }) => clean.text.slice(reading.start, reading.end)).join(' ');

/** A claim that nothing found: its words, with all else open. */
const added = (parts: Part[], clean: CleanText): ClaimContent => ({
  type: 'direct',
  text: textOf(parts, clean),
  parts,
  speaker: null,
  candidates: [],
  via: [],
  cue: null,
  cueKind: 'none',
  polarity: 'positive',
  said: null,
  within: null,
  turn: null,
  rule: 'card',
  confidence: 1,
  wordsConfidence: 1,
  speakerConfidence: null,
  reasons: [],
  review: 'added',
  reviewNote: null,
});

/** The claim as an entry of the card has it. */
function changed(
  claim: ClaimContent,
  entry: ClaimEntry,
  article: CorrectedArticle,
  review: ClaimContent['review'],
): ClaimContent {
  const { clean, index } = article;
  const near = (words: string | null | undefined, kept: Part | null): Part | null => {
    if (words === undefined) return kept;
    return words === null ? null : nearestPlace(words, readingHull(claim), clean);
  };
  const mention = near(entry.mention, claim.speaker?.mention ?? null);
  const speaker = speakerBy(entry, claim, mention, article);
  return {
    ...claim,
    type: entry.type ?? claim.type,
    speaker,
    candidates: entry.speaker === undefined ? claim.candidates : [],
    via:
      entry.via?.flatMap((id) => {
        const card = index.byId.get(id);
        return card ? [{ id, name: card.name, mention: null }] : [];
      }) ?? claim.via,
    cue: near(entry.cue, claim.cue),
    cueKind: entry.cueKind ?? claim.cueKind,
    polarity: entry.polarity ?? claim.polarity,
    said: saidBy(entry, claim),
    reasons:
      review === 'confirmed'
        ? claim.reasons
        : [...claim.reasons, `a curator decided: ${entry.why}`],
    confidence: 1,
    wordsConfidence: 1,
    speakerConfidence: speaker && 1,
    review,
    reviewNote: entry.why ?? null,
    ...(entry.by !== undefined && { reviewedBy: entry.by }),
    ...(entry.on !== undefined && { reviewedOn: entry.on }),
  };
}

/** Where the words stand nearest to a claim, at most 600 characters away. */
function nearestPlace(words: string, hull: Span, clean: CleanText): Part | null {
  const all = occurrences(words, clean, [
    { start: Math.max(0, hull.start - 600), end: Math.min(clean.text.length, hull.end + 600) },
  ]);
  const away = (span: Span) => Math.max(hull.start - span.end, span.start - hull.end, 0);
  const [hit] = all.sort((a, b) => away(a) - away(b));
  return hit ? first(clean.toSource(hit)) : null;
}

/** Whose words they are, by an entry of the card. */
function speakerBy(
  entry: ClaimEntry,
  { speaker }: ClaimContent,
  mention: Part | null,
  { id: article, clean, index }: CorrectedArticle,
): ClaimContent['speaker'] {
  if (entry.speaker === undefined)
    return speaker && entry.mention !== undefined ? { ...speaker, mention } : speaker;
  if (entry.speaker === null) return null;
  const card = index.byId.get(entry.speaker);
  if (!card) return speaker;
  const { id, name, kind } = card;
  const printed = mention && clean.text.slice(mention.reading.start, mention.reading.end);
  const isAlias = printed !== null && speakersNamed(index, printed, article).includes(id);
  const basis = isAlias ? 'alias' : 'card';
  return { id, name, kind, mention, basis, role: roleOnCard(index, id, article) };
}

/** When they were said, by an entry of the card. */
function saidBy({ said }: ClaimEntry, claim: ClaimContent): ClaimContent['said'] {
  if (said === undefined) return claim.said;
  return said && dateFact(said.edtf, said.basis, said.note ?? null);
}
