/** The record of an article, and the records of whom and what no card describes. */
import { nearest } from '../intake/cards/read.ts';
import { dateFact } from '../model/dates.ts';
import { idOfName, sortNameOf, nameKey, titleOfName } from '../model/names.ts';
import { codePoints } from '../text/offsets.ts';
import { complain, unknownId, unknownOutlet } from '../model/messages.ts';
import {
  ArticleRecord,
  type Capture,
  type ClaimRecord,
  type OutletRecord,
  type SpeakerRecord,
} from '../model/records.ts';
import { at } from '../text/certain.ts';
import { joined } from './correct.ts';
import type { ReadDraft } from './kept-draft.ts';
import { packFor } from '../languages/index.ts';
import { speakersNamed, type SpeakerIndex } from './identify.ts';
import type { Mentioned } from './mentioned.ts';
import type { Names } from './one-name.ts';
import type { Metadata } from '../intake/printed.ts';

/** An article's record, checked; `claims` have their ids already. */
export function emitArticle(
  draft: ReadDraft,
  claims: readonly ClaimRecord[],
  outlets: readonly OutletRecord[],
  index: SpeakerIndex,
  source: { path: string; version: number; capture: Capture | undefined },
): ArticleRecord {
  const { id, file, card, raw, clean, meta, published } = draft;
  const data = card?.data ?? {};
  const turns = turnsOf(draft);
  const isDialogue = turns.some(({ kind }) => kind === 'answer');
  const outlet = outletOf(draft, outlets);
  checkOutlet(draft, outlets);
  // Where the card names one, it is the card that is wrong.
  if (!outlet && !data.outlet)
    complain(
      file,
      null,
      unknownOutlet(
        id,
        outlets.map((one) => one.id),
      ),
    );

  return ArticleRecord.parse({
    id,
    title: data.title ?? meta.title ?? titleOfName(id),
    titleBasis: titleBasis(data.title, meta.title),
    dek: data.dek === undefined ? meta.dek : data.dek,
    byline: bylineOf(draft, turns, index),
    bylinePrinted: meta.bylinePrinted,
    outlet,
    outletBasis: outletBasis(outlet, meta, outlets),
    published,
    captured: capturedOf(draft),
    kind: data.kind ?? kindOf(meta, isDialogue),
    form: data.form ?? (isDialogue ? 'dialogue' : 'narrative'),
    language: draft.language.tag,
    languageBasis: draft.language.basis,
    sections: meta.sections,
    rights: rightsOf(draft),
    original: data.original ?? meta.original ?? null,
    ...(data.archived && { archived: data.archived }),
    note: card?.body.trim() || null,
    format: raw.format.name,
    ...(meta.stated && { stated: [...meta.stated] }),
    ...(raw.undone.length > 0 && { undone: [...raw.undone] }),
    source: {
      path: source.path,
      sha256: raw.sha256,
      bytes: raw.bytes,
      characters: codePoints(raw.text).length,
      version: source.version,
      ...(source.capture && { capture: source.capture }),
    },
    text: clean.text,
    blocks: blocksOf(draft),
    turns,
    claims,
    ...rejectedIn(card),
    formerly: data.formerly ?? [],
  });
}

/** What the card says to be nobody's claim; nothing where it says that of no words. */
function rejectedIn(card: ReadDraft['card']): Pick<ArticleRecord, 'rejected'> {
  const rejected = (card?.data.claims ?? [])
    .filter(({ drop }) => drop)
    .map(({ words, occurrence, why, by, on }) => ({
      words: joined(words),
      occurrence: occurrence ?? null,
      why: why ?? null,
      by: by ?? null,
      on: on ?? null,
    }));
  return rejected.length > 0 ? { rejected } : {};
}

function capturedOf({ card, meta }: ReadDraft): ArticleRecord['captured'] {
  const byCard = card?.data.captured;
  if (byCard) return dateFact(byCard.edtf, byCard.basis, byCard.note ?? null);
  if (!meta.captured) return null;
  const { edtf, printed, where } = meta.captured;
  return dateFact(edtf, 'stated', `“${printed}”, ${where}`);
}

