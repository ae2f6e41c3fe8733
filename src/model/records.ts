/**
 * Every record of the archive. A schema is written once; its type is inferred under the same name.
 *
 * Offsets inside the program are UTF-16 code units, `end` exclusive. Two texts are in play:
 * the *source* (the captured file, decoded, nothing normalised) and the *reading text*
 * (`ArticleRecord.text`: markup removed, white space collapsed, blocks parted by a blank line).
 * Only `exports/` and `extract` turn offsets into Unicode code points.
 */
import { z } from 'zod';
import { Span } from '../text/span.ts';

/** `the-cradle`: what stands in an address for an article, speaker, outlet, topic or place. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected small letters, digits and single hyphens');

/** A claim's id: digits and consonants without look-alikes, so that it spells no word. */
export const ClaimId = z
  .string()
  .regex(/^[23456789bcdfghjkmnpqrstvwxz]{6,12}$/, 'expected the id of a claim, such as `b2c3d4`');

export { Span };

/** A digest of bytes, in hexadecimal digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Words of a text with their place in it. */
export const Excerpt = z.strictObject({ ...Span.shape, exact: z.string().min(1) });
export type Excerpt = z.infer<typeof Excerpt>;

/** A stretch of the source with its own characters, and where it stands in the reading text. */
export const Part = z.strictObject({ ...Excerpt.shape, reading: Span });
export type Part = z.infer<typeof Part>;

export const CLAIM_TYPES = ['direct', 'indirect', 'mixed', 'answer', 'question'] as const;
export const ClaimType = z.enum(CLAIM_TYPES);
export type ClaimType = z.infer<typeof ClaimType>;

/** What the cue does with the words; the verbs are sorted in `engine/cues.ts`. */
export const CueKind = z.enum([
  'said',
  'asked',
  'denied',
  'promised',
  'ordered',
  'accused',
  'predicted',
  'none',
]);
export type CueKind = z.infer<typeof CueKind>;

/** "did not say that": negative; "asked whether": open. */
export const Polarity = z.enum(['positive', 'negative', 'open']);
export type Polarity = z.infer<typeof Polarity>;

export const SPEAKER_KINDS = [
  'person',
  'organisation',
  'group',
  'unnamed',
  'document',
  'place',
] as const;
export const SpeakerKind = z.enum(SPEAKER_KINDS);
export type SpeakerKind = z.infer<typeof SpeakerKind>;

/** How a mention was taken to mean a speaker. */
export const MentionBasis = z.enum([
  'label', // the name at the head of an interview turn
  'name', // a name in full
  'last-name',
  'alias', // a spelling listed on a speaker's card
  'pronoun',
  'description', // "the diplomat", taken to mean someone named in the article
  'self', // "an unnamed source": nobody is named, so the description is the speaker
  'continued', // no attribution of its own; continues the claim before it
  'byline', // the article's author or interviewer
  'card', // a curator says so
]);
export type MentionBasis = z.infer<typeof MentionBasis>;

export const DATE_BASES = ['stated', 'inferred', 'unknown'] as const;

/** A date as EDTF (levels 0 to 2, kept as given) with its earliest and latest day. */
export const DateFact = z.strictObject({
  edtf: z.string().max(64).nullable(),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  basis: z.enum(DATE_BASES),
  note: z.string().nullable(),
});
export type DateFact = z.infer<typeof DateFact>;

export const Named = z.strictObject({ id: Slug, name: z.string().min(1) });
export type Named = z.infer<typeof Named>;

const Via = z.strictObject({ id: Slug, name: z.string().min(1), mention: Part.nullable() });

export const ClaimSpeaker = z.strictObject({
  id: Slug,
  name: z.string().min(1),
  kind: SpeakerKind,
  mention: Part.nullable(),
  basis: MentionBasis,
  /** The role at the time, as the text or the speaker's card gives it. */
  role: z.string().nullable(),
});
export type ClaimSpeaker = z.infer<typeof ClaimSpeaker>;

export const REVIEWS = ['machine', 'confirmed', 'corrected', 'added'] as const;
export const Review = z.enum(REVIEWS);
export type Review = z.infer<typeof Review>;

export const RELATION_KINDS = [
  'repeats',
  'contradicts',
  'answers',
  'corrects',
  'near',
  'related',
] as const;

