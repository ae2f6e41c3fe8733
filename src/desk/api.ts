/**
 * What the desk's server and its page in the browser say to each other: JSON in both directions, under `api/`
 * of the desk's address. Every request and answer has its schema here; both sides check what they get.
 *
 * Offsets are UTF-16 code units of the article's *reading text*, `end` exclusive, as in `ArticleRecord.text`.
 */
import { z } from 'zod';
import {
  ArticleRecord,
  ClaimId,
  ClaimType,
  RELATION_KINDS,
  Slug,
  Span,
  SPEAKER_KINDS,
} from '../model/records.ts';

/** Words on one line, without blanks at their ends. */
const line = (most: number) =>
  z
    .string()
    .overwrite((text) => text.replace(/\s+/g, ' ').trim())
    .min(1)
    .max(most);

/** A date as a person types it, with what it rests on; checked as EDTF while it is typed. */
const TypedDate = z.strictObject({
  edtf: z.string().min(1).max(64),
  basis: z.enum(['stated', 'inferred']),
  note: z.string().min(1).optional(),
});

/** A speaker of the archive by id, nobody, or one who has no card yet. */
const ChosenSpeaker = z.union([
  Slug.nullable(),
  z.strictObject({ name: line(300), kind: z.enum(SPEAKER_KINDS) }),
]);
const Why = z.string().trim().min(1).max(2000);
const Stretches = z.array(Span).min(1).max(40);
export const Room = z.enum(['speakers', 'topics', 'places', 'outlets']);
export type Room = z.infer<typeof Room>;

const act = <Name extends string, Shape extends z.core.$ZodLooseShape>(name: Name, shape: Shape) =>
  z.strictObject({ act: z.literal(name), ...shape });

/** What a person does at the desk: each is saved at once, and can be undone. */
export const Act = z.discriminatedUnion('act', [
  // one claim, or several at once
  act('confirm', { claims: z.array(ClaimId).min(1) }),
  act('reject', { claims: z.array(ClaimId).min(1), why: Why }),
  /** A rejection is taken back: the words as `ArticleView.rejected` gives them. */
  act('restore', {
    article: Slug,
    words: z.string().min(1),
    occurrence: z.int().positive().nullable().optional(),
  }),
  act('set-speaker', { claims: z.array(ClaimId).min(1), speaker: ChosenSpeaker, why: Why }),
  act('set-via', { claims: z.array(ClaimId).min(1), via: z.array(ChosenSpeaker), why: Why }),
  act('set-type', { claims: z.array(ClaimId).min(1), type: ClaimType, why: Why }),
  act('set-said', { claims: z.array(ClaimId).min(1), said: TypedDate.nullable(), why: Why }),
  act('set-bounds', { claim: ClaimId, parts: Stretches, why: Why }),
  /** The claim becomes several, cut at these places. */
  act('split', { claim: ClaimId, at: z.array(z.int().nonnegative()).min(1), why: Why }),
  /** The first of these becomes all of them; the others are rejected. */
  act('join', { claims: z.array(ClaimId).min(2), why: Why }),
  act('add', {
    article: Slug,
    parts: Stretches,
    type: ClaimType,
    speaker: ChosenSpeaker,
    via: z.array(ChosenSpeaker),
    said: TypedDate.nullable(),
    /** The words that attribute, and those that name the speaker, as they are printed near the claim. */
    cue: z.string().min(1).max(300).optional(),
    mention: z.string().min(1).max(300).optional(),
    why: Why,
  }),
  act('answer-topic', {
    claim: ClaimId,
    topic: z.union([Slug, z.strictObject({ question: line(500) })]),
    stance: line(300),
    note: z.string().max(2000).nullable(),
  }),
  act('leave-topic', { claim: ClaimId, topic: Slug }),
  act('relate', {
    claim: ClaimId,
    to: ClaimId,
    kind: z.enum(RELATION_KINDS).exclude(['near', 'related']),
    why: Why,
  }),
  act('unrelate', { claim: ClaimId, to: ClaimId }),
  /** Markdown; empty takes the note away. */
  act('note', {
    claim: ClaimId,
    kind: z.enum(['note', 'correction']),
    text: z.string().max(50_000),
  }),
  /** What became of a claim whose words lost their place: the ledger's decision. */
  act('decide', {
    claim: ClaimId,
    decision: z.enum(['confirm', 'superseded-by', 'merged-into', 'withdrawn', 'restored']),
    /** The id of another claim, or words of the newest version; null where it is withdrawn or restored. */
    heir: z.string().min(1).nullable(),
    why: Why,
  }),
  // what is filed: speakers, topics, places, outlets
  act('merge', { room: Room, from: Slug, into: Slug }),
  act('rename', { room: Room, id: Slug, name: line(500) }),
  /** Claims of one article go to another speaker, and the name as printed there is that one's. */
  act('split-by-article', { speaker: Slug, article: Slug, into: ChosenSpeaker, why: Why }),
  act('edit-speaker', {
    id: Slug,
    kind: z.enum(SPEAKER_KINDS).optional(),
    aliases: z
      .array(z.union([line(300), z.strictObject({ name: line(300), article: Slug })]))
      .optional(),
    roles: z
      .array(
        z.strictObject({
          role: line(300),
          date: z.string().min(1).optional(),
          article: Slug.optional(),
        }),
      )
      .optional(),
    /** Addresses, or bare identifiers of Wikidata, VIAF or ORCID. */
    sameAs: z.array(z.string().min(1)).optional(),
    note: z.string().max(50_000).optional(),
  }),
  act('edit-place', {
    id: Slug,
    aliases: z.array(line(300)).optional(),
    sameAs: z.array(z.string().min(1)).optional(),
    note: z.string().max(50_000).optional(),
  }),
  act('edit-topic', { id: Slug, note: z.string().max(50_000).optional() }),
  /** A description in one article means this speaker: "the diplomat". */
  act('alias-in-article', {
    article: Slug,
    printed: z.string().min(1),
    speaker: ChosenSpeaker,
    why: Why,
  }),
  /** Facts of an article that its text does not state, or states wrongly. */
  act('edit-article', {
    article: Slug,
    published: TypedDate.optional(),
    outlet: Slug.optional(),
    title: z.string().min(1).optional(),
    labels: z.record(z.string().min(1), Slug).optional(),
    note: z.string().max(50_000).optional(),
  }),
]);
export type Act = z.infer<typeof Act>;

