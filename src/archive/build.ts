/**
 * From files to the records of the whole archive: pure, in the order
 * read → clean → metadata → segment, quotes, attribute (the engine) → identify → ledger → link → emit.
 */
import { acceptWarnings } from './accept.ts';
import { createHash } from 'node:crypto';
import type { VFile } from 'vfile';
import { nearest, readCard, type Card } from '../intake/cards/read.ts';
import {
  AnnotationCard,
  ArticleCard,
  DEFAULT_SITE,
  OutletCard,
  PlaceCard,
  SiteFrontMatter,
  SpeakerCard,
  TopicCard,
} from '../intake/cards/schema.ts';
import {
  addressRecords,
  checkManifest,
  heirOf,
  MANIFEST,
  reconcile,
  successorsOf,
  versionKey,
  type Decision,
  type LedgerRow,
  type Reconciled,
  type VersionRow,
} from '../ledger/index.ts';
import {
  aliasTaken,
  badSourceName,
  badVersion,
  cardWithoutSource,
  claimStandsAgain,
  claimWithoutPlace,
  complain,
  duplicateId,
  duplicateSource,
  ledgerProblem,
  noSiteCard,
  reservedName,
  speakerGone,
  unknownClaim,
  versionWithoutReason,
} from '../model/messages.ts';
import { isReservedName, nameKey, sortNameOf } from '../model/names.ts';
import {
  ClaimId,
  Slug,
  type AddressRecord,
  type AnnotationRecord,
  type ArticleRecord,
  type ClaimRecord,
  type OutletRecord,
  type PlaceRecord,
  type SiteCard,
  type SpeakerRecord,
  type TopicRecord,
} from '../model/records.ts';
import { draftArticle, type ArticleDraft } from './article.ts';
import { inReadingOrder, type DraftClaim } from './draft.ts';
import { derivedSpeakers, emitArticle } from './emit.ts';
import type { SpeakerIndex } from './identify.ts';
import { relateClaims } from './link.ts';
import { guarded, isRefused, stage } from './stages.ts';
import { namesIn, withNames, type Names } from './one-name.ts';

export const CARD_FOLDERS = [
  'articles',
  'speakers',
  'outlets',
  'topics',
  'places',
  'annotations',
] as const;
export type CardFolder = (typeof CARD_FOLDERS)[number];

/** What the content folder holds, read but not understood. */
export interface Content {
  /** Every source with all its versions, oldest first. */
  sources: readonly {
    article: string;
    versions: readonly { version: number; path: string; file: VFile }[];
  }[];
  cards: Readonly<Record<CardFolder, readonly { id: string; file: VFile }[]>>;
  site: VFile;
  /** Ledger rows by article. */
  ledger: ReadonlyMap<string, readonly LedgerRow[]>;
  decisions: readonly Decision[];
  /** The line of its file on which each decision begins. */
  decisionLines: ReadonlyMap<Decision, number>;
  /** Versions of the sources as they were taken in, today's additions included. */
  manifest: readonly VersionRow[];
  /** Addresses published before. */
  published: readonly string[];
  /** Files of the ledger on which messages stand. */
  files: readonly VFile[];
}

export interface BuiltArchive {
  articles: ArticleRecord[];
  speakers: SpeakerRecord[];
  outlets: OutletRecord[];
  topics: TopicRecord[];
  places: PlaceRecord[];
  annotations: AnnotationRecord[];
  site: SiteCard | null;
  drafts: ArticleDraft[];
  ledger: Map<string, Reconciled>;
  /** The manifest with the sources of this run. */
  versions: VersionRow[];
  addresses: AddressRecord[];
}

