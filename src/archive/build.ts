/**
 * From files to the records of the whole archive. What comes in is `Content`, what goes out `BuiltArchive`.
 * Pure: nothing is read or written here. May import intake, engine, languages, ledger, model and text.
 *
 * Stages of one article (`article.ts`): read → clean → metadata → engine → identify → dates → corrections.
 * Stages of the archive, in the order of `buildArchive` (`whole.ts`):
 * cards → sources → drafts → ledger and records → names → topics and notes → links → addresses.
 */
import { nearest, type Card } from '../intake/cards/read.ts';
import {
  ArticleCard,
  OutletCard,
  PlaceCard,
  SpeakerCard,
  TopicCard,
} from '../intake/cards/schema.ts';
import { heirOf, type Reconciled } from '../ledger/index.ts';
import { complain, unknownClaim, unknownCopy } from '../model/messages.ts';
import {
  ClaimId,
  Slug,
  type ArticleRecord,
  type OutletRecord,
  type Relation,
  type SiteCard,
  type SpeakerRecord,
  type TopicRecord,
} from '../model/records.ts';
import { grouped } from '../text/grouped.ts';
import { byText } from '../text/order.ts';
import { acceptWarnings } from './accept.ts';
import { goneAddresses } from './addresses.ts';
import { withFilesBeside } from './files-beside.ts';
import {
  cardsOf,
  outletRecord,
  readAnnotations,
  readPages,
  readPlaces,
  readSite,
  readTopics,
  speakerIndex,
  speakerRecord,
  type CuratedRelation,
} from './cards.ts';
import { readCalibration } from './calibration.ts';
import { checkCardIds, type NamingCards } from './card-ids.ts';
import { newestOf, type BuiltArchive, type Content } from './content.ts';
import type { DraftingContext, DraftTask } from './drafting.ts';
import { derivedOutlets, derivedSpeakers } from './emit.ts';
import { withFormerIds } from './former-ids.ts';
import { relateClaims } from './link.ts';
import { lostSpeakers, sayLostSpeakers, withMerged } from './lost-speakers.ts';
import type { ArchiveMemory } from './memory.ts';
import { namesIn, withNames } from './one-name.ts';
import type { Recording, ToRecord } from './recording.ts';
import { checkSources, checkVersions } from './sources.ts';
import { guarded } from './stages.ts';
import { withoutSource } from './withdrawn.ts';

export type { BuiltArchive, Content } from './content.ts';

/** Told after each article and each stage: the stage, and how much of it is done. */
export type Progress = (stage: string, done: number, of: number) => void;

/** An archive whose cards and sources are looked through, before any text is read. */
export interface BegunArchive extends DraftingContext, ToRecord {
  site: SiteCard | null;
  articleCards: ReadonlyMap<string, Card<ArticleCard>>;
  /** All cards that name one another. */
  cards: NamingCards;
  cardedSpeakers: readonly SpeakerRecord[];
}

/** Reads the cards and looks at names and versions of the sources; the first half of `buildArchive`. */
export function beginArchive(content: Content): BegunArchive {
  const calibration = readCalibration(content.calibration);
  const card = readSite(content, readPages(content));
  const site = card && { ...card, ...(calibration && { calibration }) };
  const articleCards = cardsOf(content, 'articles', ArticleCard);
  const speakerCards = cardsOf(content, 'speakers', SpeakerCard);
  const outletCards = cardsOf(content, 'outlets', OutletCard);
  const cardedSpeakers = [...speakerCards].map(([id, card]) => speakerRecord(id, card));
  const cardedOutlets = [...outletCards].map(([id, card]) => outletRecord(id, card));
  const index = speakerIndex(speakerCards, cardedSpeakers);

  checkSources(content, articleCards);
  const { rows: versions, unread } = checkVersions(content, articleCards);
  return {
    content,
    site,
    siteLanguage: site?.language,
    calibration,
    articleCards,
    cards: {
      articles: articleCards,
      speakers: speakerCards,
      outlets: outletCards,
      topics: cardsOf(content, 'topics', TopicCard),
      places: cardsOf(content, 'places', PlaceCard),
    },
    cardedSpeakers,
    cardedOutlets,
    index,
    versions,
    tasks: tasksOf(content, articleCards, unread),
  };
}

/**
 * The records of an archive whose drafts were all recorded; the second half of `buildArchive`. `relate` is
 * `relateClaims`, or takes over what that gave for the same claims.
 */
