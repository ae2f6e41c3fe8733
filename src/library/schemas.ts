/** `verbatim/schemas`: the lines of an archive's data files, each as a zod schema and its type. */
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