/** Builds all records. Problems are messages on the files of `content`; any that is fatal makes the result unfit to publish. */
export function buildArchive(
  content: Content,
  progress: (stage: string, done: number, of: number) => void = () => {},
): BuiltArchive {
  const site = readSite(content.site);
  /** A stage over all articles; where it throws, that is said, and `otherwise` stands for what it gives. */
  const whole = <T>(name: string, otherwise: T, work: () => T): T =>
    guarded(content.site, name, work, 'the whole archive') ?? otherwise;
  const articleCards = cardsOf(content, 'articles', ArticleCard);
  const speakerCards = cardsOf(content, 'speakers', SpeakerCard);
  const outletCards = cardsOf(content, 'outlets', OutletCard);
  const cardedSpeakers = [...speakerCards].map(([id, card]) => speakerRecord(id, card));
  const index = speakerIndex(speakerCards, cardedSpeakers);
  const outlets = [...outletCards].map(([id, { data, body }]): OutletRecord => ({
    id,
    name: data.name,
    aliases: data.aliases ?? [],
    url: data.url ?? null,
    note: body.trim() || null,
    hasCard: true,
    formerly: data.formerly ?? [],
  }));
  checkSources(content, articleCards);
  const { rows: versions, unread: altered } = checkVersions(content, articleCards);
  const unread = new Set(altered);

  const drafts: ArticleDraft[] = [];
  const begun = new Set<string>();
  content.sources.forEach(({ article, versions }, i) => {
    const newest = versions.at(-1)!;
    const draft =
      Slug.safeParse(article).success && !unread.has(article) && !begun.has(article)
        ? guarded(newest.file, 'draft', () =>
            draftArticle(
              article,
              newest.file,
              articleCards.get(article) ?? null,
              index,
              versions.length,
              site?.language,
            ),
          )
        : null;
    if (draft) drafts.push(draft);
    begun.add(article);
    progress('articles', i + 1, content.sources.length);
  });

  const sources = new Map(content.sources.map((source) => [source.article, source]));
  const ledger = new Map<string, Reconciled>();
  // One id, one claim, over the whole archive; ids minted in this run count.
  const owners = new Map(
    [...content.ledger].flatMap(([article, rows]) => rows.map(({ id }) => [id, article] as const)),
  );
  const finish = (draft: ArticleDraft, source: Content['sources'][number]): ArticleRecord => {
    const reconciled = stage('ledger', () =>
      reconcileArticle(draft, sources, content, drafts, owners),
    );
    for (const { id } of reconciled.rows) owners.set(id, draft.id);
    for (const problem of reconciled.problems)
      complain(
        source.versions.at(-1)!.file,
        null,
        ledgerProblem(problem.kind, problem.message, problem.mend),
      );
    for (const { id, row, fate, why, candidates: found } of reconciled.orphans) {
      const wordsOf = (parts: readonly { exact: string }[]) =>
        parts.map(({ exact }) => exact).join(' … ');
      complain(
        source.versions.at(-1)!.file,
        null,
        claimWithoutPlace(
          id,
          wordsOf(row.parts),
          fate,
          why,
          found.map((c) => ({
            id: c.id,
            words: wordsOf(c.parts),
            place: `characters ${c.parts[0]!.start} to ${c.parts.at(-1)!.end}`,
            why: c.why,
          })),
        ),
      );
    }
    for (const { row, heir } of standingAgain(reconciled))
      complain(
        source.versions.at(-1)!.file,
        null,
        claimStandsAgain(row.id, row.parts.map(({ exact }) => exact).join(' … '), row.status, heir),
      );
    ledger.set(draft.id, reconciled);
    const claims = stage('ledger', () => identifiedClaims(draft, reconciled));
    const newest = source.versions.at(-1)!;
    return stage('emit', () =>
      emitArticle(draft, claims, outlets, index, {
        path: newest.path,
        version: newest.version,
      }),
    );
  };
  const read = drafts.flatMap((draft) => {
    const source = sources.get(draft.id);
    const article = source && guarded(draft.file, 'record', () => finish(draft, source));
    return article ? [article] : [];
  });
  // Of what could not be read nothing is known but what the ledger holds.
  for (const { article } of content.sources) if (!ledger.has(article)) unread.add(article);
  for (const article of unread)
    ledger.set(article, {
      rows: [...(content.ledger.get(article) ?? [])],
      claims: [],
      ids: [],
      orphans: [],
      changes: [],
      problems: [],
    });
  for (const [article, gone] of withoutSource(content, articleCards)) ledger.set(article, gone);
  for (const { article, versions } of content.sources)
    acceptWarnings(versions, articleCards.get(article) ?? null);
  progress('ledger', read.length, read.length);
  const names = namesIn(read, { speakers: cardedSpeakers, outlets });
  const articles = read.map((article) => withNames(article, names));

  const claims = articles.flatMap((article) => article.claims);
  const known = new Set(claims.map(({ id }) => id));
  const everKnown = new Set([
    ...known,
    ...[...ledger.values()].flatMap(({ rows }) => rows.map(({ id }) => id)),
  ]);
  for (const decision of content.decisions) {
    const heir = heirOf(decision);
    if (heir === null || !ClaimId.safeParse(heir).success || everKnown.has(heir)) continue;
    complain(
      content.files.find(({ path }) => path.endsWith('decisions.yaml')) ?? content.site,
      { line: content.decisionLines.get(decision) ?? 1, column: 1 },
      unknownClaim(heir),
    );
  }
  const topics = readTopics(content, everKnown);
  const { annotations, relations } = readAnnotations(content, everKnown);
  const related = whole('link', new Map(), () => relateClaims(claims));
  progress('links', claims.length, claims.length);
  const topicsOf = grouped(
    topics.flatMap(({ id, answers }) => answers.map(({ claim }) => [claim, id] as const)),
  );
  const curated = grouped(relations.map(({ from, ...relation }) => [from, relation] as const));
  for (const claim of claims) {
    claim.topics = [...new Set(topicsOf.get(claim.id))];
    claim.relations = [...(curated.get(claim.id) ?? []), ...(related.get(claim.id) ?? [])];
  }
  const carded = new Set(cardedSpeakers.map(({ id }) => id));
  const speakers = [...cardedSpeakers, ...derivedSpeakers(articles, drafts, carded, names)].sort(
    (a, b) => compare(a.id, b.id),
  );
  sayLostSpeakers(content, articles, speakers);
  const allOutlets = [...outlets, ...derivedOutlets(articles, outlets)].sort((a, b) =>
    compare(a.id, b.id),
  );
  const places = readPlaces(content, claims);
  const reconciled = [...ledger.values()];
  const addresses = whole('addresses', [], () =>
    addressRecords({
      rows: reconciled.flatMap(({ rows }) => rows).map((row) => rowWithName(row, names)),
      orphans: reconciled.flatMap(({ orphans }) => orphans),
      articles: articles.map(({ id, title, formerly }) => ({ id, name: title, formerly })),
      speakers,
      outlets: allOutlets,
      topics: topics.map(({ id, question, formerly }) => ({ id, name: question, formerly })),
      // The site gives a page to places that several claims name.
      places: places
        .filter((place) => place.claims.length > 1)
        .map(({ id, name }) => ({ id, name, formerly: [] })),
      decisions: content.decisions,
      manifest: versions,
      published: content.published,
    }),
  );
  return {
    articles,
    speakers,
    outlets: allOutlets,
    topics,
    places,
    annotations,
    site,
    drafts,
    ledger,
    versions,
    addresses,
  };
}