/** From one claim to another. `computed` ones are found by the build, the others were set by a curator. */
export const Relation = z.strictObject({
  to: ClaimId,
  kind: z.enum(RELATION_KINDS),
  basis: z.enum(['computed', 'curated']),
  score: z.number().min(0).max(1).nullable(),
  why: z.string(),
  by: z.string().nullable(),
});
export type Relation = z.infer<typeof Relation>;

export const ClaimRecord = z.strictObject({
  id: ClaimId,
  article: Slug,
  /** 1 for the first claim of the article in reading order. */
  number: z.int().positive(),
  type: ClaimType,
  /** As read: markup removed, white space collapsed, without its outer quotation marks. */
  text: z.string().min(1),
  parts: z.array(Part).min(1),
  speaker: ClaimSpeaker.nullable(),
  /** Where two speakers fit, both stand here and `speaker` is null. */
  candidates: z.array(z.strictObject({ id: Slug, name: z.string(), why: z.string() })),
  /** Who passed the words on, nearest to the article first. */
  via: z.array(Via),
  cue: Part.nullable(),
  cueKind: CueKind,
  polarity: Polarity,
  said: DateFact.nullable(),
  within: ClaimId.nullable(),
  /** Number of the interview turn the claim belongs to, from 1. */
  turn: z.int().positive().nullable(),
  /** The page on which its words begin, counted from the first of the capture, where the source parts its pages. */
  page: z.int().positive().optional(),
  /** When its words were spoken, counted from the beginning of the recording, where the source notes it: `00:12:31`. */
  time: z.string().optional(),
  rule: z.string().min(1),
  /**
   * How often claims found like this one are right: half of the words there and back are somebody's, and whoever is
   * printed as `mention` says them. Never more than `wordsConfidence`; 1 where a curator decided.
   */
  confidence: z.number().min(0).max(1),
  /** How often words found like these are somebody's. */
  wordsConfidence: z.number().min(0).max(1),
  /** How often it is this speaker, and not only this mention, whose words they are, where they are somebody's. */
  speakerConfidence: z.number().min(0).max(1).nullable(),
  /** What decided, in words for a person. */
  reasons: z.array(z.string()),
  review: Review,
  /** Why a curator changed or added the claim. */
  reviewNote: z.string().nullable(),
  /** Who confirmed, changed or added it, and on which day, where the card says so. */
  reviewedBy: z.string().min(1).optional(),
  reviewedOn: z.iso.date().optional(),
  topics: z.array(Slug),
  relations: z.array(Relation),
});
export type ClaimRecord = z.infer<typeof ClaimRecord>;

/** Words that a person rejected as a claim: why, who and when, where the card says so. */
export const RejectedWords = z.strictObject({
  words: z.string().min(1),
  /** Which of several with these words, from 1, as the card counts them. */
  occurrence: z.int().positive().nullable(),
  why: z.string().nullable(),
  by: z.string().nullable(),
  on: z.iso.date().nullable(),
});
export type RejectedWords = z.infer<typeof RejectedWords>;

const BLOCK_ROLES = [
  'title',
  'dek',
  'byline',
  'dateline',
  'filing',
  'caption',
  'heading',
  'paragraph',
  'quote',
  'label',
  'boilerplate',
] as const;
export const BlockRole = z.enum(BLOCK_ROLES);
export type BlockRole = z.infer<typeof BlockRole>;

export const Inline = z.strictObject({
  ...Span.shape,
  mark: z.enum(['emphasis', 'strong', 'code', 'link']),
  href: z.string().nullable(),
});
export type Inline = z.infer<typeof Inline>;

/** A paragraph, heading or line of the article, in the order of the source. Offsets in the reading text. */
export const Block = z.strictObject({
  role: BlockRole,
  ...Span.shape,
  /** Where the block stands in the source. */
  source: Span,
  inlines: z.array(Inline),
  /** Interview turn the block belongs to, from 1. */
  turn: z.int().positive().nullable(),
  /** For boilerplate and filing lines: the reason, in words, and the rule that decided. */
  why: z.string().nullable(),
  rule: z.string().nullable(),
});
export type Block = z.infer<typeof Block>;

/** One speaker's contribution to an interview: the label and the blocks that follow it. */
export const Turn = z.strictObject({
  number: z.int().positive(),
  kind: z.enum(['question', 'answer']),
  speaker: Slug.nullable(),
  /** The label as printed, without its colon; offsets in the reading text. */
  label: Span,
});
export type Turn = z.infer<typeof Turn>;

