export { agreement } from './carry.ts';
export { formatAddresses, formatLedger, formatManifest, LedgerFileError, parseAddresses, parseLedger, parseManifest } from './file.ts';
export { ALPHABET, mint } from './mint.ts';
export {
  reconcile, type Candidate, type Correction, type DraftClaim, type LedgerChange, type LedgerProblem, type LiveClaim, type Orphan, type Reconciled, type ReconcileInput, type SourceText,
} from './reconcile.ts';
export { Decision, LedgerRow, VersionRow, type CarriedRecord, type ClaimStatus, type Fate } from './schema.ts';
export { addressRecords, checkAddresses } from './addresses.ts';
export { checkManifest, differences, MANIFEST, manifestMissing, parseSourceName, sharedWords, sourceName, versionKey } from './versions.ts';
