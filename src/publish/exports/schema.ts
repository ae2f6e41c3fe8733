/**
 * The lines of the public data files. `/data/schema/*.json` is generated from here.
 *
 * Every `start` and `end` counts Unicode code points of the source, decoded as UTF-8 with nothing
 * normalised, `end` exclusive: in Python `text[start:end] == exact`. Addresses are absolute,
 * since a data file is read far from the site that it describes.
 */
import { z } from 'zod';
import {
  AddressRecord,
  ARTICLE_KINDS,
  BylineEntry,
  Capture,
  ClaimId,
  ClaimType,
  CueKind,
  DATE_BASES,
  DateFact,
  MentionBasis,
  Named,
  Polarity,
  RejectedWords,
  Relation,
  Review,
  Slug,
  SourceFormat,
  SpeakerKind,
  SpeakerRecord,
  StatedOnPage,
  TITLE_BASES,
  Undoing,
} from '../../model/records.ts';

const Url = z.url().describe('Absolute address');
const Offset = z.int().nonnegative().describe('Unicode code points of the source, from 0');

/** A stretch of the source with the source's own characters. */
export const PublicPart = z.strictObject({
  start: Offset,
  end: Offset.describe('Unicode code points of the source; exclusive'),
  exact: z
    .string()
    .min(1)
    .describe('The characters of the source at that place, markup and line breaks included'),
});
export type PublicPart = z.infer<typeof PublicPart>;

const PublicDate = z.strictObject({
  edtf: z
    .string()
    .nullable()
    .describe('Extended Date/Time Format, levels 0 to 2; null where nothing is known'),
  from: z.iso
    .date()
    .nullable()
    .describe('Earliest day; of a season, which has no exact months, the first day of its year'),
  to: z.iso.date().nullable().describe('Latest day; of a season the last day of its year'),
  basis: z.enum(DATE_BASES),
  note: z.string().nullable().describe('Why the date was inferred'),
});

const PublicCapture = Capture.omit({ kept: true }).describe(
  'The file that the source was taken from, where that is no text itself: its name, digest and length, and of which part of it',
);
export type PublicCapture = z.infer<typeof PublicCapture>;

export const PublicArticle = z
  .strictObject({
    id: Slug,
    title: z.string(),
    dek: z.string().nullable(),
    byline: z.array(
      z.strictObject({
        name: z.string(),
        role: BylineEntry.shape.role,
        speaker: Slug.nullable(),
        basis: BylineEntry.shape.basis,
      }),
    ),
    outlet: Named.nullable(),
    published: PublicDate,
    kind: z.enum(ARTICLE_KINDS),
    form: z.enum(['dialogue', 'narrative']),
    language: z.string(),
    languageBasis: z
      .enum(['card', 'stated', 'detected', 'default'])
      .optional()
      .describe('What says so: the card, the source itself, its words, or the site'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('Of the source, byte for byte'),
    url: Url.describe('The article’s page'),
    claims: z.array(ClaimId).describe('In reading order'),
    boilerplate: z
      .array(z.strictObject({ start: Offset, end: Offset, why: z.string() }))
      .describe('Stretches that are not the article: share bars, rights notes, membership lines'),
    titleBasis: z
      .enum(TITLE_BASES)
      .describe('inferred: the source has no title, and this one is made of the name of its file'),
    outletBasis: z.enum(['stated', 'card', 'unknown']),
    captured: DateFact.nullable(),
    sections: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) })),
    rights: z
      .strictObject({
        holder: z.string().nullable(),
        statements: z.array(z.string()),
        basis: z.enum(['stated', 'card', 'unknown']),
      })
      .describe('Of the text, as the text or its card states them'),
    original: z.string().nullable().describe('The publisher’s own page'),
    archived: z.string().optional().describe('A copy of that page in a web archive'),
    copies: z
      .array(Slug)
      .optional()
      .describe('Other articles of the archive that are copies of this one'),
    note: z.string().nullable().describe('The curator’s'),
    source: Url.describe('The source, byte for byte'),
    bytes: z.int().positive(),
    characters: z.int().positive().describe('Length of the source in Unicode code points'),
    version: z.int().positive(),
    annotations: Url.describe('The claims as W3C Web Annotations'),
    format: SourceFormat.describe(
      'How the source is read: as it stands, with its Markdown taken for markup, or as a web page',
    ),
    stated: z
      .array(StatedOnPage)
      .optional()
      .describe(
        'Everything that a saved page states of its article in places made for programs, and what is taken of it',
      ),
    undone: z
      .array(Undoing)
      .optional()
      .describe(
        'What is undone for reading, in this order: character references, an encoding in which UTF-8 or marks were misread, or what stands between the words, such as numbers of lines',
      ),
    rejected: z
      .array(RejectedWords)
      .optional()
      .describe('Words that were found and that a person says are nobody’s claim'),
    capture: PublicCapture.optional(),
  })
  .describe('One article of the archive: the typed record made from one captured source');