/** Says which speakers of published claims are gone, where nothing says what became of them. */
function sayLostSpeakers(
  content: Content,
  articles: readonly ArticleRecord[],
  speakers: readonly SpeakerRecord[],
): void {
  const formerly = articles.flatMap((article) => article.formerly);
  const known = new Set(speakers.flatMap((speaker) => [speaker.id, ...speaker.formerly]));
  for (const decision of content.decisions)
    if ('address' in decision) known.add(/^speakers\/([^/]+)\/$/.exec(decision.address)?.[1] ?? '');
  const now = new Map(
    articles.flatMap(({ claims }) => claims.map(({ id, speaker }) => [id, speaker?.id] as const)),
  );
  const lost = grouped(
    [...content.ledger.values()].flatMap((rows) =>
      rows.flatMap(({ id, speaker }) =>
        now.has(id) &&
        speaker &&
        !known.has(speaker.id) &&
        !formerly.some((old) => speaker.id.endsWith(`-in-${old}`))
          ? [[speaker.id, id] as const]
          : [],
      ),
    ),
  );
  if (lost.size === 0) return;
  const file = content.files.find(({ path }) => path.endsWith('addresses.txt')) ?? content.site;
  for (const [id, claims] of lost)
    complain(
      file,
      null,
      speakerGone(id, claims, [...new Set(claims.flatMap((claim) => now.get(claim) ?? []))]),
    );
}

