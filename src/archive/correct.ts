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
import type { CleanText } from '../intake/clean.ts';
import { keepClaims, readingHull, type DraftClaim } from './draft.ts';
import { speakersNamed, type SpeakerIndex } from './identify.ts';

/** Marks, blanks and composed letters may be typed either way in a card. */
const fold = (words: string) =>
  words
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Applies the `claims:` entries of an article's card. Each must find its words exactly once
 * (or name the occurrence); what it finds not is an error on the card.
 */
export function correctClaims(
  claims: readonly DraftClaim[],
  card: Card<ArticleCard>,
  clean: CleanText,
  readable: readonly Span[],
  article: string,
  index: SpeakerIndex,
  versions: number,
): DraftClaim[] {
  const list: DraftClaim[] = [...claims];
  const dropped = new Set<number>();
  for (const [at, entry] of (card.data.claims ?? []).entries()) {
    const complainHere = complainAt(card.file, card.place(['claims', at, 'words']), versions > 1);
    checkSpeakers(entry, at, card, index);
    if (entry.add) {
      const parts = locateAll(entry.words, clean, readable, entry.occurrence, complainHere);
      if (parts) list.push(changed(blank(parts, clean), entry, clean, article, index, 'added'));
      continue;
    }
    const target = findClaim(entry, list, dropped, complainHere);
    if (target === null) continue;
    if (entry.drop) dropped.add(target);
    else {
      let claim = list[target]!;
      if (entry.become) {
        const parts = locateAll(
          entry.become,
          clean,
          [widened(readingHull(claim), readable)],
          undefined,
          complainHere,
        );
        if (!parts) continue;
        claim = { ...claim, parts, text: textOf(parts, clean) };
      }
      list[target] = changed(
        claim,
        entry,
        clean,
        article,
        index,
        entry.confirm ? 'confirmed' : 'corrected',
      );
    }
  }
  return keepClaims(list, (_, i) => !dropped.has(i));
}

type Report = (problem: Problem) => void;

/** An entry that a newer version of the source has outrun is a warning: the ledger keeps the claim. */
const complainAt =
  (file: VFile, place: { line: number; column: number }, outrun: boolean): Report =>
  (problem) =>
    complain(file, place, outrun ? ofOlderVersion(problem) : problem);

/** Gives the turns under a label of an interview ("Q", "A") to the speaker whom the card names for it. */
export function labelTurns(
  claims: readonly DraftClaim[],
  card: Card<ArticleCard>,
  turns: Found['turns'],
  clean: CleanText,
  article: string,
  index: SpeakerIndex,
): DraftClaim[] {
  const labels = card.data.labels ?? {};
  for (const [label, id] of Object.entries(labels))
    if (!index.byId.has(id))
      complain(
        card.file,
        card.place(['labels', label]),
        unknownId('speaker', id, nearest(id, [...index.byId.keys()])),
      );
  return claims.map((claim) => {
    const turn = turns.find(({ number }) => number === claim.turn);
    const speaker =
      turn && claim.within === null
        ? index.byId.get(labels[clean.text.slice(turn.label.start, turn.label.end)] ?? '')
        : undefined;
    if (!turn || !speaker || (claim.type !== 'answer' && claim.type !== 'question')) return claim;
    const role = speaker.roles.find((r) => r.article === article)?.role ?? null;
    return {
      ...claim,
      speaker: {
        id: speaker.id,
        name: speaker.name,
        kind: speaker.kind,
        mention: clean.toSource(turn.label)[0]!,
        basis: 'card',
        role,
      },
      candidates: [],
    };
  });
}

function checkSpeakers(
  entry: ClaimEntry,
  at: number,
  card: Card<ArticleCard>,
  index: SpeakerIndex,
): void {
  const ids = [...index.byId.keys()];
  for (const [key, id] of [
    ['speaker', entry.speaker] as const,
    ...(entry.via ?? []).map((v) => ['via', v] as const),
  ])
    if (id && !index.byId.has(id))
      complain(
        card.file,
        card.place(['claims', at, key]),
        unknownId('speaker', id, nearest(id, ids)),
      );
}

