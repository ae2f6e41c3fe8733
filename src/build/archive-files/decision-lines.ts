/** Reads `decisions.yaml`: decisions that people wrote, one entry a line. */
import { isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { VFile } from 'vfile';
import { DEEPEST, firstAlias, nearest, tooDeep } from '../../intake/cards/read.ts';
import {
  checkDecisions,
  Decision,
  inOrder,
  unfinishedMerge,
  type Entry,
  type LedgerRow,
} from '../../ledger/index.ts';
import { complain, doubtful, ledgerProblem, short, unknownClaim } from '../../model/messages.ts';

const FORMS =
  'Write `claim: <id>` with one of `confirm: <id, or words of the newest version>`, `superseded-by: <id>`, `merged-into: <id>`, `withdrawn: <reason>`, `restored: <reason>`, ' +
  'or `address: <path>` with `redirect: <path>` or `withdrawn: <reason>`; beside them, where wanted, `because`, `by`, `on: 2024-01-31`.';
const KEYS = [...new Set(Decision.options.flatMap(({ shape }) => Object.keys(shape)))];
const ACTS = KEYS.filter((key) => !['claim', 'address', 'because', 'by', 'on'].includes(key));

/** An entry of the file as YAML reads it, and where it begins and ends. */
interface RawEntry {
  value: unknown;
  line: number;
  lastLine: number;
}

/**
 * The decisions of the file that can be taken, in the order in which they apply; everything wrong
 * with the others is complained of. `isRead`: whether the ledger could be read, so that ids can be
 * looked up.
 */
export function readDecisions(file: VFile, rows: readonly LedgerRow[], isRead: boolean): Entry[] {
  const raw = readEntries(file);
  const known = new Set(rows.map(({ id }) => id));
  const entries = raw.flatMap(({ value, line }): Entry[] => {
    const result = Decision.safeParse(value);
    if (!result.success) {
      explain(value, (found, mend) => bad(file, line, found, mend));
      return [];
    }
    const decision = result.data;
    // Ids that it leads to may be new in this run; the pipeline looks at those.
    if (!('claim' in decision) || known.has(decision.claim)) return [{ decision, line }];
    if (isRead) complain(file, { line, column: 1 }, unknownClaim(decision.claim));
    return [];
  });
  complainOfLong(file, raw);
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

const bad = (file: VFile, line: number, found: string, mend: string) =>
  complain(file, { line, column: 1 }, ledgerProblem('bad-decision', found, mend));

/** The entries of the list; none, with a complaint, where the file is no list of YAML. */
function readEntries(file: VFile): RawEntry[] {
  const text = String(file.value);
  if (text.trim() === '') return [];
  for (const [i, line] of text.split('\n').entries()) {
    const unfinished = unfinishedMerge(line, 'decisions');
    if (!unfinished) continue;
    bad(file, i + 1, unfinished.found, unfinished.mend);
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
  if (!isPlain(file, document, lines)) return [];
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  if (value === null || value === '') return [];
  if (!Array.isArray(value) || !isSeq<Node>(document.contents)) {
    bad(file, 1, 'Unexpected content, expected a list with one entry a decision', FORMS);
    return [];
  }
  const list: readonly unknown[] = value;
  const lineAt = (offset: number) => lines.linePos(offset).line;
  return document.contents.items.map(({ range }, i) => {
    const [start, end] = range ?? [0, 0];
    return { value: list[i], line: lineAt(start), lastLine: lineAt(Math.max(0, end - 1)) };
  });
}

/** Whether the document is valid and of values alone, without aliases or endless depth. */
function isPlain(file: VFile, document: Document.Parsed, lines: LineCounter): boolean {
  const deep = tooDeep(document);
  if (deep !== null) {
    const found = `Unexpected YAML nested more than ${DEEPEST} levels deep`;
    bad(file, lines.linePos(deep).line, found, FORMS);
    return false;
  }
  const alias = firstAlias(document);
  if (alias) {
    const more = alias.count > 1 ? ` and ${alias.count - 1} more` : '';
    const found = `Unexpected alias (\`*name\`)${more}, expected the value itself`;
    bad(file, lines.linePos(alias.at).line, found, FORMS);
    return false;
  }
  const errors = [...document.errors, ...document.warnings];
  for (const error of errors) {
    const { line, col } = lines.linePos(error.pos[0]);
    const problem = ledgerProblem('bad-decision', `Unexpected YAML: ${error.message}`, FORMS);
    complain(file, { line, column: col }, problem);
  }
  return errors.length === 0;
}

/** Entries on several lines do not merge in git. */
function complainOfLong(file: VFile, entries: readonly RawEntry[]): void {
  const [first, ...others] = entries.filter(({ line, lastLine }) => line < lastLine);
  if (!first) return;
  const more = others.length > 0 ? `, and ${others.length} more` : '';
  complain(
    file,
    { line: first.line, column: 1 },
    doubtful(
      'doubtful-decision',
      `Unexpected decision on several lines${more}, expected one line each`,
      'When the decisions of two people meet in git, lines that both wrote become one. ' +
        'Write `- {claim: <id>, withdrawn: <reason>}`.',
    ),
  );
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
  const [act, ...others] = keys.filter((key) => ACTS.includes(key));
  const form = Decision.options.find(
    ({ shape }) =>
      act !== undefined &&
      others.length === 0 &&
      act in shape &&
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
