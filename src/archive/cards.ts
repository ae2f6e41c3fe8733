/** From the cards of the content folder to records. What a card says wrongly is a message on its file. */
import type { VFile } from 'vfile';
import type { z } from 'zod';
import { readCard, type Card } from '../intake/cards/read.ts';
import {
  AnnotationCard,
  DEFAULT_SITE,
  SiteFrontMatter,
  type OutletCard,
  type PlaceCard,
  type SpeakerCard,
  type TopicCard,
} from '../intake/cards/schema.ts';
import { hadClaimFiles } from '../ledger/index.ts';
import {
  aliasTaken,
  badAnnotationName,
  badSourceName,
  claimFilesKept,
  complain,
  duplicateId,
  noSiteCard,
  reservedName,
  unknownClaim,
} from '../model/messages.ts';
import { isReservedName, nameKey, sortNameOf } from '../model/names.ts';
import {
  ClaimId,
  Slug,
  type AnnotationRecord,
  type ClaimRecord,
  type OutletRecord,
  type PlaceRecord,
  type Relation,
  type SiteCard,
  type SpeakerRecord,
  type TopicRecord,
} from '../model/records.ts';
import { inPattern } from '../text/escape.ts';
import { byText } from '../text/order.ts';
import type { CardFolder, Content } from './content.ts';
import type { SpeakerIndex } from './identify.ts';
import { guarded, isRefused } from './stages.ts';

/**
 * The site card; a default one where there is none, null where it is not in order. Files beside each claim
 * are kept where the list of published addresses shows them, unless the card says otherwise.
 */
export function readSite(file: VFile, published: readonly string[]): SiteCard | null {
  if (file.value === undefined && !isRefused(file)) {
    complain(file, null, noSiteCard(DEFAULT_SITE.name));
    return { ...DEFAULT_SITE, report: null, ...claimFiles(file, undefined, published), about: '' };
  }
  const card = guardedCard(file, SiteFrontMatter);
  if (!card) return null;
  const { name, address, curator, report = null, language, pictures } = card.data;
  return {
    name,
    address,
    curator,
    report,
    ...(language && { language }),
    ...(pictures && { pictures }),
    ...claimFiles(file, card.data.claimFiles, published),
    about: card.body.trim(),
  };
}

/** Whether claims have files of their own: as the card says, and where it does not, as they had. */
function claimFiles(
  file: VFile,
  stated: z.infer<typeof SiteFrontMatter>['claimFiles'],
  published: readonly string[],
): Pick<SiteCard, 'claimFiles'> {
  const kept = stated === undefined && hadClaimFiles(published);
  if (kept) complain(file, null, claimFilesKept());
  return kept || stated === 'each' ? { claimFiles: 'each' } : {};
}

/** A card, unless an error stands on its file already. */
const guardedCard = <Schema extends Parameters<typeof readCard>[1]>(file: VFile, schema: Schema) =>
  isRefused(file) ? null : guarded(file, 'cards', () => readCard(file, schema));

/** The cards of a folder that are in order, by id. */
export function cardsOf<Schema extends Parameters<typeof readCard>[1]>(
  content: Content,
  folder: CardFolder,
  schema: Schema,
) {
  const cards = new Map<string, Card<z.infer<Schema>>>();
  const seen = new Map<string, VFile>();
  for (const { id, file } of content.cards[folder]) {
    const key = id.toLowerCase();
    const earlier = seen.get(key);
    if (earlier) complain(file, null, duplicateId(id, earlier.path));
    else seen.set(key, file);
    const isNamed = (folder === 'annotations' ? ClaimId : Slug).safeParse(id).success;
    if (!isNamed || file.basename !== `${id}.md`)
      complain(
        file,
        null,
        (folder === 'annotations' ? badAnnotationName : badSourceName)(file.basename ?? id),
      );
    if (isReservedName(id)) complain(file, null, reservedName(file.basename ?? id));
    const card = guardedCard(file, schema);
    if (card) cards.set(id, card);
  }
  return cards;
}

/** The record of a speaker with a card. */
export function speakerRecord(id: string, { data, body }: Card<SpeakerCard>): SpeakerRecord {
  return {
    id,
    name: data.name,
    kind: data.kind,
    sortName: data.sortName ?? (data.kind === 'person' ? sortNameOf(data.name) : data.name),
    aliases: (data.aliases ?? []).map((alias) => (typeof alias === 'string' ? alias : alias.name)),
    roles: (data.roles ?? []).map(({ role, date, article }) => ({
      role,
      date: date ?? null,
      article: article ?? null,
    })),
    sameAs: data.sameAs ?? [],
    note: body.trim() || null,
    hasCard: true,
    formerly: data.formerly ?? [],
  };
}