const wordsOf = (words: string | readonly string[]) =>
  typeof words === 'string' ? [words] : words;

function findClaim(
  entry: ClaimEntry,
  list: readonly DraftClaim[],
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
  else
    return (
      hits[(entry.occurrence ?? 1) - 1] ??
      (report(wordsNotFound(wanted, `at least ${entry.occurrence} claims with these words`)), null)
    );
  return null;
}

/** Places of the words in the reading text, one part each, in order. */
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
    const hits = occurrences(piece, clean, within).filter(({ start }) => start >= after);
    if (hits.length === 0)
      return (
        report(
          wordsNotFound(piece, 'words of the article as they are read, outside its boilerplate'),
        ),
        null
      );
    if (hits.length > 1 && occurrence === undefined && parts.length === 0)
      return (report(wordsAmbiguous(piece, hits.length)), null);
    const hit = hits[parts.length === 0 ? (occurrence ?? 1) - 1 : 0];
    if (!hit)
      return (report(wordsNotFound(piece, `at least ${occurrence} places with these words`)), null);
    parts.push(...clean.toSource(hit));
    after = hit.end;
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

const blank = (parts: Part[], clean: CleanText): DraftClaim => ({
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
  reasons: [],
  review: 'added',
  reviewNote: null,
});

function changed(
  claim: DraftClaim,
  entry: ClaimEntry,
  clean: CleanText,
  article: string,
  index: SpeakerIndex,
  review: DraftClaim['review'],
): DraftClaim {
  const near = (words: string | null | undefined, kept: Part | null): Part | null => {
    if (words === undefined) return kept;
    if (words === null) return null;
    const hull = readingHull(claim);
    const all = occurrences(words, clean, [
      { start: Math.max(0, hull.start - 600), end: Math.min(clean.text.length, hull.end + 600) },
    ]);
    const away = (s: Span) => Math.max(hull.start - s.end, s.start - hull.end, 0);
    const hit = all.sort((a, b) => away(a) - away(b))[0];
    return hit ? clean.toSource(hit)[0]! : null;
  };
  const mention = near(entry.mention, claim.speaker?.mention ?? null);
  const speaker = () => {
    if (entry.speaker === undefined)
      return claim.speaker && entry.mention !== undefined
        ? { ...claim.speaker, mention }
        : claim.speaker;
    if (entry.speaker === null) return null;
    const card = index.byId.get(entry.speaker);
    if (!card) return claim.speaker;
    const role = card.roles.find((r) => r.article === article)?.role ?? null;
    const same =
      mention &&
      speakersNamed(
        index,
        clean.text.slice(mention.reading.start, mention.reading.end),
        article,
      ).includes(card.id);
    return {
      id: card.id,
      name: card.name,
      kind: card.kind,
      mention,
      basis: same ? ('alias' as const) : ('card' as const),
      role,
    };
  };
  const said =
    entry.said === undefined
      ? claim.said
      : entry.said === null
        ? null
        : dateFact(entry.said.edtf, entry.said.basis, entry.said.note ?? null);
  return {
    ...claim,
    type: entry.type ?? claim.type,
    speaker: speaker(),
    candidates: entry.speaker === undefined ? claim.candidates : [],
    via:
      entry.via?.flatMap((id) =>
        index.byId.has(id) ? [{ id, name: index.byId.get(id)!.name, mention: null }] : [],
      ) ?? claim.via,
    cue: near(entry.cue, claim.cue),
    cueKind: entry.cueKind ?? claim.cueKind,
    polarity: entry.polarity ?? claim.polarity,
    said,
    reasons:
      review === 'confirmed'
        ? claim.reasons
        : [...claim.reasons, `a curator decided: ${entry.why}`],
    confidence: 1,
    review,
    reviewNote: entry.why ?? null,
  };
}