function grouped<T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function readSite(file: VFile): SiteCard | null {
  if (file.value === undefined && !isRefused(file)) {
    complain(file, null, noSiteCard(DEFAULT_SITE.name));
    return { ...DEFAULT_SITE, report: null, about: '' };
  }
  const card = guardedCard(file, SiteFrontMatter);
  if (!card) return null;
  const { name, address, curator, report = null } = card.data;
  return { name, address, curator, report, about: card.body.trim() };
}

/** A card, unless an error stands on its file already. */
const guardedCard = <Schema extends Parameters<typeof readCard>[1]>(file: VFile, schema: Schema) =>
  isRefused(file) ? null : guarded(file, 'cards', () => readCard(file, schema));

function cardsOf<Schema extends Parameters<typeof readCard>[1]>(
  content: Content,
  folder: CardFolder,
  schema: Schema,
) {
  const cards = new Map<string, Card<import('zod').infer<Schema>>>();
  const first = new Map<string, VFile>();
  for (const { id, file } of content.cards[folder]) {
    const key = id.toLowerCase();
    if (first.has(key)) complain(file, null, duplicateId(id, first.get(key)!.path));
    else first.set(key, file);
    if (!(folder === 'annotations' ? ClaimId : Slug).safeParse(id).success)
      complain(file, null, badSourceName(file.basename ?? id));
    if (isReservedName(id)) complain(file, null, reservedName(file.basename ?? id));
    const card = guardedCard(file, schema);
    if (card) cards.set(id, card);
  }
  return cards;
}