/** The record of an outlet with a card. */
export const outletRecord = (id: string, { data, body }: Card<OutletCard>): OutletRecord => ({
  id,
  name: data.name,
  aliases: data.aliases ?? [],
  url: data.url ?? null,
  note: body.trim() || null,
  hasCard: true,
  formerly: data.formerly ?? [],
});

/** Index of names; the same alias on two cards is an error unless each is limited to an article. */
export function speakerIndex(
  cards: ReadonlyMap<string, Card<SpeakerCard>>,
  records: readonly SpeakerRecord[],
): SpeakerIndex {
  const byName = new Map<string, { id: string; article: string | null }[]>();
  for (const [id, { data, file, place }] of cards) {
    const names = [
      { name: data.name, article: null, path: ['name'] as PropertyKey[] },
      ...(data.aliases ?? []).map((alias, i) => ({
        ...(typeof alias === 'string' ? { name: alias, article: null } : alias),
        path: ['aliases', i] as PropertyKey[],
      })),
    ];
    for (const { name, article, path } of names) {
      const key = nameKey(name);
      const holders = byName.get(key) ?? [];
      const clash = holders.find((holder) => holder.id !== id && holder.article === article);
      if (clash) complain(file, place(path), aliasTaken(name, `content/speakers/${clash.id}.md`));
      if (!holders.some((holder) => holder.id === id && holder.article === article))
        byName.set(key, [...holders, { id, article }]);
    }
  }
  return { byId: new Map(records.map((record) => [record.id, record])), byName };
}

/** The questions that curators ask of the claims; `known` are the ids of all claims, past ones included. */
export function readTopics(
  cards: ReadonlyMap<string, Card<TopicCard>>,
  known: ReadonlySet<string>,
): TopicRecord[] {
  return [...cards]
    .map(([id, { data, body, file, place }]): TopicRecord => {
      data.answers.forEach(({ claim }, i) => {
        if (!known.has(claim)) complain(file, place(['answers', i, 'claim']), unknownClaim(claim));
      });
      return {
        id,
        question: data.question,
        curator: data.curator,
        note: body.trim() || null,
        answers: data.answers.map((answer) => ({ ...answer, note: answer.note ?? null })),
        formerly: data.formerly ?? [],
      };
    })
    .sort((a, b) => byText(a.id, b.id));
}

/** A relation that a curator made, with the claim it starts from. */
export type CuratedRelation = Relation & { from: string };

/** Curators' notes on claims, and the relations they made between them. */
export function readAnnotations(
  content: Content,
  known: ReadonlySet<string>,
): { annotations: AnnotationRecord[]; relations: CuratedRelation[] } {
  const annotations: AnnotationRecord[] = [];
  const relations: CuratedRelation[] = [];
  for (const [id, { data, body, file, place }] of cardsOf(content, 'annotations', AnnotationCard)) {
    if (!known.has(id)) complain(file, null, unknownClaim(id));
    if (body.trim())
      annotations.push({
        claim: id,
        kind: data.kind ?? 'note',
        by: data.curator,
        date: data.date ?? null,
        note: body.trim(),
      });
    (data.relations ?? []).forEach(({ to, kind, why }, i) => {
      if (!known.has(to)) complain(file, place(['relations', i, 'to']), unknownClaim(to));
      relations.push({ from: id, to, kind, basis: 'curated', score: null, why, by: data.curator });
    });
  }
  return { annotations: annotations.sort((a, b) => byText(a.claim, b.claim)), relations };
}

/** Places with a card, and the claims whose words name them, letter case and all: "US" is no "us". */
export function readPlaces(
  cards: ReadonlyMap<string, Card<PlaceCard>>,
  claims: readonly ClaimRecord[],
): PlaceRecord[] {
  return [...cards]
    .map(([id, { data }]): PlaceRecord => {
      const names = [data.name, ...(data.aliases ?? [])].map(inPattern);
      const named = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'u');
      return {
        id,
        name: data.name,
        aliases: data.aliases ?? [],
        claims: claims.filter(({ text }) => named.test(text)).map((claim) => claim.id),
      };
    })
    .sort((a, b) => byText(a.id, b.id));
}
