/** What an article's card says of its claims: found ones confirmed, changed or dropped, others added. */
import type { VFile } from 'vfile';
import { nearest, type Card } from '../intake/cards/read.ts';
import type { ArticleCard, ClaimEntry } from '../intake/cards/schema.ts';
import { dateFact } from '../model/dates.ts';
import {
  complain,
  ofOlderVersion,
  unknownId,
  wordsAmbiguous,
  wordsNotFound,
  type Problem,
} from '../model/messages.ts';
import type { Found } from '../engine/types.ts';
import type { Part, Span } from '../model/records.ts';
import { at, first } from '../text/certain.ts';
import type { CleanText } from '../intake/clean.ts';
import { keepClaims, readingHull, type ClaimContent } from './draft.ts';
import { roleOnCard, speakersNamed, type SpeakerIndex } from './identify.ts';

/** Marks, blanks and composed letters may be typed either way in a card. */
const fold = (words: string) =>
  words
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

/** The article whose claims are corrected, and the speakers that its card may name. */
export interface CorrectedArticle {
  id: string;
  card: Card<ArticleCard>;
  clean: CleanText;
  index: SpeakerIndex;
}

/**
 * Applies the `claims:` entries of an article's card. Each must find its words exactly once
 * (or name the occurrence); what it finds not is an error on the card.
 * Words are looked for in `readable`; `versions` is how many versions of the source there are.
 */
export function correctClaims(
  claims: readonly ClaimContent[],
  article: CorrectedArticle,
  readable: readonly Span[],
  versions: number,
): ClaimContent[] {
  const { card, clean } = article;
  const list: ClaimContent[] = [...claims];
  const dropped = new Set<number>();
  for (const [nth, entry] of (card.data.claims ?? []).entries()) {
    const report = reportAt(card.file, card.place(['claims', nth, 'words']), versions > 1);
    checkSpeakers(entry, nth, article);
    if (entry.add) {
      const parts = locateAll(entry.words, clean, readable, entry.occurrence, report);
      if (parts) list.push(changed(added(parts, clean), entry, article, 'added'));
      continue;
    }
    const target = findClaim(entry, list, dropped, report);
    if (target === null) continue;
    if (entry.drop) {
      dropped.add(target);
      continue;
    }
    const claim = inOtherWords(at(list, target), entry, clean, readable, report);
    if (claim)
      list[target] = changed(claim, entry, article, entry.confirm ? 'confirmed' : 'corrected');
  }
  return keepClaims(list, (_, i) => !dropped.has(i));
}

/** The claim with the words that the entry gives it; null where they are not near it. */
function inOtherWords(
  claim: ClaimContent,
  { become }: ClaimEntry,
  clean: CleanText,
  readable: readonly Span[],
  report: Report,
): ClaimContent | null {
  if (!become) return claim;
  const within = [widened(readingHull(claim), readable)];
  const parts = locateAll(become, clean, within, undefined, report);
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

/** Index of the claim that an entry speaks of; null, with a message, where it is none or several. */
function findClaim(
  entry: ClaimEntry,
  list: readonly ClaimContent[],
  dropped: ReadonlySet<number>,
  report: Report,
): number | null {
  const wanted = fold(wordsOf(entry.words).join(' '));
  const hits = list.flatMap((claim, i) =>
    !dropped.has(i) && fold(claim.text) === wanted ? [i] : [],
  );
  if (hits.length === 0) report(wordsNotFound(wanted, 'the whole words of a claim that was found'));
  else if (hits.length > 1 && entry.occurrence === undefined)
    report(wordsAmbiguous(wanted, hits.length));
  else {
    const hit = hits[(entry.occurrence ?? 1) - 1];
    if (hit !== undefined) return hit;
    report(wordsNotFound(wanted, `at least ${entry.occurrence} claims with these words`));
  }
  return null;
}

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

function occurrences(words: string, clean: CleanText, within: readonly Span[]): Span[] {
  const forms = new Set([fold(words), fold(words).normalize('NFD')]);
  return within.flatMap(({ start, end }) => {
    // lengths are kept: the reading text has single blanks, and marks map one to one
    const text = clean.text
      .slice(start, end)
      .replace(/[“”„«»]/g, '"')
      .replace(/[‘’‚`´]/g, "'");
    const hits: Span[] = [];
    for (const wanted of forms)
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
        hits.push({ start: start + at, end: start + at + wanted.length });
    return hits;
  });
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
