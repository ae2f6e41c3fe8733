/** Reads what the archive remembers: ledger, versions of sources, decisions, published addresses. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { VFile } from 'vfile';
import {
  LedgerFileError,
  MANIFEST,
  parseAddresses,
  parseLedger,
  parseManifest,
  type Decision,
  type LedgerRow,
  type VersionRow,
} from '../../ledger/index.ts';
import { decoded, placeOfBadByte } from '../../text/decoding.ts';
import { complain, doubtful, ledgerProblem, notUtf8 } from '../../model/messages.ts';
import { isRefused } from '../../archive/stages.ts';
import { readDecisions } from './decision-lines.ts';
import { namesIn, readFile } from './reading.ts';

export const LEDGER = 'content/ledger';
export const SOURCES = 'content/sources';
export const ADDRESSES = `${LEDGER}/addresses.txt`;
const DECISIONS = `${LEDGER}/decisions.yaml`;

export interface LedgerFiles {
  /** Rows by the article that their file is named for. */
  ledger: Map<string, LedgerRow[]>;
  manifest: VersionRow[];
  decisions: Decision[];
  /** The line of its file on which each decision begins. */
  decisionLines: ReadonlyMap<Decision, number>;
  /** Paths published before. */
  published: string[];
  /** The files read, with what is wrong in them. */
  files: VFile[];
}

/** Reads all of it; what cannot be read is a message on its file. */
export function readLedgerFiles(root: string): LedgerFiles {
  const files: VFile[] = [];
  const open = (path: string): { file: VFile; text: string } => {
    const file = readFile(root, path);
    const bytes = file.value;
    const text = bytes instanceof Uint8Array ? decoded(bytes) : '';
    if (text === null && bytes instanceof Uint8Array)
      complain(file, placeOfBadByte(bytes), notUtf8());
    file.value = text ?? '';
    files.push(file);
    return { file, text: text ?? '' };
  };
  const attempt = <T>(file: VFile, otherwise: T, read: () => T): T => {
    if (isRefused(file)) return otherwise;
    try {
      return read();
    } catch (error) {
      if (!(error instanceof LedgerFileError)) throw error;
      for (const { found, line, mend } of error.problems)
        complain(
          file,
          line === null ? null : { line, column: 1 },
          ledgerProblem('ledger-file', found, mend),
        );
      return otherwise;
    }
  };

  const ledger = new Map<string, LedgerRow[]>();
  const owner = new Map<string, string>();
  for (const name of namesIn(root, LEDGER)) {
    if (!name.endsWith('.json')) continue;
    const path = `${LEDGER}/${name}`;
    const { file, text } = open(path);
    const rows = attempt<LedgerRow[]>(file, [], () => parseLedger(text, path));
    for (const { id } of rows) {
      const other = owner.get(id);
      if (other)
        complain(
          file,
          null,
          ledgerProblem(
            'id-twice',
            `Unexpected claim ${id}, which stands in ${other} as well`,
            'An id belongs to one claim; keep the row in the file that was published first.',
          ),
        );
      owner.set(id, path);
    }
    ledger.set(name.slice(0, -'.json'.length), rows);
  }
  const manifestPath = `${SOURCES}/${MANIFEST}`;
  const manifest = open(manifestPath);
  const rows = attempt<VersionRow[]>(manifest.file, [], () =>
    parseManifest(manifest.text, manifestPath),
  );
  const decisions = open(DECISIONS);
  const addresses = open(ADDRESSES);
  // Where a file of the ledger cannot be read, nothing can be said of the claims that decisions name.
  const isRead = !files.some(
    ({ path, messages }) => path.endsWith('.json') && messages.some(({ fatal }) => fatal),
  );
  if (ledger.size > 0 && !existsSync(join(root, ADDRESSES)))
    complain(
      addresses.file,
      null,
      doubtful(
        'addresses-missing',
        'Unexpected ledger without the list of published addresses beside it',
        `Bring it back with \`git checkout -- ${ADDRESSES}\`; without it nothing shows that an address would vanish.`,
      ),
    );
  const entries = readDecisions(decisions.file, [...ledger.values()].flat(), isRead);
  return {
    ledger,
    manifest: rows,
    files,
    decisions: entries.map(({ decision }) => decision),
    decisionLines: new Map(entries.map(({ decision, line }) => [decision, line])),
    published: attempt<string[]>(addresses.file, [], () => parseAddresses(addresses.text)),
  };
}
