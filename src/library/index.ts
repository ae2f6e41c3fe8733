/** `verbatim`: archives read, claims found and selectors followed from programs of others. */
export {
  extractQuotes as findClaims,
  type ExtractOptions as FindOptions,
} from '../archive/extract.ts';
export { anchor, type Anchored, type Selector } from './anchor.ts';
export { ArchiveError, loadArchive, type LoadedArchive } from './load-archive.ts';
export * from './schemas.ts';