export type PublicArticle = z.infer<typeof PublicArticle>;

export const PublicClaim = z
  .strictObject({
    id: ClaimId,
    article: Slug,
    type: ClaimType,
    text: z
      .string()
      .min(1)
      .describe(
        'As read: markup removed, white space collapsed, without its outer quotation marks',
      ),
    parts: z.array(PublicPart).min(1).describe('One for each contiguous stretch'),
    speaker: z
      .strictObject({
        id: Slug,
        name: z.string(),
        mention: PublicPart.nullable().describe('The speaker as printed at that place'),
        basis: MentionBasis.describe('How the mention was taken to mean the speaker'),
        kind: SpeakerKind,
        role: z
          .string()
          .nullable()
          .describe('At the time, as the text or the speaker’s card gives it'),
        url: Url,
      })
      .nullable()
      .describe('Who is presented as saying it; null where nobody is named or two could be meant'),
    via: z
      .array(z.strictObject({ id: Slug, name: z.string(), mention: PublicPart.nullable() }))
      .describe('Who passed the words on, nearest to the article first'),
    cue: PublicPart.nullable().describe('The words that attribute'),
    said: PublicDate.nullable().describe('When it was said, where the text or a card tells'),
    within: ClaimId.nullable().describe('The claim that contains this one'),
    rule: z.string().describe('What found the claim'),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .describe(
        'How often claims found like this one are right: the words are somebody’s, and whoever is printed beside them says them',
      ),
    review: Review,
    url: Url.describe('The claim’s own page: its permanent address'),
    inContext: Url.describe('The claim in its article'),
    status: z.literal('live').describe('Claims that are not live are in tombstones.jsonl'),
    number: z.int().positive().describe('1 for the first claim of the article in reading order'),
    articleTitle: z.string(),
    outlet: Named.nullable(),
    published: PublicDate.describe('Of the article'),
    cueKind: CueKind,
    polarity: Polarity,
    candidates: z
      .array(z.strictObject({ id: Slug, name: z.string(), why: z.string() }))
      .describe('Where two speakers fit'),
    turn: z.int().positive().nullable().describe('Number of the interview turn'),
    page: z
      .int()
      .positive()
      .optional()
      .describe(
        'The page on which the words begin, counted from the first, where the source parts its pages',
      ),
    time: z
      .string()
      .optional()
      .describe(
        'When the words were spoken, from the beginning of the recording, where the source notes it',
      ),
    topics: z.array(Slug),
    relations: z.array(z.strictObject(Relation.shape)),
    reasons: z.array(z.string()).describe('What decided, in words'),
    reviewNote: z.string().nullable(),
    reviewedBy: z
      .string()
      .optional()
      .describe('Who confirmed, changed or added it, where the archive says so'),
    reviewedOn: z.iso.date().optional().describe('The day on which that was done'),
    wordsConfidence: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe(
        'How often words found like these are somebody’s; absent in archives written before',
      ),
    speakerConfidence: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .optional()
      .describe(
        'How often it is this speaker, and not only this mention, whose words they are; null where the speaker is open, absent in archives written before',
      ),
  })
  .describe(
    'Words in an article that the article presents as somebody’s. The archive records who said what, never that it is so',
  );
export type PublicClaim = z.infer<typeof PublicClaim>;

