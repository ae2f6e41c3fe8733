/** From the cards of the content folder to records. What a card says wrongly is a message on its file. */
import type { VFile } from 'vfile';
import type { z } from 'zod';
import { nearest, readCard, readText, type Card } from '../intake/cards/read.ts';
import {
  AboutCard,
  AnnotationCard,
  DEFAULT_SITE,
  MENU,
  PageCard,
  SiteFrontMatter,
  type OutletCard,
  type PlaceCard,
  type SpeakerCard,
  type TopicCard,
} from '../intake/cards/schema.ts';
import { hadClaimFiles } from '../ledger/index.ts';
import { accentContrast, accentOf, LEAST_CONTRAST, readableAccent } from '../model/colours.ts';
import {
  aliasTaken,
  badAnnotationName,
  badLogo,
  badSourceName,
  claimFilesKept,
  complain,
  duplicateId,
  logoMissing,
  lowContrast,
  noSiteCard,
  reservedName,
  unknownClaim,
  unknownMenuEntry,
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
import { logoOf } from './logo.ts';
import { guarded, isRefused } from './stages.ts';

/**
 * The site card; a default one where there is none, null where it is not in order. Files beside each claim
 * are kept where the list of published addresses shows them, unless the card says otherwise.
 */
export function readSite(content: Content, pages: readonly OwnPage[]): SiteCard | null {
  const { site: file, published } = content;
  const aboutPage = ownText(content.about);
  const own = { ...(aboutPage && { aboutPage }), ...(pages.length > 0 && { pages: [...pages] }) };
  if (file.value === undefined && !isRefused(file)) {
    complain(file, null, noSiteCard(DEFAULT_SITE.name));
    const files = claimFiles(file, undefined, published);
    return { ...DEFAULT_SITE, report: null, ...files, about: '', ...own };
  }
  const card = guardedCard(file, SiteFrontMatter);
  if (!card) return null;
  const { name, address, curator, report = null, language, pictures } = card.data;
  const { description, footer, menu, leaveOut, releases } = card.data;
  const licence = licenceOf(card.data.licence);
  const accent = accentOfCard(card);
  const logo = logoOfCard(card, content.logo);
  checkMenu(card, pages);
  return {
    name,
    address,
    curator,
    report,
    ...(language && { language }),
    ...(pictures && { pictures }),
    ...(leaveOut && { leaveOut }),
    ...claimFiles(file, card.data.claimFiles, published),
    about: card.body.trim(),
    ...(description && { description }),
    ...(licence && { licence }),
    ...(accent && { accent }),
    ...(logo && { logo }),
    ...(footer && { footer }),
    ...(menu && { menu }),
    ...(releases && { releases: releases.toSorted((a, b) => byText(b.date, a.date)) }),
    ...own,
  };
}

type OwnPage = NonNullable<SiteCard['pages']>[number];
type SiteData = z.infer<typeof SiteFrontMatter>;

/** The pages of the archive's own that are in order. */
export const readPages = (content: Content): OwnPage[] =>
  [...cardsOf(content, 'pages', PageCard)].map(([id, { data, body }]) => ({
    id,
    title: data.title,
    text: body.trim(),
  }));

/** The text of `content/about.md`; empty where there is none, or where it is not in order, which is said. */
function ownText(file: VFile | undefined): string {
  if (file?.value === undefined || isRefused(file)) return '';
  return guarded(file, 'cards', () => readText(file, AboutCard))?.body.trim() ?? '';
}

/** Licences that are known by their short names. */
const LICENCES: Readonly<Record<string, { name: string; url: string }>> = {
  'CC0-1.0': { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  'CC-BY-4.0': { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  'CC-BY-SA-4.0': { name: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  'CC-BY-NC-4.0': { name: 'CC BY-NC 4.0', url: 'https://creativecommons.org/licenses/by-nc/4.0/' },
};

function licenceOf(licence: SiteData['licence']): SiteCard['licence'] {
  if (licence === undefined) return undefined;
  if (typeof licence !== 'string') return { name: licence.name, url: licence.url ?? null };
  return (
    LICENCES[licence.trim().toUpperCase().replaceAll(' ', '-')] ?? { name: licence, url: null }
  );
}

/** The accent of both schemes; a colour that cannot be read is said with its contrast. */
function accentOfCard({ data, file, place }: Card<SiteData>): SiteCard['accent'] {
  if (data.accent === undefined) return undefined;
  const given = typeof data.accent === 'string' ? accentOf(data.accent) : data.accent;
  const both = { light: given.light.toLowerCase(), dark: given.dark.toLowerCase() };
  for (const scheme of ['light', 'dark'] as const) {
    const measured = accentContrast(both[scheme], scheme);
    if (measured >= LEAST_CONTRAST) continue;
    const path = typeof data.accent === 'string' ? ['accent'] : ['accent', scheme];
    const better = readableAccent(both[scheme], scheme);
    complain(file, place(path), lowContrast({ colour: both[scheme], scheme, measured, better }));
    // What is made of it says nothing that the colour itself does not.
    if (typeof data.accent === 'string') break;
  }
  return both;
}

function logoOfCard({ data, file, place }: Card<SiteData>, found?: VFile): SiteCard['logo'] {
  if (data.logo === undefined) return undefined;
  const where = place(['logo']);
  if (found && isRefused(found)) return undefined;
  if (!(found?.value instanceof Uint8Array)) {
    complain(file, where, logoMissing(data.logo));
    return undefined;
  }
  const read = logoOf(found.value);
  if ('logo' in read) return read.logo;
  complain(file, where, badLogo(data.logo, read));
  return undefined;
}

/** Says so where the menu names what is neither a list of the site nor a page of the archive's own. */
function checkMenu({ data, file, place }: Card<SiteData>, pages: readonly OwnPage[]): void {
  const known = [...MENU, ...pages.map(({ id }) => id)];
  data.menu?.forEach((entry, i) => {
    if (!known.includes(entry))
      complain(file, place(['menu', i]), unknownMenuEntry(entry, nearest(entry, known), known));
  });
}

/** Whether claims have files of their own: as the card says, and where it does not, as they had. */
function claimFiles(
  file: VFile,
  stated: SiteData['claimFiles'],
  published: readonly string[],
): Pick<SiteCard, 'claimFiles'> {
  const kept = stated === undefined && hadClaimFiles(published);
  if (kept) complain(file, null, claimFilesKept());
  return kept || stated === 'each' ? { claimFiles: 'each' } : {};
}

/** A card, unless an error stands on its file already. */
const guardedCard = <Schema extends Parameters<typeof readCard>[1]>(file: VFile, schema: Schema) =>
  isRefused(file) ? null : guarded(file, 'cards', () => readOnce(file, schema));

/** What was read of bytes by a schema: a program that makes its records again and again has the same bytes again. */
const alreadyRead = new WeakMap<Uint8Array, Map<z.ZodType, Omit<Card<unknown>, 'file'>>>();

/** `readCard`, which is asked only once of the same bytes; a card that something is said on is read each time. */
function readOnce<Schema extends Parameters<typeof readCard>[1]>(
  file: VFile,
  schema: Schema,
): Card<z.infer<Schema>> | null {
  const { value } = file;
  if (!(value instanceof Uint8Array)) return readCard(file, schema);
  const known = alreadyRead.get(value)?.get(schema);
  if (known) return { ...(known as Omit<Card<z.infer<Schema>>, 'file'>), file };
  const said = file.messages.length;
  const card = readCard(file, schema);
  if (!card || file.messages.length > said) return card;
  const { file: _, ...parts } = card;
  const bySchema = alreadyRead.get(value) ?? new Map<z.ZodType, Omit<Card<unknown>, 'file'>>();
  alreadyRead.set(value, bySchema.set(schema, parts));
  return card;
}

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
      { name: data.name, article: data.only ?? null, path: ['name'] as PropertyKey[] },
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
  const only = [...cards].flatMap(([id, { data }]) =>
    data.only ? [[id, data.only] as const] : [],
  );
  return {
    byId: new Map(records.map((record) => [record.id, record])),
    byName,
    ...(only.length > 0 && { only: new Map(only) }),
  };
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
