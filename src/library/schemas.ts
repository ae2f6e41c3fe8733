/** `verbatim/schemas`: the lines of an archive's data files, and what is found in a text, as zod schemas and their types. */
export { Extracted as Found, ExtractedQuote as FoundQuote } from '../model/extracted.ts';
export {
  PublicArticle as Article,
  PublicClaim as Claim,
  PublicOutlet as Outlet,
  PublicPart as Part,
  PublicSpeaker as Speaker,
  PublicTombstone as Tombstone,
  PublicTopic as Topic,
  PublicVersion as Version,
} from '../publish/exports/schema.ts';
export { SCHEMA_VERSION } from '../publish/exports/schema-version.ts';
