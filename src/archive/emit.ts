import { nearest } from '../intake/cards/read.ts';
import { dateFact } from '../model/dates.ts';
import { sortNameOf, nameKey, slugOf } from '../model/names.ts';
import { codePoints } from '../text/offsets.ts';
import { complain, unknownId, unknownOutlet } from '../model/messages.ts';
import {
  ArticleRecord,
  type ClaimRecord,
  type OutletRecord,
  type SpeakerRecord,
} from '../model/records.ts';
import { titleOfName, type ArticleDraft } from './article.ts';
import { speakersNamed, type SpeakerIndex } from './identify.ts';
import type { Names } from './one-name.ts';

/** An article's record, checked; `claims` have their ids already. */
export function emitArticle(
  draft: ArticleDraft,
  claims: ClaimRecord[],
  outlets: readonly OutletRecord[],
  index: SpeakerIndex,
  source: { path: string; version: number },
): ArticleRecord {
  const { id, file, card, raw, clean, meta, found, identities, paragraphs, published } = draft;
  const data = card?.data ?? {};
  const turnOf = new Map<number, number>();
  for (const turn of found.turns)
    for (let i = turn.from; i < turn.to; i++) turnOf.set(paragraphs[i]!.start, turn.number);
  const turns = found.turns.map((turn) => {
    const identity = turn.speaker === null ? null : identities[turn.speaker]!;
    const byCard = data.labels?.[clean.text.slice(turn.label.start, turn.label.end)];
    return {
      number: turn.number,
      kind: turn.kind,
      speaker: byCard ?? (identity && 'id' in identity ? identity.id : null),
      label: turn.label,
    };
  });
  const dialogue = turns.some(({ kind }) => kind === 'answer');
  const kind =
    data.kind ??
    (dialogue || meta.interviewers.length > 0 ? 'interview' : meta.opinion ? 'opinion' : 'report');

  const outlet = outletOf(draft, outlets);
  if (data.outlet && !outlets.some((o) => o.id === data.outlet))
    complain(
      card!.file,
      card!.place(['outlet']),
      unknownId(
        'outlet',
        data.outlet,
        nearest(
          data.outlet,
          outlets.map((o) => o.id),
        ),
      ),
    );
  if (!outlet) complain(file, null, unknownOutlet());

  const roleInTurns = (
    speaker: string | null,
    fallback: 'author' | 'interviewer' | 'interviewee' | 'desk',
  ) => {
    const kinds = new Set(
      turns.filter((turn) => speaker !== null && turn.speaker === speaker).map((turn) => turn.kind),
    );
    return kinds.has('answer')
      ? ('interviewee' as const)
      : kinds.has('question')
        ? ('interviewer' as const)
        : fallback;
  };
  const byline = (data.byline ?? meta.byline).map((entry) => {
    const [speaker = null] =
      'speaker' in entry && entry.speaker ? [entry.speaker] : speakersNamed(index, entry.name, id);
    return {
      name: entry.name,
      role: data.byline ? entry.role : roleInTurns(speaker, entry.role),
      speaker,
      basis: data.byline ? ('card' as const) : ('stated' as const),
    };
  });

  return ArticleRecord.parse({
    id,
    title: data.title ?? meta.title ?? titleOfName(id),
    titleBasis: titleBasis(data.title, meta.title),
    dek: data.dek === undefined ? meta.dek : data.dek,
    byline,
    bylinePrinted: meta.bylinePrinted,
    outlet,
    outletBasis:
      outlet === null
        ? 'unknown'
        : meta.outlets.some((printed) =>
              namesOf(outlet.id, outlets, outlet.name).includes(nameKey(printed)),
            )
          ? 'stated'
          : 'card',
    published,
    captured: data.captured
      ? dateFact(data.captured.edtf, data.captured.basis, data.captured.note ?? null)
      : null,
    kind,
    form: data.form ?? (dialogue ? 'dialogue' : 'narrative'),
    language: draft.language.tag,
    languageBasis: draft.language.basis,
    sections: meta.sections,
    rights: data.rights
      ? {
          holder: data.rights.holder,
          statements: [data.rights.statement, ...meta.rights.statements],
          basis: 'card',
        }
      : { ...meta.rights, basis: meta.rights.statements.length > 0 ? 'stated' : 'unknown' },
    original: data.original ?? null,
    note: card?.body.trim() || null,
    format: raw.format.name,
    ...(raw.undone.length > 0 && { undone: [...raw.undone] }),
    source: {
      path: source.path,
      sha256: raw.sha256,
      bytes: raw.bytes,
      characters: codePoints(raw.text).length,
      version: source.version,
    },
    text: clean.text,
    blocks: meta.blocks.map(({ bold: _, ...block }) => ({
      ...block,
      turn: turnOf.get(block.start) ?? null,
    })),
    turns,
    claims,
    formerly: data.formerly ?? [],
  });
}

const titleBasis = (byCard: string | undefined, printed: string | null) => {
  if (byCard !== undefined && byCard !== printed) return 'card';
  return printed === null ? 'inferred' : 'stated';
};

const namesOf = (id: string, outlets: readonly OutletRecord[], name: string) =>
  [name, ...(outlets.find((outlet) => outlet.id === id)?.aliases ?? [])].map(nameKey);

function outletOf(
  { card, meta }: ArticleDraft,
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
  return printed && slugOf(printed) ? { id: slugOf(printed), name: printed } : null;
}

/** Speakers without a card, one for each id that claims, chains and turns name. */
export function derivedSpeakers(
  articles: readonly ArticleRecord[],
  drafts: readonly ArticleDraft[],
  carded: ReadonlySet<string>,
  names: Names,
): SpeakerRecord[] {
  const used = new Set(
    articles.flatMap((article) => [
      ...article.claims.flatMap((c) => [
        c.speaker?.id,
        ...c.via.map((v) => v.id),
        ...c.candidates.map((x) => x.id),
      ]),
      ...article.turns.map((t) => t.speaker),
    ]),
  );
  const speakers = new Map<string, SpeakerRecord>();
  for (const { id: article, identities, found, clean } of drafts) {
    identities.forEach((identity, i) => {
      if (!('id' in identity) || carded.has(identity.id) || !used.has(identity.id)) return;
      const entity = found.entities[i]!;
      const before = speakers.get(identity.id);
      const called = names.speakers.get(identity.id);
      const { name } = called ?? before ?? identity;
      const kind = called?.kind ?? before?.kind ?? identity.kind;
      const printed = entity.mentions
        .map(({ start, end }) => clean.text.slice(start, end))
        .filter((other) => other !== name && /\p{Lu}/u.test(other) && other.length > 2);
      const roles = entity.role ? [{ role: entity.role, date: null, article }] : [];
      speakers.set(identity.id, {
        id: identity.id,
        name,
        kind,
        sortName: kind === 'person' ? sortNameOf(name) : name,
        aliases: [...new Set([...(before?.aliases ?? []), ...printed])],
        roles: [...(before?.roles ?? []), ...roles],
        sameAs: [],
        note: null,
        hasCard: false,
        formerly: [],
      });
    });
  }
  // speakers that only the ledger remembers
  for (const article of articles)
    for (const { speaker } of article.claims)
      if (speaker && !carded.has(speaker.id) && !speakers.has(speaker.id))
        speakers.set(speaker.id, {
          id: speaker.id,
          name: speaker.name,
          kind: speaker.kind,
          sortName: speaker.kind === 'person' ? sortNameOf(speaker.name) : speaker.name,
          aliases: [],
          roles: [],
          sameAs: [],
          note: null,
          hasCard: false,
          formerly: [],
        });
  return [...speakers.values()];
}