export const PublicSpeaker = z
  .strictObject({
    id: Slug,
    name: z.string(),
    kind: SpeakerKind,
    sortName: z.string(),
    aliases: z.array(z.string()).describe('Other spellings'),
    roles: SpeakerRecord.shape.roles,
    sameAs: z.array(z.string()),
    note: z.string().nullable(),
    url: Url,
    claims: z.array(ClaimId),
    formerly: z.array(Slug),
  })
  .describe('A person, organisation, group or unnamed source that claims are attributed to');
export type PublicSpeaker = z.infer<typeof PublicSpeaker>;

export const PublicOutlet = z
  .strictObject({
    id: Slug,
    name: z.string(),
    aliases: z.array(z.string()),
    homepage: z.string().nullable(),
    note: z.string().nullable(),
    url: Url,
    articles: z.array(Slug),
    formerly: z.array(Slug),
  })
  .describe('Who published articles');
export type PublicOutlet = z.infer<typeof PublicOutlet>;

export const PublicTopic = z
  .strictObject({
    id: Slug,
    question: z.string(),
    curator: z.string(),
    note: z.string().nullable(),
    url: Url,
    answers: z
      .array(z.strictObject({ claim: ClaimId, stance: z.string(), note: z.string().nullable() }))
      .describe('A stance is the named curator’s reading of the words, never of their truth'),
    formerly: z.array(Slug),
  })
  .describe('A question that several claims answer');
export type PublicTopic = z.infer<typeof PublicTopic>;

export const PublicTombstone = z
  .strictObject({
    url: Url.describe('The address that was published; it still answers and says the same'),
    claim: ClaimId.nullable().describe(
      'The claim it belonged to; null for the address of another page',
    ),
    kind: AddressRecord.shape.kind.describe(
      'orphan: the words lost their place in the source and a person has yet to decide',
    ),
    status: AddressRecord.shape.status
      .unwrap()
      .nullable()
      .describe('Of a claim, as the ledger has it'),
    since: z.string().nullable().describe('A version of the source, or the day of the decision'),
    successor: Url.nullable().describe('The page that took its place'),
    reason: z.string(),
    date: z.iso.date().nullable(),
    by: z.string().nullable().describe('Who decided'),
    words: z
      .string()
      .nullable()
      .describe('The words as they were published; null where they were withdrawn'),
    speaker: z.string().nullable().describe('Whose words they were, by name'),
    article: Slug.nullable(),
    candidates: z
      .array(
        z.strictObject({
          url: Url,
          article: Slug,
          version: z.int().positive(),
          words: z.string(),
          why: z.string(),
        }),
      )
      .describe('Stretches that may be the claim, for a person to decide'),
    version: z
      .int()
      .positive()
      .nullable()
      .describe(
        'Of the article’s source: the last one in which the words stood; null where they were withdrawn',
      ),
    start: Offset.nullable().describe('Of the first part in that version, in Unicode code points'),
    end: Offset.nullable().describe(
      'Of the last part; exclusive. Parts are set apart by “ … ” in `words`',
    ),
  })
  .describe(
    'A published address that leads to no live record: a claim that was withdrawn, merged or superseded, or a page that moved',
  );
export type PublicTombstone = z.infer<typeof PublicTombstone>;

export const PublicVersion = z
  .strictObject({
    article: Slug,
    version: z
      .int()
      .positive()
      .describe('1 for the first capture; the highest is the one that the article’s page shows'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('Of the file, byte for byte'),
    bytes: z.int().positive(),
    taken: z.iso.date().nullable().describe('The day it was taken in, where somebody noted it'),
    reason: z.string().nullable().describe('Why it was captured anew'),
    url: Url.describe('The file'),
    page: Url,
    also: z.array(Url).describe('The same bytes under former names of the article'),
    capture: PublicCapture.optional(),
  })
  .describe('One captured version of an article’s source; none is ever overwritten');
export type PublicVersion = z.infer<typeof PublicVersion>;

/** Every public record, by the name of its JSON Schema file. */
export const PUBLIC_SCHEMAS = {
  article: PublicArticle,
  claim: PublicClaim,
  speaker: PublicSpeaker,
  outlet: PublicOutlet,
  topic: PublicTopic,
  tombstone: PublicTombstone,
  version: PublicVersion,
} as const;