export const BylineEntry = z.strictObject({
  name: z.string().min(1),
  /** How the name is filed: `Berg, Ida`; as it is where it is no person's. */
  sortName: z.string().min(1),
  role: z.enum(['author', 'interviewer', 'interviewee', 'desk']),
  /** Speaker page of that name, if it has one. */
  speaker: Slug.nullable(),
  basis: z.enum(['stated', 'card']),
});

export const ARTICLE_KINDS = [
  'report',
  'interview',
  'opinion',
  'transcript',
  'statement',
  'other',
] as const;

export const TITLE_BASES = ['stated', 'card', 'inferred'] as const;
/**
 * What can be undone in a source before it is read.
 * `references`: HTML's character references. `doubled-references`: only those whose ampersand is one
 * itself (`&amp;quot;`), where a parser reads the others. An encoding: UTF-8 that was read in it.
 * `controls`: Windows-1252 that was read as Latin-1, in control characters.
 * `macintosh-marks`, `windows-marks`, `dos-marks`: letters where marks of Mac Roman were read as Windows-1252, and those
 * of Windows-1252 as Mac Roman or as an encoding of DOS (`ÒWe stay,Ó`).
 * `line-prefixes`: `>` before each line. `line-numbers`: the number of each line. `running-heads`: numbers of pages and
 * the heads beside them. `line-hyphens`: words cut at the ends of lines. `lost-marks`: `?` for marks.
 */
export const Undoing = z.enum([
  'references',
  'doubled-references',
  'windows-1252',
  'macintosh',
  'windows-1251',
  'controls',
  'macintosh-marks',
  'windows-marks',
  'dos-marks',
  'line-prefixes',
  'line-numbers',
  'running-heads',
  'line-hyphens',
  'lost-marks',
]);
export type Undoing = z.infer<typeof Undoing>;

/** The file that a source was taken from, where that is no text itself: its own digest stands beside the source's. */
export const Capture = z.strictObject({
  /** What it is, by the id of a kind: `pdf`. */
  kind: Slug,
  /** The name of the file as it was given. */
  name: z.string().min(1),
  sha256: Sha256,
  bytes: z.int().positive(),
  /** The part of the file that the text was taken from, where the file holds more than one. */
  part: z
    .strictObject({ name: z.string().min(1), sha256: Sha256, bytes: z.int().positive() })
    .optional(),
  /** Where the file, or that part of it, is kept in the archive. */
  kept: z.string().min(1).optional(),
});
export type Capture = z.infer<typeof Capture>;
const STATED_FACTS = [
  'title',
  'description',
  'author',
  'outlet',
  'published',
  'address',
  'language',
  'captured',
] as const;

/** How a source is read. */
export const SourceFormat = z.enum(['plain-text', 'markdown', 'html']);
export type SourceFormat = z.infer<typeof SourceFormat>;

/** What a saved page states of its article in a place made for programs, and whether it is taken. */
export const StatedOnPage = z.strictObject({
  fact: z.enum(STATED_FACTS),
  value: z.string(),
  /** `JSON-LD headline`, `og:title` */
  where: z.string(),
  taken: z.boolean(),
});
export type StatedOnPage = z.infer<typeof StatedOnPage>;

