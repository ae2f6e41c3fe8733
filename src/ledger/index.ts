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
export {
  reconcile,
  type Correction,
  type DraftClaim,
  type LedgerChange,
  type LiveClaim,
  type OtherText,
  type Reconciled,
  type SourceText,
} from './reconcile/index.ts';
export { Decision, LedgerRow, VersionRow, type CarriedRecord } from './schema.ts';
export { addressRecords, checkAddresses, hadClaimFiles } from './addresses.ts';
export {
  checkManifest,
  MANIFEST,
  manifestMissing,
  parseSourceName,
  sharedWords,
  sourceName,
  versionKey,
} from './versions.ts';
