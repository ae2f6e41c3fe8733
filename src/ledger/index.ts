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
export type {
  Correction,
  DraftClaim,
  LedgerChange,
  LiveClaim,
  OtherText,
  Reconciled,
  SourceText,
} from './reconcile/contract.ts';
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