export const ArticleRecord = z.strictObject({
  id: Slug,
  title: z.string().min(1),
  /** Stated by the source, given by a curator's card, or inferred: made of the name of the file. */
  titleBasis: z.enum(TITLE_BASES),
  dek: z.string().nullable(),
  byline: z.array(BylineEntry),
  /** The byline line as printed, if there is one. */
  bylinePrinted: z.string().nullable(),
  outlet: Named.nullable(),
  outletBasis: z.enum(['stated', 'card', 'unknown']),
  published: DateFact,
  captured: DateFact.nullable(),
  kind: z.enum(ARTICLE_KINDS),
  form: z.enum(['dialogue', 'narrative']),
  /** BCP 47. */
  language: z.string(),
  /** What says so: the card, the source’s front matter, its words, or the site where they do not tell. */
  languageBasis: z.enum(['card', 'stated', 'detected', 'default']).optional(),
  sections: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) })),
  rights: z.strictObject({
    holder: z.string().nullable(),
    statements: z.array(z.string()),
    basis: z.enum(['stated', 'card', 'unknown']),
  }),
  /** Address of the publisher's page, where the text or the card states it. */
  original: z.string().nullable(),
  /** Address of a copy of that page in a web archive. */
  archived: z.string().optional(),
  /** Other articles of the archive that are copies of this one, or this one of them. */
  copies: z.array(Slug).optional(),
  note: z.string().nullable(),
  format: SourceFormat,
  /** What a saved page states of its article, all of it; left out where a source has no such places. */
  stated: z.array(StatedOnPage).optional(),
  /** What is undone in the source for reading, in this order; left out where nothing is. */
  undone: z.array(Undoing).optional(),
  source: z.strictObject({
    path: z.string(),
    sha256: Sha256,
    bytes: z.int().positive(),
    /** Length in Unicode code points. */
    characters: z.int().positive(),
    version: z.int().positive(),
    capture: Capture.optional(),
  }),
  /** The reading text: all blocks in order, parted by one blank line ("\n\n"), nothing left out. */
  text: z.string().min(1),
  blocks: z.array(Block).min(1),
  turns: z.array(Turn),
  claims: z.array(ClaimRecord),
  /** Words that were found and that a person says are nobody's claim; left out where there are none. */
  rejected: z.array(RejectedWords).optional(),
  /** Former ids of the article, whose addresses lead here. */
  formerly: z.array(Slug),
  /** Whether its feed and its citations are files of their own; left out where its page holds all of it. */
  beside: z.literal('all').optional(),
});
export type ArticleRecord = z.infer<typeof ArticleRecord>;

/** A speaker of the archive: from a card, or derived from how articles print the name. */
export const SpeakerRecord = z.strictObject({
  id: Slug,
  name: z.string().min(1),
  kind: SpeakerKind,
  /** How the name is filed in lists, e.g. "Berg, Ida". */
  sortName: z.string(),
  aliases: z.array(z.string()),
  roles: z.array(
    z.strictObject({ role: z.string(), date: z.string().nullable(), article: Slug.nullable() }),
  ),
  sameAs: z.array(z.string()),
  note: z.string().nullable(),
  hasCard: z.boolean(),
  formerly: z.array(Slug),
  /** Whether there is a feed of the claims; left out where all of them stand in one article. */
  feed: z.literal(true).optional(),
});
export type SpeakerRecord = z.infer<typeof SpeakerRecord>;

export const OutletRecord = z.strictObject({
  id: Slug,
  name: z.string().min(1),
  aliases: z.array(z.string()),
  url: z.string().nullable(),
  note: z.string().nullable(),
  hasCard: z.boolean(),
  formerly: z.array(Slug),
});
export type OutletRecord = z.infer<typeof OutletRecord>;

/** A question that several claims answer. Stances are a curator's reading of the words, never of their truth. */
export const TopicRecord = z.strictObject({
  id: Slug,
  question: z.string().min(1),
  curator: z.string().min(1),
  note: z.string().nullable(),
  answers: z.array(
    z.strictObject({ claim: ClaimId, stance: z.string().min(1), note: z.string().nullable() }),
  ),
  formerly: z.array(Slug),
});
export type TopicRecord = z.infer<typeof TopicRecord>;

/** What has a picture for sharing: every claim, those that a person had a hand in, or no page whatever. */
export const PICTURE_RULES = ['all', 'chosen', 'none'] as const;

/** Kinds of files that an archive may go without; no text of a page leads to them, but that of the data page. */
export const LEFT_OUT = [
  'parquet',
  'sqlite',
  'json-feed',
  'oembed',
  'croissant',
  'ro-crate',
] as const;

