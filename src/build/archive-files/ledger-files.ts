/** Reads what the archive remembers: ledger, versions of sources, decisions, published addresses. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { VFile } from 'vfile';
import { isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { DEEPEST, firstAlias, nearest, tooDeep } from '../../intake/cards/read.ts';
import {
  checkDecisions,
  Decision,
  inOrder,
  LedgerFileError,
  MANIFEST,
  parseAddresses,
  parseLedger,
  parseManifest,
  unfinishedMerge,
  type Entry,
  type LedgerRow,
  type VersionRow,
} from '../../ledger/index.ts';
import { decoded, placeOfBadByte } from '../../text/decoding.ts';
import {
  complain,
  ledgerProblem,
  doubtful,
  notUtf8,
  short,
  unknownClaim,
} from '../../model/messages.ts';
import { isRefused } from '../../archive/stages.ts';
import { namesIn, readFile } from './reading.ts';

export const LEDGER = 'content/ledger';
export const SOURCES = 'content/sources';
export const ADDRESSES = `${LEDGER}/addresses.txt`;
export const DECISIONS = `${LEDGER}/decisions.yaml`;

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

const FORMS =
  'Write `claim: <id>` with one of `confirm: <id, or words of the newest version>`, `superseded-by: <id>`, `merged-into: <id>`, `withdrawn: <reason>`, `restored: <reason>`, ' +
  'or `address: <path>` with `redirect: <path>` or `withdrawn: <reason>`; beside them, where wanted, `because`, `by`, `on: 2024-01-31`.';
const KEYS = [...new Set(Decision.options.flatMap(({ shape }) => Object.keys(shape)))];
const ACTS = KEYS.filter((key) => !['claim', 'address', 'because', 'by', 'on'].includes(key));

function readDecisions(file: VFile, rows: readonly LedgerRow[], isRead: boolean): Entry[] {
  const text = String(file.value);
  if (text.trim() === '') return [];
  const bad = (line: number, found: string, mend: string) =>
    complain(file, { line, column: 1 }, ledgerProblem('bad-decision', found, mend));
  for (const [i, line] of text.split('\n').entries()) {
    const unfinished = unfinishedMerge(line, 'decisions');
    if (!unfinished) continue;
    bad(i + 1, unfinished.found, unfinished.mend);
    return [];
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    strict: true,
    uniqueKeys: true,
    lineCounter: lines,
    prettyErrors: false,
  });
  const deep = tooDeep(document);
  const alias = deep === null ? firstAlias(document) : null;
  const misused = deep ?? alias?.at ?? null;
  if (misused !== null) {
    bad(
      lines.linePos(misused).line,
      deep === null
        ? `Unexpected alias (\`*name\`)${alias && alias.count > 1 ? ` and ${alias.count - 1} more` : ''}, expected the value itself`
        : `Unexpected YAML nested more than ${DEEPEST} levels deep`,
      FORMS,
    );
    return [];
  }
  const errors = [...document.errors, ...document.warnings];
  for (const error of errors)
    complain(
      file,
      { line: lines.linePos(error.pos[0]).line, column: lines.linePos(error.pos[0]).col },
      ledgerProblem('bad-decision', `Unexpected YAML: ${error.message}`, FORMS),
    );
  if (errors.length > 0) return [];
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  if (value === null || value === '') return [];
  if (!Array.isArray(value) || !isSeq(document.contents)) {
    bad(1, 'Unexpected content, expected a list with one entry a decision', FORMS);
    return [];
  }
  const { items } = document.contents;
  const known = new Set(rows.map(({ id }) => id));
  const entries = value.flatMap((entry: unknown, index): Entry[] => {
    const { line } = lines.linePos((items[index] as Node).range?.[0] ?? 0);
    const result = Decision.safeParse(entry);
    if (!result.success) {
      explain(entry, (found, mend) => bad(line, found, mend));
      return [];
    }
    const decision = result.data;
    // Ids that it leads to may be new in this run; the pipeline looks at those.
    if (!('claim' in decision) || known.has(decision.claim)) return [{ decision, line }];
    if (isRead) complain(file, { line, column: 1 }, unknownClaim(decision.claim));
    return [];
  });
  const long = items.filter(
    (item) =>
      lines.linePos((item as Node).range![0]).line <
      lines.linePos(Math.max(0, (item as Node).range![1] - 1)).line,
  );
  if (long[0])
    complain(
      file,
      { line: lines.linePos((long[0] as Node).range![0]).line, column: 1 },
      doubtful(
        'doubtful-decision',
        `Unexpected decision on several lines${long.length > 1 ? `, and ${long.length - 1} more` : ''}, expected one line each`,
        'When the decisions of two people meet in git, lines that both wrote become one. Write `- {claim: <id>, withdrawn: <reason>}`.',
      ),
    );
  const problems = isRead ? checkDecisions(entries, rows) : [];
  for (const { line, found, mend, harmless } of problems)
    complain(
      file,
      { line, column: 1 },
      harmless
        ? doubtful('doubtful-decision', found, mend)
        : ledgerProblem('bad-decision', found, mend),
    );
  const refused = new Set(problems.flatMap(({ line, harmless }) => (harmless ? [] : [line])));
  return inOrder(entries.filter(({ line }) => !refused.has(line)));
}

/** Says of an entry that is no decision what is wrong with it. */
function explain(entry: unknown, say: (found: string, mend: string) => void): void {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    return say(`Unexpected entry \`${short(String(entry))}\`, which is no decision`, FORMS);
  const keys = Object.keys(entry);
  const unknown = keys.filter((key) => !KEYS.includes(key));
  for (const key of unknown) {
    const meant = nearest(key, KEYS);
    say(
      `Unexpected key \`${key}\` of a decision`,
      meant ? `Did you mean \`${meant}\`? ${FORMS}` : FORMS,
    );
  }
  if (unknown.length > 0) return;
  const acts = keys.filter((key) => ACTS.includes(key));
  const form = Decision.options.find(
    ({ shape }) =>
      acts.length === 1 &&
      acts[0]! in shape &&
      ('claim' in shape ? 'claim' in entry : 'address' in entry),
  );
  if (!form)
    return say(`Unexpected decision with ${keys.map((key) => `\`${key}\``).join(', ')}`, FORMS);
  for (const { path, message } of form.safeParse(entry).error?.issues ?? []) {
    const key = String(path[0] ?? '');
    say(
      `Unexpected value \`${key}: ${short(String((entry as Record<string, unknown>)[key]))}\` of a decision (${message})`,
      FORMS,
    );
  }
}