function turnsOf({ card, clean, found, identities }: ReadDraft): ArticleRecord['turns'] {
  const labels = card?.data.labels;
  return found.turns.map(({ number, kind, speaker, label }) => {
    const identity = speaker === null ? null : at(identities, speaker);
    const byCard = labels?.[clean.text.slice(label.start, label.end)];
    const byText = identity && 'id' in identity ? identity.id : null;
    return { number, kind, speaker: byCard ?? byText, label };
  });
}

function blocksOf({ found, paragraphs, meta }: ReadDraft): ArticleRecord['blocks'] {
  const turnAt = new Map<number, number>();
  for (const { number, from, to } of found.turns)
    for (const { start } of paragraphs.slice(from, to)) turnAt.set(start, number);
  return meta.blocks.map(({ role, start, end, inlines, source, why, rule }) => ({
    role,
    start,
    end,
    inlines: [...inlines],
    source,
    why,
    rule,
    turn: turnAt.get(start) ?? null,
  }));
}

type TurnKind = ArticleRecord['turns'][number]['kind'];
const ROLE_IN_TURNS = { answer: 'interviewee', question: 'interviewer' } as const;

type BylineEntry = ArticleRecord['byline'][number];

/** A person's name turned round; that of a desk, and what is no person by the words of the language, as it is. */
function filedName({ name, role }: Pick<BylineEntry, 'name' | 'role'>, language: string): string {
  const words = name.split(/\s+/);
  const isPerson = (packFor(language)?.names.kindOf(words, null) ?? 'person') === 'person';
  return role !== 'desk' && isPerson ? sortNameOf(name) : name;
}

/** Who wrote it, by the card or as printed; a name of the byline may be one of an interview's two. */
function bylineOf(
  { id, card, meta, language }: ReadDraft,
  turns: ArticleRecord['turns'],
  index: SpeakerIndex,
): ArticleRecord['byline'] {
  const byCard = card?.data.byline;
  if (byCard)
    return byCard.map(({ name, role, speaker }) => ({
      name,
      sortName: filedName({ name, role }, language.tag),
      role,
      speaker: speaker || (speakersNamed(index, name, id)[0] ?? null),
      basis: 'card',
    }));
  return meta.byline.map(({ name, role }) => {
    const [speaker = null] = speakersNamed(index, name, id);
    const has = (kind: TurnKind) =>
      speaker !== null && turns.some((turn) => turn.kind === kind && turn.speaker === speaker);
    const kind = (['answer', 'question'] as const).find(has);
    return {
      name,
      sortName: filedName({ name, role }, language.tag),
      role: kind ? ROLE_IN_TURNS[kind] : role,
      speaker,
      basis: 'stated',
    };
  });
}

function kindOf(meta: Metadata, isDialogue: boolean): ArticleRecord['kind'] {
  if (isDialogue || meta.interviewers.length > 0) return 'interview';
  return meta.opinion ? 'opinion' : 'report';
}

function rightsOf({ card, meta }: ReadDraft): ArticleRecord['rights'] {
  const { statements } = meta.rights;
  const byCard = card?.data.rights;
  if (byCard)
    return {
      holder: byCard.holder,
      statements: [byCard.statement, ...statements],
      basis: 'card',
    };
  return {
    holder: meta.rights.holder,
    statements: [...statements],
    basis: statements.length > 0 ? 'stated' : 'unknown',
  };
}

/** Says so where the card names an outlet that has none. */
function checkOutlet({ card }: ReadDraft, outlets: readonly OutletRecord[]): void {
  const named = card?.data.outlet;
  const known = outlets.map(({ id }) => id);
  if (!card || !named || known.includes(named)) return;
  complain(card.file, card.place(['outlet']), unknownId('outlet', named, nearest(named, known)));
}

function outletBasis(
  outlet: ArticleRecord['outlet'],
  meta: Metadata,
  outlets: readonly OutletRecord[],
): ArticleRecord['outletBasis'] {
  if (outlet === null) return 'unknown';
  const names = namesOf(outlet.id, outlets, outlet.name);
  return meta.outlets.some((printed) => names.includes(nameKey(printed))) ? 'stated' : 'card';
}