/** What `npm run records` writes and the pages read. */
export const SiteCard = z.strictObject({
  name: z.string(),
  /** Public address of the site's root, used where an absolute address is needed. */
  address: z.url(),
  curator: z.string(),
  /** Where errors are reported; the claim's id and words are added. */
  report: z.string().nullable(),
  /** Language of texts that are too short to tell. */
  language: z.string().optional(),
  /** Whether each claim has files of its own; left out where those of its article hold all of it. */
  claimFiles: z.literal('each').optional(),
  pictures: z.enum(PICTURE_RULES).optional(),
  leaveOut: z.array(z.enum(LEFT_OUT)).optional(),
  /** Versions that the archive declares of itself, the newest first. */
  releases: z
    .array(z.strictObject({ version: z.string(), date: z.iso.date(), changes: z.string() }))
    .optional(),
  about: z.string(),
  /** What the archive is, in a sentence or two. */
  description: z.string().optional(),
  /** Where how sure the machine is was fitted to what people decided here: when, by whom, to how many claims. */
  calibration: z
    .looseObject({
      on: z.iso.date(),
      by: z.string(),
      claims: z.int().positive(),
      heldOutShare: z.number(),
    })
    .optional(),
  /** Of what is added to the texts. */
  licence: z.strictObject({ name: z.string(), url: z.url().nullable() }).optional(),
  /** Colours of links and claims, as `#rrggbb`. */
  accent: z.strictObject({ light: z.string(), dark: z.string() }).optional(),
  /** The bytes of a picture stand in the card, as Base64, so that whoever has the record has the picture. */
  logo: z.strictObject({ file: z.string(), type: z.string(), base64: z.string() }).optional(),
  /** Markdown. */
  footer: z.string().optional(),
  menu: z.array(Slug).optional(),
  /** What the archive says of itself at length, in Markdown. */
  aboutPage: z.string().optional(),
  /** Pages of the archive's own; `text` is Markdown. */
  pages: z.array(z.strictObject({ id: Slug, title: z.string(), text: z.string() })).optional(),
});
export type SiteCard = z.infer<typeof SiteCard>;

/** A curator's note or correction on one claim: `content/annotations/<claim-id>.md`. */
export const AnnotationRecord = z.strictObject({
  claim: ClaimId,
  kind: z.enum(['note', 'correction']),
  by: z.string().min(1),
  date: z.iso.date().nullable(),
  /** Markdown; rendered through remark and rehype-sanitize. */
  note: z.string(),
});
export type AnnotationRecord = z.infer<typeof AnnotationRecord>;

/** A place that claims name. */
export const PlaceRecord = z.strictObject({
  id: Slug,
  name: z.string().min(1),
  aliases: z.array(z.string()),
  claims: z.array(ClaimId),
});
export type PlaceRecord = z.infer<typeof PlaceRecord>;

/**
 * `orphaned`: the words lost their place when the source changed, and a person has yet to decide.
 * The other states that are not `live` are a person's decision.
 */
export const ClaimStatus = z.enum(['live', 'orphaned', 'superseded', 'merged', 'withdrawn']);
export type ClaimStatus = z.infer<typeof ClaimStatus>;

/** What became of a claim's words from one version of the source to another. */
export const Fate = z.enum([
  'unchanged',
  'moved',
  'typographic only',
  'changed',
  'ambiguous',
  'in another article',
  'gone',
]);
export type Fate = z.infer<typeof Fate>;

/** An address that was published and leads to no record today: a redirect, or a page that says why. */
export const AddressRecord = z.strictObject({
  /** Path from the site's root: `claims/h4tm9w/`. */
  path: z.string().min(1),
  kind: z.enum(['redirect', 'tombstone', 'orphan']),
  /** Path of the page that took its place, if one did. */
  successor: z.string().nullable(),
  reason: z.string(),
  date: z.iso.date().nullable(),
  by: z.string().nullable(),
  /** What stood there: the words and whose they were, left out where they were withdrawn. */
  words: z.string().nullable(),
  speaker: z.string().nullable(),
  article: Slug.nullable(),
  /** For claims: what the ledger says of them. */
  status: ClaimStatus.exclude(['live']).optional(),
  /** What became of the words in the newest version of the source. */
  fate: Fate.nullable().optional(),
  /** `version 2`, or the day of the decision. */
  since: z.string().optional(),
  /** Where the words last stood; code points. */
  place: z
    .strictObject({
      version: z.int().positive(),
      sha256: z.string(),
      ...Span.shape,
    })
    .nullable()
    .optional(),
  /** Stretches that may be the claim, for a person to decide. */
  candidates: z
    .array(
      z.strictObject({
        path: z.string(),
        inContext: z.string().nullable(),
        article: Slug,
        version: z.int().positive(),
        words: z.string(),
        why: z.string(),
      }),
    )
    .optional(),
});
export type AddressRecord = z.infer<typeof AddressRecord>;