/** A file of the content folder that an act changes. Null: there is none. */
export const FileChange = z.strictObject({
  /** From the archive's root: `content/articles/ferry.md`. */
  path: z.string().min(1),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** As `git diff` shows it. */
  diff: z.string(),
});
export type FileChange = z.infer<typeof FileChange>;

/** A claim as it would be, beside what it is. */
export const ChangedClaim = z.strictObject({
  claim: ClaimId.nullable(),
  article: Slug,
  words: z.string(),
  before: z.string(),
  after: z.string(),
});
export type ChangedClaim = z.infer<typeof ChangedClaim>;

/** Something that stands in the way: what, and what mends it. Nothing was written. */
export const Problem = z.strictObject({
  message: z.string().min(1),
  path: z.string().nullable(),
  line: z.int().positive().nullable(),
  /** The field of the act that is not in order, such as `said.edtf`. */
  field: z.string().nullable(),
});
export type Problem = z.infer<typeof Problem>;

/** Answer of `POST act`, `POST preview`, `POST undo`, `POST redo`. */
export const Acted = z.strictObject({
  ok: z.boolean(),
  problems: z.array(Problem),
  /** Other people's or an editor's changes that were merged in, in words. */
  merged: z.array(z.string()),
  files: z.array(FileChange),
  claims: z.array(ChangedClaim),
  /** Articles whose records changed. */
  articles: z.array(Slug),
  /** Grows with every change of the archive. */
  revision: z.int().nonnegative(),
  /** Ids of claims and cards that the act made. */
  made: z.strictObject({ claims: z.array(ClaimId), cards: z.array(z.string()) }),
});
export type Acted = z.infer<typeof Acted>;

export const QUEUE_REASONS = [
  'no-speaker',
  'open-speaker',
  'low-confidence',
  'odd-speaker',
  'orphan',
  'unknown-date',
  'new-article',
  'near-copy',
  'suggested',
  'imported',
] as const;

