/**
 * What the archive remembers for good: every claim id it ever published, every version of a
 * source, every decision of a person. Offsets here are Unicode code points, as in the public
 * data files, so that a row can be checked with any tool.
 */
import { z } from 'zod';
import {
  Capture,
  ClaimId,
  ClaimStatus,
  ClaimType,
  CueKind,
  DateFact,
  Excerpt,
  Fate,
  MentionBasis,
  Polarity,
  Sha256,
  Slug,
  SpeakerKind,
} from '../model/records.ts';

export { Fate };

/** Words of a source version with their place in it; code points. */
export const LedgerPart = Excerpt;
export type LedgerPart = Excerpt;

const LedgerSpeaker = z.strictObject({
  id: Slug,
  name: z.string().min(1),
  kind: SpeakerKind,
  basis: MentionBasis,
  role: z.string().nullable(),
  mention: LedgerPart.nullable(),
});

/** Where the words stood in one version of the source. */
export const Anchor = z.strictObject({
  version: z.int().positive(),
  source: Sha256,
  parts: z.array(LedgerPart).min(1),
  /** Up to 32 characters before the first part and after the last. */
  prefix: z.string(),
  suffix: z.string(),
});
export type Anchor = z.infer<typeof Anchor>;

export const LedgerRow = z.strictObject({
  id: ClaimId,
  article: Slug,
  status: ClaimStatus,
  /** The claim that took this one's place. */
  successor: ClaimId.nullable(),
  /** Since when the row has its status: `version 2`, or the day of a decision. No clock is read. */
  since: z.string().min(1),
  /** Why, in words for a reader; empty for a claim that has only ever been live. */
  reason: z.string(),
  fate: Fate.nullable(),
  /** Where a person's decision stands: in the article's card, or in `decisions.yaml`. */
  decided: z.enum(['card', 'decisions']).nullable(),
  /** Ids that were merged into this one. */
  aliases: z.array(ClaimId),
  ...Anchor.shape,
  /** Places in earlier versions, oldest first. */
  was: z.array(Anchor),
  // What is needed to publish the claim where the parser finds it no more.
  type: ClaimType,
  speaker: LedgerSpeaker.nullable(),
  /** The attribution of record stands, though the parser reads the new version otherwise; its words are unchanged. */
  held: z.boolean(),
  via: z.array(
    z.strictObject({ id: Slug, name: z.string().min(1), mention: LedgerPart.nullable() }),
  ),
  cue: LedgerPart.nullable(),
  cueKind: CueKind,
  polarity: Polarity,
  said: DateFact.nullable(),
});
export type LedgerRow = z.infer<typeof LedgerRow>;

/** Who a claim is attributed to and where the text says so, as far as carrying needs it. */
export type Attributed = Pick<LedgerRow, 'speaker' | 'via' | 'cue'>;

/** A captured text as it was taken in: a row of `content/sources/manifest.json`. */
export const VersionRow = z.strictObject({
  article: Slug,
  version: z.int().positive(),
  file: z.string().min(1),
  sha256: Sha256,
  bytes: z.int().positive(),
  /** The day it was taken in, where somebody noted it. */
  taken: z.iso.date().nullable(),
  reason: z.string().nullable(),
  /** The file that the text was taken from, where that is no text itself. */
  capture: Capture.optional(),
});
export type VersionRow = z.infer<typeof VersionRow>;

/** For the pages: a claim that was carried to another version of its source. */
export interface CarriedRecord {
  id: string;
  article: string;
  fate: Fate | null;
  since: string;
  held: boolean;
  /** Where it stands and stood, newest first; code points. */
  places: { version: number; sha256: string; start: number; end: number; words: string }[];
}

const by = {
  because: z.string().min(1).optional(),
  by: z.string().min(1).optional(),
  on: z.iso.date().optional(),
};

/** A path below the site's root. */
const Address = z
  .string()
  .regex(/^(?![/.])(?!.*\/\.)[^\s\\?#]+$/, 'expected a path such as articles/old-name/');

/** A person's decision on a claim or an address: an entry of `content/ledger/decisions.yaml`. */
export const Decision = z.union([
  /**
   * The claim goes on: in the words of the claim named, whose own id leads here from then on, or in words that
   * stand once in the newest version.
   */
  z.strictObject({ claim: ClaimId, confirm: z.string().min(1), ...by }),
  z.strictObject({ claim: ClaimId, 'superseded-by': ClaimId, ...by }),
  z.strictObject({ claim: ClaimId, 'merged-into': ClaimId, ...by }),
  z.strictObject({ claim: ClaimId, withdrawn: z.string().min(1), ...by }),
  /** Takes an earlier decision back: the claim is live again. */
  z.strictObject({ claim: ClaimId, restored: z.string().min(1), ...by }),
  z.strictObject({ address: Address, redirect: Address, ...by }),
  z.strictObject({ address: Address, withdrawn: z.string().min(1), ...by }),
]);
export type Decision = z.infer<typeof Decision>;