const titleBasis = (byCard: string | undefined, printed: string | null) => {
  if (byCard !== undefined && byCard !== printed) return 'card';
  return printed === null ? 'inferred' : 'stated';
};

const namesOf = (id: string, outlets: readonly OutletRecord[], name: string) =>
  [name, ...(outlets.find((outlet) => outlet.id === id)?.aliases ?? [])].map(nameKey);

function outletOf(
  { card, meta }: ReadDraft,
  outlets: readonly OutletRecord[],
): { id: string; name: string } | null {
  const byCard = outlets.find((outlet) => outlet.id === card?.data.outlet);
  if (byCard) return { id: byCard.id, name: byCard.name };
  for (const printed of meta.outlets) {
    const known = outlets.find((outlet) =>
      [outlet.name, ...outlet.aliases].some((name) => nameKey(name) === nameKey(printed)),
    );
    if (known) return { id: known.id, name: known.name };
  }
  const [printed] = meta.outlets;
  return printed && /[\p{L}\p{N}]/u.test(printed)
    ? { id: idOfName(printed, 'outlet'), name: printed }
    : null;
}

/** The ids that claims, chains and turns name. */
function speakersUsed(articles: readonly ArticleRecord[]): Set<string> {
  const used = new Set<string>();
  for (const { claims, turns } of articles) {
    for (const { speaker, via, candidates } of claims) {
      if (speaker) used.add(speaker.id);
      for (const { id } of via) used.add(id);
      for (const { id } of candidates) used.add(id);
    }
    for (const { speaker } of turns) if (speaker !== null) used.add(speaker);
  }
  return used;
}

/** Speakers without a card, one for each id that claims, chains and turns name. */
export function derivedSpeakers(
  articles: readonly ArticleRecord[],
  mentioned: Iterable<Mentioned>,
  carded: ReadonlySet<string>,
  names: Names,
): SpeakerRecord[] {
  const used = speakersUsed(articles);
  const speakers = new Map<string, SpeakerRecord>();
  for (const { article, entities } of mentioned)
    for (const { identity, role, printed } of entities) {
      const { id } = identity;
      if (carded.has(id) || !used.has(id)) continue;
      let speaker = speakers.get(id);
      if (!speaker) {
        const { name, kind } = names.speakers.get(id) ?? identity;
        speaker = derivedSpeaker({ id, name, kind: kind ?? identity.kind });
        speakers.set(id, speaker);
      }
      const { name, aliases, roles } = speaker;
      for (const other of printed)
        if (other !== name && !aliases.includes(other)) aliases.push(other);
      if (role) roles.push({ role, date: null, article });
    }
  // speakers that only the ledger remembers
  for (const article of articles)
    for (const { speaker } of article.claims)
      if (speaker && !carded.has(speaker.id) && !speakers.has(speaker.id))
        speakers.set(speaker.id, derivedSpeaker(speaker));
  return [...speakers.values()];
}

/** A speaker of whom no card tells: nothing is known of it but what claims say. */
export const derivedSpeaker = ({
  id,
  name,
  kind,
}: Pick<SpeakerRecord, 'id' | 'name' | 'kind'>): SpeakerRecord => ({
  id,
  name,
  kind,
  sortName: kind === 'person' ? sortNameOf(name) : name,
  aliases: [],
  roles: [],
  sameAs: [],
  note: null,
  hasCard: false,
  formerly: [],
});

/** Outlets without a card, one for each that articles name. */
export function derivedOutlets(
  articles: readonly ArticleRecord[],
  carded: readonly OutletRecord[],
): OutletRecord[] {
  const ids = new Set(carded.map(({ id }) => id));
  const derived = new Map<string, OutletRecord>();
  for (const { outlet } of articles)
    if (outlet && !ids.has(outlet.id))
      derived.set(outlet.id, {
        id: outlet.id,
        name: outlet.name,
        aliases: [],
        url: null,
        note: null,
        hasCard: false,
        formerly: [],
      });
  return [...derived.values()];
}