/** Where words stand in a version of a source: the line, code points, and the text about them. */
export const PlaceInSource = z.strictObject({
  version: z.int().positive(),
  line: z.int().positive(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  before: z.string(),
  after: z.string(),
});
export type PlaceInSource = z.infer<typeof PlaceInSource>;

/** What a claim without a place may have become: words that are a claim, or (id null) words alone. */
export const Heir = z.strictObject({
  id: ClaimId.nullable(),
  words: z.string(),
  why: z.string(),
  article: Slug,
  articleTitle: z.string(),
  /** Null where the words are nobody's claim. */
  speaker: z.string().nullable(),
  type: ClaimType.nullable(),
  place: PlaceInSource,
  /** From the words of the claim to these, in order. */
  difference: z.array(
    z.union([
      z.strictObject({ same: z.string() }),
      z.strictObject({ removed: z.string(), added: z.string() }),
    ]),
  ),
  /** Whether a decision can name it; else it is only shown. */
  isOffered: z.boolean(),
});
export type Heir = z.infer<typeof Heir>;

/** One thing that wants a person. */
export const QueueItem = z.strictObject({
  /** Stable: `claim:<id>`, `article:<id>` or `suggestion:<id>`. */
  key: z.string().min(1),
  /** None where nothing is doubtful and only no person has read it. */
  reasons: z.array(z.enum(QUEUE_REASONS)),
  /** Why, in words. */
  why: z.string(),
  article: Slug,
  articleTitle: z.string(),
  outlet: z.string().nullable(),
  claim: ClaimId.nullable(),
  words: z.string(),
  /** The sentence or sentences in which the words stand. */
  before: z.string(),
  after: z.string(),
  speaker: z.strictObject({ id: Slug, name: z.string() }).nullable(),
  candidates: z.array(z.strictObject({ id: Slug, name: z.string(), why: z.string() })),
  /** What a claim without a place may have become. */
  heirs: z.array(Heir),
  /** Of a claim without a place: what became of its words, and where they stood. */
  lost: z.strictObject({ fate: z.string(), place: PlaceInSource }).nullable(),
  type: ClaimType.nullable(),
  rule: z.string().nullable(),
  confidence: z.number().nullable(),
  review: z.enum(['machine', 'confirmed', 'corrected', 'added']).nullable(),
  /** What a reader suggests, and what taking it up would do by itself. */
  suggestion: z
    .strictObject({
      id: z.string(),
      wrong: z.string(),
      should: z.string(),
      source: z.string(),
      from: z.string().nullable(),
      by: z.string().nullable(),
      proposal: z.string().nullable(),
    })
    .nullable(),
});
export type QueueItem = z.infer<typeof QueueItem>;

/** Query of `GET queue`; all optional, strings as in an address. */
export const QueueQuery = z.strictObject({
  reason: z.enum(QUEUE_REASONS).optional(),
  article: Slug.optional(),
  outlet: Slug.optional(),
  speaker: Slug.optional(),
  rule: z.string().optional(),
  /** Only claims at or below this confidence. */
  below: z.coerce.number().min(0).max(1).optional(),
  /** `machine` (the default): what no person has looked at; `all`: every claim. */
  review: z.enum(['machine', 'all', 'confirmed', 'corrected', 'added']).optional(),
  from: z.coerce.number().int().nonnegative().optional(),
  count: z.coerce.number().int().min(1).max(500).optional(),
});
export type QueueQuery = z.infer<typeof QueueQuery>;

const Count = z.strictObject({ id: z.string(), name: z.string(), count: z.int().nonnegative() });
/** Answer of `GET queue`. */
export const Queue = z.strictObject({
  items: z.array(QueueItem),
  total: z.int().nonnegative(),
  revision: z.int().nonnegative(),
  facets: z.strictObject({
    reasons: z.array(Count),
    articles: z.array(Count),
    outlets: z.array(Count),
    speakers: z.array(Count),
    rules: z.array(Count),
  }),
});
export type Queue = z.infer<typeof Queue>;

/** Answer of `GET session`. */
export const Session = z.strictObject({
  archive: z.strictObject({
    name: z.string(),
    root: z.string(),
    articles: z.int(),
    claims: z.int(),
  }),
  /** Who git says works here; null where git does not know. */
  person: z.strictObject({ name: z.string(), email: z.string() }).nullable(),
  revision: z.int().nonnegative(),
  /** Key of the queue item where this person stopped. */
  stopped: z.string().nullable(),
  undo: z.string().nullable(),
  redo: z.string().nullable(),
  claimTypes: z.array(ClaimType),
  speakerKinds: z.array(z.enum(SPEAKER_KINDS)),
});
export type Session = z.infer<typeof Session>;

/** Answer of `GET article/<id>`. */
export const ArticleView = z.strictObject({
  record: ArticleRecord,
  revision: z.int().nonnegative(),
  /** Queue items of the article, by claim or of the article itself. */
  queue: z.array(QueueItem),
  /** Claims that a person rejected here, to be taken back. */
  rejected: z.array(
    z.strictObject({
      words: z.string(),
      occurrence: z.int().positive().nullable(),
      why: z.string(),
      by: z.string().nullable(),
      on: z.string().nullable(),
    }),
  ),
  /** Notes and relations a person wrote, by claim. */
  annotations: z.record(z.string(), z.strictObject({ kind: z.string(), text: z.string() })),
  /** Topics that its claims answer. */
  answers: z.array(
    z.strictObject({ claim: ClaimId, topic: Slug, question: z.string(), stance: z.string() }),
  ),
  /** Share of its claims, from 0 to 1, that a person has looked at. */
  read: z.number().min(0).max(1),
});
export type ArticleView = z.infer<typeof ArticleView>;

/** Query of `GET names`; without words it gives those of the article first, then those with most claims. */
export const NamesQuery = z.strictObject({
  room: Room,
  q: z.string().optional(),
  article: Slug.optional(),
  /** 20 where it is left out. */
  count: z.coerce.number().int().min(1).max(500).optional(),
});
export type NamesQuery = z.infer<typeof NamesQuery>;

/** An entry of a list of names: of a type-ahead, or of all that is filed in a room. */
export const NameHit = z.strictObject({
  id: Slug,
  name: z.string(),
  /** `person`, `organisation`; of a topic: how many answers it has. */
  kind: z.string(),
  claims: z.int().nonnegative(),
  hasCard: z.boolean(),
  /** Whether it occurs in the article asked for. */
  here: z.boolean(),
  /** Stances in use, of a topic. */
  stances: z.array(z.string()),
});
export const NameHits = z.strictObject({ hits: z.array(NameHit) });
export type NameHit = z.infer<typeof NameHit>;

/** Answer of `GET claims?q=…`: at most 20 claims whose words, speaker or id hold every word asked for. */
export const ClaimHits = z.strictObject({
  hits: z.array(
    z.strictObject({
      claim: ClaimId,
      article: Slug,
      articleTitle: z.string(),
      words: z.string(),
      speaker: z.string().nullable(),
    }),
  ),
});
export type ClaimHits = z.infer<typeof ClaimHits>;

/** Answer of `GET filed/<room>/<id>`: a card and all claims filed under it. */
export const FiledView = z.strictObject({
  room: Room,
  id: Slug,
  name: z.string(),
  hasCard: z.boolean(),
  /** Front matter of the card as data; of a speaker without a card what was derived. */
  card: z.record(z.string(), z.unknown()),
  note: z.string(),
  revision: z.int().nonnegative(),
  claims: z.array(
    z.strictObject({
      id: ClaimId,
      article: Slug,
      articleTitle: z.string(),
      words: z.string(),
      mention: z.string().nullable(),
      basis: z.string().nullable(),
      confidence: z.number(),
      review: z.enum(['machine', 'confirmed', 'corrected', 'added']),
      stance: z.string().nullable(),
    }),
  ),
});
export type FiledView = z.infer<typeof FiledView>;

/** Answer of `GET changes`: what git will show, and what the sitting did. */
export const Changes = z.strictObject({
  /** Whether the archive is a git repository. */
  git: z.boolean(),
  branch: z.string().nullable(),
  diff: z.string(),
  files: z.array(z.string()),
  history: z.array(
    z.strictObject({ title: z.string(), at: z.string(), by: z.string(), undone: z.boolean() }),
  ),
});
export type Changes = z.infer<typeof Changes>;

/** Answer of `GET messages`: everything that is said on the files of the content folder, errors first. */
export const Messages = z.strictObject({
  messages: z.array(
    z.strictObject({
      path: z.string(),
      line: z.int().positive().nullable(),
      /** The article whose source or card it is. */
      article: Slug.nullable(),
      isError: z.boolean(),
      reason: z.string(),
      note: z.string(),
    }),
  ),
});
export type Messages = z.infer<typeof Messages>;

/** `POST commit`; answered by `Committed`. Only files under `content/` are committed. */
export const Commit = z.strictObject({ message: z.string().min(1).max(5000) });
export const Committed = z.strictObject({
  ok: z.boolean(),
  commit: z.string().nullable(),
  problems: z.array(Problem),
});
export type Committed = z.infer<typeof Committed>;

/** `POST stopped`: where the person is, kept outside the content folder. */
export const Stopped = z.strictObject({ key: z.string().max(200).nullable() });

/** A line of `GET events` (server-sent): the archive changed, here or in the folder. */
export const Event = z.strictObject({
  revision: z.int().nonnegative(),
  articles: z.array(Slug),
  /** `act`: by this desk; `folder`: somebody edited a file; `problem`: the folder is not in order. */
  cause: z.enum(['act', 'folder', 'problem']),
  message: z.string().nullable(),
});
