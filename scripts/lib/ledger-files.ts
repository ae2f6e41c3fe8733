/** Reads what the archive remembers: ledger, versions of sources, decisions, published addresses. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { Decision, LedgerFileError, MANIFEST, parseAddresses, parseLedger, parseManifest, type LedgerRow, type VersionRow } from '../../src/lib/ledger/index.ts';
import { complain, ledgerProblem, unknownClaim } from '../../src/lib/messages.ts';

export const LEDGER = 'content/ledger';
export const SOURCES = 'content/sources';
export const ADDRESSES = `${LEDGER}/addresses.txt`;
export const DECISIONS = `${LEDGER}/decisions.yaml`;

export interface LedgerFiles {
  /** Rows by the article that their file is named for. */
  ledger: Map<string, LedgerRow[]>;
  manifest: VersionRow[];
  decisions: Decision[];
  /** Paths published before. */
  published: string[];
  /** The files read, with what is wrong in them. */
  files: VFile[];
}

/** Reads all of it; what cannot be read is a message on its file. */
export function readLedgerFiles(root: string): LedgerFiles {
  const files: VFile[] = [];
  const open = (path: string): { file: VFile; text: string } => {
    const file = new VFile({ path, cwd: root, value: existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '' });
    files.push(file);
    return { file, text: String(file.value) };
  };
  const attempt = <T>(file: VFile, otherwise: T, read: () => T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof LedgerFileError)) throw error;
      complain(file, error.line === null ? null : { line: error.line, column: 1 }, ledgerProblem('ledger-file', error.message, error.mend));
      return otherwise;
    }
  };

  const ledger = new Map<string, LedgerRow[]>();
  const owner = new Map<string, string>();
  const folder = join(root, LEDGER);
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    if (!name.endsWith('.json')) continue;
    const path = `${LEDGER}/${name}`;
    const { file, text } = open(path);
    const rows = attempt<LedgerRow[]>(file, [], () => parseLedger(text, path));
    for (const { id } of rows) {
      const other = owner.get(id);
      if (other) complain(file, null, ledgerProblem('id-twice', `Unexpected claim ${id}, which stands in ${other} as well`, 'An id belongs to one claim; keep the row in the file that was published first.'));
      owner.set(id, path);
    }
    ledger.set(name.slice(0, -'.json'.length), rows);
  }
  const manifestPath = `${SOURCES}/${MANIFEST}`;
  const manifest = open(manifestPath);
  const rows = attempt<VersionRow[]>(manifest.file, [], () => parseManifest(manifest.text, manifestPath));
  const decisions = open(DECISIONS);
  const addresses = open(ADDRESSES);
  return { ledger, manifest: rows, decisions: readDecisions(decisions.file, new Set(owner.keys())), published: parseAddresses(addresses.text), files };
}

const FORMS =
  'Write `claim: <id>` with one of `confirm: <id, or words of the newest version>`, `superseded-by: <id>`, `merged-into: <id>`, `withdrawn: <reason>`, `restored: <reason>`, ' +
  'or `address: <path>` with `redirect: <path>` or `withdrawn: <reason>`; beside them, where wanted, `because`, `by`, `on: 2024-01-31`.';

function readDecisions(file: VFile, known: ReadonlySet<string>): Decision[] {
  const text = String(file.value);
  if (text.trim() === '') return [];
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', strict: true, uniqueKeys: true, lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const bad = [...document.errors, ...document.warnings];
  for (const error of bad) complain(file, place(error.pos[0]), ledgerProblem('bad-decision', `Unexpected YAML: ${error.message}`, FORMS));
  if (bad.length > 0) return [];
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  if (value === null || value === '') return [];
  if (!Array.isArray(value) || !isSeq(document.contents)) {
    complain(file, { line: 1, column: 1 }, ledgerProblem('bad-decision', 'Unexpected content, expected a list with one entry a decision', FORMS));
    return [];
  }
  const { items } = document.contents;
  return value.flatMap((entry: unknown, index) => {
    const here = place((items[index] as Node).range?.[0] ?? 0);
    const result = Decision.safeParse(entry);
    if (!result.success) {
      complain(file, here, ledgerProblem('bad-decision', `Unexpected entry ${index + 1}, which is no decision`, FORMS));
      return [];
    }
    const decision = result.data;
    // Ids that it leads to may be new in this run; the pipeline looks at those.
    if (!('claim' in decision) || known.has(decision.claim)) return [decision];
    complain(file, here, unknownClaim(decision.claim));
    return [];
  });
}
