export { agreement } from './indexed.ts';
export {
  formatAddresses,
  formatLedger,
  formatManifest,
  isSameRows,
  LedgerFileError,
  parseAddresses,
  parseLedger,
  parseManifest,
  unfinishedMerge,
} from './file.ts';
export { checkDecisions, heirOf, inOrder, successorsOf, type Entry } from './decisions.ts';
export { ALPHABET, mint } from './mint.ts';
export {
  reconcile,
  type Candidate,
  type Correction,
  type DraftClaim,
  type LedgerChange,
  type LedgerProblem,
  type LiveClaim,
  type Orphan,
  type Reconciled,
  type ReconcileInput,
  type SourceText,
} from './reconcile/index.ts';
export {
  Decision,
  LedgerRow,
  VersionRow,
  type CarriedRecord,
  type ClaimStatus,
  type Fate,
} from './schema.ts';
export { addressRecords, checkAddresses } from './addresses.ts';
export {
  checkManifest,
  MANIFEST,
  manifestMissing,
  parseSourceName,
  sharedWords,
  sourceName,
  versionKey,
} from './versions.ts';