export function finishArchive(
  begun: BegunArchive,
  { articles: read, ledger, mentioned, memory }: Recording,
  progress: Progress = () => {},
  relate = relateClaims,
): BuiltArchive {
  const { content, site, articleCards, cards, cardedSpeakers, cardedOutlets, versions } = begun;
  /** A stage over all articles; where it throws, that is said, and `otherwise` is what it gives. */
  const whole = <T>(name: string, otherwise: T, work: () => T): T =>
    guarded(content.site, name, work, 'the whole archive') ?? otherwise;

  // Of what could not be read nothing is known but what the ledger holds.
  for (const { article } of content.sources)
    if (!ledger.has(article)) ledger.set(article, asBefore(content, article));
  for (const [article, gone] of withoutSource(content, articleCards)) ledger.set(article, gone);
  for (const source of content.sources)
    guarded(newestOf(source).file, 'accepted warnings', () =>
      acceptWarnings(source.versions, articleCards.get(source.article) ?? null),
    );
  progress('ledger', read.length, read.length);

  const copied = withCopies(read, articleCards);
  const names = namesIn(copied, { speakers: cardedSpeakers, outlets: cardedOutlets });
  const named = memory?.named(copied, names) ?? copied.map((article) => withNames(article, names));

  const claims = named.flatMap((article) => article.claims);
  const everKnown = new Set([
    ...claims.map(({ id }) => id),
    ...[...ledger.values()].flatMap(({ rows }) => rows.map(({ id }) => id)),
  ]);
  checkHeirs(content, everKnown);
  const topics = readTopics(cards.topics, everKnown);
  const { annotations, relations } = readAnnotations(content, everKnown);

  const computed = whole<Links['computed']>('link', new Map(), () =>
    memory ? memory.related(claims, () => relate(claims)) : relate(claims),
  );
  progress('links', claims.length, claims.length);
  const articles = withLinks(named, { topics, relations, computed }, memory);

  const carded = new Set(cardedSpeakers.map(({ id }) => id));
  const known = withFormerIds(
    [...cardedSpeakers, ...derivedSpeakers(articles, mentioned, carded, names)],
    'speakers',
    content.published,
  );
  const lost = lostSpeakers(content, articles, known);
  const speakers = withMerged(known, lost);
  sayLostSpeakers(content, lost, speakers);
  checkCardIds(cards, {
    articles: new Set(content.sources.map(({ article }) => article)),
    speakers: new Set(speakers.map(({ id }) => id)),
  });
  const outlets: OutletRecord[] = withFormerIds(
    [...cardedOutlets, ...derivedOutlets(articles, cardedOutlets)],
    'outlets',
    content.published,
  );
  for (const list of [speakers, outlets]) list.sort((a, b) => byText(a.id, b.id));
  const places = readPlaces(cards.places, claims);

  const pages = { articles, speakers, outlets, topics, places, names, versions };
  const addresses = whole('addresses', [], () =>
    goneAddresses(content, { ...pages, ledger: [...ledger.values()] }),
  );
  return {
    ...withFilesBeside(pages, content.published, addresses),
    outlets,
    topics,
    places,
    annotations,
    site,
    ledger,
    versions,
    addresses,
  };
}

/** Every source whose name and versions are in order; of two with one name, the first. */
function tasksOf(
  content: Content,
  cards: ReadonlyMap<string, Card<ArticleCard>>,
  unread: ReadonlySet<string>,
): DraftTask[] {
  const begun = new Set<string>();
  return content.sources.flatMap((source) => {
    const { article, versions } = source;
    const inOrder = Slug.safeParse(article).success && !unread.has(article) && !begun.has(article);
    begun.add(article);
    if (!inOrder) return [];
    const card = cards.get(article) ?? null;
    return [{ article, file: newestOf(source).file, card, versions: versions.length }];
  });
}

/** The articles, with those that are copies of them: as one of the two cards says, both do. */
function withCopies(
  articles: readonly ArticleRecord[],
  cards: ReadonlyMap<string, Card<ArticleCard>>,
): ArticleRecord[] {
  const known = new Set(articles.map(({ id }) => id));
  const pairs: (readonly [string, string])[] = [];
  for (const [id, { data, file, place }] of cards)
    for (const [i, other] of (data.copies ?? []).entries())
      if (known.has(other) && other !== id) pairs.push([id, other], [other, id]);
      else if (known.has(id))
        complain(file, place(['copies', i]), unknownCopy(other, id, nearest(other, [...known])));
  const copies = grouped(pairs);
  return articles.map((article) => {
    const own = copies.get(article.id);
    return own ? { ...article, copies: [...new Set(own)].sort(byText) } : article;
  });
}

/** The ledger of an article that cannot be read: as it was. */
const asBefore = (content: Content, article: string): Reconciled => ({
  rows: [...(content.ledger.get(article) ?? [])],
  claims: [],
  ids: [],
  orphans: [],
  changes: [],
  problems: [],
});

/** Decisions that name a claim which never was are said where they are written. */
function checkHeirs(content: Content, everKnown: ReadonlySet<string>): void {
  const file = content.files.find(({ path }) => path.endsWith('decisions.yaml')) ?? content.site;
  for (const decision of content.decisions) {
    const heir = heirOf(decision);
    if (heir === null || !ClaimId.safeParse(heir).success || everKnown.has(heir)) continue;
    const line = content.decisionLines.get(decision) ?? 1;
    complain(file, { line, column: 1 }, unknownClaim(heir));
  }
}

/** What is set or computed between claims. */
interface Links {
  topics: readonly TopicRecord[];
  relations: readonly CuratedRelation[];
  computed: ReadonlyMap<string, readonly Relation[]>;
}

/** The articles, with the topics and relations of each claim; relations that a curator made come first. */
function withLinks(
  articles: readonly ArticleRecord[],
  { topics, relations, computed }: Links,
  memory: ArchiveMemory | null,
): ArticleRecord[] {
  const topicsOf = grouped(
    topics.flatMap(({ id, answers }) => answers.map(({ claim }) => [claim, id] as const)),
  );
  const curated = grouped(relations.map(({ from, ...relation }) => [from, relation] as const));
  return articles.map((article) => {
    const linked = () => ({
      ...article,
      claims: article.claims.map((claim) => ({
        ...claim,
        topics: [...new Set(topicsOf.get(claim.id))],
        relations: [...(curated.get(claim.id) ?? []), ...(computed.get(claim.id) ?? [])],
      })),
    });
    if (!memory) return linked();
    const set = article.claims.flatMap(({ id }) =>
      topicsOf.has(id) || curated.has(id) ? [[id, topicsOf.get(id), curated.get(id)]] : [],
    );
    return memory.linked(article, JSON.stringify(set), computed, linked);
  });
}