function speakerRecord(id: string, { data, body }: Card<SpeakerCard>): SpeakerRecord {
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

/** Index of names; the same alias on two cards is an error unless each is limited to an article. */
function speakerIndex(
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

function checkSources(content: Content, cards: ReadonlyMap<string, Card<ArticleCard>>): void {
  const ids = content.sources.map(({ article }) => article);
  const present = new Set(ids);
  const bySum = new Map<string, string>();
  const seen = new Map<string, string>();
  for (const { article, versions } of content.sources) {
    const { file, path } = versions.at(-1)!;
    if (!Slug.safeParse(article).success) {
      const counted = /^(.+?)\.\d+$/.exec(article)?.[1];
      complain(
        file,
        null,
        counted !== undefined && Slug.safeParse(counted).success
          ? badVersion(file.basename ?? article, counted)
          : badSourceName(file.basename ?? article),
      );
    }
    if (isReservedName(article)) complain(file, null, reservedName(file.basename ?? article));
    const folded = article.toLowerCase();
    if (seen.has(folded)) complain(file, null, duplicateId(article, seen.get(folded)!));
    else seen.set(folded, path);
    if (file.value === undefined) continue;
    const sum = sha256Of(file);
    if (bySum.has(sum)) complain(file, null, duplicateSource(bySum.get(sum)!));
    else bySum.set(sum, path);
  }
  for (const [id, card] of cards)
    if (!present.has(id))
      complain(
        card.file,
        null,
        cardWithoutSource(
          id,
          [nearest(id, ids), ...ids]
            .filter((x): x is string => x !== null)
            .filter((x, i, all) => all.indexOf(x) === i),
        ),
      );
}

/** Articles that a person withdrew whole, by a decision on their address, with the reason. */
const withdrawnReasons = (content: Content) =>
  new Map(
    content.decisions.flatMap((d) => {
      const article =
        'address' in d && 'withdrawn' in d
          ? /^articles\/([^/]+)\/$/.exec(d.address)?.[1]
          : undefined;
      return article ? [[article, d] as const] : [];
    }),
  );
const withdrawnArticles = (content: Content): ReadonlySet<string> =>
  new Set(withdrawnReasons(content).keys());

/** Rows of the ledger whose article has no source: withdrawn with it by a person, or a mistake. */
function withoutSource(
  content: Content,
  cards: ReadonlyMap<string, Card<ArticleCard>>,
): [string, Reconciled][] {
  const present = new Set([
    ...content.sources.map(({ article }) => article),
    ...[...cards.values()].flatMap(({ data }) => data.formerly ?? []),
  ]);
  const reasons = withdrawnReasons(content);
  return [...content.ledger].flatMap(([article, rows]): [string, Reconciled][] => {
    if (present.has(article) || rows.length === 0) return [];
    const decision = reasons.get(article);
    if (!decision || !('withdrawn' in decision)) {
      const file =
        content.files.find(({ path }) => path.endsWith(`/${article}.json`)) ?? content.site;
      complain(
        file,
        null,
        ledgerProblem(
          'ledger-without-source',
          `Unexpected ledger of an article \`${article}\` that has no source`,
          `Bring the source back with git. If the article has another name, write \`formerly: [${article}]\` in its card; if it was withdrawn, write \`- address: articles/${article}/\` with \`withdrawn: <reason>\` in content/ledger/decisions.yaml; if it was never published, delete the file.`,
        ),
      );
      return [];
    }
    const { withdrawn, on } = decision;
    const changes: Reconciled['changes'] = [];
    const gone = rows.map((row): LedgerRow => {
      if (row.status === 'withdrawn') return row;
      changes.push({
        kind: 'decided',
        article,
        claim: row.id,
        words: row.parts.map(({ exact }) => exact).join(' … '),
        detail: 'withdrawn with its article',
      });
      return {
        ...row,
        status: 'withdrawn',
        successor: null,
        since: on ?? `version ${row.version}`,
        reason: withdrawn,
        decided: 'decisions',
      };
    });
    return [[article, { rows: gone, claims: [], ids: [], orphans: [], changes, problems: [] }]];
  });
}

/** Compares every version of every source with the manifest; what is new is added to it. `unread`: articles whose sources are not what they were, of which nothing else can be said. */
function checkVersions(
  content: Content,
  cards: ReadonlyMap<string, Card<ArticleCard>>,
): { rows: VersionRow[]; unread: ReadonlySet<string> } {
  const renamed = new Map(
    [...cards].flatMap(([id, { data }]) => (data.formerly ?? []).map((old) => [old, id] as const)),
  );
  const all = content.sources.flatMap(({ versions }) => versions.map(({ file }) => file));
  const files = all.filter((file) => file.value !== undefined);
  // Why a file was not read is said already.
  const refused = new Set(
    content.sources
      .filter(({ versions }) => versions.some(({ file }) => file.value === undefined))
      .map(({ article }) => article),
  );
  const manifest = content.files.find(({ path }) => path.endsWith(MANIFEST)) ?? content.site;
  const readable = manifest.messages.length === 0;
  const published = new Set(
    [...(readable ? content.ledger : [])].flatMap(([article, rows]) =>
      rows.flatMap((row) =>
        [row, ...row.was].map(({ version, source }) =>
          versionKey(renamed.get(article) ?? article, version, source),
        ),
      ),
    ),
  );
  const checked = checkManifest(
    content.manifest,
    files.map((file) => ({ name: file.basename!, bytes: file.value as Uint8Array })),
    renamed,
    withdrawnArticles(content),
    published,
  );
  const problems = checked.problems.filter(
    // Two files of one article are told of where the sources are looked at.
    ({ article, kind }) => !refused.has(article) && kind !== 'version-twice',
  );
  for (const { file, kind, message, mend } of problems)
    complain(
      files.find(({ path }) => path === file) ?? manifest,
      null,
      ledgerProblem(kind, message, mend),
    );
  if (readable && problems.length === 0)
    for (const { article, version, file, reason } of checked.rows) {
      const own =
        version > 1 && reason === null
          ? files.find(({ basename }) => basename === file)
          : undefined;
      if (own) complain(own, null, versionWithoutReason(own.path, version, article));
    }
  const unread = new Set([
    ...refused,
    ...problems
      .filter(({ kind }) => kind === 'source-altered' || kind === 'source-missing')
      .map(({ article }) => article),
  ]);
  return {
    rows: checked.rows,
    unread: new Set(
      content.sources.map(({ article }) => article).filter((article) => unread.has(article)),
    ),
  };
}

function reconcileArticle(
  draft: ArticleDraft,
  sources: ReadonlyMap<string, Content['sources'][number]>,
  content: Content,
  drafts: readonly ArticleDraft[],
  owners: ReadonlyMap<string, string>,
): Reconciled {
  const source = sources.get(draft.id)!;
  const decode = new TextDecoder('utf-8', { ignoreBOM: true });
  const versions = source.versions.map(({ version, file }) => {
    const own = version === source.versions.at(-1)!.version;
    return {
      version,
      text: own ? draft.raw.text : decode.decode(file.value as Uint8Array),
      sha256: own ? draft.raw.sha256 : sha256Of(file),
    };
  });
  const formerly = draft.card?.data.formerly ?? [];
  const rows = [draft.id, ...formerly].flatMap((id) => content.ledger.get(id) ?? []);
  const ids = new Set(rows.map(({ id }) => id));
  return reconcile({
    article: draft.id,
    versions,
    rows,
    drafts: draft.claims,
    taken: (id) => {
      const owner = owners.get(id);
      return owner !== undefined && owner !== draft.id && !formerly.includes(owner);
    },
    corrections: (draft.card?.data.claims ?? []).flatMap(
      ({ words, occurrence = 1, drop, become, why = '' }) =>
        drop || become !== undefined
          ? [
              {
                words: joined(words),
                occurrence,
                become: become === undefined ? null : joined(become),
                why,
              },
            ]
          : [],
    ),
    decisions: content.decisions.filter(
      (decision) => !('claim' in decision) || ids.has(decision.claim),
    ),
    others: () =>
      drafts
        .filter(({ id }) => id !== draft.id)
        .map(({ id, raw }) => ({
          article: id,
          version: sources.get(id)!.versions.at(-1)!.version,
          text: raw.text,
        })),
  });
}

const joined = (words: string | readonly string[]) =>
  typeof words === 'string' ? words : words.join(' ');

const sha256Of = (file: VFile) =>
  createHash('sha256')
    .update(file.value as Uint8Array)
    .digest('hex');

/** Claims that another took the place of, which stand in the newest version again while that other does not. */
function standingAgain({ rows, claims, ids }: Reconciled): { row: LedgerRow; heir: string }[] {
  if (!ids.includes(null)) return [];
  const live = new Set(claims.map(({ id }) => id));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const newest = claims[0]?.row.source;
  return rows.flatMap((row) => {
    if (
      (row.status !== 'superseded' && row.status !== 'merged') ||
      row.source !== newest ||
      row.successor === null ||
      row.decided !== 'decisions'
    )
      return [];
    const heir = successorsOf(row.successor, (id) => byId.get(id)?.successor).at(-1)!;
    return byId.has(heir) && !live.has(heir) ? [{ row, heir }] : [];
  });
}

/** Claims with their ids: those the parser found, and those that only the ledger holds. */
/** What a tombstone says of a speaker who still has a page is the name on that page. */
const rowWithName = (row: LedgerRow, { speakers }: Names): LedgerRow => ({
  ...row,
  speaker: row.speaker && {
    ...row.speaker,
    name: speakers.get(row.speaker.id)?.name ?? row.speaker.name,
  },
});

function identifiedClaims(draft: ArticleDraft, { claims, ids }: Reconciled): ClaimRecord[] {
  const records = claims.flatMap((live): ClaimRecord[] => {
    const own = live.draft === null ? null : draft.claims[live.draft]!;
    const kept = fromLedger(draft, live, own);
    if (!kept) return [];
    // The words of record stay where they are, whatever a parser cuts or reads today.
    const base =
      own && live.attribution === 'draft' ? { ...own, parts: kept.parts, text: kept.text } : kept;
    const within =
      own?.within === null || own?.within === undefined ? null : (ids[own.within] ?? null);
    return [
      {
        ...base,
        id: live.id,
        article: draft.id,
        number: 1,
        within: within === live.id ? null : within,
        topics: [],
        relations: [],
      },
    ];
  });
  return records.sort(inReadingOrder).map((claim, i) => ({ ...claim, number: i + 1 }));
}

/** A claim of the ledger that the parser does not find, or cuts otherwise: its words of record stay. */
function fromLedger(
  draft: ArticleDraft,
  { kept, parts }: Reconciled['claims'][number],
  own: DraftClaim | null,
): DraftClaim | null {
  const { clean } = draft;
  const toPart = (span: { start: number; end: number } | null) => {
    const reading = span && clean.toReading(span);
    return reading
      ? {
          start: span.start,
          end: span.end,
          exact: draft.raw.text.slice(span.start, span.end),
          reading,
        }
      : null;
  };
  const placed = parts.flatMap((part) => toPart(part) ?? []);
  if (placed.length === 0) return null;
  return {
    type: kept.type,
    text: placed.map(({ reading }) => clean.text.slice(reading.start, reading.end)).join(' '),
    parts: placed,
    speaker: kept.speaker && { ...kept.speaker, mention: toPart(kept.speaker.mention) },
    candidates: [],
    via: kept.via.map(({ id, name, mention }) => ({ id, name, mention: toPart(mention) })),
    cue: toPart(kept.cue),
    cueKind: kept.cueKind,
    polarity: kept.polarity,
    said: kept.said,
    within: null,
    turn:
      own?.turn ??
      draft.found.turns.find((turn) =>
        placed.some(
          ({ reading }) =>
            draft.paragraphs[turn.from]!.start <= reading.start &&
            reading.end <= draft.paragraphs[turn.to - 1]!.end,
        ),
      )?.number ??
      null,
    rule: 'ledger',
    confidence: own?.confidence ?? 0.5,
    reasons: [
      own
        ? 'published before with these words; they stay the words of record'
        : 'published before; today’s rules alone would not find it',
    ],
    review: 'machine',
    reviewNote: null,
  };
}

function readTopics(content: Content, known: ReadonlySet<string>): TopicRecord[] {
  return [...cardsOf(content, 'topics', TopicCard)]
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
    .sort((a, b) => compare(a.id, b.id));
}

function readAnnotations(content: Content, known: ReadonlySet<string>) {
  const annotations: AnnotationRecord[] = [];
  const relations: (ClaimRecord['relations'][number] & { from: string })[] = [];
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
  return { annotations: annotations.sort((a, b) => compare(a.claim, b.claim)), relations };
}

/** Places with a card, and the claims whose words name them, letter case and all: "US" is no "us". */
function readPlaces(content: Content, claims: readonly ClaimRecord[]): PlaceRecord[] {
  return [...cardsOf(content, 'places', PlaceCard)]
    .map(([id, { data }]): PlaceRecord => {
      const names = [data.name, ...(data.aliases ?? [])].map((name) =>
        name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
      );
      const named = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'u');
      return {
        id,
        name: data.name,
        aliases: data.aliases ?? [],
        claims: claims.filter(({ text }) => named.test(text)).map((claim) => claim.id),
      };
    })
    .sort((a, b) => compare(a.id, b.id));
}

function derivedOutlets(
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
